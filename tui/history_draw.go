package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

func (s *history) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a, w)
	lines, cur := s.head(a, w)
	if len(s.shown) == 0 {
		words := a.t.history.empty
		if s.filtered() {
			words = a.t.history.none
		}
		return append(lines, "  "+cut(words, w-2)), cur
	}
	at, first := s.at(), len(lines)
	s.scroll(a, at, h-first)
	y := first
	for i := s.top; i < len(s.shown) && len(lines) < h; i++ {
		if i == at {
			y = len(lines)
		}
		lines = append(lines, s.entry(a, i, i == at)...)
	}
	if cur == nil {
		cur = tea.NewCursor(0, y)
	}
	return lines[:min(len(lines), h)], cur
}

// head says what is shown, whose, and how much of it.
func (s *history) head(a *App, w int) ([]string, *tea.Cursor) {
	t := &a.t.history
	count := t.count(len(s.all))
	switch {
	case !s.whole():
		count = t.going(s.looked)
	case s.filtered():
		count = t.of(len(s.shown), len(s.all))
	}
	if s.who != "" {
		count = t.who(s.who) + " · " + count
	}
	if s.asking || s.query.text() != "" {
		lines, cur := a.searchLine(s.query, s.asking, count, w)
		return append(lines, ""), cur
	}
	hint := ""
	if len(s.ring) > 1 {
		hint = t.levels[s.level]
	}
	return []string{"  " + a.look.faint.Render(pad(hint, w-width(count)-4)+count), ""}, nil
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
	e := s.shown[i]
	who := a.book.Moment(e.Stamp).Format("2006-01-02 15:04:05") + "  " + e.Author
	if e.Device == a.journal.Device() {
		who += a.t.history.own
	} else {
		who += a.t.history.other(fmt.Sprintf("%x", e.Device[:2]))
	}
	if s.undone[e.Dot()] {
		who += " " + a.t.history.undone
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
	e := s.shown[i]
	if lines, ok := s.drawn[e]; ok {
		return lines
	}
	var lines []string
	for _, sentence := range a.book.Say(e, a.lang) {
		for _, line := range wrap(sentence, s.w-6) {
			lines = append(lines, "    "+line)
		}
	}
	s.drawn[e] = lines
	return lines
}
