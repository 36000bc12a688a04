package data

import (
	"errors"

	bolt "go.etcd.io/bbolt"
)

// After an error nobody knows what a transaction has left on the disk: with the
// second of its two syncs failing, bbolt reported an error and the transaction
// was there. So the file is closed, checked and read again.
//
// What is found there is still not believed to be durable, because a failed
// sync may leave pages that are read from memory and never written. Everything
// that waits is put once more, at the keys it has, and counts as saved when
// that transaction has succeeded.

// mend closes the file after an error and opens it again.
func (j *Journal) mend() error {
	err := j.db.Close()
	j.mu.Lock()
	j.db = nil
	j.mu.Unlock()
	return errors.Join(err, j.reopen())
}

// reopen opens the file again, if it can be trusted.
func (j *Journal) reopen() error {
	j.mu.Lock()
	o := j.o
	j.mu.Unlock()
	if err := o.check(j.path); err != nil {
		return err
	}
	db, err := openBolt(j.path, o)
	if err != nil {
		return err
	}
	if err := reading(db, j.resume); err != nil {
		return errors.Join(err, db.Close())
	}
	j.mu.Lock()
	j.db = db
	j.mu.Unlock()
	return nil
}

// resume makes sure that what waits still fits the file.
func (j *Journal) resume(tx *bolt.Tx) error {
	c, err := readContents(tx)
	if err != nil {
		return err
	}
	if c.store != j.store {
		return damaged("another book lies in its place")
	}
	seq, head, _, err := last(tx, j.own.index)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.branches = c.branches
	if !j.goesOn(tx, tip{seq, head}) {
		j.part()
	}
	return nil
}

// goesOn reports whether own entries follow those in the file: it holds all
// that was saved, and after it nothing but what waits.
func (j *Journal) goesOn(tx *bolt.Tx, end tip) bool {
	if n := uint32(len(j.branches)); j.own.index >= n {
		return j.own.index == n && len(j.rows) > 0 // it was not written yet
	}
	if j.branches[j.own.index] != j.own {
		return false
	}
	if end == j.saved {
		return true
	}
	if h, _ := hashAt(tx, spot{j.own.index, j.saved.seq}); j.saved.seq > 0 && h != j.saved.head {
		return false
	}
	for i := range j.queue {
		if j.queue[i].tip == end {
			return true
		}
	}
	return false
}

// part goes on in a branch of its own, because somebody else wrote into the
// book while it was closed, or put an older copy in its place. What waits has
// its hashes already and becomes a fork of its device; with nothing waiting a
// new device is better.
func (j *Journal) part() {
	j.rows = nil
	if len(j.queue) == 0 {
		j.mint()
		return
	}
	j.startBranch(branch{index: uint32(len(j.branches)), device: j.own.device, fork: j.queue[0].head})
}
