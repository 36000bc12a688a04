package tui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// job is an offer being made: its pieces are set one by one, each in an Update
// of its own, and written in commands.
type job struct {
	offer Offer
	to    string   // folder
	paths []string // written
	empty int      // pieces that had nothing to say
	piece Piece    // under way
	busy  bool     // being written
	asks  string   // the path of which somebody is asked
	over  overwriting

	ctx      context.Context
	stop     context.CancelFunc
	done, of atomic.Int64 // of the piece; the command that writes counts on
}

// overwriting is what to do where something lies.
type overwriting uint8

const (
	unasked overwriting = iota // ask first
	replace                    // write over it
	beside                     // take another name
)

// wroteMsg says what came of one piece; without a path it was passed over.
type wroteMsg struct {
	of   *job
	path string
	err  error
}

// pressTick is the delay after which progress is drawn again.
const pressTick = -2

// begin begins to make an offer; the work goes on after every message.
func (p *pressroom) begin(a *App, o Offer) tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	p.job = &job{offer: o, to: p.folder, ctx: ctx, stop: stop}
	if o.Pieces > 1 {
		p.job.to = filepath.Join(p.folder, o.File)
	}
	return nil
}

// work sets the next piece and has it written.
func (p *pressroom) work(a *App) tea.Cmd {
	j := p.job
	switch {
	case j == nil || j.busy:
		return nil
	case j.asks != "" || j.ctx.Err() != nil: // the question was left without an answer
		p.end(a, context.Canceled)
		return nil
	case j.piece.Write != nil: // asked, and answered
		return p.write(a)
	}
	piece, err := a.options.Press.Set(j.offer, len(j.paths)+j.empty)
	switch {
	case errors.Is(err, ErrNothing) && j.offer.Pieces > 1:
		j.busy = true
		return func() tea.Msg { return wroteMsg{of: j} }
	case err != nil:
		p.end(a, err)
		return nil
	}
	j.piece = piece
	return p.write(a)
}

func (p *pressroom) write(a *App) tea.Cmd {
	j := p.job
	j.busy = true
	j.done.Store(0)
	j.of.Store(0)
	path, how := filepath.Join(j.to, j.piece.Name), j.over
	if slices.Contains(j.paths, path) {
		how = beside // two of its own pieces have one name
	}
	write := j.piece.Write
	return tea.Batch(func() tea.Msg {
		path, err := writtenAt(path, how, func(path string, replace bool) error {
			return write(j.ctx, path, replace, func(done, of int64) {
				j.done.Store(done)
				j.of.Store(of)
			})
		})
		return wroteMsg{j, path, err}
	}, a.after(intakeDelay, pressTick))
}

// mostBeside is how many files of one name may lie beside each other.
const mostBeside = 999

// writtenAt writes a file, under another name if it may not take its own.
func writtenAt(path string, how overwriting, write func(path string, replace bool) error) (string, error) {
	err := write(path, how == replace)
	stem, end := strings.TrimSuffix(path, filepath.Ext(path)), filepath.Ext(path)
	for n := 2; how == beside && errors.Is(err, ErrThere) && n <= mostBeside; n++ {
		path = fmt.Sprintf("%s-%d%s", stem, n, end)
		err = write(path, false)
	}
	return path, err
}

func (p *pressroom) tick(a *App, t tickMsg) tea.Cmd {
	if p.job != nil && p.job.busy && t.id == pressTick {
		return a.after(intakeDelay, pressTick)
	}
	return nil
}

func (p *pressroom) hear(a *App, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case wroteMsg:
		if msg.of == p.job {
			p.wrote(a, msg)
		}
	case donorMsg:
		if msg.of == p {
			p.donated(a, msg)
		}
	case shownMsg:
		if msg.err != nil && a.top() == p {
			a.notice = notice{words: msg.err.Error(), wrong: true}
		}
	}
	return nil
}

// wrote goes on to the next piece, or asks.
func (p *pressroom) wrote(a *App, msg wroteMsg) {
	j := p.job
	j.busy = false
	switch {
	case errors.Is(msg.err, ErrThere) && j.over == unasked:
		p.ask(a, msg.path)
	case errors.Is(msg.err, ErrThere):
		p.end(a, errors.New(a.t.press.inTheWay(oneLine(msg.path))))
	case msg.err != nil:
		p.end(a, msg.err)
	default:
		j.advance(msg.path)
		if len(j.paths)+j.empty == j.offer.Pieces {
			p.end(a, nil)
		}
	}
}

// advance goes on to the next piece.
func (j *job) advance(path string) {
	if j.piece = (Piece{}); path == "" {
		j.empty++
		return
	}
	j.paths = append(j.paths, path)
}

// ask asks what to do with what lies where a file is to go. The answer holds
// for the rest of the job.
func (p *pressroom) ask(a *App, path string) {
	j, t := p.job, &a.t.press
	j.asks = path
	answer := func(how overwriting) func(*App) tea.Cmd {
		return func(*App) tea.Cmd {
			j.asks, j.over = "", how
			return nil
		}
	}
	text := t.there(oneLine(filepath.Base(path)), oneLine(filepath.Dir(path)))
	if j.offer.Pieces > 1 {
		text += t.thereRest
	}
	a.open(&question{name: t.thereTitle, text: text, choices: []choice{
		{t.beside, answer(beside)}, {t.replace, answer(replace)}, {t.leave, nil},
	}})
}

// end tells what came of a job.
func (p *pressroom) end(a *App, err error) {
	j, t := p.job, &a.t.press
	j.stop()
	p.job = nil
	n := len(j.paths)
	if n > 0 {
		p.last = j.paths[n-1]
		if j.offer.Pieces > 1 {
			p.last = j.to
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		a.say(t.stopped(n))
	case err != nil:
		a.notice = notice{words: t.failed(n, oneLine(err.Error())), wrong: true}
	case n == 0:
		a.notice = notice{words: t.nothing, wrong: true}
	default:
		a.say(t.written(n, j.empty, oneLine(p.last)))
	}
}
