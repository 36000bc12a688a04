package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"xuncha/inspection"
)

// WritePlan writes the visits of some rounds, of all where none is named: who
// goes where and when. Its CSV is a form in which plans are read.
func WritePlan(w io.Writer, f Format, l inspection.Language, b *inspection.Book, rounds ...inspection.RoundNo) error {
	switch f {
	case JSON:
		return writeJSON(w, planOf(b, rounds))
	case CSV:
		return planTable(b, inspection.Chinese, rounds, true).csv(w)
	}
	var s strings.Builder
	for _, r := range roundsOf(b, rounds) {
		visits := b.VisitsIn(r.No)
		s.WriteString(inspection.Sentence(wordsIn(l).planOf+"\n", oneLine(r.Title), len(visits), b.TallyRound(r.No).Begun+b.TallyLookBacks(r.No).Begun))
		planTable(b, l, []inspection.RoundNo{r.No}, false).text(&s, "  ")
		s.WriteString("\n")
	}
	_, err := io.WriteString(w, s.String())
	return err
}

// roundsOf are the rounds of these numbers, or all.
func roundsOf(b *inspection.Book, only []inspection.RoundNo) []inspection.Round {
	if len(only) == 0 {
		return b.Rounds()
	}
	var all []inspection.Round
	for _, n := range only {
		if r, ok := b.Round(n); ok {
			all = append(all, r)
		}
	}
	return all
}

// planTable: exact is the form that is read again; it has no column that a plan
// is not made of.
func planTable(b *inspection.Book, l inspection.Language, rounds []inspection.RoundNo, exact bool) *table {
	t := wordsIn(l)
	tab := &table{head: []string{t.schoolCode, t.schoolName, t.kind, t.team, t.batch, t.firstDay, t.lastDay, t.parentRound}}
	if exact {
		tab.head = append([]string{t.round}, tab.head...)
	} else {
		tab.head = append(tab.head, t.progress)
	}
	for _, r := range roundsOf(b, rounds) {
		for _, v := range b.VisitsIn(r.No) {
			cells := []string{
				string(v.ID.School), b.School(v.ID.School).Name, v.ID.Kind.In(l), numeral(v.Team), numeral(v.Batch),
				v.From.String(), v.To.String(), numeral(int(v.Parent)),
			}
			if exact {
				cells = append([]string{r.No.String()}, cells...)
			} else {
				cells = append(cells, howFar(b, v, t))
			}
			tab.add(cells...)
		}
	}
	return tab
}

// howFar is a visit's progress, or that it has not begun.
func howFar(b *inspection.Book, v inspection.Visit, t *words) string {
	if v.ID.Kind == inspection.LookBack {
		return answeredSoFar(b.TallyLookBack(v.ID), t)
	}
	tally := b.TallyOf(v.ID)
	switch {
	case !tally.Begun:
		return t.notBegun
	case tally.All.Finished():
		return t.finished
	}
	return share(tally.All.Progress())
}

// answeredSoFar is how many findings a look-back visit has answered.
func answeredSoFar(tally inspection.LookBackTally, t *words) string {
	switch {
	case tally.Finished > 0:
		return t.finished
	case tally.Begun > 0:
		return fmt.Sprintf("%d/%d", tally.Answered, tally.Of)
	}
	return t.notBegun
}

// numeral is n, or nothing for zero.
func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

type plannedJSON struct {
	Round      int    `json:"round"`
	School     string `json:"school"`
	SchoolName string `json:"school_name"`
	Kind       string `json:"kind"`
	Team       int    `json:"team,omitempty"` // 0: given to none; it counts as the first's
	Batch      int    `json:"batch,omitempty"`
	From       string `json:"from,omitempty"`
	To         string `json:"to,omitempty"`
	Parent     int    `json:"parent,omitempty"`
	BegunOn    string `json:"begun_on,omitempty"`
}

func planOf(b *inspection.Book, rounds []inspection.RoundNo) []plannedJSON {
	all := []plannedJSON{}
	for _, r := range roundsOf(b, rounds) {
		for _, v := range b.VisitsIn(r.No) {
			all = append(all, plannedOf(b, v))
		}
	}
	return all
}

func plannedOf(b *inspection.Book, v inspection.Visit) plannedJSON {
	return plannedJSON{
		Round: int(v.ID.Round), School: string(v.ID.School), SchoolName: b.NameOfPlace(string(v.ID.School)),
		Kind: v.ID.Kind.In(inspection.English), Team: v.Team, Batch: v.Batch,
		From: v.From.String(), To: v.To.String(), Parent: int(v.Parent), BegunOn: v.Begun.String(),
	}
}
