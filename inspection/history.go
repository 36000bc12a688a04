package inspection

import (
	"cmp"
	"iter"
	"slices"
)

// Step is one register's part in an entry: what it was, and what it became.
type Step struct {
	Register Register
	From, To Value
}

// Steps are what an entry changed, in the order of its registers.
func (b *Book) Steps(e *Entry) []Step {
	steps := make([]Step, len(e.Fact.Writes))
	for i := range e.Fact.Writes {
		w := &e.Fact.Writes[i]
		steps[i] = Step{Register: w.Register, From: b.replaced(w), To: w.Value}
	}
	return steps
}

// Log lists all entries, the oldest first. They must not be changed.
func (b *Book) Log() []*Entry {
	all := make([]*Entry, 0, b.entries)
	for _, br := range b.branches {
		br.each(func(e *Entry) { all = append(all, e) })
	}
	sortEntries(all)
	return all
}

// Entries are what the book holds now, those of each device in their order. It
// takes no time, and what it answers may be gone through while the book goes on:
// so another goroutine makes a book of its own.
func (b *Book) Entries() iter.Seq[*Entry] {
	var runs [][]*Entry // a run only grows
	for _, br := range b.branches {
		runs = append(runs, br.run)
		for _, waiting := range br.ahead {
			runs = append(runs, slices.Clone(waiting))
		}
	}
	return func(yield func(*Entry) bool) {
		for _, run := range runs {
			for _, e := range run {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// LogOf lists the entries about a visit; with an item, those about that item
// alone. The oldest come first.
func (b *Book) LogOf(v VisitID, item ItemCode) []*Entry {
	s := b.visits[v]
	if s == nil {
		return nil
	}
	var all []*Entry
	for _, e := range s.entries {
		if item == "" || e.about(v, item) {
			all = append(all, e)
		}
	}
	sortEntries(all)
	return slices.Compact(all)
}

// LogOfSchool lists the entries about a school and all its visits, the oldest
// first.
func (b *Book) LogOfSchool(code SchoolCode) []*Entry {
	var all []*Entry
	if s := b.schools[code]; s != nil {
		all = append(all, s.entries...)
	}
	for n := range b.rounds {
		for kind := Routine; kind < visitKinds; kind++ {
			if s := b.visits[VisitID{Round: n, Kind: kind, School: code}]; s != nil {
				all = append(all, s.entries...)
			}
		}
	}
	sortEntries(all)
	return slices.Compact(all)
}

// LogOfFinding lists the entries about a finding, the oldest first.
func (b *Book) LogOfFinding(id FindingID) []*Entry {
	s := b.findings[id]
	if s == nil {
		return nil
	}
	all := slices.Clone(s.entries)
	sortEntries(all)
	return slices.Compact(all)
}

// LogOfEvidence lists the entries about a file at a visit, the oldest first.
func (b *Book) LogOfEvidence(v VisitID, id EvidenceID) []*Entry {
	return slices.DeleteFunc(b.LogOf(v, ""), func(e *Entry) bool {
		return !slices.ContainsFunc(e.Fact.Writes, func(w Write) bool {
			f := w.Register.Field
			return f >= EvidenceFile && f <= EvidenceProves && w.Register.ID == string(id)
		})
	})
}

func (e *Entry) about(v VisitID, item ItemCode) bool {
	for i := range e.Fact.Writes {
		if r := e.Fact.Writes[i].Register; r.Visit == v && r.Item == item {
			return true
		}
	}
	return false
}

func sortEntries(all []*Entry) {
	slices.SortFunc(all, (*Entry).compare)
}

// Last is a device's last entry, or nil.
func (b *Book) Last(by DeviceID) *Entry {
	br := b.branches[by]
	if br == nil || len(br.run) == 0 {
		return nil
	}
	return br.run[len(br.run)-1]
}

// LastPlace is where a device's last answer or finding was: where to go on.
func (b *Book) LastPlace(by DeviceID) (v VisitID, item ItemCode, ok bool) {
	br := b.branches[by]
	if br == nil {
		return v, "", false
	}
	for i := len(br.run) - 1; i >= 0; i-- {
		for _, w := range br.run[i].Fact.Writes {
			if w.Register.Field >= AnswerVerdict && w.Register.Visit.School != "" {
				f, _ := b.Finding(w.Register.finding())
				return w.Register.Visit, cmp.Or(w.Register.item(), f.Item), true
			}
		}
	}
	return v, "", false
}

// Devices lists the devices that have written into the book.
func (b *Book) Devices() []DeviceID {
	all := make([]DeviceID, 0, len(b.branches))
	for d := range b.branches {
		all = append(all, d)
	}
	slices.SortFunc(all, func(x, y DeviceID) int {
		return cmp.Compare(string(x[:]), string(y[:]))
	})
	return all
}

// Touched counts the entries about a visit. The number grows with each, so that
// who keeps something of a visit can tell when to read it again.
func (b *Book) Touched(v VisitID) int {
	if s := b.visits[v]; s != nil {
		return len(s.entries)
	}
	return 0
}

// Epoch grows when schools, rounds or checklists change.
func (b *Book) Epoch() uint64 { return b.epoch }
