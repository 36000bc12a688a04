package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// proving chooses what of a school's evidence proves that a finding was put
// right.
type proving struct {
	id   inspection.FindingID
	here exhibit
	rows list
}

func newProving(a *App, id inspection.FindingID) *proving { return &proving{id: id} }

func (p *proving) scope() scope        { return inProofs }
func (p *proving) title(a *App) string { return a.t.rectify.proofs.title }

// all is the evidence of the finding's school, what was taken in last first.
func (p *proving) all(a *App) []inspection.Evidence {
	f, ok := a.book.Finding(p.id)
	if !ok {
		return nil
	}
	var all []inspection.Evidence
	visits := a.book.VisitsTo(f.Visit.School)
	slices.Reverse(visits)
	for _, v := range visits {
		all = append(all, a.book.EvidenceAt(v.ID)...)
	}
	return all
}

// at puts the cursor on the file it was on.
func (p *proving) at(all []inspection.Evidence) int {
	i := slices.IndexFunc(all, func(e inspection.Evidence) bool { return exhibitOf(e) == p.here })
	if i >= 0 {
		p.rows.at = i
	}
	p.rows.keep(len(all), len(all))
	return p.rows.at
}

func (p *proving) do(a *App, act act) tea.Cmd {
	switch act {
	case actToggle:
		if all := p.all(a); len(all) > 0 {
			p.toggle(a, &all[p.at(all)])
		}
	case actBack:
		a.back()
	}
	return nil
}

func (p *proving) toggle(a *App, e *inspection.Evidence) {
	if slices.Contains(e.Proves, p.id) {
		a.take(a.book.Disprove(e.Visit, e.ID, p.id))
		return
	}
	a.take(a.book.Prove(e.Visit, e.ID, p.id))
}

func (p *proving) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	all := p.all(a)
	p.at(all)
	if p.rows.press(k, len(all), a.h-6) && len(all) > 0 {
		e := &all[p.rows.at]
		p.here = exhibitOf(*e)
	}
	return nil
}

func (p *proving) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.rectify.proofs
	f, _ := a.book.Finding(p.id)
	lines := []string{" " + a.look.strong.Render(cut(f.Title, w-2)), a.look.line(w)}
	all := p.all(a)
	if len(all) == 0 {
		for _, l := range wrap(t.none, w-4) {
			lines = append(lines, "  "+l)
		}
		return lines, nil
	}
	lines = append(lines, "  "+a.look.faint.Render(cut(t.how, w-2)))
	first, at := len(lines), p.at(all)
	lines = append(lines, p.rows.draw(len(all), h-first, func(i int, here bool) string {
		e := &all[i]
		box := t.not
		if slices.Contains(e.Proves, p.id) {
			box = t.proves
		}
		round, _ := a.book.Round(e.Visit.Round)
		return a.look.row(box+" "+a.fileOf(e)+"  "+round.Title+" "+e.Visit.Kind.In(a.lang), w, here)
	})...)
	return lines, tea.NewCursor(2, first+at-p.rows.top)
}
