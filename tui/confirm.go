package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// choice is one way on: its words, and what it does once the question has been
// closed.
type choice struct {
	words string
	do    func(*App) tea.Cmd
}

// question asks before something that is not to happen by a slip of the hand.
// Each way on has a digit; Esc goes back with nothing done.
type question struct {
	name    string
	text    string
	choices []choice
	rows    list
}

// newConfirm asks yes or no.
func newConfirm(title, text string, yes func(*App) tea.Cmd) *question {
	return &question{name: title, text: text, choices: []choice{{"", yes}, {"", nil}}}
}

func (q *question) scope() scope        { return inChoice }
func (q *question) title(a *App) string { return q.name }
func (q *question) words(a *App, i int) string {
	switch {
	case q.choices[i].words != "":
		return q.choices[i].words
	case i == 0:
		return a.t.yes
	}
	return a.t.no
}

func (q *question) do(a *App, act act) tea.Cmd {
	switch act {
	case actOK:
		return q.choose(a, q.rows.at)
	case actBack:
		a.back()
	}
	return nil
}

func (q *question) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if i := digit(k); i >= 1 && i <= len(q.choices) {
		return q.choose(a, i-1)
	}
	q.rows.press(k, len(q.choices), min(len(q.choices), a.h/2))
	return nil
}

func (q *question) choose(a *App, i int) tea.Cmd {
	a.back()
	if q.choices[i].do == nil {
		return nil
	}
	return q.choices[i].do(a)
}

func (q *question) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := []string{"", "  " + a.look.strong.Render(cut(q.name, w-4)), ""}
	for _, l := range wrap(q.text, min(w-4, 76)) {
		lines = append(lines, "  "+l)
	}
	lines = append(lines[:min(len(lines), h-4)], "")
	first := len(lines)
	lines = append(lines, q.rows.draw(len(q.choices), h-first, func(i int, here bool) string {
		return a.look.row(fmt.Sprintf("%d  %s", i+1, q.words(a, i)), w, here)
	})...)
	return lines, tea.NewCursor(0, first+q.rows.at-q.rows.top)
}

// digit is the number that a key types, full-width ones too; -1 for any other.
func digit(k tea.KeyPressMsg) int {
	if name := keyName(k); len(name) == 1 && name[0] >= '0' && name[0] <= '9' {
		return int(name[0] - '0')
	}
	return -1
}
