package data

import (
	"encoding/binary"
	"errors"

	"xuncha/inspection"
)

// An entry has one canonical form, because its hash is taken over it and the
// chain of a device rests on those hashes. Numbers are uvarints (signed ones
// zigzag), strings are counted, and a mask says which parts are there, so that
// one answer takes some 90 bytes, 32 of them the hash of the entry before.
//
//	version 1 ‖ device 8 ‖ seq ‖ millis ‖ step ‖ author ‖ prev 32 ‖ kind ‖ parts
//	  [undoes: dot] [writes: count, write…] [adds: count, add…]
//	write: field ‖ mask ‖ [round kind school item id n of text] ‖ bases ‖ dot…
//	add:   mask ‖ [round kind school counter n]
//	dot:   steps back on the entry's own device, or 0 ‖ device 8 ‖ seq; mark 8
//
// Masks, counts and numbers are never reused. What this form cannot say needs
// the next version byte; older releases then keep the entry and pass it over.
const entryVersion = 1

const (
	partUndoes = 1 << iota
	partWrites
	partAdds
	allParts = 1<<iota - 1
)

const (
	hasRound = 1 << iota
	hasKind
	hasSchool
	hasItem
	hasID
	hasN
	hasOf
	hasText
)

const (
	hasCounter = hasItem // in an add
	hasCount   = hasID
	allOfAdd   = hasRound | hasKind | hasSchool | hasCounter | hasCount
)

// errOrder says that an entry writes registers out of order or twice; such an
// entry has no canonical form.
var errOrder = errors.New("registers out of order")

// encode appends the canonical form of e.
func encode(b []byte, e *inspection.Entry) ([]byte, error) {
	b = append(b, entryVersion)
	b = append(b, e.Device[:]...)
	b = binary.AppendUvarint(b, e.Seq)
	b = binary.AppendVarint(b, e.Stamp.Millis)
	b = binary.AppendUvarint(b, uint64(e.Stamp.Step))
	b = appendString(b, e.Author)
	b = append(b, e.Prev[:]...)
	b = binary.AppendUvarint(b, uint64(e.Fact.Kind))
	b = append(b, partsOf(&e.Fact))
	if !e.Fact.Undoes.IsZero() {
		b = appendDot(b, e, e.Fact.Undoes)
	}
	if n := len(e.Fact.Writes); n > 0 {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for i := range e.Fact.Writes {
		if i > 0 && e.Fact.Writes[i-1].Register.Compare(e.Fact.Writes[i].Register) >= 0 {
			return nil, errOrder
		}
		b = appendWrite(b, e, &e.Fact.Writes[i])
	}
	if n := len(e.Fact.Adds); n > 0 {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, a := range e.Fact.Adds {
		b = appendAdd(b, a)
	}
	return b, nil
}

func partsOf(f *inspection.Fact) byte {
	return bit(!f.Undoes.IsZero(), partUndoes) | bit(len(f.Writes) > 0, partWrites) | bit(len(f.Adds) > 0, partAdds)
}

func bit(on bool, mask byte) byte {
	if on {
		return mask
	}
	return 0
}

func appendString[S ~string](b []byte, s S) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// appendDot is short for the usual dot, one of the same device before e.
func appendDot(b []byte, e *inspection.Entry, d inspection.Dot) []byte {
	if d.Device == e.Device && 0 < d.Seq && d.Seq < e.Seq {
		b = binary.AppendUvarint(b, e.Seq-d.Seq)
	} else {
		b = append(b, 0)
		b = append(b, d.Device[:]...)
		b = binary.AppendUvarint(b, d.Seq)
	}
	return append(b, d.Mark[:]...)
}

func appendWrite(b []byte, e *inspection.Entry, w *inspection.Write) []byte {
	r, v := &w.Register, &w.Value
	mask := maskOf(r.Visit) | bit(r.Item != "", hasItem) | bit(r.ID != "", hasID) |
		bit(v.N != 0, hasN) | bit(v.Of != 0, hasOf) | bit(v.Text != "", hasText)
	b = binary.AppendUvarint(b, uint64(r.Field))
	b = append(b, mask)
	b = appendVisit(b, r.Visit)
	if r.Item != "" {
		b = appendString(b, r.Item)
	}
	if r.ID != "" {
		b = appendString(b, r.ID)
	}
	if v.N != 0 {
		b = binary.AppendVarint(b, v.N)
	}
	if v.Of != 0 {
		b = binary.AppendVarint(b, v.Of)
	}
	if v.Text != "" {
		b = appendString(b, v.Text)
	}
	b = binary.AppendUvarint(b, uint64(len(w.Base)))
	for _, d := range w.Base {
		b = appendDot(b, e, d)
	}
	return b
}

func maskOf(v inspection.VisitID) byte {
	return bit(v.Round != 0, hasRound) | bit(v.Kind != 0, hasKind) | bit(v.School != "", hasSchool)
}

func appendVisit(b []byte, v inspection.VisitID) []byte {
	if v.Round != 0 {
		b = binary.AppendUvarint(b, uint64(v.Round))
	}
	if v.Kind != 0 {
		b = append(b, byte(v.Kind))
	}
	if v.School != "" {
		b = appendString(b, v.School)
	}
	return b
}

func appendAdd(b []byte, a inspection.Add) []byte {
	b = append(b, maskOf(a.Visit)|bit(a.Counter != 0, hasCounter)|bit(a.N != 0, hasCount))
	b = appendVisit(b, a.Visit)
	if a.Counter != 0 {
		b = append(b, byte(a.Counter))
	}
	if a.N != 0 {
		b = binary.AppendVarint(b, a.N)
	}
	return b
}
