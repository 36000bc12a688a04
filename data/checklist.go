package data

import (
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// maxChecklist bounds a checklist's file. The built-in one, with 195 items,
// takes a seventh of it.
const maxChecklist = 1 << 20

// ReadChecklist reads a checklist in the form of builtin/checklist.yaml. What
// it cannot take over it answers with [Faults]: all of them, with line and
// column, and then nothing of the file is used. name is what the file is called
// in them.
func ReadChecklist(name string, r io.Reader) (*inspection.Checklist, error) {
	c := checklistReader{
		yamlReader: yamlReader{what: say("清单"), faults: Faults{File: name}},
		sections:   map[string]int{},
		codes:      map[string]int{},
		titles:     map[string]int{},
	}
	root, err := c.root(r, maxChecklist)
	if err != nil {
		return nil, err
	}
	list := c.checklist(root)
	if err := c.faults.err(); err != nil {
		return nil, err
	}
	return list, nil
}

// checklistReader walks the nodes of a checklist. It goes on after each fault.
type checklistReader struct {
	yamlReader
	sections map[string]int // line of each section, by number and by name
	codes    map[string]int // line of each item, by code
	titles   map[string]int // line of each item, by title
}

// The fields of a checklist, a section and an item; those before required must
// be there.
var (
	listFields    = fieldSet{names: []string{"清单", "版本", "板块"}, required: 3}
	sectionFields = fieldSet{names: []string{"编号", "名称", "落实", "聚焦", "要点"}, required: 5}
	itemFields    = fieldSet{names: []string{"编号", "要点", "看什么", "适用", "依据", "依据状态", "方式", "资料", "典型问题", "原编号"}, required: 2}
)

type fieldSet struct {
	names    []string
	required int
}

func (c *checklistReader) checklist(n *yaml.Node) *inspection.Checklist {
	at := c.fields(n, c.what, listFields)
	if at == nil {
		return nil
	}
	list := &inspection.Checklist{
		ID:    inspection.ChecklistID(c.code(at["版本"])),
		Title: c.words(at["清单"], "清单", inspection.MaxTitle),
	}
	for _, one := range c.list(at["板块"], "板块") {
		list.Sections = append(list.Sections, c.section(one))
	}
	if list.Len() == 0 {
		c.wrong(n, "清单里没有要点")
	}
	return list
}

func (c *checklistReader) section(n *yaml.Node) inspection.Section {
	at := c.fields(n, "板块", sectionFields)
	s := inspection.Section{
		Number:    c.number(at["编号"], "编号", 1, 99),
		Name:      c.words(at["名称"], "名称", inspection.MaxTitle),
		Dimension: inspection.Dimension(c.number(at["落实"], "落实", 1, 4)),
		Focus:     inspection.Focus(c.number(at["聚焦"], "聚焦", 1, 4)),
	}
	c.once(c.sections, at["编号"], "板块编号")
	c.once(c.sections, at["名称"], "板块名称")
	for _, one := range c.list(at["要点"], "要点") {
		s.Items = append(s.Items, c.item(one, s.Number))
	}
	return s
}

func (c *checklistReader) item(n *yaml.Node, section int) inspection.Item {
	at := c.fields(n, "要点", itemFields)
	it := inspection.Item{
		Code:      inspection.ItemCode(c.code(at["编号"])),
		Title:     c.words(at["要点"], "要点", inspection.MaxTitle),
		Look:      c.words(at["看什么"], "看什么", inspection.MaxText),
		Applies:   c.conditions(at["适用"]),
		Basis:     c.words(at["依据"], "依据", inspection.MaxText),
		Confirmed: c.confirmed(at["依据状态"]),
		Methods:   c.methods(at["方式"]),
		Papers:    c.papers(at["资料"]),
		Typical:   c.words(at["典型问题"], "典型问题", inspection.MaxText),
		From:      c.from(at["原编号"]),
		Section:   section,
	}
	c.once(c.codes, at["编号"], "要点编号")
	c.once(c.titles, at["要点"], "要点")
	return it
}

func (c *checklistReader) conditions(n *yaml.Node) (all inspection.Conditions) {
	for _, one := range c.list(n, "适用") {
		name := c.plain(one)
		cond, ok := inspection.ParseCondition(name)
		if !ok {
			c.wrong(one, "“适用”不认识%s，可用：公办、民办、幼儿园、义务教育、食堂、寄宿、校车、集团、中小学%s", quote(name), commaHint(name))
		}
		all |= cond
	}
	return all
}

func (c *checklistReader) methods(n *yaml.Node) (all inspection.Methods) {
	for _, one := range c.list(n, "方式") {
		name := c.plain(one)
		m, err := inspection.ParseMethod(name)
		if err != nil {
			c.wrong(one, "“方式”不认识%s，可用：查阅资料、个别谈话、实地查看、问卷、比对%s", quote(name), commaHint(name))
		}
		all |= m
	}
	return all
}

// commaHint explains the one slip that every YAML reader accepts in silence:
// [是，否] is one word.
func commaHint(name string) (hint bilingual.Text) {
	if strings.ContainsAny(name, "，、；") {
		return say("；几项之间用半角逗号“,”分开")
	}
	return hint
}

func (c *checklistReader) from(n *yaml.Node) (all []inspection.ItemCode) {
	for _, one := range c.list(n, "原编号") {
		if code := c.code(one); code != "" {
			all = append(all, inspection.ItemCode(code))
		}
	}
	return all
}

func (c *checklistReader) papers(n *yaml.Node) (all []string) {
	sum := 0
	for _, one := range c.list(n, "资料") {
		paper := c.words(one, "资料", inspection.MaxTitle)
		if one.Style == 0 && n.Style&yaml.FlowStyle != 0 && strings.Contains(paper, "，") {
			c.wrong(one, "%s里有全角逗号；几项之间用半角逗号“,”分开，一项之内的逗号请加引号", quote(paper))
		}
		if paper != "" {
			all = append(all, strings.ReplaceAll(paper, "\n", " "))
			sum += utf8.RuneCountInString(paper) + 1
		}
	}
	if sum > inspection.MaxText {
		c.wrong(n, "“资料”共有%d字，最多%d字", sum, inspection.MaxText)
	}
	return all
}

func (c *checklistReader) confirmed(n *yaml.Node) bool {
	switch s := c.plain(n); s {
	case "已核":
		return true
	case "", "待核":
	default:
		c.wrong(n, "“依据状态”不认识%s，可用：已核、待核", quote(s))
	}
	return false
}
