package inspection

import "fmt"

// Deadlines are a round's rules of time. The defaults follow common practice in
// published rounds: a plan within 15 working days, three months of rectifying
// and a report at their end, a look-back after three to six months.
type Deadlines struct {
	PlanDays       int // working days from feedback to the school's plan
	RectifyMonths  int // of concentrated rectification
	ReportMonths   int // from feedback to the report
	LookBackMonths int // from feedback to a look-back, at the earliest
}

// defaultDeadlines hold where a round has no others.
var defaultDeadlines = Deadlines{PlanDays: 15, RectifyMonths: 3, ReportMonths: 3, LookBackMonths: 3}

func (d *Deadlines) each(f func(name string, n *int)) {
	f("plan", &d.PlanDays)
	f("rectify", &d.RectifyMonths)
	f("report", &d.ReportMonths)
	f("lookback", &d.LookBackMonths)
}

// Deadlines are those of a round.
func (b *Book) Deadlines(n RoundNo) Deadlines {
	d := defaultDeadlines
	d.each(func(name string, value *int) {
		if v := b.value(Register{Field: RoundDeadlines, Visit: VisitID{Round: n}, ID: name}); v.N > 0 {
			*value = int(v.N)
		}
	})
	return d
}

// SetDeadlines judges other deadlines for a round.
func (b *Book) SetDeadlines(n RoundNo, d Deadlines) (Fact, error) {
	if _, ok := b.Round(n); !ok {
		return Fact{}, refuse(NoSuchRound, n.String())
	}
	f := Fact{Kind: SetDeadlines}
	err := b.setDeadlines(&f, n, d)
	if err == nil && len(f.Writes) == 0 {
		err = refuse(NothingSaid, n.String())
	}
	return f.sorted(), err
}

// MaxDeadline is the longest deadline, in days or months.
const MaxDeadline = 366

func (b *Book) setDeadlines(f *Fact, n RoundNo, d Deadlines) (err error) {
	now, was := b.Deadlines(n), map[string]int{}
	now.each(func(name string, value *int) { was[name] = *value })
	d.each(func(name string, value *int) {
		if *value < 1 || *value > MaxDeadline {
			err = refuse(BadDeadline, fmt.Sprint(*value))
		}
		if *value != was[name] {
			b.set(f, Register{Field: RoundDeadlines, Visit: VisitID{Round: n}, ID: name}, Value{N: int64(*value)})
		}
	})
	return err
}

// SetRound judges a round's title, days and deadlines, as one action.
func (b *Book) SetRound(r Round, d Deadlines) (Fact, error) {
	f := Fact{Kind: Scheduled}
	for _, judge := range []func() (Fact, error){
		func() (Fact, error) { return b.Schedule(r) },
		func() (Fact, error) { return b.SetDeadlines(r.No, d) },
	} {
		one, err := judge()
		if r, ok := Refused(err); err != nil && (!ok || r.Reason != NothingSaid) {
			return Fact{}, err
		}
		f.Writes = append(f.Writes, one.Writes...)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, r.Title)
	}
	return f.sorted(), nil
}

// AddMonths is the same day of a later month, or its last day.
func (d Day) AddMonths(n int) Day {
	t := d.time()
	first := t.AddDate(0, n, 1-t.Day())
	last := first.AddDate(0, 1, -1).Day()
	return DayAt(first.AddDate(0, 0, min(t.Day(), last)-1), 0)
}

// AddWorkdays is n working days later, weekends left out. Public holidays are
// not known here.
func (d Day) AddWorkdays(n int) Day {
	for n > 0 {
		d++
		if d.time().Weekday()%6 != 0 {
			n--
		}
	}
	return d
}
