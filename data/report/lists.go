package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// WriteRoster writes a roster. Its CSV is the form in which rosters are read.
func WriteRoster(w io.Writer, f Format, l inspection.Language, r inspection.Roster) error {
	switch f {
	case JSON:
		return writeJSON(w, rosterOf(r))
	case CSV:
		return rosterTable(r, inspection.Chinese, true).csv(w)
	}
	var b strings.Builder
	rosterTable(r, l, false).text(&b, "")
	_, err := io.WriteString(w, b.String())
	return err
}

// rosterTable: exact leaves unknown cells empty, so that they are read as
// unknown again; otherwise they say so.
func rosterTable(r inspection.Roster, l inspection.Language, exact bool) *table {
	t := wordsIn(l)
	tab := &table{head: []string{t.code, t.name, t.stage, t.ownership, t.traits, t.area, t.group, t.shut, t.note}}
	for _, s := range r {
		stage, owner := s.Stage.In(l), s.Ownership.In(l)
		if exact && s.Stage == inspection.StageUnknown {
			stage = ""
		}
		if exact && s.Ownership == inspection.OwnershipUnknown {
			owner = ""
		}
		note := s.Note
		if !exact {
			note = oneLine(note)
		}
		tab.add(string(s.Code), s.Name, stage, owner, traits(&s, l), s.Area, s.Group, s.Closed.String(), note)
	}
	return tab
}

// traits lists what a school has and what it is known not to have.
func traits(s *inspection.School, l inspection.Language) string {
	var words []string
	for _, t := range s.Known.Each() {
		word := t.In(l)
		if s.Traits&t == 0 {
			word = wordsIn(l).without + word
		}
		words = append(words, word)
	}
	return strings.Join(words, wordsIn(l).comma)
}

type schoolJSON struct {
	Code      string          `json:"code"`
	Name      string          `json:"name"`
	Stage     string          `json:"stage"`     // empty: unknown
	Ownership string          `json:"ownership"` // empty: unknown
	Traits    map[string]bool `json:"traits"`    // those that are known
	Area      string          `json:"area"`
	Group     string          `json:"group"`
	Closed    string          `json:"closed"` // the day; empty: it is open
	Note      string          `json:"note"`
	Order     int             `json:"order"`
}

func rosterOf(r inspection.Roster) []schoolJSON {
	all := []schoolJSON{}
	for _, s := range r {
		one := schoolJSON{Code: string(s.Code), Name: s.Name, Traits: map[string]bool{}, Area: s.Area, Group: s.Group, Closed: s.Closed.String(), Note: s.Note, Order: s.Order}
		if s.Stage != inspection.StageUnknown {
			one.Stage = s.Stage.In(inspection.English)
		}
		if s.Ownership != inspection.OwnershipUnknown {
			one.Ownership = s.Ownership.In(inspection.English)
		}
		for _, t := range s.Known.Each() {
			one.Traits[t.In(inspection.English)] = s.Traits&t != 0
		}
		all = append(all, one)
	}
	return all
}

// WriteChecklist writes a checklist.
func WriteChecklist(w io.Writer, f Format, l inspection.Language, c *inspection.Checklist) error {
	switch f {
	case JSON:
		return writeJSON(w, checklistOf(c))
	case CSV:
		return checklistTable(c, l).csv(w)
	}
	_, err := io.WriteString(w, checklistText(c, l))
	return err
}

func checklistText(c *inspection.Checklist, l inspection.Language) string {
	var b strings.Builder
	t := wordsIn(l)
	fmt.Fprintf(&b, "%s  %s  %d\n", oneLine(c.Title), c.ID, c.Len())
	for _, sec := range c.Sections {
		fmt.Fprintf(&b, "\n"+t.sectionOf+"\n", sec.Number, oneLine(sec.Name), sec.Dimension.In(l), sec.Focus.In(l))
		for i := range sec.Items {
			itemText(&b, &sec.Items[i], t, l)
		}
	}
	return b.String()
}

func itemText(b *strings.Builder, it *inspection.Item, t *words, l inspection.Language) {
	fmt.Fprintf(b, "\n  %s %s\n", it.Code, oneLine(it.Title))
	for _, part := range [][2]string{
		{t.look, it.Look},
		{t.applies, it.Applies.In(l)},
		{t.basis, basis(it, t)},
		{t.methods, it.Methods.In(l)},
		{t.papers, strings.Join(it.Papers, t.semicolon)},
		{t.typical, it.Typical},
		{t.from, strings.ReplaceAll(codes(it.From), "、", t.comma)},
	} {
		if part[1] != "" {
			b.WriteString("    " + part[0] + t.colon + oneLine(part[1]) + "\n")
		}
	}
}

// basis says beside a basis that it is still to be confirmed.
func basis(it *inspection.Item, t *words) string {
	switch {
	case it.Confirmed:
		return it.Basis
	case it.Basis == "":
		return t.basisPending
	}
	return fmt.Sprintf(t.remarked, it.Basis, t.basisPending)
}

func checklistTable(c *inspection.Checklist, l inspection.Language) *table {
	t := wordsIn(l)
	tab := &table{head: []string{t.code, t.section, t.name, t.dimension, t.focus, t.item, t.look, t.applies, t.basis, t.state, t.methods, t.papers, t.typical, t.from, t.list, t.version}}
	c.Items(func(sec *inspection.Section, it *inspection.Item) {
		state := t.pending
		if it.Confirmed {
			state = t.confirmed
		}
		tab.add(string(it.Code), strconv.Itoa(sec.Number), sec.Name, sec.Dimension.In(l), sec.Focus.In(l), it.Title, it.Look,
			it.Applies.In(l), it.Basis, state, it.Methods.In(l), inspection.PapersCell(it.Papers, "；"), it.Typical, codes(it.From), c.Title, string(c.ID))
	})
	return tab
}

type checklistJSON struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Sections []listSectionJSON `json:"sections"`
}

type listSectionJSON struct {
	Number    int        `json:"section"`
	Name      string     `json:"name"`
	Dimension int        `json:"dimension"` // 四个落实, from 1
	Focus     int        `json:"focus"`     // 四个聚焦, from 1
	Items     []itemJSON `json:"items"`
}

type itemJSON struct {
	Code      string   `json:"item"`
	Title     string   `json:"title"`
	Look      string   `json:"look"`
	Applies   []string `json:"applies"` // all must hold; none is every school
	Basis     string   `json:"basis"`
	Confirmed bool     `json:"confirmed"`
	Methods   []string `json:"methods"`
	Papers    []string `json:"papers"`
	Typical   string   `json:"typical"`
	From      []string `json:"from"` // codes of an earlier version
}

func checklistOf(c *inspection.Checklist) checklistJSON {
	out := checklistJSON{ID: string(c.ID), Title: c.Title, Sections: []listSectionJSON{}}
	for _, sec := range c.Sections {
		one := listSectionJSON{sec.Number, sec.Name, int(sec.Dimension), int(sec.Focus), []itemJSON{}}
		for _, it := range sec.Items {
			one.Items = append(one.Items, itemJSON{
				string(it.Code), it.Title, it.Look, conditions(it.Applies), it.Basis, it.Confirmed,
				append([]string{}, it.Methods.Names()...), append([]string{}, it.Papers...), it.Typical, strings.FieldsFunc(codes(it.From), func(r rune) bool { return r == '、' }),
			})
		}
		out.Sections = append(out.Sections, one)
	}
	return out
}

func conditions(c inspection.Conditions) []string {
	names := []string{}
	if c != 0 {
		names = strings.Split(c.In(inspection.English), ", ")
	}
	return names
}
