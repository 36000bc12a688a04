package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

func (d *door) evidenceCommand() *cobra.Command {
	c := d.command("evidence", d.t.evidence.top, nil)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return d.noCommand(c, args[0])
		}
		return misuse{c, sentence(d.t.needsOne, "add list get check")}
	}
	c.AddCommand(d.evidenceAdd(), d.evidenceList(), d.evidenceGet(), d.evidenceCheck())
	return c
}

func (d *door) evidenceList() *cobra.Command {
	var round int
	var school, finding string
	c := d.command("list", d.t.evidence.list, nil)
	c.Flags().IntVar(&round, "round", 0, d.t.flagRound)
	c.Flags().StringVar(&school, "school", "", d.t.flagSchool)
	c.Flags().StringVar(&finding, "finding", "", d.t.evidence.flagOnlyFinding)
	format := d.formatFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		if err := d.checkRound(c, round); err != nil {
			return err
		}
		return d.listEvidence(report.EvidenceSelection{
			Round: inspection.RoundNo(round), School: inspection.SchoolCode(school), Finding: inspection.FindingID(finding),
		}, f)
	}
	return c
}

// checkRound refuses what no round can be numbered, where --round was given.
func (d *door) checkRound(c *cobra.Command, round int) error {
	if c.Flags().Changed("round") && (round < 1 || round > 1<<16-1) {
		return misuse{c, sentence(d.t.badRound, round)}
	}
	return nil
}

func (d *door) listEvidence(sel report.EvidenceSelection, f report.Format) error {
	return d.reading(func(b *inspection.Book) error {
		if _, ok := b.Round(sel.Round); sel.Round != 0 && !ok {
			return inspection.Refusal{Reason: inspection.NoSuchRound, About: sel.Round.String()}
		}
		if sel.School != "" && b.School(sel.School) == nil {
			return inspection.Refusal{Reason: inspection.NoSuchSchool, About: shown(string(sel.School), 40)}
		}
		if _, ok := b.Finding(sel.Finding); sel.Finding != "" && !ok {
			return inspection.Refusal{Reason: inspection.NoSuchFinding, About: shown(string(sel.Finding), 40)}
		}
		list := report.ListEvidence(b, sel)
		if len(list) == 0 && f == report.Text {
			return refusal{d.t.evidence.none}
		}
		return list.Write(d.out, f, d.lang)
	})
}

func (d *door) evidenceGet() *cobra.Command {
	var out string
	var force bool
	c := d.command("get ID", d.t.evidence.get, nil)
	c.Flags().StringVarP(&out, "output", "o", "", d.t.evidence.flagOut)
	c.Flags().BoolVar(&force, "force", false, d.t.evidence.flagForce)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) != 1:
			return misuse{c, sentence(d.t.needsOne, "ID")}
		case out == "":
			return misuse{c, d.t.evidence.needOut}
		}
		return d.getEvidence(args[0], out, force)
	}
	return c
}

func (d *door) getEvidence(begin, out string, force bool) error {
	if info, err := os.Stat(out); err == nil && info.IsDir() {
		return refusal{sentence(d.t.evidence.outFolder, out)}
	}
	path, err := d.path()
	if err != nil {
		return err
	}
	return d.reading(func(b *inspection.Book) error {
		id, err := d.findEvidence(b, begin)
		if err != nil {
			return err
		}
		err = data.EvidenceOf(path).CopyOut(id, out, force)
		if errors.Is(err, data.ErrExists) {
			return refusal{sentence(d.t.evidence.outThere, shown(out, 200))}
		}
		if err != nil {
			return d.aboutEvidence(out, err)
		}
		d.println(d.t.evidence.gotten, out)
		return nil
	})
}

// findEvidence is the one file whose ID begins so.
func (d *door) findEvidence(b *inspection.Book, begin string) (inspection.EvidenceID, error) {
	found := map[inspection.EvidenceID]bool{}
	var id inspection.EvidenceID
	b.AllEvidence(func(e inspection.Evidence) {
		if begin != "" && strings.HasPrefix(string(e.ID), strings.ToLower(begin)) {
			id, found[e.ID] = e.ID, true
		}
	})
	switch len(found) {
	case 0:
		return "", refusal{sentence(d.t.evidence.noSuch, shown(begin, 70))}
	case 1:
		return id, nil
	}
	return "", refusal{sentence(d.t.evidence.twoSuch, shown(begin, 70))}
}

// aboutEvidence is what is wrong with a file, as a refusal that names it, or
// else the failure that it is.
func (d *door) aboutEvidence(path string, err error) error {
	if says, ok := d.ofEvidence(err); ok {
		return refusal{says + d.t.colon + shown(path, 200)}
	}
	return atBook{path, err}
}

func (d *door) evidenceCheck() *cobra.Command {
	return d.command("check", d.t.evidence.check, func(*cobra.Command) error {
		path, err := d.path()
		if err != nil {
			return err
		}
		return d.reading(func(b *inspection.Book) error { return d.checkEvidence(path, b) })
	})
}

// checkEvidence reads the evidence that a book speaks of, and tells what is
// missing or was changed.
func (d *door) checkEvidence(path string, b *inspection.Book) error {
	t := &d.t.evidence
	r, err := data.EvidenceOf(path).Check(b)
	if err != nil {
		return atBook{path, err}
	}
	if len(r.Faults) > 0 {
		d.println(t.faults, len(r.Faults))
		for _, e := range r.Faults {
			says, ok := d.ofEvidence(r.Why[e.ID])
			if !ok {
				says = shown(r.Why[e.ID].Error(), 200)
			}
			d.println(t.fault, shown(e.Name, 80), e.Visit.Round, e.Visit.School, says, e.ID)
		}
		return told(exitRefused)
	}
	d.println(t.whole, r.Files, sizeInWords(r.Bytes))
	if r.Spare > 0 {
		d.println(t.spare, r.Spare)
	}
	return nil
}

// verifyEvidence checks the evidence of a book that was just found whole.
func (d *door) verifyEvidence(path string) error {
	b, err := d.open(path, data.Options{ReadOnly: true, Check: func(string) error { return nil }})
	if err != nil {
		return err
	}
	any := false
	b.book.AllEvidence(func(inspection.Evidence) { any = true })
	if any {
		err = d.checkEvidence(path, &b.book)
	}
	return b.close(err)
}

// sizeInWords is a number of bytes for people.
func sizeInWords(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%.0f KB", max(1, float64(n)/(1<<10)))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
