package tui

import (
	"fmt"
	"slices"
	"strings"

	"xuncha/inspection"
)

// said is what a field holds, in words.
func (s *sheet) said(a *App, f *inspection.Finding, at sheetField) string {
	switch at {
	case sheetDimension, sheetFocus, sheetLevel, sheetNature, sheetDuty:
		return chosen(a, f, at)
	case sheetFixNow:
		return a.t.sheet.fixNow[boolean(f.FixNow)]
	case sheetItem:
		return a.itemWords(f.Visit, f.Item)
	case sheetLinked:
		var all []string
		for _, code := range f.Linked {
			all = append(all, a.itemWords(f.Visit, code))
		}
		return strings.Join(all, "\n")
	case sheetUndertakers:
		return strings.Join(f.Undertakers, a.t.summary.comma)
	case sheetEvidence:
		return a.evidenceWords(f)
	case sheetOpinion:
		return f.Opinion
	case sheetNumber:
		return a.numberWords(f)
	case sheetMerged:
		return s.mergedWords(a, f)
	case sheetThread:
		return a.threadWords(f)
	}
	return written(f, at, a.lang)
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// written is the text of a field that is typed, as it is to be changed.
func written(f *inspection.Finding, at sheetField, l inspection.Language) string {
	switch at {
	case sheetTitle:
		return f.Title
	case sheetFacts:
		return f.Facts
	case sheetBasis:
		return f.Basis
	case sheetDiscoverer:
		return f.Discoverer
	case sheetUndertakers:
		return l.List(f.Undertakers)
	case sheetChecked:
		if f.Checked.Of > 0 {
			return fmt.Sprintf("%d/%d", f.Checked.N, f.Checked.Of)
		}
	case sheetLinked:
		codes := make([]string, len(f.Linked))
		for i, code := range f.Linked {
			codes[i] = string(code)
		}
		return l.List(codes)
	}
	return ""
}

// rewrite judges a field's text.
func (s *sheet) rewrite(a *App, f *inspection.Finding, at sheetField, text string) (inspection.Fact, error) {
	d := f.Details
	switch at {
	case sheetTitle:
		return a.book.Revise(f.ID, text, f.Facts)
	case sheetFacts:
		return a.book.Revise(f.ID, f.Title, text)
	case sheetBasis:
		d.Basis = text
	case sheetDiscoverer:
		d.Discoverer = text
	case sheetUndertakers:
		d.Undertakers = parted(text)
	case sheetLinked:
		d.Linked = nil
		for _, code := range parted(strings.ReplaceAll(text, " ", "、")) {
			if one := inspection.ItemCode(code); !slices.Contains(d.Linked, one) {
				d.Linked = append(d.Linked, one)
			}
		}
	case sheetChecked:
		n, ok := parseChecked(text)
		if !ok {
			return inspection.Fact{}, inspection.Refusal{Reason: inspection.BadChecked}
		}
		d.Checked = n
	}
	return a.book.Detail(f.ID, d)
}

// parted are the parts of a list typed with any of the usual marks.
func parted(text string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；;\n", r) }) {
		if one = plainly(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// options are the words of a field that is chosen, in the order of their digits.
func options(a *App, at sheetField) []string {
	var all []string
	add := func(words string) { all = append(all, words) }
	switch at {
	case sheetDimension:
		for i := inspection.Dimension(1); i <= 4; i++ {
			add(i.In(a.lang))
		}
	case sheetFocus:
		for i := inspection.Focus(1); i <= 4; i++ {
			add(i.In(a.lang))
		}
	case sheetLevel:
		add(inspection.OfTeam.In(a.lang))
		add(inspection.OfDepartment.In(a.lang))
	case sheetNature:
		for i := inspection.Risk; i <= inspection.Bleed; i++ {
			add(i.In(a.lang))
		}
	case sheetDuty:
		for _, d := range inspection.Duties() {
			add(d.In(a.lang))
		}
	}
	return all
}

// choices are a field's chosen options, as bits.
func choices(f *inspection.Finding, at sheetField) uint {
	one := func(n uint8) uint {
		if n == 0 {
			return 0
		}
		return 1 << (n - 1)
	}
	switch at {
	case sheetDimension:
		return one(uint8(f.Dimension))
	case sheetFocus:
		return one(uint8(f.Focus))
	case sheetLevel:
		return one(uint8(f.Level))
	case sheetNature:
		return one(uint8(f.Nature))
	case sheetDuty:
		return uint(f.Duty)
	}
	return 0
}

// choose judges chosen options.
func (s *sheet) choose(a *App, f *inspection.Finding, at sheetField, bits uint) (inspection.Fact, error) {
	d := f.Details
	n := 0
	for i := range options(a, at) {
		if bits&(1<<i) != 0 {
			n = i + 1
		}
	}
	switch at {
	case sheetDimension:
		d.Dimension = inspection.Dimension(n)
	case sheetFocus:
		d.Focus = inspection.Focus(n)
	case sheetLevel:
		d.Level = inspection.Level(n)
	case sheetNature:
		d.Nature = inspection.Nature(n)
	case sheetDuty:
		d.Duty = inspection.Duty(bits)
	}
	return a.book.Detail(f.ID, d)
}

func chosen(a *App, f *inspection.Finding, at sheetField) string {
	var all []string
	for i, words := range options(a, at) {
		if choices(f, at)&(1<<i) != 0 {
			all = append(all, words)
		}
	}
	return strings.Join(all, listMark(a))
}

// itemWords name an item of the round's checklist.
func (a *App) itemWords(v inspection.VisitID, code inspection.ItemCode) string {
	if code == "" {
		return a.t.visit.form.outside
	}
	return string(code) + " " + a.itemTitle(v.Round, code)
}

func (a *App) evidenceWords(f *inspection.Finding) string {
	var all []string
	for _, e := range a.book.EvidenceOf(f.ID) {
		words := e.Caption
		if words == "" {
			words = e.Name + a.t.sheet.noCaption
		}
		all = append(all, strings.TrimSpace(words+" "+e.Page))
	}
	return strings.Join(all, "\n")
}

// numberWords are a finding's number on paper, or that it waits for one (待编号),
// or that another has the same with the better right (重号待改).
func (a *App) numberWords(f *inspection.Finding) string {
	switch {
	case f.Number.N == 0 && f.State == inspection.Adopted:
		return a.t.sheet.unnumbered
	case a.book.Clashes(f):
		return f.Number.Printed + " " + a.t.sheet.clash
	}
	return f.Number.Printed
}

func (s *sheet) mergedWords(a *App, f *inspection.Finding) string {
	if into, ok := a.book.Finding(f.Into); ok {
		return a.t.sheet.into(into.Title, a.numberWords(&into))
	}
	var all []string
	for _, one := range a.book.MergedInto(f.ID) {
		all = append(all, fmt.Sprintf(a.t.sheet.tookIn, one.Title, oneLine(one.Facts)))
	}
	return strings.Join(all, "\n")
}

// threadWords tell what became of a finding after it was fed back.
func (a *App) threadWords(f *inspection.Finding) string {
	r, t := a.book.Rectification(f), &a.t.sheet
	words := t.fedBack(r.FedBack.String(), r.State.In(a.lang))
	switch today := a.today(); {
	case r.Closed != 0:
		words += t.closed(r.Closed.String(), r.ClosedBy)
	case r.Overdue(today):
		words += t.overdue(r.Deadline.String(), int(today-r.Deadline))
	case r.Deadline != 0:
		words += t.due(r.Deadline.String(), int(r.Deadline-today))
	}
	return words + "\n" + r.Words
}

// registers say where the book holds a field.
var registers = map[sheetField]inspection.Field{
	sheetTitle: inspection.FindingTitle, sheetFacts: inspection.FindingFacts, sheetBasis: inspection.FindingBasis,
	sheetDimension: inspection.FindingFrame, sheetFocus: inspection.FindingFrame, sheetLevel: inspection.FindingLevel,
	sheetNature: inspection.FindingNature, sheetDuty: inspection.FindingDuty, sheetDiscoverer: inspection.FindingDiscoverer,
	sheetUndertakers: inspection.FindingUndertakers, sheetChecked: inspection.FindingChecked, sheetFixNow: inspection.FindingFixNow,
	sheetLinked: inspection.FindingLinked, sheetOpinion: inspection.FindingStanding, sheetNumber: inspection.FindingNumber,
	sheetMerged: inspection.FindingInto, sheetThread: inspection.RectifyWords,
}

// fieldDisputed reports whether two hands wrote different things in a field.
func (a *App) fieldDisputed(f *inspection.Finding, at sheetField) bool {
	return a.book.Disputed(inspection.Register{Field: registers[at], Visit: f.Visit, ID: string(f.ID)})
}

// missing is what a field still needs, before it can be sent in or adopted, or
// the site be left, or two hands agree; empty when nothing.
func (s *sheet) missing(a *App, f *inspection.Finding, at sheetField) string {
	if a.fieldDisputed(f, at) {
		return a.t.visit.conflict
	}
	if !f.State.Counts() {
		return ""
	}
	t := &a.t.sheet
	switch {
	case at == sheetFacts && f.Facts == "":
		return t.needsFacts
	case at == sheetUndertakers && len(f.Undertakers) < 2:
		return t.needsNames(2 - len(f.Undertakers))
	case at == sheetEvidence && len(a.book.EvidenceOf(f.ID)) == 0:
		return t.needsEvidence
	case at == sheetNumber && f.State == inspection.Adopted && f.Number.N == 0:
		return t.needsNumber
	case at == sheetNumber && a.book.Clashes(f):
		return t.needsNumber
	}
	return ""
}
