package tui

import (
	"fmt"

	"xuncha/inspection"
)

// roundSlip changes a round's title, days and deadlines.
func (p *plan) roundSlip(a *App) *slip {
	t := &a.t.plan
	r, _ := a.book.Round(p.no)
	d := a.book.Deadlines(p.no)
	from := func() inspection.Day { return a.today() - halfAYear }
	days := func(label, hint string, now int, to *int) slot {
		return a.numberSlot(label, hint, fmt.Sprint(now), inspection.MaxDeadline, false, to)
	}
	slots := []slot{
		textSlot(t.roundTitle, "", r.Title),
		a.daySlot(t.roundStart, t.roundDayHow, r.Start.String(), dayFrom(from), a.farOff, &r.Start),
		a.daySlot(t.roundEnd, "", r.End.String(), dayFrom(func() inspection.Day { return max(from(), r.Start) }), a.farOff, &r.End),
		days(t.planDays, t.planDaysHow, d.PlanDays, &d.PlanDays),
		days(t.rectifyMonths, t.monthsHow, d.RectifyMonths, &d.RectifyMonths),
		days(t.reportMonths, "", d.ReportMonths, &d.ReportMonths),
		days(t.lookBackMonths, t.lookBackHow, d.LookBackMonths, &d.LookBackMonths),
	}
	slots[2].about = []inspection.Reason{inspection.DaysReversed}
	kept := fmt.Sprint("draft/round/", r.No)
	return newSlip(a, t.roundSlip, kept, []string{t.roundWhy}, slots, func(a *App, values []string) bool {
		r.Title = values[0]
		if !a.take(a.book.SetRound(r, d)) {
			return false
		}
		a.say(t.roundSet(r.Title, a.stay(r.Start, r.End)))
		return true
	})
}
