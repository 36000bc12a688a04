package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// importProgress reads ledgers that schools filled in.
func (d *door) importProgress() *cobra.Command {
	var theirs bool
	var on string
	c := d.taking("progress FILE...", d.t.progress.progress, func(i *intake, c *cobra.Command, paths []string, as report.Format) error {
		day, ok := inspection.ParseDay(on)
		if on != "" && (!ok || day <= 0) {
			return misuse{c, sentence(d.t.evidence.badDay, shown(on, 40))}
		}
		propose := func(i *intake, f *table.File) (*proposal, error) {
			return i.proposeProgress(f, theirs, cmp.Or(day, i.today))
		}
		paths, err := d.filesIn(paths)
		switch {
		case err != nil:
			return err
		case len(paths) == 1:
			return i.run(paths[0], as, propose)
		}
		return i.runMany(paths, as, propose)
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
	told := progressTold{telling: telling{door: i.door}, file: f, read: r, theirs: theirs}
	p := &proposal{says: told.text(), data: told.json(), lines: r.Replies.Places}
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
	telling
	file   *table.File
	read   *data.ProgressFile
	theirs bool
}

func (p *progressTold) text() string {
	t, r := &p.t.progress, p.read
	p.line(t.readLines, sourceOf(p.file, r.Sheet), r.Lines)
	if r.Unmarked > 0 {
		p.line(t.unmarked, r.Unmarked)
	}
	conflicts := t.conflicts
	if p.theirs {
		conflicts = t.overruled
	}
	listed(&p.telling, t.changes, r.Changes, p.cell)
	listed(&p.telling, conflicts, r.Conflicts, p.cell)
	listed(&p.telling, t.left, r.Replies.Left, func(l inspection.LeftOut) string { return p.cell(l.Said) + "  " + l.Why.In(p.lang) })
	listed(&p.telling, t.missing, r.Missing, func(f inspection.Finding) string { return f.Number.Printed + "  " + shown(f.Title, 60) })
	p.leftOut(t.leftRows, r.Left, r.Unknown, r.Hidden)
	return p.b.String()
}

// cell is a cell with both words.
func (p *progressTold) cell(s inspection.Said) string {
	words := sentence("%s%s%s → %s", s.Column.In(p.lang), p.t.colon, p.orNone(s.Book), p.orNone(s.School))
	if s.Column == inspection.ColumnProgress || s.Column == inspection.ColumnProgressDay {
		words = sentence("%s%s＋%s", s.Column.In(p.lang), p.t.colon, shown(s.School, 80))
	}
	return sentence("%s  %s  %s", s.Place.In(p.lang), shown(s.Number, 40), words)
}

func (p *progressTold) orNone(s string) string {
	if s == "" {
		return p.t.progress.nothing
	}
	return shown(s, 60)
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
	Columns   []string      `json:"columns_left"`
	Hidden    int           `json:"hidden_rows"` // which were read
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
		Columns: []string{}, Hidden: r.Hidden,
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
	for _, u := range r.Unknown {
		out.Columns = append(out.Columns, u.Says.String())
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
