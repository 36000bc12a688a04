package tui

import "fmt"

// slipWords are the words of all slips.
type slipWords struct {
	how, restored string
	field         func(label, wrong string) string
	badNumber     func(words string, most int) string
	badDay        func(words string) string
	outside       func(round, days string) string
	farOff        string
}

var zhSlip = slipWords{
	how:      "Enter 下一栏，到最后一栏即登记；Esc 返回，写了的留作草稿",
	restored: "已恢复上次没有登记完的内容",
	field:    func(label, wrong string) string { return label + "：" + wrong },
	badNumber: func(words string, most int) string {
		if words == "" {
			return fmt.Sprintf("请写 1 到 %d 的整数", most)
		}
		return fmt.Sprintf("请写 1 到 %d 的整数，看不懂“%s”", most, words)
	},
	badDay: func(words string) string { return "请写如 2026-03-02 或 3-2，看不懂“" + words + "”" },
	outside: func(round, days string) string {
		return "不在" + round + "的日期内（" + days + "），请核对"
	},
	farOff: "离今天半年以上，请核对",
}

var enSlip = slipWords{
	how:      "Enter goes on, and sets down on the last field; Esc leaves, keeping a draft",
	restored: "what was not set down last time is back",
	field:    func(label, wrong string) string { return label + ": " + wrong },
	badNumber: func(words string, most int) string {
		if words == "" {
			return fmt.Sprintf("write a whole number from 1 to %d", most)
		}
		return fmt.Sprintf("write a whole number from 1 to %d, not “%s”", most, words)
	},
	badDay:  func(words string) string { return "write 2026-03-02 or 3-2, not “" + words + "”" },
	outside: func(round, days string) string { return "not within " + round + " (" + days + "); please check" },
	farOff:  "more than half a year away; please check",
}
