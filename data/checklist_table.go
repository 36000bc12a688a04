package data

import (
	"slices"
	"strings"

	"xuncha/data/bilingual"
	"xuncha/data/table"
	"xuncha/inspection"
)

// The columns of a checklist in tables, in the order in which they are written.
// Offices have other names for some of them.
var (
	itemColumns = []table.Column{
		{Name: "编号", Also: []string{"要点编号", "项目编号", "代码", "编码"}, Needed: true},
		{Name: "板块", Also: []string{"所属板块", "板块编号", "类别"}, Needed: true},
		{Name: "板块名称", Also: []string{"名称"}},
		{Name: "落实", Also: []string{"四个落实"}},
		{Name: "聚焦", Also: []string{"四个聚焦"}},
		{Name: "要点", Also: []string{"检查要点", "巡察要点", "检查项", "检查项目", "检查内容"}, Needed: true},
		{Name: "看什么", Also: []string{"怎么看", "查看内容", "检查方法", "检查标准"}},
		{Name: "适用", Also: []string{"适用范围", "适用学校"}},
		{Name: "依据", Also: []string{"检查依据", "政策依据"}},
		{Name: "依据状态", Also: []string{"核对状态"}},
		{Name: "方式", Also: []string{"检查方式", "巡察方式"}},
		{Name: "资料", Also: []string{"调阅资料", "所需资料"}},
		{Name: "典型问题", Also: []string{"常见问题", "典型表现"}},
		{Name: "原编号", Also: []string{"拆自", "改自", "拆自/改自", "来源编号"}},
		{Name: "清单", Also: []string{"清单名称"}},
		{Name: "版本", Also: []string{"清单版本"}},
	}
	sectionColumns = []table.Column{
		{Name: "编号", Also: []string{"板块编号", "序号"}, Needed: true},
		{Name: "名称", Also: []string{"板块名称", "板块"}, Needed: true},
		{Name: "落实", Also: []string{"四个落实"}, Needed: true},
		{Name: "聚焦", Also: []string{"四个聚焦"}, Needed: true},
	}
	settingColumns = []table.Column{{Name: "项目", Needed: true}, {Name: "内容", Needed: true}}
)

// ReadChecklistTable reads a checklist from a workbook as [ChecklistSheets]
// names its sheets, or from one table that names the section of each item. What
// cannot be taken over it answers with [Faults]: all of them, with their cells.
func ReadChecklistTable(f *table.File) (*inspection.Checklist, error) {
	c := tableReader{
		faults: Faults{File: f.Name}, list: &inspection.Checklist{},
		codes: map[string]bilingual.Text{}, titles: map[string]bilingual.Text{}, names: map[string]bilingual.Text{}, numbers: map[string]bilingual.Text{},
	}
	for i := range f.Sheets {
		c.settings(&f.Sheets[i])
	}
	for i := range f.Sheets {
		c.sections(&f.Sheets[i])
	}
	c.items(f.Sheets)
	c.whole()
	if len(c.faults.List) > 0 {
		return nil, &c.faults
	}
	return c.list, nil
}

// tableReader goes through the sheets of a checklist, and on after each fault.
type tableReader struct {
	faults Faults
	list   *inspection.Checklist
	titled bilingual.Text // place of the title and the version
	own    bool           // sections have a sheet of their own

	codes, titles, names, numbers map[string]bilingual.Text // places of what must not stand twice
}

// SheetNames are the sheets of a checklist's workbook: its items, its sections,
// its title and version, how to fill them in, and the words of the drop-downs.
type SheetNames struct{ Items, Sections, Settings, Help, Words string }

// ChecklistSheets are the names by which a workbook's sheets are read.
func ChecklistSheets() SheetNames {
	return SheetNames{"要点", "板块", "设置", "说明", "字典"}
}

func (c *tableReader) settings(s *table.Sheet) {
	if s.Name != ChecklistSheets().Settings {
		return
	}
	t, ok := c.find(s, settingColumns)
	if !ok {
		return
	}
	for _, r := range t.Records() {
		switch r.Text("项目") {
		case "清单", "清单名称":
			c.title(r, "内容")
		case "版本":
			c.version(r, "内容")
		default:
			c.faults.at(r, "项目", "不认识的设置%s，可用：清单、版本%s", quote(r.Text("项目")), meant(r.Text("项目"), []string{"清单", "版本"}))
		}
	}
}

func (c *tableReader) title(r table.Record, column string) {
	words := c.words(r, column, inspection.MaxTitle)
	if c.list.Title != "" && words != "" && words != c.list.Title {
		c.faults.at(r, column, "清单名称与 %s 不同", c.titled)
	}
	if words != "" {
		c.list.Title, c.titled = words, r.Place(column)
	}
}

func (c *tableReader) version(r table.Record, column string) {
	id := inspection.ChecklistID(c.faults.checkCodeAt(r, column))
	if c.list.ID != "" && id != "" && id != c.list.ID {
		c.faults.at(r, column, "版本%s与前面的%s不同", quote(string(id)), quote(string(c.list.ID)))
	}
	if id != "" {
		c.list.ID = id
	}
}

// find finds a table, and fault with its heads.
func (c *tableReader) find(s *table.Sheet, columns []table.Column) (*table.Table, bool) {
	t, err := s.Find(columns)
	if faults, ok := err.(table.Faults); ok {
		c.faults.take(faults)
		return nil, false
	}
	for _, at := range t.Unknown {
		name := at.Says.String()
		at.Says = say("不认识的列%s%s", quote(name), meant(name, columnNames(columns)))
		c.faults.take(table.Faults{at})
	}
	c.faults.take(t.Faults)
	for _, left := range t.Left {
		if left.Reason == table.Total {
			c.faults.take(table.Faults{{Line: left.Line, Place: s.Place(left.Line, 0), Says: say("这一行像合计行，清单里不该有：%s", quote(left.Text))}})
		}
	}
	if s.Unread > 0 {
		c.faults.take(table.Faults{{Line: s.Unread, Place: s.Place(s.Unread, 0), Says: say("空行太多，从这一行起没有读；请删去上面的空行")}})
	}
	return t, true
}

func columnNames(columns []table.Column) []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	return names
}

func (c *tableReader) sections(s *table.Sheet) {
	if s.Name != ChecklistSheets().Sections {
		return
	}
	c.own = true
	t, ok := c.find(s, sectionColumns)
	if !ok {
		return
	}
	for _, r := range t.Records() {
		sec := inspection.Section{
			Number:    c.number(r, "编号", 99),
			Name:      c.words(r, "名称", inspection.MaxTitle),
			Dimension: inspection.Dimension(c.choice(r, "落实", dimensions())),
			Focus:     inspection.Focus(c.choice(r, "聚焦", focuses())),
		}
		c.needed(r, "编号", "名称", "落实", "聚焦")
		c.once(c.numbers, r, "编号", "板块编号")
		c.once(c.names, r, "名称", "板块名称")
		c.list.Sections = append(c.list.Sections, sec)
	}
}

// items reads the sheet of that name, or else the first that has items.
func (c *tableReader) items(sheets []table.Sheet) {
	at := slices.IndexFunc(sheets, func(s table.Sheet) bool { return s.Name == ChecklistSheets().Items })
	for i := 0; at < 0 && i < len(sheets); i++ {
		t, err := sheets[i].Find(itemColumns)
		if err == nil && len(t.Columns) > 2 {
			at = i
		}
	}
	if at < 0 {
		at = slices.IndexFunc(sheets, func(s table.Sheet) bool { return len(s.Rows) > 0 && !s.Hidden })
	}
	if at < 0 {
		c.faults.add(0, 0, "表格里没有内容")
		return
	}
	columns := slices.Clone(itemColumns)
	if c.own { // the sheet of sections says it
		columns = slices.DeleteFunc(columns, func(c table.Column) bool { return c.Name == "板块名称" })
	}
	if t, ok := c.find(&sheets[at], columns); ok {
		for _, r := range t.Records() {
			c.item(r, t)
		}
	}
}

func (c *tableReader) item(r table.Record, t *table.Table) {
	it := inspection.Item{
		Code:      inspection.ItemCode(c.faults.checkCodeAt(r, "编号")),
		Title:     c.words(r, "要点", inspection.MaxTitle),
		Look:      c.words(r, "看什么", inspection.MaxText),
		Applies:   c.conditions(r),
		Basis:     c.words(r, "依据", inspection.MaxText),
		Confirmed: c.confirmed(r),
		Methods:   c.methods(r),
		Papers:    c.papers(r),
		Typical:   c.words(r, "典型问题", inspection.MaxText),
		From:      c.from(r),
	}
	c.needed(r, "编号", "要点")
	c.once(c.codes, r, "编号", "要点编号")
	c.once(c.titles, r, "要点", "要点")
	if t.Has("清单") {
		c.title(r, "清单")
	}
	if t.Has("版本") {
		c.version(r, "版本")
	}
	if sec := c.section(r, t); sec != nil {
		it.Section = sec.Number
		sec.Items = append(sec.Items, it)
	}
}

// section is the section that a row names, by number or name; in a table that
// has them in its rows, it is made where it is first named.
func (c *tableReader) section(r table.Record, t *table.Table) *inspection.Section {
	words := r.Text("板块")
	if words == "" {
		c.faults.at(r, "板块", "“板块”是空的")
		return nil
	}
	if at := c.list.SectionNamed(words); at != nil {
		return at
	}
	if c.own {
		var names []string
		for _, s := range c.list.Sections {
			names = append(names, s.Name)
		}
		c.faults.at(r, "板块", "“板块”表里没有%s%s", quote(words), meant(words, names))
		return nil
	}
	return c.newSection(r, t, words)
}

func (c *tableReader) newSection(r table.Record, t *table.Table, words string) *inspection.Section {
	sec := inspection.Section{Number: len(c.list.Sections) + 1, Name: c.words(r, "板块", inspection.MaxTitle)}
	if n, rest := leadingNumber(words); n > 0 {
		sec.Number, sec.Name = n, rest
	}
	if t.Has("板块名称") {
		sec.Name = c.words(r, "板块名称", inspection.MaxTitle)
	}
	sec.Dimension = inspection.Dimension(c.choice(r, "落实", dimensions()))
	sec.Focus = inspection.Focus(c.choice(r, "聚焦", focuses()))
	switch {
	case sec.Name == "" || c.list.Section(sec.Number) != nil:
		c.faults.at(r, "板块", "不知道%s是哪个板块：请写板块名称，或在“板块”表里列出各板块的编号、名称、落实、聚焦", quote(words))
		return nil
	case sec.Dimension == 0 || sec.Focus == 0:
		c.faults.at(r, "板块", "板块%s没有写落实、聚焦：请加这两列（1到4），或在“板块”表里写", quote(sec.Name))
	}
	c.list.Sections = append(c.list.Sections, sec)
	return &c.list.Sections[len(c.list.Sections)-1]
}

func oneBlank(s string) string { return strings.Join(strings.Fields(s), " ") }

// whole finds fault with what the checklist as a whole lacks.
func (c *tableReader) whole() {
	if c.list.Title == "" {
		c.faults.add(0, 0, "没有写清单名称：请在“设置”表里写“清单”一行，或加一列“清单”")
	}
	if c.list.ID == "" {
		c.faults.add(0, 0, "没有写版本：请在“设置”表里写“版本”一行，或加一列“版本”")
	}
	if c.list.Len() == 0 && len(c.faults.List) == 0 {
		c.faults.add(0, 0, "清单里没有要点")
	}
}
