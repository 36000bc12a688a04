package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"time"
)

// The name spaces.
const (
	wordSpace   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawSpace   = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartSpace  = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	inlineSpace = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	packSpace   = "http://schemas.openxmlformats.org/package/2006/relationships"
	typeSpace   = "http://schemas.openxmlformats.org/package/2006/content-types"
	coreSpace   = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
)

// part is one file of the package. Its kind is the last word of the type of the
// relationship that leads to it.
type part struct {
	name string // in the package, without a slash before it
	kind string
	id   string // of the relationship, if the document names it
	body []byte
	mime string // of a picture, which is declared by its extension
}

// The kinds of parts. Headers and footers are "header" and "footer".
const (
	kindDocument = "officeDocument"
	kindStyles   = "styles"
	kindFonts    = "fontTable"
	kindSettings = "settings"
	kindTheme    = "theme"
	kindNumbers  = "numbering"
	kindChart    = "chart"
	kindImage    = "image"
	kindCore     = "core-properties"
)

// Write writes the document. The same document gives the same bytes.
func (d *Document) Write(w io.Writer) error {
	out := zip.NewWriter(w)
	for _, p := range d.parts() {
		to, err := out.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = to.Write(p.body)
		}
		if err != nil {
			return fmt.Errorf("docx: write %s: %w", p.name, err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("docx: write: %w", err)
	}
	return nil
}

// parts are the files of the package in the order in which they are stored.
func (d *Document) parts() []part {
	var look look
	if d.Donor != nil {
		look = d.Donor.look()
	} else {
		look = ownLook(d.Header)
	}
	body := writeBody(&look, d.Body)
	inside := append(look.parts, body.charts...)
	core := part{name: "docProps/core.xml", kind: kindCore, body: coreProperties(d.Title)}
	main := part{name: "word/document.xml", kind: kindDocument, body: body.Bytes()}
	all := []part{
		{name: "[Content_Types].xml", body: contentTypes(append([]part{main, core}, inside...))},
		{name: "_rels/.rels", body: relations("", []part{main, core})},
		core, main,
		{name: "word/_rels/document.xml.rels", body: relations("word/", inside)},
	}
	return append(all, inside...)
}

// contentTypes declares what each part is.
func contentTypes(parts []part) []byte {
	var p pen
	p.f(xmlHead+`<Types xmlns="%s"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`, typeSpace)
	for _, part := range parts {
		if mime := mimeOf(part); mime != "" {
			p.f(`<Override PartName="/`)
			p.text(part.name)
			p.f(`" ContentType="%s"/>`, mime)
		}
	}
	p.f(`</Types>`)
	return p.Bytes()
}

func mimeOf(p part) string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	switch p.kind {
	case kindDocument:
		return word + "document.main+xml"
	case kindTheme:
		return "application/vnd.openxmlformats-officedocument.theme+xml"
	case kindChart:
		return "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	case kindCore:
		return "application/vnd.openxmlformats-package.core-properties+xml"
	case kindImage:
		return p.mime
	case "":
		return ""
	}
	return word + p.kind + "+xml"
}

// relations leads from one part to others. A part that is not named gets its
// number.
func relations(from string, parts []part) []byte {
	var p pen
	p.f(xmlHead+`<Relationships xmlns="%s">`, packSpace)
	for i, to := range parts {
		if to.kind == "" || to.kind == kindImage {
			continue
		}
		if to.id == "" {
			to.id = fmt.Sprintf("part%d", i+1)
		}
		space := relSpace
		if to.kind == kindCore {
			space = packSpace + "/metadata"
		}
		p.f(`<Relationship Id="`)
		p.text(to.id)
		p.f(`" Type="%s/%s" Target="`, space, to.kind)
		p.text(to.name[len(from):])
		p.f(`"/>`)
	}
	p.f(`</Relationships>`)
	return p.Bytes()
}

func coreProperties(title string) []byte {
	var p pen
	p.f(xmlHead+`<cp:coreProperties xmlns:cp="%s" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`, coreSpace)
	p.text(title)
	p.f(`</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`)
	return p.Bytes()
}
