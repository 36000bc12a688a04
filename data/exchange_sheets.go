package data

import (
	"iter"
	"slices"

	"xuncha/inspection"
)

// StateSheet is one kind of thing as a table: a row for each, with the keys of
// the document for columns. What it belongs to stands in the first columns.
type StateSheet struct {
	Name  string // schools, visits …
	Title string // in Chinese
	Keys  []string
	Says  []string // what each key is, in Chinese
	Rows  iter.Seq[[]string]
}

// StateSheets are what a book holds as tables, in the order of the document;
// each kind that has columns is there, also one that has no rows.
func StateSheets(s *inspection.State) []StateSheet {
	t := newTree(s)
	f := sheeter{tree: t}
	for _, c := range t.root.holds {
		f.sheet(c.name, c.thing, nil, [][]*object{t.root.list(c.thing)}, nil)
	}
	return append(f.all, t.amendmentSheet(s))
}

// list are the objects of a thing that o holds.
func (o *object) list(t *thing) []*object {
	for i, c := range o.holds {
		if c.thing == t && i < len(o.lists) {
			return o.lists[i]
		}
	}
	return nil
}

type sheeter struct {
	tree *tree
	all  []StateSheet
}

// sheetColumn is one of a sheet.
type sheetColumn struct {
	name, says string
	cell       func(o *object, above []string) string
}

// sheet adds the table of a thing, and those of what it holds. groups are its
// objects by what they belong to; above are the places of those.
func (f *sheeter) sheet(name string, t *thing, inherited []sheetColumn, groups [][]*object, above [][]string) {
	if above == nil {
		above = [][]string{nil}
	}
	columns := slices.Clone(inherited)
	for _, p := range t.place {
		columns = append(columns, sheetColumn{p.name, p.says, func(o *object, _ []string) string { return p.as.cell(p.part.get(&o.at)) }})
	}
	places := len(columns)
	columns = append(columns, t.columns(groups)...)
	if len(columns) > places || len(t.holds) == 0 && len(columns) > 0 { // an office that has set nothing has no columns
		f.all = append(f.all, sheetOf(name, t.title, columns, groups, above))
	}
	for i, c := range t.holds {
		f.below(t, i, c, columns[:places], groups, above)
	}
}

// below adds the table of what a thing holds.
func (f *sheeter) below(t *thing, n int, c child, columns []sheetColumn, groups [][]*object, above [][]string) {
	var inherited []sheetColumn
	for i, col := range columns {
		name := col.name
		if name == "id" {
			name = t.name
		}
		inherited = append(inherited, sheetColumn{name, col.says, func(_ *object, above []string) string { return above[i] }})
	}
	var inside [][]*object
	var places [][]string
	for g, group := range groups {
		for _, o := range group {
			if n >= len(o.lists) || len(o.lists[n]) == 0 {
				continue
			}
			cells := make([]string, len(columns))
			for i, col := range columns {
				cells[i] = col.cell(o, above[g])
			}
			inside, places = append(inside, o.lists[n]), append(places, cells)
		}
	}
	if inside == nil {
		inside, places = [][]*object{nil}, [][]string{make([]string, len(columns))}
	}
	f.sheet(c.name, c.thing, inherited, inside, places)
}

func sheetOf(name, title string, columns []sheetColumn, groups [][]*object, above [][]string) StateSheet {
	s := StateSheet{Name: name, Title: title}
	for _, c := range columns {
		s.Keys, s.Says = append(s.Keys, c.name), append(s.Says, c.says)
	}
	s.Rows = func(yield func([]string) bool) {
		for g, group := range groups {
			for _, o := range group {
				row := make([]string, len(columns))
				for i, c := range columns {
					row[i] = c.cell(o, above[g])
				}
				if !yield(row) {
					return
				}
			}
		}
	}
	return s
}

// columns are those of a thing's own keys.
func (t *thing) columns(groups [][]*object) []sheetColumn {
	var all []sheetColumn
	for _, k := range t.keys {
		all = append(all, sheetColumn{k.name, saysField(k.field), func(o *object, _ []string) string {
			v := o.value(k.field)
			if v.IsZero() {
				return ""
			}
			return k.as.cell(v)
		}})
	}
	if t.signs != 0 {
		all = append(all, sheetColumn{"author", "记录人", func(o *object, _ []string) string { return o.author() }})
	}
	for _, m := range t.maps {
		for _, name := range m.namesIn(groups) {
			all = append(all, sheetColumn{m.name + "." + name, saysField(m.field) + " " + name, func(o *object, _ []string) string {
				if _, values := o.named(m); !values[name].IsZero() {
					return m.as.cell(values[name])
				}
				return ""
			}})
		}
	}
	for _, l := range t.links {
		all = append(all, sheetColumn{l.name, saysField(l.field), func(o *object, _ []string) string { return joined(o.linked(l)) }})
	}
	return all
}

func joined(all []string) string {
	text := ""
	for i, s := range all {
		if i > 0 {
			text += "\n"
		}
		text += s
	}
	return text
}

// namesIn are a map's names: those that it can have, or else has anywhere.
func (m mapKey) namesIn(groups [][]*object) []string {
	if m.names != nil {
		return m.names
	}
	var all []string
	seen := map[string]bool{}
	for _, group := range groups {
		for _, o := range group {
			names, _ := o.named(m)
			for _, name := range names {
				if !seen[name] {
					seen[name] = true
					all = append(all, name)
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

// amendmentSheet has what of sealed visits is not as it was sealed, values as
// the document has them.
func (t *tree) amendmentSheet(s *inspection.State) StateSheet {
	w := &stateWriter{tree: t}
	kinds := names(inspection.MakeUp, english[inspection.VisitKind])
	return StateSheet{
		Name: "amendments", Title: "更正",
		Keys: []string{"round", "school", "kind", "field", "item", "id", "from", "to", "reasons"},
		Says: []string{"轮次", "学校", "巡察方式", "改动处", "要点等", "编号", "封存时", "现在", "理由"},
		Rows: func(yield func([]string) bool) {
			for _, one := range s.Seals {
				for _, d := range one.Amended {
					r := d.Register
					row := []string{
						one.Visit.Round.String(), string(one.Visit.School), kinds[one.Visit.Kind-1], r.Field.Name(), string(r.Item), r.ID,
						string(w.valueOf(nil, r.Field, d.From)), string(w.valueOf(nil, r.Field, d.To)), joined(d.Reasons),
					}
					if !yield(row) {
						return
					}
				}
			}
		},
	}
}
