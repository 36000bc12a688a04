package tui

import (
	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// feedBack shows the words that a school is told of a finding (反馈). They can be
// changed here for the last time: once fed back they are frozen.
type feedBack struct {
	id    inspection.FindingID
	text  *editor
	draft draft
}

// feedBackDraft is the name under which changed words are kept until then.
func feedBackDraft(id inspection.FindingID) string { return "draft/feedback/" + string(id) }

func newFeedBack(a *App, f *inspection.Finding) *feedBack {
	b := &feedBack{id: f.ID, draft: draft{name: feedBackDraft(f.ID)}}
	words := plainly(f.Title + "\n" + f.Facts)
	if left := string(a.journal.Kept(b.draft.name)); left != "" && left != words {
		words = left
		a.say(a.t.visit.form.restored)
	}
	b.text = newEditor(words)
	b.text.setPlace(0)
	return b
}

func (b *feedBack) scope() scope        { return inFeedBack }
func (b *feedBack) typing() bool        { return true }
func (b *feedBack) title(a *App) string { return a.t.sheet.feeding }

func (b *feedBack) paste(a *App, s string) {
	b.text.paste(s)
	b.draft.keep(a, plainly(b.text.text()))
}

func (b *feedBack) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if !b.text.press(k) {
		return nil
	}
	return b.draft.touch(a)
}

func (b *feedBack) tick(a *App, t tickMsg) tea.Cmd {
	if b.draft.due(t) {
		b.draft.keep(a, plainly(b.text.text()))
	}
	return nil
}

func (b *feedBack) do(a *App, act act) tea.Cmd {
	switch act {
	case actFeedBack:
		if a.take(a.book.FeedBack(b.id, plainly(b.text.text()), a.today())) {
			b.draft.drop(a)
			a.closeOne(b)
			a.say(a.t.sheet.fed)
		}
	case actBack:
		a.back()
		a.say(a.t.sheet.notFed)
	}
	return nil
}

func (b *feedBack) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	var lines []string
	for _, l := range wrap(a.t.sheet.feedHow, w-2) {
		lines = append(lines, " "+l)
	}
	lines = append(lines, a.look.line(w))
	text, cur := b.text.draw(w-2, h-len(lines))
	shift(cur, 1, len(lines))
	return append(lines, standIn(text)...), cur
}
