package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func (s *sheet) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	f, ok := s.finding(a)
	if !ok {
		return []string{"", "  " + a.t.sheet.gone}, nil
	}
	lines := append(s.head(a, &f, w), a.look.line(w))
	first, room := len(lines), h-len(lines)-2
	rows, from, to, cur := s.rows(a, &f, w, room)
	s.top = min(s.top, from)
	s.top = max(s.top, min(to-room, from))
	s.top = max(min(s.top, len(rows)-room), 0)
	lines = append(lines, rows[s.top:min(len(rows), s.top+room)]...)
	lines = append(exactly(lines, first+room), a.look.line(w), s.foot(a, &f, w))
	if cur == nil {
		cur = tea.NewCursor(0, from)
	}
	cur.Y += first - s.top
	if cur.Y < first || cur.Y >= first+room {
		cur = nil
	}
	return lines, cur
}

// head says where the finding belongs and how far it has come.
func (s *sheet) head(a *App, f *inspection.Finding, w int) []string {
	round, _ := a.book.Round(f.Visit.Round)
	right := a.stateSign(f) + f.State.In(a.lang) + " "
	if n := a.numberWords(f); n != "" {
		right = n + "  " + right
	}
	left := " " + a.look.strong.Render(a.schoolName(f.Visit)) + " · " + round.Title
	by := "  " + f.Author + " " + a.book.Moment(f.Stamp).Format("2006-01-02")
	if width(left)+width(by)+width(right) < w {
		left += a.look.faint.Render(by)
	}
	return []string{pad(left, w-width(right)) + a.look.strong.Render(right)}
}

// stateSign tells a state in one character.
func (a *App) stateSign(f *inspection.Finding) string {
	signs := map[inspection.FindingState][2]string{
		inspection.Draft: {"○ ", "o "}, inspection.Withdrawn: {"× ", "x "}, inspection.Submitted: {"→ ", "> "},
		inspection.Adopted: {"√ ", "v "}, inspection.Returned: {"← ", "< "}, inspection.Rejected: {"× ", "x "}, inspection.Merged: {"∈ ", "& "},
	}
	return signs[f.State][boolean(a.look.ascii)]
}

// foot is what can be done now, or how the open field is closed.
func (s *sheet) foot(a *App, f *inspection.Finding, w int) string {
	t := &a.t.sheet
	switch {
	case s.edit == nil:
		if ways := s.ways(a, f); ways != "" {
			return " " + cut(a.look.key.Render(t.now)+ways, w-2)
		}
		return " " + a.look.faint.Render(cut(t.settled, w-2))
	case s.edit.at == sheetDuty:
		return " " + a.look.faint.Render(cut(t.pickSome, w-2))
	case s.edit.pick != nil:
		return " " + a.look.faint.Render(cut(t.pickOne, w-2))
	case s.edit.text != nil:
		return " " + a.look.faint.Render(cut(t.writeText, w-2))
	}
	return " " + a.look.faint.Render(cut(t.writeLine[boolean(s.edit.at == sheetUndertakers || s.edit.at == sheetLinked)], w-2))
}

// rows are the fields: each one line, the one under the cursor whole, and as
// many others whole as there is room for. from and to bound the cursor's own.
func (s *sheet) rows(a *App, f *inspection.Finding, w, room int) (rows []string, from, to int, cur *tea.Cursor) {
	fields := s.fields(a, f)
	if !slices.Contains(fields, s.at) {
		s.at = fields[0]
	}
	own, cur := s.own(a, f, w, room)
	spare := room - len(fields) - len(own) + 1
	for _, at := range fields {
		lines := own
		if at == s.at {
			from, to = len(rows), len(rows)+len(own)
			shift(cur, 0, from)
		} else {
			lines = s.field(a, f, at, w, 1+max(spare, 0))
			spare -= len(lines) - 1
		}
		rows = append(rows, lines...)
	}
	return rows, from, to, cur
}

// own is the field under the cursor, whole or being written.
func (s *sheet) own(a *App, f *inspection.Finding, w, room int) ([]string, *tea.Cursor) {
	if s.edit != nil {
		return s.writing(a, w, room)
	}
	return s.field(a, f, s.at, w, max(room-4, 3)), nil
}

// field is one field at rest, on at most n lines.
func (s *sheet) field(a *App, f *inspection.Finding, at sheetField, w, n int) []string {
	words, missing := s.said(a, f, at), s.missing(a, f, at)
	in := a.t.sheet.labelCol
	style := func(s string) string { return s }
	switch {
	case words == "" && missing != "":
		words, style = missing, func(s string) string { return a.look.strong.Render(s) }
	case missing != "":
		words += "  " + missing
	case words == "":
		words, style = a.t.sheet.hints[at], func(s string) string { return a.look.faint.Render(s) }
	}
	all := wrap(words, w-in-1)
	var lines []string
	for i, line := range all[:min(n, len(all))] {
		if i == n-1 && len(all) > n {
			more := " " + a.t.sheet.more(len(all)-n)
			line = pad(fit(line, w-in-1-width(more)), w-in-1-width(more)) + more
		}
		lines = append(lines, blanks(in)+style(line))
	}
	lines[0] = s.label(a, at, missing != "") + lines[0][in:]
	return lines
}

// label names a field; marks say where the cursor is and what is missing.
func (s *sheet) label(a *App, at sheetField, missing bool) string {
	mark := a.look.marker(at == s.at)
	if missing {
		mark = mark[:len(mark)-1] + "!"
	}
	words := pad(mark+a.t.sheet.labels[at], a.t.sheet.labelCol)
	if at == s.at {
		return a.look.here.Render(words[:len(words)-1]) + " "
	}
	return a.look.key.Render(words)
}

// writing is the field that is being written, with its cursor.
func (s *sheet) writing(a *App, w, room int) ([]string, *tea.Cursor) {
	e, in := s.edit, a.t.sheet.labelCol
	if e.pick != nil {
		return s.picking(a, w)
	}
	if e.line != nil {
		field, cur := e.line.draw(w - in - 1)
		shift(cur, in, 0)
		return []string{s.label(a, e.at, false) + field}, cur
	}
	text, cur := e.text.draw(w-in-1, max(room/2, 5))
	for i := range text {
		text[i] = blanks(in) + text[i]
	}
	text[0] = s.label(a, e.at, false) + text[0][in:]
	shift(cur, in, 0)
	return text, cur
}

// picking are the options of the open field, one a line.
func (s *sheet) picking(a *App, w int) ([]string, *tea.Cursor) {
	e, in := s.edit, a.t.sheet.labelCol
	lines := make([]string, len(e.pick))
	for i, words := range e.pick {
		box := "[ ]"
		if e.bits&(1<<i) != 0 {
			box = "[x]"
		}
		lines[i] = blanks(in) + a.look.row(fmt.Sprintf("%s %d %s", box, i+1, words), w-in, i == e.row)
	}
	lines[0] = s.label(a, e.at, false) + lines[0][in:]
	return lines, tea.NewCursor(in+2, e.row)
}

// sheetWhole is a finding with nothing cut.
type sheetWhole struct {
	of   *sheet
	rows list // its cursor is the first line in sight
}

func (p *sheetWhole) scope() scope        { return inPage }
func (p *sheetWhole) title(a *App) string { return a.t.sheet.whole }

func (p *sheetWhole) do(a *App, act act) tea.Cmd {
	if act == actBack {
		a.back()
	}
	return nil
}

func (p *sheetWhole) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if name := keyName(k); name == "space" || name == "9" || name == "enter" {
		a.back()
		return nil
	}
	p.rows.press(k, len(p.lines(a, a.w)), a.h-3)
	return nil
}

func (p *sheetWhole) lines(a *App, w int) []string {
	f, ok := p.of.finding(a)
	if !ok {
		return []string{"", "  " + a.t.sheet.gone}
	}
	lines := append(p.of.head(a, &f, w), a.look.line(w))
	unmarked := &sheet{id: p.of.id, at: sheetFields}
	for _, at := range p.of.fields(a, &f) {
		lines = append(lines, unmarked.field(a, &f, at, w, 1<<20)...)
	}
	return lines
}

func (p *sheetWhole) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := p.lines(a, w)
	p.rows.at = min(p.rows.at, max(len(lines)-h, 0))
	lines = lines[p.rows.at:]
	return lines[:min(len(lines), h)], nil
}
