package report

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

func xlsxOf(t *testing.T, w interface {
	Write(io.Writer, Format, inspection.Language) error
}) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := w.Write(&out, XLSX, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	checkParts(t, out.Bytes())
	return out.Bytes()
}

func TestLedgerWorkbook(t *testing.T) {
	choice := LedgerChoice{Today: 20770, Head: strings.Repeat("5e", 32)}
	raw := xlsxOf(t, ReadLedger(sample(t), choice))
	compare(t, "ledger-xlsx.txt", []byte(dump(t, raw)))
	again := xlsxOf(t, ReadLedger(sample(t), choice))
	for _, name := range []string{"xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/charts/chart1.xml"} {
		if part(t, raw, name) != part(t, again, name) {
			t.Errorf("the same ledger makes another %s", name)
		}
	}
	if g := ReadLedger(sample(t), choice); g.Sent() != 3 || g.NotSent() != 1 {
		t.Errorf("%d lines go out, %d do not", g.Sent(), g.NotSent())
	}
}

// What a stream was told of ranges after its end is lost without a word.
func TestLedgerRulesAreThere(t *testing.T) {
	sheet := part(t, xlsxOf(t, ReadLedger(sample(t), LedgerChoice{Today: 20770})), "xl/worksheets/sheet1.xml")
	for _, want := range []string{"<autoFilter", "<dataValidations count=\"4\"", "<cfRule", "<sheetProtection", "<pane ", "fitToPage", "<headerFooter", `hidden="1"`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("%s is not in the sheet", want)
		}
	}
	if strings.Count(sheet, "showErrorMessage") != 4 {
		t.Error("a drop-down takes whatever is typed")
	}
}

// Excel repairs a sheet whose columns are not in their order.
func TestLedgerColumnsInOrder(t *testing.T) {
	sheet := part(t, xlsxOf(t, ReadLedger(sample(t), LedgerChoice{Today: 20770})), "xl/worksheets/sheet1.xml")
	last := 0
	for _, col := range strings.Split(sheet, "<col ")[1:] {
		_, from, _ := strings.Cut(col, `min="`)
		n, err := strconv.Atoi(from[:strings.IndexByte(from, '"')])
		if err != nil || n <= last {
			t.Fatalf("column %d stands behind %d: %v", n, last, err)
		}
		last = n
	}
	if last == 0 {
		t.Error("no column has a width")
	}
}

func part(t *testing.T, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// one is a book with one finding that was fed back in some words.
func one(t *testing.T, title, words string, change inspection.RectifyChange) *desk {
	d := &desk{t: t}
	c := inspection.Campaign{ID: "c1", Title: "甲", Zone: inspection.BeijingZone}
	if err := inspection.Founding(d.take, &d.book, c, sampleRoster(), sampleList(), false); err != nil {
		t.Fatal(err)
	}
	d.must(d.book.RaiseWith("f1", visit(1, "S1"), "", title, "事", func(x *inspection.Details) { x.Undertakers = []string{"甲", "乙"} }))
	d.must(d.book.Submit("f1"))
	d.must(d.book.AdoptFinding("f1", inspection.DeviceID{0xab}, ""))
	d.must(d.book.FeedBack("f1", words, 20765))
	if change != (inspection.RectifyChange{}) {
		d.must(d.book.Rectify(change, "f1"))
	}
	return d
}

// Hostile words stay words, whole.
func TestLedgerKeepsHostileWords(t *testing.T) {
	for _, s := range []string{
		`=cmd|'/C calc'!A0`, "+1", "-1+1", "@SUM(A1)", "<script>alert(1)</script>", "../../x", "_x000D_ 原样", "_x005F_x000D_", "a&b<c>\"d'", "　前后空格不动", "第一行\n第二行", strings.Repeat("长", 20000),
	} {
		s = strings.TrimSpace(s)
		raw := xlsxOf(t, ReadLedger(&one(t, "题", s, inspection.RectifyChange{Goal: &s}).book, LedgerChoice{Today: 20770}))
		f, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range []string{"C4", "E4"} {
			if got, _ := f.GetCellValue(ledgerSheet, cell); got != s {
				t.Errorf("%.40q became %.40q", s, got)
			}
			if formula, _ := f.GetCellFormula(ledgerSheet, cell); formula != "" {
				t.Errorf("%.40q became the formula %q", s, formula)
			}
		}
		f.Close()
	}
}

// What a cell does not hold is told, in the workbook and beside it, and cannot
// be written over.
func TestLedgerTellsWhatIsCut(t *testing.T) {
	long := strings.Repeat("𠮷", 20000) // two each
	d := one(t, "题", "事", inspection.RectifyChange{Measures: &long})
	for i := range 3 {
		d.must(d.book.Report("f1", "p"+strconv.Itoa(i), inspection.Day(20766+i), strings.Repeat("进", 15000)))
	}
	g := ReadLedger(&d.book, LedgerChoice{Today: 20770})
	want := []inspection.Column{inspection.ColumnMeasures, inspection.ColumnHistory}
	cut := g.Cut()
	if len(cut) != 2 || cut[0].Column != want[0] || cut[1].Column != want[1] {
		t.Fatalf("cut: %v", cut)
	}
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, g)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	measures, _ := f.GetCellValue(ledgerSheet, "F4")
	if !strings.HasSuffix(measures, cutMark) || utf16Len(measures) > mostInCell || utf16Len(measures) < mostInCell-2 {
		t.Errorf("%d: %q", utf16Len(measures), measures[len(measures)-60:])
	}
	id, _ := f.GetCellStyle(ledgerSheet, "F4")
	if s, _ := f.GetStyle(id); s.Protection != nil && !s.Protection.Locked {
		t.Error("the school can write over what it does not see")
	}
	if history, _ := f.GetCellValue(ledgerSheet, "T4"); !strings.HasSuffix(history, "（另有1条"+historyMark) {
		t.Errorf("history ends %q", history[len(history)-90:])
	}
}

// The workbook's figures are the book's own, as the summary prints them, and
// formulas have their values.
func TestLedgerFiguresInWorkbook(t *testing.T) {
	b := sample(t)
	s := Summarize(b, 20770)
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, ReadLedger(b, LedgerChoice{Round: 1, Today: 20770}))))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, want := range s.Rounds[0].numbers() {
		if got, _ := f.GetCellValue(sumsSheet, at(i+2, 4)); got != strconv.Itoa(want) {
			t.Errorf("%s: %s, not %d", sumHead[i+1], got, want)
		}
	}
	if rate, _ := f.GetCellValue(sumsSheet, "I4", excelize.Options{RawCellValue: true}); rate != "0" {
		t.Errorf("rate %s", rate)
	}
	if formula, _ := f.GetCellFormula(sumsSheet, "I4"); formula != "C4/B4" {
		t.Errorf("rate is %s", formula)
	}
}

// Long words widen their column, so that rows stay as high as programs let them
// be; what is still too high is told.
func TestLedgerWidensForLongWords(t *testing.T) {
	some, far := strings.Repeat("按要求整改。", 100), strings.Repeat("按要求整改。", 3000)
	for words, clipped := range map[string]int{some: 0, far: 1} {
		g := ReadLedger(&one(t, "题", "事", inspection.RectifyChange{Measures: &words}).book, LedgerChoice{Today: 20770})
		f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, g)))
		if err != nil {
			t.Fatal(err)
		}
		width, _ := f.GetColWidth(ledgerSheet, "F")
		height, _ := f.GetRowHeight(ledgerSheet, 4)
		if width <= ledgerWidths[inspection.ColumnMeasures] || width > mostWidth || g.Clipped() != clipped || (height == mostHeight) != (clipped == 1) {
			t.Errorf("%d characters: %g wide, %g high, %d clipped", len(words)/3, width, height, g.Clipped())
		}
		f.Close()
	}
}

// An empty ledger is a workbook too.
func TestEmptyLedgerWorkbook(t *testing.T) {
	b := sample(t)
	xlsxOf(t, ReadLedger(b, LedgerChoice{Round: 2, Today: 20770}))
	xlsxOf(t, ReadStatistics(b, StatisticsChoice{School: "S9", Today: 20770}))
}

func TestRowHeight(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		lines int
	}{{"", 10, 1}, {"一二三四", 10, 1}, {"一二三四五", 10, 2}, {"a\nb\n", 10, 3}, {"abcdefghi", 10, 1}, {"abcdefghij", 10, 2},
		{"一二三四，", 10, 2}, {"一二三（四", 10, 2}, {"一二三四，五六七", 10, 3}, {"一二三四，五六七八", 10, 3}, {"ab cdefgh ij", 10, 2}} {
		if got := linesOf(c.text, c.width); got != c.lines {
			t.Errorf("%q in %g: %d lines, not %d", c.text, c.width, got, c.lines)
		}
	}
	if h := rowHeight([]string{strings.Repeat("字", 20000)}, []float64{10}); h != mostHeight {
		t.Errorf("%g high", h)
	}
}
