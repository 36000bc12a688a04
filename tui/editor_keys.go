package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"
)

// press gives the editor a key and tells whether it was one of the editor's.
// Tab, Esc, the function keys and everything with a meaning elsewhere are not.
func (e *editor) press(k tea.KeyPressMsg) bool {
	name := k.String()
	return e.vertical(name) || e.horizontal(name) || e.erases(name) || e.types(k)
}

// vertical serves the keys that keep the wanted column.
func (e *editor) vertical(name string) bool {
	page := max(e.h-1, 1)
	switch name {
	case "up":
		e.climb(-1)
	case "down":
		e.climb(1)
	case "pgup":
		e.climb(-page)
	case "pgdown":
		e.climb(page)
	default:
		return false
	}
	e.sealed = true
	return true
}

// climb moves the cursor n rows down, to the last boundary at or before the
// wanted column.
func (e *editor) climb(n int) {
	at, x := e.here()
	if e.want < 0 {
		e.want = x
	}
	to := e.step(at, n)
	if to == at {
		return
	}
	row, from := e.span(to)
	part := fit(row, e.want)
	e.at = e.offset(to.par) + from + len(part)
	e.tail = len(part) == len(row)
}

// horizontal serves the keys that only move.
func (e *editor) horizontal(name string) bool {
	switch name {
	case "left":
		e.moveTo(e.prev())
	case "right":
		e.moveTo(e.next())
	case "home", "ctrl+a":
		e.moveTo(e.rowStart())
	case "end", "ctrl+e":
		e.moveTo(e.rowEnd())
		e.tail = true
	case "ctrl+home":
		e.moveTo(0)
	case "ctrl+end":
		e.moveTo(e.size())
	default:
		return false
	}
	e.want, e.sealed = -1, true
	return true
}

// prev is the grapheme boundary before the cursor.
func (e *editor) prev() int {
	i, off := e.locate(e.at)
	if off == 0 {
		return max(e.at-1, 0)
	}
	return e.at - off + before(e.pars[i].s, off)
}

// next is the grapheme boundary after the cursor.
func (e *editor) next() int {
	i, off := e.locate(e.at)
	if off == len(e.pars[i].s) {
		return min(e.at+1, e.size())
	}
	return e.at - off + snap(e.pars[i].s, off+1)
}

// prevWord is where the word before the cursor begins.
func (e *editor) prevWord() int {
	i, off := e.locate(e.at)
	if off == 0 {
		return max(e.at-1, 0)
	}
	return e.at - off + wordBefore(e.pars[i].s, off)
}

// rowStart is the place where the cursor's row begins.
func (e *editor) rowStart() int {
	at, _ := e.here()
	_, from := e.span(at)
	return e.offset(at.par) + from
}

// rowEnd is the place where the cursor's row ends.
func (e *editor) rowEnd() int {
	at, _ := e.here()
	row, from := e.span(at)
	return e.offset(at.par) + from + len(row)
}

// erases serves the keys that take text out, and those that take changes back.
func (e *editor) erases(name string) bool {
	switch name {
	case "backspace", "ctrl+h":
		e.replace(e.prev(), e.at, "", erasingRun)
	case "delete":
		e.replace(e.at, e.next(), "", erasingRun)
	case "ctrl+w", "alt+backspace":
		e.replace(e.prevWord(), e.at, "", lone)
	case "ctrl+u":
		e.replace(e.rowStart(), e.at, "", lone)
	case "ctrl+k":
		e.replace(e.at, e.rowEnd(), "", lone)
	case "ctrl+z":
		e.undo()
	case "ctrl+y":
		e.redo()
	default:
		return false
	}
	e.want = -1
	return true
}

// types puts in what a key types, if it types anything.
func (e *editor) types(k tea.KeyPressMsg) bool {
	s := clean(k.Text)
	if name := k.String(); name == "enter" || name == "shift+enter" {
		s = "\n"
	} else if s == "" || k.Code == tea.KeyTab {
		return false
	}
	e.replace(e.at, e.at, s, typingRun)
	e.want = -1
	return true
}

// paste puts s in at the cursor, as one step for undo.
func (e *editor) paste(s string) {
	e.replace(e.at, e.at, clean(s), lone)
	e.want = -1
}

// A revision is one step of undo: old became new at a place.
type revision struct {
	at       int
	old, new string
	was, is  int // cursor before and after
	kind     runKind
}

// runKind tells which changes make one step together.
type runKind int

// Typing joins what was typed right before it, erasing what was erased beside
// it. All else stands alone.
const (
	lone runKind = iota
	typingRun
	erasingRun
)

// replace puts s in place of the bytes from a to b, remembers how to undo it,
// and leaves the cursor after s.
func (e *editor) replace(a, b int, s string, kind runKind) {
	if a == b && s == "" {
		return
	}
	was := e.at
	old := e.splice(a, b, s)
	e.moveTo(a + len(s))
	e.undone = nil
	c := revision{a, old, s, was, e.at, kind}
	if e.sealed || kind == lone || !e.join(c) {
		e.done = append(e.done, c)
	}
	e.sealed = kind == lone || strings.ContainsAny(s, "\n，。；：！？")
}

// join adds a change to the last step when they are one run, and tells whether
// they were.
func (e *editor) join(c revision) bool {
	if len(e.done) == 0 {
		return false
	}
	p := &e.done[len(e.done)-1]
	switch {
	case p.kind != c.kind:
		return false
	case c.kind == typingRun && c.at == p.at+len(p.new):
		p.new += c.new
	case c.kind == erasingRun && c.at+len(c.old) == p.at:
		p.old, p.at = c.old+p.old, c.at
	case c.kind == erasingRun && c.at == p.at:
		p.old += c.old
	default:
		return false
	}
	p.is = c.is
	return true
}

// undo takes the last step back.
func (e *editor) undo() {
	if n := len(e.done); n > 0 {
		c := e.done[n-1]
		e.done, e.undone = e.done[:n-1], append(e.undone, c)
		e.splice(c.at, c.at+len(c.new), c.old)
		e.moveTo(c.was)
		e.sealed = true
	}
}

// redo makes the last step taken back again.
func (e *editor) redo() {
	if n := len(e.undone); n > 0 {
		c := e.undone[n-1]
		e.undone, e.done = e.undone[:n-1], append(e.done, c)
		e.splice(c.at, c.at+len(c.old), c.new)
		e.moveTo(c.is)
		e.sealed = true
	}
}

// wordBefore returns where the word before i begins, within its line: a word
// of UAX #29, which for Chinese is one character. Guessing at longer words
// would one day take a whole paragraph. The blanks after the word go along
// with it, and at a line's start the newline does.
func wordBefore(s string, i int) int {
	from := lineStart(s, i)
	if from == i {
		return max(i-1, 0)
	}
	line := strings.TrimRight(s[from:i], hanging)
	at := 0
	for rest, state := line, -1; ; {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		if rest == "" {
			break
		}
		at += len(word)
	}
	return min(snap(s, from+at), before(s, i))
}
