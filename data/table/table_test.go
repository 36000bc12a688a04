package table

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// schools are the columns that most tests look for.
var schools = []Column{
	{Name: "编号", Also: []string{"学校编号", "序号"}},
	{Name: "名称", Also: []string{"学校名称", "校名", "单位"}, Needed: true},
	{Name: "学段", Also: []string{"学校类型"}},
	{Name: "食堂"}, {Name: "寄宿"},
	{Name: "日期"},
	{Name: "片区"},
}

func read(t *testing.T, name string, raw []byte) *File {
	t.Helper()
	f, err := Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// workbookOf makes a workbook as f fills it.
func workbookOf(t testing.TB, f func(x *excelize.File, sheet string)) []byte {
	t.Helper()
	x := excelize.NewFile()
	f(x, "Sheet1")
	var b bytes.Buffer
	if err := errors.Join(x.Write(&b), x.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// found reads a table and tells each record as its cells under the columns.
func found(t *testing.T, s *Sheet) (*Table, []string) {
	t.Helper()
	tab, err := s.Find(schools)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range tab.Records() {
		var cells []string
		for _, c := range schools {
			cells = append(cells, r.Text(c.Name))
		}
		all = append(all, strings.TrimRight(strings.Join(cells, "|"), "|"))
	}
	return tab, all
}

func TestTitleTwoHeadsMergedBlankTotal(t *testing.T) {
	raw := workbookOf(t, func(x *excelize.File, s string) {
		for cell, v := range map[string]any{
			"A1": "示例区学校基本情况表（编号 名称）",
			"A2": "填报单位：示例局",
			"A3": "学校 编号", "B3": "校 名", "C3": "住宿与就餐", "E3": "学校类型（必填）", "F3": "片区", "G3": "日期",
			"C4": "食堂", "D4": "寄宿",
			"A5": "Ｓ００１", "B5": " 示例一小　", "C5": "有", "D5": "无", "E5": "小学", "F5": "东片", "G5": 46349,
			"A6": "S002", "B6": "示例\u202e二小\u200b", "E6": "小学",
			"A8": "S003", "B8": "示例三小", "E8": "完小", "F8": "西片",
			"A9": "合计", "B9": 3,
			"A10": "注：数据截至本月",
		} {
			if err := x.SetCellValue(s, cell, v); err != nil {
				t.Fatal(err)
			}
		}
		date, _ := x.NewStyle(&excelize.Style{NumFmt: 14})
		err := errors.Join(x.MergeCell(s, "A1", "G1"), x.MergeCell(s, "A3", "A4"), x.MergeCell(s, "C3", "D3"), x.MergeCell(s, "F5", "F7"),
			x.SetCellStyle(s, "G5", "G5", date))
		if err != nil {
			t.Fatal(err)
		}
	})
	tab, got := found(t, &read(t, "名册.xlsx", raw).Sheets[0])
	want := []string{"S001|示例一小|小学|有|无|2026-11-23|东片", "S002|示例二小|小学||||东片", "S003|示例三小|完小||||西片"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	why := ""
	for _, l := range tab.Left {
		why += l.Reason.String() + " "
	}
	if why != "表头上方 表头上方 表头 表头 空行 合计行 注释行 " {
		t.Errorf("left out: %s", why)
	}
	if p := tab.Records()[2].Place("学段"); p.String() != "Sheet1!E8" {
		t.Errorf("place %s", p)
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct{ id, code, stored, shown string }{
		{"0", "", "24", "24"},
		{"0", "", "0.30000000000000004", "0.3"},
		{"0", "", "110101199001011234", "110101199001011000"},
		{"0", "", "1.0E+3", "1000"},
		{"9", "", "0.85", "85%"},
		{"14", "", "46349", "2026-11-23"},
		{"22", "", "46349.333333333336", "2026-11-23 08:00"},
		{"31", "", "46349", "2026-11-23"},
		{"20", "", "0.3333333333", "08:00"},
		{"164", "000", "7", "007"},
		{"164", `"S"000`, "7", "S007"},
		{"164", `\S000"号"`, "7", "S007号"},
		{"164", `yyyy"年"m"月"d"日";@`, "46349", "2026-11-23"},
		{"164", `[$-804]yyyy年m月`, "46327", "2026-11-01"},
		{"164", `m"月"d"日"`, "46349", "2026-11-23"},
		{"164", `0.00E+00`, "1234", "1234"},
		{"164", `General"人"`, "24", "24"},
		{"164", `#,##0.00_);[Red]\(#,##0.00\)`, "24", "24"},
		{"164", `0"元"`, "24", "24元"},
		{"164", `h:mm`, "0.5", "12:00"},
		{"14", "", "1", "1900-01-01"},
		{"14", "", "61", "1900-03-01"},
		{"14", "", "-3", "-3"},
		{"14", "", "nonsense", "nonsense"},
	} {
		if got := styleOf(c.id, c.code).number(c.stored, false); got != c.shown {
			t.Errorf("%s %s: %s shows %s, want %s", c.id, c.code, c.stored, got, c.shown)
		}
	}
	if got := (style{day: true}).number("44887", true); got != "2026-11-23" {
		t.Errorf("from 1904: %s", got)
	}
}
