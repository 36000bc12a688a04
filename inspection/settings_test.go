package inspection

import (
	"reflect"
	"slices"
	"testing"
)

func TestSettings(t *testing.T) {
	l := founded(t, 3)
	do := l.doing(t)
	s := l.Settings()
	if want := DefaultSettings(); !reflect.DeepEqual(s, want) {
		t.Errorf("a book that was just founded has %+v", s)
	}
	if _, err := l.Set(s); !refusedFor(err, NothingSaid) {
		t.Errorf("the same: %v", err)
	}
	s.Organ, s.Office.Signed, s.Office.Some = "示例局", "示例局党组", Share{1, 4}
	s.Rounds = append(s.Rounds[1:2], NewRound(4)) // the others stay as they are
	s.Rounds[0].Start, s.Rounds[0].Deadlines.PlanDays = 20_600, 20
	s.Rounds[1].Title, s.Rounds[1].Deadlines.ReportMonths = "第四轮", 6
	f, err := l.Set(s)
	if told := l.Preview(f, Chinese); len(told) != 7 || !slices.Contains(told, "把第2轮的开始日期由（空）改为2026-05-27") {
		t.Errorf("it would change %q", told)
	}
	e := do(f, err)
	got := l.Settings()
	if got.Organ != "示例局" || got.Office != s.Office || len(got.Rounds) != 4 || *got.Round(2) != s.Rounds[0] || *got.Round(4) != s.Rounds[1] || got.Round(1).Title != "第一轮" {
		t.Errorf("set to %+v", got)
	}
	do(l.Undo(e.Dot()))
	if got := l.Settings(); !reflect.DeepEqual(got, DefaultSettings()) {
		t.Errorf("taken back it is %+v", got)
	}
}

func TestSettingsRefusals(t *testing.T) {
	l := founded(t, 3)
	for name, c := range map[string]struct {
		change func(*Settings)
		want   Reason
	}{
		"no title":         {func(s *Settings) { s.Title = "" }, EmptyText},
		"a bad scale":      {func(s *Settings) { s.Office.Some = Share{2, 1} }, BadScale},
		"a round untitled": {func(s *Settings) { s.Rounds[0].Title = " " }, EmptyText},
		"round 0":          {func(s *Settings) { s.Rounds = []RoundSettings{NewRound(0)} }, NoSuchRound},
		"ended too early":  {func(s *Settings) { s.Rounds[0].Start, s.Rounds[0].End = 9, 8 }, DaysReversed},
		"no deadline":      {func(s *Settings) { s.Rounds[0].Deadlines.PlanDays = 0 }, BadDeadline},
	} {
		s := l.Settings()
		c.change(&s)
		if _, err := l.Set(s); !refusedFor(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := new(Book).Set(DefaultSettings()); !refusedFor(err, NoCampaign) {
		t.Errorf("no campaign: %v", err)
	}
}
