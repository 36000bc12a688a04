package docx

import (
	"fmt"
	"strings"
)

// look is how a document looks: what its styles are called, how its pages are
// cut, and the parts that say so.
type look struct {
	ids      [layoutCount]string
	numbered [layoutCount]bool // which styles bring numbers of their own
	page     sheet
	parts    []part
}

// sheet is a page: its size and margins in twentieths of a point.
type sheet struct {
	wide, high               int
	top, right, bottom, left int
	head, foot               int    // of header and footer from the edge
	refs                     string // to headers and footers
	grid                     string // attributes of the grid of lines
	first                    bool   // the first page has its own header
	numbers, start           string // attributes: how pages are numbered, and from where
}

// ownSheet is the page of GB/T 9704: A4, 37 mm above, 28 mm on the binding side,
// and a type area of 156 × 225 mm. The page number stands 7 mm below it.
func ownSheet() sheet {
	return sheet{
		wide: 11906, high: 16838, top: 2098, right: 1474, bottom: 1984, left: 1587, head: 1134, foot: 1247,
		grid: ` w:type="lines" w:linePitch="579"`,
	}
}

// width is that of the type area.
func (s sheet) width() int { return s.wide - s.left - s.right }

// lying is the page turned on its side, if it stands. What was above is on the
// left then.
func (s sheet) lying() sheet {
	if s.wide < s.high {
		s.wide, s.high = s.high, s.wide
		s.top, s.right, s.bottom, s.left = s.left, s.bottom, s.right, s.top
	}
	return s
}

// inside is what a section says of its page. Sections after the first go on
// with the numbers and have no first page.
func (s sheet) inside(later bool) string {
	var p pen
	lies := ""
	if s.wide > s.high {
		lies = ` w:orient="landscape"`
	}
	p.f(`%s<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		s.refs, s.wide, s.high, lies, s.top, s.right, s.bottom, s.left, s.head, s.foot)
	start := s.start
	if later {
		start = ""
	}
	if s.numbers+start != "" {
		p.f(`<w:pgNumType%s%s/>`, s.numbers, start)
	}
	if s.first && !later {
		p.f(`<w:titlePg/>`)
	}
	if s.grid != "" {
		p.f(`<w:docGrid%s/>`, s.grid)
	}
	return p.String()
}

// ownLook is the official layout, with one line at the top of each page or none.
func ownLook(header string) look {
	l := look{page: ownSheet(), parts: []part{
		{name: "word/styles.xml", kind: kindStyles, body: ownStyles()},
		{name: "word/fontTable.xml", kind: kindFonts, body: fontTable()},
		{name: "word/settings.xml", kind: kindSettings, body: settings(true, false)},
	}}
	for i, s := range layouts() {
		l.ids[i] = s.id
	}
	if header != "" {
		l.refer("header", "default", pageHeader(header))
		l.refer("header", "even", pageHeader(header))
	}
	l.refer("footer", "default", pageNumber("right"))
	l.refer("footer", "even", pageNumber("left"))
	return l
}

// refer adds a header or footer and what points to it.
func (l *look) refer(what, side string, body []byte) {
	name := what + "_" + side
	l.parts = append(l.parts, part{name: "word/" + name + ".xml", kind: what, body: body, id: name})
	l.page.refs += fmt.Sprintf(`<w:%sReference w:type="%s" r:id="%s"/>`, what, side, name)
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
func settings(sides, mirrored bool) []byte {
	var p pen
	p.f(xmlHead+`<w:settings xmlns:w="%s"><w:zoom w:percent="100"/>`, wordSpace)
	if mirrored {
		p.f(`<w:mirrorMargins/>`)
	}
	if sides {
		p.f(`<w:evenAndOddHeaders/>`)
	}
	p.f(`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>`)
	p.f(`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
	return p.Bytes()
}
