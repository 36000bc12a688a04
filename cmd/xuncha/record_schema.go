package main

import (
	"encoding/json"

	"xuncha/inspection"
)

// printSchema prints a JSON Schema of the lines that record takes.
func (d *door) printSchema() error {
	e := json.NewEncoder(d.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(schema(d.lang, d.t))
}

// schema is made of the table of forms by which lines are read.
func schema(l inspection.Language, t *words) map[string]any {
	var all []any
	for _, f := range forms() {
		all = append(all, f.schema(l))
	}
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "xuncha record", "description": t.schemaSays, "type": "object", "oneOf": all,
	}
}

// schema is that of one form: its keys and no others.
func (f *form) schema(l inspection.Language) map[string]any {
	needs, may := f.place.keys()
	line := object(placeFields, needs, may)
	own := f.needs
	if f.verb != "" {
		own = append([]string{f.verb}, own...)
	}
	inner := object(objects()[f.object], own, f.may)
	if f.object != "" {
		line["properties"].(map[string]any)[f.object] = inner
		line["required"] = append(line["required"].([]string), f.object)
	} else {
		join(line, inner)
	}
	line["description"] = f.says[l]
	line["examples"] = []json.RawMessage{json.RawMessage(f.shows)}
	return line
}

func object(all fields, needs, may []string) map[string]any {
	properties := map[string]any{}
	for _, names := range [][]string{needs, may} {
		for _, name := range names {
			properties[name] = all[name].schema
		}
	}
	return map[string]any{
		"type": "object", "properties": properties, "required": append([]string{}, needs...), "additionalProperties": false,
	}
}

// join puts the keys of inner beside those of line.
func join(line, inner map[string]any) {
	for name, one := range inner["properties"].(map[string]any) {
		line["properties"].(map[string]any)[name] = one
	}
	line["required"] = append(line["required"].([]string), inner["required"].([]string)...)
}
