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
	group, shut                                   string
	area, note, without, item, look, applies      string
	basis, state, confirmed, pending, methods     string
	papers, typical, dimension, focus             string
	round, kind, key, label, measure, value, of   string
	leftOutHead, share, rule, fewMore, offList    string
	from, version, list                           string
	comma, semicolon, colon, remarked, sectionOf  string
	basisPending                                  string

	findingWords
	ledgerWords
	listChangeWords
	planWords
}

// planWords are those of the plan, the teams and the recusals.
type planWords struct {
	planOf, schoolName, team, batch, firstDay, lastDay, parentRound string
	teamHead, memberSum, memberName, memberCode, role, post         string
	present, former, kin                                            string
	tie, tieSaid, recusalSum, recusalRule                           string

	visitAt, planNew, planMoved, movedTo, planChanged, planGone string
	memberNew, postingNew, tiesNew, teamNo, batchNo             string
	notArranged, staysWorked, takenOut, stays, postedIn         string
	moreLines                                                   string
}

// findingWords are those of a list of findings.
type findingWords struct {
	number, clash, unnumbered, standing, evidence, title, facts                           string
	level, nature, duty, discoverer, undertakers, lookedAt, fixNow                        string
	schoolCode, withProblem, linked, opinion, into, yes, shownOf, leftOutState, conflicts string
}

// ledgerWords are those of the ledger, and of what the summary says of it.
type ledgerWords struct {
	ledgerOf, rectified, deadline, left, leader, longTerm, notFed, closed        string
	late, daysLeft, closedOn, fedBack, words, goal, measures, department, person string
	cause, inference, overdue, daysOpen, progressOf, closedBy, reopened          string
	proof, lookBacks, shownLines, rectifiedSum, rectifiedMore                    string
	rectifying, relapsed, lookBackVisits, unanswered, sealed, sealedFigure       string
	sealedWas, sealedNow, differences, sealedBy, figure                          string
}

func wordsIn(l inspection.Language) *words {
	if l == inspection.English {
		return &english
	}
	return &chinese
}

var chinese = words{
	listChangeWords: chineseListChange,
	summaryOf:       "%s 汇总", total: "各轮合计（按进校次数）", checklist: "清单：%s", noChecklist: "还没有采用清单",
	coverage: "覆盖", verdicts: "评定", findings: "问题", common: "共性问题", schools: "各校",
	planned: "计划", begun: "已开始", finished: "已完成", notBegun: "未开始", rate: "符合率",
	section: "板块", all: "合计", applicable: "适用", elsewhere: "清单之外",
	leftOut:   "未计入：不适用 %d，未查清 %d，未评定 %d，因适用条件变化不计 %d；适用情况待定 %d（已计入适用）",
	withdrawn: "共 %d 条；不计入：撤回 %d，不采用 %d，并入 %d", rules: "口径", none: "没有",
	school: "学校", progress: "进度", begunOn: "开始日期", count: "问题数", ofN: "不符合校数",
	when: "时间", who: "记录人", device: "设备", what: "内容", hash: "校验值",
	code: "编号", name: "名称", stage: "学段", ownership: "办学", traits: "特征", group: "教育集团", shut: "停办",
	area: "片区", note: "备注", without: "无", item: "要点", look: "看什么", applies: "适用",
	basis: "依据", state: "依据状态", confirmed: "已核", pending: "待核", methods: "方式",
	papers: "资料", typical: "典型问题", dimension: "落实", focus: "聚焦",
	round: "轮次", kind: "类别", key: "编号", label: "名称", measure: "指标", value: "数", of: "总数",
	offList: "未计入：要点已不在清单的作答 %d", from: "原编号", version: "版本", list: "清单", comma: "、", semicolon: "；", colon: "：", remarked: "%s（%s）", sectionOf: "%d %s（%s；%s）", basisPending: "依据待核",
	leftOutHead: "未计入", share: "比率", rule: "口径", fewMore: "另有 %d 个要点，完整列表见 --format csv 或 json",
	findingWords: findingWords{
		number: "编号", schoolCode: "学校编号", withProblem: "有问题数", clash: "重号待改", unnumbered: "待编号", standing: "状态", evidence: "佐证", title: "标题", facts: "事实",
		level: "班子或部门", nature: "性质", duty: "责任", discoverer: "发现人", undertakers: "承办人", lookedAt: "查看数", fixNow: "立行立改",
		linked: "关联要点", opinion: "审核意见", into: "并入", yes: "是",
		shownOf: "列出 %d 条；所选范围内共 %d 条，其中计入问题数 %d 条", leftOutState: "  不计入：%s %d 条",
		conflicts: "有 %d 处两台电脑记得不同，待选定；见 --format json 的 conflicts",
	},
	ledgerWords: ledgerWords{
		ledgerOf: "整改台账  %s  %s", rectified: "整改", deadline: "完成时限", left: "剩余", leader: "责任领导", longTerm: "长期坚持",
		notFed: "未反馈", closed: "已销号", closedOn: "销号日期", late: "逾期 %d 天", daysLeft: "还有 %d 天", fedBack: "反馈日期", words: "反馈内容",
		goal: "整改目标", measures: "整改措施", department: "责任部门", person: "责任人", cause: "根本原因", inference: "举一反三",
		overdue: "逾期", daysOpen: "历时（天）", progressOf: "进展", closedBy: "销号人", reopened: "反弹次数", proof: "整改佐证", lookBacks: "回头看",
		shownLines:    "列出 %d 条。以下为所选轮次和学校的全部台账：",
		rectifiedSum:  "  整改完成率 %s  完成整改 %d  基本完成并持续整改 %d  未完成 %d  已反馈 %d",
		rectifiedMore: "  逾期 %d  已销号 %d  曾反弹 %d；未计入：采用而未反馈 %d",
		rectifying:    "整改", relapsed: "曾反弹", lookBackVisits: "回头看", unanswered: "未答复", sealed: "封存与更正", sealedFigure: "封存",
		sealedWas: "封存时", sealedNow: "更正后", differences: "更正处数", sealedBy: "封存人", figure: "数字",
	},
	planWords: planWords{
		planOf: "%s  %d 次进校  已开始 %d", schoolName: "学校名称", team: "巡察组", batch: "批次", firstDay: "进校日期", lastDay: "离校日期", parentRound: "原轮次",
		teamHead: "%d组  %d 人  %d 次进校", memberSum: "人员共 %d 名", memberName: "姓名", memberCode: "人员编号", role: "角色", post: "职务",
		present: "现单位", former: "原单位", kin: "亲属单位",
		tie: "情形", tieSaid: "说明", recusalSum: "与要去的学校有关系 %d 条；同单位同组 %d 条（较轻）",
		recusalRule: "口径：组员现任职、曾任职、近亲属任职的学校，或与其现任职学校同属一个集团的学校，由其所在的组进校。没有编组的进校算一组的。只提示，不拦住安排。",

		visitAt: "%s 第%d轮 %s", planNew: "新列入 %d 次进校", planMoved: "换轮次 %d 次", movedTo: "%s → 第%d轮", planChanged: "改组、批次或日期 %d 次",
		planGone: "文件里没有的 %d 次", memberNew: "人员新增或改动 %d 名", postingNew: "编组 %d 处", tiesNew: "! 将有回避 %d 条，不拦住，请核对",
		teamNo: "%d组", batchNo: "第%d批", notArranged: "未安排", staysWorked: "已有工作，保留", takenOut: "移出计划", stays: "原样保留", postedIn: "第%d轮 %d组 %s", moreLines: "另有 %d 处，完整列表见 --format json",
	},
}

var english = words{
	listChangeWords: englishListChange,
	summaryOf:       "%s: summary", total: "All rounds (visits)", checklist: "Checklist: %s", noChecklist: "No checklist yet",
	coverage: "Coverage", verdicts: "Verdicts", findings: "Findings", common: "Common problems", schools: "Schools",
	planned: "planned", begun: "begun", finished: "finished", notBegun: "not begun", rate: "met rate",
	section: "section", all: "all", applicable: "applicable", elsewhere: "outside the checklist",
	leftOut:   "Left out: not applicable %d, unclear %d, no verdict %d, no longer applicable %d; applicability unknown %d (counted as applicable)",
	withdrawn: "%d in all; not counted: withdrawn %d, rejected %d, merged %d", rules: "Rules", none: "none",
	school: "school", progress: "progress", begunOn: "begun on", count: "findings", ofN: "not met at",
	when: "when", who: "who", device: "device", what: "what", hash: "hash",
	code: "code", name: "name", stage: "stage", ownership: "ownership", traits: "traits", group: "group", shut: "closed",
	area: "area", note: "remark", without: "no ", item: "item", look: "what to look at", applies: "applies to",
	basis: "basis", state: "state of basis", confirmed: "confirmed", pending: "to be confirmed", methods: "methods",
	papers: "papers", typical: "typical problem", dimension: "dimension", focus: "focus",
	round: "round", kind: "kind", key: "code", label: "name", measure: "measure", value: "n", of: "of",
	comma: ", ", semicolon: "; ", colon: ": ", remarked: "%s (%s)", sectionOf: "%d %s (%s; %s)", basisPending: "basis to be confirmed",
	offList: "Left out: answers on items that are off the checklist %d", from: "came from", version: "version", list: "checklist", leftOutHead: "left out", share: "share", rule: "rule", fewMore: "%d more item{s}; --format csv or json lists all",
	findingWords: findingWords{
		number: "number", schoolCode: "school code", withProblem: "with the problem", clash: "(number taken)", unnumbered: "to be numbered", standing: "state", evidence: "evidence", title: "title", facts: "facts",
		level: "level", nature: "nature", duty: "duty", discoverer: "discoverer", undertakers: "undertakers", lookedAt: "looked at", fixNow: "fix now",
		linked: "linked items", opinion: "opinion", into: "merged into", yes: "yes",
		shownOf: "%d listed; %d in all as chosen, of which %d {is|are} counted", leftOutState: "  not counted: %s %d",
		conflicts: "%d place{s} {is|are} told differently by two laptops; see conflicts of --format json",
	},
	ledgerWords: ledgerWords{
		ledgerOf: "Rectification ledger: %s, %s", rectified: "rectification", deadline: "deadline", left: "left", leader: "leader", longTerm: "long-term",
		notFed: "not fed back", closed: "closed", closedOn: "closed on", late: "%d day{s} late", daysLeft: "%d day{s}", fedBack: "fed back", words: "words fed back",
		goal: "goal", measures: "measures", department: "department", person: "person", cause: "root cause", inference: "inference",
		overdue: "overdue", daysOpen: "days open", progressOf: "progress", closedBy: "closed by", reopened: "reopened", proof: "proof", lookBacks: "look-backs",
		shownLines:    "%d listed. The whole ledger of the round and the school:",
		rectifiedSum:  "  rate of rectification %s  done %d  basically done %d  not done %d  fed back %d",
		rectifiedMore: "  overdue %d  closed %d  relapsed %d; left out: adopted and not fed back %d",
		rectifying:    "Rectification", relapsed: "relapsed", lookBackVisits: "Look-backs", unanswered: "no answer", sealed: "Sealed and amended", sealedFigure: "seal",
		sealedWas: "sealed", sealedNow: "amended", differences: "amended places", sealedBy: "sealed by", figure: "figure",
	},
	planWords: planWords{
		planOf: "%s: %d visit{s}, %d begun", schoolName: "school", team: "team", batch: "batch", firstDay: "from", lastDay: "to", parentRound: "parent round",
		teamHead: "team %d  %d member{s}  %d visit{s}", memberSum: "%d member{s} in all", memberName: "name", memberCode: "member", role: "role", post: "post",
		present: "works at", former: "worked at", kin: "relatives at",
		tie: "tie", tieSaid: "what it is", recusalSum: "%d tie{s} to schools that are visited; %d pair{s} of one school in one team (weaker)",
		recusalRule: "Rule: a team visits a school where a member works or worked or a near relative works, or one of the group of the school where he works. A visit given to no team counts as the first's. It only tells, and stops nothing.",

		visitAt: "%s round %d %s", planNew: "%d visit{s} more", planMoved: "%d visit{s} move{s|}", movedTo: "%s → round %d", planChanged: "%d visit{s} with another team, batch or days",
		planGone: "%d visit{s} that the file lacks", memberNew: "%d member{s} new or changed", postingNew: "%d place{s} in teams", tiesNew: "! %d recusal{s} would come about; nothing is stopped, look at them",
		teamNo: "team %d", batchNo: "batch %d", notArranged: "not arranged", staysWorked: "has work, stays", takenOut: "taken out of the plan", stays: "stays as it is", postedIn: "round %d team %d %s", moreLines: "%d more; --format json lists all",
	},
}
