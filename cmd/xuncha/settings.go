package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// settingsCommand prints what an office has set, in a file that can be changed
// and read again.
func (d *door) settingsCommand() *cobra.Command {
	var to delivery
	c := d.command("settings", d.t.lists.settings, nil)
	d.deliveryFlags(c, &to)
	c.Args = d.knownCommand
	c.SuggestionsMinimumDistance = 2
	c.RunE = func(*cobra.Command, []string) error {
		if to.path == "" {
			to.path = "-"
		}
		return d.reading(func(b *inspection.Book) error {
			return d.deliver(to, func(w io.Writer) error { return data.WriteSettings(w, b.Settings()) })
		})
	}
	c.AddCommand(d.settingsCheck(), d.settingsAdopt())
	return c
}

func (d *door) settingsCheck() *cobra.Command {
	c := d.command("check FILE", d.t.lists.settingsCheck, nil)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := d.oneFile(c, args); err != nil {
			return err
		}
		was := inspection.DefaultSettings()
		err := d.reading(func(b *inspection.Book) error {
			was = b.Settings()
			return nil
		})
		if err != nil && !errors.Is(err, data.ErrMissing) {
			return err
		}
		if _, err := readSettings(args[0], was); err != nil {
			return d.noSettings(args[0], err)
		}
		d.println(d.t.lists.settingsGood, filepath.Base(args[0]))
		return nil
	}
	return c
}

// oneFile refuses a command line without just one FILE.
func (d *door) oneFile(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misuse{c, d.t.evidence.needFile}
	case len(args) > 1:
		return misuse{c, sentence(d.t.tooMany, shown(args[1], 40))}
	}
	return nil
}

func readSettings(path string, was inspection.Settings) (inspection.Settings, error) {
	file, err := os.Open(path)
	if err != nil {
		return was, err
	}
	s, err := data.ReadSettings(filepath.Base(path), file, was)
	return s, errors.Join(err, file.Close())
}

func (d *door) noSettings(path string, err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return refusal{d.t.evidence.noFile + d.t.colon + shown(path, 200)}
	}
	if info, gone := os.Stat(path); gone == nil && info.IsDir() {
		return refusal{d.t.evidence.folder + d.t.colon + shown(path, 200)}
	}
	return err
}

func (d *door) settingsAdopt() *cobra.Command {
	i := &intake{door: d}
	c := d.command("adopt FILE", d.t.lists.settingsAdopt, nil)
	c.Flags().BoolVar(&i.yes, "yes", false, d.t.imports.flagYes)
	c.Flags().BoolVar(&i.dry, "dry-run", false, d.t.imports.flagDry)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := d.oneFile(c, args); err != nil {
			return err
		}
		if i.yes && i.dry {
			return misuse{c, d.t.imports.yesAndDry}
		}
		return i.onBook(func() error { return i.set(args[0]) })
	}
	return c
}

// set shows what a file of settings would change, and changes it.
func (i *intake) set(path string) error {
	s, err := readSettings(path, i.book.Settings())
	if err != nil {
		return i.noSettings(path, err)
	}
	p := &proposal{}
	f, err := i.book.Set(s)
	if r, ok := inspection.Refused(err); err != nil && (!ok || r.Reason != inspection.NothingSaid) {
		return err
	}
	if err == nil {
		p.facts = []inspection.Fact{f}
		p.says = strings.Join(i.book.Preview(f, i.lang), "\n") + "\n"
	}
	return i.settle(p, report.Text)
}
