package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/inspection"
)

// addition is what the command line says of files that are to be taken in.
type addition struct {
	*door
	*opened
	author string
	files  *data.EvidenceFolder
	visit  inspection.VisitID
	day    inspection.Day
	sorted inspection.EvidenceSort

	round                                                               int
	school, kind, item, finding, caption, page, sort, on, place, reason string
	proof                                                               bool
}

func (d *door) evidenceAdd() *cobra.Command {
	a := &addition{door: d}
	t := &d.t.evidence
	c := d.command("add FILE", t.add, nil)
	f := c.Flags()
	f.IntVar(&a.round, "round", 0, d.t.flagWhichRound)
	f.StringVar(&a.school, "school", "", t.flagSchool)
	f.StringVar(&a.kind, "kind", "", t.flagKind)
	f.StringVar(&a.item, "item", "", t.flagItem)
	f.StringVar(&a.finding, "finding", "", t.flagFinding)
	f.StringVar(&a.caption, "caption", "", t.flagCaption)
	f.StringVar(&a.page, "page", "", t.flagPage)
	f.StringVar(&a.sort, "sort", "", t.flagSort)
	f.StringVar(&a.on, "day", "", t.flagDay)
	f.StringVar(&a.place, "place", "", t.flagPlace)
	f.BoolVar(&a.proof, "proof", false, t.flagProof)
	f.StringVar(&a.reason, "reason", "", t.flagReason)
	c.Args = nil
	c.RunE = func(c *cobra.Command, paths []string) error {
		if err := a.understood(c, paths); err != nil {
			return err
		}
		return a.run(paths)
	}
	return c
}

// understood checks the command line before any book is opened.
func (a *addition) understood(c *cobra.Command, paths []string) (err error) {
	t := &a.t.evidence
	if err := a.checkRound(c, a.round); err != nil {
		return err
	}
	switch {
	case len(paths) == 0:
		return misuse{c, t.needFile}
	case a.round == 0:
		return misuse{c, t.needRound}
	case a.school == "":
		return misuse{c, t.needSchool}
	case a.proof && a.finding == "":
		return misuse{c, t.proofOfWhat}
	}
	if a.on != "" {
		var ok bool
		if a.day, ok = inspection.ParseDay(a.on); !ok {
			return misuse{c, sentence(t.badDay, shown(a.on, 40))}
		}
	}
	if a.sort != "" {
		if a.sorted, err = inspection.ParseEvidenceSort(a.sort); err != nil {
			return err
		}
	}
	kind, err := inspection.ParseVisitKind(a.kind)
	a.visit = inspection.VisitID{Round: inspection.RoundNo(a.round), Kind: kind, School: inspection.SchoolCode(a.school)}
	return err
}

// run takes the files in, one after the other. One that is refused does not keep
// the others out; Ctrl+C stops, with nothing half done.
func (a *addition) run(paths []string) error {
	var err error
	if a.opened, err = a.founded(false); err != nil {
		return err
	}
	a.warn()
	a.author, a.files = a.door.author(a.journal), data.EvidenceOf(a.journal.Path())
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	_ = a.files.Sweep() // what a crash left is in nobody's way
	var first error
	for _, one := range paths {
		err := a.addOne(ctx, one)
		if first != nil && err != nil {
			a.end(err)
		}
		if first == nil {
			first = err
		}
		if ctx.Err() != nil {
			break
		}
	}
	return a.close(first)
}

// addOne has its bytes on the disk before the book speaks of them, and the
// entries on the disk before it says so.
func (a *addition) addOne(ctx context.Context, path string) error {
	nobody := inspection.EvidenceID(strings.Repeat("0", 64))
	if _, err := a.attach(nobody, "x", 1); err != nil {
		return err // before anything is copied
	}
	t, err := a.files.TakeIn(ctx, path, nil)
	if errors.Is(err, context.Canceled) {
		return refusal{sentence(a.t.evidence.stopped, shown(path, 200))}
	}
	if err != nil {
		return a.aboutEvidence(path, err)
	}
	n, err := a.setDown(t)
	if err != nil {
		return err
	}
	if err := a.journal.Flush(); err != nil {
		return atBook{a.journal.Path(), err}
	}
	if n == 0 {
		a.println(a.t.evidence.already, t.Name, t.ID)
	} else {
		a.println(a.t.evidence.taken, t.Name, sizeInWords(t.Size), t.ID)
	}
	return nil
}

func (a *addition) attach(id inspection.EvidenceID, name string, size int64) (inspection.Fact, error) {
	f, err := a.book.Attach(a.visit, id, name, size, inspection.ItemCode(a.item), inspection.FindingID(a.finding))
	return a.permit(f, err)
}

// permit lets the visit's seal judge a fact.
func (a *addition) permit(f inspection.Fact, err error) (inspection.Fact, error) {
	if err != nil {
		return f, err
	}
	name := ""
	if a.reason != "" {
		name = a.journal.NewID()
	}
	return a.book.Permit(f, a.reason, name)
}

// setDown sets down that the file is there, what it is and what it proves, and
// tells how many entries that took.
func (a *addition) setDown(t data.Taken) (n int, err error) {
	if a.book.Visit(a.visit).Begun == 0 {
		c, _ := a.book.Campaign()
		f, err := a.permit(a.book.Begin(a.visit, inspection.DayAt(a.now(), c.Zone)))
		if err != nil {
			return 0, err
		}
		a.take(a.author, f)
	}
	for _, judge := range []func() (inspection.Fact, error){
		func() (inspection.Fact, error) { return a.attach(t.ID, t.Name, t.Size) },
		func() (inspection.Fact, error) { return a.permit(a.book.Describe(a.visit, t.ID, a.note(t))) },
		func() (inspection.Fact, error) {
			if !a.proof {
				return inspection.Fact{}, inspection.Refusal{Reason: inspection.NothingSaid}
			}
			return a.permit(a.book.Prove(a.visit, t.ID, inspection.FindingID(a.finding)))
		},
	} {
		f, err := judge()
		if r, refused := inspection.Refused(err); refused && r.Reason == inspection.NothingSaid {
			continue // the book has that already
		}
		if err != nil {
			return n, err
		}
		a.take(a.author, f)
		n++
	}
	return n, nil
}

// note is what is said of the file now: what the flags say, over what was said
// before.
func (a *addition) note(t data.Taken) inspection.EvidenceNote {
	var n inspection.EvidenceNote
	for _, e := range a.book.EvidenceAt(a.visit) {
		if e.ID == t.ID {
			n = e.EvidenceNote
		}
	}
	for _, w := range []struct {
		to   *string
		said string
	}{{&n.Caption, a.caption}, {&n.Page, a.page}, {&n.Where, a.place}} {
		if w.said != "" {
			*w.to = w.said
		}
	}
	switch {
	case a.sorted != 0:
		n.Sort = a.sorted
	case n.Sort == 0:
		n.Sort = t.Sort
	}
	if a.day != 0 {
		n.When = a.day
	}
	return n
}
