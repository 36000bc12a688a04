package tui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// edit is one field of a sheet being written: on a line, in an editor, or by
// choosing.
type edit struct {
	at    sheetField
	line  *input
	text  *editor
	pick  []string // options to choose from
	bits  uint     // those chosen
	row   int      // of the option under the cursor
	draft draft
}

// sheetDraft is the name under which what was typed into a field is kept.
func sheetDraft(id inspection.FindingID, at sheetField) string {
	return fmt.Sprintf("draft/sheet/%s/%d", id, at)
}

// typed is what was written.
func (e *edit) typed() string {
	switch {
	case e.line != nil:
		return plainly(e.line.text())
	case e.text != nil:
		return plainly(e.text.text())
	}
	return ""
}

// begin opens the field under the cursor, unless the finding's words are fixed
// by now. 立行立改 is switched at once.
func (s *sheet) begin(a *App, f *inspection.Finding) tea.Cmd {
	d := f.Details
	d.FixNow = !d.FixNow
	fact, err := a.book.Detail(f.ID, d)
	switch {
	case err != nil:
		a.refuse(err)
	case s.at == sheetFixNow:
		a.take(fact, nil)
	default:
		s.open(a, f)
	}
	return nil
}

// open puts a field's text into an editor, the draft that a crash left of it
// first.
func (s *sheet) open(a *App, f *inspection.Finding) {
	e := &edit{at: s.at, draft: draft{name: sheetDraft(s.id, s.at)}}
	s.edit = e
	if e.pick = options(a, s.at); e.pick != nil {
		e.bits = choices(f, s.at)
		return
	}
	words := written(f, s.at, a.lang)
	if left := string(a.journal.Kept(e.draft.name)); left != "" && plainly(left) != words {
		words = left
		a.say(a.t.visit.form.restored)
	}
	if s.at == sheetFacts || s.at == sheetBasis {
		e.text = newEditor(words)
	} else {
		e.line = newInput(words)
	}
}

// write carries out what a key asks for while a field is open.
func (s *sheet) write(a *App, f *inspection.Finding, act act) tea.Cmd {
	if act == actBack && s.edit.pick != nil {
		s.edit = nil
		return nil
	}
	if !s.store(a, f) {
		if a.amending.declined {
			s.edit = nil
		}
		return nil
	}
	s.edit = nil
	if act == actNext {
		s.step(a, f, 1)
	}
	return nil
}

// store makes a fact of what was written and reports whether the book has it
// now. What it does not take stays as a draft.
func (s *sheet) store(a *App, f *inspection.Finding) bool {
	e := s.edit
	if e.pick != nil {
		return e.bits == choices(f, e.at) || a.take(s.choose(a, f, e.at, e.bits))
	}
	if e.typed() == written(f, e.at, a.lang) {
		e.draft.drop(a)
		return true
	}
	fact, err := s.rewrite(a, f, e.at, e.typed())
	if r, ok := inspection.Refused(err); ok && r.Reason == inspection.NothingSaid || a.take(fact, err) {
		e.draft.drop(a)
		return true
	}
	e.draft.keep(a, e.typed())
	return false
}

// keyed gives a key to the open field.
func (s *sheet) keyed(a *App, f *inspection.Finding, k tea.KeyPressMsg) tea.Cmd {
	e := s.edit
	typed := false
	switch {
	case e.pick != nil:
		s.mark(a, f, k)
	case e.text != nil:
		typed = e.text.press(k)
	case k.String() == "enter":
		return s.write(a, f, actSave)
	default:
		typed = e.line.press(k)
	}
	if !typed {
		return nil
	}
	s.warn(a)
	return e.draft.touch(a)
}

// mark chooses among options: of a set as many as fit, else one, which closes
// the field.
func (s *sheet) mark(a *App, f *inspection.Finding, k tea.KeyPressMsg) {
	e := s.edit
	set := e.at == sheetDuty
	i := digit(k) - 1
	switch name := keyName(k); {
	case name == "0" && !set:
		e.bits = 0
		s.write(a, f, actSave)
	case i >= 0 && i < len(e.pick):
		e.choose(i, set)
		if !set {
			s.write(a, f, actSave)
		}
	case name == "space":
		e.choose(e.row, set)
	case name == "enter":
		if !set {
			e.bits = 1 << e.row
		}
		s.write(a, f, actSave)
	default:
		l := list{at: e.row}
		l.press(k, len(e.pick), len(e.pick))
		e.row = l.at
	}
}

func (e *edit) choose(i int, set bool) {
	e.row = i
	switch {
	case set:
		e.bits ^= 1 << i
	case e.bits == 1<<i:
		e.bits = 0
	default:
		e.bits = 1 << i
	}
}

// paste takes a list of names as it stands in a sheet's column.
func (s *sheet) paste(a *App, text string) {
	switch e := s.edit; {
	case e == nil || e.pick != nil:
		return
	case e.text != nil:
		e.text.paste(text)
	case e.at == sheetUndertakers || e.at == sheetLinked:
		for i, one := range parted(clean(text)) {
			if i > 0 {
				e.line.paste(a.lang.List([]string{"", ""}))
			}
			e.line.paste(one)
		}
	default:
		e.line.paste(text)
	}
	s.warn(a)
	s.edit.draft.keep(a, s.edit.typed())
}

// warn says when a field is longer than the book takes.
func (s *sheet) warn(a *App) {
	most, n := inspection.MaxTitle, utf8.RuneCountInString(s.edit.typed())
	if s.edit.text != nil {
		most = inspection.MaxText
	}
	if n > most {
		a.notice = notice{words: a.t.visit.edit.tooLong(n, most), wrong: true}
	}
}

func (s *sheet) tick(a *App, t tickMsg) tea.Cmd {
	if f, ok := s.finding(a); ok && s.edit != nil && s.edit.draft.due(t) {
		if s.edit.typed() != written(&f, s.edit.at, a.lang) {
			s.edit.draft.keep(a, s.edit.typed())
		} else {
			s.edit.draft.drop(a)
		}
	}
	return nil
}
