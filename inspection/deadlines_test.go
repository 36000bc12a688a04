package inspection

import (
	"strings"
	"testing"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

func dayOf(t tester, s string) Day {
	t.Helper()
	d, ok := ParseDay(s)
	if !ok {
		t.Fatalf("no day: %s", s)
	}
	return d
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2026-01-31", 3, "2026-04-30"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2026-11-30", 3, "2027-02-28"},
		{"2026-12-31", 12, "2027-12-31"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2026-05-15", 3, "2026-08-15"},
		{"2026-05-15", 0, "2026-05-15"},
		{"2026-03-31", -1, "2026-02-28"},
	} {
		if got := dayOf(t, c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestAddWorkdays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-20", 1, "2026-11-23"},  // Friday to Monday
		{"2026-11-21", 1, "2026-11-23"},  // from Saturday
		{"2026-11-22", 1, "2026-11-23"},  // from Sunday
		{"2026-11-23", 5, "2026-11-30"},  // a week
		{"2026-11-23", 15, "2026-12-14"}, // what a plan is due in
		{"2026-11-23", 0, "2026-11-23"},
	} {
		if got := dayOf(t, c.from).AddWorkdays(c.n).String(); got != c.want {
			t.Errorf("%s and %d working days is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestDeadlinesOfARound(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	if l.Deadlines(1) != (Deadlines{15, 3, 3, 3}) {
		t.Errorf("the defaults are %+v", l.Deadlines(1))
	}
	other := Deadlines{PlanDays: 10, RectifyMonths: 6, ReportMonths: 3, LookBackMonths: 4}
	set := do(l.SetDeadlines(1, other))
	if l.Deadlines(1) != other || l.Deadlines(2) == other || len(set.Fact.Writes) != 3 {
		t.Errorf("set to %+v by %d writes, another round has %+v", l.Deadlines(1), len(set.Fact.Writes), l.Deadlines(2))
	}
	do(l.AdoptFinding("f1", l.device, ""))
	do(l.FeedBack("f1", "", dayOf(t, "2026-08-31")))
	if got := l.Row("f1").Rectification.Deadline.String(); got != "2027-02-28" {
		t.Errorf("due on %s", got)
	}
	do(l.Undo(set.Dot()))
	if l.Deadlines(1) != (Deadlines{15, 3, 3, 3}) || l.Row("f1").Rectification.Deadline.String() != "2027-02-28" {
		t.Error("other deadlines must not move one that was told to a school")
	}
	for _, bad := range []Deadlines{{0, 3, 3, 3}, {15, 3, 3, 367}, {-1, 3, 3, 3}} {
		if _, err := l.SetDeadlines(1, bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
}

// TestAroundTheDeadline goes from day to day. The deadline is Wednesday
// 2026-09-16.
func TestAroundTheDeadline(t *testing.T) {
	for _, c := range []struct {
		today         string
		overdue, week bool
		left          int
	}{
		{"2026-09-13", false, false, 3}, // the Sunday before
		{"2026-09-14", false, true, 2},  // Monday
		{"2026-09-15", false, true, 1},
		{"2026-09-16", false, true, 0}, // the day itself
		{"2026-09-17", true, false, -1},
		{"2026-09-20", true, false, -4},
		{"2027-01-01", true, false, -107},
	} {
		row := &LedgerRow{Thread: Thread{Rectification: Rectification{
			FedBack: dayOf(t, "2026-06-16"), State: NotDone, Deadline: dayOf(t, "2026-09-16"),
		}}}
		r, today := &row.Rectification, dayOf(t, c.today)
		left, ok := row.DaysLeft(today)
		if r.Overdue(today) != c.overdue || r.DueThisWeek(today) != c.week || left != c.left || !ok {
			t.Errorf("%s: overdue %v, this week %v, %d days left", c.today, r.Overdue(today), r.DueThisWeek(today), left)
		}
		for name, no := range map[string]func(*Rectification){
			"done":         func(r *Rectification) { r.State = Done },
			"closed":       func(r *Rectification) { r.State, r.Closed = Done, 20_000 },
			"not fed back": func(r *Rectification) { r.FedBack = 0 },
			"no deadline":  func(r *Rectification) { r.Deadline = 0 },
		} {
			other := *row
			no(&other.Rectification)
			if _, ok := other.DaysLeft(today); ok || other.Rectification.Overdue(today) || other.Rectification.DueThisWeek(today) {
				t.Errorf("%s: %s, and yet it is due", c.today, name)
			}
		}
		r.State, r.LongTerm = Basically, true // kept up does not put the day off
		if r.Overdue(today) != c.overdue {
			t.Errorf("%s: basically done is overdue: %v", c.today, r.Overdue(today))
		}
	}
}

func TestDaysOpen(t *testing.T) {
	for _, c := range []struct {
		r    Rectification
		want int
	}{
		{Rectification{}, 0},
		{Rectification{FedBack: 20_000}, 100},
		{Rectification{FedBack: 20_000, Closed: 20_040}, 40},
		{Rectification{FedBack: 20_200}, 0},                 // dated ahead
		{Rectification{FedBack: 20_000, Closed: 19_990}, 0}, // a slip of the pen
	} {
		if got := c.r.DaysOpen(20_100); got != c.want {
			t.Errorf("%+v has been open for %d days", c.r, got)
		}
	}
}
