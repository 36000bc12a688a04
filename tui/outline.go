package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// point is an item of the checklist that applies here, as far as is known.
type point struct {
	section *inspection.Section
	item    *inspection.Item
	doubt   bool // 待定: it is not known whether it applies
}

// outlined is a row of the outline: a section's, or one of the open section's
// points.
type outlined struct {
	section *inspection.Section
	point   int // -1 for the section's own row
}

// outlineRows are all sections that have a point, and the points of the one
// that holds the current point; head and at are the rows of these two.
func (v *visit) outlineRows() (all []outlined, head, at int) {
	here := v.at()
	open := v.points[here].section
	for i, p := range v.points {
		if i == 0 || v.points[i-1].section != p.section {
			if p.section == open {
				head = len(all)
			}
			all = append(all, outlined{p.section, -1})
		}
		if p.section == open {
			if i == here {
				at = len(all)
			}
			all = append(all, outlined{p.section, i})
		}
	}
	return all, head, at
}

// Sections that stay in sight above the open one.
const sectionsAbove = 2

// outlineTop is the first row in sight of n, h at a time. It rests on nothing
// but where one is, so that rows stand still while one walks through a section.
func outlineTop(n, h, head, at int) int {
	top := max(head-sectionsAbove, 0)
	if at-top > h-2 {
		top = at - h + 2
	}
	return max(min(top, n-h), 0)
}

// outline draws the rows in sight, w by h cells, and says on which of them the
// current point is.
func (v *visit) outline(a *App, w, h int) (lines []string, here int) {
	all, head, at := v.outlineRows()
	top := outlineTop(len(all), h, head, at)
	tally := a.book.TallyOf(v.id)
	for i := top; i < len(all) && i < top+h; i++ {
		row := all[i]
		if i == top && head < top {
			row = all[head] // stays in sight above a section longer than the window
		}
		if row.point < 0 {
			lines = append(lines, v.sectionRow(a, tally, row.section, w, row.section == all[head].section))
		} else {
			lines = append(lines, v.pointRow(a, row.point, w, i == at))
		}
	}
	for len(lines) < h {
		lines = append(lines, blanks(w))
	}
	return lines, at - top
}

func (v *visit) sectionRow(a *App, tally *inspection.VisitTally, s *inspection.Section, w int, open bool) string {
	t := tally.Sections[s.Number]
	sign := "  "
	if t.Answered() == t.Applicable {
		sign = pad(inspection.Met.Sign(), 2)
	}
	done := fmt.Sprintf(" %s%d/%d ", sign, t.Answered(), t.Applicable)
	line := pad(fmt.Sprintf("%2d %s", s.Number, s.Name), w-width(done)) + done
	if open {
		return a.look.strong.Render(line)
	}
	return line
}

func (v *visit) pointRow(a *App, i, w int, here bool) string {
	p := v.points[i]
	answer := a.book.AnswerAt(v.id, p.item.Code)
	marks := v.marks(a, p, answer)
	sign := pad(answer.Verdict.Sign(), 3)
	words := fmt.Sprintf("%s %s", p.item.Code, p.item.Title)
	if marks != "" {
		words = pad(words, w-width(marks)-7) + " " + marks
	}
	words = pad(words, w-5)
	if here {
		return a.look.here.Render(a.look.marker(true) + sign + words)
	}
	return a.look.marker(false) + a.look.colour[answer.Verdict].Render(sign) + words
}

// marks tell in a few cells what else there is at a point.
func (v *visit) marks(a *App, p point, answer inspection.Answer) string {
	t := &a.t.visit
	marks := ""
	if answer.Note != "" {
		marks += t.markNote
	}
	if n := v.findings[p.item.Code]; n > 0 {
		marks += t.markFinding + fmt.Sprint(n)
	}
	if n := v.evidence[p.item.Code]; n > 0 {
		marks += a.t.evidence.mark + fmt.Sprint(n)
	}
	if p.doubt {
		marks += t.markUndecided
	}
	if v.disputed(a, p.item.Code) {
		marks += t.markConflict
	}
	return marks
}

// disputed reports whether any part of an item's answer is in conflict.
func (v *visit) disputed(a *App, code inspection.ItemCode) bool {
	for _, f := range answerFields {
		if a.book.Disputed(inspection.Register{Field: f, Visit: v.id, Item: code}) {
			return true
		}
	}
	return false
}

var answerFields = [...]inspection.Field{
	inspection.AnswerVerdict, inspection.AnswerMethods, inspection.AnswerNote, inspection.AnswerChecked,
}

// walk serves the keys that move among points.
func (v *visit) walk(a *App, k tea.KeyPressMsg) {
	l := list{at: v.at()}
	if l.press(k, len(v.points), a.h/2) {
		v.move(a, v.points[l.at].item.Code)
	}
}

// turn goes to the first point of the next section, or back to that of this
// one, and from there to that of the one before.
func (v *visit) turn(a *App, on bool) {
	here := v.at()
	to := v.opening(here)
	switch {
	case on:
		to = slices.IndexFunc(v.points, func(p point) bool { return p.section.Number > v.points[here].section.Number })
	case to == here && here > 0:
		to = v.opening(here - 1)
	}
	if to >= 0 {
		v.move(a, v.points[to].item.Code)
	}
}

// opening is the first point of the section that point i is in.
func (v *visit) opening(i int) int {
	return slices.IndexFunc(v.points, func(p point) bool { return p.section == v.points[i].section })
}
