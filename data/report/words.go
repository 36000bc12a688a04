package report

import "xuncha/inspection"

// words are those of the paper itself; the trade's own are in package
// inspection. %s and %d stand where the value goes.
type words struct {
	summaryOf, total, checklist, noChecklist      string
	coverage, verdicts, findings, common, schools string
	planned, begun, finished, notBegun, rate      string
	section, all, applicable, elsewhere           string
	leftOut, withdrawn, rules, none               string
	school, progress, begunOn, count, ofN         string
	when, who, device, what, hash                 string
	code, name, stage, ownership, traits          string
	area, note, without, item, look, applies      string
	basis, state, confirmed, pending, methods     string
	papers, typical, dimension, focus             string
	round, kind, key, label, measure, value, of   string
	leftOutHead, share, rule, fewMore             string
}

func wordsIn(l inspection.Language) *words {
	if l == inspection.English {
		return &english
	}
	return &chinese
}

var chinese = words{
	summaryOf: "%s 汇总", total: "各轮合计（按进校次数）", checklist: "清单：%s", noChecklist: "还没有采用清单",
	coverage: "覆盖", verdicts: "评定", findings: "问题", common: "共性问题", schools: "各校",
	planned: "计划", begun: "已开始", finished: "已完成", notBegun: "未开始", rate: "符合率",
	section: "板块", all: "合计", applicable: "适用", elsewhere: "清单之外",
	leftOut:   "未计入：不适用 %d，未查清 %d，未评定 %d，因适用条件变化不计 %d；适用情况待定 %d（已计入适用）",
	withdrawn: "共 %d 条，另有撤回 %d 条不计", rules: "口径", none: "没有",
	school: "学校", progress: "进度", begunOn: "开始日期", count: "问题数", ofN: "不符合校数",
	when: "时间", who: "记录人", device: "设备", what: "内容", hash: "校验值",
	code: "编号", name: "名称", stage: "学段", ownership: "办学", traits: "特征",
	area: "片区", note: "备注", without: "无", item: "要点", look: "看什么", applies: "适用",
	basis: "依据", state: "依据状态", confirmed: "已核", pending: "待核", methods: "方式",
	papers: "资料", typical: "典型问题", dimension: "落实", focus: "聚焦",
	round: "轮次", kind: "类别", key: "编号", label: "名称", measure: "指标", value: "数", of: "总数",
	leftOutHead: "未计入", share: "比率", rule: "口径", fewMore: "另有 %d 个要点，完整列表见 --format csv 或 json",
}

var english = words{
	summaryOf: "%s: summary", total: "All rounds (visits)", checklist: "Checklist: %s", noChecklist: "No checklist yet",
	coverage: "Coverage", verdicts: "Verdicts", findings: "Findings", common: "Common problems", schools: "Schools",
	planned: "planned", begun: "begun", finished: "finished", notBegun: "not begun", rate: "met rate",
	section: "section", all: "all", applicable: "applicable", elsewhere: "outside the checklist",
	leftOut:   "Left out: not applicable %d, unclear %d, no verdict %d, no longer applicable %d; applicability unknown %d (counted as applicable)",
	withdrawn: "%d in all; %d withdrawn and not counted", rules: "Rules", none: "none",
	school: "school", progress: "progress", begunOn: "begun on", count: "findings", ofN: "not met at",
	when: "when", who: "who", device: "device", what: "what", hash: "hash",
	code: "code", name: "name", stage: "stage", ownership: "ownership", traits: "traits",
	area: "area", note: "remark", without: "no ", item: "item", look: "what to look at", applies: "applies to",
	basis: "basis", state: "state of basis", confirmed: "confirmed", pending: "to be confirmed", methods: "methods",
	papers: "papers", typical: "typical problem", dimension: "dimension", focus: "focus",
	round: "round", kind: "kind", key: "code", label: "name", measure: "measure", value: "n", of: "of",
	leftOutHead: "left out", share: "share", rule: "rule", fewMore: "%d more items; --format csv or json lists all",
}
