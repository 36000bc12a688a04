package report

import (
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"xuncha/inspection"
)

// FindingChoice says which findings are wanted; zero parts ask for nothing in
// particular.
type FindingChoice struct {
	Round  inspection.RoundNo
	School inspection.SchoolCode
	State  inspection.FindingState
}

// FindingList is findings as they stand, with what laptops said differently.
type FindingList struct {
	Rows      []FindingRow
	Of        int // findings of the round and the school, whatever their state
	Counted   int // of them those that stand in figures
	LeftOut   []StateCount
	Conflicts []inspection.Conflict

	book *inspection.Book
}

// StateCount is how many findings are in a state.
type StateCount struct {
	State inspection.FindingState
	N     int
}

// FindingRow is one finding with what belongs to it.
type FindingRow struct {
	inspection.Finding
	School    *inspection.School
	Clashes   bool // another finding has its number with the better right
	Evidence  []inspection.Evidence
	LookBacks []inspection.Relooked
	At        time.Time // of the title
}

// ListFindings lists the findings that are chosen, by round, school and the
// order of raising. The list holds until the book changes.
func ListFindings(b *inspection.Book, c FindingChoice) FindingList {
	list := FindingList{book: b}
	out := map[inspection.FindingState]int{}
	for _, r := range b.Rounds() {
		if c.Round != 0 && c.Round != r.No {
			continue
		}
		for _, f := range b.FindingsIn(r.No) {
			if c.School != "" && c.School != f.Visit.School {
				continue
			}
			list.Of++
			if f.State.Counts() {
				list.Counted++
			} else {
				out[f.State]++
			}
			if c.State == 0 || c.State == f.State {
				list.Rows = append(list.Rows, findingRow(b, f))
			}
		}
	}
	for _, s := range []inspection.FindingState{inspection.Withdrawn, inspection.Rejected, inspection.Merged} {
		list.LeftOut = append(list.LeftOut, StateCount{s, out[s]})
	}
	for _, one := range b.Conflicts() {
		if v := one.Register.Visit; (c.Round == 0 || v.Round == c.Round) && (c.School == "" || v.School == c.School) {
			list.Conflicts = append(list.Conflicts, one)
		}
	}
	return list
}

func findingRow(b *inspection.Book, f inspection.Finding) FindingRow {
	return FindingRow{
		Finding: f, School: b.School(f.Visit.School), Clashes: b.Clashes(&f),
		Evidence: b.EvidenceOf(f.ID), LookBacks: b.RelooksOf(f.ID), At: b.Moment(f.Stamp),
	}
}

// Write writes the list in a format and a language.
func (g FindingList) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, g.json(l))
	case CSV:
		return g.table(l).csv(w)
	}
	_, err := io.WriteString(w, g.text(l))
	return err
}

func (g FindingList) text(l inspection.Language) string {
	var b strings.Builder
	t := wordsIn(l)
	tab := table{head: []string{t.number, t.round, t.school, t.standing, t.item, t.evidence, t.title}, right: map[int]bool{1: true, 5: true}}
	for i := range g.Rows {
		r := &g.Rows[i]
		tab.add(r.number(t), r.Visit.Round.String(), r.school(), r.State.In(l), string(r.Item), strconv.Itoa(len(r.Evidence)), oneLine(r.Title))
	}
	if len(tab.rows) > 0 {
		tab.text(&b, "")
		b.WriteString("\n")
	}
	b.WriteString(inspection.Sentence(t.shownOf+"\n", len(g.Rows), g.Of, g.Counted))
	for _, one := range g.LeftOut {
		fmt.Fprintf(&b, t.leftOutState+"\n", one.State.In(l), one.N)
	}
	if len(g.Conflicts) > 0 {
		b.WriteString(inspection.Sentence(t.conflicts+"\n", len(g.Conflicts)))
	}
	fmt.Fprintf(&b, "%s  %s\n", t.rules, inspection.FindingRule.In(l))
	return b.String()
}

// number is the number on paper, or what stands in its place.
func (r *FindingRow) number(t *words) string {
	switch {
	case r.Clashes:
		return r.Number.Printed + " " + t.clash
	case r.Number.N != 0:
		return r.Number.Printed
	case r.State == inspection.Adopted:
		return t.unnumbered
	}
	return "—"
}

// school is the school's name, or its code where it is not on the roster.
func (r *FindingRow) school() string {
	if r.School == nil {
		return string(r.Visit.School)
	}
	return oneLine(r.School.Name)
}

func (g FindingList) table(l inspection.Language) *table {
	t := wordsIn(l)
	tab := &table{head: append(sheetHead(t), t.evidence, "ID")}
	for i := range g.Rows {
		r := &g.Rows[i]
		tab.add(append(r.cells(t, l), strconv.Itoa(len(r.Evidence)), string(r.ID))...)
	}
	return tab
}

// sheetHead is the heading over cells.
func sheetHead(t *words) []string {
	return []string{
		t.number, t.round, t.schoolCode, t.school, t.kind, t.item, t.title, t.facts, t.standing, t.basis, t.dimension, t.focus, t.level,
		t.nature, t.duty, t.discoverer, t.undertakers, t.withProblem, t.lookedAt, t.fixNow, t.linked, t.opinion, t.into, t.who, t.when,
	}
}

// cells are what the sheet of a finding holds.
func (r *FindingRow) cells(t *words, l inspection.Language) []string {
	linked := make([]string, len(r.Linked))
	for i, code := range r.Linked {
		linked[i] = string(code)
	}
	n, of := "", ""
	if r.Checked.Of > 0 {
		n, of = strconv.Itoa(r.Checked.N), strconv.Itoa(r.Checked.Of)
	}
	return []string{
		r.number(t), r.Visit.Round.String(), string(r.Visit.School), r.school(), r.Visit.Kind.In(l), string(r.Item), r.Title, r.Facts,
		r.State.In(l), r.Basis, r.Dimension.In(l), r.Focus.In(l), r.Level.In(l), r.Nature.In(l), r.Duty.In(l), r.Discoverer,
		strings.Join(r.Undertakers, t.comma), n, of, r.yes(t, r.FixNow), strings.Join(linked, t.comma), r.Opinion, string(r.Into),
		r.Author, r.At.Format("2006-01-02 15:04:05"),
	}
}

func (r *FindingRow) yes(t *words, is bool) string {
	if is {
		return t.yes
	}
	return ""
}

// deviceHex is a device as programs name it.
func deviceHex(d inspection.DeviceID) string { return hex.EncodeToString(d[:]) }
