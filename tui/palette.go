package tui

import (
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// palette lists everything that can be done here, found by typing.
type palette struct {
	acts   []binding
	query  *input
	finder *finder
	shown  []int
	rows   list
}

func newPalette(a *App) *palette {
	p := &palette{query: newInput("")}
	offer := append(bindingsIn(a.top().scope()), bindingsIn(everywhere)...)
	offer = append(offer, binding{act: actJournal}, binding{act: actAuthor}, binding{act: actConflicts}, binding{act: actOffice})
	if runtime.GOOS != "windows" {
		offer = append(offer, binding{act: actSuspend})
	}
	seen := map[act]bool{actPalette: true, actBack: true}
	var names []string
	for _, b := range offer {
		if !seen[b.act] {
			seen[b.act] = true
			p.acts = append(p.acts, b)
			names = append(names, a.t.acts[b.act])
		}
	}
	p.finder = newFinder(names)
	p.shown = p.finder.find("")
	return p
}

func (p *palette) scope() scope        { return inText }
func (p *palette) title(a *App) string { return a.t.help.palette }
func (p *palette) typing() bool        { return true }

func (p *palette) paste(a *App, text string) {
	p.query.paste(text)
	p.shown = p.finder.find(p.query.text())
}

func (p *palette) do(a *App, act act) tea.Cmd {
	a.back()
	if act == actOK && p.rows.at < len(p.shown) {
		return a.do(p.acts[p.shown[p.rows.at]].act)
	}
	return nil
}

func (p *palette) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if k.Text == "" && p.rows.press(k, len(p.shown), a.h-4) {
		return nil
	}
	if p.query.press(k) {
		p.shown = p.finder.find(p.query.text())
		p.rows = list{}
	}
	return nil
}

func (p *palette) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	label := "  " + a.t.search
	text, cur := p.query.draw(w - width(label) - 2)
	cur.X += width(label)
	cur.Y = 1
	lines := []string{"", label + text, ""}
	if len(p.shown) == 0 {
		return append(lines, "  "+a.t.nothing), cur
	}
	return append(lines, p.rows.draw(len(p.shown), h-len(lines), func(i int, here bool) string {
		b := p.acts[p.shown[i]]
		return a.look.row(pad(a.t.acts[b.act], 28)+b.show, w, here)
	})...), cur
}
