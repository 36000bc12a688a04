package tui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

func (p *picker) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.evidence.picker
	lines, cur := p.top(a, w)
	lines = append(lines, a.look.line(w))
	switch {
	case p.failed != nil:
		for _, l := range wrap(t.failed(p.failed), w-4) {
			lines = append(lines, "  "+l)
		}
		return lines, cur
	case len(p.shown) == 0 && p.busy != "":
		return append(lines, "", "  "+t.reading), cur
	case len(p.shown) == 0:
		return append(lines, "", "  "+t.empty), cur
	}
	first := len(lines)
	lines = append(lines, p.rows.draw(len(p.shown), h-first, func(i int, here bool) string {
		if f := p.files[p.shown[i]]; f.name == itself {
			return a.look.row("    "+a.t.press.itself, w, here)
		}
		return a.look.row(p.row(p.files[p.shown[i]], w-2), w, here)
	})...)
	if cur == nil {
		cur = tea.NewCursor(0, first+p.rows.at-p.rows.top)
	}
	return lines, cur
}

// top is where one is and how many are marked, or what is searched for.
func (p *picker) top(a *App, w int) ([]string, *tea.Cursor) {
	t := &a.t.evidence.picker
	count := t.count(len(p.shown), len(p.marked))
	if p.asking || p.query.text() != "" {
		return a.searchLine(p.query, p.asking, count, w)
	}
	where := p.folder
	if where == "" {
		where = t.drives
	}
	room := w - width(count) - 3
	where = oneLine(where)
	if over := width(where) - room; over > 0 {
		where = "…" + where[startFor(where, room-1):]
	}
	return []string{" " + a.look.strong.Render(pad(where, room)) + " " + a.look.faint.Render(count)}, nil
}

const fileTime = "2006-01-02 15:04"

func (p *picker) row(f file, w int) string {
	box, size := "[ ] ", sizeWords(f.size)
	switch {
	case f.folder:
		box, size = "    ", ""
	case p.marks(p.path(f)) >= 0:
		box = "[x] "
	}
	name := oneLine(f.name)
	if f.folder && p.folder != "" {
		name += string(filepath.Separator)
	}
	room := w - len(box) - sizeCol - len(fileTime) - 3
	return box + pad(shorten(name, room), room) + padLeft(size, sizeCol) + "  " + f.at.Format(fileTime)
}
