package tui

import (
	"fmt"

	"xuncha/inspection"
)

// ledgerWords are the words of the rectification ledger, of changing many rows
// at once, and of the saved views.
type ledgerWords struct {
	title   func(school string) string
	views   [ledgerViews]string // as short as a line of eight can hold
	rate    string
	rateOf  func(n, of int, percent string) string
	sorted  [3]string
	count   func(n int) string
	found   func(n int) string
	looking string // not all rows were looked at yet
	reading string // not all rows were read yet
	picked  func(n int) string
	widen   string    // the ledger is of one school
	cols    [6]string // school, number, problem, who, state, time left
	empty   string
	none    string // of this view
	notIn   string
	history func(title string) string
	unfed   func(n int) string // left out of the rate

	closed   string // a state beyond the three
	notFed   string
	unnumbed string // adopted, without a number
	left     func(days int) string
	late     func(days int) string
	today    string
	forGood  string
	andGood  string // 剩 12 天，and for good after that
	noDate   string
	toClose  string // done, not closed

	bulk  bulkWords
	saved savedWords
}

type bulkWords struct {
	title    string
	what     func(n int) string
	parts    [bulkParts]string
	value    string
	how      [bulkParts]string
	preview  func(n int) string
	same     func(n int) string
	outside  func(n int) string
	change   func(from, to string) string
	yes      string
	nothing  string
	nobody   string // nothing was selected and there is no row
	done     func(n int) string
	empty    string
	badDay   string
	selected string
}

type savedWords struct {
	title   string
	keep    string
	ask     string
	how     string
	kept    func(name string) string
	removed func(name string) string
	really  func(name string) string
	remove  string
	none    string
	rows    func(n int) string
	query   func(q string) string
}

var zhLedger = ledgerWords{
	title: func(school string) string {
		if school == "" {
			return "整改台账"
		}
		return school + "整改台账"
	},
	views:  [ledgerViews]string{"全部", "未反馈", "未销号", "逾期", "本周", "反弹", "立改", "已销号"},
	rate:   "整改完成率",
	rateOf: func(n, of int, percent string) string { return fmt.Sprintf("%d ÷ %d ＝ %s", n, of, percent) },
	sorted: [3]string{"按时限", "按学校", "按状态"},
	count:  func(n int) string { return fmt.Sprintf("%d 条", n) },
	found:  func(n int) string { return fmt.Sprintf("找到 %d 条", n) }, looking: "，还在找…", reading: "正在读取台账…",
	picked:  func(n int) string { return fmt.Sprintf("已选 %d 条，F2 批量修改", n) },
	widen:   "只看这一所学校，F3 看全部",
	cols:    [6]string{"学校", "编号", "问题", "责任", "状态", "时限"},
	empty:   "台账还没有内容。问题采用后列入台账，反馈后开始整改",
	none:    "没有这样的问题",
	notIn:   "没有找到。可输入学校、问题、措施、责任人，也可用拼音首字母；几个词用空格分开",
	history: func(title string) string { return "问题“" + title + "”" },
	unfed:   func(n int) string { return fmt.Sprintf("采用未反馈 %d 条", n) },
	closed:  "已销号", notFed: "未反馈", unnumbed: "待编号",
	left:  func(days int) string { return fmt.Sprintf("剩 %d 天", days) },
	late:  func(days int) string { return fmt.Sprintf("! 逾期 %d 天", days) },
	today: "今天到期", forGood: "长期坚持", andGood: "·长期", noDate: "未定时限", toClose: "待销号",
	bulk: bulkWords{
		title: "批量修改",
		what:  func(n int) string { return fmt.Sprintf("对选中的 %d 条修改：", n) },
		parts: [bulkParts]string{"整改时限", "长期坚持", "整改状态", "责任领导", "责任部门", "责任人"},
		value: "改为：",
		how: [bulkParts]string{
			"2026-12-31、12-31、+30天、3个月、月底、年底；留空为不定时限", "选一个", "选一个", "留空为清除", "留空为清除", "留空为清除",
		},
		preview:  func(n int) string { return fmt.Sprintf("将修改 %d 条：", n) },
		same:     func(n int) string { return fmt.Sprintf("另有 %d 条本来如此，不动", n) },
		outside:  func(n int) string { return fmt.Sprintf("另有 %d 条未反馈或已销号，不动", n) },
		change:   func(from, to string) string { return from + " → " + to },
		yes:      "Enter 照此修改，一次记下，可一次撤销；Esc 返回",
		nothing:  "没有需要修改的",
		nobody:   "还没有选中，按空格选中",
		done:     func(n int) string { return fmt.Sprintf("已修改 %d 条，按 u 一次撤销", n) },
		empty:    "（空）",
		badDay:   "看不懂这个日期。可输入 2026-12-31、12-31、+30天、3个月、月底、年底",
		selected: "已选",
	},
	saved: savedWords{
		title:   "存下的看法",
		keep:    "＋ 把现在的看法存下来",
		ask:     "取个名字：",
		how:     "存在这台电脑上，只有这台电脑能看到",
		kept:    func(name string) string { return "已存下“" + name + "”" },
		removed: func(name string) string { return "已删去“" + name + "”" },
		really: func(name string) string {
			return "删去存下的看法“" + name + "”？台账内容不受影响。"
		},
		remove: "删去看法",
		none:   "还没有存下的看法",
		rows:   func(n int) string { return fmt.Sprintf("%d 条", n) },
		query:  func(q string) string { return "查找“" + q + "”" },
	},
}

var enLedger = ledgerWords{
	title: func(school string) string {
		if school == "" {
			return "Ledger"
		}
		return school + " ledger"
	},
	views:  [ledgerViews]string{"All", "Unfed", "Open", "Overdue", "Week", "Relapsed", "Now", "Closed"},
	rate:   "Rectified",
	rateOf: func(n, of int, percent string) string { return fmt.Sprintf("%d / %d = %s", n, of, percent) },
	sorted: [3]string{"by deadline", "by school", "by state"},
	count:  func(n int) string { return inspection.Sentence("%d row{s}", n) },
	found:  func(n int) string { return fmt.Sprintf("%d found", n) }, looking: ", looking on…", reading: "Reading the ledger…",
	picked:  func(n int) string { return inspection.Sentence("%d selected, F2 changes {it|them}", n) },
	widen:   "this school alone; F3 shows all",
	cols:    [6]string{"School", "Number", "Problem", "Who", "State", "Deadline"},
	empty:   "The ledger is empty. Adopted findings stand here; rectification begins when they are fed back",
	none:    "There is none",
	notIn:   "Nothing found. Type a school, words, measures, people, or pinyin initials; blanks part words",
	history: func(title string) string { return "Finding “" + title + "”" },
	unfed:   func(n int) string { return fmt.Sprintf("%d adopted and not fed back", n) },
	closed:  "closed", notFed: "not fed", unnumbed: "no number",
	left:  func(days int) string { return fmt.Sprintf("%d d left", days) },
	late:  func(days int) string { return fmt.Sprintf("! %d d late", days) },
	today: "due today", forGood: "for good", andGood: " +good", noDate: "no date", toClose: "to close",
	bulk: bulkWords{
		title: "Change many",
		what:  func(n int) string { return fmt.Sprintf("Of the %d selected, change:", n) },
		parts: [bulkParts]string{"Deadline", "For good", "State", "Leader", "Department", "Person"},
		value: "To: ",
		how: [bulkParts]string{
			"2026-12-31, 12-31, +30, 2 weeks, 3 months, month, year; empty for none", "choose one", "choose one", "empty clears it", "empty clears it", "empty clears it",
		},
		preview: func(n int) string { return fmt.Sprintf("%d will change:", n) },
		same:    func(n int) string { return inspection.Sentence("%d more {is|are} so already", n) },
		outside: func(n int) string {
			return inspection.Sentence("%d more {is|are} not fed back or closed, and stay{s|}", n)
		},
		change:   func(from, to string) string { return from + " → " + to },
		yes:      "Enter changes them: one entry, one undo; Esc goes back",
		nothing:  "Nothing would change",
		nobody:   "Nothing is selected; Space selects",
		done:     func(n int) string { return fmt.Sprintf("%d changed; u undoes all of it at once", n) },
		empty:    "(nothing)",
		badDay:   "No such date. Type 2026-12-31, 12-31, +30, 3 months, month or year",
		selected: "selected",
	},
	saved: savedWords{
		title:   "Saved views",
		keep:    "+ save what is shown now",
		ask:     "Name: ",
		how:     "Kept on this laptop; nobody else sees it",
		kept:    func(name string) string { return "Saved as “" + name + "”" },
		removed: func(name string) string { return "Removed “" + name + "”" },
		really: func(name string) string {
			return "Remove the saved view “" + name + "”? The ledger stays as it is."
		},
		remove: "Remove a view",
		none:   "No saved views yet",
		rows:   func(n int) string { return inspection.Sentence("%d row{s}", n) },
		query:  func(q string) string { return "find “" + q + "”" },
	},
}
