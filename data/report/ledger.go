package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// LedgerChoice says which lines of the ledger are wanted; zero parts ask for
// nothing in particular.
type LedgerChoice struct {
	Round  inspection.RoundNo
	School inspection.SchoolCode
	View   inspection.View
	Today  inspection.Day
	Head   string // hash of this laptop's last entry, in hex, for the workbook
}

// Ledger is the rectification ledger (整改台账), or a view of it.
type Ledger struct {
	Choice        LedgerChoice
	Campaign      inspection.Campaign
	Rows          []LedgerLine   // of the view
	Schools       []SchoolLedger // in the order of the ledger
	LedgerFigures                // of the round and the school, whatever the view
}

// SchoolLedger is what a school has in the ledger, whatever the view.
type SchoolLedger struct {
	Code inspection.SchoolCode
	Name string
	LedgerFigures
}

// LedgerLine is one line with what look-back visits said of it.
type LedgerLine struct {
	FindingRow
	Rectification inspection.Rectification
}

// ReadLedger takes the lines that are chosen. They hold until the book changes.
func ReadLedger(b *inspection.Book, c LedgerChoice) Ledger {
	g := Ledger{Choice: c}
	g.Campaign, _ = b.Campaign()
	var all []*inspection.LedgerRow
	bySchool := map[inspection.SchoolCode][]*inspection.LedgerRow{}
	for _, row := range b.Ledger() {
		if c.Round != 0 && c.Round != row.Visit.Round || c.School != "" && c.School != row.Visit.School {
			continue
		}
		all = append(all, row)
		if bySchool[row.Visit.School] == nil {
			g.Schools = append(g.Schools, SchoolLedger{Code: row.Visit.School, Name: row.School.Name})
		}
		bySchool[row.Visit.School] = append(bySchool[row.Visit.School], row)
		if c.View.Shows(row, c.Today) {
			g.Rows = append(g.Rows, LedgerLine{findingRow(b, row.Finding), row.Rectification})
		}
	}
	for i := range g.Schools {
		g.Schools[i].LedgerFigures = ledgerFigures(bySchool[g.Schools[i].Code], c.Today)
	}
	g.LedgerFigures = ledgerFigures(all, c.Today)
	return g
}

// Write writes the ledger in a format and a language.
func (g Ledger) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, g.json(l))
	case CSV:
		return g.table(l).csv(w)
	case XLSX:
		return g.xlsx(w, g.sent())
	}
	_, err := io.WriteString(w, g.text(l))
	return err
}

var ledgerRules = []inspection.Rule{inspection.RectifiedRule, inspection.OverdueRule}

func (g Ledger) text(l inspection.Language) string {
	var b strings.Builder
	t := wordsIn(l)
	fmt.Fprintf(&b, t.ledgerOf+"\n\n", g.Choice.View.In(l), g.Choice.Today)
	tab := table{head: []string{t.number, t.school, t.rectified, t.deadline, t.left, t.leader, t.title}, right: map[int]bool{}}
	for i := range g.Rows {
		r := &g.Rows[i]
		tab.add(r.number(t), r.school(), r.Rectification.State.In(l), r.deadline(t), g.left(r, t), oneLine(r.Rectification.Leader), oneLine(r.Title))
	}
	if len(tab.rows) > 0 {
		tab.text(&b, "")
		b.WriteString("\n")
	}
	b.WriteString(inspection.Sentence(t.shownLines+"\n", len(g.Rows)))
	g.LedgerFigures.text(&b, l)
	fmt.Fprintf(&b, "%s\n", t.rules)
	for _, r := range ledgerRules {
		fmt.Fprintf(&b, "  %s\n", r.In(l))
	}
	return b.String()
}

// text says how far the rectification has come, with what is left out.
func (f *LedgerFigures) text(b *strings.Builder, l inspection.Language) {
	t, n := wordsIn(l), f.Ledger
	fmt.Fprintf(b, t.rectifiedSum+"\n", exactShare(n.Rate()), n.Standing[inspection.Done], n.Standing[inspection.Basically], n.Standing[inspection.NotDone], n.All)
	fmt.Fprintf(b, t.rectifiedMore+"\n", n.Overdue, n.Closed, n.Relapsed, f.NotFed)
}

// exactShare is share to two places, as rates of rectification are published.
func exactShare(r inspection.Rate) string {
	part, ok := r.Share()
	if !ok {
		return "—"
	}
	return fmt.Sprintf("%.2f%% (%d/%d)", 100*part, r.N, r.Of)
}

func (r *LedgerLine) deadline(t *words) string {
	words := r.Rectification.Deadline.String()
	if r.Rectification.LongTerm {
		words = strings.TrimSpace(words + " " + t.longTerm)
	}
	return words
}

// left says how many days there are, without colour.
func (g Ledger) left(r *LedgerLine, t *words) string {
	one := inspection.LedgerRow{Thread: inspection.Thread{Finding: r.Finding, Rectification: r.Rectification}}
	days, ok := one.DaysLeft(g.Choice.Today)
	switch {
	case r.Rectification.FedBack == 0:
		return t.notFed
	case r.Rectification.Closed != 0:
		return t.closed
	case r.Rectification.State == inspection.Done || !ok:
		return "—"
	case days < 0:
		return inspection.Sentence(t.late, -days)
	}
	return inspection.Sentence(t.daysLeft, days)
}

func (g Ledger) table(l inspection.Language) *table {
	t := wordsIn(l)
	head := append(sheetHead(t), t.fedBack, t.words, t.goal, t.measures, t.leader, t.department, t.person, t.cause, t.inference,
		t.deadline, t.longTerm, t.rectified, t.overdue, t.daysOpen, t.progressOf, t.closedOn, t.closedBy, t.reopened, t.proof, t.lookBacks, "ID")
	tab := &table{head: head}
	for i := range g.Rows {
		r := &g.Rows[i]
		tab.add(append(r.cells(t, l), g.rectified(r, t, l)...)...)
	}
	return tab
}

func (g Ledger) rectified(r *LedgerLine, t *words, l inspection.Language) []string {
	x := &r.Rectification
	var progress, looked []string
	for _, p := range x.Progress {
		progress = append(progress, p.Day.String()+" "+p.Text)
	}
	for _, one := range r.LookBacks {
		looked = append(looked, fmt.Sprintf("%d %s %s", one.Visit.Round, one.Answer.In(l), one.Note))
	}
	return []string{
		x.FedBack.String(), x.Words, x.Goal, x.Measures, x.Leader, x.Department, x.Person, x.Cause, x.Inference,
		x.Deadline.String(), r.yes(t, x.LongTerm), x.State.In(l), r.yes(t, x.Overdue(g.Choice.Today)), strconv.Itoa(x.DaysOpen(g.Choice.Today)),
		strings.Join(progress, "\n"), x.Closed.String(), x.ClosedBy, strconv.Itoa(x.Reopened), strconv.Itoa(len(x.Proof)),
		strings.Join(looked, "\n"), string(r.ID),
	}
}
