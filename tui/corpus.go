package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xuncha/inspection"
)

// findKind says what was found.
type findKind uint8

const (
	findSchool findKind = iota
	findItem
	findFinding
	findMeasure
	findNote
	findEvidence
	findKinds
)

// leaf is one thing that can be found: by its name, also in pinyin, and by its
// text.
type leaf struct {
	kind findKind
	spot spot
	name []uint16 // as the speller has it
	text string   // folded
}

// tree is what a visit has of the corpus, and how many entries it was read from.
type tree struct {
	visit  inspection.VisitID
	read   int
	seen   int // the corpus's own read, when this was last known to be up to date
	leaves []leaf
}

// corpus is everything that can be searched. It is read when somebody searches,
// a part at a time, and of what was read before only the visits to which
// something was added are read again.
type corpus struct {
	speller speller
	read    int    // entries that what follows rests on, plus one
	epoch   uint64 // of the book then
	roots   []leaf // schools, then items; a school is spelled when it is looked at
	schools map[inspection.SchoolCode]int
	visits  []*tree // those of the latest round first
	trees   map[inspection.VisitID]*tree
}

// refresh lists the schools, items and visits again, if the book has changed.
func (c *corpus) refresh(b *inspection.Book) {
	if c.read == b.Len()+1 {
		return
	}
	c.read = b.Len() + 1
	if c.trees == nil || c.epoch != b.Epoch() {
		c.epoch = b.Epoch()
		c.readSchools(b)
		c.readItems(b)
	}
	c.listVisits(b)
}

// readSchools lists the schools; what was read of their visits is read anew.
func (c *corpus) readSchools(b *inspection.Book) {
	codes := b.Codes()
	c.roots = make([]leaf, len(codes), len(codes)+200)
	c.trees, c.schools = nil, make(map[inspection.SchoolCode]int, len(codes))
	for i, code := range codes {
		c.schools[code] = i
		c.roots[i] = leaf{kind: findSchool, spot: spot{visit: inspection.VisitID{School: code}}}
	}
}

// listVisits lists the visits, and keeps what was read of them.
func (c *corpus) listVisits(b *inspection.Book) {
	rounds, n := b.Rounds(), 0
	slices.Reverse(rounds)
	for _, r := range rounds {
		n += len(b.VisitsIn(r.No))
	}
	if c.trees == nil {
		c.trees = make(map[inspection.VisitID]*tree, n)
	}
	c.visits = make([]*tree, 0, n)
	fresh := make([]tree, n-min(n, len(c.trees)))
	for _, r := range rounds {
		for _, v := range b.VisitsIn(r.No) {
			t := c.trees[v.ID]
			if t == nil {
				t, fresh = oneOf(fresh)
				t.visit = v.ID
				c.trees[v.ID] = t
			}
			c.visits = append(c.visits, t)
		}
	}
}

// oneOf is the first of some trees that were made together, or a new one.
func oneOf(trees []tree) (*tree, []tree) {
	if len(trees) == 0 {
		return &tree{}, nil
	}
	return &trees[0], trees[1:]
}

// root is a school or an item, and what it cost to get it.
func (c *corpus) root(b *inspection.Book, i int) (l *leaf, cost int) {
	l = &c.roots[i]
	if l.name == nil {
		s := b.School(l.spot.visit.School)
		l.name, l.text = c.spell(s.Name, string(s.Code)), flat(s.Area+s.Note)
		cost = spellingLeaf
	}
	return l, cost
}

// readItems takes the items of each checklist once, in the latest round that
// has it.
func (c *corpus) readItems(b *inspection.Book) {
	rounds, seen := b.Rounds(), map[inspection.ChecklistID]bool{}
	slices.Reverse(rounds)
	for _, r := range rounds {
		list := b.Checklist(r.Checklist)
		if list == nil || seen[r.Checklist] {
			continue
		}
		seen[r.Checklist] = true
		list.Items(func(_ *inspection.Section, it *inspection.Item) {
			c.roots = append(c.roots, leaf{
				kind: findItem, spot: spot{visit: inspection.VisitID{Round: r.No}, item: it.Code},
				name: c.spell(it.Title, string(it.Code)), text: flat(itemText(it)),
			})
		})
	}
}

// itemText is all of an item but its title.
func itemText(it *inspection.Item) string {
	return strings.Join(append([]string{it.Look, it.Basis, it.Typical}, it.Papers...), "\n")
}

// at are the leaves of a visit, and what it cost to get them.
func (c *corpus) at(b *inspection.Book, i int) (t *tree, cost int) {
	t = c.visits[i]
	if t.seen == c.read {
		return t, 0
	}
	t.seen = c.read
	if n := b.Touched(t.visit); t.read != n {
		t.read, t.leaves = n, c.readVisit(b, t.visit)
		return t, n + spellingLeaf*(1+len(t.leaves))
	}
	return t, readingLeaf
}

func (c *corpus) readVisit(b *inspection.Book, v inspection.VisitID) []leaf {
	var all []leaf
	for _, f := range b.FindingsAt(v) {
		at := spot{visit: v, item: f.Item, finding: f.ID}
		all = append(all, leaf{kind: findFinding, spot: at, name: c.spell(f.Title, f.Number.Printed), text: flat(f.Facts + f.Basis)})
		if words := measureText(b, &f); words != "" {
			all = append(all, leaf{kind: findMeasure, spot: at, text: flat(words)})
		}
	}
	for _, n := range b.NotesAt(v) {
		all = append(all, leaf{kind: findNote, spot: spot{visit: v, item: n.Item}, text: flat(n.Note)})
	}
	for _, e := range b.EvidenceAt(v) {
		at := spot{visit: v, file: e.ID}
		if len(e.Items) > 0 {
			at.item = e.Items[0]
		}
		if len(e.Findings) > 0 {
			at.finding = e.Findings[0]
		}
		all = append(all, leaf{kind: findEvidence, spot: at, text: flat(e.Caption + e.Name)})
	}
	return all
}

// measureText is what was to be done about a finding and was.
func measureText(b *inspection.Book, f *inspection.Finding) string {
	r := b.Rectification(f)
	if r.FedBack == 0 {
		return ""
	}
	words := []string{r.Measures, r.Goal, r.Cause, r.Inference, r.Leader, r.Department, r.Person}
	for _, p := range r.Progress {
		words = append(words, p.Text)
	}
	return strings.Trim(strings.Join(words, "\n"), "\n")
}

// spell is names as signs, parted so that nothing is found across them.
func (c *corpus) spell(names ...string) []uint16 {
	var signs []uint16
	for _, name := range names {
		for _, r := range folded(name) {
			signs = append(signs, c.speller.number(r))
		}
		signs = append(signs, 0)
	}
	return signs
}

// flat is a text as it is compared, see folded. Most texts are so already, and
// then cost no memory.
func flat(s string) string {
	for i, r := range s {
		if unicode.IsSpace(r) || r >= utf8.RuneSelf && (r >= 0xFF01 && r <= 0xFF5E || r == 'Ü' || r == 'ü') || unicode.IsUpper(r) {
			return s[:i] + string(folded(s[i:]))
		}
	}
	return s
}
