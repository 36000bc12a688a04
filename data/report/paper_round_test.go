package report

import (
	"strings"
	"testing"

	"xuncha/inspection"
)

func TestKindsOfSchoolsStandInTheirOrder(t *testing.T) {
	b := paperBook(t)
	d := &desk{t: t, book: *b, seq: uint64(b.Len())}
	b = &d.book
	d.must(b.Enrol(inspection.Roster{{Code: "S9", Name: "示例九小", Stage: inspection.Primary, Ownership: inspection.Public, Order: 9}}))
	for _, s := range []inspection.SchoolCode{"S3", "S2", "S9"} {
		d.must(b.Replan([]inspection.VisitID{visit(3, s)}))
		d.answer(3, s, "1.01", inspection.Met)
	}
	var got []string
	for _, cells := range rowsOf(t, compose(t, b, RoundPaper, PaperChoice{Round: 3})) {
		if strings.HasSuffix(cells[0], "（1所）") {
			got = append(got, cells[0])
		}
	}
	equal(t, "kinds", got, []string{"公办小学（1所）", "民办幼儿园（1所）", "类别待定（1所）"})
}
