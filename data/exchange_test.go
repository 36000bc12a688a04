package data

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xuncha/inspection"
)

// inventor makes up documents by the table, with any key there or not.
type inventor struct {
	rnd  *rand.Rand
	most int // of ten keys, how many are there
	used map[string]bool
}

var inventedNames = map[refKind][]string{
	refSchool: {"S001", "S2"}, refChecklist: {"清单甲", "t2"}, refItem: {"1.01", "1.2", "9.9"}, refFinding: {"f1", "f2", "x9"}, refMember: {"甲", "m-2"},
}

// document is a whole one, in which all that is spoken of is there.
func (v *inventor) document() map[string]any {
	doc := map[string]any{"format": StateFormat, "version": StateVersion, "unlisted_items": []any{"9.9"}, "gone_findings": []any{"x9"}}
	for _, c := range handedOver().holds {
		switch {
		case c.one:
			doc[c.name] = v.object(c.thing, map[string]any{})
		default:
			doc[c.name] = v.list(c.thing, nil)
		}
		v.used["book."+c.name] = true
	}
	return doc
}

// list has an object at each of a few places, all different.
func (v *inventor) list(t *thing, in []string) []any {
	all := []any{}
	for i := range 2 {
		at := map[string]any{}
		for _, p := range t.place {
			switch kind := max(p.names, p.also); {
			case p.name == "round" || p.name == "team" || p.name == "section":
				at[p.name] = i + 1
			case p.name == "kind":
				at[p.name] = []string{"routine", "look-back"}[i]
			case p.name == "sha256":
				at[p.name] = fmt.Sprintf("%064x", i+1)
			case t.name == "item":
				at[p.name] = inventedNames[refItem][len(in)]
			case t.name == "finding":
				at[p.name] = inventedNames[refFinding][len(in)]
			case kind != 0:
				at[p.name] = inventedNames[kind][i]
			default:
				at[p.name] = fmt.Sprint("n", i)
			}
		}
		if (t.name == "item" || t.name == "finding") && i > 0 {
			continue // one in each section, and at each visit
		}
		all = append(all, v.object(t, at))
	}
	return all
}

func (v *inventor) object(t *thing, o map[string]any) map[string]any {
	for name := range o {
		v.used[t.name+"."+name] = true
	}
	put := func(name string, needed bool, value any) {
		if needed || v.rnd.IntN(10) < v.most {
			o[name] = value
			v.used[t.name+"."+name] = true
		}
	}
	for _, k := range t.keys {
		if all := inventedNames[k.also]; k.also != 0 && k.as.schema["type"] == "array" {
			put(k.name, k.needs, []any{all[0], all[1]})
		} else if k.also != 0 {
			put(k.name, k.needs, all[v.rnd.IntN(2)])
		} else {
			put(k.name, k.needs, v.value(k.as.schema))
		}
	}
	for name, others := range t.dependent() {
		for _, other := range others {
			if o[name] != nil && o[other] == nil {
				put(other, true, map[bool]any{true: 1, false: "文字"}[other == "number_team"])
			}
		}
	}
	if t.signs != 0 {
		put("author", false, "甲")
	}
	for _, m := range t.maps {
		names := m.names
		if names == nil {
			names = []string{"signed", "talks"}
		}
		values := map[string]any{}
		for _, name := range names {
			values[name] = v.value(m.as.schema)
		}
		put(m.name, false, values)
	}
	for _, l := range t.links {
		put(l.name, false, []any{inventedNames[l.also][2], inventedNames[l.also][0]})
	}
	for _, c := range t.holds {
		in := []string{}
		if o["kind"] == "look-back" || o["section"] == 2 {
			in = append(in, "second")
		}
		put(c.name, true, v.list(c.thing, in)) // others speak of what is in it
	}
	return o
}

// value is one that a schema allows.
func (v *inventor) value(schema map[string]any) any {
	if names, ok := schema["enum"].([]string); ok {
		return names[v.rnd.IntN(len(names))]
	}
	switch schema["type"] {
	case "boolean":
		return v.rnd.IntN(2) == 0
	case "integer":
		least, most := schema["minimum"].(int64), schema["maximum"].(int64)
		return max(1, least) + v.rnd.Int64N(min(most, 1000)-max(1, least)+1)
	case "array":
		items := schema["items"].(map[string]any)
		if schema["maxItems"] == 2 {
			return []any{1 + v.rnd.IntN(5), 5 + v.rnd.IntN(9)}
		}
		if names, ok := items["enum"].([]string); ok {
			return []any{names[0], names[len(names)-1]}
		}
		return []any{v.value(items), "乙" + fmt.Sprint(v.rnd.IntN(9))}
	case "object":
		all := map[string]any{}
		for name := range schema["properties"].(map[string]any) {
			all[name] = v.rnd.IntN(2) == 0
		}
		return all
	}
	if schema["format"] == "date" {
		return inspection.Day(20_000 + v.rnd.IntN(2000)).String()
	}
	return []string{"文字", "=cmd|' /C calc'!A0", "<b>&\"\\/", "第一行\n第二行", "\"引号\" 😀", "−1 ／", "'" + strings.Repeat("长", 60)}[v.rnd.IntN(7)]
}

// foundedOn is a book set up from a state, as a journal would.
func foundedOn(t interface {
	Helper()
	Fatal(...any)
}, s *inspection.State) *inspection.Book {
	t.Helper()
	b, last := &inspection.Book{}, &inspection.Entry{}
	take := func(author string, f inspection.Fact) error {
		e := &inspection.Entry{Device: inspection.DeviceID{7}, Seq: last.Seq + 1, Stamp: last.Stamp.Next(0), Author: author, Prev: last.Hash, Fact: own(f)}
		canonical, err := encode(nil, e)
		if err != nil {
			t.Fatal(err)
		}
		e.Hash = sha256.Sum256(canonical)
		b.Apply(e)
		last = e
		return nil
	}
	if err := inspection.Refound(take, b, s); err != nil {
		t.Fatal(err)
	}
	return b
}

func stateText(t interface {
	Helper()
	Fatal(...any)
}, s *inspection.State) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteState(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBack(t interface {
	Helper()
	Fatal(...any)
}, doc []byte) *inspection.State {
	t.Helper()
	s, err := ReadState(context.Background(), "a.json", bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err, "\n", string(doc))
	}
	return s
}

// Whatever the table allows is read, founds a book, is written as the schema
// says, and founds the same book again. Every key is met.
func TestStateOutAndIn(t *testing.T) {
	schema := plainSchema(t)
	used := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		v := &inventor{rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 7)), rapid.IntRange(0, 10).Draw(t, "of ten"), used}
		doc, err := json.Marshal(v.document())
		if err != nil {
			t.Fatal(err)
		}
		if says := schema.faults(doc); says != "" {
			t.Fatal("what was made up is not by the schema: ", says, "\n", string(doc))
		}
		s := foundedOn(t, readBack(t, doc)).State()
		first := stateText(t, s)
		if says := schema.faults(first); says != "" {
			t.Fatal("what is written is not by the schema: ", says, "\n", string(first))
		}
		again := readBack(t, first)
		if second := stateText(t, again); !bytes.Equal(first, second) {
			t.Fatalf("read and written again it differs:\n%s\n%s", first, second)
		}
		if third := stateText(t, foundedOn(t, again).State()); !bytes.Equal(first, third) {
			t.Fatalf("founded again it differs:\n%s\n%s", first, third)
		}
	})
	handedOver().each(func(th *thing) {
		for _, name := range th.allKeys() {
			if !used[th.name+"."+name] && !slices.Contains([]string{"seal.amendments", "book.format", "book.version", "book.unlisted_items", "book.gone_findings"}, th.name+"."+name) {
				t.Errorf("%s.%s was never used", th.name, name)
			}
		}
	})
}
