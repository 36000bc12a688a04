package tui

import (
	"fmt"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// roundSlip changes a round's title, days and deadlines.
func (p *plan) roundSlip(a *App) *slip {
	t := &a.t.plan
	r, _ := a.book.Round(p.no)
	d := a.book.Deadlines(p.no)
	slots := []slot{
		textSlot(t.roundTitle, "", r.Title),
		textSlot(t.roundStart, t.roundDayHow, r.Start.String()),
		textSlot(t.roundEnd, "", r.End.String()),
		textSlot(t.planDays, t.planDaysHow, fmt.Sprint(d.PlanDays)),
		textSlot(t.rectifyMonths, t.monthsHow, fmt.Sprint(d.RectifyMonths)),
		textSlot(t.reportMonths, "", fmt.Sprint(d.ReportMonths)),
		textSlot(t.lookBackMonths, t.lookBackHow, fmt.Sprint(d.LookBackMonths)),
	}
	kept := fmt.Sprint("draft/round/", r.No)
	return newSlip(a, t.roundSlip, kept, []string{t.roundWhy}, slots, func(a *App, values []string) bool {
		now, limits, wrong := a.roundOf(r, values)
		if wrong != "" {
			a.notice = notice{words: wrong, wrong: true}
			return false
		}
		if !a.take(a.book.SetRound(now, limits)) {
			return false
		}
		a.say(t.roundSet(now.Title, a.stay(now.Start, now.End)))
		return true
	})
}

// roundOf reads the slip of a round; wrong says what cannot be read.
func (a *App) roundOf(r inspection.Round, values []string) (inspection.Round, inspection.Deadlines, string) {
	t, d := &a.t.plan, inspection.Deadlines{}
	r.Title = values[0]
	from := a.today() - 183
	for i, day := range []*inspection.Day{&r.Start, &r.End} {
		words, ok := strings.TrimSpace(strings.Map(narrow, values[1+i])), true
		*day = 0
		if words != "" {
			*day, ok = dayOf(strings.ToLower(words), from)
		}
		if !ok {
			return r, d, t.badDay(words)
		}
		from = max(from, *day)
	}
	for i, n := range []*int{&d.PlanDays, &d.RectifyMonths, &d.ReportMonths, &d.LookBackMonths} {
		words := strings.TrimSpace(strings.Map(narrow, values[3+i]))
		var err error
		if *n, err = strconv.Atoi(words); err != nil {
			return r, d, t.badNumber(words)
		}
	}
	return r, d, ""
}
