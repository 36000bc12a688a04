package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"
)

// pixel is a picture as a letterhead has one.
const pixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"

// office is a document as a Chinese Word saves it: styles under short ids, the
// letterhead in the header, and a page of its own.
func office() map[string]string {
	const space = `xmlns:w="` + wordSpace + `" xmlns:r="` + relSpace + `"`
	const rel = `<Relationship Id="%" Type="` + relSpace + `/`
	relation := func(id, kind, target string) string {
		return strings.Replace(rel, "%", id, 1) + kind + `" Target="` + target + `"/>`
	}
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="` + typeSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="` + word + `document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="` + packSpace + `">` + relation("rId1", "officeDocument", "word/document.xml") + `</Relationships>`,
		"word/document.xml":   `<w:document ` + space + `><w:body><w:p><w:r><w:t>旧正文不要</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2835" w:right="1701" w:bottom="1701" w:left="1417" w:header="851" w:footer="992" w:gutter="284"/><w:pgNumType w:fmt="decimal" w:start="3"/><w:titlePg/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr></w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="` + packSpace + `">` + relation("rId1", "styles", "styles.xml") + relation("rId2", "theme", "theme/theme1.xml") +
			relation("rId3", "settings", "settings.xml") + relation("rId7", "header", "header1.xml") + relation("rId8", "footer", "/word/footer1.xml") + `</Relationships>`,
		"word/styles.xml":             `<w:styles ` + space + `><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="GwBody"><w:name w:val="别的"/></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="header"/></w:style><w:style w:type="character" w:styleId="a5"><w:name w:val="Title"/></w:style></w:styles>`,
		"word/theme/theme1.xml":       `<a:theme xmlns:a="` + drawSpace + `" name="办公室"/>`,
		"word/settings.xml":           `<w:settings ` + space + `><w:mirrorMargins/><w:evenAndOddHeaders w:val="0"/></w:settings>`,
		"word/header1.xml":            `<w:hdr ` + space + ` xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:pict><v:shape style="width:20pt;height:20pt"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r><w:r><w:t>示例区教育局</w:t></w:r></w:p></w:hdr>`,
		"word/_rels/header1.xml.rels": `<Relationships xmlns="` + packSpace + `">` + relation("rId1", "image", "media/image1.png") + `</Relationships>`,
		"word/footer1.xml":            `<w:ftr ` + space + `><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
		"word/media/image1.png":       pixel,
	}
}

func donorOf(t testing.TB, file []byte) *Donor {
	t.Helper()
	donor, err := ReadDonor(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return donor
}

func TestDonorGivesItsLook(t *testing.T) {
	d := everything()
	d.Donor = donorOf(t, zipped(t, office()))
	file := written(t, d)
	sound(t, file)
	parts := unzipped(t, file)
	document := parts["word/document.xml"]
	for _, want := range []string{
		`w:pStyle w:val="1"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/>`, // theirs, without its number
		`w:pStyle w:val="Title"`,   // ours: theirs is one of characters
		`w:pStyle w:val="GwBody2"`, // ours beside another of that id
		`w:top="2835" w:right="1701" w:bottom="1701" w:left="1701"`,
		`w:linePitch="312"`,
	} {
		if !strings.Contains(document, want) {
			t.Errorf("document.xml lacks %s", want)
		}
	}
	if n := strings.Count(document, `w:start="3"`) + strings.Count(document, "<w:titlePg/>"); n != 2 {
		t.Errorf("a first page and a number to begin with are said %d times", n)
	}
	if strings.Contains(document, "旧正文") || strings.Contains(document, "非涉密") {
		t.Error("the donor's text came along, or a header of ours")
	}
	for name, want := range map[string]string{
		"word/donor1_theme.xml": "办公室", "word/donor2_header.xml": "示例区教育局", "word/donor3_footer.xml": "PAGE", "word/media/donor1.png": pixel,
		"word/styles.xml": "别的", "word/settings.xml": "mirrorMargins",
	} {
		if !strings.Contains(parts[name], want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	if strings.Contains(parts["word/settings.xml"], "evenAndOddHeaders") {
		t.Error("odd and even pages differ, which the donor had switched off")
	}
}

// TestDonorOfOurs: what we write is a donor of what looks the same.
func TestDonorOfOurs(t *testing.T) {
	own := written(t, everything())
	d := everything()
	d.Donor = donorOf(t, own)
	again := written(t, d)
	sound(t, again)
	mine, theirs := unzipped(t, own), unzipped(t, again)
	if mine["word/styles.xml"] != theirs["word/styles.xml"] {
		t.Error("the styles are others")
	}
	if textOf(t, mine["word/document.xml"]) != textOf(t, theirs["word/document.xml"]) {
		t.Error("the text is another")
	}
	if !strings.Contains(theirs["word/donor1_header.xml"]+theirs["word/donor2_header.xml"], "非涉密") {
		t.Error("the header is lost")
	}
}

// TestDonorBeforeLastSection: headers that only an earlier section names hold
// for the last one too.
func TestDonorBeforeLastSection(t *testing.T) {
	parts := office()
	refs := parts["word/document.xml"]
	refs = refs[strings.Index(refs, "<w:headerReference"):strings.Index(refs, "<w:pgSz")]
	parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], refs, "", 1)
	parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], "<w:p>", "<w:p><w:pPr><w:sectPr>"+refs+`<w:pgSz w:w="1" w:h="1"/></w:sectPr></w:pPr></w:p><w:p>`, 1)
	file := written(t, &Document{Donor: donorOf(t, zipped(t, parts))})
	if !strings.Contains(unzipped(t, file)["word/donor2_header.xml"], "示例区教育局") || !strings.Contains(inside(t, file, "word/document.xml"), `w:w="11906"`) {
		t.Error("the header or the page is not the last section's")
	}
}

// TestDonorWithoutDefault: LibreOffice marks no style as the one of the others.
func TestDonorWithoutDefault(t *testing.T) {
	parts := office()
	swap("word/styles.xml", `w:default="1" `, "")(t, parts)
	file := written(t, &Document{Donor: donorOf(t, zipped(t, parts))})
	if !strings.Contains(inside(t, file, "word/styles.xml"), `<w:basedOn w:val="a"/>`) {
		t.Error("what was added stands on nothing")
	}
}

// TestDonorsOwnNumbers: where the donor numbers its headings, ours keep theirs
// alone; elsewhere nothing is said of numbers.
func TestDonorsOwnNumbers(t *testing.T) {
	parts := office()
	swap("word/styles.xml", "</w:styles>", `<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="1"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`+
		`<w:style w:type="paragraph" w:styleId="4"><w:name w:val="副标题"/><w:basedOn w:val="4"/></w:style></w:styles>`)(t, parts)
	d := &Document{Donor: donorOf(t, zipped(t, parts)), Body: []Block{Text(Heading1, "一"), Text(Heading2, "二"), Text(Heading3, "三"), Text(Centre, "四"), Text(Body, "五")}}
	document := inside(t, written(t, d), "word/document.xml")
	for style, want := range map[string]bool{"1": true, "2": true, "3": false, "4": false, "GwBody2": false} {
		if got := strings.Contains(document, `w:pStyle w:val="`+style+`"/><w:numPr>`); got != want {
			t.Errorf("style %s: numbers switched off is %v", style, got)
		}
	}
}

// TestDirectoryWithoutEnd: a directory of files is not read on and on.
func TestDirectoryWithoutEnd(t *testing.T) {
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for i := range 40_000 {
		if _, err := out.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("word/part%07d.xml", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, b.Bytes(), "太多")
}

func TestDonorsRefused(t *testing.T) {
	const header, rels = "word/header1.xml", "word/_rels/header1.xml.rels"
	for _, c := range []struct {
		name  string
		spoil func(*testing.T, map[string]string)
		says  string
	}{
		{"macros by type", swap("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"), "带有宏"},
		{"macros by name", func(_ *testing.T, parts map[string]string) { parts["word/VbaProject.bin"] = "x" }, "带有宏"},
		{"a workbook", swap("[Content_Types].xml", "wordprocessingml", "spreadsheetml"), "不是 .docx"},
		{"strict", swap("_rels/.rels", relSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships"), "严格"},
		{"a picture elsewhere", swap(rels, `Target="media/image1.png"`, `Target="http://example.org/a.png" TargetMode="External"`), "指向文件之外"},
		{"an object", swap(rels, "relationships/image", "relationships/oleObject"), "图片以外"},
		{"a script as picture", swap(rels, "image1.png", "image1.svg"), "图片以外"},
		{"a picture that climbs", swap(rels, "media/image1.png", "../../../etc/passwd.png"), "缺少"},
		{"a field that fetches", swap(header, "<w:r><w:t>", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://example.org"</w:instrText></w:r><w:r><w:t>`), "INCLUDEPICTURE"},
		{"a simple field that fetches", swap(header, "<w:r><w:t>", `<w:fldSimple w:instr=" DDEAUTO c "/><w:r><w:t>`), "DDEAUTO"},
		{"a document type", swap(header, "<w:hdr", `<!DOCTYPE a><w:hdr`), "文档类型声明"},
		{"a relation that is missing", swap(header, `r:id="rId1"`, `r:id="rId9"`), "找不到"},
		{"no header", func(_ *testing.T, parts map[string]string) { delete(parts, header) }, "缺少 word/header1.xml"},
		{"no styles", swap("word/_rels/document.xml.rels", "relationships/styles", "relationships/else"), "没有样式"},
		{"no Normal", swap("word/styles.xml", `w:default="1" w:styleId="a"><w:name w:val="Normal"/>`, `w:styleId="a"><w:name w:val="else"/>`), "没有“正文”样式"},
		{"styles broken off", swap("word/styles.xml", "</w:styles>", ""), "读不懂"},
		{"styles twice", swap("word/styles.xml", `w:styleId="1"`, `w:styleId="a"`), "编号重复"},
		{"a body broken off", swap("word/document.xml", "</w:body>", ""), "不是规范的 XML"},
		{"a broken body is told in words", swap("word/document.xml", "</w:body>", ""), "样本的正文 word/document.xml 不是规范的 XML：第1行断开了或写错了；请用 Word 或 WPS 打开后另存一份"},
		{"a broken header", swap(header, "</w:hdr>", ""), "不是规范的 XML：第1行断开了或写错了；请用"},
		{"broken settings", swap("word/settings.xml", "<w:mirrorMargins/>", "\n<w:mirrorMargins>"), "样本的 word/settings.xml 不是规范的 XML：第2行断开了或写错了；请用"},
		{"broken relations", swap(rels, "</Relationships>", ""), "不是规范的 XML：第1行断开了或写错了；请用"},
		{"broken styles", swap("word/styles.xml", "</w:styles>", ""), "样本的 word/styles.xml 读不懂：第1行断开了或写错了；请用"},
		{"another encoding", swap("word/document.xml", "<w:document", `<?xml version="1.0" encoding="GB2312"?><w:document`), "用的不是 UTF-8 编码；请用"},
		{"deep", swap("word/styles.xml", "</w:styles>", strings.Repeat("<w:a>", 300)+strings.Repeat("</w:a>", 300)+"</w:styles>"), "嵌套"},
		{"a bomb", func(_ *testing.T, parts map[string]string) {
			parts["word/styles.xml"] = strings.Repeat(" ", maxPart+1)
		}, "过大"},
		{"no document", func(_ *testing.T, parts map[string]string) { clear(parts); parts["a.txt"] = "a" }, "没有 Word 文书"},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := maps.Clone(office())
			c.spoil(t, parts)
			refused(t, zipped(t, parts), c.says)
		})
	}
	for name, c := range map[string][2]string{
		"empty": {"", "空文件"}, "an old one": {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".doc"}, "rtf": {`{\rtf1}`, "RTF"}, "pdf": {"%PDF-1.7", "PDF"},
		"text": {"文书", "不是 .docx"}, "cut off": {string(zipped(t, office())[:900]), "不完整"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, []byte(c[0]), c[1]) })
	}
}

func refused(t *testing.T, file []byte, says string) {
	t.Helper()
	_, err := ReadDonor(bytes.NewReader(file), int64(len(file)))
	var strange *Strange
	if !errors.As(err, &strange) || !strings.Contains(err.Error(), says) {
		t.Errorf("want %s, got %v", says, err)
	}
}

// A template that a donor was made from stays the donor's: our papers must not
// have Word fetch it from wherever it lies.
func TestDonorsTemplateStaysBehind(t *testing.T) {
	parts := office()
	swap("word/settings.xml", "<w:mirrorMargins/>", `<w:attachedTemplate r:id="rId1"/><w:mirrorMargins/>`)(t, parts)
	parts["word/_rels/settings.xml.rels"] = `<Relationships xmlns="` + packSpace + `"><Relationship Id="rId1" Type="` + relSpace + `/attachedTemplate" Target="http://example.org/a.dotm" TargetMode="External"/></Relationships>`
	d := everything()
	d.Donor = donorOf(t, zipped(t, parts))
	file := written(t, d)
	sound(t, file)
	for name, body := range unzipped(t, file) {
		if strings.Contains(body, "attachedTemplate") || strings.Contains(body, "example.org") || strings.Contains(body, "External") {
			t.Errorf("%s leads to the template: %s", name, body)
		}
	}
}

// broken is a disk that cannot be read.
type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestDonorUnreadable(t *testing.T) {
	var strange *Strange
	if _, err := ReadDonor(broken{}, 100); err == nil || errors.As(err, &strange) {
		t.Errorf("a disk that fails is no fault of the file: %v", err)
	}
}

// FuzzReadDonor: whatever the file holds, it is refused in a sentence or makes
// sound documents.
func FuzzReadDonor(f *testing.F) {
	parts := office()
	f.Add(parts["word/styles.xml"], parts["word/document.xml"], parts["word/header1.xml"], parts["word/_rels/header1.xml.rels"])
	f.Add(`<w:styles/>`, `<a>`, ``, `<Relationships/>`)
	f.Fuzz(func(t *testing.T, styles, document, header, relations string) {
		parts := office()
		parts["word/styles.xml"], parts["word/document.xml"], parts["word/header1.xml"], parts["word/_rels/header1.xml.rels"] = styles, document, header, relations
		file := zipped(t, parts)
		donor, err := ReadDonor(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			refused(t, file, "")
			return
		}
		made := written(t, &Document{Donor: donor, Body: []Block{Text(Title, "甲"), Break{Landscape: true}, Table{}}})
		p, err := unpack(bytes.NewReader(made), int64(len(made)))
		if err != nil {
			t.Fatal(err)
		}
		for _, says := range (&check{pack: p}).all() {
			t.Error(says)
		}
	})
}

// FuzzDonorFile reads any bytes.
func FuzzDonorFile(f *testing.F) {
	f.Add(zipped(f, office()))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := ReadDonor(bytes.NewReader(file), int64(len(file))); err != nil {
			refused(t, file, "")
		}
		Check(bytes.NewReader(file), int64(len(file)))
	})
}
