package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// answersTo has lines taken and gives the answers.
func answersTo(t *testing.T, r *recorder, out *bytes.Buffer, lines ...string) []string {
	t.Helper()
	out.Reset()
	in := make(chan inputLine, len(lines))
	for i, text := range lines {
		in <- inputLine{number: i + 1, text: []byte(text)}
	}
	close(in)
	if err := r.run(in); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(out.String()), "\n")
}

// What two laptops tell differently is listed for programs, and a line made of
// that list settles it.
func TestRecordSettlesConflict(t *testing.T) {
	r, out := recorderOn(t, data.Options{})
	answersTo(t, r, out, `{"round":1,"school":"S001","finding":{"raise":true,"id":"F-1","title":"甲","facts":"事"}}`)
	other := &inspection.Entry{
		Device: inspection.DeviceID{7}, Seq: 1, Author: "另一台", Stamp: r.book.Last(r.journal.Device()).Stamp,
		Fact: inspection.Fact{Kind: inspection.Revised, Writes: []inspection.Write{{
			Register: inspection.Register{Field: inspection.FindingTitle, Visit: lifeVisit, ID: "F-1"}, Value: inspection.Value{Text: "乙"},
		}}},
	}
	other.Hash = sha256.Sum256([]byte("other"))
	r.book.Apply(other)
	var listed struct {
		Conflicts []struct {
			Round               int
			School, Kind, Field string
			ID                  string
			Claims              []struct {
				Device, Says string
				Seq          int
			}
		}
	}
	var raw bytes.Buffer
	if err := report.ListFindings(&r.book, report.FindingChoice{}).Write(&raw, report.JSON, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw.Bytes(), &listed); err != nil || len(listed.Conflicts) != 1 || len(listed.Conflicts[0].Claims) != 2 {
		t.Fatalf("%v: %s", err, raw.Bytes())
	}
	c := listed.Conflicts[0]
	claim := c.Claims[0]
	if claim.Says != "“乙”" {
		claim = c.Claims[1]
	}
	line := func(seq int) string {
		return fmt.Sprintf(`{"round":%d,"school":%q,"kind":%q,"conflict":{"field":%q,"id":%q,"device":%q,"seq":%d}}`,
			c.Round, c.School, c.Kind, c.Field, c.ID, claim.Device, seq)
	}
	answers := answersTo(t, r, out, line(99), line(claim.Seq), line(claim.Seq))
	if !strings.Contains(answers[0], `"field":"conflict.seq"`) || !strings.Contains(answers[1], "saved") || !strings.Contains(answers[2], "没有冲突") {
		t.Errorf("answers are %q", answers)
	}
	if f, _ := r.book.Finding("F-1"); f.Title != "乙" || len(r.book.Conflicts()) != 0 {
		t.Errorf("it is %q with %d conflicts", f.Title, len(r.book.Conflicts()))
	}
}

// An amendment's reason is kept with it; a line that concerns no seal passes
// with a reason as without.
func TestRecordKeepsReasons(t *testing.T) {
	r, out := recorderOn(t, data.Options{})
	answers := answersTo(t, r, out,
		`{"round":1,"school":"S001","item":"1.01","verdict":"met","reason":"还没有封存"}`,
		`{"round":1,"school":"S001","seal":{"by":"组长","why":"其余再看"}}`,
		`{"round":1,"school":"S001","item":"1.01","verdict":"unmet"}`,
		`{"round":1,"school":"S001","item":"1.01","verdict":"unmet","reason":"看漏一册"}`,
		`{"round":1,"school":"S001","talk":{"post":"校长","sort":"required","by":["甲","乙"]},"reason":"漏记"}`)
	if !strings.Contains(answers[2], `"field":"reason"`) || !strings.Contains(answers[4], `"id"`) {
		t.Fatalf("answers are %q", answers)
	}
	reasons := ""
	for _, d := range r.book.Differences(lifeVisit) {
		reasons += strings.Join(d.Reasons, " ") + " "
	}
	if !strings.Contains(reasons, "看漏一册") || !strings.Contains(reasons, "漏记") || strings.Contains(reasons, "还没有封存") {
		t.Errorf("the reasons are %q", reasons)
	}
}

// Lines are judged and put on disk together; this is how many a second.
func BenchmarkRecordLife(b *testing.B) {
	r, _ := recorderOn(b, data.Options{})
	for b.Loop() {
		lines := make(chan inputLine, 1000)
		for i := range 1000 {
			lines <- inputLine{number: i + 1, text: fmt.Appendf(nil, `{"round":1,"school":"S001","item":"1.01","note":"第%d"}`, i)}
		}
		close(lines)
		if err := r.run(lines); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "lines/s")
}
