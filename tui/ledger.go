package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// ledger is the rectification ledger (整改台账) of all schools or of one: its
// views, a filter, and a selection that can be changed at once.
type ledger struct {
	of     inspection.SchoolCode // empty: all schools
	view   inspection.View
	sort   int // index into ledgerWords.sorted
	here   inspection.FindingID
	rows   list
	picked map[inspection.FindingID]bool

	asking bool
	query  *input

	// What follows is read again when the book, the day, the school or the
	// sorting has changed.
	read  reading
	all   []*sifted // in the book's order
	order []*sifted // as sorted
	tally inspection.LedgerTally
	sift  sift
	late  bool    // the book has not read all of its ledger yet
	seen  *sieved // what the cursor was last put into
	no    int     // of the tick under way
	armed bool
}

// ledgerTicks are the numbers of a ledger's ticks: far from those of drafts.
const ledgerTicks = 1 << 20

func newLedger(a *App, school inspection.SchoolCode) *ledger {
	l := &ledger{of: school, query: newInput(""), picked: map[inspection.FindingID]bool{}, no: ledgerTicks}
	l.sift.start(nil, "")
	l.sift.slice(0, 0, 0)
	return l
}

func (l *ledger) scope() scope { return inLedger }
func (l *ledger) typing() bool { return l.asking }

func (l *ledger) title(a *App) string {
	if s := a.book.School(l.of); s != nil {
		return a.t.ledger.title(s.Name)
	}
	return a.t.ledger.title("")
}

// round is that of the row under the cursor.
func (l *ledger) round() inspection.RoundNo {
	if rows := l.shown(); l.rows.at < len(rows) {
		return rows[l.rows.at].row.Visit.Round
	}
	return 0
}

// refresh reads the rows again when something has changed, and begins to look
// through them when they or the query are others.
func (l *ledger) refresh(a *App) {
	now := reading{a.book.Len() + 1, a.today(), l.of, l.sort}
	l.late = l.read != now && a.book.ReadLedger(sliceOfReading) > 0
	switch {
	case l.late: // what there was stays in sight
	case l.read != now:
		if l.read.entries != now.entries || l.read.of != now.of {
			l.gather(a)
		}
		l.read = now
		l.inOrder()
		l.count()
		l.begin(a)
	case l.sift.asked != l.query.text():
		l.rows = list{}
		l.begin(a)
	}
	l.seek()
}

// begin looks through the rows anew.
func (l *ledger) begin(a *App) {
	l.sift.start(l.order, l.query.text())
	l.slice(a)
}

func (l *ledger) slice(a *App) {
	l.sift.slice(l.view, a.h, l.read.today)
}

// shown are the rows that are in the view and answer the query.
func (l *ledger) shown() []*sifted {
	if l.sift.shown == nil {
		return nil
	}
	return l.sift.shown.by[l.view]
}

// seek puts the cursor on the finding it was on, when other rows are shown.
func (l *ledger) seek() {
	if l.seen != l.sift.shown {
		l.seen = l.sift.shown
		if i := slices.IndexFunc(l.shown(), func(r *sifted) bool { return r.row.ID == l.here }); i >= 0 {
			l.rows.at = i
		}
	}
	l.keepHere()
}

func (l *ledger) keepHere() {
	rows := l.shown()
	l.rows.at = max(min(l.rows.at, len(rows)-1), 0)
	if len(rows) > 0 {
		l.here = rows[l.rows.at].row.ID
	}
}

// work goes on where a slice ended.
func (l *ledger) work(a *App) tea.Cmd {
	l.refresh(a)
	if !l.late && !l.sift.busy() || l.armed {
		return nil
	}
	l.armed = true
	l.no++
	return a.after(0, l.no)
}

func (l *ledger) tick(a *App, t tickMsg) tea.Cmd {
	if l.armed && t.id == l.no {
		l.armed = false
		if l.refresh(a); !l.late && l.sift.busy() {
			l.slice(a)
			l.seek()
		}
	}
	return nil
}

// selected is the row under the cursor.
func (l *ledger) selected(a *App) *inspection.LedgerRow {
	l.refresh(a)
	if len(l.shown()) == 0 {
		return nil
	}
	return a.book.Row(l.here)
}

// targets are the findings that a change is for: those selected, or else the
// one under the cursor, in the order of the ledger.
func (l *ledger) targets(a *App) []inspection.FindingID {
	var ids []inspection.FindingID
	for _, r := range l.order {
		if l.picked[r.row.ID] {
			ids = append(ids, r.row.ID)
		}
	}
	if row := l.selected(a); ids == nil && row != nil {
		ids = []inspection.FindingID{row.ID}
	}
	return ids
}

func (l *ledger) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if l.asking && l.query.press(k) {
		l.refresh(a)
		return nil
	}
	l.refresh(a)
	if i := digit(k); !l.asking && i >= 1 && i <= ledgerViews {
		l.look(inspection.View(i - 1))
		return nil
	}
	if l.rows.press(k, len(l.shown()), l.height(a.h-2)) {
		l.keepHere()
	}
	return nil
}

func (l *ledger) paste(a *App, text string) {
	if l.asking {
		l.query.paste(text)
	}
}

// look changes the view and stays on the finding, if that is in it.
func (l *ledger) look(view inspection.View) {
	l.view, l.seen = view, nil
	l.rows = list{}
	l.seek()
}

func (l *ledger) do(a *App, act act) tea.Cmd {
	l.refresh(a)
	switch act {
	case actSearch:
		l.asking = true
	case actSort:
		l.asking = false
		l.sort = (l.sort + 1) % len(a.t.ledger.sorted)
	case actLeft, actRight:
		step := 1
		if act == actLeft {
			step = ledgerViews - 1
		}
		l.look(inspection.View((int(l.view) + step) % ledgerViews))
	case actSelect:
		l.pick(a)
	case actAll:
		l.pickAll()
	case actOneSchool:
		l.oneSchool(a)
	case actBack:
		l.escape(a)
	default:
		l.over(a, act)
	}
	return nil
}

// over opens a screen over the ledger.
func (l *ledger) over(a *App, act act) {
	switch act {
	case actOpen:
		l.open(a)
	case actBulk:
		l.change(a)
	case actSaved:
		a.open(newSaved(a, l))
	case actLookBack:
		a.askLookBack(a.book.Rounds()...)
	case actRate:
		a.open(newFigure(ask{rule: inspection.RectifiedRule, visit: inspection.VisitID{School: l.of}}))
	case actFindings:
		a.beside(func(s screen) bool { _, ok := s.(*findings); return ok }, func() screen { return newFindings(a, a.roundHere()) })
	case actHistory:
		if row := l.selected(a); row != nil {
			a.open(newHistoryOfFinding(a, row.ID, row.Title))
		}
	}
}

// beside goes back to a screen that lies right beneath, or opens it.
func (a *App) beside(is func(screen) bool, open func() screen) {
	if n := len(a.stack); n > 1 && is(a.stack[n-2]) {
		a.back()
		return
	}
	a.open(open())
}

func newHistoryOfFinding(a *App, id inspection.FindingID, title string) *history {
	return newHistory(a, a.t.ledger.history(title), func(a *App) []*inspection.Entry {
		return a.book.LogOfFinding(id)
	})
}

// open leaves the search first.
func (l *ledger) open(a *App) {
	if l.asking {
		l.asking = false
		return
	}
	if row := l.selected(a); row != nil {
		a.open(newRectify(a, row.ID))
	}
}

// pick selects the row or no longer, and goes on to the next.
func (l *ledger) pick(a *App) {
	row := l.selected(a)
	if row == nil {
		return
	}
	if l.picked[row.ID] {
		delete(l.picked, row.ID)
	} else {
		l.picked[row.ID] = true
	}
	l.rows.at++
	l.keepHere()
}

// pickAll selects all that is shown, or none when all of it is.
func (l *ledger) pickAll() {
	rows, n := l.shown(), len(l.picked)
	for _, r := range rows {
		l.picked[r.row.ID] = true
	}
	if len(l.picked) == n {
		clear(l.picked)
	}
}

func (l *ledger) change(a *App) {
	if ids := l.targets(a); len(ids) > 0 {
		a.open(newBulk(a, ids, func() { clear(l.picked) }))
	} else {
		a.say(a.t.ledger.bulk.nobody)
	}
}

// oneSchool narrows the ledger to the school under the cursor, or widens it.
func (l *ledger) oneSchool(a *App) {
	row := l.selected(a)
	switch {
	case l.of != "":
		l.of = ""
	case row != nil:
		l.of = row.Visit.School
	}
	clear(l.picked)
}

// escape leaves the search first, then the selection, then the page.
func (l *ledger) escape(a *App) {
	switch {
	case l.asking || l.query.text() != "":
		l.asking = false
		l.query.setText("")
	case len(l.picked) > 0:
		clear(l.picked)
	default:
		a.back()
	}
}
