package tui

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"xuncha/inspection"
)

// deadline is what somebody typed for a deadline: a day or none, and whether it
// is to be kept up after that (长期坚持). Ledgers write both.
type deadline struct {
	day  inspection.Day
	long bool
}

// The ways in which people write a day. Those with a sign or a unit count from
// today. They are made when somebody types the first one, not at every start.
var (
	wholeDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$`) })
	shortDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{1,2})[-/.月](\d{1,2})日?$`) })
	yearEnd   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{4})年?底$`) })
	plusDays  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\+(\d{1,4})$`) })
	fromToday = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\+?(\d{1,3})(个?月|天|日|周|个?星期|[dwm]|days?|weeks?|months?)$`)
	})
)

// forGood are the words for 长期坚持, the longest first.
var forGood = strings.NewReplacer("并长期坚持", "", "长期坚持", "", "长期", "", "longterm", "", "，", "", ",", "", "、", "", "前", "", " ", "")

// parseDeadline reads a deadline as it is typed: 2026-12-31, 12-31, 12月31日,
// +30, 30天, 3个月, 月底, 年底, 2026年底前并长期坚持. Nothing at all is no deadline.
func parseDeadline(s string, today inspection.Day) (d deadline, ok bool) {
	s = strings.ToLower(strings.Map(narrow, strings.TrimSpace(s)))
	d.long = strings.Contains(s, "长期") || strings.Contains(s, "long term") || strings.Contains(s, "longterm")
	s = strings.ReplaceAll(forGood.Replace(s), "\u3000", "")
	if s == "" {
		return d, true
	}
	d.day, ok = dayOf(s, today)
	return d, ok
}

func dayOf(s string, today inspection.Day) (inspection.Day, bool) {
	now, _ := time.Parse(time.DateOnly, today.String())
	if m := wholeDate().FindStringSubmatch(s); m != nil {
		return realDay(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := shortDate().FindStringSubmatch(s); m != nil {
		day, ok := realDay(now.Year(), atoi(m[1]), atoi(m[2]))
		if ok && day < today { // the one to come
			return realDay(now.Year()+1, atoi(m[1]), atoi(m[2]))
		}
		return day, ok
	}
	if m := yearEnd().FindStringSubmatch(s); m != nil {
		return realDay(atoi(m[1]), 12, 31)
	}
	if m := plusDays().FindStringSubmatch(s); m != nil {
		return today + inspection.Day(atoi(m[1])), true
	}
	if m := fromToday().FindStringSubmatch(s); m != nil {
		return onFrom(today, atoi(m[1]), m[2]), true
	}
	return endOf(s, now)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// realDay is a day that there is: no 31st of June.
func realDay(y, m, d int) (inspection.Day, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return inspection.DayAt(t, 0), t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// onFrom is so many days, weeks or months on.
func onFrom(day inspection.Day, n int, unit string) inspection.Day {
	switch {
	case strings.Contains(unit, "月"), unit[0] == 'm':
		return day.AddMonths(n)
	case strings.Contains(unit, "周"), strings.Contains(unit, "星期"), unit[0] == 'w':
		return day + inspection.Day(7*n)
	}
	return day + inspection.Day(n)
}

// endOf is the end of a week, a month or a year that is named.
func endOf(s string, now time.Time) (inspection.Day, bool) {
	first := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	today := inspection.DayAt(now, 0)
	switch s {
	case "今天", "today":
		return today, true
	case "明天", "tomorrow":
		return today + 1, true
	case "本周", "周末", "week":
		return today.Week() + 6, true
	case "月底", "本月", "本月底", "month":
		return inspection.DayAt(first.AddDate(0, 1, -1), 0), true
	case "下月底", "下月":
		return inspection.DayAt(first.AddDate(0, 2, -1), 0), true
	case "年底", "今年底", "本年底", "year":
		return realDay(now.Year(), 12, 31)
	case "明年底":
		return realDay(now.Year()+1, 12, 31)
	}
	return 0, false
}
