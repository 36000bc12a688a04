package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// ListChange tells how two versions of a checklist differ, and what of a book
// each difference touches.
type ListChange struct {
	*inspection.ListChange
	Uses inspection.Uses // nil: there is no book to touch
}

// Touched is what rests on the items that are not as they were.
func (c ListChange) Touched() inspection.Use {
	var codes []inspection.ItemCode
	for i := range c.Items {
		if c.Items[i].Fate != inspection.Unchanged {
			codes = append(codes, c.Items[i].Codes()...)
		}
	}
	slices.Sort(codes)
	return c.Uses.Of(slices.Compact(codes))
}

// Lost is what rests on codes that the later version has not: kept in the book,
// and not counted once it is adopted.
func (c ListChange) Lost() inspection.Use {
	var codes []inspection.ItemCode
	c.Was.Items(func(_ *inspection.Section, it *inspection.Item) {
		if c.Now.Item(it.Code) == nil {
			codes = append(codes, it.Code)
		}
	})
	return c.Uses.Of(codes)
}

// Write writes what differs. Its CSV has a row for each part that differs.
func (c ListChange) Write(w io.Writer, f Format, l inspection.Language) error {
	switch f {
	case JSON:
		return writeJSON(w, c.Data(l))
	case CSV:
		return c.table(l).csv(w)
	}
	_, err := io.WriteString(w, c.Text(l))
	return err
}

// Text tells what differs in lines, the dangerous first.
func (c ListChange) Text(l inspection.Language) string {
	var b strings.Builder
	t := &wordsIn(l).listChangeWords
	b.WriteString(inspection.Sentence(t.fromTo+"\n", oneLine(c.Was.Title), c.Was.ID, c.Was.Len(), oneLine(c.Now.Title), c.Now.ID, c.Now.Len()))
	var counts []string
	for _, f := range inspection.Fates() {
		if n := c.Count(f); n > 0 {
			counts = append(counts, fmt.Sprintf("%s %d", f.In(l), n))
		}
	}
	b.WriteString(strings.Join(counts, "  ") + "\n")
	if c.Uses != nil {
		all, lost := c.Touched(), c.Lost()
		fmt.Fprintf(&b, t.touched+"\n", all.Answers, all.Findings, all.Evidence)
		if lost.Any() {
			fmt.Fprintf(&b, t.lost+"\n", lost.Answers, lost.Findings, lost.Evidence)
		}
	}
	c.sectionText(&b, l)
	for _, f := range inspection.Fates() {
		if f != inspection.Unchanged && c.Count(f) > 0 {
			c.fateText(&b, f, l)
		}
	}
	return b.String()
}

func (c ListChange) sectionText(b *strings.Builder, l inspection.Language) {
	if len(c.Sections) > 0 {
		fmt.Fprintf(b, "\n%s %d\n", wordsIn(l).listChangeWords.sections, len(c.Sections))
	}
	for _, s := range c.Sections {
		b.WriteString("  " + sectionWords(s.Was, l) + " → " + sectionWords(s.Now, l) + "\n")
	}
}

func sectionWords(s *inspection.Section, l inspection.Language) string {
	if s == nil {
		return wordsIn(l).listChangeWords.nothing
	}
	return fmt.Sprintf(wordsIn(l).sectionOf, s.Number, oneLine(s.Name), s.Dimension.In(l), s.Focus.In(l))
}

func (c ListChange) fateText(b *strings.Builder, f inspection.Fate, l inspection.Language) {
	t := &wordsIn(l).listChangeWords
	fmt.Fprintf(b, "\n%s %d", f.In(l), c.Count(f))
	if says := t.fates[f]; says != "" {
		b.WriteString(wordsIn(l).colon + says)
	}
	b.WriteString("\n")
	for i := range c.Items {
		if one := &c.Items[i]; one.Fate == f {
			c.itemText(b, one, l)
		}
	}
}

func (c ListChange) itemText(b *strings.Builder, one *inspection.ItemChange, l inspection.Language) {
	t := &wordsIn(l).listChangeWords
	b.WriteString("  " + changeName(one, l))
	for _, code := range one.Reuses {
		if it := c.Was.Item(code); it != nil {
			fmt.Fprintf(b, t.stoodFor, code, oneLine(it.Title))
		}
	}
	if use := c.Uses.Of(one.Codes()); use.Any() {
		fmt.Fprintf(b, t.use, use.Answers, use.Findings, use.Evidence)
	}
	if one.Moved {
		b.WriteString("  " + t.moved)
	}
	b.WriteString("\n")
	for _, p := range one.Parts {
		fmt.Fprintf(b, "      %s\n        - %s\n        + %s\n", p.In(l), partText(p, one.Was[0], l), partText(p, one.Now[0], l))
	}
}

func partText(p inspection.Part, it *inspection.Item, l inspection.Language) string {
	if words := oneLine(p.Of(it, l)); words != "" {
		return words
	}
	return wordsIn(l).listChangeWords.empty
}

// changeName names the items of a change: 1.01 陪餐 → 1.02 陪餐.
func changeName(one *inspection.ItemChange, l inspection.Language) string {
	names := func(all []*inspection.Item) string {
		var words []string
		for _, it := range all {
			words = append(words, string(it.Code)+" "+oneLine(it.Title))
		}
		return strings.Join(words, wordsIn(l).semicolon)
	}
	was, now := names(one.Was), names(one.Now)
	switch {
	case was == now || now == "":
		return was
	case was == "":
		return now
	}
	return was + " → " + now
}

func (c ListChange) table(l inspection.Language) *table {
	w := wordsIn(l)
	t := &w.listChangeWords
	tab := &table{head: []string{t.change, t.oldCode, t.newCode, t.oldTitle, t.newTitle, t.moved, t.part, t.was, t.now, t.answers, w.findings, w.evidence}}
	for i := range c.Items {
		one := &c.Items[i]
		if one.Fate == inspection.Unchanged {
			continue
		}
		moved, use := "", c.Uses.Of(one.Codes())
		if one.Moved {
			moved = w.yes
		}
		row := func(part, was, now string) {
			tab.add(one.Fate.In(l), codesOf(one.Was), codesOf(one.Now), titlesOf(one.Was), titlesOf(one.Now), moved, part, was, now,
				strconv.Itoa(use.Answers), strconv.Itoa(use.Findings), strconv.Itoa(use.Evidence))
		}
		for _, p := range one.Parts {
			row(p.In(l), p.Of(one.Was[0], l), p.Of(one.Now[0], l))
		}
		if len(one.Parts) == 0 {
			row("", "", "")
		}
	}
	return tab
}

func codesOf(items []*inspection.Item) string {
	all := make([]inspection.ItemCode, len(items))
	for i, it := range items {
		all[i] = it.Code
	}
	return codes(all)
}

func titlesOf(items []*inspection.Item) string {
	all := make([]string, len(items))
	for i, it := range items {
		all[i] = it.Title
	}
	return strings.Join(all, "；")
}
