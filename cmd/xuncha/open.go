package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/inspection"
)

// opened is a book that is open: its journal, and what it adds up to.
type opened struct {
	book    inspection.Book
	journal *data.Journal
}

// path is where the book is: --book, then XUNCHA_BOOK, then the user's data
// folder.
func (d *door) path() (string, error) {
	if d.bookFlag != "" {
		return d.bookFlag, nil
	}
	if path := d.getenv("XUNCHA_BOOK"); path != "" {
		return path, nil
	}
	path, err := data.DefaultPath()
	if err != nil {
		return "", refusal{d.t.noFolder}
	}
	return path, nil
}

// options are those of an ordinary opening.
func (d *door) options() data.Options {
	o := data.Options{Now: d.now, NoSync: d.loose}
	if folder, err := data.DefaultWitness(); err == nil {
		o.Witness = folder
	}
	if exe, err := os.Executable(); err == nil {
		o.Check = data.CheckInChild(context.Background(), exe, checkFileName)
	}
	return o
}

// open opens the book at a path and reads it whole.
func (d *door) open(path string, o data.Options) (*opened, error) {
	j, err := data.Open(path, o)
	if err != nil {
		return nil, atBook{path, err}
	}
	return read(j)
}

func read(j *data.Journal) (*opened, error) {
	b := &opened{journal: j}
	if err := j.Fold(&b.book); err != nil {
		return nil, atBook{j.Path(), errors.Join(err, j.Close())}
	}
	return b, nil
}

// close ends the work with a book; what failed at work is told before what
// failed at closing.
func (b *opened) close(err error) error {
	closing := b.journal.Close()
	if err == nil && closing != nil {
		return atBook{b.journal.Path(), closing}
	}
	return err
}

// reading opens the book for a look, and hands it to f. A book without a
// campaign is refused.
func (d *door) reading(f func(*inspection.Book) error) error {
	b, err := d.founded(true)
	if err != nil {
		return err
	}
	return b.close(f(&b.book))
}

// founded opens the book, for a look alone or to write in it. One without a
// campaign is refused.
func (d *door) founded(look bool) (*opened, error) {
	path, err := d.path()
	if err != nil {
		return nil, err
	}
	o := d.options()
	o.ReadOnly = look
	b, err := d.open(path, o)
	if err == nil && !b.book.IsFounded() {
		err = b.close(refusal{sentence(d.t.unfounded, path)})
	}
	return b, err
}

// take records a fact and applies it.
func (b *opened) take(author string, f inspection.Fact) *inspection.Entry {
	e := b.journal.Take(author, f)
	b.book.Apply(e)
	return e
}

// found sets up a campaign in an empty book.
func (b *opened) found(author string, c inspection.Campaign, r inspection.Roster, l *inspection.Checklist, everyRound bool) error {
	take := func(f inspection.Fact) error {
		b.take(author, f)
		return nil
	}
	return inspection.Founding(take, &b.book, c, r, l, everyRound)
}

// author is who writes: --author, then XUNCHA_AUTHOR, then the last one.
func (d *door) author(j *data.Journal) string {
	if name := d.givenAuthor(); name != "" {
		j.Keep("author", []byte(name))
		return name
	}
	if kept := j.Kept("author"); len(kept) > 0 {
		return string(kept)
	}
	return d.t.unnamed
}

func (d *door) givenAuthor() string {
	name := d.authorFlag
	if name == "" {
		name = d.getenv("XUNCHA_AUTHOR")
	}
	return strings.TrimSpace(inspection.Clean(name))
}

const longestAuthor = 40

// checkFlags checks the flags of every command.
func (d *door) checkFlags(c *cobra.Command) error {
	if d.langFlag != "" && d.langFlag != "zh" && d.langFlag != "en" {
		return misuse{c, sentence(d.t.badLang, shown(d.langFlag, 20))}
	}
	if f := c.Flags().Lookup("book"); f != nil && f.Changed && d.bookFlag == "" {
		return misuse{c, d.t.emptyBook} // an unset variable of a script, say
	}
	name := d.givenAuthor()
	if utf8.RuneCountInString(name) > longestAuthor || strings.Contains(name, "\n") {
		return misuse{c, d.t.badAuthor}
	}
	return nil
}
