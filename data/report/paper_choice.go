package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

// resolve finds what the paper is about, or refuses.
func (s *sheet) resolve(kind PaperKind) error {
	if err := s.choice.tooNarrow(kind); err != nil {
		return err
	}
	if err := s.known(); err != nil {
		return err
	}
	switch kind.Scope() {
	case OfCampaign:
		return nil
	case OfRound:
		return s.resolveRound()
	case OfFinding:
		return nil // one, or all of a school or a round
	}
	if kind == BlankPaper && s.choice.School == "" {
		return s.resolveRound() // for any school
	}
	return s.resolveVisit()
}

// tooNarrow refuses to leave something out of a paper that is about a whole.
func (c *PaperChoice) tooNarrow(kind PaperKind) error {
	narrow := c.School != "" || c.Kind != 0 || c.Finding != ""
	switch scope := kind.Scope(); {
	case scope == OfCampaign && (narrow || c.Round != 0):
		return AllRounds
	case scope == OfRound && narrow:
		return WholeRound
	case scope == OfSchool && c.Finding != "" && kind != ConfirmationPaper && kind != FixNowPaper:
		return WholeVisit
	}
	return nil
}

// known refuses a round, a school or a finding that the book has not, and takes
// the place of a finding for what else is chosen.
func (s *sheet) known() error {
	c := &s.choice
	if c.Finding != "" {
		f, ok := s.Finding(c.Finding)
		if !ok {
			return inspection.Refusal{Reason: inspection.NoSuchFinding, About: string(c.Finding)}
		}
		if !f.State.Counts() {
			return NotListed
		}
		c.Round, c.School, c.Kind = f.Visit.Round, f.Visit.School, f.Visit.Kind
	}
	if _, ok := s.Round(c.Round); c.Round != 0 && !ok {
		return inspection.Refusal{Reason: inspection.NoSuchRound, About: c.Round.String()}
	}
	if c.School != "" && s.School(c.School) == nil {
		return inspection.Refusal{Reason: inspection.NoSuchSchool, About: string(c.School)}
	}
	return nil
}

func (s *sheet) resolveRound() error {
	rounds := s.Rounds()
	if s.choice.Round == 0 {
		if len(rounds) != 1 {
			return WhichRound
		}
		s.choice.Round = rounds[0].No
	}
	s.round, _ = s.Round(s.choice.Round)
	return nil
}

func (s *sheet) resolveVisit() error {
	if s.choice.School == "" {
		return WhichVisit
	}
	all := s.choice.visits(s.Book)
	switch {
	case len(all) == 0:
		return NothingPlanned
	case len(all) > 1:
		return WhichVisit
	}
	s.visit, s.school = all[0], s.School(all[0].School)
	s.round, _ = s.Round(s.visit.Round)
	return nil
}

// visits are those that the choice can mean. Of one school in one round that is
// the routine visit, where there is one.
func (c *PaperChoice) visits(b *inspection.Book) []inspection.VisitID {
	var all []inspection.VisitID
	for _, r := range b.Rounds() {
		if c.Round != 0 && c.Round != r.No {
			continue
		}
		for _, v := range b.VisitsIn(r.No) {
			if (c.School == "" || c.School == v.ID.School) && c.fits(b, v.ID) {
				all = append(all, v.ID)
			}
		}
	}
	return all
}

func (c *PaperChoice) fits(b *inspection.Book, v inspection.VisitID) bool {
	if c.Kind != 0 {
		return c.Kind == v.Kind
	}
	for kind := inspection.Routine; kind < v.Kind; kind++ {
		other := b.Visit(inspection.VisitID{Round: v.Round, Kind: kind, School: v.School})
		if kind != inspection.LookBack && (other.Planned || other.Begun != 0) {
			return false
		}
	}
	return v.Kind != inspection.LookBack
}

// Each are the choices of the single papers that a wider choice asks for: one a
// finding, a visit or a round.
func (c PaperChoice) Each(b *inspection.Book, kind PaperKind) []PaperChoice {
	var all []PaperChoice
	add := func(v inspection.VisitID, id inspection.FindingID) {
		one := c
		one.Round, one.School, one.Kind, one.Finding = v.Round, v.School, v.Kind, id
		all = append(all, one)
	}
	switch kind.Scope() {
	case OfCampaign:
		return []PaperChoice{c}
	case OfRound:
		for _, r := range b.Rounds() {
			if c.Round == 0 || c.Round == r.No {
				add(inspection.VisitID{Round: r.No, School: c.School, Kind: c.Kind}, c.Finding)
			}
		}
		return all
	}
	if kind.Scope() == OfFinding {
		for _, f := range c.findings(b) {
			add(f.Visit, f.ID)
		}
		return all
	}
	for _, v := range c.visits(b) {
		add(v, c.Finding)
	}
	return all
}

// findings are those chosen that stand in figures, by round, school and the
// order of raising, whatever kind of visit they were seen at.
func (c *PaperChoice) findings(b *inspection.Book) []inspection.Finding {
	if f, ok := b.Finding(c.Finding); ok { // need not be looked for
		return slices.DeleteFunc([]inspection.Finding{f}, func(f inspection.Finding) bool { return !c.picks(&f) })
	}
	var all []inspection.Finding
	for _, r := range b.Rounds() {
		if c.Round != 0 && c.Round != r.No {
			continue
		}
		for _, f := range b.FindingsIn(r.No) {
			if c.picks(&f) {
				all = append(all, f)
			}
		}
	}
	return all
}

func (c *PaperChoice) picks(f *inspection.Finding) bool {
	v := f.Visit
	return f.State.Counts() && (c.Finding == "" || c.Finding == f.ID) && (c.Round == 0 || c.Round == v.Round) &&
		(c.School == "" || c.School == v.School) && (c.Kind == 0 || c.Kind == v.Kind)
}

// longestName is how long a name in a folder may be, in bytes, well under what
// file systems take.
const longestName = 180

// FileName is a name for a paper that no folder objects to and that does not
// leave the folder, without what tells two papers of one folder apart.
func (c PaperChoice) FileName(b *inspection.Book, kind PaperKind) string {
	parts := []string{kind.In(inspection.Chinese)}
	if c.Round != 0 {
		parts = append(parts, fmt.Sprintf("第%d轮", c.Round))
	}
	if s := b.School(c.School); s != nil {
		parts = append(parts, string(s.Code), s.Name)
	}
	if c.Kind > inspection.Routine {
		parts = append(parts, c.Kind.In(inspection.Chinese))
	}
	if f, ok := b.Finding(c.Finding); ok {
		parts = append(parts, cmp.Or(f.Number.Printed, f.Title+"_"+string(f.ID)))
	}
	return safeName(strings.Join(parts, "_")) + ".docx"
}

// safeName keeps what file systems of all kinds take, in one piece.
func safeName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.ReplaceAll(inspection.Clean(s), "\n", " "))
	for len(s) > longestName {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.Trim(s, " .")
}

// adopted are the findings of the visit that may enter a paper, by 落实; those
// of none come last.
func (s *sheet) adopted() []inspection.Finding {
	var all []inspection.Finding
	for _, f := range s.FindingsAt(s.visit) {
		if f.State == inspection.Adopted {
			all = append(all, f)
		}
	}
	place := func(f inspection.Finding) int { return (int(f.Dimension) + 4) % 5 } // 0, outside all four, is last
	slices.SortStableFunc(all, func(x, y inspection.Finding) int {
		return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.Number.N, y.Number.N))
	})
	return all
}
