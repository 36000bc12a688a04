package tui

import (
	"fmt"
	"math"
	"strings"

	"xuncha/inspection"
)

// fills are what a stacked bar is filled with, by verdict: told apart without
// colour too.
func (l look) fill(v inspection.Verdict) string {
	if l.ascii {
		return [...]string{".", "#", "+", "x", "-", "?"}[v]
	}
	return [...]string{"·", "█", "▓", "▒", "-", "?"}[v]
}

// stack draws a tally as one bar of w cells.
func (a *App) stackOf(t inspection.Tally, w int, ink [6]paint) string {
	order := append(inspection.Verdicts(), inspection.None)
	parts := make([]int, len(order))
	for i, v := range order {
		parts[i] = t.Verdicts[v]
	}
	s := ""
	for i, n := range stacked(parts, w, a.look.ascii) {
		if n > 0 {
			s += ink[order[i]].put(repeat(a.look.fill(order[i]), n))
		}
	}
	return pad(s, w)
}

// The columns of the sections' page.
func verdictCol(v inspection.Verdict) int {
	if v == inspection.NA || v == inspection.Unclear {
		return 4
	}
	return 5
}

const (
	sectionRate = 7
	foundCol    = 5
	signsCols   = 28 // of the verdicts together
)

func sectionName(w int) int { return max(18, min(w/5, 30)) }
func sectionBar(w int) int {
	return max(6, w-2-3-sectionName(w)-sectionRate-2-signsCols-foundCol-1)
}

// sectionHead has, for each verdict, its sign and what the bar fills it with.
func sectionHead(a *App, w int) string {
	s := pad("  "+a.t.summary.section, 2+3+sectionName(w)) + padLeft(a.t.summary.rate, sectionRate) + blanks(2+sectionBar(w))
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		mark := v.Sign()
		if fill := a.look.fill(v); fill != mark {
			mark = fill + mark
		}
		s += a.look.colour[v].Render(padLeft(mark, verdictCol(v)))
	}
	return s + padLeft(a.t.summary.found, foundCol)
}

func sectionLines(a *App, n inspection.RoundNo, w int) []line {
	list, t := a.book.ChecklistOf(n), a.book.TallyRound(n)
	if list == nil {
		return []line{heading(a.t.summary.noList)}
	}
	ink := a.look.paints()
	row := func(q ask, number, name string) line {
		return line{q, func() string { return sectionRow(a, q, number, name, ink, w) }}
	}
	lines := []line{row(ask{rule: inspection.MetRule, round: n}, "", a.t.summary.all)}
	for _, sec := range list.Sections {
		q := ask{rule: inspection.MetRule, round: n, section: sec.Number}
		lines = append(lines, row(q, fmt.Sprint(sec.Number), sec.Name))
	}
	if out := t.Found[0]; out > 0 {
		room := 3 + sectionName(w) + sectionRate + 2 + sectionBar(w) + signsCols
		q := ask{rule: inspection.FindingRule, round: n, section: outside}
		lines = append(lines, line{q, func() string { return pad("   "+a.t.summary.outside, room) + padLeft(fmt.Sprint(out), foundCol) }})
	}
	return lines
}

func sectionRow(a *App, q ask, number, name string, ink [6]paint, w int) string {
	t := q.tally(a)
	s := pad(number, 3) + pad(name, sectionName(w)) + padLeft(a.percent(t.Met()), sectionRate) + "  " + a.stackOf(t, sectionBar(w), ink)
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		s += ink[v].put(padLeft(fmt.Sprint(t.Verdicts[v]), verdictCol(v)))
	}
	return s + padLeft(fmt.Sprint(q.findings(a)), foundCol)
}

func commonHead(a *App, w int) string {
	s := &a.t.summary
	text := pad("  "+s.rules[inspection.CommonRule].name, w-2-extentCol(a)-countWidth-percentWidth-2-commonBar(w)-1) +
		padLeft(s.schools, countWidth) + blanks(percentWidth+2+commonBar(w)) + " " + s.extent
	return a.look.faint.Render(pad(text, w))
}

func extentCol(a *App) int { return max(width(a.t.summary.extent), 8) + 2 }

func commonBar(w int) int { return max(0, min((w-80)/2, 20)) }

// commonLines are the items most often 不符合, at most so many.
func commonLines(a *App, n inspection.RoundNo, w, most int) []line {
	all := a.book.TallyRound(n).Common()
	if len(all) == 0 {
		return []line{heading("  " + a.t.summary.noCommon)}
	}
	lines := make([]line, 0, min(len(all), most))
	for _, it := range all[:min(len(all), most)] {
		q := ask{rule: inspection.CommonRule, round: n, item: it.Code}
		lines = append(lines, line{q, func() string {
			return ranked(a, string(it.Code), a.itemTitle(n, it.Code), it.Rate(), it.Extent(a.book.Office()).In(a.lang), w)
		}})
	}
	return lines
}

// ranked is a row of what is worst: its name, n of N, and a word.
func ranked(a *App, code, title string, r inspection.Rate, word string, w int) string {
	room := w - 4 - extentCol(a) - countWidth - percentWidth - 2 - commonBar(w) - 1
	tail := pad(a.count(r.N, r.Of, commonBar(w)), countWidth+percentWidth+2+commonBar(w)) + " " + word
	return pad(pad(code, 6)+title, room) + a.look.colour[inspection.Unmet].Render(tail)
}

// commonBelow is the selected item whole, and where it was 不符合.
func (s *summary) commonBelow(a *App, it inspection.ItemTally, w int) []string {
	lines := []string{a.look.line(w)}
	lines = append(lines, "  "+a.look.strong.Render(cut(string(it.Code)+"  "+a.itemTitle(s.no, it.Code), w-4)))
	where := wrap(a.t.summary.unmetAt(strings.Join(s.unmetAt(a, it.Code), a.t.summary.comma)), w-4)
	if len(where) > 2 {
		where = []string{where[0], fit(where[1], w-6) + "…"}
	}
	for _, l := range exactly(where, 2) {
		lines = append(lines, "  "+l)
	}
	return append(lines, "  "+a.look.faint.Render(cut(a.t.summary.extents, w-4)))
}

// unmetAt are the first schools where an item was 不符合: as many as are ever
// shown.
func (s *summary) unmetAt(a *App, code inspection.ItemCode) []string {
	if s.where.read == a.book.Len()+1 && s.where.round == s.no && s.where.item == code {
		return s.where.names
	}
	s.where = where{read: a.book.Len() + 1, round: s.no, item: code}
	list := a.book.ChecklistOf(s.no)
	for _, v := range a.book.VisitsIn(s.no) {
		sec := a.book.TallyOf(v.ID).Sections[list.Item(code).Section]
		if sec == nil || sec.Verdicts[inspection.Unmet] == 0 || a.book.AnswerAt(v.ID, code).Verdict != inspection.Unmet || !a.applies(v.ID, code) {
			continue
		}
		if s.where.names = append(s.where.names, a.schoolName(v.ID)); len(s.where.names) == 40 {
			break
		}
	}
	return s.where.names
}

// where is what unmetAt found last.
type where struct {
	read  int // entries that it rests on, plus one
	round inspection.RoundNo
	item  inspection.ItemCode
	names []string
}

// compared is one row of the page of all rounds: the same figure of each.
type compared struct {
	ask   ask
	share bool // shown as a share, not as a number
}

func (s *summary) compared(a *App) []compared {
	rows := []compared{
		{ask{rule: inspection.CoverageRule}, true}, {ask{rule: inspection.BegunRule}, true},
		{ask{rule: inspection.ProgressRule}, true}, {ask{rule: inspection.MetRule}, true},
	}
	for _, v := range inspection.Verdicts() {
		rows = append(rows, compared{ask{rule: inspection.VerdictRule, verdict: v}, false})
	}
	rows = append(rows, compared{ask{rule: inspection.FindingRule}, false})
	for _, c := range inspection.Counters() {
		rows = append(rows, compared{ask{rule: inspection.WorkRule, counter: c}, false})
	}
	return rows
}

// sights are the rounds that the page has room for, the one here among them.
func (s *summary) sights(a *App, w int) []inspection.Round {
	all, most := a.book.Rounds(), max(1, (w-2-compareName-8)/14)
	from := 0
	for i, r := range all {
		if r.No == s.no {
			from = max(0, min(i-most/2, len(all)-most))
		}
	}
	return all[from:min(len(all), from+most)]
}

const compareName = 22

// compareCol is the width of a round's column.
func (s *summary) compareCol(a *App, w, rounds int) int {
	return min(28, (w-2-compareName-rounds-4)/max(rounds, 1))
}

func (s *summary) roundsHead(a *App, w int) string {
	rounds := s.sights(a, w)
	text := pad("  "+a.t.summary.perRound, 2+compareName)
	for _, r := range rounds {
		name := pad("  "+r.Title, s.compareCol(a, w, len(rounds)))
		if r.No == s.no {
			name = a.look.strong.Render(pad("‹ "+r.Title+" ›", s.compareCol(a, w, len(rounds))))
		}
		text += name
	}
	return text
}

func (s *summary) roundsLines(a *App, w int) []line {
	rounds := s.sights(a, w)
	var lines []line
	for _, c := range s.compared(a) {
		lines = append(lines, s.comparedLine(a, c, rounds, c.ask.name(a), w))
	}
	list := a.book.ChecklistOf(s.no)
	if list == nil {
		return lines
	}
	lines = append(lines, heading(a.look.faint.Render(a.t.summary.rates)))
	for _, sec := range list.Sections {
		c := compared{ask{rule: inspection.MetRule, section: sec.Number}, true}
		lines = append(lines, s.comparedLine(a, c, rounds, fmt.Sprintf("%d %s", sec.Number, sec.Name), w))
	}
	return lines
}

// comparedLine is one figure in all rounds, with a line of them at its end.
func (s *summary) comparedLine(a *App, c compared, rounds []inspection.Round, name string, w int) line {
	c.ask.round = s.no
	return line{c.ask, func() string { return s.comparedRow(a, c, rounds, name, w) }}
}

func (s *summary) comparedRow(a *App, c compared, rounds []inspection.Round, name string, w int) string {
	values, texts := make([]float64, len(rounds)), make([]string, len(rounds))
	most := 0.0
	for i, r := range rounds {
		c.ask.round = r.No
		values[i], texts[i] = c.value(a)
		most = max(most, values[i])
	}
	if c.share {
		most = 1
	}
	text, col := pad(name, compareName-1)+" ", s.compareCol(a, w, len(rounds))
	for i, r := range rounds {
		cell := pad(padLeft(texts[i], 7)+" "+bar(values[i], most, col-10, a.look.ascii), col)
		if r.No == s.no {
			cell = a.look.strong.Render(cell)
		}
		text += cell
	}
	return text + " " + spark(values, a.look.ascii)
}

// value is the figure as a number to draw, and as it is read.
func (c compared) value(a *App) (float64, string) {
	r := c.ask.rate(a)
	if !c.share {
		return float64(r.N), fmt.Sprint(r.N)
	}
	share, ok := r.Share()
	if !ok {
		return math.NaN(), a.percent(r)
	}
	return share, a.percent(r)
}
