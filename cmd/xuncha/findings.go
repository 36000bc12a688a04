package main

import (
	"github.com/spf13/cobra"

	"xuncha/data/report"
	"xuncha/inspection"
)

// within is which part of the book a command is about.
type within struct {
	round         int
	school, today string
}

// placeFlags add --round and --school to a command.
func (d *door) placeFlags(c *cobra.Command, w *within) {
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagRound)
	c.Flags().StringVar(&w.school, "school", "", d.t.flagSchool)
}

// todayFlag adds --today to a command.
func (d *door) todayFlag(c *cobra.Command, w *within) {
	c.Flags().StringVar(&w.today, "today", "", d.t.flagToday)
}

// check refuses flags that no book could answer.
func (d *door) check(c *cobra.Command, w within) error {
	if c.Flags().Changed("round") && (w.round < 1 || w.round > 1<<16-1) {
		return misuse{c, sentence(d.t.badRound, w.round)}
	}
	if day, ok := inspection.ParseDay(w.today); w.today != "" && (!ok || day <= 0) {
		return misuse{c, sentence(d.t.badDay, shown(w.today, 40))}
	}
	return nil
}

// day is the day that is asked for, or today in the campaign's zone.
func (d *door) day(b *inspection.Book, w within) inspection.Day {
	if day, ok := inspection.ParseDay(w.today); ok {
		return day
	}
	c, _ := b.Campaign()
	return inspection.DayAt(d.now(), c.Zone)
}

// known refuses a round or a school that the book has not.
func (w within) known(b *inspection.Book) error {
	if round := inspection.RoundNo(w.round); round != 0 {
		if _, ok := b.Round(round); !ok {
			return inspection.Refusal{Reason: inspection.NoSuchRound, About: round.String()}
		}
	}
	if w.school != "" && b.School(inspection.SchoolCode(w.school)) == nil {
		return inspection.Refusal{Reason: inspection.NoSuchSchool, About: shown(w.school, 40)}
	}
	return nil
}

// rounds are the one that is asked for, or none for all.
func (w within) rounds() []inspection.RoundNo {
	if w.round == 0 {
		return nil
	}
	return []inspection.RoundNo{inspection.RoundNo(w.round)}
}

// offer gives the names of a flag to whoever completes it.
func offer(c *cobra.Command, flag string, names []string) {
	complete := cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	if err := c.RegisterFlagCompletionFunc(flag, complete); err != nil {
		panic(err) // the flag was added by the same hand
	}
}

func (d *door) findingsCommand() *cobra.Command {
	var w within
	var state string
	c := d.command("findings", d.t.findings, nil)
	d.placeFlags(c, &w)
	c.Flags().StringVar(&state, "state", "", d.t.flagState)
	offer(c, "state", inspection.FindingStateNames())
	format := d.formatFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		if err := d.check(c, w); err != nil {
			return err
		}
		choice := report.FindingChoice{Round: inspection.RoundNo(w.round), School: inspection.SchoolCode(w.school)}
		if state != "" {
			if choice.State, err = inspection.ParseFindingState(state); err != nil {
				return misuse{c, sentence(d.t.badChoice, "state", list(inspection.FindingStateNames()), shown(state, 40))}
			}
		}
		return d.reading(func(b *inspection.Book) error {
			if err := w.known(b); err != nil {
				return err
			}
			return report.ListFindings(b, choice).Write(d.out, f, d.lang)
		})
	}
	return c
}
