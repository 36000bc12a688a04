package inspection

import (
	"fmt"
	"slices"
	"testing"
)

// sealedYard is a school with an answer, two findings and a seal.
func sealedYard(t tester) *laptop {
	t.Helper()
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.Answer(routine, "1.01", Change{Verdict: point(Unmet), Note: point("三笔未上会")}))
	do(l.Count(routine, Talks, 12))
	do(l.Seal(routine, l.device, "组长甲", "两项待补", 20_600))
	return l
}

// figure is a sealed number by its name.
func figure(all []Figure, name string) int {
	for _, f := range all {
		if f.Name == name {
			return f.N
		}
	}
	return -1
}

// permitted takes an amendment with its reason.
func (l *laptop) permitted(t tester, why string) func(Fact, error) *Entry {
	return func(f Fact, err error) *Entry {
		t.Helper()
		if err == nil {
			f, err = l.Permit(f, why, fmt.Sprint("r", l.Len()))
		}
		return l.must(t, f, err)
	}
}

func TestSealNeedsNoGapsOrAReason(t *testing.T) {
	l := oneSchoolYard(t, 0)
	_, err := l.Seal(routine, l.device, "组长甲", "", 20_600)
	if r, _ := Refused(err); r.Reason != HasGaps {
		t.Errorf("sealed with %d gaps: %v", len(l.Gaps(routine)), err)
	}
	head := l.last.Hash
	do := l.doing(t)
	do(l.Seal(routine, l.device, "组长甲", "两项待补", 20_600))
	s, sealed := l.SealAt(routine)
	if !sealed || s.By != "组长甲" || s.Day != 20_600 || s.Why != "两项待补" || s.Head != fmt.Sprintf("%x", head[:]) {
		t.Errorf("sealed as %+v", s)
	}
	if _, err := l.Seal(routine, l.device, "组长乙", "再封", 20_601); err == nil {
		t.Error("sealed twice")
	}
}

// TestSealWithoutGaps: where nothing is missing no reason is asked.
func TestSealWithoutGaps(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Plan(lookBack, true))
	if _, err := l.Seal(lookBack, l.device, "组长甲", "", 20_600); err != nil {
		t.Errorf("nothing is missing, and yet: %v", err)
	}
}

// TestSealedFiguresStay through a hundred amendments, each listed with its
// reason; and each is refused without one.
func TestSealedFiguresStay(t *testing.T) {
	l := sealedYard(t)
	before, _ := l.SealAt(routine)
	for i := range 100 {
		f, err := l.amendment(i)
		if err != nil {
			t.Fatal(err)
		}
		_, refused := l.Permit(f, " ", "r")
		if r, _ := Refused(refused); r.Reason != IsSealed {
			t.Fatalf("amendment %d without a reason: %v", i, refused)
		}
		l.permitted(t, fmt.Sprint("更正", i))(f, nil)
	}
	after, sealed := l.SealAt(routine)
	if fmt.Sprint(before) != fmt.Sprint(after) || !sealed {
		t.Errorf("the seal moved\n%+v\n%+v", before, after)
	}
	if figure(after.Figures, "unmet") != 1 || figure(after.Figures, "findings") != 2 || figure(after.Figures, "talks") != 12 {
		t.Errorf("sealed with %+v", after.Figures)
	}
	if now := l.Figures(routine); figure(now, "findings") != 2+34 || figure(now, "talks") != 12+33 {
		t.Errorf("now there are %+v", now)
	}
	all := l.Differences(routine)
	reasons := map[string]bool{}
	for _, d := range all {
		for _, why := range d.Reasons {
			reasons[why] = true
		}
		if len(d.Reasons) == 0 || d.From == d.To {
			t.Errorf("%s from %v to %v has no reason", l.Where(d.Register, Chinese), d.From, d.To)
		}
	}
	if len(reasons) != 100 {
		t.Errorf("%d reasons of 100 amendments are listed", len(reasons))
	}
}

// amendment is the i-th change of something sealed. The last of the verdicts is
// another than the sealed one.
func (l *laptop) amendment(i int) (Fact, error) {
	switch i % 3 {
	case 0:
		return l.Raise(FindingID(fmt.Sprint("late", i)), routine, "1.01", "后补问题", "事实")
	case 1:
		return l.Count(routine, Talks, 1)
	}
	return l.Answer(routine, "1.01", Change{Note: point(fmt.Sprint("补充", i)), Verdict: point(Verdict(1 + i/3%2))})
}

// TestWhatPassesASeal: decisions and rectification come after it by nature.
func TestWhatPassesASeal(t *testing.T) {
	l := sealedYard(t)
	do := l.permitted(t, "")
	do(l.AdoptFinding("f1", l.device, ""))
	do(l.FeedBack("f1", "", 20_601))
	do(l.Rectify(RectifyChange{State: point(Basically)}, "f1"))
	do(l.AssignTeam(routine, 2))
	do(l.Answer(VisitID{Round: 2, Kind: Routine, School: "S001"}, "1.01", Change{Verdict: point(Met)}))
	if all := l.Differences(routine); len(all) != 0 {
		t.Errorf("differences: %+v", all)
	}
	for name, try := range map[string]func() (Fact, error){
		"an answer":    func() (Fact, error) { return l.Answer(routine, "1.02", Change{Verdict: point(Met)}) },
		"words":        func() (Fact, error) { return l.Revise("f2", "新题", "新事") },
		"details":      func() (Fact, error) { return l.Detail("f2", Details{Undertakers: []string{"丙", "丁"}}) },
		"a withdrawal": func() (Fact, error) { return l.Withdraw("f2") },
		"evidence":     func() (Fact, error) { return l.Attach(routine, testEvidence(1), "证.pdf", 1, "", "f2") },
		"a talk": func() (Fact, error) {
			return l.HoldTalk(routine, "t", Talk{Post: "校长", Sort: Must, By: []string{"甲", "乙"}})
		},
		"a new paper":    func() (Fact, error) { return l.AskPaper(routine, "p", "会议记录", 20_600) },
		"a counter":      func() (Fact, error) { return l.Count(routine, Letters, 1) },
		"taking it back": func() (Fact, error) { return l.Undo(l.LogOf(routine, "1.01")[0].Dot()) },
	} {
		f, err := try()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := l.Permit(f, "", "r"); err == nil {
			t.Errorf("%s passed a seal without a reason", name)
		}
	}
}

// TestFiguresThatMoveAreExplained: a finding that no longer counts, and a school
// that is another than was thought, stand among the differences.
func TestFiguresThatMoveAreExplained(t *testing.T) {
	for name, c := range map[string]struct {
		do     func(l *laptop) (Fact, error)
		reason string
		field  Field
		figure string
	}{
		"turned down": {func(l *laptop) (Fact, error) { return l.Reject("f1", "证据不足") }, "证据不足", FindingStanding, "findings"},
		"merged":      {func(l *laptop) (Fact, error) { return l.Merge("f1", "f2") }, "", FindingStanding, "findings"},
		"withdrawn":   {func(l *laptop) (Fact, error) { return l.Withdraw("f1") }, "更正", FindingStanding, "findings"},
		"another school": {func(l *laptop) (Fact, error) {
			s := *l.School("S001")
			s.Known, s.Traits, s.Ownership = AllTraits, 0, Private
			return l.Enrol(Roster{s})
		}, "", SchoolTraits, "applicable"},
	} {
		t.Run(name, func(t *testing.T) {
			l := sealedYard(t)
			l.permitted(t, "更正")(c.do(l))
			seal, _ := l.SealAt(routine)
			if figure(seal.Figures, c.figure) == figure(l.Figures(routine), c.figure) {
				t.Fatal("no figure moved")
			}
			for _, d := range l.Differences(routine) {
				if d.Register.Field == c.field && (c.reason == "" || len(d.Reasons) == 1 && d.Reasons[0] == c.reason) {
					return
				}
			}
			t.Errorf("nothing explains it: %+v", l.Differences(routine))
		})
	}
}

// TestLateEntriesAreDifferences: what another laptop wrote before it heard of
// the seal came after it.
func TestLateEntriesAreDifferences(t *testing.T) {
	l := oneSchoolYard(t, 0)
	other := l.twin(2)
	other.skew = -1000 // earlier by its clock
	early := other.doing(t)(other.Answer(routine, "1.01", Change{Verdict: point(Unmet)}))
	l.Apply(early)
	late := other.doing(t)(other.Answer(routine, "1.02", Change{Verdict: point(Unmet)}))
	l.doing(t)(l.Seal(routine, l.device, "组长甲", "待补", 20_600))
	if len(l.Differences(routine)) != 0 {
		t.Error("differences before anything came")
	}
	l.Apply(late)
	all := l.Differences(routine)
	if len(all) != 1 || all[0].Register.Item != "1.02" || len(all[0].Reasons) != 0 {
		t.Errorf("differences: %+v", all)
	}
	seal, _ := l.SealAt(routine)
	if figure(seal.Figures, "unmet") != 1 || figure(l.Figures(routine), "unmet") != 2 {
		t.Error("the sealed figure moved, or the other did not")
	}
}

// TestForkedLateEntries: an old copy of a book went on writing under the same
// device; what it wrote is not sealed though its numbers are low.
func TestForkedLateEntries(t *testing.T) {
	l := oneSchoolYard(t, 0)
	fork := l.twin(1)
	fork.last, fork.stamp = l.back(3), l.last.Stamp
	late := fork.doing(t)(fork.Answer(routine, "1.02", Change{Verdict: point(Unmet)}))
	l.doing(t)(l.Answer(routine, "1.01", Change{Verdict: point(Met)}))
	l.doing(t)(l.Seal(routine, l.device, "组长甲", "待补", 20_600))
	l.Apply(late)
	if all := l.Differences(routine); len(all) != 1 || all[0].Register.Item != "1.02" {
		t.Errorf("differences: %+v", all)
	}
	if dump(l.again()) != dump(&l.Book) {
		t.Error("another order, another book")
	}
}

func TestReopening(t *testing.T) {
	l := sealedYard(t)
	do := l.doing(t)
	if _, err := l.Unseal(routine, " "); err == nil {
		t.Error("opened without a reason")
	}
	opening := do(l.Unseal(routine, "补查食堂"))
	if s, sealed := l.SealAt(routine); sealed || s.Why != "补查食堂" {
		t.Errorf("opened, and yet %+v", s)
	}
	f, err := l.Answer(routine, "1.02", Change{Verdict: point(Met)})
	if p, refused := l.Permit(f, "", "r"); err != nil || refused != nil || len(p.Writes) != len(f.Writes) {
		t.Errorf("an open visit asks for reasons: %v", refused)
	}
	do(l.Undo(opening.Dot()))
	if s, sealed := l.SealAt(routine); !sealed || s.Why != "两项待补" || figure(s.Figures, "unmet") != 1 {
		t.Errorf("taken back: %+v", s)
	}
	do(l.Unseal(routine, "补查食堂"))
	do(l.Answer(routine, "1.02", Change{Verdict: point(Unmet)}))
	do(l.Seal(routine, l.device, "组长甲", "补查完", 20_610))
	if s, _ := l.SealAt(routine); figure(s.Figures, "unmet") != 2 || s.Day != 20_610 || len(l.Differences(routine)) != 0 {
		t.Errorf("sealed again: %+v, %+v", s, l.Differences(routine))
	}
}

// TestTakingAnAmendmentBackHasItsOwnReason, beside those of what came before.
func TestTakingAnAmendmentBackHasItsOwnReason(t *testing.T) {
	l := sealedYard(t)
	l.permitted(t, "甲")(l.Answer(routine, "1.01", Change{Verdict: point(Met)}))
	second := l.permitted(t, "乙")(l.Answer(routine, "1.01", Change{Verdict: point(Partly)}))
	l.permitted(t, "丙")(l.Undo(second.Dot()))
	all := l.Differences(routine)
	if len(all) != 1 || !slices.Equal(all[0].Reasons, []string{"甲", "乙", "丙"}) || all[0].To.N != int64(Met) {
		t.Errorf("differences: %+v", all)
	}
}

// TestSealOfALookBack fixes its answers.
func TestSealOfALookBack(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	do(l.Relook(lookBack, "f1", Fixed, ""))
	do(l.Relook(lookBack, "f2", Persists, "未动"))
	do(l.Seal(lookBack, l.device, "组长甲", "", 20_700))
	f, err := l.Relook(lookBack, "f2", Worse, "更多")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Permit(f, "", "r"); err == nil {
		t.Error("an answer was changed under the seal without a reason")
	}
	l.permitted(t, "复核")(f, nil)
	seal, _ := l.SealAt(lookBack)
	if figure(seal.Figures, "persists") != 1 || figure(l.Figures(lookBack), "persists") != 0 || figure(l.Figures(lookBack), "worse") != 1 {
		t.Errorf("sealed %+v, now %+v", seal.Figures, l.Figures(lookBack))
	}
	if all := l.Differences(lookBack); len(all) != 1 || all[0].Register.Field != LookBackAnswer || all[0].Reasons[0] != "复核" {
		t.Errorf("differences: %+v", all)
	}
}
