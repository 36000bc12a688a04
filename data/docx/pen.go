package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"
)

// pen writes XML. What goes through text is what people typed and stays text;
// the rest is ours.
type pen struct{ bytes.Buffer }

func (p *pen) f(format string, args ...any) { fmt.Fprintf(&p.Buffer, format, args...) }

// text cannot fail: the buffer takes everything.
func (p *pen) text(s string) { _ = xml.EscapeText(&p.Buffer, []byte(clean(s))) }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// clean leaves out what a document cannot carry or what would turn the text
// around, and makes every kind of line end the same.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\n', r == '\t':
			return r
		case unicode.IsControl(r), turns(r), r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, s)
}

// turns tells the characters that set the direction of what follows.
func turns(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}
