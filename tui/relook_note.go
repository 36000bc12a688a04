package tui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// relookNote is where the note beside a look-back's answer is written.
type relookNote struct {
	l     *lookBack
	id    inspection.FindingID
	text  *editor
	draft draft
}

func newRelookNote(a *App, l *lookBack) *relookNote {
	n := &relookNote{l: l, id: l.here, draft: draft{name: relookDraft(l.id, l.here)}}
	words := n.stored(a)
	if left := string(a.journal.Kept(n.draft.name)); left != "" && left != words {
		words = left
		a.say(a.t.visit.edit.restored)
	}
	n.text = newEditor(words)
	return n
}

func relookDraft(v inspection.VisitID, id inspection.FindingID) string {
	return fmt.Sprintf("draft/relook/%d/%s/%s", v.Round, v.School, id)
}

func (n *relookNote) scope() scope              { return inNote }
func (n *relookNote) typing() bool              { return true }
func (n *relookNote) round() inspection.RoundNo { return n.l.id.Round }
func (n *relookNote) title(a *App) string       { return a.t.visit.edit.title }
func (n *relookNote) stored(a *App) string      { return a.book.RelookAt(n.l.id, n.id).Note }
func (n *relookNote) words() string             { return plainly(n.text.text()) }

func (n *relookNote) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if !n.text.press(k) {
		return nil
	}
	n.warn(a)
	return n.draft.touch(a)
}

func (n *relookNote) paste(a *App, text string) {
	n.text.paste(text)
	n.warn(a)
	n.keep(a)
}

// warn says when the text is longer than the book takes.
func (n *relookNote) warn(a *App) {
	if size := utf8.RuneCountInString(n.words()); size > inspection.MaxText {
		a.notice = notice{words: a.t.visit.edit.tooLong(size, inspection.MaxText), wrong: true}
	}
}

func (n *relookNote) tick(a *App, t tickMsg) tea.Cmd {
	if n.draft.due(t) {
		n.keep(a)
	}
	return nil
}

func (n *relookNote) keep(a *App) {
	if n.words() == n.stored(a) {
		n.draft.drop(a)
	} else {
		n.draft.keep(a, n.words())
	}
}

func (n *relookNote) do(a *App, act act) tea.Cmd {
	if !n.setDown(a) && !(act == actBack && a.amending.declined) { // then the words stay as a draft
		return nil
	}
	if act == actBack {
		a.closeOne(n)
	} else {
		a.say(a.t.visit.edit.stored)
	}
	return nil
}

// setDown makes the note a fact, if it says anything new, and reports whether
// the book now has it.
func (n *relookNote) setDown(a *App) bool {
	if n.words() == n.stored(a) {
		n.draft.drop(a)
		return true
	}
	if !a.record(n.l.id, func() (inspection.Fact, error) {
		return a.book.Relook(n.l.id, n.id, a.book.RelookAt(n.l.id, n.id).Answer, n.words())
	}) {
		n.keep(a)
		return false
	}
	n.draft.drop(a)
	return true
}

// leave is called when the program ends with the note open.
func (n *relookNote) leave(a *App) { n.setDown(a) }

func (n *relookNote) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	f, _ := a.book.Finding(n.id)
	now := a.book.RelookAt(n.l.id, n.id).Answer
	head := " " + now.Sign() + " " + f.Title
	if now != 0 {
		head = " " + now.Sign() + now.In(a.lang) + "  " + f.Title
	}
	lines := []string{a.look.strong.Render(cut(head, w-1)), a.look.line(w)}
	text, cur := n.text.draw(w-2, h-len(lines)-1)
	shift(cur, 1, len(lines))
	lines = exactly(append(lines, standIn(text)...), h-1)
	size := a.t.visit.edit.count(utf8.RuneCountInString(n.text.text()), inspection.MaxText)
	return append(lines, a.look.faint.Render(pad(" "+a.t.visit.edit.how, w-width(size)-1)+size)), cur
}
