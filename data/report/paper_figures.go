package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// wide says a rate as papers do: 73.9%（170/230）.
func wide(r inspection.Rate) string { return fullWidth(share(r)) }

// exact says a rate to two places, as rates of rectification are published.
func exact(r inspection.Rate) string { return fullWidth(exactShare(r)) }

func fullWidth(s string) string { return strings.NewReplacer(" (", "（", ")", "）").Replace(s) }

// below says a rate in two lines, for a narrow cell.
func below(say string) string { return strings.NewReplacer(" (", "\n", ")", "").Replace(say) }

// visitFigures are the figures of a visit, two beside each other, with those of
// its seal beside them.
func (s *sheet) visitFigures() {
	now := s.Figures(s.visit)
	seal, sealed := s.SealAt(s.visit)
	half := []column{{"数字", 34, docx.InCell}, {"现在", 16, docx.InNumber}}
	if sealed {
		half = []column{{"数字", 24, docx.InCell}, {"封存时", 13, docx.InNumber}, {"更正后", 13, docx.InNumber}}
	}
	g := newGrid(append(half, half...)...)
	cells := func(i int) []string {
		if i >= len(now) {
			return make([]string, len(half))
		}
		name, n := now[i].In(inspection.Chinese), strconv.Itoa(now[i].N)
		if sealed {
			return []string{name, strconv.Itoa(seal.Figures[i].N), n}
		}
		return []string{name, n}
	}
	rows := (len(now) + 1) / 2
	for i := range rows {
		g.add(0, append(cells(i), cells(rows+i)...)...)
	}
	s.put(g.Table)
	s.visitRates(seal, sealed)
}

func (s *sheet) visitRates(seal inspection.SealOf, sealed bool) {
	rules := []inspection.Rule{inspection.LookBackRule, inspection.FindingRule}
	words := ""
	if s.visit.Kind != inspection.LookBack {
		rules = []inspection.Rule{inspection.ProgressRule, inspection.MetRule, inspection.FindingRule}
		all := s.TallyOf(s.visit).All
		words = fmt.Sprintf("进度%s；符合率%s。", wide(all.Progress()), wide(all.Met()))
	}
	if sealed {
		words += fmt.Sprintf("由%s于%s封存。", seal.By, seal.Day.In(inspection.Chinese))
		rules = append(rules, inspection.SealedRule)
	}
	if words != "" {
		s.say(docx.Note, "%s", words)
	}
	s.rules(rules...)
}

// differences list what was amended after the seal, each with its reasons.
func (s *sheet) differences(all []inspection.Difference) {
	g := newGrid(column{"更正之处", 34, docx.InCell}, column{"封存时", 18, docx.InCell}, column{"更正后", 18, docx.InCell}, column{"理由", 30, docx.InCell})
	for _, d := range all {
		g.add(0, d.Register.Field.In(inspection.Chinese)+aboutWords(d.Register), s.SayValue(d.Register, d.From, inspection.Chinese),
			s.SayValue(d.Register, d.To, inspection.Chinese), strings.Join(d.Reasons, "；"))
	}
	s.put(g.Table)
}

func aboutWords(r inspection.Register) string {
	if r.Item == "" || r.Field == inspection.SealFigure {
		return ""
	}
	return " " + string(r.Item)
}

// verdictColumns are the columns of a table of tallies.
func verdictColumns(first string) []column {
	all := []column{{first, 165, docx.InCell}, {"适用", 90, docx.InNumber}}
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		all = append(all, column{v.In(inspection.Chinese), 90, docx.InNumber})
	}
	return append(all, column{"符合率", 125, docx.InNumber}, column{"问题", 80, docx.InNumber})
}

// verdictCells say the rate alone: what it is made of stands beside it.
func verdictCells(name string, t inspection.Tally, findings int) []string {
	row := verdictRow(name, t, findings)
	row[len(row)-2], _, _ = strings.Cut(row[len(row)-2], " (")
	return row
}

// sections are the verdicts of each section of the checklist, and of all.
func (s *sheet) sections(sections []SectionFigures, all inspection.Tally, findings, elsewhere int) {
	g := newGrid(verdictColumns("板块")...)
	for _, sec := range sections {
		if sec.Tally.Applicable == 0 && sec.Findings == 0 {
			continue
		}
		g.add(0, verdictCells(sec.Name, sec.Tally, sec.Findings)...)
	}
	if elsewhere > 0 {
		g.add(0, verdictCells("清单之外", inspection.Tally{}, elsewhere)...)
	}
	g.add(0, verdictCells("合计", all, findings)...)
	s.put(g.Table)
}

// verdictColours keep the verdicts apart, also in grey print.
var verdictColours = [...]string{inspection.Met: "548235", inspection.Partly: "BF9000", inspection.Unmet: "C00000", inspection.NA: "A6A6A6", inspection.Unclear: "7F7F7F"}

// verdictChart shows the verdicts of each section, by share.
func (s *sheet) verdictChart(sections []SectionFigures) {
	c := docx.Chart{Kind: docx.Stacked, Title: "各板块评定（要点数）", Height: min(45+7*len(sections), 170)}
	for _, v := range inspection.Verdicts() {
		one := docx.Series{Name: v.In(inspection.Chinese), Colour: verdictColours[v]}
		for _, sec := range sections {
			one.Values = append(one.Values, float64(sec.Tally.Verdicts[v]))
		}
		c.Series = append(c.Series, one)
	}
	for _, sec := range sections {
		c.Labels = append(c.Labels, sec.Name)
	}
	c.Says = "各板块符合、基本符合、不符合、不适用、未查清的要点数，数字见表"
	s.chart(c)
}

// dimensionNames are the 四个落实 in few words, for charts; what is outside all
// four comes last.
var dimensionNames = []string{"决策部署", "从严治党", "组织路线", "整改落实", "其他"}

// dimensionChart shows the findings by 落实.
func (s *sheet) dimensionChart(series ...docx.Series) {
	s.chart(docx.Chart{Kind: docx.Columns, Title: "问题分布（条，按四个落实）", Labels: dimensionNames, Series: series, Height: 65, Says: "各落实方面的问题条数，数字见表"})
}

// dimensions are the 落实 in the order of dimensionNames.
var dimensions = [...]inspection.Dimension{1, 2, 3, 4, 0}

// dimensionName is a 落实 in full.
func dimensionName(d inspection.Dimension) string { return cmp.Or(d.In(inspection.Chinese), "其他") }

// byDimension are the findings of each 落实 in the order of dimensionNames.
func byDimension(n [len(dimensions)]int) []float64 {
	var all []float64
	for _, d := range dimensions {
		all = append(all, float64(n[d]))
	}
	return all
}

func standings() []inspection.RectifyStanding {
	return []inspection.RectifyStanding{inspection.Done, inspection.Basically, inspection.NotDone}
}

// rectified says how far findings were put right.
func (s *sheet) rectified(f *LedgerFigures) {
	n := f.Ledger
	s.say(docx.Body, "已反馈问题%d条，完成整改%d条，基本完成并持续整改%d条，未完成%d条，整改完成率%s；逾期%d条，已销号%d条，曾反弹%d条。另有审定采用、尚未反馈的%d条，不计入。",
		n.All, n.Standing[inspection.Done], n.Standing[inspection.Basically], n.Standing[inspection.NotDone], exact(f.rate()), n.Overdue, n.Closed, n.Relapsed, f.NotFed)
}

// workWords are what was counted, each with its unit: 个别谈话12人次、….
func workWords(f *inspection.Statistics) string {
	var all []string
	for _, c := range inspection.Counters() {
		name, unit, _ := strings.Cut(strings.TrimSuffix(c.In(inspection.Chinese), "）"), "（")
		all = append(all, fmt.Sprintf("%s%d%s", name, f.Counts[c], unit))
	}
	return strings.Join(all, "、")
}
