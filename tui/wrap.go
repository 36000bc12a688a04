package tui

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Marks that Chinese setting keeps from a line's start and from its end. The
// line breaking rules know most of them, but let go after a blank.
const (
	neverFirst = "，。；：、！？）》”’」』】〉〕〗］｝"
	neverLast  = "（《“‘「『【〈〔〖［｛"
	hanging    = " \u3000" // blanks, which may hang over a line's end
)

// wrap breaks plain text into lines of at most w cells by UAX #14 and 避头尾.
// Newlines are kept, blanks at a break are dropped, English words and numbers
// stay whole, and a word longer than a line is broken where it must. A width
// below 2 is taken as 2, for a Chinese character fits in nothing less.
func wrap(s string, w int) []string {
	w = max(w, 2)
	var lines []string
	for _, par := range strings.Split(s, "\n") {
		starts := rowStarts(par, w)
		for k, from := range starts[:len(starts)-1] {
			lines = append(lines, strings.TrimRight(par[from:starts[k+1]], hanging))
		}
		lines = append(lines, fit(par[starts[len(starts)-1]:], w))
	}
	return lines
}

// wrapCell is one grapheme of a paragraph: where it begins, how wide it is, what
// it does at the ends of a line, and whether a line may break before it.
type wrapCell struct {
	at, w              int
	blank, first, last bool
	free               bool
}

// rowStarts returns where each row of a paragraph begins, when a row holds w cells
// and blanks may hang over its end. There is always a row 0.
func rowStarts(par string, w int) []int {
	w = max(w, 2)
	cells := measure(par)
	starts := []int{0}
	from, x := 0, 0
	for i := 0; i < len(cells); i++ {
		x += cells[i].w
		if x <= w || cells[i].blank || i == from {
			continue
		}
		from = breakAt(cells, from, i)
		starts = append(starts, cells[from].at)
		x = 0
		i = from - 1
	}
	return starts
}

// breakAt returns the cell that begins the next row, when the row that began
// at from has no room for cell i: where the rules allow it, else where 避头尾
// allows it, else right there.
func breakAt(cells []wrapCell, from, i int) int {
	for k := i; k > from; k-- {
		if cells[k].free {
			return k
		}
	}
	for k := i; k > from; k-- {
		if !tied(cells, k) {
			return k
		}
	}
	return i
}

// tied tells whether a line must not break before cell k: blanks belong to
// the line before, and some marks to what stands beside them.
func tied(cells []wrapCell, k int) bool {
	if cells[k].blank || cells[k].first {
		return true
	}
	for k--; k > 0 && cells[k].blank; {
		k--
	}
	return cells[k].last
}

// measure cuts a paragraph into cells and marks where it may break.
func measure(par string) []wrapCell {
	cells := make([]wrapCell, 0, len(par)/2+1)
	for at := 0; at < len(par); {
		g, w := glyph(par[at:])
		r, _ := utf8.DecodeRuneInString(g)
		cells = append(cells, wrapCell{at: at, w: w,
			blank: strings.Contains(hanging, g),
			first: strings.ContainsRune(neverFirst, r),
			last:  strings.ContainsRune(neverLast, r)})
		at += len(g)
	}
	markBreaks(par, cells)
	return cells
}

// markBreaks frees the cells before which UAX #14 allows a break, and those at
// the outside of Chinese quotes: the rules that uniseg knows glue “ and ” on
// both sides, and a row of quoted names would be one unbreakable word.
func markBreaks(par string, cells []wrapCell) {
	state, end := -1, 0
	for k := 1; k < len(cells); k++ {
		for end < cells[k].at {
			var seg string
			seg, par, _, state = uniseg.FirstLineSegmentInString(par, state)
			end += len(seg)
		}
		cells[k].free = (end == cells[k].at || besideQuote(cells, k)) && !tied(cells, k)
	}
}

// besideQuote tells whether cell k follows a closing mark or is an opening one,
// among wide characters.
func besideQuote(cells []wrapCell, k int) bool {
	if cells[k].last {
		return cells[k-1].w == 2 || cells[k-1].first
	}
	return cells[k-1].first && cells[k].w == 2
}
