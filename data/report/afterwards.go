package report

import "xuncha/inspection"

// Afterwards is what became of a round once its schools were left: how far the
// findings were put right, what look-backs found, what was sealed and amended.
type Afterwards struct {
	LedgerFigures
	Weeks     []inspection.LedgerWeek // of the ledger, by WeekRule
	LookBacks inspection.LookBackTally
	Answers   map[inspection.Relook]int // of the look-backs; those without an answer are Of less Answered
	Sealed    []SealFigures             // in the order of the roster
}

// LedgerFigures count lines of the ledger.
type LedgerFigures struct {
	Ledger inspection.LedgerTally
	NotFed int // adopted and not fed back: left out of Ledger
}

func ledgerFigures(rows []*inspection.LedgerRow, today inspection.Day) LedgerFigures {
	f := LedgerFigures{Ledger: inspection.TallyLedger(rows, today)}
	f.NotFed = len(rows) - f.Ledger.All
	return f
}

// rate is the rate of rectification with what it leaves out.
func (f *LedgerFigures) rate() inspection.Rate {
	rate := f.Ledger.Rate()
	rate.Out = f.NotFed
	return rate
}

// SealFigures are a sealed visit's numbers then and now.
type SealFigures struct {
	Visit       inspection.VisitID
	School      string
	Seal        inspection.SealOf
	Now         []inspection.Figure // one for each of the seal's, in its order
	Differences []inspection.Difference
}

// afterwards counts a round, and its ledger by visit.
func afterwards(b *inspection.Book, n inspection.RoundNo, today inspection.Day) (Afterwards, map[inspection.VisitID]LedgerFigures) {
	a := Afterwards{LookBacks: b.TallyLookBacks(n), Answers: map[inspection.Relook]int{}}
	var all []*inspection.LedgerRow
	byVisit := map[inspection.VisitID][]*inspection.LedgerRow{}
	for _, row := range b.Ledger() {
		if row.Visit.Round == n {
			all = append(all, row)
			byVisit[row.Visit] = append(byVisit[row.Visit], row)
		}
	}
	a.LedgerFigures, a.Weeks = ledgerFigures(all, today), b.LedgerWeeks(all)
	for _, v := range b.VisitsIn(n) {
		a.look(b, v.ID)
		if seal, is := b.SealAt(v.ID); is {
			a.Sealed = append(a.Sealed, SealFigures{v.ID, schoolName(b, v.ID.School), seal, b.Figures(v.ID), b.Differences(v.ID)})
		}
	}
	ledgers := map[inspection.VisitID]LedgerFigures{}
	for v, rows := range byVisit {
		ledgers[v] = ledgerFigures(rows, today)
	}
	return a, ledgers
}

// look counts the answers of a look-back visit.
func (a *Afterwards) look(b *inspection.Book, v inspection.VisitID) {
	if v.Kind != inspection.LookBack {
		return
	}
	for _, t := range b.LookBackThreads(v) {
		if answer := b.RelookAt(v, t.ID).Answer; answer != 0 {
			a.Answers[answer]++
		}
	}
}

func schoolName(b *inspection.Book, code inspection.SchoolCode) string {
	if s := b.School(code); s != nil {
		return s.Name
	}
	return string(code)
}

// add puts another round's counts to a's. A finding that look-backs of two
// rounds answered counts twice, as two answers.
func (a *Afterwards) add(o *Afterwards) {
	a.NotFed += o.NotFed
	a.Ledger.All += o.Ledger.All
	for s, n := range o.Ledger.Standing {
		a.Ledger.Standing[s] += n
	}
	a.Ledger.Overdue += o.Ledger.Overdue
	a.Ledger.Closed += o.Ledger.Closed
	a.Ledger.Relapsed += o.Ledger.Relapsed
	a.Weeks = inspection.SumWeeks(append(a.Weeks, o.Weeks...))
	a.LookBacks.Planned += o.LookBacks.Planned
	a.LookBacks.Begun += o.LookBacks.Begun
	a.LookBacks.Finished += o.LookBacks.Finished
	a.LookBacks.Answered += o.LookBacks.Answered
	a.LookBacks.Of += o.LookBacks.Of
	if a.Answers == nil {
		a.Answers = map[inspection.Relook]int{}
	}
	for answer, n := range o.Answers {
		a.Answers[answer] += n
	}
	a.Sealed = append(a.Sealed, o.Sealed...)
}

// moved are the figures of a seal that are not what they were, then and now.
func (s *SealFigures) moved() (was, now []inspection.Figure) {
	for i, f := range s.Seal.Figures {
		if s.Now[i].N != f.N {
			was, now = append(was, f), append(now, s.Now[i])
		}
	}
	return was, now
}

// sums add the figures of all seals up by name, then and now, in the order of
// the first seal that has each.
func (a *Afterwards) sums() (was, now []inspection.Figure) {
	place := map[string]int{}
	for _, s := range a.Sealed {
		for i, f := range s.Seal.Figures {
			at, known := place[f.Name]
			if !known {
				at = len(was)
				place[f.Name] = at
				was, now = append(was, inspection.Figure{Name: f.Name}), append(now, inspection.Figure{Name: f.Name})
			}
			was[at].N += f.N
			now[at].N += s.Now[i].N
		}
	}
	return was, now
}
