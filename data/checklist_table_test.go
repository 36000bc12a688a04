package data

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/data/table"
	"xuncha/inspection"
)

// goodSheets are a small checklist as a workbook.
func goodSheets() map[string][][]string {
	return map[string][][]string{
		"要点": {
			{"编号", "板块", "要点", "看什么", "适用", "依据", "依据状态", "方式", "资料", "典型问题", "原编号"},
			{"1.01", "食堂", "陪餐制度", "看记录", "食堂", "某规定", "已核", "查阅资料、比对", "记录，近三年\n值班表", "补写", ""},
			{"1.02", "1", "采购验收", "", "", "", "", "", "", "", "1.01"},
			{"2.01", "2 财务", "收费公示", "", "公办、义务教育", "", "待核", "", "", "", ""},
		},
		"板块": {{"编号", "名称", "落实", "聚焦"}, {"1", "食堂", "2", "聚焦群众身边腐败问题和不正之风"}, {"2", "财务", "2", "2"}},
		"设置": {{"项目", "内容"}, {"清单", "试用清单"}, {"版本", "试-1"}},
	}
}

func workbookOf(t testing.TB, sheets map[string][][]string) []byte {
	t.Helper()
	x := excelize.NewFile()
	for _, name := range []string{"要点", "板块", "设置"} {
		if sheets[name] == nil {
			continue
		}
		if _, err := x.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range sheets[name] {
			for j, words := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if err := x.SetCellStr(name, cell, words); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readList(name string, raw []byte) (*inspection.Checklist, error) {
	f, err := table.Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, InFile(name, err)
	}
	return ReadChecklistTable(f)
}

func TestReadChecklistTable(t *testing.T) {
	list, err := readList("c.xlsx", workbookOf(t, goodSheets()))
	if err != nil {
		t.Fatal(err)
	}
	it := list.Item("1.01")
	if list.ID != "试-1" || list.Title != "试用清单" || list.Len() != 3 || len(list.Sections) != 2 || list.Sections[0].Focus != 2 ||
		it.Applies != inspection.IfCanteen || it.Methods != inspection.ByDocuments|inspection.ByCompare || len(it.Papers) != 2 || !it.Confirmed ||
		it.Papers[0] != "记录，近三年" || list.Item("1.02").From[0] != "1.01" || list.Item("2.01").Section != 2 ||
		list.Item("2.01").Applies != inspection.IfPublic|inspection.IfCompulsory {
		t.Errorf("read %+v", list)
	}
}

// Each case changes one cell of the good workbook and gives what must be said.
func TestChecklistTableFaults(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		row, column int
		cell, says  string
	}{
		{"an unknown column", "要点", 0, 3, "看甚么", "c.xlsx 要点!D1：不认识的列“看甚么”，是不是想写“看什么”？"},
		{"a column twice", "要点", 0, 3, "要点", "出现了两次"},
		{"no title column", "要点", 0, 2, "", "缺少列“要点”"},
		{"an unknown condition", "要点", 1, 4, "食唐", "c.xlsx 要点!E2：“适用”不认识“食唐”，可用：公办、民办、幼儿园、义务教育、食堂、寄宿、校车、集团、中小学，留空为全部学校，是不是想写“食堂”？"},
		{"an unknown method", "要点", 1, 7, "查阅资料、谈话", "c.xlsx 要点!H2：“方式”不认识“谈话”，可用：查阅资料、个别谈话、实地查看、问卷、比对，是不是想写“个别谈话”？"},
		{"an unknown state", "要点", 1, 6, "核过", "c.xlsx 要点!G2：“依据状态”不认识“核过”，可用：已核、待核"},
		{"an unknown section", "要点", 1, 1, "食唐", "c.xlsx 要点!B2：“板块”表里没有“食唐”，是不是想写“食堂”？"},
		{"no section", "要点", 1, 1, "", "c.xlsx 要点!B2：“板块”是空的"},
		{"a code twice", "要点", 2, 0, "1.01", "c.xlsx 要点!A3：要点编号“1.01”与 要点!A2 重复"},
		{"a wide code twice", "要点", 2, 0, "１．０１", "要点!A3：要点编号“1.01”与 要点!A2 重复"},
		{"a title twice", "要点", 2, 2, "陪餐制度", "c.xlsx 要点!C3：要点“陪餐制度”与 要点!C2 重复"},
		{"no code", "要点", 1, 0, "", "c.xlsx 要点!A2：“编号”是空的"},
		{"no title", "要点", 1, 2, "", "c.xlsx 要点!C2：“要点”是空的"},
		{"a code with a blank", "要点", 1, 0, "1 01", "c.xlsx 要点!A2：编号“1 01”不能用"},
		{"a long title", "要点", 1, 2, strings.Repeat("长", 201), "c.xlsx 要点!C2：“要点”有201字，最多200字"},
		{"a long text", "要点", 1, 3, strings.Repeat("长", 20_001), "c.xlsx 要点!D2：“看什么”有20001字，最多20000字"},
		{"a long paper", "要点", 1, 8, strings.Repeat("长", 201), "c.xlsx 要点!I2：资料“长长"},
		{"an origin that is no code", "要点", 1, 10, "第3条!", "c.xlsx 要点!K2：“原编号”“第3条!”不是编号"},
		{"a sum", "要点", 3, 0, "合计", "要点!第4行：这一行像合计行"},
		{"an unknown 落实", "板块", 1, 2, "5", "c.xlsx 板块!C2：“落实”不认识“5”，可用：1到4，或"},
		{"no 聚焦", "板块", 1, 3, "", "c.xlsx 板块!D2：“聚焦”是空的"},
		{"a section twice", "板块", 2, 0, "1", "c.xlsx 板块!A3：板块编号“1”与 板块!A2 重复"},
		{"a section's name twice", "板块", 2, 1, "食堂", "c.xlsx 板块!B3：板块名称“食堂”与 板块!B2 重复"},
		{"section 100", "板块", 2, 0, "100", "c.xlsx 板块!A3：“编号”应是1到99的整数，不是“100”"},
		{"no version", "设置", 2, 1, "", "没有写版本：请在“设置”表里写“版本”一行"},
		{"no title", "设置", 1, 1, "", "没有写清单名称"},
		{"an unknown setting", "设置", 2, 0, "版 号", "c.xlsx 设置!A3：不认识的设置“版 号”，可用：清单、版本"},
	} {
		sheets := goodSheets()
		sheets[c.sheet][c.row][c.column] = c.cell
		_, err := readList("c.xlsx", workbookOf(t, sheets))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
}

// All faults are told at once, sheet by sheet, and nothing is used.
func TestChecklistTableTellsAll(t *testing.T) {
	sheets := goodSheets()
	sheets["要点"][1][4], sheets["要点"][2][0], sheets["板块"][1][2], sheets["设置"][2][1] = "食唐", "1.01", "9", ""
	list, err := readList("c.xlsx", workbookOf(t, sheets))
	if list != nil || err == nil || strings.Count(err.Error(), "\n") != 3 {
		t.Errorf("%v", err)
	}
}

// An office's own table has the sections in its rows, under names of its own.
func TestOneTableWithSections(t *testing.T) {
	const text = "巡察要点一览表,,,,,,\n项目编号,类别,四个落实,四个聚焦,检查内容,版本,清单名称\n1,一、食堂,2,2,陪餐,甲-1,某清单\n2,一、食堂,2,2,验收,,\n3,财务,2,2,公示,甲-1,\n"
	list, err := readList("c.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Sections) != 2 || len(list.Sections[0].Items) != 2 || list.Sections[0].Name != "一、食堂" || list.ID != "甲-1" || list.Title != "某清单" {
		t.Errorf("%+v", list)
	}
	_, err = readList("c.csv", []byte("编号,板块,要点\n1,食堂,陪餐\n"))
	for _, says := range []string{"c.csv 第2行第2列：板块“食堂”没有写落实、聚焦", "没有写版本", "没有写清单名称"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("got\n%v\nwant …%s…", err, says)
		}
	}
}

// The kind of a file is told by what is in it.
func TestReadChecklistFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, raw []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	gbk := "\xc7\xe5\xb5\xa5: a\n\xb0\xe6\xb1\xbe: b\n" // 清单 and 版本
	deep := "清单: " + strings.Repeat("[", 400_000)
	bomb := "清单: &a [x,x,x,x,x,x,x,x,x]\n版本: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n板块: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n编号: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n要点: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n甲: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n乙: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n丙: [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n"
	for _, c := range []struct {
		name string
		raw  []byte
		says string // nothing: it is read
	}{
		{"a.xlsx", workbookOf(t, goodSheets()), ""},
		{"workbook.yaml", workbookOf(t, goodSheets()), ""},
		{"b.yaml", []byte(goodChecklist), ""},
		{"yaml.xlsx", []byte("# 注\n" + goodChecklist), ""},
		{"c.csv", []byte("编号,板块,落实,聚焦,要点,清单,版本\n1,食堂,2,2,陪餐,甲,乙\n"), ""},
		{"gbk.yaml", []byte(gbk), "不是 UTF-8 编码（可能是 GBK）"},
		{"utf16.yaml", []byte("\xff\xfe\x05\x6e\x55\x53"), "UTF-16"},
		{"wide.yaml", []byte("清单：甲\n版本：乙\n"), "全角冒号"},
		{"tab.yaml", []byte("清单: 甲\n板块:\n\t- 编号: 1\n"), "TAB"},
		{"deep.yaml", []byte(deep), "层次太深"},
		{"bomb.yaml", []byte(bomb), "没有字段"},
		{"big.yaml", []byte("清单: " + strings.Repeat("大", 1<<20)), "不像是要读的文件"},
		{"old.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), "旧格式"},
		{"paper.docx", []byte("%PDF-1.7"), "这是 PDF"},
		{"empty.yaml", nil, "空的"},
		{"words.txt", []byte("今天开会。\n"), "没有找到表头"},
		{"words.yml", []byte("今天开会。\n"), "清单应由“字段: 内容”组成"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := ReadChecklistFile(t.Context(), write(c.name, c.raw))
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
			t.Errorf("%s: %d MB", c.name, used>>20)
		}
		switch {
		case c.says == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
	if _, err := ReadChecklistFile(t.Context(), folder); err == nil || !strings.Contains(err.Error(), "文件夹") {
		t.Errorf("a folder: %v", err)
	}
	if _, err := ReadChecklistFile(t.Context(), filepath.Join(folder, "none")); !os.IsNotExist(unwrapped(err)) {
		t.Errorf("nothing there: %v", err)
	}
}

func unwrapped(err error) error {
	for {
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return err
		}
		if inner := u.Unwrap(); inner != nil {
			err = inner
			continue
		}
		return err
	}
}

func TestMeant(t *testing.T) {
	names := []string{"编号", "板块", "看什么", "依据状态"}
	for word, want := range map[string]string{
		"看甚么": "看什么", "依据情况": "依据状态", "板快": "板块", "分数": "", "完全是另一回事": "", "编号": "", strings.Repeat("长", 100): "",
	} {
		if got := meant(word, names); (want == "") != got.IsZero() || !strings.Contains(got.String(), want) {
			t.Errorf("%s: %s", word, got)
		}
	}
}

// A table that is read can be adopted, whatever it was made of.
func FuzzChecklistTable(f *testing.F) {
	f.Add("编号,板块,落实,聚焦,要点,清单,版本,适用,方式,资料,原编号\n1,食堂,2,2,陪餐,甲,乙,食堂,比对,\"a;\"\"b\"\"\",1.1\n")
	f.Add("项目,内容\n清单,甲\n")
	f.Add("编号\t板块\t要点\n１．１\t3 食堂\t陪餐\n合计\t\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := readList("f.csv", []byte(text))
		if err != nil {
			return
		}
		var b inspection.Book
		if _, err := b.Adopt(list); err != nil {
			t.Errorf("read, but not to be adopted: %v", err)
		}
		var again bytes.Buffer
		if err := WriteChecklist(&again, list); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadChecklist("f", &again); err != nil {
			t.Errorf("written, but not to be read: %v", err)
		}
	})
}

// Any bytes at all are read, or refused with a reason.
func FuzzChecklistFile(f *testing.F) {
	f.Add(workbookOf(f, goodSheets()))
	f.Add([]byte(goodChecklist))
	f.Add([]byte("\xc7\xe5\xb5\xa5: a\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := ReadChecklistFile(context.Background(), path)
		if (list == nil) == (err == nil) {
			t.Errorf("%v and %v", list, err)
		}
	})
}

// bigSheets are a checklist of n items.
func bigSheets(n int) map[string][][]string {
	sheets := goodSheets()
	row := sheets["要点"][1]
	sheets["要点"] = sheets["要点"][:1]
	for i := range n {
		one := append([]string{}, row...)
		one[0], one[2], one[3] = fmt.Sprintf("%d.%03d", i%2+1, i), fmt.Sprintf("要点第%d个", i), strings.Repeat("逐份核对记录、台账和凭证。", 8)
		sheets["要点"] = append(sheets["要点"], one)
	}
	return sheets
}

func TestChecklistsOfAnySize(t *testing.T) {
	for _, n := range []int{60, 195, 300} {
		list, err := readList("c.xlsx", workbookOf(t, bigSheets(n)))
		if err != nil || list.Len() != n {
			t.Errorf("%d items: %v", n, err)
		}
	}
}

// BenchmarkChecklist300 reads and checks a workbook of 300 items.
func BenchmarkChecklist300(b *testing.B) {
	raw := workbookOf(b, bigSheets(300))
	b.ReportAllocs()
	for b.Loop() {
		if list, err := readList("c.xlsx", raw); err != nil || list.Len() != 300 {
			b.Fatal(err)
		}
	}
}

// BenchmarkUnzip300 unpacks the same workbook and looks at nothing: no reader
// can be faster.
func BenchmarkUnzip300(b *testing.B) {
	raw := workbookOf(b, bigSheets(300))
	for b.Loop() {
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range z.File {
			part, err := f.Open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, part); err != nil {
				b.Fatal(err)
			}
		}
	}
}
