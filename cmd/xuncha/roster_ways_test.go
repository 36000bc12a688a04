package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// drawSchool draws a school that a book may hold, with words that try what csv
// and spreadsheets do to them.
func drawSchool(t *rapid.T, i int) inspection.School {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("示例一小=+-@'\"“”,，;|、（)<b> 9Ａ㈠𠮷")), 0, 12, -1)
	tidy := strings.TrimSpace
	s := inspection.School{
		Code: inspection.SchoolCode(fmt.Sprintf("S%03d", i+1)), Order: i + 1,
		Name:      tidy(word.Draw(t, "name")) + fmt.Sprint("校", i),
		Stage:     inspection.Stage(rapid.IntRange(0, int(inspection.Vocational)).Draw(t, "stage")),
		Ownership: inspection.Ownership(rapid.IntRange(0, 2).Draw(t, "ownership")),
		Known:     inspection.Traits(rapid.IntRange(0, int(inspection.AllTraits)).Draw(t, "known")),
		Area:      tidy(word.Draw(t, "area")),
		Group:     tidy(word.Draw(t, "group")),
		Note:      strings.TrimSpace(strings.Join(rapid.SliceOfN(word, 0, 3).Draw(t, "note"), "\n")),
		Closed:    inspection.Day(rapid.SampledFrom([]int{0, 20_700}).Draw(t, "closed")),
	}
	s.Traits = s.Known & inspection.Traits(rapid.IntRange(0, int(inspection.AllTraits)).Draw(t, "traits"))
	return s
}

// A roster that is written as csv is read again as it was.
func TestRosterComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r inspection.Roster
		for i := range rapid.IntRange(1, 5).Draw(t, "schools") {
			r = append(r, drawSchool(t, i))
		}
		var b bytes.Buffer
		if err := report.WriteRoster(&b, report.CSV, inspection.Chinese, r); err != nil {
			t.Fatal(err)
		}
		f, err := table.Read(context.Background(), "r.csv", bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		back, err := data.ReadRoster(f, "")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(back.Roster, r) {
			t.Fatalf("wrote\n%+v\nread\n%+v\nas\n%s", r, back.Roster, b.String())
		}
	})
}
