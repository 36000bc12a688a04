package report

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"xuncha/data/docx"
)

func written(t testing.TB, d *docx.Document) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := d.Write(&w); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// readBack is what a written paper says, in the lines of [Preview], without its
// header and charts.
func readBack(t testing.TB, file []byte) []string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := r.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	b := &bodyReader{}
	for x := xml.NewDecoder(part); ; {
		token, err := x.Token()
		if errors.Is(err, io.EOF) {
			return b.lines
		}
		if err != nil {
			t.Fatal(err)
		}
		b.take(token)
	}
}

// bodyReader puts the words of a document's body together again.
type bodyReader struct {
	lines       []string
	text        strings.Builder
	words       bool     // within w:t
	cell, cells []string // paragraphs of a cell, cells of a row
	inCell      bool
}

func (b *bodyReader) take(token xml.Token) {
	switch e := token.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "t":
			b.words = true
		case "br":
			b.text.WriteString("\n")
		case "tc":
			b.inCell, b.cell = true, nil
		case "tr":
			b.cells = nil
		}
	case xml.CharData:
		if b.words {
			b.text.Write(e)
		}
	case xml.EndElement:
		b.end(e.Name.Local)
	}
}

func (b *bodyReader) end(name string) {
	switch name {
	case "t":
		b.words = false
	case "p":
		text := b.text.String()
		b.text.Reset()
		switch {
		case b.inCell && text != "":
			b.cell = append(b.cell, strings.ReplaceAll(text, "\n", " "))
		case !b.inCell:
			b.lines = append(b.lines, strings.Split(text, "\n")...)
		}
	case "tc":
		b.inCell = false
		b.cells = append(b.cells, strings.Join(b.cell, " "))
	case "tr":
		b.lines = append(b.lines, strings.TrimRight(strings.Join(b.cells, between), " "))
	}
}

// said are the lines that are not empty.
func said(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return strings.TrimSpace(s) == "" })
}

// What is composed is what is written, and Word can open it.
func TestPapersAreWrittenWhole(t *testing.T) {
	b := paperBook(t)
	for name, c := range paperCases() {
		d := compose(t, b, c.kind, c.choice)
		file := written(t, d)
		for _, fault := range docx.Check(bytes.NewReader(file), int64(len(file))) {
			t.Errorf("%s: %s", name, fault)
		}
		plain := *d
		plain.Header = ""
		plain.Body = slices.DeleteFunc(slices.Clone(d.Body), func(b docx.Block) bool { _, is := b.(docx.Chart); return is })
		want, got := said(Preview(&plain)), said(readBack(t, file))
		if !slices.Equal(got, want) {
			t.Errorf("%s says\n%s\nand is written as\n%s", name, strings.Join(want, "\n"), strings.Join(got, "\n"))
		}
	}
}

// An office's own document gives styles and header; the paper says the same, and
// what it is to be kept as.
func TestPapersTakeAnOfficesStyle(t *testing.T) {
	b := paperBook(t)
	office := written(t, &docx.Document{Header: "本单位", Body: []docx.Block{docx.Text(docx.Body, "不会出现")}})
	donor, err := docx.ReadDonor(bytes.NewReader(office), int64(len(office)))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range paperCases() {
		ours := compose(t, b, c.kind, c.choice)
		c.choice.Donor = donor
		theirs := written(t, compose(t, b, c.kind, c.choice))
		if faults := docx.Check(bytes.NewReader(theirs), int64(len(theirs))); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
		got, want := said(readBack(t, theirs)), said(readBack(t, written(t, ours)))
		if got[0] != secrecy || !slices.Equal(got[1:], want) {
			t.Errorf("%s in the office's style says %q", name, got)
		}
	}
}

// printed has LibreOffice print files of one kind, and gives the words of their
// pages.
func printed(t *testing.T, ext string, files map[string][]byte) map[string]string {
	t.Helper()
	if testing.Short() {
		t.Skip("printing takes its time")
	}
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not there, so nothing is printed", tool)
		}
	}
	needsChinese(t)
	dir := t.TempDir()
	args := []string{"--headless", "-env:UserInstallation=" + fileURL(filepath.Join(dir, "profile")), "--convert-to", "pdf", "--outdir", dir}
	for name, file := range files {
		path := filepath.Join(dir, name+ext)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
	defer stop()
	c := exec.CommandContext(ctx, "soffice", args...)
	c.WaitDelay = time.Second // soffice is a script; what it started may stay
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	words := map[string]string{}
	for name := range files {
		out, err := exec.CommandContext(ctx, "pdftotext", "-raw", filepath.Join(dir, name+".pdf"), "-").Output()
		if err != nil {
			t.Fatalf("%s: pdftotext: %v", name, err)
		}
		words[name] = string(out)
	}
	return words
}

// needsChinese skips where no font draws Chinese: what is printed then has no
// characters in it.
func needsChinese(t *testing.T) {
	t.Helper()
	if fonts, err := exec.Command("fc-list", ":lang=zh").Output(); err == nil && len(fonts) == 0 {
		t.Skip("no font here draws Chinese, so nothing can be read off the paper")
	}
}

// fileURL is how LibreOffice is told of a folder, whatever is in its name.
func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// bare is text without what parts words, lines and cells.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, strings.TrimSpace(between), ""))
}

// Text in is text out: no character is lost on the printed page, and no line of
// a paper is cut or covered by a cell's edge. A page turn within a line is all
// that may part it.
func TestPapersArePrintedWhole(t *testing.T) {
	b := paperBook(t)
	files := map[string][]byte{}
	for name, c := range paperCases() {
		files[name] = written(t, compose(t, b, c.kind, c.choice))
	}
	header := bare(secrecy)
	for name, pages := range printed(t, ".docx", files) {
		turned := 0
		sheets := strings.Split(strings.TrimSuffix(pages, "\f"), "\f")
		out := strings.Join(sheets, "")
		whole := strings.ReplaceAll(bare(out), header, "")
		left := map[rune]int{}
		for _, r := range whole {
			left[r]++
		}
		for _, line := range said(readBack(t, files[name])) {
			for _, r := range bare(line) {
				left[r]--
			}
			for cell := range strings.SplitSeq(line, between) {
				if !strings.Contains(whole, bare(cell)) {
					turned++
				}
			}
		}
		for r, n := range left {
			if n < 0 {
				t.Errorf("%s: %q is printed %d times too few", name, r, -n)
			}
		}
		if turned > len(sheets) {
			t.Errorf("%s: %d lines are not printed as they stand, on %d pages", name, turned, len(sheets))
		}
		for i, sheet := range sheets {
			if lines := len(said(strings.Split(sheet, "\n"))); lines < 4 { // header, page number, and one line
				t.Errorf("%s: page %d has a lone line", name, i+1)
			}
		}
	}
}
