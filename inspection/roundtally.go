package inspection

import (
	"cmp"
	"slices"
)

// RoundTally is one round's count. It changes with the book: read it, and ask
// again after the next entry.
type RoundTally struct {
	Planned, Begun, Finished int // visits; Begun have at least begun
	All                      Tally
	Sections                 map[int]*Tally // none where nothing was counted
	Items                    map[ItemCode]*ItemTally
	Findings                 int
	Found                    map[int]int // findings by section; 0 is outside the checklist
	Troubled                 int         // visits with findings
	Withdrawn                int         // findings that are not counted
	Work                     [counters]int64
	Form                     Statistics // the numbers of the statistics form
}

// TallyRound counts a round over its planned and begun visits. What it gives
// must not be changed. After an entry only the visit that it is about is
// counted again, so that a round of any size costs the same.
func (b *Book) TallyRound(n RoundNo) *RoundTally {
	s := b.rounds[n]
	if s == nil {
		return &RoundTally{}
	}
	list, again := b.ChecklistOf(n), s.stale
	if s.tally == nil || s.epoch != b.epoch {
		s.tally, s.epoch = newRoundTally(), b.epoch
		for _, v := range s.visits {
			b.visits[v].counted = nil
		}
		again = s.visits
	}
	for _, v := range again {
		b.recount(s.tally, v, list)
	}
	s.stale = nil
	return s.tally
}

func newRoundTally() *RoundTally {
	return &RoundTally{Sections: map[int]*Tally{}, Items: map[ItemCode]*ItemTally{}, Found: map[int]int{}}
}

// recount puts a visit's count in place of the one that the round's rests on.
// Look-backs have no checklist and stand in the ledger's figures instead.
func (b *Book) recount(t *RoundTally, v VisitID, list *Checklist) {
	s := b.visits[v]
	if s.counted != nil {
		t.put(s.counted, -1, list)
	}
	s.counted, s.stale = nil, false
	if now := b.Visit(v); v.Kind != LookBack && (now.Planned || now.Begun != 0) {
		s.counted = b.TallyOf(v)
		t.put(s.counted, 1, list)
	}
}

// put adds a visit's count, or takes it out again.
func (t *RoundTally) put(one *VisitTally, sign int, list *Checklist) {
	t.Planned += sign
	if !one.Begun {
		return // nobody was there: its items are no gap yet
	}
	t.Begun += sign
	if one.All.Finished() {
		t.Finished += sign
	}
	if one.Findings > 0 {
		t.Troubled += sign
	}
	t.Findings += sign * one.Findings
	t.Withdrawn += sign * one.Withdrawn
	t.All.add(one.All, sign)
	t.Form.put(&one.Form, sign)
	for c := range one.Work {
		t.Work[c] += int64(sign) * one.Work[c]
	}
	t.putSections(one, sign)
	t.putItems(one, sign, list)
}

// putSections leaves no empty count behind, so that a round counted bit by bit
// is the same as one counted at once.
func (t *RoundTally) putSections(one *VisitTally, sign int) {
	for number, sec := range one.Sections {
		if t.Sections[number] == nil {
			t.Sections[number] = &Tally{}
		}
		if t.Sections[number].add(*sec, sign); *t.Sections[number] == (Tally{}) {
			delete(t.Sections, number)
		}
	}
	for number, n := range one.Found {
		if t.Found[number] += sign * n; t.Found[number] == 0 {
			delete(t.Found, number)
		}
	}
}

func (t *RoundTally) putItems(one *VisitTally, sign int, list *Checklist) {
	if list == nil {
		return
	}
	place := -1
	list.Items(func(_ *Section, it *Item) {
		place++
		if place >= len(one.verdicts) || one.verdicts[place] == None {
			return
		}
		i := t.Items[it.Code]
		if i == nil {
			i = &ItemTally{Code: it.Code}
			t.Items[it.Code] = i
		}
		if i.Verdicts[one.verdicts[place]] += sign; i.Verdicts == [verdicts]int{} {
			delete(t.Items, it.Code)
		}
	})
}

// Coverage is finished visits of those planned.
func (t *RoundTally) Coverage() Rate {
	return Rate{Rule: CoverageRule, N: t.Finished, Of: t.Planned}
}

// Arrived is the visits begun of those planned.
func (t *RoundTally) Arrived() Rate {
	return Rate{Rule: BegunRule, N: t.Begun, Of: t.Planned}
}

// Common lists the items that were 不符合 anywhere, the most often first, each
// with n of N visits.
func (t *RoundTally) Common() []ItemTally {
	var all []ItemTally
	for _, it := range t.Items {
		if it.Verdicts[Unmet] > 0 {
			all = append(all, *it)
		}
	}
	slices.SortFunc(all, func(x, y ItemTally) int {
		return cmp.Or(
			cmp.Compare(y.Verdicts[Unmet], x.Verdicts[Unmet]),
			cmp.Compare(x.Visited(), y.Visited()),
			CompareCodes(x.Code, y.Code),
		)
	})
	return all
}

// ItemTally counts one item over the visits of a round. Visited is N in
// "不符合 at n of N": the visits where the item was judged.
type ItemTally struct {
	Code     ItemCode
	Verdicts [verdicts]int
}

// Visited is at how many visits the item was judged.
func (t ItemTally) Visited() int {
	return t.Verdicts[Met] + t.Verdicts[Partly] + t.Verdicts[Unmet]
}

// Rate is the n of N of a common problem.
func (t ItemTally) Rate() Rate {
	return Rate{Rule: CommonRule, N: t.Verdicts[Unmet], Of: t.Visited(), Out: t.Verdicts[NA] + t.Verdicts[Unclear]}
}
