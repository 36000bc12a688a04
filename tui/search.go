package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// search looks for words in everything that the book holds, and goes there. It
// stays open below, so that Esc comes back to what was found.
type search struct {
	query *input
	hunt  *hunt
	read  int // entries that the hunt began with, plus one
	no    int // of the delay under way
	armed bool
	rows  page
	lines []foundLine
	shown [findKinds]int
	drawn map[int]string // lines that have been in sight, at a width of
	w     int
}

// foundLine is a heading, or a leaf that was found.
type foundLine struct {
	kind findKind
	leaf *leaf // nil: the heading of the kind
}

// searchTick keeps the numbers of its delays apart from those of drafts.
const searchTick = 1 << 20

func newSearch(words string) *search { return &search{query: newInput(words), no: searchTick} }

// searched is a screen whose own search can lead on to the search over all.
type searched interface{ sought() string }

// searchAll opens the search over everything, with the words of the list's own
// search if there are any.
func (a *App) searchAll() {
	if _, ok := a.top().(*search); ok {
		return
	}
	words := ""
	if l, ok := a.top().(searched); ok {
		words = l.sought()
	}
	a.open(newSearch(words))
}

func (s *search) scope() scope        { return inSearch }
func (s *search) title(a *App) string { return a.t.hunt.title }
func (s *search) typing() bool        { return true }

// begin starts a hunt. Most are over at once; of others the first slice is
// shown, and the rest comes between keys.
func (s *search) begin(a *App) {
	if a.corpus == nil {
		a.corpus = &corpus{}
	}
	s.read = a.book.Len() + 1
	s.hunt = newHunt(a.corpus, a.book, s.query.text())
	s.hunt.slice(a.book)
	s.list()
}

func (s *search) refresh(a *App) {
	if s.hunt == nil || s.read != a.book.Len()+1 {
		s.begin(a)
	}
}

// work asks for the next slice, if there is more to look through.
func (s *search) work(a *App) tea.Cmd {
	if s.refresh(a); s.hunt.whole() || s.armed {
		return nil
	}
	s.armed = true
	s.no++
	return a.after(0, s.no)
}

func (s *search) tick(a *App, t tickMsg) tea.Cmd {
	if !s.armed || t.id != s.no {
		return nil
	}
	s.armed = false
	s.refresh(a)
	s.hunt.slice(a.book)
	if s.hunt.whole() || len(s.lines) < a.h {
		s.list()
	}
	return nil
}

// list makes lines of what has been found so far.
func (s *search) list() {
	s.lines, s.shown, s.drawn = s.lines[:0], [findKinds]int{}, nil
	for kind := range findKinds {
		found := s.hunt.found(kind)
		if len(found) == 0 {
			continue
		}
		s.shown[kind] = len(found)
		s.lines = append(s.lines, foundLine{kind: kind})
		for i := range found {
			s.lines = append(s.lines, foundLine{kind, &found[i]})
		}
	}
	s.rows.settle(len(s.lines), 1, s.heading)
}

func (s *search) heading(i int) bool { return s.lines[i].leaf == nil }

func (s *search) do(a *App, act act) tea.Cmd {
	switch act {
	case actOpen:
		if s.rows.at < len(s.lines) && !s.heading(s.rows.at) {
			s.jump(a, s.lines[s.rows.at].leaf)
		}
	case actNext:
		s.nextKind(a)
	case actBack:
		a.back()
	}
	return nil
}

// nextKind goes to the first of the next kind.
func (s *search) nextKind(a *App) {
	for step := 1; step < len(s.lines); step++ {
		if i := (s.rows.at + step) % len(s.lines); s.heading(i) {
			s.rows.at = i + 1
			return
		}
	}
}

func (s *search) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if k.Text == "" && k.String() != "home" && k.String() != "end" && s.rows.press(k, len(s.lines), a.h-4, s.heading) {
		return nil
	}
	if s.query.press(k) {
		s.rows = page{}
		s.begin(a)
	}
	return nil
}

func (s *search) paste(a *App, text string) {
	s.query.paste(text)
	s.rows = page{}
	s.begin(a)
}

// jump goes to what was found.
func (s *search) jump(a *App, l *leaf) {
	switch at := l.spot; l.kind {
	case findSchool:
		if v, ok := a.latest(at.visit.School); ok {
			a.openVisit(v, "")
			return
		}
		a.say(a.t.hunt.nobody)
	case findItem:
		a.openVisit(a.visitFor(at.visit.Round, at.item), at.item)
	case findMeasure:
		a.open(newRectify(a, at.finding))
	case findFinding:
		a.open(newSheet(a, at.finding))
	case findNote:
		a.openVisit(at.visit, at.item)
	case findEvidence:
		if at.finding != "" {
			a.open(newSheet(a, at.finding))
			return
		}
		a.openVisit(at.visit, at.item)
	}
}

// openVisit opens a visit at an item; an item that does not apply there has
// only its history.
func (a *App) openVisit(v inspection.VisitID, item inspection.ItemCode) {
	if item != "" && !a.applies(v, item) {
		a.open(newHistoryOf(a, v, item))
		return
	}
	a.open(a.visitAt(place{Round: v.Round, Kind: v.Kind, School: v.School, Item: item}))
}

// latest is a school's visit of the latest round in which there is work, or else
// in which one is planned.
func (a *App) latest(code inspection.SchoolCode) (inspection.VisitID, bool) {
	var last inspection.VisitID
	begun := false
	for _, v := range a.book.VisitsTo(code) {
		if v.ID.Kind == inspection.LookBack {
			continue
		}
		if now := a.book.TallyOf(v.ID).Begun; now || !begun {
			last, begun = v.ID, begun || now
		}
	}
	return last, last.School != ""
}

// visitFor is the visit at which an item is looked at: the one that is open, or
// where work was left, or the first of the round.
func (a *App) visitFor(round inspection.RoundNo, item inspection.ItemCode) inspection.VisitID {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if v, ok := a.stack[i].(*visit); ok && a.applies(v.id, item) {
			return v.id
		}
	}
	if p, ok := a.lastPlace(); ok && a.applies(p.visit(), item) {
		return p.visit()
	}
	var first inspection.VisitID
	for _, v := range a.book.VisitsIn(round) {
		if !a.applies(v.ID, item) {
			continue
		}
		if a.book.TallyOf(v.ID).Begun {
			return v.ID
		}
		if first.School == "" {
			first = v.ID
		}
	}
	return first
}

func (s *search) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	if s.w != w || s.drawn == nil {
		s.w, s.drawn = w, map[int]string{}
	}
	lines, cur := a.searchLine(s.query, true, s.summed(a), w)
	lines = append(lines, a.look.line(w))
	switch {
	case s.query.text() == "":
		for _, words := range a.t.hunt.how {
			for _, l := range wrap(words, w-4) {
				lines = append(lines, "  "+l)
			}
		}
		return lines, cur
	case len(s.lines) == 0 && s.hunt.whole():
		return append(lines, "", "  "+a.t.hunt.none), cur
	}
	return append(lines, s.rows.draw(len(s.lines), h-len(lines), s.heading, func(i int, here bool) string {
		return a.row(s.line(a, i, w-2), w, here)
	})...), cur
}

// summed tells how much was found, or how far the search is.
func (s *search) summed(a *App) string {
	n := 0
	for _, k := range s.hunt.counts {
		n += k
	}
	words := a.t.hunt.count(n)
	if !s.hunt.whole() {
		words = a.t.hunt.going(s.hunt.share())
	}
	return words
}

// line is a line as it was drawn before, or is drawn now.
func (s *search) line(a *App, i, w int) string {
	words, ok := s.drawn[i]
	if !ok {
		if words = s.head(a, s.lines[i].kind); !s.heading(i) {
			words = s.told(a, s.lines[i].leaf, w)
		}
		s.drawn[i] = words
	}
	return words
}

// head is the heading of a kind: what it is and how many.
func (s *search) head(a *App, kind findKind) string {
	n := s.hunt.counts[kind]
	words := fmt.Sprint(n)
	if s.shown[kind] < n && s.hunt.whole() {
		words = a.t.hunt.of(n, s.shown[kind])
	}
	return a.look.strong.Render(a.t.hunt.kinds[kind] + " " + words)
}
