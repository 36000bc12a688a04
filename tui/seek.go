package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// seek finds an item of a visit by its code, its words or their pinyin.
type seek struct {
	v      *visit
	query  *input
	finder *finder
	codes  []inspection.ItemCode // as the finder was given them
	found  []inspection.ItemCode
	rows   list
}

func newSeek(v *visit) *seek {
	s := &seek{v: v, query: newInput("")}
	names := make([]string, len(v.points))
	for i, p := range v.points {
		s.codes = append(s.codes, p.item.Code)
		names[i] = p.item.Title + " " + string(p.item.Code)
	}
	s.finder = newFinder(names)
	s.find()
	s.rows.at = v.at()
	return s
}

func (s *seek) scope() scope        { return inText }
func (s *seek) title(a *App) string { return a.t.visit.seek.title }
func (s *seek) typing() bool        { return true }

// find takes the items that answer the query, all of them at first.
func (s *seek) find() {
	s.rows = list{}
	if s.query.text() == "" {
		s.found = s.codes
		return
	}
	s.found = nil
	for _, i := range s.finder.find(s.query.text()) {
		s.found = append(s.found, s.codes[i])
	}
	if q := keyText(s.query.text()); q != "" && q[0] >= '0' && q[0] <= '9' { // codes read in their order
		slices.SortFunc(s.found, inspection.CompareCodes)
	}
}

func (s *seek) do(a *App, act act) tea.Cmd {
	switch act {
	case actOK:
		if len(s.found) > 0 {
			a.back()
			s.v.move(a, s.found[s.rows.at])
		}
	case actBack:
		a.back()
	}
	return nil
}

func (s *seek) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "up", "down", "pgup", "pgdown":
		s.rows.press(k, len(s.found), a.h-4)
	default:
		if s.query.press(k) {
			s.find()
		}
	}
	return nil
}

func (s *seek) paste(a *App, text string) {
	s.query.paste(text)
	s.find()
}

func (s *seek) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	label := " " + a.t.search
	count := a.t.visit.seek.count(len(s.found), len(s.codes)) + " "
	room := w - width(label) - width(count) - 1
	field, cur := s.query.draw(room)
	if cur != nil {
		cur.X += width(label)
	}
	lines := []string{label + pad(field, room) + " " + a.look.faint.Render(count), a.look.line(w)}
	if len(s.found) == 0 {
		return append(lines, "", "  "+cut(a.t.visit.seek.none, w-2)), cur
	}
	return append(lines, s.rows.draw(len(s.found), h-len(lines), func(i int, here bool) string {
		return a.look.row(s.row(a, s.found[i]), w, here)
	})...), cur
}

func (s *seek) row(a *App, code inspection.ItemCode) string {
	words := pad(a.book.AnswerAt(s.v.id, code).Verdict.Sign(), 3) + pad(string(code), codeCol+1)
	if i := s.v.index(code); i >= 0 {
		words += s.v.points[i].item.Title
	}
	return words
}
