package data

import (
	"cmp"
	"slices"

	"xuncha/inspection"
)

// object is one thing with what its registers hold, and what it holds.
type object struct {
	*thing
	at    inspection.Register // its place
	held  []inspection.Held
	lists [][]*object // as thing.holds
	index map[inspection.Register]*object
	rank  int // its place among its like
}

// tree puts what a book holds into objects.
type tree struct {
	root    *object
	chains  map[inspection.Field][]step
	section map[inspection.Register]string // of each item: the key of its section
	ranks   map[inspection.Register]int
	amended map[inspection.VisitID][]inspection.Difference
}

// step is one thing on the way to a field, as the n-th list of the one above.
type step struct {
	n     int
	thing *thing
}

func newTree(s *inspection.State) *tree {
	t := &tree{
		root: &object{thing: handedOver()}, chains: map[inspection.Field][]step{}, section: map[inspection.Register]string{},
		ranks: map[inspection.Register]int{}, amended: map[inspection.VisitID][]inspection.Difference{},
	}
	t.learn(t.root.thing, nil)
	all := withUnregistered(s)
	for i := range all {
		t.note(&all[i], s)
	}
	for i, one := range s.Seals {
		t.amended[one.Visit] = one.Amended
		t.ranks[inspection.Register{Field: inspection.SealBy, Visit: one.Visit}] = i + 1
	}
	for i, id := range s.Raised {
		t.ranks[inspection.Register{Field: inspection.FindingTitle, ID: string(id)}] = i + 1
	}
	for _, h := range all {
		t.put(h)
	}
	t.root.sort()
	return t
}

// learn finds the way to each field.
func (t *tree) learn(at *thing, way []step) {
	for _, k := range at.keys {
		t.chains[k.field] = way
	}
	for _, k := range at.maps {
		t.chains[k.field] = way
	}
	for _, k := range at.links {
		t.chains[k.field] = way
	}
	for i, c := range at.holds {
		t.learn(c.thing, append(slices.Clip(way), step{i, c.thing}))
	}
}

// withUnregistered adds to a state's registers what it holds in no register.
func withUnregistered(s *inspection.State) []inspection.Held {
	all := slices.Clone(s.Holds)
	add := func(f inspection.Field, r inspection.Register, n int64) {
		r.Field = f
		all = append(all, inspection.Held{Register: r, Value: inspection.Value{N: n}})
	}
	homes := map[inspection.FindingID]inspection.VisitID{}
	for _, h := range s.Holds {
		if h.Register.Field == inspection.FindingTitle {
			homes[inspection.FindingID(h.Register.ID)] = h.Register.Visit
		}
	}
	for _, id := range s.Clashing {
		add(asClash, inspection.Register{Visit: homes[id], ID: string(id)}, 1)
	}
	for _, n := range s.Numbers {
		add(asLast, inspection.Register{Visit: inspection.VisitID{Round: n.Round}, ID: countedText(inspection.Value{N: int64(n.Team)})}, int64(n.N))
	}
	for _, a := range s.Counts {
		add(asCount, inspection.Register{Visit: a.Visit, ID: a.Counter.Name()}, a.N)
	}
	for _, code := range s.Unlisted() {
		add(asUnlisted, inspection.Register{Item: code}, 1)
	}
	for _, id := range s.Gone() {
		add(asGone, inspection.Register{Item: inspection.ItemCode(id)}, 1)
	}
	return all
}

// note keeps what decides an object's order.
func (t *tree) note(h *inspection.Held, s *inspection.State) {
	r := h.Register
	switch r.Field {
	case inspection.ItemTitle:
		t.section[inspection.Register{Item: r.Item, ID: r.ID}] = countedText(inspection.Value{N: h.Value.Of})
		t.ranks[r] = int(h.Value.N)
	case inspection.SchoolOrder:
		t.ranks[r] = int(h.Value.N)
	}
}

// put finds or makes the object that a register belongs to.
func (t *tree) put(h inspection.Held) {
	o := t.root
	for i, s := range t.chains[h.Register.Field] {
		at := h.Register
		if s.thing.name == "section" && i+1 < len(t.chains[at.Field]) {
			at.Item = inspection.ItemCode(t.section[inspection.Register{Item: at.Item, ID: at.ID}])
		}
		o = o.child(s, at, t)
	}
	o.held = append(o.held, h)
}

// child is the object of a thing at a place, made where there is none yet.
func (o *object) child(s step, r inspection.Register, t *tree) *object {
	at := inspection.Register{Field: inspection.Field(s.n)} // one of each list
	for _, p := range s.thing.place {
		p.part.set(&at, p.part.get(&r))
	}
	c := o.index[at]
	if c == nil {
		c = &object{thing: s.thing, at: at}
		c.rank = t.rank(c)
		if o.index == nil {
			o.index, o.lists = map[inspection.Register]*object{}, make([][]*object, len(o.holds))
		}
		o.index[at] = c
		o.lists[s.n] = append(o.lists[s.n], c)
	}
	return c
}

// rank is an object's own place, where its like have an order.
func (t *tree) rank(o *object) int {
	at := o.at
	switch o.thing.name {
	case "item":
		at.Field = inspection.ItemTitle
	case "school":
		at.Field = inspection.SchoolOrder
	case "finding":
		at.Field = inspection.FindingTitle
	case "seal":
		at.Field = inspection.SealBy
	}
	if n := t.ranks[at]; n > 0 {
		return n
	}
	return 1 << 40
}

func (o *object) sort() {
	o.index = nil
	for _, list := range o.lists {
		slices.SortFunc(list, func(x, y *object) int {
			return cmp.Or(cmp.Compare(x.rank, y.rank), inspection.CompareCodes(x.at.Item, y.at.Item), x.at.Compare(y.at))
		})
		for _, c := range list {
			c.sort()
		}
	}
}

// value is what one of the object's own registers holds.
func (o *object) value(f inspection.Field) inspection.Value {
	for i := range o.held {
		if o.held[i].Register.Field == f {
			return o.held[i].Value
		}
	}
	return inspection.Value{}
}

// author is whose words the object holds.
func (o *object) author() string {
	for i := range o.held {
		if o.signs != 0 && o.held[i].Register.Field == o.signs {
			return o.held[i].Author
		}
	}
	return ""
}
