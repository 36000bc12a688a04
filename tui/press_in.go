package tui

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// incoming shows what a file would change before it does, or what is wrong with
// the file. It is read and compared in commands, the second again whenever the
// book has moved on.
type incoming struct {
	p     *pressroom
	offer Offer
	name  string
	file  Incoming // nil: not read
	wrong string   // why nothing can be taken in, one fault a line
	says  []string
	facts []inspection.Fact
	read  int // entries that says and facts rest on, plus one

	busy     bool // being read, or compared
	ctx      context.Context
	stop     context.CancelFunc
	done, of atomic.Int64 // of the comparing; its command counts on

	wide  int // that lines were wrapped for
	lines []string
	rows  list // its cursor is the first line in sight
}

// readMsg is a file that was read.
type readMsg struct {
	of   *incoming
	file Incoming
	err  error
}

// comparedMsg is what a file would change in a book of so many entries.
type comparedMsg struct {
	of      *incoming
	entries int
	Proposal
	err error
}

// takeIn reads a file, in a command.
func (p *pressroom) takeIn(a *App, o Offer, paths []string) tea.Cmd {
	if len(paths) != 1 {
		a.notice = notice{words: a.t.press.oneFile, wrong: true}
		return nil
	}
	how, path := a.options.Press, paths[0]
	s := &incoming{p: p, offer: o, name: filepath.Base(path), busy: true}
	s.ctx, s.stop = context.WithCancel(context.Background())
	a.open(s)
	return func() tea.Msg {
		file, err := how.Read(s.ctx, o, path)
		return readMsg{s, file, err}
	}
}

// work compares the file with the book as it now is.
func (s *incoming) work(a *App) tea.Cmd {
	now := a.book.Len() + 1
	if s.busy || s.file == nil || s.read == now {
		return nil
	}
	s.busy = true
	s.done.Store(0)
	s.of.Store(0)
	compare := s.file()
	return tea.Batch(func() tea.Msg {
		p, err := compare(s.ctx, func(done, of int64) {
			s.done.Store(done)
			s.of.Store(of)
		})
		return comparedMsg{s, now, p, err}
	}, a.after(intakeDelay, pressTick))
}

func (s *incoming) tick(a *App, t tickMsg) tea.Cmd {
	if s.busy && t.id == pressTick {
		return a.after(intakeDelay, pressTick)
	}
	return nil
}

func (s *incoming) hear(a *App, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readMsg:
		if msg.of == s {
			s.file = msg.file
			s.arrived(0, Proposal{}, msg.err)
		}
	case comparedMsg:
		if msg.of == s {
			s.arrived(msg.entries, msg.Proposal, msg.err)
		}
	}
	return nil
}

// arrived takes what was found out.
func (s *incoming) arrived(entries int, p Proposal, err error) {
	s.busy, s.wide, s.wrong = false, 0, ""
	s.read, s.says, s.facts = entries, p.Lines, p.Facts
	if err != nil {
		s.wrong = err.Error()
		s.says = strings.Split(s.wrong, "\n")
	}
}

// leave stops what is under way; nothing is left of it.
func (s *incoming) leave(a *App) {
	s.stop()
	if s.busy {
		a.say(a.t.press.notRead)
	}
}

func (s *incoming) scope() scope           { return inIncoming }
func (s *incoming) title(a *App) string    { return s.offer.Name }
func (s *incoming) stands(a *App) Standing { return s.p.at }

func (s *incoming) do(a *App, act act) tea.Cmd {
	switch {
	case act == actBack:
		a.back()
	case act != actApply:
	case s.busy:
		a.say(a.t.press.notYet)
	case s.wrong != "":
		a.notice = notice{words: a.t.press.mend, wrong: true}
	case len(s.facts) == 0:
		a.say(a.t.press.same)
	case s.apply(a):
		a.back()
		a.say(a.t.press.applied(oneLine(s.name), len(s.facts)))
	}
	return nil
}

// apply takes the facts, each of which is taken back by itself.
func (s *incoming) apply(a *App) bool {
	for _, f := range s.facts {
		if !a.take(f, nil) {
			return false
		}
	}
	return true
}

func (s *incoming) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	h := a.h - 5
	s.rows.press(k, max(len(s.wrapped(a.w))-h+1, 1), h)
	return nil
}

// wrapped are the lines at a width.
func (s *incoming) wrapped(w int) []string {
	if s.wide == w {
		return s.lines
	}
	s.wide, s.lines = w, nil
	for _, l := range s.says {
		s.lines = append(s.lines, wrap(oneLine(l), w-4)...)
	}
	return s.lines
}

func (s *incoming) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.press
	lines := []string{" " + a.look.strong.Render(cut(oneLine(s.name), w-2))}
	if s.busy {
		say := t.reading
		if s.file != nil {
			say = t.comparing
		}
		return append(lines, a.underWay(say, s.done.Load(), s.of.Load(), w), a.look.line(w)), nil
	}
	say := t.willChange
	switch {
	case s.wrong != "":
		say = t.isWrong
	case len(s.facts) == 0:
		say = t.same
	}
	lines = append(lines, "  "+cut(say, w-4), a.look.line(w))
	return append(lines, a.scrolled(&s.rows, s.wrapped(w), h-len(lines))...), nil
}
