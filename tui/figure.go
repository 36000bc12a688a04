package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// figure is one number, explained: its rule, what it divides by what, what it
// left out, what it is made of, and the rows that it was counted from.
type figure struct {
	ask  ask
	page page

	// What follows is read again when the book has changed.
	read  int // entries that it rests on, plus one
	parts []ask
	spots []spot

	withdrawn int // findings that it does not count
}

func newFigure(q ask) *figure { return &figure{ask: q} }

func (f *figure) scope() scope              { return inFigure }
func (f *figure) round() inspection.RoundNo { return f.ask.round }
func (f *figure) title(a *App) string       { return f.ask.name(a) }

func (f *figure) refresh(a *App) {
	if f.read == a.book.Len()+1 {
		return
	}
	f.read = a.book.Len() + 1
	f.spots, f.parts = f.ask.spots(a), nil
	if f.ask.rule == inspection.FindingRule {
		f.withdrawn = len(f.ask.findingSpots(a, true))
	}
	if f.ask.rectified() {
		f.parts = f.ask.standings()
	}
	if f.ask.allWork() {
		for _, c := range inspection.Counters() {
			f.parts = append(f.parts, ask{rule: f.ask.rule, round: f.ask.round, counter: c})
		}
	}
	if f.ask.tallied() && f.ask.rule != inspection.VerdictRule {
		for _, v := range append(inspection.Verdicts(), inspection.None) {
			f.addPart(v)
		}
		if q := f.ask; q.item == "" {
			q.rule = inspection.FindingRule
			f.parts = append(f.parts, q)
		}
	}
}

// addPart adds the count of one verdict. Of one item, there are none without:
// nobody has said yet where that would be.
func (f *figure) addPart(v inspection.Verdict) {
	q := f.ask
	if v == inspection.None && q.item != "" {
		return
	}
	q.rule, q.verdict = inspection.VerdictRule, v
	f.parts = append(f.parts, q)
}

// The lines are the parts, a heading, and the spots.
func (f *figure) lines() int {
	if len(f.spots) == 0 {
		return len(f.parts)
	}
	return len(f.parts) + 1 + len(f.spots)
}

func (f *figure) heading(i int) bool { return i == len(f.parts) }

func (f *figure) do(a *App, act act) tea.Cmd {
	switch act {
	case actOpen:
		f.refresh(a)
		f.open(a)
	case actBack:
		a.back()
	}
	return nil
}

func (f *figure) open(a *App) {
	f.page.settle(f.lines(), 1, f.heading)
	switch i := f.page.at; {
	case i < len(f.parts):
		if f.parts[i].rate(a).N > 0 {
			a.open(newFigure(f.parts[i]))
		}
	case i < f.lines() && i > len(f.parts):
		f.openSpot(a, f.spots[i-len(f.parts)-1])
	}
}

// openSpot goes to where the row was set down, or from a school to the same
// figure of that school.
func (f *figure) openSpot(a *App, s spot) {
	if s.item == "" && s.finding == "" && f.ask.tallied() {
		a.open(newFigure(f.ask.at(s.visit)))
		return
	}
	v := s.visit
	if f.ask.rule == inspection.RectifiedRule {
		a.open(newRectify(a, s.finding))
		return
	}
	a.open(a.visitAt(place{Round: v.Round, Kind: v.Kind, School: v.School, Item: s.item, Finding: s.finding}))
}

func (f *figure) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	f.refresh(a)
	f.page.press(k, f.lines(), a.h-11, f.heading)
	return nil
}

func (f *figure) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	f.refresh(a)
	lines := f.head(a, w)
	first := len(lines)
	if f.lines() == 0 {
		return append(lines, "  "+a.look.faint.Render(a.t.summary.noRows)), nil
	}
	lines = append(lines, f.page.draw(f.lines(), h-first, f.heading, func(i int, here bool) string {
		return a.row(f.line(a, i, w-2), w, here)
	})...)
	return lines, tea.NewCursor(0, first+f.page.at-f.page.top)
}

// head is all but the rows: the figure, its rule, and what it left out.
func (f *figure) head(a *App, w int) []string {
	s := &a.t.summary
	lines := []string{"", "  " + a.look.strong.Render(cut(f.ask.subject(a), w-4))}
	lines = append(lines, "  "+cut(f.equation(a, w-4), w-4), "")
	labels := max(width(s.rule), width(s.out), width(s.another), width(a.t.works.form)) + 2
	room := w - 4 - labels
	lines = append(lines, labelled(s.rule, flow(sentences(f.ask.rule.In(a.lang)), "", room), labels)...)
	lines = append(lines, labelled(s.out, flow(f.leftOut(a), " · ", room), labels)...)
	if f.ask.rule == inspection.MetRule {
		lines = append(lines, labelled(s.another, wrap(s.half(a.percent(f.ask.tally(a).MetHalf())), room), labels)...)
	}
	if form := f.ask.form(a); form != nil {
		lines = append(lines, labelled(a.t.works.form, flow(form, " · ", room), labels)...)
	}
	return append(lines, a.look.line(w))
}

// labelled sets lines beside their label.
func labelled(label string, text []string, labels int) []string {
	lines := make([]string, len(text))
	for i, l := range text {
		lines[i] = "  " + pad(label, labels) + l
		label = ""
	}
	return lines
}

// flow fills lines of w cells with parts, none of which is broken if a line can
// hold it.
func flow(parts []string, between string, w int) []string {
	var lines []string
	for _, p := range parts {
		if n := len(lines); n > 0 && width(lines[n-1])+width(between)+width(p) <= w {
			lines[n-1] += between + p
		} else {
			lines = append(lines, wrap(p, w)...)
		}
	}
	return lines
}

// sentences parts a text at its full stops.
func sentences(s string) []string {
	s = strings.NewReplacer("。", "。\n", ". ", ". \n").Replace(s)
	return strings.Split(strings.TrimSpace(s), "\n")
}

// equation is the figure as a sum: what, divided by what, makes what.
func (f *figure) equation(a *App, w int) string {
	r, words := f.ask.rate(a), a.t.summary.rules[f.ask.rule]
	if f.ask.rule == inspection.VerdictRule {
		words.n = f.ask.verdict.Sign() + " " + f.ask.verdict.In(a.lang)
	}
	if f.ask.standing != 0 {
		words.n = f.ask.name(a)
	}
	if f.ask.allWork() {
		return a.look.strong.Render(f.ask.name(a))
	}
	if words.n == "" {
		return a.look.strong.Render(fmt.Sprintf("%s  %d", f.ask.name(a), r.N))
	}
	n, of := fmt.Sprint(r.N), fmt.Sprint(r.Of)
	if r.Rule == inspection.MetHalfRule { // both were doubled to stay whole
		n, of = fmt.Sprintf("%g", float64(r.N)/2), fmt.Sprint(r.Of/2)
	}
	text := fmt.Sprintf("%s %s ÷ %s %s ＝ ", words.n, n, words.of, of)
	if a.lang == inspection.English {
		text = fmt.Sprintf("%s %s / %s %s = ", words.n, n, words.of, of)
	}
	share := a.percent(r)
	if f.ask.rectified() {
		share = a.finely(r)
	}
	s := text + a.look.strong.Render(share)
	if room := w - width(s) - 2; room >= 8 && r.Of > 0 {
		s += "  " + bar(float64(r.N), float64(r.Of), min(room, 40), a.look.ascii)
	}
	return s
}

// leftOut says what the figure does not count, each with its number.
func (f *figure) leftOut(a *App) []string {
	out := f.verdictsOut(a)
	if f.ask.rule == inspection.FindingRule {
		out = append(out, a.t.summary.withdrawn(f.withdrawn))
	}
	if f.ask.rectified() {
		out = append(out, f.ask.rectifiedOut(a)...)
	}
	if f.ask.tallied() {
		out = append(out, f.itemsOut(a)...)
	}
	if len(out) == 0 {
		return []string{a.t.summary.notOut}
	}
	return out
}

// verdictsOut are the verdicts that a rate leaves out.
func (f *figure) verdictsOut(a *App) []string {
	switch f.ask.rule {
	case inspection.MetRule, inspection.MetHalfRule, inspection.CommonRule:
	default:
		return nil
	}
	var out []string
	t := f.ask.tally(a)
	for _, v := range []inspection.Verdict{inspection.NA, inspection.Unclear, inspection.None} {
		if v != inspection.None || t.Verdicts[v] > 0 {
			out = append(out, fmt.Sprintf("%s %d", v.In(a.lang), t.Verdicts[v]))
		}
	}
	return out
}

// itemsOut are answers that do not count, items that may not, and schools where
// nobody was.
func (f *figure) itemsOut(a *App) []string {
	var out []string
	t, s := f.ask.tally(a), &a.t.summary
	if t.Hidden > 0 {
		out = append(out, s.hidden(t.Hidden))
	}
	if t.OffList > 0 {
		out = append(out, s.offList(t.OffList))
	}
	if t.Undecided > 0 {
		out = append(out, s.undecided(t.Undecided))
	}
	round := a.book.TallyRound(f.ask.round)
	if n := round.Planned - round.Begun; n > 0 && !f.ask.ofVisit() {
		out = append(out, s.absent(n))
	}
	return out
}

// line is one of the lines that the cursor goes through.
func (f *figure) line(a *App, i, w int) string {
	switch {
	case i < len(f.parts):
		return f.part(a, f.parts[i], w)
	case i == len(f.parts):
		return a.look.faint.Render(f.rowsHead(a))
	}
	s := f.spots[i-len(f.parts)-1]
	switch {
	case f.ask.rectified():
		return f.rectifiedRow(a, s, w)
	case s.finding != "":
		return f.findingRow(a, s, w)
	case s.item != "":
		return f.itemRow(a, s, w)
	}
	return f.schoolRow(a, s, w)
}

func (f *figure) rowsHead(a *App) string {
	s := a.t.summary.rows(len(f.spots))
	if f.ask.tallied() && !f.ask.ofVisit() && f.ask.item == "" && f.ask.rule != inspection.VerdictRule {
		s += " · " + a.t.summary.lowest
	}
	return s
}

// part is the count of one verdict within the figure.
func (f *figure) part(a *App, q ask, w int) string {
	r := q.rate(a)
	switch q.rule {
	case inspection.WorkRule:
		return pad(q.name(a), nameCol(a)+10) + padLeft(fmt.Sprint(r.N), countWidth-4)
	case inspection.RectifiedRule:
		return pad(q.name(a), 30) + a.count(r.N, r.Of, min(w-30-countWidth-percentWidth-2, 40))
	case inspection.FindingRule:
		return pad("! "+q.name(a), nameCol(a)) + padLeft(fmt.Sprint(r.N), countWidth-5)
	}
	s := a.look.colour[q.verdict].Render(pad(q.name(a), nameCol(a)))
	return s + a.count(r.N, r.Of, min(w-nameCol(a)-countWidth-percentWidth-2, 40))
}

// nameCol is the width of the column of figures' names.
func nameCol(a *App) int {
	if a.lang == inspection.English {
		return 17
	}
	return 11
}

func (f *figure) schoolRow(a *App, s spot, w int) string {
	q := f.ask.at(s.visit)
	name := pad(string(s.visit.School), 7) + pad(a.schoolName(s.visit), schoolCol(w)-1) + " "
	switch q.rule {
	case inspection.WorkRule:
		return name + padLeft(fmt.Sprint(q.rate(a).N), countWidth)
	case inspection.CoverageRule, inspection.BegunRule:
		return name + a.state(s.visit)
	}
	r := q.rate(a)
	return name + a.count(r.N, r.Of, min(w-7-schoolCol(w)-countWidth-percentWidth-2, 40))
}

// schoolCol is the width of a column of schools.
func schoolCol(w int) int { return max(18, min(w*3/10, 30)) }

// state says how far a visit has come.
func (a *App) state(v inspection.VisitID) string {
	t := a.book.TallyOf(v)
	n, of := a.progress(v)
	switch {
	case a.finished(v):
		return "√ " + a.t.schools.finished + a.count(n, of, 0)
	case t.Begun:
		return "▸ " + a.t.schools.begun + a.count(n, of, 0)
	}
	return "· " + a.t.schools.planned
}

func (f *figure) itemRow(a *App, s spot, w int) string {
	answer, first := a.book.AnswerAt(s.visit, s.item), ""
	if !f.ask.ofVisit() {
		first = pad(a.schoolName(s.visit), schoolCol(w)-1) + " "
	}
	if f.ask.item == "" {
		first += pad(string(s.item), 6) + pad(a.itemTitle(s.visit.Round, s.item), max(24, (w-width(first))/2)) + " "
	}
	verdict := pad(answer.Verdict.Sign()+" "+answer.Verdict.In(a.lang), nameCol(a)-1) + " "
	note := strings.ReplaceAll(answer.Note, "\n", " ")
	return first + a.look.colour[answer.Verdict].Render(verdict) + cut(note, w-width(first)-width(verdict))
}

func (f *figure) findingRow(a *App, s spot, w int) string {
	found, _ := a.book.Finding(s.finding)
	first := ""
	if !f.ask.ofVisit() {
		first = pad(a.schoolName(s.visit), schoolCol(w)-1) + " "
	}
	return cut(first+pad(string(s.item), 6)+found.Title, w)
}

// itemTitle is what an item is called on the round's checklist.
func (a *App) itemTitle(n inspection.RoundNo, code inspection.ItemCode) string {
	if list := a.book.ChecklistOf(n); list != nil {
		if it := list.Item(code); it != nil {
			return it.Title
		}
	}
	return ""
}
