package main

// pressWords are what can be made from the screens, besides papers, and what it
// is about.
type pressWords struct {
	finding, visit, all, in, each, allOf, more                                                 string
	ledger, statistics, page, everything, exchange, roster, plan, checklist, progress, archive string

	ledgerUse, statisticsUse, pageUse, everythingUse, exchangeUse, rosterUse, planUse, checklistUse, adoptUse, progressUse, archiveUse string
}

var chinesePress = pressWords{
	finding: "这个问题：%s", visit: "这次进校：%s　%s", all: "各轮", in: "导入", each: "各校的%s", allOf: "全部%s", more: "……以下还有 %d 行，见文件",
	ledger: "整改台账", statistics: "统计表", page: "图文汇总", everything: "全部内容（工作簿）", exchange: "全部内容（交换文件）",
	roster: "名册", plan: "进校计划", checklist: "检查清单", progress: "整改进展", archive: "归档",
	ledgerUse:     "已反馈的问题，发给学校填写，填好从“导入”读回；有下拉列表、锁定的格、统计和图",
	statisticsUse: "各校各轮的谈话、问卷、信访、问题和整改数，有合计和口径",
	pageUse:       "覆盖、评定、热力图、共性问题、逐周整改，一个网页文件，可以打印；每个数都附口径",
	rosterUse:     "从 xlsx 或 csv 读学校名册：新增、改名、调出、重复先列出来看；有记录的学校不会删去",
	everythingUse: "账本里的全部内容，一类一张表，编号不变，供移交和查对",
	exchangeUse:   "账本里的全部内容，一个 JSON 文件，可在别的电脑上用 xuncha import all 建成账本",
	planUse:       "从 xlsx 或 csv 读哪些学校哪一轮进校、由哪个组、哪几天，以及组员；先列出改动再导入",
	checklistUse:  "本轮的清单，可在 Excel 或 WPS 里修改，有下拉列表和填写说明，改好后从“导入”读回",
	progressUse:   "读回学校填好的整改台账：先列出改动；账本里另有改动的保留账本的，列出来由人定",
	archiveUse:    "一所学校的文书、台账、佐证和流水按工作顺序放进一个文件夹，附目录和校验值",
	adoptUse:      "为本轮换用另一份清单（xlsx、csv 或 yaml）：先列出增删改和涉及的作答；已有作答按要点编号保留",
}

var englishPress = pressWords{
	finding: "This finding: %s", visit: "This visit: %s  %s", all: "All rounds", in: "Take in", each: "%s, one a school", allOf: "%s, all", more: "… %d more line{s} in the file",
	ledger: "rectification ledger", statistics: "statistics form", page: "page of pictures", everything: "everything (workbook)", exchange: "everything (for exchange)",
	roster: "roster", plan: "plan of visits", checklist: "checklist", progress: "progress of rectification", archive: "archive",
	ledgerUse:     "findings fed back, for schools to fill in, and taken in again below; drop-downs, locked cells, figures and a chart",
	statisticsUse: "talks, questionnaires, letters, findings and rectification of each school in each round, with sums and rules",
	pageUse:       "coverage, verdicts, heat map, common problems, rectification by week: one file for a browser, or for paper, each number with its rule",
	rosterUse:     "reads schools from xlsx or csv; what is new, renamed, gone or double is shown first; a school with work is never removed",
	everythingUse: "all that the book holds, a sheet for each kind, codes unchanged, for handing over and checking",
	exchangeUse:   "all that the book holds as one JSON file, which xuncha import all makes a book of on another laptop",
	planUse:       "reads which schools are visited in which round, by which team and when, and the members; what would change is shown first",
	checklistUse:  "the round's checklist, to be changed in Excel or WPS, with drop-downs and notes, and taken in again",
	progressUse:   "reads a ledger that a school filled in; what would change is shown first, and where the book changed too, the book stays",
	archiveUse:    "a school's papers, ledger, evidence and journal in one folder, in the order of the work, with contents and hashes",
	adoptUse:      "another checklist for this round (xlsx, csv or yaml): what is new, gone or reworded is shown first; answers stay with their items",
}
