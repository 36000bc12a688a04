package tui

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// incoming shows what a file would change before it does, or what is wrong with
// the file.
type incoming struct {
	p     *pressroom
	offer Offer
	name  string
	file  Incoming
	wrong bool // nothing can be taken in

	text  []string
	wide  int // that lines were wrapped for
	read  int // entries that text rests on, plus one
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
		s.wrong, s.text = true, strings.Split(msg.err.Error(), "\n")
	}
	a.open(s)
}

func (s *incoming) scope() scope           { return inIncoming }
func (s *incoming) title(a *App) string    { return s.offer.Name }
func (s *incoming) stands(a *App) Standing { return s.p.at }

func (s *incoming) do(a *App, act act) tea.Cmd {
	switch {
	case act == actBack:
		a.back()
	case act != actApply:
	case s.wrong:
		a.notice = notice{words: a.t.press.mend, wrong: true}
	case a.take(s.file.Judge(a.book)):
		a.back()
		a.say(a.t.press.applied(oneLine(s.name)))
	}
	return nil
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
	if !s.wrong {
		s.text = s.file.Lines(a.book)
	}
	s.wide, s.read, s.lines = w, a.book.Len()+1, nil
	for _, l := range s.text {
		s.lines = append(s.lines, wrap(oneLine(l), w-4)...)
	}
	return s.lines
}

func (s *incoming) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.press
	all := s.wrapped(a, w)
	say := t.willChange
	if s.wrong {
		say = t.isWrong
	}
	lines := []string{" " + a.look.strong.Render(cut(oneLine(s.name), w-2)), "  " + cut(say, w-4), a.look.line(w)}
	room := h - len(lines)
	s.rows.at = max(min(s.rows.at, len(all)-room), 0)
	for _, l := range all[s.rows.at:min(s.rows.at+room, len(all))] {
		lines = append(lines, "  "+l)
	}
	if rest := len(all) - s.rows.at - room; rest > 0 {
		lines[len(lines)-1] = "  " + a.look.faint.Render(a.t.summary.below(rest+1))
	}
	return lines, nil
}
