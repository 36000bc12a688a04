package inspection

import (
	"maps"
	"slices"
)

// Judge judges the verdicts of several items at a visit, as they come back from
// a paper checklist: one action, taken back as one. A verdict that stands
// already is not written again.
func (b *Book) Judge(v VisitID, all map[ItemCode]Verdict) (Fact, error) {
	f := Fact{Kind: Answered}
	for _, code := range slices.Sorted(maps.Keys(all)) {
		verdict := all[code]
		if err := b.answerable(v, code); err != nil {
			return Fact{}, err
		}
		if verdict == None || verdict >= verdicts {
			return Fact{}, refuse(NoSuchVerdict, string(code))
		}
		if b.AnswerAt(v, code).Verdict != verdict {
			b.set(&f, Register{Field: AnswerVerdict, Visit: v, Item: code}, Value{N: int64(verdict)})
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// At is the item at a place on the checklist, counted from 1, which is its
// number (序号) on paper; nil where the checklist has none.
func (c *Checklist) At(place int) *Item {
	for i := range c.Sections {
		if items := c.Sections[i].Items; place <= len(items) {
			if place < 1 {
				return nil
			}
			return &items[place-1]
		}
		place -= len(c.Sections[i].Items)
	}
	return nil
}
