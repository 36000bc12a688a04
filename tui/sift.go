package tui

import (
	"strings"

	"xuncha/inspection"
)

// sift finds the rows of the ledger that a query stands for, a slice at a time,
// so that no frame waits however many rows there are. What it found last stays
// in sight until there is a screenful of what it finds now.
//
// Unlike a [finder] it looks for runs: in long texts, letters with gaps between
// them are found everywhere. A blank in the query parts what is looked for.
type sift struct {
	rows  []*sifted // in the order in which they are shown
	words []wanted
	asked string
	next  int // the first row that has not been looked at
	found *sieved
	shown *sieved

	speller *speller
}

// sifted is a row and how it is spelled; nil until somebody searches.
type sifted struct {
	row   *inspection.LedgerRow
	signs []uint16
}

// sieved is what a pass has found so far, for each view of the ledger.
type sieved struct {
	query string
	by    [ledgerViews][]*sifted
	whole bool // all rows were looked at
}

const ledgerViews = int(inspection.ViewClosed) + 1

// A slice is so much work as leaves a frame room for all else. Spelling a row
// takes about as long as searching twenty.
const (
	sliceOfRows = 4000
	spellingRow = 20
)

// start begins a pass over rows for a query.
func (s *sift) start(rows []*sifted, query string) {
	if s.speller == nil {
		s.speller = &speller{}
	}
	s.rows, s.asked, s.next = rows, query, 0
	s.words = s.words[:0]
	for _, word := range strings.Fields(query) {
		s.words = append(s.words, wanted{query: folded(word)})
	}
	s.found = &sieved{query: query}
	if s.shown == nil {
		s.shown = s.found
	}
}

// busy reports whether rows are left to look at.
func (s *sift) busy() bool { return s.found != nil && !s.found.whole }

// slice looks at some more rows. A screenful of the view that is looked at is
// enough to be shown.
func (s *sift) slice(view inspection.View, screenful int, today inspection.Day) {
	for left := sliceOfRows; left > 0 && s.next < len(s.rows); s.next++ {
		left -= s.look(s.rows[s.next], today)
	}
	s.found.whole = s.next == len(s.rows)
	if s.found.whole || len(s.found.by[view]) >= screenful {
		s.shown = s.found
	}
}

// look puts a row into the views that show it, and returns what it cost.
func (s *sift) look(r *sifted, today inspection.Day) int {
	cost := 1
	if len(s.words) > 0 && r.signs == nil {
		r.signs = s.speller.row(r.row)
		cost = spellingRow
	}
	for i := range s.words {
		if !s.words[i].in(r.signs, s.speller) {
			return cost
		}
	}
	for view := range s.found.by {
		if inspection.View(view).Shows(r.row, today) {
			s.found.by[view] = append(s.found.by[view], r)
		}
	}
	return cost
}

// speller numbers signs, so that a long text takes two bytes a sign. Sign 0
// parts texts; nothing is found across it.
type speller struct {
	numbers map[rune]uint16
	signs   []hanzi
}

// row spells what a row is found by.
func (s *speller) row(r *inspection.LedgerRow) []uint16 {
	t := &r.Rectification
	var signs []uint16
	for _, text := range []string{
		r.School.Name, string(r.School.Code), r.Number.Printed, string(r.Item), r.Title, t.Words,
		t.Goal, t.Measures, t.Leader, t.Department, t.Person, t.Cause, t.Inference,
	} {
		for _, c := range folded(text) {
			signs = append(signs, s.number(c))
		}
		signs = append(signs, 0)
	}
	return signs
}

func (s *speller) number(c rune) uint16 {
	if n, ok := s.numbers[c]; ok {
		return n
	}
	if s.numbers == nil {
		s.numbers, s.signs = map[rune]uint16{}, make([]hanzi, 1)
	}
	n := uint16(0)
	if len(s.signs) < 1<<16 {
		n = uint16(len(s.signs))
		s.signs = append(s.signs, hanzi{c, readingsOf(c)})
	}
	s.numbers[c] = n
	return n
}

// wanted is one word of a query: characters, pinyin, initials or a mixture, that
// stand beside each other in a text.
type wanted struct {
	query  []rune
	begins []bool // by sign: whether the word can begin with it
}

func (w *wanted) in(text []uint16, s *speller) bool {
	for n := len(w.begins); n < len(s.signs); n++ {
		w.begins = append(w.begins, n > 0 && reach(s.signs[n], w.query) > 0)
	}
	for i, n := range text {
		if w.begins[n] && w.at(text[i:], w.query, s) {
			return true
		}
	}
	return false
}

// at reports whether a text begins with what is left of the word.
func (w *wanted) at(text []uint16, query []rune, s *speller) bool {
	if len(query) == 0 {
		return true
	}
	if len(text) == 0 || text[0] == 0 {
		return false
	}
	for take := reach(s.signs[text[0]], query); take > 0; take-- {
		if w.at(text[1:], query[take:], s) {
			return true
		}
	}
	return false
}
