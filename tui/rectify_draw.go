package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func (r *rectify) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	f, now, ok := r.read(a)
	if !ok {
		return []string{"", "  " + a.t.rectify.gone}, nil
	}
	lines := append(r.head(a, &f, &now, w), a.look.line(w))
	first, room := len(lines), h-len(lines)-2
	rows, from, to, cur := r.rows(a, &now, w, room)
	r.scroll(from, to, len(rows), room)
	lines = append(lines, rows[r.top:min(len(rows), r.top+room)]...)
	lines = append(exactly(lines, first+room), a.look.line(w), " "+a.look.faint.Render(cut(r.foot(a), w-2)))
	if cur == nil {
		cur = tea.NewCursor(0, max(from, r.top))
	}
	cur.Y += first - r.top
	return lines, cur
}

// scroll brings the field under the cursor into sight, whole if it fits.
func (r *rectify) scroll(from, to, n, room int) {
	if to-from <= room {
		r.top = max(min(r.top, from), to-room)
	} else {
		r.top = max(min(r.top, to-room), from)
	}
	r.top = max(min(r.top, n-room), 0)
}

// within scrolls inside a field that is longer than the window.
func (r *rectify) within(a *App, k tea.KeyPressMsg) bool {
	_, now, _ := r.read(a)
	room := a.h - 9
	_, from, to, _ := r.rows(a, &now, a.w, room)
	down := k.String() == "down" || k.String() == "pgdown"
	up := k.String() == "up" || k.String() == "pgup"
	switch {
	case to-from <= room:
		return false
	case down && r.top < to-room:
		r.top = min(r.top+room/2, to-room)
	case up && r.top > from:
		r.top = max(r.top-room/2, from)
	default:
		return false
	}
	return true
}

// head is the finding, and how far it has come.
func (r *rectify) head(a *App, f *inspection.Finding, now *inspection.Rectification, w int) []string {
	t := &a.t.rectify
	row := inspection.LedgerRow{Thread: inspection.Thread{Finding: *f, Rectification: *now}}
	round, _ := a.book.Round(f.Visit.Round)
	right := a.numberOf(&row) + "  " + a.look.strong.Render(a.standing(&row)) + " "
	left := " " + a.look.strong.Render(a.schoolName(f.Visit)) + " · " + round.Title
	lines := []string{pad(left, w-width(right)) + right, " " + cut(f.Title, w-2)}
	about := []string{}
	if words, late := a.timeOf(&row); words != "" && now.Closed == 0 {
		if late {
			words = a.look.colour[inspection.Unmet].Render(words)
		}
		about = append(about, words)
	}
	if now.FedBack != 0 {
		about = append(about, t.fedBack(now.FedBack.String()), t.days(now.DaysOpen(a.today())))
	}
	if now.Reopened > 0 {
		about = append(about, t.reopened(now.Reopened))
	}
	if f.FixNow {
		about = append(about, t.fixNow)
	}
	return append(lines, " "+cut(joined(" · ", about...), w-2))
}

// foot says what the field under the cursor takes.
func (r *rectify) foot(a *App) string {
	t := &a.t.rectify
	switch {
	case r.edit == nil:
		return t.how
	case r.at == rectifyDeadline:
		return t.writeDay
	case r.edit.text != nil:
		return t.writeText
	}
	return t.writeLine
}

// rows are all fields, each whole. from and to bound the cursor's own.
func (r *rectify) rows(a *App, now *inspection.Rectification, w, room int) (rows []string, from, to int, cur *tea.Cursor) {
	for at := rectifyWords; at < rectifyFields; at++ {
		if at != r.at {
			rows = append(rows, r.field(a, now, at, w)...)
			continue
		}
		from = len(rows)
		if r.edit == nil {
			rows = append(rows, r.field(a, now, at, w)...)
		} else {
			var lines []string
			lines, cur = r.writing(a, w, room)
			shift(cur, 0, from)
			rows = append(rows, lines...)
		}
		to = len(rows)
	}
	return rows, from, to, cur
}

// field is one field at rest.
func (r *rectify) field(a *App, now *inspection.Rectification, at rectifyField, w int) []string {
	t, in := &a.t.rectify, a.t.rectify.labelCol
	words := r.said(a, now, at)
	style := func(s string) string { return s }
	if words == "" {
		words, style = t.hints[at], func(s string) string { return a.look.faint.Render(s) }
	}
	lines := wrap(words, w-in-1)
	for i := range lines {
		lines[i] = blanks(in) + style(lines[i])
	}
	lines[0] = r.label(a, at) + lines[0][in:]
	return lines
}

func (r *rectify) label(a *App, at rectifyField) string {
	words := pad(a.look.marker(at == r.at)+a.t.rectify.labels[at], a.t.rectify.labelCol)
	if at == r.at {
		return a.look.here.Render(words[:len(words)-1]) + " "
	}
	return a.look.key.Render(words)
}

// said is what a field says.
func (r *rectify) said(a *App, now *inspection.Rectification, at rectifyField) string {
	switch at {
	case rectifyWords:
		return now.Words
	case rectifyDeadline:
		return r.until(a, now)
	case rectifyState:
		if now.State == 0 {
			return ""
		}
		return a.standingSign(now.State) + " " + now.State.In(a.lang)
	case rectifyProgress:
		return r.progress(now)
	case rectifyProof:
		return r.proof(a, now)
	case rectifyRelooks:
		return r.relooks(a)
	case rectifyClosed:
		if now.Closed == 0 {
			return ""
		}
		return "√ " + a.t.rectify.closedBy(now.Closed.String(), now.ClosedBy)
	}
	return (&rectify{at: at}).written(now)
}

// until is the deadline, its weekday and whether it is kept up after that.
func (r *rectify) until(a *App, now *inspection.Rectification) string {
	day := ""
	if now.Deadline != 0 {
		day = now.Deadline.String() + " " + a.weekday(now.Deadline)
	}
	return joined(" · ", day, a.forGood(now.LongTerm))
}

// forGood says 长期坚持 where that is so.
func (a *App) forGood(long bool) string {
	if long {
		return a.t.ledger.forGood
	}
	return ""
}

func (a *App) weekday(d inspection.Day) string { return a.t.rectify.weekdays[d-d.Week()] }

func (r *rectify) progress(now *inspection.Rectification) string {
	var all []string
	for _, p := range now.Progress {
		all = append(all, p.Day.String()+"  "+p.Text)
	}
	return strings.Join(all, "\n")
}

// proof names the files that prove it.
func (r *rectify) proof(a *App, now *inspection.Rectification) string {
	if len(now.Proof) == 0 {
		return ""
	}
	var all []string
	for _, e := range a.book.EvidenceOf(r.id) {
		for _, id := range e.Proves {
			if id == r.id {
				all = append(all, a.fileOf(&e))
			}
		}
	}
	return strings.Join(all, "\n")
}

// fileOf is a piece of evidence in a line.
func (a *App) fileOf(e *inspection.Evidence) string {
	return joined("  ", e.Caption, e.Name, e.Page)
}

// relooks are the answers of look-back visits so far.
func (r *rectify) relooks(a *App) string {
	var all []string
	for _, one := range a.book.RelooksOf(r.id) {
		all = append(all, a.relook(&one))
	}
	return strings.Join(all, "\n")
}

// relook is an answer of a look-back visit in a sentence.
func (a *App) relook(one *inspection.Relooked) string {
	round, _ := a.book.Round(one.Visit.Round)
	day := a.book.Moment(one.Stamp).Format("2006-01-02")
	words := fmt.Sprintf("%s %s  %s  %s %s", round.Title, day, one.Author, one.Answer.Sign(), one.Answer.In(a.lang))
	return joined("  ", words, oneLine(one.Note))
}

// writing is the open field, with its cursor.
func (r *rectify) writing(a *App, w, room int) ([]string, *tea.Cursor) {
	e, in := r.edit, a.t.rectify.labelCol
	if e.line != nil {
		field, cur := e.line.draw(w - in - 1)
		shift(cur, in, 0)
		lines := []string{r.label(a, r.at) + field}
		if r.at == rectifyDeadline {
			lines = append(lines, blanks(in)+a.look.faint.Render(cut(r.reading(a), w-in-1)))
		}
		return lines, cur
	}
	text, cur := e.text.draw(w-in-1, max(room/2, 5))
	for i := range text {
		text[i] = blanks(in) + text[i]
	}
	text[0] = r.label(a, r.at) + text[0][in:]
	shift(cur, in, 0)
	return text, cur
}

// reading says how a deadline that is being typed is understood.
func (r *rectify) reading(a *App) string {
	d, ok := parseDeadline(r.edit.line.text(), a.today())
	t := &a.t.rectify
	switch {
	case !ok:
		return t.dayHow
	case d.day == 0 && !d.long:
		return t.dayNone
	}
	now := inspection.Rectification{FedBack: 1, Deadline: d.day, LongTerm: d.long}
	left := ""
	if d.day != 0 {
		left, _ = a.timeOf(&inspection.LedgerRow{Thread: inspection.Thread{Rectification: inspection.Rectification{FedBack: 1, Deadline: d.day}}})
	}
	return "→ " + joined(" · ", r.until(a, &now), left)
}
