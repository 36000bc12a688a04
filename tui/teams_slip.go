package tui

import (
	"slices"
	"strings"

	"xuncha/inspection"
)

// memberSlip enters a member or changes one, with his place in the round.
func (s *teams) memberSlip(a *App, m inspection.Member) *slip {
	t, p := &a.t.teams, a.book.PostingOf(m.ID, s.no)
	name, roles := "new", []string{}
	if m.ID != "" {
		name = string(m.ID)
	}
	for _, r := range inspection.Roles() {
		roles = append(roles, r.In(a.lang))
	}
	at := max(0, slices.Index(inspection.Roles(), p.Role))
	if p.Team == 0 {
		at = len(roles) - 1
	}
	places := func(all []string) string { return strings.Join(a.book.NamesOfPlaces(all), a.t.summary.comma) }
	slots := []slot{
		textSlot(t.name, "", m.Name),
		textSlot(t.post, "", m.Post),
		a.numberSlot(a.t.plan.teamLabel, t.teamHow, numeral(p.Team), inspection.MaxTeam, true, &p.Team),
		choiceSlot(t.role, roles, at),
		textSlot(t.present, t.placesHow, places(m.Present)),
		textSlot(t.former, t.placesHow, places(m.Former)),
		textSlot(t.kinLabel, t.placesHow, places(m.Kin)),
	}
	return newSlip(a, t.member, "draft/member/"+name, []string{t.memberWhy}, slots, func(a *App, values []string) bool {
		return s.enter(a, m, p.Team, roles, values)
	})
}

// enter reads the slip and has it taken as one entry.
func (s *teams) enter(a *App, m inspection.Member, team int, roles, values []string) bool {
	m.Name, m.Post = values[0], values[1]
	m.Present, m.Former, m.Kin = placesIn(values[4]), placesIn(values[5]), placesIn(values[6])
	switch {
	case m.Name == "":
		a.refuse(inspection.Refusal{Reason: inspection.EmptyText})
		return false
	case m.ID == "":
		m.ID = a.book.MemberNamed(m.Name)
	}
	role := inspection.Roles()[slices.Index(roles, values[3])]
	before := a.tiesOf(s.no, m.ID)
	posting := inspection.Posting{Member: m.ID, Round: s.no, Team: team, Role: role}
	if !a.take(a.book.Staff([]inspection.Member{m}, []inspection.Posting{posting})) {
		return false
	}
	s.here = m.ID
	a.sayTies(s.posted(a, m), before, a.tiesOf(s.no, m.ID))
	return true
}

// placesIn are places as people part them: by signs, not by blanks, which
// stand in names.
func placesIn(s string) []string {
	all := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,；;／", r) })
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}
