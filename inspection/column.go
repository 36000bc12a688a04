package inspection

import (
	"slices"
	"strconv"
	"strings"
)

// Column is a column of the ledger as it goes out to a school, and comes back
// filled in. It is not stored.
type Column uint8

// The columns, in the order in which they stand on the sheet.
const (
	_ Column = iota
	ColumnNumber
	ColumnSchool
	ColumnWords // as fed back
	ColumnDimension
	ColumnGoal
	ColumnMeasures
	ColumnLeader
	ColumnDepartment
	ColumnPerson
	ColumnDeadline
	ColumnLongTerm
	ColumnState
	ColumnLeft     // days until the deadline
	ColumnProgress // what was last reported
	ColumnProof
	ColumnClosed
	ColumnProgressDay // of the progress
	ColumnCause
	ColumnInference
	ColumnHistory // all that was reported
	ColumnFedBack
	ColumnID   // hidden: the finding's own name
	ColumnSent // hidden: what the line was when it went out, see [Rectification.Trace]
	columns
)

// Columns are all columns in their order.
func Columns() []Column {
	all := make([]Column, 0, columns-1)
	for c := ColumnNumber; c < columns; c++ {
		all = append(all, c)
	}
	return all
}

// Filled reports whether the school fills the column in. The others are the
// office's.
func (c Column) Filled() bool {
	switch c {
	case ColumnLeft, ColumnProof, ColumnClosed:
		return false
	}
	return c >= ColumnGoal && c <= ColumnInference
}

// Hidden reports whether the column is there for programs alone.
func (c Column) Hidden() bool { return c == ColumnID || c == ColumnSent }

// compared are the columns whose values are compared one by one when a ledger
// comes back. Progress is not: it is added to.
func (c Column) compared() bool {
	return c.Filled() && c != ColumnProgress && c != ColumnProgressDay
}

var columnTerms = []term{
	{"", ""}, {"编号", "number"}, {"学校", "school"}, {"反馈问题", "words fed back"}, {"落实", "dimension"}, {"整改目标", "goal"},
	{"整改措施", "measures"}, {"责任领导", "leader"}, {"责任部门", "department"}, {"责任人", "person"}, {"完成时限", "deadline"},
	{"长期坚持", "long-term"}, {"整改状态", "state"}, {"剩余时间", "time left"}, {"进展情况", "progress"}, {"佐证", "proof"}, {"销号", "closed"},
	{"进展日期", "day of progress"}, {"根本原因", "root cause"}, {"举一反三", "inference"}, {"历次进展", "all progress"},
	{"反馈日期", "fed back"}, {"问题标识", "ID"}, {"发出时", "as sent"},
}

// In names the column as its heading does.
func (c Column) In(l Language) string { return named(columnTerms, c, l) }

// Also are other headings that schools give the column.
func (c Column) Also() []string {
	switch c {
	case ColumnNumber:
		return []string{"问题编号", "底稿编号"}
	case ColumnSchool:
		return []string{"学校名称", "单位", "单位名称"}
	case ColumnWords:
		return []string{"问题", "问题内容", "反馈的问题"}
	case ColumnDepartment:
		return []string{"责任科室"}
	case ColumnDeadline:
		return []string{"整改时限", "时限"}
	case ColumnState:
		return []string{"整改情况", "完成情况", "状态"}
	case ColumnProgress:
		return []string{"进展", "整改进展", "工作进展"}
	case ColumnCause:
		return []string{"产生问题的根本原因"}
	case ColumnInference:
		return []string{"举一反三检查情况"}
	}
	return nil
}

// Cell is what the ledger's line holds in a column that the school fills in, as
// it is written there.
func (r *Rectification) Cell(c Column) string {
	switch c {
	case ColumnGoal:
		return r.Goal
	case ColumnMeasures:
		return r.Measures
	case ColumnLeader:
		return r.Leader
	case ColumnDepartment:
		return r.Department
	case ColumnPerson:
		return r.Person
	case ColumnCause:
		return r.Cause
	case ColumnInference:
		return r.Inference
	case ColumnDeadline:
		return r.Deadline.String()
	case ColumnLongTerm:
		return InWords(r.LongTerm)
	case ColumnState:
		return r.State.In(Chinese)
	case ColumnProgress, ColumnProgressDay:
		return r.lastProgress(c)
	}
	return ""
}

// word is what the book has for a column that is the office's; nothing for
// the time left, which is no word of the book.
func (r *LedgerRow) word(c Column) string {
	t := &r.Rectification
	switch c {
	case ColumnNumber:
		return r.Number.Printed
	case ColumnSchool:
		return r.School.Name
	case ColumnWords:
		return t.Words
	case ColumnDimension:
		return r.Dimension.Ordinal()
	case ColumnProof:
		return strconv.Itoa(len(t.Proof))
	case ColumnClosed:
		return t.Closed.String()
	case ColumnHistory:
		return strings.Join(t.History(), "\n")
	case ColumnFedBack:
		return t.FedBack.String()
	}
	return ""
}

// History is all progress, each with its day, the latest first.
func (r *Rectification) History() []string {
	var all []string
	for _, p := range slices.Backward(r.Progress) {
		all = append(all, p.Day.String()+" "+p.Text)
	}
	return all
}

func (r *Rectification) lastProgress(c Column) string {
	if len(r.Progress) == 0 {
		return ""
	}
	last := r.Progress[len(r.Progress)-1]
	if c == ColumnProgress {
		return last.Text
	}
	return last.Day.String()
}

// InWords is how the ledger answers 长期坚持.
func InWords(is bool) string {
	if is {
		return "是"
	}
	return "否"
}
