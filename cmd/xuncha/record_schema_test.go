package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"xuncha/data"
	"xuncha/inspection"
)

// What the decoder takes the schema allows, in one form and no other; what the
// decoder refuses by its shape the schema forbids. So it is for each example,
// for the lines of the scripts, and for examples with a key left out, a key too
// much or another value.
func TestSchemaIsTheDecoder(t *testing.T) {
	t.Parallel()
	notUnderRace(t)
	r, _ := recorderOn(t, data.Options{})
	root := plain(t, schema(inspection.Chinese, r.t))
	taken, refused := 0, 0
	for line := range everyLine(t) {
		_, err := r.parse(inputLine{number: 1, text: []byte(line)})
		if strings.Contains(fmt.Sprint(err), "重复") || strings.Contains(fmt.Sprint(err), "JSON") {
			continue // a schema knows neither of these
		}
		var v any
		if json.Unmarshal([]byte(line), &v) != nil {
			t.Fatalf("it reads as JSON and is not: %s", line)
		}
		forms := 0
		for _, one := range root["oneOf"].([]any) {
			if allows(one.(map[string]any), v) {
				forms++
			}
		}
		if err == nil && forms != 1 || err != nil && forms != 0 {
			t.Errorf("%d forms allow it, the decoder says %v: %s", forms, err, line)
		}
		if err == nil {
			taken++
		} else {
			refused++
		}
	}
	if taken < 500 || refused < 2000 {
		t.Errorf("only %d lines were taken and %d refused", taken, refused)
	}
}

// everyLine gives lines, each once.
func everyLine(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, f := range forms() {
		all[f.shows] = true
		mutants(t, f, all)
	}
	scripts, err := filepath.Glob("testdata/script/record*.txtar")
	if err != nil || len(scripts) < 3 {
		t.Fatalf("%v: %d scripts", err, len(scripts))
	}
	for _, name := range scripts {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(raw).Files {
			for _, line := range strings.Split(string(file.Data), "\n") {
				if strings.HasPrefix(line, "{") && !strings.HasPrefix(line, `{"saved"`) && !strings.HasPrefix(line, `{"refused"`) {
					all[line] = true
				}
			}
		}
	}
	return all
}

// mutants are the form's example with each key left out, each key added that
// there is, and each value another.
func mutants(t *testing.T, f form, all map[string]bool) {
	t.Helper()
	values := []any{true, false, "", " ", "甲", "met", "team", "2026-02-28", "2026-02-30", 0, 1, 3, -1, 70000, 1.5, []any{}, []any{"甲"},
		[]any{"甲", "乙"}, []any{1, 2}, []any{1, 2, 3}, map[string]any{}, nil, strings.Repeat("长", 300)}
	change := func(edit func(line, inner map[string]any)) {
		line := plain(t, json.RawMessage(f.shows))
		inner := line
		if f.object != "" {
			inner = line[f.object].(map[string]any)
		}
		edit(line, inner)
		raw, err := json.Marshal(line)
		if err != nil {
			t.Fatal(err)
		}
		all[string(raw)] = true
	}
	for key := range placeFields {
		change(func(line, _ map[string]any) { delete(line, key) })
		for _, v := range values {
			change(func(line, _ map[string]any) { line[key] = v })
		}
	}
	for key := range objects()[f.object] {
		change(func(_, inner map[string]any) { delete(inner, key) })
		for _, v := range values {
			change(func(_, inner map[string]any) { inner[key] = v })
		}
	}
	if slices.Contains(f.may, "facts") || f.verb == "progress" {
		change(func(_, inner map[string]any) { inner[cmp.Or(f.verb, "facts")] = strings.Repeat("长", 20_001) })
	}
	for key := range objects() {
		change(func(line, _ map[string]any) { line[key] = map[string]any{} })
	}
}

// plain is a value as JSON has it.
func plain(t *testing.T, v any) map[string]any {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// allows is as much of JSON Schema as ours uses; a word that it does not know
// fails.
func allows(schema map[string]any, v any) bool {
	for word, want := range schema {
		if !obeys(word, want, schema, v) {
			return false
		}
	}
	return true
}

var compiled = func() func(string) *regexp.Regexp {
	all := map[string]*regexp.Regexp{}
	return func(s string) *regexp.Regexp {
		if all[s] == nil {
			all[s] = regexp.MustCompile(s)
		}
		return all[s]
	}
}()

func obeys(word string, want any, schema map[string]any, v any) bool {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	list, isList := v.([]any)
	object, isObject := v.(map[string]any)
	switch word {
	case "description", "examples":
		return true
	case "type":
		return map[string]bool{
			"string": isText, "array": isList, "object": isObject, "integer": isNumber && number == math.Trunc(number),
			"boolean": reflect.TypeOf(v) == reflect.TypeOf(true),
		}[want.(string)]
	case "const":
		return reflect.DeepEqual(v, want)
	case "enum":
		return slices.ContainsFunc(want.([]any), func(one any) bool { return reflect.DeepEqual(one, v) })
	case "anyOf":
		return slices.ContainsFunc(want.([]any), func(one any) bool { return allows(one.(map[string]any), v) })
	case "pattern":
		return !isText || compiled(want.(string)).MatchString(text)
	case "minLength":
		return !isText || utf8.RuneCountInString(text) >= int(want.(float64))
	case "maxLength":
		return !isText || utf8.RuneCountInString(text) <= int(want.(float64))
	case "format":
		d, ok := inspection.ParseDay(text)
		return !isText || ok && d > 0
	case "minimum":
		return !isNumber || number >= want.(float64)
	case "maximum":
		return !isNumber || number <= want.(float64)
	case "minItems":
		return !isList || len(list) >= int(want.(float64))
	case "maxItems":
		return !isList || len(list) <= int(want.(float64))
	case "items":
		return !isList || !slices.ContainsFunc(list, func(one any) bool { return !allows(want.(map[string]any), one) })
	case "required":
		return !isObject || !slices.ContainsFunc(want.([]any), func(key any) bool { _, ok := object[key.(string)]; return !ok })
	case "properties":
		for key, one := range want.(map[string]any) {
			if value, ok := object[key]; ok && !allows(one.(map[string]any), value) {
				return false
			}
		}
		return true
	case "additionalProperties":
		for key := range object {
			if _, ok := schema["properties"].(map[string]any)[key]; !ok {
				return false
			}
		}
		return true
	}
	panic("the walk does not know the word " + word)
}

// Every field of an object is used by some form, and every form has all its
// words and a field for each of its names.
func TestFormsAreWhole(t *testing.T) {
	used := map[string]bool{}
	for _, f := range forms() {
		if f.says[0] == "" || f.says[1] == "" || f.judge == nil {
			t.Errorf("form %s lacks words or a judge", f.about())
		}
		for _, name := range slices.Concat([]string{f.verb}, f.needs, f.may) {
			used[f.object+"."+name] = true
			if _, ok := objects()[f.object][name]; !ok && name != "" {
				t.Errorf("form %s names %s, of which the object knows nothing", f.about(), name)
			}
		}
	}
	for object, all := range objects() {
		for name := range maps.Keys(all) {
			if !used[object+"."+name] {
				t.Errorf("no form uses %s.%s", object, name)
			}
		}
	}
}

// The schema names its draft, and prints whole in both languages.
func TestSchemaPrints(t *testing.T) {
	for _, l := range []inspection.Language{inspection.Chinese, inspection.English} {
		d := &door{out: new(bytes.Buffer)}
		d.speak(l)
		if err := d.printSchema(); err != nil {
			t.Fatal(err)
		}
		printed := plain(t, json.RawMessage(d.out.(*bytes.Buffer).Bytes()))
		if printed["$schema"] != "https://json-schema.org/draft/2020-12/schema" || len(printed["oneOf"].([]any)) != len(forms()) {
			t.Errorf("it prints %v", printed["$schema"])
		}
	}
}
