package tui

import (
	"fmt"
	"strings"

	"xuncha/inspection"
)

// above is a heading of a group.
func (s *works) above(a *App, r workRow) string {
	t := &a.t.works
	words := t.groups[r.group]
	if r.group == workClues {
		if r.head > 1 {
			return t.clueShort
		}
		n := 0
		for _, c := range s.done.Clues {
			n += c.Count
		}
		if n > 0 {
			words += "  " + t.clues(len(s.done.Clues), n)
		}
	}
	return words
}

// row is one line, as wide as w cells or less.
func (s *works) row(a *App, r workRow, w int) string {
	switch {
	case r.add:
		return cut(a.t.works.add[r.group], w)
	case r.group == workCounts:
		return s.counterRow(a, r.counter, w)
	case r.group == workTalks:
		for _, t := range s.done.Talks {
			if t.ID == r.id {
				return cut(t.Day.String()+"  "+t.Sort.In(a.lang)+"  "+pad(t.Post, max(20, w/3))+strings.Join(t.By, a.t.summary.comma), w)
			}
		}
	case r.group == workPapers:
		for _, p := range s.done.Papers {
			if p.ID == r.id {
				return paperSign(p.State) + " " + pad(p.State.In(a.lang)+" "+p.Day.String(), 24) + cut(p.Name, w-28)
			}
		}
	case r.group == workClues:
		for _, c := range s.done.Clues {
			if c.ID == r.id {
				return cut(c.Day.String()+padLeft(fmt.Sprint(c.Count), 5)+"  "+c.Organ, w)
			}
		}
	}
	return ""
}

// paperSign shows how far a paper is without its words.
func paperSign(p inspection.PaperStanding) string {
	return []string{"   ", "[ ]", "[-]", "[x]"}[min(int(p), 3)]
}

func (s *works) counterRow(a *App, c inspection.Counter, w int) string {
	t, form := &a.t.works, a.book.StatisticsOf(s.v.id)
	words := pad(c.In(a.lang), 24) + padLeft(fmt.Sprint(form.Counts[c]), 8)
	switch {
	case c == inspection.Talks && len(s.done.Talks) > 0:
		words += "    " + t.talks(form.MustTalks, form.Electives)
	case c == inspection.Papers && len(s.done.Papers) > 0:
		words += "    " + t.papers(form.PapersAsked, form.PapersOut)
	case c == inspection.Questionnaires && form.Counts[inspection.QuestionnairesOut] > 0:
		rate := inspection.Rate{N: int(form.Counts[c]), Of: int(form.Counts[inspection.QuestionnairesOut])}
		words += "    " + t.replies(a.percent(rate))
	}
	return cut(words, w)
}

// form are the numbers of the statistics form that stand beside a figure: beside
// the work what its lists say, beside the findings how they part.
func (q ask) form(a *App) []string {
	s := a.book.StatisticsIn(q.round)
	if q.ofVisit() {
		s = a.book.StatisticsOf(q.visit)
	}
	switch {
	case q.section != 0 || q.item != "":
		return nil
	case q.allWork():
		return a.t.works.lists(s)
	case q.rule == inspection.FindingRule && s.Findings > 0:
		return a.t.works.parts(s)
	}
	return nil
}
