package data

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"xuncha/data/bilingual"
	"xuncha/data/table"
	"xuncha/inspection"
)

// ProgressFile is a ledger that came back from a school, laid beside the book.
type ProgressFile struct {
	inspection.Replies
	Sheet    string        // of a workbook
	Left     []table.Left  // rows that are no lines of the ledger, and why
	Unknown  []table.Fault // columns that the ledger does not have
	Hidden   int           // rows that are hidden in the sheet and were read
	Unmarked int           // lines that lost their hidden marks and are told by their numbers
}

// ReadProgress reads a ledger that a school filled in, from a sheet of a file, or
// where none is named from the one that has the heads, and compares it with the
// book. Lines are told by their hidden marks, or where those were lost by their
// numbers; columns by their names, in any order. What cannot be taken over is
// answered with [Faults]: all of them, and then nothing of the file is used.
func ReadProgress(f *table.File, sheet string, b *inspection.Book) (*ProgressFile, error) {
	faults := Faults{File: f.Name}
	t, err := f.Pick(sheet, progressColumns())
	if wrong, ok := table.AsFaults(err); ok {
		faults.take(wrong)
		return nil, faults.err()
	}
	if err != nil {
		return nil, fmt.Errorf("data: read %s: %w", f.Name, err)
	}
	s := t.Sheet()
	out := &ProgressFile{Sheet: s.Name, Left: t.Left, Unknown: t.Unknown, Hidden: s.HiddenRows}
	faults.take(t.Faults)
	if !t.Has(heading(inspection.ColumnID)) && !t.Has(heading(inspection.ColumnNumber)) {
		faults.List = append(faults.List, FaultAt{Line: t.Head, Place: s.Place(t.Head, 0), Says: say("缺少列“编号”，不知道各行是哪个问题")})
		return nil, faults.err()
	}
	if s.Unread > 0 {
		faults.unread(s)
	}
	var all []inspection.Reply
	for _, r := range t.Records() {
		reply := replyOf(t, r)
		if reply.Finding == "" {
			out.Unmarked++
		}
		all = append(all, reply)
	}
	if len(all) == 0 {
		faults.add(0, 0, "台账里没有问题")
	}
	out.Replies = b.Compare(all, norm.NFC.String)
	for _, wrong := range out.Faults {
		faults.List = append(faults.List, faultOf(wrong))
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return out, nil
}

func faultOf(wrong inspection.LeftOut) FaultAt {
	says := both(wrong.Why)
	switch wrong.Why {
	case inspection.LineTwice:
		says = say("%s（%s）", says, bilingual.Text(wrong.First))
	case inspection.EmptyCell, inspection.LongCell:
		says = say("%s%s", heading(wrong.Column), says)
	case inspection.LineForeign:
	default:
		says = say("%s：%s", quote(wrong.School), says)
	}
	return FaultAt{Line: wrong.Line, Place: bilingual.Text(wrong.Place), Says: says}
}

func heading(c inspection.Column) string { return c.In(inspection.Chinese) }

func progressColumns() []table.Column {
	var all []table.Column
	for _, c := range inspection.Columns() {
		all = append(all, table.Column{Name: heading(c), Also: c.Also()})
	}
	return all
}

// replyOf is what a line says. Cells that the sheet has no column for are not
// there; those that are empty are.
func replyOf(t *table.Table, r table.Record) inspection.Reply {
	reply := inspection.Reply{
		Finding: inspection.FindingID(r.Text(heading(inspection.ColumnID))),
		Number:  r.Text(heading(inspection.ColumnNumber)),
		Sent:    inspection.Trace(r.Text(heading(inspection.ColumnSent))),
		Line:    r.Line(),
		Cells:   map[inspection.Column]string{},
		Place:   func(c inspection.Column) inspection.Place { return inspection.Place(r.Place(heading(c))) },
	}
	if r.Has(heading(inspection.ColumnClosed)) {
		reply.Closed = inspection.ColumnClosed
	}
	for _, c := range inspection.Columns() {
		if c.Hidden() || !t.Has(heading(c)) {
			continue
		}
		switch c {
		case inspection.ColumnDeadline, inspection.ColumnProgressDay, inspection.ColumnClosed, inspection.ColumnFedBack:
			reply.Cells[c] = dayWords(r.Text(heading(c)))
		case inspection.ColumnLongTerm:
			reply.Cells[c] = answerWords(r.Text(heading(c)))
		case inspection.ColumnState:
			state := r.Text(heading(c))
			if slices.Contains([]string{"已销号", "销号"}, state) {
				reply.Closed = c // the office's to say: told, and left
				continue
			}
			reply.Cells[c] = state
		default:
			reply.Cells[c] = r.Words(heading(c))
		}
	}
	return reply
}

// dayWords is a day as the ledger writes it, or the words as they are.
func dayWords(s string) string {
	if day, ok := ParseDay(s); ok {
		return day.String()
	}
	return s
}

// answerWords is a yes or a no as the ledger writes it, or the words as they
// are. Nothing is a no.
func answerWords(s string) string {
	switch strings.ToLower(s) {
	case "是", "√", "✓", "y", "yes", "true", "1", "长期坚持":
		return inspection.InWords(true)
	case "否", "", "×", "✗", "n", "no", "false", "0", "无":
		return inspection.InWords(false)
	}
	return s
}
