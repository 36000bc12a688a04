package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// height is how many rows of a page of h lines are findings: about half, or a
// few when the selected one is shown whole.
func (f *findings) height(h int) int {
	if f.whole {
		return 3
	}
	return max(3, (h-4)*3/5)
}

func (f *findings) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	f.refresh(a)
	lines, cur := f.top(a, w)
	if len(f.shown) == 0 {
		words := a.t.findings.empty
		if f.asked != "" {
			words = a.t.findings.notIn
		}
		return append(lines, "", "  "+words), cur
	}
	lines = append(lines, f.head(a, w))
	first, rows := len(lines), f.height(h)
	lines = append(lines, f.rows.draw(len(f.shown), rows, func(i int, here bool) string {
		return a.row(f.row(a, i, w-2), w, here)
	})...)
	lines = append(exactly(lines, first+rows), a.look.line(w))
	lines = append(lines, f.below(a, w, h-len(lines))...)
	if cur == nil {
		cur = tea.NewCursor(0, first+f.rows.at-f.rows.top)
	}
	return lines, cur
}

// top is the search line, or else the sieves with how many pass them, and how
// the findings are sorted.
func (f *findings) top(a *App, w int) ([]string, *tea.Cursor) {
	words := &a.t.findings
	if f.asking || f.query.text() != "" {
		return a.searchLine(f.query, f.asking, words.found(len(f.shown)), w)
	}
	sorted := "  "
	if n := f.markedShown(); n > 0 {
		sorted += words.marked(n) + " · "
	}
	sorted += words.counted(f.counted) + " · " + words.sorted[f.sort] + " "
	return []string{pad(f.tabs(a, w-width(sorted)), w-width(sorted)) + a.look.faint.Render(sorted)}, nil
}

// tabs are the sieves that let something pass, as many as fit, the one in use
// always.
func (f *findings) tabs(a *App, w int) string {
	var all []string
	here := 0
	for one := range sieves {
		if f.counts[one] == 0 && one != 0 && one != f.kept {
			continue
		}
		tab := fmt.Sprintf(" %s %d ", a.t.findings.sieves[one], f.counts[one])
		if one == f.kept {
			here = len(all)
			tab = a.look.here.Render("‹" + tab[1:len(tab)-1] + "›")
		}
		all = append(all, tab)
	}
	from := 0
	for ; from < here && width(strings.Join(all[from:here+1], "")) > w-2; from++ {
	}
	return " " + cut(strings.Join(all[from:], ""), w-1)
}

// searchLine is a search field with a count at its right end.
func (a *App) searchLine(query *input, asking bool, count string, w int) ([]string, *tea.Cursor) {
	label := "  " + a.t.search
	room := w - width(label) - width(count) - 3
	text, cur := query.draw(room)
	cur.X += width(label)
	if !asking {
		cur = nil
	}
	return []string{label + pad(text, room) + " " + a.look.faint.Render(count)}, cur
}

// The columns of the findings' table, in cells.
const (
	itemCol   = 7
	authorCol = 9
)

func findingSchool(w int) int {
	if w < 100 {
		return 16
	}
	return schoolCol(w)
}

// findingCols are the cells of the number, the state and what is missing.
func findingCols(a *App) (number, state, lacks int) {
	if a.lang == inspection.English {
		return 10, 12, 10
	}
	return 9, 9, 7
}

// byCol is who raised a finding and when, where there is room for it.
func byCol(w int) int {
	if w < 100 {
		return 0
	}
	return authorCol + 11
}

func findingTitle(a *App, w int) int {
	number, state, lacks := findingCols(a)
	return max(16, w-findingSchool(w)-itemCol-number-state-lacks-byCol(w))
}

func (f *findings) head(a *App, w int) string {
	c := a.t.findings.cols
	w -= 2
	number, state, lacks := findingCols(a)
	by := ""
	if byCol(w) > 0 {
		by = c[6]
	}
	return a.look.faint.Render(cut("  "+pad(c[0], findingSchool(w))+pad(c[1], itemCol)+pad(c[2], number)+pad(c[3], findingTitle(a, w))+
		pad(c[4], state)+pad(c[5], lacks)+by, w+2))
}

// row names the school only where it begins or the cursor is, so that one sees
// what belongs together.
func (f *findings) row(a *App, i, w int) string {
	one, _ := a.book.Finding(f.shown[i])
	school := a.schoolName(one.Visit)
	if i > f.rows.top && i != f.rows.at && f.sort == 0 {
		if before, _ := a.book.Finding(f.shown[i-1]); before.Visit == one.Visit {
			school = ""
		}
	}
	item := string(one.Item)
	if item == "" {
		item = a.t.findings.free
	}
	number, state, lacks := findingCols(a)
	if f.marked[one.ID] {
		school = "√ " + school
	}
	s := pad(school, findingSchool(w)-1) + " " + pad(item, itemCol-1) + " " + pad(a.shortNumber(&one), number-1) + " " +
		pad(one.Title, findingTitle(a, w)-1) + " " + pad(a.stateSign(&one)+one.State.In(a.lang), state) + pad(f.lacks(a, &one), lacks)
	if byCol(w) > 0 {
		s += pad(one.Author, authorCol-1) + " " + a.book.Moment(one.Stamp).Format("01-02 15:04")
	}
	if !one.State.Counts() {
		s = a.look.faint.Render(s)
	}
	return s
}

// shortNumber is a number without the year and the round, which are those of
// the list.
func (a *App) shortNumber(f *inspection.Finding) string {
	switch {
	case f.Number.N == 0 && f.State == inspection.Adopted:
		return a.t.sheet.unnumbered
	case f.Number.N == 0:
		return ""
	case a.book.Clashes(f):
		return a.t.sheet.clash
	}
	return a.t.findings.number(f.Number.Team, f.Number.N)
}

// lacks names what is missing before a finding can be sent in or adopted.
func (f *findings) lacks(a *App, one *inspection.Finding) string {
	switch {
	case !one.State.Counts():
		return ""
	case one.Facts == "":
		return "!" + a.t.findings.lackFacts
	case len(one.Undertakers) < 2:
		return "!" + a.t.findings.lackNames
	}
	return ""
}

// below is the finding under the cursor: its item, its title and its facts
// whole, or as much of them as h lines hold.
func (f *findings) below(a *App, w, h int) []string {
	one, ok := f.selected(a)
	if !ok || h < 2 {
		return nil
	}
	var lines []string
	for _, l := range wrap(one.Title, w-4) {
		lines = append(lines, "  "+a.look.strong.Render(l))
	}
	about := a.schoolName(one.Visit) + " · " + a.t.findings.free
	if one.Item != "" {
		about = a.schoolName(one.Visit) + " · " + string(one.Item) + " " + a.itemTitle(one.Visit.Round, one.Item)
	}
	by := one.Author + " " + a.book.Moment(one.Stamp).Format("2006-01-02 15:04")
	lines = append(lines, "  "+a.look.faint.Render(pad(about, w-5-width(by))+" "+by))
	facts := one.Facts
	if facts == "" {
		facts = a.t.findings.noFacts
	}
	for _, l := range wrap(facts, w-4) {
		lines = append(lines, "  "+l)
	}
	if over := len(lines) - h; over > 0 {
		lines = append(lines[:h-1], "  "+a.look.faint.Render(a.t.findings.more(over+1)))
	}
	return lines
}
