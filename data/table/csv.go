package table

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

func (f *File) readCSV(ctx context.Context, r io.ReaderAt, size int64) error {
	raw := make([]byte, size)
	n, err := r.ReadAt(raw, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("table: read %s: %w", f.Name, err)
	}
	text, says := decode(raw[:n])
	if !says.IsZero() {
		return &Strange{f.Name, says}
	}
	raw = nil // large, and read
	if strings.TrimSpace(text) == "" {
		return &Strange{f.Name, say("文件里没有内容")}
	}
	comma := separator(text)
	if at, n := widest(text, comma); n >= mostSheetColumns {
		return &Strange{f.Name, say("第%d行有 %d 列，不像是人做的表格", at, n+1)}
	}
	c := csv.NewReader(strings.NewReader(text))
	c.ReuseRecord = true
	c.Comma = comma
	c.FieldsPerRecord = -1
	g := grid{sheet: &Sheet{}}
	for {
		row, err := c.Read()
		var quote *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			f.Sheets = []Sheet{*g.sheet}
			return nil
		case errors.As(err, &quote):
			return fmt.Errorf("%s %w", f.Name, Faults{unquoted(text, comma, quote)})
		case err != nil:
			return fmt.Errorf("table: read %s: %w", f.Name, err)
		case ctx.Err() != nil:
			return fmt.Errorf("table: read %s: %w", f.Name, ctx.Err())
		}
		line, _ := c.FieldPos(0)
		more := 0
		for i, cell := range row {
			if cell != "" {
				g.put(line, i+1, unguard(cell), formOfText(cell))
				more += strings.Count(cell, "\n")
			}
		}
		if more > 0 {
			g.row(line).to = line + more
		}
		if !g.says.IsZero() {
			return &Strange{f.Name, g.says}
		}
	}
}

// mostSheetColumns is how many columns a workbook has, empty ones included.
const mostSheetColumns = 1 << 14

// widest is the line with the most separators, and how many.
func widest(text string, comma rune) (line, most int) {
	sep, at := string(comma), 0
	for one := range strings.Lines(text) {
		at++
		if n := strings.Count(one, sep); n > most {
			line, most = at, n
		}
	}
	return line, most
}

// unguard takes off the quote that keeps our own tables from being run as
// formulas.
func unguard(cell string) string {
	rest, ok := strings.CutPrefix(cell, "'")
	if ok && rest != "" && strings.ContainsRune("'=+-@＝＋－＠|\t\r\n", []rune(rest[:min(len(rest), 4)])[0]) {
		return rest
	}
	return cell
}

// unquoted is the fault of a quote that is not closed, or stands where none may.
func unquoted(text string, comma rune, e *csv.ParseError) Fault {
	at := Fault{Line: e.StartLine, Column: 1, Says: say("引号没有成对：含引号的内容要整个用引号括起，里面的引号写两个")}
	column := e.Column
	if errors.Is(e.Err, csv.ErrQuote) && e.Line != e.StartLine {
		column = 1 << 30 // it was opened on an earlier line
	} else {
		at.Line = e.Line
	}
	lines := strings.Split(text, "\n")
	if at.Line >= 1 && at.Line <= len(lines) {
		at.Column = cellOf(lines[at.Line-1], comma, column)
	}
	at.Place = (&Sheet{}).Place(at.Line, at.Column)
	return at
}

// cellOf counts to the cell around a byte of a line, or to the last one that
// begins with a quote.
func cellOf(line string, comma rune, column int) int {
	if column <= len(line)+1 {
		return 1 + strings.Count(line[:max(column-1, 0)], string(comma))
	}
	cells := strings.Split(line, string(comma))
	for i := len(cells) - 1; i >= 0; i-- {
		if strings.HasPrefix(cells[i], `"`) {
			return i + 1
		}
	}
	return len(cells)
}

// separators in the order of preference where they count alike.
var separators = []rune{',', '\t', ';', '，', '|'}

// separator is the sign that stands most evenly between the cells of the first
// lines, outside of quotes.
func separator(text string) rune {
	counts := countSeparators(text, 20)
	best, most := separators[0], 0
	for _, sep := range separators {
		lines := map[int]int{}
		for _, count := range counts {
			if n := count[sep]; n > 0 {
				lines[n]++
			}
		}
		for n, times := range lines {
			// Lines with as many of it count first, then how many there are.
			if weight := times*1000 + min(n, 999); weight > most {
				best, most = sep, weight
			}
		}
	}
	return best
}

func countSeparators(text string, most int) []map[rune]int {
	var all []map[rune]int
	count, quoted := map[rune]int{}, false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '\n' && !quoted:
			all = append(all, count)
			if count = map[rune]int{}; len(all) == most {
				return all
			}
		case !quoted && slices.Contains(separators, r):
			count[r]++
		}
	}
	return append(all, count)
}
