package main

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

// said is what a line says, in a form.
type said struct {
	*form
	visit  inspection.VisitID
	reason string
	values map[string]any // by field of the form's object
	id     string         // of what it makes, or of what it is about
}

// given is the value of a field, or nothing.
func given[T any](s *said, field string) T {
	v, _ := s.values[field].(T)
	return v
}

// maybe is the value of a field, or nil where it is not there.
func maybe[T any](s *said, field string) *T {
	if v, ok := s.values[field].(T); ok {
		return &v
	}
	return nil
}

// path names a field as refusals do.
func (f *form) path(field string) string {
	if f.object == "" {
		return field
	}
	return f.object + "." + field
}

// parse reads a line strictly: a key that is not known may be a verdict that
// somebody believes to be recorded.
func (r *recorder) parse(in inputLine) (*said, error) {
	switch {
	case in.err != nil:
		return nil, refusal{r.t.lineTooLong}
	case !utf8.Valid(in.text):
		return nil, refusal{r.t.lineNotUTF8}
	}
	keys, values, err := keyed(r.t, in.text, "")
	if err != nil {
		return nil, err
	}
	object, err := r.objectOf(keys)
	if err != nil {
		return nil, err
	}
	place := map[string]json.RawMessage{}
	for key := range placeFields {
		if raw, ok := values[key]; ok {
			place[key] = raw
			delete(values, key)
		}
	}
	if object != "" {
		if values, err = r.inside(object, values[object]); err != nil {
			return nil, err
		}
	}
	return r.form(object, place, values)
}

// objectOf is the one object of a line; empty is the answer at its top.
func (r *recorder) objectOf(keys []string) (object string, err error) {
	first := ""
	for _, key := range keys {
		_, ofPlace := placeFields[key]
		_, ofAnswer := objects()[""][key]
		_, isObject := objects()[key]
		isObject = isObject && key != ""
		switch {
		case ofPlace:
			continue
		case !ofAnswer && !isObject:
			return "", r.unknown(key, key, topKeys())
		case first != "" && (isObject || object != ""):
			return "", wrongly{key, refusal{sentence(r.t.notTogether, key, first)}}
		}
		first = key
		if isObject {
			object = key
		}
	}
	if first == "" {
		return "", refusal{sentence(r.t.saysNothing, strings.Join(objectKeys(), " "))}
	}
	return object, nil
}

func (r *recorder) unknown(path, key string, there []string) error {
	return wrongly{shown(path, 40), refusal{sentence(r.t.keyUnknown, shown(key, 20), strings.Join(there, " "))}}
}

// topKeys are the keys that a line may have.
func topKeys() []string {
	return slices.Concat([]string{"round", "school", "kind", "reason", "item", "verdict", "methods", "note", "checked"}, objectKeys()[1:])
}

// objectKeys are what a line can be about, in the order of the forms.
func objectKeys() []string {
	keys := []string{"item"}
	for _, f := range forms() {
		if f.object != "" && !slices.Contains(keys, f.object) {
			keys = append(keys, f.object)
		}
	}
	return keys
}

func (r *recorder) inside(object string, raw json.RawMessage) (map[string]json.RawMessage, error) {
	if raw[0] != '{' {
		return nil, wrongly{object, refusal{sentence(r.t.fieldWrong, object)}}
	}
	keys, values, err := keyed(r.t, raw, object+".")
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		if _, known := objects()[object][key]; !known {
			return nil, r.unknown(object+"."+key, key, slices.Sorted(maps.Keys(objects()[object])))
		}
	}
	return values, nil
}

// form finds the form that is meant, and reads the values by it.
func (r *recorder) form(object string, place, values map[string]json.RawMessage) (*said, error) {
	s := &said{}
	var verbs []string
	for _, f := range forms() {
		if _, there := values[f.verb]; f.object != object {
			continue
		} else if there || f.verb == "" {
			s.form = &f
			break
		}
		verbs = append(verbs, f.verb)
	}
	if s.form == nil {
		missing := strings.Join(verbs, " / ")
		return nil, wrongly{cmp.Or(object, missing), refusal{sentence(r.t.fieldNeeded, missing)}}
	}
	needs, may := s.place.keys()
	there, err := r.read(placeFields, place, needs, may, func(key string) string { return key }, s)
	if err != nil {
		return nil, err
	}
	needs = s.needs
	if s.verb != "" {
		needs = append([]string{s.verb}, needs...)
	}
	if s.values, err = r.read(objects()[object], values, needs, s.may, s.path, s); err != nil {
		return nil, err
	}
	s.stand(there)
	return s, nil
}

// read checks which fields are there and reads each by its kind.
func (r *recorder) read(all fields, raw map[string]json.RawMessage, needs, may []string, path func(string) string, s *said) (map[string]any, error) {
	values := map[string]any{}
	for _, key := range needs {
		if _, ok := raw[key]; !ok {
			return nil, wrongly{path(key), refusal{sentence(r.t.fieldNeeded, path(key))}}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(raw)) {
		if !slices.Contains(needs, key) && !slices.Contains(may, key) {
			return nil, wrongly{path(key), refusal{sentence(r.t.notTogether, path(key), s.about())}}
		}
		v, err := all[key].read(r.t, raw[key])
		switch {
		case err != nil:
			return nil, wrongly{path(key), err}
		case v == nil:
			return nil, wrongly{path(key), refusal{sentence(r.t.fieldWrong, path(key))}}
		}
		values[key] = v
	}
	return values, nil
}

// about names the form by the field that tells it from others.
func (f *form) about() string {
	if f.verb == "" {
		return f.object
	}
	return f.path(f.verb)
}

// stand sets the visit that the line is about.
func (s *said) stand(place map[string]any) {
	round, _ := place["round"].(int)
	school, _ := place["school"].(string)
	kind, chosen := place["kind"].(inspection.VisitKind)
	if !chosen && round != 0 && school != "" {
		kind = inspection.Routine
	}
	s.visit = inspection.VisitID{Round: inspection.RoundNo(round), Kind: kind, School: inspection.SchoolCode(school)}
	s.reason, _ = place["reason"].(string)
	s.id = given[string](s, "id")
}
