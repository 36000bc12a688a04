package inspection

import (
	"cmp"
	"slices"
)

// Fate says what became of an item in another version of its checklist. It is
// not stored.
type Fate uint8

// The fates, those that answers do not survive unnoticed first.
const (
	Reused     Fate = iota // its code now stands for another thing
	Renumbered             // the same thing has another code
	Dropped                // it is gone
	SplitUp                // one became several
	Joined                 // several became one
	NewItem                // it was not there
	Reworded               // the same code says it in other words
	Confirmed              // only its basis was confirmed
	Moved                  // only its section or place is another
	Unchanged
	fates
)

// Fates are all fates in their order.
func Fates() []Fate {
	all := make([]Fate, 0, fates)
	for f := Fate(0); f < fates; f++ {
		all = append(all, f)
	}
	return all
}

// ListChange is what differs between two versions of a checklist. Every item of
// either stands in just one of its Items.
type ListChange struct {
	Was, Now *Checklist
	Items    []ItemChange    // in the order of Now, those gone at the end
	Sections []SectionChange // those that differ
}

// ItemChange is what became of one item; of several, where they were split or
// joined.
type ItemChange struct {
	Fate     Fate
	Was, Now []*Item
	Moved    bool       // to another section, or past others
	Parts    []Part     // that differ, of one item that became one
	Reuses   []ItemCode // codes of Now that stood for something else
}

// SectionChange is a section that came, went, or is called, numbered or framed
// differently; Was or Now is nil where there is none.
type SectionChange struct{ Was, Now *Section }

// Compare tells what became of each item of a checklist in another. Nil is a
// checklist without items. An item is found again by what it came from, by its
// code as long as it is about the same thing, by its words, and last by a code
// that goes on from that of one that is gone: 1.01 to 1.01a.
func Compare(was, now *Checklist) *ListChange {
	if was == nil {
		was = &Checklist{}
	}
	if now == nil {
		now = &Checklist{}
	}
	c := &ListChange{Was: was, Now: now}
	var sections map[int]int
	c.Sections, sections = compareSections(was, now)
	m := newMatching(was, now)
	for _, g := range m.groups() {
		c.Items = append(c.Items, m.change(g))
	}
	c.place(sections)
	for i := range c.Items {
		c.Items[i].Fate = c.Items[i].fate()
	}
	return c
}

// Same reports whether both are the same in every respect but their name and
// version.
func (c *ListChange) Same() bool {
	return len(c.Sections) == 0 && !slices.ContainsFunc(c.Items, func(i ItemChange) bool {
		return i.Fate != Unchanged || len(i.Parts) > 0
	})
}

// Count is how many items had a fate.
func (c *ListChange) Count(f Fate) int {
	n := 0
	for i := range c.Items {
		if c.Items[i].Fate == f {
			n++
		}
	}
	return n
}

// Codes are the codes that answers to a changed item may stand under.
func (c *ItemChange) Codes() []ItemCode {
	var all []ItemCode
	for _, it := range slices.Concat(c.Was, c.Now) {
		if !slices.Contains(all, it.Code) {
			all = append(all, it.Code)
		}
	}
	return all
}

func (c *ItemChange) one() bool { return len(c.Was) == 1 && len(c.Now) == 1 }

func (c *ItemChange) fate() Fate {
	switch {
	case len(c.Reuses) > 0:
		return Reused
	case len(c.Was) == 0:
		return NewItem
	case len(c.Now) == 0:
		return Dropped
	case len(c.Was) > 1:
		return Joined
	case len(c.Now) > 1:
		return SplitUp
	case c.Was[0].Code != c.Now[0].Code:
		return Renumbered
	case slices.Equal(c.Parts, []Part{PartState}) && c.Now[0].Confirmed:
		return Confirmed
	case len(c.Parts) > 0:
		return Reworded
	case c.Moved:
		return Moved
	}
	return Unchanged
}

// compareSections finds each section again by its name, else by its number.
func compareSections(was, now *Checklist) (changes []SectionChange, to map[int]int) {
	to = map[int]int{}
	back := map[int]*Section{}
	pair := func(same func(x, y *Section) bool) {
		for i := range was.Sections {
			for j := range now.Sections {
				x, y := &was.Sections[i], &now.Sections[j]
				if to[x.Number] == 0 && back[y.Number] == nil && same(x, y) {
					to[x.Number], back[y.Number] = y.Number, x
				}
			}
		}
	}
	pair(func(x, y *Section) bool { return x.Name == y.Name })
	pair(func(x, y *Section) bool { return x.Number == y.Number })
	for j := range now.Sections {
		y := &now.Sections[j]
		x := back[y.Number]
		if x == nil || x.Name != y.Name || x.Number != y.Number || x.Dimension != y.Dimension || x.Focus != y.Focus {
			changes = append(changes, SectionChange{x, y})
		}
	}
	for i := range was.Sections {
		if x := &was.Sections[i]; to[x.Number] == 0 {
			changes = append(changes, SectionChange{x, nil})
		}
	}
	return changes, to
}

// place finds which items were moved: those whose section is another, and the
// fewest that have to be taken out for the others to stand in their old order.
func (c *ListChange) place(sections map[int]int) {
	old := itemPlaces(c.Was)
	var ones []int // of c.Items
	var was []int
	for i := range c.Items {
		if one := &c.Items[i]; one.one() {
			one.Moved = sections[one.Was[0].Section] != one.Now[0].Section
			if !one.Moved {
				ones, was = append(ones, i), append(was, old[one.Was[0].Code])
			}
		}
	}
	stay := rising(was)
	for k, i := range ones {
		c.Items[i].Moved = !stay[k]
	}
}

func itemPlaces(c *Checklist) map[ItemCode]int {
	all := map[ItemCode]int{}
	c.Items(func(_ *Section, it *Item) { all[it.Code] = len(all) + 1 })
	return all
}

// rising marks a longest part of a row of different numbers that rises.
func rising(row []int) []bool {
	var ends []int // of runs of length 1, 2, …: the index of the lowest last number
	before := make([]int, len(row))
	for i, n := range row {
		at, _ := slices.BinarySearchFunc(ends, n, func(j, n int) int { return cmp.Compare(row[j], n) })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		ends = append(ends[:at], append([]int{i}, ends[min(at+1, len(ends)):]...)...)
	}
	in := make([]bool, len(row))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	return in
}
