package inspection

import (
	"testing"
)

// TestStatesAllow: what can be done to a finding in each state, and nothing
// else.
func TestStatesAllow(t *testing.T) {
	reach := map[FindingState]func(l *laptop, do func(Fact, error) *Entry){
		Draft:     func(l *laptop, do func(Fact, error) *Entry) { do(l.Withdraw("f1")); do(l.Restore("f1")) },
		Withdrawn: func(l *laptop, do func(Fact, error) *Entry) { do(l.Withdraw("f1")) },
		Submitted: func(*laptop, func(Fact, error) *Entry) {},
		Adopted:   func(l *laptop, do func(Fact, error) *Entry) { do(l.AdoptFinding("f1", l.device, "")) },
		Returned:  func(l *laptop, do func(Fact, error) *Entry) { do(l.Return("f1", "再核")) },
		Rejected:  func(l *laptop, do func(Fact, error) *Entry) { do(l.Reject("f1", "证据不足")) },
		Merged:    func(l *laptop, do func(Fact, error) *Entry) { do(l.Merge("f1", "f2")) },
	}
	allowed := map[string][]FindingState{
		"submit":    {Draft, Returned},
		"adopt":     {Submitted},
		"return":    {Submitted},
		"reject":    {Submitted},
		"merge":     {Draft, Submitted, Returned, Adopted},
		"unmerge":   {Merged},
		"withdraw":  {Draft, Submitted, Returned, Adopted},
		"restore":   {Withdrawn},
		"revise":    {Draft, Submitted, Returned, Adopted},
		"feed back": {Adopted},
	}
	for state, arrive := range reach {
		l := oneSchoolYard(t, 0)
		arrive(l, l.doing(t))
		if f, _ := l.Finding("f1"); f.State != state {
			t.Fatalf("%s is %s", state.In(Chinese), f.State.In(Chinese))
		}
		for name, try := range map[string]func() (Fact, error){
			"submit":    func() (Fact, error) { return l.Submit("f1") },
			"adopt":     func() (Fact, error) { return l.AdoptFinding("f1", l.device, "") },
			"return":    func() (Fact, error) { return l.Return("f1", "理由") },
			"reject":    func() (Fact, error) { return l.Reject("f1", "理由") },
			"merge":     func() (Fact, error) { return l.Merge("f1", "f2") },
			"unmerge":   func() (Fact, error) { return l.Unmerge("f1") },
			"withdraw":  func() (Fact, error) { return l.Withdraw("f1") },
			"restore":   func() (Fact, error) { return l.Restore("f1") },
			"revise":    func() (Fact, error) { return l.Revise("f1", "新题", "新事") },
			"feed back": func() (Fact, error) { return l.FeedBack("f1", "", 20_600) },
		} {
			may := false
			for _, s := range allowed[name] {
				may = may || s == state
			}
			if _, err := try(); (err == nil) != may {
				t.Errorf("%s when %s: %v", name, state.In(Chinese), err)
			}
		}
	}
}

// TestMergedFindingKeepsItsOwn: words and evidence stay, figures count one, and
// it comes back whole.
func TestMergedFindingKeepsItsOwn(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.Attach(routine, testEvidence(1), "凭证.pdf", 10, "", "f1"))
	before, _ := l.Finding("f1")
	merging := do(l.Merge("f1", "f2"))
	f, _ := l.Finding("f1")
	if f.State != Merged || f.Into != "f2" || f.Facts != before.Facts || len(l.EvidenceOf("f1")) != 1 {
		t.Errorf("merged it is %+v", f)
	}
	if got := l.MergedInto("f2"); len(got) != 1 || got[0].ID != "f1" || l.TallyOf(routine).Findings != 1 {
		t.Errorf("f2 holds %v, %d count", got, l.TallyOf(routine).Findings)
	}
	do(l.Undo(merging.Dot()))
	if f, _ := l.Finding("f1"); f.State != Submitted || f.Into != "" {
		t.Errorf("taken back it is %+v", f)
	}
	do(l.Merge("f1", "f2"))
	do(l.Unmerge("f1"))
	if f, _ := l.Finding("f1"); f.State != Submitted || f.Into != "" || l.TallyOf(routine).Findings != 2 {
		t.Errorf("standing by itself again it is %+v", f)
	}
}

// TestMergedIntoNothing: a finding must not fall out of all figures because the
// one that holds it does.
func TestMergedIntoNothing(t *testing.T) {
	for name, putAway := range map[string]func(l *laptop) (Fact, error){
		"withdrawn": func(l *laptop) (Fact, error) { return l.Withdraw("f2") },
		"rejected":  func(l *laptop) (Fact, error) { return l.Reject("f2", "不采用") },
	} {
		l := oneSchoolYard(t, 0)
		do := l.doing(t)
		do(l.Merge("f1", "f2"))
		away := do(putAway(l))
		if f, _ := l.Finding("f1"); f.State != Submitted || f.Into != "" || l.TallyOf(routine).Findings != 1 {
			t.Errorf("%s: what was merged into it is %s", name, f.State.In(Chinese))
		}
		do(l.Undo(away.Dot()))
		if f, _ := l.Finding("f1"); f.State != Merged || f.Into != "f2" {
			t.Errorf("%s and back: what was merged into it is %s", name, f.State.In(Chinese))
		}
	}
}

func TestMergingInARing(t *testing.T) {
	l := oneSchoolYard(t, 0)
	l.submitted(t, "f3")
	do := l.doing(t)
	do(l.Merge("f1", "f2"))
	do(l.Merge("f2", "f3"))
	for _, pair := range [][2]FindingID{{"f3", "f1"}, {"f3", "f3"}, {"f3", "f2"}} {
		if _, err := l.Merge(pair[0], pair[1]); err == nil {
			t.Errorf("%s was merged into %s", pair[0], pair[1])
		}
	}
	if f, _ := l.Finding("f1"); f.State != Merged || l.TallyOf(routine).Findings != 1 {
		t.Errorf("f1 is %s in a chain", f.State.In(Chinese))
	}
}

// apart has two laptops do something each without the other, and then join.
func apart(t tester, start *laptop, first, second func(*laptop) (Fact, error)) (a, b *laptop) {
	t.Helper()
	a, b = start.twin(2), start.twin(3)
	b.skew = 1000
	f, err := first(a)
	x := a.must(t, f, err)
	f, err = second(b)
	y := b.must(t, f, err)
	a.Apply(y)
	b.Apply(x)
	if dump(&a.Book) != dump(&b.Book) {
		t.Fatal("the laptops differ")
	}
	return a, b
}

func disputed(b *Book, f Field) bool {
	for _, c := range b.Conflicts() {
		if c.Register.Field == f {
			return true
		}
	}
	return false
}

// TestLaptopsAtOneFinding: each pair of hands that meet on one finding, and the
// conflict that the lead is shown.
func TestLaptopsAtOneFinding(t *testing.T) {
	done := Done
	closing := func(l *laptop) *laptop {
		do := l.doing(t)
		do(l.AdoptFinding("f1", l.device, ""))
		do(l.FeedBack("f1", "", 20_600))
		do(l.Rectify(RectifyChange{State: &done}, "f1"))
		do(l.Attach(routine, testEvidence(1), "证.pdf", 1, "", "f1"))
		do(l.Prove(routine, testEvidence(1), "f1"))
		return l
	}
	adopted := func(l *laptop) *laptop { l.doing(t)(l.AdoptFinding("f1", l.device, "")); return l }
	as := func(l *laptop) *laptop { return l }
	for name, c := range map[string]struct {
		start         func(*laptop) *laptop
		first, second func(*laptop) (Fact, error)
		conflicts     []Field
	}{
		"edited by both": {as,
			func(l *laptop) (Fact, error) { return l.Revise("f1", "甲的题", "甲的事") },
			func(l *laptop) (Fact, error) { return l.Revise("f1", "乙的题", "乙的事") },
			[]Field{FindingTitle, FindingFacts}},
		"merged away while adopted": {as,
			func(l *laptop) (Fact, error) { return l.Merge("f1", "f2") },
			func(l *laptop) (Fact, error) { return l.AdoptFinding("f1", l.device, "") },
			[]Field{FindingStanding}},
		"merged away while fed back": {adopted,
			func(l *laptop) (Fact, error) { return l.Merge("f1", "f2") },
			func(l *laptop) (Fact, error) { return l.FeedBack("f1", "", 20_600) },
			[]Field{FindingStanding}},
		"adopted while returned": {as,
			func(l *laptop) (Fact, error) { return l.AdoptFinding("f1", l.device, "同意") },
			func(l *laptop) (Fact, error) { return l.Return("f1", "再核") },
			[]Field{FindingStanding, FindingOpinion}},
		"closed while found undone": {closing,
			func(l *laptop) (Fact, error) { return l.Close("f1", 20_690, "组长甲") },
			func(l *laptop) (Fact, error) { return l.Rectify(RectifyChange{State: point(Basically)}, "f1") },
			[]Field{RectifyState}},
		"closed by both": {closing,
			func(l *laptop) (Fact, error) { return l.Close("f1", 20_690, "组长甲") },
			func(l *laptop) (Fact, error) { return l.Close("f1", 20_691, "组长乙") },
			[]Field{RectifyClosed}},
		"looked back at by both": {closing,
			func(l *laptop) (Fact, error) { return l.Relook(lookBack, "f1", Fixed, "") },
			func(l *laptop) (Fact, error) { return l.Relook(lookBack, "f1", Relapsed, "又有") },
			[]Field{LookBackAnswer}},
		"numbering taken by both": {as,
			func(l *laptop) (Fact, error) { return l.AdoptFinding("f1", l.device, "") },
			func(l *laptop) (Fact, error) { return l.AdoptFinding("f2", l.device, "") },
			[]Field{NumberHolder}},
		"both deadlines": {closing,
			func(l *laptop) (Fact, error) { return l.Rectify(RectifyChange{Deadline: point(Day(20_700))}, "f1") },
			func(l *laptop) (Fact, error) { return l.Rectify(RectifyChange{LongTerm: point(true)}, "f1") },
			[]Field{RectifyDeadline}},
		"progress by both": {closing,
			func(l *laptop) (Fact, error) { return l.Report("f1", "p1", 20_650, "甲") },
			func(l *laptop) (Fact, error) { return l.Report("f1", "p2", 20_650, "乙") },
			nil},
		"sealed by both": {as,
			func(l *laptop) (Fact, error) { return l.Seal(routine, l.device, "组长甲", "理由", 20_600) },
			func(l *laptop) (Fact, error) { return l.Seal(routine, l.device, "组长乙", "理由", 20_600) },
			[]Field{SealBy}},
	} {
		t.Run(name, func(t *testing.T) {
			a, _ := apart(t, c.start(oneSchoolYard(t, 0)), c.first, c.second)
			for _, f := range c.conflicts {
				if !disputed(&a.Book, f) {
					t.Errorf("no conflict about %s is listed", f.In(Chinese))
				}
			}
			if n := len(a.Conflicts()); n > 0 && c.conflicts == nil {
				t.Errorf("%d conflicts that are none", n)
			}
			for _, id := range []FindingID{"f1", "f2"} {
				if _, ok := a.Finding(id); !ok {
					t.Errorf("%s is lost", id)
				}
			}
		})
	}
}

// TestTwoMergeIntoEachOther: the two would else both be gone.
func TestTwoMergeIntoEachOther(t *testing.T) {
	a, _ := apart(t, oneSchoolYard(t, 0),
		func(l *laptop) (Fact, error) { return l.Merge("f1", "f2") },
		func(l *laptop) (Fact, error) { return l.Merge("f2", "f1") })
	for _, f := range a.FindingsAt(routine) {
		if f.State != Submitted || f.Into != "" {
			t.Errorf("%s is %s", f.ID, f.State.In(Chinese))
		}
	}
	if got := a.TallyOf(routine); got.Findings != 2 {
		t.Errorf("%d findings count", got.Findings)
	}
	do := a.doing(t)
	do(a.Reject("f1", "并入 f2"))
	if f, _ := a.Finding("f2"); f.State != Submitted {
		t.Errorf("f2 is %s after the other was turned down", f.State.In(Chinese))
	}
}
