package inspection

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// State is what a book holds without how it came about: enough to found a book
// on that shows the same. It has no stamps and no devices but those that number
// findings. What nobody can see any more is left out: registers of a school, a
// finding or a file that was undone.
type State struct {
	Holds    []Held         // in the order of their registers
	Counts   []Add          // one for each visit and counter
	Raised   []FindingID    // all findings, those of a visit in the order of raising
	Clashing []FindingID    // of them those whose number another has with the better right
	Numbers  []LastNumber   // by round and team
	Seals    []AmendedVisit // the earliest seal first
}

// Held is one register and what it shows.
type Held struct {
	Register Register
	Value    Value
	Author   string // of a verdict, of a finding's title and of a look-back's answer
}

// LastNumber is the highest number that a team ever gave in a round.
type LastNumber struct {
	Round RoundNo
	Team  int
	N     int
}

// AmendedVisit is a sealed visit and what of it is not as it was sealed.
type AmendedVisit struct {
	Visit   VisitID
	Amended []Difference
}

// State reads off what the book holds.
func (b *Book) State() *State {
	x := reading{Book: b, shown: map[FindingID]*Finding{}, places: map[ChecklistID]map[ItemCode]int{}}
	s := &State{}
	for r, c := range b.cells {
		if c.top.write == nil || c.top.write.Value.IsZero() || !x.shows(r) {
			continue
		}
		s.Holds = append(s.Holds, x.held(r, c.top))
	}
	slices.SortFunc(s.Holds, func(x, y Held) int { return x.Register.Compare(y.Register) })
	for key, n := range b.counts {
		if n != 0 && x.visit(key.visit) {
			s.Counts = append(s.Counts, Add{Visit: key.visit, Counter: key.counter, N: n})
		}
	}
	slices.SortFunc(s.Counts, func(x, y Add) int {
		return cmp.Or(x.Visit.Compare(y.Visit), cmp.Compare(x.Counter, y.Counter))
	})
	x.raisings(s)
	x.seals(s)
	return s
}

// reading is a book that is being read off, with what is asked often.
type reading struct {
	*Book
	shown  map[FindingID]*Finding // nil for one that is gone
	places map[ChecklistID]map[ItemCode]int
}

func (x *reading) finding(id FindingID) *Finding {
	f, known := x.shown[id]
	if !known {
		if now, ok := x.Finding(id); ok {
			f = &now
		}
		x.shown[id] = f
	}
	return f
}

// held is a register as it is shown: an item by its place among those that are
// there, a finding in the state that it counts as.
func (x *reading) held(r Register, top head) Held {
	h := Held{Register: r, Value: top.write.Value}
	switch r.Field {
	case AnswerVerdict, FindingTitle, LookBackAnswer:
		h.Author = top.entry.Author
	case FindingStanding:
		h.Value.N = int64(x.finding(FindingID(r.ID)).State)
	case ItemTitle:
		h.Value.N = int64(x.place(ChecklistID(r.ID), r.Item))
	}
	return h
}

// place is an item's place on its checklist, from 1; 0 for one that is gone.
func (x *reading) place(id ChecklistID, code ItemCode) int {
	if x.places[id] == nil {
		all := map[ItemCode]int{}
		if list := x.Checklist(id); list != nil {
			list.Items(func(_ *Section, it *Item) { all[it.Code] = len(all) + 1 })
		}
		x.places[id] = all
	}
	return x.places[id][code]
}

// shows reports whether somebody can still see what a register holds.
func (x *reading) shows(r Register) bool {
	switch f := r.Field; {
	case f >= CampaignID && f <= CampaignZone, f == OfficeWords, f == OfficeScale:
		return true
	case f == RoundChecklist:
		return x.round(r.Visit.Round) && x.Checklist(ChecklistID(x.value(r).Text)) != nil
	case f >= RoundTitle && f <= RoundEnd, f == RoundDeadlines, f == NumberHolder:
		return x.round(r.Visit.Round)
	case f >= SchoolName && f <= SchoolNote, f == SchoolClosed, f == SchoolGroup:
		return x.School(r.Visit.School) != nil
	case f >= ChecklistTitle && f <= ItemTypical, f == ItemFrom:
		return x.showsListed(r)
	case f >= MemberName && f <= MemberTeam:
		return !x.value(Register{Field: MemberName, ID: r.ID}).IsZero() && (f != MemberTeam || x.round(r.Visit.Round))
	}
	return x.visit(r.Visit) && x.showsAt(r)
}

func (x *reading) round(n RoundNo) bool {
	_, ok := x.Round(n)
	return ok
}

func (x *reading) visit(v VisitID) bool {
	return v.Kind != 0 && v.Kind < visitKinds && x.round(v.Round) && x.School(v.School) != nil
}

func (x *reading) showsListed(r Register) bool {
	list := x.Checklist(ChecklistID(r.ID))
	switch {
	case list == nil || r.Field == ChecklistTitle:
		return list != nil
	case r.Field == SectionName:
		return list.Section(sectionNumber(string(r.Item))) != nil
	}
	return x.place(list.ID, r.Item) > 0
}

// showsAt is shows for what belongs to a visit.
func (x *reading) showsAt(r Register) bool {
	holds := func(f Field) bool { return !x.value(Register{Field: f, Visit: r.Visit, ID: r.ID}).IsZero() }
	switch f := r.Field; {
	case f == FindingInto:
		now := x.finding(FindingID(r.ID))
		return now != nil && now.State == Merged
	case f >= FindingTitle && f <= FindingNumber, f >= RectifyWords && f <= RectifyReopened:
		now := x.finding(FindingID(r.ID))
		return now != nil && now.Visit == r.Visit
	case f == TalkBy || f == TalkDay:
		return holds(TalkPost)
	case f == PaperState:
		return holds(PaperName)
	case f == SealTips || f == AmendReason:
		return false // how it came about
	case f == SealHead || f == SealFigure:
		return x.sealed(r.Visit)
	}
	return true
}

// raisings lists the findings in their order, and what became of their numbers.
func (x *reading) raisings(s *State) {
	visits := map[VisitID][]FindingID{}
	for _, h := range s.Holds {
		if h.Register.Field == FindingTitle {
			visits[h.Register.Visit] = append(visits[h.Register.Visit], FindingID(h.Register.ID))
		}
	}
	for _, v := range sortedVisits(visits) {
		all := visits[v]
		slices.SortStableFunc(all, func(a, b FindingID) int { return x.raised(a).compare(x.raised(b)) })
		s.Raised = append(s.Raised, all...)
	}
	for _, id := range s.Raised {
		if f, _ := x.Finding(id); x.Clashes(&f) {
			s.Clashing = append(s.Clashing, id)
		}
	}
	for n, last := range x.numbers {
		if x.round(n.round) {
			s.Numbers = append(s.Numbers, LastNumber{n.round, n.team, last})
		}
	}
	slices.SortFunc(s.Numbers, func(x, y LastNumber) int {
		return cmp.Or(cmp.Compare(x.Round, y.Round), cmp.Compare(x.Team, y.Team))
	})
}

func sortedVisits[T any](all map[VisitID]T) []VisitID {
	return slices.SortedFunc(maps.Keys(all), VisitID.Compare)
}

// seals lists the sealed visits and what was changed in them since.
func (x *reading) seals(s *State) {
	for i := range s.Holds {
		if r := s.Holds[i].Register; r.Field == SealBy {
			s.Seals = append(s.Seals, AmendedVisit{Visit: r.Visit})
		}
	}
	by := func(v VisitID) *Entry { return x.cells[Register{Field: SealBy, Visit: v}].top.entry }
	slices.SortFunc(s.Seals, func(a, b AmendedVisit) int {
		return cmp.Or(by(a.Visit).compare(by(b.Visit)), a.Visit.Compare(b.Visit))
	})
	for i := range s.Seals {
		one := &s.Seals[i]
		for _, d := range x.Differences(one.Visit) {
			if d.Register.Field != SealFigure {
				d.To = s.at(d.Register)
			}
			if d.moved() {
				one.Amended = append(one.Amended, d)
			}
		}
	}
}

// at is what a register holds in the state.
func (s *State) at(r Register) Value {
	i, ok := slices.BinarySearchFunc(s.Holds, r, func(h Held, r Register) int { return h.Register.Compare(r) })
	if !ok {
		return Value{}
	}
	return s.Holds[i].Value
}

// moved reports whether a difference is one: a finding that stands in figures
// as it did is none, whatever the lead decided.
func (d *Difference) moved() bool {
	if d.Register.Field == FindingStanding {
		return FindingState(d.From.N).Counts() != FindingState(d.To.N).Counts()
	}
	return d.From != d.To
}

// Codes are the codes of all items on the state's checklists.
func (s *State) Codes() map[ItemCode]bool {
	all := map[ItemCode]bool{}
	for _, h := range s.Holds {
		if h.Register.Field == ItemTitle {
			all[h.Register.Item] = true
		}
	}
	return all
}

// Unlisted are the items that something is said of and that no checklist has
// any more: their answers are kept.
func (s *State) Unlisted() []ItemCode {
	listed, all := s.Codes(), map[ItemCode]bool{}
	for _, h := range s.Holds {
		for _, code := range h.items() {
			if !listed[code] {
				all[code] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(all), CompareCodes)
}

// Gone are the findings that evidence or a look-back speaks of and whose raising
// was undone.
func (s *State) Gone() []FindingID {
	raised, all := map[FindingID]bool{}, map[FindingID]bool{}
	for _, id := range s.Raised {
		raised[id] = true
	}
	for _, h := range s.Holds {
		id := FindingID("")
		switch h.Register.Field {
		case LookBackAnswer:
			id = FindingID(h.Register.ID)
		case EvidenceAtFinding, EvidenceProves:
			id = FindingID(h.Register.Item)
		}
		if id != "" && !raised[id] {
			all[id] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// items are the items that a register speaks of.
func (h *Held) items() []ItemCode {
	switch f := h.Register.Field; f {
	case AnswerVerdict, AnswerMethods, AnswerNote, AnswerChecked, EvidenceAtItem:
		return []ItemCode{h.Register.Item}
	case FindingItem:
		return []ItemCode{ItemCode(h.Value.Text)}
	case FindingLinked:
		var all []ItemCode
		for _, code := range strings.Split(h.Value.Text, "\n") {
			all = append(all, ItemCode(code))
		}
		return all
	}
	return nil
}

// Files is of how many files of evidence the state speaks.
func (s *State) Files() int {
	all := map[string]bool{}
	for _, h := range s.Holds {
		if h.Register.Field == EvidenceFile {
			all[h.Register.ID] = true
		}
	}
	return len(all)
}
