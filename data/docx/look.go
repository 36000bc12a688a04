package docx

import (
	"fmt"
	"strings"
)

// look is how a document looks: what its styles are called, how its pages are
// cut, and the parts that say so.
type look struct {
	ids           [layoutCount]string
	upright, flat string // the insides of w:sectPr
	width, depth  int    // of the type area of an upright page
	sides         [2]int // the same of a page that lies
	parts         []part
}

// The page of GB/T 9704: A4, 37 mm above, 28 mm on the binding side, and a type
// area of 156 × 225 mm. The page number stands 7 mm below it.
const (
	pageWide, pageHigh = 11906, 16838
	marginTop          = 2098
	marginBottom       = 1984
	marginLeft         = 1587
	marginRight        = 1474
	fromHead, fromFoot = 1134, 1247
)

// ownLook is the official layout, with one line at the top of each page or none.
func ownLook(header string) look {
	l := look{
		width: pageWide - marginLeft - marginRight, depth: pageHigh - marginTop - marginBottom,
		sides: [2]int{pageHigh - marginTop - marginBottom, pageWide - marginLeft - marginRight},
		parts: []part{
			{name: "word/styles.xml", kind: kindStyles, body: ownStyles()},
			{name: "word/fontTable.xml", kind: kindFonts, body: fontTable()},
			{name: "word/settings.xml", kind: kindSettings, body: settings(true)},
		},
	}
	for i, s := range layouts() {
		l.ids[i] = s.id
	}
	var refs strings.Builder
	if header != "" {
		for _, side := range []string{"default", "even"} {
			l.refer(&refs, "header", side, pageHeader(header))
		}
	}
	l.refer(&refs, "footer", "default", pageNumber("right"))
	l.refer(&refs, "footer", "even", pageNumber("left"))
	l.upright = refs.String() + section(pageWide, pageHigh, "", marginTop, marginRight, marginBottom, marginLeft)
	l.flat = refs.String() + section(pageHigh, pageWide, ` w:orient="landscape"`, marginLeft, marginBottom, marginRight, marginTop)
	return l
}

// refer adds a header or footer and what points to it.
func (l *look) refer(refs *strings.Builder, what, side string, body []byte) {
	name := fmt.Sprintf("%s_%s", what, side)
	l.parts = append(l.parts, part{name: "word/" + name + ".xml", kind: what, body: body, id: name})
	fmt.Fprintf(refs, `<w:%sReference w:type="%s" r:id="%s"/>`, what, side, name)
}

func section(wide, high int, lies string, top, right, bottom, left int) string {
	return fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/>`,
		wide, high, lies, top, right, bottom, left, fromHead, fromFoot)
}

// pageNumber is — 1 —, one character in from the outer edge.
func pageNumber(side string) []byte {
	var p pen
	p.f(xmlHead+`<w:ftr xmlns:w="%s"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/><w:jc w:val="%s"/></w:pPr>`, wordSpace, side)
	p.f(`%s<w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>%s<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`, plainRun, plainRun)
	return p.Bytes()
}

func pageHeader(line string) []byte {
	var p pen
	p.f(xmlHead+`<w:hdr xmlns:w="%s"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>%s<w:t xml:space="preserve">`, wordSpace, plainRun)
	p.text(strings.ReplaceAll(clean(line), "\n", " "))
	p.f(`</w:t></w:r></w:p></w:hdr>`)
	return p.Bytes()
}

// settings says among others that odd and even pages differ, that spaces at the
// end of a line for signing are underlined, and that a line is not stretched
// because the author broke it.
func settings(sides bool) []byte {
	var p pen
	p.f(xmlHead+`<w:settings xmlns:w="%s"><w:zoom w:percent="100"/>`, wordSpace)
	if sides {
		p.f(`<w:evenAndOddHeaders/>`)
	}
	p.f(`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>`)
	p.f(`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
	return p.Bytes()
}
