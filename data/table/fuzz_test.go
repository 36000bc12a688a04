package table

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Whatever the bytes are, they are a table with clean cells or a named error.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"csv.xlsx", "traps.xlsx", "old.xls", "page.xls"} {
		raw, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	for _, text := range []string{"编号,名称\n1,\"甲\n乙\"\n", "编号；名称\n", "\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n", "\xff\xfe1\x00,\x002\x00", "'=1\t|，;", "\"", "PK\x03\x04"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { checkRead(t, raw) })
}

// FuzzSheet has a sheet's XML made of any bytes, which a zip would hide.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>甲&amp;</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte(`<!-- > --><x:c s="1"><![CDATA[]]></x:c>`))
	f.Add([]byte(`<row><c><f>1</f><v/></c><c t="e"><v>#N/A</v></c></row>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkRead(t, madeBook(t, text(string(raw)), text(`<sst><si><t>甲</t></si></sst>`)))
	})
}

func checkRead(t *testing.T, raw []byte) {
	file, err := Read(context.Background(), "f", bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		var strange *Strange
		var faults Faults
		if !errors.As(err, &strange) && !errors.As(err, &faults) {
			t.Fatalf("an error without a name: %v", err)
		}
		return
	}
	for i := range file.Sheets {
		s := &file.Sheets[i]
		last := 0
		for _, r := range s.Rows {
			if r.Line <= last || len(r.Cells) > maxColumns {
				t.Fatalf("line %d after %d with %d cells", r.Line, last, len(r.Cells))
			}
			last = r.Line
			for _, cell := range r.Cells {
				if !utf8.ValidString(cell) || strings.ContainsAny(cell, "\n\r\t\x00\u202e\ufeff\u3000") || strings.TrimSpace(cell) != cell {
					t.Fatalf("cell %q is not clean", cell)
				}
			}
		}
		checkParted(t, s)
	}
}

// checkParted: every row is a record, or left out for a reason.
func checkParted(t *testing.T, s *Sheet) {
	tab, err := s.Find(schools)
	if err != nil {
		return
	}
	lines := map[int]int{}
	for _, r := range tab.Records() {
		lines[r.Line()]++
	}
	for _, l := range tab.Left {
		if l.Reason == 0 || l.To < l.Line {
			t.Fatalf("left %+v", l)
		}
		if l.Line == l.To {
			lines[l.Line]++
		}
	}
	for _, r := range s.Rows {
		if lines[r.Line] != 1 {
			t.Fatalf("line %d is told %d times", r.Line, lines[r.Line])
		}
	}
}

// manySchools is a roster of n rows as a workbook and as csv in GBK, with names
// of 27 characters.
func manySchools(t testing.TB, n int) (book, csv []byte) {
	t.Helper()
	x := excelize.NewFile()
	w, err := x.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	row := func(line int, cells ...any) {
		at, e := excelize.CoordinatesToCellName(1, line)
		err = errors.Join(err, e, w.SetRow(at, cells))
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(c.(string))
		}
		b.WriteString("\r\n")
	}
	row(1, "学校编号", "学校名称", "学校类型", "办学性质", "有无食堂", "是否寄宿", "所属片区", "备注")
	for i := range n {
		row(i+2, code(i), longName(i), "完小", "公办", "有", "无", "示例片区", "")
	}
	var out bytes.Buffer
	if err = errors.Join(err, w.Flush(), x.Write(&out), x.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), []byte(gbk(t, b.String()))
}

func code(i int) string { return "S" + padded(plainNumber(float64(i+1)), 5) }

// longName has 27 characters, as the longest real ones do.
func longName(i int) string {
	const digits = "〇一二三四五六七八九"
	name := "示例市示例区第"
	for _, d := range padded(plainNumber(float64(i)), 5) {
		name += string([]rune(digits)[d-'0'])
	}
	return name + "实验学校附属九年一贯制分校区"
}

func TestManySchools(t *testing.T) {
	for _, n := range []int{61, 10_000} {
		book, csv := manySchools(t, n)
		for name, raw := range map[string][]byte{"xlsx": book, "GBK csv": csv} {
			columns := []Column{{Name: "编号", Also: []string{"学校编号"}}, {Name: "名称", Also: []string{"学校名称"}}}
			tab, err := read(t, "a", raw).Pick("", columns)
			if err != nil || len(tab.Records()) != n || len(tab.Left) != 1 {
				t.Fatalf("%s of %d: %v", name, n, err)
			}
			last := tab.Records()[n-1]
			if utf8.RuneCountInString(last.Text("名称")) < 26 || last.Text("名称") != longName(n-1) || last.Text("编号") != code(n-1) {
				t.Errorf("%s: the last is %s %s", name, last.Text("编号"), last.Text("名称"))
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	book, csv := manySchools(b, 10_000)
	for name, raw := range map[string][]byte{"xlsx": book, "gbk": csv} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(context.Background(), "a", bytes.NewReader(raw), int64(len(raw))); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("control: excelize", func(b *testing.B) {
		for b.Loop() {
			x, err := excelize.OpenReader(bytes.NewReader(book))
			if err == nil {
				_, err = x.GetRows("Sheet1")
			}
			if err = errors.Join(err, x.Close()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkStyledToTheLastRow(b *testing.B) {
	raw := hostileSheet(b)
	for b.Loop() {
		if _, err := Read(context.Background(), "a", bytes.NewReader(raw), int64(len(raw))); err != nil {
			b.Fatal(err)
		}
	}
}
