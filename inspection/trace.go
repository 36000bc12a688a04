package inspection

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Trace is what a line of the ledger was when it went out to a school: a print
// of each cell that the school fills in, in the order of the columns, and of
// each that is the office's. With it, what a school changed is told from what the
// book changed meanwhile. It goes with the file; nobody reads it.
type Trace string

// traceBegins is the trace's version. The first had nothing of the office's
// cells; any other reads as no trace.
const traceBegins, firstTrace = "2", "1"

// Spelling brings a text into the form in which tables keep it: of the ways to write
// one character, one.
type Spelling func(string) string

// Trace is that of the line as it stands, in a campaign. office is what is
// written into the office's cells.
func (r *Rectification) Trace(campaign string, spell Spelling, office func(Column) string) Trace {
	all := []string{traceBegins, print4(campaign)}
	for _, c := range filled() {
		all = append(all, spell.print(r.Cell(c)))
	}
	for _, c := range offices() {
		all = append(all, spell.print(office(c)))
	}
	return Trace(strings.Join(all, " "))
}

// prints are those of the cells by column, nil for a trace that was lost.
func (t Trace) prints() map[Column]string {
	_, cells, ok := t.parts()
	if !ok {
		return nil
	}
	all := map[Column]string{}
	for i, c := range append(filled(), offices()...)[:len(cells)] {
		all[c] = cells[i]
	}
	return all
}

// filled are the columns that a school fills in.
func filled() []Column {
	return slices.DeleteFunc(Columns(), func(c Column) bool { return !c.Filled() })
}

// offices are the columns that people see and no school fills in.
func offices() []Column {
	return slices.DeleteFunc(Columns(), func(c Column) bool { return c.Filled() || c.Hidden() })
}

func (t Trace) parts() (campaign string, cells []string, ok bool) {
	parts := strings.Fields(string(t))
	switch n := len(parts) - 2 - len(filled()); {
	case n == 0 && parts[0] == firstTrace:
	case n == len(offices()) && parts[0] == traceBegins:
	default:
		return "", nil, false
	}
	return parts[1], parts[2:], true
}

// foreign reports whether the line is of another campaign.
func (t Trace) foreign(campaign string) bool {
	of, _, ok := t.parts()
	return ok && of != print4(campaign)
}

func print4(s string) string {
	sum := sha256.Sum256([]byte(s))
	return fmt.Sprintf("%x", sum[:4])
}

func (spell Spelling) print(s string) string { return print4(spell.loose(s)) }

// loose is a text as far as it says something: programs that keep tables change
// blanks, line ends and the width of letters by themselves.
func (spell Spelling) loose(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || unseen(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, spell(s))
}
