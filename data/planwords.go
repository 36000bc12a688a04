package data

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"xuncha/inspection"
)

// plainName is a cell without blanks and with ordinary letters and digits.
func plainName(s string) string { return strings.ReplaceAll(halfWidth(s), " ", "") }

// smallNumber reads a number up to 99 as offices write it: 2, 第2组, 二, 十二.
// The signs of around may stand around it.
func smallNumber(s, around string) (int, bool) {
	s = strings.Trim(plainName(s), around)
	if n, err := strconv.Atoi(s); err == nil {
		return n, n >= 0 && len(s) <= 3
	}
	tens, ones, ok := strings.Cut(s, "十")
	if !ok {
		return hanDigit(s)
	}
	n, m := 1, 0
	if tens != "" {
		n, ok = hanDigit(tens)
	}
	if ones != "" && ok {
		m, ok = hanDigit(ones)
	}
	return n*10 + m, ok
}

func hanDigit(s string) (int, bool) {
	for i, digit := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九"} {
		if s == digit {
			return i + 1, true
		}
	}
	return 0, false
}

// someDays are a day, or the first and the last of several: 2026-03-02,
// 3月2日—6日, 2026年3月2日至3月6日. The pattern is made when it is first needed.
var someDays = sync.OnceValue(func() *regexp.Regexp {
	const day = `(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月])?(\d{1,2})[日号]?`
	return regexp.MustCompile(`^` + day + `(?:(?:起?至|到|[-—–―~]+)` + day + `)?止?$`)
})

// withoutMidnight is a day without the hour that Excel puts behind it in a csv.
func withoutMidnight(s string) string {
	day, hour, ok := strings.Cut(strings.TrimSpace(halfWidth(s)), " ")
	if ok && strings.Trim(hour, "0: ") == "" && strings.Contains(hour, ":") {
		return day
	}
	return s
}

// dayOrDays reads one day or two. A day without a year is of the year given, and
// not before after; the error tells what is wrong.
func dayOrDays(s string, year int, after inspection.Day) (from, to inspection.Day, err error) {
	s = plainName(withoutMidnight(s))
	if _, err := strconv.Atoi(s); err == nil && len(s) == len("20260302") {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	m := someDays().FindStringSubmatch(s)
	if m == nil {
		return 0, 0, say("看不懂，请写如 2026-03-02，或 2026-03-02至2026-03-06")
	}
	if after != 0 && m[1] == "" {
		year = after.Year()
	}
	from, err = dayOfParts(m[1], m[2], m[3], year, 0)
	if from != 0 && from < after && m[1] == "" && m[2] != "" {
		from, err = dayOfParts("", m[2], m[3], year+1, 0)
	}
	if err != nil || m[6] == "" {
		return from, 0, err
	}
	to, err = dayOfParts(m[4], m[5], m[6], from.Year(), from)
	if err == nil && to < from && m[4] == "" && m[5] != "" {
		to, err = dayOfParts("", m[5], m[6], from.Year()+1, from)
	}
	return from, to, err
}

// dayOfParts makes a day of its year, month and day; what is missing comes from
// the year given and the month of the day before.
func dayOfParts(y, m, d string, year int, before inspection.Day) (inspection.Day, error) {
	if n, err := strconv.Atoi(y); err == nil {
		year = n
	}
	month := 0
	if n, err := strconv.Atoi(m); err == nil {
		month = n
	} else if before != 0 {
		month, _ = strconv.Atoi(before.String()[5:7])
	}
	n, _ := strconv.Atoi(d)
	switch {
	case month == 0:
		return 0, say("只写了几号，没有写月份")
	case year == 0:
		return 0, say("没有写年份，本轮也没有开始日期")
	}
	t := time.Date(year, time.Month(month), n, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month || t.Day() != n || year < 1971 || year > 2200 {
		return 0, say("没有这一天")
	}
	return inspection.DayAt(t, 0), nil
}
