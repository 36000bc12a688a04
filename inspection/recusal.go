package inspection

import (
	"cmp"
	"slices"
	"strings"
)

// Tie is what ties a member to a school that his team visits, so that he may
// have to withdraw (回避). It is not stored.
type Tie uint8

// The ties. The last is a note on the team, not on a visit.
const (
	_           Tie = iota
	WorksThere      // 现任职
	WorkedThere     // 曾任职
	KinThere        // 亲属
	SameGroup       // 同集团: his school and this one
	SameUnit        // 同单位同组: two members of one team
	ties            // not stored
)

// Weak reports whether a tie only makes a team less independent.
func (t Tie) Weak() bool { return t == SameUnit }

// Recusal (回避) is one member of one team and one school that he has a tie to.
// Nothing is forbidden by it: who plans is told.
type Recusal struct {
	Round  RoundNo
	Team   int
	Member MemberID
	School SchoolCode // that the team visits; for SameUnit: where both work
	Why    Tie
	Own    SchoolCode // for SameGroup: where he works
	With   MemberID   // for SameUnit: the other
}

func (b *Book) compareRecusals(x, y Recusal) int {
	return cmp.Or(
		cmp.Compare(x.Team, y.Team),
		cmp.Compare(x.Why/SameUnit, y.Why/SameUnit), // weak ones last
		strings.Compare(string(x.Member), string(y.Member)),
		b.bySchool(x.School, y.School),
		cmp.Compare(x.Why, y.Why),
		strings.Compare(string(x.Own), string(y.Own)),
		strings.Compare(string(x.With), string(y.With)),
	)
}

// Recusals are the ties of a round's teams to the schools that they visit, by
// team, and of two members to one school. They must not be changed.
//
// A visit that was not given to a team counts as the first's, see [Book.TeamOf].
func (b *Book) Recusals(n RoundNo) []Recusal {
	s := b.rounds[n]
	if s == nil {
		return nil
	}
	if !s.tied {
		s.recusals, s.tied = b.findRecusals(n), true
	}
	return slices.Clip(s.recusals)
}

// untie has the recusals of all rounds found again.
func (b *Book) untie() {
	for _, r := range b.rounds {
		r.tied = false
	}
}

func (b *Book) findRecusals(n RoundNo) []Recusal {
	var all []Recusal
	l := lookout{book: b, round: n}
	for _, t := range b.TeamsIn(n) {
		for _, m := range t.Members {
			all = append(all, l.tiesOf(&t, &m.Member)...)
		}
		all = append(all, l.sameUnits(&t)...)
	}
	slices.SortFunc(all, b.compareRecusals)
	return slices.Compact(all)
}

// lookout looks for the ties of one round. What takes a walk over all schools
// is found out when somebody first needs it.
type lookout struct {
	book   *Book
	round  RoundNo
	named  map[string][]SchoolCode
	groups map[teamGroup][]SchoolCode
}

// teamGroup is a 集团 of which a team visits schools.
type teamGroup struct {
	team  int
	group string
}

// goes reports whether a team visits a school.
func (l *lookout) goes(team int, code SchoolCode) bool {
	for kind := Routine; kind < visitKinds; kind++ {
		v := l.book.Visit(VisitID{Round: l.round, Kind: kind, School: code})
		if (v.Planned || v.Begun != 0) && l.book.TeamOf(v.ID) == team {
			return true
		}
	}
	return false
}

// schoolsOf are the schools that a place means: the one of its code, or those
// of its name.
func (l *lookout) schoolsOf(place string) []SchoolCode {
	if l.book.School(SchoolCode(place)) != nil {
		return []SchoolCode{SchoolCode(place)}
	}
	if l.named == nil {
		l.named = l.book.named()
	}
	return l.named[place]
}

// groupOf is the 集团 of a school, if it has one.
func (b *Book) groupOf(code SchoolCode) string {
	if s := b.School(code); s != nil {
		return s.Group
	}
	return ""
}

// inGroup are the schools of a group that a team visits.
func (l *lookout) inGroup(team int, group string) []SchoolCode {
	if group == "" {
		return nil
	}
	if l.groups == nil {
		l.groups = map[teamGroup][]SchoolCode{}
		for _, v := range l.book.VisitsIn(l.round) {
			if g := l.book.groupOf(v.ID.School); g != "" {
				at := teamGroup{l.book.TeamOf(v.ID), g}
				l.groups[at] = append(l.groups[at], v.ID.School)
			}
		}
	}
	return l.groups[teamGroup{team, group}]
}

func (l *lookout) tiesOf(t *Team, m *Member) []Recusal {
	var all []Recusal
	add := func(why Tie, school, own SchoolCode) {
		all = append(all, Recusal{Round: t.Round, Team: t.No, Member: m.ID, School: school, Why: why, Own: own})
	}
	for _, p := range []struct {
		why    Tie
		places []string
	}{{WorksThere, m.Present}, {WorkedThere, m.Former}, {KinThere, m.Kin}} {
		for _, place := range p.places {
			for _, code := range l.schoolsOf(place) {
				if l.goes(t.No, code) {
					add(p.why, code, "")
				}
			}
		}
	}
	for _, place := range m.Present {
		for _, own := range l.schoolsOf(place) {
			for _, code := range l.inGroup(t.No, l.book.groupOf(own)) {
				if code != own {
					add(SameGroup, code, own)
				}
			}
		}
	}
	return all
}

// sameUnits are the pairs of members of a team who work at one school.
func (l *lookout) sameUnits(t *Team) []Recusal {
	at := map[SchoolCode][]MemberID{}
	for _, m := range t.Members {
		for _, place := range m.Present {
			for _, code := range l.schoolsOf(place) {
				if !slices.Contains(at[code], m.ID) {
					at[code] = append(at[code], m.ID)
				}
			}
		}
	}
	var all []Recusal
	for code, ids := range at {
		for i, x := range ids {
			for _, y := range ids[i+1:] {
				all = append(all, Recusal{
					Round: t.Round, Team: t.No, Member: min(x, y), School: code, Why: SameUnit, With: max(x, y),
				})
			}
		}
	}
	return all
}
