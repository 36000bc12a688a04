package main

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"xuncha/data"
	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// typed is one verdict as it was typed back from paper, and where. It has no
// verdict where the paper has none after all.
type typed struct {
	verdict      inspection.Verdict
	line, column int
}

// pass is one typing of a paper checklist.
type pass struct {
	all  map[int]typed // by the number (序号) of the item
	last int           // the number typed last; 0: none; lost: who knows
}

// lost is the number after a word that could not be read: verdicts alone that
// follow it could be anybody's, and are not told as wrong besides.
const lost = -1

// paperReader reads what is typed back from the checklist of one visit: 12-3
// gives item 12 the third verdict; a verdict alone is that of the next item.
type paperReader struct {
	say     *typingWords
	list    *inspection.Checklist
	applies []bool       // by number, from 1
	only    map[int]bool // numbers that may be typed; nil: all
}

func newPaperReader(say *typingWords, list *inspection.Checklist, s *inspection.School) *paperReader {
	r := &paperReader{say: say, list: list, applies: []bool{false}}
	list.Items(func(_ *inspection.Section, it *inspection.Item) {
		r.applies = append(r.applies, it.Applies.Of(s) != inspection.No)
	})
	return r
}

// typedLine reads one line into a pass, and tells all that is wrong with it.
func (r *paperReader) typedLine(p *pass, number int, text string) (faults []data.FaultAt) {
	for _, w := range wordsOf(text) {
		if says := r.word(p, w.text, number, w.column); says != "" {
			faults = append(faults, data.FaultAt{Line: number, Column: w.column, Says: bilingual.Same(says)})
		}
	}
	return faults
}

// word is a piece of a line, and the character at which it begins.
type word struct {
	text   string
	column int
}

// wordsOf parts a line at blanks, commas and 、; digits and signs of full width
// are as good as others.
func wordsOf(line string) (all []word) {
	column, inside := 0, false
	for _, r := range line {
		column++
		if unicode.IsSpace(r) || strings.ContainsRune(",，、;；。", r) {
			inside = false
			continue
		}
		if !inside {
			all, inside = append(all, word{column: column}), true
		}
		if r == '—' || r == '–' || r == '−' || r == 'ー' {
			r = '-'
		}
		all[len(all)-1].text += width.Fold.String(string(r))
	}
	return all
}

// word reads one verdict, or says why it cannot be.
func (r *paperReader) word(p *pass, text string, line, column int) string {
	number, verdict, ok := r.split(p, text)
	if !ok {
		p.last = lost
		return sentence(r.say.strange, shown(text, 20))
	}
	if number == lost {
		return ""
	}
	p.last = number
	switch before, twice := p.all[number]; {
	case number == 0:
		return r.say.noneBefore
	case number >= len(r.applies):
		p.last = lost
		return sentence(r.say.noNumber, shown(text, 20), len(r.applies)-1)
	case !r.applies[number]:
		return sentence(r.say.notHere, number, shown(r.list.At(number).Title, 40))
	case r.only != nil && !r.only[number]:
		return sentence(r.say.notAsked, number)
	case verdict == "0" && r.only != nil:
		p.all[number] = typed{line: line, column: column}
		return ""
	case len(verdict) != 1 || verdict < "1" || verdict > "5":
		return sentence(r.say.noVerdict, shown(verdict, 10))
	case twice:
		return sentence(r.say.twice, number, before.line, before.column)
	}
	p.all[number] = typed{inspection.Verdicts()[verdict[0]-'1'], line, column}
	return ""
}

// split parts 12-3 into its number and its verdict. A digit alone belongs to
// the next item that applies; the number is 0 where there is none before it.
func (r *paperReader) split(p *pass, text string) (number int, verdict string, ok bool) {
	before, after, dashed := strings.Cut(text, "-")
	after = strings.TrimLeft(after, "-")
	if !dashed {
		return r.next(p), text, len(text) == 1 && digits(text)
	}
	return numberOf(before), after, digits(before) && digits(after)
}

func (r *paperReader) next(p *pass) int {
	if p.last <= 0 {
		return p.last
	}
	for n := p.last + 1; n < len(r.applies); n++ {
		if r.applies[n] {
			return n
		}
	}
	return len(r.applies)
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// numberOf is a number as it stands on paper; what is none is far above all.
func numberOf(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n == 0 {
		return math.MaxInt
	}
	return n
}

// mostTyped bounds what comes from a pipe: far above any checklist.
const mostTyped = 1 << 20

// blocks parts lines at empty ones.
func blocks(text string) (all [][]inputLine) {
	number, open := 0, false
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		number++
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) == "" {
			open = false
			continue
		}
		if !utf8.ValidString(line) {
			line = strings.ToValidUTF8(line, "\uFFFD")
		}
		if !open {
			all, open = append(all, nil), true
		}
		last := len(all) - 1
		all[last] = append(all[last], inputLine{number: number, text: []byte(line)})
	}
	return all
}
