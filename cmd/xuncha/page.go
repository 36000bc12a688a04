package main

import (
	"github.com/spf13/cobra"

	"xuncha/data/report"
	"xuncha/inspection"
)

func (d *door) pageCommand() *cobra.Command {
	var w within
	var to delivery
	c := d.command("page", d.t.deliver.page, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagRound)
	d.todayFlag(c, &w)
	d.deliveryFlags(c, &to)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := to.needs(d, c, ".html", ".htm"); err != nil {
			return err
		}
		if err := d.check(c, w); err != nil {
			return err
		}
		return d.reading(func(b *inspection.Book) error {
			if err := w.known(b); err != nil {
				return err
			}
			s := report.Summarize(b, d.day(b, w), w.rounds()...)
			return d.deliver(to, s.Page().Write)
		})
	}
	return c
}
