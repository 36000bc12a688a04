package tui

import (
	"strings"

	"github.com/rivo/uniseg"
)

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
