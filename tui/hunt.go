package tui

import (
	"strings"

	"xuncha/inspection"
)

// sought is one word of a query.
type sought struct {
	wanted
	text string // folded
}

// soughtIn are the words of a query, parted by blanks.
func soughtIn(query string) []sought {
	var all []sought
	for _, word := range strings.Fields(query) {
		r := folded(word)
		all = append(all, sought{wanted{query: r}, string(r)})
	}
	return all
}

// How well a word answers to a leaf, the best first. Who looks for 红旗 食堂
// wants what is said of the canteen at that school, so a word may also be one of
// the school's name, if another is the leaf's own.
const (
	nameBegins = iota // the name begins with it
	nameHas           // the name has it
	textHas           // the text has it
	ofOther           // only the name of the school has it
	nowhere
)

func (w *sought) in(l *leaf, s *speller) int {
	switch {
	case len(l.name) > 0 && w.at(l.name, w.query, s):
		return nameBegins
	case w.wanted.in(l.name, s):
		return nameHas
	case strings.Contains(l.text, w.text):
		return textHas
	}
	return nowhere
}

// hunt goes through the corpus for the words of a query, a slice at a time.
type hunt struct {
	corpus *corpus
	words  []sought
	next   int // among the roots, and then the visits
	counts [findKinds]int
	best   [findKinds][ofOther][]leaf // by how well they answer, at most mostFound of each
}

// mostFound is more than anybody looks through; of what is beyond it only the
// number is told.
const mostFound = 1000

func newHunt(c *corpus, b *inspection.Book, query string) *hunt {
	c.refresh(b)
	return &hunt{corpus: c, words: soughtIn(query)}
}

// whole reports whether everything was looked through.
func (h *hunt) whole() bool {
	return len(h.words) == 0 || h.next >= len(h.corpus.roots)+len(h.corpus.visits)
}

// share is how much was looked through, in percent.
func (h *hunt) share() int { return 100 * h.next / max(len(h.corpus.roots)+len(h.corpus.visits), 1) }

// A slice is so much work as leaves a frame room for all else: signs of names
// compared, or their like.
const (
	sliceOfHunt  = 150_000
	spellingLeaf = 400
	readingLeaf  = 8
)

// slice looks through some more.
func (h *hunt) slice(b *inspection.Book) {
	for left := sliceOfHunt; left > 0 && !h.whole(); h.next++ {
		if h.next < len(h.corpus.roots) {
			l, cost := h.corpus.root(b, h.next)
			left -= cost + h.look(l, nil)
			continue
		}
		t, cost := h.corpus.at(b, h.next-len(h.corpus.roots))
		left -= cost + readingLeaf
		if len(t.leaves) == 0 {
			continue
		}
		school := h.ofSchool(t.visit.School)
		for i := range t.leaves {
			left -= h.look(&t.leaves[i], school)
		}
	}
}

// ofSchool tells which of the words stand in a school's name.
func (h *hunt) ofSchool(code inspection.SchoolCode) []bool {
	i, ok := h.corpus.schools[code]
	if len(h.words) < 2 || !ok {
		return nil
	}
	has := make([]bool, len(h.words))
	for k := range h.words {
		has[k] = h.words[k].in(&h.corpus.roots[i], &h.corpus.speller) <= nameHas
	}
	return has
}

// look takes a leaf that answers to all words, and returns what it cost.
func (h *hunt) look(l *leaf, school []bool) int {
	best, worst := nowhere, nameBegins
	for i := range h.words {
		how := h.words[i].in(l, &h.corpus.speller)
		if how == nowhere && school != nil && school[i] {
			how = ofOther
		}
		best = min(best, how)
		if how != ofOther {
			worst = max(worst, how)
		}
	}
	if best < ofOther && worst < nowhere {
		h.counts[l.kind]++
		if found := &h.best[l.kind][worst]; len(*found) < mostFound {
			*found = append(*found, *l)
		}
	}
	return readingLeaf + len(l.name) + len(l.text)/32
}

// found are the leaves of a kind, the best first.
func (h *hunt) found(kind findKind) []leaf {
	var all []leaf
	for _, some := range h.best[kind] {
		all = append(all, some...)
	}
	return all[:min(len(all), mostFound)]
}
