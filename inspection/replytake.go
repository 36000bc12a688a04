package inspection

import (
	"strings"
	"unicode/utf8"
)

// faulty says what is wrong with a school's cell, or nothing.
func faulty(c Column, s string) Why {
	switch c {
	case ColumnDeadline, ColumnProgressDay:
		if day, ok := ParseDay(s); s != "" && (!ok || day <= 0) {
			return BadDay
		}
	case ColumnState:
		if s == "" {
			return EmptyCell
		}
		if _, err := ParseStanding(s); err != nil {
			return BadState
		}
	case ColumnLongTerm:
		if s != InWords(true) && s != InWords(false) {
			return BadAnswer
		}
	}
	if utf8.RuneCountInString(s) > MaxText {
		return LongCell
	}
	return 0
}

// TakeReplies judges taking what a ledger that came back says: one action,
// taken back as one. What stands against the book is taken where theirs is
// true. day is that of progress which tells none; name makes names for entries
// of progress, as Recorder.NewID does.
func (b *Book) TakeReplies(r Replies, theirs bool, day Day, name func() string) (Fact, error) {
	if len(r.Faults) > 0 {
		return Fact{}, refuse(NoSuchChoice, r.Faults[0].Place.In(Chinese))
	}
	all := r.Changes
	if theirs {
		all = append(all[:len(all):len(all)], r.Conflicts...)
	}
	f := Fact{Kind: Rectified}
	for _, line := range byFinding(all) {
		if err := b.takeLine(&f, line, day, name); err != nil {
			return Fact{}, err
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// byFinding puts together what is said of each finding, in the order of the
// file.
func byFinding(all []Said) [][]Said {
	var out [][]Said
	at := map[FindingID]int{}
	for _, s := range all {
		i, ok := at[s.Finding]
		if !ok {
			i = len(out)
			at[s.Finding], out = i, append(out, nil)
		}
		out[i] = append(out[i], s)
	}
	return out
}

func (b *Book) takeLine(f *Fact, line []Said, day Day, name func() string) error {
	now, err := b.open(line[0].Finding)
	if err != nil {
		return err
	}
	var c RectifyChange
	progress := ""
	for i := range line {
		s := &line[i]
		switch s.Column {
		case ColumnProgress:
			progress = s.School
		case ColumnProgressDay:
			day, _ = ParseDay(s.School)
		default:
			if err := c.set(s.Column, &s.School); err != nil {
				return err
			}
		}
	}
	if err := b.rectify(f, &now, c); err != nil || progress == "" {
		return err
	}
	said, err := b.Report(now.ID, name(), day, progress)
	f.Writes = append(f.Writes, said.Writes...)
	return err
}

// set has the change set a column to what a cell says.
func (c *RectifyChange) set(column Column, cell *string) error {
	switch column {
	case ColumnGoal:
		c.Goal = cell
	case ColumnMeasures:
		c.Measures = cell
	case ColumnLeader:
		c.Leader = cell
	case ColumnDepartment:
		c.Department = cell
	case ColumnPerson:
		c.Person = cell
	case ColumnCause:
		c.Cause = cell
	case ColumnInference:
		c.Inference = cell
	case ColumnDeadline:
		day, _ := ParseDay(*cell)
		c.Deadline = &day
	case ColumnLongTerm:
		long := strings.TrimSpace(*cell) == InWords(true)
		c.LongTerm = &long
	case ColumnState:
		state, err := ParseStanding(*cell)
		c.State = &state
		return err
	}
	return nil
}

var whyTerms = []term{
	{"", ""},
	{"这个问题已经销号，不再改动", "the finding is closed and stays as it is"},
	{"销号由办公室决定，学校填的销号不算数", "closing is the office's decision; what the school wrote there is left"},
	{"只改了进展日期，没有新的进展，没有记", "another day, but nothing new in the progress; left"},
	{"这一格由办公室填写，学校改的不算数", "the cell is the office's; what the school wrote there is left"},
	{"账本里没有这一条；学校不能新增问题，请核对编号，或删去这一行", "the book has no such line; see its number, or delete it"},
	{"这个问题还没有反馈给学校", "the finding has not been fed back"},
	{"和前面的一行是同一个问题，请只留一行", "it is the same finding as a line above; keep one"},
	{"编号和这一行隐藏的标识不是同一个问题，可能只给一部分列排了序", "number and hidden mark are of two findings; perhaps only some columns were sorted"},
	{"这一行是从别的账本（别的巡察工作）发出的", "this line went out from another campaign's book"},
	{"日期认不出来，应写作 2026-11-23", "not a day; write 2026-11-23"},
	{"整改状态只能是 未完成、基本完成并持续整改、完成整改", "the state is one of 未完成, 基本完成并持续整改, 完成整改"},
	{"长期坚持只能填 是 或 否", "long-term is 是 or 否"},
	{"文字太长，最多 20000 字", "the text is too long: 20,000 characters at most"},
	{"不能是空的", "it must not be empty"},
}

// In says the reason in a sentence.
func (w Why) In(l Language) string { return named(whyTerms, w, l) }
