package docx

import "strings"

// The faces are named, not embedded: an office has them, and fontTable.xml says
// what stands in where one has not.
const (
	fangsong = "仿宋_GB2312"
	biaosong = "方正小标宋简体"
	heiti    = "黑体"
	kaiti    = "楷体_GB2312"
	songti   = "宋体"
)

// The layouts beyond those of Style.
const (
	picture  Style = styleCount + iota // of a chart; grows with it
	gap                                // between two tables, hardly seen
	pageHead                           // 页眉
	pageFoot                           // 页脚：页码
	layoutCount
)

// layout is one style: under which name, and in what it differs from Normal.
type layout struct {
	id, name string
	also     []string // names under which an office's own document may have it
	pPr, rPr string
}

// The distances, in twentieths of a point. Normal has 22 lines of 28.95 points
// on a page and, a quarter of a point closer than set solid, 28 characters on
// a line.
const (
	twoChars  = `<w:ind w:firstLineChars="200" w:firstLine="630"/>`
	flush     = `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
	inCells   = `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="atLeast"/>` + flush
	small     = `<w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>`
	blankLine = `<w:spacing w:after="579" w:line="700" w:lineRule="exact"/>`
)

// layouts gives the layout of each style. The rest of each is Normal's.
func layouts() [layoutCount]layout {
	return [layoutCount]layout{
		Body:      {id: "GwBody", name: "公文正文", also: []string{"正文首行缩进", "body text first indent"}, pPr: twoChars},
		Title:     {"Title", "Title", []string{"标题"}, `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>` + blankLine + flush + `<w:jc w:val="center"/>`, faces(biaosong) + size("44")},
		Heading1:  {"Heading1", "heading 1", []string{"标题 1", "标题1"}, `<w:keepNext/>` + twoChars + `<w:outlineLvl w:val="0"/>`, faces(heiti)},
		Heading2:  {"Heading2", "heading 2", []string{"标题 2", "标题2"}, `<w:keepNext/>` + twoChars + `<w:outlineLvl w:val="1"/>`, faces(kaiti)},
		Heading3:  {"Heading3", "heading 3", []string{"标题 3", "标题3"}, `<w:keepNext/>` + twoChars + `<w:outlineLvl w:val="2"/>`, `<w:b/><w:bCs/>`},
		Address:   {id: "GwAddress", name: "主送机关", pPr: flush},
		Signed:    {"GwSigned", "落款", []string{"署名"}, `<w:keepLines/><w:ind w:rightChars="400" w:right="1260" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`, ""},
		Centre:    {"GwCentre", "副标题行", []string{"subtitle", "副标题"}, flush + `<w:jc w:val="center"/>`, faces(kaiti)},
		Note:      {"GwNote", "说明", nil, `<w:snapToGrid w:val="0"/><w:spacing w:line="440" w:lineRule="atLeast"/>` + flush, faces(kaiti) + small},
		InCell:    {"GwCell", "表格文字", nil, inCells + `<w:jc w:val="left"/>`, small},
		InHead:    {"GwCellHead", "表头文字", nil, `<w:keepNext/>` + inCells + `<w:jc w:val="center"/>`, faces(heiti) + small},
		InCentre:  {"GwCellCentre", "表格居中", nil, inCells + `<w:jc w:val="center"/>`, small},
		InNumber:  {"GwCellNumber", "表格数字", nil, inCells + `<w:jc w:val="right"/>`, small},
		FormTitle: {"GwFormTitle", "表单标题", nil, `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:after="120" w:line="579" w:lineRule="exact"/>` + flush + `<w:jc w:val="center"/>`, faces(heiti) + size("36")},
		Fine:      {"GwFine", "附注", nil, `<w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>` + flush + `<w:jc w:val="left"/>`, faces(songti) + size("18")},
		picture:   {"GwPicture", "图", nil, `<w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>` + flush + `<w:jc w:val="center"/>`, ""},
		gap:       {"GwGap", "表间隔", nil, `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>` + flush, size("2")},
		pageHead:  {"Header", "header", []string{"页眉"}, `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, faces(songti) + size("18")},
		pageFoot:  {"Footer", "footer", []string{"页脚"}, `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>`, faces(songti) + size("28")},
	}
}

// faces sets one face for all kinds of characters. Left out for the East Asian
// ones, it would have no effect on Chinese text.
func faces(name string) string {
	return `<w:rFonts w:ascii="` + name + `" w:hAnsi="` + name + `" w:eastAsia="` + name + `" w:cs="` + name + `"/>`
}

// size is in half points, the characters set solid.
func size(half string) string {
	return `<w:spacing w:val="0"/><w:sz w:val="` + half + `"/><w:szCs w:val="` + half + `"/>`
}

// write writes the style as one that stands on base.
func (l layout) write(p *pen, id, base string) {
	custom := ""
	if strings.HasPrefix(l.id, "Gw") {
		custom = ` w:customStyle="1"`
	}
	p.f(`<w:style xmlns:w="%s" w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="`, wordSpace, custom, id, l.name)
	p.text(base)
	p.f(`"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, l.pPr, l.rPr)
}

// ownStyles writes styles.xml for who brings none.
func ownStyles() []byte {
	var p pen
	p.f(xmlHead+`<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr>%s<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`, wordSpace, faces(fangsong))
	p.f(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr><w:rPr>%s<w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>`, faces(fangsong))
	p.f(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`)
	p.f(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, l := range layouts() {
		l.write(&p, l.id, "Normal")
	}
	p.f(`</w:styles>`)
	return p.Bytes()
}

// fontTable says what stands in for the faces a machine lacks.
func fontTable() []byte {
	var p pen
	p.f(xmlHead+`<w:fonts xmlns:w="%s">`, wordSpace)
	for _, f := range [][3]string{
		{fangsong, "仿宋", "modern"}, {biaosong, "宋体", "script"}, {heiti, "SimHei", "modern"}, {kaiti, "楷体", "modern"}, {songti, "SimSun", "auto"},
	} {
		p.f(`<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="%s"/><w:pitch w:val="variable"/></w:font>`, f[0], f[1], f[2])
	}
	p.f(`</w:fonts>`)
	return p.Bytes()
}
