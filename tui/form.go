package tui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// form is where a finding gets its words. What comes along from the item is
// shown above them and typed nowhere.
type form struct {
	v       *visit
	item    inspection.ItemCode
	id      inspection.FindingID // empty until it has been set down
	head    *input
	facts   *editor
	inFacts bool
	draft   draft
}

// drafted is what is kept of a form that was not set down.
type drafted struct{ Title, Facts string }

// formDraft is the name under which the draft of a new finding at an item is
// kept.
func formDraft(v inspection.VisitID, item inspection.ItemCode) string {
	return fmt.Sprintf("draft/finding/%d/%d/%s/%s", v.Round, v.Kind, v.School, item)
}

// newForm is the form of a new finding at an item of a visit; without an item
// it is one outside the checklist.
func newForm(a *App, v *visit, item inspection.ItemCode) *form {
	f := &form{v: v, item: item, draft: draft{name: formDraft(v.id, item)}}
	f.fill(a, "", "")
	return f
}

// fill puts words into the fields, those of a draft that a crash left first.
func (f *form) fill(a *App, title, facts string) {
	var left drafted
	if json.Unmarshal(a.journal.Kept(f.draft.name), &left) == nil && left != (drafted{title, facts}) {
		title, facts = left.Title, left.Facts
		a.say(a.t.visit.form.restored)
	}
	f.head, f.facts = newInput(title), newEditor(facts)
}

func (f *form) scope() scope              { return inForm }
func (f *form) typing() bool              { return true }
func (f *form) round() inspection.RoundNo { return f.v.id.Round }

func (f *form) title(a *App) string {
	if f.id == "" {
		return a.t.visit.form.title
	}
	return a.t.visit.form.revise
}

// The words as the book will hold them.
func (f *form) words() (title, facts string) { return plainly(f.head.text()), plainly(f.facts.text()) }

// changed reports whether the book lacks something that is written here.
func (f *form) changed(a *App) bool {
	title, facts := f.words()
	now, _ := a.book.Finding(f.id)
	return title != now.Title || facts != now.Facts
}

func (f *form) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	typed := false
	switch {
	case f.inFacts:
		typed = f.facts.press(k)
	case k.String() == "right" && f.head.text() == "" && f.suggestion(a) != "":
		f.head.setText(f.suggestion(a))
		typed = true
	case k.String() == "enter", k.String() == "down":
		f.inFacts = true
	default:
		typed = f.head.press(k)
	}
	if !typed {
		return nil
	}
	f.warn(a)
	return f.draft.touch(a)
}

// suggestion is the item's typical problem, for a title.
func (f *form) suggestion(a *App) string {
	list := a.book.ChecklistOf(f.v.id.Round)
	if list == nil || list.Item(f.item) == nil {
		return ""
	}
	return strings.TrimRight(list.Item(f.item).Typical, "。.")
}

func (f *form) paste(a *App, text string) {
	if f.inFacts {
		f.facts.paste(text)
	} else {
		f.head.paste(text)
	}
	f.warn(a)
	f.keep(a)
}

// warn says when a field is longer than the book takes.
func (f *form) warn(a *App) bool {
	title, facts := utf8.RuneCountInString(f.head.text()), utf8.RuneCountInString(f.facts.text())
	switch {
	case title > inspection.MaxTitle:
		a.notice = notice{words: a.t.visit.form.titleTooLong(title, inspection.MaxTitle), wrong: true}
	case facts > inspection.MaxText:
		a.notice = notice{words: a.t.visit.edit.tooLong(facts, inspection.MaxText), wrong: true}
	default:
		return false
	}
	return true
}

func (f *form) tick(a *App, t tickMsg) tea.Cmd {
	if f.draft.due(t) {
		f.keep(a)
	}
	return nil
}

// keep keeps what the book does not have yet.
func (f *form) keep(a *App) {
	if !f.changed(a) {
		f.draft.drop(a)
		return
	}
	text, err := json.Marshal(drafted{f.head.text(), f.facts.text()})
	if err == nil {
		f.draft.keep(a, string(text))
		a.keepPlace(f.place())
	}
}

// place is where writing goes on after a crash.
func (f *form) place() place {
	p := f.v.place()
	p.Item, p.Form, p.Facts, p.Cursor = f.item, true, f.inFacts, f.head.at
	if f.inFacts {
		p.Cursor = f.facts.place()
	}
	return p
}

// goOnAt puts the cursor where it was.
func (f *form) goOnAt(p place) {
	if f.inFacts = p.Facts; f.inFacts {
		f.facts.setPlace(p.Cursor)
	} else {
		f.head.move(max(min(p.Cursor, len(f.head.s)), 0))
	}
}

func (f *form) do(a *App, act act) tea.Cmd {
	switch act {
	case actNext:
		f.inFacts = !f.inFacts
	case actSave, actBack:
		f.finish(a, act == actBack)
	case actSheet:
		if f.setDown(a) {
			a.replace(newSheetAt(a, f.id, sheetBasis))
		}
	}
	if a.top() != screen(f) {
		f.v.keep(a)
	}
	return nil
}

// finish sets the finding down and closes the form; one without any words is
// dropped. Esc also leaves one without a title, which stays a draft.
func (f *form) finish(a *App, esc bool) {
	title, facts := f.words()
	if f.id == "" && title == "" && facts == "" {
		f.draft.drop(a)
		a.back()
		a.say(a.t.visit.form.dropped)
		return
	}
	if !f.changed(a) {
		a.back()
		return
	}
	switch {
	case f.setDown(a):
		a.back()
		a.say(a.t.visit.form.stored)
	case a.amending.declined: // the words stay as a draft
		a.back()
	case title == "" && esc:
		a.back()
		a.say(a.t.visit.form.drafted)
	}
}

// setDown makes the words a fact and reports whether the book now has them.
// Until then the draft has.
func (f *form) setDown(a *App) bool {
	title, facts := f.words()
	if f.warn(a) {
		f.keep(a)
		return false
	}
	if title == "" {
		f.inFacts = false
		f.keep(a)
		a.notice = notice{words: a.t.visit.form.needsTitle, wrong: true}
		return false
	}
	id := f.id
	if id == "" {
		id = inspection.FindingID(a.journal.NewID())
	}
	if !a.record(f.v.id, func() (inspection.Fact, error) {
		if f.id != "" {
			return a.book.Revise(id, title, facts)
		}
		return a.book.Raise(id, f.v.id, f.item, title, facts)
	}) {
		f.keep(a)
		return false
	}
	f.draft.drop(a)
	f.id = id
	return true
}

// leave is called when the form closes, and when the program ends with it open.
// What has a title is then set down; the rest stays a draft.
func (f *form) leave(a *App) {
	title, _ := f.words()
	if !f.changed(a) {
		f.draft.drop(a)
	} else if title == "" || !f.setDown(a) {
		f.keep(a)
	}
}

func (f *form) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.visit.form
	lines := f.above(a, w, min(6, h/3))
	lines = append(lines, a.look.line(w))
	label := max(width(t.head), width(t.facts)) + 3
	field, cur := f.head.draw(w - label - 1)
	if f.head.text() == "" && f.suggestion(a) != "" {
		field = a.look.faint.Render(cut(t.suggest(f.suggestion(a)), w-label-1))
	}
	shift(cur, label, len(lines))
	lines = append(lines, f.label(a, t.head, label, !f.inFacts)+field, a.look.line(w))
	lines = append(lines, f.label(a, t.facts, label, f.inFacts)+a.look.faint.Render(cut(t.factsHint, w-label-1)))
	first := len(lines)
	text, inText := f.facts.draw(w-4, h-first-1)
	shift(inText, 3, first)
	for _, line := range text {
		lines = append(lines, "   "+line)
	}
	lines = append(exactly(lines, h-1), a.look.faint.Render(" "+cut(t.how, w-2)))
	if f.inFacts {
		return lines, inText
	}
	return lines, cur
}

// shift moves a part's cursor to where the part stands.
func shift(cur *tea.Cursor, x, y int) {
	if cur != nil {
		cur.X += x
		cur.Y += y
	}
}

// label names a field; the one being written has the marker.
func (f *form) label(a *App, words string, w int, here bool) string {
	s := pad(a.look.marker(here)+words, w)
	if here {
		return a.look.strong.Render(s)
	}
	return s
}

// above is what comes along: item, basis, methods, n of N.
func (f *form) above(a *App, w, h int) []string {
	t := &a.t.visit
	list := a.book.ChecklistOf(f.v.id.Round)
	if list == nil || list.Item(f.item) == nil {
		return []string{" " + f.v.title(a), " " + t.form.outside}
	}
	it := list.Item(f.item)
	answer := a.book.AnswerAt(f.v.id, f.item)
	parts := []part{
		{"", string(it.Code) + " " + it.Title + "  " + answer.Verdict.Sign() + answer.Verdict.In(a.lang), a.look.strong.Render},
		{t.basis, basisOf(a, it), nil},
		{t.methods, methodsOf(a, it, answer), nil},
	}
	if raised := f.v.raised(a, f.item); raised != "" {
		parts = append(parts, part{t.raised, raised, nil})
	}
	return standIn(slices.Concat(f.v.spread(a, parts, w-2, h)...))
}
