package tui

import (
	tea "charm.land/bubbletea/v2"
)

// whole is an item of a visit with nothing cut.
type whole struct {
	v    *visit
	rows list // its cursor is the first line in sight
}

func (p *whole) scope() scope        { return inPage }
func (p *whole) title(a *App) string { return string(p.v.item) + " " + a.t.visit.whole.title }

func (p *whole) do(a *App, act act) tea.Cmd {
	if act == actBack {
		a.back()
	}
	return nil
}

// lines are all lines of the item at a width.
func (p *whole) lines(a *App, w int) []string {
	p.v.refresh(a)
	if len(p.v.points) == 0 {
		return nil
	}
	var lines []string
	for _, one := range p.v.parts(a) {
		lines = append(lines, p.v.spread(a, []part{one}, w-2, 1<<20)[0]...)
		lines = append(lines, "")
	}
	return lines
}

func (p *whole) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if name := k.String(); name == "space" || name == "9" {
		a.back()
		return nil
	}
	p.rows.press(k, len(p.lines(a, a.w)), a.h-3)
	return nil
}

func (p *whole) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := p.lines(a, w)
	p.rows.at = min(p.rows.at, max(len(lines)-h, 0))
	lines = lines[p.rows.at:]
	return standIn(lines[:min(len(lines), h)]), nil
}
