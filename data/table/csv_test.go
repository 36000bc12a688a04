package table

import (
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func gbk(t testing.TB, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func utf16Of(s string, order binary.ByteOrder) string {
	raw := make([]byte, 2)
	order.PutUint16(raw, 0xfeff)
	for _, u := range utf16.Encode([]rune(s)) {
		raw = append(raw, 0, 0)
		order.PutUint16(raw[len(raw)-2:], u)
	}
	return string(raw)
}

// The same table comes out of every encoding, separator and end of line.
func TestEncodingsAndSeparators(t *testing.T) {
	const plain = "编号,学校名称,学校类型\nS001,示例一小,小学\nS002,\"示例,二小\",初中\n"
	texts := map[string]string{"comma": plain, "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"), "CR": strings.ReplaceAll(plain, "\n", "\r")}
	for name, sep := range map[string]string{"tab": "\t", "semicolon": ";", "wide comma": "，", "bar": "|"} {
		texts[name] = strings.ReplaceAll(strings.ReplaceAll(plain, "示例,二小", "示例@二小"), ",", sep)
	}
	for name, text := range texts {
		for encoding, raw := range map[string]string{
			"UTF-8": text, "UTF-8 with BOM": "\ufeff" + text, "GB18030": gbk(t, text),
			"UTF-16LE": utf16Of(text, binary.LittleEndian), "UTF-16BE": utf16Of(text, binary.BigEndian),
		} {
			_, got := found(t, &read(t, "a.csv", []byte(raw)).Sheets[0])
			want := "S001|示例一小|小学\nS002|示例,二小|初中"
			if s := strings.ReplaceAll(strings.Join(got, "\n"), "@", ","); s != want {
				t.Errorf("%s, %s: %s", name, encoding, s)
			}
		}
	}
}

func TestOneHanCharacterInGBK(t *testing.T) {
	raw := gbk(t, "id,校\n1,红旗小学")
	for _, c := range []struct{ raw, want string }{
		{raw, "校"}, {gbk(t, "id,校\n"), "校"}, {"id,校\n", "校"}, {gbk(t, "联通,校名"), "校名"}, {"编号,Ürümqi\n", "Ürümqi"},
	} {
		if got := read(t, "a.csv", []byte(c.raw)).Sheets[0].Rows[0].Cells[1]; got != c.want {
			t.Errorf("%q is read as %s, want %s", c.raw, got, c.want)
		}
	}
}

func TestQuotesThatDoNotMatch(t *testing.T) {
	for _, c := range []struct{ text, place string }{
		{"编号,名称\nS1,\"甲\nS2,乙\n", "第2行第2列"},
		{"编号,名称\nS1,甲\"乙\"丙\n", "第2行第2列"},
		{"编号;名称\nS1;\"甲\"乙;\n", "第2行第2列"},
		{"编号,名称\n\nS1,甲\n\"S2,乙\n", "第4行第1列"},
	} {
		_, err := Read(context.Background(), "a.csv", strings.NewReader(c.text), int64(len(c.text)))
		var faults Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Place.String() != c.place || !strings.Contains(err.Error(), "引号没有成对") {
			t.Errorf("%q: %v, want %s", c.text, err, c.place)
		}
	}
}

func TestGuardsAreTakenOff(t *testing.T) {
	f := read(t, "a.csv", []byte("编号,名称\n'=1+1,''=x\n'甲,\"'\"\"甲\"\"\"\n-5,'-5\n'＝1,'|a"))
	got := ""
	for _, r := range f.Sheets[0].Rows[1:] {
		got += strings.Join(r.Cells, " ") + "/"
	}
	if want := `=1+1 '=x/'甲 '"甲"/-5 -5/＝1 |a/`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What hides in text or turns it about is dropped; words keep their lines.
func TestCellsAreClean(t *testing.T) {
	raw := "编号,名称\n Ａ１２\u3000,\"示\u202e例\u200b\u00a0一小\n\t（北）\x01\ufffd \"\n"
	r := read(t, "a.csv", []byte(raw)).Sheets[0].Rows[1]
	if r.Cells[0] != "A12" || r.Cells[1] != "示例 一小  （北）" || r.wordsAt(2) != "示例 一小\n （北）" || r.wordsAt(1) != "Ａ１２" {
		t.Errorf("cells %q, words %v", r.Cells, r.words)
	}
	if w := words("e\u0301"); w != "é" {
		t.Errorf("not composed: %q", w)
	}
}

func TestLeftOutRowsAreNamed(t *testing.T) {
	text := "示例区名册,,\n填表日期：2026年,,\n编号,名称,片区\n\n,,\nS1,甲,东\n小计,1,\n编号,名称,片区\nS2,乙,西\n合计（所）,2,\n,,\n注：以上,,\n填表人：某,,审核人：某\n"
	tab, got := found(t, &read(t, "a.csv", []byte(text)).Sheets[0])
	if strings.Join(got, " ") != "S1|甲|||||东 S2|乙|||||西" {
		t.Errorf("records %v", got)
	}
	left := map[int]Reason{}
	for _, l := range tab.Left {
		for line := l.Line; line <= l.To; line++ {
			left[line] = l.Reason
		}
	}
	for line, want := range []Reason{0, Above, Above, Heading, Blank, Blank, 0, Total, Heading, 0, Total, Blank, Remark, Remark} {
		if left[line] != want {
			t.Errorf("line %d: %s, want %s", line, left[line], want)
		}
	}
}

func TestHeadsThatCannotBeUsed(t *testing.T) {
	for _, c := range []struct{ text, says string }{
		{"甲,乙\n1,2\n", "没有找到表头"},
		{"编号,学段\n1,小学\n", "第1行：缺少列“名称”（也可以叫：学校名称、校名、单位）"},
		{"编号,名称,校名\n1,甲,乙\n", "第1行第3列：列“名称”出现了两次，前一次在 第1行第2列"},
		{"编号,名称,学校类型,学段\n1,甲,,小学\n", "第1行第4列：列“学段”出现了两次"},
	} {
		_, err := read(t, "a.csv", []byte(c.text)).Sheets[0].Find(schools)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %v, want …%s…", c.text, err, c.says)
		}
	}
}

// Heads are known with blanks, stars, brackets and other width.
func TestHeadsAsPeopleWriteThem(t *testing.T) {
	tab, got := found(t, &read(t, "a.csv", []byte("*学校 编号：,校　名（全称）,学段(必填),联系电话\n1,甲,小学,88\n")).Sheets[0])
	if strings.Join(got, "") != "1|甲|小学" || len(tab.Unknown) != 1 || tab.Unknown[0].Says.String() != "联系电话" || tab.Unknown[0].Place.String() != "第1行第4列" {
		t.Errorf("%v %+v", got, tab.Unknown)
	}
}

// Lines within a cell are no blank ones.
func TestCellsOfSeveralLines(t *testing.T) {
	tab, got := found(t, &read(t, "a.csv", []byte("编号,名称,片区\n1,\"甲\n校\",\"东\r\n\r\n街\"\n2,乙,\n\n\n3,丙,\n")).Sheets[0])
	if len(got) != 3 || got[0] != "1|甲 校|||||东  街" {
		t.Errorf("%q", got)
	}
	if len(tab.Left) != 2 || tab.Left[1] != (Left{Line: 7, To: 8, Reason: Blank}) {
		t.Errorf("left out %v", tab.Left)
	}
}
