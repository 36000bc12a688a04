package report

import (
	"errors"
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

// paperCases are papers of the sample, by the names of their golden files.
func paperCases() map[string]struct {
	kind   PaperKind
	choice PaperChoice
} {
	type c = struct {
		kind   PaperKind
		choice PaperChoice
	}
	return map[string]c{
		"paper-finding":      {FindingPaper, PaperChoice{Round: 1}},
		"paper-confirmation": {ConfirmationPaper, PaperChoice{School: "S2", Round: 1}},
		"paper-feedback":     {FeedbackPaper, PaperChoice{School: "S2", Round: 1}},
		"paper-feedback-new": {FeedbackPaper, PaperChoice{School: "S1", Round: 1}},
	}
}

func TestPapersAreGolden(t *testing.T) {
	b := paperBook(t)
	for name, c := range paperCases() {
		text := strings.Join(Preview(compose(t, b, c.kind, c.choice)), "\n") + "\n"
		compare(t, name+".text", []byte(text))
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
		"no such finding":   {FindingPaper, PaperChoice{Finding: "x"}, inspection.Refusal{Reason: inspection.NoSuchFinding, About: "x"}},
		"withdrawn":         {FindingPaper, PaperChoice{Finding: "f3"}, NotListed},
		"merged":            {FindingPaper, PaperChoice{Finding: "g5"}, NotListed},
	} {
		if _, err := Compose(b, c.kind, c.choice); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
