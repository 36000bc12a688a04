package main

import (
	"bytes"
	"context"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// drawnChecklist is any checklist that a reader could have given.
func drawnChecklist(t *rapid.T) *inspection.Checklist {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("要点看1.：: \"'\\#-[]{}，,；;\n\t%&*!|>@`=+é𠮷〔x_x000D_")), 1, 30, -1)
	text := rapid.Custom(func(t *rapid.T) string {
		s := table.Words(word.Draw(t, "words"))
		if s == "" {
			s = "空"
		}
		return s
	})
	title := rapid.Custom(func(t *rapid.T) string { return "题" + oneLineOf(text.Draw(t, "title")) })
	code := rapid.StringMatching(`[0-9]{1,2}\.[0-9]{2}[a-z]?|[A-Z]{1,3}-[0-9]{1,3}|一[甲乙]`)
	c := &inspection.Checklist{ID: inspection.ChecklistID(code.Draw(t, "version")), Title: title.Draw(t, "title")}
	codes, titles := map[string]bool{}, map[string]bool{}
	for n := range rapid.IntRange(1, 5).Draw(t, "sections") {
		s := inspection.Section{Number: n + 1, Name: title.Draw(t, "name"),
			Dimension: inspection.Dimension(rapid.IntRange(1, 4).Draw(t, "dimension")), Focus: inspection.Focus(rapid.IntRange(1, 4).Draw(t, "focus"))}
		if titles["#"+halfWidth(oneLineOf(s.Name))] {
			continue
		}
		titles["#"+halfWidth(oneLineOf(s.Name))] = true
		for range rapid.IntRange(1, 6).Draw(t, "items") {
			it := inspection.Item{Code: inspection.ItemCode(code.Draw(t, "code")), Title: title.Draw(t, "item"), Section: s.Number,
				Confirmed: rapid.Bool().Draw(t, "confirmed"), Applies: inspection.Conditions(rapid.IntRange(0, 1<<9-1).Draw(t, "applies")),
				Methods: inspection.Methods(rapid.IntRange(0, 1<<5-1).Draw(t, "methods"))}
			for _, to := range []*string{&it.Look, &it.Basis, &it.Typical} {
				if rapid.Bool().Draw(t, "said") {
					*to = text.Draw(t, "text")
				}
			}
			for range rapid.IntRange(0, 3).Draw(t, "papers") {
				it.Papers = append(it.Papers, oneLineOf(text.Draw(t, "paper")))
			}
			for range rapid.IntRange(0, 2).Draw(t, "from") {
				it.From = append(it.From, inspection.ItemCode(code.Draw(t, "from")))
			}
			if key := halfWidth(oneLineOf(it.Title)); !codes[string(it.Code)] && !titles[key] {
				codes[string(it.Code)], titles[key] = true, true
				s.Items = append(s.Items, it)
			}
		}
		if len(s.Items) > 0 {
			c.Sections = append(c.Sections, s)
		}
	}
	return c
}

// asYAML, asWorkbook and asCSV write a checklist and read it back.
func asYAML(t rapid.TB, c *inspection.Checklist) *inspection.Checklist {
	var b bytes.Buffer
	if err := data.WriteChecklist(&b, c); err != nil {
		t.Fatal(err)
	}
	got, err := data.ReadChecklist("c.yaml", bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	return got
}

func asWorkbook(t rapid.TB, c *inspection.Checklist) *inspection.Checklist {
	var b bytes.Buffer
	if err := report.WriteChecklistWorkbook(&b, c); err != nil {
		t.Fatal(err)
	}
	return readTable(t, "c.xlsx", b.Bytes())
}

func asCSV(t rapid.TB, c *inspection.Checklist) *inspection.Checklist {
	var b bytes.Buffer
	if err := report.WriteChecklist(&b, report.CSV, inspection.Chinese, c); err != nil {
		t.Fatal(err)
	}
	return readTable(t, "c.csv", b.Bytes())
}

func readTable(t rapid.TB, name string, raw []byte) *inspection.Checklist {
	f, err := table.Read(context.Background(), name, bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := data.ReadChecklistTable(f)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return got
}

// A checklist is the same whichever way it went: as a workbook, as csv, as YAML,
// and through a book.
func TestChecklistBothWays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawnChecklist(t)
		same := func(way string, got *inspection.Checklist) {
			if !reflect.DeepEqual(got, c) {
				t.Fatalf("%s: read\n%+v\nwrote\n%+v", way, got, c)
			}
		}
		same("YAML", asYAML(t, c))
		same("workbook", asWorkbook(t, c))
		same("csv", asCSV(t, c))
		var b inspection.Book
		f, err := b.Adopt(c)
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(&inspection.Entry{Seq: 1, Fact: f})
		same("book", b.Checklist(c.ID))
		if _, err := b.Adopt(asWorkbook(t, c)); err == nil {
			t.Error("the same is adopted twice")
		} else if r, _ := inspection.Refused(err); r.Reason != inspection.NothingSaid {
			t.Error(err)
		}
	})
}

func TestBuiltinChecklistBothWays(t *testing.T) {
	_, list, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	for way, got := range map[string]*inspection.Checklist{"YAML": asYAML(t, list), "workbook": asWorkbook(t, list), "csv": asCSV(t, list)} {
		if !reflect.DeepEqual(got, list) {
			t.Errorf("%s is not the same", way)
		}
	}
}

func oneLineOf(s string) string { return strings.Join(strings.Fields(s), " ") }

func halfWidth(s string) string { return width.Narrow.String(s) }
