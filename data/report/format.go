package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"xuncha/inspection"
)

// Format is a form in which things here can be written.
type Format string

// The formats.
const (
	Text Format = "text"
	JSON Format = "json"
	CSV  Format = "csv"
	XLSX Format = "xlsx" // what goes to offices as a file, where there is a workbook of it
)

// Formats are those that everything has, the usual one first.
func Formats() []Format { return []Format{Text, JSON, CSV} }

// table is rows of cells under a heading.
type table struct {
	head  []string
	rows  [][]string
	right map[int]bool // columns of numbers
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// text writes the table in columns as wide as their widest cell, in cells of a
// terminal: a Chinese character takes two.
func (t *table) text(w *strings.Builder, indent string) {
	wide := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			wide[i] = max(wide[i], ansi.StringWidth(cell))
		}
	}
	if strings.Join(t.head, "") != "" {
		t.line(w, indent, t.head, wide)
	}
	for _, row := range t.rows {
		t.line(w, indent, row, wide)
	}
}

func (t *table) line(w *strings.Builder, indent string, row []string, wide []int) {
	var b strings.Builder
	b.WriteString(indent)
	for i, cell := range row {
		if i > 0 {
			b.WriteString("  ")
		}
		gap := strings.Repeat(" ", wide[i]-ansi.StringWidth(cell))
		if t.right[i] {
			b.WriteString(gap + cell)
		} else {
			b.WriteString(cell + gap)
		}
	}
	w.WriteString(strings.TrimRight(b.String(), " ") + "\n")
}

func (t *table) csv(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range append([][]string{t.head}, t.rows...) {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = guard(cell)
		}
		if err := c.Write(guarded); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// guard keeps a spreadsheet from running a cell as a formula: it puts ' before
// it. A cell that begins with ' gets one more, so that taking one off when our
// own table is read gives back what was written.
func guard(cell string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, " \t\r\n　"))
	starts := cell != "" && strings.ContainsRune("\t\r\n", rune(cell[0]))
	if starts || first != utf8.RuneError && strings.ContainsRune("'=+-@|＝＋－＠", first) && !number(cell) {
		return "'" + cell
	}
	return cell
}

// number reports whether the whole cell is a plain number such as -5 or 0.25.
func number(cell string) bool {
	digits := strings.TrimPrefix(cell, "-")
	whole, part, _ := strings.Cut(digits, ".")
	return whole != "" && strings.Trim(whole+part, "0123456789") == ""
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// oneLine shows a text of several lines in one, and nothing in it that would
// move the cursor.
func oneLine(s string) string {
	return strings.ReplaceAll(inspection.Clean(s), "\n", " ⏎ ")
}
