package data

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// How much is decoded before it is handed on, and how far the decoding may be
// ahead of the folding: enough that neither waits for the other at each entry.
const (
	foldBatch = 512
	foldAhead = 8

	foldGrowth = 400 // percent of the heap between two collections
)

// aDay is how far a stamp may be ahead of this machine's clock to be followed.
const aDay = 24 * time.Hour

// Fold reads every entry into b, having checked its envelope, its form and its
// place in its chain. It is called once, before the first Take, so that stamps
// go on from those read. An error is ErrDamaged or ErrNewer and says where; b
// has then got only part of the journal.
func (j *Journal) Fold(b *inspection.Book) error {
	j.mu.Lock()
	db := j.db
	j.mu.Unlock()
	if db == nil {
		return fmt.Errorf("data: fold: %w", ErrClosed)
	}
	defer fewerCollections()()
	batches := make(chan []*inspection.Entry, foldAhead)
	stop := make(chan struct{})
	defer close(stop)
	failed := make(chan error, 1)
	go func() {
		defer close(batches)
		failed <- reading(db, func(tx *bolt.Tx) error { return decodeAll(tx, batches, stop) })
	}()
	j.follow(applyAll(b, batches, j.horizon()))
	if err := <-failed; err != nil {
		return fmt.Errorf("data: fold: %w", err)
	}
	return nil
}

// fewerCollections holds the collector back while a book grows from nothing:
// next to nothing of it is garbage, and going through it at every doubling took
// a quarter of the time.
func fewerCollections() (restore func()) {
	before := debug.SetGCPercent(foldGrowth)
	if before < 0 || before > foldGrowth {
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}

// applyAll gives b the entries, and answers the highest of their stamps that is
// not beyond the horizon.
func applyAll(b *inspection.Book, batches <-chan []*inspection.Entry, horizon int64) (heard inspection.Stamp) {
	for batch := range batches {
		for _, e := range batch {
			b.Apply(e)
			if e.Stamp.Millis <= horizon && e.Stamp.Compare(heard) > 0 {
				heard = e.Stamp
			}
		}
	}
	return heard
}

// horizon is the latest stamp of another device that is believed.
func (j *Journal) horizon() int64 { return j.o.Now().Add(aDay).UnixMilli() }

// follow steps past a stamp. The stamps of this device itself are followed
// wherever they are, from [Open] on: a laptop whose battery has lost the time
// must not begin again in the year 2000.
func (j *Journal) follow(heard inspection.Stamp) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if heard.Compare(j.stamp) > 0 {
		j.stamp = heard
	}
}

var errStopped = errors.New("stopped")

func decodeAll(tx *bolt.Tx, batches chan<- []*inspection.Entry, stop <-chan struct{}) error {
	r, err := newChainReader(tx)
	if err != nil {
		return err
	}
	batch := make([]*inspection.Entry, 0, foldBatch)
	hand := func() error {
		select {
		case batches <- batch:
			batch = make([]*inspection.Entry, 0, foldBatch)
			return nil
		case <-stop:
			return errStopped
		}
	}
	c := tx.Bucket([]byte(bucketJournal)).Cursor()
	for k, raw := c.First(); k != nil; k, raw = c.Next() {
		e, err := r.next(k, raw)
		if err != nil {
			return err
		}
		if e == nil {
			continue
		}
		if batch = append(batch, e); len(batch) == foldBatch {
			if err := hand(); err != nil {
				return err
			}
		}
	}
	return hand()
}
