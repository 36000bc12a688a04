package tui

import (
	tea "charm.land/bubbletea/v2"
)

// help prints the key table: this page's keys, those of everywhere, and what
// the program promises.
type help struct {
	of  scope
	top int
}

func newHelp(a *App) *help { return &help{of: a.top().scope()} }

func (p *help) scope() scope        { return inPage }
func (p *help) title(a *App) string { return a.t.help.title }

func (p *help) do(a *App, act act) tea.Cmd {
	if act == actBack {
		a.back()
	}
	return nil
}

func (p *help) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	lines := list{at: p.top}
	lines.press(k, len(p.lines(a, a.w)), a.h)
	p.top = lines.at
	return nil
}

func (p *help) lines(a *App, w int) []string {
	lines := []string{"", "  " + a.look.strong.Render(a.t.help.here+" · "+a.t.help.scopes[p.of]), ""}
	lines = append(lines, p.keys(a, p.of, w)...)
	lines = append(lines, "", "  "+a.look.strong.Render(a.t.help.all), "")
	lines = append(lines, p.keys(a, everywhere, w)...)
	lines = append(lines, "")
	for _, words := range a.t.help.promise {
		for i, l := range wrap(words, w-6) {
			lines = append(lines, []string{"  · ", "    "}[min(i, 1)]+l)
		}
	}
	return lines
}

// keys are a scope's keys in two columns.
func (p *help) keys(a *App, s scope, w int) []string {
	var cells []string
	for _, b := range bindingsIn(s) {
		if b.keys != nil {
			cells = append(cells, a.look.key.Render(padLeft(b.show, 12))+"  "+a.t.acts[b.act])
		}
	}
	half := (len(cells) + 1) / 2
	lines := make([]string, half)
	for i := range half {
		lines[i] = pad(cells[i], w/2)
		if i+half < len(cells) {
			lines[i] += cells[i+half]
		}
	}
	return lines
}

func (p *help) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := p.lines(a, w)
	p.top = max(0, min(p.top, len(lines)-h))
	return lines[p.top:min(len(lines), p.top+h)], tea.NewCursor(0, 0)
}
