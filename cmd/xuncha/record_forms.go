package main

import "slices"

// forms are all that a line can say. Of the forms of an object the first whose
// verb is there is meant.
func forms() []form {
	return slices.Concat(answerForms, decisionForms, rectifyForms, findingForms, workForms, sealForms, planForms, staffForms, leadForms)
}

var answerForms = []form{{
	verb: "item", place: atVisit, begins: true, may: []string{"verdict", "methods", "note", "checked"},
	says:  [2]string{"作答：不写的部分不变，空的评定或记录表示清除", "an answer: parts left out stay; an empty verdict or note takes the one there back"},
	shows: `{"round":1,"school":"S001","item":"1.01","verdict":"met","methods":["documents"],"note":"…","checked":[3,10]}`,
	judge: (*recorder).judgeAnswer,
}}

var findingForms = []form{{
	object: "finding", verb: "raise", place: atVisit, begins: true, needs: []string{"id", "title"}, may: slices.Concat([]string{"item", "facts"}, detailFields), named: true,
	says:  [2]string{"提出问题，编号自定", "raises a finding under an ID of the caller's"},
	shows: `{"round":1,"school":"S001","finding":{"raise":true,"id":"F-1","item":"1.01","title":"…","facts":"…","undertakers":["甲","乙"]}}`,
	judge: (*recorder).judgeRaise,
}, {
	object: "finding", verb: "id", place: atVisit, may: slices.Concat([]string{"title", "facts"}, detailFields),
	says:  [2]string{"修改问题：不写的部分不变", "changes a finding: parts left out stay"},
	shows: `{"round":1,"school":"S001","finding":{"id":"F-1","facts":"…","nature":"risk","undertakers":["甲","丙"]}}`,
	judge: (*recorder).judgeRewrite,
}, {
	object: "finding", place: atVisit, begins: true, needs: []string{"title"}, may: slices.Concat([]string{"item", "facts"}, detailFields), named: true,
	says:  [2]string{"提出问题，回答中给出编号；依据、落实、聚焦、查看数不写时取自要点和作答", "raises a finding; the answer gives its ID; basis, dimension, focus and checked come from the item where left out"},
	shows: `{"round":1,"school":"S001","finding":{"item":"1.01","title":"…","facts":"…","level":"team","nature":"problem","duty":["main"],"discoverer":"甲","undertakers":["甲","乙"],"checked":[3,10],"fix_now":true,"linked":["1.02"]}}`,
	judge: (*recorder).judgeRaise,
}}

// act is a form about one finding that is there.
func act(verb string, needs, may []string, judge judgement, zh, en, shows string) form {
	return form{
		object: "finding", verb: verb, place: atVisit, needs: append([]string{"id"}, needs...), may: may, judge: judge,
		says: [2]string{zh, en}, shows: `{"round":1,"school":"S001","finding":{"id":"F-1",` + shows + `}}`,
	}
}

var decisionForms = []form{
	act("submit", nil, nil, ofFinding(submit), "送审", "hands a finding in", `"submit":true`),
	act("withdraw", nil, nil, ofFinding(withdraw), "撤回", "withdraws a finding", `"withdraw":true`),
	act("restore", nil, nil, ofFinding(restore), "恢复撤回的问题", "restores a withdrawn finding", `"restore":true`),
	act("adopt", nil, []string{"opinion"}, ofFinding(adopt), "采用；有编号权时给编号", "adopts a finding, and numbers it where this device holds the numbering", `"adopt":true`),
	act("return", []string{"opinion"}, nil, ofFinding(giveBack), "退回，写明理由", "returns a finding, with the reason", `"return":true,"opinion":"…"`),
	act("reject", []string{"opinion"}, nil, ofFinding(reject), "不采用，写明理由", "rejects a finding, with the reason", `"reject":true,"opinion":"…"`),
	act("merge", nil, nil, ofFinding(merge), "并入同一次进校的另一个问题", "merges a finding into another of the same visit", `"merge":"F-2"`),
	act("unmerge", nil, nil, ofFinding(unmerge), "撤销并入", "takes a merging back", `"unmerge":true`),
	act("number", nil, nil, ofFinding(giveNumber), "给待编号的问题编号", "numbers an adopted finding that waits for it", `"number":true`),
}

var rectifyForms = []form{
	act("feed_back", nil, []string{"words", "day"}, ofFinding(feedBack), "反馈；不写 words 则用标题和事实原文", "feeds a finding back; its own words where words is left out", `"feed_back":true,"words":"…","day":"2026-04-20"`),
	act("rectify", nil, rectifyFields, ofFinding(rectifyOne), "登记整改：不写的部分不变", "sets its rectification: parts left out stay", `"rectify":true,"measures":"…","leader":"分管副校长","deadline":"2026-07-20","long_term":true,"state":"basically"`),
	named(act("progress", nil, []string{"day"}, (*recorder).judgeProgress, "登记整改进展，回答中给出编号", "reports progress; the answer gives its ID", `"progress":"…","day":"2026-05-08"`)),
	act("close", []string{"by"}, []string{"day"}, ofFinding(closeOne), "销号：整改完成、有佐证、有人负责", "closes a finding that is done and has proof", `"close":true,"by":"巡察办主任"`),
	lookBack(act("look_back", nil, []string{"note"}, ofFinding(relook), "回头看的答复；空的表示清除", "what a look-back visit found; empty takes it back", `"look_back":"relapsed","note":"…"`)),
	{
		object: "findings", verb: "rectify", place: nowhere, needs: []string{"ids"}, may: rectifyFields, judge: (*recorder).judgeBulk,
		says:  [2]string{"一次登记多个问题的整改，作为一条，一次撤销", "sets the rectification of many findings as one entry, taken back as one"},
		shows: `{"findings":{"ids":["F-1","F-2"],"rectify":true,"leader":"校长","deadline":"2026-07-20"}}`,
	},
}

func named(f form) form {
	f.named = true
	return f
}

// lookBack is a form of a look-back visit, which is about a finding of another.
func lookBack(f form) form {
	f.begins = true
	f.shows = `{"round":2,"school":"S001","kind":"look-back",` + f.shows[len(`{"round":1,"school":"S001",`):]
	return f
}

var workForms = []form{{
	object: "count", verb: "counter", place: atVisit, begins: true, needs: []string{"n"}, judge: (*recorder).judgeCount,
	says:  [2]string{"登记工作量；多台电脑的相加，负数用于改错", "counts work; laptops add up, a negative number puts a mistake right"},
	shows: `{"round":1,"school":"S001","count":{"counter":"letters","n":2}}`,
}, {
	object: "talk", verb: "post", place: atVisit, begins: true, needs: []string{"sort", "by"}, may: []string{"id", "day"}, named: true, judge: (*recorder).judgeTalk,
	says:  [2]string{"登记一次谈话：对象写职务，两人以上谈；写已有的编号则改正它", "lists a talk: the post, not the name; two inspectors or more; the ID of one that is listed puts that right"},
	shows: `{"round":1,"school":"S001","talk":{"post":"教务主任","sort":"required","by":["甲","乙"]}}`,
}, {
	object: "paper", verb: "name", place: atVisit, begins: true, may: []string{"id", "day"}, named: true, judge: (*recorder).judgeAsk,
	says:  [2]string{"调阅一份资料，回答中给出编号；写已有的编号则改正它", "asks for a paper; the answer gives its ID; the ID of one that is listed puts that right"},
	shows: `{"round":1,"school":"S001","paper":{"name":"2025年会议记录"}}`,
}, {
	object: "paper", verb: "to", place: atVisit, needs: []string{"id"}, may: []string{"day"}, judge: (*recorder).judgeMove,
	says:  [2]string{"资料已移交或已归还", "a paper was handed over or given back"},
	shows: `{"round":1,"school":"S001","paper":{"id":"P-1","to":"back"}}`,
}, {
	object: "clue", verb: "organ", place: atVisit, begins: true, needs: []string{"count"}, may: []string{"day"}, named: true, judge: (*recorder).judgeClue,
	says:  [2]string{"移交问题线索：只记件数、日期、接收单位，不记内容", "hands clues over: how many, when, to which organ; never their content"},
	shows: `{"round":1,"school":"S001","clue":{"count":1,"organ":"派驻纪检组","day":"2026-03-20"}}`,
}, {
	object: "strike", verb: "id", place: atVisit, judge: (*recorder).judgeStrike,
	says:  [2]string{"划去误记的谈话、资料或移交，计数随之减去", "takes a talk, a paper or a hand-over off the lists that was set down by mistake, and its count"},
	shows: `{"round":1,"school":"S001","strike":{"id":"P-1"}}`,
}}

var sealForms = []form{{
	object: "seal", verb: "by", place: atVisit, may: []string{"why", "day"}, judge: (*recorder).judgeSeal,
	says:  [2]string{"封存进校；离校检查有缺项时写明理由", "seals a visit; with gaps left it needs a reason"},
	shows: `{"round":1,"school":"S001","seal":{"by":"组长","why":"…"}}`,
}, {
	object: "unseal", verb: "why", place: atVisit, judge: (*recorder).judgeUnseal,
	says:  [2]string{"启封，写明理由", "opens a sealed visit, with a reason"},
	shows: `{"round":1,"school":"S001","unseal":{"why":"…"}}`,
}}

var planForms = []form{{
	object: "plan", verb: "in", place: atVisit, judge: (*recorder).judgePlan,
	says:  [2]string{"把学校排进本轮，或移出", "plans a visit, or takes it out"},
	shows: `{"round":2,"school":"S001","kind":"look-back","plan":{"in":true}}`,
}, {
	object: "plan", verb: "look_back", place: inRound, judge: (*recorder).judgePlanLookBack,
	says:  [2]string{"为有未销号问题的学校安排回头看", "plans look-back visits to every school with open findings"},
	shows: `{"round":2,"plan":{"look_back":true}}`,
}, {
	object: "plan", verb: "to", place: atVisit, judge: (*recorder).judgeMoveVisit,
	says:  [2]string{"把学校换到另一轮；已有工作的不能换", "moves a school to another round; not one with work"},
	shows: `{"round":1,"school":"S001","plan":{"to":2}}`,
}, {
	object: "plan", verb: "swap", place: atVisit, may: []string{"swap_round"}, judge: (*recorder).judgeSwap,
	says:  [2]string{"两所学校互换轮次、组、批次和日期；不写 swap_round 则在同一轮", "two schools change places: round, team, batch and days; in the same round where swap_round is left out"},
	shows: `{"round":1,"school":"S001","plan":{"swap":"S030","swap_round":2}}`,
}, {
	object: "arrange", place: atVisit, may: []string{"team", "batch", "from", "to"}, judge: (*recorder).judgeArrange,
	says:  [2]string{"第几组、第几批、哪天进校、哪天离校；不写的不变，0 和空的表示取消", "team, batch, first and last day of a visit; parts left out stay, 0 and empty take one away"},
	shows: `{"round":1,"school":"S001","arrange":{"team":2,"batch":1,"from":"2026-03-02","to":"2026-03-06"}}`,
}, {
	object: "team", verb: "team", place: atVisit, judge: (*recorder).judgeTeam,
	says:  [2]string{"由第几组进校", "which team makes a visit"},
	shows: `{"round":1,"school":"S001","team":{"team":2}}`,
}, {
	object: "numbering", verb: "team", place: inRound, judge: (*recorder).judgeNumbering,
	says:  [2]string{"本机接管一个组的编号权", "this device takes over a team's numbering"},
	shows: `{"round":1,"numbering":{"team":1}}`,
}, {
	object: "deadlines", place: inRound, may: []string{"plan", "rectify", "report", "look_back"}, judge: (*recorder).judgeDeadlines,
	says:  [2]string{"本轮期限：方案（工作日）、整改、报告、回头看（月）", "a round's deadlines: plan in working days; rectify, report and look-back in months"},
	shows: `{"round":1,"deadlines":{"rectify":2}}`,
}}

var placesFields = []string{"post", "present", "former", "kin"}

var staffForms = []form{{
	object: "member", verb: "dismiss", place: nowhere, needs: []string{"id"}, judge: (*recorder).judgeDismiss,
	says:  [2]string{"删去一名人员，各轮的编组一并取消", "takes a member off the list, and out of the teams of all rounds"},
	shows: `{"member":{"id":"组员甲","dismiss":true}}`,
}, {
	object: "member", verb: "name", place: nowhere, may: append([]string{"id"}, placesFields...), named: true, judge: (*recorder).judgeMember,
	says:  [2]string{"登记一名人员，回答中给出编号；单位写学校编号或名称；写已有的编号则改正他", "enters a member; the answer gives the ID; schools by code or name; the ID of one that is there puts that right"},
	shows: `{"member":{"name":"组员甲","post":"教研员","present":["S001"],"former":["S002"],"kin":[]}}`,
}, {
	object: "member", verb: "id", place: nowhere, may: placesFields, judge: (*recorder).judgeMember,
	says:  [2]string{"修改一名人员：不写的部分不变", "changes a member: parts left out stay"},
	shows: `{"member":{"id":"组员甲","kin":["S003"]}}`,
}, {
	object: "posting", verb: "member", place: inRound, needs: []string{"team"}, may: []string{"role"}, judge: (*recorder).judgePosting,
	says:  [2]string{"把一名人员编入一个组；0 表示移出。不写角色则不变，新编入的为组员", "puts a member into a team; 0 takes out. Without a role it stays; somebody new is a member"},
	shows: `{"round":1,"posting":{"member":"组员甲","team":2,"role":"lead"}}`,
}}

var leadForms = []form{{
	object: "conflict", verb: "field", place: anyPlace, needs: []string{"device", "seq"}, may: []string{"item", "id"}, judge: (*recorder).judgeConflict,
	says:  [2]string{"两台电脑记得不同时，选定其中一台的；各方见 findings --format json 的 conflicts", "of what laptops said differently, this one's holds; findings --format json lists them under conflicts"},
	shows: `{"round":1,"school":"S001","conflict":{"field":"finding.title","id":"F-1","device":"0123456789abcdef","seq":12}}`,
}, {
	object: "undo", verb: "last", place: nowhere, judge: (*recorder).judgeUndoLast,
	says:  [2]string{"撤销本机最后一条", "takes this device's last action back"},
	shows: `{"undo":{"last":true}}`,
}, {
	object: "undo", verb: "seq", place: nowhere, may: []string{"device"}, judge: (*recorder).judgeUndo,
	says:  [2]string{"撤销指定的一条", "takes an entry back"},
	shows: `{"undo":{"seq":12},"reason":"…"}`,
}, {
	object: "redo", verb: "last", place: nowhere, judge: (*recorder).judgeRedo,
	says:  [2]string{"重做最后撤销的一条", "does again what was undone last"},
	shows: `{"redo":{"last":true}}`,
}}
