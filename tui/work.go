package tui

import (
	"encoding/json"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// undo takes back this device's last action, also one from before a restart.
func (a *App) undo() {
	last, err := a.book.LastDone(a.journal.Device())
	if err != nil {
		a.refuse(err)
		return
	}
	a.takeBack(last, a.t.undone)
}

func (a *App) redo() {
	last, err := a.book.LastUndone(a.journal.Device())
	if err != nil {
		a.refuse(err)
		return
	}
	a.takeBack(last, a.t.redone)
}

// takeBack undoes one entry and says what it was.
func (a *App) takeBack(d inspection.Dot, format func(string) string) bool {
	gist := a.book.Gist(a.book.Entry(d), a.lang)
	if !a.take(a.book.Undo(d)) {
		return false
	}
	a.say(format(gist))
	return true
}

// leave ends the program, unless something is not saved and cannot be.
func (a *App) leave() tea.Cmd {
	a.setDown()
	if a.saving.Err != nil && a.saving.Waiting > 0 {
		a.open(newConfirm(a.t.leaveTitle, a.t.leaveUnsaved(a.saving.Waiting), func(*App) tea.Cmd { return a.quit() }))
		return nil
	}
	return a.quit()
}

func (a *App) quit() tea.Cmd {
	a.gone = true
	return tea.Quit
}

// setDown lets every open screen set down what it holds.
func (a *App) setDown() {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if l, ok := a.stack[i].(leaver); ok {
			l.leave(a)
		}
	}
}

// later sends a tickMsg after a delay.
func later(d time.Duration, id int) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return tickMsg{id} })
}

// place is where somebody was, kept on this laptop so that work goes on there.
type place struct {
	Round   inspection.RoundNo
	Kind    inspection.VisitKind
	School  inspection.SchoolCode
	Item    inspection.ItemCode
	Finding inspection.FindingID // at a look-back
	Note    bool                 // the note was open
	Form    bool                 // the form of a new finding was, with words in it
	Facts   bool                 // its second field
	Cursor  int                  // in the note or the field, in bytes
}

func (p place) visit() inspection.VisitID {
	return inspection.VisitID{Round: p.Round, Kind: p.Kind, School: p.School}
}

const placeKey = "place"

// keepPlace remembers where work goes on: of all visits, and in this one.
func (a *App) keepPlace(p place) {
	if text, err := json.Marshal(p); err == nil {
		a.journal.Keep(placeKey, text)
		a.journal.Keep(placeOf(p.visit()), text)
	}
}

// placeOf is the name under which the place in one visit is kept.
func placeOf(v inspection.VisitID) string {
	return fmt.Sprintf("%s/%d/%d/%s", placeKey, v.Round, v.Kind, v.School)
}

// placeIn is where in a visit work goes on.
func (a *App) placeIn(v inspection.VisitID) place {
	var p place
	if json.Unmarshal(a.journal.Kept(placeOf(v)), &p) == nil && p.visit() == v {
		return p
	}
	return place{Round: v.Round, Kind: v.Kind, School: v.School}
}

// glance reports whether the top screen was opened only to look something up:
// from a figure, a plan or a search. That does not move the place where work
// goes on; working there does.
func (a *App) glance() bool {
	if len(a.stack) < 2 {
		return false
	}
	switch a.stack[len(a.stack)-2].(type) {
	case *rounds, *schools:
		return false
	}
	return true
}

// lastPlace is where work goes on: where this laptop was, or else where its
// last entry was.
func (a *App) lastPlace() (place, bool) {
	var p place
	if json.Unmarshal(a.journal.Kept(placeKey), &p) == nil && a.canVisit(p.visit()) {
		return p, true
	}
	v, item, ok := a.book.LastPlace(a.journal.Device())
	p = place{Round: v.Round, Kind: v.Kind, School: v.School, Item: item}
	return p, ok && a.canVisit(v)
}

func (a *App) canVisit(v inspection.VisitID) bool {
	now := a.book.Visit(v)
	return a.book.School(v.School) != nil && (now.Planned || now.Begun != 0)
}
