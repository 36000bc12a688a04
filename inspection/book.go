package inspection

import (
	"slices"
)

// Book (账本) is what a journal adds up to. The zero Book is empty and ready.
// It belongs to one goroutine.
type Book struct {
	cells     map[Register]*cell
	branches  map[DeviceID]*branch
	conflicts map[Register]bool
	entries   int

	rounds   map[RoundNo]*roundState
	schools  map[SchoolCode]*schoolState
	lists    map[ChecklistID]*listState
	visits   map[VisitID]*visitState
	findings map[FindingID]*findingState
	counts   map[countKey]int64
	members  map[MemberID]bool // ever written

	numbers  map[numbering]int           // the highest number ever given
	numbered map[slot]map[FindingID]bool // to whom each was ever given
	ledger   []*LedgerRow                // nil when it has to be made
	changed  []FindingID                 // whose lines in it have to be read again
	unread   []FindingID                 // whose lines have to be read before it is made

	roster []SchoolCode // in order; nil when it has to be sorted again
	epoch  uint64       // grows when something changes that every tally rests on
	listed uint64       // the epoch of the ledger

	slab []cell // cells are made many at a time
}

type countKey struct {
	visit   VisitID
	counter Counter
}

// cell is one register: its heads, the shown one on top.
type cell struct {
	top   head
	rest  []head // concurrent with top
	early []Dot  // replaced before they arrived
}

type head struct {
	entry *Entry
	write *Write
}

// branch is what has arrived of one device.
type branch struct {
	run   []*Entry            // sequence 1, 2, 3 … without a hole
	ahead map[uint64][]*Entry // beyond a hole, and the other branches of a fork
}

// Apply adds an entry to the book and reports whether it was new. It depends on
// neither order nor repetition. The book keeps e, which must not change again.
func (b *Book) Apply(e *Entry) bool {
	if b.cells == nil {
		b.init()
	}
	if !b.admit(e) {
		return false
	}
	b.entries++
	for i := range e.Fact.Writes {
		b.write(e, &e.Fact.Writes[i])
	}
	for _, a := range e.Fact.Adds {
		b.counts[countKey{a.Visit, a.Counter}] += a.N
		b.trace(a.Visit, e)
	}
	return true
}

func (b *Book) init() {
	b.cells = map[Register]*cell{}
	b.branches = map[DeviceID]*branch{}
	b.conflicts = map[Register]bool{}
	b.rounds = map[RoundNo]*roundState{}
	b.schools = map[SchoolCode]*schoolState{}
	b.lists = map[ChecklistID]*listState{}
	b.visits = map[VisitID]*visitState{}
	b.findings = map[FindingID]*findingState{}
	b.counts = map[countKey]int64{}
	b.members = map[MemberID]bool{}
	b.numbers = map[numbering]int{}
	b.numbered = map[slot]map[FindingID]bool{}
}

// admit files the entry under its device, unless it is there already.
func (b *Book) admit(e *Entry) bool {
	br := b.branches[e.Device]
	if br == nil {
		br = &branch{}
		b.branches[e.Device] = br
	}
	if b.find(br, e.Seq, Mark(e.Hash[:8])) != nil {
		return false
	}
	if e.Seq != uint64(len(br.run))+1 {
		if br.ahead == nil {
			br.ahead = map[uint64][]*Entry{}
		}
		br.ahead[e.Seq] = append(br.ahead[e.Seq], e)
		return true
	}
	br.run = append(br.run, e)
	for len(br.ahead) > 0 {
		next := uint64(len(br.run)) + 1
		waiting := br.ahead[next]
		if len(waiting) == 0 {
			break
		}
		br.run = append(br.run, waiting[0])
		if len(waiting) == 1 {
			delete(br.ahead, next)
		} else {
			br.ahead[next] = waiting[1:]
		}
	}
	return true
}

func (b *Book) find(br *branch, seq uint64, mark Mark) *Entry {
	if seq-1 < uint64(len(br.run)) {
		if e := br.run[seq-1]; Mark(e.Hash[:8]) == mark {
			return e
		}
	}
	for _, e := range br.ahead[seq] {
		if Mark(e.Hash[:8]) == mark {
			return e
		}
	}
	return nil
}

// Entry is the entry that d names, or nil when it has not arrived.
func (b *Book) Entry(d Dot) *Entry {
	br := b.branches[d.Device]
	if br == nil || d.Seq == 0 {
		return nil
	}
	return b.find(br, d.Seq, d.Mark)
}

// Len is how many entries the book was made of.
func (b *Book) Len() int { return b.entries }

// write lets one write replace the heads of its base.
func (b *Book) write(e *Entry, w *Write) {
	c := b.cells[w.Register]
	if c == nil {
		c = b.newCell(w.Register)
	}
	for _, d := range w.Base {
		if !c.drop(d) && b.Entry(d) == nil {
			c.early = append(c.early, d)
		}
	}
	if !c.forget(e) {
		c.add(head{e, w})
	}
	if len(c.rest) > 0 || len(b.conflicts) > 0 {
		b.markConflict(w.Register, c)
	}
	b.touched(w.Register, c, e)
}

func (b *Book) newCell(r Register) *cell {
	if len(b.slab) == 0 {
		b.slab = make([]cell, 512)
	}
	c := &b.slab[0]
	b.slab = b.slab[1:]
	b.cells[r] = c
	return c
}

// drop removes the head that d names, and reports whether there was one.
func (c *cell) drop(d Dot) bool {
	if c.top.entry != nil && c.top.is(d) {
		c.top = head{}
		c.raise()
		return true
	}
	for i, h := range c.rest {
		if h.is(d) {
			c.rest = slices.Delete(c.rest, i, i+1)
			return true
		}
	}
	return false
}

func (h head) is(d Dot) bool {
	return h.entry.Seq == d.Seq && h.entry.Device == d.Device && Mark(h.entry.Hash[:8]) == d.Mark
}

// forget reports whether e was replaced before it arrived.
func (c *cell) forget(e *Entry) bool {
	if len(c.early) == 0 {
		return false
	}
	d, n := e.Dot(), len(c.early)
	c.early = slices.DeleteFunc(c.early, func(x Dot) bool { return x == d })
	return len(c.early) < n
}

func (c *cell) add(h head) {
	if c.top.entry == nil {
		c.top = h
		return
	}
	if h.entry.compare(c.top.entry) > 0 {
		c.top, h = h, c.top
	}
	c.rest = append(c.rest, h)
}

// raise puts the highest of the rest on top.
func (c *cell) raise() {
	if len(c.rest) == 0 {
		return
	}
	best := 0
	for i := range c.rest {
		if c.rest[i].entry.compare(c.rest[best].entry) > 0 {
			best = i
		}
	}
	c.top = c.rest[best]
	c.rest = slices.Delete(c.rest, best, best+1)
}

func (c *cell) disputed() bool {
	for _, h := range c.rest {
		if h.write.Value != c.top.write.Value {
			return true
		}
	}
	return false
}

func (b *Book) markConflict(r Register, c *cell) {
	if c.disputed() {
		b.conflicts[r] = true
	} else {
		delete(b.conflicts, r)
	}
}

// value is what a register shows.
func (b *Book) value(r Register) Value {
	if c := b.cells[r]; c != nil && c.top.write != nil {
		return c.top.write.Value
	}
	return Value{}
}

// heads are the entries that a new write to r replaces.
func (b *Book) heads(r Register) []Dot {
	c := b.cells[r]
	if c == nil || c.top.entry == nil {
		return nil
	}
	base := make([]Dot, 0, 1+len(c.rest))
	base = append(base, c.top.entry.Dot())
	for _, h := range c.rest {
		base = append(base, h.entry.Dot())
	}
	slices.SortFunc(base, Dot.compare)
	return base
}

// set adds a write to a fact, based on what the book shows now.
func (b *Book) set(f *Fact, r Register, v Value) {
	f.Writes = append(f.Writes, Write{Register: r, Value: v, Base: b.heads(r)})
}

// change is set, for a value that differs from the one shown.
func (b *Book) change(f *Fact, r Register, v Value) {
	if b.value(r) != v {
		b.set(f, r, v)
	}
}
