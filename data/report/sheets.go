package report

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"xuncha/inspection"
)

// Sheet is a table that is given out for other programs: its columns by their
// keys, with a word for people on each.
type Sheet struct {
	Name  string // of its file or sheet
	Title string // in Chinese
	Keys  []string
	Says  []string
	Rows  iter.Seq[[]string]
}

// ContentsName is the file that explains the tables of a folder.
const ContentsName = "说明.csv"

// WriteSheets writes tables into a folder, each as a csv file that spreadsheets
// take for text, and a file that explains them.
func WriteSheets(ctx context.Context, folder string, sheets []Sheet) error {
	return eachSheet(sheets, func(name string, write func(io.Writer) error) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		if err := write(f); err != nil {
			_ = f.Close() // it is thrown away
			return err
		}
		return f.Close()
	})
}

// ZipSheets writes the same files into one.
func ZipSheets(to io.Writer, sheets []Sheet) error {
	z := zip.NewWriter(to)
	err := eachSheet(sheets, func(name string, write func(io.Writer) error) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}) // without a time: the same tables give the same bytes
		if err != nil {
			return err
		}
		return write(w)
	})
	if err != nil {
		return err
	}
	return z.Close()
}

// eachSheet calls put for every file, with what writes it.
func eachSheet(sheets []Sheet, put func(name string, write func(io.Writer) error) error) error {
	contents := &table{head: contentsHead()}
	for _, s := range sheets {
		rows := 0
		err := put(s.Name+".csv", func(w io.Writer) (err error) {
			rows, err = s.csv(w)
			return err
		})
		if err != nil {
			return err
		}
		for i, key := range s.Keys {
			contents.add(s.Name+".csv", s.Title, fmt.Sprint(rows), key, s.Says[i])
		}
	}
	return put(ContentsName, contents.csv)
}

func contentsHead() []string { return []string{"文件", "内容", "行数", "列", "含义"} }

// csv writes a table row by row, and tells how many there were.
func (s *Sheet) csv(to io.Writer) (rows int, err error) {
	if _, err := io.WriteString(to, "\ufeff"); err != nil {
		return 0, err
	}
	c := csv.NewWriter(to)
	c.UseCRLF = true
	if err := c.Write(s.Keys); err != nil {
		return 0, err
	}
	for row := range s.Rows {
		rows++
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = guard(cell)
		}
		if err := c.Write(guarded); err != nil {
			return rows, err
		}
	}
	c.Flush()
	return rows, c.Error()
}

// WorkbookOf writes tables as the sheets of one workbook, row by row; every cell
// is text.
func WorkbookOf(ctx context.Context, to io.Writer, sheets []Sheet) error {
	w := newWorkbook("说明")
	text := w.style(asText)
	head := w.style(heading)
	contents := [][]string{contentsHead()}
	for _, s := range sheets {
		for i, key := range s.Keys {
			contents = append(contents, []string{s.Name, s.Title, "", key, s.Says[i]})
		}
	}
	w.stream("说明", contents[0], func(yield func([]string) bool) {
		for _, row := range contents[1:] {
			if !yield(row) {
				return
			}
		}
	}, head, text)
	for _, s := range sheets {
		w.try(ctx.Err())
		if w.err == nil {
			_, err := w.NewSheet(s.Name)
			w.try(err)
			w.stream(s.Name, s.Keys, s.Rows, head, text)
		}
	}
	w.try(w.SetDocProps(&excelize.DocProperties{Title: "全量数据", Creator: "xuncha", LastModifiedBy: "xuncha"}))
	w.SetActiveSheet(0)
	return w.send(to)
}

// stream fills a sheet from top to bottom.
func (w *workbook) stream(sheet string, keys []string, rows iter.Seq[[]string], head, text int) {
	if w.err != nil {
		return
	}
	s, err := w.NewStreamWriter(sheet)
	if w.try(err); err != nil {
		return
	}
	w.try(s.SetColWidth(1, max(1, len(keys)), 18))
	w.try(s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	row := 0
	put := func(cells []string, style int) {
		row++
		all := make([]any, len(cells))
		for i, cell := range cells {
			all[i] = excelize.Cell{StyleID: style, Value: fit(inspection.Clean(cell))}
		}
		w.try(s.SetRow(at(1, row), all))
	}
	put(keys, head)
	for cells := range rows {
		put(cells, text)
		if w.err != nil {
			return
		}
	}
	w.try(s.Flush())
}
