package table

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"xuncha/data/bilingual"
)

// decode makes text of the bytes of a file. Lines that end in CR alone, as old
// Macs write them, end in LF afterwards.
func decode(raw []byte) (text string, says bilingual.Text) {
	text, says = written(raw)
	if i := strings.IndexAny(text, "\r\n"); i < 0 || text[i] == '\n' || strings.Contains(text, "\r\n") {
		return text, says
	}
	return strings.ReplaceAll(text, "\r", "\n"), says
}

// written is the text as the bytes of a file hold it: UTF-16 or UTF-8 by their marks, else
// UTF-8 when it is, else GB18030 when that reads whole. The answer is empty and
// a sentence when it is none of them.
func written(raw []byte) (text string, says bilingual.Text) {
	if order := utf16Order(raw); order != nil {
		return fromUTF16(raw[2:], order), says
	}
	rest, marked := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(rest) {
		if text := string(rest); marked || !misread(text) {
			return text, says
		}
	}
	if !marked {
		text, ok := fromGB18030(rest)
		switch {
		case ok:
			return text, says
		case utf8.Valid(rest):
			return string(rest), says
		}
	}
	return "", say("第%d行：文字既不是 UTF-8 也不是 GBK（GB18030）编码；请用 Excel 或 WPS 打开后另存为 .xlsx", brokenLine(rest))
}

func utf16Order(raw []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return binary.LittleEndian
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return binary.BigEndian
	}
	return nil
}

func fromUTF16(raw []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

func fromGB18030(raw []byte) (string, bool) {
	b, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(b, utf8.RuneError) {
		return "", false
	}
	return string(b), true
}

// misread is true for UTF-8 that is more likely GBK: one or two 汉字 in GBK can
// be valid UTF-8 (校 is D0 A3, У). Then nothing of it is Chinese, and all of it
// is when read as GB18030.
func misread(text string) bool {
	other := false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			return false
		case r >= utf8.RuneSelf:
			other = true
		}
	}
	if !other {
		return false
	}
	again, ok := fromGB18030([]byte(text))
	return ok && !strings.ContainsFunc(again, func(r rune) bool {
		return r >= utf8.RuneSelf && !unicode.Is(unicode.Han, r) && !unicode.IsPunct(r)
	})
}

// brokenLine is the first line that is not UTF-8.
func brokenLine(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return 1 + bytes.Count(raw[:i], []byte("\n"))
		}
		i += n
	}
	return 1
}
