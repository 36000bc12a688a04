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
	teams := b.TeamsIn(n)
	if !slices.ContainsFunc(teams, func(t Team) bool { return len(t.Members) > 0 }) {
		return nil
	}
	visited, named := b.visitedBy(n), b.named()
	for i := range teams {
		t := &teams[i]
		goes := visited[t.No]
		for _, m := range t.Members {
			all = append(all, b.tiesOf(t, &m.Member, goes, named)...)
		}
		all = append(all, b.sameUnits(t, named)...)
	}
	slices.SortFunc(all, b.compareRecusals)
	return slices.Compact(all)
}

// goes are the schools that a team visits, and those of each group.
type goes struct {
	to    map[SchoolCode]bool
	group map[string][]SchoolCode
}

func (b *Book) visitedBy(n RoundNo) map[int]goes {
	all := map[int]goes{}
	for _, v := range b.VisitsIn(n) {
		no, code := b.TeamOf(v.ID), v.ID.School
		if all[no].to == nil {
			all[no] = goes{map[SchoolCode]bool{}, map[string][]SchoolCode{}}
		}
		if !all[no].to[code] {
			all[no].to[code] = true
			if g := b.groupOf(code); g != "" {
				all[no].group[g] = append(all[no].group[g], code)
			}
		}
	}
	return all
}

// groupOf is the 集团 of a school, if it has one.
func (b *Book) groupOf(code SchoolCode) string {
	return b.value(Register{Field: SchoolGroup, Visit: VisitID{School: code}}).Text
}

// schoolsOf are the schools that a place means: the one of its code, or those
// of its name.
func (b *Book) schoolsOf(place string, named map[string][]SchoolCode) []SchoolCode {
	if b.School(SchoolCode(place)) != nil {
		return []SchoolCode{SchoolCode(place)}
	}
	return named[place]
}

func (b *Book) tiesOf(t *Team, m *Member, goes goes, named map[string][]SchoolCode) []Recusal {
	var all []Recusal
	add := func(why Tie, school, own SchoolCode) {
		all = append(all, Recusal{Round: t.Round, Team: t.No, Member: m.ID, School: school, Why: why, Own: own})
	}
	for _, p := range []struct {
		why    Tie
		places []string
	}{{WorksThere, m.Present}, {WorkedThere, m.Former}, {KinThere, m.Kin}} {
		for _, place := range p.places {
			for _, code := range b.schoolsOf(place, named) {
				if goes.to[code] {
					add(p.why, code, "")
				}
			}
		}
	}
	for _, place := range m.Present {
		for _, own := range b.schoolsOf(place, named) {
			for _, code := range goes.group[b.groupOf(own)] {
				if code != own {
					add(SameGroup, code, own)
				}
			}
		}
	}
	return all
}

// sameUnits are the pairs of members of a team who work at one school.
func (b *Book) sameUnits(t *Team, named map[string][]SchoolCode) []Recusal {
	at := map[SchoolCode][]MemberID{}
	for _, m := range t.Members {
		for _, place := range m.Present {
			for _, code := range b.schoolsOf(place, named) {
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
