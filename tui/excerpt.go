package tui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// told is one line of what was found: where, and the words around what was
// looked for.
func (s *search) told(a *App, l *leaf, w int) string {
	where, name, text := s.words(a, l)
	label := max(14, min(w/4, 26))
	if l.kind == findSchool || l.kind == findItem {
		label = codeCol + 2
	}
	return pad(where, label) + " " + s.around(a, name, text, w-label-1)
}

// around is a name, and so much of a text as tells why it was found. What the
// words stand in gets the room.
func (s *search) around(a *App, name, text string, w int) string {
	at := s.first(text, false)
	switch {
	case name == "":
		return s.marked(a, text, w, false)
	case at < 0:
		return s.marked(a, name, w, true)
	case len(s.spans(name, true)) == 0:
		name = cut(name, w/2)
	default:
		name = s.marked(a, name, w, true)
	}
	if rest := w - width(name) - 3; rest > 12 {
		name += " · " + s.marked(a, text, rest, false)
	}
	return name
}

// words are what a leaf stands for: where it is, its name and its text.
func (s *search) words(a *App, l *leaf) (where, name, text string) {
	at := l.spot
	finding, _ := a.book.Finding(at.finding)
	switch l.kind {
	case findSchool:
		if one := a.book.School(at.visit.School); one != nil {
			return string(one.Code), one.Name, strings.Trim(one.Area+" "+one.Note, " ")
		}
	case findItem:
		if list := a.book.ChecklistOf(at.visit.Round); list != nil && list.Item(at.item) != nil {
			return string(at.item), list.Item(at.item).Title, itemText(list.Item(at.item))
		}
	case findFinding:
		name := finding.Title
		if printed := finding.Number.Printed; len(s.spans(printed, false)) > 0 {
			name = printed + " " + name
		}
		return a.schoolName(at.visit), name, finding.Facts + "\n" + finding.Basis
	case findMeasure:
		return a.schoolName(at.visit), "", measureText(a.book, &finding)
	case findNote:
		return string(at.item) + " " + a.schoolName(at.visit), "", a.book.AnswerAt(at.visit, at.item).Note
	case findEvidence:
		for _, e := range a.book.EvidenceAt(at.visit) {
			if e.ID == at.file {
				return a.schoolName(at.visit), "", strings.Trim(e.Caption+" "+e.Name, " ")
			}
		}
	}
	return "", a.t.hunt.gone, ""
}

// first is where the first of the words stands in a text, -1 when none does.
func (s *search) first(text string, pinyin bool) int {
	at := -1
	for i := range s.hunt.words {
		// Most often the word stands there as it is: no need to fold all of a long note.
		if k := strings.Index(text, s.hunt.words[i].text); k >= 0 && (at < 0 || k < at) {
			at = k
		}
	}
	if at < 0 {
		if found := s.spans(text, pinyin); len(found) > 0 {
			at = found[0].from
		}
	}
	return at
}

// ahead is how much of a text stands before the first word that was found.
const ahead = 12

// marked is so much of a text as w cells hold, with what was looked for in it
// between marks: brackets, so that they are seen without colour.
func (s *search) marked(a *App, text string, w int, pinyin bool) string {
	if from := s.first(text, pinyin) - ahead; from > ahead && width(text) > w {
		text = "…" + text[snap(text, from):]
	}
	text = fit(oneLine(text), 2*w)
	open, shut := "【", "】"
	if a.look.ascii {
		open, shut = "[", "]"
	}
	b, at := "", 0
	for _, f := range s.spans(text, pinyin) {
		b += text[at:f.from] + open + a.look.strong.Render(text[f.from:f.to]) + shut
		at = f.to
	}
	return cut(b+text[at:], w)
}

// span is a part of a text, in bytes.
type span struct{ from, to int }

// spans are the parts of a text that the words stand for.
func (s *search) spans(text string, pinyin bool) []span {
	signs := signsOf(text, pinyin)
	var all []span
	for i := range s.hunt.words {
		query := s.hunt.words[i].query
		for k := 0; k < len(signs); k++ {
			if n := standsFor(signs[k:], query); n > 0 {
				all = append(all, span{signs[k].at, signs[k+n-1].end})
				k += n - 1
			}
		}
	}
	slices.SortFunc(all, func(x, y span) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to)) })
	apart := all[:0]
	for _, f := range all {
		if n := len(apart); n == 0 || f.from >= apart[n-1].to {
			apart = append(apart, f)
		}
	}
	return apart
}

// placedSign is a sign of a text and where it stands.
type placedSign struct {
	hanzi
	at, end int
}

func signsOf(text string, pinyin bool) []placedSign {
	var all []placedSign
	for i, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		one := placedSign{hanzi: hanzi{r: folded(string(r))[0]}, at: i, end: i + len(string(r))}
		if pinyin {
			one.readings = readingsOf(r)
		}
		all = append(all, one)
	}
	return all
}

// standsFor is how many signs a query stands for from the first one on, 0 when
// it does not.
func standsFor(signs []placedSign, query []rune) int {
	if len(signs) == 0 {
		return 0
	}
	for take := reach(signs[0].hanzi, query); take > 0; take-- {
		if take == len(query) {
			return 1
		}
		if n := standsFor(signs[1:], query[take:]); n > 0 {
			return n + 1
		}
	}
	return 0
}

// The words that a list is searched by, for the search over everything.
func (s *schools) sought() string  { return s.query.text() }
func (f *findings) sought() string { return f.query.text() }
func (s *seek) sought() string     { return s.query.text() }
func (p *plan) sought() string     { return p.query.text() }
func (l *ledger) sought() string   { return l.query.text() }
func (p *pick) sought() string     { return p.query.text() }
