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
	told := rosterTold{door: i.door, file: f, read: r, change: change, remove: remove}
	p.says, p.data = told.text(), told.json()
	return p, nil
}

// rosterTold tells what a roster would change.
type rosterTold struct {
	*door
	file   *table.File
	read   *data.RosterFile
	change *inspection.RosterChange
	remove bool
	b      strings.Builder
}

// mostLines bounds the lines under one heading; --format json has all.
const mostLines = 100

func (r *rosterTold) text() string {
	t, c := &r.t.imports, r.change
	r.line(t.readSchools, r.source(), len(r.read.Roster))
	listed(r, t.newOnes, c.New, func(s inspection.School) string {
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
	listed(r, t.renamed, renamed, r.changes)
	listed(r, t.changed, changed, r.changes)
	listed(r, t.moved, c.Moved, func(code inspection.SchoolCode) string { return string(code) })
	r.gone()
	listed(r, t.recoded, c.Recoded, func(one inspection.SchoolChange) string {
		return fmt.Sprintf("%s → %s", one.Is.Code, r.school(one.Was))
	})
	listed(r, t.alike, c.Alike, func(a inspection.AlikeSchools) string {
		words := r.school(a.One) + " / " + r.school(a.Other)
		if a.Renamed {
			words += "  " + t.perhapsRenamed
		}
		return words
	})
	r.leftOut()
	return r.b.String()
}

func (r *rosterTold) line(format string, args ...any) {
	r.b.WriteString(sentence(format, args...) + "\n")
}

// listed writes a heading with its count and a line for each, unless there is none.
func listed[T any](r *rosterTold, heading string, all []T, say func(T) string) {
	if len(all) == 0 {
		return
	}
	r.line(heading, len(all))
	for _, one := range all[:min(len(all), mostLines)] {
		r.line("  %s", shown(say(one), 300))
	}
	if n := len(all) - mostLines; n > 0 {
		r.line(r.t.imports.more, n)
	}
}

func (r *rosterTold) source() string {
	if r.read.Sheet == "" {
		return r.file.Name
	}
	return r.file.Name + "!" + r.read.Sheet
}

func (r *rosterTold) school(s inspection.School) string { return string(s.Code) + " " + s.Name }

func (r *rosterTold) changes(c inspection.SchoolChange) string {
	words := string(c.Was.Code) + " " + c.Was.Name
	for _, f := range c.Say(r.lang) {
		if f.Field == inspection.SchoolName {
			words += " → " + f.Is
			continue
		}
		words += fmt.Sprintf("  %s：%s → %s", f.Field.In(r.lang), shown(f.Was, 40), shown(f.Is, 40))
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
		listed(r, of.heading, all, func(g inspection.GoneSchool) string {
			if g.Work && g.Fate == inspection.StaysOn {
				return r.school(g.School) + "  " + t.hasWork
			}
			return r.school(g.School)
		})
	}
}

// leftOut names every row and column of the file that became no school, each
// with its reason.
func (r *rosterTold) leftOut() {
	t := &r.t.imports
	blank := 0
	var rows []table.Left
	for _, l := range r.read.Left {
		if l.Reason == table.Blank {
			blank += l.To - l.Line + 1
			continue
		}
		rows = append(rows, l)
	}
	listed(r, t.leftRows, rows, func(l table.Left) string {
		return fmt.Sprintf("%d  %s  %s", l.Line, t.reasons[l.Reason], shown(l.Text, 40))
	})
	if blank > 0 {
		r.line(t.blankRows, blank)
	}
	var columns, sheets []string
	for _, u := range r.read.Unknown {
		columns = append(columns, shown(u.Says.String(), 40))
	}
	for _, s := range r.file.Sheets {
		if s.Name != r.read.Sheet {
			sheets = append(sheets, shown(s.Name, 40))
		}
	}
	if len(columns) > 0 {
		r.line(t.leftColumns, strings.Join(columns, "、"))
	}
	if len(sheets) > 0 {
		r.line(t.leftSheets, strings.Join(sheets, "、"))
	}
	if r.read.Hidden > 0 {
		r.line(t.hiddenRows, r.read.Hidden)
	}
}
