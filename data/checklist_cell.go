package data

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"xuncha/data/bilingual"
	"xuncha/data/table"
	"xuncha/inspection"
)

func (c *tableReader) words(r table.Record, column string, most int) string {
	s := strings.TrimSpace(inspection.Clean(r.Words(column)))
	if n := utf8.RuneCountInString(s); n > most {
		c.faults.at(r, column, "“%s”有%d字，最多%d字", column, n, most)
	}
	return s
}

// needed finds fault with cells that are empty.
func (c *tableReader) needed(r table.Record, columns ...string) {
	for _, name := range columns {
		if !r.Has(name) {
			c.faults.at(r, name, "“%s”是空的", name)
		}
	}
}

// once finds fault with what stood before.
func (c *tableReader) once(seen map[string]bilingual.Text, r table.Record, column, what string) {
	key := halfWidth(oneBlank(r.Text(column)))
	if key == "" {
		return
	}
	if place, ok := seen[key]; ok {
		c.faults.at(r, column, "%s%s与 %s 重复", what, quote(key), place)
		return
	}
	seen[key] = r.Place(column)
}

func (c *tableReader) number(r table.Record, column string, most int) int {
	s := r.Text(column)
	n, err := strconv.Atoi(s)
	if s != "" && (err != nil || n < 1 || n > most) {
		c.faults.at(r, column, "“%s”应是1到%d的整数，不是%s", column, most, quote(s))
		return 0
	}
	return n
}

// choice is one of a few words, or its number from 1; 0 for an empty cell.
func (c *tableReader) choice(r table.Record, column string, words []string) int {
	s := r.Text(column)
	n, rest := leadingNumber(s)
	for i, w := range words {
		if s == w || n == i+1 && (rest == "" || rest == w) {
			return i + 1
		}
	}
	if s != "" {
		c.faults.at(r, column, "“%s”不认识%s，可用：1到%d，或%s%s", column, quote(s), len(words), bilingual.List(words), meant(s, words))
	}
	return 0
}

func dimensions() (words []string) {
	for d := inspection.Dimension(1); d <= 4; d++ {
		words = append(words, d.In(inspection.Chinese))
	}
	return words
}

func focuses() (words []string) {
	for f := inspection.Focus(1); f <= 4; f++ {
		words = append(words, f.In(inspection.Chinese))
	}
	return words
}

// leadingNumber takes a number off the front of 3 食堂, 3、食堂 or 3; without one
// it is 0.
func leadingNumber(s string) (n int, rest string) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:digits])
	if err != nil {
		return 0, s
	}
	return n, strings.TrimLeft(s[digits:], " .、．·-")
}

func (c *tableReader) conditions(r table.Record) (all inspection.Conditions) {
	for _, name := range parted(r.Text("适用")) {
		cond, ok := inspection.ParseCondition(name)
		if !ok && name != "全部学校" && name != "全部" {
			c.faults.at(r, "适用", "“适用”不认识%s，可用：%s，留空为全部学校%s", quote(name), bilingual.List(inspection.ConditionNames()), meant(name, inspection.ConditionNames()))
		}
		all |= cond
	}
	return all
}

func (c *tableReader) methods(r table.Record) (all inspection.Methods) {
	for _, name := range parted(r.Text("方式")) {
		m, err := inspection.ParseMethod(name)
		if err != nil {
			c.faults.at(r, "方式", "“方式”不认识%s，可用：%s%s", quote(name), bilingual.List(inspection.MethodNames()), meant(name, inspection.MethodNames()))
		}
		all |= m
	}
	return all
}

func (c *tableReader) confirmed(r table.Record) bool {
	switch s := r.Text("依据状态"); s {
	case "已核":
		return true
	case "", "待核":
	default:
		c.faults.at(r, "依据状态", "“依据状态”不认识%s，可用：已核、待核%s", quote(s), meant(s, []string{"已核", "待核"}))
	}
	return false
}

func (c *tableReader) papers(r table.Record) []string {
	all := inspection.PapersIn(r.Words("资料"))
	sum := 0
	for _, p := range all {
		n := utf8.RuneCountInString(p)
		if sum += n + 1; n > inspection.MaxTitle {
			c.faults.at(r, "资料", "资料%s有%d字，最多%d字；几份资料每行写一份", quote(p), n, inspection.MaxTitle)
		}
	}
	if sum > inspection.MaxText {
		c.faults.at(r, "资料", "“资料”共有%d字，最多%d字", sum, inspection.MaxText)
	}
	return all
}

func (c *tableReader) from(r table.Record) (all []inspection.ItemCode) {
	if c.faults.checkFormAt(r, "原编号") {
		return nil
	}
	for _, s := range parted(r.Text("原编号")) {
		if s = halfWidth(s); !fitCode(s) {
			c.faults.at(r, "原编号", "“原编号”%s不是编号；几个编号之间用“、”分开", quote(s))
		}
		all = append(all, inspection.ItemCode(s))
	}
	return all
}

// parted takes a list in a cell apart.
func parted(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,;；/／| 　\n", r) })
}
