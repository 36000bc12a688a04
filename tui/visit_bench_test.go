package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// BenchmarkVisitKey is a key of a visit: Update and View at 120×36, over a
// checklist of 195 items. It must not grow with the number of schools: x-ratio
// is what a key costs at 10,000 schools, over what it costs at 61.
func BenchmarkVisitKey(b *testing.B) {
	few, many := benchVisit(b, 61), benchVisit(b, 10_000)
	var spent [2]time.Duration
	for i := range b.N {
		spent[0] += timed(few, i)
		spent[1] += timed(many, i)
	}
	b.ReportMetric(float64(spent[0].Microseconds())/float64(b.N), "µs/key-61")
	b.ReportMetric(float64(spent[1].Microseconds())/float64(b.N), "µs/key-10000")
	b.ReportMetric(float64(spent[1])/float64(spent[0]), "x-ratio")
}

// BenchmarkVisitLongNote moves to and fro over items whose notes are as long as
// notes can be, and opens them whole.
func BenchmarkVisitLongNote(b *testing.B) {
	a := benchVisit(b, 61)
	v := a.top().(*visit)
	note := strings.Repeat("逐笔核对付款凭证，", inspection.MaxText/9)
	for _, p := range v.points[:3] {
		a.record(v.id, func() (inspection.Fact, error) {
			return a.book.Answer(v.id, p.item.Code, inspection.Change{Note: &note})
		})
	}
	keys := []string{"down", "1", "up", "up", "space", "down", "space"}
	var spent time.Duration
	for i := range b.N {
		start := time.Now()
		a.Update(press(keys[i%len(keys)]))
		_ = a.View()
		spent += time.Since(start)
	}
	b.ReportMetric(float64(spent.Microseconds())/float64(b.N), "µs/key")
}

// benchKeys go on for ever: verdicts, movement, another section.
var benchKeys = []string{"1", "3", "down", "2", "up", "4", "right", "5", "0", "tab", "pgdown", "left"}

func timed(a *App, i int) time.Duration {
	key := press(benchKeys[i%len(benchKeys)])
	start := time.Now()
	a.Update(key)
	_ = a.View()
	return time.Since(start)
}

// benchVisit opens a visit in a book of n schools, each of them begun.
func benchVisit(b *testing.B, n int) *App {
	b.Helper()
	s, book := newShelf(), &inspection.Book{}
	roster, list := testRoster(n), longChecklist()
	take := func(f inspection.Fact) error { book.Apply(s.Take("记录人甲", f)); return nil }
	campaign := inspection.Campaign{ID: "bench", Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}
	if err := inspection.Founding(take, book, campaign, roster, list, false); err != nil {
		b.Fatal(err)
	}
	met := inspection.Met
	for _, r := range book.Rounds() {
		for _, v := range book.VisitsIn(r.No) {
			f, err := book.Answer(v.ID, "1.01", inspection.Change{Verdict: &met})
			if err != nil {
				b.Fatal(err)
			}
			take(f)
		}
	}
	a := newApp(Options{Book: book, Journal: s, Author: "记录人甲", Now: func() time.Time { return testStart }})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	p := place{Round: 1, Kind: inspection.Routine, School: "S001"}
	a.open(newSchools(a, 1))
	a.open(newVisit(a, p))
	_ = a.View()
	return a
}

// longChecklist has 195 items in sixteen sections.
func longChecklist() *inspection.Checklist {
	c := testChecklist()
	for i := range c.Sections {
		s := &c.Sections[i]
		most := 12
		if i < 3 {
			most = 13
		}
		for n := len(s.Items) + 1; n <= most; n++ {
			it := s.Items[n%3]
			it.Code = inspection.ItemCode(fmt.Sprintf("%d.%02d", s.Number, n))
			s.Items = append(s.Items, it)
		}
	}
	return c
}

func TestLongChecklist(t *testing.T) {
	if n := longChecklist().Len(); n != 195 {
		t.Errorf("%d items", n)
	}
}
