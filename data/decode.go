package data

import (
	"encoding/binary"
	"errors"
	"math"

	"xuncha/inspection"
)

// errForm says that bytes are not the canonical form of an entry.
var errForm = errors.New("not the canonical form of an entry")

// errNewerEntry says that an entry is of a newer release's form. Such an entry
// is kept and passed over.
var errNewerEntry = errors.New("an entry of a newer release")

// decoder reads entries. It accepts just what encode writes, by refusing on the
// way whatever encode would have written otherwise; encoding again to compare
// would cost as much as reading.
//
// A journal says the same few hundred codes and names half a million times, so
// they are kept once, and entries are made many at a time: a third of the time
// to open a book would else go to the allocator. For the same reason it moves
// numbers and not slices: storing those costs extra while the collector runs.
type decoder struct {
	in  []byte // the entry being read
	at  int    // how far
	bad bool

	names map[string]string
	near  [nearNames]string // the same, found sooner

	entries slab[inspection.Entry]
	writes  slab[inspection.Write]
	dots    slab[inspection.Dot]
}

const (
	longestName = 64 // longer ones are not worth looking up
	nearNames   = 1 << 10

	leastWrite = 3 // bytes of the shortest write, dot and add
	leastDot   = 9
	leastAdd   = 1
)

// slab hands out things that were made many at a time.
type slab[T any] struct {
	all  []T
	used int
}

const slabSize = 512

// take is n zero things. The next ones follow them, but cannot be reached from
// them.
func (s *slab[T]) take(n int) []T {
	if n > len(s.all)-s.used {
		s.all, s.used = make([]T, max(n, slabSize)), 0
	}
	s.used += n
	return s.all[s.used-n : s.used : s.used]
}

// entry reads the canonical form b, and nothing else. The entry keeps nothing
// of b. Its hash is left to the caller, who may have it already.
func (d *decoder) entry(b []byte) (*inspection.Entry, error) {
	if len(b) == 0 || b[0] == 0 {
		return nil, errForm
	}
	if b[0] > entryVersion {
		return nil, errNewerEntry
	}
	e := &d.entries.take(1)[0]
	d.in, d.at, d.bad = b, 1, false
	d.head(e)
	d.fact(e)
	if d.bad || d.at < len(d.in) {
		return nil, errForm
	}
	return e, nil
}

func (d *decoder) head(e *inspection.Entry) {
	copy(e.Device[:], d.bytes(len(e.Device)))
	e.Seq = d.uvarint()
	e.Stamp.Millis = d.varint()
	e.Stamp.Step = uint16(d.upTo(math.MaxUint16))
	e.Author = d.name()
	copy(e.Prev[:], d.bytes(len(e.Prev)))
}

func (d *decoder) fact(e *inspection.Entry) {
	e.Fact.Kind = inspection.Kind(d.upTo(math.MaxUint16))
	parts := d.byte()
	d.refuse(parts&^allParts != 0)
	if parts&partUndoes != 0 {
		e.Fact.Undoes = d.dot(e)
		d.refuse(e.Fact.Undoes.IsZero())
	}
	if parts&partWrites != 0 {
		d.allWrites(e)
	}
	if parts&partAdds != 0 {
		d.allAdds(e)
	}
}

func (d *decoder) allWrites(e *inspection.Entry) {
	n := d.count(leastWrite)
	d.refuse(n == 0)
	all := d.writes.take(n)
	for i := 0; i < n && !d.bad; i++ {
		d.write(e, &all[i])
		d.refuse(i > 0 && all[i-1].Register.Compare(all[i].Register) >= 0)
	}
	e.Fact.Writes = all
}

func (d *decoder) write(e *inspection.Entry, w *inspection.Write) {
	r, v := &w.Register, &w.Value
	r.Field = inspection.Field(d.upTo(math.MaxUint16))
	mask := d.byte()
	d.visit(&r.Visit, mask)
	if mask&hasItem != 0 {
		r.Item = inspection.ItemCode(d.present())
	}
	if mask&hasID != 0 {
		r.ID = d.present()
	}
	if mask&hasN != 0 {
		v.N = d.nonZero()
	}
	if mask&hasOf != 0 {
		v.Of = d.nonZero()
	}
	if mask&hasText != 0 {
		v.Text = string(d.bytes(d.count(1)))
		d.refuse(v.Text == "")
	}
	w.Base = d.base(e)
}

func (d *decoder) base(e *inspection.Entry) []inspection.Dot {
	n := d.count(leastDot)
	if n == 0 {
		return nil
	}
	base := d.dots.take(n)
	for i := range base {
		base[i] = d.dot(e)
	}
	return base
}

func (d *decoder) allAdds(e *inspection.Entry) {
	n := d.count(leastAdd)
	d.refuse(n == 0)
	e.Fact.Adds = make([]inspection.Add, n)
	for i := 0; i < n && !d.bad; i++ {
		d.add(&e.Fact.Adds[i])
	}
}

func (d *decoder) add(a *inspection.Add) {
	mask := d.byte()
	d.refuse(mask&^allOfAdd != 0)
	d.visit(&a.Visit, mask)
	if mask&hasCounter != 0 {
		a.Counter = inspection.Counter(d.byte())
		d.refuse(a.Counter == 0)
	}
	if mask&hasCount != 0 {
		a.N = d.nonZero()
	}
}

func (d *decoder) visit(v *inspection.VisitID, mask byte) {
	if mask&hasRound != 0 {
		v.Round = inspection.RoundNo(d.upTo(math.MaxUint16))
		d.refuse(v.Round == 0)
	}
	if mask&hasKind != 0 {
		v.Kind = inspection.VisitKind(d.byte())
		d.refuse(v.Kind == 0)
	}
	if mask&hasSchool != 0 {
		v.School = inspection.SchoolCode(d.present())
	}
}

func (d *decoder) dot(e *inspection.Entry) (dot inspection.Dot) {
	back := d.uvarint()
	if back > 0 {
		d.refuse(back >= e.Seq)
		dot.Device, dot.Seq = e.Device, e.Seq-back
	} else {
		copy(dot.Device[:], d.bytes(len(dot.Device)))
		dot.Seq = d.uvarint()
		d.refuse(dot.Device == e.Device && 0 < dot.Seq && dot.Seq < e.Seq)
	}
	copy(dot.Mark[:], d.bytes(len(dot.Mark)))
	return dot
}

// refuse gives the entry up. What is read after it is empty.
func (d *decoder) refuse(when bool) {
	if when {
		d.bad, d.at = true, len(d.in)
	}
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.in)-d.at {
		d.refuse(true)
		return nil
	}
	d.at += n
	return d.in[d.at-n : d.at]
}

func (d *decoder) byte() byte {
	if d.at >= len(d.in) {
		d.refuse(true)
		return 0
	}
	d.at++
	return d.in[d.at-1]
}

// uvarint refuses a number written longer than it needs.
func (d *decoder) uvarint() uint64 {
	if d.at < len(d.in) && d.in[d.at] < 0x80 {
		d.at++
		return uint64(d.in[d.at-1])
	}
	return d.longUvarint()
}

func (d *decoder) longUvarint() uint64 {
	v, n := binary.Uvarint(d.in[d.at:])
	if n <= 0 || d.in[d.at+n-1] == 0 {
		d.refuse(true)
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) varint() int64 {
	u := d.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

func (d *decoder) nonZero() int64 {
	v := d.varint()
	d.refuse(v == 0)
	return v
}

func (d *decoder) upTo(most uint64) uint64 {
	v := d.uvarint()
	d.refuse(v > most)
	return v
}

// count is how many things of at least so many bytes follow: never more than
// fit into what is left, so that a short lie cannot ask for much memory.
func (d *decoder) count(least int) int {
	n := d.uvarint()
	if n > uint64(len(d.in)-d.at) || int(n)*least > len(d.in)-d.at {
		d.refuse(true)
		return 0
	}
	return int(n)
}

func (d *decoder) present() string {
	s := d.name()
	d.refuse(s == "")
	return s
}

// name reads a string that is likely to come again.
func (d *decoder) name() string {
	b := d.bytes(d.count(1))
	if len(b) > longestName {
		return string(b)
	}
	near := uint32(2166136261) // FNV-1a: its place among the near ones
	for _, c := range b {
		near = (near ^ uint32(c)) * 16777619
	}
	kept := &d.near[(near^near>>16)%nearNames]
	if *kept != string(b) {
		*kept = d.known(b)
	}
	return *kept
}

func (d *decoder) known(b []byte) string {
	s, ok := d.names[string(b)]
	if !ok {
		if d.names == nil {
			d.names = map[string]string{}
		}
		s = string(b)
		d.names[s] = s
	}
	return s
}
