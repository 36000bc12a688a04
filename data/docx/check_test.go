package docx

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// unzipped is a file as its parts.
func unzipped(t testing.TB, file []byte) map[string]string {
	t.Helper()
	p, err := unpack(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, name := range p.names {
		parts[name] = inside(t, file, name)
	}
	return parts
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		to, err := out.Create(name)
		if err == nil {
			_, err = to.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// swap changes one thing in one part.
func swap(part, old, new string) func(*testing.T, map[string]string) {
	return func(t *testing.T, parts map[string]string) {
		if !strings.Contains(parts[part], old) {
			t.Fatalf("%s has no %s", part, old)
		}
		parts[part] = strings.Replace(parts[part], old, new, 1)
	}
}

func TestCheckTells(t *testing.T) {
	const document = "word/document.xml"
	good := written(t, everything())
	for _, c := range []struct {
		name  string
		spoil func(*testing.T, map[string]string)
		says  string
	}{
		{"not closed", swap(document, "</w:body>", ""), "不是规范的 XML"},
		{"a document type", swap(document, "<w:document", `<!DOCTYPE a [<!ENTITY b "c">]><w:document`), "文档类型声明"},
		{"an unknown entity", swap(document, "<w:body>", "<w:body>&b;"), "不是规范的 XML"},
		{"order of a paragraph", swap(document, `<w:p><w:pPr>`, `<w:p><w:r/><w:pPr/></w:p><w:p><w:pPr>`), "w:p 里的 w:pPr 位置不对"},
		{"order in pPr", swap("word/styles.xml", `<w:keepNext/><w:keepLines/>`, `<w:keepLines/><w:keepNext/>`), "w:pPr 里的 w:keepNext 位置不对"},
		{"order in rPr", swap(document, `<w:rFonts w:hint="eastAsia"/><w:b/>`, `<w:b/><w:rFonts/>`), "w:rPr 里的 w:rFonts"},
		{"twice", swap(document, "<w:cantSplit/>", `<w:cantSplit/></w:trPr><w:trPr>`), "w:tr 里的 w:trPr"},
		{"order in tcPr", swap(document, `<w:vAlign w:val="center"/></w:tcPr>`, `<w:vAlign w:val="center"/><w:noWrap/></w:tcPr>`), "w:tcPr 里的 w:noWrap"},
		{"order in sectPr", swap(document, `<w:docGrid`, `<w:pgSz/><w:docGrid`), "w:sectPr 里的 w:pgSz"},
		{"after the section", swap(document, `</w:body>`, `<w:tbl/></w:body>`), "w:tbl"},
		{"unknown", swap(document, "<w:rPr>", "<w:rPr><w:fat/>"), "w:rPr 里的 w:fat"},
		{"order in a chart", swap("word/charts/chart1.xml", "<c:order", "<c:tx/><c:order"), "c:ser 里的 c:order"},
		{"a style that there is not", swap(document, `w:pStyle w:val="Title"`, `w:pStyle w:val="Titel"`), "样式“Titel”没有定义"},
		{"a style twice", swap("word/styles.xml", `w:styleId="Heading1"`, `w:styleId="Title"`), "样式“Title”有两个"},
		{"a cell too many", swap(document, "<w:tc>", "<w:tc><w:p/></w:tc><w:tc>"), "有一行占"},
		{"an empty cell", swap(document, "<w:tc>", "<w:tc></w:tc><w:tc>"), "不以段落结束"},
		{"a relation that there is not", swap(document, `r:id="chart1"`, `r:id="chart9"`), "“chart9”没有定义"},
		{"a relation twice", swap("word/_rels/document.xml.rels", `Id="chart2"`, `Id="chart1"`), "有两个"},
		{"a part that there is not", func(_ *testing.T, parts map[string]string) { delete(parts, "word/fontTable.xml") }, "fontTable.xml 不存在"},
		{"a part too many", func(_ *testing.T, parts map[string]string) { parts["word/more.xml"] = "<a/>" }, "没有关系通向 word/more.xml"},
		{"not declared", func(_ *testing.T, parts map[string]string) { parts["word/a.bin"] = "a" }, "没有声明 word/a.bin"},
		{"declared twice", swap("[Content_Types].xml", "</Types>", `<Override PartName="/word/document.xml"/></Types>`), "声明了两次"},
		{"no document", func(_ *testing.T, parts map[string]string) { delete(parts, "_rels/.rels") }, "没有关系通向正文"},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := unzipped(t, good)
			c.spoil(t, parts)
			file := zipped(t, parts)
			says := strings.Join(Check(bytes.NewReader(file), int64(len(file))), "\n")
			if !strings.Contains(says, c.says) {
				t.Errorf("want %s, got\n%s", c.says, says)
			}
		})
	}
}
