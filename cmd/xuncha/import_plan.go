package main

import (
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

func (d *door) importPlan() *cobra.Command {
	var remove bool
	c := d.importing("plan", d.t.planning.importPlan, func(i *intake, f *table.File) (*proposal, error) {
		return i.proposePlan(f, remove)
	})
	c.Flags().BoolVar(&remove, "remove-gone", false, d.t.planning.flagRemove)
	return c
}

// proposePlan lays a plan beside the book's.
func (i *intake) proposePlan(f *table.File, remove bool) (*proposal, error) {
	r, err := data.ReadPlan(f, &i.book, i.sheet)
	if err != nil {
		return nil, err
	}
	change, err := i.book.ComparePlan(r.IncomingPlan, remove)
	if err != nil {
		return nil, err
	}
	p := &proposal{}
	then := (*inspection.Book)(nil)
	if fact, err := change.Fact(); err == nil {
		p.facts = []inspection.Fact{fact}
		then = i.book.After(fact)
	}
	p.says = i.planRead(r) + report.SayPlanChange(change, &i.book, then, i.lang)
	p.data = report.ReadPlanChange(change, &i.book, then, r.Outside)
	return p, nil
}

// planRead tells what of the file was read and what was not.
func (d *door) planRead(r *data.PlanFile) string {
	t, says := &d.t.planning, ""
	line := func(format string, all []string) {
		if words := shown(strings.Join(all, d.t.comma), 400); words != "" {
			says += sentence(format, words) + "\n"
		}
	}
	line(t.read, r.Read)
	line(t.passed, r.Passed)
	left := 0
	for _, l := range r.Left {
		if l.Reason != table.Heading {
			left += l.To - l.Line + 1
		}
	}
	if left > 0 {
		says += sentence(t.left, left) + "\n"
	}
	var columns []string
	for _, u := range r.Unknown {
		columns = append(columns, shown(u.Says[d.lang], 40)+" ("+u.Place[d.lang]+")")
	}
	line(d.t.imports.leftColumns, columns)
	if r.Hidden > 0 {
		says += sentence(d.t.imports.hiddenRows, r.Hidden) + "\n"
	}
	line(t.outside, r.Outside)
	return says
}
