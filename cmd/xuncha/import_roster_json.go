package main

import (
	"xuncha/data/table"
	"xuncha/inspection"
)

// rosterJSON is what a roster would change, for programs. Every list is there,
// also an empty one.
type rosterJSON struct {
	File    string `json:"file"`
	Sheet   string `json:"sheet"` // empty for csv
	Schools int    `json:"schools"`

	New     []schoolName  `json:"new"`
	Renamed []renamedJSON `json:"renamed"`
	Changed []changedJSON `json:"changed"`
	Moved   []string      `json:"moved"` // codes
	Gone    []goneJSON    `json:"gone"`
	Recoded []recodedJSON `json:"recoded"`
	Alike   []alikeJSON   `json:"alike"`
	Left    []leftJSON    `json:"left_rows"`
	Columns []string      `json:"left_columns"`
}

type schoolName struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type renamedJSON struct {
	Code string `json:"code"`
	From string `json:"from"`
	To   string `json:"to"`
}

type changedJSON struct {
	schoolName
	Fields []fieldJSON `json:"fields"`
}

type fieldJSON struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

type goneJSON struct {
	schoolName
	Work bool   `json:"work"`
	Fate string `json:"fate"` // kept, removed or closed
}

type recodedJSON struct {
	schoolName
	Given string `json:"given"` // the code in the file
}

type alikeJSON struct {
	One     schoolName `json:"one"`
	Other   schoolName `json:"other"`
	Renamed bool       `json:"perhaps_renamed"`
}

type leftJSON struct {
	Line   int    `json:"line"`
	To     int    `json:"to"`
	Reason string `json:"reason"` // above heads blank total remark
	Text   string `json:"text"`
}

func nameOf(s inspection.School) schoolName { return schoolName{string(s.Code), s.Name} }

var fateNames = [...]string{inspection.StaysOn: "kept", inspection.TakenOff: "removed", inspection.Closes: "closed"}

var reasonNames = [...]string{table.Above: "above", table.Heading: "heads", table.Blank: "blank", table.Total: "total", table.Remark: "remark"}

func (r *rosterTold) json() rosterJSON {
	j := rosterJSON{File: r.file.Name, Sheet: r.read.Sheet, Schools: len(r.read.Roster), Moved: []string{}, Columns: []string{}}
	c := r.change
	j.New = each(c.New, nameOf)
	j.Renamed, j.Changed = []renamedJSON{}, []changedJSON{}
	for _, one := range c.Changed {
		if one.Renamed() {
			j.Renamed = append(j.Renamed, renamedJSON{string(one.Was.Code), one.Was.Name, one.Is.Name})
		}
		changed := changedJSON{schoolName: nameOf(one.Is)}
		for _, f := range one.Say(r.lang) {
			if f.Field != inspection.SchoolName {
				changed.Fields = append(changed.Fields, fieldJSON{f.Field.In(inspection.English), f.Was, f.Is})
			}
		}
		if len(changed.Fields) > 0 {
			j.Changed = append(j.Changed, changed)
		}
	}
	for _, code := range c.Moved {
		j.Moved = append(j.Moved, string(code))
	}
	j.Gone = each(c.Gone, func(g inspection.GoneSchool) goneJSON { return goneJSON{nameOf(g.School), g.Work, fateNames[g.Fate]} })
	j.Recoded = each(c.Recoded, func(s inspection.SchoolChange) recodedJSON { return recodedJSON{nameOf(s.Was), string(s.Is.Code)} })
	j.Alike = each(c.Alike, func(a inspection.AlikeSchools) alikeJSON { return alikeJSON{nameOf(a.One), nameOf(a.Other), a.Renamed} })
	j.Left = each(r.read.Left, func(l table.Left) leftJSON { return leftJSON{l.Line, l.To, reasonNames[l.Reason], l.Text} })
	for _, u := range r.read.Unknown {
		j.Columns = append(j.Columns, u.Says.String())
	}
	return j
}

// each is all, one by one as f has it; never nil, so that JSON shows a list.
func each[T, J any](all []T, f func(T) J) []J {
	out := make([]J, 0, len(all))
	for _, one := range all {
		out = append(out, f(one))
	}
	return out
}
