package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// first asks what the notebook cannot go on without: who writes, and for a new
// book which plan.
type first struct {
	name *input
	rows list
	plan bool // the name is known; now the plan
}

func newFirst(a *App) *first {
	return &first{name: newInput(a.author), plan: a.author != ""}
}

func (f *first) typing() bool              { return !f.plan }
func (f *first) title(a *App) string       { return a.t.first.title }
func (f *first) paste(a *App, text string) { f.name.paste(text) }

func (f *first) scope() scope {
	if f.plan {
		return inChoice
	}
	return inText
}

func (f *first) do(a *App, act act) tea.Cmd {
	switch {
	case act == actBack:
		return a.leave()
	case act == actOK && !f.plan:
		f.named(a)
	case act == actOK:
		f.found(a, f.rows.at == 1)
	}
	return nil
}

// named takes the name and goes on to the plan, where one is wanted.
func (f *first) named(a *App) {
	name := strings.TrimSpace(f.name.text())
	if name == "" {
		return
	}
	a.setAuthor(name)
	if a.book.IsFounded() {
		a.back()
		return
	}
	f.plan = true
}

func (a *App) setAuthor(name string) {
	a.author = cut(name, 20)
	a.journal.Keep("author", []byte(a.author))
}

func (f *first) found(a *App, every bool) {
	err := inspection.Founding(func(fact inspection.Fact) error {
		a.take(fact, nil)
		return nil
	}, a.book, inspection.Campaign{
		ID: a.journal.NewID(), Title: inspection.DefaultTitle, Zone: inspection.BeijingZone,
	}, a.options.Roster, a.options.Checklist, every)
	if err != nil {
		a.refuse(err)
		return
	}
	a.back()
}

func (f *first) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if !f.plan {
		f.name.press(k)
		return nil
	}
	if i := digit(k); i == 1 || i == 2 {
		f.found(a, i == 2)
		return nil
	}
	f.rows.press(k, 2, 2)
	return nil
}

func (f *first) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := []string{"", "  " + a.look.wrong.Render(" "+a.t.secrecy+" "), ""}
	if !f.plan {
		text, cur := f.name.draw(w - width(a.t.first.ask) - 4)
		cur.X += width(a.t.first.ask) + 2
		cur.Y = len(lines)
		lines = append(lines, "  "+a.t.first.ask+text, "")
		if a.book.IsFounded() {
			return lines, cur
		}
		return append(lines, f.lines(w, a.t.first.copied)...), cur
	}
	lines = append(lines, "  "+a.look.strong.Render(a.t.first.hello), "")
	at := len(lines)
	lines = append(lines, f.rows.draw(2, 2, func(i int, here bool) string {
		return a.look.row([]string{"1  " + a.t.first.oneRound, "2  " + a.t.first.every}[i], w, here)
	})...)
	lines = append(lines, "")
	lines = append(lines, f.lines(w, f.explain(a))...)
	lines = append(lines, f.lines(w, a.t.first.later)...)
	lines = append(lines, f.lines(w, a.t.first.copied)...)
	return lines, tea.NewCursor(0, at+f.rows.at)
}

// explain tells what the selected plan would come to.
func (f *first) explain(a *App) string {
	if f.rows.at == 1 {
		return a.t.first.everyIs(len(a.options.Roster), inspection.DefaultRounds)
	}
	count := make([]int, inspection.DefaultRounds)
	for _, v := range inspection.OneRoundEach(a.options.Roster, inspection.DefaultRounds) {
		count[v.Round-1]++
	}
	return a.t.first.oneRoundIs(len(a.options.Roster), count)
}

func (f *first) lines(w int, words string) []string {
	lines := wrap(words, w-4)
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}

// newAuthor asks again who writes.
func newAuthor(a *App) *first { return &first{name: newInput(a.author)} }
