package report

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// workbook is a workbook in the making. What went wrong first is kept, so that
// laying a sheet out need not ask after every cell.
type workbook struct {
	*excelize.File
	folder string // of what does not fit into memory, for this user alone
	err    error
}

// spilled begins the name of the folder of what did not fit into memory.
const spilled = "xuncha-workbook-"

// SweepWorkbooks removes what programs that were killed left of workbooks that
// did not fit into memory: nobody has touched it for an hour.
func SweepWorkbooks() error {
	all, err := filepath.Glob(filepath.Join(os.TempDir(), spilled+"*"))
	for _, folder := range all {
		info, gone := os.Lstat(folder)
		if gone == nil && info.IsDir() && time.Since(info.ModTime()) > time.Hour {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}
	if err != nil {
		return fmt.Errorf("report: sweep workbooks: %w", err)
	}
	return nil
}

// newWorkbook is an empty workbook whose first sheet has a name.
func newWorkbook(first string) *workbook {
	folder, err := os.MkdirTemp("", spilled)
	w := &workbook{File: excelize.NewFile(excelize.Options{TmpDir: folder}), folder: folder, err: err}
	w.try(w.SetSheetName("Sheet1", first))
	return w
}

func (w *workbook) try(err error) {
	if w.err == nil {
		w.err = err
	}
}

// close removes what was written aside.
func (w *workbook) close() error { return errors.Join(w.File.Close(), os.RemoveAll(w.folder)) }

// send writes the workbook out, part by part: never whole in memory.
func (w *workbook) send(to io.Writer) error {
	w.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newOrderlyZip(to) })
	w.try(w.Write(io.Discard))
	return errors.Join(w.err, w.close())
}

// style makes a style out of what it differs in from the plain one.
func (w *workbook) style(differ func(*excelize.Style)) int {
	s := excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: 10},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	differ(&s)
	id, err := w.NewStyle(&s)
	w.try(err)
	return id
}

// framed gives a cell thin lines all around.
func framed(s *excelize.Style) {
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "8C8C8C", Style: 1})
	}
}

// asText keeps a spreadsheet from taking what is typed into the cell for a
// formula or a number.
func asText(s *excelize.Style) { s.NumFmt = 49 }

func asDay(s *excelize.Style) {
	form := "yyyy-mm-dd"
	s.CustomNumFmt = &form
	s.Alignment.Horizontal = "center"
}

func centred(s *excelize.Style) { s.Alignment.Horizontal = "center" }

func heading(s *excelize.Style) {
	framed(s)
	asText(s)
	s.Font.Bold = true
	s.Fill = shade("DDE6F0")
	s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
}

// toFill marks a cell that somebody is to fill in, and lets them.
func toFill(s *excelize.Style) {
	s.Fill = shade("FFFBE6")
	s.Protection = &excelize.Protection{Locked: false}
}

func shade(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func all(parts ...func(*excelize.Style)) func(*excelize.Style) {
	return func(s *excelize.Style) {
		for _, part := range parts {
			part(s)
		}
	}
}

// at is the name of a cell, columns and rows counted from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // no sheet here is that large
	}
	return name
}

func columnName(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		panic(err) // no sheet here is that wide
	}
	return name
}

// cellDay is a day as spreadsheets count it, or nothing.
func cellDay(d inspection.Day) any {
	if d == 0 {
		return nil
	}
	return int(d) + 25569 // days from 1899-12-30 to 1970-01-01
}

// lineHeight is that of a line of ten points, most is the highest row there is.
const (
	lineHeight = 13.5
	mostHeight = 409.0
)

// rowHeight is how high a row has to be to show texts in columns of some
// widths: programs do not make rows higher by themselves.
func rowHeight(texts []string, widths []float64) float64 {
	lines := 1
	for i, text := range texts {
		lines = max(lines, linesOf(text, widths[i]))
	}
	return math.Min(float64(lines)*lineHeight+3, mostHeight)
}

// linesOf is how many lines a text takes in a column. A line holds one character
// less than the width says, since programs draw letters by their own fonts.
func linesOf(text string, width float64) int {
	lines, room := 0, max(2, int(width)-1)
	for line := range strings.SplitSeq(text, "\n") {
		lines += wrapped(line, room)
	}
	return lines
}

// wrapped is how many lines a line becomes. A word stays whole, and so does a
// Chinese character with the signs that must not begin a line or end one.
func wrapped(line string, room int) int {
	lines, at, piece := 1, 0, 0 // piece is how much of the line must not be parted from what follows
	var before rune
	for _, r := range line {
		wide := wideOf(r)
		if before == ' ' || (wide == 2 || wideOf(before) == 2) && !strings.ContainsRune(neverFirst, r) && !strings.ContainsRune(neverLast, before) {
			piece = 0
		}
		if at += wide; at > room {
			lines++
			if at = piece + wide; at > room {
				at, piece = wide, 0
			}
		}
		piece += wide
		before = r
	}
	return lines
}

// neverFirst begin no line, and neverLast end none.
const (
	neverFirst = "，。、；：！？）》】」』”’…—～·,.;:!?)]}%"
	neverLast  = "（《【「『“‘([{"
)

// wideOf is how wide a character is drawn beside Chinese, roughly.
func wideOf(r rune) int {
	if r < 0x2000 {
		return 1
	}
	return 2
}

// mostInCell is how much a cell holds, in UTF-16, and cutMark is said where a
// text had to be cut for it.
const (
	mostInCell = 32767
	cutMark    = "…（单元格放不下，全文见账本）"
)

func tooLong(text string) bool {
	return len(text) > mostInCell && utf16Len(text) > mostInCell // bytes are never fewer
}

// fit is a text as far as a cell holds it, with a mark where it was cut.
func fit(text string) string {
	if !tooLong(text) {
		return text
	}
	room := mostInCell - utf16Len(cutMark)
	for i, r := range text {
		if room -= utf16.RuneLen(r); room < 0 {
			return text[:i] + cutMark
		}
	}
	return text
}

func utf16Len(s string) (n int) {
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}
