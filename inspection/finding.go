package inspection

import (
	"slices"
)

// FindingID names a finding for good; its number on paper comes later.
type FindingID string

// FindingState says how far a finding has come. Stored: add at the end.
type FindingState uint8

// The states.
const (
	_             FindingState = iota
	Draft                      // 草稿
	Withdrawn                  // 撤回
	Submitted                  // 送审
	Adopted                    // 采用
	Returned                   // 退回
	Rejected                   // 不采用
	Merged                     // 并入
	findingStates              // not stored
)

// Counts reports whether a finding in this state stands in figures.
func (s FindingState) Counts() bool {
	return s != Withdrawn && s != Rejected && s != Merged
}

// Finding (问题) is a problem seen at a visit.
type Finding struct {
	ID    FindingID
	Visit VisitID
	Item  ItemCode // empty when it was seen outside the checklist
	Title string
	Facts string // time, place, people by post, figures
	State FindingState
	Details
	Opinion string    // why the lead decided so
	Into    FindingID // what it was merged into
	Number  Number

	Stamp  Stamp  // of the title shown
	Author string // of the title shown
}

type findingState struct {
	visit    VisitID
	home     bool // visit is known
	entries  []*Entry
	cells    [RectifyReopened - FindingTitle + 1]*cell // its registers, at hand for the ledger
	progress map[string]bool                           // names of its progress entries
	proof    map[Register]bool                         // evidence that it was put right

	row     *LedgerRow // its line in the ledger, if it has one
	read    bool       // row is up to date
	listed  *LedgerRow // the line that the ledger has of it
	changed bool       // listed among those that changed since
}

// value is what one of the finding's registers shows.
func (s *findingState) value(field Field) Value {
	if c := s.cells[field-FindingTitle]; c != nil && c.top.write != nil {
		return c.top.write.Value
	}
	return Value{}
}

// Raise judges a new finding; item may be empty.
func (b *Book) Raise(id FindingID, v VisitID, item ItemCode, title, facts string) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	if item != "" {
		if err := b.answerable(v, item); err != nil {
			return Fact{}, err
		}
	}
	if s := b.findings[id]; id == "" || s != nil && s.home {
		return Fact{}, refuse(FindingExists, string(id))
	}
	f := Fact{Kind: Raised}
	if err := b.word(&f, id, v, title, facts); err != nil {
		return Fact{}, err
	}
	if item != "" {
		b.set(&f, Register{Field: FindingItem, Visit: v, ID: string(id)}, Value{Text: string(item)})
	}
	b.set(&f, Register{Field: FindingStanding, Visit: v, ID: string(id)}, Value{N: int64(Draft)})
	b.bring(&f, id, v, item)
	return f.sorted(), nil
}

// word writes those of a finding's words that differ from the ones shown.
func (b *Book) word(f *Fact, id FindingID, v VisitID, title, facts string) error {
	title, err := line(title)
	if err != nil {
		return err
	}
	facts, err = text(facts, MaxText)
	if err != nil {
		return err
	}
	b.change(f, Register{Field: FindingTitle, Visit: v, ID: string(id)}, Value{Text: title})
	b.change(f, Register{Field: FindingFacts, Visit: v, ID: string(id)}, Value{Text: facts})
	return nil
}

// Revise judges new words for a finding.
func (b *Book) Revise(id FindingID, title, facts string) (Fact, error) {
	now, err := b.draft(id)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Revised}
	if err := b.word(&f, id, now.Visit, title, facts); err != nil {
		return Fact{}, err
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, now.Title)
	}
	return f.sorted(), nil
}

// Withdraw judges taking a finding out of all figures. Its words stay.
func (b *Book) Withdraw(id FindingID) (Fact, error) {
	now, err := b.draft(id)
	if err != nil {
		return Fact{}, err
	}
	return b.restate(now, Withdrawn), nil
}

// Restore judges taking a withdrawal back.
func (b *Book) Restore(id FindingID) (Fact, error) {
	now, ok := b.Finding(id)
	if !ok {
		return Fact{}, refuse(NoSuchFinding, string(id))
	}
	if now.State != Withdrawn {
		return Fact{}, refuse(FindingNotWithdrawn, now.Title)
	}
	return b.restate(now, Draft), nil
}

func (b *Book) restate(now Finding, state FindingState) Fact {
	f := Fact{Kind: Revised}
	b.set(&f, Register{Field: FindingStanding, Visit: now.Visit, ID: string(now.ID)}, Value{N: int64(state)})
	return f
}

// draft is a finding whose words may still change: until it is fed back, unless
// it was put away.
func (b *Book) draft(id FindingID) (Finding, error) {
	now, ok := b.Finding(id)
	if !ok {
		return now, refuse(NoSuchFinding, string(id))
	}
	switch {
	case now.State == Withdrawn:
		return now, refuse(FindingWithdrawn, now.Title)
	case now.State == Rejected || now.State == Merged:
		return now, refuse(FindingDecided, now.Title)
	case b.fedBack(&now):
		return now, refuse(FindingFrozen, now.Title)
	}
	return now, nil
}

// Finding is the finding that id names. One whose raising was undone is gone.
func (b *Book) Finding(id FindingID) (Finding, bool) {
	s := b.findings[id]
	if s == nil || s.value(FindingTitle).IsZero() {
		return Finding{}, false
	}
	title := s.cells[0].top
	f := Finding{
		ID: id, Visit: s.visit, Title: title.write.Value.Text, Facts: s.value(FindingFacts).Text,
		Item: ItemCode(s.value(FindingItem).Text), State: FindingState(s.value(FindingStanding).N),
		Details: s.details(), Stamp: title.entry.Stamp, Author: title.entry.Author,
	}
	b.readDecision(s, &f)
	return f, true
}

// FindingsAt are the findings of a visit, those that stand in no figure last,
// each group in the order of raising.
func (b *Book) FindingsAt(v VisitID) []Finding {
	s := b.visits[v]
	if s == nil {
		return nil
	}
	var all []Finding
	for _, id := range s.findings {
		if f, ok := b.Finding(id); ok {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(x, y Finding) int {
		switch in := x.State.Counts(); {
		case in == y.State.Counts():
			return b.raised(x.ID).compare(b.raised(y.ID))
		case in:
			return -1
		}
		return 1
	})
	return all
}

// raised is the earliest entry that wrote a finding.
func (b *Book) raised(id FindingID) *Entry {
	all := b.findings[id].entries
	first := all[0]
	for _, e := range all[1:] {
		if e.compare(first) < 0 {
			first = e
		}
	}
	return first
}

// FindingsIn are the findings of a round, in the order of its schools.
func (b *Book) FindingsIn(n RoundNo) []Finding {
	var all []Finding
	for _, v := range b.VisitsIn(n) {
		all = append(all, b.FindingsAt(v.ID)...)
	}
	return all
}
