package report

import (
	"fmt"
	"math"
	"strconv"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// overview puts all rounds side by side.
func (s *sheet) overview() error {
	sum := Summarize(s.Book, s.choice.Today)
	if len(sum.Rounds) == 0 {
		return NothingPlanned
	}
	var rounds []*Figures
	var labels []string
	for i := range sum.Rounds {
		rounds = append(rounds, &sum.Rounds[i])
		labels = append(labels, sum.Rounds[i].Round.Title)
	}
	s.title(s.campaign(), "各轮总览")
	s.head(docx.Heading1, "各轮数字")
	s.sideBySide(rounds, sum.Total)
	s.rules(inspection.CoverageRule, inspection.ProgressRule, inspection.MetRule, inspection.FindingRule, inspection.WorkRule, inspection.RectifiedRule, inspection.OverdueRule, inspection.LookBackRule)
	s.coverageChart(labels, rounds)
	s.head(docx.Heading1, "变化")
	s.trends(rounds)
	s.head(docx.Heading1, "问题")
	s.dimensionsOf(rounds)
	s.head(docx.Heading1, "整改")
	s.rectifiedChart(labels, rounds)
	s.head(docx.Heading1, "各轮合计的共性问题")
	s.commonInAll(rounds, sum.Total)
	s.proof()
	return nil
}

// measure is a row of the overview.
type measure struct {
	name  string
	value func(*Figures) string
}

func count(n func(*Figures) int) func(*Figures) string {
	return func(f *Figures) string { return strconv.Itoa(n(f)) }
}

func measures() []measure {
	all := []measure{
		{"计划（所）", count(func(f *Figures) int { return f.Planned })},
		{"已进校（所）", count(func(f *Figures) int { return f.Begun })},
		{"完成（所）", count(func(f *Figures) int { return f.Finished })},
		{"覆盖", func(f *Figures) string { return below(share(f.coverage())) }},
		{"适用要点", count(func(f *Figures) int { return f.All.Applicable })},
	}
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		all = append(all, measure{v.In(inspection.Chinese), count(func(f *Figures) int { return f.All.Verdicts[v] })})
	}
	all = append(all,
		measure{"进度", func(f *Figures) string { return below(share(f.All.Progress())) }},
		measure{"符合率", func(f *Figures) string { return below(share(f.All.Met())) }},
		measure{"问题（条）", count(func(f *Figures) int { return f.Findings })},
		measure{"已反馈（条）", count(func(f *Figures) int { return f.Ledger.All })},
	)
	for _, standing := range standings() {
		all = append(all, measure{standing.In(inspection.Chinese), count(func(f *Figures) int { return f.Ledger.Standing[standing] })})
	}
	return append(all,
		measure{"整改完成率", func(f *Figures) string { return below(exactShare(f.rate())) }},
		measure{"逾期（条）", count(func(f *Figures) int { return f.Ledger.Overdue })},
		measure{"已销号（条）", count(func(f *Figures) int { return f.Ledger.Closed })},
		measure{"曾反弹（条）", count(func(f *Figures) int { return f.Ledger.Relapsed })},
		measure{"回头看应答（条）", count(func(f *Figures) int { return f.LookBacks.Of })},
		measure{"回头看已答（条）", count(func(f *Figures) int { return f.LookBacks.Answered })},
	)
}

func (s *sheet) sideBySide(rounds []*Figures, total *Figures) {
	all := rounds
	columns := []column{{"指标", 28, docx.InCell}}
	for _, f := range rounds {
		columns = append(columns, column{f.Round.Title, 72 / (len(rounds) + 1), docx.InNumber})
	}
	if total != nil {
		columns = append(columns, column{"合计\n（按进校次数）", 72 / (len(rounds) + 1), docx.InNumber})
		all = append(all[:len(all):len(all)], total)
	}
	g := newGrid(columns...)
	for _, m := range measures() {
		cells := []string{m.name}
		for _, f := range all {
			cells = append(cells, m.value(f))
		}
		g.add(0, cells...)
	}
	s.put(g.Table)
}

// trends tell how rates changed from round to round, where both can be told.
func (s *sheet) trends(rounds []*Figures) {
	c := docx.Chart{Kind: docx.Lines, Title: "符合率和整改完成率（%）", Height: 70, Says: "各轮的符合率和整改完成率，数字见表"}
	met, done := docx.Series{Name: "符合率"}, docx.Series{Name: "整改完成率"}
	for i, f := range rounds {
		c.Labels = append(c.Labels, f.Round.Title)
		met.Values, done.Values = append(met.Values, percent(f.All.Met())), append(done.Values, percent(f.rate()))
		if i > 0 {
			before := rounds[i-1]
			s.say(docx.Body, "%s与%s相比：符合率%s，整改完成率%s。", f.Round.Title, before.Round.Title, change(before.All.Met(), f.All.Met()), change(before.rate(), f.rate()))
		}
	}
	c.Series = []docx.Series{met, done}
	s.chart(c)
	s.say(docx.Note, "各轮学校不同，变化只供参考；后一轮整改时间较短，整改完成率不宜直接比较。")
}

// percent is a share for a chart, to one place; where there is nothing to divide
// by there is no number.
func percent(r inspection.Rate) float64 {
	part, ok := r.Share()
	if !ok {
		return math.NaN()
	}
	return float64(int(part*1000+0.5)) / 10
}

func change(was, now inspection.Rate) string {
	before, ok := was.Share()
	after, is := now.Share()
	diff := 100 * (after - before)
	switch {
	case !ok || !is:
		return "无法比较"
	case diff >= 0.05:
		return fmt.Sprintf("上升%.1f个百分点", diff)
	case diff <= -0.05:
		return fmt.Sprintf("下降%.1f个百分点", -diff)
	}
	return "持平"
}

// dimensionsOf are the findings that were raised, by 落实.
func (s *sheet) dimensionsOf(rounds []*Figures) {
	columns := []column{{"方面（提出的问题，条）", 52, docx.InCell}}
	var series []docx.Series
	var forms []inspection.Statistics
	for _, f := range rounds {
		columns = append(columns, column{f.Round.Title, 48 / len(rounds), docx.InNumber})
		form := s.StatisticsIn(f.Round.No)
		forms = append(forms, form)
		series = append(series, docx.Series{Name: f.Round.Title, Values: byDimension(form.Dimensions)})
	}
	g := newGrid(columns...)
	for _, d := range dimensions {
		cells := []string{dimensionName(d)}
		for _, form := range forms {
			cells = append(cells, strconv.Itoa(form.Dimensions[d]))
		}
		g.add(0, cells...)
	}
	all := []string{"合计"}
	for _, form := range forms {
		all = append(all, strconv.Itoa(form.Findings))
	}
	g.add(0, all...)
	g.together()
	s.put(g.Table)
	s.dimensionChart(series...)
}

func (s *sheet) rectifiedChart(labels []string, rounds []*Figures) {
	c := docx.Chart{Kind: docx.Stacked, Title: "已反馈问题的整改（条）", Labels: labels, Height: 65, Says: "各轮完成、基本完成和未完成整改的问题条数，数字见表"}
	for i, standing := range standings() {
		one := docx.Series{Name: standing.In(inspection.Chinese), Colour: []string{"548235", "BF9000", "C00000"}[i]}
		for _, f := range rounds {
			one.Values = append(one.Values, float64(f.Ledger.Standing[standing]))
		}
		c.Series = append(c.Series, one)
	}
	s.chart(c)
}

// commonInAll are the problems most schools have in all rounds together, with n
// of N of each round.
func (s *sheet) commonInAll(rounds []*Figures, total *Figures) {
	if total == nil || len(total.Common) == 0 {
		s.say(docx.Body, "没有。")
		return
	}
	columns := []column{{"要点", 40, docx.InCell}}
	for _, f := range rounds {
		columns = append(columns, column{f.Round.Title, 40 / len(rounds), docx.InCentre})
	}
	g := newGrid(append(columns, column{"合计", 20, docx.InNumber})...)
	for _, it := range total.Common[:min(mostCommon, len(total.Common))] {
		cells := []string{string(it.Tally.Code) + "　" + it.Title}
		for _, f := range rounds {
			cells = append(cells, s.unmetIn(f.Round.No, it.Tally.Code))
		}
		g.add(0, append(cells, below(share(it.Tally.Rate())))...)
	}
	s.put(g.Table)
	s.say(docx.Note, "各轮一栏为不符合的学校数/作出评定的学校数。另有%d个要点没有列出。", max(0, len(total.Common)-mostCommon))
	s.rules(inspection.CommonRule)
}

func (s *sheet) unmetIn(n inspection.RoundNo, code inspection.ItemCode) string {
	t := s.TallyRound(n).Items[code]
	if t == nil {
		return "—"
	}
	r := t.Rate()
	if r.Of == 0 {
		return "—"
	}
	return fmt.Sprintf("%d/%d", r.N, r.Of)
}
