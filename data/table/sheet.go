package table

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
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
	*part
	w *workbook
	g *grid

	line, column int
	hidden       bool
	filled       bool // the row has something in it
	rows, cells  int  // without anything, since the last that had
	merged       []area
}

func (w *workbook) readSheet(g *grid, name string) error {
	p, err := w.openPart(name, maxPart)
	if err != nil {
		return err
	}
	defer p.close() // only read
	r := sheetReader{part: p, w: w, g: g}
	for g.says == "" {
		if r.rows > blankRows || r.cells > blankCells {
			err := r.skim()
			g.spread(r.merged)
			return err
		}
		t, err := p.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := r.take(t); err != nil {
			return err
		}
	}
	g.spread(r.merged)
	return nil
}

func (r *sheetReader) take(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "row":
			return r.beginRow(t)
		case "c":
			return r.cell(t)
		case "mergeCell":
			r.merge(attr(t, "ref"))
		}
	case xml.EndElement:
		if t.Name.Local == "row" {
			r.endRow()
		}
	}
	return nil
}

func (r *sheetReader) beginRow(e xml.StartElement) error {
	at := r.line + 1
	if s := attr(e, "r"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < at || n > 1<<20 {
			return fmt.Errorf("%s 的行号“%s”不对", r.g.sheet.Name, s[:min(len(s), 20)])
		}
		at = n
	}
	r.line, r.column, r.filled = at, 0, false
	r.hidden = isTrue(attr(e, "hidden"))
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
func (r *sheetReader) cell(e xml.StartElement) error {
	at := r.column + 1
	if ref := attr(e, "r"); ref != "" {
		column, line, ok := parseRef(ref)
		if !ok || line != r.line || column < at {
			return fmt.Errorf("%s 的格子“%s”不在其位", r.g.sheet.Name, ref[:min(len(ref), 20)])
		}
		at = column
	}
	r.column = at
	r.cells++
	value, formula, err := r.value()
	if err != nil {
		return err
	}
	kind := attr(e, "t")
	switch {
	case kind == "e":
		r.g.broke(r.line, at, "公式算出的是错误 "+value)
		r.filled = true
		return nil
	case value == "" && formula:
		r.g.broke(r.line, at, "公式没有存下算出的值；请用 Excel 或 WPS 打开，另存后再读")
		r.filled = true
		return nil
	case value == "":
		return nil
	}
	text, err := r.w.show(value, kind, attr(e, "s"))
	if err != nil {
		return fmt.Errorf("%s：%w", r.g.sheet.Place(r.line, at), err)
	}
	r.filled = r.filled || strings.TrimSpace(text) != ""
	r.g.put(r.line, at, text)
	return nil
}

// value reads what stands within a c element: v, is and whether there is f.
func (r *sheetReader) value() (value string, formula bool, err error) {
	inV := false
	for {
		t, err := r.next()
		if err != nil {
			return "", false, atEnd(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				inV = true
			case "f":
				formula = true
			case "is":
				if value, err = r.text("is"); err != nil {
					return "", false, err
				}
			}
		case xml.CharData:
			if inV {
				if len(value)+len(t) > maxText {
					return "", false, errTooLong
				}
				value += string(t)
			}
		case xml.EndElement:
			inV = false
			if t.Name.Local == "c" {
				return value, formula, nil
			}
		}
	}
}

// show is a stored value as people see it.
func (w *workbook) show(value, kind, styleNumber string) (string, error) {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(w.shared) {
			return "", fmt.Errorf("没有第“%s”条文字", value[:min(len(value), 20)])
		}
		return w.shared[n], nil
	case "b":
		if isTrue(value) {
			return "TRUE", nil
		}
		return "FALSE", nil
	case "d":
		return isoDay(value), nil
	case "str", "inlineStr":
		return unescape(value), nil
	}
	n, err := strconv.Atoi(styleNumber)
	if err != nil || n < 0 || n >= len(w.styles) {
		return style{}.number(value, w.from04), nil
	}
	return w.styles[n].number(value, w.from04), nil
}

func (r *sheetReader) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
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

// skim goes through the rest of a sheet without reading its cells: for merged
// cells, and for the first row below that has something in it.
func (r *sheetReader) skim() error {
	at := r.line
	tag := make([]byte, 0, 256)
	for {
		r.leash.left = maxText
		var err error
		if tag, err = nextTag(r.rest, tag[:0]); err != nil {
			if errors.Is(err, io.EOF) {
				return r.w.ctx.Err()
			}
			return err
		}
		name, rest, _ := bytes.Cut(tag, []byte(" "))
		if i := bytes.IndexByte(name, ':'); i >= 0 {
			name = name[i+1:]
		}
		switch string(bytes.TrimRight(name, ">/")) {
		case "row":
			at++
			if n, err := strconv.Atoi(between(rest, ` r="`)); err == nil {
				at = n
			}
			if at%10_000 == 0 && r.w.ctx.Err() != nil {
				return r.w.ctx.Err()
			}
		case "v", "is":
			if r.g.sheet.Unread == 0 {
				r.g.sheet.Unread = at
			}
		case "mergeCell":
			r.merge(between(rest, ` ref="`))
		}
	}
}

// nextTag is what stands between the next < and its >, with the >.
func nextTag(r *bufio.Reader, tag []byte) ([]byte, error) {
	for {
		_, err := r.ReadSlice('<')
		if err == nil {
			break
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
	for {
		piece, err := r.ReadSlice('>')
		if len(tag) < 4096 {
			tag = append(tag, piece...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return tag, err
		}
	}
}

// between is the value of an attribute that begins as given.
func between(attributes []byte, begin string) string {
	// The blank in front of the first attribute was cut off.
	s := " " + string(attributes)
	_, s, ok := strings.Cut(s, begin)
	if !ok {
		return ""
	}
	s, _, _ = strings.Cut(s, `"`)
	return s
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
