package tui

import "fmt"

// huntWords are the words of the search over everything.
type huntWords struct {
	title  string
	kinds  [findKinds]string
	how    []string
	none   string
	count  func(n int) string
	of     func(n, shown int) string // more than are shown
	going  func(percent int) string
	gone   string // what was found is no longer there
	nobody string // a school that no round visits
}

var zhHunt = huntWords{
	title: "全部查找",
	kinds: [findKinds]string{"学校", "要点", "问题", "整改", "记录", "佐证"},
	how: []string{
		"在学校、要点、问题（标题和事实）、整改措施、记录和佐证说明中一起查找。",
		"校名、要点和问题标题可输汉字、全拼或首字母；几个词用空格隔开，都有才算。",
		"可加校名：如 hqxx 食堂，只找该校与食堂有关的内容。",
	},
	none:  "没有找到。可少输几个字，或换一个说法",
	count: func(n int) string { return fmt.Sprintf("共 %d 处", n) },
	of: func(n, shown int) string {
		return fmt.Sprintf("%d（先列 %d，多输几个字会更准）", n, shown)
	},
	going:  func(percent int) string { return fmt.Sprintf("正在查找 %d%%", percent) },
	gone:   "这一处已经不在了",
	nobody: "这所学校还没有安排进校",
}

var enHunt = huntWords{
	title: "Find in all",
	kinds: [findKinds]string{"Schools", "Items", "Findings", "Rectification", "Notes", "Evidence"},
	how: []string{
		"Looks in schools, items, findings (titles and facts), measures, notes and captions at once.",
		"Names and titles are found by characters, pinyin or initials. Several words: all of them.",
		"One of them may be the school's: “hqxx 食堂” finds what was said of that school's canteen.",
	},
	none:   "Nothing found. Try fewer characters or other words",
	count:  func(n int) string { return fmt.Sprintf("%d found", n) },
	of:     func(n, shown int) string { return fmt.Sprintf("%d (%d shown; more words find better)", n, shown) },
	going:  func(percent int) string { return fmt.Sprintf("looking, %d%%", percent) },
	gone:   "This is no longer there",
	nobody: "No round visits this school yet",
}
