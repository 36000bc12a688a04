package tui

import (
	"cmp"
	"fmt"
	"slices"

	"xuncha/inspection"
)

// ask names one figure by codes, so that it can be counted anew whenever the
// book has changed.
type ask struct {
	rule     inspection.Rule
	round    inspection.RoundNo
	visit    inspection.VisitID // zero: the whole round
	section  int                // zero: all sections
	item     inspection.ItemCode
	verdict  inspection.Verdict         // of a VerdictRule
	counter  inspection.Counter         // of a WorkRule
	standing inspection.RectifyStanding // of a RectifiedRule; zero: the rate
}

// outside is the section of what is not on the checklist.
const outside = -1

// spot is one row under a figure: a visit, an item at it, or a finding.
type spot struct {
	visit   inspection.VisitID
	item    inspection.ItemCode
	finding inspection.FindingID
	file    inspection.EvidenceID
}

func (q ask) ofVisit() bool { return q.visit.School != "" }

// tallied tells whether the figure is made of verdicts.
func (q ask) tallied() bool {
	switch q.rule {
	case inspection.ProgressRule, inspection.MetRule, inspection.MetHalfRule, inspection.VerdictRule, inspection.CommonRule:
		return true
	}
	return false
}

// tally counts the verdicts that the figure is made of.
func (q ask) tally(a *App) inspection.Tally {
	if q.item != "" {
		return itemTally(a.book.TallyRound(q.round).Items[q.item])
	}
	round := a.book.TallyRound(q.round)
	all, sections := &round.All, round.Sections
	if q.ofVisit() {
		t := a.book.TallyOf(q.visit)
		all, sections = &t.All, t.Sections
	}
	if q.section != 0 {
		all = sections[q.section]
	}
	if all == nil {
		return inspection.Tally{}
	}
	return *all
}

func itemTally(it *inspection.ItemTally) inspection.Tally {
	var t inspection.Tally
	if it == nil {
		return t
	}
	t.Verdicts = it.Verdicts
	for _, n := range it.Verdicts {
		t.Applicable += n
	}
	return t
}

// rate is the figure.
func (q ask) rate(a *App) inspection.Rate {
	switch q.rule {
	case inspection.ProgressRule:
		return q.tally(a).Progress()
	case inspection.MetRule:
		return q.tally(a).Met()
	case inspection.MetHalfRule:
		return q.tally(a).MetHalf()
	case inspection.VerdictRule:
		return q.tally(a).Of(q.verdict)
	case inspection.CoverageRule:
		return a.book.TallyRound(q.round).Coverage()
	case inspection.BegunRule:
		return a.book.TallyRound(q.round).Arrived()
	case inspection.CommonRule:
		if it := a.book.TallyRound(q.round).Items[q.item]; it != nil {
			return it.Rate()
		}
	case inspection.FindingRule:
		return inspection.Rate{Rule: q.rule, N: q.findings(a)}
	case inspection.WorkRule:
		return inspection.Rate{Rule: q.rule, N: q.work(a)}
	case inspection.RectifiedRule:
		return q.rectifiedRate(a)
	}
	return inspection.Rate{Rule: q.rule}
}

func (q ask) findings(a *App) int {
	round := a.book.TallyRound(q.round)
	all, found := round.Findings, round.Found
	if q.ofVisit() {
		t := a.book.TallyOf(q.visit)
		all, found = t.Findings, t.Found
	}
	switch q.section {
	case 0:
		return all
	case outside:
		return found[0]
	}
	return found[q.section]
}

func (q ask) work(a *App) int {
	if q.ofVisit() {
		return int(a.book.Counted(q.visit, q.counter))
	}
	return int(a.book.TallyRound(q.round).Work[q.counter])
}

// allWork tells whether the figure is of every counter: no sum of them.
func (q ask) allWork() bool { return q.rule == inspection.WorkRule && q.counter == 0 }

// name is what the figure is called.
func (q ask) name(a *App) string {
	switch q.rule {
	case inspection.VerdictRule:
		return q.verdict.Sign() + " " + q.verdict.In(a.lang)
	case inspection.WorkRule:
		if !q.allWork() {
			return q.counter.In(a.lang)
		}
	case inspection.RectifiedRule:
		if q.standing != 0 {
			return a.standingSign(q.standing) + " " + q.standing.In(a.lang)
		}
	}
	return a.t.summary.rules[q.rule].name
}

// subject is what the figure is about: the round, and a school, a section or an
// item if it is not all of it.
func (q ask) subject(a *App) string {
	if q.rectified() {
		return newLedger(a, q.visit.School).title(a)
	}
	r, _ := a.book.Round(q.round)
	s := r.Title
	if q.ofVisit() {
		s += " · " + a.schoolName(q.visit)
	}
	list := a.book.ChecklistOf(q.round)
	switch {
	case q.section == outside:
		s += " · " + a.t.summary.outside
	case q.section != 0 && list != nil && list.Section(q.section) != nil:
		s += fmt.Sprintf(" · %d %s", q.section, list.Section(q.section).Name)
	case q.item != "" && list != nil && list.Item(q.item) != nil:
		s += " · " + string(q.item) + " " + list.Item(q.item).Title
	}
	return s
}

// schoolName names the school of a visit, and its kind if it is not routine.
func (a *App) schoolName(v inspection.VisitID) string {
	name := string(v.School)
	if s := a.book.School(v.School); s != nil {
		name = s.Name
	}
	if v.Kind != inspection.Routine {
		name += "·" + v.Kind.In(a.lang)
	}
	return name
}

// spots are the figure's rows. Of many items at many schools they are the
// schools, each of which opens to a figure of its own.
func (q ask) spots(a *App) []spot {
	switch {
	case q.rectified():
		return q.rectifiedSpots(a)
	case q.rule == inspection.FindingRule:
		return q.findingSpots(a, false)
	case q.allWork():
		return nil
	case !q.tallied():
		return q.visitSpots(a)
	case q.ofVisit():
		return q.itemSpots(a, q.visit, nil)
	case q.item != "", q.rule == inspection.VerdictRule && q.section != 0:
		return q.answerSpots(a)
	}
	return q.schoolSpots(a)
}

// visitSpots are the round's visits; those of a work figure are those that it
// was counted at.
func (q ask) visitSpots(a *App) []spot {
	var all []spot
	for _, v := range a.book.VisitsIn(q.round) {
		if v.ID.Kind != inspection.LookBack && (q.rule != inspection.WorkRule || a.book.Counted(v.ID, q.counter) != 0) {
			all = append(all, spot{visit: v.ID})
		}
	}
	return all
}

// findingSpots are the figure's findings, or those that it does not count.
func (q ask) findingSpots(a *App, withdrawn bool) []spot {
	var all []spot
	list := a.book.ChecklistOf(q.round)
	for _, f := range a.book.FindingsIn(q.round) {
		if f.Visit.Kind == inspection.LookBack || (f.State == inspection.Withdrawn) != withdrawn || q.ofVisit() && f.Visit != q.visit {
			continue
		}
		section := outside
		if list != nil && list.Item(f.Item) != nil {
			section = list.Item(f.Item).Section
		}
		if q.section == 0 || q.section == section {
			all = append(all, spot{visit: f.Visit, item: f.Item, finding: f.ID})
		}
	}
	return all
}

// severity is the order in which verdicts are listed: what needs a look first.
var severity = [6]int{
	inspection.Unmet: 0, inspection.Partly: 1, inspection.Unclear: 2, inspection.None: 3, inspection.Met: 4, inspection.NA: 5,
}

// itemSpots adds the items of a visit that belong to the figure.
func (q ask) itemSpots(a *App, v inspection.VisitID, all []spot) []spot {
	list, school := a.book.ChecklistOf(v.Round), a.book.School(v.School)
	if list == nil || school == nil {
		return all
	}
	from := len(all)
	verdict := map[inspection.ItemCode]inspection.Verdict{}
	list.Items(func(sec *inspection.Section, it *inspection.Item) {
		if q.section != 0 && sec.Number != q.section || q.item != "" && it.Code != q.item || it.Applies.Of(school) == inspection.No {
			return
		}
		verdict[it.Code] = a.book.AnswerAt(v, it.Code).Verdict
		if q.rule != inspection.VerdictRule || verdict[it.Code] == q.verdict {
			all = append(all, spot{visit: v, item: it.Code})
		}
	})
	slices.SortStableFunc(all[from:], func(x, y spot) int {
		return cmp.Compare(severity[verdict[x.item]], severity[verdict[y.item]])
	})
	return all
}

// answerSpots are the answers of one item, or of one verdict in a section, at
// all schools. Only visits that have such an answer are looked through.
func (q ask) answerSpots(a *App) []spot {
	var all []spot
	for _, v := range a.book.VisitsIn(q.round) {
		t := a.book.TallyOf(v.ID)
		if !t.Begun || v.ID.Kind == inspection.LookBack {
			continue
		}
		if q.item != "" {
			if a.book.AnswerAt(v.ID, q.item).Verdict != inspection.None && a.applies(v.ID, q.item) && q.holds(a, v.ID) {
				all = append(all, spot{visit: v.ID, item: q.item})
			}
		} else if sec := t.Sections[q.section]; sec != nil && sec.Verdicts[q.verdict] > 0 {
			all = q.itemSpots(a, v.ID, all)
		}
	}
	if q.item == "" {
		return all
	}
	return a.bySeverity(all)
}

// holds tells whether the answer has the figure's verdict, if it is of one.
func (q ask) holds(a *App, v inspection.VisitID) bool {
	return q.rule != inspection.VerdictRule || a.book.AnswerAt(v, q.item).Verdict == q.verdict
}

// applies tells whether an item is the visit's to answer.
func (a *App) applies(v inspection.VisitID, code inspection.ItemCode) bool {
	list, school := a.book.ChecklistOf(v.Round), a.book.School(v.School)
	if list == nil || school == nil {
		return false
	}
	it := list.Item(code)
	return it != nil && it.Applies.Of(school) != inspection.No
}

func (a *App) bySeverity(all []spot) []spot {
	order := make(map[spot]int, len(all))
	for _, s := range all {
		order[s] = severity[a.book.AnswerAt(s.visit, s.item).Verdict]
	}
	slices.SortStableFunc(all, func(x, y spot) int { return cmp.Compare(order[x], order[y]) })
	return all
}

// schoolSpots are the schools where somebody was: for a rate the lowest first,
// for a verdict those with the most of it.
func (q ask) schoolSpots(a *App) []spot {
	type ranked struct {
		visit inspection.VisitID
		key   float64
		place int
	}
	visits := a.book.VisitsIn(q.round)
	all := make([]ranked, 0, len(visits))
	for i, v := range visits {
		r := q.at(v.ID).rate(a)
		key, ok := r.Share()
		switch {
		case !a.book.TallyOf(v.ID).Begun, v.ID.Kind == inspection.LookBack, q.rule == inspection.VerdictRule && r.N == 0:
			continue
		case q.rule == inspection.VerdictRule:
			key = -float64(r.N)
		case !ok:
			key = 2 // nothing to divide by: last
		}
		all = append(all, ranked{v.ID, key, i})
	}
	slices.SortFunc(all, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.place, y.place))
	})
	spots := make([]spot, len(all))
	for i, one := range all {
		spots[i].visit = one.visit
	}
	return spots
}

// at is the same figure at one visit.
func (q ask) at(v inspection.VisitID) ask {
	q.visit = v
	return q
}
