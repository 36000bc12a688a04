package inspection

import "testing"

// fedBackAt raises a finding at a visit and brings it as far as the school.
func (l *laptop) fedBackAt(t tester, v VisitID, id FindingID) {
	t.Helper()
	take := func(f Fact, err error) { t.Helper(); l.must(t, f, err) }
	take(l.Raise(id, v, "", "示例问题"+string(id), "示例事实"))
	take(l.Detail(id, Details{Undertakers: []string{"承办人甲", "承办人乙"}}))
	take(l.Submit(id))
	take(l.AdoptFinding(id, l.device, ""))
	take(l.FeedBack(id, "", 20_000))
}

func TestLookBackVisits(t *testing.T) {
	l := founded(t, 4)
	take := func(f Fact, err error) { t.Helper(); l.must(t, f, err) }
	first := func(n int) VisitID { return l.VisitsIn(1)[n].ID }
	l.fedBackAt(t, first(0), "a")
	l.fedBackAt(t, first(0), "b")
	l.fedBackAt(t, first(1), "c")
	take(l.PlanLookBack(2))
	if _, err := l.PlanLookBack(2); err == nil {
		t.Error("planned twice")
	}
	v := VisitID{Round: 2, Kind: LookBack, School: first(0).School}
	if n := len(l.LookBackThreads(v)); n != 2 || l.Visit(v).Parent != 1 {
		t.Fatalf("%d threads, parent %d", n, l.Visit(v).Parent)
	}
	take(l.Relook(v, "a", Fixed, ""))
	take(l.Raise("new", v, "", "回头看新问题", "示例事实"))
	if got, want := l.TallyLookBacks(2), (LookBackTally{Planned: 2, Begun: 1, Answered: 1, Of: 3}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	take(l.Relook(v, "b", CannotTell, "示例说明"))
	if got := l.TallyLookBack(v); !got.Done() || got.Finished != 1 {
		t.Errorf("%+v is not done", got)
	}
	if round := l.TallyRound(2); round.Begun != 0 {
		t.Error("a look-back counts as a visit of the checklist")
	}
}

func TestWhatIsThereAgainIsOpenAgain(t *testing.T) {
	for name, c := range map[string]struct {
		state    RectifyStanding
		answer   Relook
		reopened int
	}{
		"said to be done, still there": {Done, Persists, 1},
		"said to be done, put right":   {Done, Fixed, 0},
		"never done, still there":      {Basically, Persists, 0},
		"said to be done, relapsed":    {Done, Relapsed, 1},
		"said to be done, cannot tell": {Done, CannotTell, 0},
	} {
		t.Run(name, func(t *testing.T) {
			l := founded(t, 4)
			l.fedBackAt(t, l.VisitsIn(1)[0].ID, "a")
			f, err := l.Rectify(RectifyChange{State: &c.state}, "a")
			l.must(t, f, err)
			f, err = l.PlanLookBack(2)
			l.must(t, f, err)
			f, err = l.Relook(VisitID{Round: 2, Kind: LookBack, School: l.VisitsIn(1)[0].ID.School}, "a", c.answer, "")
			l.must(t, f, err)
			r := l.Row("a").Rectification
			if r.Reopened != c.reopened || c.reopened > 0 && r.State != NotDone {
				t.Errorf("reopened %d times, state %d", r.Reopened, r.State)
			}
		})
	}
}
