package tui

import (
	tea "charm.land/bubbletea/v2"
)

// proof is what one piece of an offer says, before it is written.
type proof struct {
	p     *pressroom
	offer Offer
	piece int
	name  string   // of the piece
	text  []string // nil: being set
	wrong string   // why it cannot be made

	wide  int // that lines were wrapped for
	lines []string
	rows  list // its cursor is the first line in sight
}

// proofMsg is the text of a piece.
type proofMsg struct {
	of    *proof
	piece int
	text  []string
}

func openProof(a *App, p *pressroom, o Offer) tea.Cmd {
	s := &proof{p: p, offer: o}
	a.open(s)
	return s.set(a)
}

// set sets a piece, here, and has it told, in a command.
func (s *proof) set(a *App) tea.Cmd {
	piece, err := a.options.Press.Set(s.offer, s.piece)
	s.text, s.lines, s.wide, s.rows, s.wrong = nil, nil, 0, list{}, ""
	s.name = s.offer.File
	if err != nil {
		s.wrong = err.Error()
		return nil
	}
	s.name = piece.Name
	n := s.piece
	return func() tea.Msg { return proofMsg{s, n, append([]string{}, piece.Preview()...)} }
}

func (s *proof) hear(a *App, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(proofMsg); ok && m.of == s && m.piece == s.piece {
		s.text, s.wide = m.text, 0
	}
	return nil
}

func (s *proof) scope() scope           { return inProof }
func (s *proof) title(a *App) string    { return s.offer.Name }
func (s *proof) stands(a *App) Standing { return s.p.at }

func (s *proof) do(a *App, act act) tea.Cmd {
	switch act {
	case actBack:
		a.back()
	case actMake:
		if s.wrong != "" {
			a.notice = notice{words: s.wrong, wrong: true}
			return nil
		}
		a.back()
		return s.p.begin(a, s.offer)
	case actLeft:
		return s.turn(a, -1)
	case actRight:
		return s.turn(a, 1)
	}
	return nil
}

// turn goes to a neighbouring piece.
func (s *proof) turn(a *App, by int) tea.Cmd {
	if n := s.piece + by; n >= 0 && n < s.offer.Pieces {
		s.piece = n
		return s.set(a)
	}
	return nil
}

func (s *proof) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	h := a.h - 4
	s.rows.press(k, max(len(s.wrapped(a.w))-h+1, 1), h)
	return nil
}

// wrapped are the lines at a width.
func (s *proof) wrapped(w int) []string {
	if s.wide == w {
		return s.lines
	}
	s.wide, s.lines = w, nil
	for _, l := range s.text {
		s.lines = append(s.lines, wrap(oneLine(l), w-4)...)
	}
	return s.lines
}

func (s *proof) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.press
	all := s.wrapped(w)
	right := ""
	if s.offer.Pieces > 1 {
		right = t.piece(s.piece+1, s.offer.Pieces) + " "
	}
	lines := []string{a.look.strong.Render(pad(" "+oneLine(s.name), w-width(right)-1)) + " " + a.look.faint.Render(right), a.look.line(w)}
	switch {
	case s.wrong != "":
		for _, l := range wrap(s.wrong, w-4) {
			lines = append(lines, "  "+l)
		}
		return lines, nil
	case s.text == nil:
		return append(lines, "  "+t.setting), nil
	}
	return append(lines, a.scrolled(&s.rows, all, h-len(lines))...), nil
}

// scrolled is the part of a text that there is room for; its last line says how
// much is below.
func (a *App) scrolled(rows *list, all []string, room int) []string {
	rows.at = max(min(rows.at, len(all)-room), 0)
	var lines []string
	for _, l := range all[rows.at:min(rows.at+room, len(all))] {
		lines = append(lines, "  "+l)
	}
	if rest := len(all) - rows.at - room; rest > 0 {
		lines[len(lines)-1] = "  " + a.look.faint.Render(a.t.summary.below(rest+1))
	}
	return lines
}
