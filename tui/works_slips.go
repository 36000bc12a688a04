package tui

import (
	"fmt"
	"slices"
	"strings"

	"xuncha/inspection"
)

// talkSorts are the sorts of talks in the order of their digits.
var talkSorts = []inspection.TalkSort{inspection.Must, inspection.Elective}

// talkSlip lists a talk, or puts right the one of an ID. Who talks comes along
// from the talk listed last: pairs stay together for days.
func (s *works) talkSlip(a *App, id string) *slip {
	t := &a.t.works
	talk := inspection.Talk{Sort: inspection.Must, By: []string{a.author}, Day: a.today()}
	if n := len(s.done.Talks); n > 0 {
		talk.By = s.done.Talks[n-1].By
	}
	name := "new"
	if i := slices.IndexFunc(s.done.Talks, func(one inspection.Talk) bool { return one.ID == id }); i >= 0 && id != "" {
		talk, name = s.done.Talks[i], id
	}
	sorts := []string{inspection.Must.In(a.lang), inspection.Elective.In(a.lang)}
	slots := []slot{
		textSlot(t.post, "", talk.Post),
		choiceSlot(t.sort, sorts, slices.Index(talkSorts, talk.Sort)),
		textSlot(t.by, t.byHow, strings.Join(talk.By, a.t.summary.comma)),
		a.daySlot(t.day, t.dayHow, talk.Day.String(), a.past, a.outside(s.v.id.Round), &talk.Day),
	}
	slots[2].about = []inspection.Reason{inspection.OneInspector}
	return newSlip(a, t.talk, s.draftOf("talk", name), []string{t.talkWhy}, slots, func(a *App, values []string) bool {
		talk := inspection.Talk{Post: values[0], Sort: talkSorts[slices.Index(sorts, values[1])], By: namesIn(values[2]), Day: talk.Day}
		return s.listed(a, id, t.held, func(id string) (inspection.Fact, error) { return a.book.HoldTalk(s.v.id, id, talk) })
	})
}

// clueSlip lists a hand-over of clues, or puts one right.
func (s *works) clueSlip(a *App, id string) *slip {
	t := &a.t.works
	clue, name := inspection.Clue{Count: 1, Day: a.today()}, "new"
	if i := slices.IndexFunc(s.done.Clues, func(one inspection.Clue) bool { return one.ID == id }); i >= 0 && id != "" {
		clue, name = s.done.Clues[i], id
	}
	slots := []slot{
		a.numberSlot(t.clueCount, "", fmt.Sprint(clue.Count), inspection.MaxClues, false, &clue.Count),
		a.daySlot(t.day, t.dayHow, clue.Day.String(), a.past, a.farOff, &clue.Day),
		textSlot(t.clueOrgan, "", clue.Organ),
	}
	return newSlip(a, t.clue, s.draftOf("clue", name), t.clueWhy, slots, func(a *App, values []string) bool {
		clue := inspection.Clue{Count: clue.Count, Day: clue.Day, Organ: values[2]}
		return s.listed(a, id, t.handedOver, func(id string) (inspection.Fact, error) { return a.book.HandOver(s.v.id, id, clue) })
	})
}

// draftOf names the draft of a slip of this visit.
func (s *works) draftOf(kind, name string) string {
	v := s.v.id
	return fmt.Sprintf("draft/%s/%d/%d/%s/%s", kind, v.Round, v.Kind, v.School, name)
}

// listed takes an entry of a list, under a new ID if it has none, and puts the
// cursor on it.
func (s *works) listed(a *App, id, words string, fact func(id string) (inspection.Fact, error)) bool {
	if id == "" {
		id = a.journal.NewID()
	}
	if !a.record(s.v.id, func() (inspection.Fact, error) { return fact(id) }) {
		return false
	}
	s.here = workRow{group: s.here.group, id: id}
	a.say(words)
	return true
}

// namesIn are names as people part them: by 、 or commas or blanks.
func namesIn(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,；; 　/", r) })
}

// pastDay reads the day of something that has happened: 2026-09-07, 9-7, 今天. A
// day without its year is the last such day.
func pastDay(s string, today inspection.Day) (inspection.Day, bool) {
	switch s = strings.ToLower(strings.Map(narrow, strings.TrimSpace(s))); s {
	case "", "今天", "today":
		return today, true
	case "昨天", "yesterday":
		return today - 1, true
	}
	if m := shortDate().FindStringSubmatch(s); m != nil {
		day, ok := realDay(today.Year(), atoi(m[1]), atoi(m[2]))
		if ok && day > today {
			return realDay(today.Year()-1, atoi(m[1]), atoi(m[2]))
		}
		return day, ok
	}
	if m := wholeDate().FindStringSubmatch(s); m != nil {
		return realDay(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	return 0, false
}
