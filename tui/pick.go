package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// pick chooses papers to ask for, several at once, from those that the items of
// a school ask for.
type pick struct {
	visit  inspection.VisitID
	names  []string // in the order of the checklist, those asked for already left out
	needed []string // the items that need each
	finder *finder
	shown  []int
	ticked map[string]bool
	query  *input
	asking bool
	rows   list // the first row is another paper
}

func newPick(a *App, v inspection.VisitID) *pick {
	p := &pick{visit: v, ticked: map[string]bool{}, query: newInput("")}
	list, school := a.book.ChecklistOf(v.Round), a.book.School(v.School)
	if list == nil || school == nil {
		return p
	}
	at := map[string]int{}
	for _, one := range a.book.WorksAt(v).Papers {
		at[one.Name] = -1
	}
	list.Items(func(_ *inspection.Section, it *inspection.Item) {
		if it.Applies.Of(school) == inspection.No {
			return
		}
		for _, name := range it.Papers {
			p.need(at, plainly(name), string(it.Code))
		}
	})
	p.finder = newFinder(p.names)
	p.find()
	return p
}

// need lists a paper once, with all items that need it.
func (p *pick) need(at map[string]int, name, code string) {
	switch i, ok := at[name]; {
	case name == "" || ok && i < 0:
	case ok:
		p.needed[i] += " " + code
	default:
		at[name] = len(p.names)
		p.names, p.needed = append(p.names, name), append(p.needed, code)
	}
}

func (p *pick) find() {
	if p.finder != nil {
		p.shown = p.finder.find(p.query.text())
	}
	p.rows = list{at: min(1, len(p.shown))}
}

func (p *pick) scope() scope        { return inPick }
func (p *pick) title(a *App) string { return a.t.works.pick }
func (p *pick) typing() bool        { return p.asking }

func (p *pick) do(a *App, act act) tea.Cmd {
	switch act {
	case actSearch:
		p.asking = true
	case actToggle:
		if i := p.rows.at; i > 0 {
			p.tick(p.names[p.shown[i-1]])
			p.rows.at = min(i+1, len(p.shown))
		}
	case actAll:
		p.tickAll()
	case actOK:
		p.take(a)
	case actBack:
		p.escape(a)
	}
	return nil
}

func (p *pick) tick(name string) {
	if p.ticked[name] {
		delete(p.ticked, name)
	} else {
		p.ticked[name] = true
	}
}

// tickAll ticks all that are shown, or none of them when all were ticked.
func (p *pick) tickAll() {
	all := !slices.ContainsFunc(p.shown, func(i int) bool { return !p.ticked[p.names[i]] })
	for _, i := range p.shown {
		if p.ticked[p.names[i]] == all {
			p.tick(p.names[i])
		}
	}
}

// take asks for what is ticked, or else for the one under the cursor.
func (p *pick) take(a *App) {
	if p.rows.at == 0 && len(p.ticked) == 0 {
		p.other(a)
		return
	}
	if len(p.ticked) == 0 {
		p.tick(p.names[p.shown[p.rows.at-1]])
	}
	p.ask(a, p.names...)
}

// ask asks for those of the names that are ticked.
func (p *pick) ask(a *App, names ...string) bool {
	papers := map[string]string{}
	for _, name := range names {
		if p.ticked[name] {
			papers[a.journal.NewID()] = name
		}
	}
	if !a.record(p.visit, func() (inspection.Fact, error) { return a.book.AskPapers(p.visit, papers, a.today()) }) {
		return false
	}
	a.closeOne(p)
	a.say(a.t.works.asked(len(papers)))
	return true
}

// other asks for a paper that the checklist does not name.
func (p *pick) other(a *App) {
	t := &a.t.works
	a.open(newPrompt(t.other, t.otherHow, t.otherAsk, p.query.text(), t.otherHow, func(a *App, name string) bool {
		p.ticked = map[string]bool{name: true}
		return p.ask(a, name)
	}))
}

func (p *pick) escape(a *App) {
	if p.asking || p.query.text() != "" {
		p.asking = false
		p.query.setText("")
		p.find()
		return
	}
	a.back()
}

func (p *pick) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	if p.asking && p.query.press(k) {
		p.find()
		return nil
	}
	p.rows.press(k, len(p.shown)+1, a.h-5)
	return nil
}

func (p *pick) paste(a *App, text string) {
	if p.asking {
		p.query.paste(text)
		p.find()
	}
}

func (p *pick) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	t := &a.t.works
	count := t.ticked(len(p.ticked), len(p.names))
	lines, cur := []string{"  " + a.look.faint.Render(pad(t.pickHow, w-width(count)-4)+count)}, (*tea.Cursor)(nil)
	if p.asking || p.query.text() != "" {
		lines, cur = a.searchLine(p.query, p.asking, count, w)
	}
	lines = append(lines, a.look.line(w))
	first := len(lines)
	lines = append(lines, p.rows.draw(len(p.shown)+1, h-first, func(i int, here bool) string {
		return a.look.row(p.row(a, i, w-2), w, here)
	})...)
	if len(p.shown) == 0 {
		lines = append(lines, "", "  "+t.noneLeft)
	}
	if cur == nil {
		cur = tea.NewCursor(0, first+p.rows.at-p.rows.top)
	}
	return lines, cur
}

func (p *pick) row(a *App, i, w int) string {
	if i == 0 {
		return "    " + a.t.works.other
	}
	name := p.names[p.shown[i-1]]
	box := "[ ] "
	if p.ticked[name] {
		box = "[x] "
	}
	codes := p.needed[p.shown[i-1]]
	room := max(10, min(width(codes), w/4))
	return box + pad(name, w-4-room-1) + " " + padLeft(strings.TrimSpace(cut(codes, room)), room)
}
