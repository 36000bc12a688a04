package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func (p *plan) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	p.refresh(a)
	lines, cur := p.top(a, w)
	if len(p.shown) == 0 {
		return append(lines, "", "  "+a.t.plan.notIn), cur
	}
	rounds := p.sights(a, w)
	lines = append(lines, p.heads(a, rounds, w)...)
	first := len(lines)
	lines = append(lines, p.rows.draw(len(p.shown), h-first-2, func(i int, here bool) string {
		return p.row(a, p.shown[i], rounds, w, here)
	})...)
	lines = append(exactly(lines, h-2), "  "+cut(p.below(a), w-4), "  "+a.look.faint.Render(cut(a.t.plan.legend, w-4)))
	if cur == nil {
		cur = tea.NewCursor(p.cellAt(rounds, w), first+p.rows.at-p.rows.top)
	}
	return lines, cur
}

func (p *plan) top(a *App, w int) ([]string, *tea.Cursor) {
	if p.asking || p.query.text() != "" {
		return a.searchLine(p.query, p.asking, a.t.plan.found(len(p.shown)), w)
	}
	if n := len(p.picked); n > 0 {
		return []string{"  " + a.look.strong.Render(a.t.plan.picked(n))}, nil
	}
	return []string{"  " + a.look.faint.Render(a.t.plan.schools(len(p.all), p.unplanned))}, nil
}

// The columns of the grid, in cells.
func planName(w, n int) int { return max(24, min(w-4-n*leastCol, 40)) }
func planCol(w, n int) int  { return min(22, (w-4-planName(w, n))/max(n, 1)) }

const leastCol = 14

// sights are the rounds that the grid has room for, the one under the cursor
// among them.
func (p *plan) sights(a *App, w int) []inspection.Round {
	all := a.book.Rounds()
	most := max(1, (w-4-24)/leastCol)
	i := max(slices.IndexFunc(all, func(r inspection.Round) bool { return r.No == p.no }), 0)
	from := max(0, min(i-most/2, len(all)-most))
	return all[from:min(len(all), from+most)]
}

func (p *plan) cellAt(rounds []inspection.Round, w int) int {
	i := slices.IndexFunc(rounds, func(r inspection.Round) bool { return r.No == p.no })
	return 2 + planName(w, len(rounds)) + max(i, 0)*planCol(w, len(rounds))
}

// heads name the rounds, with how many schools are in each.
func (p *plan) heads(a *App, rounds []inspection.Round, w int) []string {
	names, counts := pad("  "+a.t.plan.school, 2+planName(w, len(rounds))), blanks(2+planName(w, len(rounds)))
	for _, r := range rounds {
		t, col := a.book.TallyRound(r.No), planCol(w, len(rounds))
		name := pad(r.Title, col-1) + " "
		if r.No == p.no {
			name = a.look.strong.Render(pad("› "+r.Title, col-1)) + " "
		}
		names += name
		counts += a.look.faint.Render(pad(a.t.plan.round(t.Planned, t.Begun, t.Finished), col-1)) + " "
	}
	return []string{names, counts}
}

func (p *plan) row(a *App, code inspection.SchoolCode, rounds []inspection.Round, w int, here bool) string {
	school := a.book.School(code)
	words := school.Name
	if school.Closed != 0 {
		words = a.t.plan.shut + " " + words
	}
	name := pad(a.look.marker(here)+pad(string(code), 7)+words, 1+planName(w, len(rounds))) + " "
	if here {
		name = a.look.strong.Render(name)
	}
	s, in := name, false
	for _, r := range rounds {
		c, col := cell{r.No, code}, planCol(w, len(rounds))
		visits := a.visitsAt(c)
		in = in || len(visits) > 0
		box := pad(p.sign(c, here)+p.mark(a, c, visits), col-1)
		if here && r.No == p.no {
			box = a.look.here.Render(box)
		}
		s += box + " "
	}
	if !in && len(rounds) == len(a.book.Rounds()) {
		s = name + a.unplanned(rounds, p.no, w, here)
	}
	return s
}

// sign is the first sign of a cell: the cursor, or that it is selected or waits
// to change places.
func (p *plan) sign(c cell, here bool) string {
	switch {
	case p.waits(c):
		return "~"
	case p.picked[c]:
		return "*"
	case here && c.no == p.no:
		return "›"
	}
	return " "
}

// unplanned is the rest of a row of a school in no round.
func (a *App) unplanned(rounds []inspection.Round, at inspection.RoundNo, w int, here bool) string {
	s, col := "", planCol(w, len(rounds))
	for i, r := range rounds {
		box := pad("", col-1)
		if i == 0 {
			box = pad("! "+a.t.plan.none, col-1)
		}
		if here && r.No == at {
			box = a.look.here.Render(pad("›"+strings.TrimRight(box, " "), col-1))
		}
		s += box + " "
	}
	return s
}

// mark is how far a school is in a round, its team, and ! for a tie.
func (p *plan) mark(a *App, c cell, visits []inspection.Visit) string {
	if len(visits) == 0 {
		return ""
	}
	words := " " + a.far(visits[0])
	if visits[0].Team != 0 {
		words += " " + a.t.plan.team(visits[0].Team)
	}
	if p.tied[c] {
		words += "!"
	}
	for _, v := range visits[1:] {
		words += " +" + a.kindSign(v.ID.Kind)
	}
	return words
}

// kindSign is a kind of visit in one character.
func (a *App) kindSign(k inspection.VisitKind) string { return string([]rune(k.In(a.lang))[:1]) }

// far is how far a visit is.
func (a *App) far(v inspection.Visit) string {
	if v.ID.Kind != inspection.Routine {
		if v.Begun != 0 {
			return "▸ " + a.kindSign(v.ID.Kind)
		}
		return "· " + a.kindSign(v.ID.Kind)
	}
	t := a.book.TallyOf(v.ID)
	switch {
	case t.All.Finished():
		return "√"
	case t.Begun:
		share, _ := t.All.Progress().Share()
		return fmt.Sprintf("▸ %.0f%%", 100*share)
	}
	return "·"
}

// below tells of the cell under the cursor who goes there and when, and what
// ties there are.
func (p *plan) below(a *App) string {
	c := p.here()
	r, _ := a.book.Round(c.no)
	var told []string
	for _, v := range a.visitsAt(c) {
		told = append(told, a.arranged(v))
	}
	if p.swap != (inspection.VisitID{}) {
		return a.look.strong.Render(a.t.plan.swapping(a.schoolName(p.swap)))
	}
	if len(told) == 0 {
		return a.look.faint.Render(r.Title + " · " + a.t.plan.notPlanned)
	}
	words := r.Title + " · " + strings.Join(told, a.t.plan.and)
	for _, tie := range a.book.Recusals(c.no) {
		if tie.School == c.school && !tie.Why.Weak() {
			words += " · ! " + a.book.SayRecusal(tie, a.lang)
		}
	}
	return words
}

// arranged is a visit's kind, team, batch and days.
func (a *App) arranged(v inspection.Visit) string {
	t := &a.t.plan
	team, batch := t.noTeam, ""
	if v.Team != 0 {
		team = t.team(v.Team)
	}
	if v.Batch != 0 {
		batch = t.batch(v.Batch)
	}
	return joined(" · ", v.ID.Kind.In(a.lang), team, batch, a.stay(v.From, v.To))
}

// stay is the days that a team is at a school.
func (a *App) stay(from, to inspection.Day) string {
	last := to.String()
	if from != 0 && to != 0 && from.Year() == to.Year() {
		last = last[len("2026-"):]
	}
	switch {
	case to == 0:
		return from.String()
	case from == 0:
		return a.t.plan.until(last)
	}
	return a.t.plan.days(from.String(), last)
}
