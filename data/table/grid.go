package table

import "xuncha/data/bilingual"

// grid puts the cells of a sheet where they belong, as they arrive in order.
type grid struct {
	sheet *Sheet
	cells int            // with something in them, of all sheets of the file
	says  bilingual.Text // what is wrong with the whole
}

// put sets a cell down. Lines arrive in order, and cells within a line do.
func (g *grid) put(at, column int, text string, form Form) {
	w := words(text)
	if w == "" || !g.count(at, column) {
		return
	}
	row := g.row(at)
	row.set(column, line(w), w, form)
	row.own = true
}

// row is the line at, which is the last one or a new one.
func (g *grid) row(at int) *Row {
	rows := g.sheet.Rows
	if n := len(rows); n > 0 && rows[n-1].Line >= at {
		return &rows[n-1]
	}
	width := 0
	if n := len(rows); n > 0 {
		width = len(rows[n-1].Cells)
	}
	g.sheet.Rows = append(rows, Row{Line: at, Cells: make([]string, 0, width)})
	return &g.sheet.Rows[len(g.sheet.Rows)-1]
}

// broke notes a cell that has no value to read, and its row, in which nothing
// else may stand.
func (g *grid) broke(at, column int, failed string) {
	if !g.count(at, column) {
		return
	}
	g.row(at).set(column, "", "", Plain)
	if g.sheet.broken == nil {
		g.sheet.broken = map[cellAt]string{}
	}
	g.sheet.broken[cellAt{at, column}] = failed
}

// count counts a cell with something in it, if the sheet may have one more.
func (g *grid) count(at, column int) bool {
	switch g.cells++; {
	case column > maxColumns:
		g.says = say("%s有内容，列太多了；最多读 %d 列", g.sheet.Place(at, column), maxColumns)
	case g.cells > maxCells:
		g.says = say("有内容的格子超过 %d 万个，不像是人做的表格", maxCells/10_000)
	default:
		return true
	}
	return false
}

// area is a block of merged cells, both corners included.
type area struct{ top, left, bottom, right int }

// spread writes what merged cells say into each cell that they cover, as far as
// the sheet is filled.
func (g *grid) spread(areas []area) {
	rows := g.sheet.Rows
	wide := 0
	for i := range rows {
		wide = max(wide, len(rows[i].Cells))
	}
	work := maxCells
	for _, a := range areas {
		from := g.find(a.top)
		if from == len(rows) || rows[from].Line != a.top || a.left > len(rows[from].Cells) {
			continue
		}
		cell, w, form := rows[from].Cells[a.left-1], rows[from].wordsAt(a.left), rows[from].forms[a.left]
		if cell == "" {
			continue
		}
		for i := from; i < len(rows) && rows[i].Line <= a.bottom; i++ {
			right := min(a.right, wide)
			if work -= right - a.left + 1; work < 0 {
				g.says = say("合并的格子太多，不像是人做的表格")
				return
			}
			rows[i].cover(a.left, right, cell, w, form)
		}
	}
}

func (r *Row) cover(left, right int, cell, words string, form Form) {
	for c := left; c <= right; c++ {
		if cellOr(r.Cells, c-1) == "" {
			r.set(c, cell, words, form)
		}
	}
}

// set puts a cell into its column. Words are kept only where they differ, and
// the form only where it is not plain.
func (r *Row) set(column int, cell, words string, form Form) {
	for len(r.Cells) < column {
		r.Cells = append(r.Cells, "")
	}
	r.Cells[column-1] = cell
	if form != Plain {
		if r.forms == nil {
			r.forms = map[int]Form{}
		}
		r.forms[column] = form
	}
	if words == cell {
		return
	}
	if r.words == nil {
		r.words = map[int]string{}
	}
	r.words[column] = words
}

func (r *Row) wordsAt(column int) string {
	if w, ok := r.words[column]; ok {
		return w
	}
	return cellOr(r.Cells, column-1)
}

// find is the place of the first row at a line or after it.
func (g *grid) find(line int) int {
	rows := g.sheet.Rows
	lo, hi := 0, len(rows)
	for lo < hi {
		if mid := (lo + hi) / 2; rows[mid].Line < line {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
