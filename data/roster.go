package data

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"xuncha/inspection"
)

// maxRoster bounds a roster's file: some sixty thousand schools.
const maxRoster = 4 << 20

// rosterColumns are the columns of a roster, which may stand in any order; the
// first two must be there.
var rosterColumns = []string{"编号", "名称", "学段", "办学", "特征", "片区", "备注"}

// ReadRoster reads a roster from CSV in UTF-8, with or without a BOM. Columns
// are found by their names in the first row. 特征 lists what a school has (食堂)
// and has not (无食堂); what it leaves out is unknown, and so is an empty 学段 or
// 办学. What cannot be taken over is answered with [Faults]: all of them, and
// then nothing of the file is used.
func ReadRoster(name string, r io.Reader) (inspection.Roster, error) {
	c := rosterReader{
		faults: Faults{File: name},
		codes:  map[string]int{},
		names:  map[string]int{},
	}
	text, err := c.faults.readText(r, maxRoster)
	if err != nil {
		return nil, err
	}
	c.csv = csv.NewReader(strings.NewReader(text))
	c.csv.FieldsPerRecord = -1 // counted here, to say it in Chinese
	roster := c.roster(text)
	if err := c.faults.err(); err != nil {
		return nil, err
	}
	return roster, nil
}

// rosterReader goes through the rows of a roster, and on after each fault.
type rosterReader struct {
	csv    *csv.Reader
	faults Faults
	column map[string]int // place of each column, from 0
	cells  int            // of the first row
	codes  map[string]int // line of each code
	names  map[string]int // line of each name

	row  []string
	line int
}

func (c *rosterReader) roster(text string) inspection.Roster {
	if !c.next(text) {
		if len(c.faults.List) == 0 {
			c.faults.add(0, 0, "名册是空的")
		}
		return nil
	}
	if !c.header() {
		return nil
	}
	var all inspection.Roster
	for c.next(text) {
		all = append(all, c.school(len(all)+1))
	}
	if len(all) == 0 {
		c.faults.add(0, 0, "名册里没有学校")
	}
	return all
}

// next goes to the next row that holds anything.
func (c *rosterReader) next(text string) bool {
	for {
		row, err := c.csv.Read()
		if errors.Is(err, io.EOF) {
			return false
		}
		var pe *csv.ParseError
		if errors.As(err, &pe) {
			c.faults.add(pe.Line, cellAt(text, pe), "引号没有成对：含引号的内容要整个用引号括起，里面的引号写两个")
			return false
		}
		if err != nil {
			c.faults.add(0, 0, "读不下去：%v", err)
			return false
		}
		if slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			c.row = row
			c.line, _ = c.csv.FieldPos(0)
			return true
		}
	}
}

// cellAt is the cell that a fault in the quoting belongs to, as far as commas
// tell.
func cellAt(text string, e *csv.ParseError) int {
	lines := strings.Split(text, "\n")
	if e.Line < 1 || e.Line > len(lines) {
		return 0
	}
	line := lines[e.Line-1]
	return 1 + strings.Count(line[:min(max(e.Column-1, 0), len(line))], ",")
}

func (c *rosterReader) header() bool {
	c.column = map[string]int{}
	c.cells = len(c.row)
	for i, cell := range c.row {
		name := strings.TrimSpace(cell)
		_, twice := c.column[name]
		switch {
		case name == "":
		case strings.ContainsAny(name, "，;；\t"):
			c.faults.add(c.line, i+1, "列名之间应用半角逗号“,”分开：%s", quote(name))
		case !slices.Contains(rosterColumns, name):
			c.faults.add(c.line, i+1, "不认识的列%s，可用的列：%s", quote(name), strings.Join(rosterColumns, "、"))
		case twice:
			c.faults.add(c.line, i+1, "列%s出现了两次", quote(name))
		default:
			c.column[name] = i
		}
	}
	for _, name := range rosterColumns[:2] {
		if _, ok := c.column[name]; !ok {
			c.faults.add(c.line, 0, "缺少列“%s”", name)
		}
	}
	return len(c.faults.List) == 0
}

func (c *rosterReader) school(order int) inspection.School {
	if len(c.row) > c.cells {
		c.faults.add(c.line, c.cells+1, "这一行有%d格，比第一行多；内容里有逗号时请加引号", len(c.row))
	}
	s := inspection.School{
		Code:  inspection.SchoolCode(c.code()),
		Name:  c.words("名称", inspection.MaxTitle),
		Area:  c.words("片区", inspection.MaxTitle),
		Note:  c.words("备注", inspection.MaxText),
		Order: order,
	}
	c.once(c.codes, "编号")
	c.once(c.names, "名称")
	c.readStage(&s)
	c.readTraits(&s)
	return s
}

// cell is what stands under a column, and its number from 1. The quote that
// guards our own tables against being run as formulas is taken off.
func (c *rosterReader) cell(name string) (string, int) {
	i, ok := c.column[name]
	if !ok || i >= len(c.row) {
		return "", i + 1
	}
	s := strings.TrimSpace(inspection.Clean(c.row[i]))
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("'=+-@＝＋－＠|", []rune(rest)[0]) {
		s = rest
	}
	return s, i + 1
}

func (c *rosterReader) code() string {
	s, at := c.cell("编号")
	return c.faults.checkCode(c.line, at, s)
}

func (c *rosterReader) words(name string, most int) string {
	s, at := c.cell(name)
	s = c.faults.checkWords(c.line, at, "“"+name+"”", s, most)
	if name == "备注" {
		return s
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// once finds fault with a cell that is empty or stood before.
func (c *rosterReader) once(seen map[string]int, name string) {
	s, at := c.cell(name)
	key := halfWidth(s)
	if key == "" {
		c.faults.add(c.line, at, "“%s”是空的", name)
		return
	}
	if line, ok := seen[key]; ok {
		c.faults.add(c.line, at, "%s%s与第%d行重复", name, quote(s), line)
		return
	}
	seen[key] = c.line
}

func (c *rosterReader) readStage(s *inspection.School) {
	var ok bool
	word, at := c.cell("学段")
	if s.Stage, ok = inspection.ParseStage(word); !ok {
		c.faults.add(c.line, at, "“学段”不认识%s，可用：幼儿园、小学、初中、九年一贯、完全中学、高中、十二年一贯、特殊教育、职业，或留空", quote(word))
	}
	word, at = c.cell("办学")
	if s.Ownership, ok = inspection.ParseOwnership(word); !ok {
		c.faults.add(c.line, at, "“办学”不认识%s，可用：公办、民办，或留空", quote(word))
	}
}

func (c *rosterReader) readTraits(s *inspection.School) {
	words, at := c.cell("特征")
	for _, word := range strings.FieldsFunc(words, betweenTraits) {
		name, without := strings.CutPrefix(word, "无")
		t, ok := inspection.ParseTrait(name)
		switch {
		case !ok:
			c.faults.add(c.line, at, "“特征”不认识%s，可用：食堂、寄宿、校车、集团，没有的写“无食堂”等，不知道的不写", quote(word))
		case s.Known&t != 0 && without == (s.Traits&t != 0):
			c.faults.add(c.line, at, "“特征”里%s和“无%s”只能写一个", quote(name), name)
		case !without:
			s.Traits |= t
		}
		s.Known |= t
	}
}

func betweenTraits(r rune) bool { return strings.ContainsRune("、,，;；/ 　\n", r) }
