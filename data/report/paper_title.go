package report

import (
	"strings"
	"unicode/utf8"

	"xuncha/data/docx"
)

// titleLine is how many characters of a title's size go on a line.
const titleLine = 18

// title is the title in two parts, on one line where it is short enough. A long
// part is broken between words, into lines of about one length, as the standard
// for official papers wants it.
func (s *sheet) title(part, rest string) {
	if utf8.RuneCountInString(part+rest) <= titleLine {
		s.say(docx.Title, "%s", part+rest)
		return
	}
	var lines []string
	for _, p := range []string{part, rest} {
		if p != "" {
			lines = append(lines, broken(p)...)
		}
	}
	s.say(docx.Title, "%s", strings.Join(lines, "\n"))
}

// broken parts a text that is longer than a line in the best of the places where
// it may be parted, or in the middle.
func broken(text string) []string {
	runes := []rune(text)
	if len(runes) <= titleLine {
		return []string{text}
	}
	best := len(runes) / 2
	if at := bestBreak(runes); at > 0 {
		best = at
	}
	return append(broken(string(runes[:best])), broken(string(runes[best:]))...)
}

// bestBreak is the place after 和, 的 and the like, or before a bracket, that
// lies nearest to the middle; 0 where there is none in the middle half.
func bestBreak(runes []rune) int {
	best, middle := 0, len(runes)/2
	for i := len(runes) / 4; i <= len(runes)*3/4; i++ {
		may := i > 0 && strings.ContainsRune("和与及的、，区县市校园", runes[i-1]) || strings.ContainsRune("（〔《“", runes[i])
		if may && (best == 0 || distance(i, middle) < distance(best, middle)) {
			best = i
		}
	}
	return best
}

func distance(x, y int) int { return max(x-y, y-x) }
