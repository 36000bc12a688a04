package inspection

import "time"

// Day is a calendar day in the campaign's zone, counted from 1970-01-01. Zero
// is no day: nothing in this trade happened on that one.
type Day int32

// DayAt is the day of a moment, minutes east of UTC.
func DayAt(t time.Time, zone int) Day {
	return Day((t.Unix() + int64(zone)*60) / 86400)
}

// ParseDay reads 2026-11-23.
func ParseDay(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	return DayAt(t, 0), true
}

// String is the day as 2026-11-23, or empty for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.time().Format(time.DateOnly)
}

// In is the day as a paper writes it, 2026年11月23日 in Chinese; empty for no day.
func (d Day) In(l Language) string {
	if d == 0 || l == English {
		return d.String()
	}
	return d.time().Format("2006年1月2日")
}

// Week is the Monday of the day's week.
func (d Day) Week() Day {
	return d - Day((int(d.time().Weekday())+6)%7)
}

// Year is the day's year.
func (d Day) Year() int { return d.time().Year() }

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// BeijingZone is the campaign's zone unless it says otherwise, in minutes east
// of UTC. It is fixed because Windows has no table of zones.
const BeijingZone = 8 * 60
