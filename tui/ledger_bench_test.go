package tui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// BenchmarkLedgerFilter types into the filter of a ledger of 1,000 and of
// 100,000 findings at 120×36. A key is Update and View; at 100,000 the rest is
// found in ticks between the frames, none of which may take long either.
func BenchmarkLedgerFilter(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := benchLedger(b, n)
			typed := "zdh wsjl"
			var keys, ticks timing
			for i := range b.N {
				k := press(string(typed[i%len(typed)]))
				if i%len(typed) == 0 {
					k = tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
				}
				for cmd := keys.frame(a, k); cmd != nil; {
					cmd = ticks.frame(a, ended(cmd))
				}
			}
			keys.report(b, "key")
			ticks.report(b, "tick")
			b.ReportMetric(float64(len(ticks.all))/float64(b.N), "ticks/key")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// timing is time spent in frames.
type timing struct{ all []time.Duration }

// report tells the median, and what all but one in a hundred stay under.
func (s *timing) report(b *testing.B, name string) {
	if len(s.all) == 0 {
		return
	}
	slices.Sort(s.all)
	b.ReportMetric(float64(s.all[len(s.all)/2].Microseconds()), "µs/"+name)
	b.ReportMetric(float64(s.all[len(s.all)*99/100].Microseconds()), "µs-p99/"+name)
}

// frame is one message and what is drawn after it.
func (s *timing) frame(a *App, msg tea.Msg) tea.Cmd {
	start := time.Now()
	_, cmd := a.Update(msg)
	_ = a.View()
	s.all = append(s.all, time.Since(start))
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
	var opening timing
	for cmd := opening.frame(a, press("f6")); cmd != nil; {
		cmd = opening.frame(a, ended(cmd))
	}
	b.Logf("%d rows open in %d frames, the longest %v", n, len(opening.all), slices.Max(opening.all).Round(time.Millisecond))
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
	set(inspection.FindingNumber, inspection.Value{N: int64(i + 1), Of: 1, Text: fmt.Sprintf("〔2026〕第1轮-1组-%02d", i+1)})
	set(inspection.RectifyWords, inspection.Value{N: int64(today) - 60, Text: title + "\n抽看近三年会议记录和付款凭证，其中3笔大额支出未见党组织会议研究记录，由分管负责同志签批后即付款。"})
	set(inspection.RectifyMeasures, inspection.Value{Text: "重新学习议事规则，逐笔补充研究记录，每月自查一次，由办公室汇总后报党组织会议。"})
	set(inspection.RectifyLeader, inspection.Value{Text: []string{"校长", "副校长", "书记"}[i%3]})
	set(inspection.RectifyDeadline, inspection.Value{N: int64(today) + int64(i%200) - 60})
	set(inspection.RectifyState, inspection.Value{N: int64(1 + i%3)})
	slices.SortFunc(f.Writes, func(x, y inspection.Write) int { return x.Register.Compare(y.Register) })
	return f
}
