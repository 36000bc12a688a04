package report

import (
	"fmt"
	"io"
	"strings"

	"xuncha/inspection"
)

// WriteTeams writes the teams of some rounds, of all where none is named, with
// their members, and the members who are in none. Its CSV is a form in which
// plans are read.
func WriteTeams(w io.Writer, f Format, l inspection.Language, b *inspection.Book, rounds ...inspection.RoundNo) error {
	switch f {
	case JSON:
		return writeJSON(w, teamsOf(b, rounds))
	case CSV:
		return teamsTable(b, rounds).csv(w)
	}
	_, err := io.WriteString(w, teamsText(b, l, rounds))
	return err
}

func teamsText(b *inspection.Book, l inspection.Language, rounds []inspection.RoundNo) string {
	var s strings.Builder
	t := wordsIn(l)
	for _, r := range roundsOf(b, rounds) {
		fmt.Fprintf(&s, "%s\n", oneLine(r.Title))
		teams := b.TeamsIn(r.No)
		if len(teams) == 0 {
			fmt.Fprintf(&s, "  %s\n", t.none)
		}
		for i := range teams {
			s.WriteString(inspection.Sentence("  "+t.teamHead, teams[i].No, len(teams[i].Members), teams[i].Visits))
			for _, h := range teams[i].Hints() {
				s.WriteString("  ! " + h.In(l))
			}
			s.WriteString("\n")
			tab := &table{head: make([]string, 5)}
			for _, m := range teams[i].Members {
				tab.add(m.Role.In(l), m.Name, m.Post, places(b, m.Present, t), pastPlaces(b, &m.Member, t))
			}
			tab.text(&s, "    ")
		}
		s.WriteString("\n")
	}
	s.WriteString(inspection.Sentence(t.memberSum+"\n", len(b.Members())))
	return s.String()
}

func places(b *inspection.Book, all []string, t *words) string {
	return strings.Join(b.NamesOfPlaces(all), t.comma)
}

// pastPlaces are where a member worked, and where his relatives do.
func pastPlaces(b *inspection.Book, m *inspection.Member, t *words) string {
	var all []string
	if len(m.Former) > 0 {
		all = append(all, t.former+" "+places(b, m.Former, t))
	}
	if len(m.Kin) > 0 {
		all = append(all, t.kin+" "+places(b, m.Kin, t))
	}
	return strings.Join(all, t.semicolon)
}

func teamsTable(b *inspection.Book, rounds []inspection.RoundNo) *table {
	t := wordsIn(inspection.Chinese)
	tab := &table{head: []string{t.round, t.team, t.role, t.memberCode, t.memberName, t.post, t.present, t.former, t.kin}}
	add := func(round, team, role string, m *inspection.Member) {
		tab.add(round, team, role, string(m.ID), m.Name, m.Post, strings.Join(m.Present, "、"), strings.Join(m.Former, "、"), strings.Join(m.Kin, "、"))
	}
	posted := map[inspection.MemberID]bool{}
	for _, r := range roundsOf(b, rounds) {
		for _, team := range b.TeamsIn(r.No) {
			for _, m := range team.Members {
				posted[m.ID] = true
				add(r.No.String(), numeral(team.No), m.Role.In(inspection.Chinese), &m.Member)
			}
		}
	}
	for _, m := range b.Members() {
		if !posted[m.ID] && len(rounds) == 0 {
			add("", "", "", &m)
		}
	}
	return tab
}

type teamsJSON struct {
	Teams   []teamJSON   `json:"teams"`
	Members []memberJSON `json:"members"`
}

type teamJSON struct {
	Round   int           `json:"round"`
	Team    int           `json:"team"`
	Visits  int           `json:"visits"`
	Members []postingJSON `json:"members"`
	Hints   []string      `json:"hints,omitempty"`
}

type postingJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"`
}

// memberJSON: a school where somebody works is told by its code.
type memberJSON struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Post    string   `json:"post,omitempty"`
	Present []string `json:"present"`
	Former  []string `json:"former"`
	Kin     []string `json:"kin"`
}

func teamsOf(b *inspection.Book, rounds []inspection.RoundNo) teamsJSON {
	all := teamsJSON{Teams: []teamJSON{}, Members: []memberJSON{}}
	for _, r := range roundsOf(b, rounds) {
		for _, t := range b.TeamsIn(r.No) {
			one := teamJSON{Round: int(r.No), Team: t.No, Visits: t.Visits, Members: []postingJSON{}}
			for _, m := range t.Members {
				one.Members = append(one.Members, postingJSON{string(m.ID), m.Name, m.Role.Name()})
			}
			for _, h := range t.Hints() {
				one.Hints = append(one.Hints, h.In(inspection.English))
			}
			all.Teams = append(all.Teams, one)
		}
	}
	for _, m := range b.Members() {
		all.Members = append(all.Members, memberOf(&m))
	}
	return all
}

func memberOf(m *inspection.Member) memberJSON {
	return memberJSON{string(m.ID), m.Name, m.Post, orNone(m.Present), orNone(m.Former), orNone(m.Kin)}
}

func orNone(all []string) []string {
	if all == nil {
		return []string{}
	}
	return all
}

// WriteRecusals writes the ties of the teams of some rounds, of all where none
// is named, to the schools that they visit.
func WriteRecusals(w io.Writer, f Format, l inspection.Language, b *inspection.Book, rounds ...inspection.RoundNo) error {
	var all []inspection.Recusal
	for _, r := range roundsOf(b, rounds) {
		all = append(all, b.Recusals(r.No)...)
	}
	switch f {
	case JSON:
		return writeJSON(w, recusalsOf(b, all))
	case CSV:
		return recusalsTable(b, all).csv(w)
	}
	_, err := io.WriteString(w, recusalsText(b, l, all))
	return err
}

func recusalsText(b *inspection.Book, l inspection.Language, all []inspection.Recusal) string {
	var s strings.Builder
	t, weak := wordsIn(l), 0
	tab := &table{head: []string{t.round, t.team, t.memberName, t.tie, t.school, t.tieSaid}}
	for _, r := range all {
		if r.Why.Weak() {
			weak++
		}
		tab.add(r.Round.String(), numeral(r.Team), nameOf(b, r.Member), r.Why.In(l), b.NameOfPlace(string(r.School)), b.SayRecusal(r, l))
	}
	if len(all) > 0 {
		tab.text(&s, "")
		s.WriteString("\n")
	}
	s.WriteString(inspection.Sentence(t.recusalSum+"\n%s\n", len(all)-weak, weak, t.recusalRule))
	return s.String()
}

func nameOf(b *inspection.Book, id inspection.MemberID) string {
	m, _ := b.Member(id)
	return m.Name
}

func recusalsTable(b *inspection.Book, all []inspection.Recusal) *table {
	t := wordsIn(inspection.Chinese)
	tab := &table{head: []string{t.round, t.team, t.memberName, t.tie, t.schoolCode, t.schoolName, t.tieSaid}}
	for _, r := range all {
		tab.add(r.Round.String(), numeral(r.Team), nameOf(b, r.Member), r.Why.In(inspection.Chinese), string(r.School),
			b.NameOfPlace(string(r.School)), b.SayRecusal(r, inspection.Chinese))
	}
	return tab
}

type recusalJSON struct {
	Round  int    `json:"round"`
	Team   int    `json:"team"`
	Member string `json:"member"`
	School string `json:"school"`
	Why    string `json:"why"`
	Weak   bool   `json:"weak"`
	Own    string `json:"own,omitempty"`
	With   string `json:"with,omitempty"`
	Says   string `json:"says"`
}

func recusalsOf(b *inspection.Book, all []inspection.Recusal) []recusalJSON {
	list := []recusalJSON{}
	for _, r := range all {
		list = append(list, recusalJSON{
			int(r.Round), r.Team, string(r.Member), string(r.School), r.Why.Name(), r.Why.Weak(),
			string(r.Own), string(r.With), b.SayRecusal(r, inspection.Chinese),
		})
	}
	return list
}
