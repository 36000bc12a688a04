package inspection

import (
	"fmt"
	"slices"
	"testing"
)

// doing takes facts that have to be allowed.
func (l *laptop) doing(t tester) func(Fact, error) *Entry {
	return func(f Fact, err error) *Entry { t.Helper(); return l.must(t, f, err) }
}

// wholeLife are the steps of one finding from its raising to its closing, its
// relapse and its closing again, with how the finding stands after each.
func (l *laptop) wholeLife() []func() (Fact, error) {
	file, done := testEvidence(1), Done
	return []func() (Fact, error){
		func() (Fact, error) { return l.Raise("f", routine, "1.01", "大额支出未上会", "三笔支出") },
		func() (Fact, error) { return l.Attach(routine, file, "凭证.pdf", 10, "1.01", "f") },
		func() (Fact, error) { return l.Describe(routine, file, EvidenceNote{Caption: "记账凭证"}) },
		func() (Fact, error) { return l.Submit("f") },
		func() (Fact, error) { return l.Return("f", "承办人不足") },
		func() (Fact, error) {
			now, _ := l.Finding("f")
			now.Undertakers, now.Level, now.FixNow = []string{"甲", "乙"}, OfTeam, true
			return l.Detail("f", now.Details)
		},
		func() (Fact, error) { return l.Submit("f") },
		func() (Fact, error) { return l.AdoptFinding("f", l.device, "同意") },
		func() (Fact, error) { return l.FeedBack("f", "", 20_600) },
		func() (Fact, error) {
			return l.Rectify(RectifyChange{Measures: point("补开会议"), Leader: point("校长"), Deadline: point(Day(20_690))}, "f")
		},
		func() (Fact, error) { return l.Report("f", "p1", 20_650, "已开会") },
		func() (Fact, error) { return l.Rectify(RectifyChange{State: &done}, "f") },
		func() (Fact, error) { return l.Prove(routine, file, "f") },
		func() (Fact, error) { return l.Close("f", 20_680, "组长甲") },
		func() (Fact, error) { return l.PlanLookBack(2) },
		func() (Fact, error) { return l.Relook(lookBack, "f", Relapsed, "又有两笔") },
		func() (Fact, error) { return l.Rectify(RectifyChange{State: &done}, "f") },
		func() (Fact, error) { return l.Close("f", 20_800, "组长甲") },
	}
}

// lived is all that is known of the finding of wholeLife.
func lived(b *Book) string {
	f, ok := b.Finding("f")
	if !ok {
		return "none"
	}
	f.Stamp = Stamp{} // taking back is later than what is brought back
	for _, r := range b.RelooksOf("f") {
		f.Title += fmt.Sprint(r.Visit, r.Answer, r.Note)
	}
	return fmt.Sprintf("%+v %+v %+v", f, b.Rectification(&f), b.EvidenceOf("f"))
}

// again is the laptop's book folded anew from its journal, as after a restart.
func (l *laptop) again() *Book {
	var b Book
	for _, e := range l.Log() {
		b.Apply(e)
	}
	return &b
}

// TestWholeLifeTakenBackAndRedone: each step of a finding's life can be taken
// back to the start, and brought back to the end, by a program started anew each
// time.
func TestWholeLifeTakenBackAndRedone(t *testing.T) {
	l := founded(t, 1)
	begin := l.Len()
	shown := []string{lived(&l.Book)}
	for i, step := range l.wholeLife() {
		if i == 14 { // a look-back is planned while something is open
			f, err := l.Raise("g", routine, "", "另一问题", "事实")
			l.must(t, f, err)
			l.fedBackOnly(t, "g")
			begin = 0
		}
		f, err := step()
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		l.take(f, testEpoch)
		shown = append(shown, lived(&l.Book))
	}
	if r := l.Row("f").Rectification; r.Closed != 20_800 || r.Reopened != 1 || r.ClosedBy != "组长甲" || len(r.Progress) != 1 {
		t.Fatalf("its life ends as %+v", r)
	}
	end := lived(&l.Book)
	l.takeBackTo(t, begin, shown)
	for {
		d, err := l.again().LastUndone(l.device)
		if err != nil {
			break
		}
		f, err := l.again().Undo(d)
		l.must(t, f, err)
	}
	if got := lived(&l.Book); got != end {
		t.Errorf("redone it is\n%s\nand was\n%s", got, end)
	}
}

// fedBackOnly brings a draft to the school.
func (l *laptop) fedBackOnly(t tester, id FindingID) {
	t.Helper()
	do := l.doing(t)
	now, _ := l.Finding(id)
	now.Undertakers = []string{"甲", "乙"}
	do(l.Detail(id, now.Details))
	do(l.Submit(id))
	do(l.AdoptFinding(id, l.device, ""))
	do(l.FeedBack(id, "", 20_600))
}

// takeBackTo undoes everything, and must meet each earlier state on its way.
func (l *laptop) takeBackTo(t tester, begin int, shown []string) {
	t.Helper()
	met := len(shown) - 1
	for {
		d, err := l.again().LastDone(l.device)
		if err != nil || int(d.Seq) <= begin || lived(&l.Book) == "none" {
			break
		}
		f, err := l.again().Undo(d)
		l.must(t, f, err)
		if met > 0 && lived(&l.Book) == shown[met-1] {
			met--
		}
	}
	if met != 0 {
		t.Fatalf("taking back went past step %d:\n%s\nwanted\n%s", met, lived(&l.Book), shown[met-1])
	}
}

func TestItsItemComesAlong(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	list := testChecklist()
	list.ID, list.Sections[0].Items[0].Basis = "t2", "示例规定第三条"
	do(l.Adopt(list, 1))
	do(l.Answer(routine, "1.01", Change{Checked: &Checked{3, 20}}))
	do(l.Raise("f", routine, "1.01", "题", "事"))
	f, _ := l.Finding("f")
	if f.Basis != "示例规定第三条" || f.Checked != (Checked{3, 20}) || f.Dimension != 1 || f.Focus != 1 || f.Item != "1.01" {
		t.Errorf("raised with %+v", f)
	}
	do(l.Raise("g", routine, "", "清单外", "事"))
	if g, _ := l.Finding("g"); g.Basis != "" || g.Item != "" || g.State != Draft {
		t.Errorf("outside the checklist it is %+v", g)
	}
}

// TestWordsStayAsFedBack: what the school was told is what the ledger holds.
func TestWordsStayAsFedBack(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.AdoptFinding("f1", l.device, ""))
	do(l.Revise("f1", "改过的题", "改过的事"))
	do(l.FeedBack("f1", " \n ", 20_600))
	if r := l.Row("f1").Rectification; r.Words != "改过的题\n改过的事" {
		t.Errorf("fed back %q", r.Words)
	}
	for name, try := range map[string]func() (Fact, error){
		"revising":     func() (Fact, error) { return l.Revise("f1", "又改", "又改") },
		"detailing":    func() (Fact, error) { return l.Detail("f1", Details{}) },
		"rewriting":    func() (Fact, error) { return l.Rewrite("f1", "又改", "又改", Details{}) },
		"withdrawing":  func() (Fact, error) { return l.Withdraw("f1") },
		"merging":      func() (Fact, error) { return l.Merge("f1", "f2") },
		"feeding back": func() (Fact, error) { return l.FeedBack("f1", "另说", 20_601) },
	} {
		if _, err := try(); err == nil {
			t.Errorf("%s was allowed after feeding back", name)
		}
	}
}

func TestLongestFactsAreFedBack(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	long := string(slices.Repeat([]rune("长"), MaxText))
	do(l.Raise("f", routine, "", string([]rune(long)[:MaxTitle]), long))
	l.fedBackOnly(t, "f")
	if n := len([]rune(l.Row("f").Rectification.Words)); n != MaxText+MaxTitle+1 {
		t.Errorf("%d characters were fed back", n)
	}
}

// TestOrderOfFindings: what stands in no figure comes last; the rest as raised,
// however far each has come.
func TestOrderOfFindings(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	for _, id := range []FindingID{"f3", "f4", "f5"} {
		do(l.Raise(id, routine, "", "题"+string(id), "事"))
	}
	do(l.Withdraw("f3"))
	do(l.AdoptFinding("f2", l.device, ""))
	do(l.Merge("f4", "f2"))
	var got []FindingID
	for _, f := range l.FindingsAt(routine) {
		got = append(got, f.ID)
	}
	if want := []FindingID{"f1", "f2", "f5", "f3", "f4"}; !slices.Equal(got, want) {
		t.Errorf("listed as %v, want %v", got, want)
	}
	if got := l.TallyOf(routine); got.Findings != 3 || got.Withdrawn != 2 {
		t.Errorf("%d stand, %d do not", got.Findings, got.Withdrawn)
	}
}
