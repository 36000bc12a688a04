package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// visit is where people live: one school in one round, its checklist with what
// was found, one point of it whole, and a key for each verdict.
type visit struct {
	id     inspection.VisitID
	item   inspection.ItemCode // of the current point
	resume place               // where the note is to be opened again, when it was open
	glance bool                // somebody only looks: the place where work goes on stays
	just   inspection.ItemCode // 不符合 or 基本符合 by the last key; F2 raises its finding

	// What follows is read again when the book has changed.
	read     int // entries that it rests on, plus one
	points   []point
	findings map[inspection.ItemCode]int // not withdrawn, by item
	evidence map[inspection.ItemCode]int // files, by item

	wrapped map[wrapping][]string
}

// newVisit is the visit of a place. Without an item it stands on the first one
// that has no verdict.
func newVisit(a *App, p place) *visit {
	v := &visit{id: p.visit(), item: p.Item, resume: p}
	v.refresh(a)
	return v
}

// opened goes on where somebody was: in the note, if it was open.
func (v *visit) opened(a *App) {
	if len(v.points) == 0 {
		return
	}
	if v.resume.Note && v.resume.Item == v.item {
		a.open(newNote(a, v, v.resume.Cursor))
		return
	}
	if v.resume.Form && v.resume.Item == v.item && a.journal.Kept(formDraft(v.id, v.item)) != nil {
		f := newForm(a, v, v.item)
		f.goOnAt(v.resume)
		a.open(f)
		return
	}
	v.glance = a.glance()
	v.keep(a)
}

// keep remembers that work goes on here.
func (v *visit) keep(a *App) {
	if !v.glance {
		a.keepPlace(v.place())
	}
}

func (v *visit) scope() scope              { return inVisit }
func (v *visit) round() inspection.RoundNo { return v.id.Round }

func (v *visit) school() inspection.SchoolCode { return v.id.School }

func (v *visit) title(a *App) string {
	if s := a.book.School(v.id.School); s != nil {
		return s.Name
	}
	return string(v.id.School)
}

// place is where work goes on.
func (v *visit) place() place {
	return place{Round: v.id.Round, Kind: v.id.Kind, School: v.id.School, Item: v.item}
}

// refresh reads the points again when the book has changed, and finds another
// one when the current point no longer applies.
func (v *visit) refresh(a *App) {
	if v.read == a.book.Len()+1 {
		return
	}
	first := v.read == 0
	v.read = a.book.Len() + 1
	v.readPoints(a)
	if !first {
		v.follow(a)
	}
	v.findings = map[inspection.ItemCode]int{}
	for _, f := range a.book.FindingsAt(v.id) {
		if f.State.Counts() {
			v.findings[f.Item]++
		}
	}
	v.evidence = map[inspection.ItemCode]int{}
	for _, e := range a.book.EvidenceAt(v.id) {
		for _, code := range e.Items {
			v.evidence[code]++
		}
	}
	if v.index(v.item) < 0 && len(v.points) > 0 {
		v.item = v.points[max(v.waiting(a, -1, inspection.None), 0)].item.Code
	}
}

// follow goes to the item of what was just undone or redone, so that the next
// verdict is not given to another.
func (v *visit) follow(a *App) {
	e := a.book.Last(a.journal.Device())
	if e == nil || e.Fact.Kind != inspection.Undone || len(e.Fact.Writes) == 0 {
		return
	}
	if r := e.Fact.Writes[0].Register; r.Visit == v.id && v.index(r.Item) >= 0 {
		v.move(a, r.Item)
	}
}

func (v *visit) readPoints(a *App) {
	v.points = v.points[:0]
	list, school := a.book.ChecklistOf(v.id.Round), a.book.School(v.id.School)
	if list == nil || school == nil {
		return
	}
	list.Items(func(s *inspection.Section, it *inspection.Item) {
		if holds := it.Applies.Of(school); holds != inspection.No {
			v.points = append(v.points, point{s, it, holds == inspection.Unknown})
		}
	})
}

func (v *visit) index(code inspection.ItemCode) int {
	return slices.IndexFunc(v.points, func(p point) bool { return p.item.Code == code })
}

// at is the index of the current point.
func (v *visit) at() int { return max(v.index(v.item), 0) }

func (v *visit) current() point { return v.points[v.at()] }

// move goes to an item and remembers that work goes on there.
func (v *visit) move(a *App, code inspection.ItemCode) {
	if v.item == code {
		return
	}
	v.item = code
	v.keep(a)
}

// waiting is the first point after i, and round to the beginning, whose verdict
// is the one given; -1 when there is none other than i.
func (v *visit) waiting(a *App, i int, verdict inspection.Verdict) int {
	n := len(v.points)
	for step := 1; step <= n; step++ {
		k := (i + step) % n
		if k != i && a.book.AnswerAt(v.id, v.points[k].item.Code).Verdict == verdict {
			return k
		}
	}
	return -1
}

// next goes on to the next point without a verdict, and when there is none to
// the next one that is 未查清.
func (v *visit) next(a *App) {
	here := v.at()
	if i := v.waiting(a, here, inspection.None); i >= 0 {
		v.move(a, v.points[i].item.Code)
		return
	}
	if a.book.AnswerAt(v.id, v.item).Verdict == inspection.None {
		return
	}
	unclear := a.book.TallyOf(v.id).All.Verdicts[inspection.Unclear]
	if i := v.waiting(a, here, inspection.Unclear); i >= 0 {
		v.move(a, v.points[i].item.Code)
		a.say(a.t.visit.unclear(unclear))
		return
	}
	a.say(a.t.visit.allDone)
}

// judge sets the verdict of the current point. The same verdict again writes
// nothing.
func (v *visit) judge(a *App, verdict inspection.Verdict) bool {
	if a.book.AnswerAt(v.id, v.item).Verdict == verdict {
		return true
	}
	return v.answer(a, inspection.Change{Verdict: &verdict})
}

// answer sets something down about the current point.
func (v *visit) answer(a *App, c inspection.Change) bool {
	v.glance = false
	return a.record(v.id, func() (inspection.Fact, error) { return a.book.Answer(v.id, v.item, c) })
}

// record takes a fact about a visit. The first one begins the visit, unless it
// is refused: then nothing has begun.
func (a *App) record(id inspection.VisitID, fact func() (inspection.Fact, error)) bool {
	if _, err := fact(); err == nil && a.book.Visit(id).Begun == 0 {
		a.take(a.book.Begin(id, a.today()))
	}
	return a.take(fact())
}

func (v *visit) do(a *App, act act) tea.Cmd {
	if v.refresh(a); len(v.points) == 0 {
		if act == actBack {
			a.back()
		}
		return nil
	}
	just := v.just
	v.just = ""
	switch act {
	case actMet, actPartly, actUnmet, actNA, actUnclear:
		v.verdict(a, inspection.Met+inspection.Verdict(act-actMet))
	case actFinding:
		if just != "" {
			v.move(a, just)
		}
		a.open(newForm(a, v, v.item))
	case actFree:
		a.open(newForm(a, v, ""))
	case actClear:
		v.judge(a, inspection.None)
	case actNext:
		v.next(a)
	case actSectionBack, actSectionOn:
		v.turn(a, act == actSectionOn)
	case actBack:
		a.back()
	default:
		v.over(a, act)
	}
	return nil
}

// verdict sets the verdict and goes on. What is not all right is usually raised
// next, so F2 then means the item that was just judged.
func (v *visit) verdict(a *App, verdict inspection.Verdict) {
	judged := v.item
	if !v.judge(a, verdict) {
		return
	}
	v.next(a)
	if (verdict == inspection.Unmet || verdict == inspection.Partly) && v.item != judged {
		v.just = judged
		if a.notice.words == "" {
			a.say(a.t.visit.raiseNext(string(judged), verdict.Sign()+verdict.In(a.lang)))
		}
	}
}

// over opens a screen over the visit.
func (v *visit) over(a *App, act act) {
	switch act {
	case actNote:
		a.open(newNote(a, v, endOfNote))
	case actMethod:
		a.open(newMethods(a, v))
	case actChecked:
		a.open(newChecked(a, v))
	case actGaps:
		a.open(newGaps(a, v))
	case actMore:
		a.open(&whole{v: v})
	case actSearch:
		a.open(newSeek(v))
	case actEvidence:
		a.open(newEvidence(a, v.id, v.item, ""))
	case actWorks:
		a.open(newWorks(v))
	case actFindingsHere:
		a.open(newFindingsAt(a, v.id))
	case actHistory:
		a.open(newHistoryOf(a, v.id, v.item))
	case actSealed:
		a.open(newSealed(a, v.id))
	}
}

func (v *visit) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	v.just = ""
	if v.refresh(a); len(v.points) > 0 {
		v.walk(a, k)
	}
	return nil
}
