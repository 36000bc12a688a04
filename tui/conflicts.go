package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// conflicts lists what two hands wrote differently without seeing each other,
// for the lead to choose; choosing adds a fact, nothing is dropped.
type conflicts struct {
	rows list
}

func newConflicts(*App) *conflicts { return &conflicts{} }

func (c *conflicts) scope() scope        { return inChoice }
func (c *conflicts) title(a *App) string { return a.t.acts[actConflicts] }

// claim is one row: a register, and one hand's word on it.
type claim struct {
	register inspection.Register
	inspection.Claim
	first bool // of its register
}

func (c *conflicts) claims(a *App) []claim {
	var all []claim
	for _, x := range a.book.Conflicts() {
		for i, one := range x.Claims {
			all = append(all, claim{x.Register, one, i == 0})
		}
	}
	return all
}

func (c *conflicts) do(a *App, act act) tea.Cmd {
	switch all := c.claims(a); {
	case act == actBack:
		a.back()
	case act == actOK && c.rows.at < len(all):
		a.take(a.book.Choose(all[c.rows.at].register, all[c.rows.at].Dot))
	}
	return nil
}

func (c *conflicts) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	c.rows.press(k, len(c.claims(a)), a.h/2)
	return nil
}

func (c *conflicts) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	all := c.claims(a)
	if len(all) == 0 {
		return []string{"", "  " + a.t.nothing}, nil
	}
	lines := c.rows.draw(len(all), h/2, func(i int, here bool) string {
		x := all[i]
		mark := "  "
		if x.first {
			mark = "! "
		}
		who := fmt.Sprintf("%s %s  ", x.Author, a.book.Moment(x.Stamp).Format("01-02 15:04"))
		return a.look.row(mark+who+a.book.Where(x.register, a.lang)+" "+a.book.SayValue(x.register, x.Value, a.lang), w, here)
	})
	cur := tea.NewCursor(0, c.rows.at-c.rows.top)
	here := all[c.rows.at]
	lines = append(lines, a.look.line(w))
	for _, l := range wrap(a.book.SayValue(here.register, here.Value, a.lang), w-4) {
		lines = append(lines, "  "+l)
	}
	return lines, cur
}
