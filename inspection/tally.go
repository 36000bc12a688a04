package inspection

import (
	"cmp"
	"slices"
)

// The rules of every figure stand here; screens and papers print them from
// [Rate.Rule], so that a number and its rule cannot part.

// Tally counts the answers on some items of some visits.
type Tally struct {
	Applicable int
	Verdicts   [verdicts]int // by Verdict, applicable items only; None are those without one
	Undecided  int           // of the applicable, those that apply only as far as is known (待定)
	Hidden     int           // answers on items that do not apply (any more): kept, not counted
}

// Answered is how many applicable items were found out: 未查清 is not.
func (t Tally) Answered() int {
	return t.Applicable - t.Verdicts[None] - t.Verdicts[Unclear]
}

// Finished reports whether no applicable item is without a verdict. 未查清 is a
// verdict here, and is shown apart.
func (t Tally) Finished() bool { return t.Applicable > 0 && t.Verdicts[None] == 0 }

// Any reports whether there is any verdict.
func (t Tally) Any() bool { return t.Verdicts[None] < t.Applicable }

// Progress is answered / applicable.
func (t Tally) Progress() Rate {
	return Rate{Rule: ProgressRule, N: t.Answered(), Of: t.Applicable}
}

// Met is the 符合率: 符合 / (符合 + 基本符合 + 不符合). 不适用 and 未查清 are left
// out.
func (t Tally) Met() Rate {
	return Rate{Rule: MetRule, N: t.Verdicts[Met], Of: t.Judged(), Out: t.Verdicts[NA] + t.Verdicts[Unclear]}
}

// MetHalf is the named alternative that counts 基本符合 as one half. N and Of
// are doubled.
func (t Tally) MetHalf() Rate {
	return Rate{Rule: MetHalfRule, N: 2*t.Verdicts[Met] + t.Verdicts[Partly], Of: 2 * t.Judged(), Out: t.Verdicts[NA] + t.Verdicts[Unclear]}
}

// Judged is how many items were 符合, 基本符合 or 不符合.
func (t Tally) Judged() int {
	return t.Verdicts[Met] + t.Verdicts[Partly] + t.Verdicts[Unmet]
}

// Add puts another tally's counts to t's.
func (t *Tally) Add(u Tally) {
	t.Applicable += u.Applicable
	t.Undecided += u.Undecided
	t.Hidden += u.Hidden
	for i := range t.Verdicts {
		t.Verdicts[i] += u.Verdicts[i]
	}
}

// Rate is a figure that can explain itself: its rule, N of Of, and how many it
// left out.
type Rate struct {
	Rule  Rule
	N, Of int
	Out   int
}

// Share is N / Of; ok is false where there is nothing to divide by.
func (r Rate) Share() (share float64, ok bool) {
	if r.Of == 0 {
		return 0, false
	}
	return float64(r.N) / float64(r.Of), true
}

// Rule names how a figure is made. Its words are in terms.go.
type Rule uint8

// The rules.
const (
	_ Rule = iota
	ProgressRule
	MetRule
	MetHalfRule
	CoverageRule
	CommonRule
	FindingRule
	rules
)

// VisitTally is one visit's count, whole and by section.
type VisitTally struct {
	All      Tally
	Sections map[int]*Tally // by section number
	Findings int            // not withdrawn
}

// RoundTally is one round's count.
type RoundTally struct {
	Planned, Begun, Finished int // visits; Begun have at least begun
	All                      Tally
	Sections                 map[int]*Tally
	Items                    map[ItemCode]*ItemTally
	Findings                 int
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

// TallyOf counts a visit. What it gives must not be changed.
func (b *Book) TallyOf(v VisitID) *VisitTally {
	s := b.visits[v]
	if s == nil {
		return &VisitTally{}
	}
	if s.tally == nil || s.epoch != b.epoch {
		s.tally, s.epoch = b.count(v, s), b.epoch
	}
	return s.tally
}

func (b *Book) count(v VisitID, s *visitState) *VisitTally {
	t := &VisitTally{Sections: map[int]*Tally{}}
	b.eachVerdict(v, func(sec *Section, it *Item, applies Holds, verdict Verdict) {
		one := t.Sections[sec.Number]
		if one == nil {
			one = &Tally{}
			t.Sections[sec.Number] = one
		}
		one.count(applies, verdict)
	})
	for _, one := range t.Sections {
		t.All.Add(*one)
	}
	for _, id := range s.findings {
		if f, ok := b.Finding(id); ok && f.State != Withdrawn {
			t.Findings++
		}
	}
	return t
}

func (t *Tally) count(applies Holds, verdict Verdict) {
	if applies == No {
		if verdict != None {
			t.Hidden++
		}
		return
	}
	t.Applicable++
	t.Verdicts[verdict]++
	if applies == Unknown {
		t.Undecided++
	}
}

// eachVerdict calls f for every item of the visit's checklist.
func (b *Book) eachVerdict(v VisitID, f func(*Section, *Item, Holds, Verdict)) {
	list, school := b.ChecklistOf(v.Round), b.School(v.School)
	if list == nil || school == nil {
		return
	}
	at := Register{Field: AnswerVerdict, Visit: v}
	list.Items(func(sec *Section, it *Item) {
		at.Item = it.Code
		f(sec, it, it.Applies.Of(school), verdictOf(b.value(at)))
	})
}

// TallyRound counts a round over its planned and begun visits. What it gives
// must not be changed.
func (b *Book) TallyRound(n RoundNo) *RoundTally {
	s := b.rounds[n]
	if s == nil {
		return &RoundTally{}
	}
	if s.tally == nil || s.epoch != b.epoch {
		s.tally, s.epoch = b.countRound(n), b.epoch
	}
	return s.tally
}

func (b *Book) countRound(n RoundNo) *RoundTally {
	t := &RoundTally{Sections: map[int]*Tally{}, Items: map[ItemCode]*ItemTally{}}
	for _, v := range b.VisitsIn(n) {
		one := b.TallyOf(v.ID)
		t.Planned++
		if v.Begun == 0 && !one.All.Any() {
			continue // nobody was there: its items are no gap yet
		}
		t.Begun++
		if one.All.Finished() {
			t.Finished++
		}
		t.add(one)
		b.countItems(t, v.ID)
	}
	return t
}

func (t *RoundTally) add(one *VisitTally) {
	t.All.Add(one.All)
	t.Findings += one.Findings
	for number, sec := range one.Sections {
		if t.Sections[number] == nil {
			t.Sections[number] = &Tally{}
		}
		t.Sections[number].Add(*sec)
	}
}

func (b *Book) countItems(t *RoundTally, v VisitID) {
	b.eachVerdict(v, func(_ *Section, it *Item, applies Holds, verdict Verdict) {
		if applies == No || verdict == None {
			return
		}
		one := t.Items[it.Code]
		if one == nil {
			one = &ItemTally{Code: it.Code}
			t.Items[it.Code] = one
		}
		one.Verdicts[verdict]++
	})
}

// Coverage is finished visits of those planned.
func (t *RoundTally) Coverage() Rate {
	return Rate{Rule: CoverageRule, N: t.Finished, Of: t.Planned}
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

// Rate is the n of N of a common problem.
func (t ItemTally) Rate() Rate {
	return Rate{Rule: CommonRule, N: t.Verdicts[Unmet], Of: t.Visited(), Out: t.Verdicts[NA] + t.Verdicts[Unclear]}
}

// CompareCodes orders item codes as people count: 2.9 before 2.10 and 10.1.
func CompareCodes(x, y ItemCode) int {
	for len(x) > 0 && len(y) > 0 {
		m, restX := leading(x)
		n, restY := leading(y)
		if c := cmp.Compare(m, n); c != 0 {
			return c
		}
		x, y = restX, restY
	}
	return cmp.Compare(len(x), len(y))
}

// leading takes a whole number, or else one byte, off the front of a code.
func leading(c ItemCode) (n int, rest ItemCode) {
	i := 0
	for i < len(c) && i < 9 && '0' <= c[i] && c[i] <= '9' {
		n = n*10 + int(c[i]-'0')
		i++
	}
	if i == 0 {
		return 1<<30 + int(c[0]), c[1:]
	}
	return n, c[i:]
}

// Uncounted lists the items of a visit that have an answer but do not apply.
func (b *Book) Uncounted(v VisitID) []ItemCode {
	var codes []ItemCode
	b.eachVerdict(v, func(_ *Section, it *Item, applies Holds, verdict Verdict) {
		if applies == No && verdict != None {
			codes = append(codes, it.Code)
		}
	})
	return codes
}

// EarlierAnswers are what the visits of other, earlier rounds to the same
// school say of an item, the latest first.
func (b *Book) EarlierAnswers(v VisitID, code ItemCode) []EarlierAnswer {
	var all []EarlierAnswer
	for _, w := range b.VisitsTo(v.School) {
		if w.ID.Round >= v.Round {
			continue
		}
		if a := b.AnswerAt(w.ID, code); a.Verdict != None || a.Note != "" {
			all = append(all, EarlierAnswer{Visit: w.ID, Answer: a})
		}
	}
	slices.Reverse(all)
	return all
}

// EarlierAnswer is an answer of an earlier visit.
type EarlierAnswer struct {
	Visit  VisitID
	Answer Answer
}
