package inspection

import (
	"cmp"
	"slices"
)

// LedgerWeek counts the lines of a ledger that were fed back, were done and
// were closed in one week. Adding the weeks up gives how far it had come.
type LedgerWeek struct {
	Monday                Day
	FedBack, Done, Closed int
}

// LedgerWeeks files each line under the weeks of what it stands at now, the
// earliest first: a line that relapsed is neither done nor closed any more. All
// weeks together are what [TallyLedger] counts.
func (b *Book) LedgerWeeks(rows []*LedgerRow) []LedgerWeek {
	weeks := map[Day]*LedgerWeek{}
	at := func(d Day) *LedgerWeek {
		monday := d.Week()
		if weeks[monday] == nil {
			weeks[monday] = &LedgerWeek{Monday: monday}
		}
		return weeks[monday]
	}
	for _, r := range rows {
		t := &r.Rectification
		if t.FedBack == 0 {
			continue
		}
		at(t.FedBack).FedBack++
		if t.State == Done {
			at(b.doneOn(r.ID)).Done++
		}
		if t.Closed != 0 {
			at(t.Closed).Closed++
		}
	}
	all := make([]LedgerWeek, 0, len(weeks))
	for _, w := range weeks {
		all = append(all, *w)
	}
	return SumWeeks(all)
}

// SumWeeks puts the weeks of several ledgers together, the earliest first.
func SumWeeks(all []LedgerWeek) []LedgerWeek {
	slices.SortFunc(all, func(x, y LedgerWeek) int { return cmp.Compare(x.Monday, y.Monday) })
	var sum []LedgerWeek
	for _, w := range all {
		if n := len(sum); n > 0 && sum[n-1].Monday == w.Monday {
			sum[n-1].FedBack += w.FedBack
			sum[n-1].Done += w.Done
			sum[n-1].Closed += w.Closed
			continue
		}
		sum = append(sum, w)
	}
	return sum
}

// doneOn is the day on which somebody first said of a finding that is done now
// that it is. Closing says it once more, and is not that day.
func (b *Book) doneOn(id FindingID) Day {
	var not, done *Entry
	s := b.findings[id]
	for _, e := range s.entries {
		if n, is := e.rectifies(id); is && n != Done && (not == nil || e.compare(not) > 0) {
			not = e
		}
	}
	for _, e := range s.entries {
		n, is := e.rectifies(id)
		if is && n == Done && (not == nil || e.compare(not) > 0) && (done == nil || e.compare(done) < 0) {
			done = e
		}
	}
	if done == nil { // two laptops said different things at once
		done = s.cells[RectifyState-FindingTitle].top.entry
	}
	c, _ := b.Campaign()
	return DayAt(b.Moment(done.Stamp), c.Zone)
}

// rectifies is the standing that an entry gives a finding, if it does.
func (e *Entry) rectifies(id FindingID) (RectifyStanding, bool) {
	for i := range e.Fact.Writes {
		if w := &e.Fact.Writes[i]; w.Register.Field == RectifyState && w.Register.ID == string(id) {
			return RectifyStanding(w.Value.N), true
		}
	}
	return 0, false
}
