package inspection

import (
	"slices"
	"strconv"
)

// DefaultRounds is how many rounds the campaign of the source has: 分三轮完成.
const DefaultRounds = 3

// String is the number.
func (n RoundNo) String() string { return strconv.Itoa(int(n)) }

// OneRoundEach spreads a roster over rounds so that each school is in one, in
// the order of the roster: 61 schools over three are 21, 20 and 20. It is a
// placeholder until the office has its own plan.
func OneRoundEach(r Roster, rounds int) []VisitID {
	r = r.open()
	plan := make([]VisitID, 0, len(r))
	for i, s := range r {
		plan = append(plan, VisitID{Round: roundOf(i, len(r), rounds), Kind: Routine, School: s.Code})
	}
	return plan
}

// roundOf puts the i-th of n schools; the first rounds take what is left over.
func roundOf(i, n, rounds int) RoundNo {
	size, over := n/rounds, n%rounds
	if i < over*(size+1) {
		return RoundNo(i/(size+1) + 1)
	}
	return RoundNo((i-over)/size + 1)
}

// EveryRound plans every school in every round.
func EveryRound(r Roster, rounds int) []VisitID {
	r = r.open()
	plan := make([]VisitID, 0, rounds*len(r))
	for n := 1; n <= rounds; n++ {
		for _, s := range r {
			plan = append(plan, VisitID{Round: RoundNo(n), Kind: Routine, School: s.Code})
		}
	}
	return plan
}

// Replan judges that just these routine visits are planned. A visit that has
// begun, or in which anything was set down, stays planned whatever the plan says.
func (b *Book) Replan(plan []VisitID) (Fact, error) {
	want := make(map[VisitID]bool, len(plan))
	for _, v := range plan {
		want[v] = true
	}
	f := Fact{Kind: Planned}
	for n := range b.rounds {
		for _, v := range b.VisitsIn(n) {
			if v.ID.Kind == Routine && v.Planned && !want[v.ID] && !b.TallyOf(v.ID).Begun {
				b.plan(&f, v.ID, 0)
			}
		}
	}
	for v := range want {
		if err := b.plannable(v); err != nil {
			return Fact{}, err
		}
		b.plan(&f, v, 1)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f.sorted(), nil
}

// open leaves out the schools that are closed.
func (r Roster) open() Roster {
	return slices.DeleteFunc(slices.Clone(r), func(s School) bool { return s.Closed != 0 })
}

// plannable refuses what cannot be put into a round: a visit that is not known,
// and one to a school that is closed.
func (b *Book) plannable(v VisitID) error {
	if err := b.known(v); err != nil {
		return err
	}
	if s := b.School(v.School); s.Closed != 0 && !b.Visit(v).Planned {
		return refuse(SchoolIsClosed, s.Name)
	}
	return nil
}

// Plan judges one visit put into its round, or taken out of it.
func (b *Book) Plan(v VisitID, in bool) (Fact, error) {
	if err := b.known(v); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Planned}
	if in {
		if err := b.plannable(v); err != nil {
			return Fact{}, err
		}
		b.plan(&f, v, 1)
	} else {
		if b.Visit(v).Begun != 0 || b.TallyOf(v).Begun {
			return Fact{}, refuse(VisitHasWork, b.School(v.School).Name)
		}
		b.plan(&f, v, 0)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f, nil
}

func (b *Book) plan(f *Fact, v VisitID, n int64) {
	b.change(f, Register{Field: VisitPlanned, Visit: v}, Value{N: n})
}

// known refuses a visit of a round, a school or a kind that there is not.
func (b *Book) known(v VisitID) error {
	if _, ok := b.Round(v.Round); !ok {
		return refuse(NoSuchRound, v.Round.String())
	}
	if b.School(v.School) == nil {
		return refuse(NoSuchSchool, string(v.School))
	}
	if v.Kind == 0 || v.Kind >= visitKinds {
		return refuse(NoSuchKind, "")
	}
	return nil
}

// visitable refuses a visit at which nothing can be set down.
func (b *Book) visitable(v VisitID) error {
	if err := b.known(v); err != nil {
		return err
	}
	if now := b.Visit(v); !now.Planned && now.Begun == 0 {
		return refuse(NotPlanned, b.School(v.School).Name)
	}
	return nil
}

// Begin judges the start of a visit.
func (b *Book) Begin(v VisitID, today Day) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	if b.Visit(v).Begun != 0 {
		return Fact{}, refuse(AlreadyBegun, b.School(v.School).Name)
	}
	f := Fact{Kind: Begun}
	b.set(&f, Register{Field: VisitBegun, Visit: v}, Value{N: int64(today)})
	return f, nil
}

// Visit is what is known of a visit.
func (b *Book) Visit(v VisitID) Visit {
	s := b.visits[v]
	if s == nil {
		return Visit{ID: v}
	}
	if !s.known {
		s.visit, s.known = b.readVisit(v), true
	}
	return s.visit
}

func (b *Book) readVisit(v VisitID) Visit {
	at := func(f Field) int64 { return b.value(Register{Field: f, Visit: v}).N }
	return Visit{
		ID:      v,
		Planned: at(VisitPlanned) != 0,
		Begun:   Day(at(VisitBegun)),
		Parent:  RoundNo(at(VisitParent)),
		Team:    int(at(VisitTeam)),
		Batch:   int(at(VisitBatch)),
		From:    Day(at(VisitFrom)),
		To:      Day(at(VisitTo)),
	}
}

// VisitsIn are the visits of a round, planned or begun, in roster order. They
// must not be changed.
func (b *Book) VisitsIn(n RoundNo) []Visit {
	s := b.rounds[n]
	if s == nil {
		return nil
	}
	if !s.sorted {
		slices.SortFunc(s.visits, b.byRoster)
		s.sorted, s.there = true, nil
	}
	if s.there == nil {
		s.there = make([]Visit, 0, len(s.visits))
		for _, id := range s.visits {
			if v := b.Visit(id); v.Planned || v.Begun != 0 {
				s.there = append(s.there, v)
			}
		}
	}
	return slices.Clip(s.there)
}

// VisitsTo are the visits to a school, in the order of rounds.
func (b *Book) VisitsTo(code SchoolCode) []Visit {
	var all []Visit
	for _, r := range b.Rounds() {
		for kind := Routine; kind < visitKinds; kind++ {
			id := VisitID{Round: r.No, Kind: kind, School: code}
			if v := b.Visit(id); v.Planned || v.Begun != 0 {
				all = append(all, v)
			}
		}
	}
	return all
}

// Count judges something counted at a visit; n may be negative to put a
// mistake right.
func (b *Book) Count(v VisitID, c Counter, n int64) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	if c == 0 || c >= counters {
		return Fact{}, refuse(NoSuchCounter, "")
	}
	if n == 0 || n > maxChecked || n < -maxChecked || b.Counted(v, c)+n < 0 {
		return Fact{}, refuse(BadChecked, "")
	}
	return Fact{Kind: Counted, Adds: []Add{{Visit: v, Counter: c, N: n}}}, nil
}

// Counted is what was counted at a visit, on all laptops together.
func (b *Book) Counted(v VisitID, c Counter) int64 {
	return b.counts[countKey{v, c}]
}
