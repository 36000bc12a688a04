package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
)

// written is the document in its file.
func written(t testing.TB, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sound fails where Check finds something.
func sound(t testing.TB, file []byte) {
	t.Helper()
	for _, says := range Check(bytes.NewReader(file), int64(len(file))) {
		t.Error(says)
	}
}

// inside is one part of a file.
func inside(t testing.TB, file []byte, name string) string {
	t.Helper()
	p, err := unpack(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := p.part(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// textOf reads the text back: a line for each paragraph.
func textOf(t testing.TB, document string) string {
	t.Helper()
	var b strings.Builder
	text := false
	_, err := walk([]byte(document), func(_ *xml.Decoder, _ []xml.Name, token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			text = short(e.Name) == "w:t"
			switch short(e.Name) {
			case "w:br":
				b.WriteByte('\n')
			case "w:tab":
				b.WriteByte('\t')
			}
		case xml.EndElement:
			text = false
			if short(e.Name) == "w:p" {
				b.WriteByte('\n')
			}
		case xml.CharData:
			if text {
				b.Write(e)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func cell(s Style, text string) Cell { return Cell{Paragraphs: []Paragraph{Text(s, text)}} }

func head(text string) Cell {
	return Cell{Paragraphs: []Paragraph{Text(InHead, text)}, Shaded: true}
}

// everything uses all that there is.
func everything() *Document {
	rounds := []string{"第一轮", "第二轮", "第三轮"}
	two := []Series{{Name: "符合", Values: []float64{3, 5, 12}}, {Name: "基本符合", Values: []float64{1, 0, 2}, Colour: "BF9000"}}
	d := &Document{Title: "示例", Header: "示例 · 非涉密", Body: []Block{
		Text(Title, "关于巡察示例一小领导班子的\n反馈意见"), Text(Centre, "（第一轮）"), Text(Address, "示例一小党支部："),
		Text(Body, strings.Repeat("按照“三轮”工作安排，本组——对学校领导班子进行了巡察……现将情况反馈如下。", 3)),
		Paragraph{Style: Heading1, Runs: []Run{{Text: "一、总体评价"}}, Next: true}, Text(Heading2, "（一）主要做法"), Text(Heading3, "1. 制度建设"),
		Paragraph{Style: Body, Runs: []Run{{Text: "重点", Bold: true}, {Text: "下划", Underline: true}, {Text: "不适用", Grey: true}}},
		Text(Signed, "示例巡察组\n2026年11月27日"), Break{},
		Text(FormTitle, "问题底稿"),
		Table{Widths: []int{1, 3, 1, 1}, Head: 1, Rows: []Row{
			{Cells: []Cell{head("序号"), head("要点"), {Paragraphs: head("评定").Paragraphs, Shaded: true, Span: 2}}},
			{Cells: []Cell{{Paragraphs: []Paragraph{Text(InCentre, "1")}, Down: 2}, cell(InCell, "集体决策"), cell(InNumber, "12"), {}}},
			{Cells: []Cell{cell(InCell, "会议记录"), cell(InNumber, "98.71%")}},
			{Cells: []Cell{cell(InCell, "签字")}, Height: 20, Long: true},
		}},
		Table{Plain: true, Rows: []Row{{Cells: []Cell{cell(InCell, "承办人："), cell(InCell, "组长：")}}}},
		Text(Note, "口径：见总表。"),
		Chart{Kind: Bars, Title: "各板块", Labels: []string{"议事决策", "财务", "食堂"}, Series: []Series{{Name: "不符合", Values: []float64{3, 0, 12}}}, Height: 60, Says: "各板块不符合数"},
		Chart{Kind: Stacked, Labels: rounds, Series: two, Height: 60}, Break{Landscape: true},
		Chart{Kind: Columns, Labels: rounds, Series: two, Height: 60}, Chart{Kind: Lines, Labels: rounds, Series: two}, Break{},
	}}
	rows := []Row{{Cells: []Cell{head("列一"), head("列二")}}}
	for i := range 60 {
		rows = append(rows, Row{Cells: []Cell{cell(InCell, fmt.Sprint(i+1)), cell(InCell, strings.Repeat("很长的内容", i%20))}})
	}
	d.Body = append(d.Body, Table{Head: 1, Widths: []int{1, 3}, Rows: rows})
	return d
}

func TestEverythingIsSound(t *testing.T) {
	file := written(t, everything())
	sound(t, file)
	if !bytes.Equal(file, written(t, everything())) {
		t.Error("the same document gave other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s has the time %s", f.Name, f.Modified)
		}
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Error("the types do not come first")
	}
}

func TestOddDocuments(t *testing.T) {
	table := func(rows ...Row) *Document { return &Document{Body: []Block{Table{Head: 9, Rows: rows}}} }
	for name, d := range map[string]*Document{
		"nothing":              {},
		"break only":           {Body: []Block{Break{}}},
		"breaks":               {Body: []Block{Break{Landscape: true}, Break{Landscape: true}, Break{}, Break{}, Text(Body, "a"), Break{Landscape: true}}},
		"no rows":              table(),
		"a row without cells":  table(Row{}),
		"two tables":           {Body: []Block{Table{}, Table{}, Break{}, Table{}}},
		"ragged":               table(Row{Cells: make([]Cell, 3)}, Row{Cells: make([]Cell, 1)}, Row{}),
		"too deep":             table(Row{Cells: []Cell{{Down: 9}, {Down: 2}}}, Row{}),
		"hanging on the right": table(Row{Cells: []Cell{{}, {}, {Down: 3, Span: 2}}}, Row{Cells: make([]Cell, 1)}, Row{Cells: make([]Cell, 5)}),
		"span over a hanging":  table(Row{Cells: []Cell{{}, {Down: 2}}}, Row{Cells: []Cell{{Span: 3}, {}}}),
		"too many widths":      {Body: []Block{Table{Widths: []int{1, 0, -3, 4, 5}, Rows: []Row{{Cells: make([]Cell, 2)}}}}},
		"an empty chart":       {Body: []Block{Chart{}}},
		"a ragged chart":       {Body: []Block{Chart{Labels: []string{"a"}, Series: []Series{{Values: []float64{math.NaN(), 2, 3}, Colour: `"/>`}, {}}}}},
		"no such style":        {Body: []Block{Text(200, "a")}},
	} {
		t.Run(name, func(t *testing.T) { sound(t, written(t, d)) })
	}
}

// TestHostileText: what people type stays what they typed, wherever it stands.
func TestHostileText(t *testing.T) {
	for _, c := range []struct{ name, in, out string }{
		{"markup", `</w:t><b>&amp;"'`, `</w:t><b>&amp;"'`},
		{"what XML cannot carry", "甲\x00\x0b\x1b\uFFFE乙\U0001FFFF", "甲乙"},
		{"turned round", "甲\u202E\u2066\u200F乙", "甲乙"},
		{"rare and emoji", "𠮷👨‍👩‍👧‍👦①㎡", "𠮷👨‍👩‍👧‍👦①㎡"},
		{"not UTF-8", "甲\xff乙", "甲\uFFFD乙"},
		{"line ends", "甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"},
		{"spaces", "  甲　\t 乙 ", "  甲　\t 乙 "},
		{"long", strings.Repeat("长", 32768), strings.Repeat("长", 32768)},
		{"formula and path", "=cmd|'/C calc'!A0 ../../x", "=cmd|'/C calc'!A0 ../../x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Document{Title: c.in, Header: c.in, Body: []Block{
				Text(Body, c.in), Table{Rows: []Row{{Cells: []Cell{cell(InCell, c.in)}}}},
				Chart{Title: c.in, Labels: []string{c.in}, Says: c.in, Series: []Series{{Name: c.in, Values: []float64{1}, Colour: c.in}}},
			}}
			file := written(t, d)
			sound(t, file)
			if got, want := textOf(t, inside(t, file, "word/document.xml")), c.out+"\n"+c.out+"\n\n\n"; got != want {
				t.Errorf("got %.80q, want %.80q", got, want)
			}
		})
	}
}

// TestRulesOfPage: what library-facts calls the rules that the writer must keep.
func TestRulesOfPage(t *testing.T) {
	file := written(t, everything())
	document, styles := inside(t, file, "word/document.xml"), inside(t, file, "word/styles.xml")
	if n, hints := strings.Count(document, "<w:r><w:rPr>"), strings.Count(document, `w:hint="eastAsia"`); n == 0 || n != hints {
		t.Errorf("%d runs with %d hints", n, hints)
	}
	for _, want := range []string{`w:w="11906" w:h="16838"`, `w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"`, `w:linePitch="579"`, `w:w="16838" w:h="11906" w:orient="landscape"`, "<w:tblHeader/>", "<w:cantSplit/>", `<w:vMerge w:val="restart"/>`, `<w:gridSpan w:val="2"/>`, `descr="各板块不符合数"`, `<w:footerReference w:type="even"`} {
		if !strings.Contains(document, want) {
			t.Errorf("document.xml lacks %s", want)
		}
	}
	for _, face := range []string{fangsong, biaosong, heiti, kaiti} {
		if !strings.Contains(styles, faces(face)) {
			t.Errorf("no style has the face %s for all characters", face)
		}
		if !strings.Contains(inside(t, file, "word/fontTable.xml"), `w:name="`+face+`"><w:altName`) {
			t.Errorf("nothing stands in for %s", face)
		}
	}
	if !strings.Contains(inside(t, file, "word/settings.xml"), "evenAndOddHeaders") {
		t.Error("odd and even pages are alike")
	}
	if odd, even := inside(t, file, "word/footer_default.xml"), inside(t, file, "word/footer_even.xml"); !strings.Contains(odd, `w:jc w:val="right"`) || !strings.Contains(even, `w:jc w:val="left"`) {
		t.Error("the page number is not outside")
	}
}

// full is a disk without room after some bytes.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestWriteFails(t *testing.T) {
	whole := len(written(t, everything()))
	for left := 0; left < whole; left += whole / 7 {
		if err := everything().Write(&full{left}); err == nil {
			t.Errorf("no error with room for %d of %d bytes", left, whole)
		}
	}
}

// FuzzWrite: any text in is the same text out.
func FuzzWrite(f *testing.F) {
	f.Add("甲", "<b>&\"", uint8(0), 1)
	f.Add("\x00\u202E\uFFFE", "a\r\nb\tc", uint8(9), 3)
	f.Add("]]>", "𠮷\xff", uint8(255), -1)
	f.Fuzz(func(t *testing.T, one, two string, style uint8, span int) {
		d := &Document{Title: one, Header: two, Body: []Block{
			Paragraph{Style: Style(style), Runs: []Run{{Text: one}, {Text: two, Bold: true}}},
			Table{Rows: []Row{{Cells: []Cell{{Span: span % 60, Down: span, Paragraphs: []Paragraph{Text(InCell, one)}}, cell(InCell, two)}}, {}}},
		}}
		file := written(t, d)
		sound(t, file)
		want := clean(one) + clean(two) + "\n" + clean(one) + "\n" + clean(two) + "\n"
		if got := textOf(t, inside(t, file, "word/document.xml")); strings.TrimRight(got, "\n") != strings.TrimRight(want, "\n") {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
