package report

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

func TestStatisticsForm(t *testing.T) {
	b := sample(t)
	s := ReadStatistics(b, StatisticsChoice{Today: 20770, Head: "5e5e"})
	compare(t, "statistics-xlsx.txt", []byte(dump(t, xlsxOf(t, s))))
	for f, name := range map[Format]string{CSV: "statistics.csv", JSON: "statistics.json"} {
		var out bytes.Buffer
		if err := s.Write(&out, f, inspection.Chinese); err != nil {
			t.Fatal(err)
		}
		compare(t, name, out.Bytes())
	}
}

// Each number is the book's, in every format; rows add up to the total; what
// the book has not is a dash with a reason.
func TestStatisticsAreTheBooks(t *testing.T) {
	b := sample(t)
	s := ReadStatistics(b, StatisticsChoice{Round: 1, Today: 20770})
	want := b.StatisticsIn(1)
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out bytes.Buffer
	if err := s.Write(&out, JSON, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	var read statisticsJSON
	if err := json.Unmarshal(out.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for sheet, form := range map[string][]figure{formSheet: statisticsForm(), rectifiedSheet: rectifiedForm()} {
		last := 4 + len(s.Rounds[0].Schools)
		for i, c := range columnsOf(form) {
			cell, _ := f.GetCellValue(sheet, at(i+3, last))
			switch {
			case c.rate:
				continue
			case c.of == nil:
				if cell != "—" || read.Rounds[0].Total.Numbers[c.key] != nil || read.Unknown[c.key] == "" {
					t.Errorf("%s: %q, %q", c.key, cell, read.Unknown[c.key])
				}
				continue
			}
			sum := int64(0)
			for j := range s.Rounds[0].Schools {
				sum += c.of(&s.Rounds[0].Schools[j].Statistics)
			}
			n := c.of(&want)
			if checked++; cell != strconv.FormatInt(n, 10) || *read.Rounds[0].Total.Numbers[c.key] != n || sum != n {
				t.Errorf("%s: %s in the workbook, %d in JSON, rows add up to %d, the book has %d", c.key, cell, *read.Rounds[0].Total.Numbers[c.key], sum, n)
			}
		}
	}
	if checked < 15 {
		t.Errorf("only %d numbers were checked", checked)
	}
	if n := *read.Rounds[0].Total.Numbers["talks"]; n != 7 {
		t.Errorf("%d talks", n)
	}
}

// The hash of the book is printed whole: what does not fit on a line goes on on
// the next.
func TestStatisticsShowTheWholeHash(t *testing.T) {
	s := ReadStatistics(sample(t), StatisticsChoice{Today: 20770, Head: strings.Repeat("5e", 32)})
	f, err := excelize.OpenReader(bytes.NewReader(xlsxOf(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	merges, err := f.GetMergeCells(rectifiedSheet)
	if err != nil || len(merges) != 1 || merges[0].GetStartAxis() != "A2" || merges[0].GetEndAxis() != columnName(len(columnsOf(rectifiedForm()))+2)+"2" {
		t.Errorf("the line runs over %v, %v", merges, err)
	}
	high, err := f.GetRowHeight(rectifiedSheet, 2)
	if err != nil || high < 2*lineHeight {
		t.Errorf("the line is %v high, %v", high, err)
	}
}
