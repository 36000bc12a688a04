package inspection

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// standing gives a finding a state of rectification, by one entry of its own.
func (l *laptop) standing(t tester, v VisitID, id FindingID, s RectifyStanding) {
	t.Helper()
	at := func(field Field, value Value) Write {
		return Write{Register: Register{Field: field, Visit: v, ID: string(id)}, Value: value}
	}
	l.take(Fact{Kind: Raised, Writes: []Write{
		at(FindingTitle, Value{Text: "题" + string(id)}), at(FindingFacts, Value{Text: "事实"}), at(FindingStanding, Value{N: int64(Adopted)}),
		at(RectifyWords, Value{N: 20_600, Text: "题"}), at(RectifyDeadline, Value{N: int64(20_600 + len(id)*30%200)}), at(RectifyState, Value{N: int64(s)}),
	}}.sorted(), testEpoch)
}

// TestPublishedRate is the arithmetic of a real round: 688 of 697 are 98.71 %.
// What is basically done is not done.
func TestPublishedRate(t *testing.T) {
	l := founded(t, 40)
	for i := range 697 {
		s := Done
		switch {
		case i >= 692:
			s = NotDone
		case i >= 688:
			s = Basically
		}
		v := VisitID{Round: 1, Kind: Routine, School: l.Codes()[i%40]}
		l.standing(t, v, FindingID(fmt.Sprint("n", i)), s)
	}
	l.submitted(t, "only adopted")
	l.doing(t)(l.AdoptFinding("only adopted", l.device, ""))
	got := TallyLedger(l.Ledger(), 21_000)
	if got.All != 697 || got.Standing != [rectifyStandings]int{NotDone: 5, Basically: 4, Done: 688} || got.Overdue != 9 {
		t.Errorf("counted %+v", got)
	}
	share, ok := got.Rate().Share()
	if r := got.Rate(); r.N != 688 || r.Of != 697 || !ok || fmt.Sprintf("%.2f %%", 100*share) != "98.71 %" {
		t.Errorf("%d of %d is %.2f %%", r.N, r.Of, 100*share)
	}
	if rule := got.Rate().Rule.In(Chinese); !strings.Contains(rule, "完成整改÷") {
		t.Errorf("its rule: %s", rule)
	}
	if _, ok := (LedgerTally{}).Rate().Share(); ok {
		t.Error("a rate of nothing")
	}
}

// TestLedgerOrder is by round, school and number, whatever came first.
func TestLedgerOrder(t *testing.T) {
	l := founded(t, 3)
	do := l.doing(t)
	at := func(round RoundNo, n int) VisitID { return VisitID{Round: round, Kind: Routine, School: l.Codes()[n]} }
	for _, x := range []struct {
		v  VisitID
		id FindingID
	}{{at(2, 0), "e"}, {at(1, 2), "d"}, {at(1, 0), "b"}, {at(1, 0), "a"}, {at(1, 1), "c"}} {
		l.fedBackAt(t, x.v, x.id)
	}
	order := func() (s string) {
		for _, r := range l.Ledger() {
			s += string(r.ID)
		}
		return s
	}
	if order() != "bacde" {
		t.Errorf("listed as %s", order())
	}
	last := *l.School(l.Codes()[0])
	last.Order, last.Name = 9, "示例改名校"
	do(l.Enrol(Roster{last}))
	if order() != "cdbae" || l.Ledger()[2].School.Name != "示例改名校" {
		t.Errorf("after the roster's order changed %s, %s", order(), l.Ledger()[2].School.Name)
	}
}

// TestLedgerGivenOutStays: whoever still reads a list, on another goroutine
// perhaps, must not see it change.
func TestLedgerGivenOutStays(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	given := l.Ledger()
	was := fmt.Sprintf("%+v %+v %v", given[0].Thread, given[1].Thread, *given[0].School)
	do(l.Rectify(RectifyChange{Leader: point("校长")}, "f1"))
	s := *l.School("S001")
	s.Name = "示例改名校"
	do(l.Enrol(Roster{s}))
	l.submitted(t, "f3")
	do(l.AdoptFinding("f3", l.device, ""))
	if l.Ledger()[0].Rectification.Leader != "校长" || len(l.Ledger()) != 3 {
		t.Error("the new ledger does not show the change")
	}
	if now := fmt.Sprintf("%+v %+v %v", given[0].Thread, given[1].Thread, *given[0].School); len(given) != 2 || now != was {
		t.Errorf("it was\n%s\nand is\n%s", was, now)
	}
}

func TestViews(t *testing.T) {
	today := dayOf(t, "2026-09-15") // a Tuesday
	for name, c := range map[string]struct {
		r      Rectification
		fixNow bool
		want   []View
	}{
		"not fed back": {Rectification{}, false, []View{ViewAll, ViewNotFed}},
		"open":         {Rectification{FedBack: 1, State: NotDone, Deadline: today + 30}, false, []View{ViewAll, ViewOpen}},
		"this week":    {Rectification{FedBack: 1, State: NotDone, Deadline: today + 5}, false, []View{ViewAll, ViewOpen, ViewThisWeek}},
		"next week":    {Rectification{FedBack: 1, State: NotDone, Deadline: today + 6}, false, []View{ViewAll, ViewOpen}},
		"overdue":      {Rectification{FedBack: 1, State: Basically, Deadline: today - 1}, false, []View{ViewAll, ViewOpen, ViewOverdue}},
		"done":         {Rectification{FedBack: 1, State: Done, Deadline: today - 1}, false, []View{ViewAll, ViewOpen}},
		"relapsed":     {Rectification{FedBack: 1, State: NotDone, Reopened: 1}, false, []View{ViewAll, ViewOpen, ViewRelapsed}},
		"closed":       {Rectification{FedBack: 1, State: Done, Closed: today, Reopened: 1}, false, []View{ViewAll, ViewClosed}},
		"fix now":      {Rectification{}, true, []View{ViewAll, ViewNotFed, ViewFixNow}},
	} {
		row := &LedgerRow{Thread: Thread{Rectification: c.r}}
		row.FixNow = c.fixNow
		for _, v := range Views() {
			if got, want := v.Shows(row, today), slices.Contains(c.want, v); got != want {
				t.Errorf("%s: %s shows it: %v", name, v.In(Chinese), got)
			}
		}
	}
}

// bigLedger has n findings that were fed back, 100 a visit.
func bigLedger(tb testing.TB, n int) *laptop {
	schools := (n + 299) / 300
	l := founded(tb, schools)
	for i := range n {
		v := VisitID{Round: RoundNo(1 + i%3), Kind: Routine, School: l.Codes()[i/3%schools]}
		l.standing(tb, v, FindingID(fmt.Sprint("n", i)), RectifyStanding(1+i%3))
	}
	return l
}

// BenchmarkLedgerAfterChange changes one finding of many and asks for the
// ledger: at most 10 ms among 100,000.
func BenchmarkLedgerAfterChange(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		l := bigLedger(b, n)
		l.Ledger()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			i := 0
			for b.Loop() {
				i++
				f, err := l.Rectify(RectifyChange{Leader: point(fmt.Sprint("校长", i))}, FindingID(fmt.Sprint("n", i*7919%n)))
				l.must(b, f, err)
				if got := len(l.Ledger()); got != n {
					b.Fatalf("%d rows of %d", got, n)
				}
			}
		})
	}
}

// BenchmarkLedgerOpened makes the ledger for the first time.
func BenchmarkLedgerOpened(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		l := bigLedger(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				for _, s := range l.findings {
					s.read = false
				}
				l.ledger = nil
				if got := len(l.Ledger()); got != n {
					b.Fatalf("%d rows of %d", got, n)
				}
			}
		})
	}
}

// BenchmarkLedgerCounted tallies and sifts all rows, as each key in the ledger
// does.
func BenchmarkLedgerCounted(b *testing.B) {
	l := bigLedger(b, 100_000)
	rows := l.Ledger()
	for b.Loop() {
		t := TallyLedger(rows, testDay)
		for _, v := range Views() {
			for _, r := range rows {
				if v.Shows(r, testDay) {
					t.All++
				}
			}
		}
	}
}

// BenchmarkFold folds 500,000 answers, the office's three rounds many times
// over.
func BenchmarkFold(b *testing.B) {
	l := founded(b, 500)
	all := l.Log()
	for i := range 500_000 {
		v := VisitID{Round: RoundNo(1 + i%3), Kind: Routine, School: l.Codes()[i/3%500]}
		code := ItemCode(fmt.Sprintf("%d.%02d", 1+i/1500%3, 1+i/4500%3))
		f := Fact{Kind: Answered}
		l.set(&f, Register{Field: AnswerVerdict, Visit: v, Item: code}, Value{N: int64(1 + i%5)})
		all = append(all, l.take(f, testEpoch))
	}
	b.ResetTimer()
	for b.Loop() {
		var book Book
		for _, e := range all {
			book.Apply(e)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(all)), "ns/entry")
}

// TestLedgerReadBitByBit gives the same ledger as one read at once, also when
// something is written between the bits.
func TestLedgerReadBitByBit(t *testing.T) {
	l := founded(t, 5)
	for i := range 50 {
		l.standing(t, VisitID{Round: 1, Kind: Routine, School: l.Codes()[i%5]}, FindingID(fmt.Sprint("n", i)), NotDone)
	}
	if left := l.ReadLedger(20); left != 30 {
		t.Fatalf("%d are left", left)
	}
	l.standing(t, VisitID{Round: 1, Kind: Routine, School: l.Codes()[0]}, "n5", Done)
	for n := 0; l.ReadLedger(7) > 0; n++ {
		if n > 10 {
			t.Fatal("there is no end to it")
		}
	}
	rows := l.Ledger()
	if len(rows) != 50 || !slices.IsSortedFunc(rows, byThread) {
		t.Errorf("%d rows, sorted: %t", len(rows), slices.IsSortedFunc(rows, byThread))
	}
	if got := l.Row("n5").Rectification.State; got != Done || l.ReadLedger(1) != 0 {
		t.Errorf("the state is %d", got)
	}
}
