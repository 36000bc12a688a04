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
	OffList    int           // answers on items that the checklist has not (any more): kept, not counted
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
func (t *Tally) Add(u Tally) { t.add(u, 1) }

func (t *Tally) add(u Tally, sign int) {
	t.Applicable += sign * u.Applicable
	t.Undecided += sign * u.Undecided
	t.Hidden += sign * u.Hidden
	t.OffList += sign * u.OffList
	for i := range t.Verdicts {
		t.Verdicts[i] += sign * u.Verdicts[i]
	}
}

// Of is how many applicable items have the verdict, of all applicable ones.
func (t Tally) Of(v Verdict) Rate {
	return Rate{Rule: VerdictRule, N: t.Verdicts[v], Of: t.Applicable}
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
	VerdictRule
	BegunRule
	WorkRule
	RectifiedRule
	OverdueRule
	LookBackRule
	SealedRule
	WeekRule
	rules
)

// VisitTally is one visit's count, whole and by section.
type VisitTally struct {
	All       Tally
	Sections  map[int]*Tally  // by section number
	Findings  int             // not withdrawn
	Found     map[int]int     // the same by the section of their item; 0 is outside the checklist
	Withdrawn int             // findings that are not counted
	Work      [counters]int64 // by Counter
	Form      Statistics      // the numbers of the statistics form
	Begun     bool            // somebody was there, or set something down

	verdicts []Verdict // by place on the checklist; None where the item does not apply
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
	t := &VisitTally{Sections: map[int]*Tally{}, Found: map[int]int{}}
	b.eachVerdict(v, func(sec *Section, it *Item, applies Holds, verdict Verdict) {
		one := t.Sections[sec.Number]
		if one == nil {
			one = &Tally{}
			t.Sections[sec.Number] = one
		}
		one.count(applies, verdict)
		if applies == No {
			verdict = None
		}
		t.verdicts = append(t.verdicts, verdict)
	})
	for _, one := range t.Sections {
		t.All.Add(*one)
	}
	t.All.OffList = len(b.OffList(v))
	t.Form = b.statistics(v)
	t.Work = t.Form.Counts
	b.countFindings(t, v, s)
	t.Begun = b.Visit(v).Begun != 0 || t.worked()
	return t
}

// worked reports whether anything was set down at the visit.
func (t *VisitTally) worked() bool {
	return t.All.Any() || t.All.OffList > 0 || t.Findings+t.Withdrawn > 0 || t.Form != Statistics{}
}

func (b *Book) countFindings(t *VisitTally, v VisitID, s *visitState) {
	list := b.ChecklistOf(v.Round)
	for _, id := range s.findings {
		f, ok := b.Finding(id)
		switch {
		case !ok:
		case !f.State.Counts():
			t.Withdrawn++
		default:
			t.Findings++
			t.Found[list.sectionOf(f.Item)]++
			t.Form.count(b, &f)
		}
	}
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

// eachVerdict calls f for every item of the visit's checklist. A look-back has
// none: it answers earlier findings.
func (b *Book) eachVerdict(v VisitID, f func(*Section, *Item, Holds, Verdict)) {
	list, school := b.ChecklistOf(v.Round), b.School(v.School)
	if list == nil || school == nil || v.Kind == LookBack {
		return
	}
	at := Register{Field: AnswerVerdict, Visit: v}
	list.Items(func(sec *Section, it *Item) {
		at.Item = it.Code
		f(sec, it, it.Applies.Of(school), verdictOf(b.value(at)))
	})
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
