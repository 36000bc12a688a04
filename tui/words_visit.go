package tui

import (
	"fmt"

	"xuncha/inspection"
)

// visitWords are the words of the visit and of the small screens over it.
type visitWords struct {
	noList    string // the round has no checklist, or none of it applies
	allDone   string
	raiseNext func(code, verdict string) string
	unclear   func(n int) string // all have a verdict, n of them 未查清

	findings func(n int) string
	more     func(n int) string // lines that were cut

	// The parts of an item, by their labels, which are parts cells wide.
	parts                                          int
	look, basis, methods, papers, typical          string
	applies, earlier, note, raised                 string
	confirmed, unconfirmed, noBasis                string
	used                                           func(used, meant string) string
	usedAll                                        func(used string) string
	clear                                          string
	checked                                        func(n, of int) string
	undecided, first, noEarlier, noNote, noFinding string
	notice, conflict, noteDraft, formDraft         string
	then                                           func(round, verdict string, findings int) string

	markNote, markUndecided, markConflict, markFinding string

	whole wholeWords
	seek  seekWords
	edit  noteWords
	pick  chooseWords
	form  formWords
	gaps  gapsWords
}

// wholeWords are those of the item shown whole.
type wholeWords struct{ title string }

// seekWords are those of the search among items.
type seekWords struct {
	title, none string
	count       func(shown, all int) string
}

// noteWords are those of the note's editor.
type noteWords struct {
	how      string
	title    string
	restored string
	stored   string
	count    func(n, most int) string
	tooLong  func(n, most int) string
}

// chooseWords are those of the methods and of n of N.
type chooseWords struct {
	methods, methodsHow string
	checked, checkedHow string
	badChecked          string
	ask                 string
}

// formWords are those of the form of a finding.
type formWords struct {
	how             string
	title, revise   string
	facts, head     string
	outside         string
	drafted         string
	needsTitle      string
	stored, dropped string
	restored        string
	suggest         func(typical string) string
	titleTooLong    func(n, most int) string
	factsHint       string
}

// gapsWords are those of the leave-site check.
type gapsWords struct {
	title   string
	none    string
	some    func(n int) string
	unsaved string    // the kind of what was typed on this laptop and not set down
	drafts  [4]string // of a note, of a finding, of the words fed back, of a look-back's note
}

var zhVisit = visitWords{
	noList:    "本轮还没有采用清单，或者没有适用于本校的要点",
	raiseNext: func(code, verdict string) string { return code + " " + verdict + "。按 F2 为它提出问题" },
	allDone:   "全部要点已有评定，可按 F7 作离校检查",
	unclear: func(n int) string {
		return fmt.Sprintf("已没有未评定的要点，转到未查清的（%d 项）", n)
	},

	findings: func(n int) string { return fmt.Sprintf("问题 %d", n) },
	more:     func(n int) string { return fmt.Sprintf("…+%d 行（空格）", n) },

	parts: 7,
	look:  "看什么", basis: "依据", methods: "方式", papers: "资料", typical: "典型", applies: "适用", earlier: "往轮", note: "记录", raised: "问题",
	confirmed: "（已核）", unconfirmed: "（依据待核）", noBasis: "依据待核",
	used: func(used, meant string) string {
		return "已用 " + used + "（建议 " + meant + "）"
	},
	usedAll:   func(used string) string { return "已用 " + used },
	clear:     "清除",
	checked:   func(n, of int) string { return fmt.Sprintf("查 %d 有 %d", of, n) },
	undecided: "（本校情况待定，暂按适用）", first: "首次巡察本校", noEarlier: "往轮没有评定", noNote: "无，按 Enter 填写", noFinding: "无",
	notice: "注意", conflict: "冲突待选定", noteDraft: "有未存入的记录草稿（Enter 打开）", formDraft: "有未存入的问题草稿（F2 打开）",
	then: func(round, verdict string, findings int) string {
		if findings == 0 {
			return round + " " + verdict
		}
		return fmt.Sprintf("%s %s · 问题 %d", round, verdict, findings)
	},
	markNote: "记", markUndecided: "待", markConflict: "冲", markFinding: "问",

	whole: wholeWords{title: "要点全文"},
	seek: seekWords{
		title: "查找要点", none: "没有找到。可输入编号、要点里的字、全拼或首字母，如 dyyt；Ctrl+F 全部查找",
		count: func(shown, all int) string { return fmt.Sprintf("%d / %d 项", shown, all) },
	},
	edit: noteWords{
		title: "记录", how: "Esc 存入并返回，Ctrl+S 存入", restored: "这是上次没有存入的草稿", stored: "记录已存入",
		count: func(n, most int) string { return fmt.Sprintf("%d / %d 字", n, most) },
		tooLong: func(n, most int) string {
			return fmt.Sprintf("超过 %d 字，请删去 %d 字；内容都在，没有丢", most, n-most)
		},
	},
	pick: chooseWords{
		methods: "方式", methodsHow: "数字或空格选择，回车存入，Esc 不改",
		checked: "查看数", checkedHow: "格式“有问题数/查看数”，如 3/10；清空后回车即清除",
		badChecked: "请写成 3/10：前面是有问题的数，不大于后面查看的总数", ask: "有问题数/查看数：",
	},
	form: formWords{
		how: "Esc 存入并返回；标题和事实都空着就不提出", title: "提出问题", revise: "修改问题", facts: "事实", head: "标题", outside: "清单之外",
		drafted:    "没有标题，还不能提出；已留作草稿，再按 F2 可接着写",
		needsTitle: "还没有标题。请写一句话的标题再存入；内容都在", stored: "问题已存入", dropped: "没有内容，未提出问题",
		restored:     "这是上次没有存入的草稿",
		suggest:      func(typical string) string { return "（按 → 采用）" + typical },
		titleTooLong: func(n, most int) string { return fmt.Sprintf("标题超过 %d 字，请删去 %d 字", most, n-most) },
		factsHint:    "时间、地点、涉及岗位、数目",
	},
	gaps: gapsWords{
		title: "离校检查", none: "没有发现缺项，可以离校",
		some:    func(n int) string { return fmt.Sprintf("离校前还有 %d 处要看", n) },
		unsaved: "本机未存入的草稿", drafts: [4]string{"记录草稿", "问题草稿", "反馈草稿", "回头看草稿"},
	},
}

var enVisit = visitWords{
	noList:    "The round has no checklist yet, or nothing on it applies to this school",
	raiseNext: func(code, verdict string) string { return code + " " + verdict + ": F2 raises a finding about it" },
	allDone:   "Every item has a verdict; F7 checks what is missing before you leave",
	unclear: func(n int) string {
		return fmt.Sprintf("No item is left without a verdict; on to the unclear ones (%d)", n)
	},

	findings: func(n int) string { return fmt.Sprintf("findings %d", n) },
	more:     func(n int) string { return inspection.Sentence("…+%d line{s} (Space)", n) },

	parts: 9,
	look:  "Look at", basis: "Basis", methods: "Methods", papers: "Papers", typical: "Typical", applies: "Applies", earlier: "Earlier", note: "Note", raised: "Findings",
	confirmed: " (checked)", unconfirmed: " (to be checked)", noBasis: "to be found",
	used: func(used, meant string) string {
		return "used " + used + " (meant: " + meant + ")"
	},
	usedAll:   func(used string) string { return "used " + used },
	clear:     "clear",
	checked:   func(n, of int) string { return fmt.Sprintf("%d of %d", n, of) },
	undecided: " (not known of this school; counted as applying)", first: "first visit to this school", noEarlier: "no verdict in earlier rounds", noNote: "none; press Enter to write", noFinding: "none",
	notice: "Notice", conflict: "conflict to settle", noteDraft: "a note not set down yet (Enter)", formDraft: "a finding not set down yet (F2)",
	then: func(round, verdict string, findings int) string {
		if findings == 0 {
			return round + " " + verdict
		}
		return fmt.Sprintf("%s %s · findings %d", round, verdict, findings)
	},
	markNote: "n", markUndecided: "~", markConflict: "!", markFinding: "f",

	whole: wholeWords{title: "Item"},
	seek: seekWords{
		title: "Find an item", none: "Nothing found. Type a code, words of the item, pinyin or its initials, such as dyyt. Ctrl+F finds in all",
		count: func(shown, all int) string { return inspection.Sentence("%d / %d item{s}", shown, all) },
	},
	edit: noteWords{
		title: "Note", how: "Esc sets it down and goes back, Ctrl+S sets it down", restored: "This draft was not set down last time", stored: "The note is set down",
		count: func(n, most int) string { return inspection.Sentence("%d / %d character{s}", n, most) },
		tooLong: func(n, most int) string {
			return inspection.Sentence("More than %d character{s}: take out %d; nothing is lost", most, n-most)
		},
	},
	pick: chooseWords{
		methods: "Methods", methodsHow: "Digits or Space choose, Enter sets down, Esc leaves it as it was",
		checked: "n of N", checkedHow: "With the problem / looked at, such as 3/10; empty clears it",
		badChecked: "Write it as 3/10: first those with the problem, at most as many as were looked at", ask: "n/N: ",
	},
	form: formWords{
		how: "Esc sets it down and goes back; with nothing written none is raised", title: "Raise a finding", revise: "Change a finding", facts: "Facts", head: "Title", outside: "outside the checklist",
		drafted:    "It has no title and is not raised yet; kept as a draft, F2 goes on with it",
		needsTitle: "It has no title yet. Write one sentence as its title; nothing is lost", stored: "The finding is set down", dropped: "Nothing written: no finding raised",
		restored: "This draft was not set down last time",
		suggest:  func(typical string) string { return "(→ takes this) " + typical },
		titleTooLong: func(n, most int) string {
			return inspection.Sentence("The title has more than %d character{s}: take out %d", most, n-most)
		},
		factsHint: "when, where, which posts, how many",
	},
	gaps: gapsWords{
		title: "Leave-site check", none: "Nothing is missing: you can leave",
		some:    func(n int) string { return inspection.Sentence("%d thing{s} to look at before you leave", n) },
		unsaved: "drafts not set down on this laptop", drafts: [4]string{"draft of a note", "draft of a finding", "draft of the words fed back", "draft of a look-back"},
	},
}
