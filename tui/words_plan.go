package tui

import (
	"fmt"

	"xuncha/inspection"
)

// planWords are the words of the plan.
type planWords struct {
	title    string
	schools  func(n, unplanned int) string
	school   string
	none     string // a school in no round
	shut     string // before the name of a school that is closed
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

	picked     func(n int) string
	notPlanned string
	and        string // between two visits of one cell
	team       func(n int) string
	noTeam     string
	batch      func(n int) string
	days       func(from, to string) string
	until      func(to string) string
	ties       func(n int, first string) string

	arrange     string
	arrangeWhat func(first string, n int) string
	arrangedAll func(n int) string
	various     string
	teamLabel   string
	teamHow     string
	batchLabel  string
	batchHow    string
	fromLabel   string
	fromHow     string
	toLabel     string
	toHow       string

	enter     string
	which     func(school string, n int) string
	allOfThem func(n int) string

	move     string
	moveWhat func(first string, n int) string
	moved    func(n int, round string) string
	swap     string
	swapping func(school string) string
	swapped  func(x, y string) string

	roundSlip, roundWhy         string
	roundTitle                  string
	roundStart, roundEnd        string
	roundDayHow                 string
	planDays, planDaysHow       string
	rectifyMonths, monthsHow    string
	reportMonths                string
	lookBackMonths, lookBackHow string
	roundSet                    func(round, days string) string

	entry schoolEntryWords
}

// schoolEntryWords are the words of the slip of a school.
type schoolEntryWords struct {
	edit, add, why         string
	code, codeHow, name    string
	stage, owner           string
	has                    [3]string // not known, has it, has not
	group, groupHow, area  string
	closed, closedHow      string
	note, sameCode, noCode string
	takenCode              func(name string) string
	done                   func(name string) string
}

var zhPlan = planWords{
	entry: schoolEntryWords{
		edit: "学校资料", add: "新增学校", why: "特征决定哪些要点适用；不详的不会隐去要点。",
		code: "编号", codeHow: "编好后不再改", name: "名称", stage: "学段", owner: "办学", has: [3]string{"不详", "有", "无"},
		group: "教育集团", groupHow: "同一集团的学校写同一个名称，用于回避比对", area: "片区",
		closed: "停办日期", closedHow: "空：在办", note: "备注",
		sameCode: "编号不能改：记录都挂在编号上", noCode: "请写编号，不含空格",
		takenCode: func(name string) string { return "这个编号已是" + name },
		done:      func(name string) string { return "已登记 " + name },
	},
	title: "计划",
	schools: func(n, unplanned int) string {
		if unplanned == 0 {
			return fmt.Sprintf("%d 所，都已安排", n)
		}
		return fmt.Sprintf("%d 所，%d 所未安排", n, unplanned)
	},
	school: "学校", none: "未安排", shut: "〔停办〕",
	round: func(planned, begun, finished int) string {
		return fmt.Sprintf("%d 所 ▸%d √%d", planned, begun-finished, finished)
	},
	legend:  "· 计划  ▸ 进行中  √ 已完成  ! 回避  * 选中  ~ 待互换  回专提补 其他方式",
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

	picked: func(n int) string {
		return fmt.Sprintf("已选 %d 格，F2 安排、3 换轮次对它们一起生效；Esc 取消", n)
	},
	notPlanned: "没有安排", and: "；",
	team: func(n int) string { return fmt.Sprintf("%d组", n) }, noTeam: "未编组",
	batch: func(n int) string { return fmt.Sprintf("第%d批", n) },
	days:  func(from, to string) string { return from + " 至 " + to },
	until: func(to string) string { return "至 " + to },
	ties:  func(n int, first string) string { return fmt.Sprintf("! 回避 %d 条：%s", n, first) },

	arrange: "安排进校",
	arrangeWhat: func(first string, n int) string {
		if n == 1 {
			return first
		}
		return fmt.Sprintf("%s 等 %d 次进校。只改动过的栏会写入。", first, n)
	},
	arrangedAll: func(n int) string { return fmt.Sprintf("已安排 %d 次进校", n) },
	various:     "各不相同；不填不变",
	teamLabel:   "巡察组", teamHow: "组号，如 2；清空：不编组",
	batchLabel: "批次", batchHow: "如 1",
	fromLabel: "进校日期", fromHow: "如 3-2、3月2日、2026-03-02",
	toLabel: "离校日期", toHow: "如 3-6，或 +4（进校后第 4 天）",

	enter: "进校",
	which: func(school string, n int) string {
		return fmt.Sprintf("%s 本轮有 %d 次进校，是哪一次：", school, n)
	},
	allOfThem: func(n int) string { return fmt.Sprintf("%d 次都是", n) },

	move: "换到另一轮",
	moveWhat: func(first string, n int) string {
		if n == 1 {
			return first + " 换到："
		}
		return fmt.Sprintf("%s 等 %d 次进校换到：", first, n)
	},
	moved:    func(n int, round string) string { return fmt.Sprintf("已把 %d 次进校换到%s", n, round) },
	swap:     "互换",
	swapping: func(school string) string { return school + " 等待互换：到另一所学校再按 4；Esc 取消" },
	swapped:  func(x, y string) string { return x + " 与 " + y + " 已互换轮次、组和日期" },

	roundSlip: "轮次设定", roundWhy: "名称、起止日期和本轮的期限。",
	roundTitle: "名称", roundStart: "开始日期", roundEnd: "结束日期", roundDayHow: "如 2026-03-02；空：未定",
	planDays: "整改方案", planDaysHow: "反馈后多少个工作日",
	rectifyMonths: "集中整改", monthsHow: "反馈后多少个月", reportMonths: "整改报告", lookBackMonths: "回头看", lookBackHow: "反馈后至少多少个月",
	roundSet: func(round, days string) string { return "已设定 " + round + " " + days },
}

var enPlan = planWords{
	entry: schoolEntryWords{
		edit: "The school", add: "A new school", why: "Traits decide which items apply; what is not known hides none.",
		code: "Code", codeHow: "never changes", name: "Name", stage: "Stage", owner: "Ownership", has: [3]string{"not known", "yes", "no"},
		group: "Group's name", groupHow: "one name for all schools of a group; recusals go by it", area: "Area",
		closed: "Closed from", closedHow: "empty: it is open", note: "Remark",
		sameCode: "The code stays: all records hang on it", noCode: "Write a code, without blanks",
		takenCode: func(name string) string { return "This code is that of " + name },
		done:      func(name string) string { return name + " is set down" },
	},
	title: "Plan",
	schools: func(n, unplanned int) string {
		if unplanned == 0 {
			return inspection.Sentence("%d school{s}, all planned", n)
		}
		return inspection.Sentence("%d school{s}, %d in no round", n, unplanned)
	},
	school: "School", none: "in no round", shut: "[closed]",
	round: func(planned, begun, finished int) string {
		return fmt.Sprintf("%d ▸%d √%d", planned, begun-finished, finished)
	},
	legend:  "· planned ▸ under way √ finished ! recusal * selected ~ to swap ltum kinds",
	notIn:   "Nothing found. Type a name, a code, pinyin or its initials",
	notHere: "The school is not in this round; Space or 0 puts it in",
	added:   func(school, round string) string { return school + " is now in " + round },
	taken:   func(school, round string) string { return school + " is no longer in " + round },

	oneRound: "One round a school", every: "Every school in every round",
	change: func(in, out, kept int) string {
		return inspection.Sentence("This plans %d more visit{s} and takes out %d. The %d visit{s} that {has|have} begun stay{s|}. It can be undone.", in, out, kept)
	},
	placing: "One round a school goes by the order of the roster: a placeholder, to be mended school by school.",
	yes:     "change the plan", no: "leave it",
	found: func(n int) string { return fmt.Sprintf("%d found", n) },

	picked:     func(n int) string { return fmt.Sprintf("%d selected: F2 and 3 are for all of them; Esc drops them", n) },
	notPlanned: "not planned", and: "; ",
	team: func(n int) string { return fmt.Sprintf("T%d", n) }, noTeam: "no team",
	batch: func(n int) string { return fmt.Sprintf("batch %d", n) },
	days:  func(from, to string) string { return from + " to " + to },
	until: func(to string) string { return "until " + to },
	ties:  func(n int, first string) string { return inspection.Sentence("! %d recusal{s}: %s", n, first) },

	arrange: "Team, batch and days",
	arrangeWhat: func(first string, n int) string {
		if n == 1 {
			return first
		}
		return inspection.Sentence("%s and others, %d visit{s}. Only what you change is changed.", first, n)
	},
	arrangedAll: func(n int) string { return inspection.Sentence("%d visit{s} {is|are} arranged", n) },
	various:     "they differ; left empty, they stay",
	teamLabel:   "Team", teamHow: "its number, such as 2; empty: none",
	batchLabel: "Batch", batchHow: "such as 1",
	fromLabel: "From", fromHow: "such as 3-2 or 2026-03-02",
	toLabel: "To", toHow: "such as 3-6, or +4 for four days on",

	enter: "Visit",
	which: func(school string, n int) string {
		return inspection.Sentence("%s has %d visit{s} in this round; which one:", school, n)
	},
	allOfThem: func(n int) string { return inspection.Sentence("all %d", n) },

	move: "To another round",
	moveWhat: func(first string, n int) string {
		if n == 1 {
			return first + " goes to:"
		}
		return inspection.Sentence("%s and others, %d visit{s}, go to:", first, n)
	},
	moved: func(n int, round string) string {
		return inspection.Sentence("%d visit{s} {is|are} now in %s", n, round)
	},
	swap: "Change places",
	swapping: func(school string) string {
		return school + " waits to change places: go to another, press 4; Esc drops it"
	},
	swapped: func(x, y string) string { return x + " and " + y + " have changed places" },

	roundSlip: "The round", roundWhy: "Its title, days and deadlines.",
	roundTitle: "Title", roundStart: "Start", roundEnd: "End", roundDayHow: "such as 2026-03-02; empty: not known yet",
	planDays: "School's plan", planDaysHow: "working days after feedback",
	rectifyMonths: "Rectification", monthsHow: "months after feedback", reportMonths: "Report", lookBackMonths: "Look-back", lookBackHow: "months after feedback, at the earliest",
	roundSet: func(round, days string) string { return round + " is set " + days },
}
