package data

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The tables have a row for every object of the document, and a column for
// every key that holds no objects itself.
func TestSheetsAreTheDocument(t *testing.T) {
	v := &inventor{rand.New(rand.NewPCG(3, 7)), 10, map[string]bool{}}
	doc, err := json.Marshal(v.document())
	if err != nil {
		t.Fatal(err)
	}
	s := foundedOn(t, readBack(t, doc)).State()
	var whole map[string]any
	if err := json.Unmarshal(stateText(t, s), &whole); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	count(handedOver(), whole, want)
	sheets := StateSheets(s)
	rows := map[string]int{}
	for _, sheet := range sheets {
		if _, twice := rows[sheet.Name]; twice || len(sheet.Keys) != len(sheet.Says) || slices.Contains(sheet.Says, "") {
			t.Errorf("%s: %v %v", sheet.Name, sheet.Keys, sheet.Says)
		}
		for i, k := range sheet.Keys {
			if slices.Contains(sheet.Keys[:i], k) {
				t.Errorf("%s has the column %s twice", sheet.Name, k)
			}
		}
		rows[sheet.Name] = 0
		for row := range sheet.Rows {
			rows[sheet.Name]++
			if len(row) != len(sheet.Keys) {
				t.Errorf("%s: %d cells for %d columns", sheet.Name, len(row), len(sheet.Keys))
			}
		}
	}
	for name, n := range want {
		if rows[name] != n || n == 0 {
			t.Errorf("%s has %d rows, want %d", name, rows[name], n)
		}
	}
	handedOver().each(func(th *thing) {
		for _, sheet := range sheets {
			for _, k := range th.keys {
				if sheet.Title == th.title && !slices.Contains(sheet.Keys, k.name) {
					t.Errorf("%s has no column %s: %s", sheet.Name, k.name, strings.Join(sheet.Keys, " "))
				}
			}
		}
	})
}

// count counts the objects of a document by the name of their list.
func count(t *thing, o map[string]any, n map[string]int) {
	for _, c := range t.holds {
		switch v := o[c.name].(type) {
		case map[string]any:
			n[c.name]++
			count(c.thing, v, n)
		case []any:
			for _, one := range v {
				n[c.name]++
				count(c.thing, one.(map[string]any), n)
			}
		}
	}
}
