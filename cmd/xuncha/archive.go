package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// archiveCommand files everything about schools in folders (归档).
func (d *door) archiveCommand() *cobra.Command {
	var w within
	var to delivery
	c := d.command("archive", d.t.exchange.archive, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagRound)
	c.Flags().StringVar(&w.school, "school", "", d.t.exchange.flagSchools)
	d.todayFlag(c, &w)
	c.Flags().StringVarP(&to.path, "output", "o", "", d.t.exchange.flagFolder)
	c.Flags().BoolVar(&to.force, "force", false, d.t.exchange.flagForce)
	c.RunE = func(c *cobra.Command, _ []string) error {
		switch {
		case w.school == "" && w.round == 0:
			return misuse{c, d.t.exchange.whichSchool}
		case to.path == "" || to.path == "-":
			return misuse{c, d.t.exchange.needFolder}
		}
		if err := d.check(c, w); err != nil {
			return err
		}
		path, err := d.path()
		if err != nil {
			return err
		}
		return d.reading(func(b *inspection.Book) error {
			a := &archiving{door: d, book: b, files: data.EvidenceOf(path)}
			a.choice = report.ArchiveChoice{Round: inspection.RoundNo(w.round), Today: d.day(b, w), Head: head(b)}
			return a.run(w, to)
		})
	}
	return c
}

// archiving is the filing of one or several schools.
type archiving struct {
	*door
	book   *inspection.Book
	state  *inspection.State
	files  *data.EvidenceFolder
	choice report.ArchiveChoice

	done, lost int
	said       time.Time
	told       func(code inspection.SchoolCode, n, of int) // how far a school is
}

func (a *archiving) run(w within, to delivery) error {
	codes, err := a.schools(w)
	if err != nil {
		return err
	}
	a.state, a.said, a.told = a.book.State(), a.now(), a.progress
	err = a.deliverFolder(to, report.ArchiveList, func(ctx context.Context, folder string) error {
		if len(codes) == 1 {
			_, err := a.file(ctx, folder, codes[0])
			return err
		}
		return a.each(ctx, folder, codes)
	})
	if err != nil {
		return err
	}
	a.println(a.t.exchange.filed, len(codes), a.done)
	if a.lost > 0 {
		fmt.Fprintln(a.err, sentence(a.t.exchange.lost, a.lost))
		return told(exitRefused)
	}
	return nil
}

// schools are those that are asked for: by their codes, or all of a round or of
// the book.
func (a *archiving) schools(w within) ([]inspection.SchoolCode, error) {
	var codes []inspection.SchoolCode
	if w.school != "" && w.school != "all" {
		for _, name := range strings.FieldsFunc(w.school, func(r rune) bool { return strings.ContainsRune(",，、", r) }) {
			code := inspection.SchoolCode(strings.TrimSpace(name))
			if a.book.School(code) == nil {
				return nil, inspection.Refusal{Reason: inspection.NoSuchSchool, About: shown(string(code), 40)}
			}
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		return codes, nil
	}
	round := inspection.RoundNo(w.round)
	if _, ok := a.book.Round(round); round != 0 && !ok {
		return nil, inspection.Refusal{Reason: inspection.NoSuchRound, About: round.String()}
	}
	for _, code := range a.book.Codes() {
		if slices.ContainsFunc(a.book.VisitsTo(code), func(v inspection.Visit) bool { return round == 0 || v.ID.Round == round }) {
			codes = append(codes, code)
		}
	}
	if len(codes) == 0 {
		return nil, report.NothingPlanned
	}
	return codes, nil
}

// each files several schools, each in a folder of its own, with a list of them.
func (a *archiving) each(ctx context.Context, folder string, codes []inspection.SchoolCode) error {
	var all []report.Filing
	for i, code := range codes {
		name := report.ArchiveFolder(a.book, i+1, code)
		if err := os.Mkdir(filepath.Join(folder, name), 0o755); err != nil {
			return err
		}
		n, err := a.file(ctx, filepath.Join(folder, name), code)
		if err != nil {
			return err
		}
		all = append(all, report.Filing{
			Number: fmt.Sprintf("%03d", i+1), Class: string(code), Title: a.book.School(code).Name, Round: a.choice.Round, Name: name,
			Note: sentence("%d 件", n),
		})
	}
	return write(folder, report.ArchiveList, func(w io.Writer) error { return report.ArchiveContents(w, all) }, nil)
}

// file files one school, and tells how many pieces there are.
func (a *archiving) file(ctx context.Context, folder string, code inspection.SchoolCode) (int, error) {
	choice := a.choice
	choice.School = code
	all, err := report.FileSchool(a.book, choice, func(w io.Writer) error { return data.WriteState(w, a.state.Of(code)) })
	if err != nil {
		return 0, err
	}
	for i := range all {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if err := a.piece(folder, &all[i]); err != nil {
			return 0, err
		}
		a.told(code, i+1, len(all))
	}
	return len(all), a.lists(folder, choice, all)
}

// piece writes one file. Evidence whose bytes are lost or altered is listed, and
// is not there.
func (a *archiving) piece(folder string, f *report.Filing) error {
	make := f.Write
	if f.Evidence != nil {
		from, err := a.files.Open(f.Evidence.ID)
		if err == nil {
			defer from.Close() // only read from
			make = func(w io.Writer) error {
				_, err := io.Copy(w, from)
				return err
			}
		} else {
			make = func(io.Writer) error { return err }
		}
	}
	err := write(folder, f.Name, make, f)
	if says, known := a.ofEvidence(err); err != nil && known && f.Evidence != nil {
		f.Size, f.SHA256, f.Note = 0, "", says
		a.lost++
		return os.Remove(filepath.Join(folder, f.Name))
	}
	if err == nil {
		a.done++
	}
	return err
}

// write makes a file in a folder, and notes its size and hash.
func write(folder, name string, make func(io.Writer) error, f *report.Filing) error {
	to, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	sum := sha256.New()
	size := &counter{}
	err = make(io.MultiWriter(to, sum, size))
	if f != nil {
		f.Size, f.SHA256 = size.n, hex.EncodeToString(sum.Sum(nil))
	}
	return errors.Join(err, to.Close())
}

// counter counts what is written to it.
type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// lists writes the contents of a school's folder, for people and for programs,
// and the hashes of all that is in it.
func (a *archiving) lists(folder string, choice report.ArchiveChoice, all []report.Filing) error {
	page, list := report.Filing{Name: report.ArchivePage}, report.Filing{Name: report.ArchiveList}
	if err := write(folder, page.Name, report.ArchiveDocument(a.book, choice, all).Write, &page); err != nil {
		return err
	}
	if err := write(folder, list.Name, func(w io.Writer) error { return report.ArchiveContents(w, all) }, &list); err != nil {
		return err
	}
	return write(folder, report.ArchiveSums, func(w io.Writer) error {
		var b strings.Builder
		for _, f := range append([]report.Filing{page, list}, all...) {
			if f.SHA256 != "" {
				b.WriteString(f.SHA256 + "  " + f.Name + "\n")
			}
		}
		_, err := io.WriteString(w, b.String())
		return err
	}, nil)
}

// progress tells once a second how far it is.
func (a *archiving) progress(code inspection.SchoolCode, n, of int) {
	if now := a.now(); now.Sub(a.said) > time.Second {
		a.said = now
		fmt.Fprintln(a.err, sentence(a.t.exchange.progress, shown(string(code), 40), n, of))
	}
}
