package tui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

// donorMsg says whether a file can give papers its styles.
type donorMsg struct {
	of   *pressroom
	path string
	err  error
}

// askDonor asks for the office's own document, or whether the one that was named
// is to be taken away.
func (p *pressroom) askDonor(a *App) tea.Cmd {
	choose := func(a *App) tea.Cmd { return openPicker(a, p.named) }
	if p.donor == "" {
		return choose(a)
	}
	t := &a.t.press
	a.open(&question{name: t.donorTitle, text: t.donorNow(oneLine(p.donor)), choices: []choice{
		{t.donorOther, choose}, {t.donorNone, p.ownStyles}, {t.donorStays, nil},
	}})
	return nil
}

// named has a document looked at, in a command.
func (p *pressroom) named(a *App, paths []string) tea.Cmd {
	if len(paths) != 1 {
		a.notice = notice{words: a.t.press.oneFile, wrong: true}
		return nil
	}
	how, path := a.options.Press, paths[0]
	return func() tea.Msg { return donorMsg{p, path, how.CheckDonor(path)} }
}

// donated takes a document that can be used.
func (p *pressroom) donated(a *App, msg donorMsg) {
	if msg.err != nil {
		a.notice = notice{words: oneLine(msg.err.Error()), wrong: true}
		return
	}
	p.donor = msg.path
	a.journal.Keep(pressDonorKey, []byte(p.donor))
	a.say(a.t.press.donorSet(oneLine(filepath.Base(p.donor))))
}

// ownStyles goes back to our own styles.
func (p *pressroom) ownStyles(a *App) tea.Cmd {
	p.donor = ""
	a.journal.Keep(pressDonorKey, nil)
	a.say(a.t.press.donorGone)
	return nil
}
