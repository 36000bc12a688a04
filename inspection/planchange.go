package inspection

import (
	"cmp"
	"slices"
)

// IncomingPlan is a plan as a file gives it: visits, members and their places in
// teams, each once.
type IncomingPlan struct {
	Visits     []Visit // planned
	Says       []Field // of team, batch, days and parent, that the file speaks of; the others stay as they are
	Members    []Member
	MemberSays []Field // of a member, besides his name
	Postings   []Posting
}

// PlanChange is what an incoming plan would change, before it has.
type PlanChange struct {
	New      []Visit
	Moved    []VisitChange // to another round
	Changed  []VisitChange // team, batch, days or parent
	Gone     []GoneVisit
	Members  []MemberChange
	Postings []PostingChange

	fact Fact
}

// VisitChange is a visit as it is in the book and as it would be.
type VisitChange struct{ Was, Is Visit }

// GoneVisit is a planned visit that the file does not have, in a round that it
// does speak of.
type GoneVisit struct {
	Visit
	Work  bool // somebody was there, or set something down: it always stays
	Taken bool // it would be taken out of the plan
}

// MemberChange is a member as he is in the book and as he would be. Was has no
// name when he is new.
type MemberChange struct{ Was, Is Member }

// PostingChange is a member's place in a round, before and after.
type PostingChange struct{ Was, Is Posting }

// IsEmpty reports whether nothing would change.
func (c *PlanChange) IsEmpty() bool { return len(c.fact.Writes) == 0 }

// Fact is the whole change as one fact, or a refusal when there is nothing in it.
func (c *PlanChange) Fact() (Fact, error) {
	if c.IsEmpty() {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return c.fact, nil
}

// ComparePlan compares an incoming plan with the book's. A school that the file
// has in one round and the book in one other, where nobody was yet, moves. Visits
// that are gone stay unless removeGone says otherwise; those with work always do.
// Nothing is changed yet.
func (b *Book) ComparePlan(in IncomingPlan, removeGone bool) (*PlanChange, error) {
	c := &PlanChange{fact: Fact{Kind: Planned}}
	if err := c.visits(b, in); err != nil {
		return nil, err
	}
	c.leave(b, in, removeGone)
	if err := c.staff(b, in); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(c.fact.Writes, func(w Write) bool { return w.Register.Field <= VisitTo }) {
		c.fact.Kind = Staffed
	}
	c.fact = c.fact.sorted()
	return c, nil
}

func (c *PlanChange) visits(b *Book, in IncomingPlan) error {
	rounds := map[SchoolCode][]RoundNo{} // of the routine visits of the file
	seen := map[VisitID]bool{}
	for _, v := range in.Visits {
		if err := b.known(v.ID); err != nil {
			return err
		}
		if seen[v.ID] {
			return refuse(SchoolTwice, b.School(v.ID.School).Name)
		}
		seen[v.ID] = true
		if v.ID.Kind == Routine {
			rounds[v.ID.School] = append(rounds[v.ID.School], v.ID.Round)
		}
	}
	for _, v := range in.Visits {
		was := b.Visit(v.ID)
		is := was
		is.Planned = true
		is.take(v, in.Says)
		from, moves := b.movesFrom(v.ID, rounds[v.ID.School])
		before := len(c.fact.Writes)
		if moves {
			b.plan(&c.fact, from.ID, 0)
		}
		b.plan(&c.fact, v.ID, 1)
		if err := b.checked(is); err != nil {
			return err
		}
		b.place(&c.fact, v.ID, is)
		b.change(&c.fact, Register{Field: VisitParent, Visit: v.ID}, Value{N: int64(is.Parent)})
		switch {
		case moves:
			c.Moved = append(c.Moved, VisitChange{from, is})
		case !was.Planned && was.Begun == 0:
			c.New = append(c.New, is)
		case len(c.fact.Writes) > before && was != is:
			c.Changed = append(c.Changed, VisitChange{was, is})
		}
	}
	return nil
}

// take takes over what a file says of a visit.
func (v *Visit) take(from Visit, says []Field) {
	for _, f := range says {
		switch f {
		case VisitTeam:
			v.Team = from.Team
		case VisitBatch:
			v.Batch = from.Batch
		case VisitFrom:
			v.From = from.From
		case VisitTo:
			v.To = from.To
		case VisitParent:
			v.Parent = from.Parent
		}
	}
}

// movesFrom is the visit in another round that an incoming one takes the place
// of, if it does.
func (b *Book) movesFrom(v VisitID, rounds []RoundNo) (Visit, bool) {
	if v.Kind != Routine || len(rounds) != 1 || b.Visit(v).Planned || b.Visit(v).Begun != 0 {
		return Visit{}, false
	}
	var from []Visit
	for n := range b.rounds {
		id := VisitID{Round: n, Kind: Routine, School: v.School}
		if now := b.Visit(id); n != v.Round && (now.Planned || now.Begun != 0) {
			from = append(from, now)
		}
	}
	if len(from) != 1 || b.worked(from[0].ID) {
		return Visit{}, false
	}
	return from[0], true
}

// worked reports whether a visit has begun or anything was set down at it.
func (b *Book) worked(v VisitID) bool {
	return b.Visit(v).Begun != 0 || b.TallyOf(v).Begun
}

// leave decides about the visits that are gone from the file: those of its
// rounds and its kinds.
func (c *PlanChange) leave(b *Book, in IncomingPlan, removeGone bool) {
	type part struct {
		round RoundNo
		kind  VisitKind
	}
	speaks, stays, moved := map[part]bool{}, map[VisitID]bool{}, map[VisitID]bool{}
	for _, v := range in.Visits {
		speaks[part{v.ID.Round, v.ID.Kind}], stays[v.ID] = true, true
	}
	for _, m := range c.Moved {
		moved[m.Was.ID] = true
	}
	for _, r := range b.Rounds() {
		for _, v := range b.VisitsIn(r.No) {
			if !speaks[part{r.No, v.ID.Kind}] || stays[v.ID] || moved[v.ID] {
				continue
			}
			gone := GoneVisit{Visit: v, Work: b.worked(v.ID)}
			if removeGone && !gone.Work {
				gone.Taken = true
				b.plan(&c.fact, v.ID, 0)
			}
			c.Gone = append(c.Gone, gone)
		}
	}
}

// staff compares the members and their places in teams.
func (c *PlanChange) staff(b *Book, in IncomingPlan) error {
	members := make([]Member, len(in.Members))
	unit := b.units()
	for i, m := range in.Members {
		was, _ := b.Member(m.ID)
		is := was
		is.ID, is.Name = m.ID, m.Name
		is.take(m, in.MemberSays)
		members[i] = is
		before := len(c.fact.Writes)
		if err := b.enterMember(&c.fact, is, unit); err != nil {
			return err
		}
		if len(c.fact.Writes) > before {
			c.Members = append(c.Members, MemberChange{was, is})
		}
	}
	check := Fact{}
	if err := b.staff(&check, members, in.Postings); err != nil {
		return err
	}
	for _, p := range in.Postings {
		was := b.PostingOf(p.Member, p.Round)
		p.Role = cmp.Or(p.Role, was.Role, Inspector)
		before := len(c.fact.Writes)
		if err := b.post(&c.fact, p); err != nil {
			return err
		}
		if len(c.fact.Writes) > before {
			c.Postings = append(c.Postings, PostingChange{was, p})
		}
	}
	return nil
}

// take takes over what a file says of a member.
func (m *Member) take(from Member, says []Field) {
	for _, f := range says {
		switch f {
		case MemberPost:
			m.Post = from.Post
		case MemberPresent:
			m.Present = from.Present
		case MemberFormer:
			m.Former = from.Former
		case MemberKin:
			m.Kin = from.Kin
		}
	}
}

// After is a book as it would be with one more fact, to look at before the fact
// is taken. The book itself does not change.
func (b *Book) After(f Fact) *Book {
	var then Book
	for _, e := range b.Log() {
		then.Apply(e)
	}
	then.Apply(&Entry{Device: DeviceID{0xff}, Seq: 1, Stamp: Stamp{Millis: 1 << 62}, Fact: f, Hash: Hash{0xff}})
	return &then
}
