package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// WriteChecklistWorkbook writes the workbook in which a checklist is filled in
// by hand, with the checklist in it; nil writes it empty. A sheet of items, one
// of sections and one of settings are read back as the same checklist; the
// examples stand on a sheet of their own, which is not read.
func WriteChecklistWorkbook(w io.Writer, c *inspection.Checklist) error {
	if c == nil {
		c = &inspection.Checklist{}
	}
	b := checklistBook{workbook: newWorkbook(itemSheet), list: c}
	b.fill()
	if err := b.send(w); err != nil {
		return fmt.Errorf("report: checklist workbook: %w", err)
	}
	return nil
}

// checklistBook makes the sheets one by one.
type checklistBook struct {
	*workbook
	list *inspection.Checklist

	head, needed, cell, bare, title int // styles
}

const (
	itemSheet, sectionSheet, settingSheet, helpSheet, wordSheet = "要点", "板块", "设置", "说明", "字典"

	spareItems, spareSections = 200, 20 // blank rows with drop-downs below those that are filled
	spareOnPaper              = 10      // of them, how many are printed while they are blank
)

// sheetColumn is a column of one of the sheets: its head, how wide it is, what
// its note says, whether it must be filled in, and where its drop-down comes
// from.
type sheetColumn struct {
	head   string
	width  float64
	note   string
	needed bool
	from   string // cells of another sheet
	free   bool   // several words may be written, parted by 、
}

func itemSheetColumns() []sheetColumn {
	return []sheetColumn{
		{head: "编号", width: 9, needed: true, note: "永久不变的编号，如 3.05。要点改写、移动时不换编号；编号也不给别的要点用。不超过32个字母、数字、汉字或“.-_”。"},
		{head: "板块", width: 20, needed: true, from: "板块!$B$2:$B$100", note: "从下拉中选“板块”表里的名称。移到别的板块时只改这一格，编号不变。"},
		{head: "要点", width: 24, needed: true, note: "一句话的名称，不超过200字，不能与别的要点相同。"},
		{head: "看什么", width: 52, note: "看什么、怎么看、看多少、怎样算有问题。"},
		{head: "适用", width: 14, from: "字典!$A$2:$A$" + strconv.Itoa(len(inspection.ConditionNames())+1), free: true, note: "只对哪些学校；留空为全部学校。写几项时用“、”分开，须同时符合。"},
		{head: "依据", width: 32, note: "法规、文件及条款。"},
		{head: "依据状态", width: 10, from: "字典!$C$2:$C$3", note: "已核：单位核对过原文。留空为待核。"},
		{head: "方式", width: 14, from: "字典!$B$2:$B$" + strconv.Itoa(len(inspection.MethodNames())+1), free: true, note: "可写几种，用“、”分开。"},
		{head: "资料", width: 28, note: "向学校调阅的资料，每行一份（Alt+Enter 换行）。"},
		{head: "典型问题", width: 30, note: "常见的问题表现，不写真实学校。"},
		{head: "原编号", width: 12, note: "由上一版的哪个要点拆分或改来，写那个要点的编号；几个编号用“、”分开。改写得面目全非但仍是同一件事的，写它自己的编号。"},
	}
}

func sectionSheetColumns() []sheetColumn {
	return []sheetColumn{
		{head: "编号", width: 8, needed: true, note: "1到99的整数，也是板块的先后。"},
		{head: "名称", width: 30, needed: true, note: "“要点”表按这个名称选板块。"},
		{head: "落实", width: 44, needed: true, from: "字典!$D$2:$D$5", note: "四个落实之一；可写1到4。"},
		{head: "聚焦", width: 44, needed: true, from: "字典!$E$2:$E$5", note: "四个聚焦之一；可写1到4。"},
	}
}

func (b *checklistBook) fill() {
	for _, name := range []string{sectionSheet, settingSheet, helpSheet, wordSheet} {
		_, err := b.NewSheet(name)
		b.try(err)
	}
	b.head = b.style(heading)
	b.needed = b.style(all(heading, func(s *excelize.Style) { s.Fill = shade("FCE4D6") }))
	b.cell = b.style(all(framed, asText))
	b.bare = b.style(asText)
	b.title = b.style(func(s *excelize.Style) { s.Font.Bold, s.Font.Size, s.Alignment.WrapText = true, 14, false })
	b.sheet(itemSheet, itemSheetColumns(), b.itemRows(), spareItems)
	b.sheet(sectionSheet, sectionSheetColumns(), b.sectionRows(), spareSections)
	b.sheet(settingSheet, []sheetColumn{{head: "项目", width: 12}, {head: "内容", width: 60, needed: true}}, [][]string{{"清单", b.list.Title}, {"版本", string(b.list.ID)}}, 0)
	b.help()
	b.words()
}

func (b *checklistBook) itemRows() (rows [][]string) {
	b.list.Items(func(s *inspection.Section, it *inspection.Item) {
		state := "待核"
		if it.Confirmed {
			state = "已核"
		}
		applies := ""
		if it.Applies != 0 {
			applies = it.Applies.In(inspection.Chinese)
		}
		rows = append(rows, []string{
			string(it.Code), sectionCell(b.list, s), it.Title, it.Look, applies, it.Basis, state,
			it.Methods.In(inspection.Chinese), inspection.PapersCell(it.Papers, "\n"), it.Typical, codes(it.From),
		})
	})
	return rows
}

// sectionCell names a section so that just it is found by the words.
func sectionCell(c *inspection.Checklist, s *inspection.Section) string {
	if at := c.SectionNamed(s.Name); at != nil && at.Number == s.Number {
		return s.Name
	}
	return strconv.Itoa(s.Number)
}

func codes(all []inspection.ItemCode) string {
	words := make([]string, len(all))
	for i, code := range all {
		words[i] = string(code)
	}
	return strings.Join(words, "、")
}

func (b *checklistBook) sectionRows() (rows [][]string) {
	for _, s := range b.list.Sections {
		rows = append(rows, []string{strconv.Itoa(s.Number), s.Name, frameCell(int(s.Dimension), s.Dimension.In(inspection.Chinese)), frameCell(int(s.Focus), s.Focus.In(inspection.Chinese))})
	}
	return rows
}

func frameCell(n int, words string) string {
	if n == 0 {
		return ""
	}
	return words
}

// sheet writes heads, rows and blank rows below them.
func (b *checklistBook) sheet(name string, columns []sheetColumn, rows [][]string, spare int) {
	last := 1 + len(rows) + spare
	widths := make([]float64, len(columns))
	for i, c := range columns {
		letters, style := columnName(i+1), b.head
		if c.needed {
			style = b.needed
		}
		widths[i] = c.width
		b.try(b.SetColWidth(name, letters, letters, c.width))
		b.try(b.SetCellStr(name, at(i+1, 1), c.head))
		b.try(b.SetCellStyle(name, at(i+1, 1), at(i+1, 1), style))
		b.try(b.SetCellStyle(name, at(i+1, 2), at(i+1, last), b.bare))
		b.try(b.SetCellStyle(name, at(i+1, 2), at(i+1, last-max(0, spare-spareOnPaper)), b.cell))
		b.noteOn(name, at(i+1, 1), c.note)
		b.dropDown(name, at(i+1, 2)+":"+at(i+1, last), c)
	}
	for i, row := range rows {
		for j, words := range row {
			b.try(b.SetCellStr(name, at(j+1, i+2), words))
		}
		b.try(b.SetRowHeight(name, i+2, rowHeight(row, widths)))
	}
	b.frameFilled(name, len(columns), 2+len(rows)+spareOnPaper, last)
	b.try(b.SetRowHeight(name, 1, 24))
	b.try(b.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}))
	b.printed(name)
}

// frameFilled frames the blank rows from one to another as soon as something is
// written there. Without a frame a blank row is not printed.
func (b *checklistBook) frameFilled(sheet string, columns, from, to int) {
	if to < from {
		return
	}
	var s excelize.Style
	framed(&s)
	style, err := b.NewConditionalStyle(&s)
	b.try(err)
	end := columnName(columns)
	b.try(b.SetConditionalFormat(sheet, fmt.Sprintf("A%d:%s%d", from, end, to), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: fmt.Sprintf("COUNTA($A%d:$%s%d)>0", from, end, from), Format: &style},
	}))
}

func (b *checklistBook) noteOn(sheet, cell, words string) {
	if words != "" {
		b.try(b.AddComment(sheet, excelize.Comment{Cell: cell, Author: "xuncha", Text: words, Width: 260, Height: 110}))
	}
}

func (b *checklistBook) dropDown(sheet, cells string, c sheetColumn) {
	if c.from == "" {
		return
	}
	d := excelize.NewDataValidation(true)
	d.SetSqref(cells)
	d.SetSqrefDropList(c.from)
	if c.free {
		d.SetError(excelize.DataValidationErrorStyleWarning, c.head, "写几项时用“、”分开；请核对每一项都在下拉的词里。")
	} else {
		d.SetError(excelize.DataValidationErrorStyleStop, c.head, "请从下拉中选一项。")
	}
	b.try(b.AddDataValidation(sheet, d))
}

// printed lays a sheet out on paper: across, as wide as a page, its heads on
// every one.
func (b *checklistBook) printed(sheet string) {
	a4, across, wide, any, yes := 9, "landscape", 1, 0, true
	b.try(b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	b.try(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &any}))
	b.try(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$1:$1", Scope: sheet}))
	b.try(b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第&P页，共&N页"}))
}
