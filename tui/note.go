package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// draft keeps a text that is being written on this laptop, so that a crash
// takes no more than its last second. One delay at most is under way: it is
// not begun anew with each key, for who types on without a pause would then
// have nothing kept.
type draft struct {
	name  string
	no    int // of the delay under way
	armed bool
}

// draftDelay is how long a typed key may be in memory alone.
const draftDelay = time.Second

// touch has the text kept before long.
func (d *draft) touch(a *App) tea.Cmd {
	if d.armed {
		return nil
	}
	d.armed = true
	d.no++
	return a.after(draftDelay, d.no)
}

// due reports whether the delay that ended was the draft's.
func (d *draft) due(t tickMsg) bool {
	if !d.armed || t.id != d.no {
		return false
	}
	d.armed = false
	return true
}

// keep keeps the text now; an empty one is removed.
func (d *draft) keep(a *App, text string) {
	if text == "" {
		d.drop(a)
		return
	}
	a.journal.Keep(d.name, []byte(text))
}

// drop removes what was kept, if anything.
func (d *draft) drop(a *App) {
	if a.journal.Kept(d.name) != nil {
		a.journal.Keep(d.name, nil)
	}
}

// noteDraft is the name under which a note's draft is kept.
func noteDraft(v inspection.VisitID, item inspection.ItemCode) string {
	return fmt.Sprintf("draft/note/%d/%d/%s/%s", v.Round, v.Kind, v.School, item)
}

// note is the editor of the note at one item of a visit.
type note struct {
	v     *visit
	item  inspection.ItemCode
	text  *editor
	seen  string // what the book said when the editor last agreed with it
	draft draft
}

// endOfNote is a cursor after whatever the note says.
const endOfNote = 1 << 30

// newNote opens the note of the visit's item, or the draft that a crash left of
// it, with the cursor where it was.
func newNote(a *App, v *visit, cursor int) *note {
	n := &note{v: v, item: v.item, draft: draft{name: noteDraft(v.id, v.item)}}
	words := n.stored(a)
	n.seen = words
	if left := string(a.journal.Kept(n.draft.name)); left != "" && plainly(left) != words {
		words = left
		a.say(a.t.visit.edit.restored)
	}
	n.text = newEditor(words)
	n.text.setPlace(cursor)
	return n
}

func (n *note) scope() scope         { return inNote }
func (n *note) title(a *App) string  { return string(n.item) + " " + a.t.visit.edit.title }
func (n *note) typing() bool         { return true }
func (n *note) stored(a *App) string { return a.book.AnswerAt(n.v.id, n.item).Note }

// changed reports whether something is written here that the book lacks. What
// the book has newer than this editor has seen, an untouched editor leaves.
func (n *note) changed(a *App) bool {
	now := plainly(n.text.text())
	return now != n.seen && now != n.stored(a)
}

// paste keeps the text at once: it may be much.
func (n *note) paste(a *App, s string) {
	n.text.paste(s)
	n.warn(a)
	n.keep(a)
}

// plainly is a text as the book will hold it.
func plainly(s string) string { return strings.TrimSpace(inspection.Clean(s)) }

func (n *note) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if !n.text.press(k) {
		return nil
	}
	n.warn(a)
	return n.draft.touch(a)
}

// warn says when the text is longer than the book takes.
func (n *note) warn(a *App) bool {
	size := utf8.RuneCountInString(n.text.text())
	if size <= inspection.MaxText {
		return false
	}
	a.notice = notice{words: a.t.visit.edit.tooLong(size, inspection.MaxText), wrong: true}
	return true
}

func (n *note) tick(a *App, t tickMsg) tea.Cmd {
	if n.draft.due(t) {
		n.keep(a)
	}
	return nil
}

// keep keeps what the book does not have yet, and where the cursor is.
func (n *note) keep(a *App) {
	if n.changed(a) {
		n.draft.keep(a, n.text.text())
	} else {
		n.draft.drop(a)
	}
	a.keepPlace(n.place())
}

func (n *note) place() place {
	p := n.v.place()
	p.Item, p.Note, p.Cursor = n.item, true, n.text.place()
	return p
}

func (n *note) do(a *App, act act) tea.Cmd {
	switch act {
	case actSave:
		if n.setDown(a) {
			n.keep(a)
			a.say(a.t.visit.edit.stored)
		}
	case actBack:
		if n.setDown(a) || a.amending.declined { // then the words stay as a draft
			a.back()
			a.keepPlace(n.v.place())
		}
	}
	return nil
}

// setDown makes the note a fact, if it says anything new, and reports whether
// the book now has it.
func (n *note) setDown(a *App) bool {
	if !n.changed(a) {
		n.draft.drop(a)
		return true
	}
	if n.warn(a) {
		n.keep(a)
		return false
	}
	words := n.text.text()
	taken := a.record(n.v.id, func() (inspection.Fact, error) {
		return a.book.Answer(n.v.id, n.item, inspection.Change{Note: &words})
	})
	if taken {
		n.draft.drop(a)
	} else {
		n.keep(a)
	}
	return taken
}

// leave is called when the program ends with the note open.
func (n *note) leave(a *App) {
	n.setDown(a)
	a.keepPlace(n.place())
}

func (n *note) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.visit.edit
	lines := n.v.itemAbove(a, n.item, w, min(6, h/3))
	lines = append(lines, a.look.line(w))
	text, cur := n.text.draw(w-2, h-len(lines)-1)
	shift(cur, 1, len(lines))
	lines = exactly(append(lines, standIn(text)...), h-1)
	size := t.count(utf8.RuneCountInString(n.text.text()), inspection.MaxText)
	return append(lines, a.look.faint.Render(pad(" "+t.how, w-width(size)-1)+size)), cur
}

// itemAbove is an item's title and what to look at, on at most h lines.
func (v *visit) itemAbove(a *App, code inspection.ItemCode, w, h int) []string {
	list := a.book.ChecklistOf(v.id.Round)
	if list == nil || list.Item(code) == nil {
		return []string{" " + string(code)}
	}
	it := list.Item(code)
	parts := []part{{"", string(it.Code) + " " + it.Title, a.look.strong.Render}, {a.t.visit.look, it.Look, nil}}
	return standIn(slices.Concat(v.spread(a, parts, w-2, h)...))
}

// standIn moves lines one cell in.
func standIn(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
