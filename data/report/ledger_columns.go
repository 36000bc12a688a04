package report

import (
	"fmt"
	"iter"
	"maps"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"xuncha/inspection"
)

// ledgerWidths are those of the columns, in characters of ten points. What
// stands before and on 销号 fits on A4, lying.
var ledgerWidths = map[inspection.Column]float64{
	inspection.ColumnNumber: 12, inspection.ColumnSchool: 10, inspection.ColumnWords: 30, inspection.ColumnDimension: 11,
	inspection.ColumnGoal: 16, inspection.ColumnMeasures: 28, inspection.ColumnLeader: 8, inspection.ColumnDepartment: 8,
	inspection.ColumnPerson: 8, inspection.ColumnDeadline: 11, inspection.ColumnLongTerm: 6, inspection.ColumnState: 10,
	inspection.ColumnLeft: 10, inspection.ColumnProgress: 24, inspection.ColumnProof: 5, inspection.ColumnClosed: 11,
	inspection.ColumnProgressDay: 11, inspection.ColumnCause: 18, inspection.ColumnInference: 18, inspection.ColumnHistory: 26,
	inspection.ColumnFedBack: 11, inspection.ColumnID: 14, inspection.ColumnSent: 14,
}

// mostWidth is how wide a column may grow, and highest how many lines a row may
// have: programs make none higher.
const (
	mostWidth = 72.0
	highest   = 30 // of lineHeight, in mostHeight
)

// widths are the columns' own, or wider ones where words would else make a row
// higher than programs let it be.
func (g *Ledger) widths(lines iter.Seq[*LedgerLine]) map[inspection.Column]float64 {
	widths := maps.Clone(ledgerWidths)
	for r := range lines {
		for c, width := range widths {
			if width >= mostWidth || c.Hidden() || !grows(c) {
				continue
			}
			for text := g.words(r, c); width < mostWidth && linesOf(text, width) > highest; {
				width = min(width*1.25, mostWidth)
			}
			widths[c] = width
		}
	}
	return widths
}

// grows reports whether a column holds words of any length.
func grows(c inspection.Column) bool {
	switch c {
	case inspection.ColumnWords, inspection.ColumnGoal, inspection.ColumnMeasures, inspection.ColumnProgress, inspection.ColumnCause,
		inspection.ColumnInference, inspection.ColumnHistory:
		return true
	}
	return false
}

// Clipped is how many lines of the workbook are higher than a row can be: not
// all of their words are seen on the sheet, though they are in it.
func (g *Ledger) Clipped() (n int) {
	widths := g.widths(g.sent())
	for r := range g.sent() {
		for c, width := range widths {
			if !c.Hidden() && grows(c) && linesOf(fit(g.words(r, c)), width) > highest {
				n++
				break
			}
		}
	}
	return n
}

// cell is what a line of the ledger holds in a column: a text, a number, or a
// day as spreadsheets count it.
func (g *Ledger) cell(r *LedgerLine, c inspection.Column) any {
	x := &r.Rectification
	switch c {
	case inspection.ColumnDeadline:
		return cellDay(x.Deadline)
	case inspection.ColumnProgressDay:
		if len(x.Progress) == 0 {
			return nil
		}
		return cellDay(x.Progress[len(x.Progress)-1].Day)
	case inspection.ColumnFedBack:
		return cellDay(x.FedBack)
	case inspection.ColumnClosed:
		return cellDay(x.Closed)
	case inspection.ColumnProof:
		return len(x.Proof)
	}
	if text := fit(g.words(r, c)); text != "" {
		return text
	}
	return nil
}

// words is what a line of the ledger says in a column of text.
func (g *Ledger) words(r *LedgerLine, c inspection.Column) string {
	x := &r.Rectification
	switch c {
	case inspection.ColumnNumber:
		return r.number(&chinese)
	case inspection.ColumnSchool:
		return r.school()
	case inspection.ColumnWords:
		return x.Words
	case inspection.ColumnDimension:
		return r.Dimension.Ordinal()
	case inspection.ColumnLeft:
		return g.left(r, &chinese)
	case inspection.ColumnProof:
		return strconv.Itoa(len(x.Proof))
	case inspection.ColumnClosed:
		return x.Closed.String()
	case inspection.ColumnFedBack:
		return x.FedBack.String()
	case inspection.ColumnHistory:
		return history(x.History())
	case inspection.ColumnID:
		return string(r.ID)
	case inspection.ColumnSent:
		return string(x.Trace(g.Campaign.ID, norm.NFC.String, func(c inspection.Column) string { return fit(g.words(r, c)) }))
	}
	return x.Cell(c)
}

const historyMark = "更早的进展，单元格放不下，见账本）"

// history is all progress; what a cell does not hold is counted.
func history(all []string) string {
	var b strings.Builder
	for i, one := range all {
		if utf16Len(b.String())+utf16Len(one)+1 > mostInCell-40 {
			fmt.Fprintf(&b, "（另有%d条"+historyMark, len(all)-i)
			break
		}
		b.WriteString(one + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// CutCell is a cell of the workbook that does not hold all of its text.
type CutCell struct {
	Number string // of the finding, on paper
	Column inspection.Column
}

// Cut are the cells of the workbook that do not hold all of their text. In the
// workbook they say so themselves.
func (g *Ledger) Cut() []CutCell {
	var cut []CutCell
	for r := range g.sent() {
		for _, c := range inspection.Columns() {
			if text := g.words(r, c); tooLong(text) || c == inspection.ColumnHistory && strings.HasSuffix(text, historyMark) {
				cut = append(cut, CutCell{r.number(&chinese), c})
			}
		}
	}
	return cut
}
