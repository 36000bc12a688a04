package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// importCommand reads what offices have in tables. Each of its commands is an
// [intake]: it shows what would change, asks, and applies all of it or nothing.
func (d *door) importCommand() *cobra.Command {
	c := d.command("import", d.t.imports.top, nil)
	c.RunE = func(c *cobra.Command, args []string) error {
		return misuse{c, sentence(d.t.needsOne, "roster plan progress all")}
	}
	c.Args = d.knownCommand
	c.AddCommand(d.importRoster(), d.importPlan(), d.importProgress(), d.importAll())
	return c
}

// intake is one import: a file, and how far the person lets it go.
type intake struct {
	*door
	*opened
	today inspection.Day

	sheet    string
	yes, dry bool
	stdin    bool // the file came from standard input, which then cannot answer
}

// proposal is what a file would change, before anything has changed.
type proposal struct {
	says  string                                    // for people, in the language asked for
	data  any                                       // the same for programs
	facts []inspection.Fact                         // each undone by itself; none: nothing would change
	none  string                                    // what is said then, where it is not that the book says the same
	lines map[inspection.FindingID]inspection.Place // that the file speaks of, where two files must not
}

// proposer compares a table with the book and changes nothing.
type proposer func(*intake, *table.File) (*proposal, error)

// importing is a command that reads a table FILE.
func (d *door) importing(use string, t text, propose proposer) *cobra.Command {
	return d.taking(use+" FILE", t, func(i *intake, c *cobra.Command, paths []string, as report.Format) error {
		if len(paths) > 1 {
			return misuse{c, sentence(d.t.tooMany, shown(paths[1], 40))}
		}
		return i.run(paths[0], as, propose)
	})
}

// taking is a command that reads files into the book.
func (d *door) taking(use string, t text, run func(*intake, *cobra.Command, []string, report.Format) error) *cobra.Command {
	i := &intake{door: d}
	c := d.command(use, t, nil)
	f := c.Flags()
	f.StringVar(&i.sheet, "sheet", "", d.t.imports.flagSheet)
	f.BoolVar(&i.yes, "yes", false, d.t.imports.flagYes)
	f.BoolVar(&i.dry, "dry-run", false, d.t.imports.flagDry)
	format := d.formatFlag(c)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		as, err := format()
		switch {
		case err != nil:
			return err
		case as == report.CSV:
			return misuse{c, sentence(d.t.badChoice, "format", "text json", "csv")}
		case len(args) == 0:
			return misuse{c, d.t.evidence.needFile}
		case i.yes && i.dry:
			return misuse{c, d.t.imports.yesAndDry}
		}
		return run(i, c, args, as)
	}
	return c
}

func (i *intake) run(path string, as report.Format, propose proposer) error {
	f, err := i.readTable(path)
	if err != nil {
		return err
	}
	if err := i.openFor(); err != nil {
		return err
	}
	p, err := propose(i, f)
	if err == nil {
		err = i.settle(p, as)
	}
	return i.close(err)
}

// openFor opens the book, for a look alone where nothing is to be taken.
func (i *intake) openFor() (err error) {
	if i.opened, err = i.founded(i.dry); err != nil {
		return err
	}
	campaign, _ := i.book.Campaign()
	i.today = inspection.DayAt(i.now(), campaign.Zone)
	return nil
}

// readTable reads a file, or standard input when it is called -.
func (i *intake) readTable(path string) (*table.File, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if path != "-" {
		f, err := table.ReadFile(ctx, path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, refusal{i.t.evidence.noFile + i.t.colon + shown(path, 200)}
		}
		return f, data.InFile(filepath.Base(path), err)
	}
	i.stdin = true
	raw, err := io.ReadAll(io.LimitReader(i.in, mostStdin+1))
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	f, err := table.Read(ctx, i.t.imports.stdin, bytes.NewReader(raw), int64(len(raw)))
	return f, data.InFile(i.t.imports.stdin, err)
}

// mostStdin is more than any table that is read.
const mostStdin = 65 << 20

// settle shows what would change and lets it happen, or not.
func (i *intake) settle(p *proposal, as report.Format) error {
	if as == report.Text {
		i.print(p.says)
	}
	outcome := imported{Changes: p.data}
	goes, err := i.goAhead(p)
	if goes {
		author := i.author(i.journal)
		i.warn()
		for _, f := range p.facts {
			outcome.Entries = append(outcome.Entries, i.take(author, f).Seq)
		}
		if err := i.journal.Flush(); err != nil {
			return atBook{i.journal.Path(), err}
		}
		outcome.Applied = true
	}
	if as == report.JSON {
		enc := json.NewEncoder(i.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return errors.Join(err, enc.Encode(outcome))
	}
	switch {
	case goes && len(outcome.Entries) > 1:
		i.println(i.t.imports.doneEach, entryNumbers(outcome.Entries, i.t.comma))
	case goes:
		i.println(i.t.imports.done, entryNumbers(outcome.Entries, i.t.comma))
	case err == nil && len(p.facts) == 0:
		i.println("%s", cmp.Or(p.none, i.t.imports.same))
	case err == nil:
		i.println("%s", i.t.imports.dry)
	}
	return err
}

// imported is the answer for programs.
type imported struct {
	Applied bool     `json:"applied"`
	Entries []uint64 `json:"entries,omitempty"` // in the journal, each undone by itself
	Changes any      `json:"changes"`
}

func entryNumbers(entries []uint64, between string) string {
	var all []string
	for _, n := range entries {
		all = append(all, fmt.Sprintf("#%d", n))
	}
	return strings.Join(all, between)
}

// goAhead asks whether the changes are to be made, where --yes has not said so.
func (i *intake) goAhead(p *proposal) (bool, error) {
	switch {
	case len(p.facts) == 0 || i.dry:
		return false, nil
	case i.yes:
		return true, nil
	}
	in, ok := i.in.(*os.File)
	if !ok || i.stdin || !term.IsTerminal(int(in.Fd())) {
		return false, refusal{i.t.imports.needsYes}
	}
	fmt.Fprint(i.err, i.t.imports.ask)
	answer, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("standard input: %w", err)
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是", "好", "ｙ":
		return true, nil
	}
	return false, refusal{i.t.imports.declined}
}
