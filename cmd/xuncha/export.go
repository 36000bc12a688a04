package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data/report"
	"xuncha/inspection"
)

// exportCommand gives out what a book holds as files for other programs. Each of
// its commands is an [export].
func (d *door) exportCommand() *cobra.Command {
	c := d.command("export", d.t.exports.top, nil)
	subs := []*cobra.Command{d.exportLedger(), d.exportStatistics(), d.exportAll()}
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return d.noCommand(c, args[0])
		}
		var names []string
		for _, sub := range subs {
			names = append(names, sub.Name())
		}
		return misuse{c, sentence(d.t.needsOne, list(names))}
	}
	c.AddCommand(subs...)
	return c
}

// export is what the command line says of a file that is to be given out.
type export struct {
	*door
	within
	to     delivery
	view   string
	format string
}

// exported are the formats of an export, the usual one first.
var exported = []report.Format{report.XLSX, report.CSV, report.JSON}

func exportedNames() (names []string) {
	for _, f := range exported {
		names = append(names, string(f))
	}
	return names
}

// exporting is a command that writes part of a book to a file. make hands over
// what is to be written where, and writes nothing by itself.
func (d *door) exporting(use string, t text, flags func(*cobra.Command, *export), make func(*export, *cobra.Command, report.Format) error) *cobra.Command {
	e := &export{door: d}
	c := d.command(use, t, nil)
	d.placeFlags(c, &e.within)
	flags(c, e)
	d.todayFlag(c, &e.within)
	c.Flags().StringVar(&e.format, "format", "", d.t.exports.flagFormat)
	offer(c, "format", exportedNames())
	d.deliveryFlags(c, &e.to)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := e.to.needs(d, c); err != nil {
			return err
		}
		f, err := e.formatOf(c)
		if err != nil {
			return err
		}
		if err := d.check(c, e.within); err != nil {
			return err
		}
		return make(e, c, f)
	}
	return c
}

// formatOf is the format that --format says, or the name of the file.
func (e *export) formatOf(c *cobra.Command) (report.Format, error) {
	name := e.format
	if name == "" {
		name = strings.ToLower(strings.TrimPrefix(filepath.Ext(e.to.path), "."))
	}
	switch {
	case slices.Contains(exported, report.Format(name)):
		return report.Format(name), nil
	case e.format != "":
		return "", misuse{c, sentence(e.t.badChoice, "format", list(exportedNames()), shown(name, 40))}
	case e.to.intoFolder():
		return report.XLSX, nil
	}
	return "", misuse{c, sentence(e.t.exports.whichFormat, shown(e.to.path, 200))}
}

// head is the hash of the last entry of each device, so that what is given out
// can be laid beside the book: whole where there is one device.
func head(b *inspection.Book) string {
	var all []string
	for _, device := range b.Devices() {
		if e := b.Last(device); e != nil {
			all = append(all, fmt.Sprintf("%x", e.Hash[:]))
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	for i := range all {
		all[i] = all[i][:16]
	}
	return strings.Join(all, "、")
}

func (d *door) exportLedger() *cobra.Command {
	flags := func(c *cobra.Command, e *export) {
		c.Flags().StringVar(&e.view, "view", inspection.ViewAll.Name(), d.t.flagView)
		offer(c, "view", viewNames())
	}
	return d.exporting("ledger", d.t.exports.ledger, flags, func(e *export, c *cobra.Command, f report.Format) error {
		view, err := inspection.ParseView(e.view)
		if err != nil {
			return misuse{c, sentence(d.t.badChoice, "view", list(viewNames()), shown(e.view, 40))}
		}
		return d.reading(func(b *inspection.Book) error {
			if err := e.known(b); err != nil {
				return err
			}
			choice := report.LedgerChoice{
				Round: inspection.RoundNo(e.round), School: inspection.SchoolCode(e.school), View: view, Today: d.day(b, e.within), Head: head(b),
			}
			if e.to.intoFolder() {
				return e.ledgers(b, choice, f)
			}
			return e.ledger(b, choice, f, e.to.path)
		})
	})
}

// ledger writes one ledger, and says what is not in it.
func (e *export) ledger(b *inspection.Book, choice report.LedgerChoice, f report.Format, path string) error {
	g := report.ReadLedger(b, choice)
	to := e.to
	to.path = path
	if err := e.deliver(to, func(w io.Writer) error { return g.Write(w, f, e.lang) }); err != nil {
		return err
	}
	if f != report.XLSX {
		return nil
	}
	if n := g.NotSent(); n > 0 {
		fmt.Fprintln(e.err, sentence(e.t.exports.notSent, n))
	}
	if n := g.Clipped(); n > 0 {
		fmt.Fprintln(e.err, sentence(e.t.exports.clipped, n))
	}
	for _, cut := range g.Cut() {
		fmt.Fprintln(e.err, sentence(e.t.exports.cut, shown(cut.Number, 60), cut.Column.In(e.lang)))
	}
	return nil
}

// ledgers writes one ledger a school into a folder. Schools without a line in
// the view have none.
func (e *export) ledgers(b *inspection.Book, choice report.LedgerChoice, f report.Format) error {
	if err := e.makeFolder(e.to.path); err != nil {
		return err
	}
	whole := report.ReadLedger(b, choice)
	n := 0
	for _, school := range whole.Schools {
		one := choice
		one.School = school.Code
		if g := report.ReadLedger(b, one); g.Sent() == 0 {
			continue
		}
		n++
		if err := e.ledger(b, one, f, filepath.Join(e.to.path, one.FileName(b, f))); err != nil {
			return err
		}
	}
	if n == 0 {
		return refusal{e.t.exports.none}
	}
	return nil
}

func (d *door) exportStatistics() *cobra.Command {
	flags := func(*cobra.Command, *export) {}
	return d.exporting("statistics", d.t.exports.statistics, flags, func(e *export, _ *cobra.Command, f report.Format) error {
		return d.reading(func(b *inspection.Book) error {
			if err := e.known(b); err != nil {
				return err
			}
			choice := report.StatisticsChoice{
				Round: inspection.RoundNo(e.round), School: inspection.SchoolCode(e.school), Today: d.day(b, e.within), Head: head(b),
			}
			s := report.ReadStatistics(b, choice)
			return e.deliver(e.to, func(w io.Writer) error { return s.Write(w, f, d.lang) })
		})
	})
}
