package data

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"xuncha/inspection"
)

// readRoster reads a roster from text.
func readRoster(name, text string) (inspection.Roster, error) {
	r, err := readRosterFile(name, text)
	if err != nil {
		return nil, err
	}
	return r.Roster, nil
}

func readRosterFile(name, text string) (*RosterFile, error) {
	f, err := builtinTable(name, []byte(text))
	if err != nil {
		return nil, err
	}
	return ReadRoster(f, "")
}

func TestBuiltinRoster(t *testing.T) {
	r, err := BuiltinRoster()
	if err != nil {
		t.Fatal(err)
	}
	if len(r) != 61 || r[0].Name != "红旗小学" || r[0].Stage != inspection.Primary || r[60].Name != "待录入 61" || r[60].Code != "S061" {
		t.Fatalf("%d schools: %+v … %+v", len(r), r[0], r[len(r)-1])
	}
	for i, s := range r {
		if s.Order != i+1 || s.Ownership != inspection.OwnershipUnknown || s.Known != 0 {
			t.Errorf("%s claims more than is known: %+v", s.Code, s)
		}
	}
}

func TestReadRoster(t *testing.T) {
	text := "\ufeff名称,编号,特征,学段,办学,备注\r\n" +
		"\"示例,一小\",Ａ１,食堂、无寄宿,小学,民办,'=1\r\n,,,\r\n示例二小 , A2\r\n"
	r, err := readRoster("r.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	want := inspection.Roster{
		{Code: "A1", Name: "示例,一小", Stage: inspection.Primary, Ownership: inspection.Private,
			Traits: inspection.Canteen, Known: inspection.Canteen | inspection.Boarding, Note: "=1", Order: 1},
		{Code: "A2", Name: "示例二小", Order: 2},
	}
	if len(r) != 2 || r[0] != want[0] || r[1] != want[1] {
		t.Errorf("got %+v", r)
	}
}

func TestRosterFaults(t *testing.T) {
	const head = "编号,名称,学段,办学,特征\n"
	for _, c := range []struct{ name, text, says string }{
		{"nothing", "", "文件是空的"},
		{"blanks", " \n\n", "文件里没有内容"},
		{"no school", head, "名册里没有学校"},
		{"no heads", "S1,甲\nS2,乙\n", "没有找到表头"},
		{"missing column", "编号,学段\nS1,小学", "第1行：缺少列“名称”"},
		{"repeated column", "编号,名称,校名\n", "第1行第3列：列“名称”出现了两次"},
		{"stage", head + "S1,甲,中学,公办,", "第2行第3列：“学段”不认识“中学”，可用：幼儿园、"},
		{"ownership", head + "S1,甲,小学,混办,", "第2行第4列：“办学”不认识“混办”"},
		{"trait", head + "S1,甲,,,泳池", "第2行第5列：“特征”不认识“泳池”"},
		{"both", head + "S1,甲,,,食堂、无食堂", "第2行第5列：“特征”里“食堂”和“无食堂”只能写一个"},
		{"trait column", "名称,食堂\n甲,外包", "第2行第2列：“食堂”不认识“外包”，可用：有、无"},
		{"traits at odds", "名称,特征,是否有食堂\n甲,食堂,无", "第2行第3列：“食堂”里“食堂”和“无食堂”只能写一个"},
		{"groups at odds", "名称,集团,集团名称\n甲,红集团,蓝集团", "第2行第2列：“集团”是“红集团”，“教育集团”却是“蓝集团”"},
		{"closed", "名称,状态\n甲,待定", "第2行第2列：“停办”不认识“待定”"},
		{"code twice", head + "S1,甲,,,\nS1,乙,,,", "第3行第1列：编号“S1”与第2行重复"},
		{"name twice", head + "S1,甲,,,\n\nS2,甲 ,,,", "第4行第2列：名称“甲”与第2行重复"},
		{"no name", head + "S1,,,,", "第2行第2列：“名称”是空的"},
		{"code", head + "\"S 1\",甲,,,", "第2行第1列：编号“S 1”不能用"},
		{"too many", head + "S1,甲,,,,,多", "第2行第7列：这一行比表头多出“多”"},
		{"quote", head + "S1,\"甲,,,\nS2,乙,,,", "第2行第2列：引号没有成对"},
		{"neither", head + "S1,\xff\xff,,,", "第2行：文字既不是 UTF-8 也不是 GBK"},
		{"all at once", head + "S1,甲,中学,,\nS1,,,,", "第3行第2列"},
	} {
		_, err := readRoster("r.csv", c.text)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
}

// A roster that is read can be compared with a book and taken over, and then
// nothing is left to change.
func FuzzRoster(f *testing.F) {
	f.Add("编号,名称,学段,办学,特征,片区,教育集团,停办,备注\nS1,甲,小学,公办,食堂、无寄宿,东,示例集团,停办,\"好\"", true)
	f.Add("序号；学校名称；集团；状态\n1；甲；有；2026.7.31\n；乙；红；\n合计；2\n", false)
	f.Fuzz(func(t *testing.T, text string, remove bool) {
		r, err := readRosterFile("f", text)
		if err != nil {
			return
		}
		b := founded(t)
		for n := range 2 {
			c, err := b.CompareRoster(r.Incoming, 20_000, remove)
			if err != nil {
				t.Fatalf("read, but not to be compared: %v", err)
			}
			fact, err := c.Fact()
			if (err == nil) != (n == 0) {
				t.Fatalf("time %d: %v, %d writes", n, err, len(fact.Writes))
			}
			b.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: uint64(n) + 2, Hash: inspection.Hash{byte(n) + 2}, Fact: fact})
		}
	})
}

// founded is a book with a campaign and nothing else.
func founded(t testing.TB) *inspection.Book {
	t.Helper()
	var b inspection.Book
	f, err := b.Found(inspection.Campaign{ID: "c", Title: "试", Zone: inspection.BeijingZone})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: 1, Fact: f})
	return &b
}

func TestRosterAsOfficesHaveIt(t *testing.T) {
	text := "示例区学校一览表,,,,,,,,\n序号,单位名称,办学层次,公办/民办,有无食堂,寄宿制,校车,所属街道,状态\n" +
		"1,示例一小,完小,公立,√,×,,东街,正常\n2,示例二校,九年一贯制,私立,有,部分寄宿,是,,停办\n3,示例三园,幼,民办园,否,,,,2026年7月31日\n4,示例四中,高级中学,教育部门办,,住校,,,\n合计,4,,,,,,,\n"
	_, err := readRosterFile("r.csv", text)
	if err == nil || !strings.Contains(err.Error(), "第6行第6列：“寄宿”不认识“住校”") {
		t.Fatalf("a word unknown: %v", err)
	}
	r, err := readRosterFile("r.csv", strings.Replace(text, "住校", "寄宿制", 1))
	if err != nil {
		t.Fatal(err)
	}
	day, _ := inspection.ParseDay("2026-07-31")
	want := inspection.Roster{
		{Code: "1", Name: "示例一小", Stage: inspection.Primary, Ownership: inspection.Public, Traits: inspection.Canteen, Known: inspection.Canteen | inspection.Boarding, Area: "东街", Order: 1},
		{Code: "2", Name: "示例二校", Stage: inspection.NineYear, Ownership: inspection.Private, Traits: inspection.Canteen | inspection.Boarding | inspection.Bus, Known: inspection.Canteen | inspection.Boarding | inspection.Bus, Order: 2, Closed: inspection.ClosedSomeday},
		{Code: "3", Name: "示例三园", Stage: inspection.Kindergarten, Ownership: inspection.Private, Known: inspection.Canteen, Order: 3, Closed: day},
		{Code: "4", Name: "示例四中", Stage: inspection.Senior, Ownership: inspection.Public, Traits: inspection.Boarding, Known: inspection.Boarding, Order: 4},
	}
	if !slices.Equal(r.Roster, want) {
		t.Errorf("got\n%+v\nwant\n%+v", r.Roster, want)
	}
	if !r.Numbered || r.Traits != inspection.Canteen|inspection.Boarding|inspection.Bus || slices.Contains(r.Says, inspection.SchoolNote) || !slices.Contains(r.Says, inspection.SchoolClosed) {
		t.Errorf("numbered %v, traits %v, says %v", r.Numbered, r.Traits, r.Says)
	}
	if len(r.Left) != 3 || r.Lines[3] != 6 {
		t.Errorf("left %v, lines %v", r.Left, r.Lines)
	}
}

func TestGroupIsANameOrYes(t *testing.T) {
	r, err := readRosterFile("r.csv", "名称,集团\n甲,示例集团\n乙,有\n丙,无\n丁,\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		group string
		has   inspection.Holds
	}{{"示例集团", inspection.Yes}, {"", inspection.Yes}, {"", inspection.No}, {"", inspection.Unknown}} {
		s := r.Roster[i]
		if s.Group != want.group || inspection.IfGroup.Of(&s) != want.has {
			t.Errorf("%s: %q %v", s.Name, s.Group, inspection.IfGroup.Of(&s))
		}
	}
}

// Names that are made to harm stay text, or are a fault with its place.
func TestHostileNames(t *testing.T) {
	for _, c := range []struct{ name, becomes string }{
		{"=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"},
		{"<script>alert(1)</script>", "<script>alert(1)</script>"},
		{"../../etc/passwd", "../../etc/passwd"},
		{"示例\u202e小一", "示例小一"},
		{"示例\x01\x7f一\u200b小", "示例一小"},
		{"示例\n一小", "示例 一小"},
		{strings.Repeat("长", 27), strings.Repeat("长", 27)},
	} {
		for kind, raw := range map[string][]byte{
			"csv":  []byte("编号,名称\nS1,\"" + c.name + "\"\n"),
			"xlsx": rosterBook(t, [][]string{{"编号", "名称"}, {"S1", c.name}}),
		} {
			f, err := builtinTable("r", raw)
			if err != nil {
				t.Fatal(err)
			}
			r, err := ReadRoster(f, "")
			if err != nil || len(r.Roster) != 1 || r.Roster[0].Name != c.becomes && !(kind == "xlsx" && strings.Contains(c.name, "\x01")) {
				t.Errorf("%s %q: %v %+v", kind, c.name, err, r)
			}
		}
	}
	for kind, raw := range map[string][]byte{
		"r 第2行第2列":    []byte("编号,名称\nS1," + strings.Repeat("长", 32_768) + "\n"),
		"r Sheet1!B2": rosterBook(t, [][]string{{"编号", "名称"}, {"S1", strings.Repeat("长", 32_767)}}),
	} {
		f, err := builtinTable("r", raw)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = ReadRoster(f, ""); err == nil || !strings.HasPrefix(err.Error(), kind+"：“名称”有3276") {
			t.Errorf("%.60v, want %s", err, kind)
		}
	}
}

// rosterBook is a workbook of one sheet with these rows.
func rosterBook(t testing.TB, rows [][]string) []byte {
	t.Helper()
	x := excelize.NewFile()
	w, err := x.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = cell
		}
		err = errors.Join(err, w.SetRow(fmt.Sprintf("A%d", i+1), cells))
	}
	var b bytes.Buffer
	if err = errors.Join(err, w.Flush(), x.Write(&b), x.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// manyRows is a roster of n schools with names of 27 characters.
func manyRows(n int) [][]string {
	rows := [][]string{{"学校编号", "学校名称", "学校类型", "办学性质", "有无食堂", "是否寄宿", "所属片区", "备注"}}
	for i := range n {
		rows = append(rows, []string{fmt.Sprintf("S%05d", i+1), fmt.Sprintf("示例市示例区第%05d实验学校附属九年一贯制校区", i+1), "完小", "公办", "有", "无", "示例片区", ""})
	}
	return rows
}

func csvOf(t testing.TB, rows [][]string) []byte {
	t.Helper()
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, ",") + "\r\n")
	}
	out, err := simplifiedchinese.GB18030.NewEncoder().String(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// Rosters of any length come out as they went in, and every double is told at
// once.
func TestLongRosters(t *testing.T) {
	for _, n := range []int{61, 10_000} {
		rows := manyRows(n)
		var both []inspection.Roster
		for name, raw := range map[string][]byte{"xlsx": rosterBook(t, rows), "GBK": csvOf(t, rows)} {
			f, err := builtinTable(name, raw)
			if err != nil {
				t.Fatal(err)
			}
			r, err := ReadRoster(f, "")
			if err != nil || len(r.Roster) != n {
				t.Fatalf("%s of %d: %v", name, n, err)
			}
			both = append(both, r.Roster)
		}
		if !slices.Equal(both[0], both[1]) || both[0][n-1].Name != rows[n][1] {
			t.Errorf("%d schools: a workbook and csv differ", n)
		}
		rows[7][1], rows[9][0] = rows[5][1], rows[5][0]
		f, err := builtinTable("双.xlsx", rosterBook(t, rows))
		if err != nil {
			t.Fatal(err)
		}
		_, err = ReadRoster(f, "")
		want := "双.xlsx Sheet1!B8：名称" + quote(rows[5][1]) + "与Sheet1!第6行重复\n双.xlsx Sheet1!A10：编号“S00005”与Sheet1!第6行重复"
		if err == nil || err.Error() != want {
			t.Errorf("doubles: %v", err)
		}
	}
}

// A roster of 10,000 schools is read and compared; the control reads the same
// bytes and nothing more.
func BenchmarkRosterOf10000(b *testing.B) {
	rows := manyRows(10_000)
	book := founded(b)
	f, err := builtinTable("r", csvOf(b, rows))
	if err != nil {
		b.Fatal(err)
	}
	r, err := ReadRoster(f, "")
	if err != nil {
		b.Fatal(err)
	}
	change, err := book.CompareRoster(r.Incoming, 20_000, false)
	if err != nil {
		b.Fatal(err)
	}
	fact, err := change.Fact()
	if err != nil {
		b.Fatal(err)
	}
	book.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: 2, Fact: fact})
	rows[17][1] += "新"
	for name, raw := range map[string][]byte{"xlsx": rosterBook(b, rows), "GBK": csvOf(b, rows)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f, err := builtinTable("r", raw)
				if err != nil {
					b.Fatal(err)
				}
				r, err := ReadRoster(f, "")
				if err != nil {
					b.Fatal(err)
				}
				if c, err := book.CompareRoster(r.Incoming, 20_000, false); err != nil || len(c.Changed) != 1 {
					b.Fatal(err, len(c.Changed))
				}
			}
		})
		b.Run(name+", control: only the table", func(b *testing.B) {
			for b.Loop() {
				if _, err := builtinTable("r", raw); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+", control: only the bytes", func(b *testing.B) {
			for b.Loop() {
				if n := len(plainBytes(b, raw)); n == 0 {
					b.Fatal("nothing")
				}
			}
		})
	}
}

// plainBytes unpacks what is packed, and copies what is not.
func plainBytes(b *testing.B, raw []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return bytes.Clone(raw)
	}
	var all []byte
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err = errors.Join(err, r.Close()); err != nil {
			b.Fatal(err)
		}
		all = append(all, part...)
	}
	return all
}

// Heads as forms print them, with remarks in brackets anywhere.
func TestRosterHeads(t *testing.T) {
	for _, heads := range []string{
		"学校（机构）标识码,学校（机构）名称", "标识码,学校（园所）名称", "单位编码,单位（学校）全称", "校代码,巡察对象", "机构代码,被巡察党组织",
	} {
		r, err := readRoster("a.csv", heads+"\nA1,示例一小\nA2,示例二小\n")
		if err != nil || len(r) != 2 || r[1].Code != "A2" || r[1].Name != "示例二小" {
			t.Errorf("%s: %v %v", heads, r, err)
		}
	}
}
