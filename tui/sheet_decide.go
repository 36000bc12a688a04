package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// decide takes a finding on through its life.
func (s *sheet) decide(a *App, f *inspection.Finding, act act) {
	t := &a.t.sheet
	switch act {
	case actSubmit:
		fact, err := a.book.Submit(s.id)
		s.done(a, fact, err, t.sent)
	case actAdopt:
		s.adopt(a, f)
	case actReturn:
		s.turnDown(a, f, t.returning, t.returned, a.book.Return)
	case actReject:
		s.turnDown(a, f, t.rejecting, t.rejected, a.book.Reject)
	case actMerge:
		s.merge(a, f)
	case actFeedBack:
		s.feedBack(a, f)
	case actNumber:
		s.number(a, f)
	case actWithdraw:
		if f.State == inspection.Withdrawn {
			fact, err := a.book.Restore(s.id)
			s.done(a, fact, err, a.t.findings.restored)
			return
		}
		fact, err := a.book.Withdraw(s.id)
		s.done(a, fact, err, a.t.findings.withdrawn)
	}
}

// done takes a decision and says so. A refusal leads to the field that it is
// about, or says what can be done now instead.
func (s *sheet) done(a *App, fact inspection.Fact, err error, words string) bool {
	if a.take(fact, err) {
		a.say(words)
		return true
	}
	f, _ := s.finding(a)
	switch r, _ := inspection.Refused(err); r.Reason {
	case inspection.NoFacts:
		s.at = sheetFacts
		a.notice.words += listMark(a) + a.t.sheet.fillIn
	case inspection.OneUndertaker:
		s.at = sheetUndertakers
		a.notice.words += listMark(a) + a.t.sheet.fillIn
	case inspection.WrongState, inspection.FindingDecided, inspection.FindingWithdrawn, inspection.NotFedBack:
		a.notice.words = r.In(a.lang) + listMark(a) + a.t.sheet.now + s.ways(a, &f)
	}
	return false
}

// adopt asks for the team's opinion, which may be empty, once nothing else
// stands in the way.
func (s *sheet) adopt(a *App, f *inspection.Finding) {
	t, device := &a.t.sheet, a.journal.Device()
	if fact, err := a.book.AdoptFinding(s.id, device, ""); err != nil {
		s.done(a, fact, err, "")
		return
	}
	a.open(newPrompt(t.adopting, f.Title, t.opinion, "", "", func(a *App, opinion string) bool {
		fact, err := a.book.AdoptFinding(s.id, device, opinion)
		if !s.done(a, fact, err, "") {
			return false
		}
		now, _ := s.finding(a)
		if now.Number.N == 0 {
			a.say(t.adoptedWaits)
		} else {
			a.say(t.adopted(now.Number.Printed))
		}
		return true
	}))
}

// turnDown asks why a finding is sent back or not adopted.
func (s *sheet) turnDown(a *App, f *inspection.Finding, name, words string, judge func(inspection.FindingID, string) (inspection.Fact, error)) {
	if f.State != inspection.Submitted {
		fact, err := judge(s.id, "-")
		s.done(a, fact, err, "")
		return
	}
	t := &a.t.sheet
	a.open(newPrompt(name, f.Title, t.why, "", t.needsWhy, func(a *App, why string) bool {
		fact, err := judge(s.id, why)
		return s.done(a, fact, err, words)
	}))
}

// merge asks into which finding of the same visit this one goes (并入), or takes
// a merged one out again (拆出).
func (s *sheet) merge(a *App, f *inspection.Finding) {
	t := &a.t.sheet
	if f.State == inspection.Merged {
		fact, err := a.book.Unmerge(s.id)
		s.done(a, fact, err, t.unmerged)
		return
	}
	var among []inspection.Finding
	var fact inspection.Fact
	var err error
	for _, one := range a.book.FindingsAt(f.Visit) {
		if one.ID == s.id || !one.State.Counts() {
			continue
		}
		if fact, err = a.book.Merge(s.id, one.ID); err != nil {
			s.done(a, fact, err, "")
			return
		}
		among = append(among, one)
	}
	if len(among) == 0 {
		a.notice = notice{words: t.alone, wrong: true}
		return
	}
	a.open(a.chooseFinding(t.merging, t.mergeHow(f.Title), among, func(a *App, into inspection.FindingID) {
		fact, err := a.book.Merge(s.id, into)
		s.done(a, fact, err, t.merged)
	}))
}

// number gives an adopted finding its number (取号). Where another device holds
// the numbering it asks whether this one is to take it over (接管编号).
func (s *sheet) number(a *App, f *inspection.Finding) {
	t, device := &a.t.sheet, a.journal.Device()
	fact, err := a.book.GiveNumber(s.id, device)
	if r, ok := inspection.Refused(err); !ok || r.Reason != inspection.NotHolder {
		s.numbered(a, fact, err)
		return
	}
	round, team := f.Visit.Round, a.book.TeamOf(f.Visit)
	a.open(newConfirm(t.takeOver, t.takeOverHow(int(round), team), func(a *App) tea.Cmd {
		if a.take(a.book.HoldNumbers(round, team, device)) {
			fact, err := a.book.GiveNumber(s.id, device)
			s.numbered(a, fact, err)
		}
		return nil
	}))
}

func (s *sheet) numbered(a *App, fact inspection.Fact, err error) {
	if s.done(a, fact, err, "") {
		now, _ := s.finding(a)
		a.say(a.t.sheet.numbered(now.Number.Printed))
	}
}

// feedBack opens the words that the school is told, before they are frozen.
func (s *sheet) feedBack(a *App, f *inspection.Finding) {
	if fact, err := a.book.FeedBack(s.id, "", a.today()); err != nil {
		s.done(a, fact, err, "")
		return
	}
	a.open(newFeedBack(a, f))
}

// rectify goes on to what became of a finding that was fed back (整改).
func (s *sheet) rectify(a *App, f *inspection.Finding) {
	if a.book.Rectification(f).FedBack == 0 {
		s.done(a, inspection.Fact{}, inspection.Refusal{Reason: inspection.NotFedBack, About: f.Title}, "")
		return
	}
	a.open(newRectify(a, s.id))
}

// ways are the decisions that a finding's state allows, with their keys.
func (s *sheet) ways(a *App, f *inspection.Finding) string {
	var all []string
	for _, one := range s.allowed(a, f) {
		all = append(all, bindingOf(inSheet, one).show+" "+a.wayWords(one, f))
	}
	return strings.Join(all, "  ")
}

func (s *sheet) allowed(a *App, f *inspection.Finding) []act {
	switch f.State {
	case inspection.Draft, inspection.Returned:
		return []act{actSubmit, actMerge, actWithdraw}
	case inspection.Submitted:
		return []act{actAdopt, actReturn, actReject, actMerge, actWithdraw}
	case inspection.Merged:
		return []act{actMerge}
	case inspection.Withdrawn:
		return []act{actWithdraw}
	case inspection.Adopted:
		var all []act
		if f.Number.N == 0 || a.book.Clashes(f) {
			all = append(all, actNumber)
		}
		if a.book.Rectification(f).FedBack == 0 {
			return append(all, actFeedBack, actMerge)
		}
		return append(all, actRectify)
	}
	return nil
}

// wayWords name an action as it works in the finding's state.
func (a *App) wayWords(act act, f *inspection.Finding) string {
	switch {
	case act == actMerge:
		return a.t.sheet.mergeWay[boolean(f.State == inspection.Merged)]
	case act == actWithdraw:
		return a.t.sheet.withdrawWay[boolean(f.State == inspection.Withdrawn)]
	}
	return a.t.acts[act]
}
