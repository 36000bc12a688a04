package tui

import (
	"encoding/json"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// progress is where an entry on the progress of a rectification is written: its
// day, which is today unless another is typed, and its words.
type progress struct {
	id     inspection.FindingID
	day    *input
	text   *editor
	inText bool
	draft  draft
	gone   bool // set down, or dropped: leaving sets nothing down again
}

// reported is what is kept of an entry that was not set down.
type reported struct{ Day, Text string }

func newProgress(a *App, id inspection.FindingID) *progress {
	p := &progress{id: id, inText: true, draft: draft{name: "draft/progress/" + string(id)}}
	now := reported{Day: a.today().String()}
	if json.Unmarshal(a.journal.Kept(p.draft.name), &now) == nil && now.Text != "" {
		a.say(a.t.visit.form.restored)
	}
	p.day, p.text = newInput(now.Day), newEditor(now.Text)
	return p
}

func (p *progress) scope() scope        { return inField }
func (p *progress) typing() bool        { return true }
func (p *progress) title(a *App) string { return a.t.rectify.progress.title }

func (p *progress) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	typed := false
	switch {
	case p.inText:
		typed = p.text.press(k)
	case k.String() == "enter", k.String() == "down":
		p.inText = true
	default:
		typed = p.day.press(k)
	}
	if !typed {
		return nil
	}
	return p.draft.touch(a)
}

func (p *progress) paste(a *App, text string) {
	if p.inText {
		p.text.paste(text)
	} else {
		p.day.paste(text)
	}
	p.keep(a)
}

func (p *progress) tick(a *App, t tickMsg) tea.Cmd {
	if p.draft.due(t) {
		p.keep(a)
	}
	return nil
}

// keep keeps what is not set down yet.
func (p *progress) keep(a *App) {
	words := plainly(p.text.text())
	text, err := json.Marshal(reported{p.day.text(), words})
	if err != nil || words == "" {
		p.draft.drop(a)
		return
	}
	p.draft.keep(a, string(text))
}

func (p *progress) do(a *App, act act) tea.Cmd {
	t := &a.t.rectify.progress
	switch {
	case act == actNext:
		p.inText = !p.inText
	case act != actSave && act != actBack:
	case plainly(p.text.text()) == "":
		p.gone = true
		p.draft.drop(a)
		a.closeOne(p)
		a.say(t.empty)
	case p.setDown(a):
		a.closeOne(p)
		a.say(t.stored)
	}
	return nil
}

// setDown makes the entry a fact and reports whether the book has it now.
func (p *progress) setDown(a *App) bool {
	day, ok := a.past(p.day.text())
	if !ok {
		p.inText = false
		p.keep(a)
		a.notice = notice{words: a.t.rectify.progress.badDay, wrong: true}
		return false
	}
	if !a.take(a.book.Report(p.id, a.journal.NewID(), day, plainly(p.text.text()))) {
		p.keep(a)
		return false
	}
	p.gone = true
	p.draft.drop(a)
	return true
}

// leave is called when the program ends with the entry open. It stays a draft.
func (p *progress) leave(a *App) {
	if !p.gone {
		p.keep(a)
	}
}

func (p *progress) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.rectify.progress
	f, _ := a.book.Finding(p.id)
	lines := []string{" " + a.look.strong.Render(cut(f.Title, w-2)), a.look.line(w)}
	label := max(width(t.day), width(t.text)) + 3
	name := func(words string, here bool) string {
		s := pad(a.look.marker(here)+words, label)
		if here {
			return a.look.strong.Render(s)
		}
		return s
	}
	field, cur := p.day.draw(14)
	if day, ok := a.past(p.day.text()); ok {
		field += a.wholeDay(day, p.day.text())
	}
	shift(cur, label, len(lines))
	lines = append(lines, name(t.day, !p.inText)+field, a.look.line(w), name(t.text, p.inText))
	first := len(lines)
	text, inText := p.text.draw(w-4, h-first-1)
	shift(inText, 3, first)
	for _, line := range text {
		lines = append(lines, "   "+line)
	}
	lines = append(exactly(lines, h-1), a.look.faint.Render(" "+cut(t.how, w-2)))
	if p.inText {
		return lines, inText
	}
	return lines, cur
}
