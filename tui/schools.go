package tui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// schools is one round's visits: state, progress, verdicts. It is filtered by
// name, code, full pinyin or initials as one types.
type schools struct {
	no      inspection.RoundNo
	here    inspection.VisitID // the selected visit
	rows    list
	sort    int // index into schoolsWords.sorted
	asking  bool
	query   *input
	finder  *finder // over the names of ids, made when first asked
	ids     []inspection.VisitID
	ordered int // number of entries that ids rests on, plus one
	shown   []inspection.VisitID
	asked   string // the query that shown answers
}

func newSchools(a *App, n inspection.RoundNo) *schools {
	s := &schools{no: n, query: newInput("")}
	if p, ok := a.lastPlace(); ok && p.Round == n {
		s.here = p.visit()
	}
	s.refresh(a)
	s.seek()
	return s
}

func (s *schools) scope() scope              { return inSchools }
func (s *schools) round() inspection.RoundNo { return s.no }
func (s *schools) typing() bool              { return s.asking }
func (s *schools) find()                     { s.asking = true }

func (s *schools) title(a *App) string {
	r, _ := a.book.Round(s.no)
	return a.t.schools.title(r.Title)
}

// refresh reads the round's visits again when the book has changed.
func (s *schools) refresh(a *App) {
	if s.ordered != a.book.Len()+1 {
		s.ordered, s.finder, s.shown = a.book.Len()+1, nil, nil
		visits := a.book.VisitsIn(s.no)
		s.ids = make([]inspection.VisitID, len(visits))
		for i, v := range visits {
			s.ids[i] = v.ID
		}
	}
	if s.shown == nil || s.asked != s.query.text() {
		s.show(a)
		s.seek()
	}
}

// show applies the query, or else the sorting.
func (s *schools) show(a *App) {
	s.asked = s.query.text()
	s.shown = make([]inspection.VisitID, 0, len(s.ids))
	if s.asked == "" {
		s.shown = append(s.shown, s.ids...)
		s.order(a)
		return
	}
	if s.finder == nil {
		names := make([]string, len(s.ids))
		for i, v := range s.ids {
			names[i] = a.book.School(v.School).Name + " " + string(v.School)
		}
		s.finder = newFinder(names)
	}
	for _, i := range s.finder.find(s.asked) {
		s.shown = append(s.shown, s.ids[i])
	}
}

func (s *schools) order(a *App) {
	key := func(v inspection.VisitID) int { return 0 }
	switch s.sort {
	case 1:
		key = func(v inspection.VisitID) int {
			n, of := a.progress(v)
			return -1000 * n / max(of, 1)
		}
	case 2:
		key = func(v inspection.VisitID) int { return -a.book.TallyOf(v).All.Verdicts[inspection.Unmet] }
	default:
		return
	}
	slices.SortStableFunc(s.shown, func(x, y inspection.VisitID) int { return cmp.Compare(key(x), key(y)) })
}

// seek puts the cursor on the visit it was on.
func (s *schools) seek() {
	if i := slices.Index(s.shown, s.here); i >= 0 {
		s.rows.at = i
	} else {
		s.rows.at = 0
	}
}

func (s *schools) do(a *App, act act) tea.Cmd {
	switch act {
	case actOpen:
		if s.refresh(a); len(s.shown) > 0 {
			s.asking = false
			s.here = s.shown[s.rows.at]
			a.open(a.visitAt(s.placeOf(a, s.here)))
		}
	case actSearch:
		s.find()
	case actSort:
		s.asking = false
		s.sort = (s.sort + 1) % len(a.t.schools.sorted)
		s.shown = nil
		a.say(a.t.schools.sorted[s.sort])
	case actHistory:
		if s.refresh(a); len(s.shown) > 0 {
			a.open(newHistoryOfSchool(a, s.shown[s.rows.at].School))
		}
	case actBack:
		s.escape(a)
	}
	return nil
}

// escape leaves the search first, then the page.
func (s *schools) escape(a *App) {
	if !s.asking && s.query.text() == "" {
		a.back()
		return
	}
	s.asking = false
	s.query.setText("")
}

// placeOf is where in the visit work goes on.
func (s *schools) placeOf(a *App, v inspection.VisitID) place {
	return a.placeIn(v)
}

func (s *schools) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if s.asking && s.query.press(k) {
		s.refresh(a)
		return nil
	}
	s.refresh(a)
	if s.rows.press(k, len(s.shown), s.height(a)) && len(s.shown) > 0 {
		s.here = s.shown[s.rows.at]
	}
	return nil
}

func (s *schools) paste(a *App, text string) {
	if s.asking {
		s.query.paste(text)
	}
}

// height is how many schools are in sight.
func (s *schools) height(a *App) int { return a.h - 5 }

func (s *schools) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	lines, cur := s.top(a, w)
	if len(s.shown) == 0 {
		words := a.t.schools.empty
		if s.asked != "" {
			words = a.t.schools.notIn
		}
		return append(lines, "", "  "+words), cur
	}
	lines = append(lines, s.head(a, w))
	first := len(lines)
	lines = append(lines, s.rows.draw(len(s.shown), h-first, func(i int, here bool) string {
		return a.look.row(s.row(a, s.shown[i], w-2), w, here)
	})...)
	if cur == nil {
		cur = tea.NewCursor(0, first+s.rows.at-s.rows.top)
	}
	return lines, cur
}

// top is the search line, or what is shown and how it is sorted.
func (s *schools) top(a *App, w int) ([]string, *tea.Cursor) {
	count := a.t.schools.count(len(s.shown), len(s.ids)) + " · " + a.t.schools.sorted[s.sort]
	if !s.asking && s.query.text() == "" {
		return []string{"  " + a.look.faint.Render(pad(count, w-2))}, nil
	}
	label := "  " + a.t.search
	room := w - width(label) - width(count) - 2
	text, cur := s.query.draw(room)
	if cur != nil {
		cur.X += width(label)
	}
	if !s.asking {
		cur = nil
	}
	return []string{label + pad(text, room) + " " + a.look.faint.Render(count)}, cur
}

// The fixed columns of the schools' table, in cells.
const (
	codeCol  = 6
	doneCol  = 8
	countCol = 4
)

// cols divides what the fixed columns leave between name and bar.
func (s *schools) cols(a *App, w int) (name, bar, state int) {
	for _, words := range []string{a.t.schools.planned, a.t.schools.begun, a.t.schools.finished} {
		state = max(state, width(words)+2)
	}
	room := w - codeCol - doneCol - 6*countCol - state - 3
	bar = min(max(room/4, 4), 30)
	return room - bar, bar, state
}

func (s *schools) head(a *App, w int) string {
	name, bar, _ := s.cols(a, w-2)
	line := blanks(2 + codeCol + name + 1 + bar + doneCol)
	for _, v := range inspection.Verdicts() {
		line += padLeft(v.Sign(), countCol)
	}
	return a.look.faint.Render(cut(line+padLeft(a.t.schools.findings, countCol), w))
}

func (s *schools) row(a *App, id inspection.VisitID, w int) string {
	nameCol, barCol, _ := s.cols(a, w)
	t := a.book.TallyOf(id)
	n, of := a.progress(id)
	name := a.book.School(id.School).Name
	if id.Kind != inspection.Routine {
		kind := fmt.Sprintf(a.t.schools.kind, id.Kind.In(a.lang))
		name = cut(name, nameCol-width(kind)) + kind
	}
	line := pad(string(id.School), codeCol) + pad(name, nameCol) + " " +
		pad(bar(float64(n), float64(max(of, 1)), barCol, a.look.ascii), barCol) +
		padLeft(fmt.Sprintf("%d/%d", n, of), doneCol)
	for _, v := range inspection.Verdicts() {
		line += padLeft(some(t.All.Verdicts[v]), countCol)
	}
	return line + padLeft(some(t.Findings), countCol) + "  " + s.state(a, id, t)
}

// some is a count, with nothing said of none.
func some(n int) string {
	if n == 0 {
		return "·"
	}
	return fmt.Sprint(n)
}

func (s *schools) state(a *App, id inspection.VisitID, t *inspection.VisitTally) string {
	switch {
	case a.finished(id):
		return "√ " + a.t.schools.finished
	case t.All.Any() || a.book.Visit(id).Begun != 0:
		return "> " + a.t.schools.begun
	}
	return "· " + a.t.schools.planned
}
