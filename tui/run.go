package tui

import (
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// Refuse says why the notebook cannot be shown on this terminal, in the
// reader's language; nil when it can.
func Refuse(l inspection.Language) error {
	err := refuse(os.Stdin, os.Stdout, os.Getenv("TERM"))
	if err == nil {
		return nil
	}
	t := wordsIn(l)
	if errors.Is(err, errDumb) {
		return errors.New(t.dumb)
	}
	return errors.New(t.noTerminal)
}

// Wide reports whether this terminal draws ambiguous characters two cells wide.
// Widths are settled when a program starts, so one that was told otherwise has
// to be started again with RUNEWIDTH_EASTASIAN=1.
func Wide() bool { return probeWide(os.Stdin, os.Stdout) }

// Run shows the notebook until the person leaves, a signal ends it or the
// terminal goes. What was taken may still be on its way to the disk then:
// whoever owns the journal closes it.
func Run(o Options) error {
	a := newApp(o)
	p := tea.NewProgram(a)
	if o.Watch != nil {
		o.Watch(func(s Saving) { p.Send(savedMsg(s)) })
	}
	stop := hangUp(p.Quit)
	defer stop()
	_, err := p.Run()
	a.setDown()
	return err
}
