package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// editor is a text of many lines being written. A column is kept free for the
// cursor after the last character of a full row, so rows wrap one cell before
// the edge.
type editor struct {
	pars []paragraph
	at   int   // cursor, a byte offset into the whole text, on a grapheme boundary
	tail bool  // at stands between two rows and shows at the end of the first
	want int   // column in cells that Up and Down keep, -1 when none
	w, h int   // as last drawn
	top  rowAt // first row in sight

	done, undone []revision
	sealed       bool // the next change begins a new undo step
}

// paragraph is the text between two newlines and its rows at one width, so
// that a key wraps again only what it changed.
type paragraph struct {
	s      string
	starts []int
	w      int // width of starts, 0 when not wrapped yet
}

// rowAt names a row of a paragraph.
type rowAt struct{ par, row int }

// newEditor returns an editor for text, with the cursor at its end.
func newEditor(text string) *editor {
	e := &editor{want: -1, w: 80, h: 10, sealed: true}
	for _, s := range strings.Split(clean(text), "\n") {
		e.pars = append(e.pars, paragraph{s: s})
	}
	e.at = e.size()
	return e
}

// text returns what is written.
func (e *editor) text() string {
	var b strings.Builder
	b.Grow(e.size())
	for i, p := range e.pars {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.s)
	}
	return b.String()
}

// size is the length of the text in bytes.
func (e *editor) size() int {
	n := len(e.pars) - 1
	for _, p := range e.pars {
		n += len(p.s)
	}
	return n
}

// place returns the cursor as a byte offset into the text.
func (e *editor) place() int { return e.at }

// setPlace puts the cursor at a place kept from before, or the nearest that
// the text still has.
func (e *editor) setPlace(at int) {
	e.moveTo(at)
	e.want, e.sealed = -1, true
}

// moveTo puts the cursor on the grapheme boundary at or after at.
func (e *editor) moveTo(at int) {
	at = min(max(at, 0), e.size())
	i, off := e.locate(at)
	e.at = at - off + snap(e.pars[i].s, off)
	e.tail = false
}

// locate returns the paragraph that holds a place, and where in it.
func (e *editor) locate(at int) (i, off int) {
	for i = range e.pars {
		if at <= len(e.pars[i].s) {
			break
		}
		at -= len(e.pars[i].s) + 1
	}
	return i, at
}

// offset returns where a paragraph begins in the text.
func (e *editor) offset(i int) int {
	n := i
	for _, p := range e.pars[:i] {
		n += len(p.s)
	}
	return n
}

// splice puts s in place of the bytes from a to b, and returns what was there.
func (e *editor) splice(a, b int, s string) string {
	i, from := e.locate(a)
	j, to := e.locate(b)
	old := e.between(i, from, j, to)
	joined := e.pars[i].s[:from] + s + e.pars[j].s[to:]
	var fresh []paragraph
	for _, line := range strings.Split(joined, "\n") {
		fresh = append(fresh, paragraph{s: line})
	}
	e.pars = slices.Replace(e.pars, i, j+1, fresh...)
	return old
}

// between returns the text from one place to another.
func (e *editor) between(i, from, j, to int) string {
	if i == j {
		return e.pars[i].s[from:to]
	}
	var b strings.Builder
	b.WriteString(e.pars[i].s[from:])
	for _, p := range e.pars[i+1 : j] {
		b.WriteString("\n" + p.s)
	}
	b.WriteString("\n" + e.pars[j].s[:to])
	return b.String()
}

// rowsOf returns where the rows of a paragraph begin at the editor's width.
func (e *editor) rowsOf(i int) []int {
	p := &e.pars[i]
	if p.w != e.w {
		p.starts, p.w = rowStarts(p.s, e.w-1), e.w
	}
	return p.starts
}

// span returns the text of a row and where it begins in its paragraph.
func (e *editor) span(at rowAt) (row string, from int) {
	starts, s := e.rowsOf(at.par), e.pars[at.par].s
	from = starts[at.row]
	if at.row+1 < len(starts) {
		s = s[:starts[at.row+1]]
	}
	return s[from:], from
}

// here returns the row of the cursor and the cursor's column in cells.
func (e *editor) here() (rowAt, int) {
	i, off := e.locate(e.at)
	starts := e.rowsOf(i)
	k, exact := slices.BinarySearch(starts, off)
	if !exact || e.tail && k > 0 {
		k--
	}
	return rowAt{i, k}, width(e.pars[i].s[starts[k]:off])
}

// step returns the row n rows below (above when negative), or the last there
// is on the way.
func (e *editor) step(at rowAt, n int) rowAt {
	for ; n > 0; n-- {
		switch {
		case at.row+1 < len(e.rowsOf(at.par)):
			at.row++
		case at.par+1 < len(e.pars):
			at = rowAt{at.par + 1, 0}
		default:
			return at
		}
	}
	for ; n < 0; n++ {
		switch {
		case at.row > 0:
			at.row--
		case at.par > 0:
			at = rowAt{at.par - 1, len(e.rowsOf(at.par-1)) - 1}
		default:
			return at
		}
	}
	return at
}

// above tells whether a row stands before another.
func (s rowAt) above(t rowAt) bool { return s.par < t.par || s.par == t.par && s.row < t.row }

// draw returns the rows in sight, h lines of at most w cells, and where among
// them the cursor stands.
func (e *editor) draw(w, h int) ([]string, *tea.Cursor) {
	lines := make([]string, max(h, 0))
	if w <= 0 || h <= 0 {
		return lines, nil
	}
	e.w, e.h = w, h
	at, x := e.here()
	e.scroll(at)
	y, row := 0, e.top
	for k := range lines {
		s, _ := e.span(row)
		lines[k] = fit(s, w)
		if row == at {
			y = k
		}
		next := e.step(row, 1)
		if next == row {
			break
		}
		row = next
	}
	return lines, tea.NewCursor(min(x, w-1), y)
}

// scroll moves the window as little as shows the row of the cursor, and leaves
// no empty lines below the text while there are rows above.
func (e *editor) scroll(at rowAt) {
	e.top.par = min(e.top.par, len(e.pars)-1)
	e.top.row = min(e.top.row, len(e.rowsOf(e.top.par))-1)
	if at.above(e.top) {
		e.top = at
	}
	if low := e.step(at, 1-e.h); e.top.above(low) {
		e.top = low
	}
	last := len(e.pars) - 1
	end := rowAt{last, len(e.rowsOf(last)) - 1}
	if high := e.step(end, 1-e.h); high.above(e.top) {
		e.top = high
	}
}
