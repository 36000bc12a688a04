// Package table reads what offices keep in tables: workbooks (.xlsx) and text
// with separators (.csv). It knows how such files are really made, with titles
// above the heads, merged cells, 合计 lines and full-width digits, and nothing of
// what they are about.
//
//	f, err := table.ReadFile(ctx, "名册.xlsx")
//	t, err := f.Sheets[0].Find([]table.Column{{Name: "名称", Also: []string{"校名"}, Needed: true}, {Name: "学段"}})
//	for _, r := range t.Records() {
//		fmt.Println(r.Place("名称"), r.Text("名称"))
//	}
//
// # Caveats
//
// A workbook is read as its cells were last calculated and saved: a formula
// whose value was not saved is empty, and [Table.Faults] tells it. Nothing is
// written anywhere while reading, no part of a workbook is unpacked to disk.
package table

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"xuncha/data/bilingual"
)

// File is a file of tables, read whole.
type File struct {
	Name   string // without folders, for messages
	Sheets []Sheet
}

// Sheet is one sheet of a workbook, or the whole of a csv file. Of a workbook,
// sheets that were never filled are there too, without rows.
type Sheet struct {
	Name       string // empty for csv
	Rows       []Row  // in the order of lines; lines without any cell are missing
	Hidden     bool
	HiddenRows int // rows that are filled and hidden by hand or by a filter; they are read
	Unread     int // the line where reading stopped with filled lines below, or 0

	broken map[cellAt]string // cells without a value to read: the error that a formula came to, or nothing
}

// Row is one line of a sheet. Line counts from 1, as the person sees it. Cells
// are on one line each, with ordinary letters and digits, without blanks around
// and without characters that cannot be seen; dates are as 2026-11-23. What a
// merged cell says stands in each of the cells that it covers.
type Row struct {
	Line  int
	Cells []string

	words map[int]string // by column, where the cell had several lines or wide letters
	forms map[int]Form   // by column, where the cell is not [Plain]
	own   bool           // something stands in the row itself, not only in a merged cell
	to    int            // the last line of a row of csv in which a cell has several, or 0
}

type cellAt struct{ line, column int } // from 1

// Fault is one thing that is wrong with a file, and where. Line and Column
// count from 1; zero is no place in particular. Place is the same in words:
// 名册!C4 in a workbook, 第4行第3列 in csv.
type Fault struct {
	Line, Column int
	Place        bilingual.Text
	Says         bilingual.Text
}

// Faults is the error of a file that is a table, but not as it should be.
type Faults []Fault

func (f Faults) Error() string {
	s := ""
	for i, at := range f {
		if i > 0 {
			s += "\n"
		}
		if !at.Place.IsZero() {
			s += at.Place.String() + "："
		}
		s += at.Says.String()
	}
	return s
}

// Limits beyond which a file is no table that people made. They keep reading
// within some 200 MB.
const (
	maxZip     = 64 << 20  // bytes of a workbook
	maxPart    = 512 << 20 // bytes of one sheet, unpacked; it is streamed
	maxStrings = 48 << 20  // bytes of all the texts of a workbook
	maxCSV     = 16 << 20  // bytes of a csv file
	maxCells   = 500_000   // cells with something in them
	maxColumns = 1024
	maxSheets  = 256
	maxText    = 1 << 20 // bytes of one cell, before it is read
)

// ReadFile reads the file at path; see [Read].
func ReadFile(ctx context.Context, path string) (*File, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("table: %w", err)
	case info.IsDir():
		return nil, &Strange{name, say("这是文件夹，不是表格文件")}
	case info.Mode()&(fs.ModeNamedPipe|fs.ModeDevice|fs.ModeSocket) != 0:
		return nil, &Strange{name, say("这不是普通文件；请先存成文件再读")}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("table: %w", err)
	}
	f, err := Read(ctx, name, file, info.Size())
	return f, errors.Join(err, file.Close())
}

// Read reads all tables of a workbook or of a csv file; which of the two it is,
// the bytes tell and not the name. The error is a [*Strange] when the file is
// something else or larger than any table, wraps [Faults] when quotes in a csv
// file do not match, and wraps ctx's error or the one of reading otherwise.
func Read(ctx context.Context, name string, r io.ReaderAt, size int64) (*File, error) {
	f := &File{Name: filepath.Base(name)}
	kind, err := sniff(f.Name, r, size)
	if err != nil {
		return nil, err
	}
	if kind == aWorkbook {
		err = f.readWorkbook(ctx, r, size)
	} else {
		err = f.readCSV(ctx, r, size)
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Place names a cell of the sheet as people find it: 名册!C4, or 第4行第3列 in a
// csv file. Line and column count from 1; column 0 names the whole line.
func (s *Sheet) Place(line, column int) bilingual.Text {
	switch {
	case s.Name == "" && column == 0:
		return say("第%d行", line)
	case s.Name == "":
		return say("第%d行第%d列", line, column)
	case column == 0:
		return say("%s!第%d行", s.Name, line)
	}
	return bilingual.Same(s.Name + "!" + letters(column) + strconv.Itoa(line))
}

// letters is a column as workbooks name it: A, Z, AA.
func letters(column int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}
