package report

import (
	"fmt"
	"strconv"

	"xuncha/inspection"
)

// pagePart is a round on the page, or all of them together.
type pagePart struct {
	ID, Title string // r1 and 第一轮; r0 is the total
	About     string // days and checklist
	KPIs      []pageKPI
	Coverage  []pageCoverage
	Sections  []pageSection // the last is their sum
	Verdicts  []pageVerdict // names of the columns
	LeftOut   string
	Heat      *pageHeat // none for the total
	Common    []pageCommon
	More      int // common problems beyond those named
	Ledger    *pageLedger
	LookBack  *pageLookBack
	Sealed    []pageSealed
	Amended   int // of the visits sealed
}

// pageKPI is a figure in large: N of Of, and what it is made by.
type pageKPI struct {
	Name, Value, Parts string
	Rule               string
	Bar                *pageBar
}

// pageCoverage is how far a round has come.
type pageCoverage struct {
	Title                    string
	Planned, Begun, Finished int
	Share                    string
	Bar                      pageBar
}

type pageVerdict struct{ Class, Name, Sign string }

// pageSection is a section's verdicts; Number is empty for all together.
type pageSection struct {
	Number, Name string
	Applicable   int
	Counts       []int // by Verdicts
	Share        string
	Findings     int
	Bar          pageBar
}

// pageCommon is a common problem.
type pageCommon struct {
	Code, Title string
	N, Of       int
	Share, Word string
	Bar         pageBar
}

// pageLookBack are the answers of look-back visits.
type pageLookBack struct {
	Planned, Begun, Finished, Of int
	Answers                      []pageCount
}

type pageCount struct {
	Name string
	N    int
}

// pageSealed is a figure of all sealed visits, then and now.
type pageSealed struct {
	Name     string
	Was, Now int
}

func (s Summary) part(f *Figures) pagePart {
	p := pagePart{
		ID: fmt.Sprintf("r%d", f.Round.No), Title: f.title(&chinese), About: about(f.Round), KPIs: kpis(f),
		Sections: pageSections(f), Verdicts: pageVerdicts(), LeftOut: leftOut(f),
		Ledger: ledgerOnPage(&f.Afterwards, s.Today), LookBack: lookBackOnPage(&f.Afterwards),
	}
	if f.Round.No == 0 {
		for i := range s.Rounds {
			p.Coverage = append(p.Coverage, coverageOnPage(&s.Rounds[i]))
		}
	} else {
		p.Heat = heatOnPage(f)
	}
	p.Coverage = append(p.Coverage, coverageOnPage(f))
	p.addCommon(f.Common, s.book.Office())
	p.addSealed(&f.Afterwards)
	return p
}

// about is when a round is, and by which checklist.
func about(r inspection.Round) string {
	words := ""
	if r.Start != 0 || r.End != 0 {
		words = r.Start.String() + "—" + r.End.String()
	}
	if r.Checklist != "" {
		if words != "" {
			words += "　"
		}
		words += "清单 " + oneLine(string(r.Checklist))
	}
	return words
}

func kpis(f *Figures) []pageKPI {
	all := []pageKPI{
		rateKPI("覆盖", f.coverage(), share),
		rateKPI("已进校", inspection.Rate{Rule: inspection.BegunRule, N: f.Begun, Of: f.Planned}, share),
		rateKPI("进度", f.All.Progress(), share),
		rateKPI("符合率", f.All.Met(), share),
		{Name: "问题", Value: strconv.Itoa(f.Findings), Parts: fmt.Sprintf("另撤回 %d、不采用 %d、并入 %d", f.Withdrawn, f.Rejected, f.Merged), Rule: ruleNames[inspection.FindingRule]},
	}
	if n := f.Ledger; n.All+f.NotFed > 0 {
		all = append(all, rateKPI("整改完成率", f.rate(), exactShare), pageKPI{
			Name: "逾期", Value: strconv.Itoa(n.Overdue), Parts: fmt.Sprintf("已反馈 %d 条中", n.All), Rule: ruleNames[inspection.OverdueRule],
		})
	}
	return all
}

// rateKPI is a rate in large; what it left out stands beside its parts.
func rateKPI(name string, r inspection.Rate, say func(inspection.Rate) string) pageKPI {
	k := pageKPI{Name: name, Value: "—", Parts: fmt.Sprintf("%d/%d", r.N, r.Of), Rule: ruleNames[r.Rule]}
	if _, ok := r.Share(); ok {
		k.Value = percentOf(say(r))
		k.Bar = &pageBar{Of: r.Of, Title: name, Desc: say(r), Parts: []barPart{{"all", 0, r.Of}, {"met", 0, r.N}}}
	}
	if r.Out > 0 {
		k.Parts += fmt.Sprintf("，未计入 %d", r.Out)
	}
	return k
}

func coverageOnPage(f *Figures) pageCoverage {
	c := pageCoverage{Title: f.title(&chinese), Planned: f.Planned, Begun: f.Begun, Finished: f.Finished, Share: share(f.coverage())}
	c.Bar = pageBar{
		Of: f.Planned, Title: c.Title + "的覆盖", Desc: fmt.Sprintf("计划 %d，已进校 %d，已完成 %d", f.Planned, f.Begun, f.Finished),
		Parts: []barPart{{"all", 0, f.Planned}, {"partly", 0, f.Begun}, {"met", 0, f.Finished}},
	}
	return c
}

// onPage are the verdicts as columns and bars show them.
func onPage() []inspection.Verdict { return append(inspection.Verdicts(), inspection.None) }

var verdictClasses = [...]string{
	inspection.None: "none", inspection.Met: "met", inspection.Partly: "partly", inspection.Unmet: "unmet",
	inspection.NA: "na", inspection.Unclear: "unclear",
}

func pageVerdicts() []pageVerdict {
	var all []pageVerdict
	for _, v := range onPage() {
		all = append(all, pageVerdict{verdictClasses[v], v.In(inspection.Chinese), v.Sign()})
	}
	return all
}

func pageSections(f *Figures) []pageSection {
	var all []pageSection
	for _, sec := range f.Sections {
		all = append(all, sectionOnPage(strconv.Itoa(sec.Number), oneLine(sec.Name), sec.Tally, sec.Findings))
	}
	if f.Elsewhere > 0 {
		all = append(all, sectionOnPage("", "清单之外", inspection.Tally{}, f.Elsewhere))
	}
	return append(all, sectionOnPage("", "合计", f.All, f.Findings))
}

func sectionOnPage(number, name string, t inspection.Tally, findings int) pageSection {
	row := pageSection{Number: number, Name: name, Applicable: t.Applicable, Share: share(t.Met()), Findings: findings}
	row.Bar = pageBar{Of: t.Applicable, Title: name + "的评定"}
	at := 0
	for i, v := range onPage() {
		n := t.Verdicts[v]
		row.Counts = append(row.Counts, n)
		if n > 0 {
			row.Bar.Parts = append(row.Bar.Parts, barPart{verdictClasses[v], at, n})
			at += n
		}
		if i > 0 {
			row.Bar.Desc += "，"
		}
		row.Bar.Desc += fmt.Sprintf("%s %d", v.In(inspection.Chinese), n)
	}
	return row
}

// leftOut says what the verdicts do not count.
func leftOut(f *Figures) string {
	a := f.All
	return fmt.Sprintf(chinese.leftOut, a.Verdicts[inspection.NA], a.Verdicts[inspection.Unclear], a.Verdicts[inspection.None], a.Hidden, a.Undecided)
}

// mostOnPage is how many common problems a page names; the rest is counted.
const mostOnPage = 30

func (p *pagePart) addCommon(common []CommonFigures, o inspection.Office) {
	for i, it := range common {
		if i == mostOnPage {
			p.More = len(common) - i
			break
		}
		r := it.Tally.Rate()
		row := pageCommon{Code: string(it.Tally.Code), Title: oneLine(it.Title), N: r.N, Of: r.Of, Share: percentOf(share(r)), Word: it.Tally.Extent(o).In(inspection.Chinese)}
		row.Bar = pageBar{Of: r.Of, Title: string(it.Tally.Code) + " 不符合的学校", Desc: share(r), Parts: []barPart{{"all", 0, r.Of}, {"unmet", 0, r.N}}}
		p.Common = append(p.Common, row)
	}
}

func lookBackOnPage(a *Afterwards) *pageLookBack {
	n := a.LookBacks
	if n.Planned == 0 {
		return nil
	}
	l := &pageLookBack{Planned: n.Planned, Begun: n.Begun, Finished: n.Finished, Of: n.Of}
	for _, answer := range inspection.Relooks() {
		l.Answers = append(l.Answers, pageCount{answer.In(inspection.Chinese), a.Answers[answer]})
	}
	l.Answers = append(l.Answers, pageCount{chinese.unanswered, n.Of - n.Answered})
	return l
}

func (p *pagePart) addSealed(a *Afterwards) {
	was, now := a.sums()
	for i, f := range was {
		if f.N != 0 || now[i].N != 0 {
			p.Sealed = append(p.Sealed, pageSealed{f.In(inspection.Chinese), f.N, now[i].N})
		}
	}
	for i := range a.Sealed {
		if len(a.Sealed[i].Differences) > 0 {
			p.Amended++
		}
	}
}
