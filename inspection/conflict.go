package inspection

import (
	"bytes"
	"cmp"
	"slices"
)

// Conflict is a register to which two hands wrote different things without
// seeing each other's. The first of its claims is the one shown.
type Conflict struct {
	Register Register
	Claims   []Claim
}

// Claim is one hand's word on a register.
type Claim struct {
	Dot    Dot
	Value  Value
	Author string
	Stamp  Stamp
}

// Conflicts lists what is disputed, for the lead to choose.
func (b *Book) Conflicts() []Conflict {
	all := make([]Conflict, 0, len(b.conflicts))
	for r := range b.conflicts {
		all = append(all, Conflict{Register: r, Claims: b.claims(r)})
	}
	slices.SortFunc(all, func(x, y Conflict) int { return x.Register.Compare(y.Register) })
	return all
}

func (b *Book) claims(r Register) []Claim {
	c := b.cells[r]
	heads := append([]head{c.top}, c.rest...)
	slices.SortFunc(heads, func(x, y head) int { return y.entry.compare(x.entry) })
	claims := make([]Claim, len(heads))
	for i, h := range heads {
		claims[i] = Claim{Dot: h.entry.Dot(), Value: h.write.Value, Author: h.entry.Author, Stamp: h.entry.Stamp}
	}
	return claims
}

// Disputed reports whether the register has concurrent, different values.
func (b *Book) Disputed(r Register) bool { return b.conflicts[r] }

// Choose judges that of a disputed register's claims the one of d holds.
func (b *Book) Choose(r Register, d Dot) (Fact, error) {
	if !b.conflicts[r] {
		return Fact{}, refuse(NoConflict, "")
	}
	for _, claim := range b.claims(r) {
		if claim.Dot == d {
			f := Fact{Kind: Chosen}
			b.set(&f, r, claim.Value)
			return f, nil
		}
	}
	return Fact{}, refuse(NoSuchEntry, "")
}

func (d Dot) compare(e Dot) int {
	return cmp.Or(
		bytes.Compare(d.Device[:], e.Device[:]),
		cmp.Compare(d.Seq, e.Seq),
		bytes.Compare(d.Mark[:], e.Mark[:]),
	)
}
