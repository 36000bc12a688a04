package inspection

import (
	"fmt"
	"slices"
)

// Submit judges handing a finding to the team (送审).
func (b *Book) Submit(id FindingID) (Fact, error) {
	now, err := b.inState(id, Draft, Returned)
	if err != nil {
		return Fact{}, err
	}
	if now.Facts == "" {
		return Fact{}, refuse(NoFacts, now.Title)
	}
	return b.decide(SentIn, now, Submitted, "")
}

// AdoptFinding judges adopting a finding (采用), which needs two undertakers. The
// device that holds the round's and team's numbering gives it a number; where
// nobody holds it yet, this one takes it. Elsewhere the finding waits for one
// (待编号).
func (b *Book) AdoptFinding(id FindingID, by DeviceID, opinion string) (Fact, error) {
	now, err := b.inState(id, Submitted)
	if err != nil {
		return Fact{}, err
	}
	if len(now.Undertakers) < 2 {
		return Fact{}, refuse(OneUndertaker, now.Title)
	}
	f, err := b.decide(Decided, now, Adopted, opinion)
	if err != nil {
		return Fact{}, err
	}
	if now.Number.N == 0 && b.mayNumber(now.Visit, by) {
		b.number(&f, now, by)
	}
	return f.sorted(), nil
}

// Return judges sending a finding back with a reason (退回).
func (b *Book) Return(id FindingID, opinion string) (Fact, error) {
	return b.turnDown(id, Returned, opinion)
}

// Reject judges not adopting a finding, with a reason (不采用).
func (b *Book) Reject(id FindingID, opinion string) (Fact, error) {
	return b.turnDown(id, Rejected, opinion)
}

func (b *Book) turnDown(id FindingID, to FindingState, opinion string) (Fact, error) {
	now, err := b.inState(id, Submitted)
	if err != nil {
		return Fact{}, err
	}
	if opinion, err = line(opinion); err != nil {
		return Fact{}, err
	}
	return b.decide(Decided, now, to, opinion)
}

// Merge judges that a finding is part of another of the same visit (并入). Its
// words and evidence stay its own; Unmerge brings it back.
func (b *Book) Merge(id, into FindingID) (Fact, error) {
	now, err := b.inState(id, Draft, Submitted, Returned, Adopted)
	if err != nil {
		return Fact{}, err
	}
	if b.fedBack(&now) {
		return Fact{}, refuse(FindingFrozen, now.Title)
	}
	target, ok := b.Finding(into)
	if !ok {
		return Fact{}, refuse(NoSuchFinding, string(into))
	}
	if id == into || target.Visit != now.Visit || !target.State.Counts() || b.leadsTo(into, id) {
		return Fact{}, refuse(CannotMerge, target.Title)
	}
	f, err := b.decide(Decided, now, Merged, "")
	b.change(&f, Register{Field: FindingInto, Visit: now.Visit, ID: string(id)}, Value{Text: string(into)})
	return f.sorted(), err
}

// Unmerge judges that a merged finding stands by itself again, handed in anew.
func (b *Book) Unmerge(id FindingID) (Fact, error) {
	now, err := b.inState(id, Merged)
	if err != nil {
		return Fact{}, err
	}
	f, err := b.decide(Decided, now, Submitted, "")
	b.change(&f, Register{Field: FindingInto, Visit: now.Visit, ID: string(id)}, Value{})
	return f.sorted(), err
}

func (b *Book) decide(kind Kind, now Finding, to FindingState, opinion string) (Fact, error) {
	opinion, err := text(opinion, MaxText)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: kind}
	b.set(&f, Register{Field: FindingStanding, Visit: now.Visit, ID: string(now.ID)}, Value{N: int64(to)})
	b.change(&f, Register{Field: FindingOpinion, Visit: now.Visit, ID: string(now.ID)}, Value{Text: opinion})
	return f.sorted(), nil
}

// inState is a finding that must be in one of some states.
func (b *Book) inState(id FindingID, states ...FindingState) (Finding, error) {
	now, ok := b.Finding(id)
	if !ok {
		return now, refuse(NoSuchFinding, string(id))
	}
	for _, s := range states {
		if now.State == s {
			return now, nil
		}
	}
	return now, refuse(WrongState, now.Title+"："+now.State.In(Chinese))
}

// leadsTo reports whether merging leads from one finding to another.
func (b *Book) leadsTo(from, to FindingID) bool {
	seen := map[FindingID]bool{}
	for from != "" && !seen[from] {
		if from == to {
			return true
		}
		seen[from] = true
		from = b.into(from)
	}
	return false
}

func (b *Book) into(id FindingID) FindingID {
	if state, ok := b.written(id); !ok || state != Merged {
		return ""
	}
	return FindingID(b.findings[id].value(FindingInto).Text)
}

// holds reports whether a finding can hold what was merged into it.
func (b *Book) holds(id FindingID) bool {
	state, ok := b.written(id)
	return ok && (state.Counts() || state == Merged)
}

// written is a finding's state as it was set down; ok is false when there is no
// such finding, or no longer.
func (b *Book) written(id FindingID) (state FindingState, ok bool) {
	s := b.findings[id]
	if s == nil {
		return 0, false
	}
	return FindingState(s.value(FindingStanding).N), !s.value(FindingTitle).IsZero()
}

// MergedInto are the findings that were merged into one, in the order of
// raising.
func (b *Book) MergedInto(id FindingID) []Finding {
	f, ok := b.Finding(id)
	if !ok {
		return nil
	}
	var all []Finding
	for _, g := range b.visits[f.Visit].findings {
		if b.into(g) != id {
			continue
		}
		if merged, _ := b.Finding(g); merged.Into == id {
			all = append(all, merged)
		}
	}
	slices.SortFunc(all, func(x, y Finding) int { return b.raised(x.ID).compare(b.raised(y.ID)) })
	return all
}

// readDecision fills in what the lead decided. A finding merged into one that no
// longer stands, or that another laptop merged into it, stands by itself, handed
// in: it would else be in no figure.
func (b *Book) readDecision(s *findingState, f *Finding) {
	f.Opinion = s.value(FindingOpinion).Text
	if f.State == Merged {
		f.Into = FindingID(s.value(FindingInto).Text)
		if !b.holds(f.Into) || b.leadsTo(f.Into, f.ID) {
			f.State, f.Into = Submitted, ""
		}
	}
	n := s.value(FindingNumber)
	f.Number = Number{N: int(n.N), Team: int(n.Of), Printed: n.Text}
}

// Hex is the device in hex. It is not String: that would change what %x prints.
func (d DeviceID) Hex() string { return fmt.Sprintf("%x", d[:]) }
