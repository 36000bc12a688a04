package tui

import (
	"fmt"

	"xuncha/inspection"
)

// historyWords are the words of the history of an item, a visit, a school or
// the whole book.
type historyWords struct {
	title  func(of string) string
	whole  func(school string) string // the visit's
	school func(school string) string
	book   string
	levels [historyLevels]string // what is shown, and what Tab shows
	count  func(n int) string
	of     func(n, all int) string
	going  func(n int) string
	who    func(name string) string
	empty  string
	none   string // nothing answers to the filter
	own    string // of this laptop
	other  func(device string) string
	undone string
	ask    string
	really func(gist string) string
	askRe  string
	redo   func(gist string) string
}

var zhHistory = historyWords{
	title:  func(of string) string { return of + " 历史" },
	whole:  func(school string) string { return school + "本次巡察" },
	school: func(school string) string { return school },
	book:   "流水",
	levels: [historyLevels]string{"这一个要点，按 Tab 看本次巡察", "本次巡察，按 Tab 看这所学校", "这所学校，按 Tab 看整个账本", "整个账本，按 Tab 回到开头"},
	count:  func(n int) string { return fmt.Sprintf("共 %d 条", n) },
	of:     func(n, all int) string { return fmt.Sprintf("找到 %d / %d 条", n, all) },
	going:  func(n int) string { return fmt.Sprintf("正在查找，已看 %d 条", n) },
	who:    func(name string) string { return "记录人：" + name },
	empty:  "还没有记录", none: "没有找到。可输入记录人、学校、要点编号或改动里的字", own: "（本机）",
	other:  func(device string) string { return "（另一台电脑 " + device + "）" },
	undone: "〔已撤销〕", ask: "撤销这一条",
	really: func(gist string) string {
		return gist + "\n\n撤销后改回原来的内容。撤销不会抹去原来的记录，只是再记一条。"
	},
	askRe: "重做这一条",
	redo: func(gist string) string {
		return gist + "\n\n这一条是撤销。重做后恢复被撤销的内容，也只是再记一条。"
	},
}

var enHistory = historyWords{
	title:  func(of string) string { return "History of " + of },
	whole:  func(school string) string { return "the visit to " + school },
	school: func(school string) string { return school },
	book:   "the book",
	levels: [historyLevels]string{"This item; Tab: the whole visit", "The whole visit; Tab: the school", "The school; Tab: the whole book", "The whole book; Tab: back to the first"},
	count:  func(n int) string { return inspection.Sentence("%d entr{y|ies}", n) },
	of:     func(n, all int) string { return inspection.Sentence("%d of %d entr{y|ies}", n, all) },
	going:  func(n int) string { return fmt.Sprintf("looking, %d so far", n) },
	who:    func(name string) string { return "By " + name },
	empty:  "nothing set down yet", none: "Nothing found. Type an author, a school, an item's code or words of the change", own: " (this laptop)",
	other:  func(device string) string { return " (laptop " + device + ")" },
	undone: "[undone] ", ask: "Undo this entry",
	really: func(gist string) string {
		return gist + "\n\nThis puts back what was there before. Nothing is erased: it is one more entry."
	},
	askRe: "Redo this entry",
	redo: func(gist string) string {
		return gist + "\n\nThis entry is an undo. Redoing brings back what it took; it is one more entry."
	},
}
