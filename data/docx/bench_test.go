package docx

import (
	"archive/zip"
	"io"
	"strings"
	"testing"
)

// thirtyPages is a report of thirty pages: text, tables and charts.
func thirtyPages() *Document {
	d := everything()
	for range 150 {
		d.Body = append(d.Body, Text(Body, strings.Repeat("本组对学校领导班子进行了巡察，查阅资料，个别谈话。", 3)))
	}
	return d
}

func BenchmarkWriteThirtyPages(b *testing.B) {
	d := thirtyPages()
	b.ReportAllocs()
	for b.Loop() {
		if err := d.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkZipOfThirtyPages packs the same bytes and does nothing else.
func BenchmarkZipOfThirtyPages(b *testing.B) {
	parts := thirtyPages().parts()
	b.ReportAllocs()
	for b.Loop() {
		out := zip.NewWriter(io.Discard)
		for _, p := range parts {
			to, err := out.Create(p.name)
			if err == nil {
				_, err = to.Write(p.body)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		if err := out.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
