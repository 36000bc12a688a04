package main

// pressWords are what can be made from the screens, besides papers, and what it
// is about.
type pressWords struct {
	finding, visit, all, in, each, allOf, more   string
	ledger, statistics, page, roster             string
	ledgerUse, statisticsUse, pageUse, rosterUse string
}

var chinesePress = pressWords{
	finding: "这个问题：%s", visit: "这次进校：%s　%s", all: "各轮", in: "导入", each: "各校的%s", allOf: "全部%s", more: "……以下还有 %d 行，见文件",
	ledger: "整改台账", statistics: "统计表", page: "图文汇总", roster: "名册",
	ledgerUse:     "已反馈的问题，发给学校填写后用 xuncha import progress 读回；有下拉列表、锁定的格、统计和图",
	statisticsUse: "各校各轮的谈话、问卷、信访、问题和整改数，有合计和口径",
	pageUse:       "覆盖、评定、热力图、共性问题、逐周整改，一个网页文件，可以打印；每个数都附口径",
	rosterUse:     "从 xlsx 或 csv 读学校名册：新增、改名、调出、重复先列出来看；有记录的学校不会删去",
}

var englishPress = pressWords{
	finding: "This finding: %s", visit: "This visit: %s  %s", all: "All rounds", in: "Take in", each: "%s, one a school", allOf: "%s, all", more: "… %d more lines in the file",
	ledger: "rectification ledger", statistics: "statistics form", page: "page of pictures", roster: "roster",
	ledgerUse:     "findings fed back, for schools to fill in and xuncha import progress to read; drop-downs, locked cells, figures and a chart",
	statisticsUse: "talks, questionnaires, letters, findings and rectification of each school in each round, with sums and rules",
	pageUse:       "coverage, verdicts, heat map, common problems, rectification by week: one file for a browser, or for paper, each number with its rule",
	rosterUse:     "reads schools from xlsx or csv; what is new, renamed, gone or double is shown first; a school with work is never removed",
}
