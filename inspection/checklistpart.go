package inspection

import (
	"slices"
	"strings"
)

// Part is one of the parts of an item, as a checklist's columns have them. It
// is not stored.
type Part uint8

// The parts, in the order of the columns.
const (
	PartTitle Part = iota
	PartLook
	PartApplies
	PartBasis
	PartState // 依据状态
	PartMethods
	PartPapers
	PartTypical
	PartFrom
	parts
)

// Of is what an item has in a part, in words.
func (p Part) Of(it *Item, l Language) string {
	mark := term{"、", ", "}.in(l)
	switch p {
	case PartTitle:
		return it.Title
	case PartLook:
		return it.Look
	case PartApplies:
		return it.Applies.In(l)
	case PartBasis:
		return it.Basis
	case PartState:
		return stateOfBasis(it.Confirmed).in(l)
	case PartMethods:
		return it.Methods.In(l)
	case PartPapers:
		return strings.Join(it.Papers, term{"；", "; "}.in(l))
	case PartTypical:
		return it.Typical
	}
	return strings.ReplaceAll(fromText(it.From), "\n", mark)
}

func stateOfBasis(confirmed bool) term {
	if confirmed {
		return term{"已核", "confirmed"}
	}
	return term{"待核", "to be confirmed"}
}

// partsThatDiffer are those that two items do not share.
func partsThatDiffer(x, y *Item) []Part {
	var all []Part
	for p := PartTitle; p < parts; p++ {
		same := p.Of(x, Chinese) == p.Of(y, Chinese)
		if p == PartPapers {
			same = slices.Equal(x.Papers, y.Papers)
		}
		if !same {
			all = append(all, p)
		}
	}
	return all
}

var partTerms = []term{
	{"要点", "item"}, {"看什么", "what to look at"}, {"适用", "applies to"}, {"依据", "basis"}, {"依据状态", "state of basis"},
	{"方式", "methods"}, {"资料", "papers"}, {"典型问题", "typical problem"}, {"原编号", "came from"},
}

// In names the part.
func (p Part) In(l Language) string { return named(partTerms, p, l) }

var fateTerms = []term{
	{"编号换了所指", "code for another thing"}, {"改编号", "renumbered"}, {"删去", "removed"}, {"拆分", "split"}, {"合并", "joined"},
	{"新增", "added"}, {"改写", "reworded"}, {"依据已核", "basis confirmed"}, {"移动", "moved"}, {"不变", "unchanged"},
}

// In names the fate.
func (f Fate) In(l Language) string { return named(fateTerms, f, l) }
