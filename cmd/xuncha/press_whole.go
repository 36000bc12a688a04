package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
	"xuncha/tui"
)

// What takes long is made from a book of its own, in a command: entries never
// change, so that another book can be made of them beside the one that the
// screens have.

// twin is a book made of the same entries.
type twin struct {
	entries int // that it rests on, plus one
	book    func() *inspection.Book
}

// apart is a book that holds what this one holds now. It is made when it is asked
// for, by whoever has time to wait.
func (r *pressroom) apart() func() *inspection.Book {
	if now := r.book.Len() + 1; r.twin.entries != now {
		entries := r.book.Entries()
		r.twin = twin{now, sync.OnceValue(func() *inspection.Book {
			b, _ := bookOf(context.Background(), entries, func(int) {})
			return &b.book
		})}
	}
	return r.twin.book
}

// bookOf makes a book of entries and tells how many of them it has. An end of
// ctx, which is its one error, stops it.
func bookOf(ctx context.Context, entries iter.Seq[*inspection.Entry], told func(done int)) (*opened, error) {
	b := &opened{}
	for e := range entries {
		if b.book.Len()%1000 == 0 {
			told(b.book.Len())
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		b.book.Apply(e)
	}
	told(b.book.Len())
	return b, nil
}

// setEverything sets all that the book holds, in the format of its name.
func setEverything(name string) func(*pressroom, report.PaperChoice, int) (tui.Piece, error) {
	return func(r *pressroom, _ report.PaperChoice, _ int) (tui.Piece, error) {
		book := r.apart()
		state := sync.OnceValue(func() *inspection.State { return book().State() })
		whole := func(w io.Writer) error { return data.WriteState(w, state()) }
		write := whole
		if filepath.Ext(name) == ".xlsx" {
			write = func(w io.Writer) error { return report.WorkbookOf(context.Background(), w, sheetsOf(state())) }
		}
		return tui.Piece{Name: name, Preview: func() []string { return r.beginning(whole) }, Write: r.writer(write)}, nil
	}
}

func archiveFile(r *pressroom, c report.PaperChoice) string {
	_, school, _ := strings.Cut(report.ArchiveFolder(&r.book, 1, c.School), "_")
	return "归档" + ofRound(c.Round) + "_" + school
}

// setArchive files a school's work of the round in a folder.
func setArchive(r *pressroom, c report.PaperChoice, _ int) (tui.Piece, error) {
	book, now := r.apart(), r.now
	quiet := *r.door
	quiet.err = io.Discard // the screen is not to be written over
	filing := func() *archiving {
		b := book()
		return &archiving{
			door: &quiet, book: b, state: b.State(), files: data.EvidenceOf(r.journal.Path()), said: now(),
			choice: report.ArchiveChoice{Round: c.Round, Today: c.Today, Head: c.Head},
		}
	}
	preview := func() []string {
		a := filing()
		choice := a.choice
		choice.School = c.School
		all, err := report.FileSchool(a.book, choice, nil)
		if err != nil {
			return []string{r.inOneLine(err)}
		}
		return r.beginning(func(w io.Writer) error { return report.ArchiveContents(w, all) })
	}
	return tui.Piece{Name: archiveFile(r, c), Preview: preview, Write: func(ctx context.Context, path string, replace bool, progress func(done, of int64)) error {
		return r.fileInto(ctx, filing(), c.School, path, replace, progress)
	}}, nil
}

// fileInto writes a school's folder whole or not at all.
func (r *pressroom) fileInto(ctx context.Context, a *archiving, code inspection.SchoolCode, path string, replace bool, progress func(done, of int64)) error {
	a.told = func(_ inspection.SchoolCode, n, of int) { progress(int64(n), int64(of)) }
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = data.DeliverFolder(ctx, path, replace, report.ArchiveList, func(folder string) error {
			_, err := a.file(ctx, folder, code)
			return err
		})
	}
	switch {
	case errors.Is(err, data.ErrExists):
		return tui.ErrThere
	case errors.Is(err, context.Canceled):
		return err
	case err != nil:
		return errors.New(r.inOneLine(atBook{path, err}))
	case a.lost > 0:
		return errors.New(sentence(r.t.exchange.lost, a.lost))
	}
	return nil
}
