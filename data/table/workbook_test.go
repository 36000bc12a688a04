package table

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The files in testdata were saved by LibreOffice 7.4:
// soffice --headless --convert-to xlsx --infilter=CSV:44,34,76 of a csv became
// csv.xlsx, and that again old.xls and page.xls (html:"HTML (StarCalc)");
// traps.fods, written by hand, became traps.xlsx.
func TestSavedByLibreOffice(t *testing.T) {
	for _, c := range []struct {
		file, left, faults string
		records            []string
	}{
		{"csv.xlsx", "表头上方 表头上方 表头 空行 合计行 注释行 ", "",
			[]string{"S001|示例一小|完小||否", "S002|示例二中|初级中学||是", "S003|示例实验幼儿园|幼"}},
		{"traps.xlsx", "表头上方 表头 表头 合计行 ", "名册 2026!D6：公式算出的是错误 #DIV/0!",
			[]string{"001|示例一小|小学|TRUE|无|2026-11-23|东片", "002|示例二小|小学||||东片", "003|示例三中（北校区）|初中"}},
	} {
		f, err := ReadFile(context.Background(), "testdata/"+c.file)
		if err != nil {
			t.Fatal(err)
		}
		columns := append([]Column{}, schools...)
		columns[4].Also = []string{"是否寄宿"}
		tab, err := f.Pick("", columns)
		if err != nil {
			t.Fatalf("%s: %v", c.file, err)
		}
		_, got := found(t, tab.Sheet())
		if c.file == "csv.xlsx" {
			got = nil
			for _, r := range tab.Records() {
				got = append(got, strings.TrimRight(strings.Join([]string{r.Text("编号"), r.Text("名称"), r.Text("学段"), "", r.Text("寄宿")}, "|"), "|"))
			}
		}
		if strings.Join(got, "\n") != strings.Join(c.records, "\n") {
			t.Errorf("%s: got\n%s", c.file, strings.Join(got, "\n"))
		}
		left := ""
		for _, l := range tab.Left {
			left += l.Reason.String() + " "
		}
		if left != c.left || tab.Faults.Error() != c.faults {
			t.Errorf("%s: left out %s, faults %v", c.file, left, tab.Faults)
		}
	}
	for file, says := range map[string]string{"old.xls": "旧格式的表格", "page.xls": "网页（HTML）"} {
		if _, err := ReadFile(context.Background(), "testdata/"+file); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestHiddenRowsAreReadAndCounted(t *testing.T) {
	f, err := ReadFile(context.Background(), "testdata/traps.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Sheets) != 3 || f.Sheets[1].HiddenRows != 1 || !f.Sheets[2].Hidden || f.Sheets[0].Hidden {
		t.Errorf("%+v", f.Sheets)
	}
}

func TestPick(t *testing.T) {
	raw := workbookOf(t, func(x *excelize.File, s string) {
		var err error
		for _, name := range []string{"2025年", "2026 年", "汇总", "藏"} {
			_, e := x.NewSheet(name)
			err = errors.Join(err, e)
		}
		for _, name := range []string{"2025年", "2026 年", "藏"} {
			err = errors.Join(err, x.SetSheetRow(name, "A1", &[]string{"编号", "名称"}), x.SetSheetRow(name, "A2", &[]string{"S1", name}))
		}
		err = errors.Join(err, x.SetSheetRow("汇总", "A1", &[]string{"合计", "3"}), x.SetSheetVisible("藏", false))
		if err != nil {
			t.Fatal(err)
		}
	})
	f := read(t, "a.xlsx", raw)
	if _, err := f.Pick("", schools); err == nil || !strings.Contains(err.Error(), "有 2 张工作表都像要读的表，请指明读哪一张：2025年、2026 年") {
		t.Errorf("two that fit: %v", err)
	}
	for _, name := range []string{"2026年", "２０２５年", "藏"} {
		if tab, err := f.Pick(name, schools); err != nil || len(tab.Records()) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := f.Pick("2027", schools); err == nil || !strings.Contains(err.Error(), "没有名为“2027”的工作表，有：Sheet1、2025年、2026 年、汇总、藏（隐藏）") {
		t.Errorf("none of that name: %v", err)
	}
	f.Sheets = f.Sheets[3:4]
	if _, err := f.Pick("", schools); err == nil || !strings.Contains(err.Error(), "汇总：没有找到表头") {
		t.Errorf("none that fits: %v", err)
	}
}

// sheetOf is a sheet with these rows, which may use the strings of an sst part.
func sheetOf(t *testing.T, rows, sst string) *Sheet {
	t.Helper()
	f := read(t, "a.xlsx", madeBook(t, text(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<!-- by hand > --><x:worksheet xmlns:x="main"><x:sheetData>`+rows+`</x:sheetData></x:worksheet>`), text("<sst>"+sst+"</sst>")))
	return &f.Sheets[0]
}

func TestCellsOfEveryKind(t *testing.T) {
	sst := `<si><t>甲 &amp; 乙 &lt;b&gt;</t></si><si><r><t xml:space="preserve">示例 </t></r><r><rPr><b/></rPr><t>一小</t></r><rPh sb="0" eb="1"><t>シ</t></rPh><phoneticPr/></si><si><t/></si><si><t>a_x000D_b_x005F_x000D_</t></si><si><t>&#20013;&#x5B66;&nope;&</t></si>`
	for cell, want := range map[string]string{
		`<x:c r="A1" t="s"><x:v>0</x:v></x:c>`:                                            "甲 & 乙 <b>",
		`<c r="A1" t="s"><v>1</v></c>`:                                                    "示例 一小",
		`<c r="A1" t="s"><v>2</v></c>`:                                                    "",
		`<c r="A1" t="s"><v>3</v></c>`:                                                    "a b_x000D_",
		`<c r="A1" t="s"><v>4</v></c>`:                                                    "中学&nope;&",
		`<c r="A1" t="inlineStr"><is><t>内</t></is></c>`:                                   "内",
		`<c r="A1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c>`:             "内联",
		`<c r="A1" t="inlineStr"><is><t><![CDATA[<b> & ]]></t></is></c>`:                  "<b> &",
		`<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>`:              "a b_x000D_",
		`<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>`:                             "a b_x000D_",
		`<c r="A1" t="str"><f>A2&amp;"x"</f><v>算出</v></c>`:                                "算出",
		`<c r="A1" t="b"><v>1</v></c>`:                                                    "TRUE",
		`<c r="A1" t="d"><v>2026-11-23T00:00:00</v></c>`:                                  "2026-11-23",
		`<c r="A1" t="d"><v>2026-11-23T08:30:00Z</v></c>`:                                 "2026-11-23 08:30",
		`<c r='A1' x='a>b'><v>12</v></c>`:                                                 "12",
		`<c r="A1" note="a&gt;b > c"><v>12</v></c>`:                                       "12",
		`<c><v>1.50</v></c>`:                                                              "1.5",
		`<c r="A1"/>`:                                                                     "",
		`<c r="A1"><f>1+1</f></c>`:                                                        "",
		`<c r="A1" t="inlineStr"><is><t>` + strings.Repeat("长", 32_768) + `</t></is></c>`: strings.Repeat("长", 32_768),
		`<c r="A1" t="inlineStr"><is><t>=cmd|'/C calc'!A0</t></is></c>`:                   "=cmd|'/C calc'!A0",
		`<c r="A1" t="inlineStr"><is><t>'=1</t></is></c>`:                                 "'=1", // guards are ours in csv alone
	} {
		s := sheetOf(t, `<row r="1">`+cell+`</row>`, sst)
		got := ""
		if len(s.Rows) > 0 {
			got = s.Rows[0].Cells[0]
		}
		if got != want {
			t.Errorf("%.80s is %.40q, want %.40q", cell, got, want)
		}
	}
}

func TestCellsWithoutAValueAreTold(t *testing.T) {
	s := sheetOf(t, `<row r="1"><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>别的</t></is></c></row>`+
		`<row r="2"><c><v>1</v></c><c><f>VLOOKUP(A2,x,2)</f></c><c t="e"><v>#REF!</v></c></row>`, "")
	tab, _ := found(t, s)
	if got := tab.Faults.Error(); got != "名册!B2：公式没有存下算出的值；请用 Excel 或 WPS 打开，另存后再读" {
		t.Errorf("told %s; column C is nobody's", got)
	}
}

// A formula that came to an empty text has a value: nothing.
func TestFormulasThatComeToNothing(t *testing.T) {
	const heads = `<row r="1"><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>名称</t></is></c></row>`
	s := sheetOf(t, heads+`<row r="2"><c t="str"><f>IF(X1="","",X1)</f><v></v></c><c t="inlineStr"><is><t>甲</t></is></c></row>`+
		`<row r="3"><c t="str"><f>IF(X2="","",X2)</f><v/></c><c t="str"><f>X2&amp;""</f><v></v></c></row>`, "")
	tab, got := found(t, s)
	if len(got) != 1 || got[0] != "|甲" || len(tab.Faults) > 0 {
		t.Errorf("%v %v", got, tab.Faults)
	}
}

// Rows with nothing but errors are no blank ones, and each error is told,
// however many there are in columns that nobody reads.
func TestRowsOfErrors(t *testing.T) {
	rows := `<row r="1"><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>别的</t></is></c></row>`
	for range 2000 {
		rows += `<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="e"><v>#N/A</v></c></row>`
	}
	tab, got := found(t, sheetOf(t, rows+`<row><c/><c/><c t="e"><v>#N/A</v></c></row><row><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c></row>`, ""))
	if len(got) != 2001 || len(tab.Faults) != 2 || tab.Faults.Error() != "名册!A2003：公式算出的是错误 #N/A\n名册!B2003：公式算出的是错误 #REF!" {
		t.Errorf("%d records: %v", len(got), tab.Faults)
	}
	if n := len(tab.Left); n != 2 || tab.Left[1].Line != 2002 || tab.Left[1].Reason != Blank {
		t.Errorf("left out: %v", tab.Left)
	}
}

// What stands below no head is not read, and that is told.
func TestColumnsWithoutHead(t *testing.T) {
	tab, _ := found(t, sheetOf(t, `<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="C1" t="inlineStr"><is><t>名称</t></is></c></row>`+
		`<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row>`+
		`<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>9</v></c><c r="C3"><v>2</v></c><c r="E3"><v>9</v></c></row>`+
		`<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>9</v></c><c r="C4"><v>2</v></c></row>`, ""))
	if got := Faults(tab.Unknown).Error(); got != "名册!B3：B列（没有列名）\n名册!E3：E列（没有列名）" {
		t.Errorf("told %s", got)
	}
}

func TestBrokenWorkbooks(t *testing.T) {
	for name, rows := range map[string]string{
		"rows out of order":  `<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>`,
		"a cell elsewhere":   `<row r="1"><c r="A9"><v>1</v></c></row>`,
		"cells out of order": `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`,
		"a row too far":      `<row r="1048577"><c><v>1</v></c></row>`,
		"no such string":     `<row r="1"><c t="s"><v>7</v></c></row>`,
		"ends in a cell":     `<row r="1"><c><v>1`,
		"a DTD":              `<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"><c><v>&a;</v></c></row>`,
	} {
		raw := madeBook(t, text(`<worksheet><sheetData>`+rows), text("<sst/>"))
		_, err := Read(context.Background(), "a.xlsx", strings.NewReader(string(raw)), int64(len(raw)))
		var strange *Strange
		if !errors.As(err, &strange) || !strings.Contains(strange.Says.String(), "已损坏") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Merged cells say the same in each of their places, and a row that has nothing
// else is blank.
func TestMergedCells(t *testing.T) {
	s := sheetOf(t, `<row r="1"><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>片区</t></is></c></row>`+
		`<row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>东</t></is></c></row>`+
		`<row r="3"><c t="inlineStr"><is><t>乙</t></is></c><c r="B3"/></row><row r="4"><c r="A4"/></row><row r="5"><c t="inlineStr"><is><t>丙</t></is></c></row>`+
		`</sheetData><mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="nonsense"/></mergeCells><sheetData>`, "")
	tab, got := found(t, s)
	if strings.Join(got, " ") != "|甲|||||东 |乙|||||东 |丙" || len(tab.Left) != 2 || tab.Left[1] != (Left{4, 4, Blank, ""}) {
		t.Errorf("%v %+v", got, tab.Left)
	}
}

// Nothing of a workbook is left in the folder of temporary files.
func TestNothingIsUnpackedToDisk(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	read(t, "a.xlsx", madeBook(t, times(1_000_000, `<worksheet><sheetData>`, `<row><c s="1"/></row>`, `</sheetData></worksheet>`), text("<sst/>")))
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 0 {
		t.Errorf("%v %v", left, err)
	}
}
