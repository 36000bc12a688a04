package main

import (
	"errors"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/tui"
)

// openNotebook is xuncha without a command. Where there is no book it makes an
// empty one and has the person choose the plan; if they leave without choosing,
// it takes the empty book away again.
func (d *door) openNotebook(*cobra.Command) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	if err := tui.Refuse(d.lang); err != nil {
		return refusal{err.Error()}
	}
	if d.wide() {
		return d.again(append(os.Environ(), wideVariable+"=1"))
	}
	o := d.options()
	b, err := d.open(path, o)
	if !errors.Is(err, data.ErrMissing) {
		if err != nil {
			return err
		}
		return d.show(b)
	}
	j, err := data.Create(path, o)
	if err != nil {
		return atBook{path, err}
	}
	if b, err = read(j); err != nil {
		return err
	}
	err = d.show(b)
	if b.book.Len() == 0 && j.Saving().Waiting == 0 {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// show runs the screens over a book and closes it when they are left.
func (d *door) show(b *opened) error {
	roster, list, err := builtin()
	if err != nil {
		return b.close(err)
	}
	if name := d.givenAuthor(); name != "" {
		b.journal.Keep("author", []byte(name))
	}
	files := d.newCabinet(b.journal.Path())
	defer files.close()
	err = tui.Run(tui.Options{
		Book:      &b.book,
		Journal:   b.journal,
		Watch:     d.watch(b.journal),
		Saving:    tui.Saving(b.journal.Saving()),
		Author:    d.givenAuthor(),
		Language:  d.lang,
		Path:      b.journal.Path(),
		Now:       d.now,
		ASCII:     d.ascii || d.getenv(wideVariable) != "",
		Roster:    roster,
		Checklist: list,
		Cabinet:   files,
		Press:     d.newPressroom(b),
	})
	return b.close(err)
}

// watch hands the writer's reports to the screens, which have not heard of the
// journal, with the reason of a failure in few words.
func (d *door) watch(j *data.Journal) func(func(tui.Saving)) {
	return func(f func(tui.Saving)) {
		j.Watch(func(s data.Saving) {
			if errors.Is(s.Err, syscall.ENOSPC) {
				s.Err = errors.New(d.t.noRoom)
			}
			f(tui.Saving(s))
		})
	}
}

var _ tui.Recorder = (*data.Journal)(nil)

// wideVariable is read by the libraries that measure text, once, when a program
// starts.
const wideVariable = "RUNEWIDTH_EASTASIAN"

// wide reports whether the terminal draws ambiguous characters two cells wide
// and this process does not know it yet. It is asked before a book is open.
func (d *door) wide() bool { return d.getenv(wideVariable) == "" && tui.Wide() }
