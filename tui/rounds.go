package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// rounds is the first page: where work goes on, then the rounds.
type rounds struct {
	rows list

	read   int // entries that looked rests on, plus one
	looked map[inspection.RoundNo]inspection.LookBackTally
}

func (r *rounds) scope() scope { return inRounds }

func (r *rounds) title(a *App) string {
	if c, ok := a.book.Campaign(); ok {
		return cut(c.Title, 40)
	}
	return "xuncha"
}

// all are the rows: 继续上次, the rounds, and the conflicts if there are any.
func (r *rounds) all(a *App) (n int, rounds []inspection.Round) {
	rounds = a.book.Rounds()
	n = 1 + len(rounds)
	if len(a.book.Conflicts()) > 0 {
		n++
	}
	return n, rounds
}

func (r *rounds) do(a *App, act act) tea.Cmd {
	switch act {
	case actOpen:
		r.open(a)
	case actSearch:
		a.searchAll()
	}
	return nil
}

func (r *rounds) open(a *App) {
	_, all := r.all(a)
	switch i := r.rows.at; {
	case i == 0:
		r.resume(a)
	case i <= len(all):
		a.open(newSchools(a, all[i-1].No))
	default:
		a.open(newConflicts(a))
	}
}

// resume opens the visit where work was left, over its round.
func (r *rounds) resume(a *App) {
	p, ok := a.lastPlace()
	if !ok {
		a.say(a.t.rounds.nowhere)
		r.rows.at = 1
		return
	}
	a.open(newSchools(a, p.Round))
	a.open(a.visitAt(p))
}

func (r *rounds) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	n, all := r.all(a)
	if i := digit(k); i >= 1 && i <= len(all) {
		r.rows.at = i
		r.open(a)
		return nil
	}
	r.rows.press(k, n, n)
	return nil
}

func (r *rounds) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	n, all := r.all(a)
	lines := []string{"", "  " + a.look.wrong.Render(" "+a.t.secrecy+" "), ""}
	first := len(lines)
	lines = append(lines, a.look.row(r.resumeRow(a, w-2), w, r.rows.at == 0), "", r.head(a, w))
	at := first
	for i, round := range all {
		if r.rows.at == i+1 {
			at = len(lines)
		}
		lines = append(lines, a.look.row(r.row(a, round, w-2), w, r.rows.at == i+1), r.lookBacks(a, round.No, w))
	}
	if n > len(all)+1 {
		if r.rows.at == n-1 {
			at = len(lines)
		}
		lines = append(lines, a.look.row("! "+a.t.rounds.conflict(len(a.book.Conflicts())), w, r.rows.at == n-1))
	}
	if h-len(lines) > 3 {
		lines = append(lines, exactly(nil, h-len(lines)-1)...)
		lines = append(lines, a.look.faint.Render("  "+cut(a.options.Path, w-4)))
	}
	return lines, tea.NewCursor(0, at)
}

// lookBacks is the line under a round: its look-back visits, if it has any.
func (r *rounds) lookBacks(a *App, n inspection.RoundNo, w int) string {
	if r.read != a.book.Len()+1 {
		r.read, r.looked = a.book.Len()+1, map[inspection.RoundNo]inspection.LookBackTally{}
	}
	t, ok := r.looked[n]
	if !ok {
		t = a.book.TallyLookBacks(n)
		r.looked[n] = t
	}
	if t.Planned == 0 {
		return ""
	}
	words := a.t.lookBack.round(t.Planned, t.Begun, t.Finished, t.Answered, t.Of)
	return a.look.faint.Render("     " + cut(words, w-6))
}

// resumeRow is 继续上次 and where that is.
func (r *rounds) resumeRow(a *App, w int) string {
	p, ok := a.lastPlace()
	if !ok {
		return a.t.rounds.resume + "  " + a.t.rounds.nowhere
	}
	round, _ := a.book.Round(p.Round)
	n, of := a.progress(p.visit())
	where := fmt.Sprintf("%s  %s · %s", a.t.rounds.resume, round.Title, a.book.School(p.School).Name)
	if list := a.book.ChecklistOf(p.Round); list != nil && list.Item(p.Item) != nil {
		where += " · " + string(p.Item) + " " + list.Item(p.Item).Title
	}
	if f, ok := a.book.Finding(p.Finding); ok {
		where += " · " + f.Title
	}
	count := fmt.Sprintf(" %d/%d", n, of)
	return pad(where, w-width(count)-1) + count
}

// The columns of the rounds' table, in cells.
const (
	wideCol   = 8
	barInRow  = 14
	roundName = 16
)

func (r *rounds) head(a *App, w int) string {
	c := a.t.rounds.cols
	s := "  " + pad(c[0], roundName)
	for _, name := range c[2:] {
		s += padLeft(name, wideCol+1)
	}
	s += padLeft(a.t.rounds.rate, wideCol+2)
	return a.look.faint.Render(cut(s, w))
}

func (r *rounds) row(a *App, round inspection.Round, w int) string {
	t := a.book.TallyRound(round.No)
	s := pad(fmt.Sprintf("%d  %s", round.No, round.Title), roundName)
	for _, n := range []int{t.Planned, t.Begun, t.Finished, t.Findings} {
		s += padLeft(fmt.Sprint(n), wideCol+1)
	}
	s += padLeft(a.percent(t.All.Met()), wideCol+2)
	if room := w - width(s) - 3; room >= barInRow {
		s += "  " + bar(float64(t.Finished), float64(max(t.Planned, 1)), min(room, 30), a.look.ascii)
	}
	return s
}

// percent is a rate as people read it, or a dash where there is nothing to
// divide by.
func (a *App) percent(r inspection.Rate) string {
	share, ok := r.Share()
	if !ok {
		return a.t.none
	}
	return fmt.Sprintf("%.1f%%", 100*share)
}
