package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"xuncha/data/docx"
	"xuncha/data/report"
	"xuncha/inspection"
)

// papering is what the command line says of papers that are to be made.
type papering struct {
	*door
	within
	to delivery

	kind, finding, donor string // as given
	paper                report.PaperKind
	visits               inspection.VisitKind
	style                *docx.Donor
}

func (d *door) paperCommand() *cobra.Command {
	p := &papering{door: d}
	c := d.command("paper KIND", d.t.paper.top, nil)
	d.placeFlags(c, &p.within)
	c.Flags().StringVar(&p.kind, "kind", "", d.t.paper.flagKind)
	c.Flags().StringVar(&p.finding, "finding", "", d.t.paper.flagFinding)
	c.Flags().StringVar(&p.donor, "donor", "", d.t.paper.flagDonor)
	d.todayFlag(c, &p.within)
	d.deliveryFlags(c, &p.to)
	offer(c, "kind", visitKindNames())
	var names []string
	for _, k := range report.PaperKinds() {
		names = append(names, k.Name()+"\t"+k.In(d.lang))
	}
	c.ValidArgsFunction = cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			p.listKinds()
			return nil
		}
		if err := p.understood(c, args); err != nil {
			return err
		}
		return d.reading(p.make)
	}
	return c
}

// listKinds says which papers there are and what each is for.
func (p *papering) listKinds() {
	for _, k := range report.PaperKinds() {
		p.println("%-13s %s%s%s", k.Name(), k.In(p.lang), p.t.colon, k.Use(p.lang))
	}
	p.println("\n%s", p.t.paper.howTo)
}

// understood checks the command line before any book is opened.
func (p *papering) understood(c *cobra.Command, args []string) (err error) {
	var known bool
	if p.paper, known = report.ParsePaperKind(args[0]); !known || len(args) > 1 {
		var names []string
		for _, k := range report.PaperKinds() {
			names = append(names, k.Name())
		}
		return misuse{c, sentence(p.t.needsOne, list(names))}
	}
	if err := p.to.needs(p.door, c, ".docx"); err != nil {
		return err
	}
	if err := p.check(c, p.within); err != nil {
		return err
	}
	if p.kind != "" {
		if p.visits, err = inspection.ParseVisitKind(p.kind); err != nil {
			return misuse{c, sentence(p.t.badChoice, "kind", list(visitKindNames()), shown(p.kind, 40))}
		}
	}
	if p.donor != "" {
		p.style, err = p.readDonor(p.donor)
	}
	return err
}

// readDonor reads the office's own document.
func (d *door) readDonor(path string) (*docx.Donor, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, refusal{sentence(d.t.paper.noDonor, shown(filepath.Base(path), 200))}
	}
	defer f.Close() // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, atBook{path, err}
	case info.IsDir():
		return nil, refusal{sentence(d.t.paper.noDonor, shown(filepath.Base(path), 200))}
	}
	donor, err := docx.ReadDonor(f, info.Size())
	var strange *docx.Strange
	switch {
	case errors.As(err, &strange):
		return nil, refusal{sentence(d.t.paper.badDonor, shown(filepath.Base(path), 200), shown(strange.Says[d.lang], 300))}
	case err != nil:
		return nil, atBook{path, err}
	}
	return donor, nil
}

func (p *papering) make(b *inspection.Book) error {
	if err := p.known(b); err != nil {
		return err
	}
	choice := report.PaperChoice{
		Round: inspection.RoundNo(p.round), School: inspection.SchoolCode(p.school), Kind: p.visits,
		Finding: inspection.FindingID(p.finding), Today: p.day(b, p.within), Donor: p.style, Head: head(b),
	}
	if p.to.intoFolder() {
		return p.folder(b, choice)
	}
	d, err := report.Compose(b, p.paper, choice)
	if err != nil {
		return p.explain(err)
	}
	return p.deliver(p.to, d.Write)
}

// explain adds to what is missing how several papers can be had at once.
func (p *papering) explain(err error) error {
	var why report.Unmade
	if errors.As(err, &why) && (why == report.WhichVisit || why == report.WhichRound) {
		return refusal{why.In(p.lang) + p.t.paper.orFolder}
	}
	return err
}

// folder writes one file for each school, finding or round into a folder. Those
// that have nothing to say are counted with their reasons.
func (p *papering) folder(b *inspection.Book, choice report.PaperChoice) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	all, names := choice.Each(b, p.paper), fileNames{}
	done, passed := 0, map[report.Unmade]int{}
	said := p.now()
	for i, one := range all {
		if ctx.Err() != nil {
			return refusal{sentence(p.t.paper.stopped, done)}
		}
		d, err := report.Compose(b, p.paper, one)
		var unmade report.Unmade
		if errors.As(err, &unmade) {
			passed[unmade]++
			continue
		}
		if err == nil && done == 0 {
			err = p.makeFolder(p.to.path)
		}
		if err == nil {
			to := delivery{filepath.Join(p.to.path, names.next(one.FileName(b, p.paper))), p.to.force}
			err = p.deliver(to, d.Write)
		}
		if err != nil {
			return err
		}
		done++
		if p.now().Sub(said) > time.Second {
			said = p.now()
			fmt.Fprintln(p.err, sentence(p.t.paper.progress, i+1, len(all)))
		}
	}
	return p.sayPassed(done, passed)
}

// sayPassed tells of the papers that had nothing to say.
func (p *papering) sayPassed(done int, passed map[report.Unmade]int) error {
	if done == 0 && len(passed) == 0 {
		if p.paper.Scope() == report.OfFinding {
			return report.NoneRaised
		}
		return report.NothingPlanned
	}
	for _, why := range slices.Sorted(maps.Keys(passed)) {
		if done == 0 {
			return why
		}
		fmt.Fprintln(p.err, sentence(p.t.paper.passed, passed[why], why.In(p.lang)))
	}
	return nil
}

// fileNames are the names given in a folder, so that none is given twice, also
// where capitals do not count.
type fileNames map[string]bool

func (f fileNames) next(name string) string {
	base, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	for n := 2; f[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d%s", base, n, ext)
	}
	f[strings.ToLower(name)] = true
	return name
}
