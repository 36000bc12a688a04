package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// The lines of the ledger above and below its rows.
const (
	ledgerAbove = 4 // views, filter, rate, columns; the rule comes to it
	ledgerBelow = 5 // of the row under the cursor
)

// height is how many rows a page of h lines holds.
func (l *ledger) height(h int) int { return max(3, h-ledgerAbove-2-ledgerBelow-1) }

func (l *ledger) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	l.refresh(a)
	lines := []string{l.tabs(a, w)}
	lines = append(lines, l.rate(a, w)...)
	search, cur := l.top(a, w)
	shift(cur, 0, len(lines))
	lines = append(lines, search...)
	rows := l.shown()
	if len(rows) == 0 {
		for _, s := range wrap(l.nothing(a), w-4) {
			lines = append(lines, "  "+s)
		}
		return lines, cur
	}
	lines = append(lines, l.head(a, w))
	first, room := len(lines), max(3, h-len(lines)-ledgerBelow-1)
	lines = append(lines, l.rows.draw(len(rows), room, func(i int, here bool) string {
		return a.row(l.row(a, a.current(rows[i]), w-2), w, here)
	})...)
	lines = append(exactly(lines, first+room), a.look.line(w))
	if row := a.book.Row(l.here); row != nil {
		lines = append(lines, l.below(a, row, w, h-len(lines))...)
	}
	if cur == nil {
		cur = tea.NewCursor(0, first+l.rows.at-l.rows.top)
	}
	return lines, cur
}

// current is a row as it is now, or as it was when it is gone.
func (a *App) current(r *sifted) *inspection.LedgerRow {
	if row := a.book.Row(r.row.ID); row != nil {
		return row
	}
	return r.row
}

func (l *ledger) nothing(a *App) string {
	switch {
	case l.late:
		return a.t.ledger.reading
	case len(l.all) == 0:
		return a.t.ledger.empty
	case l.query.text() != "":
		return a.t.ledger.notIn
	}
	return a.t.ledger.none
}

// tabs are the views with how many rows each shows, of those that answer the
// query.
func (l *ledger) tabs(a *App, w int) string {
	line, gap := "", " "
	if w < 100 {
		gap = ""
	}
	for i, name := range a.t.ledger.views {
		tab := fmt.Sprintf(" %s%s%d ", name, gap, len(l.sift.shown.by[i]))
		if w >= 100 {
			tab = fmt.Sprintf(" %d", i+1) + tab
		}
		if inspection.View(i) == l.view {
			tab = a.look.here.Render("[" + strings.Trim(tab, " ") + "]")
		}
		line += tab
	}
	return cut(line, w)
}

// rate is the 整改完成率 of all rows, and the rule it is made by.
func (l *ledger) rate(a *App, w int) []string {
	r, t := l.tally.Rate(), &a.t.ledger
	line := "  " + t.rate + " " + a.look.strong.Render(t.rateOf(r.N, r.Of, a.finely(r)))
	line += "  " + a.look.key.Render(bindingOf(inLedger, actRate).show) + " " + a.t.acts[actOpen]
	if room := w - width(line) - 3; room >= 8 && r.Of > 0 {
		line += "  " + bar(float64(r.N), float64(r.Of), min(room, 30), a.look.ascii)
	}
	lines := []string{line}
	for _, s := range flow(sentences(r.Rule.In(a.lang)), "", w-4) {
		lines = append(lines, "  "+a.look.faint.Render(s))
	}
	return lines
}

// finely is a rate to the hundredth of a percent, as it is published.
func (a *App) finely(r inspection.Rate) string {
	share, ok := r.Share()
	if !ok {
		return a.t.none
	}
	return fmt.Sprintf("%.2f%%", 100*share)
}

// top is the search line, or else how many rows there are, how they are sorted
// and what is selected.
func (l *ledger) top(a *App, w int) ([]string, *tea.Cursor) {
	t := &a.t.ledger
	n := len(l.shown())
	if l.asking || l.query.text() != "" {
		count := t.found(n)
		if l.sift.busy() {
			count += t.looking
		}
		return a.searchLine(l.query, l.asking, count, w)
	}
	words := t.count(n)
	if l.sift.busy() {
		words += t.looking
	}
	words += " · " + t.sorted[l.sort]
	if l.of != "" {
		words += " · " + t.widen
	}
	if k := len(l.picked); k > 0 {
		return []string{"  " + a.look.strong.Render(cut(words+" · "+t.picked(k), w-2))}, nil
	}
	return []string{"  " + a.look.faint.Render(cut(words, w-2))}, nil
}

// ledgerCols are the columns of the ledger, in cells.
type ledgerCols struct{ school, number, title, who, state, left int }

func (l *ledger) cols(a *App, w int) ledgerCols {
	c := ledgerCols{school: 16, state: 12, left: 15}
	if a.lang == inspection.English {
		c.state = 13
	}
	if w >= 100 {
		c.school, c.number, c.who = 24, 22, 12
	}
	c.title = w - 2 - c.school - c.number - c.who - c.state - c.left
	return c
}

func (l *ledger) head(a *App, w int) string {
	c, names := l.cols(a, w-2), a.t.ledger.cols
	line := "    " + pad(names[0], c.school)
	for i, wide := range []int{c.number, c.title, c.who, c.state, c.left} {
		if wide > 0 {
			line += pad(names[i+1], wide)
		}
	}
	return a.look.faint.Render(cut(line, w))
}

func (l *ledger) row(a *App, r *inspection.LedgerRow, w int) string {
	c, mark := l.cols(a, w), "  "
	if l.picked[r.ID] {
		mark = "* "
	}
	s := mark + pad(a.schoolName(r.Visit), c.school-1) + " "
	if c.number > 0 {
		s += pad(a.numberOf(r), c.number)
	}
	s += pad(r.Title, c.title-1) + " "
	if c.who > 0 {
		s += pad(whoOf(r), c.who-1) + " "
	}
	return s + pad(a.standing(r), c.state) + a.timeLeft(r, c.left)
}

// numberOf is the number on paper, or that there is none yet.
func (a *App) numberOf(r *inspection.LedgerRow) string {
	if r.Number.Printed == "" {
		return a.t.ledger.unnumbed
	}
	return r.Number.Printed
}

// whoOf names who answers for a rectification: the most particular that is
// known.
func whoOf(r *inspection.LedgerRow) string {
	t := &r.Rectification
	for _, who := range []string{t.Person, t.Department, t.Leader} {
		if who != "" {
			return who
		}
	}
	return ""
}

// standing says how far a finding's rectification has come, with a sign.
func (a *App) standing(r *inspection.LedgerRow) string {
	t := &r.Rectification
	switch {
	case t.Closed != 0:
		return "√ " + a.t.ledger.closed
	case t.FedBack == 0:
		return "· " + a.t.ledger.notFed
	}
	return a.standingSign(t.State) + " " + a.t.rectify.states[t.State]
}

// standingSign is a standing in one character.
func (a *App) standingSign(s inspection.RectifyStanding) string {
	if a.look.ascii {
		return [...]string{"-", "o", "+", "v"}[min(s, inspection.Done)]
	}
	return [...]string{"·", "○", "◐", "●"}[min(s, inspection.Done)]
}

// timeLeft says how many days there are, in w cells: by sign and number, and
// never by colour alone. That it is for good is left out where there is no room.
func (a *App) timeLeft(r *inspection.LedgerRow, w int) string {
	s, late := a.timeOf(r)
	if width(s) > w {
		s = strings.TrimSuffix(s, a.t.ledger.andGood)
	}
	if late {
		return a.look.colour[inspection.Unmet].Render(pad(s, w))
	}
	return pad(s, w)
}

// timeOf is the same, and whether it is late.
func (a *App) timeOf(r *inspection.LedgerRow) (words string, late bool) {
	t, l := &r.Rectification, &a.t.ledger
	days, ok := r.DaysLeft(a.today())
	switch {
	case t.Closed != 0:
		return "√ " + t.Closed.String(), false
	case t.FedBack == 0:
		return "", false
	case t.State == inspection.Done:
		return l.toClose, false
	case !ok && t.LongTerm:
		return l.forGood, false
	case !ok:
		return l.noDate, false
	case days < 0:
		words, late = l.late(-days), true
	case days == 0:
		words = l.today
	default:
		words = l.left(days)
	}
	if t.LongTerm {
		words += l.andGood
	}
	return words, late
}

// below is the row under the cursor: what it says and who does what until when.
func (l *ledger) below(a *App, r *inspection.LedgerRow, w, h int) []string {
	t, words := &r.Rectification, &a.t.rectify
	lines := []string{"  " + a.look.strong.Render(cut(a.numberOf(r)+" "+r.Title, w-4))}
	left, _ := a.timeOf(r)
	about := []string{a.standing(r), left}
	if t.Deadline != 0 {
		about = append(about, words.until(t.Deadline.String()))
	}
	if t.FedBack != 0 {
		about = append(about, words.days(t.DaysOpen(a.today())))
	}
	if t.Reopened > 0 {
		about = append(about, words.reopened(t.Reopened))
	}
	lines = append(lines, "  "+cut(joined(" · ", about...), w-4))
	if who := joined(" · ", t.Leader, t.Department, t.Person); who != "" {
		lines = append(lines, "  "+cut(who, w-4))
	}
	if text := joined(" ", oneLine(t.Measures), l.latest(r)); text != "" {
		for _, s := range wrap(text, w-4) {
			lines = append(lines, "  "+a.look.faint.Render(s))
		}
	}
	return lines[:min(len(lines), h)]
}

// latest is the last entry on the progress.
func (l *ledger) latest(r *inspection.LedgerRow) string {
	all := r.Rectification.Progress
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	return last.Day.String() + " " + oneLine(last.Text)
}

// joined are the words that there are, parted by a sign.
func joined(sign string, words ...string) string {
	var some []string
	for _, s := range words {
		if s != "" {
			some = append(some, s)
		}
	}
	return strings.Join(some, sign)
}
