package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// amendment is a change to a sealed visit that waits for its reason (更正理由).
// The key that asked for the change is pressed again once the reason is there,
// over the screens that were open then: so no screen has to know that a seal
// can come between a key and its fact. A change that no key asked for is taken
// as it is.
type amendment struct {
	fact   inspection.Fact
	by     *pressed
	reason *input
}

// pressed is a key under way, and the screens that it was pressed over.
type pressed struct {
	key   tea.KeyPressMsg
	stack []screen
}

// amending is what stands between a change and a seal.
type amending struct {
	by       *pressed   // the key under way
	wanted   *amendment // a change that was held up just now
	reason   string     // given for the key that is pressed again
	last     string     // the reason of this session's last amendment
	declined bool       // no reason was given: the key is pressed again to come to its end
}

// pressOnce gives a key to the screens, and asks for a reason if what it meant
// was held up by a seal.
func (a *App) pressOnce(k tea.KeyPressMsg) tea.Cmd {
	a.amending.by = &pressed{k, slices.Clone(a.stack)}
	cmd := a.key(k)
	a.amending.by = nil
	return cmd
}

// permit lets a fact pass, with the reason where there is one; a change that
// needs one and has none is held up.
func (a *App) permit(f inspection.Fact) (inspection.Fact, error) {
	passed, err := a.book.Permit(f, "", "")
	if r, ok := inspection.Refused(err); !ok || r.Reason != inspection.IsSealed {
		return passed, err
	}
	m := &a.amending
	if m.reason != "" {
		return a.book.Permit(f, m.reason, a.journal.NewID())
	}
	if m.wanted == nil && !m.declined {
		m.wanted = &amendment{fact: f, by: m.by}
	}
	return f, err
}

// askReason opens the question for a change that was held up.
func (a *App) askReason() {
	w := a.amending.wanted
	if a.amending.wanted = nil; w == nil || a.gone {
		return
	}
	a.notice = notice{}
	w.reason = newInput(a.amending.last)
	a.open(w)
}

func (m *amendment) scope() scope           { return inText }
func (m *amendment) title(a *App) string    { return a.t.seal.amend }
func (m *amendment) typing() bool           { return true }
func (m *amendment) paste(a *App, s string) { m.reason.paste(s) }
func (m *amendment) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	m.reason.press(k)
	return nil
}

func (m *amendment) do(a *App, act act) tea.Cmd {
	words := plainly(m.reason.text())
	switch {
	case act == actOK && words == "":
		a.notice = notice{words: a.t.seal.needsReason, wrong: true}
	case act == actOK:
		a.amending.last, a.amending.reason = words, words
		cmd := m.again(a)
		a.amending.reason = ""
		if a.notice.words == "" {
			a.say(a.t.seal.amended)
		}
		return cmd
	case act == actBack:
		a.amending.declined = true
		cmd := m.again(a)
		a.amending.declined = false
		a.say(a.t.seal.dropped)
		return cmd
	}
	return nil
}

// again closes the question and lets the change go its way once more.
func (m *amendment) again(a *App) tea.Cmd {
	a.back()
	if m.by == nil {
		if !a.amending.declined {
			a.take(m.fact, nil)
		}
		return nil
	}
	a.stack = m.by.stack
	return a.key(m.by.key)
}

func (m *amendment) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.seal
	lines := []string{"", "  " + a.look.strong.Render(t.amend), ""}
	say := func(words string) {
		for _, l := range wrap(words, w-4) {
			lines = append(lines, "  "+l)
		}
	}
	say(t.amendHow)
	for _, v := range m.sealed(a) {
		seal, _ := a.book.SealAt(v)
		say(a.schoolName(v) + " · " + t.sealed(seal.Day.String(), seal.By))
	}
	lines = append(lines, "")
	for _, sentence := range a.book.Say(&inspection.Entry{Fact: m.fact}, a.lang) {
		say(sentence)
	}
	lines = append(lines[:min(len(lines), h-3)], "")
	label := "  " + t.reason
	field, cur := m.reason.draw(w - width(label) - 2)
	shift(cur, width(label), len(lines))
	return append(lines, label+field), cur
}

// sealed are the sealed visits that the change is about.
func (m *amendment) sealed(a *App) []inspection.VisitID {
	var all []inspection.VisitID
	for i := range m.fact.Writes {
		v := m.fact.Writes[i].Register.Visit
		if _, sealed := a.book.SealAt(v); sealed && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}
