package data

import (
	"xuncha/inspection"
)

// allKeys are the keys of a thing in the order in which they are written.
func (t *thing) allKeys() []string {
	var all []string
	if t.name == "book" {
		all = append(all, "format", "version")
	}
	for _, p := range t.place {
		all = append(all, p.name)
	}
	for _, k := range t.keys {
		all = append(all, k.name)
	}
	if t.signs != 0 {
		all = append(all, "author")
	}
	for _, m := range t.maps {
		all = append(all, m.name)
	}
	for _, l := range t.links {
		all = append(all, l.name)
	}
	if t.name == "seal" {
		all = append(all, "amendments")
	}
	for _, c := range t.holds {
		all = append(all, c.name)
	}
	return all
}

// needed are the keys without which a thing is none.
func (t *thing) needed() []string {
	var all []string
	if t.name == "book" {
		all = append(all, "format", "version", "campaign")
	}
	for _, p := range t.place {
		if p.needs {
			all = append(all, p.name)
		}
	}
	for _, k := range t.keys {
		if k.needs {
			all = append(all, k.name)
		}
	}
	return all
}

// dependent are the keys that need another beside them: a number in a register
// whose words may not be empty, and a finding's number the team that it is of.
func (t *thing) dependent() map[string][]string {
	all := map[string][]string{}
	for _, k := range t.keys {
		for _, of := range t.keys {
			if k.field == of.field && k.name != of.name && of.as.schema["minLength"] != nil && !of.needs {
				all[k.name] = append(all[k.name], of.name)
			}
		}
		if k.name == "number_n" {
			all[k.name] = append(all[k.name], "number_team")
		}
	}
	return all
}

// valueKeys are the keys under which a register's value stands where it stands
// by itself; none for what no seal fixes.
func valueKeys(f inspection.Field) []key {
	var all []key
	if !f.Fixed() {
		return nil
	}
	handedOver().each(func(t *thing) {
		for _, k := range t.keys {
			if k.field == f && f < asClash {
				all = append(all, k)
			}
		}
		for _, m := range t.maps {
			if m.field == f && f < asClash {
				all = append(all, key{name: "value", field: f, as: m.as})
			}
		}
		for _, l := range t.links {
			if l.field == f && f < asClash {
				all = append(all, key{name: "linked", field: f, as: truth(partN)})
			}
		}
	})
	return all
}

// each calls f for a thing and all that it can hold.
func (t *thing) each(f func(*thing)) {
	f(t)
	for _, c := range t.holds {
		c.thing.each(f)
	}
}

// StateSchema is the JSON Schema of what WriteState writes and ReadState takes,
// made of the table by which both go.
func StateSchema() map[string]any {
	defs := map[string]any{}
	root := handedOver()
	root.each(func(t *thing) { defs[t.name] = t.schema() })
	defs["amendment"] = amendmentSchema()
	whole := defs["book"].(map[string]any)
	delete(defs, "book")
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["$defs"] = defs
	properties := whole["properties"].(map[string]any)
	properties["format"] = map[string]any{"const": StateFormat}
	properties["version"] = map[string]any{"const": StateVersion}
	return whole
}

func (t *thing) schema() map[string]any {
	properties := map[string]any{}
	for _, p := range t.place {
		properties[p.name] = described(p.as.schema, p.says)
	}
	for _, k := range t.keys {
		properties[k.name] = described(k.as.schema, saysField(k.field))
	}
	if t.signs != 0 {
		properties["author"] = described(authorWay().schema, "记录人")
	}
	for _, m := range t.maps {
		properties[m.name] = described(m.schema(), saysField(m.field))
	}
	for _, l := range t.links {
		each := map[string]any{"type": "string", "minLength": 1, "maxLength": inspection.MaxTitle}
		properties[l.name] = described(map[string]any{"type": "array", "items": each, "uniqueItems": true}, saysField(l.field))
	}
	if t.name == "seal" {
		properties["amendments"] = listOf("amendment")
	}
	for _, c := range t.holds {
		if c.one {
			properties[c.name] = map[string]any{"$ref": "#/$defs/" + c.thing.name}
		} else {
			properties[c.name] = listOf(c.thing.name)
		}
	}
	schema := map[string]any{
		"type": "object", "description": t.title, "properties": properties,
		"required": append([]string{}, t.needed()...), "additionalProperties": false,
	}
	if beside := t.dependent(); len(beside) > 0 {
		with := map[string]any{}
		for name, others := range beside {
			with[name] = others
		}
		schema["dependentRequired"] = with
	}
	return schema
}

func (m mapKey) schema() map[string]any {
	if m.names == nil {
		return map[string]any{
			"type": "object", "propertyNames": map[string]any{"minLength": 1, "maxLength": 64}, "additionalProperties": m.as.schema,
		}
	}
	properties := map[string]any{}
	for _, name := range m.names {
		properties[name] = m.as.schema
	}
	return map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
}

func listOf(name string) map[string]any {
	return map[string]any{"type": "array", "items": map[string]any{"$ref": "#/$defs/" + name}}
}

// described is a schema with a word on what it is about.
func described(schema map[string]any, says string) map[string]any {
	all := map[string]any{"description": says}
	for word, v := range schema {
		all[word] = v
	}
	return all
}

// saysField names a field in Chinese, also one that is in no register.
func saysField(f inspection.Field) string {
	switch f {
	case asClash:
		return "重号待改"
	case asLast:
		return "已给出的最大号"
	case asCount:
		return "工作量"
	case asUnlisted:
		return "清单已不用、仍有记录的要点"
	case asGone:
		return "提出后又撤销、仍被提到的问题"
	}
	return f.In(inspection.Chinese)
}

// reasonsWay is how the reasons of an amendment stand.
func reasonsWay() way {
	w := perLine()
	w.schema = map[string]any{
		"type": "array", "items": map[string]any{"type": "string", "minLength": 1, "maxLength": inspection.MaxText},
	}
	w.read = func(n *node, _ *inspection.Value) error {
		if n.is != '[' {
			return say("应是一列文字")
		}
		for _, one := range n.list {
			if one.is != 's' || ofLength(one.text, 1, inspection.MaxText) != nil {
				return say("应是一列文字，不能是空的或太长")
			}
		}
		return nil
	}
	return w
}

func amendmentSchema() map[string]any {
	name := map[string]any{"type": "string", "minLength": 1, "maxLength": inspection.MaxTitle}
	var forms []any
	for _, f := range inspection.FieldNames() {
		field, err := inspection.ParseField(f)
		keys := valueKeys(field)
		if err != nil || len(keys) == 0 {
			continue
		}
		values := map[string]any{}
		for _, k := range keys {
			values[k.name] = k.as.schema
		}
		value := map[string]any{"type": "object", "properties": values, "additionalProperties": false}
		forms = append(forms, map[string]any{
			"type": "object", "required": []string{"field", "from", "to"}, "additionalProperties": false,
			"properties": map[string]any{
				"field": map[string]any{"const": f}, "item": name, "id": name, "from": value, "to": value, "reasons": reasonsWay().schema,
			},
		})
	}
	return map[string]any{"description": "更正：封存之后改动的一处", "oneOf": forms}
}
