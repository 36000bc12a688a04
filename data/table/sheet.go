package table

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A sheet that somebody styled down to its last row has a million rows without
// content. After so many of them, or so many cells, only what is merged and
// whether anything stands below is looked for.
const (
	blankRows  = 200
	blankCells = 20_000
)

// sheetReader goes through the cells of one sheet.
type sheetReader struct {
	*tags
	w *workbook
	g *grid

	line, column int
	hidden       bool
	filled       bool // the row has something in it
	rows, cells  int  // without anything, since the last that had
	merged       []area
}

func (w *workbook) readSheet(g *grid, name string) error {
	t, err := w.openPart(name, maxPart)
	if err != nil {
		return err
	}
	defer t.close() // only read
	r := sheetReader{tags: t, w: w, g: g}
	for g.says.IsZero() && err == nil {
		if r.rows > blankRows || r.cells > blankCells {
			if err = t.leap(); err == nil {
				err = r.skim()
			}
		} else if err = t.next(); err == nil {
			err = r.take()
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	g.spread(r.merged)
	return w.ctx.Err()
}

func (r *sheetReader) take() error {
	switch {
	case r.begins("row"):
		err := r.beginRow()
		if r.alone {
			r.endRow()
		}
		return err
	case r.begins("c"):
		return r.cell()
	case r.over("row"):
		r.endRow()
	case r.begins("mergeCell"):
		r.merge()
	}
	return nil
}

func (r *sheetReader) beginRow() error {
	at := r.line + 1
	if ref := r.rawAttr("r"); ref != nil {
		n := r.number("r")
		if n < at || n > 1<<20 {
			return say("%s 的行号“%s”不对", r.g.sheet.Name, ref[:min(len(ref), 20)])
		}
		at = n
	}
	r.line, r.column, r.filled = at, 0, false
	r.hidden = isTrue(string(r.rawAttr("hidden")))
	if at%1000 == 0 {
		return r.w.ctx.Err()
	}
	return nil
}

func (r *sheetReader) endRow() {
	if !r.filled {
		r.rows++
		return
	}
	r.rows, r.cells = 0, 0
	if r.hidden {
		r.g.sheet.HiddenRows++
	}
}

// cell reads one cell to its end.
func (r *sheetReader) cell() error {
	if r.line == 0 {
		return say("%s 里有不在任何行中的格子", r.g.sheet.Name)
	}
	at := r.column + 1
	if ref := r.rawAttr("r"); ref != nil {
		column, line, ok := parseRef(string(ref))
		if !ok || line != r.line || column < at {
			return say("%s 的格子“%s”不在其位", r.g.sheet.Name, ref[:min(len(ref), 20)])
		}
		at = column
	}
	r.column = at
	r.cells++
	if r.alone {
		return nil
	}
	kind, style := r.attr("t"), r.number("s")
	value, formula, saved, err := r.value()
	empty := saved && kind == "str" // a text may come to nothing
	switch {
	case err != nil:
		return err
	case kind == "e", value == "" && formula && !empty:
		r.g.broke(r.line, at, value)
		r.filled = true
		return nil
	case value == "":
		return nil
	}
	text, form, err := r.w.show(value, kind, style)
	if err != nil {
		return say("%s：%v", r.g.sheet.Place(r.line, at), err)
	}
	r.filled = r.filled || strings.TrimSpace(text) != ""
	r.g.put(r.line, at, text, form)
	return nil
}

// value reads what stands within a c element: v or is, and whether there are f
// and v.
func (r *sheetReader) value() (value string, formula, saved bool, err error) {
	for {
		if err := r.next(); err != nil {
			return "", false, false, atEnd(err)
		}
		switch {
		case r.over("c"):
			return value, formula, saved, nil
		case r.name == "f":
			formula = true
		case r.over("v"):
			if saved = true; !r.alone {
				value = r.says()
			}
		case r.begins("is"):
			if value, err = r.text("is"); err != nil {
				return "", false, false, err
			}
		}
	}
}

// show is a stored value as people see it, and its form.
func (w *workbook) show(value, kind string, number int) (string, Form, error) {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(w.shared) {
			return "", Plain, say("没有第“%s”条文字", value[:min(len(value), 20)])
		}
		return w.shared[n], Plain, nil
	case "b":
		if isTrue(value) {
			return "TRUE", YesNo, nil
		}
		return "FALSE", YesNo, nil
	case "d":
		return isoDay(value), Date, nil
	case "str":
		return unescape(value), Plain, nil
	case "inlineStr": // read as rich text
		return value, Plain, nil
	}
	var s style
	if number >= 0 && number < len(w.styles) {
		s = w.styles[number]
	}
	return s.number(value, w.from04), s.form(value), nil
}

func (r *sheetReader) merge() {
	from, to, ok := strings.Cut(r.attr("ref"), ":")
	if !ok || len(r.merged) == maxCells {
		return
	}
	left, top, ok1 := parseRef(from)
	right, bottom, ok2 := parseRef(to)
	if ok1 && ok2 {
		r.merged = append(r.merged, area{top, left, bottom, right})
	}
}

// parseRef reads C4 as column 3 of line 4.
func parseRef(ref string) (column, line int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 3; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	line, err := strconv.Atoi(ref[i:])
	return column, line, err == nil && column > 0 && line > 0
}

// skim looks at a tag below many rows without anything: for merged cells, and
// for the first row that has something in it after all.
func (r *sheetReader) skim() error {
	switch {
	case r.begins("row"):
		if r.line++; r.number("r") > 0 {
			r.line = r.number("r")
		}
		if r.line%10_000 == 0 {
			return r.w.ctx.Err()
		}
	case r.ends && (r.name == "v" || r.name == "is"):
		if r.g.sheet.Unread == 0 {
			r.g.sheet.Unread = r.line
		}
	case r.begins("mergeCell"):
		r.merge()
	}
	return nil
}

// unescape reads the characters that XML cannot carry, as _x000D_.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "_x")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		n, err := strconv.ParseUint(after[:min(4, len(after))], 16, 16)
		if err != nil || len(after) < 5 || after[4] != '_' {
			b.WriteString("_x")
			s = after
			continue
		}
		if r := rune(n); !utf16.IsSurrogate(r) {
			b.WriteRune(r)
		}
		s = after[5:]
	}
}
