package tui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// rectify is what becomes of one finding after the school was told of it: the
// words fed back, the school's plan, its progress, the proof and the closing.
type rectify struct {
	id   inspection.FindingID
	at   rectifyField
	top  int // first line in sight
	edit *rectifyEdit
}

// rectifyField is one field of a rectification, in the order of the ledger.
type rectifyField uint8

const (
	rectifyWords rectifyField = iota
	rectifyGoal
	rectifyMeasures
	rectifyLeader
	rectifyDepartment
	rectifyPerson
	rectifyDeadline
	rectifyState
	rectifyCause
	rectifyInference
	rectifyProgress
	rectifyProof
	rectifyRelooks
	rectifyClosed
	rectifyFields
)

// rectifyEdit is a field that is being written, in its place.
type rectifyEdit struct {
	line  *input
	text  *editor
	draft draft
}

func (e *rectifyEdit) typed() string {
	if e.line != nil {
		return plainly(e.line.text())
	}
	return plainly(e.text.text())
}

func newRectify(a *App, id inspection.FindingID) *rectify {
	r := &rectify{id: id}
	if f, ok := a.book.Finding(id); ok && a.book.Rectification(&f).FedBack != 0 {
		r.at = rectifyGoal
	}
	return r
}

func (r *rectify) title(a *App) string { return a.t.rectify.title }
func (r *rectify) typing() bool        { return r.edit != nil }

func (r *rectify) scope() scope {
	if r.edit != nil {
		return inField
	}
	return inRectify
}

func (r *rectify) round() inspection.RoundNo { return 0 }

// read is the finding and what became of it.
func (r *rectify) read(a *App) (inspection.Finding, inspection.Rectification, bool) {
	f, ok := a.book.Finding(r.id)
	if !ok {
		return f, inspection.Rectification{}, false
	}
	return f, a.book.Rectification(&f), true
}

func (r *rectify) do(a *App, act act) tea.Cmd {
	f, now, ok := r.read(a)
	switch {
	case !ok || act == actBack && r.edit == nil:
		a.back()
	case r.edit != nil:
		r.write(a, &now, act)
	case act == actEdit:
		r.enter(a, &f, &now)
	case act == actNext:
		r.step(1)
	default:
		r.act(a, &f, &now, act)
	}
	return nil
}

func (r *rectify) step(by int) {
	r.at = rectifyField((int(r.at) + by + int(rectifyFields)) % int(rectifyFields))
}

// act does something that has a key of its own.
func (r *rectify) act(a *App, f *inspection.Finding, now *inspection.Rectification, act act) {
	switch act {
	case actNotDone, actBasically, actDone:
		state := inspection.NotDone + inspection.RectifyStanding(act-actNotDone)
		r.change(a, inspection.RectifyChange{State: &state})
	case actLongTerm:
		long := !now.LongTerm
		r.change(a, inspection.RectifyChange{LongTerm: &long})
	case actProgress:
		r.report(a)
	case actClose:
		r.close(a, f)
	case actProof:
		a.open(newProving(a, r.id))
	case actEvidence:
		a.open(newEvidence(a, a.provingAt(f.Visit), "", r.id))
	case actSheet:
		a.open(newSheet(a, r.id))
	case actHistory:
		a.open(newHistoryOfFinding(a, r.id, f.Title))
	}
}

// provingAt is the visit at which proof is taken in: the last look-back on the
// school, else the one at which the finding was raised.
func (a *App) provingAt(v inspection.VisitID) inspection.VisitID {
	for _, one := range a.book.VisitsTo(v.School) {
		if one.ID.Kind == inspection.LookBack {
			v = one.ID
		}
	}
	return v
}

// change sets something down; what is so already is said, not written.
func (r *rectify) change(a *App, c inspection.RectifyChange) bool {
	return a.take(a.book.Rectify(c, r.id))
}

// enter opens the field under the cursor: to write in it, or what it stands for.
func (r *rectify) enter(a *App, f *inspection.Finding, now *inspection.Rectification) {
	switch r.at {
	case rectifyWords:
		if now.FedBack == 0 {
			a.open(newFeedBack(a, f))
		} else {
			a.say(a.t.rectify.frozen)
		}
	case rectifyState:
		r.askState(a, f)
	case rectifyProgress:
		r.report(a)
	case rectifyProof:
		a.open(newProving(a, r.id))
	case rectifyRelooks:
		a.say(a.t.rectify.relooksHow)
	case rectifyClosed:
		r.close(a, f)
	default:
		r.begin(a, now)
	}
}

func (r *rectify) askState(a *App, f *inspection.Finding) {
	q := &question{name: a.t.rectify.labels[rectifyState], text: f.Title}
	for state := inspection.NotDone; state <= inspection.Done; state++ {
		q.choices = append(q.choices, choice{a.standingSign(state) + " " + state.In(a.lang), func(a *App) tea.Cmd {
			r.change(a, inspection.RectifyChange{State: &state})
			return nil
		}})
	}
	a.open(q)
}

// report opens a new entry on the progress.
func (r *rectify) report(a *App) {
	if _, err := a.book.Report(r.id, "?", a.today(), "?"); err != nil {
		a.refuse(err)
		return
	}
	a.open(newProgress(a, r.id))
}

// close asks by whom the finding is closed, once it can be.
func (r *rectify) close(a *App, f *inspection.Finding) {
	if _, err := a.book.Close(r.id, a.today(), "?"); err != nil {
		a.refuse(err)
		return
	}
	t := &a.t.rectify
	a.open(newPrompt(t.closing, t.closeHow(f.Title), t.closeBy, a.author, t.closeNeeds, func(a *App, who string) bool {
		if !a.take(a.book.Close(r.id, a.today(), who)) {
			return false
		}
		a.say(t.closed)
		return true
	}))
}

// begin opens a field to be written, with the draft that a crash left of it.
func (r *rectify) begin(a *App, now *inspection.Rectification) {
	if _, err := a.book.Report(r.id, "?", a.today(), "?"); err != nil {
		a.refuse(err) // not fed back, or closed
		return
	}
	e := &rectifyEdit{draft: draft{name: fmt.Sprintf("draft/rectify/%s/%d", r.id, r.at)}}
	words := r.written(now)
	if left := string(a.journal.Kept(e.draft.name)); left != "" && left != words {
		words = left
		a.say(a.t.visit.form.restored)
	}
	if r.long() {
		e.text = newEditor(words)
	} else {
		e.line = newInput(words)
	}
	r.edit = e
}

// long reports whether the field takes more than a line.
func (r *rectify) long() bool {
	switch r.at {
	case rectifyGoal, rectifyMeasures, rectifyCause, rectifyInference:
		return true
	}
	return false
}

// written is what a field holds, as it is typed.
func (r *rectify) written(now *inspection.Rectification) string {
	switch r.at {
	case rectifyGoal:
		return now.Goal
	case rectifyMeasures:
		return now.Measures
	case rectifyLeader:
		return now.Leader
	case rectifyDepartment:
		return now.Department
	case rectifyPerson:
		return now.Person
	case rectifyCause:
		return now.Cause
	case rectifyInference:
		return now.Inference
	case rectifyDeadline:
		return r.deadline(now)
	}
	return ""
}

// deadline is a deadline as it can be typed. Both languages take these words.
func (r *rectify) deadline(now *inspection.Rectification) string {
	if now.LongTerm {
		return joined(" ", now.Deadline.String(), "长期坚持")
	}
	return now.Deadline.String()
}

// write closes the open field: what was written is set down, and Tab goes on to
// the next one. A deadline that Esc leaves stays as it was.
func (r *rectify) write(a *App, now *inspection.Rectification, act act) {
	if act == actBack && r.at == rectifyDeadline {
		r.edit.draft.drop(a)
		r.edit = nil
		return
	}
	if !r.store(a, now) {
		return
	}
	r.edit = nil
	if act == actNext {
		r.step(1)
	}
}

// store makes a fact of what was written and reports whether the book has it
// now. What it does not take stays as a draft.
func (r *rectify) store(a *App, now *inspection.Rectification) bool {
	e := r.edit
	words := e.typed()
	if words == r.written(now) {
		e.draft.drop(a)
		return true
	}
	c, ok := r.changed(a, words)
	if !ok {
		a.notice = notice{words: a.t.ledger.bulk.badDay, wrong: true}
	}
	if !ok || !r.change(a, c) {
		e.draft.keep(a, words)
		return false
	}
	e.draft.drop(a)
	return true
}

// changed is what the words of the open field ask for.
func (r *rectify) changed(a *App, words string) (c inspection.RectifyChange, ok bool) {
	switch r.at {
	case rectifyGoal:
		c.Goal = &words
	case rectifyMeasures:
		c.Measures = &words
	case rectifyLeader:
		c.Leader = &words
	case rectifyDepartment:
		c.Department = &words
	case rectifyPerson:
		c.Person = &words
	case rectifyCause:
		c.Cause = &words
	case rectifyInference:
		c.Inference = &words
	case rectifyDeadline:
		d, ok := parseDeadline(words, a.today())
		return inspection.RectifyChange{Deadline: &d.day, LongTerm: &d.long}, ok
	}
	return c, true
}

func (r *rectify) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	_, now, ok := r.read(a)
	switch {
	case !ok:
	case r.edit != nil:
		return r.keyed(a, &now, k)
	case !r.within(a, k):
		l := list{at: int(r.at)}
		if l.press(k, int(rectifyFields), int(rectifyFields)/2) {
			r.at = rectifyField(l.at)
		}
	}
	return nil
}

// keyed gives a key to the open field.
func (r *rectify) keyed(a *App, now *inspection.Rectification, k tea.KeyPressMsg) tea.Cmd {
	e := r.edit
	typed := false
	switch {
	case e.text != nil:
		typed = e.text.press(k)
	case k.String() == "enter":
		r.write(a, now, actSave)
	default:
		typed = e.line.press(k)
	}
	if !typed {
		return nil
	}
	r.warn(a)
	return e.draft.touch(a)
}

func (r *rectify) paste(a *App, text string) {
	switch e := r.edit; {
	case e == nil:
		return
	case e.text != nil:
		e.text.paste(text)
	default:
		e.line.paste(text)
	}
	r.warn(a)
	r.edit.draft.keep(a, r.edit.typed())
}

// warn says when a field is longer than the book takes.
func (r *rectify) warn(a *App) {
	if n := utf8.RuneCountInString(r.edit.typed()); n > inspection.MaxText {
		a.notice = notice{words: a.t.visit.edit.tooLong(n, inspection.MaxText), wrong: true}
	}
}

func (r *rectify) tick(a *App, t tickMsg) tea.Cmd {
	if r.edit == nil || !r.edit.draft.due(t) {
		return nil
	}
	if _, now, ok := r.read(a); ok && r.edit.typed() != r.written(&now) {
		r.edit.draft.keep(a, r.edit.typed())
	} else {
		r.edit.draft.drop(a)
	}
	return nil
}

// leave is called when the page closes, or the program ends, with a field open.
func (r *rectify) leave(a *App) {
	if _, now, ok := r.read(a); ok && r.edit != nil {
		r.store(a, &now)
	}
}
