package inspection

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the longest note or account of facts, in characters: what the
// known finding forms allow. MaxTitle is the longest name or title.
const (
	MaxText  = 20_000
	MaxTitle = 200
)

// Clean is s without what no paper can carry: control and bidirectional
// characters and broken UTF-8. Line ends become \n and tabs a blank. The rest
// is kept as typed.
func Clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r':
			return '\n'
		case r == '\t':
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), unseen(r):
			return -1
		}
		return r
	}, s)
}

// unseen characters turn the text around them about, or hide in it. The joiner
// U+200D stays: it holds some emoji and scripts together.
func unseen(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0x200E, r == 0x200F, r == 0x061C, r == 0xFEFF, r == 0x200B, r == 0x2028, r == 0x2029:
		return true
	}
	return false
}

// text cleans what somebody wrote and refuses what is too long.
func text(s string, most int) (string, error) {
	s = strings.TrimSpace(Clean(s))
	if utf8.RuneCountInString(s) > most {
		return "", refuse(TooLong, "")
	}
	return s, nil
}

// line cleans what has to be one line and must not be empty.
func line(s string) (string, error) {
	s, err := text(strings.ReplaceAll(Clean(s), "\n", " "), MaxTitle)
	if err == nil && s == "" {
		err = refuse(EmptyText, "")
	}
	return s, err
}
