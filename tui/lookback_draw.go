package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// height is how many findings a page of h lines holds: about a third, or a few
// when the selected one is shown whole.
func (l *lookBack) height(h int) int {
	if l.whole {
		return 3
	}
	return min(max(4, (h-5)*2/5), max(len(l.threads), 1))
}

func (l *lookBack) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	l.refresh(a)
	lines := []string{a.lookBackHead(l.id, w)}
	if sealed := a.sealedNotice(l.id, inLookBack); sealed != "" {
		lines = append(lines, cut(sealed, w))
	}
	lines = append(lines, a.look.line(w))
	if len(l.threads) == 0 {
		for _, s := range wrap(a.t.lookBack.none, w-4) {
			lines = append(lines, "  "+s)
		}
		return lines, nil
	}
	first, rows := len(lines), l.height(h)
	l.rows.at = l.at()
	lines = append(lines, l.rows.draw(len(l.threads), rows, func(i int, here bool) string {
		return a.row(l.row(a, i, w-2), w, here)
	})...)
	lines = append(exactly(lines, first+rows), a.look.line(w))
	lines = append(lines, l.card(a, w, h-len(lines)-2)...)
	lines = append(exactly(lines, h-2), a.look.line(w), l.keys(a, w))
	return lines, tea.NewCursor(0, first+l.rows.at-l.rows.top)
}

// lookBackHead is a look-back visit in one line: school, round, how many
// findings have an answer.
func (a *App) lookBackHead(v inspection.VisitID, w int) string {
	t := a.book.TallyLookBack(v)
	round, _ := a.book.Round(v.Round)
	left := " " + a.look.strong.Render(a.schoolName(v)) + " " + round.Title + " "
	right := fmt.Sprintf(" %d/%d ", t.Answered, t.Of)
	counts := map[inspection.Relook]int{}
	for _, thread := range a.book.LookBackThreads(v) {
		counts[a.book.RelookAt(v, thread.ID).Answer]++
	}
	for _, answer := range inspection.Relooks() {
		right += " " + answer.Sign() + fmt.Sprint(counts[answer])
	}
	right += " "
	room := max(w-width(left)-width(right), 0)
	return cut(left+bar(float64(t.Answered), float64(max(t.Of, 1)), room, a.look.ascii)+right, w)
}

// row is a finding: its answer, its number and title, how far it has come.
func (l *lookBack) row(a *App, i, w int) string {
	t := &l.threads[i]
	row := inspection.LedgerRow{Thread: *t}
	state := a.standing(&row)
	sign := l.answers[i].Answer.Sign()
	if l.answers[i].Answer == 0 {
		sign = "·"
	}
	number := ""
	if w >= 100 {
		number = pad(a.numberOf(&row), 23)
	}
	left, _ := a.timeOf(&row)
	const stateCol, leftCol = 12, 14
	return pad(sign, 3) + number + pad(t.Title, w-3-width(number)-stateCol-leftCol-1) + " " + pad(state, stateCol) + pad(left, leftCol)
}

// card tells all of the finding under the cursor, on at most h lines.
func (l *lookBack) card(a *App, w, h int) []string {
	thread, now, t := &l.threads[l.at()], &l.answers[l.at()], &a.t.lookBack
	r := &thread.Rectification
	row := inspection.LedgerRow{Thread: *thread}
	said := ""
	if now.Answer != 0 {
		said = now.Answer.Sign() + " " + now.Answer.In(a.lang) + "  " + now.Author
	}
	left, _ := a.timeOf(&row)
	until := joined(" · ", r.Deadline.String(), left, a.standing(&row), a.t.rectify.days(r.DaysOpen(a.today())))
	if r.Reopened > 0 {
		until += " · " + a.t.rectify.reopened(r.Reopened)
	}
	parts := []part{
		{"", a.numberOf(&row) + " " + thread.Title, a.look.strong.Render},
		{t.answer, said, nil}, {t.note, now.Note, nil},
		{t.until, until, nil}, {t.words, r.Words, nil}, {t.measures, r.Measures, nil},
		{t.who, joined(" · ", r.Leader, r.Department, r.Person), nil},
		{t.progress, (&rectify{}).progress(r), nil}, {t.earlier, l.earlier(a, thread.ID), nil},
	}
	var told []part
	for _, p := range parts {
		if p.words != "" || p.label == t.note {
			told = append(told, p)
		}
	}
	return standIn(slices.Concat((&visit{}).spread(a, told, w-2, h)...))
}

// earlier are the answers of other look-back visits.
func (l *lookBack) earlier(a *App, id inspection.FindingID) string {
	var all []string
	for _, one := range a.book.RelooksOf(id) {
		if one.Visit != l.id {
			all = append(all, a.relook(&one))
		}
	}
	return strings.Join(all, "\n")
}

// keys are the answer keys, the current answer marked.
func (l *lookBack) keys(a *App, w int) string {
	now, line := l.answers[l.at()].Answer, ""
	for i, answer := range append(inspection.Relooks(), 0) {
		key, words := fmt.Sprint(i+1), answer.Sign()+answer.In(a.lang)
		if answer == 0 {
			key, words = "0", a.t.visit.clear
		}
		if answer == now && now != 0 {
			line += a.look.here.Render("[" + key + " " + words + "]")
			continue
		}
		line += " " + a.look.key.Render(key) + " " + words + " "
	}
	return cut(line, w)
}
