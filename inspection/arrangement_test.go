package inspection

import "testing"

var (
	first1 = VisitID{1, Routine, "S001"}
	second = VisitID{2, Routine, "S002"}
)

// planned is a laptop with one school in each of two rounds.
func planned(t tester) *laptop {
	l := founded(t, 3)
	l.doing(t)(l.Replan([]VisitID{first1, second}))
	return l
}

func TestArrange(t *testing.T) {
	l := planned(t)
	do := l.doing(t)
	do(l.Plan(VisitID{1, Routine, "S003"}, true))
	team, batch, from, to := 2, 1, Day(20_500), Day(20_504)
	e := do(l.Arrange(Arrangement{&team, &batch, &from, &to}, first1, VisitID{1, Routine, "S003"}))
	want := Visit{ID: first1, Planned: true, Team: 2, Batch: 1, From: 20_500, To: 20_504}
	if got := l.Visit(first1); got != want {
		t.Errorf("arranged as %+v, want %+v", got, want)
	}
	if got := l.VisitsIn(1)[1]; got.Team != 2 || got.To != 20_504 {
		t.Errorf("the other: %+v", got)
	}
	none := 0
	do(l.Arrange(Arrangement{Team: &none}, first1))
	if got := l.Visit(first1); got.Team != 0 || got.Batch != 1 || l.TeamOf(first1) != 1 {
		t.Errorf("without its team: %+v", got)
	}
	if _, err := l.Undo(e.Dot()); err != (Refusal{Reason: MovedOn}) {
		t.Errorf("undoing what has moved on: %v", err)
	}
}

func TestMove(t *testing.T) {
	l := planned(t)
	do := l.doing(t)
	e := do(l.Move(2, first1))
	if len(l.VisitsIn(1)) != 0 || len(l.VisitsIn(2)) != 2 {
		t.Errorf("%d and %d after moving", len(l.VisitsIn(1)), len(l.VisitsIn(2)))
	}
	do(l.Undo(e.Dot()))
	if len(l.VisitsIn(1)) != 1 || len(l.VisitsIn(2)) != 1 {
		t.Error("not moved back")
	}
	do(l.Answer(first1, "1.01", Change{Verdict: point(Met)}))
	if _, err := l.Move(2, first1); err != (Refusal{VisitHasWork, "示例1小"}) {
		t.Errorf("moving work: %v", err)
	}
}

func TestSwapBetweenRounds(t *testing.T) {
	l := planned(t)
	do := l.doing(t)
	one, two, day := 1, 2, Day(20_500)
	do(l.Arrange(Arrangement{Team: &one, From: &day}, first1))
	do(l.Arrange(Arrangement{Team: &two, Batch: &one}, second))
	e := do(l.Swap(first1, second))
	if got, want := l.Visit(VisitID{2, Routine, "S001"}), (Visit{ID: VisitID{2, Routine, "S001"}, Planned: true, Team: 2, Batch: 1}); got != want {
		t.Errorf("the first is %+v, want %+v", got, want)
	}
	if got, want := l.Visit(VisitID{1, Routine, "S002"}), (Visit{ID: VisitID{1, Routine, "S002"}, Planned: true, Team: 1, From: day}); got != want {
		t.Errorf("the second is %+v, want %+v", got, want)
	}
	if l.Visit(first1).Planned || l.Visit(second).Planned {
		t.Error("they are still where they were")
	}
	do(l.Undo(e.Dot()))
	if !l.Visit(first1).Planned || l.Visit(second).Team != 2 {
		t.Error("not swapped back")
	}
}

func TestSwapBetweenTeams(t *testing.T) {
	l := planned(t)
	do := l.doing(t)
	other := VisitID{1, Routine, "S003"}
	do(l.Plan(other, true))
	if _, err := l.Swap(first1, other); err != (Refusal{Reason: NothingToPlan}) {
		t.Errorf("swapping what is arranged alike: %v", err)
	}
	one, two := 1, 2
	do(l.Arrange(Arrangement{Team: &one, Batch: &two}, first1))
	do(l.Arrange(Arrangement{Team: &two}, other))
	do(l.Swap(other, first1))
	if x, y := l.Visit(first1), l.Visit(other); x.Team != 2 || x.Batch != 0 || y.Team != 1 || y.Batch != 2 {
		t.Errorf("%+v and %+v", x, y)
	}
}
