package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// checklistCommand prints a checklist, and has the commands by which one is
// written in a workbook, checked, compared and taken over.
func (d *door) checklistCommand() *cobra.Command {
	var w within
	var to delivery
	var name string
	c := d.command("checklist", d.t.checklist, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.lists.flagOfRound)
	c.Flags().StringVar(&name, "format", "", d.t.lists.flagFormat)
	offer(c, "format", checklistFormats())
	d.deliveryFlags(c, &to)
	c.Args = d.knownCommand
	c.SuggestionsMinimumDistance = 2
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := d.check(c, w); err != nil {
			return err
		}
		write, err := d.checklistWriter(c, name, to.path)
		if err != nil {
			return err
		}
		list, err := d.checklist(w)
		if err != nil {
			return err
		}
		if to.path == "" {
			to.path = "-"
		}
		return d.deliver(to, func(out io.Writer) error { return write(out, list) })
	}
	c.AddCommand(d.checklistTemplate(), d.checklistCheck(), d.checklistDiff(), d.checklistAdopt())
	return c
}

// checklist is that of a round, or of the first one that has any, or the
// built-in one where there is no book.
func (d *door) checklist(w within) (list *inspection.Checklist, err error) {
	if w.round == 0 {
		_, list, err = d.lists()
		return list, err
	}
	err = d.reading(func(b *inspection.Book) error {
		if err := w.known(b); err != nil {
			return err
		}
		if list = b.ChecklistOf(inspection.RoundNo(w.round)); list == nil {
			return inspection.Refusal{Reason: inspection.NoChecklist}
		}
		return nil
	})
	return list, err
}

type listWriter func(io.Writer, *inspection.Checklist) error

// checklistWriters are the forms of a checklist.
func (d *door) checklistWriters() map[string]listWriter {
	all := map[string]listWriter{"yaml": data.WriteChecklist, "xlsx": report.WriteChecklistWorkbook}
	for _, f := range report.Formats() {
		all[string(f)] = func(w io.Writer, c *inspection.Checklist) error { return report.WriteChecklist(w, f, d.lang, c) }
	}
	return all
}

func checklistFormats() []string { return []string{"text", "json", "csv", "yaml", "xlsx"} }

// checklistWriter writes in the format that is named, or else in the one that
// the file's name ends with.
func (d *door) checklistWriter(c *cobra.Command, name, path string) (listWriter, error) {
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
		switch name {
		case "yml":
			name = "yaml"
		case "", "txt":
			name = "text"
		}
	}
	write := d.checklistWriters()[name]
	if write == nil {
		return nil, misuse{c, sentence(d.t.badChoice, "format", list(checklistFormats()), shown(name, 20))}
	}
	return write, nil
}

func (d *door) checklistTemplate() *cobra.Command {
	var to delivery
	var empty, fromBook bool
	c := d.command("template", d.t.lists.template, nil)
	c.Flags().BoolVar(&empty, "empty", false, d.t.lists.flagEmpty)
	c.Flags().BoolVar(&fromBook, "from-book", false, d.t.lists.flagFromBook)
	d.deliveryFlags(c, &to)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if empty && fromBook {
			return misuse{c, d.t.lists.emptyAndBook}
		}
		if err := to.needs(d, c, ".xlsx"); err != nil {
			return err
		}
		list, err := d.templateOf(empty, fromBook)
		if err != nil {
			return err
		}
		return d.deliver(to, func(w io.Writer) error { return report.WriteChecklistWorkbook(w, list) })
	}
	return c
}

// templateOf is what the workbook begins with; nil is nothing. fromBook refuses
// where there is no book.
func (d *door) templateOf(empty, fromBook bool) (list *inspection.Checklist, err error) {
	switch {
	case empty:
		return nil, nil
	case fromBook:
		err = d.reading(func(b *inspection.Book) error { return nil })
	}
	if err == nil {
		_, list, err = d.lists()
	}
	return list, err
}

func (d *door) checklistCheck() *cobra.Command {
	c := d.command("check FILE", d.t.lists.check, nil)
	c.Args = nil
	c.RunE = func(c *cobra.Command, paths []string) error {
		if len(paths) == 0 {
			return misuse{c, d.t.evidence.needFile}
		}
		var first error
		for _, path := range paths {
			if err := d.checkList(path); first == nil {
				first = err
			} else if err != nil {
				d.end(err)
			}
		}
		return first
	}
	return c
}

// checkList tells all that is wrong with a file, or how much is in it.
func (d *door) checkList(path string) error {
	list, err := d.readChecklist(path)
	var faults *data.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.List {
			d.println("%s %s", faults.File, f.In(d.lang))
		}
		d.println(d.t.lists.faults, len(faults.List), faults.File)
		return told(exitRefused)
	}
	if err != nil {
		return err
	}
	pending := 0
	list.Items(func(_ *inspection.Section, it *inspection.Item) {
		if !it.Confirmed {
			pending++
		}
	})
	d.println(d.t.lists.good, filepath.Base(path), list.Title, list.ID, len(list.Sections), list.Len(), pending)
	return nil
}

// readChecklist reads a file, whatever its form, and can be stopped.
func (d *door) readChecklist(path string) (*inspection.Checklist, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	list, err := data.ReadChecklistFile(ctx, path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, refusal{d.t.evidence.noFile + d.t.colon + shown(path, 200)}
	}
	return list, err
}
