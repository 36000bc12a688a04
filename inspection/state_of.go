package inspection

import "slices"

// Of is what of a state is about one school: the school, its visits and all that
// belongs to them, with the campaign, rounds and checklists that these speak of.
// Members and other schools are not in it.
func (s *State) Of(code SchoolCode) *State {
	of := &State{Numbers: s.Numbers}
	mine := map[FindingID]bool{}
	for _, h := range s.Holds {
		at := h.Register.Visit.School
		switch f := h.Register.Field; {
		case f >= MemberName && f <= MemberTeam, at != "" && at != code:
			continue
		case f == FindingTitle:
			mine[FindingID(h.Register.ID)] = true
		}
		of.Holds = append(of.Holds, h)
	}
	for _, a := range s.Counts {
		if a.Visit.School == code {
			of.Counts = append(of.Counts, a)
		}
	}
	not := func(id FindingID) bool { return !mine[id] }
	of.Raised = slices.DeleteFunc(slices.Clone(s.Raised), not)
	of.Clashing = slices.DeleteFunc(slices.Clone(s.Clashing), not)
	for _, one := range s.Seals {
		if one.Visit.School == code {
			of.Seals = append(of.Seals, one)
		}
	}
	return of
}
