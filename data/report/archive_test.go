package report

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// Whatever a school or a file is called, its name in an archive stays in the
// folder and is one that every system takes.
func TestArchiveNames(t *testing.T) {
	for _, name := range []string{
		"../../x", "..", ".", "CON", "nul.txt", "a/b\\c:d*e?f\"g<h>i|j", "\u202e倒过来", "一\n二\x00三", strings.Repeat("长", 500), "x. . ", "=cmd|'x'!A1", "名.tar.gz", ".bashrc", "无后缀",
		"x." + strings.Repeat("e", 300), "",
	} {
		var b inspection.Book
		a := &archive{Book: &b}
		a.evidence(inspection.Evidence{Name: name})
		for _, got := range []string{a.classes[12][0].Name, a.put(5, name, ".docx", 0, nil).Name, ArchiveFolder(&b, 1, inspection.SchoolCode(name))} {
			switch {
			case filepath.Base(got) != got, strings.ContainsAny(got, `/\:*?"<>|`), len(got) > 255, !utf8.ValidString(got),
				strings.HasPrefix(got, "."), strings.HasSuffix(got, "."), strings.HasSuffix(got, " "), strings.ContainsFunc(got, unicode.IsControl),
				strings.ContainsRune(got, '\u202e'):
				t.Errorf("%q became %q", name, got)
			}
			if got[2] != '-' && got[3] != '_' { // no CON, NUL, COM1 …: a number stands first
				t.Errorf("%q became %q", name, got)
			}
		}
	}
}

// The list of an archive has a line for each file, and text stays text.
func TestArchiveContents(t *testing.T) {
	var out bytes.Buffer
	err := ArchiveContents(&out, []Filing{{Number: "01-001", Class: "巡察安排", Title: "=1+1", Name: "01-001_a.csv", Size: 3, SHA256: "ab", Round: 2}})
	if want := "\ufeff序号,件号,类别,题名,轮次,文件,字节,SHA-256,备注\r\n1,01-001,巡察安排,'=1+1,2,01-001_a.csv,3,ab,\r\n"; err != nil || out.String() != want {
		t.Errorf("%v\n%q\n%q", err, out.String(), want)
	}
}

// A workbook of tables is the same each time, and has all rows as text.
func TestWorkbookOf(t *testing.T) {
	rows := func(yield func([]string) bool) {
		for i := range 30 {
			if !yield([]string{fmt.Sprint(i), "=cmd|' /C calc'!A0", "甲\x00\u202e乙", strings.Repeat("长", 40_000)}) {
				return
			}
		}
	}
	var sheets []Sheet
	for _, name := range []string{"schools", "plan", "findings", "facts"} {
		sheets = append(sheets, Sheet{Name: name, Title: "学校", Keys: []string{"a", "b", "c", "d"}, Says: []string{"甲", "乙", "丙", "丁"}, Rows: rows})
	}
	var first bytes.Buffer
	if err := WorkbookOf(t.Context(), &first, sheets); err != nil {
		t.Fatal(err)
	}
	for range 6 { // the library's order changes from run to run
		var again bytes.Buffer
		if err := WorkbookOf(t.Context(), &again, sheets); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("the same tables gave other bytes")
		}
	}
	f, err := excelize.OpenReader(&first)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetRows("schools")
	if err != nil || len(got) != 31 || got[30][0] != "29" || got[1][1] != "=cmd|' /C calc'!A0" || got[1][2] != "甲乙" || !strings.HasSuffix(got[1][3], cutMark) {
		t.Fatal(err, len(got), got[1][:3])
	}
	if formula, err := f.GetCellFormula("schools", "B2"); err != nil || formula != "" {
		t.Error(formula, err)
	}
	style, err := f.GetCellStyle("schools", "B2")
	if s, err2 := f.GetStyle(style); err != nil || err2 != nil || s.NumFmt != 49 {
		t.Errorf("%v %v %+v", err, err2, s)
	}
}
