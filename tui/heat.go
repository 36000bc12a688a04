package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// heat is the map of schools × sections. A cell has the number of 不符合, or the
// 符合率, and the colour of the share of 不符合; both stay beside the names of
// schools and under the numbers of sections however far one scrolls.
type heat struct {
	here    inspection.VisitID
	section int // number of the section under the cursor
	left    int // first section in sight
	rate    bool
	rows    list

	// What follows is read again when the book or the round has changed.
	read   int // entries that it rests on, plus one
	of     inspection.RoundNo
	visits []inspection.Visit // the book's own

	ink heatInk
}

// heatInk is what the cells are painted with, by shade.
type heatInk struct {
	shades [5]paint
	here   paint
}

func newHeatInk(l look) heatInk {
	ink := heatInk{here: newPaint(l.here)}
	for i := range ink.shades {
		ink.shades[i] = newPaint(l.heat[i])
	}
	ink.shades[0] = newPaint(l.faint)
	return ink
}

func (m *heat) refresh(a *App, n inspection.RoundNo) {
	if m.read == a.book.Len()+1 && m.of == n {
		return
	}
	m.read, m.of = a.book.Len()+1, n
	m.visits = slices.DeleteFunc(slices.Clone(a.book.VisitsIn(n)), func(v inspection.Visit) bool {
		return v.ID.Kind == inspection.LookBack // answers no checklist
	})
	if i := slices.IndexFunc(m.visits, func(v inspection.Visit) bool { return v.ID == m.here }); i >= 0 {
		m.rows.at = i
	}
	m.keepHere()
}

// keepHere remembers the visit under the cursor by its name.
func (m *heat) keepHere() {
	m.rows.at = max(min(m.rows.at, len(m.visits)-1), 0)
	if len(m.visits) > 0 {
		m.here = m.visits[m.rows.at].ID
	}
}

func (m *heat) sections(a *App) []inspection.Section {
	if list := a.book.ChecklistOf(m.of); list != nil {
		return list.Sections
	}
	return nil
}

// col is the place of the section under the cursor.
func (m *heat) col(sections []inspection.Section) int {
	return max(slices.IndexFunc(sections, func(s inspection.Section) bool { return s.Number == m.section }), 0)
}

// move goes to the section beside.
func (m *heat) move(a *App, n inspection.RoundNo, by int) {
	m.refresh(a, n)
	if all := m.sections(a); len(all) > 0 {
		m.section = all[max(0, min(m.col(all)+by, len(all)-1))].Number
	}
}

func (m *heat) press(a *App, n inspection.RoundNo, k tea.KeyPressMsg) {
	m.refresh(a, n)
	m.rows.press(k, len(m.visits), a.h-9)
	m.keepHere()
}

func (m *heat) open(a *App, n inspection.RoundNo) {
	m.refresh(a, n)
	if all := m.sections(a); len(all) > 0 && len(m.visits) > 0 {
		a.open(newFigure(ask{rule: inspection.MetRule, round: n, visit: m.here, section: all[m.col(all)].Number}))
	}
}

// The columns of the map, in cells.
const heatTotal = 5

func heatName(w int) int { return max(20, min(w/5, 28)) }

// cellWidth is as wide as lets all sections be seen, within reason.
func (m *heat) cellWidth(w, sections int) int {
	least := 3
	if m.rate {
		least = 4
	}
	return max(least, min((w-2-heatName(w)-heatTotal)/max(sections, 1), 6))
}

func (m *heat) draw(a *App, n inspection.RoundNo, w, h int) ([]string, *tea.Cursor) {
	m.refresh(a, n)
	sections := m.sections(a)
	if len(m.visits) == 0 || len(sections) == 0 {
		return []string{"  " + a.t.schools.empty}, nil
	}
	cells := m.cellWidth(w, len(sections))
	seen := min(len(sections), (w-2-heatName(w)-heatTotal)/cells)
	col := m.col(sections)
	m.left = max(col-seen+1, min(m.left, col, len(sections)-seen), 0)
	shown := sections[m.left:min(m.left+seen, len(sections))]

	lines := append(m.legend(a, sections[col], w), m.numbers(a, shown, cells, w))
	first := len(lines)
	m.ink = newHeatInk(a.look)
	lines = append(lines, m.rows.draw(len(m.visits), h-first-1, func(i int, here bool) string {
		return m.row(a, m.visits[i].ID, shown, sections[col].Number, cells, w, here)
	})...)
	lines = append(exactly(lines, h-1), m.foot(a, len(sections), len(shown)))
	at := 2 + heatName(w) + heatTotal + (col-m.left)*cells
	return lines, tea.NewCursor(at, first+m.rows.at-m.rows.top)
}

// legend says in words what is under the cursor.
func (m *heat) legend(a *App, sec inspection.Section, w int) []string {
	t := a.book.TallyOf(m.here)
	say := a.t.summary.heatNone
	if one := t.Sections[sec.Number]; one != nil && one.Judged() > 0 {
		say = a.t.summary.heatCell(one.Verdicts[inspection.Unmet], one.Judged(), a.percent(one.Met()), t.Found[sec.Number])
	}
	where := fmt.Sprintf("%s · %d %s", a.schoolName(m.here), sec.Number, sec.Name)
	return []string{"  " + a.look.strong.Render(cut(where, w-4)), "  " + cut(say, w-4)}
}

// numbers is the head of the columns; the one under the cursor is marked.
func (m *heat) numbers(a *App, shown []inspection.Section, cells, w int) string {
	s := pad("  "+m.unit(a), 2+heatName(w)) + padLeft(a.t.summary.all, heatTotal)
	for i, sec := range shown {
		text := padLeft(fmt.Sprint(sec.Number), cells)
		if sec.Number == m.section || m.section == 0 && i == 0 {
			text = padLeft(a.look.here.Render(fmt.Sprintf("›%d", sec.Number)), cells)
		}
		s += text
	}
	return s
}

func (m *heat) unit(a *App) string {
	if m.rate {
		return a.t.summary.heatRate
	}
	return a.t.summary.heatCount
}

func (m *heat) row(a *App, v inspection.VisitID, shown []inspection.Section, at, cells, w int, here bool) string {
	t := a.book.TallyOf(v)
	name := pad(a.look.marker(here)+a.schoolName(v), 2+heatName(w))
	if here {
		name = a.look.strong.Render(name)
	}
	s := name + padLeft(m.number(t.All), heatTotal)
	if !t.Begun && !here {
		return s + "  " + a.look.faint.Render(a.t.schools.planned)
	}
	for _, sec := range shown {
		one := t.Sections[sec.Number]
		if one == nil {
			one = &inspection.Tally{}
		}
		s += m.cell(*one, cells, here && sec.Number == at)
	}
	return s
}

// cell is the number, with › before the one under the cursor.
func (m *heat) cell(t inspection.Tally, cells int, here bool) string {
	text, ink := m.number(t), m.ink.shades[0]
	if here {
		text, ink = "›"+text, m.ink.here
	} else if n := t.Judged(); n > 0 {
		ink = m.ink.shades[shade(float64(t.Verdicts[inspection.Unmet])/float64(n))]
	}
	return blanks(cells-width(text)) + ink.put(text)
}

// number is what a cell shows: a dot where nothing was judged yet, nothing where
// nothing applies.
func (m *heat) number(t inspection.Tally) string {
	share, judged := t.Met().Share()
	switch {
	case t.Applicable == 0:
		return ""
	case !judged:
		return "·"
	case m.rate:
		return fmt.Sprintf("%.0f", 100*share)
	}
	return fmt.Sprint(t.Verdicts[inspection.Unmet])
}

// foot explains the colours, and counts the columns out of sight.
func (m *heat) foot(a *App, all, shown int) string {
	s := "  " + a.t.summary.shades + "  " + a.look.faint.Render("0")
	for i, words := range []string{"≤25%", "≤50%", "≤75%", ">75%"} {
		s += "  " + a.look.heat[i+1].Render(words)
	}
	if all > shown {
		s += "   " + a.t.summary.rest(m.left, all-shown-m.left)
	}
	return s
}
