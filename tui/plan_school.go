package tui

import (
	"slices"
	"strings"

	"xuncha/inspection"
)

// editSchool changes what is known of the school under the cursor.
func (p *plan) editSchool(a *App) {
	if s := a.book.School(p.school); s != nil && len(p.shown) > 0 {
		a.open(p.schoolSlip(a, *s))
	}
}

// newSchool enters one at the end of the roster.
func (p *plan) newSchool(a *App) {
	last := 0
	for _, code := range p.all {
		last = max(last, a.book.School(code).Order)
	}
	a.open(p.schoolSlip(a, inspection.School{Order: last + 1}))
}

// schoolSlip changes a school, or enters the one that has no code yet.
func (p *plan) schoolSlip(a *App, s inspection.School) *slip {
	t := &a.t.plan.entry
	var stages, owners []string
	for one := inspection.StageUnknown; one <= inspection.Vocational; one++ {
		stages = append(stages, one.In(a.lang))
	}
	for one := inspection.OwnershipUnknown; one <= inspection.Private; one++ {
		owners = append(owners, one.In(a.lang))
	}
	code := textSlot(t.code, t.codeHow, string(s.Code))
	code.read = func(words string) told { return told{wrong: a.wrongCode(s.Code, words)} }
	slots := []slot{
		code,
		textSlot(t.name, "", s.Name),
		choiceSlot(t.stage, stages, int(s.Stage)),
		choiceSlot(t.owner, owners, int(s.Ownership)),
	}
	for _, trait := range inspection.AllTraits.Each() {
		slots = append(slots, choiceSlot(trait.In(a.lang), t.has[:], hasOf(&s, trait)))
	}
	slots = append(slots, textSlot(t.group, t.groupHow, s.Group), textSlot(t.area, "", s.Area),
		a.daySlot(t.closed, t.closedHow, s.Closed.String(), a.pastOrNone, nil, &s.Closed),
		textSlot(t.note, "", strings.ReplaceAll(s.Note, "\n", " ")))
	name, kept := t.edit, "draft/school/"+string(s.Code)
	if s.Code == "" {
		name = t.add
	}
	return newSlip(a, name, kept, []string{t.why}, slots, func(a *App, values []string) bool {
		return p.enrols(a, s, values, stages, owners)
	})
}

// hasOf is the place of a trait among the choices: not known, has it, has not.
func hasOf(s *inspection.School, trait inspection.Traits) int {
	switch {
	case s.Known&trait == 0:
		return 0
	case s.Traits&trait != 0:
		return 1
	}
	return 2
}

// wrongCode says why words cannot be the code of a school that has one, or none
// yet.
func (a *App) wrongCode(now inspection.SchoolCode, words string) string {
	t, code := &a.t.plan.entry, inspection.SchoolCode(words)
	switch {
	case now != "" && code != now:
		return t.sameCode
	case words == "" || strings.ContainsAny(words, " \t"):
		return t.noCode
	case now == "" && a.book.School(code) != nil:
		return t.takenCode(a.book.School(code).Name)
	}
	return ""
}

// enrols reads the slip and has it taken.
func (p *plan) enrols(a *App, s inspection.School, values, stages, owners []string) bool {
	t := &a.t.plan.entry
	s.Code, s.Name = inspection.SchoolCode(strings.TrimSpace(strings.Map(narrow, values[0]))), values[1]
	s.Stage = inspection.Stage(slices.Index(stages, values[2]))
	s.Ownership = inspection.Ownership(slices.Index(owners, values[3]))
	s.Known, s.Traits = 0, 0
	for i, trait := range inspection.AllTraits.Each() {
		has := slices.Index(t.has[:], values[4+i])
		if has > 0 {
			s.Known |= trait
		}
		if has == 1 {
			s.Traits |= trait
		}
	}
	rest := values[4+len(inspection.AllTraits.Each()):]
	s.Group, s.Area = rest[0], rest[1]
	if rest[3] != strings.ReplaceAll(s.Note, "\n", " ") { // a note of several lines stays, unless it was changed
		s.Note = rest[3]
	}
	if !a.take(a.book.Enrol(inspection.Roster{s})) {
		return false
	}
	p.school = s.Code
	a.say(t.done(s.Name))
	return true
}
