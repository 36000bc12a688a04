package data

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// What is kept locally (places, drafts) belongs to this book on this machine.
// It is no part of the chain and never exported. Its names may be readable
// words, so the file holds them inside the value, and a hash as the key.

func localKey(store storeID, name string) []byte {
	sum := sha256.Sum256(append(store[:], name...))
	return sum[:16]
}

func (j *Journal) localRow(name string, kept []byte) row {
	r := row{bucket: bucketLocal, key: localKey(j.store, name)}
	if kept != nil {
		r.value = append(appendString(nil, name), kept...)
	}
	return r
}

func parseLocal(value []byte) (name string, kept []byte, err error) {
	n, size := binary.Uvarint(value)
	if size <= 0 || n > uint64(len(value)-size) {
		return "", nil, damaged("a local name of %d bytes", n)
	}
	value = value[size:]
	return string(value[:n]), slices.Clone(value[n:]), nil
}

// Keep keeps a value under a name, on this machine alone; nil deletes it. It is
// queued like an entry, and Kept sees it at once.
func (j *Journal) Keep(name string, value []byte) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if value == nil {
		delete(j.local, name)
	} else {
		value = append([]byte{}, value...) // not nil, which would delete it
		j.local[name] = value
	}
	if j.o.ReadOnly {
		return // kept until Close, as a window for reading needs a place too
	}
	j.keeps[name] = value
	j.asked++
	j.stir.Broadcast()
}

// Kept is what was kept under a name, or nil.
func (j *Journal) Kept(name string) []byte {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.local[name])
}
