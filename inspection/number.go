package inspection

import "fmt"

// Number is a finding's number on paper: 〔2026〕第1轮-1组-07. It is given on
// adoption and never again, also when the adoption is undone.
type Number struct {
	N       int // zero: none yet (待编号)
	Team    int
	Printed string
}

// numbering is who numbers what: one team in one round.
type numbering struct {
	round RoundNo
	team  int
}

// slot is one number of a numbering.
type slot struct {
	numbering
	n int
}

// TeamOf is the team of a visit; one that was not given to a team belongs to
// the first.
func (b *Book) TeamOf(v VisitID) int {
	return max(1, b.Visit(v).Team)
}

// AssignTeam judges which team makes a visit.
func (b *Book) AssignTeam(v VisitID, team int) (Fact, error) {
	if team == 0 {
		return Fact{}, refuse(NoSuchTeam, fmt.Sprint(team))
	}
	return b.Arrange(Arrangement{Team: &team}, v)
}

func holderOf(n numbering) Register {
	return Register{Field: NumberHolder, Visit: VisitID{Round: n.round}, ID: fmt.Sprint(n.team)}
}

// Holder is the device that numbers a team's findings in a round, in hex; empty
// when nobody has begun.
func (b *Book) Holder(round RoundNo, team int) string {
	return b.value(holderOf(numbering{round, team})).Text
}

// HoldNumbers judges a device taking over the numbering.
func (b *Book) HoldNumbers(round RoundNo, team int, by DeviceID) (Fact, error) {
	if _, ok := b.Round(round); !ok {
		return Fact{}, refuse(NoSuchRound, round.String())
	}
	f := Fact{Kind: Numbered}
	b.change(&f, holderOf(numbering{round, team}), Value{Text: by.Hex()})
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f, nil
}

func (b *Book) mayNumber(v VisitID, by DeviceID) bool {
	holder := b.Holder(v.Round, b.TeamOf(v))
	return holder == "" || holder == by.Hex()
}

// GiveNumber judges a number for an adopted finding that waits for one, or
// whose number another finding has as well (重号待改).
func (b *Book) GiveNumber(id FindingID, by DeviceID) (Fact, error) {
	now, err := b.inState(id, Adopted)
	if err != nil {
		return Fact{}, err
	}
	if !b.mayNumber(now.Visit, by) {
		return Fact{}, refuse(NotHolder, now.Title)
	}
	if now.Number.N != 0 && !b.Clashes(&now) {
		return Fact{}, refuse(HasNumber, now.Number.Printed)
	}
	f := Fact{Kind: Numbered}
	b.number(&f, now, by)
	return f.sorted(), nil
}

// number writes the next number, and the right to it where nobody has it.
func (b *Book) number(f *Fact, now Finding, by DeviceID) {
	n := numbering{now.Visit.Round, b.TeamOf(now.Visit)}
	next := b.numbers[n] + 1
	b.set(f, Register{Field: FindingNumber, Visit: now.Visit, ID: string(now.ID)},
		Value{N: int64(next), Of: int64(n.team), Text: b.printed(n, next)})
	b.change(f, holderOf(n), Value{Text: by.Hex()})
}

// printed is the number on paper, after the office's prefix of today. The year is that of the round's start, or of
// its first visit's beginning where no start was set.
func (b *Book) printed(n numbering, number int) string {
	year := 0
	if r, _ := b.Round(n.round); r.Start != 0 {
		year = r.Start.Year()
	}
	for _, v := range b.VisitsIn(n.round) {
		if y := v.Begun.Year(); v.Begun != 0 && year == 0 {
			year = y
		}
	}
	return b.Office().Prefix + fmt.Sprintf("〔%d〕第%d轮-%d组-%02d", year, n.round, n.team, number)
}

// touchNumber remembers every number that was ever given, so that none is given
// twice, and by which entry each finding got its own.
func (b *Book) touchNumber(r Register, w Value) {
	if w.N <= 0 {
		return
	}
	n := numbering{r.Visit.Round, int(w.Of)}
	b.numbers[n] = max(b.numbers[n], int(w.N))
	s := slot{n, int(w.N)}
	if b.numbered[s] == nil {
		b.numbered[s] = map[FindingID]bool{}
	}
	b.numbered[s][FindingID(r.ID)] = true
}

// Clashes reports whether another finding has the same number with the better
// right: it was given earlier.
func (b *Book) Clashes(f *Finding) bool {
	if f.Number.N == 0 {
		return false
	}
	mine := b.numberedBy(f.ID)
	for other := range b.numbered[slot{numbering{f.Visit.Round, f.Number.Team}, f.Number.N}] {
		if other == f.ID {
			continue
		}
		theirs := b.numberedBy(other)
		if theirs.entry == nil || mine.entry == nil {
			continue
		}
		v := theirs.write.Value // now; it may have had the number before
		if v.N == int64(f.Number.N) && v.Of == int64(f.Number.Team) && theirs.entry.compare(mine.entry) < 0 {
			return true
		}
	}
	return false
}

// numberedBy is what gave a finding its number; nothing did where there is no
// such finding, or none any more.
func (b *Book) numberedBy(id FindingID) head {
	s := b.findings[id]
	if s == nil || s.value(FindingTitle).IsZero() {
		return head{}
	}
	if c := b.cells[Register{Field: FindingNumber, Visit: s.visit, ID: string(id)}]; c != nil {
		return c.top
	}
	return head{}
}
