package tui

import (
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// saidLines is how many lines tell of the selected file, at least.
const saidLines = 8

// height is how many files are in sight on a page of h lines.
func (e *evidence) height(h int) int { return max(2, h-4-saidLines) }

func (e *evidence) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	e.refresh(a)
	lines := []string{e.top(a, w), a.look.line(w)}
	if len(e.all) == 0 {
		for _, l := range wrap(a.t.evidence.empty, w-4) {
			lines = append(lines, "  "+l)
		}
		return lines, nil
	}
	c := e.cols(w)
	t := a.t.evidence.cols
	lines = append(lines, a.look.faint.Render(cut("  "+pad(t[0], c.name)+padLeft(t[1], sizeCol)+"  "+pad(t[2], c.sort)+t[3], w)))
	first, rows := len(lines), e.height(h)
	lines = append(lines, e.rows.draw(len(e.all), rows, func(i int, here bool) string {
		return a.row(e.row(a, e.all[i], w-2), w, here)
	})...)
	lines = append(exactly(lines, first+rows), a.look.line(w))
	if e.caption != nil {
		fields, cur := e.fields(a, w)
		shift(cur, 0, len(lines))
		return append(lines, fields...), cur
	}
	told := e.told(a, e.all[e.rows.at], w, h-len(lines))
	return append(lines, told...), tea.NewCursor(0, first+e.rows.at-e.rows.top)
}

// top is what the files belong to and how many there are, or how far the one on
// its way in has come.
func (e *evidence) top(a *App, w int) string {
	t := &a.t.evidence
	if in := e.intake; in != nil {
		return e.progress(a, in, w)
	}
	total := int64(0)
	for _, one := range e.all {
		total += one.Size
	}
	right := t.count(len(e.all), sizeWords(total)) + " "
	left := " " + a.schoolName(e.visit) + " · " + e.about(a)
	return a.look.strong.Render(pad(left, w-width(right)-1)) + " " + a.look.faint.Render(right)
}

// about is what this page is about.
func (e *evidence) about(a *App) string {
	switch {
	case e.finding != "":
		f, _ := a.book.Finding(e.finding)
		return a.t.evidence.finding(f.Title)
	case e.listed() != "":
		return string(e.item) + " " + a.itemTitle(e.visit.Round, e.item)
	}
	return a.t.evidence.whole
}

// progress tells how much of a file has come in, and how to stop it.
func (e *evidence) progress(a *App, in *intake, w int) string {
	done, size := in.done.Load(), in.size.Load()
	left := " " + a.t.evidence.taking(oneLine(filepath.Base(in.paths[0])), len(in.paths)-1) + "  "
	right := fmt.Sprintf(" %s / %s  %s ", sizeWords(done), sizeWords(size), a.t.evidence.stop)
	left = cut(left, w-width(right)-narrowBar)
	return left + bar(float64(done), float64(max(size, 1)), w-width(left)-width(right), a.look.ascii) + a.look.key.Render(right)
}

// evidenceCols are the columns of the list, in cells.
type evidenceCols struct{ name, sort int }

const sizeCol = 9

func (e *evidence) cols(w int) evidenceCols { return evidenceCols{max(20, w/3), 10 + w/40} }

func (e *evidence) row(a *App, one inspection.Evidence, w int) string {
	c := e.cols(w + 2)
	words := oneLine(one.Caption)
	if words == "" {
		words = a.look.faint.Render(a.t.evidence.noCaption)
	}
	if one.Page != "" {
		words += " · " + one.Page
	}
	if len(one.Proves) > 0 {
		words = a.t.evidence.proofMark + " " + words
	}
	name := shorten(one.Name, c.name-1)
	return pad(name, c.name) + padLeft(sizeWords(one.Size), sizeCol) + "  " + pad(one.Sort.In(a.lang), c.sort) + cut(words, w-c.name-sizeCol-2-c.sort)
}

// shorten cuts a file's name in its middle, for its end tells what it is.
func shorten(name string, w int) string {
	if width(name) <= w {
		return name
	}
	tail := []rune(name)
	tail = tail[max(0, len(tail)-8):]
	return cut(fit(name, w-width(string(tail))-1)+"…"+string(tail), w)
}

// sizeWords is a number of bytes for people.
func sizeWords(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.0f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d B", n)
}

// told is the selected file whole, as far as h lines hold it.
func (e *evidence) told(a *App, one inspection.Evidence, w, h int) []string {
	t := &a.t.evidence
	said := func(words string) string {
		if words == "" {
			return a.t.none
		}
		return words
	}
	parts := []part{
		{t.file, one.Name + " · " + sizeWords(one.Size) + " · " + string(one.ID[:8]), nil},
		{t.fields[captionWords], said(one.Caption), nil},
		{t.fields[captionPage], said(one.Page), nil},
		{t.fields[captionSort], said(one.Sort.In(a.lang)), nil},
		{t.fields[captionDay], said(one.When.String()), nil},
		{t.fields[captionWhere], said(one.Where), nil},
		{t.belongs, said(a.linksOf(one)), nil},
	}
	if proves := a.findingsNamed(one.Proves); proves != "" {
		parts = append(parts, part{t.proves, proves, nil})
	}
	return e.lay(a, parts, w, h)
}

// lay gives each part one line, and what is left over to the first in need.
func (e *evidence) lay(a *App, parts []part, w, h int) []string {
	in := width(a.t.evidence.fields[captionWords])
	for _, p := range parts {
		in = max(in, width(p.label))
	}
	spare := h - len(parts)
	var lines []string
	for _, p := range parts[:min(len(parts), h)] {
		laid := wrap(p.words, w-in-5)
		n := 1 + min(len(laid)-1, max(spare, 0))
		spare -= n - 1
		for i, l := range laid[:n] {
			label := blanks(in + 2)
			if i == 0 {
				label = a.look.key.Render(pad(p.label, in+2))
			}
			if i == n-1 && n < len(laid) {
				l = cut(l+"…", w-in-5)
			}
			lines = append(lines, "  "+label+l)
		}
	}
	return lines
}

// linksOf names all that a file belongs to.
func (a *App) linksOf(one inspection.Evidence) string {
	var all []string
	for _, code := range one.Items {
		all = append(all, string(code)+" "+a.itemTitle(one.Visit.Round, code))
	}
	if titles := a.findingsNamed(one.Findings); titles != "" {
		all = append(all, titles)
	}
	return strings.Join(all, listMark(a))
}

func (a *App) findingsNamed(ids []inspection.FindingID) string {
	var all []string
	for _, id := range ids {
		if f, ok := a.book.Finding(id); ok {
			all = append(all, a.t.evidence.finding(f.Title))
		}
	}
	return strings.Join(all, listMark(a))
}

// fields are those of a file being written about, and the cursor in them.
func (e *evidence) fields(a *App, w int) (lines []string, cur *tea.Cursor) {
	c, t := e.caption, &a.t.evidence
	in := 0
	for _, label := range t.fields {
		in = max(in, width(label)+4)
	}
	for at := range captionFields {
		label := pad(a.look.marker(at == c.at)+t.fields[at], in)
		if at == c.at {
			label = a.look.strong.Render(label)
		}
		text, here := "", tea.NewCursor(0, 0)
		if at == captionSort {
			text = c.sorts(a)
		} else {
			text, here = c.lines[at].draw(w - in - 2)
		}
		if at == c.at {
			cur = here
			shift(cur, in, len(lines))
		}
		lines = append(lines, label+text)
	}
	return append(lines, "", a.look.faint.Render("  "+cut(t.how, w-4))), cur
}

// sorts are all sorts with their digits, the chosen one in brackets.
func (c *caption) sorts(a *App) string {
	line := ""
	for i, s := range inspection.EvidenceSorts() {
		words := fmt.Sprintf("%d %s", i+1, s.In(a.lang))
		if s == c.sort {
			line += a.look.here.Render("[" + words + "]")
		} else {
			line += " " + words + " "
		}
	}
	return line
}
