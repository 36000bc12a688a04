package tui

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// Cabinet keeps the files of evidence and shows them. Its methods wait for the
// disk and for other programs, so they are called in commands alone.
type Cabinet interface {
	// TakeIn copies a file in; its bytes are on the disk when it returns. It
	// tells progress how much of how much is done. An end of ctx stops it, and
	// nothing is left of the file then. The error says in the reader's language
	// what is wrong with the file.
	TakeIn(ctx context.Context, path string, progress func(done, size int64)) (Taken, error)
	// Show opens a copy with the system's viewer.
	Show(id inspection.EvidenceID, name string) error
}

// Taken is a file that was taken in.
type Taken struct {
	ID   inspection.EvidenceID
	Name string
	Size int64
	Sort inspection.EvidenceSort // what it looks like
}

// intake is files on their way in, one after the other.
type intake struct {
	paths []string // the first is under way
	stop  context.CancelFunc
	taken int
	wrong []string // what was refused, and why

	done, size atomic.Int64 // of the first; the command that copies counts on
}

// takenMsg says what came of one file.
type takenMsg struct {
	of    *intake
	taken Taken
	err   error
}

// shownMsg says what came of showing one.
type shownMsg struct{ err error }

// intakeTick is the delay after which progress is drawn again. It is negative,
// as no draft's is.
const (
	intakeTick  = -1
	intakeDelay = 100 * time.Millisecond
)

// takeIn begins to take files in, after those that are under way.
func (e *evidence) takeIn(a *App, paths []string) tea.Cmd {
	if e.intake != nil {
		e.intake.paths = append(e.intake.paths, paths...)
		return nil
	}
	e.intake, e.mend = &intake{paths: paths}, ""
	return e.begin(a)
}

// begin copies the first of the files.
func (e *evidence) begin(a *App) tea.Cmd {
	in, cabinet := e.intake, a.options.Cabinet
	path := in.paths[0]
	ctx, stop := context.WithCancel(context.Background())
	in.stop = stop
	in.done.Store(0)
	in.size.Store(0)
	return tea.Batch(func() tea.Msg {
		defer stop()
		taken, err := cabinet.TakeIn(ctx, path, func(done, size int64) {
			in.done.Store(done)
			in.size.Store(size)
		})
		return takenMsg{in, taken, err}
	}, a.after(intakeDelay, intakeTick))
}

// tick draws progress again as long as there is any.
func (e *evidence) tick(a *App, t tickMsg) tea.Cmd {
	switch {
	case e.caption != nil && e.caption.draft.due(t):
		e.keep(a)
	case e.intake != nil && t.id == intakeTick:
		return a.after(intakeDelay, intakeTick)
	}
	return nil
}

func (e *evidence) hear(a *App, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case takenMsg:
		if msg.of == e.intake {
			return e.taken(a, msg)
		}
	case shownMsg:
		if msg.err != nil && a.top() == e {
			a.notice = notice{words: msg.err.Error(), wrong: true}
		}
	}
	return nil
}

// taken sets down what has come in and goes on to the next file.
func (e *evidence) taken(a *App, msg takenMsg) tea.Cmd {
	in := e.intake
	name := filepath.Base(in.paths[0])
	switch {
	case errors.Is(msg.err, context.Canceled):
		e.intake = nil
		a.say(a.t.evidence.stopped(in.taken))
		return nil
	case msg.err != nil:
		e.mend = in.paths[0]
		in.wrong = append(in.wrong, a.t.evidence.because(oneLine(name), msg.err))
	case e.attach(a, msg.taken):
		in.taken++
	}
	if in.paths = in.paths[1:]; len(in.paths) > 0 {
		return e.begin(a)
	}
	e.intake = nil
	e.arrived(a, in)
	return nil
}

// arrived tells what came of the whole, and has a single file described.
func (e *evidence) arrived(a *App, in *intake) {
	switch one, ok := e.selected(a); {
	case len(in.wrong) > 0:
		a.notice = notice{words: a.t.evidence.refused(in.taken, len(in.wrong), in.wrong[0]), wrong: true}
	case in.taken > 1:
		a.say(a.t.evidence.taken(in.taken))
	case in.taken == 1 && ok && a.top() == e:
		e.describe(a, one)
		a.say(a.t.evidence.taken(1))
	}
}

// attach makes a file that has come in evidence of what this page is about, and
// reports whether the book has it.
func (e *evidence) attach(a *App, t Taken) bool {
	ok := true
	fact := func() (inspection.Fact, error) {
		return a.book.Attach(e.visit, t.ID, t.Name, t.Size, e.listed(), e.finding)
	}
	if _, err := fact(); a.isThere(err) {
		a.say(a.t.evidence.already(t.Name))
		ok = false
	} else {
		ok = a.record(e.visit, fact)
	}
	e.looks[t.ID] = t.Sort
	e.here, e.read = exhibit{e.visit, t.ID}, 0
	e.refresh(a)
	return ok
}

// isThere reports whether an error says that the book has all of it already.
func (a *App) isThere(err error) bool {
	r, refused := inspection.Refused(err)
	return refused && r.Reason == inspection.NothingSaid
}

// show opens a file with the system's viewer.
func (e *evidence) show(a *App, one inspection.Evidence) tea.Cmd {
	a.say(a.t.evidence.showing(one.Name))
	cabinet, id, name := a.options.Cabinet, one.ID, one.Name
	return func() tea.Msg { return shownMsg{cabinet.Show(id, name)} }
}
