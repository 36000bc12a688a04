package inspection

import (
	"testing"
)

// told is a laptop with f1 and f2 fed back.
func told(t tester) *laptop {
	t.Helper()
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	for _, id := range []FindingID{"f1", "f2"} {
		do(l.AdoptFinding(id, l.device, ""))
		do(l.FeedBack(id, "", 20_600))
	}
	return l
}

// proved brings a finding as far as its closing.
func (l *laptop) proved(t tester, id FindingID) {
	t.Helper()
	do := l.doing(t)
	do(l.Attach(routine, testEvidence(1), "证.pdf", 1, "", id))
	do(l.Prove(routine, testEvidence(1), id))
	do(l.Rectify(RectifyChange{State: point(Done)}, id))
}

// TestBulkIsOneAction: many findings changed at once are one entry and one undo.
func TestBulkIsOneAction(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	do(l.Rectify(RectifyChange{Leader: point("校长")}, "f1"))
	before := l.Len()
	change := RectifyChange{Goal: point("整改到位"), Leader: point("书记"), Department: point("总务处"), Person: point("主任"),
		Measures: point("三项措施"), Cause: point("制度缺失"), Inference: point("查同类"), Deadline: point(Day(20_700)), LongTerm: point(true)}
	bulk := do(l.Rectify(change, "f1", "f2", "f1"))
	if l.Len() != before+1 {
		t.Error("it is more than one entry")
	}
	for _, id := range []FindingID{"f1", "f2"} {
		r := l.Row(id).Rectification
		if r.Goal != "整改到位" || r.Leader != "书记" || r.Department != "总务处" || r.Person != "主任" || r.Measures != "三项措施" ||
			r.Cause != "制度缺失" || r.Inference != "查同类" || r.Deadline != 20_700 || !r.LongTerm || r.State != NotDone {
			t.Errorf("%s is %+v", id, r)
		}
	}
	do(l.Undo(bulk.Dot()))
	if x, y := l.Row("f1").Rectification, l.Row("f2").Rectification; x.Leader != "校长" || y.Leader != "" || x.LongTerm || y.Goal != "" {
		t.Errorf("taken back: %+v %+v", x, y)
	}
	if _, err := l.Rectify(change, "f1", "f9"); err == nil {
		t.Error("a bulk change with one that is not there was taken in part")
	}
}

func TestDeadlineAndLongTermStandAlone(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	do(l.Rectify(RectifyChange{LongTerm: point(true)}, "f1"))
	due := l.Row("f1").Rectification.Deadline
	do(l.Rectify(RectifyChange{Deadline: point(due + 1)}, "f1"))
	if r := l.Row("f1").Rectification; r.Deadline != due+1 || !r.LongTerm {
		t.Errorf("due %s, kept up %v", r.Deadline, r.LongTerm)
	}
	do(l.Rectify(RectifyChange{LongTerm: point(false)}, "f1"))
	if r := l.Row("f1").Rectification; r.Deadline != due+1 || r.LongTerm {
		t.Errorf("due %s, kept up %v", r.Deadline, r.LongTerm)
	}
}

func TestProgressIsListedByDay(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	do(l.Report("f1", "b", 20_650, "第二次"))
	do(l.Report("f1", "a", 20_640, "第一次"))
	second := do(l.Report("f1", "a", 20_641, "第一次，补记"))
	if p := l.Row("f1").Rectification.Progress; len(p) != 2 || p[0].Text != "第一次，补记" || p[0].Day != 20_641 || p[1].Text != "第二次" {
		t.Errorf("progress: %+v", p)
	}
	do(l.Undo(second.Dot()))
	if p := l.Row("f1").Rectification.Progress; p[0].Text != "第一次" {
		t.Errorf("taken back: %+v", p)
	}
}

// TestClosingNeedsAllThree: done, proof and a name.
func TestClosingNeedsAllThree(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	refused := func(want Reason, id FindingID, day Day, by string) {
		t.Helper()
		_, err := l.Close(id, day, by)
		if r, _ := Refused(err); r.Reason != want {
			t.Errorf("closing: %v", err)
		}
	}
	refused(NotDoneYet, "f1", 20_700, "组长甲")
	do(l.Rectify(RectifyChange{State: point(Done)}, "f1"))
	refused(NoProof, "f1", 20_700, "组长甲")
	l.proved(t, "f2")
	refused(EmptyText, "f2", 20_700, " ")
	refused(NoDay, "f2", 0, "组长甲")
	closing := do(l.Close("f2", 20_700, "组长甲"))
	refused(AlreadyClosed, "f2", 20_700, "组长甲")
	if r := l.Row("f2").Rectification; r.Closed != 20_700 || r.ClosedBy != "组长甲" || r.DaysOpen(30_000) != 100 {
		t.Errorf("closed as %+v", r)
	}
	for name, try := range map[string]func() (Fact, error){
		"rectifying": func() (Fact, error) { return l.Rectify(RectifyChange{State: point(NotDone)}, "f2") },
		"reporting":  func() (Fact, error) { return l.Report("f2", "x", 20_701, "进展") },
		"unlinking":  func() (Fact, error) { return l.Unlink(routine, testEvidence(1), "", "f2") },
	} {
		if _, err := try(); err == nil {
			t.Errorf("%s was allowed after closing", name)
		}
	}
	do(l.Undo(closing.Dot()))
	if r := l.Row("f2").Rectification; r.Closed != 0 || r.State != Done {
		t.Errorf("taken back: %+v", r)
	}
}

// TestDoneStaysUnderItsClosing: what a closing rests on cannot be taken back
// from beneath it.
func TestDoneStaysUnderItsClosing(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	l.proved(t, "f1")
	done := l.last
	do(l.Close("f1", 20_700, "组长甲"))
	if _, err := l.Undo(done.Dot()); err == nil {
		t.Error("closed, and no longer done")
	}
}

// TestRelapses counts: each relapse of a closed finding opens it, and taking the
// look-back's answer back closes it again.
func TestRelapses(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	l.proved(t, "f1")
	do(l.Close("f1", 20_650, "组长甲"))
	do(l.Relook(lookBack, "f1", Fixed, ""))
	if r := l.Row("f1").Rectification; r.Closed == 0 || r.Reopened != 0 {
		t.Errorf("put right, and yet %+v", r)
	}
	for n, answer := range []Relook{Relapsed, Worse, Persists} {
		last := do(l.Relook(lookBack, "f1", answer, "又有"))
		if r := l.Row("f1").Rectification; r.Closed != 0 || r.ClosedBy != "" || r.State != NotDone || r.Reopened != n+1 {
			t.Errorf("%s: %+v", answer.In(Chinese), r)
		}
		if !ViewRelapsed.Shows(l.Row("f1"), testDay) {
			t.Errorf("%s: not among what relapsed", answer.In(Chinese))
		}
		back := do(l.Undo(last.Dot()))
		if r := l.Row("f1").Rectification; r.Closed == 0 || r.State != Done || r.Reopened != n {
			t.Errorf("%s taken back: %+v", answer.In(Chinese), r)
		}
		do(l.Undo(back.Dot()))
		do(l.Rectify(RectifyChange{State: point(Done)}, "f1"))
		do(l.Close("f1", 20_700+Day(n), "组长甲"))
	}
	if all := l.RelooksOf("f1"); len(all) != 1 || all[0].Answer != Persists || all[0].Note != "又有" || all[0].Visit != lookBack {
		t.Errorf("looked back as %+v", all)
	}
	do(l.Relook(lookBack, "f1", 0, ""))
	if all := l.RelooksOf("f1"); len(all) != 0 || l.Row("f1").Rectification.Closed == 0 {
		t.Errorf("an answer taken away: %+v", all)
	}
}

// TestLookBackVisitsOnlyWhatIsOpen: schools without anything open are not
// planned, and one that was planned names the round it looks back on.
func TestLookBackVisitsOnlyWhatIsOpen(t *testing.T) {
	l := founded(t, 4)
	do := l.doing(t)
	at := func(round RoundNo, n int) VisitID { return VisitID{Round: round, Kind: Routine, School: l.Codes()[n]} }
	l.fedBackAt(t, at(1, 0), "open")
	l.fedBackAt(t, at(2, 1), "later")
	l.fedBackAt(t, at(1, 2), "closed")
	do(l.Rectify(RectifyChange{State: point(Done)}, "closed"))
	do(l.Attach(at(1, 2), testEvidence(1), "证.pdf", 1, "", "closed"))
	do(l.Prove(at(1, 2), testEvidence(1), "closed"))
	do(l.Close("closed", 20_700, "组长甲"))
	do(l.Raise("draft", at(1, 3), "", "题", "事"))
	plan := do(l.PlanLookBack(3))
	var got []VisitID
	for _, v := range l.VisitsIn(3) {
		if v.ID.Kind == LookBack {
			got = append(got, v.ID)
		}
	}
	if len(got) != 2 || got[0].School != l.Codes()[0] || got[1].School != l.Codes()[1] {
		t.Fatalf("planned %v", got)
	}
	if l.Visit(got[0]).Parent != 1 || l.Visit(got[1]).Parent != 2 {
		t.Errorf("they look back on rounds %d and %d", l.Visit(got[0]).Parent, l.Visit(got[1]).Parent)
	}
	do(l.Undo(plan.Dot()))
	if len(l.VisitsIn(3)) != 4 {
		t.Error("one undo does not take all of it back")
	}
}
