package tui

// historyWords are the words of the history of an item, a finding or a visit.
type historyWords struct {
	title  func(of string) string
	empty  string
	own    string // of this laptop
	ask    string
	whole  func(school string) string
	hint   [2]string // over the history of an item, and of a whole visit
	really func(gist string) string
}

var zhHistory = historyWords{
	title: func(of string) string { return of + " 历史" },
	whole: func(school string) string { return school + "本次巡察" },
	hint:  [2]string{"这一个要点的历史，按 Tab 看本次巡察的全部历史", "本次巡察的全部历史，按 Tab 只看这一个要点"},
	empty: "还没有记录", own: "（本机）", ask: "撤销这一条",
	really: func(gist string) string {
		return gist + "\n\n撤销后改回原来的内容。撤销不会抹去原来的记录，只是再记一条。"
	},
}

var enHistory = historyWords{
	title: func(of string) string { return "History of " + of },
	whole: func(school string) string { return "the visit to " + school },
	hint:  [2]string{"The history of this item; Tab shows that of the whole visit", "The history of the whole visit; Tab shows that of the item"},
	empty: "nothing set down yet", own: " (this laptop)", ask: "Undo this entry",
	really: func(gist string) string {
		return gist + "\n\nThis puts back what was there before. Nothing is erased: it is one more entry."
	},
}
