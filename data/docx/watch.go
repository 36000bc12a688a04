package docx

import (
	"encoding/xml"
	"path"
	"strconv"
)

// watch looks at one part while it is read.
type watch struct {
	*check
	name  string
	ids   map[string]bool // relations that are used
	last  []int           // for each open element, the place of its last child
	child []string        // and its name
	rows  []tally         // of the open tables
}

// tally counts the columns of a table and those of the row being read.
type tally struct{ columns, filled int }

// short is how an element is called in the table of orders.
func short(n xml.Name) string {
	switch n.Space {
	case wordSpace:
		return "w:" + n.Local
	case chartSpace:
		return "c:" + n.Local
	case drawSpace:
		return "a:" + n.Local
	case inlineSpace:
		return "wp:" + n.Local
	}
	return ""
}

func (w *watch) visit(_ *xml.Decoder, within []xml.Name, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if len(within) > 0 {
			w.place(within[len(within)-1], t.Name)
		}
		w.last, w.child = append(w.last, -1), append(w.child, "")
		w.refers(t)
		w.opens(t)
	case xml.EndElement:
		end := len(w.last) - 1
		w.closes(t.Name, w.child[end])
		w.last, w.child = w.last[:end], w.child[:end]
	}
	return nil
}

// place checks that a child may stand where it does. What belongs to later
// versions of Word may stand anywhere.
func (w *watch) place(parent, child xml.Name) {
	end := len(w.last) - 1
	w.child[end] = short(child)
	places, ok := w.orders[short(parent)]
	if !ok || short(child) == "" {
		return
	}
	at, ok := places.follows(child.Local, w.last[end])
	if !ok {
		w.wrong("%s：%s 里的 %s 位置不对或重复", w.name, short(parent), short(child))
		return
	}
	w.last[end] = at
}

// refers notes the relations and styles that an element names.
func (w *watch) refers(e xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Space == relSpace {
			w.ids[a.Value] = true
		}
	}
	switch short(e.Name) {
	case "w:style":
		id := path.Dir(w.name) + " " + value(e, "styleId")
		if w.styles[id] {
			w.wrong("%s：样式“%s”有两个", w.name, value(e, "styleId"))
		}
		w.styles[id] = true
	case "w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn":
		w.uses = append(w.uses, use{w.name, value(e, "val")})
	}
}

// opens counts the columns of tables.
func (w *watch) opens(e xml.StartElement) {
	if short(e.Name) == "w:tbl" {
		w.rows = append(w.rows, tally{})
	}
	if len(w.rows) == 0 {
		return
	}
	row := &w.rows[len(w.rows)-1]
	switch short(e.Name) {
	case "w:gridCol":
		row.columns++
	case "w:tr":
		row.filled = 0
	case "w:tc":
		row.filled++
	case "w:gridSpan", "w:gridBefore", "w:gridAfter":
		n, err := strconv.Atoi(value(e, "val"))
		if err != nil || n < 0 || n > 1<<10 {
			w.wrong("%s：表格跨列数“%s”不对", w.name, value(e, "val"))
		}
		row.filled += n
		if e.Name.Local == "gridSpan" {
			row.filled--
		}
	}
}

func (w *watch) closes(n xml.Name, last string) {
	if len(w.rows) == 0 {
		return
	}
	switch short(n) {
	case "w:tbl":
		w.rows = w.rows[:len(w.rows)-1]
	case "w:tr":
		if row := w.rows[len(w.rows)-1]; row.filled != row.columns {
			w.wrong("%s：表格有%d列，但有一行占%d列", w.name, row.columns, row.filled)
		}
	case "w:tc":
		if last != "w:p" {
			w.wrong("%s：表格有一格不以段落结束", w.name)
		}
	}
}

// value is a w: attribute of an element, or one of none.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && (a.Name.Space == wordSpace || a.Name.Space == "") {
			return a.Value
		}
	}
	return ""
}
