package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// plan is the grid of schools × rounds: who is visited when.
type plan struct {
	school inspection.SchoolCode // under the cursor
	no     inspection.RoundNo    // the round under the cursor
	rows   list

	asking bool
	query  *input

	// What follows is read again when the book or the query has changed.
	read      int // entries that it rests on, plus one
	asked     string
	all       []inspection.SchoolCode
	unplanned int
	finder    *finder
	shown     []inspection.SchoolCode
}

func newPlan(a *App) *plan { return &plan{no: a.roundHere(), query: newInput("")} }

func (p *plan) scope() scope              { return inPlan }
func (p *plan) title(a *App) string       { return a.t.plan.title }
func (p *plan) round() inspection.RoundNo { return p.no }
func (p *plan) typing() bool              { return p.asking }

func (p *plan) refresh(a *App) {
	if p.read != a.book.Len()+1 {
		p.read, p.shown = a.book.Len()+1, nil
		p.gather(a)
	}
	if p.shown == nil || p.asked != p.query.text() {
		p.asked = p.query.text()
		p.show(a)
		p.seek()
	}
}

// gather reads the roster. The finder stays while its schools are the same.
func (p *plan) gather(a *App) {
	all := a.book.Codes()
	if len(all) != len(p.all) || len(all) > 0 && &all[0] != &p.all[0] {
		p.finder = nil
	}
	p.all, p.unplanned = all, a.unplannedOf(all)
}

// unplannedOf counts the schools that are in no round. Roster and rounds have
// the same order, so that one walk over all of them does.
func (a *App) unplannedOf(all []inspection.SchoolCode) int {
	var rounds [][]inspection.Visit
	for _, r := range a.book.Rounds() {
		rounds = append(rounds, a.book.VisitsIn(r.No))
	}
	n := 0
	for _, code := range all {
		in := false
		for i, visits := range rounds {
			for len(visits) > 0 && visits[0].ID.School == code {
				visits, in = visits[1:], in || visits[0].ID.Kind == inspection.Routine
			}
			rounds[i] = visits
		}
		if !in {
			n++
		}
	}
	return n
}

func visitOf(n inspection.RoundNo, s inspection.SchoolCode) inspection.VisitID {
	return inspection.VisitID{Round: n, Kind: inspection.Routine, School: s}
}

func (a *App) planned(v inspection.VisitID) bool {
	now := a.book.Visit(v)
	return now.Planned || now.Begun != 0
}

func (p *plan) show(a *App) {
	if p.asked == "" {
		p.shown = slices.Clone(p.all)
		return
	}
	if p.finder == nil {
		names := make([]string, len(p.all))
		for i, code := range p.all {
			names[i] = a.book.School(code).Name + " " + string(code)
		}
		p.finder = newFinder(names)
	}
	p.shown = []inspection.SchoolCode{}
	for _, i := range p.finder.find(p.asked) {
		p.shown = append(p.shown, p.all[i])
	}
}

func (p *plan) seek() {
	if i := slices.Index(p.shown, p.school); i >= 0 {
		p.rows.at = i
	} else if p.asked != "" {
		p.rows.at = 0
	}
	p.keepHere()
}

func (p *plan) keepHere() {
	p.rows.at = max(min(p.rows.at, len(p.shown)-1), 0)
	if len(p.shown) > 0 {
		p.school = p.shown[p.rows.at]
	}
}

func (p *plan) do(a *App, act act) tea.Cmd {
	p.refresh(a)
	switch act {
	case actToggle:
		p.toggle(a)
	case actLeft:
		p.move(a, -1)
	case actRight:
		p.move(a, 1)
	case actOpen:
		p.open(a)
	case actSearch:
		p.asking = true
	case actLookBack:
		if r, ok := a.book.Round(p.no); ok {
			a.askLookBack(r)
		}
	case actOneRound:
		p.replan(a, a.t.plan.oneRound, a.t.plan.placing, inspection.OneRoundEach)
	case actEveryRound:
		p.replan(a, a.t.plan.every, "", inspection.EveryRound)
	case actBack:
		p.escape(a)
	}
	return nil
}

// toggle puts the school into the round, or takes it out.
func (p *plan) toggle(a *App) {
	if len(p.shown) == 0 {
		return
	}
	v := visitOf(p.no, p.school)
	in := !a.planned(v)
	if !a.take(a.book.Plan(v, in)) {
		return
	}
	r, _ := a.book.Round(p.no)
	if in {
		a.say(a.t.plan.added(a.schoolName(v), r.Title))
	} else {
		a.say(a.t.plan.taken(a.schoolName(v), r.Title))
	}
}

// move goes to the round beside.
func (p *plan) move(a *App, by int) {
	all := a.book.Rounds()
	i := slices.IndexFunc(all, func(r inspection.Round) bool { return r.No == p.no }) + by
	if i >= 0 && i < len(all) {
		p.no = all[i].No
	}
}

// open leaves the search first; then it goes to the visit.
func (p *plan) open(a *App) {
	if p.asking {
		p.asking = false
		return
	}
	if len(p.shown) == 0 {
		return
	}
	if v := visitOf(p.no, p.school); a.planned(v) {
		a.open(a.visitAt(place{Round: v.Round, Kind: v.Kind, School: v.School}))
	} else {
		a.say(a.t.plan.notHere)
	}
}

// replan asks before it changes the plan of all schools.
func (p *plan) replan(a *App, name, more string, how func(inspection.Roster, int) []inspection.VisitID) {
	visits := how(a.book.Roster(), len(a.book.Rounds()))
	f, err := a.book.Replan(visits)
	if err != nil {
		a.refuse(err)
		return
	}
	in, out := 0, 0
	for _, w := range f.Writes {
		if w.Value.N == 1 {
			in++
		} else {
			out++
		}
	}
	text := strings.TrimSpace(a.t.plan.change(in, out, a.begun()) + " " + more)
	a.open(&question{name: name, text: text, choices: []choice{
		{a.t.plan.no, nil},
		{a.t.plan.yes, func(a *App) tea.Cmd { a.take(a.book.Replan(visits)); return nil }},
	}})
}

// begun is how many visits have begun in all rounds.
func (a *App) begun() int {
	n := 0
	for _, r := range a.book.Rounds() {
		n += a.book.TallyRound(r.No).Begun
	}
	return n
}

// escape leaves the search first, then the page.
func (p *plan) escape(a *App) {
	if !p.asking && p.query.text() == "" {
		a.back()
		return
	}
	p.asking = false
	p.query.setText("")
}

func (p *plan) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if p.asking && p.query.press(k) {
		p.refresh(a)
		return nil
	}
	p.refresh(a)
	if p.rows.press(k, len(p.shown), a.h-6) {
		p.keepHere()
	}
	return nil
}

func (p *plan) paste(a *App, text string) {
	if p.asking {
		p.query.paste(text)
	}
}

func (p *plan) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	p.refresh(a)
	lines, cur := p.top(a, w)
	if len(p.shown) == 0 {
		return append(lines, "", "  "+a.t.plan.notIn), cur
	}
	rounds := p.sights(a, w)
	lines = append(lines, p.heads(a, rounds, w)...)
	first := len(lines)
	lines = append(lines, p.rows.draw(len(p.shown), h-first-1, func(i int, here bool) string {
		return p.row(a, p.shown[i], rounds, w, here)
	})...)
	lines = append(exactly(lines, h-1), "  "+a.look.faint.Render(a.t.plan.legend))
	if cur == nil {
		cur = tea.NewCursor(p.cellAt(rounds, w), first+p.rows.at-p.rows.top)
	}
	return lines, cur
}

func (p *plan) top(a *App, w int) ([]string, *tea.Cursor) {
	if p.asking || p.query.text() != "" {
		return a.searchLine(p.query, p.asking, a.t.plan.found(len(p.shown)), w)
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
	name := pad(a.look.marker(here)+pad(string(code), 7)+a.book.School(code).Name, 1+planName(w, len(rounds))) + " "
	if here {
		name = a.look.strong.Render(name)
	}
	s, in := name, false
	for _, r := range rounds {
		v, col := visitOf(r.No, code), planCol(w, len(rounds))
		in = in || a.planned(v)
		cell := pad(" "+p.cell(a, v), col-1)
		if here && r.No == p.no {
			cell = a.look.here.Render(pad("›"+p.cell(a, v), col-1))
		}
		s += cell + " "
	}
	if !in && len(rounds) == len(a.book.Rounds()) {
		s = name + a.unplanned(rounds, p.no, w, here)
	}
	return s
}

// unplanned is the rest of a row of a school in no round.
func (a *App) unplanned(rounds []inspection.Round, at inspection.RoundNo, w int, here bool) string {
	s, col := "", planCol(w, len(rounds))
	for i, r := range rounds {
		cell := pad("", col-1)
		if i == 0 {
			cell = pad("! "+a.t.plan.none, col-1)
		}
		if here && r.No == at {
			cell = a.look.here.Render(pad("›"+strings.TrimRight(cell, " "), col-1))
		}
		s += cell + " "
	}
	return s
}

// cell is how far a school is in a round.
func (p *plan) cell(a *App, v inspection.VisitID) string {
	if !a.planned(v) {
		return ""
	}
	t := a.book.TallyOf(v)
	switch {
	case t.All.Finished():
		return " √"
	case t.Begun:
		share, _ := t.All.Progress().Share()
		return fmt.Sprintf(" ▸ %.0f%%", 100*share)
	}
	return " ·"
}
