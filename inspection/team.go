package inspection

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// MaxTeam is the highest number of a team in a round.
const MaxTeam = 99

// Team (巡察组) is who inspects together in a round.
type Team struct {
	Round    RoundNo
	No       int
	Lead     Member     // without a name: nobody leads it
	Deputies []Member   // 副组长
	Liaison  Member     // without a name: none
	Members  []Teammate // all of them, by role
	Visits   int        // how many visits were given to it
}

// Teammate is a member in his role.
type Teammate struct {
	Member
	Role Role
}

// Team is a team of a round. One that nobody is in has no members.
func (b *Book) Team(n RoundNo, no int) Team {
	for _, t := range b.TeamsIn(n) {
		if t.No == no {
			return t
		}
	}
	return Team{Round: n, No: no}
}

// TeamsIn are the teams of a round that have members, or visits that were given
// to them.
func (b *Book) TeamsIn(n RoundNo) []Team {
	teams := map[int]*Team{}
	at := func(no int) *Team {
		if teams[no] == nil {
			teams[no] = &Team{Round: n, No: no}
		}
		return teams[no]
	}
	for id := range b.members {
		p := b.PostingOf(id, n)
		if m, ok := b.Member(id); ok && p.Team != 0 {
			t := at(p.Team)
			t.Members = append(t.Members, Teammate{m, p.Role})
		}
	}
	for _, v := range b.VisitsIn(n) {
		if v.Team != 0 {
			at(v.Team).Visits++
		}
	}
	all := make([]Team, 0, len(teams))
	for _, no := range slices.Sorted(maps.Keys(teams)) {
		teams[no].seat()
		all = append(all, *teams[no])
	}
	return all
}

// seat puts the members in order and finds who leads them.
func (t *Team) seat() {
	slices.SortFunc(t.Members, func(x, y Teammate) int {
		return cmp.Or(cmp.Compare(x.Role, y.Role), strings.Compare(string(x.ID), string(y.ID)))
	})
	for _, m := range t.Members {
		switch {
		case m.Role == Lead && t.Lead.Name == "":
			t.Lead = m.Member
		case m.Role == Deputy:
			t.Deputies = append(t.Deputies, m.Member)
		case m.Role == Liaison && t.Liaison.Name == "":
			t.Liaison = m.Member
		}
	}
}

// TeamHint says what is unusual about a team. It forbids nothing and is not
// stored.
type TeamHint uint8

// The hints.
const (
	_            TeamHint = iota
	NoMembers             // it has visits and nobody in it
	NoLead                // nobody leads it
	SeveralLeads          // two or more do
	TooFew                // fewer than two: neither a talk nor a finding can be had
	UnusualSize           // fewer than five or more than eight
	NoVisits              // it has members and no visit
	teamHints             // not stored
)

// The usual size of a team, as rules of organs have it: 5–7, or 6–8.
const leastTeam, mostTeam = 5, 8

// Hints are what is unusual about the team.
func (t *Team) Hints() []TeamHint {
	leads := 0
	for _, m := range t.Members {
		if m.Role == Lead {
			leads++
		}
	}
	var all []TeamHint
	hint := func(is bool, h TeamHint) {
		if is {
			all = append(all, h)
		}
	}
	n := len(t.Members)
	hint(n == 0, NoMembers)
	hint(n > 0 && leads == 0, NoLead)
	hint(leads > 1, SeveralLeads)
	hint(n == 1, TooFew)
	hint(n > 1 && (n < leastTeam || n > mostTeam), UnusualSize)
	hint(n > 0 && t.Visits == 0, NoVisits)
	return all
}
