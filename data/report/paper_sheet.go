package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// blank is a place to be filled in by hand.
const blank = "＿＿＿＿＿＿"

// signDay is where a day is written by hand.
const signDay = "　　　　年　　月　　日"

// sheet is a paper being written.
type sheet struct {
	*inspection.Book
	choice PaperChoice
	round  inspection.Round
	visit  inspection.VisitID // of papers about a school
	school *inspection.School
	body   []docx.Block

	first, second, third int // the last numbers of 一、（一）1.
}

func (s *sheet) put(blocks ...docx.Block) { s.body = append(s.body, blocks...) }

// say adds a paragraph.
func (s *sheet) say(style docx.Style, format string, args ...any) {
	s.put(docx.Text(style, sentenceOf(format, args)))
}

func sentenceOf(format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// chart adds a chart, where there is something to be seen on it.
func (s *sheet) chart(c docx.Chart) {
	for _, one := range c.Series {
		if slices.ContainsFunc(one.Values, func(v float64) bool { return v > 0 }) {
			s.put(c)
			return
		}
	}
}

// sayLines adds each line of a text as a paragraph.
func (s *sheet) sayLines(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			s.say(docx.Body, "%s", line)
		}
	}
}

// head adds a heading of a level, 一、（一）or 1., that stays with what follows.
func (s *sheet) head(style docx.Style, words string) {
	number := ""
	switch style {
	case docx.Heading1:
		s.first, s.second, s.third = s.first+1, 0, 0
		number = inspection.Numeral(s.first) + "、"
	case docx.Heading2:
		s.second, s.third = s.second+1, 0
		number = "（" + inspection.Numeral(s.second) + "）"
	case docx.Heading3:
		s.third++
		number = strconv.Itoa(s.third) + "."
	}
	s.put(docx.Paragraph{Style: style, Runs: []docx.Run{{Text: number + words}}, Next: true})
}

// aside is a note above something, on whose page it stays.
func (s *sheet) aside(words string) {
	s.put(docx.Paragraph{Style: docx.Note, Runs: []docx.Run{{Text: words}}, Next: true})
}

// toWrite is what people write themselves: what it is, and room for it.
func (s *sheet) toWrite(what string, lines int) {
	s.put(docx.Paragraph{Style: docx.Body, Runs: []docx.Run{{Text: "（" + what + "）", Grey: true}}, Next: true})
	for range lines {
		s.say(docx.Body, "%s", "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")
	}
}

// rules prints the rules of the figures used, once each.
func (s *sheet) rules(rules ...inspection.Rule) {
	words := make([]string, len(rules))
	for i, r := range rules {
		words[i] = r.In(inspection.Chinese)
	}
	s.say(docx.Fine, "口径：%s", strings.Join(words, ""))
}

// proof ends a paper: from what state of the book it was made.
func (s *sheet) proof() {
	head := s.choice.Head
	if head == "" {
		head = s.heads()
	}
	text := fmt.Sprintf("制作日期%s；账本记录%d条，末条校验值%s", s.choice.Today.In(inspection.Chinese), s.Len(), head)
	s.put(docx.Paragraph{Style: docx.Fine, Runs: []docx.Run{{Text: text, Grey: true}}})
}

// heads are the hashes of all devices' last entries, where nobody said which
// laptop makes the paper.
func (s *sheet) heads() string {
	var all []string
	for _, d := range s.Devices() {
		if e := s.Last(d); e != nil {
			all = append(all, fmt.Sprintf("%x", e.Hash[:]))
		}
	}
	return strings.Join(all, "、")
}

// signature is what the paper is signed with, and its day. It does not stand on
// a page without what it signs.
func (s *sheet) signature(day inspection.Day) {
	if last, ok := s.body[len(s.body)-1].(docx.Paragraph); ok {
		last.Next = true
		s.body[len(s.body)-1] = last
	}
	c, _ := s.Campaign()
	s.put(docx.Paragraph{Style: docx.Signed, Runs: []docx.Run{{Text: cmp.Or(s.Office().Signature(c), blank)}}, Next: true})
	s.say(docx.Signed, "%s", cmp.Or(day.In(inspection.Chinese), signDay))
}

// campaign is the name of the whole work.
func (s *sheet) campaign() string {
	c, _ := s.Campaign()
	return c.Title
}

// team is how the visit's team is called.
func (s *sheet) team() string { return s.Office().TeamName(s.TeamOf(s.visit)) }

// teamAndLead is the team with who leads it, where that is known.
func (s *sheet) teamAndLead() string {
	t := s.Team(s.visit.Round, s.TeamOf(s.visit))
	if t.Lead.Name == "" {
		return s.team()
	}
	return s.team() + "（组长：" + t.Lead.Name + "）"
}

// you is how a paper speaks to the school.
func (s *sheet) you() string {
	if s.school.Stage == inspection.Kindergarten {
		return "你园"
	}
	return "你校"
}

// leastRow is the height of a form's row with one line, in millimetres.
const leastRow = 8

// form is a table of labels and of what stands beside them, four columns wide.
type form struct{ docx.Table }

func newForm() *form { return &form{docx.Table{Widths: []int{17, 33, 17, 33}}} }

// pair is a row of two labels with their contents.
func (f *form) pair(one, text, other, more string) {
	f.Rows = append(f.Rows, docx.Row{Cells: []docx.Cell{label(one), content(text, 1), label(other), content(more, 1)}, Height: leastRow})
}

// wide is a row of one label and its content, at least so many millimetres high.
// A long one goes on on the next page.
func (f *form) wide(name, text string, height int) {
	f.Rows = append(f.Rows, docx.Row{Cells: []docx.Cell{label(name), content(text, 3)}, Height: max(height, leastRow), Long: true})
}

// whole is a row without a label.
func (f *form) whole(height int, paragraphs ...docx.Paragraph) {
	f.Rows = append(f.Rows, docx.Row{Cells: []docx.Cell{{Paragraphs: paragraphs, Span: 4}}, Height: height})
}

// signed is a row of signatures, with a day each.
func (f *form) signed(one, other string) {
	f.pair(one, "\n"+signDay, other, "\n"+signDay)
	f.Rows[len(f.Rows)-1].Height = 13
}

// together keeps the last rows on one page, and with what comes after.
func (f *form) together(rows int) { keep(f.Rows[len(f.Rows)-rows:]) }

// keep keeps each of the rows on one page with what follows it.
func keep(rows []docx.Row) {
	for _, row := range rows {
		for _, c := range row.Cells {
			for i := range c.Paragraphs {
				c.Paragraphs[i].Next = true
			}
		}
	}
}

// label is not in the style of a table's head, whose rows stay together: a form
// would never be parted between pages.
func label(text string) docx.Cell {
	return docx.Cell{Paragraphs: []docx.Paragraph{{Style: docx.InCentre, Runs: []docx.Run{{Text: text, Bold: true}}}}, Shaded: true}
}

// content is a cell of text, each line of it a paragraph.
func content(text string, span int) docx.Cell {
	c := docx.Cell{Span: span}
	for line := range strings.SplitSeq(text, "\n") {
		c.Paragraphs = append(c.Paragraphs, docx.Text(docx.InCell, line))
	}
	return c
}

// boxes are choices, of which those made are filled in.
func boxes[K comparable](all []K, name func(K) string, is func(K) bool) string {
	var words []string
	for _, k := range all {
		box := "□"
		if is(k) {
			box = "■"
		}
		words = append(words, box+name(k))
	}
	return strings.Join(words, "　")
}

// grid is a table of rows under a heading that stands again on every page.
type grid struct {
	docx.Table
	styles []docx.Style // of the columns
}

// column is one of a grid's.
type column struct {
	name  string
	width int
	style docx.Style
}

func newGrid(columns ...column) *grid {
	g := &grid{}
	head := docx.Row{}
	for _, c := range columns {
		g.Widths = append(g.Widths, c.width)
		g.styles = append(g.styles, c.style)
		head.Cells = append(head.Cells, docx.Cell{Paragraphs: []docx.Paragraph{docx.Text(docx.InHead, c.name)}, Shaded: true})
	}
	g.Head, g.Rows = 1, []docx.Row{head}
	return g
}

// together keeps the whole of a short grid on one page.
func (g *grid) together() { keep(g.Rows[:len(g.Rows)-1]) }

// across is a row of one cell over all columns.
func (g *grid) across(text string) {
	c := docx.Cell{Span: len(g.styles), Shaded: true, Paragraphs: []docx.Paragraph{{Style: docx.InCell, Runs: []docx.Run{{Text: text, Bold: true}}, Next: true}}}
	g.Rows = append(g.Rows, docx.Row{Cells: []docx.Cell{c}})
}

// longText is how many characters of a cell may go on on the next page; a
// shorter one stays in one piece.
const longText = 400

// add adds a row; height is in millimetres, 0 for as high as its text.
func (g *grid) add(height int, cells ...string) {
	row := docx.Row{Height: height}
	for i, text := range cells {
		one := docx.Cell{}
		for line := range strings.SplitSeq(text, "\n") {
			one.Paragraphs = append(one.Paragraphs, docx.Text(g.styles[i], line))
		}
		row.Long = row.Long || utf8.RuneCountInString(text) > longText
		row.Cells = append(row.Cells, one)
	}
	g.Rows = append(g.Rows, row)
}
