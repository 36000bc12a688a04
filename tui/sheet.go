package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// sheet is the finding sheet (问题底稿): one finding with all its fields, what is
// missing of it, and all that can be decided about it.
type sheet struct {
	id   inspection.FindingID
	at   sheetField
	top  int   // first line in sight
	edit *edit // nil: no field is being written
}

// sheetField is one line of the sheet, in the order of the form.
type sheetField uint8

const (
	sheetTitle sheetField = iota
	sheetFacts
	sheetBasis
	sheetDimension
	sheetFocus
	sheetLevel
	sheetNature
	sheetDuty
	sheetDiscoverer
	sheetUndertakers
	sheetChecked
	sheetFixNow
	sheetItem
	sheetLinked
	sheetEvidence
	sheetOpinion
	sheetNumber
	sheetMerged
	sheetThread
	sheetFields
)

func newSheet(a *App, id inspection.FindingID) *sheet { return &sheet{id: id} }

// newSheetAt is the sheet with the cursor on one field.
func newSheetAt(a *App, id inspection.FindingID, at sheetField) *sheet { return &sheet{id: id, at: at} }

func (s *sheet) title(a *App) string { return a.t.sheet.title }
func (s *sheet) typing() bool        { return s.edit != nil }

func (s *sheet) scope() scope {
	if s.edit != nil {
		return inField
	}
	return inSheet
}

func (s *sheet) round() inspection.RoundNo {
	return 0 // the screen below knows it
}

// finding is the sheet's; ok is false once its raising was undone.
func (s *sheet) finding(a *App) (inspection.Finding, bool) { return a.book.Finding(s.id) }

// fields are those that there is something to say of.
func (s *sheet) fields(a *App, f *inspection.Finding) []sheetField {
	var all []sheetField
	for one := range sheetFields {
		switch {
		case one == sheetMerged && f.Into == "" && len(a.book.MergedInto(f.ID)) == 0:
		case one == sheetThread && a.book.Rectification(f).FedBack == 0:
		case one == sheetOpinion && f.Opinion == "" && !a.fieldDisputed(f, one):
		default:
			all = append(all, one)
		}
	}
	return all
}

func (s *sheet) do(a *App, act act) tea.Cmd {
	f, ok := s.finding(a)
	switch {
	case act == actBack && (s.edit == nil || !ok):
		a.back()
	case !ok:
	case s.edit != nil:
		return s.write(a, &f, act)
	default:
		return s.over(a, &f, act)
	}
	return nil
}

// over does something from the sheet at rest.
func (s *sheet) over(a *App, f *inspection.Finding, act act) tea.Cmd {
	switch act {
	case actEdit:
		return s.enter(a, f)
	case actNext:
		s.step(a, f, 1)
	case actMore:
		a.open(&sheetWhole{of: s})
	case actEvidence:
		a.open(newEvidence(a, f.Visit, "", s.id))
	case actRectify:
		s.rectify(a, f)
	case actHistory:
		a.open(newHistory(a, a.t.findings.history(f.Title), func(a *App) []*inspection.Entry {
			return a.book.LogOfFinding(s.id)
		}))
	default:
		s.decide(a, f, act)
	}
	return nil
}

// enter opens the field under the cursor: to write in it, to settle what two
// hands wrote in it, or what it names.
func (s *sheet) enter(a *App, f *inspection.Finding) tea.Cmd {
	if a.fieldDisputed(f, s.at) {
		a.open(newConflicts(a))
		return nil
	}
	switch s.at {
	case sheetItem:
		s.toItem(a, f)
	case sheetMerged:
		s.toMerged(a, f)
	case sheetNumber:
		s.number(a, f)
	case sheetEvidence:
		a.open(newEvidence(a, f.Visit, "", s.id))
	case sheetThread:
		a.open(newRectify(a, s.id))
	case sheetOpinion:
		a.open(&sheetWhole{of: s})
	default:
		return s.begin(a, f)
	}
	return nil
}

// toItem goes to the item that the finding was raised from.
func (s *sheet) toItem(a *App, f *inspection.Finding) {
	if f.Item == "" {
		a.say(a.t.sheet.noItem)
		return
	}
	a.open(a.visitAt(place{Round: f.Visit.Round, Kind: f.Visit.Kind, School: f.Visit.School, Item: f.Item}))
}

// toMerged goes to what the finding was merged into, or to those merged into it.
func (s *sheet) toMerged(a *App, f *inspection.Finding) {
	if f.Into != "" {
		a.open(newSheet(a, f.Into))
		return
	}
	merged := a.book.MergedInto(f.ID)
	if len(merged) == 1 {
		a.open(newSheet(a, merged[0].ID))
		return
	}
	a.open(a.chooseFinding(a.t.sheet.labels[sheetMerged], f.Title, merged, func(a *App, id inspection.FindingID) {
		a.open(newSheet(a, id))
	}))
}

// chooseFinding asks for one of some findings.
func (a *App) chooseFinding(name, text string, among []inspection.Finding, then func(*App, inspection.FindingID)) *question {
	q := &question{name: name, text: text}
	for i := range among {
		words := among[i].Title + "  " + among[i].State.In(a.lang)
		if n := a.numberWords(&among[i]); n != "" {
			words += " " + n
		}
		id := among[i].ID
		q.choices = append(q.choices, choice{words, func(a *App) tea.Cmd {
			then(a, id)
			return nil
		}})
	}
	return q
}

// step moves the cursor to a neighbouring field.
func (s *sheet) step(a *App, f *inspection.Finding, by int) {
	all := s.fields(a, f)
	i := max(slices.Index(all, s.at), 0) + by
	s.at = all[(i+len(all))%len(all)]
}

func (s *sheet) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	f, ok := s.finding(a)
	switch {
	case !ok:
	case s.edit != nil:
		return s.keyed(a, &f, k)
	default:
		all := s.fields(a, &f)
		l := list{at: max(slices.Index(all, s.at), 0)}
		if l.press(k, len(all), a.h/2) {
			s.at = all[l.at]
		}
	}
	return nil
}

// leave is called when the sheet closes, or the program ends, with a field open.
func (s *sheet) leave(a *App) {
	if f, ok := s.finding(a); ok && s.edit != nil {
		s.store(a, &f)
	}
}
