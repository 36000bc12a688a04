package report

import (
	"fmt"
	"strconv"
	"strings"

	"xuncha/inspection"
)

func (a *Afterwards) text(b *strings.Builder, l inspection.Language) {
	t := wordsIn(l)
	if a.Ledger.All+a.NotFed > 0 {
		fmt.Fprintf(b, "\n%s\n", t.rectifying)
		a.LedgerFigures.text(b, l)
	}
	if n := a.LookBacks; n.Planned > 0 {
		fmt.Fprintf(b, "\n%s  %s %d  %s %d  %s %d\n ", t.lookBackVisits, t.planned, n.Planned, t.begun, n.Begun, t.finished, n.Finished)
		for _, answer := range inspection.Relooks() {
			fmt.Fprintf(b, " %s %d ", answer.In(l), a.Answers[answer])
		}
		fmt.Fprintf(b, " %s %d (%d)\n", t.unanswered, n.Of-n.Answered, n.Of)
	}
	if len(a.Sealed) > 0 {
		a.sealText(b, l)
	}
}

// sealText sets what was sealed beside what it is now, of all sealed visits
// together and of each that was amended.
func (a *Afterwards) sealText(b *strings.Builder, l inspection.Language) {
	t := wordsIn(l)
	fmt.Fprintf(b, "\n%s (%d)\n", t.sealed, len(a.Sealed))
	tab := table{head: []string{t.figure, t.sealedWas, t.sealedNow}, right: map[int]bool{1: true, 2: true}}
	was, now := a.sums()
	for i, f := range was {
		if f.N == 0 && now[i].N == 0 {
			continue
		}
		tab.add(f.In(l), strconv.Itoa(f.N), strconv.Itoa(now[i].N))
	}
	tab.text(b, "  ")
	tab = table{head: []string{t.school, "", t.sealedBy, t.when, t.differences, t.sealedWas + " → " + t.sealedNow}, right: map[int]bool{4: true}}
	for i := range a.Sealed {
		s := &a.Sealed[i]
		if len(s.Differences) == 0 {
			continue
		}
		tab.add(string(s.Visit.School), oneLine(s.School), oneLine(s.Seal.By), s.Seal.Day.String(), strconv.Itoa(len(s.Differences)), s.changes(l))
	}
	if len(tab.rows) > 0 {
		b.WriteString("\n")
		tab.text(b, "  ")
	}
}

// changes says which figures moved.
func (s *SealFigures) changes(l inspection.Language) string {
	was, now := s.moved()
	words := make([]string, len(was))
	for i, f := range was {
		words[i] = fmt.Sprintf("%s %d → %d", f.In(l), f.N, now[i].N)
	}
	if len(words) == 0 {
		return "—"
	}
	return strings.Join(words, wordsIn(l).semicolon)
}

// afterwards puts the same figures on rows of their own.
func (r *figureRows) afterwards(a *Afterwards) {
	t, l := r.words, r.language
	r.about(t.rectifying, "", "")
	r.ledger(&a.LedgerFigures)
	if n := a.LookBacks; n.Planned > 0 {
		r.about(t.lookBackVisits, "", "")
		r.count(t.planned, n.Planned)
		r.count(t.begun, n.Begun)
		r.count(t.finished, n.Finished)
		for _, answer := range inspection.Relooks() {
			r.counted(answer.In(l), a.Answers[answer], n.Of, inspection.LookBackRule)
		}
		r.counted(t.unanswered, n.Of-n.Answered, n.Of, inspection.LookBackRule)
	}
	for i := range a.Sealed {
		s := &a.Sealed[i]
		r.about(t.sealedFigure, string(s.Visit.School), s.School)
		r.counted(t.differences, len(s.Differences), -1, inspection.SealedRule)
		for n, f := range s.Seal.Figures {
			r.count(f.In(l)+" "+t.sealedWas, f.N)
			r.count(f.In(l)+" "+t.sealedNow, s.Now[n].N)
		}
	}
}

// ledger puts the counts of a ledger on rows of their own.
func (r *figureRows) ledger(f *LedgerFigures) {
	n := f.Ledger
	r.rate(inspection.Done.In(r.language), f.rate())
	r.count(inspection.Basically.In(r.language), n.Standing[inspection.Basically])
	r.count(inspection.NotDone.In(r.language), n.Standing[inspection.NotDone])
	r.counted(r.words.overdue, n.Overdue, n.All, inspection.OverdueRule)
	r.count(r.words.closed, n.Closed)
	r.count(r.words.relapsed, n.Relapsed)
}

// counted is a count with its rule; of is left out below zero.
func (r *figureRows) counted(measure string, n, of int, rule inspection.Rule) {
	all := ""
	if of >= 0 {
		all = strconv.Itoa(of)
	}
	r.add(r.round, r.kind, r.key, r.label, measure, strconv.Itoa(n), all, "", "", r.rule(rule))
}
