package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tags reads the elements of an XML part one tag after the other. It is ten
// times as fast as encoding/xml, which matters where somebody has styled a
// million rows, and holds no more than one tag and one text.
type tags struct {
	r     *bufio.Reader
	close func() error

	name   string // of the element, without a prefix
	ends   bool   // </name>
	alone  bool   // <name/>, which begins and ends
	attrs  []byte // as they stand in the tag
	said   []byte // the text in front of the tag, escapes and all
	buffer []byte
}

var (
	errTooLong = errors.New("one piece of a part is too long")
	errDTD     = errors.New("a part has a DTD")
)

func newTags(r io.Reader, close func() error) *tags {
	return &tags{r: bufio.NewReaderSize(r, 64<<10), close: close}
}

// next goes to the next tag. What stands in it holds until the one after.
func (t *tags) next() (err error) {
	t.said = t.said[:0]
	for done := false; !done && err == nil; {
		if t.said, err = t.upTo('<', t.said); err != nil {
			return err
		}
		t.said = t.said[:len(t.said)-1]
		done, err = t.tag()
	}
	return err
}

// leap goes to the next tag that is neither a cell nor the end of anything but
// a value, without looking at what it leaps over.
func (t *tags) leap() (err error) {
	t.said = t.said[:0]
	for done := false; !done && err == nil; {
		_, err = t.r.ReadSlice('<')
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = t.r.ReadSlice('<')
		}
		if err != nil {
			return err
		}
		if p, err := t.r.Peek(2); err == nil && (p[0] == 'c' && p[1] == ' ' || p[0] == '/' && p[1] != 'v' && p[1] != 'i') {
			continue
		}
		done, err = t.tag()
	}
	return err
}

// tag reads the tag behind a <, and reports whether it is one of an element.
func (t *tags) tag() (done bool, err error) {
	if t.buffer, err = t.upTo('>', t.buffer[:0]); err != nil {
		return false, atEnd(err)
	}
	if t.buffer[0] != '!' && t.buffer[0] != '?' {
		return true, t.read()
	}
	switch {
	case bytes.HasPrefix(t.buffer, []byte("!--")):
		err = t.passOver("-->")
	case bytes.HasPrefix(t.buffer, []byte("![CDATA[")):
		if err = t.passOver("]]>"); err == nil {
			t.said = append(t.said, escaped(t.buffer[len("![CDATA["):len(t.buffer)-len("]]>")])...)
		}
	case t.buffer[0] == '?':
		err = t.passOver("?>")
	default:
		err = errDTD
	}
	return false, atEnd(err)
}

// upTo reads on to a sign, and with it.
func (t *tags) upTo(sign byte, into []byte) ([]byte, error) {
	for {
		piece, err := t.r.ReadSlice(sign)
		into = append(into, piece...)
		switch {
		case len(into) > maxText:
			return into, errTooLong
		case !errors.Is(err, bufio.ErrBufferFull):
			return into, err
		}
	}
}

// passOver reads on until what was read ends as given.
func (t *tags) passOver(end string) (err error) {
	for !bytes.HasSuffix(t.buffer, []byte(end)) {
		if t.buffer, err = t.upTo('>', t.buffer); err != nil {
			return err
		}
	}
	return nil
}

// read takes the tag apart. A > within quotes does not end it.
func (t *tags) read() (err error) {
	for bytes.Count(t.buffer, []byte{'"'})%2 != 0 {
		if t.buffer, err = t.upTo('>', t.buffer); err != nil {
			return atEnd(err)
		}
	}
	b := t.buffer[:len(t.buffer)-1]
	b, t.ends = bytes.CutPrefix(b, []byte("/"))
	b, t.alone = bytes.CutSuffix(b, []byte("/"))
	end := 0
	for end < len(b) && b[end] > ' ' {
		end++
	}
	name := b[:end]
	t.attrs = b[end:]
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	t.name = nameOf(name)
	return nil
}

// nameOf is a name as a string; those of cells, which are most, cost nothing.
func nameOf(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "row":
		return "row"
	case "t":
		return "t"
	case "is":
		return "is"
	case "si":
		return "si"
	case "f":
		return "f"
	}
	return string(name)
}

func (t *tags) begins(name string) bool { return !t.ends && t.name == name }

// over is true where the element of a name has ended.
func (t *tags) over(name string) bool { return (t.ends || t.alone) && t.name == name }

// attr is the value of an attribute, whatever its prefix; empty when there is
// none.
func (t *tags) attr(name string) string { return unquoteXML(t.rawAttr(name)) }

func (t *tags) rawAttr(name string) []byte {
	for rest := t.attrs; ; {
		key, after, ok := bytes.Cut(rest, []byte("="))
		after = bytes.TrimLeft(after, " \t\r\n")
		if !ok || len(after) == 0 {
			return nil
		}
		value, after, ok := bytes.Cut(after[1:], after[:1])
		if !ok {
			return nil
		}
		key = bytes.TrimSpace(key)
		if i := bytes.IndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		if string(key) == name {
			return value
		}
		rest = after
	}
}

// number is an attribute that is a whole number from 0, or -1.
func (t *tags) number(name string) int {
	b := t.rawAttr(name)
	if len(b) == 0 || len(b) > 9 {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// says is the text in front of the tag.
func (t *tags) says() string { return unquoteXML(t.said) }

// escaped makes a text of CDATA like others.
func escaped(b []byte) []byte {
	return bytes.ReplaceAll(b, []byte("&"), []byte("&amp;"))
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// unquoteXML puts characters in the place of their escapes. What is no escape
// of XML stays as it is.
func unquoteXML(b []byte) string {
	s := string(b)
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(s, "&")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, _, ok := strings.Cut(after[:min(len(after), 12)], ";")
		with, known := entities[name]
		if n, isNumber := strings.CutPrefix(name, "#"); isNumber && !known {
			with, known = character(n)
		}
		if !ok || !known {
			out.WriteByte('&')
			s = after
			continue
		}
		out.WriteString(with)
		s = after[len(name)+1:]
	}
}

func character(number string) (string, bool) {
	base := 10
	if rest, ok := strings.CutPrefix(number, "x"); ok {
		number, base = rest, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return "", false
	}
	return string(rune(n)), true
}

// text is what the t elements say until the element that is open ends; how a
// word is pronounced (rPh) is no part of it.
func (t *tags) text(open string) (string, error) {
	s, aside := "", false
	for !t.over(open) {
		if err := t.next(); err != nil {
			return "", atEnd(err)
		}
		switch {
		case t.name == "rPh":
			aside = !t.ends && !t.alone
		case t.name == "t" && t.ends && !aside:
			if s += t.says(); len(s) > maxText {
				return "", errTooLong
			}
		}
	}
	return unescape(s), nil
}

// atEnd makes an error of an end that came too early.
func atEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%w", io.ErrUnexpectedEOF)
	}
	return err
}
