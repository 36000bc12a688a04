package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/table"
	"xuncha/inspection"
)

func (d *door) importRoster() *cobra.Command {
	var remove bool
	c := d.importing("roster", d.t.imports.roster, func(i *intake, f *table.File) (*proposal, error) {
		return i.proposeRoster(f, remove)
	})
	c.Flags().BoolVar(&remove, "remove-gone", false, d.t.imports.flagRemove)
	return c
}

// proposeRoster lays a roster beside the book.
func (i *intake) proposeRoster(f *table.File, remove bool) (*proposal, error) {
	r, err := data.ReadRoster(f, i.sheet)
	if err != nil {
		return nil, err
	}
	change, err := i.book.CompareRoster(r.Incoming, i.today, remove)
	if err != nil {
		return nil, err
	}
	p := &proposal{}
	if fact, err := change.Fact(); err == nil {
		p.facts = []inspection.Fact{fact}
	}
	told := rosterTold{telling: telling{door: i.door}, file: f, read: r, change: change, remove: remove}
	p.says, p.data = told.text(), told.json()
	return p, nil
}

// rosterTold tells what a roster would change.
type rosterTold struct {
	telling
	file   *table.File
	read   *data.RosterFile
	change *inspection.RosterChange
	remove bool
}

func (r *rosterTold) text() string {
	t, c := &r.t.imports, r.change
	r.line(t.readSchools, sourceOf(r.file, r.read.Sheet), len(r.read.Roster))
	listed(&r.telling, t.newOnes, c.New, func(s inspection.School) string {
		return strings.TrimSpace(r.school(s) + "  " + s.Stage.In(r.lang) + " " + s.Ownership.In(r.lang) + "  " + s.Area)
	})
	if len(c.New) > 0 {
		r.line("%s", t.unplanned)
	}
	var renamed, changed []inspection.SchoolChange
	for _, one := range c.Changed {
		if one.Renamed() {
			renamed = append(renamed, one)
		} else {
			changed = append(changed, one)
		}
	}
	listed(&r.telling, t.renamed, renamed, r.changes)
	listed(&r.telling, t.changed, changed, r.changes)
	listed(&r.telling, t.moved, c.Moved, func(code inspection.SchoolCode) string { return string(code) })
	r.gone()
	listed(&r.telling, t.recoded, c.Recoded, func(one inspection.SchoolChange) string {
		return fmt.Sprintf("%s → %s", one.Is.Code, r.school(one.Was))
	})
	listed(&r.telling, t.alike, c.Alike, func(a inspection.AlikeSchools) string {
		words := r.school(a.One) + " / " + r.school(a.Other)
		if a.Renamed {
			words += "  " + t.perhapsRenamed
		}
		return words
	})
	r.leftOut(t.leftRows, r.read.Left, r.read.Unknown, r.read.Hidden)
	r.otherSheets()
	return r.b.String()
}

func (r *rosterTold) school(s inspection.School) string { return string(s.Code) + " " + s.Name }

func (r *rosterTold) changes(c inspection.SchoolChange) string {
	words := string(c.Was.Code) + " " + c.Was.Name
	for _, f := range c.Say(r.lang) {
		if f.Field == inspection.SchoolName {
			words += " → " + f.Is
			continue
		}
		words += fmt.Sprintf("  %s%s%s → %s", f.Field.In(r.lang), r.t.colon, shown(f.Was, 40), shown(f.Is, 40))
	}
	return words
}

func (r *rosterTold) gone() {
	t := &r.t.imports
	for _, of := range []struct {
		fate    inspection.SchoolFate
		heading string
	}{{inspection.TakenOff, t.takenOff}, {inspection.Closes, t.closes}, {inspection.StaysOn, t.staysOn}} {
		var all []inspection.GoneSchool
		for _, g := range r.change.Gone {
			if g.Fate == of.fate {
				all = append(all, g)
			}
		}
		listed(&r.telling, of.heading, all, func(g inspection.GoneSchool) string {
			if g.Work && g.Fate == inspection.StaysOn {
				return r.school(g.School) + "  " + t.hasWork
			}
			return r.school(g.School)
		})
	}
}

// otherSheets names the sheets of the file that were not read.
func (r *rosterTold) otherSheets() {
	var sheets []string
	for _, s := range r.file.Sheets {
		if s.Name != r.read.Sheet {
			sheets = append(sheets, shown(s.Name, 40))
		}
	}
	r.names(r.t.imports.leftSheets, sheets)
}
