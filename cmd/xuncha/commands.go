package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// print writes to standard output. Whoever closed it does not want to know.
func (d *door) print(text string) { _, _ = io.WriteString(d.out, text) }

func (d *door) println(format string, args ...any) { d.print(sentence(format, args...) + "\n") }

// warn says what everybody has to know before writing into a book.
func (d *door) warn() { fmt.Fprintln(d.err, d.t.secrecy) }

func (d *door) initCommand() *cobra.Command {
	var every bool
	c := d.command("init", d.t.init, func(*cobra.Command) error { return d.initBook(every) })
	c.Flags().BoolVar(&every, "every-round", false, d.t.flagEvery)
	return c
}

func (d *door) initBook(everyRound bool) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	roster, list, err := builtin()
	if err != nil {
		return err
	}
	j, err := data.Create(path, d.options())
	if err != nil {
		return atBook{path, err}
	}
	b, err := read(j)
	if err != nil {
		return err
	}
	campaign := inspection.Campaign{ID: j.NewID(), Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}
	err = b.found(d.author(j), campaign, roster, list, everyRound)
	if err = b.close(err); err != nil {
		return err
	}
	d.println(d.t.founded, path, b.sizes(d.t.comma))
	return nil
}

// sizes are how many schools each round has.
func (b *opened) sizes(between string) string {
	var all []string
	for _, r := range b.book.Rounds() {
		all = append(all, fmt.Sprint(len(b.book.VisitsIn(r.No))))
	}
	return strings.Join(all, between)
}

// builtin is what a new campaign starts with.
func builtin() (inspection.Roster, *inspection.Checklist, error) {
	roster, err := data.BuiltinRoster()
	if err != nil {
		return nil, nil, err
	}
	list, err := data.BuiltinChecklist()
	return roster, list, err
}

func (d *door) summaryCommand() *cobra.Command {
	var w within
	c := d.command("summary", d.t.summary, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagRound)
	d.todayFlag(c, &w)
	format := d.formatFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		if err := d.check(c, w); err != nil {
			return err
		}
		return d.reading(func(b *inspection.Book) error {
			if err := w.known(b); err != nil {
				return err
			}
			return report.Summarize(b, d.day(b, w), w.rounds()...).Write(d.out, f, d.lang)
		})
	}
	return c
}

func (d *door) logCommand() *cobra.Command {
	var school, item string
	c := d.command("log", d.t.log, nil)
	c.Flags().StringVar(&school, "school", "", d.t.flagSchool)
	c.Flags().StringVar(&item, "item", "", d.t.flagItem)
	format := d.formatFlag(c)
	c.RunE = func(*cobra.Command, []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		return d.log(report.Selection{School: inspection.SchoolCode(school), Item: inspection.ItemCode(item)}, f)
	}
	return c
}

func (d *door) log(sel report.Selection, f report.Format) error {
	return d.reading(func(b *inspection.Book) error {
		if sel.School != "" && b.School(sel.School) == nil {
			return inspection.Refusal{Reason: inspection.NoSuchSchool, About: shown(string(sel.School), 40)}
		}
		log := report.ReadLog(b, sel, d.lang)
		if len(log) == 0 {
			return refusal{d.t.noneSelected}
		}
		return log.Write(d.out, f, d.lang)
	})
}

func (d *door) rosterCommand() *cobra.Command {
	c := d.command("roster", d.t.roster, nil)
	format := d.formatFlag(c)
	c.RunE = func(*cobra.Command, []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		roster, _, err := d.lists()
		if err != nil {
			return err
		}
		return report.WriteRoster(d.out, f, d.lang, roster)
	}
	return c
}

// lists are the book's roster and checklist (that of its first round), or the
// built-in ones where there is no book yet.
func (d *door) lists() (roster inspection.Roster, list *inspection.Checklist, err error) {
	err = d.reading(func(b *inspection.Book) error {
		roster = b.Roster()
		for _, r := range b.Rounds() {
			if list == nil {
				list = b.ChecklistOf(r.No)
			}
		}
		return nil
	})
	if errors.Is(err, data.ErrMissing) {
		return builtin()
	}
	if err == nil && list == nil {
		err = inspection.Refusal{Reason: inspection.NoChecklist}
	}
	return roster, list, err
}

func (d *door) verifyCommand() *cobra.Command {
	return d.command("verify", d.t.verify, func(*cobra.Command) error { return d.verify() })
}

func (d *door) verify() error {
	path, err := d.path()
	if err != nil {
		return err
	}
	r, err := data.Verify(path)
	if err != nil {
		return atBook{path, err}
	}
	if len(r.Faults) > 0 {
		return d.tellFaults(path, r)
	}
	d.println(d.t.verified, path, r.Entries)
	for _, one := range r.Devices {
		d.println(d.t.verifiedDevice, fmt.Sprintf("%x", one.Device), one.Entries, fmt.Sprintf("%x", one.Head))
	}
	if r.Newer > 0 {
		d.println(d.t.verifiedNewer, r.Newer)
	}
	return d.verifyEvidence(path)
}

func (d *door) tellFaults(path string, r data.Report) error {
	d.println(d.t.faultFound, len(r.Faults), path)
	for _, f := range r.Faults {
		d.println("%s", shown(f.Error(), 300))
	}
	return told(exitRefused)
}

func (d *door) versionCommand() *cobra.Command {
	return d.command("version", d.t.version, func(*cobra.Command) error {
		d.println("xuncha %s", version())
		return nil
	})
}

// version is what the build knows of itself: a tag, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	name := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (name == "" || name == "(devel)") {
			name = s.Value
		}
	}
	return name + " " + info.GoVersion
}

const checkFileName = "check-file"

// checkFileCommand is run by the program itself; see [data.CheckInChild].
func (d *door) checkFileCommand() *cobra.Command {
	c := d.command(checkFileName+" FILE", d.t.checkFile, nil)
	c.Hidden = true
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misuse{c, d.t.evidence.needFile}
		}
		err := data.CheckFile(args[0])
		if err == nil {
			return nil
		}
		fmt.Fprintln(d.err, err)
		return told(data.CheckCode(err))
	}
	return c
}
