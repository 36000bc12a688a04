package tui

import (
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

// top is the search line, or else how many there are and how they are sorted.
func (f *findings) top(a *App, w int) ([]string, *tea.Cursor) {
	words := &a.t.findings
	if !f.asking && f.query.text() == "" {
		count := words.count(len(f.all)-f.gone, f.gone) + " · " + words.sorted[f.sort]
		return []string{"  " + a.look.faint.Render(cut(count, w-2))}, nil
	}
	return a.searchLine(f.query, f.asking, words.found(len(f.shown)), w)
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
		return 18
	}
	return schoolCol(w)
}

func findingState(a *App) int {
	if a.lang == inspection.English {
		return 12
	}
	return 7
}

// when is how a moment is written in a row: in a narrow one, the day alone.
func when(w int) string {
	if w < 100 {
		return "01-02"
	}
	return "01-02 15:04"
}

func findingTitle(a *App, w int) int {
	return max(16, w-findingSchool(w)-itemCol-findingState(a)-authorCol-len(when(w)))
}

func (f *findings) head(a *App, w int) string {
	c := a.t.findings.cols
	w -= 2
	return a.look.faint.Render(cut("  "+pad(c[0], findingSchool(w))+pad(c[1], itemCol)+pad(c[2], findingTitle(a, w))+pad(c[3], findingState(a))+c[4], w))
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
	mark := "○ "
	if one.State == inspection.Withdrawn {
		mark = "× "
	}
	if a.look.ascii {
		mark = strings.NewReplacer("○", "o", "×", "x").Replace(mark)
	}
	s := pad(school, findingSchool(w)-1) + " " + pad(item, itemCol-1) + " " + pad(one.Title, findingTitle(a, w)-1) + " " +
		pad(mark+one.State.In(a.lang), findingState(a)) + pad(one.Author, authorCol-1) + " " +
		a.book.Moment(one.Stamp).Format(when(w))
	if one.State == inspection.Withdrawn {
		s = a.look.faint.Render(s)
	}
	return s
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
