package main

import (
	"math/rand/v2"
	"slices"
	"time"

	"xuncha/inspection"
)

// schoolClock goes through the hours of school days.
type schoolClock struct{ at time.Time }

var schoolZone = time.FixedZone("", inspection.BeijingZone*60)

// newSchoolClock begins when the office sets the book up.
func newSchoolClock() *schoolClock {
	return &schoolClock{at: time.Date(2025, 9, 1, 9, 0, 0, 0, schoolZone)}
}

func (c *schoolClock) now() time.Time { return c.at }

func (c *schoolClock) day() inspection.Day { return inspection.DayAt(c.at, inspection.BeijingZone) }

func (c *schoolClock) step(rng *rand.Rand) {
	c.at = c.at.Add(time.Duration(20+rng.IntN(160)) * time.Second)
}

// The days off between the plans' first and last days.
var daysOff = []string{
	"2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08",
	"2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23",
	"2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19",
}

func (c *schoolClock) morning(day string) {
	at, err := time.ParseInLocation(time.DateOnly, day, schoolZone)
	if err != nil {
		panic(err) // the days stand in this file
	}
	c.at = at.Add(8*time.Hour + 30*time.Minute)
}

func (c *schoolClock) nextMorning() {
	for {
		c.morning(c.at.AddDate(0, 0, 1).Format(time.DateOnly))
		if wd := c.at.Weekday(); wd != time.Saturday && wd != time.Sunday && !slices.Contains(daysOff, c.at.Format(time.DateOnly)) {
			return
		}
	}
}

// rest ends the day when it is late.
func (c *schoolClock) rest() {
	if c.at.Hour() >= 17 {
		c.nextMorning()
	}
}
