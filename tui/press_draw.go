package tui

import (
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

// pressBelow is how many lines tell of the selected offer.
const pressBelow = 5

// height is how many offers are in sight on a page of h lines.
func (p *pressroom) height(h int) int { return max(2, h-3-pressBelow) }

func (p *pressroom) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	p.refresh(a)
	lines := []string{p.top(a, w), a.look.line(w)}
	first, rows := len(lines), p.height(h)
	lines = append(lines, p.rows.draw(len(p.lines), rows, p.heading, func(i int, here bool) string {
		if p.heading(i) {
			return " " + a.look.strong.Render(cut(p.lines[i].heading, w-2))
		}
		return a.row(p.row(a, p.lines[i].offer, w-4), w, here)
	})...)
	cur := tea.NewCursor(0, first+p.rows.at-p.rows.top)
	lines = append(exactly(lines, first+rows), a.look.line(w))
	return append(lines, p.below(a, w)...), cur
}

// top is where one stands and whose styles papers take, or how far what is being written has come.
func (p *pressroom) top(a *App, w int) string {
	if p.job != nil {
		return p.progress(a, w)
	}
	right := ""
	if p.donor != "" {
		right = cut(a.t.press.donorIs(oneLine(filepath.Base(p.donor))), w/2) + " "
	}
	return a.look.strong.Render(pad(" "+a.whereIs(p.at), w-width(right))) + a.look.faint.Render(right)
}

// whereIs names where one stands.
func (a *App) whereIs(at Standing) string {
	words := ""
	if r, ok := a.book.Round(at.Visit.Round); ok {
		words = r.Title
	}
	if at.Visit.School != "" {
		words += " · " + a.schoolName(at.Visit)
	}
	if f, ok := a.book.Finding(at.Finding); ok {
		words += " · " + a.t.evidence.finding(f.Title)
	}
	return words
}

// progress tells which piece is being written, and how much of it is done.
func (p *pressroom) progress(a *App, w int) string {
	j := p.job
	done, of := j.done.Load(), j.of.Load()
	if j.offer.Pieces > 1 {
		done, of = int64(len(j.paths)+j.empty), int64(j.offer.Pieces)
	}
	return a.underWay(a.t.press.writing(oneLine(j.piece.Name)), done, of, w)
}

// underWay tells what is under way, how much of it is done, and how to stop it.
func (a *App) underWay(says string, done, of int64, w int) string {
	left := " " + says + "  "
	right := " " + a.t.press.stop + " "
	if of > 0 {
		right = fmt.Sprintf(" %d / %d  %s ", done, of, a.t.press.stop)
	}
	left = cut(left, w-width(right)-narrowBar)
	return left + bar(float64(done), float64(max(of, 1)), w-width(left)-width(right), a.look.ascii) + a.look.key.Render(right)
}

// row is an offer's name and how much it is.
func (p *pressroom) row(a *App, o Offer, w int) string {
	much := o.File
	switch {
	case o.Pieces == 0:
		much = a.t.press.in
	case o.Pieces > 1:
		much = a.t.press.pieces(o.Pieces)
	}
	name := max(24, w*2/5)
	return "  " + pad(o.Name, name) + shorten(oneLine(much), w-name-2)
}

// below tells what the selected offer is for, and where it would go.
func (p *pressroom) below(a *App, w int) []string {
	o, ok := p.selected(a)
	if !ok {
		return []string{"  " + a.t.nothing}
	}
	lines := []string{" " + a.look.strong.Render(cut(o.Name, w-2))}
	for _, l := range wrap(o.Use, w-4) {
		lines = append(lines, "  "+l)
	}
	lines = exactly(lines, pressBelow-2)
	if o.Pieces == 0 {
		return append(lines, "  "+a.look.faint.Render(cut(a.t.press.inHow, w-4)), "")
	}
	where := oneLine(filepath.Join(p.folder, o.File))
	lines = append(lines, p.labelled(a, a.t.press.to, where, w))
	if p.last != "" {
		lines = append(lines, p.labelled(a, a.t.press.lately, oneLine(p.last), w))
	}
	return lines
}

// labelled is a path beside its label, cut at its beginning: its end tells more.
func (p *pressroom) labelled(a *App, label, path string, w int) string {
	room := w - 4 - width(label)
	if over := width(path) - room; over > 0 {
		path = "…" + path[startFor(path, room-1):]
	}
	return "  " + a.look.faint.Render(label) + path
}
