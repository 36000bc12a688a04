package table

import (
	"math"
	"strconv"
	"strings"

	"xuncha/data/bilingual"
)

// Form is what a cell is for the program that keeps the table. People who type
// a code into a sheet get a number or a date before they see it, and what they
// typed is gone: 1.10 is kept as 1.1, 3-1 as 1 March, and of 18 digits 15 are.
type Form uint8

// The forms. A text of digits is Plain, however many there are.
const (
	Plain    Form = iota // text, or a whole number with all its digits
	Cut                  // a number of more than fifteen digits, the others lost, or with an exponent
	Fraction             // a number with a fraction, below zero, or in per cent
	Date                 // a date or a time
	YesNo                // TRUE or FALSE
)

// Says is what has become of a code in a cell of the form; nothing where it is
// as it was typed.
func (f Form) Says() (says bilingual.Text) {
	switch f {
	case Cut:
		return say("超过15位或用科学记数法的数字，15位以后的数字已变成0")
	case Fraction:
		return say("小数、负数或百分数，写法可能已变（如1.10变成1.1）")
	case Date:
		return say("日期（如3-1会变成3月1日）")
	case YesNo:
		return say("是非值（TRUE 或 FALSE）")
	}
	return says
}

// Form is what the cell under a column is; Plain when the sheet has no such
// column.
func (r Record) Form(column string) Form { return r.row.forms[r.table.place[column]] }

// form is what a stored number is.
func (s style) form(value string) Form {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	switch {
	case err != nil:
		return Plain
	case s.day || s.clock:
		return Date
	case math.Abs(n) >= 1e15, s.power:
		return Cut
	case s.percent || n < 0 || n != math.Trunc(n):
		return Fraction
	}
	return Plain
}

// formOfText finds the numbers of many digits that spreadsheets cut short when
// they save text: 1.10101E+17.
func formOfText(cell string) Form {
	digits, power, ok := strings.Cut(strings.ToUpper(cell), "E+")
	if ok && digits != "" && power != "" && strings.Trim(digits, "0123456789.") == "" && strings.Trim(power, "0123456789") == "" {
		return Cut
	}
	return Plain
}
