package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/table"
	"xuncha/inspection"
)

// importProgress reads a ledger that a school filled in.
func (d *door) importProgress() *cobra.Command {
	var theirs bool
	var on string
	var c *cobra.Command
	c = d.importing("progress", d.t.progress.progress, func(i *intake, f *table.File) (*proposal, error) {
		day := i.today
		if on != "" {
			var ok bool
			if day, ok = inspection.ParseDay(on); !ok || day <= 0 {
				return nil, misuse{c, sentence(d.t.evidence.badDay, shown(on, 40))}
			}
		}
		return i.proposeProgress(f, theirs, day)
	})
	c.Flags().BoolVar(&theirs, "take-theirs", false, d.t.progress.flagTheirs)
	c.Flags().StringVar(&on, "day", "", d.t.progress.flagDay)
	return c
}

// proposeProgress lays a ledger that came back beside the book's. What both have
// changed stays the book's, unless theirs is wanted.
func (i *intake) proposeProgress(f *table.File, theirs bool, day inspection.Day) (*proposal, error) {
	r, err := data.ReadProgress(f, i.sheet, &i.book)
	if err != nil {
		return nil, err
	}
	told := progressTold{door: i.door, file: f, read: r, theirs: theirs}
	p := &proposal{says: told.text(), data: told.json()}
	if len(r.Conflicts)+len(r.Replies.Left) > 0 {
		p.none = i.t.progress.noneTaken
	}
	fact, err := i.book.TakeReplies(r.Replies, theirs, day, i.journal.NewID)
	if no, refused := inspection.Refused(err); refused && no.Reason == inspection.NothingSaid {
		return p, nil
	}
	p.facts = []inspection.Fact{fact}
	return p, err
}

// progressTold tells what a ledger that came back would change.
type progressTold struct {
	*door
	file   *table.File
	read   *data.ProgressFile
	theirs bool
	b      strings.Builder
}

func (p *progressTold) line(format string, args ...any) {
	p.b.WriteString(sentence(format, args...) + "\n")
}

func (p *progressTold) text() string {
	t, r := &p.t.progress, p.read
	source := p.file.Name
	if r.Sheet != "" {
		source += "!" + r.Sheet
	}
	p.line(t.readLines, source, r.Lines)
	if r.Unmarked > 0 {
		p.line(t.unmarked, r.Unmarked)
	}
	p.said(t.changes, r.Changes)
	if p.theirs {
		p.said(t.overruled, r.Conflicts)
	} else {
		p.said(t.conflicts, r.Conflicts)
	}
	p.left()
	p.missing()
	if r.Hidden > 0 {
		p.line(p.t.imports.hiddenRows, r.Hidden)
	}
	var columns []string
	for _, u := range r.Unknown {
		columns = append(columns, shown(u.Says.String(), 40))
	}
	if len(columns) > 0 {
		p.line(p.t.imports.leftColumns, strings.Join(columns, "、"))
	}
	return p.b.String()
}

// said lists cells with both words.
func (p *progressTold) said(heading string, all []inspection.Said) {
	if len(all) == 0 {
		return
	}
	p.line(heading, len(all))
	for _, s := range all[:min(len(all), mostLines)] {
		p.line("  %s  %s  %s", s.Place.In(p.lang), shown(s.Number, 40), p.words(s))
	}
	p.more(len(all))
}

func (p *progressTold) words(s inspection.Said) string {
	if s.Column == inspection.ColumnProgress || s.Column == inspection.ColumnProgressDay {
		return sentence("%s：＋%s", s.Column.In(p.lang), shown(s.School, 80))
	}
	return sentence("%s：%s → %s", s.Column.In(p.lang), p.orNone(s.Book), p.orNone(s.School))
}

func (p *progressTold) orNone(s string) string {
	if s == "" {
		return p.t.progress.nothing
	}
	return shown(s, 60)
}

func (p *progressTold) more(n int) {
	if n > mostLines {
		p.line(p.t.imports.more, n-mostLines)
	}
}

func (p *progressTold) left() {
	all := p.read.Replies.Left
	if len(all) == 0 {
		return
	}
	p.line(p.t.progress.left, len(all))
	for _, l := range all[:min(len(all), mostLines)] {
		p.line("  %s  %s  %s  %s", l.Place.In(p.lang), shown(l.Number, 40), p.words(l.Said), l.Why.In(p.lang))
	}
	p.more(len(all))
}

func (p *progressTold) missing() {
	all := p.read.Missing
	if len(all) == 0 {
		return
	}
	p.line(p.t.progress.missing, len(all))
	for _, f := range all[:min(len(all), mostLines)] {
		p.line("  %s  %s", f.Number.Printed, shown(f.Title, 60))
	}
	p.more(len(all))
}

// progressJSON is what a ledger that came back would change, for programs.
type progressJSON struct {
	Lines     int           `json:"lines"`
	Unmarked  int           `json:"without_hidden_marks"`
	Changes   []saidJSON    `json:"changes"`
	Conflicts []saidJSON    `json:"conflicts"` // taken with --take-theirs alone
	Left      []saidJSON    `json:"left"`
	Missing   []missingJSON `json:"missing"`
	Rows      []asideJSON   `json:"rows_left"`
}

type saidJSON struct {
	Finding string `json:"finding"`
	Number  string `json:"number"`
	Column  string `json:"column"`
	Book    string `json:"book"`
	School  string `json:"school"`
	Place   string `json:"place"`
	Why     string `json:"why,omitempty"`
}

type missingJSON struct {
	Finding string `json:"finding"`
	Number  string `json:"number"`
	Title   string `json:"title"`
}

type asideJSON struct {
	Line   int    `json:"line"`
	To     int    `json:"to"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

func (p *progressTold) json() progressJSON {
	r := p.read
	out := progressJSON{
		Lines: r.Lines, Unmarked: r.Unmarked, Changes: saidOf(r.Changes, p.lang), Conflicts: saidOf(r.Conflicts, p.lang),
		Left: []saidJSON{}, Missing: []missingJSON{}, Rows: []asideJSON{},
	}
	for _, l := range r.Replies.Left {
		one := saidOf([]inspection.Said{l.Said}, p.lang)[0]
		one.Why = l.Why.In(p.lang)
		out.Left = append(out.Left, one)
	}
	for _, f := range r.Missing {
		out.Missing = append(out.Missing, missingJSON{string(f.ID), f.Number.Printed, f.Title})
	}
	for _, l := range r.Left {
		out.Rows = append(out.Rows, asideJSON{l.Line, l.To, fmt.Sprint(p.t.imports.reasons[l.Reason]), l.Text})
	}
	return out
}

func saidOf(all []inspection.Said, l inspection.Language) []saidJSON {
	out := []saidJSON{}
	for _, s := range all {
		out = append(out, saidJSON{string(s.Finding), s.Number, s.Column.In(l), s.Book, s.School, s.Place.In(l), ""})
	}
	return out
}
