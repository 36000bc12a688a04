package tui

import (
	"encoding/json"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// caption is what is being said of a file, written where it is shown.
type caption struct {
	exhibit
	lines [captionFields]*input // all but the sort's
	sort  inspection.EvidenceSort
	at    captionField
	draft draft
}

// captionField is one of the things that are said.
type captionField uint8

const (
	captionWords captionField = iota
	captionPage
	captionSort
	captionDay
	captionWhere
	captionFields
)

// describe begins to write about a file. One that has just come in gets what it
// looks like, and today.
func (e *evidence) describe(a *App, one inspection.Evidence) {
	note := one.EvidenceNote
	if look, fresh := e.looks[one.ID]; fresh && note == (inspection.EvidenceNote{}) {
		note.Sort, note.When = look, a.today()
	}
	c := &caption{exhibit: exhibitOf(one), draft: draft{name: fmt.Sprintf("draft/evidence/%d/%d/%s/%s", one.Visit.Round, one.Visit.Kind, one.Visit.School, one.ID)}}
	var left inspection.EvidenceNote
	if json.Unmarshal(a.journal.Kept(c.draft.name), &left) == nil && left != note {
		note = left
		a.say(a.t.visit.form.restored)
	}
	for at, words := range [captionFields]string{note.Caption, note.Page, "", note.When.String(), note.Where} {
		c.lines[at] = newInput(words)
	}
	c.sort = note.Sort
	e.caption = c
}

// note is what was written; ok is false while the day is none.
func (c *caption) note(a *App) (n inspection.EvidenceNote, ok bool) {
	said := func(at captionField) string { return plainly(c.lines[at].text()) }
	n = inspection.EvidenceNote{Caption: said(captionWords), Page: said(captionPage), Sort: c.sort, Where: said(captionWhere)}
	n.When, ok = a.pastOrNone(said(captionDay))
	return n, ok
}

// write carries out what a key asks for while something is written.
func (e *evidence) write(a *App, act act) tea.Cmd {
	switch act {
	case actNext:
		e.caption.at = (e.caption.at + 1) % captionFields
	case actSave, actBack:
		e.finish(a)
	}
	return nil
}

// finish sets down what was written and closes the fields.
func (e *evidence) finish(a *App) {
	if e.setDown(a) || a.amending.declined {
		e.caption = nil
	}
}

// setDown makes what was written a fact, and reports whether the book has it
// now. What it does not take stays as it was typed.
func (e *evidence) setDown(a *App) bool {
	c := e.caption
	note, ok := c.note(a)
	if !ok {
		c.at = captionDay
		a.notice = notice{words: a.t.evidence.badDay, wrong: true}
		return false
	}
	fact, err := a.book.Describe(c.visit, c.id, note)
	if !a.isThere(err) && !a.take(fact, err) {
		e.keep(a)
		return false
	}
	c.draft.drop(a)
	return true
}

// keyed gives a key to the field being written.
func (e *evidence) keyed(a *App, k tea.KeyPressMsg) tea.Cmd {
	c := e.caption
	switch k.String() {
	case "enter":
		if c.at == captionFields-1 {
			e.finish(a)
			return nil
		}
		c.at++
		return nil
	case "down":
		c.at = min(c.at+1, captionFields-1)
		return nil
	case "up":
		c.at -= min(c.at, 1)
		return nil
	}
	if c.at == captionSort {
		c.choose(k)
	} else if !c.lines[c.at].press(k) {
		return nil
	}
	return c.draft.touch(a)
}

// choose takes a sort by its digit, or the next or last one.
func (c *caption) choose(k tea.KeyPressMsg) {
	sorts := inspection.EvidenceSorts()
	switch d := digit(k); {
	case d >= 1 && d <= len(sorts):
		c.sort = sorts[d-1]
	case k.String() == "right" || keyName(k) == "space":
		c.sort = c.sort%inspection.EvidenceSort(len(sorts)) + 1
	case k.String() == "left" && c.sort > 1:
		c.sort--
	}
}

func (e *evidence) pasted(a *App, text string) {
	if e.caption.at != captionSort {
		e.caption.lines[e.caption.at].paste(text)
		e.keep(a)
	}
}

// keep keeps what the book does not have yet.
func (e *evidence) keep(a *App) {
	note, _ := e.caption.note(a)
	if text, err := json.Marshal(note); err == nil {
		e.caption.draft.keep(a, string(text))
	}
}
