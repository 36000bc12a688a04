package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

// told is how a field's words are understood.
type told struct {
	as     string // the whole day, say
	remark string // what is odd about it, though it can be set down
	wrong  string // why it cannot be understood, and what it should look like
}

// told tells how the field's words are understood.
func (o *slot) told() told {
	if o.read == nil {
		return told{}
	}
	return o.read(strings.TrimSpace(strings.Map(narrow, o.value())))
}

// misread is the first field that cannot be understood, and why.
func (s *slip) misread() (at int, wrong string) {
	for i := range s.slots {
		if t := s.slots[i].told(); t.wrong != "" {
			return i, t.wrong
		}
	}
	return -1, ""
}

// blamed is the field that a refusal is about: the one that says so, the first
// empty one for what must not be empty, the longest for what is too long.
func (s *slip) blamed(why inspection.Reason) int {
	switch why {
	case inspection.EmptyText:
		return slices.IndexFunc(s.slots, func(o slot) bool { return o.choices == nil && o.read == nil && o.value() == "" })
	case inspection.TooLong:
		longest := slices.MaxFunc(s.slots, func(x, y slot) int {
			return cmp.Compare(utf8.RuneCountInString(x.value()), utf8.RuneCountInString(y.value()))
		})
		return slices.IndexFunc(s.slots, func(o slot) bool { return o.value() == longest.value() })
	}
	return slices.IndexFunc(s.slots, func(o slot) bool { return slices.Contains(o.about, why) })
}

// reject puts the cursor into a field and says what is wrong there.
func (s *slip) reject(a *App, at int, wrong string) {
	if at < 0 {
		return
	}
	s.here = at
	a.notice = notice{words: a.t.slip.field(s.slots[at].label, wrong), wrong: true}
}

// numberSlot is a field for a whole number up to most; with none it may be
// empty, which is zero. A sign may stand about the number, as in 第2组.
func (a *App) numberSlot(label, hint, words string, most int, none bool, to *int) slot {
	o := textSlot(label, hint, words)
	o.read = func(words string) told {
		n, err := strconv.Atoi(strings.Trim(words, "第组批件个天月 "))
		if words == "" && none {
			n, err = 0, nil
		} else if err == nil && (n < 1 || n > most) {
			err = strconv.ErrRange
		}
		if err != nil {
			return told{wrong: a.t.slip.badNumber(words, most)}
		}
		*to = n
		return told{}
	}
	return o
}

// daySlot is a field for a day. What is typed stands whole beside it, and odd,
// if there is one, says where it is likely to be meant otherwise.
func (a *App) daySlot(label, hint, words string, read func(words string) (inspection.Day, bool), odd func(inspection.Day) string, to *inspection.Day) slot {
	o := textSlot(label, hint, words)
	o.read = func(words string) told {
		day, ok := read(strings.ToLower(words))
		switch {
		case !ok:
			return told{wrong: a.t.slip.badDay(words)}
		case day == 0:
			*to = 0
			return told{}
		}
		*to = day
		as := told{as: a.wholeDay(day, words)}
		if odd != nil && odd(day) != "" {
			as.as, as.remark = "! "+as.as, odd(day)
		}
		return as
	}
	return o
}

// wholeDay is a day as somebody who typed it sees it: with its weekday, and its
// year unless that was typed.
func (a *App) wholeDay(day inspection.Day, words string) string {
	if words == day.String() {
		return a.weekday(day)
	}
	return day.String() + " " + a.weekday(day)
}

// past reads a day that has been, today where nothing is written.
func (a *App) past(words string) (inspection.Day, bool) { return pastDay(words, a.today()) }

// pastOrNone reads a day that has been, none where nothing is written.
func (a *App) pastOrNone(words string) (inspection.Day, bool) {
	if strings.TrimSpace(words) == "" {
		return 0, true
	}
	return a.past(words)
}

// dayFrom reads a day from another one on, or none.
func dayFrom(from func() inspection.Day) func(words string) (inspection.Day, bool) {
	return func(words string) (inspection.Day, bool) {
		if words == "" {
			return 0, true
		}
		return dayOf(words, from())
	}
}

// halfAYear is how far off a day may be before somebody is asked to look at it.
const halfAYear = 183

// outside remarks on a day that is not within a round.
func (a *App) outside(no inspection.RoundNo) func(inspection.Day) string {
	return func(day inspection.Day) string {
		r, _ := a.book.Round(no)
		switch {
		case r.Start == 0 && r.End == 0:
			return a.farOff(day)
		case day >= r.Start && (r.End == 0 || day <= r.End):
			return ""
		}
		return a.t.slip.outside(r.Title, a.stay(r.Start, r.End))
	}
}

// farOff remarks on a day that is more than half a year away.
func (a *App) farOff(day inspection.Day) string {
	if far := day - a.today(); far > halfAYear || far < -halfAYear {
		return a.t.slip.farOff
	}
	return ""
}
