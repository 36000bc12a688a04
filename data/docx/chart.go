package docx

import (
	"fmt"
	"strconv"
)

// emu turns millimetres into the unit of drawings.
func emu(mm int) int { return mm * 36000 }

// chart writes a picture in the line, as wide as the page, and the part with its
// numbers.
func (b *body) chart(c Chart) {
	n := len(b.charts) + 1
	id := fmt.Sprintf("chart%d", n)
	height := c.Height
	if height <= 0 {
		height = 80
	}
	b.f(`<w:p><w:pPr><w:pStyle w:val="`)
	b.text(b.look.ids[picture])
	b.f(`"/>%s</w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="图%d" descr="`, b.begins(), b.sheet().width()*635, emu(height), n, n)
	b.text(c.Says)
	b.f(`"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="%s"><c:chart r:id="%s"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, chartSpace, id)
	b.charts = append(b.charts, part{name: "word/charts/" + id + ".xml", kind: kindChart, id: id, body: c.part()})
}

// part is the chart with its numbers inside, so that no workbook need come with it.
func (c Chart) part() []byte {
	p := &pen{}
	p.f(xmlHead+`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:roundedCorners val="0"/><c:chart>`, chartSpace, drawSpace, relSpace)
	if c.Title != "" {
		p.f(`<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>%s</a:pPr><a:r>%s<a:t>`, letters("defRPr", 1200, dark), letters("rPr", 1200, dark))
		p.text(c.Title)
		p.f(`</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`)
	}
	p.f(`<c:autoTitleDeleted val="%d"/><c:plotArea><c:layout/>`, bit(c.Title == ""))
	c.plot(p)
	c.axes(p)
	p.f(`</c:plotArea>`)
	if len(c.Series) > 1 {
		p.f(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`)
	}
	p.f(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr>%s</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`, letters("defRPr", 1050, dark))
	return p.Bytes()
}

// dark is the colour of letters; left alone they would be pale grey.
const dark = "262626"

// letters have a Chinese face.
func letters(tag string, size int, colour string) string {
	lang := ""
	if tag == "rPr" {
		lang = ` lang="zh-CN"`
	}
	return fmt.Sprintf(`<a:%s%s sz="%d" b="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="%s"/><a:ea typeface="%s"/></a:%s>`, tag, lang, size, colour, fangsong, fangsong, tag)
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (c Chart) plot(p *pen) {
	if c.Kind == Lines {
		p.f(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
		c.series(p, `<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>`, "t")
		p.f(`<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`)
		return
	}
	direction, grouping, overlap, place := "bar", "clustered", 0, "outEnd"
	switch c.Kind {
	case Columns:
		direction = "col"
	case Stacked:
		grouping, overlap, place = "percentStacked", 100, "ctr"
	}
	p.f(`<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/><c:varyColors val="0"/>`, direction, grouping)
	c.series(p, `<c:invertIfNegative val="0"/>`, place)
	p.f(`<c:gapWidth val="60"/><c:overlap val="%d"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`, overlap)
}

// series writes the numbers as a reader caches them from a workbook. A nought in
// a stack has no room for its label.
func (c Chart) series(p *pen, after, place string) {
	zero := "General"
	if c.Kind == Stacked {
		zero = "General;General;"
	}
	for i, s := range c.Series {
		column := string(rune('B' + i%25))
		p.f(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>Sheet1!$%s$1</c:f>`, i, i, column)
		p.strings([]string{s.Name})
		p.f(`</c:strRef></c:tx>%s%s`, s.paint(i, c.Kind == Lines), after)
		p.f(`<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="%s"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`, zero, c.onto(s.colour(i)), place)
		p.f(`<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%d</c:f>`, len(c.Labels)+1)
		p.strings(c.Labels)
		p.f(`</c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$%s$2:$%s$%d</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, column, column, len(c.Labels)+1, len(c.Labels))
		for j, v := range s.Values[:min(len(s.Values), len(c.Labels))] {
			if v-v == 0 { // a number: neither infinite nor none
				p.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, j, strconv.FormatFloat(v, 'g', -1, 64))
			}
		}
		p.f(`</c:numCache></c:numRef></c:val>`)
		if c.Kind == Lines {
			p.f(`<c:smooth val="0"/>`)
		}
		p.f(`</c:ser>`)
	}
}

func (p *pen) strings(list []string) {
	p.f(`<c:strCache><c:ptCount val="%d"/>`, len(list))
	for i, s := range list {
		p.f(`<c:pt idx="%d"><c:v>`, i)
		p.text(s)
		p.f(`</c:v></c:pt>`)
	}
	p.f(`</c:strCache>`)
}

// colour is the one that the series asks for, or one of six that stay apart in
// print without colours.
func (s Series) colour(i int) string {
	own := [...]string{"1F4E79", "C55A11", "7F7F7F", "BF9000", "2E75B6", "548235"}
	if isColour(s.Colour) {
		return s.Colour
	}
	return own[i%len(own)]
}

// onto makes numbers that stand on a dark bar white.
func (c Chart) onto(colour string) string {
	n, err := strconv.ParseUint(colour, 16, 32)
	if red, green, blue := n>>16, n>>8&0xFF, n&0xFF; c.Kind != Stacked || err != nil || 3*red+6*green+blue > 1400 {
		return ""
	}
	return `<c:txPr><a:bodyPr/><a:p><a:pPr>` + letters("defRPr", 1050, "FFFFFF") + `</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

func (s Series) paint(i int, line bool) string {
	fill := `<a:solidFill><a:srgbClr val="` + s.colour(i) + `"/></a:solidFill>`
	if line {
		return `<c:spPr><a:ln w="22225">` + fill + `</a:ln></c:spPr>`
	}
	return `<c:spPr>` + fill + `</c:spPr>`
}

func isColour(s string) bool {
	_, err := strconv.ParseUint(s, 16, 32)
	return err == nil && len(s) == 6
}

// axes: the labels of bars are read from the top, and numbers begin at nought.
func (c Chart) axes(p *pen) {
	order, labels, numbers, format := "minMax", "b", "l", "General"
	if c.Kind == Bars || c.Kind == Stacked {
		order, labels, numbers = "maxMin", "l", "b"
	}
	if c.Kind == Stacked {
		format = "0%"
	}
	const quiet = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>`
	const grey = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`
	p.f(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>%s<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`, order, labels, quiet)
	crosses := "autoZero"
	if order == "maxMin" {
		crosses = "max" // numbers below, although the labels run downwards
	}
	least := `<c:min val="0"/>`
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v < 0 {
				least = ""
			}
		}
	}
	p.f(`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="0"/><c:axPos val="%s"/>%s<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s<c:crossAx val="1"/><c:crosses val="%s"/><c:crossBetween val="between"/></c:valAx>`, least, numbers, grey, format, quiet, crosses)
}
