package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// demoState is what the made-up book holds.
func demoState(t testing.TB) *inspection.State {
	t.Helper()
	b, err := writeDemo(filepath.Join(t.TempDir(), "d.xuncha"), 1, data.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	return b.book.State()
}

// hostileNames are those that a spreadsheet would run, or that would break out
// of a table.
var hostileNames = []string{"=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0", "'=1+1", "｜", "a\"b,c\nd", "＝1+1", "\t=1+1"}

// Names that are formulas stay text when LibreOffice reads the tables.
func TestHostileNamesStayText(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	rows := func(yield func([]string) bool) {
		for _, name := range hostileNames {
			if !yield([]string{name}) {
				return
			}
		}
	}
	sheets := []report.Sheet{{Name: "schools", Title: "学校", Keys: []string{"name"}, Says: []string{"名称"}, Rows: rows}}
	if err := report.WriteSheets(t.Context(), folder, sheets); err != nil {
		t.Fatal(err)
	}
	libreOffice(t, "--convert-to", "fods", "--infilter=CSV:44,34,76,1", "--outdir", folder, filepath.Join(folder, "schools.csv"))
	got, err := os.ReadFile(filepath.Join(folder, "schools.fods"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got, []byte("table:formula")) {
		t.Error("a name became a formula")
	}
	for _, want := range []string{"cmd|", "SUM(1,1)"} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is not there", want)
		}
	}
}

// The tables of the made-up book read back to what was written, with the guard
// taken off.
func TestTablesReadBack(t *testing.T) {
	t.Parallel()
	s := demoState(t)
	folder := t.TempDir()
	sheets := sheetsOf(s)
	if err := report.WriteSheets(t.Context(), folder, sheets); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range sheets {
		raw, err := os.ReadFile(filepath.Join(folder, sheet.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		read, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(sheet.Name, err)
		}
		want := [][]string{sheet.Keys}
		for row := range sheet.Rows {
			want = append(want, row)
		}
		if len(read) != len(want) {
			t.Errorf("%s: %d rows became %d", sheet.Name, len(want), len(read))
			continue
		}
		for i := range want {
			for j := range want[i] {
				if got := strings.TrimPrefix(read[i][j], "'"); got != strings.TrimPrefix(want[i][j], "'") {
					t.Fatalf("%s row %d: %q became %q", sheet.Name, i, want[i][j], got)
				}
			}
		}
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != len(sheets)+1 || !slices.ContainsFunc(names, func(e os.DirEntry) bool { return e.Name() == report.ContentsName }) {
		t.Error(len(names), err)
	}
}

// BenchmarkExchange hands everything of the made-up book of 61 schools and three
// rounds over and takes it back, beside package json doing as much with the same
// bytes and no thought.
func BenchmarkExchange(b *testing.B) {
	s := demoState(b)
	var doc bytes.Buffer
	if err := data.WriteState(&doc, s); err != nil {
		b.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(doc.Bytes(), &plain); err != nil {
		b.Fatal(err)
	}
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("write", func() error { return data.WriteState(new(bytes.Buffer), s) })
	run("write plainly", func() error { return json.NewEncoder(new(bytes.Buffer)).Encode(plain) })
	run("read", func() error {
		_, err := data.ReadState(context.Background(), "a.json", bytes.NewReader(doc.Bytes()))
		return err
	})
	run("read plainly", func() error {
		var v any
		return json.Unmarshal(doc.Bytes(), &v)
	})
	run("found", func() error {
		_, err := data.CreateFrom(context.Background(), filepath.Join(b.TempDir(), "b.xuncha"), s, "甲", data.Options{NoSync: true})
		return err
	})
	run("tables", func() error { return report.ZipSheets(new(bytes.Buffer), sheetsOf(s)) })
	run("workbook", func() error { return report.WorkbookOf(context.Background(), new(bytes.Buffer), sheetsOf(s)) })
}
