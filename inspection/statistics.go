package inspection

// Statistics are the numbers of the usual statistics form of a visit or a round
// that a book can know. What it must not know, such as whom clues are about, is
// not there.
type Statistics struct {
	Counts      [counters]int64 // by Counter, as counted on all laptops together
	MustTalks   int             // 必谈, of the talks listed
	Electives   int             // 选谈
	PapersAsked int             // papers asked for, whatever became of them
	PapersOut   int             // of them not given back
	HandOvers   int             // 问题线索 hand-overs
	Clues       int             // handed over
	Findings    int             // those that stand in figures
	Dimensions  [5]int          // of them by 落实; 0: outside all four
	FixNow      int             // of them 立行立改
	Adopted     int             // of them adopted
	AdoptedIn   [5]int          // of the adopted by 落实, as Dimensions
	FedBack     int             // of them fed back: 应整改
	Done        int             // of them 完成整改
	FixNowFed   int             // 立行立改 fed back
	FixNowDone  int             // of them 完成整改
}

// StatisticsOf are the numbers of a visit.
func (b *Book) StatisticsOf(v VisitID) Statistics { return b.TallyOf(v).Form }

// StatisticsIn are the numbers of a round. Look-backs are not in them.
func (b *Book) StatisticsIn(n RoundNo) Statistics { return b.TallyRound(n).Form }

// Rectified is how many findings were put right of those fed back.
func (s *Statistics) Rectified() Rate { return Rate{Rule: RectifiedRule, N: s.Done, Of: s.FedBack} }

// statistics counts a visit.
func (b *Book) statistics(v VisitID) Statistics {
	var s Statistics
	for _, c := range Counters() {
		s.Counts[c] = b.Counted(v, c)
	}
	works := b.WorksAt(v)
	for _, t := range works.Talks {
		if t.Sort == Must {
			s.MustTalks++
		} else {
			s.Electives++
		}
	}
	for _, p := range works.Papers {
		s.PapersAsked++
		if p.State != Back {
			s.PapersOut++
		}
	}
	for _, c := range works.Clues {
		s.HandOvers++
		s.Clues += c.Count
	}
	return s
}

// count takes a finding that stands in figures into account.
func (s *Statistics) count(b *Book, f *Finding) {
	s.Findings++
	dimension := min(int(f.Dimension), 4)
	s.Dimensions[dimension]++
	fixNow := 0
	if f.FixNow {
		fixNow = 1
	}
	s.FixNow += fixNow
	if f.State != Adopted {
		return
	}
	s.Adopted++
	s.AdoptedIn[dimension]++
	if !b.fedBack(f) {
		return
	}
	s.FedBack++
	s.FixNowFed += fixNow
	if RectifyStanding(b.value(b.rect(f, RectifyState)).N) == Done {
		s.Done++
		s.FixNowDone += fixNow
	}
}

// put adds the numbers of another visit, or takes them out again.
func (s *Statistics) put(o *Statistics, sign int) {
	for c := range s.Counts {
		s.Counts[c] += int64(sign) * o.Counts[c]
	}
	for d := range s.Dimensions {
		s.Dimensions[d] += sign * o.Dimensions[d]
		s.AdoptedIn[d] += sign * o.AdoptedIn[d]
	}
	for _, n := range []struct {
		to *int
		by int
	}{
		{&s.MustTalks, o.MustTalks}, {&s.Electives, o.Electives}, {&s.PapersAsked, o.PapersAsked}, {&s.PapersOut, o.PapersOut},
		{&s.HandOvers, o.HandOvers}, {&s.Clues, o.Clues}, {&s.Findings, o.Findings}, {&s.FixNow, o.FixNow},
		{&s.Adopted, o.Adopted}, {&s.FedBack, o.FedBack}, {&s.Done, o.Done}, {&s.FixNowFed, o.FixNowFed}, {&s.FixNowDone, o.FixNowDone},
	} {
		*n.to += sign * n.by
	}
}
