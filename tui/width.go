package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// width is the number of cells that s takes on a line, SGR sequences aside.
func width(s string) int { return ansi.StringWidth(s) }

// glyph returns the first grapheme of s and its width in cells. Measuring,
// cutting, wrapping and the cursors all step by it, so they cannot disagree.
func glyph(s string) (string, int) {
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

// cut returns s in at most w cells, with … for its last when something had to
// go. Sequences after the cut stay, so that a colour begun is also ended.
//
// ansi.Truncate is not used: it counts a digit and the keycap that follows it
// apart, and so returns more cells than asked.
func cut(s string, w int) string {
	if width(s) <= w {
		return s
	}
	const tail = "…"
	room := w - width(tail)
	if room < 0 {
		return ""
	}
	var b strings.Builder
	full := false
	for len(s) > 0 {
		part, cells := piece(s)
		s = s[len(part):]
		if !full && cells > room {
			full = true
			b.WriteString(tail)
		}
		if !full || part[0] == '\x1b' {
			b.WriteString(part)
			room -= cells
		}
	}
	return b.String()
}

// piece is glyph for text with sequences in it, each a piece of no width.
func piece(s string) (string, int) {
	if s[0] != '\x1b' {
		return glyph(s)
	}
	seq, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
	return seq[:max(n, 1)], 0
}

// fit returns as much of plain text s as w cells hold, whole graphemes only.
func fit(s string, w int) string {
	at := 0
	for at < len(s) {
		g, cells := glyph(s[at:])
		if w -= cells; w < 0 {
			break
		}
		at += len(g)
	}
	return s[:at]
}

// pad returns s in exactly w cells, cut or filled with blanks on the right.
func pad(s string, w int) string {
	s = cut(s, w)
	return s + blanks(w-width(s))
}

// padLeft is pad with the blanks on the left, for numbers.
func padLeft(s string, w int) string {
	s = cut(s, w)
	return blanks(w-width(s)) + s
}

// blanks returns n blanks, none when n is below nothing.
func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

// clean makes text from outside safe to draw and to keep: line ends of every
// kind become \n, a tab four blanks (its own width depends on where it
// stands), bytes that are not UTF-8 become �, and what nobody can see goes:
// control and bidi characters, which can make text read as something else,
// and the marks of no width that web pages leave in copied text. The joiner
// and the selectors inside emoji stay.
func clean(s string) string {
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	s = lineEnds.Replace(s)
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || hidden(r)) {
			return -1
		}
		return r
	}, s)
}

// lineEnds has \v too: a word processor's line break is pasted as one.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", "    ")

// hidden tells the marks that change the order of text or show nothing.
func hidden(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C:
		return true
	case r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0x00AD:
		return true
	}
	return false
}

// snap returns the grapheme boundary of s at i, or else the first one after it.
func snap(s string, i int) int {
	at := lineStart(s, min(max(i, 0), len(s)))
	for at < i && at < len(s) {
		g, _ := glyph(s[at:])
		at += len(g)
	}
	return at
}

// before returns the grapheme boundary of s before i, 0 when there is none.
func before(s string, i int) int {
	at := lineStart(s, i)
	if at == i {
		return max(i-1, 0)
	}
	for {
		g, _ := glyph(s[at:])
		if at+len(g) >= i {
			return at
		}
		at += len(g)
	}
}

// lineStart returns where the line of s that holds i begins. A newline always
// bounds graphemes, so counting can start there.
func lineStart(s string, i int) int { return strings.LastIndexByte(s[:i], '\n') + 1 }
