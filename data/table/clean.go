package table

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Words cleans a text as if it stood in a cell: no characters that hide or turn
// text about, ordinary blanks, one form for each character. Its lines stay.
func Words(s string) string { return words(s) }

// words cleans what stands in a cell and leaves its lines: no characters that
// hide or turn text about, ordinary blanks, one form for each character.
func words(s string) string {
	if plain(s) {
		return strings.Trim(s, " ")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Trim(norm.NFC.String(strings.Map(seen, s)), " \n")
}

// plain text is what most cells hold: nothing in it needs to be cleaned.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return plainHan(s)
		}
	}
	return true
}

func plainHan(s string) bool {
	for _, r := range s {
		han := r >= 0x4E00 && r < 0xA000 || r == '，' || r == '。' || r == '、' || r == '（' || r == '）'
		if !han && (r < ' ' || r >= 0x7f) {
			return false
		}
	}
	return true
}

func seen(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\r', r == '\v', r == '\f', r == 0x2028, r == 0x2029, r == 0x85:
		return '\n'
	case r == '\t', unicode.Is(unicode.Zs, r):
		return ' '
	case r == utf8.RuneError, unicode.IsControl(r), unseen(r):
		return -1
	}
	return r
}

// unseen characters hide in text or turn it about. The joiner U+200D holds some
// emoji and scripts together and stays.
func unseen(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF || r == 0x200B || r == 0xAD
}

// line is words on one line, with ordinary letters and digits. Signs stay as
// they were written: （ and ， belong to Chinese text.
func line(words string) string {
	if plain(words) {
		return words
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return ' '
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
			return r - '！' + '!'
		}
		return r
	}, words)
}

// headKey is the name of a column without what people add to it: blanks, stars,
// colons and the difference between （ and (.
func headKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '*', r == ':', r == '"', r == '“', r == '”', r == '#':
			return -1
		}
		return unicode.ToLower(r)
	}, width.Fold.String(s))
}

// bareKey is a head without the remark in brackets at its end: 学段(必填).
func bareKey(key string) string {
	if i := strings.IndexAny(key, "([【"); i > 0 && strings.HasSuffix(key, map[byte]string{'(': ")", '[': "]"}[key[i]]) {
		return key[:i]
	}
	return key
}

// coreKey is a head without the remarks in brackets within it: 学校(机构)标识码.
func coreKey(key string) string {
	for {
		i := strings.IndexByte(key, '(')
		j := strings.IndexByte(key, ')')
		if i < 0 || j < i {
			return key
		}
		key = key[:i] + key[j+1:]
	}
}

// halfKey is a text in half width and without blanks.
func halfKey(s string) string {
	return strings.Join(strings.Fields(width.Fold.String(s)), "")
}
