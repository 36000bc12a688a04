package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// The sheets of the statistics form.
const (
	formSheet      = "巡察统计表"
	rectifiedSheet = "整改统计表"
	rulesSheet     = "口径"
)

// xlsx writes both forms, a row a school, with a total of each round that a
// spreadsheet computes and that stands there already for who does not.
func (s *Statistics) xlsx(to io.Writer) error {
	w := newWorkbook(formSheet)
	for _, name := range []string{rectifiedSheet, rulesSheet} {
		_, err := w.NewSheet(name)
		w.try(err)
	}
	s.form(w, formSheet, statisticsForm())
	s.form(w, rectifiedSheet, rectifiedForm())
	s.rules(w)
	w.try(w.SetDocProps(&excelize.DocProperties{Title: s.Campaign.Title + formSheet, Creator: "xuncha", LastModifiedBy: "xuncha"}))
	w.SetActiveSheet(0)
	return w.send(to)
}

// formColumn is a column of a form: a number, or the rate of the two before it.
type formColumn struct {
	figure
	rate bool
}

func columnsOf(form []figure) []formColumn {
	var all []formColumn
	var none inspection.Statistics
	for _, f := range form {
		all = append(all, formColumn{figure: f})
		if _, name, ok := rateAfter(f.key, &none); ok {
			all = append(all, formColumn{figure{key: f.key, name: name}, true})
		}
	}
	return all
}

// formWriter lays one form out.
type formWriter struct {
	*workbook
	sheet              string
	columns            []formColumn
	text, number, rate int
	row                int
}

func (s *Statistics) form(w *workbook, sheet string, form []figure) {
	f := formWriter{workbook: w, sheet: sheet, columns: columnsOf(form), row: 4}
	f.text, f.number, f.rate = w.style(all(framed, asText)), w.style(all(framed, centred)), w.style(all(framed, centred, asRate))
	f.heads(s.Campaign.Title+sheet, s.about())
	for i := range s.Rounds {
		f.round(&s.Rounds[i])
	}
	w.try(w.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 3, TopLeftCell: "C4", ActivePane: "bottomRight"}))
	w.fitted(sheet)
	w.paper(sheet, 3, "")
}

func (s *Statistics) about() string {
	parts := []string{"截至" + s.Choice.Today.String(), "回头看不计在内", "“—”为账本没有的数，原因见“" + rulesSheet + "”", "非涉密"}
	if s.Choice.Head != "" {
		parts = append(parts, "账本校验值 "+s.Choice.Head)
	}
	return strings.Join(parts, "　")
}

func (f *formWriter) heads(title, about string) {
	big := f.style(func(s *excelize.Style) { s.Font.Size, s.Font.Bold, s.Alignment.WrapText = 14, true, false })
	small := f.style(func(s *excelize.Style) { s.Font.Color = "595959" })
	head := f.style(heading)
	f.try(f.SetCellStr(f.sheet, "A1", fit(title)))
	f.try(f.SetCellStyle(f.sheet, "A1", "A1", big))
	f.try(f.SetRowHeight(f.sheet, 1, 24))
	f.try(f.SetCellStr(f.sheet, "A2", fit(about)))
	last := columnName(len(f.columns) + 2)
	f.try(f.MergeCell(f.sheet, "A2", last+"2"))
	f.try(f.SetCellStyle(f.sheet, "A2", last+"2", small))
	f.try(f.SetRowHeight(f.sheet, 2, rowHeight([]string{about}, []float64{8 + 26 + 8.5*float64(len(f.columns))})))
	f.try(f.SetColWidth(f.sheet, "A", "A", 8))
	f.try(f.SetColWidth(f.sheet, "B", "B", 26))
	f.try(f.SetColWidth(f.sheet, "C", last, 8.5))
	lines := 1
	for i, name := range f.names() {
		f.try(f.SetCellStr(f.sheet, at(i+1, 3), name))
		if i > 1 {
			lines = max(lines, linesOf(name, 8.5))
		}
	}
	f.try(f.SetCellStyle(f.sheet, "A3", last+"3", head))
	f.try(f.SetRowHeight(f.sheet, 3, float64(lines)*lineHeight+6))
}

func (f *formWriter) names() []string {
	names := []string{"轮次", "学校"}
	for _, c := range f.columns {
		names = append(names, c.name[inspection.Chinese])
	}
	return names
}

func (f *formWriter) round(r *RoundStatistics) {
	first := f.row
	for i := range r.Schools {
		one := &r.Schools[i]
		name := one.Name
		if one.Visit.Kind != inspection.Routine {
			name += "（" + one.Visit.Kind.In(inspection.Chinese) + "）"
		}
		f.line(r.Round.Title, name, &one.Statistics, 0)
	}
	if r.Total != nil {
		f.line(r.Round.Title, "合计", r.Total, first)
	}
}

// line writes a row; one whose first is set is a total of the rows from there.
func (f *formWriter) line(round, name string, s *inspection.Statistics, first int) {
	n := f.row
	f.row++
	f.try(f.SetCellStr(f.sheet, at(1, n), fit(round)))
	f.try(f.SetCellStr(f.sheet, at(2, n), fit(name)))
	f.try(f.SetCellStyle(f.sheet, at(1, n), at(2, n), f.text))
	f.try(f.SetRowHeight(f.sheet, n, rowHeight([]string{round, name}, []float64{8, 26})))
	for i, c := range f.columns {
		cell, style := at(i+3, n), f.number
		switch rate, _, _ := rateAfter(c.key, s); {
		case c.rate:
			style = f.rate
			f.share(cell, rate, fmt.Sprintf("%s/%s", at(i+2, n), at(i+1, n)))
		case c.of == nil:
			f.try(f.SetCellStr(f.sheet, cell, "—"))
		default:
			f.try(f.SetCellInt(f.sheet, cell, c.of(s)))
			if column := columnName(i + 3); first > 0 && first < n {
				f.try(f.SetCellFormula(f.sheet, cell, fmt.Sprintf("SUM(%s%d:%s%d)", column, first, column, n-1)))
			}
		}
		f.try(f.SetCellStyle(f.sheet, cell, cell, style))
	}
}

// share writes a rate, and how it is computed; the value first, or it is lost.
func (f *formWriter) share(cell string, rate inspection.Rate, formula string) {
	part, ok := rate.Share()
	if !ok {
		f.try(f.SetCellStr(f.sheet, cell, "—"))
		return
	}
	f.try(f.SetCellFloat(f.sheet, cell, part, -1, 64))
	f.try(f.SetCellFormula(f.sheet, cell, formula))
}

// rules say how the numbers were counted, and why some are not there.
func (s *Statistics) rules(w *workbook) {
	left, right := w.style(all(framed, asText)), w.style(framed)
	w.try(w.SetColWidth(rulesSheet, "A", "A", 26))
	w.try(w.SetColWidth(rulesSheet, "B", "B", 90))
	row := 0
	line := func(name, says string) {
		row++
		w.try(w.SetCellStr(rulesSheet, at(1, row), name))
		w.try(w.SetCellStr(rulesSheet, at(2, row), says))
		w.try(w.SetCellStyle(rulesSheet, at(1, row), at(1, row), left))
		w.try(w.SetCellStyle(rulesSheet, at(2, row), at(2, row), right))
		w.try(w.SetRowHeight(rulesSheet, row, rowHeight([]string{name, says}, []float64{26, 90})))
	}
	for _, r := range statisticsRules {
		name, rule, _ := strings.Cut(r.In(inspection.Chinese), "＝")
		line(name, name+"＝"+rule)
	}
	line("其中：必谈", "逐人登记的谈话中属于必谈的；谈话人数是登记的人次，两者不必相加。")
	for _, f := range append(statisticsForm(), rectifiedForm()...) {
		if f.of == nil {
			line(f.name[inspection.Chinese], "—　"+unknowns[f.unknown][inspection.Chinese]+"。")
		}
	}
	for d := inspection.Dimension(1); d <= 4; d++ {
		line(d.Ordinal(), d.In(inspection.Chinese))
	}
	w.fitted(rulesSheet)
	w.paper(rulesSheet, 0, "")
}
