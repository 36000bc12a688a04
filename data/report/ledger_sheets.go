package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

func standingWords() []string {
	return []string{inspection.NotDone.In(inspection.Chinese), inspection.Basically.In(inspection.Chinese), inspection.Done.In(inspection.Chinese)}
}

// dictionary is what the drop-downs offer, and which book the ledger is of. A
// list of its own may be longer than the 255 characters that a drop-down holds.
func (g *Ledger) dictionary(w *workbook) {
	for i, s := range append([]string{inspection.ColumnState.In(inspection.Chinese)}, standingWords()...) {
		w.try(w.SetCellStr(wordsSheet, at(1, i+1), s))
	}
	for i, s := range []string{inspection.ColumnLongTerm.In(inspection.Chinese), inspection.InWords(true), inspection.InWords(false)} {
		w.try(w.SetCellStr(wordsSheet, at(2, i+1), s))
	}
	for i, pair := range [][2]string{
		{"台账格式", "1"}, {"巡察工作", g.Campaign.ID}, {"发出日期", g.Choice.Today.String()}, {"账本校验值", g.Choice.Head},
	} {
		w.try(w.SetCellStr(wordsSheet, at(4, i+1), pair[0]))
		w.try(w.SetCellStr(wordsSheet, at(5, i+1), fit(pair[1])))
	}
	w.try(w.SetSheetVisible(wordsSheet, false))
}

// notes tell how the ledger is filled in and given back.
func (g *Ledger) notes(w *workbook) {
	title := w.style(func(s *excelize.Style) { s.Font.Size, s.Font.Bold, s.Alignment.WrapText = 14, true, false })
	left, right := w.style(all(heading)), w.style(framed)
	w.try(w.SetColWidth(notesSheet, "A", "A", 16))
	w.try(w.SetColWidth(notesSheet, "B", "B", 90))
	w.try(w.SetCellStr(notesSheet, "A1", notesSheet))
	w.try(w.SetCellStyle(notesSheet, "A1", "A1", title))
	w.try(w.SetRowHeight(notesSheet, 1, 26))
	for i, pair := range ledgerNotes() {
		row := i + 2
		w.try(w.SetCellStr(notesSheet, at(1, row), pair[0]))
		w.try(w.SetCellStr(notesSheet, at(2, row), pair[1]))
		w.try(w.SetCellStyle(notesSheet, at(1, row), at(1, row), left))
		w.try(w.SetCellStyle(notesSheet, at(2, row), at(2, row), right))
		w.try(w.SetRowHeight(notesSheet, row, rowHeight([]string{pair[0], pair[1]}, []float64{16, 90})+4))
	}
	w.fitted(notesSheet)
	w.paper(notesSheet, 0, "")
}

func ledgerNotes() [][2]string {
	notes := [][2]string{
		{"谁来填", "浅黄色的格由学校填写，其余的格由巡察办公室填写，已经锁定（没有密码）。填好后原样发回，由办公室读入账本。"},
		{"反馈问题", "是反馈时的原话，不改动。"},
		{"整改目标、措施", "写到能检查：做什么、做到什么程度。"},
		{"责任领导、部门", "写职务和部门；责任人写具体承办的人。"},
		{"完成时限", "填日期，写作 2026-11-23。要长期坚持的，时限照填，再在“长期坚持”中选是。"},
		{"整改状态", "从下拉列表中选。完成整改才计入整改完成率；基本完成并持续整改、未完成都不计入。"},
		{"进展情况", "写这一次的新进展：可以写在原来的话后面，也可以整格换成新的。读入时只记新的部分，以前的不会丢。"},
		{"进展日期", "这次进展的日期；不改则记为办公室读入的日期。"},
		{"根本原因、举一反三", "销号时要看：为什么会发生，同类问题查了没有。"},
		{"剩余时间", "按发出之日计算，逾期的写明逾期几天。"},
		{"销号", "由办公室审核佐证后决定。在这里填写不起作用。"},
		{"佐证", "是账本中整改佐证的件数。佐证材料另行报送，不要粘贴在表里；禁止报送涉密文件。"},
		{"不要做的事", "不要新增问题行，不要改编号，不要只给一部分列排序，不要删去隐藏的列。列的先后可以调整。"},
		{"打印", "打印编号到销号各列，A4横向；后面几列在表中查看。"},
	}
	for d := inspection.Dimension(1); d <= 4; d++ {
		notes = append(notes, [2]string{d.Ordinal(), d.In(inspection.Chinese)})
	}
	return notes
}

// sums are the figures of the ledger with their rules, by school where there
// are several, and their picture.
func (g *Ledger) sums(w *workbook) {
	s := g.sumTable(w)
	s.rules(w)
	w.fitted(sumsSheet)
	w.paper(sumsSheet, 0, "")
	g.chart(w, s)
}

// sumHead are the columns of the figures.
var sumHead = []string{"学校", "已反馈", "完成整改", "基本完成并持续整改", "未完成", "逾期", "已销号", "曾反弹", "整改完成率"}

// sumSheet is where the figures stand.
type sumSheet struct {
	first, last int // rows of schools; last before first where there are none
	total       int
	next        int // the row after all
	out         int // left out
}

func (g *Ledger) sumTable(w *workbook) *sumSheet {
	w.try(w.SetColWidth(sumsSheet, "A", "A", 30))
	w.try(w.SetColWidth(sumsSheet, "B", "I", 12))
	title := w.style(func(s *excelize.Style) { s.Font.Size, s.Font.Bold, s.Alignment.WrapText = 14, true, false })
	head := w.style(heading)
	text, number, rate := w.style(all(framed, asText)), w.style(all(framed, centred)), w.style(all(framed, centred, asRate))
	w.try(w.SetCellStr(sumsSheet, "A1", fit(g.title()+" 统计　截至"+g.Choice.Today.String())))
	w.try(w.SetCellStyle(sumsSheet, "A1", "A1", title))
	for i, name := range sumHead {
		w.try(w.SetCellStr(sumsSheet, at(i+1, 3), name))
		w.try(w.SetCellStyle(sumsSheet, at(i+1, 3), at(i+1, 3), head))
	}
	w.try(w.SetRowHeight(sumsSheet, 3, 30))
	s := &sumSheet{first: 4, last: 3, out: g.NotFed}
	if g.Choice.School != "" {
		s.out = 0 // what was not fed back yet is not for the school to read
	}
	row := func(n int, name string, f *LedgerFigures) {
		w.try(w.SetCellStr(sumsSheet, at(1, n), fit(name)))
		w.try(w.SetCellStyle(sumsSheet, at(1, n), at(1, n), text))
		for i, number := range f.numbers() {
			w.try(w.SetCellInt(sumsSheet, at(i+2, n), int64(number)))
		}
		w.try(w.SetCellStyle(sumsSheet, at(2, n), at(8, n), number))
		if share, ok := f.Ledger.Rate().Share(); ok {
			w.try(w.SetCellFloat(sumsSheet, at(9, n), share, -1, 64))
			w.try(w.SetCellFormula(sumsSheet, at(9, n), fmt.Sprintf("C%d/B%d", n, n)))
		} else {
			w.try(w.SetCellStr(sumsSheet, at(9, n), "—"))
		}
		w.try(w.SetCellStyle(sumsSheet, at(9, n), at(9, n), rate))
	}
	if len(g.Schools) > 1 {
		for i := range g.Schools {
			s.last++
			row(s.last, g.Schools[i].Name, &g.Schools[i].LedgerFigures)
		}
	}
	s.total = s.last + 1
	row(s.total, "合计", &g.LedgerFigures)
	for i := range g.numbers() {
		if column := columnName(i + 2); s.last >= s.first { // the value stands there already, for who does not compute
			w.try(w.SetCellFormula(sumsSheet, at(i+2, s.total), fmt.Sprintf("SUM(%s%d:%s%d)", column, s.first, column, s.last)))
		}
	}
	s.next = s.total + 2
	return s
}

func asRate(s *excelize.Style) {
	form := "0.00%"
	s.CustomNumFmt = &form
}

// numbers are the figures in the order of sumHead.
func (f *LedgerFigures) numbers() []int {
	n := f.Ledger
	return []int{n.All, n.Standing[inspection.Done], n.Standing[inspection.Basically], n.Standing[inspection.NotDone], n.Overdue, n.Closed, n.Relapsed}
}

// rules say how the figures were counted and what they leave out.
func (s *sumSheet) rules(w *workbook) {
	plain := w.style(func(*excelize.Style) {})
	lines := []string{"口径"}
	if s.out > 0 {
		lines = append(lines, fmt.Sprintf("未计入：采用而未反馈 %d 条。", s.out))
	}
	for _, r := range ledgerRules {
		lines = append(lines, r.In(inspection.Chinese))
	}
	for _, line := range lines {
		w.try(w.MergeCell(sumsSheet, at(1, s.next), at(9, s.next)))
		w.try(w.SetCellStr(sumsSheet, at(1, s.next), line))
		w.try(w.SetCellStyle(sumsSheet, at(1, s.next), at(9, s.next), plain))
		w.try(w.SetRowHeight(sumsSheet, s.next, rowHeight([]string{line}, []float64{120})))
		s.next++
	}
}

// chart is the picture of how far the schools have come: one bar a school, or
// one for all.
func (g *Ledger) chart(w *workbook, s *sumSheet) {
	first, last := s.first, s.last
	if last < first {
		first, last = s.total, s.total
	}
	dark := excelize.Font{Color: "262626", Family: "宋体", Size: 10}
	series := make([]excelize.ChartSeries, 3)
	for i, colour := range []string{"70AD47", "9DC3E6", "F4B183"} {
		column := columnName(i + 3)
		series[i] = excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$3", sumsSheet, column),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", sumsSheet, first, last),
			Values:     fmt.Sprintf("%s!$%s$%d:$%s$%d", sumsSheet, column, first, column, last),
			Fill:       shade(colour),
		}
	}
	gap := uint(60)
	zero := 0.0
	unit := 0.0 // as it comes
	if g.Ledger.All < 10 {
		unit = 1
	}
	w.try(w.AddChartSheet(chartSheet, &excelize.Chart{
		Type: excelize.ColStacked, Series: series, GapWidth: &gap,
		Title:    excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: g.title() + "：整改状态（条）", Font: &excelize.Font{Color: "262626", Size: 14, Bold: true}}}},
		Legend:   excelize.ChartLegend{Position: "bottom", Font: &dark},
		XAxis:    excelize.ChartAxis{Font: dark},
		YAxis:    excelize.ChartAxis{Font: dark, MajorGridLines: true, MajorUnit: unit, Minimum: &zero},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;"}},
	}))
	w.lyingCharts()
}

// lyingCharts has the sheets that are charts print on A4, lying. The library
// sets out pages of other sheets alone; these parts it has written already.
func (w *workbook) lyingCharts() {
	w.Pkg.Range(func(name, part any) bool {
		raw, ok := part.([]byte)
		if ok && strings.HasPrefix(name.(string), "xl/chartsheets/sheet") {
			w.Pkg.Store(name, bytes.Replace(raw, []byte("<drawing "), []byte(`<pageSetup paperSize="9" orientation="landscape"></pageSetup><drawing `), 1))
		}
		return true
	})
}
