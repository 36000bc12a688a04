package main

import (
	"io"

	"github.com/spf13/cobra"

	"xuncha/data/report"
	"xuncha/inspection"
)

// listing is a command that lists something of one round or of all.
func (d *door) listing(use string, t text, write func(io.Writer, report.Format, inspection.Language, *inspection.Book, ...inspection.RoundNo) error) *cobra.Command {
	var w within
	c := d.command(use, t, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagRound)
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
			return write(d.out, f, d.lang, b, w.rounds()...)
		})
	}
	return c
}

func (d *door) planCommand() *cobra.Command {
	return d.listing("plan", d.t.planning.plan, report.WritePlan)
}

func (d *door) teamsCommand() *cobra.Command {
	return d.listing("teams", d.t.planning.teams, report.WriteTeams)
}

func (d *door) recusalsCommand() *cobra.Command {
	return d.listing("recusals", d.t.planning.recusals, report.WriteRecusals)
}
