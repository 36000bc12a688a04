package table

import (
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		name   string
		value  any
		format int // number of a built-in format
		want   Form
		text   string
	}{
		{"text", "S001", 0, Plain, "S001"},
		{"text of 18 digits", "110101000000012345", 0, Plain, "110101000000012345"},
		{"text like a number", "1.10", 0, Plain, "1.10"},
		{"whole", 7, 0, Plain, "7"},
		{"whole of 15 digits", 999999999999999, 0, Plain, "999999999999999"},
		{"16 digits", 1000000000000000, 0, Cut, "1000000000000000"},
		{"18 digits", 110101000000012345, 0, Cut, "110101000000012000"},
		{"18 digits in a format", 110101000000012345, 1, Cut, "110101000000012000"},
		{"power", 1e17, 0, Cut, "100000000000000000"},
		{"a code that became a power", 12000, 11, Cut, "12000"},
		{"fraction", 1.5, 0, Fraction, "1.5"},
		{"below zero", -3, 0, Fraction, "-3"},
		{"per cent", 1, 9, Fraction, "100%"},
		{"day", 46349, 14, Date, "2026-11-23"},
		{"truth", true, 0, YesNo, "TRUE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw := workbookOf(t, func(x *excelize.File, s string) {
				style, _ := x.NewStyle(&excelize.Style{NumFmt: c.format})
				err := errors.Join(x.SetSheetRow(s, "A1", &[]string{"编号", "名称"}), x.SetCellValue(s, "A2", c.value), x.SetCellStyle(s, "A2", "A2", style),
					x.MergeCell(s, "A2", "A3"), x.SetCellValue(s, "B2", "甲"), x.SetCellValue(s, "B3", "乙"))
				if err != nil {
					t.Fatal(err)
				}
			})
			tab, err := read(t, "a.xlsx", raw).Pick("", schools)
			if err != nil {
				t.Fatal(err)
			}
			if len(tab.Records()) != 2 {
				t.Fatalf("%d records", len(tab.Records()))
			}
			for _, r := range tab.Records() { // the second is merged with the first
				if got := r.Form("编号"); got != c.want || r.Text("编号") != c.text || r.Form("片区") != Plain {
					t.Errorf("line %d: %s is %d, not %d", r.Line(), r.Text("编号"), got, c.want)
				}
			}
		})
	}
}

// A spreadsheet that saves csv writes numbers of many digits as it shows them.
func TestFormOfText(t *testing.T) {
	for text, want := range map[string]Form{
		"1.10101E+17": Cut, "1e+17": Cut, "110101000000012345": Plain, "E+1": Plain, "1E5": Plain, "A1.2E+3": Plain, "1.5": Plain, "": Plain,
	} {
		if got := formOfText(text); got != want {
			t.Errorf("%s is %d", text, got)
		}
	}
}
