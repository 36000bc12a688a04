package data

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"xuncha/inspection"
)

// stateSchema is the schema as a program that reads it has it.
type stateSchema struct{ whole, defs map[string]any }

func plainSchema(t *testing.T) stateSchema {
	t.Helper()
	raw, err := json.Marshal(StateSchema())
	if err != nil {
		t.Fatal(err)
	}
	var s stateSchema
	if err := json.Unmarshal(raw, &s.whole); err != nil {
		t.Fatal(err)
	}
	s.defs = s.whole["$defs"].(map[string]any)
	return s
}

// faults is what a document has that the schema does not allow; empty: nothing.
func (s stateSchema) faults(doc []byte) string {
	var v any
	if err := json.Unmarshal(doc, &v); err != nil {
		return err.Error()
	}
	return s.check("$", s.whole, v)
}

func (s stateSchema) check(path string, schema map[string]any, v any) string {
	for word, want := range schema {
		if says := s.obeys(path, word, want, schema, v); says != "" {
			return says
		}
	}
	return ""
}

// obeys is as much of JSON Schema as ours uses; a word that it does not know
// fails.
func (s stateSchema) obeys(path, word string, want any, schema map[string]any, v any) string {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	list, isList := v.([]any)
	object, isObject := v.(map[string]any)
	no := func(ok bool) string {
		if ok {
			return ""
		}
		return fmt.Sprintf("%s: %s %v: %v", path, word, want, v)
	}
	switch word {
	case "description", "$schema", "$defs":
		return ""
	case "$ref":
		name, ok := strings.CutPrefix(want.(string), "#/$defs/")
		def, known := s.defs[name].(map[string]any)
		if !ok || !known {
			return "no such definition: " + want.(string)
		}
		return s.check(path, def, v)
	case "type":
		_, isBool := v.(bool)
		return no(map[string]bool{
			"string": isText, "array": isList, "object": isObject, "integer": isNumber && number == math.Trunc(number), "boolean": isBool,
		}[want.(string)])
	case "const":
		return no(reflect.DeepEqual(v, want))
	case "enum":
		return no(slices.ContainsFunc(want.([]any), func(one any) bool { return reflect.DeepEqual(one, v) }))
	case "oneOf":
		n := 0
		for _, one := range want.([]any) {
			if s.check(path, one.(map[string]any), v) == "" {
				n++
			}
		}
		return no(n == 1)
	case "pattern":
		return no(!isText || regexp.MustCompile(want.(string)).MatchString(text))
	case "minLength":
		return no(!isText || utf8.RuneCountInString(text) >= int(want.(float64)))
	case "maxLength":
		return no(!isText || utf8.RuneCountInString(text) <= int(want.(float64)))
	case "format":
		d, ok := inspection.ParseDay(text)
		return no(!isText || ok && d > 0)
	case "minimum":
		return no(!isNumber || number >= want.(float64))
	case "maximum":
		return no(!isNumber || number <= want.(float64))
	case "minItems":
		return no(!isList || len(list) >= int(want.(float64)))
	case "maxItems":
		return no(!isList || len(list) <= int(want.(float64)))
	case "uniqueItems":
		seen := map[any]bool{}
		for _, one := range list {
			if seen[one] {
				return no(false)
			}
			seen[one] = true
		}
		return ""
	case "items":
		for i, one := range list {
			if says := s.check(fmt.Sprintf("%s[%d]", path, i), want.(map[string]any), one); says != "" {
				return says
			}
		}
		return ""
	case "required":
		return no(!isObject || !slices.ContainsFunc(want.([]any), func(key any) bool { _, ok := object[key.(string)]; return !ok }))
	case "dependentRequired":
		for name, others := range want.(map[string]any) {
			for _, other := range others.([]any) {
				if _, there := object[name]; there && object[other.(string)] == nil {
					return no(false)
				}
			}
		}
		return ""
	case "propertyNames":
		for name := range object {
			if says := s.check(path, want.(map[string]any), name); says != "" {
				return says
			}
		}
		return ""
	case "properties":
		for name, one := range want.(map[string]any) {
			if value, ok := object[name]; ok {
				if says := s.check(path+"."+name, one.(map[string]any), value); says != "" {
					return says
				}
			}
		}
		return ""
	case "additionalProperties":
		properties, _ := schema["properties"].(map[string]any)
		for name, value := range object {
			if _, ok := properties[name]; ok {
				continue
			}
			rest, ok := want.(map[string]any)
			if !ok {
				return no(false) + " " + name
			}
			if says := s.check(path+"."+name, rest, value); says != "" {
				return says
			}
		}
		return ""
	}
	panic("the walk does not know the word " + word)
}
