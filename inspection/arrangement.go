package inspection

import (
	"cmp"
	"fmt"
	"slices"
)

// MaxBatch is the highest number of a batch (批次) in a round.
const MaxBatch = 99

// Arrangement says who makes a visit and when. Parts that are nil stay as they
// are; zero takes a part away.
type Arrangement struct {
	Team, Batch *int
	From, To    *Day
}

// Arrange judges one arrangement for any number of visits, as one action.
func (b *Book) Arrange(a Arrangement, visits ...VisitID) (Fact, error) {
	f := Fact{Kind: Planned}
	for i, v := range visits {
		if err := b.visitable(v); err != nil {
			return Fact{}, err
		}
		if slices.Contains(visits[:i], v) {
			continue
		}
		if err := b.arrange(&f, v, a); err != nil {
			return Fact{}, err
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f.sorted(), nil
}

func (b *Book) arrange(f *Fact, v VisitID, a Arrangement) error {
	now := b.Visit(v)
	set(&now.Team, a.Team)
	set(&now.Batch, a.Batch)
	set(&now.From, a.From)
	set(&now.To, a.To)
	if err := b.checked(now); err != nil {
		return err
	}
	b.place(f, v, now)
	return nil
}

// checked refuses a team, a batch or days that cannot be.
func (b *Book) checked(v Visit) error {
	switch {
	case v.Team < 0 || v.Team > MaxTeam:
		return refuse(NoSuchTeam, fmt.Sprint(v.Team))
	case v.Batch < 0 || v.Batch > MaxBatch:
		return refuse(NoSuchBatch, fmt.Sprint(v.Batch))
	case v.From < 0 || v.To < 0 || v.From != 0 && v.To != 0 && v.To < v.From:
		return refuse(DaysReversed, b.School(v.ID.School).Name)
	case v.Parent > v.ID.Round:
		return refuse(BeforeParent, b.School(v.ID.School).Name)
	}
	return nil
}

func set[T any](to *T, v *T) {
	if v != nil {
		*to = *v
	}
}

// place writes who makes a visit and when.
func (b *Book) place(f *Fact, v VisitID, as Visit) {
	at := func(field Field, n int64) {
		b.change(f, Register{Field: field, Visit: v}, Value{N: n})
	}
	at(VisitTeam, int64(as.Team))
	at(VisitBatch, int64(as.Batch))
	at(VisitFrom, int64(as.From))
	at(VisitTo, int64(as.To))
}

// Move judges visits put into another round, as one action. What has work stays
// where the work was done.
func (b *Book) Move(to RoundNo, visits ...VisitID) (Fact, error) {
	f := Fact{Kind: Planned}
	for _, v := range visits {
		there := v
		there.Round = to
		if err := b.mayMove(v, there); err != nil {
			return Fact{}, err
		}
		b.shift(&f, v, there)
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f.sorted(), nil
}

// shift takes a visit out of one round and plans it in another.
func (b *Book) shift(f *Fact, v, there VisitID) {
	b.plan(f, v, 0)
	b.plan(f, there, 1)
	if parent := b.Visit(v).Parent; parent != 0 {
		b.change(f, Register{Field: VisitParent, Visit: there}, Value{N: int64(parent)})
	}
}

// mayMove refuses what has work, what is not planned here or is there already,
// and a look-back before the round that it looks back on.
func (b *Book) mayMove(v, there VisitID) error {
	if err := cmp.Or(b.known(v), b.plannable(there)); err != nil {
		return err
	}
	name := b.School(v.School).Name
	switch {
	case !b.Visit(v).Planned:
		return refuse(NotPlanned, name)
	case b.worked(v):
		return refuse(VisitHasWork, name)
	case b.Visit(v).Parent > there.Round:
		return refuse(BeforeParent, name)
	case b.Visit(there).Planned || b.Visit(there).Begun != 0:
		return refuse(AlreadyPlanned, name)
	}
	return nil
}

// Swap judges two schools changing places, as one action: each is visited in
// the other's round, by its team, in its batch and on its days.
func (b *Book) Swap(v, w VisitID) (Fact, error) {
	f := Fact{Kind: Planned}
	if v.School == w.School {
		return Fact{}, refuse(NothingToPlan, "")
	}
	vThere, wThere := v, w
	vThere.Round, wThere.Round = w.Round, v.Round
	if v.Round != w.Round {
		if err := cmp.Or(b.mayMove(v, vThere), b.mayMove(w, wThere)); err != nil {
			return Fact{}, err
		}
		b.shift(&f, v, vThere)
		b.shift(&f, w, wThere)
	} else if err := cmp.Or(b.visitable(v), b.visitable(w)); err != nil {
		return Fact{}, err
	}
	b.place(&f, vThere, b.Visit(w))
	b.place(&f, wThere, b.Visit(v))
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f.sorted(), nil
}
