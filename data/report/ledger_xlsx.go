package report

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// The sheets of a ledger.
const (
	ledgerSheet = "整改台账"
	notesSheet  = "填表说明"
	sumsSheet   = "统计"
	chartSheet  = "整改图"
	wordsSheet  = "字典" // hidden: what drop-downs offer, and which book the ledger is of
)

// The rows of the ledger's sheet before its lines.
const (
	titleRow = 1 + iota
	aboutRow
	headRow
	firstRow
)

// xlsx writes the ledger as a workbook that a school fills in and an office
// counts with. Lines pass through one by one: 300,000 need not fit into memory.
func (g *Ledger) xlsx(to io.Writer, lines iter.Seq[*LedgerLine]) error {
	w := newWorkbook(ledgerSheet)
	for _, name := range []string{notesSheet, sumsSheet, wordsSheet} {
		_, err := w.NewSheet(name)
		w.try(err)
	}
	g.dictionary(w)
	g.notes(w)
	g.sums(w)
	if w.err == nil {
		g.sheet(w, lines)
	}
	w.try(w.SetDocProps(&excelize.DocProperties{Title: g.title(), Creator: "xuncha", LastModifiedBy: "xuncha"}))
	w.SetActiveSheet(0)
	return w.send(to)
}

// goesOut reports whether a line goes out in a workbook. What was not fed back
// yet is not for schools to read, and is there only for who asks for just that.
func (g *Ledger) goesOut(r *LedgerLine) bool {
	return r.Rectification.FedBack != 0 || g.Choice.View == inspection.ViewNotFed
}

// Sent is how many lines the workbook has.
func (g *Ledger) Sent() (n int) {
	for range g.sent() {
		n++
	}
	return n
}

// NotSent is how many lines of the view are not in the workbook: they were not
// fed back.
func (g *Ledger) NotSent() int { return len(g.Rows) - g.Sent() }

// sent are the lines that go out.
func (g *Ledger) sent() iter.Seq[*LedgerLine] {
	return func(yield func(*LedgerLine) bool) {
		for i := range g.Rows {
			if r := &g.Rows[i]; g.goesOut(r) && !yield(r) {
				return
			}
		}
	}
}

// FileName is a name for the ledger's file that no folder objects to.
func (c LedgerChoice) FileName(b *inspection.Book, f Format) string {
	parts := []string{ledgerSheet}
	if c.Round != 0 {
		parts = append(parts, "第"+c.Round.String()+"轮")
	}
	if s := b.School(c.School); s != nil {
		parts = append(parts, string(s.Code), s.Name)
	}
	return safeName(strings.Join(parts, "_")) + "." + string(f)
}

// title is what the ledger is of.
func (g *Ledger) title() string {
	title := g.Campaign.Title
	if g.Choice.Round != 0 {
		title += "第" + g.Choice.Round.String() + "轮"
	}
	if len(g.Schools) == 1 && g.Choice.School != "" {
		title = g.Schools[0].Name + " " + title
	}
	return title + ledgerSheet
}

// sheet lays the ledger out. What a stream is told of columns and panes comes
// before its rows, and what it is told of ranges after them, yet before the
// stream ends: later, it is lost without a word.
func (g *Ledger) sheet(w *workbook, lines iter.Seq[*LedgerLine]) {
	w.fitted(ledgerSheet) // a stream begins with this
	stream, err := w.NewStreamWriter(ledgerSheet)
	if w.try(err); err != nil {
		return
	}
	s := &ledgerSheets{Ledger: g, workbook: w, stream: stream, columns: inspection.Columns(), styles: g.styles(w), widths: g.widths(lines)}
	s.before()
	last := firstRow - 1
	for line := range lines {
		last++
		s.line(last, line)
		if w.err != nil {
			return
		}
	}
	s.after(max(last, firstRow))
	w.try(stream.Flush())
}

// ledgerSheets is a ledger's sheet in the making.
type ledgerSheets struct {
	*Ledger
	*workbook
	stream  *excelize.StreamWriter
	columns []inspection.Column
	styles  map[ledgerStyle]int
	widths  map[inspection.Column]float64
}

// ledgerStyle is what a cell's look depends on.
type ledgerStyle struct {
	column inspection.Column
	locked bool
}

func (g *Ledger) styles(w *workbook) map[ledgerStyle]int {
	styles := map[ledgerStyle]int{}
	for _, c := range inspection.Columns() {
		form := asText
		switch c {
		case inspection.ColumnDeadline, inspection.ColumnProgressDay, inspection.ColumnFedBack, inspection.ColumnClosed:
			form = asDay
		case inspection.ColumnProof:
			form = centred
		case inspection.ColumnLongTerm, inspection.ColumnState, inspection.ColumnLeft, inspection.ColumnDimension:
			form = all(asText, centred)
		}
		styles[ledgerStyle{c, true}] = w.style(all(framed, form))
		styles[ledgerStyle{c, false}] = w.style(all(framed, form, toFill))
	}
	return styles
}

// before is all that has to be said before the first line.
func (s *ledgerSheets) before() {
	for i, c := range slices.Backward(s.columns) { // a stream writes the last one told first
		s.try(s.stream.SetColWidth(i+1, i+1, s.widths[c]))
		if c.Hidden() {
			s.try(s.stream.SetColVisible(i+1, i+1, false))
		}
	}
	s.try(s.stream.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: at(3, firstRow), ActivePane: "bottomRight",
	}))
	wide := len(s.columns) - 2
	title := s.style(func(x *excelize.Style) {
		x.Font.Size, x.Font.Bold, x.Alignment.Horizontal, x.Alignment.Vertical = 16, true, "left", "center"
		x.Alignment.WrapText = false
	})
	about := s.style(func(x *excelize.Style) { x.Font.Color, x.Alignment.WrapText = "595959", false })
	s.try(s.stream.SetRow(at(1, titleRow), []any{excelize.Cell{StyleID: title, Value: fit(s.title())}}, excelize.RowOpts{Height: 28}))
	s.try(s.stream.SetRow(at(1, aboutRow), []any{excelize.Cell{StyleID: about, Value: fit(s.about())}}, excelize.RowOpts{Height: 16}))
	for _, row := range []int{titleRow, aboutRow} {
		s.try(s.stream.MergeCell(at(1, row), at(wide, row)))
	}
	head, style := make([]any, len(s.columns)), s.style(heading)
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: style, Value: c.In(inspection.Chinese)}
	}
	s.try(s.stream.SetRow(at(1, headRow), head, excelize.RowOpts{Height: 30}))
}

// about says of which day the ledger is, what it is part of and what it must
// not hold.
func (g *Ledger) about() string {
	parts := []string{"截至" + g.Choice.Today.String()}
	if g.Choice.View != inspection.ViewAll {
		parts = append(parts, "只列："+g.Choice.View.In(inspection.Chinese))
	}
	parts = append(parts, "浅黄色的格由学校填写，填法见“"+notesSheet+"”", "非涉密，禁止填写国家秘密")
	if g.Choice.Head != "" {
		parts = append(parts, "账本校验值 "+g.Choice.Head)
	}
	return strings.Join(parts, "　")
}

func (s *ledgerSheets) line(row int, r *LedgerLine) {
	cells := make([]any, len(s.columns))
	texts, widths := make([]string, len(s.columns)), make([]float64, len(s.columns))
	locked := r.Rectification.Closed != 0 || r.Rectification.FedBack == 0
	for i, c := range s.columns {
		value := s.cell(r, c)
		style := ledgerStyle{c, locked || !c.Filled()}
		text, _ := value.(string)
		if strings.HasSuffix(text, cutMark) {
			style.locked = true // who writes here writes over what is not shown
		}
		if widths[i] = s.widths[c]; !c.Hidden() {
			texts[i] = text
		}
		cells[i] = excelize.Cell{StyleID: s.styles[style], Value: value}
	}
	s.try(s.stream.SetRow(at(1, row), cells, excelize.RowOpts{Height: rowHeight(texts, widths)}))
}

// after is what concerns all lines, down to the last.
func (s *ledgerSheets) after(last int) {
	state := s.cells(inspection.ColumnState, last)
	s.choice(state, "$A$2:$A$4", "整改状态请从下拉列表中选："+strings.Join(standingWords(), "、"))
	s.choice(s.cells(inspection.ColumnLongTerm, last), "$B$2:$B$3", "长期坚持请选是或否")
	s.days(s.cells(inspection.ColumnDeadline, last))
	s.days(s.cells(inspection.ColumnProgressDay, last))
	s.colours(last)
	end := columnName(len(s.columns) - 2) // the hidden ones are last
	s.try(s.AutoFilter(ledgerSheet, fmt.Sprintf("A%d:%s%d", headRow, end, last), nil))
	printed := columnName(s.place(inspection.ColumnClosed))
	s.paper(ledgerSheet, headRow, fmt.Sprintf("$A$1:$%s$%d", printed, last))
	s.try(s.ProtectSheet(ledgerSheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true,
	}))
}

// place is where a column stands, from 1.
func (s *ledgerSheets) place(c inspection.Column) int {
	for i, one := range s.columns {
		if one == c {
			return i + 1
		}
	}
	panic("no such column")
}

// cells is the range of a column's lines.
func (s *ledgerSheets) cells(c inspection.Column, last int) string {
	name := columnName(s.place(c))
	return fmt.Sprintf("%s%d:%s%d", name, firstRow, name, last)
}

// choice lets a range hold what the dictionary offers and nothing else.
func (s *ledgerSheets) choice(cells, offered, says string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	v.SetSqrefDropList(wordsSheet + "!" + offered)
	v.SetError(excelize.DataValidationErrorStyleStop, "不能这样填", says)
	s.try(s.AddDataValidation(ledgerSheet, v))
}

// days lets a range hold days and nothing else.
func (s *ledgerSheets) days(cells string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	first, _ := inspection.ParseDay("2000-01-01")
	last, _ := inspection.ParseDay("2099-12-31")
	s.try(v.SetRange(cellDay(first), cellDay(last), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	v.SetError(excelize.DataValidationErrorStyleStop, "不能这样填", "请填日期，写作 2026-11-23")
	s.try(s.AddDataValidation(ledgerSheet, v))
}

// colours follow what the cells say in words, also after the school has changed
// them; who sees no colours reads the words.
func (s *ledgerSheets) colours(last int) {
	state, left := columnName(s.place(inspection.ColumnState)), columnName(s.place(inspection.ColumnLeft))
	for _, c := range []struct {
		column     inspection.Column
		holds      string
		back, text string
		bold       bool
	}{
		{inspection.ColumnLeft, fmt.Sprintf(`LEFT($%s%d,2)="逾期"`, left, firstRow), "F8CBAD", "9C0006", true},
		{inspection.ColumnLeft, fmt.Sprintf(`$%s%d="已销号"`, left, firstRow), "D9D9D9", "404040", false},
		{inspection.ColumnState, fmt.Sprintf(`$%s%d="%s"`, state, firstRow, inspection.Done.In(inspection.Chinese)), "C6E0B4", "1E4D0F", false},
		{inspection.ColumnState, fmt.Sprintf(`$%s%d="%s"`, state, firstRow, inspection.Basically.In(inspection.Chinese)), "DDEBF7", "1F3864", false},
		{inspection.ColumnState, fmt.Sprintf(`$%s%d="%s"`, state, firstRow, inspection.NotDone.In(inspection.Chinese)), "FFE699", "5C3B00", false},
	} {
		style, err := s.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: c.text, Bold: c.bold}, Fill: shade(c.back)})
		s.try(err)
		s.try(s.SetConditionalFormat(ledgerSheet, s.cells(c.column, last), []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: c.holds, Format: &style},
		}))
	}
}

// fitted has a sheet printed as wide as the page.
func (w *workbook) fitted(sheet string) {
	fits := true
	w.try(w.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fits}))
}

// paper has a sheet print on A4, lying, with its heads on every page and the
// page's number at the foot.
func (w *workbook) paper(sheet string, heads int, area string) {
	size, lying, wide, high := 9, "landscape", 1, 0
	w.try(w.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &lying, FitToWidth: &wide, FitToHeight: &high}))
	side, top, foot := 0.4, 0.5, 0.25
	w.try(w.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &foot, Footer: &foot}))
	w.try(w.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第&P页　共&N页"}))
	if heads > 0 {
		w.try(w.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, heads, heads)}))
	}
	if area != "" {
		w.try(w.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet, RefersTo: sheet + "!" + area}))
	}
}
