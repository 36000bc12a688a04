package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func (v *visit) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	if v.refresh(a); len(v.points) == 0 {
		return []string{"", "  " + cut(a.t.visit.noList, w-2)}, nil
	}
	left := outlineWidth(w)
	lines := []string{v.head(a, w)}
	if sealed := a.sealedNotice(v.id, inVisit); sealed != "" {
		lines = append(lines, cut(sealed, w))
	}
	lines = append(lines, a.look.line(w))
	first, body := len(lines), h-len(lines)-2
	outline, at := v.outline(a, left, body)
	item := v.card(a, v.parts(a), w-left-2, body)
	mark := a.look.rule.Render(a.look.upright())
	for i := range body {
		lines = append(lines, outline[i]+mark+" "+item[i])
	}
	return append(lines, a.look.line(w), v.keys(a, w)), tea.NewCursor(0, first+at)
}

// outlineWidth leaves the item the greater part of the window.
func outlineWidth(w int) int { return max(32, min(w/3, 42)) }

// upright parts two columns.
func (l look) upright() string {
	if l.ascii {
		return "|"
	}
	return "│"
}

// head is the visit in one line: school, round, progress, verdicts, findings.
func (v *visit) head(a *App, w int) string {
	if v.id.Kind == inspection.LookBack {
		return a.lookBackHead(v.id, w)
	}
	t := a.book.TallyOf(v.id)
	right := ""
	for _, verdict := range inspection.Verdicts() {
		right += " " + a.look.colour[verdict].Render(verdict.Sign()+fmt.Sprint(t.All.Verdicts[verdict]))
	}
	right += "  " + a.t.visit.findings(t.Findings) + " "
	count := fmt.Sprintf(" %d/%d ", t.All.Answered(), t.All.Applicable)
	room := w - width(right) - width(count) - 2
	round, _ := a.book.Round(v.id.Round)
	kind := ""
	if v.id.Kind != inspection.Routine {
		kind = " " + v.id.Kind.In(a.lang)
	}
	name := cut(v.title(a), room-width(round.Title+kind)-narrowBar-2)
	left := a.look.strong.Render(name) + " " + round.Title + kind + " "
	progress := bar(float64(t.All.Answered()), float64(max(t.All.Applicable, 1)), room-width(left), a.look.ascii)
	return " " + left + progress + count + " " + right
}

// narrowBar is the shortest bar from which something can be read.
const narrowBar = 6

// keys are the answer keys, the current verdict marked.
func (v *visit) keys(a *App, w int) string {
	now := a.book.AnswerAt(v.id, v.item).Verdict
	line := ""
	for i, verdict := range append(inspection.Verdicts(), inspection.None) {
		key, words := fmt.Sprint(i+1), verdict.Sign()+verdict.In(a.lang)
		if verdict == inspection.None {
			key, words = "0", a.t.visit.clear
		}
		if verdict == now && now != inspection.None {
			line += a.look.here.Render("[" + key + " " + words + "]")
			continue
		}
		line += " " + a.look.key.Render(key) + " " + a.look.colour[verdict].Render(words) + " "
	}
	return cut(line, w)
}

// part is one of the things that are told of an item.
type part struct {
	label string
	words string
	style func(...string) string // nil: plain
}

// parts tell all of the current item, the most needed first.
func (v *visit) parts(a *App) []part {
	p, t := v.current(), &a.t.visit
	answer := a.book.AnswerAt(v.id, p.item.Code)
	all := []part{{"", string(p.item.Code) + " " + p.item.Title, a.look.strong.Render}}
	if notices := v.notices(a, p.item.Code); notices != "" {
		all = append(all, part{t.notice, "! " + notices, a.look.strong.Render})
	}
	all = append(all, []part{
		{t.look, p.item.Look, nil},
		{t.basis, basisOf(a, p.item), nil},
		{t.methods, methodsOf(a, p.item, answer), nil},
		{t.papers, strings.Join(p.item.Papers, listMark(a)), nil},
		{t.typical, p.item.Typical, nil},
		{t.applies, appliesTo(a, p), nil},
		{t.earlier, v.earlier(a, p.item.Code), nil},
	}...)
	if raised := v.raised(a, p.item.Code); raised != "" {
		all = append(all, part{t.raised, raised, nil})
	}
	if files := v.filed(a, p.item.Code); files != "" {
		all = append(all, part{a.t.evidence.title, files, nil})
	}
	return append(all, v.notePart(a, answer))
}

// filed lists the evidence at the item, by its caption where it has one.
func (v *visit) filed(a *App, code inspection.ItemCode) string {
	if v.evidence[code] == 0 {
		return ""
	}
	var all []string
	for _, e := range a.evidenceFor(v.id, code, "") {
		words := e.Name
		if e.Caption != "" {
			words = oneLine(e.Caption)
		}
		if e.Page != "" {
			words += " " + e.Page
		}
		all = append(all, words)
	}
	return strings.Join(all, listMark(a))
}

// notices are what must not be overlooked at an item.
func (v *visit) notices(a *App, code inspection.ItemCode) string {
	var all []string
	if a.journal.Kept(noteDraft(v.id, code)) != nil {
		all = append(all, a.t.visit.noteDraft)
	}
	if a.journal.Kept(formDraft(v.id, code)) != nil {
		all = append(all, a.t.visit.formDraft)
	}
	if v.disputed(a, code) {
		all = append(all, a.t.visit.conflict)
	}
	return strings.Join(all, listMark(a))
}

func basisOf(a *App, it *inspection.Item) string {
	switch {
	case it.Basis == "":
		return a.t.visit.noBasis
	case it.Confirmed:
		return it.Basis + a.t.visit.confirmed
	}
	return it.Basis + a.t.visit.unconfirmed
}

// methodsOf are the methods meant, and those used once they are set down, with
// n of N.
func methodsOf(a *App, it *inspection.Item, answer inspection.Answer) string {
	words := it.Methods.In(a.lang)
	if answer.Methods == it.Methods {
		words = a.t.visit.usedAll(words)
	} else if answer.Methods != 0 {
		words = a.t.visit.used(answer.Methods.In(a.lang), words)
	}
	if answer.Checked.Of > 0 {
		words += " · " + a.t.visit.checked(answer.Checked.N, answer.Checked.Of)
	}
	return words
}

func appliesTo(a *App, p point) string {
	words := p.item.Applies.In(a.lang)
	if p.doubt {
		words += a.t.visit.undecided
	}
	return words
}

// listMark parts what may hold commas.
func listMark(a *App) string { return a.lang.Clauses([]string{"", ""}) }

// earlier tells what earlier rounds said about this very item, and whether
// findings were raised then.
func (v *visit) earlier(a *App, code inspection.ItemCode) string {
	var told []string
	visits := 0
	answers := a.book.EarlierAnswers(v.id, code)
	for _, w := range a.book.VisitsTo(v.id.School) {
		if w.ID.Round < v.id.Round && (w.Begun != 0 || a.book.TallyOf(w.ID).All.Any()) {
			visits++
			told = append(told, v.then(a, w.ID, code, answers)...)
		}
	}
	switch {
	case visits == 0:
		return a.t.visit.first
	case len(told) == 0:
		return a.t.visit.noEarlier
	}
	return strings.Join(told, "\n")
}

// then tells of one earlier visit; nothing when it has nothing of the item.
func (v *visit) then(a *App, id inspection.VisitID, code inspection.ItemCode, answers []inspection.EarlierAnswer) []string {
	var answer inspection.Answer
	for _, e := range answers {
		if e.Visit == id {
			answer = e.Answer
		}
	}
	titles := findingsAbout(a, id, code)
	if answer.Verdict == inspection.None && answer.Note == "" && len(titles) == 0 {
		return nil
	}
	round, _ := a.book.Round(id.Round)
	words := a.t.visit.then(round.Title, answer.Verdict.Sign()+answer.Verdict.In(a.lang), len(titles))
	if more := strings.Join(append(titles, oneLine(answer.Note)), listMark(a)); more != "" {
		words += listMark(a) + more
	}
	return []string{strings.TrimSuffix(words, listMark(a))}
}

// findingsAbout are the titles of the findings of a visit at an item.
func findingsAbout(a *App, id inspection.VisitID, code inspection.ItemCode) []string {
	var titles []string
	for _, f := range a.book.FindingsAt(id) {
		if f.Item == code && f.State != inspection.Withdrawn {
			titles = append(titles, f.Title)
		}
	}
	return titles
}

// raised lists the findings at the item, one a line.
func (v *visit) raised(a *App, code inspection.ItemCode) string {
	return strings.Join(findingsAbout(a, v.id, code), "\n")
}

func (v *visit) notePart(a *App, answer inspection.Answer) part {
	if answer.Note == "" {
		return part{a.t.visit.note, a.t.visit.noNote, a.look.faint.Render}
	}
	return part{a.t.visit.note, answer.Note, nil}
}

// wrapping is a text at a width.
type wrapping struct {
	words string
	w     int
}

// wrap remembers how the last texts were wrapped: a note may have 20,000
// characters, and is drawn again with each key.
func (v *visit) wrap(words string, w int) []string {
	key := wrapping{words, w}
	lines, ok := v.wrapped[key]
	if !ok {
		if len(v.wrapped) > 100 || v.wrapped == nil {
			v.wrapped = map[wrapping][]string{}
		}
		lines = wrap(words, w)
		v.wrapped[key] = lines
	}
	return lines
}

// spread lays parts out on at most h lines of w cells, and gives the lines of
// each. A part gets one line before any gets a second; what is then left over
// goes to the first in need. A part that was cut says how much of it is not
// shown.
func (v *visit) spread(a *App, parts []part, w, h int) [][]string {
	laid := make([][]string, len(parts))
	got := make([]int, len(parts))
	left := h
	for i, p := range parts {
		laid[i] = v.wrap(p.words, w-p.indent(a))
		got[i] = min(left, 1)
		left -= got[i]
	}
	for i := range parts {
		more := min(left, len(laid[i])-got[i])
		got[i] += more
		left -= more
	}
	for i, p := range parts {
		laid[i] = p.lines(a, laid[i], got[i], w)
	}
	return laid
}

// card lays parts out on exactly h lines, with air between them where there is
// room for it.
func (v *visit) card(a *App, parts []part, w, h int) []string {
	laid := v.spread(a, parts, w, h)
	lines := slices.Concat(laid...)
	if len(lines)+len(parts) <= h {
		for i := range laid {
			laid[i] = append(laid[i], "")
		}
		lines = slices.Concat(laid...)
	}
	return exactly(lines, h)
}

// indent is how far a part's words stand in: one without a label is a heading.
func (p part) indent(a *App) int {
	if p.label == "" {
		return 0
	}
	return a.t.visit.parts
}

// lines are the first n lines of a part's words.
func (p part) lines(a *App, words []string, n, w int) []string {
	in := p.indent(a)
	lines := make([]string, 0, n+1)
	for i := range n {
		line := words[i]
		if i == n-1 && len(words) > n {
			more := " " + a.t.visit.more(len(words)-n)
			line = pad(fit(line, w-in-width(more)), w-in-width(more)) + more
		}
		if p.style != nil {
			line = p.style(line)
		}
		head := blanks(in)
		if i == 0 && in > 0 {
			head = a.look.key.Render(pad(p.label, in))
		}
		lines = append(lines, head+line)
	}
	return lines
}
