package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// Printed by LibreOffice, no character of what stands on paper is lost.
func TestWorkbooksPrinted(t *testing.T) {
	words := "一、对照要求补齐“台账”（２份）；\n二、=SUM(A1)、<b>&\"、@x、_x000D_、𠮷\n" + strings.Repeat("三、明确专人负责，建立台账，每月检查一次。", 12)
	b := &one(t, "题", "反馈的原话："+words, inspection.RectifyChange{Measures: &words, Goal: &words}).book
	books := map[string][]byte{
		"ledger":     xlsxOf(t, ReadLedger(b, LedgerChoice{Today: 20770})),
		"statistics": xlsxOf(t, ReadStatistics(sample(t), StatisticsChoice{Today: 20770})),
	}
	for name, pages := range printed(t, ".xlsx", books) {
		printed := runes(pages)
		for r, n := range runes(onPaper(t, books[name])) {
			if printed[r] < n {
				t.Errorf("%s: %q stands there %d times, and %d on paper", name, r, n, printed[r])
			}
		}
	}
}

// onPaper is all that the visible sheets say in the columns that are printed.
func onPaper(t *testing.T, raw []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		if visible, _ := f.GetSheetVisible(sheet); !visible {
			continue
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i, cell := range row {
				if sheet != ledgerSheet || i < 16 {
					b.WriteString(cell)
				}
			}
		}
	}
	return b.String()
}

func runes(s string) map[rune]int {
	all := map[rune]int{}
	for _, r := range s {
		if unicode.Is(unicode.Han, r) || unicode.IsLetter(r) {
			all[r]++
		}
	}
	return all
}
