package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/inspection"
)

func (d *door) recordCommand() *cobra.Command {
	var schema bool
	var paper fromPaper
	c := d.command("record", d.t.record, func(c *cobra.Command) error {
		name := paper.given(c)
		switch {
		case schema:
			return d.printSchema()
		case paper.paper:
			return d.recordPaper(c, &paper)
		case name != "":
			return misuse{c, sentence(d.t.typing.onlyPaper, name)}
		}
		return d.record()
	})
	c.Flags().BoolVar(&schema, "schema", false, d.t.flagSchema)
	paper.flags(d, c)
	return c
}

// record takes lines from standard input into the book.
func (d *door) record() error {
	b, err := d.founded(false)
	if err != nil {
		return err
	}
	d.warn()
	r := recorder{door: d, opened: b, author: d.author(b.journal)}
	err = r.run(readLines(d.in))
	return b.close(r.end(err))
}

// recorder answers each line after what it says is durable, and lines that come
// together with one wait for the disk.
type recorder struct {
	*door
	*opened
	author         string
	saved, refused int
}

// answer is what came of a line: an entry, or a refusal.
type answer struct {
	entry   *inspection.Entry
	id      string // of what was made; empty where nothing was
	refusal string
	field   string // that the refusal is about; empty when it is about the line
	line    int
}

// write puts the answer down as a line of JSON.
func (a answer) write(b *strings.Builder) {
	if a.entry == nil {
		fmt.Fprintf(b, "{\"refused\":%s,\"line\":%d", quoted(a.refusal), a.line)
		if a.field != "" {
			fmt.Fprintf(b, ",\"field\":%s", quoted(a.field))
		}
	} else {
		fmt.Fprintf(b, "{\"saved\":%d", a.entry.Seq)
		if a.id != "" {
			fmt.Fprintf(b, ",\"id\":%s", quoted(a.id))
		}
	}
	b.WriteString("}\n")
}

// mostTogether bounds what waits for one transaction, so that answers keep
// coming however fast lines do.
const mostTogether = 1000

func (r *recorder) run(lines <-chan inputLine) error {
	for {
		first, more := <-lines
		if !more {
			return nil
		}
		answers := []answer{r.line(first)}
		for len(answers) < mostTogether {
			next, ok := arrived(lines)
			if !ok {
				break
			}
			answers = append(answers, r.line(next))
		}
		if err := r.settle(answers); err != nil {
			return err
		}
	}
}

// arrived is the next line if it is here already.
func arrived(lines <-chan inputLine) (line inputLine, ok bool) {
	select {
	case line, ok = <-lines:
		return line, ok
	default:
		return line, false
	}
}

// settle waits for the disk and answers in the order of the lines. Where the
// disk fails, what it has is answered and the rest is not.
func (r *recorder) settle(answers []answer) error {
	unsaved := r.journal.Flush()
	durable := r.journal.Saving().Saved
	var b strings.Builder
	lost := 0
	for _, a := range answers {
		switch {
		case a.entry != nil && a.entry.Seq > durable:
			lost++
		case a.entry != nil:
			r.saved++
			a.write(&b)
		case a.refusal != "":
			r.refused++
			a.write(&b)
		}
	}
	if _, err := r.out.Write([]byte(b.String())); err != nil {
		return refusal{sentence(r.t.unheard, r.journal.Saving().Saved)} // better to stop than to go on alone
	}
	if unsaved != nil {
		return unsavedError{lost, unsaved}
	}
	return nil
}

// unsavedError is returned when the disk failed under lines that were taken.
type unsavedError struct {
	lines int
	err   error
}

func (e unsavedError) Error() string { return e.err.Error() }

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(b)
}

// end sums up what was done.
func (r *recorder) end(err error) error {
	var unsaved unsavedError
	if errors.As(err, &unsaved) {
		fmt.Fprintln(r.err, r.t.failed+sentence(r.t.recordUnsaved, unsaved.lines, shown(unsaved.Error(), 300)))
		return told(exitFailed)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(r.err, sentence(r.t.recordSummary, r.saved, r.refused))
	if r.refused > 0 {
		return told(exitRefused)
	}
	return nil
}

// line takes one line into the book, or says why not. A blank one says nothing.
func (r *recorder) line(in inputLine) answer {
	a := answer{line: in.number}
	if in.err == nil && len(in.text) == 0 {
		return a
	}
	said, err := r.parse(in)
	if err == nil {
		a.entry, err = r.set(said)
	}
	if err != nil {
		a.refusal, a.field = r.because(said, err)
	} else if said.named {
		a.id = said.id
	}
	return a
}

// because says why a line is refused, and which of its fields is at fault.
func (r *recorder) because(s *said, err error) (says, field string) {
	var w wrongly
	if errors.As(err, &w) {
		field = w.field
	}
	no, ok := inspection.Refused(err)
	if !ok {
		return shown(err.Error(), 400), field
	}
	if field == "" && s != nil {
		field = s.fieldOf(no)
	}
	no.About = shown(no.About, 60)
	return no.In(r.lang), field
}

// set judges what a line says and records it, having begun the visit where that
// was not done.
func (r *recorder) set(s *said) (*inspection.Entry, error) {
	f, err := r.judge(s)
	if err != nil {
		return nil, err
	}
	if s.begins && r.book.Visit(s.visit).Begun == 0 {
		if err := r.begin(s.visit); err != nil {
			return nil, err
		}
		if f, err = r.judge(s); err != nil {
			return nil, err
		}
	}
	return r.take(r.author, f), nil
}

// judge has the trade judge a line, and the seal of its visit permit it.
func (r *recorder) judge(s *said) (inspection.Fact, error) {
	f, err := s.form.judge(r, s)
	if err != nil {
		return f, err
	}
	name := ""
	if s.reason != "" {
		name = r.journal.NewID()
	}
	return r.book.Permit(f, s.reason, name)
}

func (r *recorder) begin(v inspection.VisitID) error {
	f, err := r.book.Begin(v, r.today())
	if err != nil {
		return err
	}
	r.take(r.author, f)
	return nil
}
