package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// sealed lays a visit's figures as they were sealed (封存时) beside those of now
// (更正后), over the list of what was changed since and why.
type sealed struct {
	visit inspection.VisitID
	here  inspection.Register
	top   int // first line of the list in sight

	read  int // entries that what follows rests on, plus one
	diffs []inspection.Difference
}

func newSealed(a *App, v inspection.VisitID) *sealed { return &sealed{visit: v} }

func (s *sealed) scope() scope              { return inSealed }
func (s *sealed) title(a *App) string       { return a.t.seal.compare }
func (s *sealed) round() inspection.RoundNo { return s.visit.Round }

func (s *sealed) refresh(a *App) {
	if s.read != a.book.Len()+1 {
		s.read = a.book.Len() + 1
		s.diffs = a.book.Differences(s.visit)
	}
}

func (s *sealed) at() int {
	return max(slices.IndexFunc(s.diffs, func(d inspection.Difference) bool { return d.Register == s.here }), 0)
}

func (s *sealed) do(a *App, act act) tea.Cmd {
	s.refresh(a)
	switch act {
	case actOpen:
		if len(s.diffs) > 0 {
			s.tell(a, s.diffs[s.at()].Register)
		}
	case actUnseal:
		a.unseal(s.visit)
	case actBack:
		a.back()
	}
	return nil
}

// tell opens the history of what a difference is about.
func (s *sealed) tell(a *App, r inspection.Register) {
	if f, ok := a.book.Finding(inspection.FindingID(r.ID)); ok {
		a.open(newHistory(a, a.t.findings.history(f.Title), func(a *App) []*inspection.Entry { return a.book.LogOfFinding(f.ID) }))
		return
	}
	a.open(newHistoryOf(a, s.visit, r.Item))
}

func (s *sealed) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a)
	l := list{at: s.at()}
	if l.press(k, len(s.diffs), max((a.h-12)/2, 2)) && len(s.diffs) > 0 {
		s.here = s.diffs[l.at].Register
	}
	return nil
}

func (s *sealed) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	t := &a.t.seal
	round, _ := a.book.Round(s.visit.Round)
	seal, is := a.book.SealAt(s.visit)
	if seal.Head == "" && !is {
		return []string{"", "  " + t.never}, nil
	}
	lines := []string{" " + a.look.strong.Render(a.schoolName(s.visit)) + " · " + round.Title}
	for _, l := range wrap(s.about(a, seal, is), w-2) {
		lines = append(lines, " "+l)
	}
	lines = append(append(lines, a.look.line(w)), s.figures(a, seal, w)...)
	lines = append(lines, a.look.line(w), " "+a.look.strong.Render(t.differ(len(s.diffs))))
	first := len(lines)
	rows, from, to := s.rows(a, w)
	room := h - first
	s.top = max(min(s.top, from), to-room)
	s.top = max(min(s.top, len(rows)-room), 0)
	lines = append(lines, rows[s.top:min(len(rows), s.top+room)]...)
	if len(rows) == 0 {
		return lines, nil
	}
	return lines, tea.NewCursor(0, first+from-s.top)
}

// about says when and by whom the visit was sealed, with which gaps, and over
// which entry.
func (s *sealed) about(a *App, seal inspection.SealOf, is bool) string {
	t := &a.t.seal
	words := t.reopened
	if is {
		words = t.sealed(seal.Day.String(), seal.By)
	}
	if seal.Why != "" {
		words += " · " + t.why + seal.Why
	}
	return words + " · " + t.head + seal.Head[:min(len(seal.Head), 16)]
}

// figures are two columns of numbers: as sealed, as they are now, and by how
// much they differ. What is and was nothing is left out.
func (s *sealed) figures(a *App, seal inspection.SealOf, w int) []string {
	t, now := &a.t.seal, a.book.Figures(s.visit)
	col := (w - 2) / 2
	cell := func(name, then, now, by string) string {
		return pad(name, col-22) + padLeft(then, 7) + padLeft(now, 7) + padLeft(by, 5) + blanks(3)
	}
	head := cell(t.figure, t.then, t.now, t.by)
	lines := []string{" " + a.look.faint.Render(head+head)}
	var cells []string
	for i, f := range now {
		if by := f.N - seal.Figures[i].N; by != 0 {
			cells = append(cells, a.look.strong.Render(cell(f.In(a.lang), fmt.Sprint(seal.Figures[i].N), fmt.Sprint(f.N), plus(by))))
		} else if f.N != 0 {
			cells = append(cells, cell(f.In(a.lang), fmt.Sprint(f.N), fmt.Sprint(f.N), ""))
		}
	}
	half := (len(cells) + 1) / 2
	for i := range half {
		line := " " + cells[i]
		if i+half < len(cells) {
			line += cells[i+half]
		}
		lines = append(lines, line)
	}
	return lines
}

// plus is a difference with its sign; nothing for none.
func plus(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%+d", n)
}

// rows are the differences, each with its reasons; from and to bound the one
// under the cursor.
func (s *sealed) rows(a *App, w int) (rows []string, from, to int) {
	t, at := &a.t.seal, s.at()
	for i, d := range s.diffs {
		if i == at {
			from = len(rows)
		}
		rows = append(rows, a.look.row(a.registerWords(d.Register), w, i == at))
		told := t.from(oneLine(a.book.SayValue(d.Register, d.From, a.lang)), oneLine(a.book.SayValue(d.Register, d.To, a.lang)))
		why := strings.Join(d.Reasons, listMark(a))
		if why == "" {
			why = t.noReason
		}
		for _, l := range append(wrap(told, w-6), wrap(t.reason+why, w-6)...) {
			rows = append(rows, "    "+l)
		}
		if i == at {
			to = len(rows)
		}
	}
	return rows, from, to
}

// registerWords name what a register holds, at a visit that is known.
func (a *App) registerWords(r inspection.Register) string {
	if r.Field == inspection.SealFigure {
		return inspection.Figure{Name: string(r.Item)}.In(a.lang)
	}
	words := r.Field.In(a.lang)
	if f, ok := a.book.Finding(inspection.FindingID(r.ID)); ok {
		return "“" + f.Title + "” " + words
	}
	if title := a.itemTitle(r.Visit.Round, r.Item); r.Item != "" && title != "" {
		return string(r.Item) + " " + title + " " + words
	}
	return words
}

// sealedRound lists a round's sealed visits, with how many figures and words
// were amended since.
type sealedRound struct {
	no   inspection.RoundNo
	here inspection.VisitID
	rows list

	read int // entries that what follows rests on, plus one
	all  []inspection.VisitID
	diff []int
}

func newSealedRound(a *App, n inspection.RoundNo) *sealedRound { return &sealedRound{no: n} }

func (s *sealedRound) scope() scope              { return inFigure }
func (s *sealedRound) title(a *App) string       { return a.t.seal.compare }
func (s *sealedRound) round() inspection.RoundNo { return s.no }

func (s *sealedRound) refresh(a *App) {
	if s.read == a.book.Len()+1 {
		return
	}
	s.read = a.book.Len() + 1
	s.all, s.diff = a.sealedIn(s.no), nil
	for _, v := range s.all {
		s.diff = append(s.diff, len(a.book.Differences(v)))
	}
	s.rows.at = max(slices.Index(s.all, s.here), 0)
}

// sealedIn are a round's sealed visits.
func (a *App) sealedIn(n inspection.RoundNo) []inspection.VisitID {
	var all []inspection.VisitID
	for _, v := range a.book.VisitsIn(n) {
		if _, sealed := a.book.SealAt(v.ID); sealed {
			all = append(all, v.ID)
		}
	}
	return all
}

func (s *sealedRound) do(a *App, act act) tea.Cmd {
	s.refresh(a)
	switch {
	case act == actBack:
		a.back()
	case act == actOpen && len(s.all) > 0:
		a.open(newSealed(a, s.all[s.rows.at]))
	}
	return nil
}

func (s *sealedRound) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a)
	if s.rows.press(k, len(s.all), a.h-5) && len(s.all) > 0 {
		s.here = s.all[s.rows.at]
	}
	return nil
}

func (s *sealedRound) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	t := &a.t.seal
	if len(s.all) == 0 {
		return []string{"", "  " + t.never}, nil
	}
	lines := []string{"  " + a.look.strong.Render(t.count(len(s.all), a.book.TallyRound(s.no).Planned)), ""}
	lines = append(lines, s.rows.draw(len(s.all), h-2, func(i int, here bool) string {
		words := t.differ(s.diff[i])
		return a.look.row(pad(a.schoolName(s.all[i]), schoolCol(w))+" "+pad(a.sealedLine(s.all[i]), w-schoolCol(w)-width(words)-6)+" "+words, w, here)
	})...)
	return lines, tea.NewCursor(0, 2+s.rows.at-s.rows.top)
}
