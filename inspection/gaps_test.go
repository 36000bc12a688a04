package inspection

import (
	"fmt"
	"testing"
)

// gapsOf are how many gaps of a kind there are, and the first.
func (l *laptop) gapsOf(v VisitID, k GapKind) (n int, first Gap) {
	for _, g := range l.Gaps(v) {
		if g.Kind == k {
			if n == 0 {
				first = g
			}
			n++
		}
	}
	return n, first
}

// TestEachGapAndItsCure: every line of the leave-site check comes from what is
// missing, names where to cure it, and goes when it is cured.
func TestEachGapAndItsCure(t *testing.T) {
	second := VisitID{Round: 2, Kind: Routine, School: "S001"}
	verdict := func(v VisitID, code ItemCode, verdict Verdict) func(*laptop) (Fact, error) {
		return func(l *laptop) (Fact, error) { return l.Answer(v, code, Change{Verdict: &verdict}) }
	}
	note := func(v VisitID, code ItemCode) func(*laptop) (Fact, error) {
		return func(l *laptop) (Fact, error) { return l.Answer(v, code, Change{Note: point("说明")}) }
	}
	file, pair := testEvidence(1), Details{Undertakers: []string{"甲", "乙"}}
	for name, c := range map[string]struct {
		kind   GapKind
		at     VisitID
		where  Gap
		before func(*laptop) (Fact, error)
		miss   func(*laptop) (Fact, error)
		cure   func(*laptop) (Fact, error)
	}{
		"not cleared":          {NotCleared, routine, Gap{Item: "1.01"}, nil, verdict(routine, "1.01", Unclear), verdict(routine, "1.01", Met)},
		"unmet without a word": {NoWords, routine, Gap{Item: "1.01"}, nil, verdict(routine, "1.01", Unmet), note(routine, "1.01")},
		"partly without a finding": {NoWords, routine, Gap{Item: "1.01"}, nil, verdict(routine, "1.01", Partly),
			func(l *laptop) (Fact, error) { return l.Raise("f", routine, "1.01", "题", "事") }},
		"na without a reason":    {NoReason, routine, Gap{Item: "1.01"}, nil, verdict(routine, "1.01", NA), note(routine, "1.01")},
		"unmet the round before": {Contradiction, second, Gap{Item: "1.01"}, verdict(routine, "1.01", Unmet), verdict(second, "1.01", Met), note(second, "1.01")},
		"na the round before":    {Contradiction, second, Gap{Item: "1.01"}, verdict(routine, "1.01", NA), verdict(second, "1.01", Met), note(second, "1.01")},
		"a finding unproved": {NoEvidence, routine, Gap{Finding: "f"}, nil,
			func(l *laptop) (Fact, error) { return l.Raise("f", routine, "", "题", "事") },
			func(l *laptop) (Fact, error) { return l.Attach(routine, file, "证.pdf", 1, "", "f") }},
		"one undertaker": {OneName, routine, Gap{Finding: "f"}, nil,
			func(l *laptop) (Fact, error) { return l.Raise("f", routine, "", "题", "事") },
			func(l *laptop) (Fact, error) { return l.Detail("f", pair) }},
		"a finding put away": {OneName, routine, Gap{Finding: "f"}, nil,
			func(l *laptop) (Fact, error) { return l.Raise("f", routine, "", "题", "事") },
			func(l *laptop) (Fact, error) { return l.Withdraw("f") }},
		"a paper out": {PaperOut, routine, Gap{ID: "p"}, nil,
			func(l *laptop) (Fact, error) { return l.AskPaper(routine, "p", "合同", 20_600) },
			func(l *laptop) (Fact, error) { return l.MovePaper(routine, "p", Back, 20_601) }},
		"no caption": {NoCaption, routine, Gap{ID: string(file)}, nil,
			func(l *laptop) (Fact, error) { return l.Attach(routine, file, "证.pdf", 1, "1.01", "") },
			func(l *laptop) (Fact, error) { return l.Describe(routine, file, EvidenceNote{Caption: "凭证"}) }},
		"perhaps not for it":    {Undecided, routine, Gap{Item: "1.03"}, nil, verdict(routine, "1.03", Met), traits(AllTraits, Canteen)},
		"no longer for it":      {NotCounted, routine, Gap{Item: "1.03"}, verdict(routine, "1.03", Met), traits(AllTraits, 0), traits(AllTraits, Canteen)},
		"no longer on the list": {NotListed, routine, Gap{Item: "1.02"}, verdict(routine, "1.02", Met), adopting(without("t2", "1.02")), adopting(testChecklist())},
	} {
		t.Run(name, func(t *testing.T) {
			l := founded(t, 1)
			do := l.doing(t)
			if c.before != nil {
				do(c.before(l))
			}
			was, _ := l.gapsOf(c.at, c.kind)
			do(c.miss(l))
			n, first := l.gapsOf(c.at, c.kind)
			if n != was+1 || first.Words == "" || first.Item != c.where.Item && c.where.Item != "" || first.Finding != c.where.Finding || first.ID != c.where.ID {
				t.Errorf("%d gaps, %+v", n, first)
			}
			do(c.cure(l))
			if n, left := l.gapsOf(c.at, c.kind); n != was {
				t.Errorf("cured, and yet %+v", left)
			}
		})
	}
}

// adopting has the first round take another checklist.
func adopting(c *Checklist) func(*laptop) (Fact, error) {
	return func(l *laptop) (Fact, error) { return l.Adopt(c, 1) }
}

// traits sets what is known of the school's traits.
func traits(of, is Traits) func(*laptop) (Fact, error) {
	return func(l *laptop) (Fact, error) {
		s := *l.School("S001")
		s.Known, s.Traits = of, is
		return l.Enrol(Roster{s})
	}
}

func TestNoVerdictIsAGap(t *testing.T) {
	l := founded(t, 1)
	l.doing(t)(l.Answer(routine, "1.02", Change{Verdict: point(Met)}))
	if n, first := l.gapsOf(routine, NoVerdict); n != l.TallyOf(routine).All.Applicable-1 || first.Item != "1.01" {
		t.Errorf("%d without a verdict, first %+v", n, first)
	}
}

// TestGapsOfALookBack: it lacks its answers, not the checklist's.
func TestGapsOfALookBack(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	if n, first := l.gapsOf(lookBack, NoVerdict); n != 2 || first.Finding != "f1" || first.Words != "题f1" {
		t.Errorf("%d without an answer, first %+v", n, first)
	}
	do(l.Relook(lookBack, "f1", Fixed, ""))
	do(l.Relook(lookBack, "f2", CannotTell, ""))
	if all := l.Gaps(lookBack); len(all) != 0 {
		t.Errorf("still %+v", all)
	}
}

// TestEvidenceOfTheMergedCounts: what was merged in brings its evidence along.
func TestEvidenceOfTheMergedCounts(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.Attach(routine, testEvidence(1), "证.pdf", 1, "", "f1"))
	if n, _ := l.gapsOf(routine, NoEvidence); n != 1 {
		t.Fatalf("%d without evidence", n)
	}
	do(l.Merge("f1", "f2"))
	if n, g := l.gapsOf(routine, NoEvidence); n != 0 {
		t.Errorf("still %+v", g)
	}
}

// TestConflictsAreGaps names what they are about, always in the same order.
func TestConflictsAreGaps(t *testing.T) {
	a, _ := apart(t, oneSchoolYard(t, 0),
		func(l *laptop) (Fact, error) { return l.Revise("f1", "甲题", "甲事") },
		func(l *laptop) (Fact, error) { return l.Revise("f1", "乙题", "乙事") })
	b := a.twin(4)
	do := b.doing(t)
	do(b.Answer(routine, "1.02", Change{Verdict: point(Met)}))
	x, y := a.twin(5), b
	x.doing(t)(x.Answer(routine, "1.02", Change{Verdict: point(Unmet), Note: point("记")}))
	y.Apply(x.last)
	want := fmt.Sprint(y.Gaps(routine))
	for range 20 {
		if got := fmt.Sprint(y.again().Gaps(routine)); got != want {
			t.Fatalf("another order:\n%s\n%s", got, want)
		}
	}
	n, first := y.gapsOf(routine, InConflict)
	if n != 3 || first.Item != "1.02" || first.Finding != "" {
		t.Errorf("%d conflicts, first %+v", n, first)
	}
	last := y.Gaps(routine)[len(y.Gaps(routine))-1]
	if last.Finding != "f1" || last.Item != "" {
		t.Errorf("the last is %+v", last)
	}
}
