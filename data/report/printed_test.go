package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// Of the blank rows of a checklist few are framed, since a frame is printed;
// the others are as soon as somebody writes there.
func TestBlankRowsOnPaper(t *testing.T) {
	var b bytes.Buffer
	if err := WriteChecklistWorkbook(&b, nil); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for row, want := range map[int]bool{2: true, 1 + spareOnPaper: true, 2 + spareOnPaper: false, 1 + spareItems: false} {
		id, _ := x.GetCellStyle(itemSheet, at(3, row))
		style, err := x.GetStyle(id)
		if err != nil || (len(style.Border) > 0) != want || style.NumFmt != 49 {
			t.Errorf("row %d: %v %+v", row, err, style)
		}
	}
	rules, err := x.GetConditionalFormats(itemSheet)
	if err != nil || len(rules["A12:K201"]) != 1 || rules["A12:K201"][0].Criteria != "COUNTA($A12:$K12)>0" {
		t.Errorf("%v %+v", err, rules)
	}
}

// A chart is wider than high.
func TestChartLiesOnPaper(t *testing.T) {
	raw := xlsxOf(t, ReadLedger(sample(t), LedgerChoice{Today: inspection.Day(20770)}))
	sheet := part(t, raw, "xl/chartsheets/sheet5.xml")
	if !strings.Contains(sheet, `<pageSetup paperSize="9" orientation="landscape"></pageSetup><drawing `) {
		t.Errorf("%s", sheet)
	}
}
