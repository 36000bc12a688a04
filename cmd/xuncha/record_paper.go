package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"xuncha/data"
	"xuncha/inspection"
)

// fromPaper is what the command line says of a checklist that was filled in on
// paper and is typed back.
type fromPaper struct {
	paper, once, yes     bool
	round                int
	school, kind, reason string
}

func (p *fromPaper) flags(d *door, c *cobra.Command) {
	f, t := c.Flags(), &d.t.typing
	f.BoolVar(&p.paper, "paper", false, t.flagPaper)
	f.IntVar(&p.round, "round", 0, d.t.flagWhichRound)
	f.StringVar(&p.school, "school", "", d.t.evidence.flagSchool)
	f.StringVar(&p.kind, "kind", "", d.t.evidence.flagKind)
	f.StringVar(&p.reason, "reason", "", d.t.evidence.flagReason)
	f.BoolVar(&p.once, "once", false, t.flagOnce)
	f.BoolVar(&p.yes, "yes", false, t.flagYes)
}

// visit is the one that is meant, if the command line makes sense.
func (p *fromPaper) visit(d *door, c *cobra.Command) (inspection.VisitID, error) {
	if err := d.checkRound(c, p.round); err != nil {
		return inspection.VisitID{}, err
	}
	switch {
	case p.round == 0:
		return inspection.VisitID{}, misuse{c, d.t.evidence.needRound}
	case p.school == "":
		return inspection.VisitID{}, misuse{c, d.t.evidence.needSchool}
	}
	kind, err := inspection.ParseVisitKind(p.kind)
	return inspection.VisitID{Round: inspection.RoundNo(p.round), Kind: kind, School: inspection.SchoolCode(p.school)}, err
}

// given tells a flag that has no meaning without --paper.
func (p *fromPaper) given(c *cobra.Command) (name string) {
	for _, name := range []string{"round", "school", "kind", "reason", "once", "yes"} {
		if c.Flags().Changed(name) {
			return name
		}
	}
	return ""
}

// typist types a paper checklist back into the book.
type typist struct {
	*recorder
	*fromPaper
	*paperReader
	words *typingWords
	visit inspection.VisitID
	in    *bufio.Reader
	lines int  // read so far
	asks  bool // there is somebody at a terminal
}

func (d *door) recordPaper(c *cobra.Command, p *fromPaper) error {
	v, err := p.visit(d, c)
	if err != nil {
		return err
	}
	b, err := d.founded(false)
	if err != nil {
		return err
	}
	d.warn()
	t := &typist{recorder: &recorder{door: d, opened: b, author: d.author(b.journal)}, fromPaper: p, words: &d.t.typing, visit: v}
	return b.close(t.run())
}

func (t *typist) run() error {
	if err := t.ready(); err != nil {
		return err
	}
	file, ok := t.door.in.(*os.File)
	t.asks = ok && term.IsTerminal(int(file.Fd()))
	t.in = bufio.NewReader(t.door.in)
	read := t.pipe
	if t.asks {
		read = t.terminal
	}
	p, err := read()
	if err != nil {
		return err
	}
	if len(p.all) == 0 {
		return refusal{t.words.noneTyped}
	}
	return t.record(p)
}

// ready asks the trade before anybody types two hundred verdicts in vain.
func (t *typist) ready() error {
	v := t.visit
	list, school := t.book.ChecklistOf(v.Round), t.book.School(v.School)
	met := inspection.Met
	if list == nil || school == nil {
		_, err := t.book.Answer(v, "", inspection.Change{Verdict: &met}) // which of the two
		return err
	}
	t.paperReader = newPaperReader(t.words, list, school)
	first := slices.Index(t.applies, true)
	if first < 0 {
		return refusal{t.words.nothingApplies}
	}
	f, err := t.book.Answer(v, list.At(first).Code, inspection.Change{Verdict: &met})
	if err == nil {
		_, err = t.book.Permit(f, t.reason, t.journal.NewID())
	}
	return err
}

// pipe reads both passes, which an empty line parts, and tells all that is wrong
// with them at once.
func (t *typist) pipe() (*pass, error) {
	text, err := io.ReadAll(io.LimitReader(t.in, mostTyped+1))
	if err != nil {
		return nil, err
	}
	if len(text) > mostTyped {
		return nil, refusal{sentence(t.words.tooMuch, mostTyped>>20)}
	}
	parts := blocks(string(text))
	if t.once {
		parts = [][]inputLine{slices.Concat(parts...)}
	}
	var passes []*pass
	faults := data.Faults{File: t.words.input}
	for _, lines := range parts {
		p := &pass{all: map[int]typed{}}
		for _, line := range lines {
			faults.List = append(faults.List, t.typedLine(p, line.number, string(line.text))...)
		}
		passes = append(passes, p)
	}
	switch {
	case len(faults.List) > 0:
		return nil, &faults
	case t.once:
		return passes[0], nil
	case len(passes) != 2:
		return nil, refusal{sentence(t.words.notTwice, len(passes))}
	}
	if d := differences(passes[0], passes[1]); len(d) > 0 {
		t.tellDifferences(passes[0], passes[1], d)
		return nil, refusal{t.words.differ}
	}
	return passes[0], nil
}

// terminal has the passes typed one after the other, and then what differs again.
func (t *typist) terminal() (*pass, error) {
	fmt.Fprintln(t.err, sentence(t.words.firstPass, len(t.applies)-1))
	one, err := t.typePass()
	if err != nil || t.once {
		return one, err
	}
	fmt.Fprintln(t.err, t.words.secondPass)
	two, err := t.typePass()
	if err != nil {
		return nil, err
	}
	for {
		d := differences(one, two)
		if len(d) == 0 {
			return one, nil
		}
		t.tellDifferences(one, two, d)
		fmt.Fprintln(t.err, t.words.again)
		t.only = map[int]bool{}
		for _, n := range d {
			t.only[n] = true
		}
		right, err := t.typePass()
		t.only = nil
		if err != nil {
			return nil, err
		}
		for n, what := range right.all {
			one.put(n, what)
			two.put(n, what)
		}
	}
}

// put sets what the paper really says of an item, or that it says nothing.
func (p *pass) put(number int, what typed) {
	if what.verdict == inspection.None {
		delete(p.all, number)
	} else {
		p.all[number] = what
	}
}

// typePass reads lines until an empty one. A line with a fault is told at once
// and typed again.
func (t *typist) typePass() (*pass, error) {
	p := &pass{all: map[int]typed{}}
	for {
		text, err := t.in.ReadString('\n')
		t.lines++
		if strings.TrimSpace(text) == "" {
			if len(p.all) == 0 {
				return nil, refusal{t.words.givenUp}
			}
			return p, nil
		}
		tried := &pass{all: maps.Clone(p.all), last: p.last}
		if faults := t.typedLine(tried, t.lines, text); len(faults) > 0 {
			fmt.Fprintln(t.err, (&data.Faults{File: t.words.input, List: faults}).In(t.lang))
			fmt.Fprintln(t.err, t.words.lineAgain)
		} else {
			p = tried
		}
		if err != nil {
			return p, nil
		}
	}
}

// differences are the numbers of which two passes do not say the same.
func differences(one, two *pass) (all []int) {
	for n, a := range one.all {
		if b, ok := two.all[n]; !ok || a.verdict != b.verdict {
			all = append(all, n)
		}
	}
	for n := range two.all {
		if _, ok := one.all[n]; !ok {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

func (t *typist) tellDifferences(one, two *pass, numbers []int) {
	fmt.Fprintln(t.err, sentence(t.words.differing, len(numbers)))
	for _, n := range numbers {
		fmt.Fprintln(t.err, sentence(t.words.difference, n, t.title(n), t.saying(one, n), t.saying(two, n)))
	}
}

func (t *typist) title(number int) string { return shown(t.list.At(number).Title, 60) }

// saying is what a pass has of an item, and where.
func (t *typist) saying(p *pass, number int) string {
	what, ok := p.all[number]
	if !ok {
		return t.words.nothing
	}
	return sentence(t.words.at, what.verdict.In(t.lang), what.line, what.column)
}

// record takes the verdicts into the book as one entry, once it is clear that
// those are meant that were another before.
func (t *typist) record(p *pass) error {
	all := map[inspection.ItemCode]inspection.Verdict{}
	var changed []int
	same := 0
	for _, n := range slices.Sorted(maps.Keys(p.all)) {
		code, verdict := t.list.At(n).Code, p.all[n].verdict
		all[code] = verdict
		switch now := t.book.AnswerAt(t.visit, code).Verdict; {
		case now == verdict:
			same++
		case now != inspection.None:
			changed = append(changed, n)
		}
	}
	if same == len(all) {
		t.println(t.words.allThere, same)
		return nil
	}
	if err := t.confirm(p, changed); err != nil {
		return err
	}
	if t.book.Visit(t.visit).Begun == 0 {
		if err := t.begin(t.visit); err != nil {
			return err
		}
	}
	f, err := t.book.Judge(t.visit, all)
	if err == nil {
		f, err = t.book.Permit(f, t.reason, t.journal.NewID())
	}
	if err != nil {
		return err
	}
	e := t.take(t.author, f)
	if err := t.journal.Flush(); err != nil {
		return atBook{t.journal.Path(), err}
	}
	t.println(t.words.done, len(all)-same, len(all)-same-len(changed), len(changed), same, e.Seq)
	return nil
}

// confirm shows which verdicts of the book would become others.
func (t *typist) confirm(p *pass, changed []int) error {
	if len(changed) == 0 {
		return nil
	}
	fmt.Fprintln(t.err, sentence(t.words.changes, len(changed)))
	for _, n := range changed {
		now := t.book.AnswerAt(t.visit, t.list.At(n).Code)
		fmt.Fprintln(t.err, sentence(t.words.change, n, t.title(n), now.Verdict.In(t.lang), p.all[n].verdict.In(t.lang), shown(now.Author, 40)))
	}
	switch {
	case t.yes:
		return nil
	case !t.asks:
		return refusal{t.words.needsYes}
	}
	fmt.Fprintln(t.err, t.words.ask)
	answer, err := t.in.ReadString('\n')
	if err != nil || strings.ToLower(strings.TrimSpace(answer)) != "y" {
		return refusal{t.words.givenUp}
	}
	return nil
}
