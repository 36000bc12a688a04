package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// trail is what a history shows: all its entries, or those of one author that
// have some words in them. It is gone through a slice at a time, for saying
// thousands of entries takes longer than a frame.
type trail struct {
	query  *input
	asking bool
	who    string // of one author alone; empty: all

	read   int // entries that what follows rests on, plus one
	all    []*inspection.Entry
	undone map[inspection.Dot]bool // of all, those that were taken back
	looked int                     // how many of all were looked at
	words  []string                // as they were when it began
	shown  []*inspection.Entry
	said   map[*inspection.Entry]string // folded, so that the next letter costs little
	no     int                          // of the delay under way
	armed  bool
}

// trailTick keeps the numbers of its delays apart from those of others.
const trailTick = 1 << 21

// sliceOfTrail is how many entries can be said and a frame still be in time.
const sliceOfTrail = 150

func newTrail() trail { return trail{query: newInput(""), no: trailTick} }

func (s *trail) filtered() bool { return s.who != "" || s.query.text() != "" }
func (s *trail) whole() bool    { return s.looked == len(s.all) }

// sought are the words that lead on to the search over everything.
func (s *trail) sought() string { return s.query.text() }

// refresh reads the entries again when the book has changed.
func (s *trail) refresh(a *App, entries func(*App) []*inspection.Entry) {
	if s.read == a.book.Len()+1 {
		return
	}
	s.read = a.book.Len() + 1
	s.all = slices.Clone(entries(a))
	slices.Reverse(s.all)
	s.undone = undoneOf(s.all)
	s.begin()
	s.slice(a)
}

// undoneOf are the entries that stand taken back. An undo comes after what it
// undoes, so from the newest on it is known of each undo whether it still holds.
func undoneOf(newest []*inspection.Entry) map[inspection.Dot]bool {
	undone := map[inspection.Dot]bool{}
	for _, e := range newest {
		if e.Fact.Kind == inspection.Undone && !undone[e.Dot()] {
			undone[e.Fact.Undoes] = true
		}
	}
	return undone
}

// begin looks through the entries from the newest on. Without a filter there is
// nothing to look for.
func (s *trail) begin() {
	s.looked, s.shown, s.words = 0, nil, nil
	for _, word := range strings.Fields(s.query.text()) {
		s.words = append(s.words, flat(word))
	}
	if !s.filtered() {
		s.looked, s.shown = len(s.all), s.all
	}
}

// slice looks at some more.
func (s *trail) slice(a *App) {
	for left := sliceOfTrail; left > 0 && !s.whole(); s.looked++ {
		e := s.all[s.looked]
		if s.who != "" && e.Author != s.who {
			continue
		}
		left--
		if len(s.words) == 0 || s.has(a, e) {
			s.shown = append(s.shown, e)
		}
	}
}

// has tells whether an entry has all words in it.
func (s *trail) has(a *App, e *inspection.Entry) bool {
	said, ok := s.said[e]
	if !ok {
		if s.said == nil || len(s.said) > 100_000 {
			s.said = map[*inspection.Entry]string{}
		}
		said = flat(e.Author + "\n" + strings.Join(a.book.Say(e, a.lang), "\n"))
		s.said[e] = said
	}
	for _, word := range s.words {
		if !strings.Contains(said, word) {
			return false
		}
	}
	return true
}

// work asks for the next slice, if there is more to look at.
func (s *trail) work(a *App) tea.Cmd {
	if s.whole() || s.armed {
		return nil
	}
	s.armed = true
	s.no++
	return a.after(0, s.no)
}

func (s *trail) tick(a *App, t tickMsg) tea.Cmd {
	if s.armed && t.id == s.no {
		s.armed = false
		s.slice(a)
	}
	return nil
}

// nextAuthor shows the entries of one author alone, then of the next, then of
// all again.
func (s *trail) nextAuthor() {
	names := map[string]bool{}
	for _, e := range s.all {
		names[e.Author] = true
	}
	sorted := []string{""}
	for name := range names {
		sorted = append(sorted, name)
	}
	slices.Sort(sorted)
	s.who = sorted[(slices.Index(sorted, s.who)+1)%len(sorted)]
	s.begin()
}
