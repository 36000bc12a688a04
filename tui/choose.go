package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// methods chooses in which ways an item was looked at.
type methods struct {
	v    *visit
	item inspection.ItemCode
	set  inspection.Methods
	rows list
}

func newMethods(a *App, v *visit) *methods {
	return &methods{v: v, item: v.item, set: a.book.AnswerAt(v.id, v.item).Methods}
}

// everyMethod are all methods, one row each.
var everyMethod = (inspection.ByDocuments | inspection.ByTalk | inspection.BySite | inspection.BySurvey | inspection.ByCompare).Each()

func (m *methods) scope() scope        { return inChoice }
func (m *methods) title(a *App) string { return string(m.item) + " " + a.t.visit.pick.methods }
func (m *methods) toggle(i int)        { m.set ^= everyMethod[i] }

func (m *methods) do(a *App, act act) tea.Cmd {
	switch act {
	case actToggle:
		m.toggle(m.rows.at)
	case actOK:
		m.take(a)
	case actBack:
		a.back()
	}
	return nil
}

// take sets the methods down, unless they are as they were.
func (m *methods) take(a *App) {
	same := a.book.AnswerAt(m.v.id, m.item).Methods == m.set
	if same || a.record(m.v.id, func() (inspection.Fact, error) {
		return a.book.Answer(m.v.id, m.item, inspection.Change{Methods: &m.set})
	}) {
		a.back()
	}
}

func (m *methods) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if i := digit(k); i >= 1 && i <= len(everyMethod) {
		m.rows.at = i - 1
		m.toggle(i - 1)
		return nil
	}
	m.rows.press(k, len(everyMethod), len(everyMethod))
	return nil
}

func (m *methods) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := append(m.v.itemAbove(a, m.item, w, h/3), a.look.line(w), " "+a.look.faint.Render(a.t.visit.pick.methodsHow), "")
	first := len(lines)
	lines = append(lines, m.rows.draw(len(everyMethod), h-first, func(i int, here bool) string {
		box := "[ ]"
		if m.set&everyMethod[i] != 0 {
			box = "[x]"
		}
		return a.look.row(fmt.Sprintf("%s %d %s", box, i+1, everyMethod[i].In(a.lang)), w, here)
	})...)
	return lines, tea.NewCursor(2, first+m.rows.at)
}

// checked asks how many were looked at, and how many of them had the problem.
type checked struct {
	v    *visit
	item inspection.ItemCode
	text *input
}

func newChecked(a *App, v *visit) *checked {
	c := &checked{v: v, item: v.item, text: newInput("")}
	if now := a.book.AnswerAt(v.id, v.item).Checked; now.Of > 0 {
		c.text.setText(fmt.Sprintf("%d/%d", now.N, now.Of))
	}
	return c
}

func (c *checked) scope() scope           { return inText }
func (c *checked) title(a *App) string    { return string(c.item) + " " + a.t.visit.pick.checked }
func (c *checked) typing() bool           { return true }
func (c *checked) paste(a *App, s string) { c.text.paste(s) }
func (c *checked) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	c.text.press(k)
	return nil
}

func (c *checked) do(a *App, act act) tea.Cmd {
	switch act {
	case actOK:
		c.take(a)
	case actBack:
		a.back()
	}
	return nil
}

func (c *checked) take(a *App) {
	n, ok := parseChecked(c.text.text())
	if !ok {
		a.notice = notice{words: a.t.visit.pick.badChecked, wrong: true}
		return
	}
	same := a.book.AnswerAt(c.v.id, c.item).Checked == n
	if same || a.record(c.v.id, func() (inspection.Fact, error) {
		return a.book.Answer(c.v.id, c.item, inspection.Change{Checked: &n})
	}) {
		a.back()
	}
}

// parseChecked reads 3/10 and 3 10, in full width too; empty is no number.
func parseChecked(s string) (c inspection.Checked, ok bool) {
	s = strings.Map(narrow, s)
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ' ' })
	if len(parts) == 0 {
		return c, strings.TrimSpace(s) == ""
	}
	if len(parts) != 2 || strings.Count(s, "/") > 1 {
		return c, false
	}
	n, err := strconv.Atoi(parts[0])
	of, err2 := strconv.Atoi(parts[1])
	return inspection.Checked{N: n, Of: of}, err == nil && err2 == nil && n >= 0 && of > 0 && n <= of
}

// narrow is the character of half width that a full one stands for.
func narrow(r rune) rune {
	switch {
	case r == '　':
		return ' '
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	}
	return r
}

func (c *checked) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	lines := append(c.v.itemAbove(a, c.item, w, h/3), a.look.line(w), " "+a.look.faint.Render(cut(a.t.visit.pick.checkedHow, w-2)), "")
	label := " " + a.t.visit.pick.ask
	field, cur := c.text.draw(min(w-width(label)-1, 24))
	if cur != nil {
		cur.X += width(label)
		cur.Y = len(lines)
	}
	return append(lines, label+field), cur
}
