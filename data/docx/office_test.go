package docx

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// printed writes each document, has LibreOffice print it, and reads the pages
// back.
func printed(t *testing.T, documents map[string]*Document) map[string][]string {
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
	for name, d := range documents {
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, written(t, d), 0o600); err != nil {
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
	pages := map[string][]string{}
	for name := range documents {
		out, err := exec.CommandContext(ctx, "pdftotext", "-layout", filepath.Join(dir, name+".pdf"), "-").Output()
		if err != nil {
			t.Fatalf("%s: pdftotext: %v", name, err)
		}
		pages[name] = strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	}
	return pages
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

// bare is text without what breaks lines and sets words apart.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// lines are those of a page that are not empty, without header and footer.
func lines(page, header string) (all []string) {
	for line := range strings.Lines(page) {
		if line = strings.TrimSpace(line); line != "" && line != header && !strings.HasPrefix(line, "—") {
			all = append(all, line)
		}
	}
	return all
}

func TestPrinted(t *testing.T) {
	var numbered, long Document
	for i := range 50 {
		numbered.Body = append(numbered.Body, Text(Address, fmt.Sprintf("第%d行", i+1)))
	}
	long.Body = []Block{Text(Address, strings.Repeat("一二三四五六七八九十甲乙丙丁戊己庚辛", 200))}
	hostile := &Document{Header: "示例", Body: []Block{Text(Body, hostileText), Table{Rows: []Row{{Cells: []Cell{cell(InCell, hostileText)}, Long: true}}}}}
	donated := everything()
	donated.Donor = donorOf(t, zipped(t, office()))
	pages := printed(t, map[string]*Document{"all": everything(), "lines": &numbered, "long": &long, "hostile": hostile, "donated": donated, "thirty": thirtyPages()})

	t.Run("22 lines a page", func(t *testing.T) {
		for i, want := range []int{22, 22, 6} {
			if got := len(lines(pages["lines"][i], "")); got != want {
				t.Errorf("page %d has %d lines, want %d", i+1, got, want)
			}
		}
	})
	t.Run("28 characters a line", func(t *testing.T) {
		if got := len([]rune(lines(pages["long"][0], "")[3])); got != 28 {
			t.Errorf("a line has %d characters", got)
		}
	})
	t.Run("page numbers outside", func(t *testing.T) {
		for i, page := range pages["long"] {
			before, _, ok := strings.Cut(strings.ReplaceAll(page, "— ", "—"), fmt.Sprintf("—%d", i+1))
			indent := len(before) - strings.LastIndex(before, "\n")
			if odd := i%2 == 0; !ok || odd != (indent > 12) {
				t.Errorf("page %d is numbered %d columns in", i+1, indent)
			}
		}
	})
	t.Run("no character is lost", func(t *testing.T) {
		got := ""
		for _, page := range pages["hostile"] {
			got += bare(strings.Join(lines(page, "示例"), ""))
		}
		if want := bare(clean(hostileText)); got != want+want {
			t.Errorf("twice %d characters became %d: %.200q", len([]rune(want)), len([]rune(got)), got)
		}
	})
	t.Run("the head stands on each page", func(t *testing.T) {
		all := pages["all"]
		heads := 0
		for _, page := range all {
			heads += strings.Count(page, "列一")
		}
		if len(all) != 9 || heads != 6 {
			t.Errorf("%d pages, %d heads", len(all), heads)
		}
	})
	t.Run("thirty pages", func(t *testing.T) {
		if got := len(pages["thirty"]); got != 30 {
			t.Errorf("the report of the benchmark has %d pages", got)
		}
	})
	t.Run("the donor's header", func(t *testing.T) {
		if page := pages["donated"][1]; !strings.Contains(page, "示例区教育局") {
			t.Errorf("it is lost:\n%.300s", page)
		}
	})
}

var hostileText = `<b>&"'</w:t>` + "\x00\x0b\u202E" + "𠮷①㎡①“引号”……——《书名》" + strings.Repeat("长", 32768)
