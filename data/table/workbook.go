package table

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"xuncha/data/bilingual"
)

// workbook is a zip of parts: which sheets there are, the texts that their cells
// share and the styles that make dates of numbers.
//
// It is read here and not by excelize, which unpacks large sheets to disk in
// clear, loads a sheet whole to tell its dates and merged cells, and takes
// gigabytes for one that is styled to the last row.
type workbook struct {
	ctx    context.Context
	name   string
	parts  map[string]*zip.File
	shared []string
	styles []style // by the number that cells have
	from04 bool    // days count from 1904
	cells  int
}

func (f *File) readWorkbook(ctx context.Context, r io.ReaderAt, size int64) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return f.broken(err)
	}
	w := workbook{ctx: ctx, name: f.Name, parts: map[string]*zip.File{}}
	for _, part := range z.File {
		if part.Flags&1 != 0 {
			return &Strange{f.Name, say("压缩包有密码，读不了；请去掉密码后再读")}
		}
		w.parts[partName(part.Name)] = part
	}
	sheets, err := w.open()
	if err != nil {
		return f.broken(err)
	}
	for _, s := range sheets {
		g := grid{sheet: &Sheet{Name: line(words(s.name)), Hidden: s.hidden}, cells: w.cells}
		err := w.readSheet(&g, s.part)
		if err != nil {
			return f.broken(err)
		}
		if !g.says.IsZero() {
			return &Strange{f.Name, g.says}
		}
		w.cells = g.cells
		f.Sheets = append(f.Sheets, *g.sheet)
	}
	if len(f.Sheets) == 0 {
		return &Strange{f.Name, say("工作簿里没有表格")}
	}
	return nil
}

// broken is the error for a workbook that cannot be read to its end.
func (f *File) broken(err error) error {
	var strange *Strange
	switch {
	case errors.As(err, &strange):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("table: read %s: %w", f.Name, err)
	case errors.Is(err, errTooLong):
		return &Strange{f.Name, say("表格里有一格的内容过长，不像是人做的表格")}
	}
	var says bilingual.Text
	if !errors.As(err, &says) { // what the libraries say is for programmers
		says = say("内容解不开，或在中间断开了")
	}
	return &Strange{f.Name, say("这个 .xlsx 已损坏，读不下去；请用 Excel 或 WPS 打开后另存一份（%v）", says)}
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

// openPart opens a part of at most so many bytes.
func (w *workbook) openPart(name string, most int64) (*tags, error) {
	f, ok := w.parts[partName(name)]
	if !ok {
		return nil, say("缺少 %s", name)
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, &Strange{w.name, say("压缩包里的 %s 解开后超过 %d MB，不像是人做的表格", path.Base(f.Name), most>>20)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return newTags(r, r.Close), nil
}

// each calls f for each element that begins in a part.
func (w *workbook) each(name string, most int64, f func(*tags) error) error {
	t, err := w.openPart(name, most)
	if err != nil {
		return err
	}
	defer t.close() // only read
	for {
		if err := t.next(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if t.ends {
			continue
		}
		if err := f(t); err != nil {
			return err
		}
	}
}

// relations are the targets of a part by their ids, each with what it is.
type relation struct{ kind, target string }

func (w *workbook) relations(of string) (map[string]relation, error) {
	all := map[string]relation{}
	folder, file := path.Split(of)
	err := w.each(folder+"_rels/"+file+".rels", 1<<20, func(t *tags) error {
		if t.name == "Relationship" && t.attr("TargetMode") != "External" {
			target := t.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			all[t.attr("Id")] = relation{path.Base(t.attr("Type")), partName(target)}
		}
		return nil
	})
	return all, err
}

type sheetPart struct {
	name   string
	part   string
	hidden bool
}

// open reads what is common to all sheets, and which sheets there are.
func (w *workbook) open() ([]sheetPart, error) {
	book := "xl/workbook.xml"
	if first, err := w.relations(""); err == nil {
		for _, r := range first {
			if r.kind == "officeDocument" {
				book = r.target
			}
		}
	}
	related, err := w.relations(book)
	if err != nil {
		return nil, err
	}
	for _, r := range related {
		var err error
		switch r.kind {
		case "sharedStrings":
			err = w.readShared(r.target)
		case "styles":
			err = w.readStyles(r.target)
		}
		if err != nil {
			return nil, err
		}
	}
	var sheets []sheetPart
	err = w.each(book, 4<<20, func(t *tags) error {
		switch t.name {
		case "workbookPr":
			w.from04 = isTrue(t.attr("date1904"))
		case "sheet":
			r, ok := related[t.attr("id")]
			if !ok || r.kind != "worksheet" {
				return nil // a sheet that is a chart
			}
			if len(sheets) == maxSheets {
				return &Strange{w.name, say("工作表超过 %d 张，不像是人做的表格", maxSheets)}
			}
			state := t.attr("state")
			sheets = append(sheets, sheetPart{t.attr("name"), r.target, state != "" && state != "visible"})
		}
		return nil
	})
	return sheets, err
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// readShared reads the texts that cells refer to by number.
func (w *workbook) readShared(name string) error {
	return w.each(name, maxStrings, func(t *tags) error {
		if t.name != "si" {
			return nil
		}
		s, err := t.text("si")
		w.shared = append(w.shared, s)
		switch {
		case err != nil:
			return err
		case len(w.shared) > maxCells:
			return &Strange{w.name, say("文字超过 %d 万条，不像是人做的表格", maxCells/10_000)}
		case len(w.shared)%1000 == 0:
			return w.ctx.Err()
		}
		return nil
	})
}
