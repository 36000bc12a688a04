package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"xuncha/inspection"
)

// The published figures of a district's round: 688 done, 4 basically, 5 not, of
// 697, are 98.71 %; only what is done counts, and what was adopted and not fed
// back is left out and said so.
func TestPublishedRate(t *testing.T) {
	d := &desk{t: t}
	c := inspection.Campaign{ID: "c1", Title: "甲", Zone: inspection.BeijingZone}
	if err := inspection.Founding(d.take, &d.book, c, sampleRoster(), sampleList(), false); err != nil {
		t.Fatal(err)
	}
	states := map[int]inspection.RectifyStanding{688: inspection.Basically, 689: inspection.Basically, 690: inspection.Basically, 691: inspection.Basically}
	for i := range 700 {
		id := inspection.FindingID(fmt.Sprintf("f%03d", i))
		d.must(d.book.RaiseWith(id, visit(1, "S1"), "", "题", "事", func(x *inspection.Details) { x.Undertakers = []string{"甲", "乙"} }))
		d.must(d.book.Submit(id))
		d.must(d.book.AdoptFinding(id, inspection.DeviceID{0xab}, ""))
		if i >= 697 {
			continue
		}
		d.must(d.book.FeedBack(id, "", 20765))
		state := states[i]
		if i < 688 {
			state = inspection.Done
		}
		if state != 0 {
			d.must(d.book.Rectify(inspection.RectifyChange{State: &state}, id))
		}
	}
	var text, csv, figures bytes.Buffer
	g := ReadLedger(&d.book, LedgerChoice{Today: 20770, View: inspection.ViewOverdue})
	for w, f := range map[*bytes.Buffer]Format{&text: Text, &csv: CSV, &figures: JSON} {
		if err := g.Write(w, f, inspection.Chinese); err != nil {
			t.Fatal(err)
		}
	}
	if want := "整改完成率 98.71% (688/697)  完成整改 688  基本完成并持续整改 4  未完成 5  已反馈 697"; !strings.Contains(text.String(), want) {
		t.Errorf("it says %s", text.String())
	}
	if want := "未计入：采用而未反馈 3"; !strings.Contains(text.String(), want) {
		t.Errorf("it says %s", text.String())
	}
	if want := `"share": 0.9871`; !strings.Contains(figures.String(), want) {
		t.Errorf("it says %s", figures.String())
	}
	if s := Summarize(&d.book, 20770).Rounds[0]; s.rate() != (inspection.Rate{Rule: inspection.RectifiedRule, N: 688, Of: 697, Out: 3}) {
		t.Errorf("the summary has %+v", s.rate())
	}
}

// Each view lists its own, and the choices narrow the figures with the lines.
func TestLedgerViews(t *testing.T) {
	b := sample(t)
	for view, want := range map[inspection.View]string{
		inspection.ViewAll: "g1 g2 g3 g4", inspection.ViewNotFed: "g4", inspection.ViewOpen: "g1 g2 g3", inspection.ViewOverdue: "g2",
		inspection.ViewThisWeek: "g3", inspection.ViewRelapsed: "g1", inspection.ViewFixNow: "g1 g2 g3 g4", inspection.ViewClosed: "",
	} {
		var ids []string
		g := ReadLedger(b, LedgerChoice{View: view, Today: 20770})
		for _, r := range g.Rows {
			ids = append(ids, string(r.ID))
		}
		if got := strings.Join(ids, " "); got != want || g.Ledger.All != 3 {
			t.Errorf("%s lists %q of %d", view.Name(), got, g.Ledger.All)
		}
	}
	if g := ReadLedger(b, LedgerChoice{Round: 2, Today: 20770}); len(g.Rows) != 0 || g.Ledger.All != 0 {
		t.Errorf("round 2: %+v", g.LedgerFigures)
	}
	if g := ListFindings(b, FindingChoice{School: "S1", State: inspection.Draft}); len(g.Rows) != 2 || g.Of != 2 {
		t.Errorf("%d findings of %d", len(g.Rows), g.Of)
	}
}
