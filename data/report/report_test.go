package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"xuncha/inspection"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before committing")

// desk takes facts as a journal does, without a disk.
type desk struct {
	t    *testing.T
	book inspection.Book
	seq  uint64
}

func (d *desk) take(f inspection.Fact) error {
	d.seq++
	at := time.Date(2026, 11, 2, 1, 0, 0, 0, time.UTC).UnixMilli()
	e := &inspection.Entry{
		Device: inspection.DeviceID{0xab}, Seq: d.seq, Author: "张组员",
		Stamp: inspection.Stamp{Millis: at + int64(d.seq)*60_000}, Fact: f,
	}
	e.Hash[0] = byte(d.seq)
	d.book.Apply(e)
	return nil
}

func (d *desk) must(f inspection.Fact, err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	d.take(f)
}

func (d *desk) answer(round inspection.RoundNo, school inspection.SchoolCode, item inspection.ItemCode, v inspection.Verdict) {
	d.t.Helper()
	d.must(d.book.Answer(visit(round, school), item, inspection.Change{Verdict: &v}))
}

func visit(round inspection.RoundNo, school inspection.SchoolCode) inspection.VisitID {
	return inspection.VisitID{Round: round, Kind: inspection.Routine, School: school}
}

// sample is a small campaign with something of everything: a finished visit, a
// begun one, one not begun, a verdict of each kind, a finding from an item, one
// from none, one withdrawn, words that would be formulas or move the cursor.
func sample(t *testing.T) *inspection.Book {
	d := &desk{t: t}
	campaign := inspection.Campaign{ID: "c1", Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}
	if err := inspection.Founding(d.take, &d.book, campaign, sampleRoster(), sampleList(), false); err != nil {
		t.Fatal(err)
	}
	b := &d.book
	d.must(b.Begin(visit(1, "S1"), 20759))
	d.answer(1, "S1", "1.01", inspection.Met)
	d.answer(1, "S1", "1.02", inspection.Unmet)
	d.answer(1, "S1", "2.01", inspection.Unclear)
	d.must(b.Begin(visit(1, "S2"), 20760))
	d.answer(1, "S2", "1.02", inspection.Unmet)
	d.must(b.Begin(visit(2, "S3"), 20761))
	d.answer(2, "S3", "1.01", inspection.Partly)
	d.answer(2, "S3", "1.02", inspection.NA)
	d.must(b.Raise("f1", visit(1, "S1"), "1.02", "=SUM(A1) 会议记录缺页", "抽看10次，缺3次。\n第二行"))
	d.must(b.Raise("f2", visit(1, "S1"), "", "清单之外的问题", ""))
	d.must(b.Raise("f3", visit(1, "S2"), "1.02", "后来撤回", ""))
	d.must(b.Withdraw("f3"))
	d.must(b.Count(visit(1, "S1"), inspection.Talks, 7))
	d.threads()
	return b
}

// threads leads findings through their lives: one closed and relapsed in a
// look-back, one overdue, one fed back in time, one not yet, one merged, one
// that waits for its number; and a sealed visit that was amended.
func (d *desk) threads() {
	d.t.Helper()
	b, v, device := &d.book, visit(1, "S2"), inspection.DeviceID{0xab}
	fill := func(x *inspection.Details) {
		x.Level, x.Nature, x.Duty, x.Discoverer = inspection.OfTeam, inspection.Risk, inspection.MainBody|inspection.Direct, "张组员"
		x.Undertakers, x.Checked, x.FixNow = []string{"张组员", "李组员"}, inspection.Checked{N: 3, Of: 10}, true
	}
	day := inspection.Day(20765)
	for i, id := range []inspection.FindingID{"g1", "g2", "g3", "g4", "g5"} {
		d.must(b.RaiseWith(id, v, "1.01", []string{"采购未比价", "账实不符", "公示不及时", "值班记录缺项", "记录不全"}[i], "抽看10份，3份如此。", fill))
		d.must(b.Submit(id))
		if id == "g5" {
			d.must(b.Merge("g5", "g1"))
			continue
		}
		d.must(b.AdoptFinding(id, device, "事实清楚"))
		if id != "g4" {
			d.must(b.FeedBack(id, "", day))
		}
	}
	set := func(until inspection.Day, state inspection.RectifyStanding, id inspection.FindingID) {
		leader, measures, long := "分管副校长", "逐项\n比价", true
		d.must(b.Rectify(inspection.RectifyChange{Leader: &leader, Measures: &measures, Deadline: &until, LongTerm: &long, State: &state}, id))
	}
	set(20900, inspection.Done, "g1")
	set(20769, inspection.NotDone, "g2")
	set(20772, inspection.Basically, "g3")
	d.must(b.Report("g1", "p1", 20766, "已补充比价记录"))
	proof := inspection.EvidenceID(strings.Repeat("5e", 32))
	d.must(b.Attach(v, proof, "比价记录.txt", 120, "", "g1"))
	d.must(b.Prove(v, proof, "g1"))
	d.must(b.Close("g1", 20767, "示例主任"))
	d.must(b.PlanLookBack(2))
	d.must(b.Relook(inspection.VisitID{Round: 2, Kind: inspection.LookBack, School: "S2"}, "g1", inspection.Relapsed, "又有一笔未比价"))
	d.must(b.Seal(v, device, "张组长", "其余要点下一批再看", 20768))
	met := inspection.Met
	f, err := b.Answer(v, "1.02", inspection.Change{Verdict: &met})
	if err == nil {
		f, err = b.Permit(f, "复核时补见材料", "r1")
	}
	d.must(f, err)
}

func sampleRoster() inspection.Roster {
	return inspection.Roster{
		{Code: "S1", Name: "示例一小", Stage: inspection.Primary, Ownership: inspection.Public,
			Traits: inspection.Canteen, Known: inspection.Canteen | inspection.Bus, Area: "东片", Note: "=1+1", Order: 1},
		{Code: "S2", Name: "示例第二实验幼儿园", Stage: inspection.Kindergarten, Ownership: inspection.Private, Order: 2},
		{Code: "S3", Name: "示例三中", Order: 3},
		{Code: "S4", Name: "示例四小", Note: "两\n行", Order: 4},
	}
}

func sampleList() *inspection.Checklist {
	return &inspection.Checklist{ID: "试-1", Title: "试用清单", Sections: []inspection.Section{
		{Number: 1, Name: "议事决策", Dimension: 3, Focus: 3, Items: []inspection.Item{
			{Code: "1.01", Title: "第一议题", Look: "看记录。", Basis: "某规定", Confirmed: true, Methods: inspection.ByDocuments | inspection.ByTalk, Papers: []string{"会议记录", "签到"}, Typical: "流于形式。", Section: 1},
			{Code: "1.02", Title: "三重一大", Basis: "另一规定", Methods: inspection.ByCompare, Section: 1},
		}},
		{Number: 2, Name: "食堂", Dimension: 2, Focus: 2, Items: []inspection.Item{
			{Code: "2.01", Title: "陪餐", Applies: inspection.IfCanteen, Methods: inspection.BySite, Section: 2},
		}},
	}}
}

func TestGolden(t *testing.T) {
	b := sample(t)
	writers := map[string]func(*bytes.Buffer, Format, inspection.Language) error{
		"summary": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return Summarize(b, 20770).Write(w, f, l)
		},
		"round": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return Summarize(b, 20770, 3).Write(w, f, l)
		},
		"log": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return ReadLog(b, Selection{}, l).Write(w, f, l)
		},
		"evidence": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return ListEvidence(b, EvidenceSelection{}).Write(w, f, l)
		},
		"findings": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return ListFindings(b, FindingChoice{}).Write(w, f, l)
		},
		"ledger": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return ReadLedger(b, LedgerChoice{Today: 20770}).Write(w, f, l)
		},
		"roster": func(w *bytes.Buffer, f Format, l inspection.Language) error { return WriteRoster(w, f, l, b.Roster()) },
		"checklist": func(w *bytes.Buffer, f Format, l inspection.Language) error {
			return WriteChecklist(w, f, l, b.ChecklistOf(1))
		},
	}
	for name, write := range writers {
		for _, f := range Formats() {
			for l, suffix := range []string{".", ".en."} {
				var got bytes.Buffer
				if err := write(&got, f, inspection.Language(l)); err != nil {
					t.Fatal(err)
				}
				compare(t, name+suffix+string(f), got.Bytes())
			}
		}
	}
}

func compare(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not as it was:\n%s", name, got)
	}
}

func TestSummaryNumbers(t *testing.T) {
	s := Summarize(sample(t), 20770)
	r, all := s.Rounds[0], s.Total
	if r.Planned != 2 || r.Begun != 2 || r.Finished != 1 || all.Planned != 4 || all.Begun != 3 {
		t.Errorf("coverage: %+v", r)
	}
	if r.Findings != 6 || r.Withdrawn != 1 || r.Merged != 1 || r.Elsewhere != 1 || r.Sections[0].Findings != 5 {
		t.Errorf("findings: %+v", r)
	}
	if len(r.Common) != 1 || r.Common[0].Title != "三重一大" || r.Common[0].Tally.Rate() != (inspection.Rate{Rule: inspection.CommonRule, N: 1, Of: 2}) {
		t.Errorf("common: %+v", r.Common)
	}
	if got := all.Common[0].Tally.Rate(); got.N != 1 || got.Of != 2 || got.Out != 1 {
		t.Errorf("common of all rounds: %+v", got)
	}
	if n := r.Ledger; n.All != 3 || n.Overdue != 1 || n.Relapsed != 1 || r.NotFed != 1 || all.Ledger != n {
		t.Errorf("ledger: %+v", r.LedgerFigures)
	}
	if two := s.Rounds[1]; two.LookBacks.Of != 3 || two.Answers[inspection.Relapsed] != 1 || len(two.Visits) != 1 {
		t.Errorf("look-backs: %+v", two.LookBacks)
	}
	if len(r.Sealed) != 1 || len(r.Sealed[0].Differences) != 1 || r.Sealed[0].Differences[0].Reasons[0] != "复核时补见材料" {
		t.Errorf("sealed: %+v", r.Sealed)
	}
	whole := inspection.Tally{}
	for _, sec := range all.Sections {
		whole.Add(sec.Tally)
	}
	if whole != all.All {
		t.Errorf("sections add up to %+v, not %+v", whole, all.All)
	}
}

// An item judged in every round but 不符合 in one belongs to N in all of them.
func TestCommonCountsJudgedElsewhere(t *testing.T) {
	d := &desk{t: t}
	c := inspection.Campaign{ID: "c1", Title: "甲", Zone: inspection.BeijingZone}
	if err := inspection.Founding(d.take, &d.book, c, sampleRoster(), sampleList(), true); err != nil {
		t.Fatal(err)
	}
	d.answer(1, "S1", "1.01", inspection.Unmet)
	d.answer(2, "S1", "1.01", inspection.Met)
	if got := Summarize(&d.book, 20770).Total.Common[0].Tally.Rate(); got.N != 1 || got.Of != 2 {
		t.Errorf("%d of %d", got.N, got.Of)
	}
}

func TestLogSelection(t *testing.T) {
	b := sample(t)
	for _, c := range []struct {
		sel  Selection
		want int // after the founding
	}{
		{Selection{School: "S3"}, 3},
		{Selection{School: "S1", Item: "1.02"}, 2},
		{Selection{Item: "2.01"}, 1},
		{Selection{School: "S9"}, 0},
	} {
		got := 0
		for _, line := range ReadLog(b, c.sel, inspection.Chinese) {
			if line.Seq > 7 {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%+v: %d entries, want %d", c.sel, got, c.want)
		}
	}
}

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"=1": "'=1", " =1": "' =1", "＝1": "'＝1", "@x": "'@x", "|x": "'|x", "'x": "''x", "\tx": "'\tx",
		"-5": "-5", "-5.25": "-5.25", "-": "'-", "+5": "'+5", "-5+1": "'-5+1", "一": "一", "": "", "5-1": "5-1",
	} {
		if got := guard(cell); got != want {
			t.Errorf("guard(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestReadableByPrograms(t *testing.T) {
	b := sample(t)
	var w bytes.Buffer
	if err := Summarize(b, 20770).Write(&w, JSON, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	var s summaryJSON
	if err := json.Unmarshal(w.Bytes(), &s); err != nil || len(s.Rounds) != 3 || s.Total == nil {
		t.Errorf("%v %+v", err, s)
	}
	w.Reset()
	if err := Summarize(b, 20770).Write(&w, CSV, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	text := w.String()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 50 || strings.Count(text, inspection.MetRule.In(inspection.Chinese)) != 1 {
		t.Errorf("%v, %d rows", err, len(rows))
	}
}

// No word of the paper is empty in either language, and the English is English.
func TestNoWordIsEmpty(t *testing.T) {
	chineseSign := regexp.MustCompile(`[\p{Han}、，。：；？！（）]`)
	for _, w := range []*words{&chinese, &english} {
		v := reflect.ValueOf(*w)
		for _, f := range reflect.VisibleFields(v.Type()) {
			if f.Type.Kind() == reflect.String && v.FieldByIndex(f.Index).String() == "" {
				t.Errorf("%s is empty", f.Name)
			}
			if f.Type.Kind() == reflect.String && w == &english && chineseSign.MatchString(v.FieldByIndex(f.Index).String()) {
				t.Errorf("%s is Chinese in English", f.Name)
			}
		}
	}
}
