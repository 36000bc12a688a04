package table

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// style is what a cell's number looks like.
type style struct {
	day, clock bool // a date, a time, or both
	percent    bool
	power      bool   // 1.10E+05
	zeros      int    // 000: so many digits, with zeros in front
	before     string // S in "S"000
	after      string
}

// readStyles finds the number format of each style that cells have.
func (w *workbook) readStyles(name string) error {
	custom := map[string]string{}
	inCells := false
	return w.each(name, 16<<20, func(t *tags) error {
		switch t.name {
		case "numFmt":
			custom[t.attr("numFmtId")] = t.attr("formatCode")
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if inCells && len(w.styles) < 100_000 {
				id := t.attr("numFmtId")
				w.styles = append(w.styles, styleOf(id, custom[id]))
			}
		}
		return nil
	})
}

// styleOf understands a format by its built-in number or by its code.
func styleOf(id, code string) style {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return style{}
	case code != "":
		return styleOfCode(code)
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
		return style{day: true}
	case n == 22:
		return style{day: true, clock: true}
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n == 55, n == 56, n >= 45 && n <= 47:
		return style{clock: true}
	}
	return style{percent: n == 9 || n == 10, power: n == 11 || n == 48}
}

func styleOfCode(code string) style {
	code, _, _ = strings.Cut(code, ";")
	before, bare, after := partFormat(code)
	if bare != "" && strings.Trim(bare, "0") == "" {
		return style{zeros: len(bare), before: before, after: after}
	}
	bare = strings.ToLower(bare)
	if strings.Contains(bare, "general") {
		return style{}
	}
	s := style{
		day:     strings.ContainsAny(bare, "yde"),
		clock:   strings.ContainsAny(bare, "hs"),
		percent: strings.Contains(bare, "%"),
		power:   strings.Contains(bare, "e+") || strings.Contains(bare, "e-"),
	}
	if strings.ContainsAny(bare, "0#?") && !s.clock {
		s.day = false // 0.00E+00
	}
	if strings.Contains(bare, "m") && !s.clock && !strings.ContainsAny(bare, "0#?") {
		s.day = true // m月
	}
	return s
}

// partFormat takes the text out of the code of a format: what stands in quotes
// or behind a backslash in front of the signs, and behind them.
func partFormat(code string) (before, bare, after string) {
	text := ""
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				end = len(code) - i - 1
			}
			if c == '"' {
				text += code[i+1 : i+1+end]
			}
			i += end + 1
		case '\\':
			if i++; i < len(code) {
				text += code[i : i+1]
			}
		case '_', '*':
			i++
		default:
			if bare == "" {
				before, text = text, ""
			}
			bare += code[i : i+1]
		}
	}
	return before, bare, text
}

// number is a stored number as people see it in its cell.
func (s style) number(value string, from04 bool) string {
	value = strings.TrimSpace(value)
	n, err := strconv.ParseFloat(value, 64)
	switch {
	case err != nil || math.IsInf(n, 0) || math.IsNaN(n):
		return value
	case s.day || s.clock:
		return s.time(n, from04)
	case s.percent:
		return plainNumber(n*100) + "%"
	case s.zeros > 0:
		return s.before + padded(plainNumber(math.Round(n)), s.zeros) + s.after
	}
	return plainNumber(n)
}

func padded(digits string, zeros int) string {
	if strings.HasPrefix(digits, "-") {
		return digits
	}
	return strings.Repeat("0", max(0, min(zeros, 64)-len(digits))) + digits
}

// plainNumber has the fifteen digits that workbooks show, and no exponent.
func plainNumber(n float64) string {
	if math.Abs(n) >= 1e21 {
		return strconv.FormatFloat(n, 'g', 15, 64)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// time is a number of days as 2026-11-23, 2026-11-23 08:00 or 08:00.
func (s style) time(n float64, from04 bool) string {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from04 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if n >= 1 && n < 60 {
		n++ // workbooks believe that there was a 29 February 1900
	}
	if n < 0 || n >= 2_958_466 { // the year 10000
		return plainNumber(n)
	}
	days, part := math.Modf(n)
	minutes := int(math.Round(part * 24 * 60))
	at := first.AddDate(0, 0, int(days)).Add(time.Duration(minutes) * time.Minute)
	switch {
	case !s.day && days == 0:
		return at.Format("15:04")
	case minutes == 0:
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02 15:04")
}

// isoDay is a date as strict workbooks store it.
func isoDay(value string) string {
	day, clock, _ := strings.Cut(value, "T")
	if clock == "" || strings.HasPrefix(clock, "00:00") {
		return day
	}
	return day + " " + clock[:min(5, len(clock))]
}
