package main

import (
	"path/filepath"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// demoToday is a day after all that the demo book tells.
var demoToday, _ = inspection.ParseDay("2026-06-30")

// The same seed gives the same book, down to the hash of the last entry.
func TestDemoIsTheSameForASeed(t *testing.T) {
	t.Parallel()
	head := map[string]inspection.Hash{}
	for name, seed := range map[string]uint64{"a": 7, "b": 7, "c": 8} {
		b, err := writeDemo(filepath.Join(t.TempDir(), name), seed, data.Options{})
		if err != nil {
			t.Fatal(err)
		}
		head[name] = b.book.Last(b.journal.Device()).Hash
	}
	if head["a"] != head["b"] || head["a"] == head["c"] {
		t.Errorf("heads are %x", head)
	}
}

// What it holds is what a district might find, and every made-up finding says
// that it is.
func TestDemoIsPlausible(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "demo")
	b, err := writeDemo(path, 1, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := report.Summarize(&b.book, demoToday)
	all := s.Total.All
	given := all.Applicable - all.Verdicts[inspection.None]
	for v, want := range map[inspection.Verdict][2]int{
		inspection.Met: {70, 82}, inspection.Partly: {10, 18}, inspection.Unmet: {4, 9},
		inspection.NA: {1, 4}, inspection.Unclear: {1, 4},
	} {
		if got := 100 * all.Verdicts[v] / given; got < want[0] || got > want[1] {
			t.Errorf("%d %% are %s", got, v.In(inspection.Chinese))
		}
	}
	if one := s.Rounds[0]; one.Finished != 21 || one.Findings < 14*21 || one.Findings > 20*21 {
		t.Errorf("round 1: %d finished, %d findings", one.Finished, one.Findings)
	}
	if two, three := s.Rounds[1], s.Rounds[2]; two.Finished >= two.Begun || three.Begun == 0 || three.Begun >= three.Planned {
		t.Errorf("round 2 and 3: %d and %d begun", two.Begun, three.Begun)
	}
	for _, f := range b.book.FindingsIn(1) {
		if !strings.Contains(f.Facts, "虚构") {
			t.Errorf("%s does not say that it is made up", f.Title)
		}
	}
	for _, e := range b.book.Log() {
		if at := b.book.Moment(e.Stamp); at.Hour() < 8 || at.Hour() >= 20 || at.Year() > 2026 {
			t.Fatalf("somebody worked at %s", at)
		}
	}
	if r, err := data.Verify(path); err != nil || len(r.Faults) > 0 {
		t.Errorf("verify: %v %v", err, r.Faults)
	}
}

// The book tells the whole story: every state of a finding, every standing and
// view of the ledger, every answer of a look-back, seals with amendments, work
// and evidence; and nothing of it says that it is real.
func TestDemoTellsTheStory(t *testing.T) {
	t.Parallel()
	b, err := writeDemo(filepath.Join(t.TempDir(), "demo"), 1, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book := &b.book
	states, answers, numbers := map[inspection.FindingState]int{}, map[inspection.Relook]int{}, map[string]bool{}
	for _, f := range report.ListFindings(book, report.FindingChoice{}).Rows {
		states[f.State]++
		if f.State == inspection.Adopted && (f.Number.N == 0 || numbers[f.Number.Printed] || len(f.Undertakers) != 2 || f.Nature == 0) {
			t.Errorf("%s was adopted as %q with %v", f.Title, f.Number.Printed, f.Undertakers)
		}
		numbers[f.Number.Printed] = true
		for _, r := range f.LookBacks {
			answers[r.Answer]++
		}
	}
	for s := inspection.Draft; s <= inspection.Merged; s++ {
		if states[s] < 3 {
			t.Errorf("%d findings are %s", states[s], s.In(inspection.Chinese))
		}
	}
	for _, answer := range inspection.Relooks() {
		if answers[answer] == 0 {
			t.Errorf("no look-back says %s", answer.In(inspection.Chinese))
		}
	}
	for _, view := range inspection.Views() {
		g := report.ReadLedger(book, report.LedgerChoice{View: view, Today: demoToday})
		if len(g.Rows) == 0 {
			t.Errorf("%d lines in %s", len(g.Rows), view.In(inspection.Chinese))
		}
	}
	checkAfterwards(t, report.Summarize(book, demoToday).Rounds[0], book)
}

func checkAfterwards(t *testing.T, one report.Figures, book *inspection.Book) {
	t.Helper()
	n := one.Ledger
	if n.All < 300 || n.Standing[inspection.Done]*100 < n.All*80 || n.Standing[inspection.Basically] == 0 || n.Closed == 0 || n.Relapsed == 0 {
		t.Errorf("the first round's ledger: %+v", n)
	}
	amended := 0
	for _, s := range one.Sealed {
		amended += len(s.Differences)
	}
	if len(one.Sealed) != 21 || amended < 4 || amended > 40 {
		t.Errorf("%d sealed, %d amendments", len(one.Sealed), amended)
	}
	form := book.StatisticsIn(1)
	if form.MustTalks == 0 || form.Electives == 0 || form.PapersAsked == 0 || form.Clues == 0 || form.FixNowDone == 0 {
		t.Errorf("the work of the first round: %+v", form)
	}
	if out := book.StatisticsIn(2).PapersOut + book.StatisticsIn(3).PapersOut; out == 0 {
		t.Error("every paper was given back, also where the visit goes on")
	}
	files := 0
	book.AllEvidence(func(e inspection.Evidence) {
		files++
		if !strings.HasPrefix(e.Name, "示例佐证") || e.Caption == "" {
			t.Errorf("evidence %s, %s", e.Name, e.Caption)
		}
	})
	if files < 50 {
		t.Errorf("%d files of evidence", files)
	}
}

// No name of the made-up district is on the built-in roster.
func TestDemoNamesNoRealSchool(t *testing.T) {
	t.Parallel()
	b, err := writeDemo(filepath.Join(t.TempDir(), "demo"), 1, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	roster := b.book.Roster()
	if len(roster) != 61 {
		t.Errorf("%d schools", len(roster))
	}
	names := map[string]bool{}
	for _, s := range roster {
		if !strings.HasPrefix(s.Name, "示例") || names[s.Name] {
			t.Errorf("%s is not plainly made up, or there twice", s.Name)
		}
		names[s.Name] = true
	}
}

func BenchmarkDemo(b *testing.B) {
	for b.Loop() {
		if _, err := writeDemo(filepath.Join(b.TempDir(), "demo"), 1, data.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
