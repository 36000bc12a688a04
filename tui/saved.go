package tui

import (
	"encoding/json"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// savedView is a way of looking at the ledger that was given a name: a filter, a
// view and an order. It is kept on this laptop alone.
type savedView struct {
	Name   string
	Query  string
	View   inspection.View
	Sort   int
	School inspection.SchoolCode // empty: all
}

// savedKey is the name under which the saved views are kept.
const savedKey = "ledger/views"

func (a *App) savedViews() []savedView {
	var all []savedView
	if json.Unmarshal(a.journal.Kept(savedKey), &all) != nil {
		return nil
	}
	for i := range all { // of another release
		all[i].View = min(all[i].View, inspection.View(ledgerViews-1))
		all[i].Sort = max(0, min(all[i].Sort, len(a.t.ledger.sorted)-1))
	}
	return all
}

func (a *App) keepViews(all []savedView) {
	if text, err := json.Marshal(all); err == nil {
		a.journal.Keep(savedKey, text)
	}
}

// saved lists the saved views with how many rows each has now.
type saved struct {
	l    *ledger
	here string // the selected view; empty: the row that saves one
	rows list

	// What follows is counted again when the book or the day has changed.
	read   reading
	counts map[string]int // of the views that were counted already
	sift   sift
	name   string // of the view that is being counted
	no     int
	armed  bool
}

func newSaved(a *App, l *ledger) *saved {
	s := &saved{l: l, no: 2 * ledgerTicks}
	if all := a.savedViews(); len(all) > 0 {
		s.here = all[0].Name
	}
	s.sift.speller = l.sift.speller
	return s
}

func (s *saved) scope() scope        { return inSaved }
func (s *saved) title(a *App) string { return a.t.ledger.saved.title }

// at is the row under the cursor; row 0 saves what is shown now.
func (s *saved) at(all []savedView) int {
	return 1 + slices.IndexFunc(all, func(v savedView) bool { return v.Name == s.here })
}

func (s *saved) do(a *App, act act) tea.Cmd {
	all := a.savedViews()
	i := s.at(all)
	switch {
	case act == actBack:
		a.back()
	case act == actOpen && i == 0:
		s.keep(a)
	case act == actOpen:
		s.apply(a, all[i-1])
	case act == actStrike && i > 0:
		s.remove(a, all[i-1].Name)
	}
	return nil
}

// apply shows the ledger as it was saved.
func (s *saved) apply(a *App, v savedView) {
	l := s.l
	l.view, l.sort, l.of, l.asking, l.seen = v.View, v.Sort, v.School, false, nil
	l.query.setText(v.Query)
	l.rows = list{}
	clear(l.picked)
	a.back()
}

// keep asks for a name. One that is there already is replaced.
func (s *saved) keep(a *App) {
	t, l := &a.t.ledger.saved, s.l
	now := savedView{Query: l.query.text(), View: l.view, Sort: l.sort, School: l.of}
	a.open(newPrompt(t.title, s.words(a, now)+"\n"+t.how, t.ask, "", t.ask, func(a *App, name string) bool {
		now.Name = cut(name, 40)
		all := slices.DeleteFunc(a.savedViews(), func(v savedView) bool { return v.Name == now.Name })
		a.keepViews(append(all, now))
		s.here, s.counts = now.Name, nil
		a.say(t.kept(now.Name))
		return true
	}))
}

func (s *saved) remove(a *App, name string) {
	t := &a.t.ledger.saved
	a.open(newConfirm(t.remove, t.really(name), func(a *App) tea.Cmd {
		a.keepViews(slices.DeleteFunc(a.savedViews(), func(v savedView) bool { return v.Name == name }))
		s.here = ""
		a.say(t.removed(name))
		return nil
	}))
}

// words say what a view shows.
func (s *saved) words(a *App, v savedView) string {
	school, query := "", ""
	if one := a.book.School(v.School); one != nil {
		school = one.Name
	}
	if v.Query != "" {
		query = a.t.ledger.saved.query(v.Query)
	}
	return joined(" · ", v.View.In(a.lang), query, school, a.t.ledger.sorted[v.Sort])
}

func (s *saved) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	all := a.savedViews()
	s.rows.at = s.at(all)
	if s.rows.press(k, len(all)+1, a.h-5) {
		s.here = ""
		if s.rows.at > 0 {
			s.here = all[s.rows.at-1].Name
		}
	}
	return nil
}

// work counts the views one after the other, a slice at a time.
func (s *saved) work(a *App) tea.Cmd {
	s.l.refresh(a)
	if now := s.l.read; s.read != now || s.counts == nil {
		s.read, s.counts, s.name = now, map[string]int{}, ""
	}
	if !s.next(a) || s.armed {
		return nil
	}
	s.armed = true
	s.no++
	return a.after(0, s.no)
}

func (s *saved) tick(a *App, t tickMsg) tea.Cmd {
	if s.armed && t.id == s.no {
		s.armed = false
	}
	return nil
}

// next looks at some more rows of the view that is being counted, begins the
// next one when those are all, and reports whether rows are left.
func (s *saved) next(a *App) (left bool) {
	all := a.savedViews()
	for {
		i := slices.IndexFunc(all, func(v savedView) bool { return v.Name == s.name })
		if i < 0 {
			i = slices.IndexFunc(all, func(v savedView) bool { _, ok := s.counts[v.Name]; return !ok })
			if s.name = ""; i < 0 {
				return false
			}
			s.name = all[i].Name
			s.sift.start(s.rowsOf(a, all[i].School), all[i].Query)
		}
		s.sift.slice(all[i].View, 1, s.read.today)
		if s.sift.busy() {
			return true
		}
		s.counts[s.name] = len(s.sift.found.by[all[i].View])
		s.name = ""
	}
}

// rowsOf are the ledger's rows of a school, or all of them.
func (s *saved) rowsOf(a *App, school inspection.SchoolCode) []*sifted {
	if s.l.of != "" {
		wide := &ledger{}
		wide.gather(a)
		return ofSchool(wide.all, school)
	}
	return ofSchool(s.l.all, school)
}

func ofSchool(rows []*sifted, school inspection.SchoolCode) []*sifted {
	if school == "" {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r *sifted) bool { return r.row.Visit.School != school })
}

func (s *saved) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.ledger.saved
	all := a.savedViews()
	s.rows.at = s.at(all)
	lines := []string{"  " + a.look.faint.Render(cut(t.how, w-4)), ""}
	first := len(lines)
	lines = append(lines, s.rows.draw(len(all)+1, h-first, func(i int, here bool) string {
		if i == 0 {
			return a.look.row(t.keep, w, here)
		}
		v := all[i-1]
		count := "…"
		if n, ok := s.counts[v.Name]; ok {
			count = t.rows(n)
		}
		name := max(20, w/3)
		return a.look.row(pad(v.Name, name-1)+" "+padLeft(count, 8)+"  "+s.words(a, v), w, here)
	})...)
	if len(all) == 0 {
		lines = append(lines, "", "  "+a.look.faint.Render(t.none))
	}
	return lines, tea.NewCursor(0, first+s.rows.at-s.rows.top)
}
