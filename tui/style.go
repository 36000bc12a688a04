package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"xuncha/inspection"
)

// look is how things are drawn. Only the sixteen colours that every terminal
// has are used, and never a colour alone: a sign or a number says the same.
type look struct {
	ascii  bool
	header lipgloss.Style
	foot   lipgloss.Style
	notice lipgloss.Style
	wrong  lipgloss.Style
	here   lipgloss.Style // the selected row; its marker says so too
	faint  lipgloss.Style
	strong lipgloss.Style
	key    lipgloss.Style
	rule   lipgloss.Style
	colour [6]lipgloss.Style // by verdict
	heat   [5]lipgloss.Style // by shade
}

func newLook(ascii bool) look {
	plain := lipgloss.NewStyle()
	fg := func(c string) lipgloss.Style { return plain.Foreground(lipgloss.Color(c)) }
	return look{
		ascii:  ascii,
		header: plain.Reverse(true),
		foot:   plain.Faint(true),
		notice: plain.Bold(true),
		wrong:  fg("1").Bold(true).Reverse(true),
		here:   plain.Reverse(true),
		faint:  plain.Faint(true),
		strong: plain.Bold(true),
		key:    fg("6").Bold(true),
		rule:   fg("8"),
		colour: [6]lipgloss.Style{
			inspection.None: plain.Faint(true), inspection.Met: fg("2"), inspection.Partly: fg("3"),
			inspection.Unmet: fg("1").Bold(true), inspection.NA: fg("8"), inspection.Unclear: fg("5"),
		},
		heat: [5]lipgloss.Style{
			plain, fg("3"), fg("3").Bold(true), fg("1"), fg("1").Bold(true).Reverse(true),
		},
	}
}

// marker stands before a row of a list; the selected one is told by it also
// where reverse cannot be seen.
func (l look) marker(here bool) string {
	if here {
		return "› "
	}
	return "  "
}

// row is one row of a list, exactly w cells.
func (l look) row(s string, w int, here bool) string {
	s = pad(l.marker(here)+s, w)
	if here {
		return l.here.Render(s)
	}
	return s
}

// line is a horizontal line of w cells.
func (l look) line(w int) string {
	mark := "─"
	if l.ascii {
		mark = "-"
	}
	return l.rule.Render(repeat(mark, w))
}

// repeat is s, n times; none for n below one.
func repeat(s string, n int) string { return strings.Repeat(s, max(n, 0)) }
