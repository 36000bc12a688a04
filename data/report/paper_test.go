package report

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// paperToday is a week after what the sample book tells of.
const paperToday = inspection.Day(20772)

// paperBook is the sample with the work of a visit, two undertakers and an
// office's own words.
func paperBook(t *testing.T) *inspection.Book {
	t.Helper()
	b := sample(t)
	d := &desk{t: t, book: *b, seq: uint64(b.Len())}
	b = &d.book
	v := visit(1, "S1")
	d.must(b.HoldTalk(v, "t1", inspection.Talk{Post: "校长", Sort: inspection.Must, By: []string{"张组员", "李组员"}, Day: 20759}))
	d.must(b.HoldTalk(v, "t2", inspection.Talk{Post: "教师", Sort: inspection.Elective, By: []string{"张组员", "李组员"}, Day: 20760}))
	d.must(b.AskPapers(v, map[string]string{"p1": "会议记录", "p2": "食堂台账"}, 20759))
	d.must(b.MovePaper(v, "p1", inspection.Handed, 20760))
	d.must(b.HandOver(v, "c1", inspection.Clue{Count: 2, Day: 20761, Organ: "示例纪检组"}))
	d.must(b.RaiseWith("h1", v, "2.01", "陪餐记录缺项", "抽看5天，2天没有陪餐记录。", func(x *inspection.Details) {
		x.Undertakers, x.Checked, x.FixNow, x.Duty = []string{"张组员", "李组员"}, inspection.Checked{N: 2, Of: 5}, true, inspection.Leading
	}))
	d.must(b.Submit("h1"))
	d.must(b.AdoptFinding("h1", inspection.DeviceID{0xab}, "事实清楚"))
	return b
}

func compose(t *testing.T, b *inspection.Book, kind PaperKind, c PaperChoice) *docx.Document {
	t.Helper()
	if c.Today == 0 {
		c.Today = paperToday
	}
	if c.Head == "" {
		c.Head = strings.Repeat("ab", 32)
	}
	d, err := Compose(b, kind, c)
	if err != nil {
		t.Fatalf("%s: %v", kind.Name(), err)
	}
	return d
}

// paperCase is a paper of the sample.
type paperCase struct {
	kind   PaperKind
	choice PaperChoice
}

// paperCases are papers of the sample, by the names of their golden files: each
// kind, and what differs within a kind.
func paperCases() map[string]paperCase {
	return map[string]paperCase{
		"request-listed": {RequestPaper, PaperChoice{School: "S1"}},
		"request-new":    {RequestPaper, PaperChoice{School: "S2", Kind: inspection.Routine}},
		"talk":           {TalkPaper, PaperChoice{School: "S1"}},
		"finding":        {FindingPaper, PaperChoice{Round: 1}},
		"confirmation":   {ConfirmationPaper, PaperChoice{School: "S2", Round: 1}},
		"fix-now":        {FixNowPaper, PaperChoice{School: "S2", Round: 1}},
		"handover":       {HandOverPaper, PaperChoice{School: "S1"}},
		"handover-seal":  {HandOverPaper, PaperChoice{School: "S2", Round: 1}},
		"feedback":       {FeedbackPaper, PaperChoice{School: "S2", Round: 1}},
		"feedback-new":   {FeedbackPaper, PaperChoice{School: "S1", Round: 1}},
		"feedback-again": {FeedbackPaper, PaperChoice{School: "S2", Round: 2, Kind: inspection.LookBack}},
		"school-report":  {SchoolPaper, PaperChoice{School: "S2", Round: 1}},
		"school-unsure":  {SchoolPaper, PaperChoice{School: "S1", Round: 1}},
		"school-again":   {SchoolPaper, PaperChoice{School: "S2", Round: 2, Kind: inspection.LookBack}},
		"common":         {CommonPaper, PaperChoice{Round: 1}},
		"round-report":   {RoundPaper, PaperChoice{Round: 1}},
		"round-two":      {RoundPaper, PaperChoice{Round: 2}},
		"round-empty":    {RoundPaper, PaperChoice{Round: 3}},
		"overview":       {OverviewPaper, PaperChoice{}},
		"blank":          {BlankPaper, PaperChoice{School: "S1"}},
		"blank-any":      {BlankPaper, PaperChoice{Round: 1}},
	}
}

func TestPapersAreGolden(t *testing.T) {
	b := paperBook(t)
	seen := map[PaperKind]bool{}
	for name, c := range paperCases() {
		seen[c.kind] = true
		text := strings.Join(Preview(compose(t, b, c.kind, c.choice)), "\n") + "\n"
		compare(t, "paper-"+name+".text", []byte(text))
	}
	for _, k := range PaperKinds() {
		if !seen[k] {
			t.Errorf("no paper of the kind %s was looked at", k.Name())
		}
	}
}

func TestPapersAreRefused(t *testing.T) {
	b := paperBook(t)
	for name, c := range map[string]struct {
		kind   PaperKind
		choice PaperChoice
		want   error
	}{
		"no such kind":      {0, PaperChoice{}, NoPaperKind},
		"no school":         {FeedbackPaper, PaperChoice{Round: 1}, WhichVisit},
		"no such school":    {FeedbackPaper, PaperChoice{School: "S9"}, inspection.Refusal{Reason: inspection.NoSuchSchool, About: "S9"}},
		"no such round":     {FeedbackPaper, PaperChoice{School: "S1", Round: 9}, inspection.Refusal{Reason: inspection.NoSuchRound, About: "9"}},
		"not planned there": {FeedbackPaper, PaperChoice{School: "S1", Round: 2}, NothingPlanned},
		"nothing adopted":   {FeedbackPaper, PaperChoice{School: "S3"}, NoneAdopted},
		"nothing to ask":    {ConfirmationPaper, PaperChoice{School: "S3"}, NoneConfirmed},
		"a look-back":       {BlankPaper, PaperChoice{School: "S2", Round: 2, Kind: inspection.LookBack}, inspection.Refusal{Reason: inspection.NoChecklist}},
		"blank of no round": {BlankPaper, PaperChoice{}, WhichRound},
		"no such finding":   {FindingPaper, PaperChoice{Finding: "x"}, inspection.Refusal{Reason: inspection.NoSuchFinding, About: "x"}},
		"no findings":       {FindingPaper, PaperChoice{School: "S4"}, NoneRaised},
		"withdrawn":         {FindingPaper, PaperChoice{Finding: "f3"}, NotListed},
		"merged":            {FindingPaper, PaperChoice{Finding: "g5"}, NotListed},
		"one of a visit":    {FeedbackPaper, PaperChoice{Finding: "h1"}, WholeVisit},
		"school of a round": {CommonPaper, PaperChoice{Round: 1, School: "S1"}, WholeRound},
		"kind in a round":   {RoundPaper, PaperChoice{Round: 1, Kind: inspection.LookBack}, WholeRound},
		"a round of all":    {OverviewPaper, PaperChoice{Round: 1}, AllRounds},
		"a school of all":   {OverviewPaper, PaperChoice{School: "S1"}, AllRounds},
	} {
		if _, err := Compose(b, c.kind, c.choice); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// A page with nothing but a signature is not official.
func TestSignaturesStandUnderText(t *testing.T) {
	b := paperBook(t)
	for _, name := range []string{"feedback", "school-report", "round-report", "fix-now"} {
		c := paperCases()[name]
		body, signed := compose(t, b, c.kind, c.choice).Body, false
		for i, block := range body {
			p, _ := block.(docx.Paragraph)
			if p.Style != docx.Signed || signed {
				continue
			}
			signed = true
			if above, ok := body[i-1].(docx.Paragraph); !ok || !above.Next {
				t.Errorf("%s: the signature may stand alone on a page", name)
			}
		}
		if !signed {
			t.Errorf("%s is not signed", name)
		}
	}
}

func TestSignaturesStayTogether(t *testing.T) {
	b := paperBook(t)
	for name, labels := range map[string][]string{
		"finding":      {"承办人", "组务会审核意见", "副组长签字"},
		"confirmation": {"学校意见", "主要负责人签字", "承办人签字"},
		"request-new":  {"移交人（学校）", "归还人（巡察组）"},
		"handover":     {"学校意见", "主要负责人（盖章）", "经手人（学校）"},
	} {
		c := paperCases()[name]
		found := map[string]bool{}
		for _, block := range compose(t, b, c.kind, c.choice).Body {
			table, _ := block.(docx.Table)
			for _, row := range table.Rows {
				label := ""
				for _, p := range row.Cells[0].Paragraphs {
					label += p.Runs[0].Text
				}
				if label = strings.ReplaceAll(label, "\n", ""); !slices.Contains(labels, label) {
					continue
				}
				found[label] = true
				if !row.Cells[0].Paragraphs[0].Next {
					t.Errorf("%s: the row %s may stand alone on a page", name, label)
				}
			}
		}
		if len(found) != len(labels) {
			t.Errorf("%s: only %v were found", name, found)
		}
	}
}

// A round without schools has no charts of nothing and no table without rows.
func TestNothingToSeeIsNotDrawn(t *testing.T) {
	b := paperBook(t)
	d := &desk{t: t, book: *b, seq: uint64(b.Len())}
	d.must(d.book.Move(1, visit(3, "S4")))
	for _, block := range compose(t, &d.book, RoundPaper, PaperChoice{Round: 3}).Body {
		switch block := block.(type) {
		case docx.Chart:
			t.Errorf("a chart of nothing: %s", block.Title)
		case docx.Break:
			t.Error("a page for a table of no schools")
		}
	}
}
