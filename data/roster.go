package data

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"xuncha/data/table"
	"xuncha/inspection"
)

// rosterColumns are the columns of a roster, by the names that offices give
// them. A school needs a name.
var rosterColumns = []table.Column{
	{Name: "编号", Also: []string{"学校编号", "学校代码", "学校编码", "学校标识码", "单位编号", "单位代码", "单位编码", "机构代码", "校代码", "标识码", "代码", "编码"}},
	{Name: "序号", Also: []string{"顺序号", "顺序", "No", "No."}},
	{Name: "名称", Needed: true, Also: []string{"学校名称", "校名", "学校", "单位名称", "单位", "机构名称", "学校全称", "单位全称", "全称", "学校名", "中小学名称", "园名", "幼儿园名称", "学校（园）名称", "校（园）名称", "学校、幼儿园名称", "被巡察单位", "被巡察学校", "被巡察党组织", "党组织名称", "巡察对象"}},
	{Name: "学段", Also: []string{"学校类型", "学校类别", "办学层次", "办学类型", "学校学段", "类型", "类别", "层次"}},
	{Name: "办学", Also: []string{"办学性质", "性质", "学校性质", "公办民办", "公民办", "公办/民办", "公/民办", "办别", "举办者类型", "举办性质"}},
	{Name: "特征", Also: []string{"学校特征", "特点"}},
	{Name: "食堂", Also: []string{"有无食堂", "是否有食堂", "学校食堂", "是否设食堂"}},
	{Name: "寄宿", Also: []string{"是否寄宿", "寄宿制", "是否寄宿制", "有无寄宿", "是否寄宿制学校", "住宿", "住校", "有无住宿"}},
	{Name: "校车", Also: []string{"有无校车", "是否有校车"}},
	{Name: "集团", Also: []string{"是否集团", "是否集团校", "是否集团化"}},
	{Name: "教育集团", Also: []string{"集团名称", "所属集团", "所属教育集团", "教育集团名称"}},
	{Name: "片区", Also: []string{"所属片区", "街道", "所属街道", "所在街道", "乡镇", "所属乡镇", "所在乡镇", "镇街", "所属镇街", "街镇", "学区", "所属学区", "责任区", "区域"}},
	{Name: "停办", Also: []string{"状态", "办学状态", "学校状态", "是否停办", "停办日期", "停办时间"}},
	{Name: "备注", Also: []string{"附注", "备考", "备注说明"}},
}

// RosterFile is a roster as it was read, and what of the file was not.
type RosterFile struct {
	inspection.Incoming
	Sheet   string        // of a workbook
	Lines   []int         // of each school
	Left    []table.Left  // rows that are no schools, and why
	Unknown []table.Fault // columns that a roster does not have
	Hidden  int           // rows that are hidden in the sheet and were read
	Unread  int           // the line where the sheet was not read on, or 0
}

// ReadRoster reads a roster from a sheet of a file; where none is named, from the
// one that has the heads. Columns are found by their names, in any order. 特征
// lists what a school has (食堂) and has not (无食堂); it may also have columns of
// their own, with 有 or 无. What a cell leaves empty is unknown, and what the file
// has no column for is not said. What cannot be taken over is answered with
// [Faults]: all of them, and then nothing of the file is used.
func ReadRoster(f *table.File, sheet string) (*RosterFile, error) {
	c := rosterReader{
		faults: Faults{File: f.Name},
		codes:  map[string]table.Record{},
		names:  map[string]table.Record{},
	}
	t, err := f.Pick(sheet, rosterColumns)
	if faults, ok := table.AsFaults(err); ok {
		c.faults.take(faults)
		return nil, c.faults.err()
	}
	if err != nil {
		return nil, fmt.Errorf("data: read %s: %w", f.Name, err)
	}
	c.table = t
	c.read()
	c.faults.take(t.Faults)
	if err := c.faults.err(); err != nil {
		return nil, err
	}
	return &c.out, nil
}

// rosterReader goes through the rows of a roster, and on after each fault.
type rosterReader struct {
	table  *table.Table
	faults Faults
	codes  map[string]table.Record
	names  map[string]table.Record
	code   string // the column of codes: 编号, or 序号 where there is nothing else
	out    RosterFile
}

func (c *rosterReader) read() {
	t, out := c.table, &c.out
	s := t.Sheet()
	out.Sheet, out.Hidden, out.Unread = s.Name, s.HiddenRows, s.Unread
	out.Left, out.Unknown = t.Left, t.Unknown
	c.code = "编号"
	if !t.Has("编号") {
		c.code = "序号"
	}
	c.whatIsSaid()
	for _, r := range t.Records() {
		out.Roster = append(out.Roster, c.school(r, len(out.Roster)+1))
		out.Lines = append(out.Lines, r.Line())
	}
	if len(out.Roster) == 0 {
		c.faults.add(0, 0, "名册里没有学校")
	}
	if out.Unread > 0 {
		c.faults.unread(s)
	}
	out.Numbered = c.numbered()
}

// whatIsSaid notes which columns the file has, since only those change a book.
func (c *rosterReader) whatIsSaid() {
	out := &c.out
	for _, said := range []struct {
		column string
		field  inspection.Field
		traits inspection.Traits
	}{
		{"学段", inspection.SchoolStage, 0}, {"办学", inspection.SchoolOwnership, 0},
		{"特征", inspection.SchoolTraits, inspection.AllTraits}, {"食堂", inspection.SchoolTraits, inspection.Canteen},
		{"寄宿", inspection.SchoolTraits, inspection.Boarding}, {"校车", inspection.SchoolTraits, inspection.Bus},
		{"集团", inspection.SchoolTraits, inspection.Group}, {"教育集团", inspection.SchoolGroup, 0},
		{"片区", inspection.SchoolArea, 0}, {"停办", inspection.SchoolClosed, 0}, {"备注", inspection.SchoolNote, 0},
	} {
		if !c.table.Has(said.column) {
			continue
		}
		out.Traits |= said.traits
		if !slices.Contains(out.Says, said.field) {
			out.Says = append(out.Says, said.field)
		}
	}
}

// numbered reports whether the codes only number the rows.
func (c *rosterReader) numbered() bool {
	for i, s := range c.out.Roster {
		if s.Code != "" && string(s.Code) != fmt.Sprint(i+1) {
			return c.code == "序号" && !slices.ContainsFunc(c.out.Roster, func(s inspection.School) bool {
				return strings.Trim(string(s.Code), "0123456789") != ""
			})
		}
	}
	return true
}

func (c *rosterReader) school(r table.Record, order int) inspection.School {
	s := inspection.School{
		Code:  inspection.SchoolCode(c.faults.checkCodeAt(r, c.code)),
		Name:  c.words(r, "名称", inspection.MaxTitle),
		Area:  c.words(r, "片区", inspection.MaxTitle),
		Group: c.words(r, "教育集团", inspection.MaxTitle),
		Note:  c.words(r, "备注", inspection.MaxText),
		Order: order,
	}
	c.once(r)
	c.readKind(r, &s)
	c.readTraits(r, &s)
	c.readGroup(r, &s)
	c.readClosed(r, &s)
	return s
}

func (c *rosterReader) words(r table.Record, column string, most int) string {
	s := c.faults.checkWordsAt(r, column, most)
	if column == "备注" {
		return s
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// once finds fault with a name that is empty, and with a code or a name that
// stood before.
func (c *rosterReader) once(r table.Record) {
	if !r.Has("名称") {
		c.faults.at(r, "名称", "“名称”是空的")
	}
	for _, of := range []struct {
		seen   map[string]table.Record
		column string
		what   string
	}{{c.codes, c.code, "编号"}, {c.names, "名称", "名称"}} {
		key := strings.ReplaceAll(halfWidth(r.Text(of.column)), " ", "")
		if before, ok := of.seen[key]; ok {
			c.faults.at(r, of.column, "%s%s与%s重复", of.what, quote(r.Text(of.column)), before.LinePlace())
		} else if key != "" {
			of.seen[key] = r
		}
	}
}

// builtinTable is a table that comes with the program.
func builtinTable(name string, raw []byte) (*table.File, error) {
	return table.Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
}
