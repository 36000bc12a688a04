package tui

import (
	"fmt"

	"xuncha/inspection"
)

// rectifyWording is the words of one finding's rectification: its fields, its
// progress, its proof and its closing.
type rectifyWording struct {
	title     string
	gone      string
	labelCol  int
	labels    [rectifyFields]string
	hints     [rectifyFields]string // of a field that says nothing yet
	states    [4]string             // by RectifyStanding, short
	weekdays  [7]string
	until     func(day string) string
	days      func(n int) string
	reopened  func(n int) string
	fedBack   func(day string) string
	fixNow    string
	how       string
	writeDay  string
	writeText string
	writeLine string
	dayHow    string
	dayNone   string
	frozen    string

	relooksHow string
	closing    string
	closeHow   func(title string) string
	closeBy    string
	closeNeeds string
	closed     string
	closedBy   func(day, who string) string

	progress progressWords
	proofs   proofWords
}

type progressWords struct {
	title  string
	day    string
	text   string
	how    string
	stored string
	badDay string
	empty  string
}

type proofWords struct {
	title  string
	how    string
	none   string
	proves string
	not    string
}

var zhRectify = rectifyWording{
	title: "整改", gone: "这个问题已经不在了", labelCol: 12,
	labels: [rectifyFields]string{
		"反馈原文", "整改目标", "整改措施", "责任领导", "责任部门", "责任人", "整改时限", "整改状态", "根本原因", "举一反三",
		"整改进展", "销号佐证", "回头看", "销号",
	},
	hints: [rectifyFields]string{
		"还没有反馈。按回车核对文字并反馈，反馈后文字不再改动", "写整改要达到什么", "写怎么改", "写职务，如副校长", "写科室", "写职务或姓名",
		"2026-12-31、12-31、+30天、3个月、月底、年底；按空格切换长期坚持", "反馈后为未完成", "写为什么会有这个问题", "写由此查了什么、改了什么",
		"按回车或 4 记一条进展", "按回车或 6 选用证明整改的材料", "还没有回头看", "完成整改并有佐证后，按回车或 5 销号",
	},
	states:   [4]string{"未反馈", "未完成", "基本完成", "完成整改"},
	weekdays: [7]string{"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"},
	until:    func(day string) string { return "时限 " + day },
	days:     func(n int) string { return fmt.Sprintf("历时 %d 天", n) },
	reopened: func(n int) string { return fmt.Sprintf("反弹 %d 次", n) },
	fedBack:  func(day string) string { return day + " 反馈" },
	fixNow:   "立行立改",
	how:      "↑↓ 选择，回车填写；1 未完成 2 基本完成 3 完成整改；0 长期坚持",
	writeDay: "回车存入；Esc 不改", writeText: "Ctrl+S 或 Esc 存入；Tab 存入并到下一项", writeLine: "回车或 Esc 存入；Tab 存入并到下一项",
	dayHow: "2026-12-31、12-31、+30天、3个月、月底、年底，可加长期坚持", dayNone: "→ 不定时限",
	frozen:     "反馈的文字已固定，不能改动",
	relooksHow: "在回头看进校时作答；按 F6 回到台账可安排回头看",
	closing:    "销号", closeBy: "销号人：", closeNeeds: "请写明由谁销号", closed: "已销号",
	closeHow: func(title string) string {
		return "“" + title + "”已完成整改并有佐证。销号后不再计入未销号；回头看发现反弹会重新打开。"
	},
	closedBy: func(day, who string) string { return day + " 由 " + who + " 销号" },
	progress: progressWords{
		title: "记进展", day: "日期：", text: "进展：", how: "Tab 换栏；Ctrl+S 或 Esc 存入", stored: "进展已记下",
		badDay: "看不懂这个日期，如 2026-12-31 或 12-31", empty: "没有写内容，未记",
	},
	proofs: proofWords{
		title: "销号佐证", how: "空格或回车选用、不用；选用的作为整改到位的证明",
		none: "这所学校还没有佐证。先在佐证页加入文件，再回到这里选用", proves: "[x]", not: "[ ]",
	},
}

var enRectify = rectifyWording{
	title: "Rectification", gone: "This finding is no longer there", labelCol: 14,
	labels: [rectifyFields]string{
		"Fed back", "Goal", "Measures", "Leader", "Department", "Person", "Deadline", "State", "Root cause", "Elsewhere",
		"Progress", "Proof", "Look-backs", "Closing",
	},
	hints: [rectifyFields]string{
		"not fed back yet. Enter shows the words and feeds them back; then they stay", "what is to be reached", "how it is put right", "by post", "department", "post or name",
		"2026-12-31, 12-31, +30, 3 months, month, year; Space: for good", "not done once it is fed back", "why there was this problem", "what else was looked at and put right",
		"Enter or 4 records progress", "Enter or 6 chooses what proves it", "no look-back yet", "once it is done and has proof, Enter or 5 closes it",
	},
	states:   [4]string{"not fed", "not done", "basically", "done"},
	weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
	until:    func(day string) string { return "until " + day },
	days:     func(n int) string { return inspection.Sentence("%d day{s}", n) },
	reopened: func(n int) string { return fmt.Sprintf("reopened %d×", n) },
	fedBack:  func(day string) string { return "fed back " + day },
	fixNow:   "fix now",
	how:      "↑↓ move, Enter writes; 1 not done, 2 basically done, 3 done; 0 for good",
	writeDay: "Enter sets down; Esc leaves it as it was", writeText: "Ctrl+S or Esc sets down; Tab sets down and goes on", writeLine: "Enter or Esc sets down; Tab sets down and goes on",
	dayHow: "2026-12-31, 12-31, +30, 3 months, month, year; with “long term”", dayNone: "→ no deadline",
	frozen:     "The words fed back are fixed",
	relooksHow: "Answered at a look-back visit; F6 goes to the ledger, where one can be planned",
	closing:    "Closing", closeBy: "Closed by: ", closeNeeds: "Say who closes it", closed: "Closed",
	closeHow: func(title string) string {
		return "“" + title + "” is done and has proof. Once closed it is no longer open; a look-back that finds it again opens it."
	},
	closedBy: func(day, who string) string { return day + " by " + who },
	progress: progressWords{
		title: "Progress", day: "Day: ", text: "Text: ", how: "Tab: other field; Ctrl+S or Esc sets down", stored: "Progress recorded",
		badDay: "No such day; type 2026-12-31 or 12-31", empty: "Nothing was written, nothing recorded",
	},
	proofs: proofWords{
		title: "Proof", how: "Space or Enter chooses what proves that it was put right",
		none: "There is no evidence of this school yet. Add files on the evidence page, then choose here", proves: "[x]", not: "[ ]",
	},
}
