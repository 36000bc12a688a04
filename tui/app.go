package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// Recorder sets facts down. *data.Journal is the one there is.
type Recorder interface {
	// Take stamps a fact and queues it for the disk. It does not wait and does
	// not fail: what cannot be written stays queued and is reported.
	Take(author string, f inspection.Fact) *inspection.Entry
	// Keep queues something that belongs to this laptop alone; nil removes it.
	Keep(name string, value []byte)
	// Kept is what was kept last, written yet or not.
	Kept(name string) []byte
	// NewID is a name that nothing else has.
	NewID() string
	// Device is the one whose actions u takes back.
	Device() inspection.DeviceID
	// Retry tries again to write what failed.
	Retry()
}

// Saving is the writer's report.
type Saving struct {
	Saved   uint64 // own sequence up to which the disk has everything
	Waiting int    // what it has not
	Err     error  // why, when the last try failed
}

// Options are what cmd wires together.
type Options struct {
	Book     *inspection.Book
	Journal  Recorder
	Watch    func(func(Saving)) // tells the writer where to report; may be nil
	Saving   Saving             // the state at the start
	Author   string             // empty: ask
	Language inspection.Language
	Path     string // of the book, to be shown
	Now      func() time.Time
	ASCII    bool // no block or box characters
	Cabinet  Cabinet
	Press    Press // may be nil

	// Roster and Checklist are what a new campaign starts with, when the book
	// has none.
	Roster    inspection.Roster
	Checklist *inspection.Checklist
}

// App is the notebook: a stack of screens over one Book.
type App struct {
	book    *inspection.Book
	journal Recorder
	author  string
	lang    inspection.Language
	t       *words
	look    look
	now     func() time.Time
	after   func(time.Duration, int) tea.Cmd // later; a test need not wait
	options Options

	stack  []screen
	w, h   int
	notice notice
	saving Saving
	last   uint64 // own sequence taken last
	corpus *corpus
	gone   bool // leaving: draw nothing more

	amending amending
}

// notice is the one line that says what just happened; any key clears it.
type notice struct {
	words string
	wrong bool
	why   inspection.Reason // of a refusal
}

// savedMsg is the writer's report, in the program's own queue.
type savedMsg Saving

// tickMsg ends a delay; a screen knows its own by the number.
type tickMsg struct{ id int }

func newApp(o Options) *App {
	if o.Now == nil {
		o.Now = time.Now
	}
	a := &App{
		book: o.Book, journal: o.Journal, author: o.Author, lang: o.Language, options: o,
		t: wordsIn(o.Language), look: newLook(o.ASCII), now: o.Now, after: later, saving: o.Saving, w: 80, h: 24,
	}
	a.last = o.Saving.Saved
	if a.author == "" {
		a.author = string(o.Journal.Kept("author"))
	}
	a.open(&rounds{})
	if !a.book.IsFounded() || a.author == "" {
		a.open(newFirst(a))
	}
	return a
}

// Init starts nothing: nothing ticks while nothing changes.
func (a *App) Init() tea.Cmd { return nil }

// Update is the one place where anything changes.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = a.pressOnce(msg)
	case tea.PasteMsg:
		if p, ok := a.top().(paster); ok {
			p.paste(a, msg.Content)
		}
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
	case savedMsg:
		a.saving = Saving(msg)
	case tickMsg:
		for _, s := range a.stack {
			if t, ok := s.(ticker); ok {
				cmd = tea.Batch(cmd, t.tick(a, msg))
			}
		}
	default:
		for _, s := range a.stack {
			if h, ok := s.(hearer); ok {
				cmd = tea.Batch(cmd, h.hear(a, msg))
			}
		}
	}
	a.askReason()
	if w, ok := a.top().(worker); ok {
		cmd = tea.Batch(cmd, w.work(a))
	}
	return a, cmd
}

// take has a fact recorded and applied, or shows why it was refused. What would
// change a sealed visit is held up until somebody has said why.
func (a *App) take(f inspection.Fact, err error) bool {
	if err == nil {
		f, err = a.permit(f)
	}
	if err != nil {
		a.refuse(err)
		return false
	}
	e := a.journal.Take(a.author, f)
	a.book.Apply(e)
	a.last = e.Seq
	return true
}

func (a *App) refuse(err error) {
	n := notice{words: err.Error(), wrong: true}
	if r, ok := inspection.Refused(err); ok {
		n.words, n.why = r.In(a.lang), r.Reason
	}
	a.notice = n
}

// say shows a line until the next key.
func (a *App) say(words string) { a.notice = notice{words: words} }

// today is the day in the campaign's zone.
func (a *App) today() inspection.Day {
	zone := inspection.BeijingZone
	if c, ok := a.book.Campaign(); ok {
		zone = c.Zone
	}
	return inspection.DayAt(a.now(), zone)
}

// The smallest window in which every part of a screen still has a line.
const minWidth, minHeight = 64, 20

func (a *App) tooSmall() bool { return a.w < minWidth || a.h < minHeight }

// View draws the header, the top screen and the foot.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "xuncha"
	if a.gone {
		return v
	}
	if a.tooSmall() {
		v.Content = a.t.tooSmall(a.w, a.h)
		return v
	}
	lines := []string{a.header()}
	if b := a.banner(); b != "" {
		lines = append(lines, b)
	}
	room := a.h - len(lines) - 1
	body, cur := a.top().draw(a, a.w, room)
	if cur == nil {
		cur = tea.NewCursor(0, room)
		cur.Shape = tea.CursorUnderline
	}
	cur.Y += len(lines)
	lines = append(lines, exactly(body, room)...)
	lines = append(lines, a.foot())
	v.Content = strings.Join(lines, "\n")
	v.Cursor = cur
	return v
}

// exactly makes body exactly h lines.
func exactly(body []string, h int) []string {
	if len(body) > h {
		return body[:h]
	}
	return append(body, make([]string, h-len(body))...)
}
