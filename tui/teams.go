package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// teams lists the members by their teams in a round, and those in none.
type teams struct {
	no   inspection.RoundNo
	here inspection.MemberID // under the cursor; empty: the row that enters one
	rows page

	read  int // entries that it rests on, plus one
	lines []teamLine
	tied  map[inspection.MemberID]bool
}

// teamLine is a heading, a member, or the row that enters one.
type teamLine struct {
	head   string
	member inspection.Member
	role   inspection.Role
	team   int
	add    bool
}

func newTeams(a *App, no inspection.RoundNo) *teams { return &teams{no: no} }

func (s *teams) scope() scope              { return inTeams }
func (s *teams) round() inspection.RoundNo { return s.no }
func (s *teams) heading(i int) bool        { return s.lines[i].member.ID == "" && !s.lines[i].add }

func (s *teams) title(a *App) string {
	r, _ := a.book.Round(s.no)
	return a.t.teams.title + " · " + r.Title
}

func (s *teams) refresh(a *App) {
	if s.read == a.book.Len()+1 {
		return
	}
	s.read, s.lines, s.tied = a.book.Len()+1, nil, map[inspection.MemberID]bool{}
	for _, r := range a.book.Recusals(s.no) {
		if !r.Why.Weak() {
			s.tied[r.Member] = true
		}
	}
	posted := map[inspection.MemberID]bool{}
	for _, team := range a.book.TeamsIn(s.no) {
		s.lines = append(s.lines, teamLine{head: s.head(a, &team)})
		for _, m := range team.Members {
			posted[m.ID] = true
			s.lines = append(s.lines, teamLine{member: m.Member, role: m.Role, team: team.No})
		}
	}
	s.rest(a, posted)
	s.seek()
}

// rest lists who is in no team, and the row that enters somebody.
func (s *teams) rest(a *App, posted map[inspection.MemberID]bool) {
	first := true
	for _, m := range a.book.Members() {
		if posted[m.ID] {
			continue
		}
		if first {
			s.lines = append(s.lines, teamLine{head: a.t.teams.inNone})
			first = false
		}
		s.lines = append(s.lines, teamLine{member: m})
	}
	s.lines = append(s.lines, teamLine{add: true})
}

// head is a team's number, size, visits and what is unusual about it.
func (s *teams) head(a *App, team *inspection.Team) string {
	words := a.t.teams.head(team.No, len(team.Members), team.Visits)
	for _, h := range team.Hints() {
		words += " · " + h.In(a.lang)
	}
	return words
}

func (s *teams) seek() {
	if i := slices.IndexFunc(s.lines, func(l teamLine) bool { return l.member.ID == s.here && !(l.head != "") }); i >= 0 && s.here != "" {
		s.rows.at = i
	}
	s.rows.settle(len(s.lines), 1, s.heading)
	s.keepHere()
}

func (s *teams) keepHere() { s.here = s.lines[s.rows.at].member.ID }

func (s *teams) do(a *App, act act) tea.Cmd {
	s.refresh(a)
	l := s.lines[s.rows.at]
	switch {
	case act == actRoundBack || act == actRoundOn:
		s.no, s.read = a.roundBeside(s.no, map[bool]int{true: 1, false: -1}[act == actRoundOn]), 0
	case act == actAdd || act == actOpen && l.add:
		a.open(s.memberSlip(a, inspection.Member{}))
	case act == actRecusals:
		a.beside(func(s screen) bool { _, ok := s.(*recusals); return ok }, func() screen { return newRecusals(a, s.no) })
	case act == actBack:
		a.back()
	case l.add:
		a.say(a.t.teams.nobody)
	case act == actOpen:
		a.open(s.memberSlip(a, l.member))
	case act == actRole:
		s.nextRole(a, l)
	case act == actStrike:
		s.strike(a, l)
	}
	return nil
}

// nextRole gives the member the next role in his team.
func (s *teams) nextRole(a *App, l teamLine) {
	if l.team == 0 {
		a.say(a.t.teams.noTeamYet)
		return
	}
	all := inspection.Roles()
	role := all[(slices.Index(all, l.role)+1)%len(all)]
	s.post(a, l.member, l.team, role)
}

// put puts the member under the cursor into a team, or with 0 out of his.
func (s *teams) put(a *App, team int) {
	l := s.lines[s.rows.at]
	if l.member.ID == "" {
		a.say(a.t.teams.nobody)
		return
	}
	s.post(a, l.member, team, l.role)
}

func (s *teams) post(a *App, m inspection.Member, team int, role inspection.Role) {
	before := a.tiesOf(s.no, m.ID)
	if !a.take(a.book.Staff(nil, []inspection.Posting{{Member: m.ID, Round: s.no, Team: team, Role: role}})) {
		return
	}
	a.sayTies(s.posted(a, m), before, a.tiesOf(s.no, m.ID))
}

// posted says where a member is now.
func (s *teams) posted(a *App, m inspection.Member) string {
	p := a.book.PostingOf(m.ID, s.no)
	if p.Team == 0 {
		return a.t.teams.out(m.Name)
	}
	return a.t.teams.in(m.Name, p.Team, p.Role.In(a.lang))
}

// tiesOf are the recusals of one member in a round.
func (a *App) tiesOf(no inspection.RoundNo, id inspection.MemberID) map[inspection.Recusal]bool {
	all := map[inspection.Recusal]bool{}
	for _, tie := range a.book.Recusals(no) {
		if tie.Member == id || tie.With == id {
			all[tie] = true
		}
	}
	return all
}

// strike takes a member out of the team; who is in none goes off the list, once
// that is confirmed.
func (s *teams) strike(a *App, l teamLine) {
	t := &a.t.teams
	if l.team != 0 {
		s.put(a, 0)
		return
	}
	a.open(newConfirm(t.dismiss, t.dismissWhat(l.member.Name), func(a *App) tea.Cmd {
		if a.take(a.book.Dismiss(l.member.ID)) {
			a.say(t.dismissed(l.member.Name))
		}
		return nil
	}))
}

// press takes digits as a team to put the member into.
func (s *teams) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a)
	if n := digit(k); n >= 0 {
		s.put(a, n)
		return nil
	}
	if s.rows.press(k, len(s.lines), a.h-5, s.heading) {
		s.keepHere()
	}
	return nil
}

func (s *teams) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	lines := []string{"  " + a.look.faint.Render(cut(a.t.teams.how, w-4)), a.look.line(w)}
	first := len(lines)
	lines = append(lines, s.rows.draw(len(s.lines), h-first, s.heading, func(i int, here bool) string {
		if s.heading(i) {
			return a.look.strong.Render("  " + cut(s.lines[i].head, w-4))
		}
		return a.look.row(s.row(a, s.lines[i], w-2), w, here)
	})...)
	return lines, tea.NewCursor(0, first+s.rows.at-s.rows.top)
}

func (s *teams) row(a *App, l teamLine, w int) string {
	if l.add {
		return "  + " + a.t.teams.add
	}
	sign := "  "
	if s.tied[l.member.ID] {
		sign = "! "
	}
	role := 9
	if a.lang == inspection.English {
		role = 13
	}
	line := sign + pad(l.role.In(a.lang), role) + pad(l.member.Name, 13) + " " + pad(l.member.Post, 15) + " "
	return cut(line+s.places(a, &l.member), w)
}

// places are where a member works and worked, and his relatives.
func (s *teams) places(a *App, m *inspection.Member) string {
	t := &a.t.teams
	say := func(label string, places []string) string {
		if len(places) == 0 {
			return ""
		}
		return fmt.Sprintf(label, strings.Join(a.book.NamesOfPlaces(places), a.t.summary.comma))
	}
	return joined(" · ", say("%s", m.Present), say(t.worked, m.Former), say(t.kin, m.Kin))
}
