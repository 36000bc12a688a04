package main

import (
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data/report"
	"xuncha/inspection"
)

func list(names []string) string { return strings.Join(names, " ") }

func viewNames() (names []string) {
	for _, v := range inspection.Views() {
		names = append(names, v.Name())
	}
	return names
}

func (d *door) ledgerCommand() *cobra.Command {
	var w within
	var view string
	c := d.command("ledger", d.t.ledger, nil)
	d.placeFlags(c, &w)
	c.Flags().StringVar(&view, "view", inspection.ViewAll.Name(), d.t.flagView)
	offer(c, "view", viewNames())
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
		v, err := inspection.ParseView(view)
		if err != nil {
			return misuse{c, sentence(d.t.badChoice, "view", list(viewNames()), shown(view, 40))}
		}
		return d.reading(func(b *inspection.Book) error {
			if err := w.known(b); err != nil {
				return err
			}
			choice := report.LedgerChoice{Round: inspection.RoundNo(w.round), School: inspection.SchoolCode(w.school), View: v, Today: d.day(b, w)}
			return report.ReadLedger(b, choice).Write(d.out, f, d.lang)
		})
	}
	return c
}
