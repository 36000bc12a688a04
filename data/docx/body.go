package docx

import "strings"

// plainRun opens a run. The hint makes “ ” … — take the Chinese face.
const plainRun = `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>`

// body is document.xml while it is written.
type body struct {
	pen
	look   *look
	charts []part
	flat   bool  // the page lies
	turn   bool  // the next block begins a page
	later  bool  // there is a section before this one
	last   Block // nil at the top of the document
}

func writeBody(l *look, blocks []Block) *body {
	b := &body{look: l}
	b.f(xmlHead+`<w:document xmlns:w="%s" xmlns:r="%s" xmlns:wp="%s" xmlns:a="%s" xmlns:c="%s"><w:body>`, wordSpace, relSpace, inlineSpace, drawSpace, chartSpace)
	for i, block := range blocks {
		var next Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		b.block(block, next)
	}
	if _, ok := b.last.(Paragraph); !ok || b.turn {
		b.spacer("")
	}
	b.f(`<w:sectPr>%s</w:sectPr></w:body></w:document>`, b.sheet().inside(b.later))
	return b
}

func (b *body) block(block, next Block) {
	switch block := block.(type) {
	case Paragraph:
		b.paragraph(block, b.under(block, next))
	case Table:
		if _, ok := b.last.(Table); ok || b.turn {
			b.spacer("")
		}
		b.table(block)
	case Chart:
		b.chart(block)
	case Break:
		b.pageBreak(block)
		return
	}
	b.last = block
}

// pageBreak turns the page. Where it begins to lie or stops lying, what has been
// written so far is closed as a section.
func (b *body) pageBreak(to Break) {
	switch {
	case b.last == nil:
		b.flat = to.Landscape
	case to.Landscape != b.flat:
		b.turn = false
		b.spacer("<w:sectPr>" + b.sheet().inside(b.later) + "</w:sectPr>")
		b.flat, b.later, b.last = to.Landscape, true, to
	default:
		b.turn = true
	}
}

// sheet is the page that is written on.
func (b *body) sheet() sheet {
	if b.flat {
		return b.look.page.lying()
	}
	return b.look.page
}

// spacer is a paragraph that is hardly seen: tables that touch would become one.
func (b *body) spacer(section string) {
	b.f(`<w:p><w:pPr><w:pStyle w:val="`)
	b.text(b.look.ids[gap])
	b.f(`"/>%s%s</w:pPr></w:p>`, b.begins(), section)
}

// begins is said by the first paragraph of a page.
func (b *body) begins() string {
	if !b.turn {
		return ""
	}
	b.turn = false
	return `<w:pageBreakBefore/>`
}

// under gives the blank line below a title to the last of its lines.
func (b *body) under(p Paragraph, next Block) string {
	follows, _ := next.(Paragraph)
	before, _ := b.last.(Paragraph)
	switch {
	case p.Style == Title && follows.Style == Centre:
		return `<w:spacing w:after="0"/>`
	case p.Style == Centre && follows.Style != Centre && (before.Style == Title || before.Style == Centre):
		return `<w:spacing w:after="290"/>`
	}
	return ""
}

func (b *body) paragraph(p Paragraph, spacing string) {
	b.f(`<w:p><w:pPr><w:pStyle w:val="`)
	b.text(b.look.ids[min(p.Style, styleCount-1)])
	b.f(`"/>`)
	if p.Next {
		b.f(`<w:keepNext/>`)
	}
	b.f(`%s%s%s</w:pPr>`, b.begins(), b.unnumbered(p.Style), spacing)
	for _, r := range p.Runs {
		b.run(r)
	}
	b.f(`</w:p>`)
}

// run writes the text with its line ends and tabs.
func (b *body) run(r Run) {
	b.f(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>`)
	if r.Bold {
		b.f(`<w:b/><w:bCs/>`)
	}
	if r.Grey {
		b.f(`<w:color w:val="808080"/>`)
	}
	if r.Underline {
		b.f(`<w:u w:val="single"/>`)
	}
	b.f(`</w:rPr>`)
	for i, line := range strings.Split(clean(r.Text), "\n") {
		if i > 0 {
			b.f(`<w:br/>`)
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				b.f(`<w:tab/>`)
			}
			if piece != "" {
				b.f(`<w:t xml:space="preserve">`)
				b.text(piece)
				b.f(`</w:t>`)
			}
		}
	}
	b.f(`</w:r>`)
}

// unnumbered keeps a donor's own numbers off paragraphs, which bring theirs.
func (b *body) unnumbered(s Style) string {
	if b.look.numbered[min(s, styleCount-1)] {
		return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`
	}
	return ""
}
