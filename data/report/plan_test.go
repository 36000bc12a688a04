package report

import (
	"bytes"
	"testing"

	"xuncha/inspection"
)

// staffed is the sample with two teams, of which one has a member with a tie.
func staffed(t *testing.T) *inspection.Book {
	d := &desk{t: t, book: *sample(t), seq: 1 << 20}
	b := &d.book
	d.must(b.Staff([]inspection.Member{
		{ID: "甲", Name: "组员甲", Post: "科长", Present: []string{"某某局"}},
		{ID: "乙", Name: "=组员乙", Post: "教师", Present: []string{"S3"}, Former: []string{"S2", "示例四小"}},
		{ID: "丙", Name: "组员丙", Present: []string{"S3"}, Kin: []string{"S4"}},
		{ID: "丁", Name: "组员丁"},
	}, []inspection.Posting{
		{Member: "甲", Round: 1, Team: 1, Role: inspection.Lead}, {Member: "乙", Round: 1, Team: 1, Role: inspection.Liaison},
		{Member: "丙", Round: 1, Team: 1}, {Member: "丙", Round: 2, Team: 2, Role: inspection.Deputy},
	}))
	batch, team, from, to := 1, 1, inspection.Day(20759), inspection.Day(20763)
	d.must(b.Arrange(inspection.Arrangement{Team: &team, Batch: &batch, From: &from, To: &to}, visit(1, "S1"), visit(1, "S2")))
	return b
}

func TestPlanGolden(t *testing.T) {
	b := staffed(t)
	for name, write := range map[string]func(*bytes.Buffer, Format, inspection.Language) error{
		"plan":     func(w *bytes.Buffer, f Format, l inspection.Language) error { return WritePlan(w, f, l, b) },
		"teams":    func(w *bytes.Buffer, f Format, l inspection.Language) error { return WriteTeams(w, f, l, b) },
		"recusals": func(w *bytes.Buffer, f Format, l inspection.Language) error { return WriteRecusals(w, f, l, b) },
	} {
		for _, f := range Formats() {
			for l, mark := range []string{"", ".en"} {
				var w bytes.Buffer
				if err := write(&w, f, inspection.Language(l)); err != nil {
					t.Fatal(err)
				}
				compare(t, name+mark+"."+string(f), w.Bytes())
			}
		}
	}
}
