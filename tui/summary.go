package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// The views of a summary, in the order of their digits.
const (
	viewAll = iota
	viewSections
	viewCommon
	viewHeat
	viewRounds
	summaryViews
)

// summary is a round in numbers, on five pages. Every number on them opens to
// what it was counted from.
type summary struct {
	no    inspection.RoundNo
	view  int
	pages [summaryViews]page
	heat  heat
	where where
}

func newSummary(a *App, n inspection.RoundNo) *summary { return &summary{no: n} }

func (s *summary) scope() scope {
	if s.view == viewHeat {
		return inHeat
	}
	return inSummary
}

func (s *summary) round() inspection.RoundNo { return s.no }

func (s *summary) title(a *App) string {
	r, _ := a.book.Round(s.no)
	return a.t.summary.title(r.Title)
}

func (s *summary) do(a *App, act act) tea.Cmd {
	switch act {
	case actOpen:
		s.open(a)
	case actView:
		s.view = (s.view + 1) % summaryViews
	case actRoundBack:
		s.turn(a, -1)
	case actRoundOn:
		s.turn(a, 1)
	case actLeft:
		s.heat.move(a, s.no, -1)
	case actRight:
		s.heat.move(a, s.no, 1)
	case actToggle:
		s.heat.rate = !s.heat.rate
	case actSealed:
		a.open(newSealedRound(a, s.no))
	case actBack:
		a.back()
	}
	return nil
}

// turn goes to a neighbouring round.
func (s *summary) turn(a *App, by int) {
	all := a.book.Rounds()
	i := slices.IndexFunc(all, func(r inspection.Round) bool { return r.No == s.no }) + by
	if i >= 0 && i < len(all) {
		s.no = all[i].No
	}
}

func (s *summary) open(a *App) {
	if s.view == viewHeat {
		s.heat.open(a, s.no)
		return
	}
	lines, p := s.lines(a, a.w), &s.pages[s.view]
	if p.settle(len(lines), 1, isHeading(lines)); p.at < len(lines) && !lines[p.at].heading() {
		a.open(newFigure(lines[p.at].ask))
	}
}

func (s *summary) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if i := digit(k); i >= 1 && i <= summaryViews {
		s.view = i - 1
		return nil
	}
	if s.view == viewHeat {
		s.heat.press(a, s.no, k)
		return nil
	}
	lines := s.lines(a, a.w)
	s.pages[s.view].press(k, len(lines), a.h-5, isHeading(lines))
	return nil
}

func (s *summary) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := []string{s.tabs(a, w), ""}
	if s.view == viewHeat {
		rows, cur := s.heat.draw(a, s.no, w, h-len(lines))
		if cur != nil {
			cur.Y += len(lines)
		}
		return append(lines, rows...), cur
	}
	if head := s.head(a, w); head != "" {
		lines[1] = head
	}
	below := s.below(a, w)
	first, rows, p := len(lines), s.lines(a, w), &s.pages[s.view]
	room := h - first - len(below)
	lines = append(lines, p.drawLines(a, rows, w, room)...)
	if len(below) > 0 {
		lines = append(exactly(lines, first+room), below...)
	}
	return lines, tea.NewCursor(0, first+p.at-p.top)
}

// tabs name the views by their digits, and the round among the others.
func (s *summary) tabs(a *App, w int) string {
	left := " "
	for i, name := range a.t.summary.views {
		if tab := fmt.Sprintf(" %d %s ", i+1, name); i == s.view {
			left += a.look.here.Render(tab)
		} else {
			left += tab
		}
	}
	r, _ := a.book.Round(s.no)
	right := "‹ " + r.Title + " › " + a.t.summary.total(a.book.TallyRound(s.no).Planned) + "  "
	return pad(left, w-width(right)) + a.look.strong.Render(right)
}

// head is the line above the rows: the names of columns.
func (s *summary) head(a *App, w int) string {
	switch s.view {
	case viewSections:
		return sectionHead(a, w)
	case viewCommon:
		return commonHead(a, w)
	case viewRounds:
		return s.roundsHead(a, w)
	}
	return ""
}

// lines are the rows of the view.
func (s *summary) lines(a *App, w int) []line {
	switch s.view {
	case viewSections:
		return sectionLines(a, s.no, w)
	case viewCommon:
		return commonLines(a, s.no, w, 1<<30)
	case viewRounds:
		return s.roundsLines(a, w)
	}
	return overviewLines(a, s.no, w)
}

// below is what the view says of the selected row, under the rows.
func (s *summary) below(a *App, w int) []string {
	if s.view != viewCommon {
		return nil
	}
	all := a.book.TallyRound(s.no).Common()
	if len(all) == 0 {
		return nil
	}
	it := all[max(min(s.pages[viewCommon].at, len(all)-1), 0)]
	return s.commonBelow(a, it, w)
}
