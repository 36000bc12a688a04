package tui

import (
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

	picked map[cell]bool      // what a change is for, where it is not the cell under the cursor
	swap   inspection.VisitID // that is to change places; zero: none

	asking bool
	query  *input

	// What follows is read again when the book or the query has changed.
	read      int // entries that it rests on, plus one
	asked     string
	all       []inspection.SchoolCode
	unplanned int
	tied      map[cell]bool // where a member has a tie to the school
	finder    *finder
	shown     []inspection.SchoolCode
}

func newPlan(a *App) *plan {
	return &plan{no: a.roundHere(), query: newInput(""), picked: map[cell]bool{}}
}

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
	p.all, p.unplanned, p.tied = all, a.unplannedOf(all), map[cell]bool{}
	for _, r := range a.book.Rounds() {
		for _, tie := range a.book.Recusals(r.No) {
			if !tie.Why.Weak() {
				p.tied[cell{r.No, tie.School}] = true
			}
		}
	}
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
	case actSelect:
		p.pick(a)
	case actAll:
		p.pickAll(a)
	case actBack:
		p.escape(a)
	default:
		p.change(a, act)
	}
	return nil
}

// change changes the plan, or opens what does.
func (p *plan) change(a *App, act act) {
	switch act {
	case actArrange:
		p.on(a, a.t.plan.arrange, p.arrange)
	case actMove:
		p.on(a, a.t.plan.move, p.elsewhere)
	case actSwap:
		p.swapWith(a)
	case actTeams:
		a.open(newTeams(a, p.no))
	case actRecusals:
		a.open(newRecusals(a, p.no))
	case actSchool:
		p.editSchool(a)
	case actNewSchool:
		p.newSchool(a)
	case actRound:
		a.open(p.roundSlip(a))
	case actLookBack:
		if r, ok := a.book.Round(p.no); ok {
			a.askLookBack(r)
		}
	case actOneRound:
		p.replan(a, a.t.plan.oneRound, a.t.plan.placing, inspection.OneRoundEach)
	case actEveryRound:
		p.replan(a, a.t.plan.every, "", inspection.EveryRound)
	}
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
	enter := func(a *App, v inspection.Visit) {
		a.open(a.visitAt(place{Round: v.ID.Round, Kind: v.ID.Kind, School: v.ID.School}))
	}
	switch visits := a.visitsAt(p.here()); len(visits) {
	case 0:
		a.say(a.t.plan.notHere)
	case 1:
		enter(a, visits[0])
	default:
		a.open(a.which(a.t.plan.enter, visits, enter))
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

// escape leaves the search first, then the selection, then the page.
func (p *plan) escape(a *App) {
	switch {
	case p.asking || p.query.text() != "":
		p.asking = false
		p.query.setText("")
	case len(p.picked) > 0 || p.swap != inspection.VisitID{}:
		clear(p.picked)
		p.swap = inspection.VisitID{}
	default:
		a.back()
	}
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
