package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// BenchmarkLedgerFilter types into the filter of a ledger of 1,000 and of
// 100,000 findings at 120×36. A key is Update and View; at 100,000 the rest is
// found in ticks between the frames, none of which may take long either. The
// median and the worst of each are told.
func BenchmarkLedgerFilter(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := benchLedger(b, n)
			typed := "zdh wsjl"
			var keys, ticks timing
			first := time.Duration(0)
			for i := range b.N {
				k := press(string(typed[i%len(typed)]))
				if i%len(typed) == 0 {
					k = tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
				}
				start := time.Now()
				cmd := keys.frame(a, k)
				for screenful := false; cmd != nil; {
					if !screenful && a.top().(*ledger).sift.shown.query == a.top().(*ledger).query.text() {
						screenful, first = true, first+time.Since(start)
					}
					cmd = ticks.frame(a, ended(cmd))
				}
			}
			b.ReportMetric(keys.each(), "µs/key")
			b.ReportMetric(float64(keys.worst.Microseconds()), "µs-worst-key")
			b.ReportMetric(float64(ticks.worst.Microseconds()), "µs-worst-tick")
			b.ReportMetric(float64(ticks.all.Microseconds())/float64(b.N), "µs-ticks/key")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// timing is time spent in frames.
type timing struct {
	all, worst time.Duration
	n          int
}

func (s *timing) each() float64 { return float64(s.all.Microseconds()) / float64(max(s.n, 1)) }

// frame is one message and what is drawn after it.
func (s *timing) frame(a *App, msg tea.Msg) tea.Cmd {
	start := time.Now()
	_, cmd := a.Update(msg)
	_ = a.View()
	took := time.Since(start)
	s.all, s.worst, s.n = s.all+took, max(s.worst, took), s.n+1
	return cmd
}

// ended is the message of a delay.
func ended(cmd tea.Cmd) tea.Msg {
	msg := cmd()
	for {
		batch, ok := msg.(tea.BatchMsg)
		if !ok {
			return msg
		}
		for _, c := range batch {
			if c != nil {
				msg = c()
			}
		}
	}
}

// benchLedger opens the ledger of n adopted findings, each one entry.
func benchLedger(b *testing.B, n int) *App {
	b.Helper()
	s, book := newShelf(), &inspection.Book{}
	found(b, book, s)
	visits := book.VisitsIn(1)
	today := inspection.DayAt(testStart, inspection.BeijingZone)
	for i := range n {
		book.Apply(s.Take("记录人甲", threadFact(visits[i%len(visits)].ID, i, today)))
	}
	a := newApp(Options{Book: book, Journal: s, Author: "记录人甲", Now: func() time.Time { return testStart }})
	a.after = func(_ time.Duration, id int) tea.Cmd { return func() tea.Msg { return tickMsg{id} } }
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	start := time.Now()
	_, cmd := a.Update(press("f6"))
	_ = a.View()
	b.Logf("%d rows open in %v", n, time.Since(start).Round(time.Millisecond))
	for cmd != nil {
		_, cmd = a.Update(ended(cmd))
	}
	a.Update(press("/"))
	return a
}

// threadFact is a finding that was adopted, fed back and planned, in one fact.
func threadFact(v inspection.VisitID, i int, today inspection.Day) inspection.Fact {
	places := []string{"大额资金使用未经党组织会议研究", "食堂陪餐记录不完整", "党费收缴未按月公示", "教辅征订未告知家长", "实验室危险化学品台账缺项"}
	f := inspection.Fact{Kind: inspection.Raised}
	set := func(field inspection.Field, value inspection.Value) {
		f.Writes = append(f.Writes, inspection.Write{
			Register: inspection.Register{Field: field, Visit: v, ID: fmt.Sprintf("thread-%06d", i)}, Value: value,
		})
	}
	title := fmt.Sprintf("%s（%d）", places[i%len(places)], i)
	set(inspection.FindingTitle, inspection.Value{Text: title})
	set(inspection.FindingStanding, inspection.Value{N: int64(inspection.Adopted)})
	set(inspection.RectifyWords, inspection.Value{N: int64(today) - 60, Text: title + "\n抽看近三年会议记录和付款凭证，其中3笔大额支出未见党组织会议研究记录，由分管负责同志签批后即付款。"})
	set(inspection.RectifyMeasures, inspection.Value{Text: "重新学习议事规则，逐笔补充研究记录，每月自查一次，由办公室汇总后报党组织会议。"})
	set(inspection.RectifyLeader, inspection.Value{Text: []string{"校长", "副校长", "书记"}[i%3]})
	set(inspection.RectifyDeadline, inspection.Value{N: int64(today) + int64(i%200) - 60})
	set(inspection.RectifyState, inspection.Value{N: int64(1 + i%3)})
	return f
}
