package tui

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// incoming shows what a file would change before it does, or what is wrong with
// the file.
type incoming struct {
	p     *pressroom
	offer Offer
	name  string
	file  Incoming
	wrong string // why nothing can be taken in, one fault a line

	facts []inspection.Fact
	wide  int // that lines were wrapped for
	read  int // entries that lines rest on, plus one
	lines []string
	rows  list // its cursor is the first line in sight
}

// readMsg is a file that was read.
type readMsg struct {
	of    *pressroom
	offer Offer
	path  string
	file  Incoming
	err   error
}

// takeIn reads a file, in a command.
func (p *pressroom) takeIn(a *App, o Offer, paths []string) tea.Cmd {
	if len(paths) != 1 {
		a.notice = notice{words: a.t.press.oneFile, wrong: true}
		return nil
	}
	p.intake = true
	how, path := a.options.Press, paths[0]
	return func() tea.Msg {
		file, err := how.Read(context.Background(), o, path)
		return readMsg{p, o, path, file, err}
	}
}

// arrived shows what was read, unless the person has gone elsewhere.
func (p *pressroom) arrived(a *App, msg readMsg) {
	p.intake = false
	if a.top() != p {
		return
	}
	s := &incoming{p: p, offer: msg.offer, name: filepath.Base(msg.path), file: msg.file}
	if msg.err != nil {
		s.wrong = msg.err.Error()
	}
	a.open(s)
}

func (s *incoming) scope() scope           { return inIncoming }
func (s *incoming) title(a *App) string    { return s.offer.Name }
func (s *incoming) stands(a *App) Standing { return s.p.at }

func (s *incoming) do(a *App, act act) tea.Cmd {
	s.wrapped(a, a.w)
	switch {
	case act == actBack:
		a.back()
	case act != actApply:
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
	s.rows.press(k, max(len(s.wrapped(a, a.w))-h+1, 1), h)
	return nil
}

// wrapped are the lines at a width; what would change depends on the book.
func (s *incoming) wrapped(a *App, w int) []string {
	if s.wide == w && s.read == a.book.Len()+1 {
		return s.lines
	}
	s.wide, s.read, s.lines = w, a.book.Len()+1, nil
	for _, l := range s.text() {
		s.lines = append(s.lines, wrap(oneLine(l), w-4)...)
	}
	return s.lines
}

// text lays the file beside the book.
func (s *incoming) text() []string {
	if s.file != nil && s.wrong == "" {
		p, err := s.file()
		if err == nil {
			s.facts = p.Facts
			return p.Lines
		}
		s.wrong = err.Error()
	}
	return strings.Split(s.wrong, "\n")
}

func (s *incoming) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.press
	all := s.wrapped(a, w)
	say := t.willChange
	switch {
	case s.wrong != "":
		say = t.isWrong
	case len(s.facts) == 0:
		say = t.same
	}
	lines := []string{" " + a.look.strong.Render(cut(oneLine(s.name), w-2)), "  " + cut(say, w-4), a.look.line(w)}
	return append(lines, a.scrolled(&s.rows, all, h-len(lines))...), nil
}
