package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// dump is a workbook as text: what each sheet holds, how it looks, and what it
// lets people do.
func dump(t *testing.T, raw []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		visible, _ := f.GetSheetVisible(sheet)
		fmt.Fprintf(&b, "# %s visible=%t\n", sheet, visible)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if rows == nil {
			b.WriteString("(chart)\n")
			continue
		}
		for r := range rows {
			for c, value := range rows[r] {
				dumpCell(t, &b, f, sheet, at(c+1, r+1), value)
			}
			if height, _ := f.GetRowHeight(sheet, r+1); height != 15 {
				fmt.Fprintf(&b, "row %d is %g high\n", r+1, height)
			}
		}
		dumpRules(&b, f, sheet)
	}
	for _, name := range f.GetDefinedName() {
		fmt.Fprintf(&b, "%s = %s (%s)\n", name.Name, name.RefersTo, name.Scope)
	}
	return b.String()
}

func dumpCell(t *testing.T, b *strings.Builder, f *excelize.File, sheet, cell, value string) {
	kind, _ := f.GetCellType(sheet, cell)
	formula, _ := f.GetCellFormula(sheet, cell)
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	form := fmt.Sprint(s.NumFmt)
	if s.CustomNumFmt != nil {
		form = *s.CustomNumFmt
	}
	lock := "locked"
	if s.Protection != nil && !s.Protection.Locked {
		lock = "open"
	}
	if value == "" && lock == "locked" {
		return
	}
	fmt.Fprintf(b, "%s %q type=%d format=%s %s", cell, value, kind, form, lock)
	if formula != "" {
		fmt.Fprintf(b, " formula=%s", formula)
	}
	b.WriteString("\n")
}

func dumpRules(b *strings.Builder, f *excelize.File, sheet string) {
	validations, _ := f.GetDataValidations(sheet)
	for _, v := range validations {
		fmt.Fprintf(b, "%s allows %s %s %s error=%t\n", v.Sqref, v.Type, v.Formula1, v.Formula2, v.ShowErrorMessage)
	}
	formats, _ := f.GetConditionalFormats(sheet)
	for _, cells := range slices.Sorted(keys(formats)) {
		for _, c := range formats[cells] {
			fmt.Fprintf(b, "%s coloured where %s\n", cells, c.Criteria)
		}
	}
	if protection, err := f.GetSheetProtection(sheet); err == nil && protection.SelectLockedCells {
		fmt.Fprintf(b, "protected; may filter=%t sort=%t\n", protection.AutoFilter, protection.Sort)
	}
	panes, _ := f.GetPanes(sheet)
	foot, _ := f.GetHeaderFooter(sheet)
	layout, _ := f.GetPageLayout(sheet)
	if layout.Size != nil && foot != nil {
		fmt.Fprintf(b, "frozen=%t %d,%d paper=%d %s foot=%q\n", panes.Freeze, panes.XSplit, panes.YSplit, *layout.Size, *layout.Orientation, foot.OddFooter)
	}
	for c := 1; c <= 40; c++ {
		if visible, _ := f.GetColVisible(sheet, columnName(c)); !visible {
			fmt.Fprintf(b, "column %s is hidden\n", columnName(c))
		}
	}
}

func keys[K comparable, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// worksheetOrder is the order in which the schema has the children of a sheet.
var worksheetOrder = []string{
	"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
	"scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
	"dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
	"cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
	"webPublishItems", "tableParts", "extLst",
}

var workbookOrder = []string{
	"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
	"definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "extLst",
}

// checkParts finds parts that are not well-formed, and children that are not in
// the order of the schema: spreadsheets are strict there.
func checkParts(t *testing.T, raw []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for _, part := range z.File {
		var order []string
		switch {
		case strings.HasPrefix(part.Name, "xl/worksheets/sheet"):
			order = worksheetOrder
			sheets++
		case part.Name == "xl/workbook.xml":
			order = workbookOrder
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := inOrder(r, order); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		r.Close()
	}
	if sheets == 0 {
		t.Error("there is no sheet")
	}
}

func inOrder(r io.Reader, order []string) error {
	d := xml.NewDecoder(r)
	depth, place := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 && order != nil {
				next := slices.Index(order, e.Name.Local)
				if next < place {
					return fmt.Errorf("%s is not in its place", e.Name.Local)
				}
				place = next
			}
		case xml.EndElement:
			depth--
		}
	}
}

// A checker that lets everything pass would check nothing.
func TestOrderIsChecked(t *testing.T) {
	for _, wrong := range []string{
		"<worksheet><cols/><sheetViews/></worksheet>", "<worksheet><sheetData/><other/></worksheet>", "<worksheet><sheetData></worksheet>",
	} {
		if inOrder(strings.NewReader(wrong), worksheetOrder) == nil {
			t.Errorf("%s passes", wrong)
		}
	}
}

// What a killed program left of a long workbook goes; what is being written stays.
func TestSweepWorkbooks(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp) // of Windows
	old, busy := newWorkbook("甲"), newWorkbook("乙")
	long := time.Now().Add(-2 * time.Hour)
	if err := errors.Join(os.WriteFile(filepath.Join(old.folder, "half"), nil, 0o600), os.Chtimes(old.folder, long, long)); err != nil {
		t.Fatal(err)
	}
	if err := SweepWorkbooks(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(old.folder); !errors.Is(err, fs.ErrNotExist) {
		t.Error("left:", err)
	}
	if _, err := os.Lstat(busy.folder); err != nil {
		t.Error("taken away:", err)
	}
	if err := errors.Join(old.close(), busy.close()); err != nil {
		t.Error(err)
	}
}
