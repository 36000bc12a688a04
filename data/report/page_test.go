package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"xuncha/inspection"
)

func pageOf(t testing.TB, b *inspection.Book, rounds ...inspection.RoundNo) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := Summarize(b, 20770, rounds...).Page().Write(&w); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

func TestPageGolden(t *testing.T) {
	b := sample(t)
	compare(t, "page.html", pageOf(t, b))
	compare(t, "page-1.html", pageOf(t, b, 1))
}

// element is a piece of the page.
type element struct {
	name  string
	attrs map[string]string
	text  string // of it and all within
	in    []*element
}

// readPage reads a page as strictly as XML is read.
func readPage(t *testing.T, html []byte) *element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(html))
	d.Entity = xml.HTMLEntity
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				if _, twice := e.attrs[a.Name.Local]; twice {
					t.Errorf("%s twice on %s", a.Name.Local, e.name)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			open[len(open)-1].in = append(open[len(open)-1].in, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(x)
			}
		}
	}
	return root
}

// all are the elements of a name within e, in their order; all of them without.
func (e *element) all(names ...string) (found []*element) {
	for _, c := range e.in {
		if len(names) == 0 || strings.Contains(" "+strings.Join(names, " ")+" ", " "+c.name+" ") {
			found = append(found, c)
		}
		found = append(found, c.all(names...)...)
	}
	return found
}

// What a browser, a screen reader and a strict reader need of a page.
func TestPageForm(t *testing.T) {
	html := pageOf(t, sample(t))
	page := readPage(t, html)
	ids := map[string]bool{}
	for _, e := range page.all() {
		if id, has := e.attrs["id"]; has {
			if ids[id] {
				t.Errorf("two elements are called %s", id)
			}
			ids[id] = true
		}
	}
	for _, e := range page.all() {
		for name, value := range e.attrs {
			checkAttribute(t, e, name, value, ids)
		}
		checkElement(t, e)
	}
	checkHeadings(t, page)
	if one := page.all("html")[0]; one.attrs["lang"] != "zh-CN" {
		t.Error("in no language")
	}
	for _, landmark := range []string{"header", "nav", "main", "footer", "title"} {
		if len(page.all(landmark)) < 1 {
			t.Errorf("no %s", landmark)
		}
	}
	csp := ""
	for _, m := range page.all("meta") {
		if m.attrs["http-equiv"] == "Content-Security-Policy" {
			csp = m.attrs["content"]
		}
	}
	if csp != "default-src 'none'; style-src 'unsafe-inline'; img-src data:" {
		t.Errorf("policy %q", csp)
	}
	if bytes.Contains(html, []byte("ZgotmplZ")) || regexp.MustCompile(`(?i)<script|@import|url\(|//`).Match(html) {
		t.Error("something comes from outside, or would run")
	}
}

func checkAttribute(t *testing.T, e *element, name, value string, ids map[string]bool) {
	t.Helper()
	switch {
	case name == "href" && (!strings.HasPrefix(value, "#") || !ids[value[1:]]):
		t.Errorf("a link to %q", value)
	case name == "aria-labelledby" && !ids[value]:
		t.Errorf("named by %q, which is not there", value)
	case name == "src", name == "style", strings.HasPrefix(name, "on"):
		t.Errorf("%s=%q on %s", name, value, e.name)
	}
}

func checkElement(t *testing.T, e *element) {
	t.Helper()
	switch e.name {
	case "svg":
		if e.attrs["role"] != "img" || len(e.in) < 2 || e.in[0].name != "title" || e.in[0].text == "" || e.in[1].name != "desc" || e.in[1].text == "" {
			t.Errorf("a picture without words: %q", e.text)
		}
	case "th":
		if e.attrs["scope"] != "col" && e.attrs["scope"] != "row" {
			t.Errorf("what is %q the head of?", e.text)
		}
	case "table":
		if len(e.in) < 3 || e.in[0].name != "caption" || e.in[0].text == "" {
			t.Errorf("a table without a caption: %s", e.attrs["id"])
		}
		checkColumns(t, e)
	}
}

// checkColumns: every row has as many cells as the head.
func checkColumns(t *testing.T, table *element) {
	t.Helper()
	want := -1
	for _, row := range table.all("tr") {
		got := 0
		for _, cell := range row.in {
			span := 1
			if n, err := strconv.Atoi(cell.attrs["colspan"]); err == nil {
				span = n
			}
			got += span
		}
		if want < 0 {
			want = got
		}
		if got != want {
			t.Errorf("%s: a row of %d cells under %d", table.attrs["id"], got, want)
		}
	}
}

// checkHeadings: one h1, and no step down that leaves one out.
func checkHeadings(t *testing.T, page *element) {
	t.Helper()
	last, first := 0, 0
	for _, h := range page.all("h1", "h2", "h3", "h4") {
		n := int(h.name[1] - '0')
		if n > last+1 {
			t.Errorf("%s %q under h%d", h.name, h.text, last)
		}
		if last = n; n == 1 {
			first++
		}
	}
	if first != 1 {
		t.Errorf("%d first headings", first)
	}
}

// Every figure of a page leads to its rule, and every rule is there.
func TestPageRules(t *testing.T) {
	page := readPage(t, pageOf(t, sample(t)))
	var rules []string
	for _, li := range page.all("li") {
		if strings.HasPrefix(li.attrs["id"], "rule-") {
			rules = append(rules, li.text)
		}
	}
	if len(rules) != len(pageRules) {
		t.Fatalf("%d rules", len(rules))
	}
	for i, r := range pageRules {
		if rules[i] != r.In(inspection.Chinese) {
			t.Errorf("rule %d is %q", i, rules[i])
		}
		if !strings.Contains(page.text, r.In(inspection.Chinese)) {
			t.Errorf("%q is not there", r.In(inspection.Chinese))
		}
	}
}

// Names that are markup, formulas or turn the text about stay harmless text.
func TestPageStaysText(t *testing.T) {
	roster := sampleRoster()
	roster[0].Name = "</script><script>alert(1)</script>\u202e链接\u0000"
	roster[1].Name = `"><img src=x onerror=alert(1)>`
	roster[2].Name = "javascript:alert(1)"
	roster[3].Name = strings.Repeat("长", 200)
	d := &desk{t: t}
	c := inspection.Campaign{ID: "c1", Title: `<b>&"题`, Organ: "=cmd|' /C calc'!A0", Zone: inspection.BeijingZone}
	list := sampleList()
	list.Sections[0].Name, list.Sections[0].Items[0].Title = "</style><svg onload=alert(1)>", "{{.Style}}<!--"
	if err := inspection.Founding(d.take, &d.book, c, roster, list, true); err != nil {
		t.Fatal(err)
	}
	for _, code := range []inspection.SchoolCode{"S1", "S2", "S3", "S4"} {
		d.answer(1, code, "1.01", inspection.Unmet)
	}
	html := pageOf(t, &d.book)
	page := readPage(t, html)
	for _, e := range page.all() {
		if e.name == "script" || e.name == "img" || e.name == "b" {
			t.Errorf("a name became <%s>", e.name)
		}
		for name := range e.attrs {
			if strings.HasPrefix(name, "on") {
				t.Errorf("a name became %s=", name)
			}
		}
	}
	for _, text := range []string{"</script><script>alert(1)</script>链接", roster[1].Name, roster[2].Name, roster[3].Name, `<b>&"题`, "</style><svg onload=alert(1)>", "{{.Style}}<!--"} {
		if !strings.Contains(page.text, text) {
			t.Errorf("%q was lost", text)
		}
	}
	if strings.ContainsAny(string(html), "\u202e\x00") {
		t.Error("what turns text about is still there")
	}
}

// contrasts are what is written on what.
var contrasts = [][2]string{
	{"ink", "paper"}, {"faint", "paper"}, {"link", "paper"}, {"alarm", "paper"}, {"ink", "band"}, {"faint", "band"}, {"link", "band"},
	{"h0-ink", "h0"}, {"h1-ink", "h1"}, {"h2-ink", "h2"}, {"h3-ink", "h3"}, {"h4-ink", "h4"},
}

// Text is at least 4.5 to 1 against what it stands on, in light and dark, and
// what bars are made of 3 to 1, but for what is only ground.
func TestPageContrast(t *testing.T) {
	css, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := strings.SplitN(string(css), "@media screen and (prefers-color-scheme: dark)", 2)
	if len(schemes) != 2 {
		t.Fatal("no dark colours")
	}
	for i, scheme := range []string{schemes[0], schemes[1]} {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(scheme, -1) {
			colours[m[1]] = m[2]
		}
		if len(colours) < 24 {
			t.Fatalf("%d colours", len(colours))
		}
		for _, c := range contrasts {
			if got := contrast(colours[c[0]], colours[c[1]]); !(got >= 4.5) {
				t.Errorf("scheme %d: %s on %s is %.2f to 1", i, c[0], c[1], got)
			}
		}
		for _, c := range []string{"met", "partly", "unmet", "na", "unclear"} {
			if got := contrast(colours[c], colours["paper"]); !(got >= 3) {
				t.Errorf("scheme %d: %s on paper is %.2f to 1", i, c, got)
			}
		}
	}
}

// contrast is that of WCAG 2.
func contrast(x, y string) float64 {
	a, b := luminance(x), luminance(y)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(colour string) float64 {
	var r, g, b int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return math.NaN()
	}
	linear := func(n int) float64 {
		c := float64(n) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
