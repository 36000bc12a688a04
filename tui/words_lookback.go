package tui

import (
	"fmt"

	"xuncha/inspection"
)

// lookBackWords are the words of look-back visits and of planning them.
type lookBackWords struct {
	none     string
	allDone  string
	answer   string
	note     string
	until    string
	words    string
	measures string
	who      string
	progress string
	earlier  string
	plan     string
	planHow  string
	into     func(round string, n int) string
	planned  func(round string, n int) string
	noneOpen string
	round    func(planned, begun, finished, answered, of int) string
}

var zhLookBack = lookBackWords{
	none:    "这所学校没有已反馈的问题，没有可以回头看的内容",
	allDone: "全部问题都已作答，按 F7 做离校检查",
	answer:  "本次", note: "说明", until: "时限", words: "反馈", measures: "措施", who: "责任", progress: "进展", earlier: "以往",
	plan:    "安排回头看",
	planHow: "为每一所还有未销号问题的学校安排一次回头看，只看这些问题和已销号的问题。已经安排的不动。可以一次撤销。",
	into:    func(round string, n int) string { return fmt.Sprintf("列入%s，%d 所学校", round, n) },
	planned: func(round string, n int) string {
		return fmt.Sprintf("已在%s安排回头看 %d 所，按 u 撤销", round, n)
	},
	noneOpen: "没有需要安排的：没有未销号的问题，或都已安排",
	round: func(planned, begun, finished, answered, of int) string {
		return fmt.Sprintf("回头看 %d 所 · 已开始 %d · 已完成 %d · 已答 %d/%d", planned, begun, finished, answered, of)
	},
}

var enLookBack = lookBackWords{
	none:    "Nothing was fed back to this school, so there is nothing to look back on",
	allDone: "Every finding has an answer; F7 is the leave-site check",
	answer:  "Now", note: "Note", until: "Until", words: "Fed back", measures: "Measures", who: "Who", progress: "Progress", earlier: "Earlier",
	plan:    "Plan look-backs",
	planHow: "This plans a look-back visit to every school with open findings: only those and the closed ones are looked at. Visits already planned stay. It can be undone at once.",
	into:    func(round string, n int) string { return inspection.Sentence("in %s: %d school{s}", round, n) },
	planned: func(round string, n int) string {
		return inspection.Sentence("%d look-back{s} planned in %s; u undoes it", n, round)
	},
	noneOpen: "Nothing to plan: no open findings, or all are planned already",
	round: func(planned, begun, finished, answered, of int) string {
		return fmt.Sprintf("look-backs: %d · begun %d · finished %d · answered %d/%d", planned, begun, finished, answered, of)
	},
}
