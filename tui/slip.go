package tui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// slip is a form of a few fields of one line, for what is listed of a visit's
// work.
type slip struct {
	name  string
	why   []string
	slots []slot
	here  int
	draft draft
	first []string // the values to begin with
	take  func(a *App, values []string) bool
}

// slot is one field of a slip: a text, or one of a few words.
type slot struct {
	label, hint string
	field       *input
	choices     []string                // nil: a text
	at          int                     // the choice
	read        func(words string) told // nil: any words will do
	about       []inspection.Reason     // refusals that are about it
}

func (o *slot) value() string {
	if o.choices != nil {
		return o.choices[o.at]
	}
	return plainly(o.field.text())
}

func (o *slot) set(words string) {
	if o.choices == nil {
		o.field.setText(words)
	} else if i := slices.Index(o.choices, words); i >= 0 {
		o.at = i
	}
}

func textSlot(label, hint, words string) slot {
	return slot{label: label, hint: hint, field: newInput(words)}
}

func choiceSlot(label string, choices []string, at int) slot {
	return slot{label: label, choices: choices, at: at}
}

// newSlip brings back the draft that was left under a name.
func newSlip(a *App, name, kept string, why []string, slots []slot, take func(a *App, values []string) bool) *slip {
	s := &slip{name: name, why: why, slots: slots, take: take, draft: draft{name: kept}}
	s.first = s.values()
	var left []string
	if json.Unmarshal(a.journal.Kept(kept), &left) == nil && len(left) == len(slots) && !slices.Equal(left, s.values()) {
		for i := range s.slots {
			s.slots[i].set(left[i])
		}
		a.say(a.t.slip.restored)
	}
	return s
}

func (s *slip) scope() scope        { return inSlip }
func (s *slip) title(a *App) string { return s.name }
func (s *slip) typing() bool        { return true }

func (s *slip) values() []string {
	all := make([]string, len(s.slots))
	for i := range s.slots {
		all[i] = s.slots[i].value()
	}
	return all
}

func (s *slip) do(a *App, act act) tea.Cmd {
	switch act {
	case actOK:
		if s.here < len(s.slots)-1 {
			s.here++
			return nil
		}
		s.setDown(a)
	case actSave:
		s.setDown(a)
	case actNext:
		s.here = (s.here + 1) % len(s.slots)
	case actBack:
		s.keep(a)
		a.back()
	}
	return nil
}

// setDown closes the slip once the book has taken it. Where it cannot, the cursor
// goes into the field that is to blame.
func (s *slip) setDown(a *App) {
	if at, wrong := s.misread(); at >= 0 {
		s.keep(a)
		s.reject(a, at, wrong)
		return
	}
	if !s.take(a, s.values()) {
		s.keep(a)
		if a.notice.why != 0 {
			s.reject(a, s.blamed(a.notice.why), a.notice.words)
		}
		return
	}
	s.draft.drop(a)
	a.closeOne(s)
}

func (s *slip) keep(a *App) {
	if slices.Equal(s.values(), s.first) {
		s.draft.drop(a)
	} else if text, err := json.Marshal(s.values()); err == nil {
		s.draft.keep(a, string(text))
	}
}

func (s *slip) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	o := &s.slots[s.here]
	switch name := k.String(); {
	case name == "up":
		s.here = max(s.here-1, 0)
		return nil
	case name == "down":
		s.here = min(s.here+1, len(s.slots)-1)
		return nil
	case o.choices != nil && name == "left":
		o.at = (o.at + len(o.choices) - 1) % len(o.choices)
	case o.choices != nil && (name == "right" || name == "space"):
		o.at = (o.at + 1) % len(o.choices)
	case o.choices != nil && digit(k) >= 1 && digit(k) <= len(o.choices):
		o.at = digit(k) - 1
	case o.choices != nil || !o.field.press(k):
		return nil
	}
	return s.draft.touch(a)
}

func (s *slip) tick(a *App, t tickMsg) tea.Cmd {
	if s.draft.due(t) {
		s.keep(a)
	}
	return nil
}

func (s *slip) paste(a *App, text string) {
	if o := &s.slots[s.here]; o.choices == nil {
		o.field.paste(text)
		s.keep(a)
	}
}

// leave keeps what was written when the program ends.
func (s *slip) leave(a *App) {
	if a.gone {
		s.keep(a)
	}
}

func (s *slip) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := []string{"", "  " + a.look.strong.Render(cut(s.name, w-4)), ""}
	for _, words := range s.why {
		for _, l := range wrap(words, w-4) {
			lines = append(lines, "  "+l)
		}
	}
	lines = append(lines, "")
	label := 0
	for i := range s.slots {
		label = max(label, width(s.slots[i].label)+5)
	}
	tight := len(lines)+2*len(s.slots)+2 > h // hints for the field under the cursor alone
	var at *tea.Cursor
	for i := range s.slots {
		told := s.slots[i].told()
		field, cur := s.slots[i].draw(w-label-2, told)
		if i == s.here {
			shift(cur, label, len(lines))
			at = cur
		}
		name := pad(a.look.marker(i == s.here)+s.slots[i].label, label)
		if i == s.here {
			name = a.look.strong.Render(name)
		}
		lines = append(lines, name+field)
		hint, how := s.slots[i].hint, a.look.faint
		if told.remark != "" {
			hint, how = "! "+told.remark, a.look.strong
		}
		if !tight || i == s.here && hint != "" {
			lines = append(lines, blanks(label)+how.Render(cut(hint, w-label-2)))
		}
	}
	lines = append(lines, "", "  "+a.look.faint.Render(cut(a.t.slip.how, w-4)))
	return lines, at
}

// draw is the field's text and how it is understood, or its choices with the
// chosen one marked.
func (o *slot) draw(w int, t told) (string, *tea.Cursor) {
	if o.choices == nil {
		if t.as == "" {
			return o.field.draw(w)
		}
		field, cur := o.field.draw(min(max(width(o.field.text())+2, 14), w-width(t.as)))
		return field + t.as, cur
	}
	line := ""
	for i, words := range o.choices {
		box := "( ) "
		if i == o.at {
			box = "(x) "
		}
		line += box + strconv.Itoa(i+1) + " " + words + "   "
	}
	if width(strings.TrimRight(line, " ")) > w { // too many to see at once: the chosen one
		line = fmt.Sprintf("‹ %s ›  %d / %d", o.choices[o.at], o.at+1, len(o.choices))
	}
	return cut(line, w), tea.NewCursor(1, 0)
}
