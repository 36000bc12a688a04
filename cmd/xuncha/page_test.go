package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// demoBook is a made-up book of three rounds, read.
func demoBook(t testing.TB) *inspection.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo")
	b, err := writeDemo(path, 1, data.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.journal.Close() })
	return &b.book
}

func demoPage(t testing.TB, b *inspection.Book) (path string, html string) {
	t.Helper()
	var w bytes.Buffer
	if err := report.Summarize(b, demoToday).Page().Write(&w); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, w.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path, w.String()
}

// figuresOf are the parts of the summary that a page shows.
type figuresOf struct {
	Round    int
	Coverage struct{ Planned, Begun, Finished int }
	Verdicts tallied
	Sections []struct {
		Verdicts tallied
		Findings int
	}
	Schools []struct {
		Begun    string
		Verdicts tallied
		Sections []struct{ Unmet, Judged int }
	}
	Findings struct{ Total, Withdrawn, Rejected, Merged int }
	Common   []struct{ Rate struct{ N, Of int } }
	Weeks    []struct {
		FedBack int `json:"fed_back"`
		Done    int
		Closed  int
	}
	Rectified struct {
		Overdue, Closed, Relapsed int
		Rate                      struct {
			N, Of   int
			LeftOut int `json:"left_out"`
		}
	}
}

type tallied struct{ Applicable, Met, Partly, Unmet, NA, Unclear, None int }

// Every number of the page is the summary's.
func TestPageSaysWhatTheSummarySays(t *testing.T) {
	t.Parallel()
	b := demoBook(t)
	_, html := demoPage(t, b)
	var w bytes.Buffer
	if err := report.Summarize(b, demoToday).Write(&w, report.JSON, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	var s struct {
		Rounds []figuresOf
		Total  figuresOf
	}
	if err := json.Unmarshal(w.Bytes(), &s); err != nil || len(s.Rounds) != 3 {
		t.Fatalf("%v, %d rounds", err, len(s.Rounds))
	}
	for i, f := range append(s.Rounds, s.Total) {
		p := pagePart{t, html, fmt.Sprintf("r%d", f.Round)}
		covered := []figuresOf{f}
		if f.Round == 0 {
			covered = append(s.Rounds[:3:3], f)
		}
		p.coverage(covered)
		p.verdicts(&f)
		p.heat(&f)
		p.common(&f)
		p.ledger(&f)
		if i < 2 && len(f.Weeks) == 0 {
			t.Error("nothing was put right")
		}
	}
}

// pagePart is one round of a page.
type pagePart struct {
	t        *testing.T
	html, id string
}

// want compares the numbers in the cells of a table, row by row, with what they
// should be; rows are those of its body.
func (p pagePart) want(table string, want [][]int) {
	p.t.Helper()
	_, rest, ok := strings.Cut(p.html, `id="`+p.id+"-"+table+`"`)
	if !ok {
		if len(want) > 0 {
			p.t.Errorf("no table %s-%s", p.id, table)
		}
		return
	}
	body, _, _ := strings.Cut(rest, "</table>")
	_, body, _ = strings.Cut(body, "<tbody>")
	rows := strings.Split(body, "</tr>")
	rows = rows[:len(rows)-1]
	if len(rows) != len(want) {
		p.t.Errorf("%s-%s has %d rows, not %d", p.id, table, len(rows), len(want))
		return
	}
	for i, row := range rows {
		if got := numbersIn(row); fmt.Sprint(got) != fmt.Sprint(want[i]) {
			p.t.Errorf("%s-%s row %d: %v, want %v", p.id, table, i, got, want[i])
		}
	}
}

var (
	cellOfPage  = regexp.MustCompile(`<td[^>]*>([^<]*)(</td>|<span)`)
	countOfPage = regexp.MustCompile(`^[0-9]+$`)
)

// numbersIn are the whole numbers that stand alone in a row's cells; -1 is a cell
// with another text, 0 with (n/of) gives both.
func numbersIn(row string) (all []int) {
	for _, m := range cellOfPage.FindAllStringSubmatch(row, -1) {
		n, of := 0, 0
		switch {
		case countOfPage.MatchString(m[1]):
			fmt.Sscan(m[1], &n)
			all = append(all, n)
		case strings.Contains(m[1], "/"):
			_, parts, _ := strings.Cut(m[1], "(")
			fmt.Sscanf(parts, "%d/%d", &n, &of)
			all = append(all, n, of)
		}
	}
	return all
}

func (p pagePart) coverage(all []figuresOf) {
	p.t.Helper()
	var want [][]int
	for _, f := range all {
		c := f.Coverage
		want = append(want, []int{c.Planned, c.Begun, c.Finished, c.Finished, c.Planned})
	}
	p.want("coverage", want)
}

func (v tallied) row(findings int) []int {
	row := []int{v.Applicable, v.Met, v.Partly, v.Unmet, v.NA, v.Unclear, v.None}
	if judged := v.Met + v.Partly + v.Unmet; judged > 0 {
		row = append(row, v.Met, judged)
	}
	return append(row, findings)
}

func (p pagePart) verdicts(f *figuresOf) {
	p.t.Helper()
	var want [][]int
	listed := 0
	for _, sec := range f.Sections {
		want = append(want, sec.Verdicts.row(sec.Findings))
		listed += sec.Findings
	}
	if out := f.Findings.Total - listed; out > 0 {
		want = append(want, tallied{}.row(out))
	}
	p.want("verdicts", append(want, f.Verdicts.row(f.Findings.Total)))
}

func (p pagePart) heat(f *figuresOf) {
	p.t.Helper()
	var want [][]int
	for _, s := range f.Schools {
		row := []int{}
		if s.Begun != "" {
			if v := s.Verdicts; v.Met+v.Partly+v.Unmet > 0 {
				row = append(row, v.Unmet)
			}
			for _, c := range s.Sections {
				if c.Judged > 0 {
					row = append(row, c.Unmet)
				}
			}
		}
		want = append(want, row)
	}
	p.want("heat", want)
}

func (p pagePart) common(f *figuresOf) {
	p.t.Helper()
	var want [][]int
	for _, it := range f.Common[:min(len(f.Common), 30)] {
		want = append(want, []int{it.Rate.N, it.Rate.Of})
	}
	p.want("common", want)
	if more := len(f.Common) - 30; more > 0 && !strings.Contains(p.html, fmt.Sprintf("另有 %d 个要点", more)) {
		p.t.Errorf("%s does not say that there are %d more", p.id, more)
	}
}

func (p pagePart) ledger(f *figuresOf) {
	p.t.Helper()
	var want [][]int
	fed, done, closed := 0, 0, 0
	for _, w := range f.Weeks {
		fed, done, closed = fed+w.FedBack, done+w.Done, closed+w.Closed
		want = append(want, []int{w.FedBack, w.Done, w.Closed, fed, done, closed})
	}
	p.want("weeks", want)
	r := f.Rectified
	if fed != r.Rate.Of || done != r.Rate.N || closed != r.Closed {
		p.t.Errorf("%s: the weeks add up to %d, %d, %d, the ledger to %+v", p.id, fed, done, closed, r)
	}
	_, facts, _ := strings.Cut(p.html, `id="`+p.id+`-ledger"`)
	facts, _, _ = strings.Cut(facts, "</dl>")
	got := regexp.MustCompile(`<dd>([0-9]+)</dd>`).FindAllStringSubmatch(facts, -1)
	numbers := []int{r.Rate.Of, r.Overdue, r.Closed, r.Relapsed, r.Rate.LeftOut}
	if len(got) != len(numbers) {
		p.t.Fatalf("%s: %v", p.id, got)
	}
	for i, n := range numbers {
		if got[i][1] != fmt.Sprint(n) {
			p.t.Errorf("%s: the ledger's fact %d is %s, not %d", p.id, i, got[i][1], n)
		}
	}
}

// chromium runs the browser, if there is one.
func chromium(t *testing.T, args ...string) []byte {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" || testing.Short() {
		t.Skip("no chromium here to look at a page with")
	}
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Minute)
	defer stop()
	profile := t.TempDir()
	args = append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + profile, "--allow-file-access-from-files"}, args...)
	out, err := exec.CommandContext(ctx, path, args...).Output()
	if err != nil {
		t.Skipf("chromium would not start: %v", err)
	}
	return out
}

// widths are those of a telephone, a tablet and a laptop.
var widths = []int{360, 768, 1280}

// harness shows a page in frames of all widths and writes down how wide each
// really is, and what sticks out of it that does not scroll by itself.
const harness = `<!DOCTYPE html><meta charset="utf-8"><body>%s<pre id="told"></pre><script>
addEventListener('load', () => {
  let told = '';
  for (const f of document.querySelectorAll('iframe')) {
    const d = f.contentDocument, w = f.clientWidth;
    told += 'width ' + w + ' takes ' + d.documentElement.scrollWidth + ' regions ' + d.querySelectorAll('.wide').length + '\n';
    for (const e of d.querySelectorAll('body *')) {
      const r = e.getBoundingClientRect();
      if (r.right > w + 1 && !e.closest('.wide') && !e.closest('.skip')) told += 'sticks out: ' + e.tagName + ' ' + e.className + '\n';
    }
    for (const e of d.querySelectorAll('.wide')) {
      if (e.scrollWidth > e.clientWidth + 1 && (e.tabIndex !== 0 || !e.getAttribute('role'))) told += 'cannot be scrolled by keys: ' + e.id + '\n';
    }
  }
  document.getElementById('told').textContent = told;
});
</script>`

// A page takes no more room than there is, on any screen.
func TestPageFits(t *testing.T) {
	t.Parallel()
	page, _ := demoPage(t, demoBook(t))
	frames := ""
	for _, w := range widths {
		frames += fmt.Sprintf(`<iframe src=%q style="width:%dpx;height:800px;border:0"></iframe>`, filepath.Base(page), w)
	}
	frame := filepath.Join(filepath.Dir(page), "frame.html")
	if err := os.WriteFile(frame, fmt.Appendf(nil, harness, frames), 0o644); err != nil {
		t.Fatal(err)
	}
	dom := string(chromium(t, "--hide-scrollbars", "--virtual-time-budget=1000", "--dump-dom", fileURL(frame)))
	_, told, _ := strings.Cut(dom, `<pre id="told">`)
	told, _, _ = strings.Cut(told, "</pre>")
	if strings.Contains(told, "sticks out") || strings.Contains(told, "cannot") {
		t.Error(told)
	}
	for _, w := range widths {
		if !regexp.MustCompile(fmt.Sprintf(`(?m)^width %d takes %d regions [1-9]`, w, w)).MatchString(told) {
			t.Errorf("at %d px: %q", w, told)
		}
	}
}

// On paper nothing is cut off: every word of the page is on one of few sheets.
func TestPagePrints(t *testing.T) {
	t.Parallel()
	needsChinese(t)
	page, html := demoPage(t, demoBook(t))
	pdf := filepath.Join(t.TempDir(), "page.pdf")
	chromium(t, "--no-pdf-header-footer", "--print-to-pdf="+pdf, fileURL(page))
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext here to read the sheets with")
	}
	printed, err := exec.Command(reader, "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if sheets := strings.Count(string(printed), "\f"); sheets < 8 || sheets > 24 {
		t.Errorf("%d sheets", sheets)
	}
	on := map[rune]int{}
	for _, r := range string(printed) {
		on[r]++
	}
	for r, n := range lettersOf(html) {
		if on[r] < n {
			t.Errorf("%q is %d times on the page and %d times on paper", r, n, on[r])
		}
	}
}

// needsChinese skips where no font draws Chinese: what is printed then has no
// characters in it.
func needsChinese(t *testing.T) {
	t.Helper()
	if fonts, err := exec.Command("fc-list", ":lang=zh").Output(); err == nil && len(fonts) == 0 {
		t.Skip("no font here draws Chinese, so nothing can be read off the paper")
	}
}

// lettersOf counts the Chinese characters and digits that a page shows.
func lettersOf(html string) map[rune]int {
	_, body, _ := strings.Cut(html, "</header>")
	body = regexp.MustCompile(`(?s)<nav.*?</nav>|<title>.*?</title>|<desc>.*?</desc>|<span class="said">.*?</span>|<[^>]*>`).ReplaceAllString(body, "")
	n := map[rune]int{}
	for _, r := range body {
		if r >= 0x4e00 && r < 0xa000 || r >= '0' && r <= '9' {
			n[r]++
		}
	}
	return n
}

// BenchmarkPage writes the page of three rounds, figures and all.
func BenchmarkPage(b *testing.B) {
	book := demoBook(b)
	for b.Loop() {
		if err := report.Summarize(book, demoToday).Page().Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPageCopied is what the same bytes cost when they are only copied.
func BenchmarkPageCopied(b *testing.B) {
	_, html := demoPage(b, demoBook(b))
	for b.Loop() {
		if _, err := io.Copy(io.Discard, strings.NewReader(html)); err != nil {
			b.Fatal(err)
		}
	}
}
