package tui

import (
	"fmt"

	"xuncha/inspection"
)

// findingsWords are the words of the list of findings.
type findingsWords struct {
	title     func(round string) string
	sieves    [sieves]string
	counted   func(n int) string
	marked    func(n int) string
	together  func(done, refused int) string
	number    func(team, n int) string
	lackFacts string
	lackNames string
	found     func(n int) string
	sorted    [3]string
	cols      [7]string // school, item, number, title, state, what is missing, author and time
	empty     string
	notIn     string
	free      string // raised outside the checklist
	noFacts   string
	history   func(title string) string
	withdrawn string // what was done
	restored  string
	more      func(n int) string
}

var zhFindings = findingsWords{
	title:  func(where string) string { return where + "问题" },
	sieves: [sieves]string{"全部", "草稿", "送审", "采用", "待编号", "退回", "缺承办人", "不采用", "并入", "撤回"},
	marked: func(n int) string { return fmt.Sprintf("已选 %d", n) },
	together: func(done, refused int) string {
		if refused == 0 {
			return fmt.Sprintf("已处理 %d 条", done)
		}
		return fmt.Sprintf("已处理 %d 条；另 %d 条还不能这样处理，仍选着：", done, refused)
	},
	counted:   func(n int) string { return fmt.Sprintf("计数 %d 条", n) },
	number:    func(team, n int) string { return fmt.Sprintf("%d组-%02d", team, n) },
	lackFacts: "缺事实", lackNames: "缺承办",
	found:     func(n int) string { return fmt.Sprintf("找到 %d 条", n) },
	sorted:    [3]string{"按学校", "按要点", "最近的在前"},
	cols:      [7]string{"学校", "要点", "编号", "问题", "状态", "还缺", "记录人"},
	empty:     "还没有问题。在进校检查中按 F2 提出",
	notIn:     "没有找到。可输入校名、编号、标题，也可用拼音首字母；Ctrl+F 全部查找",
	free:      "清单外",
	noFacts:   "还没有写事实",
	history:   func(title string) string { return "问题“" + title + "”" },
	withdrawn: "已撤回，不再计数；文字仍在，再按一次恢复", restored: "已恢复，重新计数",
	more: func(n int) string { return fmt.Sprintf("…+%d 行，按 9 展开", n) },
}

var enFindings = findingsWords{
	title:  func(where string) string { return where + " findings" },
	sieves: [sieves]string{"all", "draft", "handed in", "adopted", "no number", "returned", "undertakers", "rejected", "merged", "withdrawn"},
	marked: func(n int) string { return fmt.Sprintf("%d marked", n) },
	together: func(done, refused int) string {
		if refused == 0 {
			return fmt.Sprintf("Done for %d", done)
		}
		return inspection.Sentence("Done for %d; %d other{s} {is|are} not ready and stay{s|} marked: ", done, refused)
	},
	counted:   func(n int) string { return fmt.Sprintf("%d counted", n) },
	number:    func(team, n int) string { return fmt.Sprintf("t%d-%02d", team, n) },
	lackFacts: "facts", lackNames: "names",
	found:     func(n int) string { return fmt.Sprintf("%d found", n) },
	sorted:    [3]string{"by school", "by item", "latest first"},
	cols:      [7]string{"School", "Item", "Number", "Finding", "State", "Lacks", "Author"},
	empty:     "No findings yet. Raise one at a school with F2",
	notIn:     "Nothing found. Type a school, a code, words of the title, or pinyin initials. Ctrl+F finds in all",
	free:      "free",
	noFacts:   "No facts written yet",
	history:   func(title string) string { return "Finding “" + title + "”" },
	withdrawn: "Withdrawn: no longer counted. Its words stay; the same key restores it", restored: "Restored: counted again",
	more: func(n int) string { return inspection.Sentence("…+%d line{s}, 9 shows {it|them}", n) },
}
