package tui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// screen is one page of the notebook. Screens lie on a stack; the top one gets
// the keys. None of its methods may wait.
type screen interface {
	// scope says which keys of the table are the screen's.
	scope() scope
	// title is its part of the path in the header.
	title(a *App) string
	// do carries out an action of the key table.
	do(a *App, act act) tea.Cmd
	// press takes the keys that the table does not name: movement and text.
	press(a *App, k tea.KeyPressMsg) tea.Cmd
	// draw fills w by h cells: at most h lines, and the real cursor relative to
	// the first cell, or nil to leave it at the screen's foot.
	draw(a *App, w, h int) ([]string, *tea.Cursor)
}

// A screen may do more than a screen must.
type (
	// typist is taking text just now, so letters and digits are its own.
	typist interface{ typing() bool }
	// paster takes pasted text.
	paster interface{ paste(a *App, text string) }
	// leaver sets down what it holds before it is closed or the program ends.
	leaver interface{ leave(a *App) }
	// rounder stands in a round, which F5 to F8 then speak of.
	rounder interface{ round() inspection.RoundNo }
	// opener goes on as soon as it is open, perhaps with another screen on top.
	opener interface{ opened(a *App) }
	// ticker gets the message of a delay that it asked for.
	ticker interface {
		tick(a *App, t tickMsg) tea.Cmd
	}
	// worker goes on with what is too much for one frame; it is asked after
	// every message while it is on top.
	worker interface{ work(a *App) tea.Cmd }
	// seated stands at one school, whose ledger F6 then opens.
	seated interface{ school() inspection.SchoolCode }
	// hearer gets what its commands found out, and knows its own.
	hearer interface {
		hear(a *App, msg tea.Msg) tea.Cmd
	}
)

// open puts a screen on top. A visit that lies open below is closed first, so
// that no two editors write the same note.
func (a *App) open(s screen) {
	if v, ok := s.(*visit); ok {
		a.closeFrom(func(below screen) bool {
			w, ok := below.(*visit)
			return ok && w.id == v.id
		})
	}
	a.stack = append(a.stack, s)
	if o, ok := s.(opener); ok {
		o.opened(a)
	}
}

// page opens a page that a key opens from everywhere; where one of its kind
// lies open below, in its place.
func (a *App) page(s screen) {
	a.closeFrom(func(below screen) bool { return reflect.TypeOf(below) == reflect.TypeOf(s) })
	a.open(s)
}

// closeFrom closes the lowest screen that is meant, and all above it; never the
// first page.
func (a *App) closeFrom(meant func(screen) bool) {
	for i := 1; i < len(a.stack); i++ {
		if meant(a.stack[i]) {
			for len(a.stack) > i {
				a.drop()
			}
			return
		}
	}
}

// top is the screen that gets the keys.
func (a *App) top() screen { return a.stack[len(a.stack)-1] }

// back closes the top screen; the first one stays.
func (a *App) back() {
	if len(a.stack) == 1 {
		return
	}
	a.drop()
}

func (a *App) drop() {
	if l, ok := a.top().(leaver); ok {
		l.leave(a)
	}
	a.stack = a.stack[:len(a.stack)-1]
}

// replace puts a screen where the top one was.
func (a *App) replace(s screen) {
	a.drop()
	a.open(s)
}

// typing reports whether the top screen is taking text.
func (a *App) typing() bool {
	t, ok := a.top().(typist)
	return ok && t.typing()
}

// roundHere is the round of the topmost screen that stands in one, else the
// latest round in which somebody has begun, else the first.
func (a *App) roundHere() inspection.RoundNo {
	for i := len(a.stack) - 1; i >= 0; i-- {
		if r, ok := a.stack[i].(rounder); ok && r.round() != 0 {
			return r.round()
		}
	}
	here := inspection.RoundNo(1)
	for _, r := range a.book.Rounds() {
		if a.book.TallyRound(r.No).Begun > 0 {
			here = r.No
		}
	}
	return here
}
