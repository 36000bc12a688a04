package docx

// border is drawn around and inside every table, half a point wide.
const border = ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`

// box is a cell with its place in the grid. Below the first row of a cell that
// goes down, it stands again without its text.
type box struct {
	Cell
	at, span  int
	down      int // rows that are still to come
	continues bool
}

// grid places the cells of each row: what hangs down from above first takes its
// columns, and a short row is filled up.
func grid(t Table) (rows [][]box, columns int) {
	hanging := map[int]box{}
	for i, row := range t.Rows {
		boxes := place(row.Cells, hanging, len(t.Rows)-i-1)
		rows = append(rows, boxes)
		if n := len(boxes); n > 0 {
			columns = max(columns, boxes[n-1].at+boxes[n-1].span)
		}
	}
	columns = max(columns, 1)
	for i, boxes := range rows {
		end := 0
		if n := len(boxes); n > 0 {
			end = boxes[n-1].at + boxes[n-1].span
		}
		if end < columns {
			rows[i] = append(boxes, box{at: end, span: columns - end})
		}
	}
	return rows, columns
}

func place(cells []Cell, hanging map[int]box, below int) (boxes []box) {
	for at := 0; ; {
		b, hangs := hanging[at]
		switch next := nearest(hanging, at); {
		case hangs:
			delete(hanging, at)
			b.continues, b.down = true, b.down-1
		case len(cells) > 0:
			c := cells[0]
			cells = cells[1:]
			b = box{Cell: c, at: at, span: max(1, c.Span), down: min(max(1, c.Down)-1, below)}
			if next > 0 {
				b.span = min(b.span, next-at)
			}
		case next > 0:
			b = box{at: at, span: next - at}
		default:
			return boxes
		}
		if b.down > 0 {
			hanging[at] = b
		}
		boxes = append(boxes, b)
		at += b.span
	}
}

// nearest is the next column to the right of at into which something hangs.
func nearest(hanging map[int]box, at int) int {
	next := 0
	for column := range hanging {
		if column > at && (next == 0 || column < next) {
			next = column
		}
	}
	return next
}

// widths parts the width of the page among the columns.
func widths(parts []int, columns, width int) []int {
	whole, all := 0, make([]int, columns)
	for i := range all {
		all[i] = 1
		if i < len(parts) {
			all[i] = max(1, parts[i])
		}
		whole += all[i]
	}
	sum, given := 0, 0
	for i, part := range all {
		sum += part
		all[i] = width*sum/whole - given
		given += all[i]
	}
	return all
}

func (b *body) table(t Table) {
	rows, columns := grid(t)
	wide := widths(t.Widths, columns, b.sheet().width())
	b.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/>`, b.sheet().width())
	if !t.Plain {
		b.f(`<w:tblBorders><w:top%[1]s<w:left%[1]s<w:bottom%[1]s<w:right%[1]s<w:insideH%[1]s<w:insideV%[1]s</w:tblBorders>`, border)
	}
	b.f(`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range wide {
		b.f(`<w:gridCol w:w="%d"/>`, w)
	}
	b.f(`</w:tblGrid>`)
	for i, boxes := range rows {
		b.row(t.Rows[i], boxes, wide, i < t.Head)
	}
	if len(rows) == 0 { // a table of nothing is not allowed
		b.row(Row{}, []box{{span: columns}}, wide, false)
	}
	b.f(`</w:tbl>`)
}

func (b *body) row(r Row, boxes []box, wide []int, head bool) {
	b.f(`<w:tr><w:trPr>`)
	if !r.Long {
		b.f(`<w:cantSplit/>`)
	}
	if r.Height > 0 {
		b.f(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, twips(r.Height))
	}
	if head {
		b.f(`<w:tblHeader/>`)
	}
	b.f(`</w:trPr>`)
	for _, c := range boxes {
		b.cell(c, wide)
	}
	b.f(`</w:tr>`)
}

func (b *body) cell(c box, wide []int) {
	width := 0
	for _, w := range wide[c.at : c.at+c.span] {
		width += w
	}
	b.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if c.span > 1 {
		b.f(`<w:gridSpan w:val="%d"/>`, c.span)
	}
	switch {
	case c.continues:
		b.f(`<w:vMerge/>`)
	case c.down > 0:
		b.f(`<w:vMerge w:val="restart"/>`)
	}
	if c.Shaded {
		b.f(`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`)
	}
	b.f(`<w:vAlign w:val="center"/></w:tcPr>`)
	paragraphs := c.Paragraphs
	if c.continues || len(paragraphs) == 0 {
		paragraphs = []Paragraph{{Style: InCell}}
	}
	for _, p := range paragraphs {
		b.paragraph(p, "")
	}
	b.f(`</w:tc>`)
}

// twips turns millimetres into twentieths of a point.
func twips(mm int) int { return mm * 1440 * 10 / 254 }
