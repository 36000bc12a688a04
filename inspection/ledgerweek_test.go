package inspection

import "testing"

// TestLedgerWeeks files a finding under the week in which it was done, not the
// one in which it was closed, and takes it out when it relapses.
func TestLedgerWeeks(t *testing.T) {
	l := founded(t, 2)
	do := l.doing(t)
	l.fedBackAt(t, routine, "f")
	l.fedBackAt(t, routine, "g")
	week := int64(7 * 24 * 3600 * 1000)
	done := Done
	at := func(n int64) func(Fact, error) {
		return func(f Fact, err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
			l.take(f, testEpoch+n*week)
		}
	}
	began := DayAt(l.Moment(Stamp{Millis: testEpoch}), BeijingZone).Week()
	at(1)(l.Rectify(RectifyChange{State: &done}, "f"))
	do(l.Attach(routine, testEvidence(2), "证明.pdf", 10, "", "f"))
	do(l.Prove(routine, testEvidence(2), "f"))
	at(3)(l.Close("f", began+21, "主任"))
	want := []LedgerWeek{{Day(20_000).Week(), 2, 0, 0}, {began + 7, 0, 1, 0}, {began + 21, 0, 0, 1}}
	same := func() {
		t.Helper()
		got := l.LedgerWeeks(l.Ledger())
		if len(got) != len(want) {
			t.Fatalf("%v, want %v", got, want)
		}
		sum := LedgerWeek{}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("week %d: %v, want %v", i, got[i], want[i])
			}
			sum.FedBack, sum.Done, sum.Closed = sum.FedBack+got[i].FedBack, sum.Done+got[i].Done, sum.Closed+got[i].Closed
		}
		if n := TallyLedger(l.Ledger(), 21_000); n.All != sum.FedBack || n.Standing[Done] != sum.Done || n.Closed != sum.Closed {
			t.Errorf("weeks add up to %v, the ledger to %+v", sum, n)
		}
	}
	same()
	do(l.PlanLookBack(2))
	at(5)(l.Relook(VisitID{Round: 2, Kind: LookBack, School: routine.School}, "f", Relapsed, "又是"))
	want = want[:1]
	same()
	at(8)(l.Rectify(RectifyChange{State: &done}, "f"))
	want = append(want, LedgerWeek{began + 56, 0, 1, 0})
	same()
}
