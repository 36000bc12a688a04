package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// findings is what was found in a round, or at one of its schools: one row a
// finding, and the selected one whole below.
type findings struct {
	no     inspection.RoundNo
	visit  inspection.VisitID // zero: the whole round
	here   inspection.FindingID
	rows   list
	sort   int // index into findingsWords.sorted
	kept   sieve
	whole  bool
	marked map[inspection.FindingID]bool // to be sent in or adopted together

	asking bool
	query  *input

	// What follows is read again when the book, the sorting or the query has
	// changed.
	read    int // entries that it rests on, plus one
	sorted  int
	asked   string
	passed  sieve
	all     []inspection.FindingID
	counts  [sieves]int
	counted int // in figures
	finder  *finder
	shown   []inspection.FindingID
}

func newFindings(a *App, n inspection.RoundNo) *findings {
	return &findings{no: n, query: newInput("")}
}

// newFindingsAt are the findings of one visit.
func newFindingsAt(a *App, v inspection.VisitID) *findings {
	return &findings{no: v.Round, visit: v, query: newInput("")}
}

func (f *findings) scope() scope              { return inFindings }
func (f *findings) round() inspection.RoundNo { return f.no }
func (f *findings) typing() bool              { return f.asking }

func (f *findings) title(a *App) string {
	if f.visit.School != "" {
		return a.t.findings.title("")
	}
	r, _ := a.book.Round(f.no)
	return a.t.findings.title(r.Title)
}

// refresh reads the findings again when something has changed.
func (f *findings) refresh(a *App) {
	if f.read != a.book.Len()+1 || f.sorted != f.sort {
		f.read, f.sorted = a.book.Len()+1, f.sort
		f.gather(a)
		f.finder, f.shown = nil, nil
	}
	if f.shown == nil || f.asked != f.query.text() || f.passed != f.kept {
		f.asked, f.passed = f.query.text(), f.kept
		f.show(a)
		f.seek()
	}
}

// gather lists the findings in their order.
func (f *findings) gather(a *App) {
	found := a.book.FindingsIn(f.no)
	if f.visit.School != "" {
		found = a.book.FindingsAt(f.visit)
	}
	f.order(found)
	f.all, f.counts, f.counted = make([]inspection.FindingID, len(found)), [sieves]int{}, 0
	for i := range found {
		f.all[i] = found[i].ID
		f.counted += boolean(found[i].State.Counts())
		for one := range sieves {
			if one.passes(a, &found[i]) {
				f.counts[one]++
			}
		}
	}
}

// order sorts what comes in the order of schools; those outside the checklist
// come after its items.
func (f *findings) order(found []inspection.Finding) {
	switch f.sort {
	case 1:
		slices.SortStableFunc(found, func(x, y inspection.Finding) int {
			if free := cmp.Compare(empty(x.Item), empty(y.Item)); free != 0 {
				return free
			}
			return inspection.CompareCodes(x.Item, y.Item)
		})
	case 2:
		slices.SortStableFunc(found, func(x, y inspection.Finding) int { return y.Stamp.Compare(x.Stamp) })
	}
}

func empty(code inspection.ItemCode) int {
	if code == "" {
		return 1
	}
	return 0
}

// show applies the sieve and the query.
func (f *findings) show(a *App) {
	among := f.all
	if f.asked != "" {
		if f.finder == nil {
			f.finder = newFinder(f.names(a))
		}
		among = nil
		for _, i := range f.finder.find(f.asked) {
			among = append(among, f.all[i])
		}
	}
	f.shown = []inspection.FindingID{}
	for _, id := range among {
		if one, ok := a.book.Finding(id); ok && f.passed.passes(a, &one) {
			f.shown = append(f.shown, id)
		}
	}
}

func (f *findings) names(a *App) []string {
	names := make([]string, len(f.all))
	for i, id := range f.all {
		one, _ := a.book.Finding(id)
		names[i] = a.schoolName(one.Visit) + " " + string(one.Visit.School) + " " + string(one.Item) + " " + one.Title
	}
	return names
}

// seek puts the cursor on the finding it was on, or where that was.
func (f *findings) seek() {
	if i := slices.Index(f.shown, f.here); i >= 0 {
		f.rows.at = i
	}
	f.keepHere()
}

func (f *findings) keepHere() {
	f.rows.at = max(min(f.rows.at, len(f.shown)-1), 0)
	if len(f.shown) > 0 {
		f.here = f.shown[f.rows.at]
	}
}

// selected is the finding under the cursor.
func (f *findings) selected(a *App) (inspection.Finding, bool) {
	f.refresh(a)
	if len(f.shown) == 0 {
		return inspection.Finding{}, false
	}
	return a.book.Finding(f.here)
}

func (f *findings) do(a *App, act act) tea.Cmd {
	switch act {
	case actSearch:
		f.asking = true
	case actSort:
		f.asking = false
		f.sort = (f.sort + 1) % len(a.t.findings.sorted)
	case actLeft, actRight:
		f.sift(act == actRight)
	case actMore:
		f.whole = !f.whole
	case actMark:
		f.mark(a)
	case actBack:
		f.escape(a)
	default:
		if one, ok := f.selected(a); ok {
			f.doTo(a, one, act)
		}
	}
	return nil
}

// doTo does something to the finding under the cursor.
func (f *findings) doTo(a *App, one inspection.Finding, act act) {
	switch act {
	case actOpen:
		if f.asking { // Enter first leaves the search
			f.asking = false
			return
		}
		a.open(newSheet(a, one.ID))
	case actSubmit, actAdopt:
		f.decide(a, one, act)
	case actWithdraw:
		f.withdraw(a, one)
	case actHistory:
		a.open(newHistory(a, a.t.findings.history(one.Title), func(a *App) []*inspection.Entry {
			return a.book.LogOfFinding(one.ID)
		}))
	}
}

// withdraw takes a finding out of all figures, or puts it back.
func (f *findings) withdraw(a *App, one inspection.Finding) {
	if one.State == inspection.Withdrawn {
		if a.take(a.book.Restore(one.ID)) {
			a.say(a.t.findings.restored)
		}
		return
	}
	if a.take(a.book.Withdraw(one.ID)) {
		a.say(a.t.findings.withdrawn)
	}
}

// escape leaves the search first, then the page.
func (f *findings) escape(a *App) {
	switch {
	case f.asking || f.query.text() != "":
		f.asking = false
		f.query.setText("")
	case f.whole:
		f.whole = false
	case len(f.marked) > 0:
		f.marked = nil
	case f.kept != 0:
		f.kept = 0
	default:
		a.back()
	}
}

func (f *findings) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if f.asking && f.query.press(k) {
		f.refresh(a)
		return nil
	}
	f.refresh(a)
	if f.rows.press(k, len(f.shown), f.height(a.h-2)) {
		f.keepHere()
	}
	return nil
}

func (f *findings) paste(a *App, text string) {
	if f.asking {
		f.query.paste(text)
	}
}
