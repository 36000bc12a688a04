package data

import (
	"slices"
	"strings"
	"time"

	"xuncha/data/table"
	"xuncha/inspection"
)

// stageWords are what offices write for a stage, besides its own name.
var stageWords = map[inspection.Stage][]string{
	inspection.Kindergarten: {"幼", "园", "幼教", "学前", "学前教育", "幼儿园(所)"},
	inspection.Primary:      {"小", "完小", "完全小学", "小学部", "中心小学", "小学校", "教学点", "初小", "普通小学"},
	inspection.Junior:       {"初级中学", "初中部", "初中学校", "普通初中"},
	inspection.NineYear:     {"一贯制", "九年制", "九年一贯制", "九年一贯制学校", "九年制学校", "9年一贯制", "九年"},
	inspection.Complete:     {"完中", "完全中学校", "初高中", "初中高中"},
	inspection.Senior:       {"高级中学", "高中部", "普通高中", "普高"},
	inspection.TwelveYear:   {"十二年制", "十二年一贯制", "十二年一贯制学校", "12年一贯制", "十二年"},
	inspection.Special:      {"特教", "特校", "特殊教育学校", "特教学校", "培智学校"},
	inspection.Vocational:   {"职高", "中职", "职业高中", "职业中学", "职业学校", "中等职业学校", "中等职业", "中专", "职教中心", "职教", "技工学校", "职业教育"},
}

var ownershipWords = map[inspection.Ownership][]string{
	inspection.Public:  {"公", "公立", "公办学校", "公办园", "教育部门办", "教育部门", "地方公办", "国办"},
	inspection.Private: {"民", "私立", "民办学校", "民办园", "民办普惠", "普惠性民办", "民办普惠性", "社会力量办"},
}

// oneOf is the key whose words have the word, if any has.
func oneOf[K comparable](words map[K][]string, word string) (found K, ok bool) {
	for k, all := range words {
		if slices.Contains(all, word) {
			return k, true
		}
	}
	return found, false
}

// plainWord is what a cell says, without blanks and differences of width.
func plainWord(s string) string {
	return strings.ToLower(strings.ReplaceAll(halfWidth(s), " ", ""))
}

// readKind reads the stage of a school and who runs it.
func (c *rosterReader) readKind(r table.Record, s *inspection.School) {
	word, ok := plainWord(r.Text("学段")), false
	if s.Stage, ok = inspection.ParseStage(word); !ok {
		if s.Stage, ok = oneOf(stageWords, word); !ok {
			c.faults.at(r, "学段", "“学段”不认识%s，可用：幼儿园、小学、初中、九年一贯、完全中学、高中、十二年一贯、特殊教育、职业，或留空", quote(r.Text("学段")))
		}
	}
	word = plainWord(r.Text("办学"))
	if s.Ownership, ok = inspection.ParseOwnership(word); !ok {
		if s.Ownership, ok = oneOf(ownershipWords, word); !ok {
			c.faults.at(r, "办学", "“办学”不认识%s，可用：公办、民办，或留空", quote(r.Text("办学")))
		}
	}
}

// readTraits reads 特征, and the columns that traits have of their own.
func (c *rosterReader) readTraits(r table.Record, s *inspection.School) {
	for _, word := range strings.FieldsFunc(r.Text("特征"), betweenTraits) {
		name, without := strings.CutPrefix(word, "无")
		t, ok := inspection.ParseTrait(name)
		if !ok {
			c.faults.at(r, "特征", "“特征”不认识%s，可用：食堂、寄宿、校车、集团，没有的写“无食堂”等，不知道的不写", quote(word))
			continue
		}
		c.setTrait(r, "特征", s, t, !without)
	}
	for _, t := range inspection.AllTraits.Each() {
		column := t.In(inspection.Chinese)
		has, ok := yesOrNo(r.Text(column), column)
		switch {
		case ok:
			c.setTrait(r, column, s, t, has)
		case t == inspection.Group: // the name of the group, see readGroup
		case r.Has(column):
			c.faults.at(r, column, "“%s”不认识%s，可用：有、无、是、否、√、×，不知道的留空", column, quote(r.Text(column)))
		}
	}
}

func betweenTraits(r rune) bool { return strings.ContainsRune("、,，;；/ 　\n", r) }

func (c *rosterReader) setTrait(r table.Record, column string, s *inspection.School, t inspection.Traits, has bool) {
	name := t.In(inspection.Chinese)
	if s.Known&t != 0 && has != (s.Traits&t != 0) {
		c.faults.at(r, column, "“%s”里%s和“无%s”只能写一个", column, quote(name), name)
	}
	if s.Known |= t; has {
		s.Traits |= t
	}
}

var (
	yesWords = []string{"有", "是", "√", "✓", "✔", "☑", "对", "y", "yes", "true", "1", "○", "有的"}
	noWords  = []string{"无", "否", "没有", "×", "✗", "✘", "x", "n", "no", "false", "0", "不是", "没", "-", "—", "/", "不", "走读", "全走读"}
)

// yesOrNo reads whether a school has what a column is about.
func yesOrNo(s, column string) (has, ok bool) {
	word := plainWord(s)
	switch {
	case slices.Contains(yesWords, word), word == column, word == "有"+column, word == column+"制", word == "部分"+column:
		return true, true
	case slices.Contains(noWords, word), word == "无"+column, word == "没有"+column, word == "非"+column+"制":
		return false, true
	}
	return false, false
}

// readGroup reads the column 集团 where it holds not 有 or 无 but a name: then the
// school has a group, of that name.
func (c *rosterReader) readGroup(r table.Record, s *inspection.School) {
	if _, ok := yesOrNo(r.Text("集团"), "集团"); ok || !r.Has("集团") {
		return
	}
	c.setTrait(r, "集团", s, inspection.Group, true)
	name := c.words(r, "集团", inspection.MaxTitle)
	if s.Group != "" && s.Group != name {
		c.faults.at(r, "集团", "“集团”是%s，“教育集团”却是%s", quote(name), quote(s.Group))
	}
	s.Group = name
	if !slices.Contains(c.out.Says, inspection.SchoolGroup) {
		c.out.Says = append(c.out.Says, inspection.SchoolGroup)
	}
}

var (
	openWords   = []string{"", "正常", "正常办学", "在办", "开办", "在用", "运行", "办学", "办学中", "否", "×", "正常运行", "存续"}
	closedWords = []string{"停办", "已停办", "停止办学", "撤销", "已撤销", "撤并", "已撤并", "注销", "已注销", "关闭", "是", "√", "并入"}
)

// readClosed reads since when a school is closed, or that it is.
func (c *rosterReader) readClosed(r table.Record, s *inspection.School) {
	word := plainWord(withoutMidnight(r.Text("停办")))
	day, isDay := ParseDay(word)
	switch {
	case slices.Contains(openWords, word):
	case slices.Contains(closedWords, word):
		s.Closed = inspection.ClosedSomeday
	case isDay && day > 0:
		s.Closed = day
	default:
		c.faults.at(r, "停办", "“停办”不认识%s，可用：正常、停办，或停办的日期如 2026-07-31", quote(r.Text("停办")))
	}
}

// dayForms are the ways in which offices write a day.
var dayForms = []string{"2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日", "20060102", "2006年1月2号"}

// ParseDay reads a day as offices write it in tables: 2026-11-23, 2026/11/23,
// 2026.11.23, 20261123 or 2026年11月23日; 0:00 may stand behind it.
func ParseDay(s string) (inspection.Day, bool) {
	for _, form := range dayForms {
		if t, err := time.Parse(form, strings.TrimSpace(withoutMidnight(s))); err == nil {
			return inspection.DayAt(t, 0), true
		}
	}
	return 0, false
}
