package tui

import "fmt"

// planWords are the words of the plan.
type planWords struct {
	title    string
	schools  func(n, unplanned int) string
	school   string
	none     string // a school in no round
	round    func(planned, begun, finished int) string
	legend   string
	notIn    string
	notHere  string // Enter on a round in which the school is not
	added    func(school, round string) string
	taken    func(school, round string) string
	oneRound string
	every    string
	change   func(in, out, kept int) string
	placing  string // a placeholder
	yes, no  string
	found    func(n int) string
}

var zhPlan = planWords{
	title: "计划",
	schools: func(n, unplanned int) string {
		if unplanned == 0 {
			return fmt.Sprintf("%d 所，都已安排", n)
		}
		return fmt.Sprintf("%d 所，%d 所未安排", n, unplanned)
	},
	school: "学校", none: "未安排",
	round: func(planned, begun, finished int) string {
		return fmt.Sprintf("%d 所 ▸%d √%d", planned, begun-finished, finished)
	},
	legend:  "· 计划   ▸ 进行中   √ 已完成",
	notIn:   "没有找到。可输入校名、编号、全拼或首字母",
	notHere: "本轮没有安排这所学校，按空格或 0 安排",
	added:   func(school, round string) string { return school + " 已列入" + round },
	taken:   func(school, round string) string { return school + " 已移出" + round },

	oneRound: "改为每校一轮", every: "改为每轮全覆盖",
	change: func(in, out, kept int) string {
		return fmt.Sprintf("将列入 %d 次、移出 %d 次进校。已经开始的 %d 次不动。可以撤销。", in, out, kept)
	},
	placing: "每校一轮按名册次序分配，只是占位，可再逐校调整。",
	yes:     "按此调整", no: "不改",
	found: func(n int) string { return fmt.Sprintf("找到 %d 所", n) },
}

var enPlan = planWords{
	title: "Plan",
	schools: func(n, unplanned int) string {
		if unplanned == 0 {
			return fmt.Sprintf("%d schools, all planned", n)
		}
		return fmt.Sprintf("%d schools, %d in no round", n, unplanned)
	},
	school: "School", none: "in no round",
	round: func(planned, begun, finished int) string {
		return fmt.Sprintf("%d ▸%d √%d", planned, begun-finished, finished)
	},
	legend:  "· planned   ▸ under way   √ finished",
	notIn:   "Nothing found. Type a name, a code, pinyin or its initials",
	notHere: "The school is not in this round; Space or 0 puts it in",
	added:   func(school, round string) string { return school + " is now in " + round },
	taken:   func(school, round string) string { return school + " is no longer in " + round },

	oneRound: "One round a school", every: "Every school in every round",
	change: func(in, out, kept int) string {
		return fmt.Sprintf("This plans %d more visits and takes out %d. The %d visits that have begun stay. It can be undone.", in, out, kept)
	},
	placing: "One round a school goes by the order of the roster: a placeholder, to be mended school by school.",
	yes:     "change the plan", no: "leave it",
	found: func(n int) string { return fmt.Sprintf("%d found", n) },
}
