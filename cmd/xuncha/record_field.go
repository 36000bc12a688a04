package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"xuncha/inspection"
)

// kind is what a field of a line may hold: how it is read, and how the schema
// says so. Both stand side by side, so that neither can change alone.
type kind struct {
	schema map[string]any
	read   func(*words, json.RawMessage) (any, error) // nil error and value: it is wrong
}

// fields are the fields that an object may have.
type fields map[string]kind

// wrongly is what a line says wrongly, and in which field.
type wrongly struct {
	field string
	err   error
}

func (w wrongly) Error() string { return w.err.Error() }
func (w wrongly) Unwrap() error { return w.err }

// exactly decodes a value into T alone: null is none, and 1.0 no whole number.
func exactly[T any](raw json.RawMessage) (v T, ok bool) {
	return v, !bytes.Equal(raw, []byte("null")) && json.Unmarshal(raw, &v) == nil
}

// yes is the word true: a verb.
func yes() kind {
	return kind{map[string]any{"const": true}, func(_ *words, raw json.RawMessage) (any, error) {
		if v, ok := exactly[bool](raw); ok && v {
			return v, nil
		}
		return nil, nil
	}}
}

// either is true or false.
func either() kind {
	return kind{map[string]any{"type": "boolean"}, func(_ *words, raw json.RawMessage) (any, error) {
		if v, ok := exactly[bool](raw); ok {
			return v, nil
		}
		return nil, nil
	}}
}

// line is a name or a title: one line that is not empty.
func oneLine() kind { return worded(1, inspection.MaxTitle) }

// text is an account that may be empty, which takes away what was there.
func longText() kind { return worded(0, inspection.MaxText) }

// someText is an account that may not be empty.
func someText() kind { return worded(1, inspection.MaxText) }

func worded(least, most int) kind {
	schema := map[string]any{"type": "string", "maxLength": most}
	if least > 0 {
		schema["minLength"], schema["pattern"] = least, `\S`
	}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		v, ok := exactly[string](raw)
		if !ok {
			return nil, nil
		}
		return v, fits(t, v, least, most)
	}}
}

// fits measures as the trade does, without what it cleans away.
func fits(t *words, s string, least, most int) error {
	switch n := utf8.RuneCountInString(strings.TrimSpace(inspection.Clean(s))); {
	case n < least:
		return refusal{t.emptyField}
	case n > most:
		return refusal{sentence(t.longField, most, n)}
	}
	return nil
}

var lineID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`) })

// id is the name of a finding, a talk or a paper, as this command answered it or
// the caller chose it.
func id() kind {
	return kind{map[string]any{"type": "string", "pattern": lineID().String()}, func(t *words, raw json.RawMessage) (any, error) {
		v, ok := exactly[string](raw)
		if !ok || !lineID().MatchString(v) {
			return nil, refusal{t.idShape}
		}
		return v, nil
	}}
}

// code is that of a school or an item.
func code() kind { return worded(1, 40) }

// day is 2026-11-23.
func day() kind {
	return kind{map[string]any{"type": "string", "format": "date"}, func(t *words, raw json.RawMessage) (any, error) {
		v, _ := exactly[string](raw)
		d, ok := inspection.ParseDay(v)
		if !ok || d <= 0 || d.String() != v {
			return nil, refusal{t.dayShape}
		}
		return d, nil
	}}
}

// dayOrNone is a day, or empty for none.
func dayOrNone() kind {
	one := day()
	schema := map[string]any{"anyOf": []any{one.schema, map[string]any{"const": ""}}}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		if v, ok := exactly[string](raw); ok && v == "" {
			return inspection.Day(0), nil
		}
		return one.read(t, raw)
	}}
}

// whole is a whole number between two others.
func whole(least, most int) kind {
	schema := map[string]any{"type": "integer", "minimum": least, "maximum": most}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		v, ok := exactly[int](raw)
		switch {
		case !ok:
			return nil, nil
		case v < least || v > most:
			return nil, refusal{sentence(t.numberRange, least, most)}
		}
		return v, nil
	}}
}

// pair is [n, N]: n with the problem of N looked at; [0, 0] says nothing.
func pair() kind {
	schema := map[string]any{
		"type": "array", "items": map[string]any{"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2,
	}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		v, ok := exactly[[]int](raw)
		switch {
		case !ok:
			return nil, nil
		case len(v) != 2:
			return nil, refusal{t.checkedShape}
		}
		return inspection.Checked{N: v[0], Of: v[1]}, nil
	}}
}

// choice is one of several names.
func choice[T any](names []string, parse func(string) (T, error)) kind {
	return kind{map[string]any{"enum": names}, func(t *words, raw json.RawMessage) (any, error) {
		v, ok := exactly[string](raw)
		if !ok {
			return nil, nil
		}
		return chosen(t, v, names, parse)
	}}
}

func chosen[T any](t *words, name string, names []string, parse func(string) (T, error)) (any, error) {
	v, err := parse(name)
	no, refused := inspection.Refused(err)
	if refused && no.Reason == inspection.NoSuchChoice || !refused && !slices.Contains(names, name) {
		return nil, refusal{sentence(t.choiceWrong, strings.TrimSpace(strings.Join(names, " ")), shown(name, 40))}
	}
	return v, err
}

// orNone is a choice that may be taken back with an empty name.
func orNone[T any](names []string, parse func(string) (T, error)) kind {
	return choice(append([]string{""}, names...), func(name string) (none T, err error) {
		if name == "" {
			return none, nil
		}
		return parse(name)
	})
}

// choices is a set of names, made one by add.
func choices[T ~uint8](names []string, parse func(string) (T, error)) kind {
	schema := map[string]any{"type": "array", "items": map[string]any{"enum": names}}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		all, ok := exactly[[]string](raw)
		if !ok {
			return nil, nil
		}
		var set T
		for _, name := range all {
			one, err := chosen(t, name, names, parse)
			if err != nil {
				return nil, err
			}
			set |= one.(T)
		}
		return set, nil
	}}
}

// several is a list of values of a kind of string.
func several(each kind, least int) kind {
	schema := map[string]any{"type": "array", "items": each.schema, "minItems": least}
	return kind{schema, func(t *words, raw json.RawMessage) (any, error) {
		all, ok := exactly[[]json.RawMessage](raw)
		switch {
		case !ok:
			return nil, nil
		case len(all) < least:
			return nil, refusal{sentence(t.fewInList, least)}
		}
		list := make([]string, 0, len(all))
		for _, one := range all {
			v, err := each.read(t, one)
			s, ok := v.(string)
			if err != nil || !ok {
				return nil, err
			}
			list = append(list, s)
		}
		return list, nil
	}}
}

// keyed reads an object's keys in their order, once each: package json takes
// any case of a key, and the last of two.
func keyed(t *words, raw []byte, under string) (keys []string, values map[string]json.RawMessage, err error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		return nil, nil, refusal{t.lineNotJSON}
	}
	values = map[string]json.RawMessage{}
	for dec.More() {
		tok, err := dec.Token()
		key, ok := tok.(string)
		if err != nil || !ok {
			return nil, nil, refusal{t.lineNotJSON}
		}
		if slices.Contains(keys, key) {
			return nil, nil, wrongly{under + shown(key, 20), refusal{sentence(t.keyTwice, shown(key, 20))}}
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, nil, refusal{t.lineNotJSON}
		}
		keys, values[key] = append(keys, key), value
	}
	if _, err := dec.Token(); err != nil {
		return nil, nil, refusal{t.lineNotJSON}
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, refusal{t.lineTrailing}
	}
	return keys, values, nil
}
