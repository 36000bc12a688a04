package tui

import (
	"fmt"

	"xuncha/inspection"
)

// worksWords are the words of a visit's work: what was counted, whom one talked
// to, which papers were asked for, which clues were handed over.
type worksWords struct {
	title   string
	groups  [workGroups]string
	add     [workGroups]string
	talks   func(must, elective int) string
	papers  func(asked, out int) string
	replies func(rate string) string
	clues   func(times, n int) string
	form    string
	lists   func(s inspection.Statistics) []string // what the lists of a visit or a round say
	parts   func(s inspection.Statistics) []string // how findings part
	brief   func(s inspection.Statistics) string   // the same in few words

	numberHow func(name string, now int64) string
	numberAsk string
	badNumber string
	counted   func(name string, n, now int64) string

	talk       string
	talkWhy    string
	post       string
	sort       string
	by         string
	byHow      string
	day        string
	dayHow     string
	held       string
	clue       string
	clueShort  string
	clueWhy    []string
	clueCount  string
	clueOrgan  string
	handedOver string

	pick       string
	pickHow    string
	other      string
	otherAsk   string
	otherHow   string
	ticked     func(n, of int) string
	asked      func(n int) string
	noneLeft   string
	stood      func(name, state string) string
	lastStep   string
	firstStep  string
	strike     string
	strikeWhat func(what string) string
	struck     string
	cannot     string
}

var zhWorks = worksWords{
	title:  "工作量",
	groups: [workGroups]string{"计数（+ - 加减，直接输数字登记总数；多台电脑登记的相加）", "个别谈话（只记岗位，不记姓名）", "调阅资料（Enter 依次登记：已调阅、已移交、已归还）", "问题线索移交"},
	add:    [workGroups]string{"登记总数", "＋ 登记一次谈话", "＋ 从清单选调阅资料，可一次选多份", "＋ 登记一次移交"},
	talks: func(must, elective int) string {
		return fmt.Sprintf("已登记：必谈 %d · 选谈 %d", must, elective)
	},
	papers:  func(asked, out int) string { return fmt.Sprintf("已登记：调阅 %d · 未归还 %d", asked, out) },
	replies: func(rate string) string { return "收回率 " + rate },
	clues:   func(times, n int) string { return fmt.Sprintf("移交 %d 次 · %d 件", times, n) },
	form:    "统计表",
	lists: func(s inspection.Statistics) []string {
		return []string{
			fmt.Sprintf("登记谈话 %d（必谈 %d、选谈 %d）", s.MustTalks+s.Electives, s.MustTalks, s.Electives),
			fmt.Sprintf("登记调阅 %d（未归还 %d）", s.PapersAsked, s.PapersOut),
			fmt.Sprintf("线索移交 %d 次 %d 件", s.HandOvers, s.Clues),
		}
	},
	parts: func(s inspection.Statistics) []string {
		d := s.Dimensions
		return []string{
			fmt.Sprintf("四个落实 一 %d、二 %d、三 %d、四 %d", d[1], d[2], d[3], d[4]), fmt.Sprintf("未归类 %d", d[0]),
			fmt.Sprintf("立行立改 %d", s.FixNow), fmt.Sprintf("采用 %d", s.Adopted), fmt.Sprintf("反馈 %d", s.FedBack), fmt.Sprintf("完成整改 %d", s.Done),
		}
	},

	numberHow: func(name string, now int64) string {
		return fmt.Sprintf("%s：现在是 %d。请输入总数，程序只记下差额，其他电脑登记的照样相加。", name, now)
	},
	numberAsk: "总数：", badNumber: "请输入 0 到 1000000 的整数",
	counted: func(name string, n, now int64) string { return fmt.Sprintf("%s %+d，共 %d", name, n, now) },

	talk:    "登记谈话",
	talkWhy: "只记被谈话人的岗位，不记姓名：谈话内容和本人姓名按保密要求留在纸质谈话记录里，这里只需要知道谈了谁的岗位、由谁谈、哪一天。",
	post:    "岗位", sort: "类别", by: "谈话人", byHow: "两名以上巡察人员，用顿号或空格隔开", day: "日期",
	dayHow: "如 9-7、2026-09-07；今天、昨天", held: "已登记谈话",
	clue: "登记线索移交",
	brief: func(s inspection.Statistics) string {
		d := s.Dimensions
		return fmt.Sprintf("四个落实 %d/%d/%d/%d · 立改 %d", d[1], d[2], d[3], d[4], s.FixNow)
	},
	clueShort: "只记件数、日期和接收单位；线索内容、人名不得录入，以免失密、伤及举报人",
	clueWhy: []string{
		"这里只记件数、日期和接收单位。",
		"问题线索的内容、被反映人和举报人不得录入：线索由专人按规定登记、移交和保管，",
		"记在这里会随账本复制到多台电脑，既可能失密，也可能伤及举报人。",
	},
	clueCount: "件数", clueOrgan: "接收单位", handedOver: "已登记移交",

	pick: "选调阅资料", pickHow: "本校适用要点要求的资料。Space 选上，Enter 登记为已调阅",
	other: "其他资料，自己输入名称", otherAsk: "名称：", otherHow: "清单里没有的资料",
	ticked:   func(n, of int) string { return fmt.Sprintf("已选 %d / %d", n, of) },
	asked:    func(n int) string { return fmt.Sprintf("已登记调阅 %d 份", n) },
	noneLeft: "清单要求的资料都已登记，或没有找到",
	stood:    func(name, state string) string { return name + "：" + state },
	lastStep: "资料已归还；按 - 或 ← 退回一步", firstStep: "这是第一步；不要了可按 x 删去",
	strike: "删去这一条",
	strikeWhat: func(what string) string {
		return what + "\n\n登记错了才删去，它计入的数也随之减去。删去也记入流水，可以撤销。"
	},
	struck: "已删去", cannot: "计数不能删去；按 - 减去，或直接输入总数",
}

var enWorks = worksWords{
	title:  "Work done",
	groups: [workGroups]string{"Counters (+ and -, or type the total; laptops add up)", "Talks (by post, never by name)", "Papers (Enter: asked for, handed over, given back)", "Clues handed over"},
	add:    [workGroups]string{"Set the total", "+ list a talk", "+ ask for papers from the checklist, several at once", "+ list a hand-over"},
	talks: func(must, elective int) string {
		return fmt.Sprintf("listed: %d required, %d elective", must, elective)
	},
	papers:  func(asked, out int) string { return fmt.Sprintf("listed: %d asked for, %d not back", asked, out) },
	replies: func(rate string) string { return rate + " came back" },
	clues:   func(times, n int) string { return inspection.Sentence("%d hand-over{s}, %d clue{s}", times, n) },
	form:    "Form",
	lists: func(s inspection.Statistics) []string {
		return []string{
			inspection.Sentence("%d talk{s} listed (%d required, %d elective)", s.MustTalks+s.Electives, s.MustTalks, s.Electives),
			inspection.Sentence("%d paper{s} asked for (%d not back)", s.PapersAsked, s.PapersOut),
			inspection.Sentence("%d hand-over{s} of %d clue{s}", s.HandOvers, s.Clues),
		}
	},
	parts: func(s inspection.Statistics) []string {
		d := s.Dimensions
		return []string{
			fmt.Sprintf("four fields: 1st %d, 2nd %d, 3rd %d, 4th %d", d[1], d[2], d[3], d[4]), fmt.Sprintf("in none %d", d[0]),
			fmt.Sprintf("fix now %d", s.FixNow), fmt.Sprintf("adopted %d", s.Adopted), fmt.Sprintf("fed back %d", s.FedBack), fmt.Sprintf("done %d", s.Done),
		}
	},

	numberHow: func(name string, now int64) string {
		return fmt.Sprintf("%s: %d now. Type the total; only the difference is set down, so what other laptops counted still adds up.", name, now)
	},
	numberAsk: "Total: ", badNumber: "Type a whole number from 0 to 1000000",
	counted: func(name string, n, now int64) string { return fmt.Sprintf("%s %+d, %d in all", name, n, now) },

	talk:    "List a talk",
	talkWhy: "Only the post is set down, not the name: what was said and who said it stay in the record on paper. All that is needed here is whose post, by whom, on which day.",
	post:    "Post", sort: "Sort", by: "By", byHow: "two inspectors or more, parted by a comma or a blank", day: "Day",
	dayHow: "such as 9-7 or 2026-09-07; today, yesterday", held: "the talk is listed",
	clue: "List a hand-over of clues",
	brief: func(s inspection.Statistics) string {
		d := s.Dimensions
		return fmt.Sprintf("fields %d/%d/%d/%d · fix now %d", d[1], d[2], d[3], d[4], s.FixNow)
	},
	clueShort: "Only how many, when, to whom. Never what they say, or any name",
	clueWhy: []string{
		"Only how many, when and to which organ.",
		"What clues say, whom they are about and who gave them must not be entered: they are kept and handed over by one person under the rules.",
		"Here they would be copied to every laptop, and might do harm to whoever spoke.",
	},
	clueCount: "How many", clueOrgan: "To", handedOver: "the hand-over is listed",

	pick: "Ask for papers", pickHow: "Papers that this school's items ask for. Space ticks, Enter lists them as asked for",
	other: "Another paper, type its name", otherAsk: "Name: ", otherHow: "A paper that the checklist does not ask for",
	ticked:   func(n, of int) string { return fmt.Sprintf("%d of %d ticked", n, of) },
	asked:    func(n int) string { return inspection.Sentence("%d paper{s} asked for", n) },
	noneLeft: "All papers of the checklist are listed, or none was found",
	stood:    func(name, state string) string { return name + ": " + state },
	lastStep: "It was given back; - or ← takes it one step back", firstStep: "This is the first step; x strikes it out",
	strike: "Strike this out",
	strikeWhat: func(what string) string {
		return what + "\n\nOnly for what was listed by mistake; what it counted is taken off. Striking out is an entry too and can be undone."
	},
	struck: "struck out", cannot: "A counter cannot be struck out; press - or type the total",
}
