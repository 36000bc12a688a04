package data

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// What somebody hands over is read bit by bit and never whole, so that a file
// of any size costs no more than what is kept of it. Package json would say
// neither line nor column, and takes a key twice and broken UTF-8.

// The bounds of what is read.
const (
	longestString = 1 << 20 // bytes; above the longest text with every character escaped
	longestNumber = 24      // characters
	deepestPassed = 64      // brackets within brackets, in what is passed over
)

// scan reads the tokens of a JSON text.
type scan struct {
	in           *bufio.Reader
	line, column int // of the token just read, from 1
	atLine, at   int // of the next character
	text         []byte
	err          error // errors of the reader, or a [bilingual.Text] that says how this is no JSON
}

// endOfText is the token after the last.
const endOfText = 0

func newScan(r io.Reader) *scan {
	s := &scan{in: bufio.NewReaderSize(r, 1<<16), atLine: 1, at: 1}
	if mark, err := s.in.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = s.in.Discard(3) // they were just seen
	}
	return s
}

func (s *scan) broken(format string, args ...any) byte {
	if s.err == nil {
		s.err = say(format, args...)
	}
	return endOfText
}

// get is the next byte; zero at the end, which s.err does not call an error.
func (s *scan) get() (byte, bool) {
	c, err := s.in.ReadByte()
	if err != nil {
		if !errors.Is(err, io.EOF) && s.err == nil {
			s.err = fmt.Errorf("data: read: %w", err)
		}
		return 0, false
	}
	switch {
	case c == '\n':
		s.atLine, s.at = s.atLine+1, 1
	case c&0xC0 != 0x80: // not within a character
		s.at++
	}
	return c, true
}

// next is the next token: one of { } [ ] , : or s for a string, n for a number,
// t f z for true, false and null. Strings and numbers stand in s.text.
func (s *scan) next() byte {
	if s.err != nil {
		return endOfText
	}
	for {
		s.line, s.column = s.atLine, s.at
		c, ok := s.get()
		switch {
		case !ok:
			return endOfText
		case c == ' ' || c == '\n' || c == '\r' || c == '\t':
		case c == '"':
			return s.string()
		case c == '-' || c >= '0' && c <= '9':
			return s.number(c)
		case c == 't':
			return s.word('t', "rue")
		case c == 'f':
			return s.word('f', "alse")
		case c == 'n':
			return s.word('z', "ull")
		case c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':':
			return c
		case c < ' ' || c >= utf8.RuneSelf:
			return s.broken("这里不是 JSON，也许不是文本文件")
		default:
			return s.broken("这里不是 JSON：多了%s", quote(string(rune(c))))
		}
	}
}

func (s *scan) word(is byte, rest string) byte {
	for i := range len(rest) {
		if c, ok := s.get(); !ok || c != rest[i] {
			return s.broken("这里不是 JSON：只有 true、false、null 不加引号")
		}
	}
	return is
}

func (s *scan) number(first byte) byte {
	s.text = append(s.text[:0], first)
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return 'n'
		}
		if c != '.' && c != 'e' && c != 'E' && c != '+' && c != '-' && (c < '0' || c > '9') {
			_ = s.in.UnreadByte() // it was just read
			return 'n'
		}
		s.at++
		if s.text = append(s.text, c); len(s.text) > longestNumber {
			return s.broken("数太长")
		}
	}
}

func (s *scan) string() byte {
	s.text = s.text[:0]
	for {
		c, ok := s.get()
		switch {
		case !ok:
			return s.broken("引号没有配对")
		case c == '"':
			if !utf8.Valid(s.text) {
				return s.broken("不是 UTF-8 编码（可能是 GBK）")
			}
			return 's'
		case c < ' ':
			return s.broken("文字里有换行或控制字符，应写成 \\n 这样")
		case c == '\\':
			if !s.escape() {
				return endOfText
			}
		default:
			s.text = append(s.text, c)
		}
		if len(s.text) > longestString {
			return s.broken("文字太长")
		}
	}
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (s *scan) escape() bool {
	c, _ := s.get()
	if plain, ok := escapes[c]; ok {
		s.text = append(s.text, plain)
		return true
	}
	if c != 'u' {
		s.broken("“\\”后面应是 n、t、\"、\\ 或 u 等")
		return false
	}
	r, ok := s.hex()
	if ok && utf16.IsSurrogate(r) {
		low := rune(utf8.RuneError)
		if a, _ := s.get(); a == '\\' {
			if b, _ := s.get(); b == 'u' {
				low, ok = s.hex()
			}
		}
		r = utf16.DecodeRune(r, low)
		ok = ok && r != utf8.RuneError
	}
	if !ok {
		s.broken("“\\u”后面应是四位十六进制数，成对的要成对")
		return false
	}
	s.text = utf8.AppendRune(s.text, r)
	return true
}

func (s *scan) hex() (rune, bool) {
	var digits [4]byte
	for i := range digits {
		digits[i], _ = s.get()
	}
	n, err := strconv.ParseUint(string(digits[:]), 16, 32)
	return rune(n), err == nil
}

// node is a value that is no object of its own: a text, a number, a word, a list
// of such, or a few of them by name.
type node struct {
	is           byte // as the tokens are
	text         string
	number       int64
	whole        bool // the number is a whole one that fits
	list         []node
	names        []string // of list, in an object
	line, column int
}

// mostInNode bounds a list within a value.
const mostInNode = 10_000

// node reads the value that begins with a token.
func (s *scan) node(is byte, depth int) node {
	n := node{is: is, line: s.line, column: s.column}
	switch {
	case is == 's':
		n.text = string(s.text)
	case is == 'n':
		n.text = string(s.text)
		v, err := strconv.ParseInt(n.text, 10, 64)
		n.number, n.whole = v, err == nil && strconv.FormatInt(v, 10) == n.text
	case is == '[' || is == '{':
		if depth == 0 {
			s.broken("这里嵌套太深")
		}
		s.inner(&n, depth)
	case is != 't' && is != 'f' && is != 'z':
		s.unexpected(is)
	}
	return n
}

func (s *scan) inner(n *node, depth int) {
	for first := true; s.err == nil; first = false {
		is := s.next()
		if first && is == n.is+2 { // ] or }
			return
		}
		if !first {
			if is == n.is+2 {
				return
			}
			if is != ',' {
				s.unexpected(is)
				return
			}
			is = s.next()
		}
		if n.is == '{' {
			name, ok := s.key(is)
			if !ok {
				return
			}
			n.names = append(n.names, name)
			is = s.next()
		}
		if len(n.list) == mostInNode {
			s.broken("这一列有 %d 项以上", mostInNode)
			return
		}
		n.list = append(n.list, s.node(is, depth-1))
	}
}

// key reads a key that begins with a token, and the colon after it.
func (s *scan) key(is byte) (string, bool) {
	if is != 's' {
		s.unexpected(is)
		return "", false
	}
	name := string(s.text)
	if colon := s.next(); colon != ':' {
		s.unexpected(colon)
		return "", false
	}
	return name, true
}

func (s *scan) unexpected(is byte) {
	switch is {
	case endOfText:
		s.broken("文件在这里断了，没有写完")
	case 's':
		s.broken("这里不该是文字：前面可能少了逗号或冒号")
	default:
		s.broken("这里的标点不对：逗号、冒号或括号多了或少了")
	}
}

// skip passes over a value that begins with a token, however deep it is.
func (s *scan) skip(is byte) {
	depth := 0
	for s.err == nil {
		switch is {
		case '{', '[':
			if depth++; depth > deepestPassed {
				s.broken("嵌套超过 %d 层", deepestPassed)
			}
		case '}', ']':
			depth--
		case endOfText:
			s.unexpected(is)
		}
		if depth <= 0 {
			return
		}
		is = s.next()
	}
}
