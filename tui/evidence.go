package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// evidence is the files that prove something: an item, a finding, or whatever
// at a visit.
type evidence struct {
	visit   inspection.VisitID // where more is taken in
	item    inspection.ItemCode
	finding inspection.FindingID
	here    exhibit
	rows    list
	intake  *intake  // nil: nothing is being taken in
	caption *caption // nil: nothing is being written
	looks   map[inspection.EvidenceID]inspection.EvidenceSort
	mend    string // a path that was refused, to be mended
	all     []inspection.Evidence
	read    int  // entries that all rests on, plus one
	wide    bool // the whole visit, instead of its item
}

// exhibit names a file at a visit.
type exhibit struct {
	visit inspection.VisitID
	id    inspection.EvidenceID
}

func exhibitOf(e inspection.Evidence) exhibit { return exhibit{e.Visit, e.ID} }

// newEvidence is the evidence of an item or of a finding; with neither, that of
// the whole visit. The evidence of a finding is listed wherever it was taken in.
func newEvidence(a *App, v inspection.VisitID, item inspection.ItemCode, finding inspection.FindingID) *evidence {
	return &evidence{visit: v, item: item, finding: finding, looks: map[inspection.EvidenceID]inspection.EvidenceSort{}}
}

func (e *evidence) round() inspection.RoundNo { return e.visit.Round }
func (e *evidence) typing() bool              { return e.caption != nil }

func (e *evidence) scope() scope {
	if e.caption != nil {
		return inField
	}
	return inEvidence
}

func (e *evidence) title(a *App) string {
	if e.item != "" {
		return string(e.item) + " " + a.t.evidence.title
	}
	return a.t.evidence.title
}

// refresh reads the files again when the book has changed, and stays on the one
// that it was on.
func (e *evidence) refresh(a *App) {
	if e.read == a.book.Len()+1 {
		return
	}
	e.read = a.book.Len() + 1
	e.all = a.evidenceFor(e.visit, e.listed(), e.finding)
	if i := slices.IndexFunc(e.all, func(one inspection.Evidence) bool { return exhibitOf(one) == e.here }); i >= 0 {
		e.rows.at = i
	}
	e.rows.keep(len(e.all), len(e.all))
	e.settle()
}

// listed is the item whose files are listed, if it is of one.
func (e *evidence) listed() inspection.ItemCode {
	if e.wide {
		return ""
	}
	return e.item
}

// settle takes the row with the cursor for the one that is meant.
func (e *evidence) settle() {
	e.here = exhibit{}
	if len(e.all) > 0 {
		e.here = exhibitOf(e.all[e.rows.at])
	}
}

// evidenceFor is the evidence of an item, of a finding or of a visit.
func (a *App) evidenceFor(v inspection.VisitID, item inspection.ItemCode, finding inspection.FindingID) []inspection.Evidence {
	if finding != "" {
		return a.book.EvidenceOf(finding)
	}
	all := a.book.EvidenceAt(v)
	if item == "" {
		return all
	}
	return slices.DeleteFunc(all, func(e inspection.Evidence) bool { return !slices.Contains(e.Items, item) })
}

// selected is the file under the cursor.
func (e *evidence) selected(a *App) (inspection.Evidence, bool) {
	e.refresh(a)
	if len(e.all) == 0 {
		return inspection.Evidence{}, false
	}
	return e.all[e.rows.at], true
}

func (e *evidence) do(a *App, act act) tea.Cmd {
	switch {
	case e.caption != nil:
		return e.write(a, act)
	case act == actAdd:
		return openPicker(a, e.takeIn)
	case act == actPath:
		a.open(newPath(e.takeIn, e.mend))
	case act == actView:
		e.wide, e.read = e.item != "" && !e.wide, 0
	case act == actBack && e.intake != nil:
		e.intake.stop()
	case act == actBack:
		a.back()
	default:
		if one, ok := e.selected(a); ok {
			return e.doTo(a, one, act)
		}
	}
	return nil
}

// doTo does something to the file under the cursor.
func (e *evidence) doTo(a *App, one inspection.Evidence, act act) tea.Cmd {
	switch act {
	case actDescribe:
		e.describe(a, one)
	case actShow:
		return e.show(a, one)
	case actLink:
		a.open(newLinks(a, exhibitOf(one)))
	case actUnlink:
		e.unlink(a, one)
	case actProve:
		e.prove(a, one)
	case actHistory:
		a.open(newHistory(a, one.Name, func(a *App) []*inspection.Entry { return a.book.LogOfEvidence(one.Visit, one.ID) }))
	}
	return nil
}

// unlink takes the file away from what this page is about. At a whole visit it
// has to be said from what.
func (e *evidence) unlink(a *App, one inspection.Evidence) {
	if e.listed() == "" && e.finding == "" {
		a.open(newLinks(a, exhibitOf(one)))
		return
	}
	if a.take(a.book.Unlink(one.Visit, one.ID, e.item, e.finding)) {
		a.say(a.t.evidence.unlinked)
	}
}

// prove marks the file as proof that the finding was put right, or no longer.
// Without a finding, one is chosen.
func (e *evidence) prove(a *App, one inspection.Evidence) {
	switch {
	case e.finding == "":
		a.open(newProofOf(a, exhibitOf(one)))
	case slices.Contains(one.Proves, e.finding):
		if a.take(a.book.Disprove(one.Visit, one.ID, e.finding)) {
			a.say(a.t.evidence.disproved)
		}
	case a.take(a.book.Prove(one.Visit, one.ID, e.finding)):
		a.say(a.t.evidence.proved)
	}
}

func (e *evidence) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if e.caption != nil {
		return e.keyed(a, k)
	}
	e.refresh(a)
	e.rows.press(k, len(e.all), e.height(a.h-2))
	e.settle()
	return nil
}

// paste takes what is pasted or dropped on the page for a path.
func (e *evidence) paste(a *App, text string) {
	if e.caption == nil {
		a.open(newPath(e.takeIn, text))
		return
	}
	e.pasted(a, text)
}

// leave stops what is on its way in, and sets down what was written.
func (e *evidence) leave(a *App) {
	if e.intake != nil {
		e.intake.stop()
	}
	if e.caption != nil && !e.setDown(a) {
		e.keep(a)
	}
}
