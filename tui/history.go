package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// history tells entries in sentences, the newest first: of an item, a finding,
// a visit, a school or the whole book.
type history struct {
	of      string
	entries func(*App) []*inspection.Entry
	here    inspection.Dot // the selected entry
	top     int            // the first one in sight
	skip    int            // lines of the selected one above the window, when it is too long for it
	ring    []*history     // what Tab shows one after the other, this one among them
	level   historyLevel   // of a ring

	trail // what is shown of it

	w     int
	drawn map[*inspection.Entry][]string // wrapped at w, those that have been in sight
}

// historyLevel says how much a history of a ring is about.
type historyLevel uint8

const (
	itemHistory historyLevel = iota
	visitHistory
	schoolHistory
	bookHistory
	historyLevels
)

func newHistory(a *App, title string, entries func(*App) []*inspection.Entry) *history {
	return &history{of: title, entries: entries, trail: newTrail()}
}

// newHistoryOf is the history of an item at a visit, with that of the findings
// raised from it; over to that of the visit, the school and the book.
func newHistoryOf(a *App, id inspection.VisitID, item inspection.ItemCode) *history {
	one := newHistory(a, string(item), func(a *App) []*inspection.Entry {
		all := slices.Clone(a.book.LogOf(id, item))
		for _, f := range a.book.FindingsAt(id) {
			if f.Item == item {
				all = append(all, a.book.LogOfFinding(f.ID)...)
			}
		}
		slices.SortStableFunc(all, func(x, y *inspection.Entry) int { return x.Stamp.Compare(y.Stamp) })
		return slices.Compact(all)
	})
	return one.first(append([]*history{one}, newHistoryOfVisit(a, id).ring...))
}

// newHistoryOfVisit is the history of a visit; over to that of the school and
// the book.
func newHistoryOfVisit(a *App, id inspection.VisitID) *history {
	one := newHistory(a, a.t.history.whole(a.schoolName(id)), func(a *App) []*inspection.Entry { return a.book.LogOf(id, "") })
	one.level = visitHistory
	return one.first(append([]*history{one}, newHistoryOfSchool(a, id.School).ring...))
}

// newHistoryOfSchool is the history of a school and all its visits; over to that
// of the book.
func newHistoryOfSchool(a *App, code inspection.SchoolCode) *history {
	name := string(code)
	if s := a.book.School(code); s != nil {
		name = s.Name
	}
	one := newHistory(a, a.t.history.school(name), func(a *App) []*inspection.Entry { return a.book.LogOfSchool(code) })
	one.level = schoolHistory
	return one.first([]*history{one, newJournal(a)})
}

// newJournal is the history of the whole book (流水).
func newJournal(a *App) *history {
	all := newHistory(a, a.t.history.book, func(a *App) []*inspection.Entry { return a.book.Log() })
	all.level = bookHistory
	return all
}

// first is the first history of a ring.
func (s *history) first(ring []*history) *history {
	for _, one := range ring {
		one.ring = ring
	}
	return s
}

func (s *history) scope() scope { return inHistory }
func (s *history) typing() bool { return s.asking }

func (s *history) title(a *App) string {
	if s.level == bookHistory {
		return s.of
	}
	return a.t.history.title(s.of)
}

func (s *history) refresh(a *App, w int) {
	s.trail.refresh(a, s.entries)
	if s.w != w || s.drawn == nil || len(s.drawn) > 2000 {
		s.w, s.drawn = w, map[*inspection.Entry][]string{}
	}
}

// at is the index of the selected entry, the newest at first.
func (s *history) at() int {
	return max(slices.IndexFunc(s.shown, func(e *inspection.Entry) bool { return e.Dot() == s.here }), 0)
}

func (s *history) do(a *App, act act) tea.Cmd {
	s.refresh(a, a.w)
	switch act {
	case actTake:
		s.enter(a)
	case actSearch:
		s.asking = true
	case actWho:
		s.nextAuthor()
		s.slice(a)
	case actToggle:
		if i := slices.Index(s.ring, s); i >= 0 {
			a.replace(s.ring[(i+1)%len(s.ring)])
		}
	case actRedo:
		a.redo()
	case actBack:
		s.escape(a)
	}
	return nil
}

// enter leaves the search first; then it takes the selected entry back.
func (s *history) enter(a *App) {
	if s.asking {
		s.asking = false
	} else if len(s.shown) > 0 {
		s.takeBack(a, s.shown[s.at()])
	}
}

// escape leaves the search first, then the page.
func (s *history) escape(a *App) {
	if !s.asking && !s.filtered() {
		a.back()
		return
	}
	s.asking, s.who = false, ""
	s.query.setText("")
	s.begin()
}

// takeBack undoes an entry once it is confirmed, or says why it cannot. Undoing
// an undo is doing again what it took back.
func (s *history) takeBack(a *App, e *inspection.Entry) {
	if _, err := a.book.Undo(e.Dot()); err != nil {
		a.refuse(err)
		return
	}
	t, dot := &a.t.history, e.Dot()
	what := cut(oneLine(strings.Join(a.book.Say(e, a.lang), " ")), 400)
	title, text, said := t.ask, t.really(what), a.t.undone
	if a.book.TakesBack(e) {
		title, text, said = t.askRe, t.redo(what), a.t.redone
	}
	a.open(newConfirm(title, text, func(a *App) tea.Cmd {
		a.takeBack(dot, said)
		return nil
	}))
}

func (s *history) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a, a.w)
	if s.asking && s.query.press(k) {
		s.begin()
		s.slice(a)
		return nil
	}
	if len(s.shown) == 0 || s.within(a, k) {
		return nil
	}
	l := list{at: s.at()}
	if l.press(k, len(s.shown), max(a.h/4, 2)) {
		s.here, s.skip = s.shown[l.at].Dot(), 0
	}
	return nil
}

func (s *history) paste(a *App, text string) {
	if s.asking {
		s.query.paste(text)
		s.begin()
		s.slice(a)
	}
}

// within scrolls inside an entry that is longer than the window.
func (s *history) within(a *App, k tea.KeyPressMsg) bool {
	room := a.h - 6
	switch over := len(s.told(a, s.at())) - s.skip - room; {
	case over > 0 && (k.String() == "down" || k.String() == "pgdown"):
		s.skip += min(over, room/2)
	case s.skip > 0 && (k.String() == "up" || k.String() == "pgup"):
		s.skip = max(s.skip-room/2, 0)
	default:
		return false
	}
	return true
}
