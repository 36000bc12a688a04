package main

import (
	"fmt"
	"strings"

	"xuncha/data/table"
)

// telling is what is said of a file that was read, line by line.
type telling struct {
	*door
	b strings.Builder
}

// mostLines bounds the lines under one heading; --format json has all.
const mostLines = 100

func (t *telling) line(format string, args ...any) {
	t.b.WriteString(sentence(format, args...) + "\n")
}

// listed writes a heading with its count and a line for each, unless there is none.
func listed[T any](t *telling, heading string, all []T, say func(T) string) {
	if len(all) == 0 {
		return
	}
	t.line(heading, len(all))
	for _, one := range all[:min(len(all), mostLines)] {
		t.line("  %s", shown(say(one), 300))
	}
	if n := len(all) - mostLines; n > 0 {
		t.line(t.t.imports.more, n)
	}
}

// sourceOf names a file, with the sheet that was read.
func sourceOf(f *table.File, sheet string) string {
	if sheet == "" {
		return f.Name
	}
	return f.Name + "!" + sheet
}

// leftOut names every row and column of a sheet that was not taken for what it
// lists, each with its reason. heading is that of the rows.
func (t *telling) leftOut(heading string, left []table.Left, unknown []table.Fault, hidden int) {
	says, blank := &t.t.imports, 0
	var rows []table.Left
	for _, l := range left {
		if l.Reason == table.Blank {
			blank += l.To - l.Line + 1
			continue
		}
		rows = append(rows, l)
	}
	listed(t, heading, rows, func(l table.Left) string {
		return fmt.Sprintf("%d  %s  %s", l.Line, says.reasons[l.Reason], shown(l.Text, 40))
	})
	if blank > 0 {
		t.line(says.blankRows, blank)
	}
	var columns []string
	for _, u := range unknown {
		columns = append(columns, shown(u.Says[t.lang], 40))
	}
	t.names(says.leftColumns, columns)
	if hidden > 0 {
		t.line(says.hiddenRows, hidden)
	}
}

func (t *telling) names(format string, all []string) {
	if len(all) > 0 {
		t.line(format, strings.Join(all, t.t.comma))
	}
}
