package tui

import (
	"xuncha/inspection"
)

// rectified tells whether the figure is the 整改完成率, or one of the counts that
// it is made of.
func (q ask) rectified() bool { return q.rule == inspection.RectifiedRule }

// ledger are the rows that a ledger's figure is about.
func (q ask) ledger(a *App) []*inspection.LedgerRow {
	var rows []*inspection.LedgerRow
	for _, r := range a.book.Ledger() {
		if !q.ofVisit() || r.Visit.School == q.visit.School {
			rows = append(rows, r)
		}
	}
	return rows
}

func (q ask) rectifiedRate(a *App) inspection.Rate {
	t := inspection.TallyLedger(q.ledger(a), a.today())
	r := t.Rate()
	if q.standing != 0 {
		r.N = t.Standing[q.standing]
	}
	return r
}

// rectifiedSpots are the findings that were fed back, or those of one standing.
func (q ask) rectifiedSpots(a *App) []spot {
	var all []spot
	for _, r := range q.ledger(a) {
		t := &r.Rectification
		if t.FedBack != 0 && (q.standing == 0 || t.State == q.standing) {
			all = append(all, spot{visit: r.Visit, item: r.Item, finding: r.ID})
		}
	}
	return all
}

// rectifiedOut is what the rate leaves out: what was adopted and not fed back.
func (q ask) rectifiedOut(a *App) []string {
	n := 0
	for _, r := range q.ledger(a) {
		if r.Rectification.FedBack == 0 {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{a.t.ledger.unfed(n)}
}

// standings are the counts that the rate is made of.
func (q ask) standings() []ask {
	if q.standing != 0 {
		return nil
	}
	var all []ask
	for s := inspection.Done; s >= inspection.NotDone; s-- {
		one := q
		one.standing = s
		all = append(all, one)
	}
	return all
}

// rectifiedRow is a finding in the ledger.
func (f *figure) rectifiedRow(a *App, s spot, w int) string {
	row := a.book.Row(s.finding)
	if row == nil {
		return ""
	}
	left, _ := a.timeOf(row)
	state := pad(a.standing(row), 12) + pad(left, 15)
	return cut(pad(a.schoolName(s.visit), schoolCol(w)-1)+" "+state+row.Title, w)
}
