package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// workGroup is one part of a visit's work.
type workGroup uint8

const (
	workCounts workGroup = iota
	workTalks
	workPapers
	workClues
	workGroups
)

// workRow names a line by codes: a counter, an entry of a list, the line that
// adds one, or a heading.
type workRow struct {
	group   workGroup
	counter inspection.Counter
	id      string
	add     bool
	head    int // 1: the heading of the group; more: lines under it
}

// works is what was done at a visit: counters, and lists where a list helps.
type works struct {
	v    *visit
	here workRow
	rows page

	read int // entries that what follows rests on, plus one
	all  []workRow
	done inspection.Works
}

func newWorks(v *visit) *works { return &works{v: v} }

func (s *works) scope() scope              { return inWorks }
func (s *works) title(a *App) string       { return a.t.works.title }
func (s *works) round() inspection.RoundNo { return s.v.id.Round }

// workCounters are the counters in the order in which they are shown.
var workCounters = []inspection.Counter{
	inspection.Talks, inspection.Papers, inspection.Letters, inspection.Meetings, inspection.SitesWalked,
	inspection.QuestionnairesOut, inspection.Questionnaires,
}

// refresh reads the lists again when the book has changed; the cursor stays on
// what it was on.
func (s *works) refresh(a *App) {
	if s.read == a.book.Len()+1 {
		return
	}
	s.read = a.book.Len() + 1
	s.done = a.book.WorksAt(s.v.id)
	s.all = []workRow{{group: workCounts, head: 1}}
	for _, c := range workCounters {
		s.all = append(s.all, workRow{group: workCounts, counter: c})
	}
	s.list(workTalks, len(s.done.Talks), func(i int) string { return s.done.Talks[i].ID })
	s.list(workPapers, len(s.done.Papers), func(i int) string { return s.done.Papers[i].ID })
	s.list(workClues, len(s.done.Clues), func(i int) string { return s.done.Clues[i].ID })
	if i := slices.Index(s.all, s.here); i >= 0 {
		s.rows.at = i
	}
	s.rows.settle(len(s.all), 1, s.heading)
	s.here = s.all[s.rows.at]
}

func (s *works) list(g workGroup, n int, id func(int) string) {
	s.all = append(s.all, workRow{group: g, head: 1})
	if g == workClues {
		s.all = append(s.all, workRow{group: g, head: 2})
	}
	for i := range n {
		s.all = append(s.all, workRow{group: g, id: id(i)})
	}
	s.all = append(s.all, workRow{group: g, add: true})
}

func (s *works) heading(i int) bool { return s.all[i].head > 0 }

func (s *works) do(a *App, act act) tea.Cmd {
	s.refresh(a)
	switch act {
	case actOpen:
		s.open(a, s.here)
	case actAdd:
		s.open(a, workRow{group: s.here.group, counter: s.here.counter, add: s.here.group != workCounts})
	case actOneMore:
		s.step(a, 1)
	case actOneLess:
		s.step(a, -1)
	case actStrike:
		s.strike(a)
	case actNext:
		s.nextGroup()
	case actHistory:
		a.open(newHistoryOfVisit(a, s.v.id))
	case actBack:
		a.back()
	}
	return nil
}

// open does what Enter means: a number, a slip, or a paper's next step.
func (s *works) open(a *App, r workRow) {
	switch {
	case r.group == workCounts:
		s.number(a, r.counter, fmt.Sprint(a.book.Counted(s.v.id, r.counter)))
	case r.group == workTalks:
		a.open(s.talkSlip(a, r.id))
	case r.group == workPapers && r.add:
		a.open(newPick(a, s.v.id))
	case r.group == workPapers:
		s.step(a, 1)
	case r.group == workClues:
		a.open(s.clueSlip(a, r.id))
	}
}

// step counts one more or less, or takes a paper a step on or back.
func (s *works) step(a *App, by int) {
	switch r := s.here; {
	case r.group == workCounts:
		s.count(a, r.counter, int64(by))
	case r.group == workPapers && !r.add:
		s.move(a, r.id, by)
	}
}

func (s *works) count(a *App, c inspection.Counter, by int64) bool {
	ok := a.record(s.v.id, func() (inspection.Fact, error) { return a.book.Count(s.v.id, c, by) })
	if ok {
		a.say(a.t.works.counted(c.In(a.lang), by, a.book.Counted(s.v.id, c)))
	}
	return ok
}

func (s *works) move(a *App, id string, by int) {
	i := slices.IndexFunc(s.done.Papers, func(p inspection.Paper) bool { return p.ID == id })
	if i < 0 {
		return
	}
	p := s.done.Papers[i]
	to := inspection.PaperStanding(int(p.State) + by)
	switch {
	case to < inspection.Asked:
		a.say(a.t.works.firstStep)
	case to > inspection.Back:
		a.say(a.t.works.lastStep)
	case a.record(s.v.id, func() (inspection.Fact, error) { return a.book.MovePaper(s.v.id, id, to, a.today()) }):
		a.say(a.t.works.stood(p.Name, to.In(a.lang)))
	}
}

// number asks for a total and sets down the difference, so that what other
// laptops count still adds up.
func (s *works) number(a *App, c inspection.Counter, text string) {
	t, now := &a.t.works, a.book.Counted(s.v.id, c)
	a.open(newPrompt(t.add[workCounts], t.numberHow(c.In(a.lang), now), t.numberAsk, text, t.badNumber, func(a *App, text string) bool {
		n, err := strconv.ParseInt(strings.Map(narrow, text), 10, 32)
		if err != nil || n < 0 || n > 1_000_000 {
			a.notice = notice{words: t.badNumber, wrong: true}
			return false
		}
		by := n - a.book.Counted(s.v.id, c)
		return by == 0 || s.count(a, c, by)
	}))
}

// strike takes an entry off its list, once that is confirmed.
func (s *works) strike(a *App) {
	r := s.here
	if r.id == "" {
		a.say(a.t.works.cannot)
		return
	}
	what := strings.TrimSpace(s.row(a, r, 200))
	a.open(newConfirm(a.t.works.strike, a.t.works.strikeWhat(what), func(a *App) tea.Cmd {
		if a.take(a.book.Strike(s.v.id, r.id)) {
			a.say(a.t.works.struck)
		}
		return nil
	}))
}

// nextGroup goes to the first line of the next group.
func (s *works) nextGroup() {
	next := (s.here.group + 1) % workGroups
	s.rows.at = slices.IndexFunc(s.all, func(r workRow) bool { return r.group == next && r.head == 0 })
	s.here = s.all[s.rows.at]
}

// press takes digits as the total of a counter.
func (s *works) press(a *App, k tea.KeyPressMsg) tea.Cmd {
	s.refresh(a)
	if n := digit(k); n >= 0 && s.here.group == workCounts {
		s.number(a, s.here.counter, fmt.Sprint(n))
		return nil
	}
	if s.rows.press(k, len(s.all), a.h-5, s.heading) {
		s.here = s.all[s.rows.at]
	}
	return nil
}

func (s *works) draw(a *App, w, h int) ([]string, *tea.Cursor) {
	s.refresh(a)
	lines := []string{s.v.head(a, w), a.look.line(w)}
	first := len(lines)
	lines = append(lines, s.rows.draw(len(s.all), h-first, s.heading, func(i int, here bool) string {
		if s.heading(i) {
			return a.look.faint.Render(cut(" "+s.above(a, s.all[i]), w))
		}
		return a.look.row(s.row(a, s.all[i], w-2), w, here)
	})...)
	return lines, tea.NewCursor(0, first+s.rows.at-s.rows.top)
}
