package inspection

import (
	"slices"
	"strings"
	"unicode"
)

// matching finds the items of one checklist again in another: which came from
// which.
type matching struct {
	was, now []*Item
	old      map[ItemCode]int // place in was
	to, from [][]int          // the links of each item of was and of now
	gone     []bool           // of was: found again beyond doubt
	come     []bool           // of now: the same
}

func newMatching(was, now *Checklist) *matching {
	m := &matching{old: map[ItemCode]int{}}
	was.Items(func(_ *Section, it *Item) {
		m.old[it.Code] = len(m.was)
		m.was = append(m.was, it)
	})
	now.Items(func(_ *Section, it *Item) { m.now = append(m.now, it) })
	m.to, m.from = make([][]int, len(m.was)), make([][]int, len(m.now))
	m.gone, m.come = make([]bool, len(m.was)), make([]bool, len(m.now))
	m.each(m.byFrom)
	m.each(m.byCode(sameWords))
	m.byWords()
	m.each(m.byCode(alike))
	m.byPrefix()
	return m
}

func (m *matching) each(f func(j int, it *Item)) {
	for j, it := range m.now {
		f(j, it)
	}
}

func (m *matching) link(i, j int) {
	if !slices.Contains(m.to[i], j) {
		m.to[i], m.from[j] = append(m.to[i], j), append(m.from[j], i)
	}
}

// byFrom follows what an item says it came from. What it said of the version
// before already is history.
func (m *matching) byFrom(j int, it *Item) {
	var known []ItemCode
	if i, ok := m.old[it.Code]; ok {
		known = m.was[i].From
	}
	for _, code := range it.From {
		if i, ok := m.old[code]; ok && (code == it.Code || !slices.Contains(known, code)) {
			m.link(i, j)
		}
	}
}

// byCode finds the item of the same code, if it is about the same thing. It may
// be so even though it says that it came from another, or another came from it.
func (m *matching) byCode(same func(x, y *Item) bool) func(int, *Item) {
	return func(j int, it *Item) {
		if i, ok := m.old[it.Code]; ok && !m.come[j] && !m.gone[i] && same(m.was[i], it) {
			m.link(i, j)
		}
	}
}

// byWords finds items that have a new code and not a new word in their title,
// or in what to look at. That is beyond doubt.
func (m *matching) byWords() {
	for _, of := range []func(*Item) string{
		func(it *Item) string { return it.Title },
		func(it *Item) string { return it.Look },
	} {
		old := map[string][]int{}
		for i, it := range m.was {
			if words := essence(of(it)); len(m.to[i]) == 0 && words != "" {
				old[words] = append(old[words], i)
			}
		}
		m.each(func(j int, it *Item) {
			if at := old[essence(of(it))]; len(m.from[j]) == 0 && len(at) == 1 && len(m.to[at[0]]) == 0 {
				m.link(at[0], j)
				m.gone[at[0]], m.come[j] = true, true
			}
		})
	}
}

// byPrefix finds what is left of an item that is gone, by codes that go on from
// its own.
func (m *matching) byPrefix() {
	for i, was := range m.was {
		if len(m.to[i]) > 0 {
			continue
		}
		m.each(func(j int, it *Item) {
			rest, ok := strings.CutPrefix(string(it.Code), string(was.Code))
			if _, old := m.old[it.Code]; ok && rest != "" && (rest[0] < '0' || rest[0] > '9') && len(m.from[j]) == 0 && !old {
				m.link(i, j)
			}
		})
	}
}

// group is items that hang together, by their places.
type group struct{ was, now []int }

// groups are all of them, in the order of now, those gone at the end.
func (m *matching) groups() []group {
	var all []group
	seen := map[int]bool{} // of now
	for j := range m.now {
		if !seen[j] {
			g := group{now: []int{j}}
			m.gather(&g)
			for _, k := range g.now {
				seen[k] = true
			}
			all = append(all, g)
		}
	}
	for i := range m.was {
		if len(m.to[i]) == 0 {
			all = append(all, group{was: []int{i}})
		}
	}
	return all
}

// gather adds to a group all that is linked to it.
func (m *matching) gather(g *group) {
	for was, now := 0, 0; was < len(g.was) || now < len(g.now); {
		if now < len(g.now) {
			g.was = union(g.was, m.from[g.now[now]])
			now++
			continue
		}
		g.now = union(g.now, m.to[g.was[was]])
		was++
	}
	slices.Sort(g.was)
	slices.Sort(g.now)
}

func union(x, y []int) []int {
	for _, n := range y {
		if !slices.Contains(x, n) {
			x = append(x, n)
		}
	}
	return x
}

func (m *matching) change(g group) ItemChange {
	var c ItemChange
	for _, i := range g.was {
		c.Was = append(c.Was, m.was[i])
	}
	for _, j := range g.now {
		c.Now = append(c.Now, m.now[j])
		if i, ok := m.old[m.now[j].Code]; ok && !slices.Contains(g.was, i) {
			c.Reuses = append(c.Reuses, m.now[j].Code)
		}
	}
	if c.one() {
		c.Parts = partsThatDiffer(c.Was[0], c.Now[0])
	}
	return c
}

func sameWords(x, y *Item) bool {
	return essence(x.Title) == essence(y.Title) || x.Look != "" && essence(x.Look) == essence(y.Look)
}

// Two texts about one thing have so large a share of their pairs of characters
// in common. Of the 18,915 pairs of the built-in checklist's items none has; an
// item that was reworded beyond that is kept by naming itself as its origin.
const (
	titlesAlike = 0.5
	textsAlike  = 0.3
)

func alike(x, y *Item) bool {
	return inCommon(x.Title, y.Title) >= titlesAlike || inCommon(x.Title+x.Look, y.Title+y.Look) >= textsAlike
}

// inCommon is how much of two texts is the same: twice the pairs of characters
// that stand in both, by the pairs of each.
func inCommon(x, y string) float64 {
	p, q := pairs(essence(x)), pairs(essence(y))
	n, both := 0, 0
	for pair, times := range p {
		n += times
		both += min(times, q[pair])
	}
	for _, times := range q {
		n += times
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(both) / float64(n)
}

func pairs(s string) map[[2]rune]int {
	all := map[[2]rune]int{}
	r := []rune(s)
	for i := 0; i+1 < len(r); i++ {
		all[[2]rune{r[i], r[i+1]}]++
	}
	return all
}

// essence is a text without blanks and signs.
func essence(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
