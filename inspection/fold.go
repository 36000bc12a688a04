package inspection

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// What follows keeps the nouns in step with their registers: touched is called
// for each write, and throws away what has to be read or counted anew.

type schoolState struct {
	school  *School // nil when it has to be read again
	off     bool    // it was taken off the roster
	entries []*Entry
}

type listState struct {
	items    map[ItemCode]bool
	sections map[string]bool
	list     *Checklist // nil when it has to be read again
}

type visitState struct {
	visit    Visit
	known    bool // visit is as its registers are
	entries  []*Entry
	findings []FindingID
	tally    *VisitTally // nil when it has to be counted again
	epoch    uint64
	counted  *VisitTally // what the round's tally holds of it
	stale    bool        // listed in its round's stale

	evidence map[EvidenceID]map[Register]bool // the links of each file
	works    map[Register]bool                // talks, papers and clues
}

func (b *Book) touched(r Register, c *cell, e *Entry) {
	switch {
	case r.Field >= SchoolName && r.Field <= SchoolNote, r.Field == SchoolClosed, r.Field == SchoolGroup:
		b.touchSchool(r.Visit.School, e)
	case r.Field >= ChecklistTitle && r.Field <= ItemTypical, r.Field == ItemFrom:
		b.touchList(r)
	case r.Field >= RoundTitle && r.Field <= RoundChecklist:
		b.round(r.Visit.Round)
		b.epoch++
	case r.Field == NumberHolder || r.Field == RoundDeadlines:
	case r.Field >= MemberName && r.Field <= MemberTeam:
		b.members[MemberID(r.ID)] = true
		b.untie()
	case r.Field >= VisitPlanned && r.Field <= VisitTo:
		b.touchVisit(r, c, e)
	}
}

func (b *Book) touchVisit(r Register, c *cell, e *Entry) {
	s := b.trace(r.Visit, e)
	switch {
	case r.Field <= VisitParent, r.Field == VisitTeam, r.Field >= VisitBatch && r.Field <= VisitTo:
		s.known = false
		round := b.round(r.Visit.Round)
		round.there, round.tied = nil, false
		if school := b.schools[r.Visit.School]; school != nil && school.off {
			b.roster = nil // a visit brings its school back, see [Book.School]
		}
	case r.Field >= AnswerVerdict && r.Field <= AnswerChecked:
		b.round(r.Visit.Round).answered(r.Item)
	case r.Field >= FindingTitle && r.Field <= RectifyReopened:
		b.touchFinding(r, c, e)
	case r.Field == LookBackAnswer:
		f := b.finding(FindingID(r.ID))
		f.entries = note(f.entries, e)
	case r.Field >= EvidenceFile && r.Field <= EvidenceProves:
		b.touchEvidence(s, r, e)
	case r.Field >= TalkPost && r.Field <= ClueHanded:
		if s.works == nil {
			s.works = map[Register]bool{}
		}
		s.works[r] = true
	}
}

// touchEvidence remembers the links of a file at a visit.
func (b *Book) touchEvidence(s *visitState, r Register, e *Entry) {
	id := EvidenceID(r.ID)
	if s.evidence == nil {
		s.evidence = map[EvidenceID]map[Register]bool{}
	}
	if s.evidence[id] == nil {
		s.evidence[id] = map[Register]bool{}
	}
	switch r.Field {
	case EvidenceFile:
		for link := range s.evidence[id] {
			if link.Field == EvidenceProves { // a proof is one only while its file is there
				b.stale(FindingID(link.Item))
			}
		}
	case EvidenceAtItem:
		s.evidence[id][r] = true
	case EvidenceAtFinding, EvidenceProves:
		s.evidence[id][r] = true
		b.touchLink(r, e)
	}
}

func (b *Book) touchLink(r Register, e *Entry) {
	f := b.stale(FindingID(r.Item))
	f.entries = note(f.entries, e)
	if r.Field != EvidenceProves {
		return
	}
	if f.proof == nil {
		f.proof = map[Register]bool{}
	}
	f.proof[r] = true
}

func (b *Book) touchSchool(code SchoolCode, e *Entry) {
	s := b.schools[code]
	if s == nil {
		s = &schoolState{}
		b.schools[code] = s
	}
	s.school = nil
	s.entries = note(s.entries, e)
	b.roster = nil
	b.epoch++
	for _, r := range b.rounds {
		r.sorted, r.tied = false, false
	}
}

func (b *Book) touchList(r Register) {
	l := b.lists[ChecklistID(r.ID)]
	if l == nil {
		l = &listState{items: map[ItemCode]bool{}, sections: map[string]bool{}}
		b.lists[ChecklistID(r.ID)] = l
	}
	l.list = nil
	b.epoch++
	switch {
	case r.Field == SectionName:
		l.sections[string(r.Item)] = true
	case r.Item != "":
		l.items[r.Item] = true
	}
}

func (b *Book) round(n RoundNo) *roundState {
	s := b.rounds[n]
	if s == nil {
		s = &roundState{}
		b.rounds[n] = s
	}
	return s
}

func (s *roundState) answered(code ItemCode) {
	if s.codes == nil {
		s.codes = map[ItemCode]bool{}
	}
	s.codes[code] = true
}

// trace files an entry under the visit that it is about.
func (b *Book) trace(v VisitID, e *Entry) *visitState {
	s := b.visits[v]
	if s == nil {
		s = &visitState{}
		b.visits[v] = s
		r := b.round(v.Round)
		r.visits, r.sorted = append(r.visits, v), false
	}
	s.tally = nil
	if !s.stale {
		s.stale = true
		r := b.round(v.Round)
		r.stale = append(r.stale, v)
	}
	s.entries = note(s.entries, e)
	return s
}

// note adds an entry to a list, once for all its writes.
func note(all []*Entry, e *Entry) []*Entry {
	if n := len(all); n > 0 && all[n-1] == e {
		return all
	}
	return append(all, e)
}

func (b *Book) touchFinding(r Register, c *cell, e *Entry) {
	id := FindingID(r.ID)
	f := b.stale(id)
	if !f.home {
		f.home, f.visit = true, r.Visit
		b.visits[r.Visit].findings = append(b.visits[r.Visit].findings, id)
	}
	f.entries = note(f.entries, e)
	if r.Visit == f.visit {
		f.cells[r.Field-FindingTitle] = c
	}
	switch r.Field {
	case RectifyProgress:
		if f.progress == nil {
			f.progress = map[string]bool{}
		}
		f.progress[string(r.Item)] = true
	case FindingNumber:
		if w := e.write(r); w != nil {
			b.touchNumber(r, w.Value)
		}
	}
}

// finding is the state of a finding, which others may speak of before it has
// arrived.
func (b *Book) finding(id FindingID) *findingState {
	f := b.findings[id]
	if f == nil {
		f = &findingState{}
		b.findings[id] = f
	}
	return f
}

// stale is the state of a finding whose line in the ledger has to be read again.
func (b *Book) stale(id FindingID) *findingState {
	f := b.finding(id)
	f.read = false
	if b.ledger != nil && !f.changed {
		f.changed = true
		b.changed = append(b.changed, id)
	}
	return f
}

// School is the school of a code, or nil. It must not be changed.
func (b *Book) School(code SchoolCode) *School {
	s := b.schools[code]
	if s == nil {
		return nil
	}
	if s.school == nil {
		s.school = b.readSchool(code)
		s.off = b.value(Register{Field: SchoolClosed, Visit: VisitID{School: code}}) == offRoster
	}
	if s.school.Name == "" || s.off && len(b.VisitsTo(code)) == 0 {
		return nil // its entering was undone, or it was taken off
	}
	return s.school
}

func (b *Book) readSchool(code SchoolCode) *School {
	at := func(field Field) Value {
		return b.value(Register{Field: field, Visit: VisitID{School: code}})
	}
	traits := at(SchoolTraits)
	return &School{
		Code:      code,
		Name:      at(SchoolName).Text,
		Stage:     Stage(at(SchoolStage).N),
		Ownership: Ownership(at(SchoolOwnership).N),
		Traits:    Traits(traits.N),
		Known:     Traits(traits.Of),
		Area:      at(SchoolArea).Text,
		Note:      at(SchoolNote).Text,
		Order:     int(at(SchoolOrder).N),
		Group:     at(SchoolGroup).Text,
		Closed:    Day(at(SchoolClosed).N),
	}
}

// Codes are the codes of the campaign's schools, in their order. They must not
// be changed.
func (b *Book) Codes() []SchoolCode {
	if b.roster == nil {
		b.roster = make([]SchoolCode, 0, len(b.schools))
		for code := range b.schools {
			if b.School(code) != nil {
				b.roster = append(b.roster, code)
			}
		}
		slices.SortFunc(b.roster, b.bySchool)
	}
	return slices.Clip(b.roster)
}

// Roster is the campaign's schools in their order.
func (b *Book) Roster() Roster {
	r := make(Roster, len(b.Codes()))
	for i, code := range b.roster {
		r[i] = *b.School(code)
	}
	return r
}

func (b *Book) bySchool(x, y SchoolCode) int {
	return cmp.Or(cmp.Compare(b.order(x), b.order(y)), strings.Compare(string(x), string(y)))
}

func (b *Book) byRoster(x, y VisitID) int {
	return cmp.Or(b.bySchool(x.School, y.School), x.Compare(y))
}

func (b *Book) order(code SchoolCode) int {
	if s := b.School(code); s != nil {
		return s.Order
	}
	return 1 << 30
}

// ChecklistOf is the checklist of a round, or nil. It must not be changed.
func (b *Book) ChecklistOf(n RoundNo) *Checklist {
	r, _ := b.Round(n)
	return b.Checklist(r.Checklist)
}

// Checklist is the checklist of an ID, or nil. It must not be changed.
func (b *Book) Checklist(id ChecklistID) *Checklist {
	l := b.lists[id]
	if l == nil {
		return nil
	}
	if l.list == nil {
		l.list = b.readList(id, l)
	}
	if l.list.Len() == 0 {
		return nil
	}
	return l.list
}

func (b *Book) readList(id ChecklistID, l *listState) *Checklist {
	c := &Checklist{ID: id, Title: b.value(Register{Field: ChecklistTitle, ID: string(id)}).Text}
	for key := range l.sections {
		v := b.value(Register{Field: SectionName, Item: ItemCode(key), ID: string(id)})
		if n := sectionNumber(key); n > 0 && !v.IsZero() {
			c.Sections = append(c.Sections, Section{
				Number: n, Name: v.Text, Dimension: Dimension(v.N), Focus: Focus(v.Of),
			})
		}
	}
	slices.SortFunc(c.Sections, func(x, y Section) int { return cmp.Compare(x.Number, y.Number) })
	b.readItems(c, l)
	return c
}

func (b *Book) readItems(c *Checklist, l *listState) {
	type placed struct {
		place int64
		item  Item
	}
	var all []placed
	for code := range l.items {
		if place, it := b.readItem(c.ID, code); it.Title != "" {
			all = append(all, placed{place, it})
		}
	}
	slices.SortFunc(all, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.place, y.place), strings.Compare(string(x.item.Code), string(y.item.Code)))
	})
	for _, p := range all {
		if s := c.Section(p.item.Section); s != nil {
			s.Items = append(s.Items, p.item)
		}
	}
}

func (b *Book) readItem(id ChecklistID, code ItemCode) (place int64, it Item) {
	at := func(field Field) Value {
		return b.value(Register{Field: field, Item: code, ID: string(id)})
	}
	title, basis := at(ItemTitle), at(ItemBasis)
	return title.N, Item{
		Code:      code,
		Title:     title.Text,
		Look:      at(ItemLook).Text,
		Applies:   Conditions(at(ItemApplies).N),
		Basis:     basis.Text,
		Confirmed: basis.N == 1,
		Methods:   Methods(at(ItemMethods).N),
		Papers:    lines(at(ItemPapers).Text),
		Typical:   at(ItemTypical).Text,
		From:      codesOf(at(ItemFrom).Text),
		Section:   int(title.Of),
	}
}

func sectionKey(n int) string { return strconv.Itoa(n) }

func sectionNumber(key string) int {
	n, err := strconv.Atoi(key)
	if err != nil {
		return 0
	}
	return n
}
