package tui

import "xuncha/inspection"

// officeSlip sets what the campaign is called, how papers are signed and speak
// of teams, and the scale of words. The rest of an office's settings is set by
// file.
func (a *App) officeSlip() *slip {
	t := &a.t.office
	s := a.book.Settings()
	scale := s.Office
	slots := []slot{
		textSlot(t.campaign, "", s.Title),
		textSlot(t.organ, t.organHow, s.Organ),
		textSlot(t.signed, t.signedHow, s.Office.Signed),
		textSlot(t.team, t.teamHow, s.Office.Team),
		textSlot(t.prefix, t.prefixHow, s.Office.Prefix),
		a.shareSlot(t.some, t.someHow, &scale.Some),
		a.shareSlot(t.general, t.generalHow, &scale.General),
	}
	slots[5].about = []inspection.Reason{inspection.BadScale}
	return newSlip(a, t.title, "draft/office", []string{t.why}, slots, func(a *App, values []string) bool {
		s := a.book.Settings()
		s.Title, s.Organ = values[0], values[1]
		s.Office.Signed, s.Office.Team, s.Office.Prefix = values[2], values[3], values[4]
		s.Office.Some, s.Office.General = scale.Some, scale.General
		if !a.take(a.book.Set(s)) {
			return false
		}
		a.say(t.set)
		return true
	})
}

// shareSlot is a field for a share, such as 1/5.
func (a *App) shareSlot(label, hint string, to *inspection.Share) slot {
	o := textSlot(label, hint, to.String())
	o.read = func(words string) told {
		share, ok := inspection.ParseShare(words)
		if !ok {
			return told{wrong: a.t.office.badShare(words)}
		}
		*to = share
		return told{}
	}
	return o
}
