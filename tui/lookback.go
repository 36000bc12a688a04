package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// lookBack is a look-back visit (回头看): the earlier findings of a school, the
// open ones first, with a key for each answer. It has no checklist.
type lookBack struct {
	id    inspection.VisitID
	here  inspection.FindingID
	rows  list
	whole bool

	// What follows is read again when the book has changed.
	read    int // entries that it rests on, plus one
	threads []inspection.Thread
	answers []inspection.Relooked
}

// newLookBack goes on at the finding of a place, or at the first one that has no
// answer.
func newLookBack(a *App, p place) *lookBack {
	l := &lookBack{id: p.visit(), here: p.Finding}
	l.refresh(a)
	if l.index(l.here) < 0 && len(l.threads) > 0 {
		l.here = l.threads[max(l.waiting(-1), 0)].ID
	}
	return l
}

// visitAt is the screen of a visit: a look-back has one of its own.
func (a *App) visitAt(p place) screen {
	if p.Kind == inspection.LookBack {
		return newLookBack(a, p)
	}
	return newVisit(a, p)
}

func (l *lookBack) opened(a *App) {
	if len(l.threads) > 0 {
		a.keepPlace(l.place())
	}
}

func (l *lookBack) scope() scope                  { return inLookBack }
func (l *lookBack) round() inspection.RoundNo     { return l.id.Round }
func (l *lookBack) school() inspection.SchoolCode { return l.id.School }
func (l *lookBack) title(a *App) string           { return a.schoolName(l.id) }
func (l *lookBack) index(id inspection.FindingID) int {
	return slices.IndexFunc(l.threads, func(t inspection.Thread) bool { return t.ID == id })
}

// place is where work goes on.
func (l *lookBack) place() place {
	return place{Round: l.id.Round, Kind: l.id.Kind, School: l.id.School, Finding: l.here}
}

// refresh reads the findings again when the book has changed. Their order stays
// while the page is open: an answer can open one again, and it must not move
// away from under the cursor.
func (l *lookBack) refresh(a *App) {
	if l.read == a.book.Len()+1 {
		return
	}
	first := l.read == 0
	l.read = a.book.Len() + 1
	now := a.book.LookBackThreads(l.id)
	if !first {
		slices.SortStableFunc(now, func(x, y inspection.Thread) int { return l.was(x.ID) - l.was(y.ID) })
	}
	l.threads = now
	l.answers = make([]inspection.Relooked, len(now))
	for i, t := range now {
		l.answers[i] = a.book.RelookAt(l.id, t.ID)
	}
	if !first {
		l.follow(a)
	}
}

// was is the place that a finding had; new ones come last.
func (l *lookBack) was(id inspection.FindingID) int {
	if i := l.index(id); i >= 0 {
		return i
	}
	return len(l.threads)
}

// follow goes to the finding of what was just undone or redone.
func (l *lookBack) follow(a *App) {
	e := a.book.Last(a.journal.Device())
	if e == nil || e.Fact.Kind != inspection.Undone {
		return
	}
	for i := range e.Fact.Writes {
		r := e.Fact.Writes[i].Register
		if r.Field == inspection.LookBackAnswer && r.Visit == l.id && l.index(inspection.FindingID(r.ID)) >= 0 {
			l.move(a, inspection.FindingID(r.ID))
		}
	}
}

// at is the index of the finding under the cursor.
func (l *lookBack) at() int { return max(l.index(l.here), 0) }

// move goes to a finding and remembers that work goes on there.
func (l *lookBack) move(a *App, id inspection.FindingID) {
	if l.here != id {
		l.here = id
		a.keepPlace(l.place())
	}
}

// waiting is the first finding after i, and round to the beginning, that has no
// answer; -1 when there is none.
func (l *lookBack) waiting(i int) int {
	for step := 1; step <= len(l.threads); step++ {
		if k := (i + step) % len(l.threads); l.answers[k].Answer == 0 {
			return k
		}
	}
	return -1
}

// next goes on to the next finding without an answer.
func (l *lookBack) next(a *App) {
	l.refresh(a)
	if i := l.waiting(l.at()); i >= 0 {
		l.move(a, l.threads[i].ID)
		return
	}
	a.say(a.t.lookBack.allDone)
}

// answer sets an answer down, with the note that is there. The same answer again
// writes nothing.
func (l *lookBack) answer(a *App, answer inspection.Relook) bool {
	now := l.answers[l.at()]
	if now.Answer == answer {
		return true
	}
	return a.record(l.id, func() (inspection.Fact, error) {
		return a.book.Relook(l.id, l.here, answer, now.Note)
	})
}

func (l *lookBack) do(a *App, act act) tea.Cmd {
	l.refresh(a)
	switch {
	case act == actBack && l.whole:
		l.whole = false
	case act == actBack:
		a.back()
	case act == actGaps:
		a.open(newGaps(a, newVisit(a, l.place())))
	case act == actWorks:
		a.open(newWorks(newVisit(a, l.place())))
	case act == actSealed:
		a.open(newSealed(a, l.id))
	case len(l.threads) == 0:
	case act >= actFixed && act <= actCannotTell:
		if l.answer(a, inspection.Fixed+inspection.Relook(act-actFixed)) {
			l.next(a)
		}
	case act == actClear:
		l.answer(a, 0)
	default:
		l.over(a, act)
	}
	return nil
}

func (l *lookBack) over(a *App, act act) {
	switch act {
	case actNext:
		l.next(a)
	case actNote:
		a.open(newRelookNote(a, l))
	case actMore:
		l.whole = !l.whole
	case actEvidence:
		a.open(newEvidence(a, l.id, "", l.here))
	case actRectify:
		a.open(newRectify(a, l.here))
	case actHistory:
		a.open(newHistoryOfFinding(a, l.here, l.threads[l.at()].Title))
	}
}

func (l *lookBack) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	l.refresh(a)
	l.rows.at = l.at()
	if l.rows.press(k, len(l.threads), l.height(a.h-2)) && len(l.threads) > 0 {
		l.move(a, l.threads[l.rows.at].ID)
	}
	return nil
}

// askLookBack plans look-back visits, in one of some rounds, to every school
// that has open findings. It says first how many schools that would be.
func (a *App) askLookBack(rounds ...inspection.Round) {
	t := &a.t.lookBack
	q := &question{name: t.plan, text: t.planHow}
	var refused error
	for _, r := range rounds {
		f, err := a.book.PlanLookBack(r.No)
		if err != nil {
			refused = err
			continue
		}
		n := 0
		for i := range f.Writes {
			if f.Writes[i].Register.Field == inspection.VisitPlanned {
				n++
			}
		}
		q.choices = append(q.choices, choice{t.into(r.Title, n), func(a *App) tea.Cmd {
			if a.take(a.book.PlanLookBack(r.No)) {
				a.say(t.planned(r.Title, n))
			}
			return nil
		}})
	}
	if len(q.choices) == 0 {
		a.say(t.noneOpen)
		if r, ok := inspection.Refused(refused); ok && r.Reason != inspection.NothingToPlan {
			a.refuse(refused)
		}
		return
	}
	q.choices = append([]choice{{a.t.plan.no, nil}}, q.choices...)
	a.open(q)
}

// progress is how much of a visit is answered: items of its checklist, or at a
// look-back earlier findings.
func (a *App) progress(v inspection.VisitID) (n, of int) {
	if v.Kind == inspection.LookBack {
		t := a.book.TallyLookBack(v)
		return t.Answered, t.Of
	}
	t := a.book.TallyOf(v).All
	return t.Answered(), t.Applicable
}

// finished reports whether all of a visit is answered; 未查清 is a verdict here.
func (a *App) finished(v inspection.VisitID) bool {
	if v.Kind == inspection.LookBack {
		return a.book.TallyLookBack(v).Done()
	}
	return a.book.TallyOf(v).All.Finished()
}

// openLedger goes to the ledger, of the school that one stands at or of all; a
// ledger right beneath is gone back to.
func (a *App) openLedger() {
	a.beside(func(s screen) bool { _, ok := s.(*ledger); return ok }, func() screen {
		if s, ok := a.top().(seated); ok {
			return newLedger(a, s.school())
		}
		return newLedger(a, "")
	})
}

// backTo goes back to a finding of the look-back that lies right beneath, and
// reports whether one does.
func (a *App) backTo(id inspection.FindingID) bool {
	if len(a.stack) < 2 {
		return false
	}
	l, ok := a.stack[len(a.stack)-2].(*lookBack)
	if ok {
		a.back()
		l.move(a, id)
	}
	return ok
}
