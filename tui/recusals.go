package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// recusals lists the ties of a round's teams to the schools that they visit,
// and what is unusual about the teams.
type recusals struct {
	no   inspection.RoundNo
	rows page

	read  int // entries that it rests on, plus one
	lines []tieLine
}

// tieLine is a heading, a tie or a hint. Without a tie the cursor passes over
// it.
type tieLine struct {
	words string
	tie   inspection.Recusal
}

func newRecusals(a *App, no inspection.RoundNo) *recusals { return &recusals{no: no} }

func (s *recusals) scope() scope              { return inRecusals }
func (s *recusals) round() inspection.RoundNo { return s.no }
func (s *recusals) heading(i int) bool        { return s.lines[i].tie.Why == 0 }

func (s *recusals) title(a *App) string {
	r, _ := a.book.Round(s.no)
	return a.t.teams.recusals + " · " + r.Title
}

func (s *recusals) refresh(a *App) {
	if s.read == a.book.Len()+1 {
		return
	}
	s.read, s.lines = a.book.Len()+1, nil
	t, all := &a.t.teams, a.book.Recusals(s.no)
	strong := slices.IndexFunc(all, func(r inspection.Recusal) bool { return !r.Why.Weak() })
	s.lines = append(s.lines, tieLine{words: t.tiesTo})
	if strong < 0 {
		s.lines = append(s.lines, tieLine{words: "  " + t.noTies})
	}
	s.list(a, all, false)
	if slices.ContainsFunc(all, func(r inspection.Recusal) bool { return r.Why.Weak() }) {
		s.lines = append(s.lines, tieLine{}, tieLine{words: t.tiesWithin})
		s.list(a, all, true)
	}
	s.hints(a)
}

func (s *recusals) list(a *App, all []inspection.Recusal, weak bool) {
	for _, r := range all {
		if r.Why.Weak() == weak {
			s.lines = append(s.lines, tieLine{a.book.SayRecusal(r, a.lang), r})
		}
	}
}

// hints tells what is unusual about the teams.
func (s *recusals) hints(a *App) {
	t, first := &a.t.teams, true
	for _, team := range a.book.TeamsIn(s.no) {
		for _, h := range team.Hints() {
			if first {
				s.lines = append(s.lines, tieLine{}, tieLine{words: t.hints})
				first = false
			}
			s.lines = append(s.lines, tieLine{words: "  " + a.t.plan.team(team.No) + " · " + h.In(a.lang)})
		}
	}
}

func (s *recusals) do(a *App, act act) tea.Cmd {
	s.refresh(a)
	switch act {
	case actRoundBack:
		s.to(a, -1)
	case actRoundOn:
		s.to(a, 1)
	case actTeams:
		a.beside(func(s screen) bool { _, ok := s.(*teams); return ok }, func() screen { return newTeams(a, s.no) })
	case actOpen:
		if s.rows.at < len(s.lines) && !s.heading(s.rows.at) {
			p := newPlan(a)
			p.no, p.school = s.no, s.lines[s.rows.at].tie.School
			a.page(p)
		}
	case actBack:
		a.back()
	}
	return nil
}

func (s *recusals) to(a *App, by int) {
	s.no, s.read, s.rows = a.roundBeside(s.no, by), 0, page{}
}

// roundBeside is the round before or after one; at the ends the one itself.
func (a *App) roundBeside(no inspection.RoundNo, by int) inspection.RoundNo {
	all := a.book.Rounds()
	i := slices.IndexFunc(all, func(r inspection.Round) bool { return r.No == no }) + by
	if i < 0 || i >= len(all) {
		return no
	}
	return all[i].No
}

func (s *recusals) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a)
	s.rows.press(k, len(s.lines), a.h-5, s.heading)
	return nil
}

func (s *recusals) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	lines := []string{"  " + a.look.faint.Render(cut(a.t.teams.recusalsHow, w-4)), a.look.line(w)}
	first := len(lines)
	lines = append(lines, s.rows.draw(len(s.lines), h-first, s.heading, func(i int, here bool) string {
		l := s.lines[i]
		if s.heading(i) {
			return "  " + cut(l.words, w-4)
		}
		sign := "! "
		if l.tie.Why.Weak() {
			sign = "· "
		}
		return a.look.row(sign+l.words, w, here && !s.heading(i))
	})...)
	return lines, tea.NewCursor(0, first+s.rows.at-s.rows.top)
}
