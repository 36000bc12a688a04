package tui

import tea "charm.land/bubbletea/v2"

// prompt asks for one line, such as a reason or a name, before something is
// done with it. What is typed stays when that is refused.
type prompt struct {
	name  string
	above string // what it is about
	label string
	field *input
	needs string // what to say when nothing was typed; empty: nothing is fine too
	then  func(a *App, text string) bool
}

func newPrompt(name, above, label, text, needs string, then func(a *App, text string) bool) *prompt {
	return &prompt{name: name, above: above, label: label, field: newInput(text), needs: needs, then: then}
}

func (p *prompt) scope() scope           { return inText }
func (p *prompt) title(a *App) string    { return p.name }
func (p *prompt) typing() bool           { return true }
func (p *prompt) paste(a *App, s string) { p.field.paste(s) }
func (p *prompt) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	p.field.press(k)
	return nil
}

func (p *prompt) do(a *App, act act) tea.Cmd {
	words := plainly(p.field.text())
	switch {
	case act == actBack:
		a.back()
	case act == actOK && words == "" && p.needs != "":
		a.notice = notice{words: p.needs, wrong: true}
	case act == actOK:
		if p.then(a, words) {
			a.closeOne(p)
		}
	}
	return nil
}

// closeOne takes a screen off the stack, wherever on it.
func (a *App) closeOne(s screen) {
	for i := len(a.stack) - 1; i > 0; i-- {
		if a.stack[i] == s {
			a.stack = append(a.stack[:i:i], a.stack[i+1:]...)
			return
		}
	}
}

func (p *prompt) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := []string{"", "  " + a.look.strong.Render(cut(p.name, w-4)), ""}
	for _, l := range wrap(p.above, w-4) {
		lines = append(lines, "  "+l)
	}
	lines = append(lines[:min(len(lines), h-3)], "")
	label := "  " + p.label
	field, cur := p.field.draw(w - width(label) - 2)
	shift(cur, width(label), len(lines))
	return append(lines, label+field), cur
}
