package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// page is a list in which some lines are headings; the cursor passes over them.
type page struct{ list }

// press moves the cursor among n lines, h of them in sight.
func (p *page) press(k tea.KeyPressMsg, n, h int, heading func(i int) bool) bool {
	from := p.at
	if !p.list.press(k, n, h) {
		return false
	}
	p.settle(n, p.at-from, heading)
	return true
}

// settle leaves a heading in the direction of the last step, or else in the
// other one.
func (p *page) settle(n, step int, heading func(i int) bool) {
	p.at = max(min(p.at, n-1), 0)
	for _, by := range []int{sign(step), -sign(step)} {
		for i := p.at; i >= 0 && i < n; i += by {
			if !heading(i) {
				p.at = i
				return
			}
		}
	}
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// draw returns the lines in sight. With the cursor on the first line that it
// can stand on, the headings above that are in sight too.
func (p *page) draw(n, h int, heading func(i int) bool, row func(i int, here bool) string) []string {
	p.settle(n, 1, heading)
	p.keep(n, h)
	if p.at < h && p.first(heading) {
		p.top = 0
	}
	return p.list.draw(n, h, row)
}

func (p *page) first(heading func(i int) bool) bool {
	for i := range p.at {
		if !heading(i) {
			return false
		}
	}
	return true
}

// line is one line of a page: a heading, which the cursor passes over, or the
// row of a figure, which Enter opens. Its text is made when it is seen.
type line struct {
	ask  ask
	text func() string
}

func heading(text string) line { return line{text: func() string { return text }} }

func (l line) heading() bool { return l.ask.rule == 0 }

func isHeading(lines []line) func(int) bool {
	return func(i int) bool { return lines[i].heading() }
}

// row is look.row for text with colours in it, which would end the reverse of
// the selected row.
func (a *App) row(s string, w int, here bool) string {
	if here {
		s = ansi.Strip(s)
	}
	return a.look.row(s, w, here)
}

// drawLines draws a page of lines, and tells when there are more below.
func (p *page) drawLines(a *App, lines []line, w, h int) []string {
	rows := p.draw(len(lines), h, isHeading(lines), func(i int, here bool) string {
		return a.row(lines[i].text(), w, here)
	})
	if rest := len(lines) - p.top - h; rest > 0 && len(rows) > 1 && p.at-p.top < len(rows)-1 {
		rows[len(rows)-1] = a.look.faint.Render("  " + a.t.summary.below(rest+1))
	}
	return rows
}

// count draws a number in the columns of a page: n of N, its share, a bar.
func (a *App) count(n, of, w int) string {
	s := padLeft(fmt.Sprintf("%d / %d", n, of), countWidth)
	if of == 0 {
		return padLeft(a.t.none, countWidth) + padLeft("", percentWidth)
	}
	s += padLeft(fmt.Sprintf("%.1f%%", 100*float64(n)/float64(of)), percentWidth)
	if w > 0 {
		s += "  " + bar(float64(n), float64(of), w, a.look.ascii)
	}
	return s
}

// paint is a style as the sequences around a text, for pages with hundreds of
// coloured cells: lipgloss would lay each of them out.
type paint struct{ on, off string }

func newPaint(s lipgloss.Style) paint {
	on, off, _ := strings.Cut(s.Render("x"), "x")
	return paint{on, off}
}

func (p paint) put(s string) string { return p.on + s + p.off }

// paints are those of the verdicts.
func (l look) paints() [6]paint {
	var all [6]paint
	for v := range all {
		all[v] = newPaint(l.colour[v])
	}
	return all
}

// The columns of figures, in cells.
const (
	countWidth   = 13
	percentWidth = 8
)
