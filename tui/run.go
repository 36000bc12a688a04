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
func Wide() bool { return probeWide(os.Stdin, os.Stdout, probeTime) }

// Run shows the notebook until the person leaves, a signal ends it or the
// terminal goes. What was taken may still be on its way to the disk then:
// whoever owns the journal closes it.
func Run(o Options) error { return run(newApp(o), o.Watch) }

func run(a *App, watch func(func(Saving)), how ...tea.ProgramOption) error {
	p := tea.NewProgram(a, how...)
	if watch != nil {
		watch(func(s Saving) { p.Send(savedMsg(s)) })
	}
	stop := hangUp(p.Quit)
	defer stop()
	_, err := p.Run()
	if !errors.Is(err, tea.ErrProgramPanic) {
		a.setDown() // a screen that has just failed is not asked again
	}
	return err
}
