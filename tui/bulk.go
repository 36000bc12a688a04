package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// bulkPart is what can be changed of many rectifications at once.
type bulkPart int

const (
	bulkDeadline bulkPart = iota
	bulkLongTerm
	bulkState
	bulkLeader
	bulkDepartment
	bulkPerson
	bulkParts
)

// bulk changes one part of many rectifications: what, to what, then a preview
// of every row that changes; and all of it is one entry, with one undo.
type bulk struct {
	ids  []inspection.FindingID
	done func() // once they are changed
	part bulkPart
	step bulkStep
	text *input
	rows list

	change  inspection.RectifyChange
	changes []bulkChange
	same    int // selected, and so already
	outside int // selected, and not fed back or closed
}

type bulkStep int

const (
	bulkWhat bulkStep = iota
	bulkValue
	bulkPreview
)

// bulkChange is what becomes of one finding.
type bulkChange struct {
	id       inspection.FindingID
	from, to string
}

func newBulk(a *App, ids []inspection.FindingID, done func()) *bulk {
	return &bulk{ids: ids, done: done, text: newInput("")}
}

func (b *bulk) title(a *App) string { return a.t.ledger.bulk.title }
func (b *bulk) typing() bool {
	return b.step == bulkValue && b.part != bulkState && b.part != bulkLongTerm
}

func (b *bulk) scope() scope {
	if b.typing() {
		return inText
	}
	return inChoice
}

// choices are the values to choose from; nil where one is typed.
func (b *bulk) choices(a *App) []string {
	switch b.part {
	case bulkState:
		var all []string
		for s := inspection.NotDone; s <= inspection.Done; s++ {
			all = append(all, a.standingSign(s)+" "+s.In(a.lang))
		}
		return all
	case bulkLongTerm:
		return []string{"", ""} // named where they are drawn
	}
	return nil
}

func (b *bulk) do(a *App, act act) tea.Cmd {
	switch {
	case act == actBack && b.step == bulkWhat:
		a.back()
	case act == actBack:
		b.goTo(b.step - 1)
	case act != actOK:
	case b.step == bulkPreview:
		b.take(a)
	case b.step == bulkWhat:
		b.choosePart(bulkPart(b.rows.at))
	default:
		b.value(a)
	}
	return nil
}

func (b *bulk) goTo(step bulkStep) {
	b.step, b.rows = step, list{}
}

func (b *bulk) choosePart(part bulkPart) {
	b.part = part
	b.text.setText("")
	b.goTo(bulkValue)
}

func (b *bulk) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if b.typing() {
		b.text.press(k)
		return nil
	}
	n := b.count(a)
	if i := digit(k); i >= 1 && i <= n && b.step != bulkPreview {
		b.rows.at = i - 1
		return b.do(a, actOK)
	}
	b.rows.press(k, n, a.h-8)
	return nil
}

// count is how many rows there are to walk through.
func (b *bulk) count(a *App) int {
	switch b.step {
	case bulkWhat:
		return int(bulkParts)
	case bulkPreview:
		return len(b.changes)
	}
	return len(b.choices(a))
}

func (b *bulk) paste(a *App, text string) {
	if b.typing() {
		b.text.paste(text)
	}
}

// value reads what was typed or chosen, and works out the preview.
func (b *bulk) value(a *App) {
	words := plainly(b.text.text())
	b.change = inspection.RectifyChange{}
	switch b.part {
	case bulkDeadline:
		d, ok := parseDeadline(words, a.today())
		if !ok {
			a.notice = notice{words: a.t.ledger.bulk.badDay, wrong: true}
			return
		}
		b.change.Deadline = &d.day
		if d.long {
			b.change.LongTerm = &d.long
		}
	case bulkLongTerm:
		long := b.rows.at == 0
		b.change.LongTerm = &long
	case bulkState:
		state := inspection.NotDone + inspection.RectifyStanding(b.rows.at)
		b.change.State = &state
	case bulkLeader:
		b.change.Leader = &words
	case bulkDepartment:
		b.change.Department = &words
	case bulkPerson:
		b.change.Person = &words
	}
	b.preview(a)
	b.goTo(bulkPreview)
}

// preview finds out what would change from what to what.
func (b *bulk) preview(a *App) {
	b.changes, b.same, b.outside = nil, 0, 0
	for _, id := range b.ids {
		f, ok := a.book.Finding(id)
		now := a.book.Rectification(&f)
		switch {
		case !ok || now.FedBack == 0 || now.Closed != 0:
			b.outside++
		default:
			from, to := b.shown(a, &now), b.after(a, now)
			if from == to {
				b.same++
				continue
			}
			b.changes = append(b.changes, bulkChange{id, from, to})
		}
	}
}

// after is how the part would be shown.
func (b *bulk) after(a *App, now inspection.Rectification) string {
	c := &b.change
	for _, w := range []struct {
		to   *string
		from *string
	}{{&now.Leader, c.Leader}, {&now.Department, c.Department}, {&now.Person, c.Person}} {
		if w.from != nil {
			*w.to = *w.from
		}
	}
	if c.Deadline != nil {
		now.Deadline = *c.Deadline
	}
	if c.LongTerm != nil {
		now.LongTerm = *c.LongTerm
	}
	if c.State != nil {
		now.State = *c.State
	}
	return b.shown(a, &now)
}

// shown is the part that changes, in words.
func (b *bulk) shown(a *App, now *inspection.Rectification) string {
	words := ""
	switch b.part {
	case bulkDeadline, bulkLongTerm:
		words = joined("·", now.Deadline.String(), a.forGood(now.LongTerm))
	case bulkState:
		words = a.standingSign(now.State) + " " + now.State.In(a.lang)
	case bulkLeader:
		words = now.Leader
	case bulkDepartment:
		words = now.Department
	case bulkPerson:
		words = now.Person
	}
	if words == "" {
		return a.t.ledger.bulk.empty
	}
	return words
}

// take sets all changes down as one fact.
func (b *bulk) take(a *App) {
	t := &a.t.ledger.bulk
	b.preview(a) // the book may have changed since
	if len(b.changes) == 0 {
		a.say(t.nothing)
		return
	}
	ids := make([]inspection.FindingID, len(b.changes))
	for i, c := range b.changes {
		ids[i] = c.id
	}
	if a.take(a.book.Rectify(b.change, ids...)) {
		b.done()
		a.closeOne(b)
		a.say(t.done(len(ids)))
	}
}

func (b *bulk) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.ledger.bulk
	lines := []string{"", "  " + a.look.strong.Render(cut(t.what(len(b.ids)), w-4)), ""}
	switch {
	case b.step == bulkWhat:
		return b.list(a, lines, w, t.parts[:])
	case b.step == bulkPreview:
		return b.drawPreview(a, lines[1:2], w, h)
	}
	lines[1] = "  " + a.look.strong.Render(t.parts[b.part])
	if b.part == bulkLongTerm {
		return b.list(a, lines, w, []string{a.t.ledger.forGood, a.t.no})
	}
	if all := b.choices(a); all != nil {
		return b.list(a, lines, w, all)
	}
	label := "  " + t.value
	field, cur := b.text.draw(w - width(label) - 2)
	shift(cur, width(label), len(lines))
	return append(lines, label+field, "", "  "+a.look.faint.Render(cut(t.how[b.part], w-4))), cur
}

func (b *bulk) list(a *App, lines []string, w int, all []string) ([]string, *tea.Cursor) {
	first := len(lines)
	lines = append(lines, b.rows.draw(len(all), len(all), func(i int, here bool) string {
		return a.look.row(fmt.Sprintf("%d  %s", i+1, all[i]), w, here)
	})...)
	return lines, tea.NewCursor(0, first+b.rows.at)
}

// drawPreview lists every row that changes, from what and to what.
func (b *bulk) drawPreview(a *App, lines []string, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.ledger.bulk
	lines[0] = "  " + a.look.strong.Render(t.parts[b.part]+" · "+t.preview(len(b.changes)))
	if len(b.changes) == 0 {
		lines[0] = "  " + a.look.strong.Render(t.parts[b.part]+" · "+t.nothing)
	}
	if b.same > 0 {
		lines = append(lines, "  "+t.same(b.same))
	}
	if b.outside > 0 {
		lines = append(lines, "  "+t.outside(b.outside))
	}
	lines = append(lines, a.look.line(w))
	first := len(lines)
	lines = append(lines, b.rows.draw(len(b.changes), h-first-2, func(i int, here bool) string {
		c := &b.changes[i]
		f, _ := a.book.Finding(c.id)
		school := schoolCol(w) - 2
		change := t.change(c.from, c.to)
		room := max((w-2-school)*2/5, w-2-school-width(change)-1)
		return a.look.row(pad(a.schoolName(f.Visit), school-1)+" "+pad(f.Title, room-1)+" "+change, w, here)
	})...)
	lines = append(exactly(lines, h-2), a.look.line(w), "  "+a.look.key.Render(cut(t.yes, w-4)))
	return lines, tea.NewCursor(0, first+b.rows.at-b.rows.top)
}
