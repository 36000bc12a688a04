package report

import (
	"cmp"
	"slices"

	"xuncha/inspection"
)

// Summary is the figures of some rounds, and of them together.
type Summary struct {
	Campaign inspection.Campaign
	Today    inspection.Day // that overdue is counted by
	Rounds   []Figures
	Total    *Figures // nil when there is one round only

	book *inspection.Book
}

// Figures are those of a round, or of several together. Their rules stand in
// package inspection; see [inspection.Rule].
type Figures struct {
	Round                    inspection.Round // zero for several together
	Planned, Begun, Finished int              // visits
	All                      inspection.Tally // of the visits begun
	Sections                 []SectionFigures // in the order of the checklist
	Visits                   []VisitFigures   // in the order of the roster
	Common                   []CommonFigures  // the most often first
	Findings                 int              // those that are counted
	Withdrawn                int              // 撤回, not counted
	Rejected                 int              // 不采用, not counted
	Merged                   int              // 并入, not counted
	Elsewhere                int              // of Findings, those raised from no item
	Afterwards
}

// SectionFigures are those of one section.
type SectionFigures struct {
	Number   int
	Name     string
	Tally    inspection.Tally
	Findings int
}

// VisitFigures are those of one visit.
type VisitFigures struct {
	Visit    inspection.Visit
	School   string
	Tally    inspection.Tally
	Sections []SectionFigures // in the order of the checklist
	Findings int
	LedgerFigures
}

// CommonFigures tell at how many of the schools judged an item was 不符合.
type CommonFigures struct {
	Tally inspection.ItemTally
	Title string
}

// Summarize takes the figures of the rounds named, or of all rounds when none
// is. Rounds that the book has not are passed over. It holds until the book
// changes.
func Summarize(b *inspection.Book, today inspection.Day, rounds ...inspection.RoundNo) Summary {
	s := Summary{Today: today, book: b}
	s.Campaign, _ = b.Campaign()
	for _, r := range b.Rounds() {
		if len(rounds) == 0 || slices.Contains(rounds, r.No) {
			s.Rounds = append(s.Rounds, figures(b, r, today))
		}
	}
	if len(s.Rounds) > 1 {
		s.Total = total(b, s.Rounds)
	}
	return s
}

func figures(b *inspection.Book, r inspection.Round, today inspection.Day) Figures {
	t := b.TallyRound(r.No)
	f := Figures{Round: r, Planned: t.Planned, Begun: t.Begun, Finished: t.Finished, All: t.All, Findings: t.Findings}
	list := b.ChecklistOf(r.No)
	if list != nil {
		f.addSections(list, t)
		f.addCommon(list, t)
	}
	after, ledgers := afterwards(b, r.No, today)
	f.Afterwards = after
	for _, v := range b.VisitsIn(r.No) {
		if v.ID.Kind == inspection.LookBack {
			continue // it has no checklist, and stands in Afterwards
		}
		one := b.TallyOf(v.ID)
		f.Visits = append(f.Visits, VisitFigures{v, schoolName(b, v.ID.School), one.All, visitSections(list, one), one.Findings, ledgers[v.ID]})
	}
	f.addFindings(b, list)
	return f
}

func (f *Figures) addSections(list *inspection.Checklist, t *inspection.RoundTally) {
	for _, sec := range list.Sections {
		row := SectionFigures{Number: sec.Number, Name: sec.Name}
		if counted := t.Sections[sec.Number]; counted != nil {
			row.Tally = *counted
		}
		f.Sections = append(f.Sections, row)
	}
}

// visitSections are those of one visit, also where nothing was judged.
func visitSections(list *inspection.Checklist, t *inspection.VisitTally) []SectionFigures {
	if list == nil {
		return nil
	}
	rows := make([]SectionFigures, 0, len(list.Sections))
	for _, sec := range list.Sections {
		row := SectionFigures{Number: sec.Number, Name: sec.Name, Findings: t.Found[sec.Number]}
		if counted := t.Sections[sec.Number]; counted != nil {
			row.Tally = *counted
		}
		rows = append(rows, row)
	}
	return rows
}

func (f *Figures) addCommon(list *inspection.Checklist, t *inspection.RoundTally) {
	for _, it := range t.Common() {
		row := CommonFigures{Tally: it}
		if item := list.Item(it.Code); item != nil {
			row.Title = item.Title
		}
		f.Common = append(f.Common, row)
	}
}

// addFindings files the findings under the section of the item that each was
// raised from.
func (f *Figures) addFindings(b *inspection.Book, list *inspection.Checklist) {
	for _, one := range b.FindingsIn(f.Round.No) {
		switch {
		case one.State == inspection.Withdrawn:
			f.Withdrawn++
			continue
		case one.State == inspection.Rejected:
			f.Rejected++
			continue
		case !one.State.Counts():
			f.Merged++
			continue
		}
		if sec := f.sectionOf(list, one.Item); sec != nil {
			sec.Findings++
		} else {
			f.Elsewhere++
		}
	}
}

func (f *Figures) sectionOf(list *inspection.Checklist, code inspection.ItemCode) *SectionFigures {
	if list == nil || code == "" {
		return nil
	}
	item := list.Item(code)
	if item == nil {
		return nil
	}
	return f.section(item.Section)
}

func (f *Figures) section(number int) *SectionFigures {
	for i := range f.Sections {
		if f.Sections[i].Number == number {
			return &f.Sections[i]
		}
	}
	return nil
}

// total adds rounds up. A school that was visited in two rounds counts twice,
// as two visits.
func total(b *inspection.Book, rounds []Figures) *Figures {
	var t Figures
	titles := map[inspection.ItemCode]string{}
	items := inspection.RoundTally{Items: map[inspection.ItemCode]*inspection.ItemTally{}}
	for _, r := range rounds {
		t.Planned += r.Planned
		t.Begun += r.Begun
		t.Finished += r.Finished
		t.Findings += r.Findings
		t.Withdrawn += r.Withdrawn
		t.Rejected += r.Rejected
		t.Merged += r.Merged
		t.Elsewhere += r.Elsewhere
		t.All.Add(r.All)
		t.Afterwards.add(&r.Afterwards)
		t.merge(r.Sections)
		gather(items.Items, b.TallyRound(r.Round.No).Items)
		for _, it := range r.Common {
			titles[it.Tally.Code] = it.Title
		}
	}
	for _, it := range items.Common() {
		t.Common = append(t.Common, CommonFigures{Tally: it, Title: titles[it.Code]})
	}
	return &t
}

// gather adds the counts of every item up, also of those that were 不符合 in
// no visit of the round: they were judged there, and belong to N.
func gather(sum, round map[inspection.ItemCode]*inspection.ItemTally) {
	for code, it := range round {
		mine := sum[code]
		if mine == nil {
			mine = &inspection.ItemTally{Code: code}
			sum[code] = mine
		}
		for v, n := range it.Verdicts {
			mine.Verdicts[v] += n
		}
	}
}

func (f *Figures) merge(sections []SectionFigures) {
	for _, sec := range sections {
		mine := f.section(sec.Number)
		if mine == nil {
			f.Sections = append(f.Sections, sec)
			continue
		}
		mine.Tally.Add(sec.Tally)
		mine.Findings += sec.Findings
	}
	slices.SortStableFunc(f.Sections, func(x, y SectionFigures) int { return cmp.Compare(x.Number, y.Number) })
}
