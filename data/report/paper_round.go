package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// roundReport is the frame of a round's report with its figures, in the nine
// parts that such reports have. What people judge is left to them.
func (s *sheet) roundReport() error {
	f := figures(s.Book, s.round, s.choice.Today)
	form := s.StatisticsIn(s.round.No)
	s.title(s.campaign(), s.round.Title+"综合情况报告")
	s.say(docx.Address, "%s：", cmp.Or(s.Office().Leaders, blank))
	s.head(docx.Heading1, "工作开展情况")
	s.roundWork(&f, &form)
	s.head(docx.Heading1, "总体评价和各类学校比较")
	s.toWrite("由巡察办集体研究后填写", 3)
	s.roundVerdicts(&f)
	s.head(docx.Heading1, "共性问题")
	s.commonTable(f.Common, mostCommon)
	if more := len(f.Common) - mostCommon; more > 0 {
		s.say(docx.Note, "另有%d个要点，见共性问题清单。", more)
	}
	s.commonRules()
	s.head(docx.Heading1, "问题分布和典型案例")
	s.roundFindings(&f, &form)
	s.toWrite("从审定采用的问题底稿中选定典型案例", 3)
	s.head(docx.Heading1, "问题线索移交情况")
	s.say(docx.Body, "移交问题线索%d次、%d件。线索内容不在本报告。", form.HandOvers, form.Clues)
	s.head(docx.Heading1, "立行立改和整改情况")
	s.roundRectified(&f, &form)
	s.head(docx.Heading1, "共性问题的原因")
	s.toWrite("由巡察办集体研究后填写", 3)
	s.head(docx.Heading1, "对职能部门的建议")
	s.toWrite("由巡察办集体研究后填写", 3)
	s.head(docx.Heading1, "下一轮安排")
	s.nextRound()
	s.signature(0)
	s.rules(inspection.CoverageRule, inspection.ProgressRule, inspection.MetRule, inspection.FindingRule, inspection.WorkRule)
	s.proof()
	s.schoolsOnTheirSide(&f)
	return nil
}

func (s *sheet) roundWork(f *Figures, form *inspection.Statistics) {
	s.say(docx.Body, "%s%s，计划巡察%d所学校，已进校%d所，完成%d所，覆盖%s。", s.round.Title, s.roundDays(), f.Planned, f.Begun, f.Finished, wide(f.coverage()))
	s.say(docx.Body, "%s。", workWords(form))
	s.say(docx.Body, "登记的谈话中必谈%d人次、选谈%d人次；调阅资料%d份，尚未归还%d份。", form.MustTalks, form.Electives, form.PapersAsked, form.PapersOut)
	s.chart(docx.Chart{
		Kind: docx.Bars, Title: "覆盖（所）", Labels: []string{"计划", "已进校", "完成"}, Height: 50, Says: "计划、已进校和完成的学校数，数字见正文",
		Series: []docx.Series{{Name: "学校", Values: []float64{float64(f.Planned), float64(f.Begun), float64(f.Finished)}}},
	})
}

func (s *sheet) roundDays() string {
	if s.round.Start == 0 || s.round.End == 0 {
		return ""
	}
	return "（" + s.round.Start.In(inspection.Chinese) + "至" + s.round.End.In(inspection.Chinese) + "）"
}

// coverageChart shows how many schools were planned, begun and finished.
func (s *sheet) coverageChart(labels []string, all []*Figures) {
	planned, begun, finished := docx.Series{Name: "计划"}, docx.Series{Name: "已进校"}, docx.Series{Name: "完成"}
	for _, f := range all {
		planned.Values = append(planned.Values, float64(f.Planned))
		begun.Values = append(begun.Values, float64(f.Begun))
		finished.Values = append(finished.Values, float64(f.Finished))
	}
	s.chart(docx.Chart{Kind: docx.Columns, Title: "覆盖（所）", Labels: labels, Series: []docx.Series{planned, begun, finished}, Height: 62, Says: "计划、已进校和完成的学校数，数字见正文"})
}

func (s *sheet) roundVerdicts(f *Figures) {
	s.aside("以下数字供研究时参考：")
	s.sections(f.Sections, f.All, f.Findings, f.Elsewhere)
	a := f.All
	s.say(docx.Note, "没有计入符合率的：不适用%d，未查清%d，未评定%d；因适用条件变化不计%d；适用情况待定%d（已计入适用）。",
		a.Verdicts[inspection.NA], a.Verdicts[inspection.Unclear], a.Verdicts[inspection.None], a.Hidden, a.Undecided)
	s.verdictChart(f.Sections)
	s.stages(f)
}

// stages compares kinds of schools.
func (s *sheet) stages(f *Figures) {
	type kind struct {
		stage     inspection.Stage
		ownership inspection.Ownership
	}
	var order []kind
	tallies, findings, schools := map[kind]inspection.Tally{}, map[kind]int{}, map[kind]int{}
	for _, v := range f.Visits {
		x := s.School(v.Visit.ID.School)
		if x == nil || !s.TallyOf(v.Visit.ID).Begun {
			continue
		}
		k := kind{x.Stage, x.Ownership}
		if schools[k] == 0 {
			order = append(order, k)
		}
		sum := tallies[k]
		sum.Add(v.Tally)
		tallies[k] = sum
		findings[k] += v.Findings
		schools[k]++
	}
	if len(order) == 0 {
		return
	}
	slices.SortFunc(order, func(x, y kind) int { // what is not known comes last
		return cmp.Or(cmp.Compare(x.ownership-1, y.ownership-1), cmp.Compare(x.stage-1, y.stage-1))
	})
	g := newGrid(verdictColumns("学校类别（已进校所数）")...)
	for _, k := range order {
		name := fmt.Sprintf("%s（%d所）", kindOfSchool(k.ownership, k.stage), schools[k])
		g.add(0, verdictCells(name, tallies[k], findings[k])...)
	}
	s.put(g.Table)
}

// kindOfSchool says which half of a kind is not known yet.
func kindOfSchool(o inspection.Ownership, g inspection.Stage) string {
	switch {
	case o == inspection.OwnershipUnknown && g == inspection.StageUnknown:
		return "类别待定"
	case o == inspection.OwnershipUnknown:
		return "办学待定的" + g.In(inspection.Chinese)
	case g == inspection.StageUnknown:
		return o.In(inspection.Chinese) + "、学段待定"
	}
	return o.In(inspection.Chinese) + g.In(inspection.Chinese)
}

func (s *sheet) roundFindings(f *Figures, form *inspection.Statistics) {
	s.say(docx.Body, "%d所学校共提出问题%d条，其中审定采用%d条；未经审定的不写入本报告的问题部分。不计入的：撤回%d条，不采用%d条，并入其他问题%d条。",
		s.TallyRound(s.round.No).Troubled, f.Findings, form.Adopted, f.Withdrawn, f.Rejected, f.Merged)
	g := newGrid(column{"方面", 60, docx.InCell}, column{"提出（条）", 18, docx.InNumber}, column{"其中审定采用（条）", 22, docx.InNumber})
	for _, d := range dimensions {
		g.add(0, dimensionName(d), strconv.Itoa(form.Dimensions[d]), strconv.Itoa(form.AdoptedIn[d]))
	}
	g.add(0, "合计", strconv.Itoa(form.Findings), strconv.Itoa(form.Adopted))
	g.together()
	s.put(g.Table)
	s.dimensionChart(docx.Series{Name: "提出", Values: byDimension(form.Dimensions)}, docx.Series{Name: "审定采用", Values: byDimension(form.AdoptedIn)})
}

func (s *sheet) roundRectified(f *Figures, form *inspection.Statistics) {
	s.say(docx.Body, "标为立行立改的问题%d条，其中已反馈%d条、完成整改%d条。", form.FixNow, form.FixNowFed, form.FixNowDone)
	s.rectified(&f.LedgerFigures)
	if f.Ledger.All > 0 {
		c := docx.Chart{Kind: docx.Bars, Title: "整改（条）", Height: 55, Says: "完成、基本完成和未完成整改的问题条数，数字见正文"}
		one := docx.Series{Name: "问题"}
		for _, standing := range standings() {
			c.Labels = append(c.Labels, standing.In(inspection.Chinese))
			one.Values = append(one.Values, float64(f.Ledger.Standing[standing]))
		}
		c.Series = []docx.Series{one}
		s.put(c)
	}
	s.rules(inspection.RectifiedRule, inspection.OverdueRule)
	s.roundLookBacks(&f.Afterwards)
	s.roundSeals(&f.Afterwards)
}

// roundLookBacks are the look-backs of the round, which stand in no other
// figure.
func (s *sheet) roundLookBacks(a *Afterwards) {
	n := a.LookBacks
	if n.Planned == 0 {
		return
	}
	s.head(docx.Heading2, "回头看")
	words := fmt.Sprintf("本轮回头看计划%d所，已进校%d所，完成%d所；应答复已反馈问题%d条，", n.Planned, n.Begun, n.Finished, n.Of)
	for _, answer := range inspection.Relooks() {
		words += fmt.Sprintf("%s%d条，", answer.In(inspection.Chinese), a.Answers[answer])
	}
	s.say(docx.Body, "%s", words+fmt.Sprintf("未答复%d条。", n.Of-n.Answered))
	s.rules(inspection.LookBackRule)
}

// roundSeals are the figures of the sealed visits together, then and now.
func (s *sheet) roundSeals(a *Afterwards) {
	if len(a.Sealed) == 0 {
		return
	}
	s.head(docx.Heading2, "封存与更正")
	s.say(docx.Body, "已封存%d次进校，各校封存的数相加如下。", len(a.Sealed))
	was, now := a.sums()
	g := newGrid(column{"数字", 50, docx.InCell}, column{"封存时", 25, docx.InNumber}, column{"更正后", 25, docx.InNumber})
	for i, figure := range was {
		g.add(0, figure.In(inspection.Chinese), strconv.Itoa(figure.N), strconv.Itoa(now[i].N))
	}
	s.put(g.Table)
	s.rules(inspection.SealedRule)
}

func (s *sheet) nextRound() {
	for _, r := range s.Rounds() {
		if r.No == s.round.No+1 {
			s.say(docx.Body, "%s计划巡察%d所学校。", r.Title, s.TallyRound(r.No).Planned)
		}
	}
	s.toWrite("由巡察办填写", 2)
}

// schoolsOnTheirSide is a wide table of all schools, on pages that lie on their
// side.
func (s *sheet) schoolsOnTheirSide(f *Figures) {
	if len(f.Visits) == 0 {
		return
	}
	s.put(docx.Break{Landscape: true})
	s.say(docx.FormTitle, "附表　%s各校情况", s.round.Title)
	s.aside("回头看不在本表，另列。")
	g := newGrid(column{"序号", 6, docx.InCentre}, column{"学校", 18, docx.InCell}, column{"进度", 11, docx.InNumber}, column{"符合", 7, docx.InNumber},
		column{"基本\n符合", 7, docx.InNumber}, column{"不符\n合", 7, docx.InNumber}, column{"不适\n用", 7, docx.InNumber}, column{"未查\n清", 7, docx.InNumber},
		column{"符合率", 11, docx.InNumber}, column{"问题", 7, docx.InNumber}, column{"已反\n馈", 7, docx.InNumber}, column{"整改\n完成率", 13, docx.InNumber}, column{"逾期", 7, docx.InNumber})
	for i, v := range f.Visits {
		cells := []string{strconv.Itoa(i + 1), v.School, below(share(v.Tally.Progress()))}
		for _, verdict := range inspection.Verdicts() {
			cells = append(cells, strconv.Itoa(v.Tally.Verdicts[verdict]))
		}
		g.add(0, append(cells, below(share(v.Tally.Met())), strconv.Itoa(v.Findings), strconv.Itoa(v.Ledger.All), below(exactShare(v.LedgerFigures.rate())), strconv.Itoa(v.Ledger.Overdue))...)
	}
	s.put(g.Table)
}
