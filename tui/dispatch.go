package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	textwidth "golang.org/x/text/width"
)

// keyName is the key's name with full-width punctuation, as a Chinese input
// method types it, understood as the key it stands for.
func keyName(k tea.KeyPressMsg) string {
	switch k.Text {
	case "":
		return k.String()
	case "、", "／":
		return "/"
	case "【", "「":
		return "["
	case "】", "」":
		return "]"
	case "。":
		return "."
	case "　":
		return "space"
	}
	if s := textwidth.Narrow.String(k.Text); s != k.Text && len(s) == 1 {
		return strings.ToLower(s)
	}
	if len(k.Text) == 1 && k.Text[0] >= 'A' && k.Text[0] <= 'Z' {
		return strings.ToLower(k.Text) // Caps Lock
	}
	return k.String()
}

// keyText is a text with its full-width letters, digits and signs as half-width
// ones.
func keyText(s string) string { return textwidth.Narrow.String(s) }

// key finds out what a key means: a text is the top screen's own, then come the
// keys of its scope, then those of everywhere, then its movement.
func (a *App) key(k tea.KeyPressMsg) tea.Cmd {
	a.notice = notice{}
	name := keyName(k)
	s := a.top()
	act := actFor(s.scope(), name)
	if act == actNone {
		act = actFor(everywhere, name)
	}
	if a.tooSmall() && act != actLeave {
		return nil // nobody sees what it would do
	}
	if a.typing() && !commands(k) {
		return s.press(a, k)
	}
	if act != actNone {
		return a.do(act)
	}
	if k.Text != "" && !strings.ContainsAny(name, "jk ") && textwidth.LookupRune([]rune(k.Text)[0]).Kind() == textwidth.EastAsianWide {
		a.say(a.t.inputMethod)
		return nil
	}
	return s.press(a, k)
}

// commands are keys that no text holds. The editor's own undo and movement are
// its, so that of the rest only these leave a text.
func commands(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "esc", "enter", "tab", "ctrl+s", "ctrl+c", "ctrl+p", "ctrl+r", "ctrl+f":
		return true
	}
	return k.Text == "" && len(k.String()) > 1 && k.String()[0] == 'f' && k.Code != 'f'
}

// do carries out an action, here if it works everywhere, else on the screen.
func (a *App) do(act act) tea.Cmd {
	switch act {
	case actHelp:
		a.page(newHelp(a))
	case actPalette:
		a.page(newPalette(a))
	case actUndo:
		a.undo()
	case actRedo:
		a.redo()
	case actSummary:
		a.page(newSummary(a, a.roundHere()))
	case actLedger:
		a.openLedger()
	case actPlan:
		a.page(newPlan(a))
	case actPress:
		a.openPress()
	case actRetry:
		a.journal.Retry()
		a.say(a.t.retrying)
	case actSearchAll:
		a.searchAll()
	case actJournal:
		a.open(newJournal(a))
	case actConflicts:
		a.page(newConflicts(a))
	case actAuthor:
		a.page(newAuthor(a))
	case actOffice:
		a.open(a.officeSlip())
	case actSuspend:
		return tea.Suspend
	case actLeave:
		return a.leave()
	default:
		return a.top().do(a, act)
	}
	return nil
}
