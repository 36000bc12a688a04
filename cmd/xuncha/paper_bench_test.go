package main

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// allPapers hands over every paper of a round: those of each school, of each
// finding and of the round, and the overview.
func allPapers(t testing.TB, b *inspection.Book, round inspection.RoundNo, f func(*bytes.Buffer)) (papers int) {
	t.Helper()
	for _, kind := range report.PaperKinds() {
		for _, one := range (report.PaperChoice{Round: round, Today: 20600, Head: head(b)}).Each(b, kind) {
			d, err := report.Compose(b, kind, one)
			if why, is := err.(report.Unmade); is && (why == report.NoneFixNow || why == report.NoneAdopted) {
				continue
			}
			var w bytes.Buffer
			if err == nil {
				err = d.Write(&w)
			}
			if err != nil {
				t.Fatalf("%s of %s: %v", kind.Name(), one.School, err)
			}
			papers++
			f(&w)
		}
	}
	return papers
}

// BenchmarkPapersOfARound writes all papers of a round of 21 schools; beside it
// stands the packing of the same bytes, and nothing else.
func BenchmarkPapersOfARound(b *testing.B) {
	made, err := writeDemo(filepath.Join(b.TempDir(), "demo"), 1, data.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	book := &made.book
	if n := len(book.VisitsIn(1)); n != 21 {
		b.Fatalf("%d schools in the round", n)
	}
	b.Run("composed", func(b *testing.B) {
		for b.Loop() {
			size, papers := 0, 0
			papers = allPapers(b, book, 1, func(w *bytes.Buffer) { size += w.Len() })
			b.ReportMetric(float64(papers), "papers")
			b.ReportMetric(float64(size)/1e6, "MB")
		}
	})
	var parts [][]byte
	allPapers(b, book, 1, func(w *bytes.Buffer) { parts = append(parts, unzipped(b, w.Bytes())...) })
	b.Run("packed-only", func(b *testing.B) {
		for b.Loop() {
			for _, part := range parts {
				z := zip.NewWriter(io.Discard)
				w, err := z.Create("part")
				if err == nil {
					_, err = w.Write(part)
				}
				if err == nil {
					err = z.Close()
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

func unzipped(t testing.TB, file []byte) (parts [][]byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	return parts
}
