package data

import (
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// formatVersion is the layout of the file. Every released one stays readable.
// A release that may not touch this one's books raises it; one whose books
// older releases may read but not write raises minapp above their generation.
const (
	formatVersion = 1
	generation    = 1
)

// The buckets, and the keys of the first.
//
//	meta     format, store, minapp, own
//	branch   index u32 → device 8 ‖ hash 32 of its first entry, if it forks off
//	journal  branch index u32 ‖ sequence u64 → entry
//	local    hash of a name → name and value, never exported
const (
	bucketMeta    = "meta"
	bucketBranch  = "branch"
	bucketJournal = "journal"
	bucketLocal   = "local"

	keyFormat = "format"
	keyStore  = "store"  // 16 random bytes, the same in every copy
	keyMinApp = "minapp" // the lowest generation that may open the book
	keyOwn    = "own"    // index of the branch that is written to
)

var buckets = []string{bucketMeta, bucketBranch, bucketJournal, bucketLocal}

type storeID [16]byte

// branch is one device's chain of entries. A device whose book was copied
// unseen has several, which part at some entry: the later ones carry the hash
// of their first own entry.
type branch struct {
	index  uint32
	device inspection.DeviceID
	fork   inspection.Hash // zero: the branch begins at sequence 1
}

func (b branch) key() []byte { return binary.BigEndian.AppendUint32(nil, b.index) }

func (b branch) value() []byte { return append(append([]byte(nil), b.device[:]...), b.fork[:]...) }

func (b branch) row() row { return row{bucketBranch, b.key(), b.value()} }

// ownRow says which branch is written to.
func ownRow(index uint32) row {
	return row{bucketMeta, []byte(keyOwn), binary.BigEndian.AppendUint32(nil, index)}
}

func parseBranch(key, value []byte) (branch, error) {
	var b branch
	if len(key) != 4 || len(value) != len(b.device)+len(b.fork) {
		return b, damaged("a branch of %d bytes", len(value))
	}
	b.index = binary.BigEndian.Uint32(key)
	copy(b.fork[:], value[copy(b.device[:], value):])
	return b, nil
}

// spot is where an entry lies.
type spot struct {
	branch uint32
	seq    uint64
}

const spotSize = 12

func (s spot) key() []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, spotSize), s.branch)
	return binary.BigEndian.AppendUint64(b, s.seq)
}

func (s spot) String() string { return fmt.Sprintf("entry %d of branch %d", s.seq, s.branch) }

func parseSpot(key []byte) (spot, error) {
	if len(key) != spotSize {
		return spot{}, damaged("a journal key of %d bytes", len(key))
	}
	return spot{binary.BigEndian.Uint32(key), binary.BigEndian.Uint64(key[4:])}, nil
}

// contents is what the file says besides its entries.
type contents struct {
	store    storeID
	own      uint32
	branches []branch // by index
	local    map[string][]byte
}

func readContents(tx *bolt.Tx) (*contents, error) {
	for _, name := range buckets {
		if tx.Bucket([]byte(name)) == nil {
			return nil, damaged("there is no bucket %s", name)
		}
	}
	c := &contents{local: map[string][]byte{}}
	if err := c.readMeta(tx); err != nil {
		return nil, err
	}
	if err := c.readBranches(tx); err != nil {
		return nil, err
	}
	if int(c.own) >= len(c.branches) {
		return nil, damaged("own branch %d of %d", c.own, len(c.branches))
	}
	return c, c.readLocal(tx)
}

func (c *contents) readMeta(tx *bolt.Tx) error {
	store, err := getMeta(tx, keyStore)
	if err != nil {
		return err
	}
	if len(store) != len(c.store) {
		return damaged("a store id of %d bytes", len(store))
	}
	copy(c.store[:], store)
	own, err := getMeta(tx, keyOwn)
	if err != nil {
		return err
	}
	if len(own) != 4 {
		return damaged("an own branch of %d bytes", len(own))
	}
	c.own = binary.BigEndian.Uint32(own)
	return nil
}

func getMeta(tx *bolt.Tx, key string) ([]byte, error) {
	raw := tx.Bucket([]byte(bucketMeta)).Get([]byte(key))
	if raw == nil {
		return nil, damaged("%s is missing", key)
	}
	value, _, err := unwrap(bucketMeta, []byte(key), raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return value, nil
}

func (c *contents) readBranches(tx *bolt.Tx) error {
	return tx.Bucket([]byte(bucketBranch)).ForEach(func(k, raw []byte) error {
		value, _, err := unwrap(bucketBranch, k, raw)
		if err != nil {
			return fmt.Errorf("branch %x: %w", k, err)
		}
		b, err := parseBranch(k, value)
		if err == nil && int(b.index) != len(c.branches) {
			err = damaged("branch %d where %d is due", b.index, len(c.branches))
		}
		c.branches = append(c.branches, b)
		return err
	})
}

func (c *contents) readLocal(tx *bolt.Tx) error {
	return tx.Bucket([]byte(bucketLocal)).ForEach(func(k, raw []byte) error {
		value, _, err := unwrap(bucketLocal, k, raw)
		if err != nil {
			return fmt.Errorf("local %x: %w", k, err)
		}
		name, kept, err := parseLocal(value)
		c.local[name] = kept
		return err
	})
}

// last is the end of a branch: the last sequence and its hash, both zero for a
// branch without entries, and the stamp, if this release can read it.
func last(tx *bolt.Tx, index uint32) (seq uint64, head inspection.Hash, stamp inspection.Stamp, err error) {
	c := tx.Bucket([]byte(bucketJournal)).Cursor()
	var k, raw []byte
	if next, _ := c.Seek(spot{index + 1, 0}.key()); next == nil {
		k, raw = c.Last()
	} else {
		k, raw = c.Prev()
	}
	if k == nil {
		return 0, head, stamp, nil
	}
	at, err := parseSpot(k)
	if err != nil || at.branch != index {
		return 0, head, stamp, err
	}
	value, head, err := unwrap(bucketJournal, k, raw)
	if err != nil {
		return 0, head, stamp, fmt.Errorf("%v: %w", at, err)
	}
	var d decoder
	e, err := d.entry(value)
	switch {
	case errors.Is(err, errNewerEntry):
		return at.seq, head, stamp, nil
	case err != nil:
		return 0, head, stamp, damaged("%v: %v", at, err)
	}
	return at.seq, head, e.Stamp, nil
}

// hashAt is the hash of an entry, if it is there and whole.
func hashAt(tx *bolt.Tx, at spot) (inspection.Hash, bool) {
	raw := tx.Bucket([]byte(bucketJournal)).Get(at.key())
	if raw == nil {
		return inspection.Hash{}, false
	}
	_, head, err := unwrap(bucketJournal, at.key(), raw)
	return head, err == nil
}
