package data

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// chainReader reads the entries of a journal in the order of their keys, and
// checks each against the one before it.
type chainReader struct {
	branches []branch
	decoder  decoder
	at       spot
	head     inspection.Hash
	newer    int // entries of a newer release, kept and passed over
}

func newChainReader(tx *bolt.Tx) (*chainReader, error) {
	c := contents{}
	err := c.readBranches(tx)
	return &chainReader{branches: c.branches, at: spot{branch: 1<<32 - 1}}, err
}

// next reads one entry; nil when it is of a newer release. After an error the
// reader goes on from what stands in the file, so that one fault is told once
// or twice and not for every entry after it.
func (r *chainReader) next(key, raw []byte) (*inspection.Entry, error) {
	at, err := parseSpot(key)
	if err != nil {
		return nil, err
	}
	value, hash, err := unwrap(bucketJournal, key, raw)
	before := end{r.at, r.head}
	r.at, r.head = at, hash
	if err != nil {
		return nil, fmt.Errorf("%v: %w", at, err)
	}
	if before, err = r.follows(before, at, hash); err != nil {
		return nil, err
	}
	e, err := r.decoder.entry(value)
	switch {
	case errors.Is(err, errNewerEntry):
		r.newer++
		return nil, nil
	case err != nil:
		return nil, damaged("%v: %v", at, err)
	}
	e.Hash = hash
	return e, r.fits(e, at, before.head)
}

// end is where the journal was read to.
type end struct {
	at   spot
	head inspection.Hash
}

// follows checks that an entry is the next of its branch, and answers what it
// comes after: nothing, if it is the first.
func (r *chainReader) follows(before end, at spot, hash inspection.Hash) (end, error) {
	if int(at.branch) >= len(r.branches) {
		return end{}, damaged("%v: there is no such branch", at)
	}
	if at.branch != before.at.branch {
		return end{}, r.begins(at, hash)
	}
	if at.seq != before.at.seq+1 {
		return end{}, damaged("%v: it follows entry %d", at, before.at.seq)
	}
	return before, nil
}

// begins checks the first entry of a branch.
func (r *chainReader) begins(at spot, hash inspection.Hash) error {
	fork := r.branches[at.branch].fork
	if fork == (inspection.Hash{}) && at.seq != 1 {
		return damaged("%v: the entries before it are missing", at)
	}
	if fork != (inspection.Hash{}) && fork != hash {
		return damaged("%v: it does not begin its branch", at)
	}
	return nil
}

// fits checks what an entry says of itself against where it lies.
func (r *chainReader) fits(e *inspection.Entry, at spot, head inspection.Hash) error {
	b := r.branches[at.branch]
	begins := b.fork != (inspection.Hash{}) && b.fork == e.Hash // its past lies in another branch
	switch {
	case e.Device != b.device || e.Seq != at.seq:
		return damaged("%v: it calls itself entry %d of device %x", at, e.Seq, e.Device)
	case e.Prev != head && !begins:
		return damaged("%v: it does not follow the entry before it", at)
	}
	return nil
}
