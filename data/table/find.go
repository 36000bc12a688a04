package table

import (
	"slices"
	"strings"

	"xuncha/data/bilingual"
)

// Column is a column that a caller knows by its name, or by other names that
// offices give it. Blanks, stars, colons, width and remarks in brackets make no
// difference.
type Column struct {
	Name   string
	Also   []string
	Needed bool
}

// Table is what a sheet holds under its heads.
type Table struct {
	Head    int      // line of the heads; the lower one where there are two
	Columns []string // names of the columns that were found, in their order
	Unknown []Fault  // heads that no column is called; not a fault by itself
	Left    []Left   // rows that are no records, each with the reason
	Faults  Faults   // cells of the columns without a value, such as #REF!

	sheet   *Sheet
	place   map[string]int   // of each column, from 1
	headed  [maxColumns]bool // which columns have a head
	records []Record
}

// Left is a row that is no record, or several without anything in them.
type Left struct {
	Line, To int // the last of several lines, as a rule Line itself
	Reason   Reason
	Text     string // what stands in it first
}

// Reason is why a row is no record.
type Reason int

// The reasons, in the order in which rows are asked.
const (
	Above   Reason = iota + 1 // above the heads: a title, who filled it in, the date
	Heading                   // the heads, also where each printed page repeats them
	Blank                     // nothing stands in it
	Total                     // 合计, 小计, 总计
	Remark                    // 注：…, 填表人：…, below or between the records
)

// String is the reason in Chinese.
func (r Reason) String() string {
	return [...]string{"", "表头上方", "表头", "空行", "合计行", "注释行"}[r]
}

// mostAbove bounds how far down the heads are looked for.
const mostAbove = 60

// Find finds the heads among the first rows, in one row or in two, and what
// stands below. The heads are the row with the most names of columns, and with
// two at least where more than one column is known. The error is [Faults]: no
// heads, a needed column that is missing, or one that stands there twice.
func (s *Sheet) Find(columns []Column) (*Table, error) {
	names := namesOf(columns)
	best, most, two := s.bestHeads(names)
	if most < min(2, len(columns)) {
		return nil, Faults{s.noHeads(columns)}
	}
	t := &Table{sheet: s, Head: s.Rows[best].Line, place: map[string]int{}}
	faults := t.readHeads(s.heads(best, two), names)
	for _, c := range columns {
		if _, ok := t.place[c.Name]; !ok && c.Needed {
			faults = append(faults, Fault{Line: t.Head, Place: s.Place(t.Head, 0), Says: say("缺少列%s", c.names())})
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	t.read(best, two)
	return t, nil
}

// bestHeads is the row with the most names of columns, how many it has, and
// whether the heads are that row and the one above.
func (s *Sheet) bestHeads(names map[string]string) (best, most int, two bool) {
	best = -1
	for i := range s.Rows[:min(len(s.Rows), mostAbove)] {
		if n := known(names, s.heads(i, false)); n > most {
			best, most, two = i, n, false
		}
		if i == 0 {
			continue
		}
		if n := known(names, s.heads(i, true)); n > most && n > known(names, s.heads(i-1, false)) {
			best, most, two = i, n, true
		}
	}
	return best, most, two
}

func (c Column) names() bilingual.Text {
	if len(c.Also) == 0 {
		return bilingual.Same("“" + c.Name + "”")
	}
	return say("“%s”（也可以叫：%s）", c.Name, bilingual.List(c.Also[:min(len(c.Also), 4)]))
}

func (s *Sheet) noHeads(columns []Column) Fault {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	f := Fault{Says: say("没有找到表头：前面的行里应有一行写着列名，如%s", bilingual.List(names))}
	if s.Name != "" {
		f.Place = bilingual.Same(s.Name)
	}
	return f
}

// namesOf maps each way to write a head to its column.
func namesOf(columns []Column) map[string]string {
	names := map[string]string{}
	for _, c := range columns {
		for _, also := range c.Also {
			if _, ok := names[headKey(also)]; !ok {
				names[headKey(also)] = c.Name
			}
		}
	}
	for _, c := range columns {
		names[headKey(c.Name)] = c.Name // a name of its own goes before synonyms
	}
	return names
}

// head is one head: its column's name as it may be asked for, most exact first.
type head struct {
	text string // as it is shown
	keys []string
}

// heads are the heads in row i, together with those of the row above when there
// are two rows of them: a group above, and its parts below.
func (s *Sheet) heads(i int, two bool) []head {
	var all []head
	lower := s.Rows[i].Cells
	var upper []string
	if two {
		upper = s.Rows[i-1].Cells
	}
	for c := range max(len(lower), len(upper)) {
		up, low := cellOr(upper, c), cellOr(lower, c)
		if low == "" || up == low {
			low, up = up, ""
			if low == "" {
				low = cellOr(lower, c)
			}
		}
		h := head{text: strings.TrimSpace(up + " " + low)}
		for _, text := range []string{up + low, low} {
			if key := headKey(text); key != "" {
				h.keys = append(h.keys, key, bareKey(key), coreKey(key))
			}
		}
		all = append(all, h)
	}
	return all
}

func cellOr(cells []string, i int) string {
	if i >= 0 && i < len(cells) {
		return cells[i]
	}
	return ""
}

func (h head) column(names map[string]string) (string, bool) {
	for _, key := range h.keys {
		if name, ok := names[key]; ok {
			return name, true
		}
	}
	return "", false
}

// known counts the columns that heads name.
func known(names map[string]string, heads []head) int {
	found := map[string]bool{}
	for _, h := range heads {
		if name, ok := h.column(names); ok {
			found[name] = true
		}
	}
	return len(found)
}

// readHeads sets down where the columns are.
func (t *Table) readHeads(heads []head, names map[string]string) (faults Faults) {
	for i, h := range heads {
		name, ok := h.column(names)
		at := Fault{Line: t.Head, Column: i + 1, Place: t.sheet.Place(t.Head, i+1)}
		t.headed[i] = h.text != ""
		switch {
		case h.text == "":
		case !ok:
			at.Says = bilingual.Same(h.text)
			t.Unknown = append(t.Unknown, at)
		case t.place[name] > 0 && heads[t.place[name]-1].text == h.text && t.sheet.sameBelow(t.Head, t.place[name], i+1):
			// one head merged over two columns of which one is empty
		case t.place[name] > 0:
			at.Says = say("列“%s”出现了两次，前一次在 %s", name, t.sheet.Place(t.Head, t.place[name]))
			faults = append(faults, at)
		default:
			t.place[name] = i + 1
			t.Columns = append(t.Columns, name)
		}
	}
	return faults
}

// sameBelow is true when the second of two columns says nothing of its own.
func (s *Sheet) sameBelow(head, first, second int) bool {
	return !slices.ContainsFunc(s.Rows, func(r Row) bool {
		return r.Line > head && cellOr(r.Cells, second-1) != "" && cellOr(r.Cells, second-1) != cellOr(r.Cells, first-1)
	})
}
