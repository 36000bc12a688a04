package table

import (
	"slices"
	"strings"

	"xuncha/data/bilingual"
)

// Record is a row under the heads.
type Record struct {
	table *Table
	row   *Row
}

// Records are the rows under the heads that hold something of their own; the
// others are told in t.Left.
func (t *Table) Records() []Record { return t.records }

// Has is true when the sheet has a column; a record may still say nothing there.
func (t *Table) Has(column string) bool { return t.place[column] > 0 }

// Sheet is the sheet that the table stands on.
func (t *Table) Sheet() *Sheet { return t.sheet }

// LinePlace names the record's line: 第4行, or 名册!第4行 in a workbook.
func (r Record) LinePlace() bilingual.Text { return r.table.sheet.Place(r.row.Line, 0) }

// Line is the record's line in the sheet, from 1.
func (r Record) Line() int { return r.row.Line }

// Text is what stands under a column, on one line and with ordinary letters and
// digits; nothing when the sheet has no such column.
func (r Record) Text(column string) string { return cellOr(r.row.Cells, r.table.place[column]-1) }

// Words is what stands under a column as it was written, with its lines.
func (r Record) Words(column string) string { return r.row.wordsAt(r.table.place[column]) }

// Has is true when something stands under a column.
func (r Record) Has(column string) bool { return r.Text(column) != "" }

// Broken is true where the cell under a column has no value to read, which
// [Table.Faults] tells.
func (r Record) Broken(column string) bool {
	_, broken := r.table.sheet.broken[cellAt{r.row.Line, r.table.place[column]}]
	return broken
}

// Place names the cell under a column as people find it: 名册!C4, or 第4行第3列
// in a csv file; the line alone where the sheet has no such column.
func (r Record) Place(column string) bilingual.Text {
	return r.table.sheet.Place(r.row.Line, r.Column(column))
}

// Column is where a column stands, from 1, or 0 when the sheet does not have it.
func (r Record) Column(column string) int { return r.table.place[column] }

// read parts the rows of the sheet into records and those that are none.
func (t *Table) read(head int, two bool) {
	rows := t.sheet.Rows
	last := 0
	for i := range rows {
		row := &rows[i]
		if row.Line > last+1 {
			t.Left = append(t.Left, Left{Line: last + 1, To: row.Line - 1, Reason: Blank})
		}
		last = max(row.Line, row.to)
		if why := t.reason(i, head, two); why != 0 {
			t.Left = append(t.Left, Left{row.Line, row.Line, why, row.first()})
			continue
		}
		t.records = append(t.records, Record{t, row})
		if s := t.sheet; s.Name == "" {
			t.findBeyond(row, len(rows[head].Cells))
		} else {
			t.findHeadless(row)
		}
	}
	t.findBroken()
}

func (r *Row) first() string {
	i := slices.IndexFunc(r.Cells, func(s string) bool { return s != "" })
	return cellOr(r.Cells, i)
}

func (t *Table) reason(i, head int, two bool) Reason {
	row := &t.sheet.Rows[i]
	switch {
	case i == head, i == head-1 && (two || t.sheet.Rows[head].sharesHead(row)):
		return Heading
	case !row.own && !t.failed(row):
		return Blank
	case i < head:
		return Above
	case t.headAgain(row, &t.sheet.Rows[head]), two && t.headAgain(row, &t.sheet.Rows[head-1]):
		return Heading
	case t.total(row):
		return Total
	case t.remark(row):
		return Remark
	}
	return 0
}

// sharesHead is true when a head reaches down from the row above: then that is a
// row of heads too.
func (r *Row) sharesHead(above *Row) bool {
	for i, cell := range r.Cells {
		if cell != "" && cell == cellOr(above.Cells, i) {
			return true
		}
	}
	return false
}

// headAgain finds the heads that each page of a printed table repeats.
func (t *Table) headAgain(row, head *Row) bool {
	same := 0
	for i, cell := range row.Cells {
		switch {
		case cell == "":
		case headKey(cell) != headKey(cellOr(head.Cells, i)):
			return false
		default:
			same++
		}
	}
	return same >= 2
}

var totals = []string{"合计", "小计", "总计", "共计", "累计", "总和"}

// total finds a row of sums: its first word is one of them, alone or with a
// number behind. A school may be called 合计 only in a book of jokes.
func (t *Table) total(row *Row) bool {
	for _, cell := range row.Cells {
		key := headKey(cell)
		if key == "" {
			continue
		}
		for _, word := range totals {
			if rest, ok := strings.CutPrefix(key, word); ok && (rest == "" || strings.ContainsAny(rest[:1], "0123456789(")) {
				return true
			}
		}
		if !numeric(key) {
			return false
		}
	}
	return false
}

func numeric(s string) bool {
	return strings.Trim(s, "0123456789.,-%") == ""
}

// remarks begin a row that is about the table.
var remarks = []string{"注:", "备注:", "说明:", "填表说明", "附注:", "注1", "填表人", "制表人", "制表:", "填报人", "填报单位", "填表单位", "填表日期", "填报日期", "制表日期", "审核人", "审核:", "负责人:", "单位负责人", "联系人:", "联系电话:", "单位(盖章)", "(盖章)", "打印日期", "以上数据", "以上内容", "以上共", "以上为", "以下空白", "(以下空白)", "数据来源"}

// remark finds such a row: it begins with one of those words, and little else
// stands beside.
func (t *Table) remark(row *Row) bool {
	first := strings.ToLower(halfKey(row.first()))
	if !slices.ContainsFunc(remarks, func(word string) bool { return strings.HasPrefix(first, word) }) {
		return false
	}
	filled := map[string]bool{}
	for _, cell := range row.Cells {
		filled[cell] = cell != ""
	}
	delete(filled, "")
	return len(filled) <= 4
}

// findBeyond tells the cells of a csv row that stand behind the last head: as a
// rule, a comma within a text was not quoted and has shifted the rest.
func (t *Table) findBeyond(row *Row, heads int) {
	for i := heads; i < len(row.Cells); i++ {
		if row.Cells[i] != "" {
			t.Faults = append(t.Faults, Fault{row.Line, i + 1, t.sheet.Place(row.Line, i+1),
				say("这一行比表头多出“%s”；内容里有分隔符时请把它用引号括起", short(row.Cells[i]))})
			return
		}
	}
}

// findHeadless tells a column of a workbook that has something in it and no
// head, once.
func (t *Table) findHeadless(row *Row) {
	for i, cell := range row.Cells {
		if cell != "" && i < maxColumns && !t.headed[i] {
			t.headed[i] = true
			place := t.sheet.Place(row.Line, i+1)
			t.Unknown = append(t.Unknown, Fault{row.Line, i + 1, place, say("%s列（没有列名）", letters(i+1))})
		}
	}
}

// short is the beginning of a cell, to be shown in a sentence.
func short(cell string) string {
	if r := []rune(cell); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return cell
}

// findBroken tells the cells of known columns that have no value.
func (t *Table) findBroken() {
	for _, r := range t.records {
		for _, name := range t.Columns {
			at := cellAt{r.row.Line, t.place[name]}
			failed, ok := t.sheet.broken[at]
			if !ok {
				continue
			}
			says := say("公式没有存下算出的值；请用 Excel 或 WPS 打开，另存后再读")
			if failed != "" {
				says = say("公式算出的是错误 %s", failed)
			}
			t.Faults = append(t.Faults, Fault{at.line, at.column, t.sheet.Place(at.line, at.column), says})
		}
	}
}

// failed is true for a row in which a cell of a known column has no value to
// read. It is no blank one.
func (t *Table) failed(row *Row) bool {
	for _, name := range t.Columns {
		if (Record{t, row}).Broken(name) {
			return true
		}
	}
	return false
}
