package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// input is a field of one line, for a search, a name or a number.
type input struct {
	s    string
	at   int // cursor, a byte offset
	left int // first byte in sight
}

// newInput returns a field that holds text, with the cursor after it.
func newInput(text string) *input {
	in := new(input)
	in.setText(text)
	return in
}

// text returns what the field holds.
func (in *input) text() string { return in.s }

// setText puts text in place of what the field holds, the cursor after it.
func (in *input) setText(s string) {
	in.s = oneLine(s)
	in.at, in.left = len(in.s), 0
}

// paste puts text at the cursor, its line ends as blanks.
func (in *input) paste(s string) {
	s = oneLine(s)
	in.s = in.s[:in.at] + s + in.s[in.at:]
	in.move(in.at + len(s))
}

// oneLine is clean for a field that has no second line. A line end at the
// text's own ends is left out: it comes along when a cell of a sheet is copied.
func oneLine(s string) string {
	return strings.ReplaceAll(strings.Trim(clean(s), "\n"), "\n", " ")
}

// press gives the field a key and tells whether it was one of the field's.
func (in *input) press(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "left":
		in.move(before(in.s, in.at))
	case "right":
		in.move(in.at + 1)
	case "home", "ctrl+a":
		in.move(0)
	case "end", "ctrl+e":
		in.move(len(in.s))
	case "backspace", "ctrl+h":
		in.erase(before(in.s, in.at), in.at)
	case "delete":
		in.erase(in.at, snap(in.s, in.at+1))
	case "ctrl+w", "alt+backspace":
		in.erase(wordBefore(in.s, in.at), in.at)
	case "ctrl+u":
		in.erase(0, in.at)
	case "ctrl+k":
		in.erase(in.at, len(in.s))
	default:
		return in.typed(k)
	}
	return true
}

// typed puts a key's own text at the cursor, if it has any.
func (in *input) typed(k tea.KeyPressMsg) bool {
	if oneLine(k.Text) == "" {
		return false
	}
	in.paste(k.Text)
	return true
}

// erase takes out the bytes from a to b.
func (in *input) erase(a, b int) {
	in.s = in.s[:a] + in.s[b:]
	in.move(a)
}

// move puts the cursor on the grapheme boundary at or after i. Text may join
// what it is put beside, so each change of text ends here.
func (in *input) move(i int) { in.at = snap(in.s, i) }

// draw returns the part around the cursor in exactly w cells, and where in it
// the cursor stands. A cell is always left for the cursor after the text.
func (in *input) draw(w int) (string, *tea.Cursor) {
	if w <= 0 {
		return "", nil
	}
	least, most := startFor(in.s[:in.at], w-1), startFor(in.s, w-1)
	in.left = max(least, min(snap(in.s, in.left), most, in.at))
	return pad(fit(in.s[in.left:], w), w), tea.NewCursor(width(in.s[in.left:in.at]), 0)
}

// startFor returns from where on the rest of s fits in w cells.
func startFor(s string, w int) int {
	at := 0
	for over := width(s) - w; over > 0 && at < len(s); {
		g, cells := glyph(s[at:])
		at += len(g)
		over -= cells
	}
	return at
}
