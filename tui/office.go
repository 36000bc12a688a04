package tui

import (
	"strings"

	"xuncha/inspection"
)

// officeSlip sets what the campaign is called, how papers are signed and speak
// of teams, and the scale of words. The rest of an office's settings is set by
// file.
func (a *App) officeSlip() *slip {
	t := &a.t.office
	s := a.book.Settings()
	slots := []slot{
		textSlot(t.campaign, "", s.Title),
		textSlot(t.organ, t.organHow, s.Organ),
		textSlot(t.signed, t.signedHow, s.Office.Signed),
		textSlot(t.team, t.teamHow, s.Office.Team),
		textSlot(t.prefix, t.prefixHow, s.Office.Prefix),
		textSlot(t.some, t.someHow, s.Office.Some.String()),
		textSlot(t.general, t.generalHow, s.Office.General.String()),
	}
	return newSlip(a, t.title, "draft/office", []string{t.why}, slots, func(a *App, values []string) bool {
		s := a.book.Settings()
		s.Title, s.Organ = values[0], values[1]
		s.Office.Signed, s.Office.Team, s.Office.Prefix = values[2], values[3], values[4]
		for i, to := range []*inspection.Share{&s.Office.Some, &s.Office.General} {
			words := strings.Map(narrow, values[5+i])
			var ok bool
			if *to, ok = inspection.ParseShare(words); !ok {
				a.notice = notice{words: t.badShare(words), wrong: true}
				return false
			}
		}
		if !a.take(a.book.Set(s)) {
			return false
		}
		a.say(t.set)
		return true
	})
}
