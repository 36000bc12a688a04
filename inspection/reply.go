package inspection

import (
	"cmp"
	"strings"
)

// Reply (报送) is what a school wrote into one line of the ledger that it was
// given.
type Reply struct {
	Finding FindingID // the line's hidden mark; empty where it was lost
	Number  string    // on paper; names the finding where the mark was lost
	Sent    Trace     // empty where it was lost
	Closed  Column    // where the school says that it is closed (销号), which is the office's to say; or 0
	Line    int       // in the file
	Cells   map[Column]string
	Place   func(Column) Place // of a cell in the file
}

// Place is where a cell stands in a file, as each language names it.
type Place [2]string

// In names the place.
func (p Place) In(l Language) string { return p[l%2] }

// Said is one cell of a reply beside the book's word for it.
type Said struct {
	Finding FindingID
	Number  string // on paper, or the finding's title where it has none
	Column  Column
	Book    string // now
	School  string
	Place   Place
	Line    int
}

// LeftOut is something in a reply that is not taken, and why.
type LeftOut struct {
	Said
	Why   Why
	First Place // of a line that comes twice: where it stands first
}

// Why says why something in a ledger that came back is not taken, or what is
// wrong with a line of it.
type Why uint8

// The reasons. From UnknownLine on they are faults of the file: with any of
// them nothing at all is taken.
const (
	_             Why = iota
	ClosedLine        // the finding is closed, and stays as it is
	ClaimsClosing     // closing is the office's decision
	OnlyTheDay        // another day for progress that says nothing new
	OfficesCell       // the cell is not the school's to fill in
	UnknownLine
	UnfedLine
	LineTwice
	LineMixed
	LineForeign
	BadDay
	BadState
	BadAnswer
	LongCell
	EmptyCell
	whys
)

// IsFault reports whether the file has to be mended before it can be taken.
func (w Why) IsFault() bool { return w >= UnknownLine }

// Replies are what a ledger that came back says, against the book.
type Replies struct {
	Changes   []Said // what the school changed
	Conflicts []Said // of what it changed, that which the book changed too since the ledger went out
	Left      []LeftOut
	Faults    []LeftOut
	Missing   []Finding // lines of the schools that are there which did not come back
	Lines     int
	Places    map[FindingID]Place // where each line stands
}

// Compare reads what a ledger that came back says against the book. A cell that
// the school left as it got it says nothing, whatever the book says now.
func (b *Book) Compare(all []Reply, spell Spelling) Replies {
	c := comparison{b: b, spell: spell, out: Replies{Places: map[FindingID]Place{}}, numbers: map[string]FindingID{}}
	campaign, _ := b.Campaign()
	for _, row := range b.Ledger() {
		if row.Number.Printed != "" && !b.Clashes(&row.Finding) {
			c.numbers[row.Number.Printed] = row.ID
		}
	}
	for i := range all {
		c.line(&all[i], campaign.ID)
	}
	c.out.Lines = len(all)
	c.missing()
	return c.out
}

type comparison struct {
	b       *Book
	spell   Spelling
	out     Replies
	numbers map[string]FindingID // on paper
}

func (c *comparison) line(r *Reply, campaign string) {
	id := r.Finding
	if id == "" {
		id = c.numbers[r.Number]
	}
	row := c.b.Row(id)
	said := Said{Finding: id, Number: r.Number, Column: ColumnNumber, Place: r.Place(ColumnNumber), Line: r.Line, School: r.Number}
	other := c.numbers[r.Number]
	switch {
	case r.Sent.foreign(campaign):
		c.fault(said, LineForeign)
	case row == nil:
		said.School = cmp.Or(r.Number, string(r.Finding))
		c.fault(said, UnknownLine)
	case other != "" && other != id:
		c.fault(said, LineMixed)
	case c.out.Places[id] != Place{}:
		c.out.Faults = append(c.out.Faults, LeftOut{said, LineTwice, c.out.Places[id]})
	case row.Rectification.FedBack == 0:
		c.fault(said, UnfedLine)
	default:
		c.out.Places[id] = said.Place
		said.Number = cmp.Or(row.Number.Printed, row.Title)
		c.cells(r, row, said)
	}
}

func (c *comparison) cells(r *Reply, row *LedgerRow, said Said) {
	sent := r.Sent.prints()
	for _, column := range Columns() {
		theirs, there := r.Cells[column]
		if !there || !column.compared() {
			continue
		}
		said.Column, said.Place = column, r.Place(column)
		said.Book, said.School = row.Rectification.Cell(column), theirs
		if why := faulty(column, theirs); why != 0 && row.Rectification.Closed == 0 {
			c.fault(said, why)
			continue
		}
		c.cell(said, row, sent)
	}
	c.progress(r, row, said, sent)
	c.office(r, row, said, sent)
}

// office finds the cells that are the office's and did not come back as they
// were sent; where that is not known, those that say something else than the
// book.
func (c *comparison) office(r *Reply, row *LedgerRow, said Said, sent map[Column]string) {
	for _, column := range offices() {
		theirs, there := r.Cells[column]
		if !there || column == r.Closed && row.Rectification.Closed == 0 {
			continue
		}
		said.Column, said.Place, said.Book, said.School = column, r.Place(column), row.word(column), theirs
		was, known := sent[column]
		switch {
		case known && c.spell.print(theirs) == was, c.spell.loose(theirs) == c.spell.loose(said.Book):
		case !known && (theirs == "" || column == ColumnLeft): // what is left depends on the day
		default:
			c.leave(said, OfficesCell)
		}
	}
	was, known := sent[r.Closed]
	if r.Closed == 0 || row.Rectification.Closed != 0 || known && c.spell.print(r.Cells[r.Closed]) == was {
		return
	}
	said.Column, said.Place = ColumnState, r.Place(r.Closed)
	said.Book, said.School = row.Rectification.Cell(ColumnState), ColumnClosed.In(Chinese)
	c.leave(said, ClaimsClosing)
}

// cell is the three-way comparison: as sent, as the book has it, as it came
// back. Where it is not known what was sent, the school's word fills what is
// empty, and stands against what is not.
func (c *comparison) cell(said Said, row *LedgerRow, sent map[Column]string) {
	theirs, ours := c.spell.loose(said.School), c.spell.loose(said.Book)
	was, known := sent[said.Column]
	switch {
	case theirs == ours || known && print4(theirs) == was:
	case row.Rectification.Closed != 0:
		c.leave(said, ClosedLine)
	case known && print4(ours) == was, !known && untold(said):
		c.out.Changes = append(c.out.Changes, said)
	default:
		c.out.Conflicts = append(c.out.Conflicts, said)
	}
}

// untold reports whether the book's word is that of a line that nobody has
// filled in yet.
func untold(said Said) bool {
	switch said.Column {
	case ColumnState:
		return said.Book == NotDone.In(Chinese)
	case ColumnLongTerm:
		return said.Book == InWords(false)
	}
	return said.Book == ""
}

// progress is what the school reported that the book has not: all of the cell,
// or what was added to that which was there.
func (c *comparison) progress(r *Reply, row *LedgerRow, said Said, sent map[Column]string) {
	x := &row.Rectification
	said.Column, said.Place = ColumnProgress, r.Place(ColumnProgress)
	said.Book, said.School = x.Cell(ColumnProgress), c.spell.added(x.Progress, r.Cells[ColumnProgress], sent[ColumnProgress])
	day := r.Cells[ColumnProgressDay]
	moved := day != "" && c.spell.print(day) != sent[ColumnProgressDay] && day != x.Cell(ColumnProgressDay)
	switch why := faulty(ColumnProgress, said.School); {
	case said.School == "" && moved:
		said.Column, said.Place, said.Book, said.School = ColumnProgressDay, r.Place(ColumnProgressDay), x.Cell(ColumnProgressDay), day
		c.leave(said, OnlyTheDay)
	case said.School == "":
	case x.Closed != 0:
		c.leave(said, ClosedLine)
	case why != 0:
		c.fault(said, why)
	default:
		c.out.Changes = append(c.out.Changes, said)
		if moved {
			c.day(r, said, day)
		}
	}
}

// day has the progress of the line before it happen on a day of its own.
func (c *comparison) day(r *Reply, said Said, day string) {
	said.Column, said.Place, said.Book, said.School = ColumnProgressDay, r.Place(ColumnProgressDay), "", day
	if why := faulty(ColumnProgressDay, day); why != 0 {
		c.fault(said, why)
		return
	}
	c.out.Changes = append(c.out.Changes, said)
}

// added is what a cell of progress says beyond the entry that it went out with,
// or beyond the last one. What an entry says already is nothing new.
func (spell Spelling) added(all []Progress, cell, sent string) string {
	cell = strings.TrimSpace(cell)
	begun := ""
	for i := len(all) - 1; i >= 0 && begun == ""; i-- {
		if print4(spell.loose(all[i].Text)) == sent || sent == "" && i == len(all)-1 {
			begun = spell(all[i].Text)
		}
	}
	rest := cell
	if more, ok := strings.CutPrefix(cell, begun); ok && begun != "" {
		rest = strings.TrimLeft(strings.TrimSpace(more), "；;。，, \n")
	}
	for i := range all {
		if one := spell.loose(all[i].Text); one == spell.loose(cell) || one == spell.loose(rest) {
			return ""
		}
	}
	return rest
}

// missing finds the lines that were deleted: of the schools and rounds of which
// some came back.
func (c *comparison) missing() {
	there := map[VisitID]bool{}
	for id := range c.out.Places {
		there[c.b.Row(id).Visit] = true
	}
	for _, row := range c.b.Ledger() {
		if there[row.Visit] && c.out.Places[row.ID] == (Place{}) && row.Rectification.FedBack != 0 {
			c.out.Missing = append(c.out.Missing, row.Finding)
		}
	}
}

func (c *comparison) fault(s Said, why Why) {
	c.out.Faults = append(c.out.Faults, LeftOut{Said: s, Why: why})
}

func (c *comparison) leave(s Said, why Why) {
	c.out.Left = append(c.out.Left, LeftOut{Said: s, Why: why})
}
