package tui

import (
	"fmt"

	"xuncha/inspection"
)

// sheetWords are the words of the finding sheet and of what is decided on it.
type sheetWords struct {
	title, whole string
	labels       [sheetFields]string
	hints        [sheetFields]string // when nothing is written
	labelCol     int                 // cells of the labels, with their marks
	fixNow       [2]string
	more         func(n int) string
	gone         string // its raising was undone
	noItem       string
	noCaption    string

	needsFacts, needsEvidence, needsNumber string
	needsNames                             func(n int) string
	fillIn                                 string

	now, settled        string
	mergeWay            [2]string
	withdrawWay         [2]string
	pickSome, pickOne   string
	writeText           string
	writeLine           [2]string // of one thing, of a list
	unnumbered, clash   string
	into                func(title, number string) string
	tookIn              string // its title and facts
	fedBack             func(day, state string) string
	closed              func(day, by string) string
	overdue, due        func(day string, days int) string
	sent                string
	adopting, opinion   string
	adopted             func(number string) string
	adoptedWaits        string
	returning, returned string
	rejecting, rejected string
	why, needsWhy       string
	merging, merged     string
	mergeHow            func(title string) string
	unmerged, alone     string
	takeOver            string
	takeOverHow         func(round, team int) string
	numbered            func(number string) string
	feeding, feedHow    string
	fed, notFed         string
}

var zhSheet = sheetWords{
	title: "问题底稿", whole: "底稿全文",
	labels: [sheetFields]string{
		"标题", "事实", "依据", "四个落实", "四个聚焦", "班子/部门", "性质", "责任", "发现人", "承办人", "查看数", "立行立改",
		"要点", "相关要点", "佐证", "审核意见", "编号", "并入", "反馈整改",
	},
	hints: [sheetFields]string{
		"一句话说清问题", "时间、地点、涉及岗位、数目", "规定的名称和条款", "未选", "未选", "未选", "风险点、问题点还是出血点", "主体、第一责任人、主要领导、直接、监督",
		"未填", "两人以上", "有问题数/查看数，如 3/10", "否", "清单之外", "无", "无", "无", "采用时给出", "无", "无",
	},
	labelCol: 12,
	fixNow:   [2]string{"否", "是（巡察期间整改）"},
	more:     func(n int) string { return fmt.Sprintf("…+%d 行", n) },
	gone:     "这个问题的提出已被撤销，Ctrl+Y 可以重做",
	noItem:   "这个问题在清单之外，没有对应的要点", noCaption: "（无说明）",
	needsFacts: "送审前要写明事实", needsEvidence: "还没有佐证", needsNumber: "Enter 取号",
	needsNames: func(n int) string { return fmt.Sprintf("采用前要有两名承办人，还差 %d 人", n) },
	fillIn:     "按 Enter 填写",
	now:        "现在可以：", settled: "已反馈，文字不再改动",
	mergeWay: [2]string{"并入", "拆出"}, withdrawWay: [2]string{"撤回", "恢复"},
	pickSome: "数字或空格勾选，可多选；Enter 存入，Esc 不改", pickOne: "按数字选定，0 清空；Enter 选定光标处，Esc 不改",
	writeText: "Esc 存入并返回，Tab 存入并到下一栏", writeLine: [2]string{"Enter 存入，Tab 存入并到下一栏", "用顿号或逗号分开；Enter 存入，Tab 存入并到下一栏"},
	unnumbered: "待编号", clash: "重号待改",
	tookIn: "%s：%s",
	into: func(title, number string) string {
		if number != "" {
			number += " "
		}
		return "已并入 " + number + "“" + title + "”；文字和佐证都在"
	},
	fedBack: func(day, state string) string { return day + " 反馈 · " + state },
	closed:  func(day, by string) string { return " · " + day + " 销号（" + by + "）" },
	overdue: func(day string, days int) string { return fmt.Sprintf(" · 期限 %s，逾期 %d 天", day, days) },
	due:     func(day string, days int) string { return fmt.Sprintf(" · 期限 %s，还有 %d 天", day, days) },
	sent:    "已送审", adopting: "采用问题", opinion: "审核意见（可空）：",
	adopted:      func(number string) string { return "已采用，编号 " + number },
	adoptedWaits: "已采用，待编号：编号由另一台电脑负责，按 7 可接管",
	returning:    "退回问题", returned: "已退回，理由已记入底稿", rejecting: "不采用问题", rejected: "已不采用，不再计数；文字仍在",
	why: "理由：", needsWhy: "请写明理由", merging: "并入哪个问题", merged: "已并入；文字和佐证都在，可以拆出",
	mergeHow: func(title string) string {
		return "“" + title + "”并入下面选定的问题后不再单独计数，文字和佐证仍在，可以拆出。"
	},
	unmerged: "已拆出，重新送审", alone: "本校没有别的问题可以并入", takeOver: "接管编号",
	takeOverHow: func(round, team int) string {
		return fmt.Sprintf("第%d轮%d组的编号现由另一台电脑负责。接管后由本机编号；请先告知对方，以免两边编出同一个号。", round, team)
	},
	numbered: func(number string) string { return "编号 " + number },
	feeding:  "反馈原文", feedHow: "下面的文字反馈给学校，存入后不再改动。可以先修改；Ctrl+S 反馈，Esc 不反馈。",
	fed: "已反馈，文字已定；整改期限按本轮规定", notFed: "没有反馈；改过的文字作为草稿留着",
}

var enSheet = sheetWords{
	title: "Finding sheet", whole: "Whole sheet",
	labels: [sheetFields]string{
		"Title", "Facts", "Basis", "Dimension", "Focus", "Whose", "Nature", "Duty", "Discoverer", "Undertakers", "n of N", "Fix now",
		"Item", "Linked items", "Evidence", "Opinion", "Number", "Merged", "Fed back",
	},
	hints: [sheetFields]string{
		"one sentence", "when, where, which posts, how many", "rule and article", "none", "none", "none", "risk, problem or bleeding", "none",
		"none", "two or more", "with the problem/looked at, such as 3/10", "no", "outside the checklist", "none", "none", "none", "given on adoption", "none", "none",
	},
	labelCol: 16,
	fixNow:   [2]string{"no", "yes, during the inspection"},
	more:     func(n int) string { return inspection.Sentence("…+%d line{s}", n) },
	gone:     "The raising of this finding was undone; Ctrl+Y redoes it",
	noItem:   "This finding is outside the checklist and has no item", noCaption: " (no caption)",
	needsFacts: "needed before it is sent in", needsEvidence: "no evidence yet", needsNumber: "Enter gives it one",
	needsNames: func(n int) string { return fmt.Sprintf("two needed before adoption, %d missing", n) },
	fillIn:     "press Enter to write",
	now:        "Now: ", settled: "Fed back: its words are frozen",
	mergeWay: [2]string{"merge", "take out again"}, withdrawWay: [2]string{"withdraw", "restore"},
	pickSome: "Digits or Space tick, several too; Enter sets down, Esc leaves it", pickOne: "A digit chooses, 0 clears; Enter takes the one here, Esc leaves it",
	writeText: "Esc sets down and goes back, Tab goes on to the next field", writeLine: [2]string{"Enter sets down, Tab goes on to the next field", "Part them by commas; Enter sets down, Tab goes on to the next field"},
	unnumbered: "awaits number", clash: "number given twice",
	tookIn: "%s: %s",
	into: func(title, number string) string {
		if number != "" {
			number += " "
		}
		return "merged into " + number + "“" + title + "”; its words and evidence stay"
	},
	fedBack: func(day, state string) string { return "fed back " + day + " · " + state },
	closed:  func(day, by string) string { return " · closed " + day + " (" + by + ")" },
	overdue: func(day string, days int) string { return inspection.Sentence(" · due %s, %d day{s} over", day, days) },
	due:     func(day string, days int) string { return inspection.Sentence(" · due %s, %d day{s} left", day, days) },
	sent:    "Sent in", adopting: "Adopt the finding", opinion: "Opinion (may be empty): ",
	adopted:      func(number string) string { return "Adopted as " + number },
	adoptedWaits: "Adopted; it awaits a number from the laptop that numbers. 7 takes the numbering over",
	returning:    "Send the finding back", returned: "Sent back; the reason is on the sheet", rejecting: "Do not adopt the finding", rejected: "Not adopted and no longer counted; its words stay",
	why: "Reason: ", needsWhy: "Please give a reason", merging: "Merge into which finding", merged: "Merged; its words and evidence stay, and it can be taken out again",
	mergeHow: func(title string) string {
		return "“" + title + "” is then no longer counted by itself. Its words and evidence stay, and it can be taken out again."
	},
	unmerged: "Taken out and sent in again", alone: "There is no other finding at this school to merge into", takeOver: "Take the numbering over",
	takeOverHow: func(round, team int) string {
		return fmt.Sprintf("Another laptop numbers the findings of round %d, team %d. Taken over, they are numbered here; tell the others first, or one number may be given twice.", round, team)
	},
	numbered: func(number string) string { return "Number " + number },
	feeding:  "Words fed back", feedHow: "The school is told these words, and they do not change again. Change them now if need be; Ctrl+S feeds back, Esc does not.",
	fed: "Fed back: its words are frozen, and the round's deadline runs", notFed: "Not fed back; changed words stay as a draft",
}
