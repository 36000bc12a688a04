package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// history tells entries in sentences, the newest first: of an item, a finding
// or a whole visit.
type history struct {
	of      string
	entries func(*App) []*inspection.Entry
	here    inspection.Dot // the selected entry
	top     int            // the first one in sight
	skip    int            // lines of the selected one above the window, when it is too long for it
	other   *history       // what Tab shows instead, if anything
	hint    string         // what is shown, and what Tab shows

	read  int // entries that what follows rests on, plus one
	w     int // and the width
	all   []*inspection.Entry
	drawn map[int][]string // wrapped, those that have been in sight
}

func newHistory(a *App, title string, entries func(*App) []*inspection.Entry) *history {
	return &history{of: title, entries: entries}
}

// newHistoryOf is the history of an item at a visit, with that of the findings
// raised from it, and over to that of the whole visit.
func newHistoryOf(a *App, id inspection.VisitID, item inspection.ItemCode) *history {
	one := newHistory(a, string(item), func(a *App) []*inspection.Entry {
		all := slices.Clone(a.book.LogOf(id, item))
		for _, f := range a.book.FindingsAt(id) {
			if f.Item == item {
				all = append(all, a.book.LogOfFinding(f.ID)...)
			}
		}
		slices.SortStableFunc(all, func(x, y *inspection.Entry) int { return x.Stamp.Compare(y.Stamp) })
		return all
	})
	name := string(id.School)
	if s := a.book.School(id.School); s != nil {
		name = s.Name
	}
	every := newHistory(a, a.t.history.whole(name), func(a *App) []*inspection.Entry { return a.book.LogOf(id, "") })
	one.other, one.hint = every, a.t.history.hint[0]
	every.other, every.hint = one, a.t.history.hint[1]
	return one
}

func (s *history) scope() scope        { return inHistory }
func (s *history) title(a *App) string { return a.t.history.title(s.of) }

func (s *history) refresh(a *App, w int) {
	if s.read != a.book.Len()+1 {
		s.all = slices.Clone(s.entries(a))
		slices.Reverse(s.all)
		s.drawn = nil
	}
	if s.w != w || s.drawn == nil {
		s.drawn = map[int][]string{}
	}
	s.read, s.w = a.book.Len()+1, w
}

// at is the index of the selected entry, the newest at first.
func (s *history) at() int {
	return max(slices.IndexFunc(s.all, func(e *inspection.Entry) bool { return e.Dot() == s.here }), 0)
}

func (s *history) do(a *App, act act) tea.Cmd {
	s.refresh(a, a.w)
	switch act {
	case actTake:
		if len(s.all) > 0 {
			s.takeBack(a, s.all[s.at()])
		}
	case actToggle:
		if s.other != nil {
			a.replace(s.other)
		}
	case actBack:
		a.back()
	}
	return nil
}

// takeBack undoes an entry once it is confirmed, or says why it cannot.
func (s *history) takeBack(a *App, e *inspection.Entry) {
	if _, err := a.book.Undo(e.Dot()); err != nil {
		a.refuse(err)
		return
	}
	dot := e.Dot()
	what := cut(oneLine(strings.Join(a.book.Say(e, a.lang), " ")), 400)
	a.open(newConfirm(a.t.history.ask, a.t.history.really(what), func(a *App) tea.Cmd {
		a.takeBack(dot, a.t.undone)
		return nil
	}))
}

func (s *history) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a, a.w)
	if len(s.all) == 0 || s.within(a, k) {
		return nil
	}
	l := list{at: s.at()}
	if l.press(k, len(s.all), max(a.h/4, 2)) {
		s.here, s.skip = s.all[l.at].Dot(), 0
	}
	return nil
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

func (s *history) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a, w)
	var lines []string
	if s.hint != "" {
		lines = []string{"  " + a.look.faint.Render(cut(s.hint, w-2)), ""}
	}
	if len(s.all) == 0 {
		return append(lines, "  "+a.t.history.empty), nil
	}
	at := s.at()
	s.scroll(a, at, h-len(lines))
	y := 0
	for i := s.top; i < len(s.all) && len(lines) < h; i++ {
		if i == at {
			y = len(lines)
		}
		lines = append(lines, s.entry(a, i, i == at)...)
	}
	return lines[:min(len(lines), h)], tea.NewCursor(0, y)
}

// scroll brings the selected entry whole into sight, if it is not too long.
func (s *history) scroll(a *App, at, h int) {
	s.top = min(s.top, at)
	room := h
	for i := at; i >= s.top; i-- {
		if room -= len(s.told(a, i)) + 1; room < 0 && i < at {
			s.top = i + 1
			return
		}
	}
}

// entry is when and who, then what.
func (s *history) entry(a *App, i int, here bool) []string {
	e := s.all[i]
	who := a.book.Moment(e.Stamp).Format("2006-01-02 15:04:05") + "  " + e.Author
	if e.Device == a.journal.Device() {
		who += a.t.history.own
	}
	lines := []string{a.look.row(who, s.w, here)}
	told := s.told(a, i)
	if here {
		told = told[min(s.skip, len(told)):]
	}
	return append(lines, told...)
}

// told are an entry's sentences, wrapped when it first comes into sight.
func (s *history) told(a *App, i int) []string {
	if lines, ok := s.drawn[i]; ok {
		return lines
	}
	var lines []string
	for _, sentence := range a.book.Say(s.all[i], a.lang) {
		for _, line := range wrap(sentence, s.w-6) {
			lines = append(lines, "    "+line)
		}
	}
	s.drawn[i] = lines
	return lines
}
