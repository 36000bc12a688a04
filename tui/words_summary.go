package tui

import (
	"fmt"

	"xuncha/inspection"
)

// summaryWords are the words of a round's summary, its heat map and the page of
// one figure.
type summaryWords struct {
	title func(round string) string
	views [summaryViews]string
	rules map[inspection.Rule]figureWords
	total func(n int) string // schools in the round
	below func(n int) string // lines that are not in sight

	underway  func(going, notYet int) string
	waiting   func(unclear, none int) string
	leftOut   func(n int) string
	troubled  func(schools, withdrawn int) string
	verdicts  func(applicable int) string
	worst     string
	common    string
	work      string
	noCommon  string
	nobody    string
	noList    string
	all       string // 合计
	outside   string // not on the checklist
	section   string
	rate      string
	found     string
	schools   string
	extent    string
	extents   string // how the word is proposed
	unmetAt   func(schools string) string
	comma     string // between names
	perRound  string
	rates     string // heading of the sections' rates
	heatCount string
	heatRate  string
	heatCell  func(unmet, judged int, rate string, findings int) string
	heatNone  string // no item of the section applies, or none was judged
	shades    string
	rest      func(left, right int) string

	rule      string
	out       string
	notOut    string // nothing was left out
	rows      func(n int) string
	lowest    string
	undecided func(n int) string
	hidden    func(n int) string
	offList   func(n int) string
	absent    func(n int) string
	withdrawn func(n int) string
	noRows    string
	half      func(rate string) string
	another   string // another rule beside it
}

// figureWords name a figure and what it divides by what.
type figureWords struct{ name, n, of string }

var zhSummary = summaryWords{
	title: func(round string) string { return round + "汇总" },
	views: [summaryViews]string{"总览", "板块", "共性问题", "热力图", "三轮对比"},
	rules: map[inspection.Rule]figureWords{
		inspection.CoverageRule:  {"覆盖", "已完成", "计划"},
		inspection.BegunRule:     {"已进校", "已进校", "计划"},
		inspection.ProgressRule:  {"进度", "已评定", "适用要点"},
		inspection.MetRule:       {"符合率", "符合", "符合＋基本符合＋不符合"},
		inspection.MetHalfRule:   {"折半符合率", "符合＋½×基本符合", "符合＋基本符合＋不符合"},
		inspection.VerdictRule:   {"评定", "", "适用要点"},
		inspection.CommonRule:    {"共性问题", "不符合学校", "作出判定的学校"},
		inspection.FindingRule:   {"问题", "", ""},
		inspection.WorkRule:      {"工作量", "", ""},
		inspection.RectifiedRule: {"整改完成率", "完成整改", "已反馈"},
	},
	total:    func(n int) string { return fmt.Sprintf("%d 所", n) },
	below:    func(n int) string { return fmt.Sprintf("↓ 还有 %d 行", n) },
	underway: func(going, notYet int) string { return fmt.Sprintf("进行中 %d · 未进校 %d", going, notYet) },
	waiting:  func(unclear, none int) string { return fmt.Sprintf("未查清 %d · 未评定 %d", unclear, none) },
	leftOut:  func(n int) string { return fmt.Sprintf("未计入 %d", n) },
	troubled: func(schools, withdrawn int) string {
		if withdrawn == 0 {
			return fmt.Sprintf("涉及 %d 所", schools)
		}
		return fmt.Sprintf("涉及 %d 所 · 另撤回 %d 条", schools, withdrawn)
	},
	verdicts: func(n int) string { return fmt.Sprintf("评定 · 适用要点 %d", n) },
	worst:    "不符合最多的板块",
	common:   "不符合最多的要点", work: "工作量", noCommon: "还没有不符合的要点",
	nobody: "本轮还没有进校；进校并作出评定后，这里显示各项数字", noList: "本轮还没有采用清单",
	all: "合计", outside: "清单以外", section: "板块", rate: "符合率", found: "问题", schools: "学校", extent: "建议用语",
	extents: "1 所或不足五分之一为个别，不足一半为部分，其余为普遍；没有统一标准，由您定",
	unmetAt: func(schools string) string { return "不符合：" + schools },
	comma:   "、", perRound: "指标", rates: "各板块符合率",
	heatCount: "不符合数", heatRate: "符合率 %",
	heatCell: func(unmet, judged int, rate string, findings int) string {
		return fmt.Sprintf("不符合 %d / 判定 %d · 符合率 %s · 问题 %d", unmet, judged, rate, findings)
	},
	heatNone: "没有适用的要点，或还没有判定", shades: "不符合占比",
	rest: func(left, right int) string { return fmt.Sprintf("‹ %d 列  %d 列 ›", left, right) },

	rule: "规则", out: "未计入", notOut: "无",
	rows:      func(n int) string { return fmt.Sprintf("明细 %d 行", n) },
	lowest:    "低的在前",
	undecided: func(n int) string { return fmt.Sprintf("待定 %d（学校情况未定，已计入）", n) },
	hidden:    func(n int) string { return fmt.Sprintf("不再适用的作答 %d", n) },
	offList:   func(n int) string { return fmt.Sprintf("已不在清单的作答 %d", n) },
	absent:    func(n int) string { return fmt.Sprintf("未进校 %d 所", n) },
	withdrawn: func(n int) string { return fmt.Sprintf("撤回 %d 条", n) },
	noRows:    "没有明细", another: "另见",
	half: func(rate string) string { return "折半符合率 " + rate + "（另一算法，不混用）" },
}

var enSummary = summaryWords{
	title: func(round string) string { return round + " summary" },
	views: [summaryViews]string{"Overview", "Sections", "Common", "Heat", "Rounds"},
	rules: map[inspection.Rule]figureWords{
		inspection.CoverageRule:  {"Coverage", "finished", "planned"},
		inspection.BegunRule:     {"Begun", "begun", "planned"},
		inspection.ProgressRule:  {"Progress", "answered", "applicable"},
		inspection.MetRule:       {"Met rate", "met", "met + partly + not met"},
		inspection.MetHalfRule:   {"Half rate", "met + ½ partly", "met + partly + not met"},
		inspection.VerdictRule:   {"Verdict", "", "applicable"},
		inspection.CommonRule:    {"Common problem", "schools not met", "schools judged"},
		inspection.FindingRule:   {"Findings", "", ""},
		inspection.WorkRule:      {"Work", "", ""},
		inspection.RectifiedRule: {"Rectified", "done", "fed back"},
	},
	total:    func(n int) string { return inspection.Sentence("%d school{s}", n) },
	below:    func(n int) string { return inspection.Sentence("↓ %d more line{s}", n) },
	underway: func(going, notYet int) string { return fmt.Sprintf("%d going · %d to come", going, notYet) },
	waiting:  func(unclear, none int) string { return fmt.Sprintf("%d unclear · %d open", unclear, none) },
	leftOut:  func(n int) string { return fmt.Sprintf("%d left out", n) },
	troubled: func(schools, withdrawn int) string {
		if withdrawn == 0 {
			return inspection.Sentence("at %d school{s}", schools)
		}
		return inspection.Sentence("at %d school{s} · %d more withdrawn", schools, withdrawn)
	},
	verdicts: func(n int) string { return inspection.Sentence("Verdicts · %d applicable item{s}", n) },
	worst:    "Sections most often not met",
	common:   "Items most often not met", work: "Work", noCommon: "Nothing is not met yet",
	nobody: "Nobody has been at a school of this round yet; the figures appear with the first verdict",
	noList: "The round has no checklist yet",
	all:    "All", outside: "Outside the list", section: "Section", rate: "Met %", found: "Find", schools: "School", extent: "Proposed",
	extents: "single: 1 school or under 1/5; some: under 1/2; else general. Only proposed",
	unmetAt: func(schools string) string { return "Not met at: " + schools },
	comma:   ", ", perRound: "Figure", rates: "Met rate of each section",
	heatCount: "not met", heatRate: "met rate %",
	heatCell: func(unmet, judged int, rate string, findings int) string {
		return fmt.Sprintf("not met %d / judged %d · met rate %s · findings %d", unmet, judged, rate, findings)
	},
	heatNone: "no item applies, or none was judged yet", shades: "share not met",
	rest: func(left, right int) string {
		return inspection.Sentence("‹ %d column{s}  %d column{s} ›", left, right)
	},

	rule: "Rule", out: "Left out", notOut: "nothing",
	rows:      func(n int) string { return inspection.Sentence("%d row{s}", n) },
	lowest:    "lowest first",
	undecided: func(n int) string { return fmt.Sprintf("%d undecided (school not fully known; counted)", n) },
	hidden:    func(n int) string { return inspection.Sentence("%d answer{s} that appl{ies|y} no more", n) },
	offList:   func(n int) string { return inspection.Sentence("%d answer{s} that {is|are} off the checklist", n) },
	absent:    func(n int) string { return inspection.Sentence("%d school{s} not begun", n) },
	withdrawn: func(n int) string { return fmt.Sprintf("%d withdrawn", n) },
	noRows:    "no rows", another: "Also",
	half: func(rate string) string { return "half rate " + rate + " (another rule, never mixed)" },
}
