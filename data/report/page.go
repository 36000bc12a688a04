package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"xuncha/inspection"
)

//go:embed page/page.html page/page.css
var pageFiles embed.FS

// pageTemplate is parsed when the first page is made: a program that makes none
// does not wait for it.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(pageFiles, "page/page.html")
})

// Page is the summary as one page of HTML that needs nothing else: no script, no
// picture, no font from outside. It is read in a browser, by a screen reader, and
// printed on A4. Its words are Chinese, as on all paper. It does not depend on
// the book any more.
func (s Summary) Page() Page { return Page{s.page()} }

// Page is a page that is set and only has to be written.
type Page struct{ set page }

// Write writes the page.
func (p Page) Write(w io.Writer) error {
	t, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("report: page: %w", err)
	}
	css, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		return fmt.Errorf("report: page: %w", err)
	}
	p.set.Style = template.CSS(css) // our own file: nothing of the book is in it
	if err := t.Execute(w, p.set); err != nil {
		return fmt.Errorf("report: page: %w", err)
	}
	return nil
}

// page is everything that stands on a page, in words and numbers that the
// template only has to set.
type page struct {
	Style        template.CSS
	Title, Organ string
	Today        string
	Scope        string // which rounds
	Parts        []pagePart
	Rules        []pageRule
	Heads        []pageHead
}

// pageRule is how a figure is made; figures link to it by its name.
type pageRule struct{ Name, Says string }

// pageHead is the end of a device's chain.
type pageHead struct {
	Device  string
	Entries uint64
	Hash    string
}

// pageRules are the rules of all figures on a page.
var pageRules = []inspection.Rule{
	inspection.CoverageRule, inspection.BegunRule, inspection.ProgressRule, inspection.MetRule, inspection.VerdictRule,
	inspection.FindingRule, inspection.CommonRule, inspection.RectifiedRule, inspection.OverdueRule, inspection.WeekRule,
	inspection.LookBackRule, inspection.SealedRule,
}

func (s Summary) page() page {
	p := page{Title: oneLine(s.Campaign.Title), Organ: oneLine(s.Campaign.Organ), Today: s.Today.String(), Heads: pageHeads(s.book)}
	if s.Total != nil {
		p.Parts = append(p.Parts, s.part(s.Total))
	}
	for i := range s.Rounds {
		p.Parts = append(p.Parts, s.part(&s.Rounds[i]))
	}
	switch {
	case len(s.Rounds) == 1:
		p.Scope = oneLine(s.Rounds[0].Round.Title)
	case len(s.Rounds) > 1:
		p.Scope = fmt.Sprintf("%s至%s", oneLine(s.Rounds[0].Round.Title), oneLine(s.Rounds[len(s.Rounds)-1].Round.Title))
	}
	for _, r := range pageRules {
		p.Rules = append(p.Rules, pageRule{ruleNames[r], r.In(inspection.Chinese)})
	}
	return p
}

// pageHeads tell which entries the page was made from.
func pageHeads(b *inspection.Book) []pageHead {
	var all []pageHead
	for _, d := range b.Devices() {
		if e := b.Last(d); e != nil {
			all = append(all, pageHead{fmt.Sprintf("%x", d[:4]), e.Seq, fmt.Sprintf("%x", e.Hash)})
		}
	}
	return all
}
