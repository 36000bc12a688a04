package tui

import (
	"cmp"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// cell is a school in a round: where its visits are planned.
type cell struct {
	no     inspection.RoundNo
	school inspection.SchoolCode
}

// visitsAt are the visits of a cell, the routine one first.
func (a *App) visitsAt(c cell) []inspection.Visit {
	var all []inspection.Visit
	for kind := inspection.Routine; kind <= inspection.MakeUp; kind++ {
		v := a.book.Visit(inspection.VisitID{Round: c.no, Kind: kind, School: c.school})
		if v.Planned || v.Begun != 0 {
			all = append(all, v)
		}
	}
	return all
}

func (p *plan) here() cell { return cell{p.no, p.school} }

// pick selects the cell or no longer, and goes on to the next school.
func (p *plan) pick(a *App) {
	c := p.here()
	switch {
	case len(p.shown) == 0:
		return
	case p.picked[c]:
		delete(p.picked, c)
	case len(a.visitsAt(c)) == 0:
		a.say(a.t.plan.notHere)
		return
	default:
		p.picked[c] = true
	}
	p.rows.at++
	p.keepHere()
}

// pickAll selects all schools that are shown and planned in the round, or none
// when all of them are.
func (p *plan) pickAll(a *App) {
	n := len(p.picked)
	for _, code := range p.shown {
		if c := (cell{p.no, code}); len(a.visitsAt(c)) > 0 {
			p.picked[c] = true
		}
	}
	if len(p.picked) == n {
		clear(p.picked)
	}
}

// on does something with the visits of the cells selected, or else of the one
// under the cursor; with which, it asks where a school is visited several times
// in the round.
func (p *plan) on(a *App, name string, do func(*App, []inspection.Visit)) {
	visits := p.selected(a)
	if len(p.picked) == 0 {
		visits = a.visitsAt(p.here())
		if len(visits) > 1 {
			q := a.which(name, visits, func(a *App, v inspection.Visit) { do(a, []inspection.Visit{v}) })
			q.choices = append(q.choices, choice{a.t.plan.allOfThem(len(visits)), func(a *App) tea.Cmd { do(a, visits); return nil }})
			a.open(q)
			return
		}
	}
	if len(visits) == 0 {
		a.say(a.t.plan.notHere)
		return
	}
	do(a, visits)
}

// which asks with which of a school's visits something is to be done.
func (a *App) which(name string, visits []inspection.Visit, do func(*App, inspection.Visit)) *question {
	q := &question{name: name, text: a.t.plan.which(a.book.NameOfPlace(string(visits[0].ID.School)), len(visits))}
	for _, v := range visits {
		q.choices = append(q.choices, choice{a.arranged(v), func(a *App) tea.Cmd { do(a, v); return nil }})
	}
	return q
}

func (p *plan) selected(a *App) []inspection.Visit {
	var all []inspection.Visit
	for _, r := range a.book.Rounds() {
		for _, code := range p.all {
			if c := (cell{r.No, code}); p.picked[c] {
				all = append(all, a.visitsAt(c)...)
			}
		}
	}
	return all
}

func idsOf(visits []inspection.Visit) []inspection.VisitID {
	ids := make([]inspection.VisitID, len(visits))
	for i, v := range visits {
		ids[i] = v.ID
	}
	return ids
}

// arrange asks for team, batch and days. Only what is changed on the slip is
// changed; what differs among the visits stands empty.
func (p *plan) arrange(a *App, visits []inspection.Visit) {
	t := &a.t.plan
	var now inspection.Visit // as the slip has it
	no := visits[0].ID.Round
	leaving := func() inspection.Day { return cmp.Or(now.From, a.firstDay(no)) }
	words := [4]string{}
	slots := []slot{
		a.numberSlot(t.teamLabel, t.teamHow, "", inspection.MaxTeam, true, &now.Team),
		a.numberSlot(t.batchLabel, t.batchHow, "", inspection.MaxBatch, true, &now.Batch),
		a.daySlot(t.fromLabel, t.fromHow, "", dayFrom(func() inspection.Day { return a.firstDay(no) }), a.outside(no), &now.From),
		a.daySlot(t.toLabel, t.toHow, "", dayFrom(leaving), a.outside(no), &now.To),
	}
	slots[3].about = []inspection.Reason{inspection.DaysReversed}
	for i := range slots {
		same := false
		if words[i], same = alike(visits, i); !same {
			slots[i].hint = t.various
		}
		slots[i].set(words[i])
	}
	why := []string{t.arrangeWhat(a.schoolName(visits[0].ID), len(visits))}
	a.open(newSlip(a, t.arrange, "draft/arrange", why, slots, func(a *App, values []string) bool {
		var change inspection.Arrangement
		if values[0] != words[0] {
			change.Team = &now.Team
		}
		if values[1] != words[1] {
			change.Batch = &now.Batch
		}
		if values[2] != words[2] {
			change.From = &now.From
		}
		if values[3] != words[3] {
			change.To = &now.To
		}
		return p.arranges(a, visits, change)
	}))
}

// alike is what a slot of the slip shows of all visits, if they are alike.
func alike(visits []inspection.Visit, slot int) (words string, same bool) {
	for i := range visits {
		v := &visits[i]
		one := [...]string{numeral(v.Team), numeral(v.Batch), v.From.String(), v.To.String()}[slot]
		if i > 0 && one != words {
			return "", false
		}
		words = one
	}
	return words, true
}

// numeral is n, or nothing for zero.
func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// arranges has a change taken for all the visits.
func (p *plan) arranges(a *App, visits []inspection.Visit, change inspection.Arrangement) bool {
	ids := idsOf(visits)
	before := a.ties(ids)
	if !a.take(a.book.Arrange(change, ids...)) {
		return false
	}
	clear(p.picked)
	words := a.t.plan.arrangedAll(len(ids))
	if len(ids) == 1 {
		words = a.schoolName(ids[0]) + " · " + a.arranged(a.book.Visit(ids[0]))
	}
	a.sayTies(words, before, a.ties(ids))
	return true
}

// firstDay is the day from which days without a year are counted: a month
// before the round, so that preparations fall into its year.
func (a *App) firstDay(no inspection.RoundNo) inspection.Day {
	if r, _ := a.book.Round(no); r.Start != 0 {
		return r.Start - 31
	}
	return a.today()
}

// ties are the recusals at the schools of some visits.
func (a *App) ties(visits []inspection.VisitID) map[inspection.Recusal]bool {
	at, rounds := map[cell]bool{}, map[inspection.RoundNo]bool{}
	for _, v := range visits {
		at[cell{v.Round, v.School}], rounds[v.Round] = true, true
	}
	all := map[inspection.Recusal]bool{}
	for no := range rounds {
		for _, tie := range a.book.Recusals(no) {
			if at[cell{no, tie.School}] && !tie.Why.Weak() {
				all[tie] = true
			}
		}
	}
	return all
}

// sayTies says what was done, and the ties that came of it.
func (a *App) sayTies(words string, before, after map[inspection.Recusal]bool) {
	n, first := 0, ""
	for tie := range after {
		if !before[tie] {
			n++
			if says := a.book.SayRecusal(tie, a.lang); first == "" || says < first {
				first = says
			}
		}
	}
	if n == 0 {
		a.say(words)
		return
	}
	a.notice = notice{words: a.t.plan.ties(n, first) + " · " + words, wrong: true}
}

// elsewhere asks into which round the visits are to go.
func (p *plan) elsewhere(a *App, visits []inspection.Visit) {
	t, ids := &a.t.plan, idsOf(visits)
	q := &question{name: t.move, text: t.moveWhat(a.schoolName(ids[0]), len(ids)), choices: []choice{{t.no, nil}}}
	for _, r := range a.book.Rounds() {
		if r.No != p.no {
			q.choices = append(q.choices, choice{r.Title, func(a *App) tea.Cmd {
				if a.take(a.book.Move(r.No, ids...)) {
					clear(p.picked)
					p.no = r.No
					a.sayTies(t.moved(len(ids), r.Title), nil, a.ties(inRoundOf(ids, r.No)))
				}
				return nil
			}})
		}
	}
	a.open(q)
}

// inRoundOf are the same visits in another round.
func inRoundOf(ids []inspection.VisitID, no inspection.RoundNo) []inspection.VisitID {
	all := make([]inspection.VisitID, len(ids))
	for i, v := range ids {
		v.Round = no
		all[i] = v
	}
	return all
}

// swapWith remembers the visit that is to change places, and then does it with
// one under the cursor.
func (p *plan) swapWith(a *App) {
	t, c := &a.t.plan, p.here()
	visits := a.visitsAt(c)
	switch {
	case p.waits(c):
		p.swap = inspection.VisitID{}
	case len(visits) == 0:
		a.say(t.notHere)
	case len(visits) == 1:
		p.swaps(a, visits[0])
	default:
		a.open(a.which(t.swap, visits, p.swaps))
	}
}

// waits reports whether a visit of the cell waits to change places.
func (p *plan) waits(c cell) bool { return c == cell{p.swap.Round, p.swap.School} }

func (p *plan) swaps(a *App, with inspection.Visit) {
	v, w := p.swap, with.ID
	if was := a.book.Visit(v); !was.Planned && was.Begun == 0 { // none waits, or it was taken out of the plan since
		p.swap = w
		return
	}
	after := []inspection.VisitID{{Round: w.Round, Kind: v.Kind, School: v.School}, {Round: v.Round, Kind: w.Kind, School: w.School}}
	before := a.ties(after)
	if a.take(a.book.Swap(v, w)) {
		p.swap = inspection.VisitID{}
		a.sayTies(a.t.plan.swapped(a.schoolName(v), a.schoolName(w)), before, a.ties(after))
	}
}
