package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

func (d *door) checklistDiff() *cobra.Command {
	var w within
	c := d.command("diff A B", d.t.lists.diff, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.lists.flagDiffRound)
	format := d.formatFlag(c)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		f, err := format()
		if err != nil {
			return err
		}
		if err := d.check(c, w); err != nil {
			return err
		}
		switch {
		case w.round == 0 && len(args) != 2, len(args) == 0:
			return misuse{c, d.t.lists.twoLists}
		case len(args) > 2:
			return misuse{c, sentence(d.t.tooMany, shown(args[2], 40))}
		}
		change, err := d.compareLists(w, args)
		if err != nil {
			return err
		}
		return change.Write(d.out, f, d.lang)
	}
	return c
}

// compareLists compares two lists that are named, or a round's with one. Where
// there is a book it tells what of it is touched; two files need none.
func (d *door) compareLists(w within, args []string) (change report.ListChange, err error) {
	err = d.reading(func(b *inspection.Book) error {
		if err := w.known(b); err != nil {
			return err
		}
		change, err = d.compareIn(b, w, args)
		change.Uses = b.Uses(w.rounds()...)
		return err
	})
	if errors.Is(err, data.ErrMissing) && w.round == 0 && d.bookFlag == "" {
		return d.compareIn(new(inspection.Book), w, args)
	}
	return change, err
}

func (d *door) compareIn(b *inspection.Book, w within, args []string) (report.ListChange, error) {
	var lists [2]*inspection.Checklist
	if len(args) == 1 {
		lists[0] = b.ChecklistOf(inspection.RoundNo(w.round))
	}
	for i, name := range args {
		list, err := d.listNamed(b, name)
		if err != nil {
			return report.ListChange{}, err
		}
		lists[2-len(args)+i] = list
	}
	return report.ListChange{ListChange: inspection.Compare(lists[0], lists[1])}, nil
}

// listNamed is a list in a file, or a version that the book has.
func (d *door) listNamed(b *inspection.Book, name string) (*inspection.Checklist, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		if list := b.Checklist(inspection.ChecklistID(name)); list != nil {
			return list, nil
		}
		return nil, refusal{sentence(d.t.lists.noList, shown(name, 200))}
	}
	return d.readChecklist(name)
}

func (d *door) checklistAdopt() *cobra.Command {
	i := &intake{door: d}
	var w within
	c := d.command("adopt FILE", d.t.lists.adopt, nil)
	c.Flags().IntVar(&w.round, "round", 0, d.t.flagWhichRound)
	c.Flags().BoolVar(&i.yes, "yes", false, d.t.imports.flagYes)
	c.Flags().BoolVar(&i.dry, "dry-run", false, d.t.imports.flagDry)
	format := d.formatFlag(c)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		as, err := format()
		err = errors.Join(err, d.oneFile(c, args), d.check(c, w))
		switch {
		case err != nil:
			return err
		case as == report.CSV:
			return misuse{c, sentence(d.t.badChoice, "format", "text json", "csv")}
		case w.round == 0:
			return misuse{c, d.t.evidence.needRound}
		case i.yes && i.dry:
			return misuse{c, d.t.imports.yesAndDry}
		}
		return i.onBook(func() error { return i.adopt(args[0], inspection.RoundNo(w.round), as) })
	}
	return c
}

// onBook opens the book, as far as this goes, for do.
func (i *intake) onBook(do func() error) error {
	var err error
	if i.opened, err = i.founded(i.dry); err != nil {
		return err
	}
	return i.close(do())
}

// adopt shows what another checklist changes for a round, and takes it over. A
// round in which nothing rests on the old one is not asked about.
func (i *intake) adopt(name string, round inspection.RoundNo, as report.Format) error {
	list, err := i.listNamed(&i.book, name)
	if err != nil {
		return err
	}
	if _, ok := i.book.Round(round); !ok {
		return inspection.Refusal{Reason: inspection.NoSuchRound, About: round.String()}
	}
	p, change, err := i.proposeChecklist(list, round)
	if r, refused := inspection.Refused(err); refused && r.Reason == inspection.CodeReused && as == report.Text {
		i.print(p.says)
	}
	if err != nil {
		return err
	}
	i.yes = i.yes || i.book.TallyRound(round).Begun == 0 && len(change.Uses) == 0
	return i.settle(p, as)
}

// proposeChecklist lays a checklist beside the round's. Where it is refused, the
// proposal still says what would have changed.
func (i *intake) proposeChecklist(list *inspection.Checklist, round inspection.RoundNo) (*proposal, report.ListChange, error) {
	change := report.ListChange{ListChange: inspection.Compare(i.book.ChecklistOf(round), list), Uses: i.book.Uses(round)}
	p := &proposal{says: change.Text(i.lang), data: change.Data(i.lang)}
	fact, err := i.book.Adopt(list, round)
	switch r, refused := inspection.Refused(err); {
	case refused && r.Reason == inspection.NothingSaid:
		err = nil
	case err == nil:
		p.facts = []inspection.Fact{fact}
	}
	return p, change, err
}
