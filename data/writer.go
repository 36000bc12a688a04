package data

import (
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
)

// What failed is tried again by itself, soon and then less often: a disk is
// full until somebody has made room, which takes minutes.
const (
	firstDelay   = 500 * time.Millisecond
	longestDelay = 5 * time.Second
)

// fill is how full a page of the journal becomes before it is split. Entries
// of one device come in order, so hardly any page is written into again; at
// bbolt's half the file would be nearly twice as long.
const fill = 0.9

// row is a value outside the journal.
type row struct {
	bucket string
	key    []byte
	value  []byte // nil deletes
}

// batch is all that waits, which becomes one transaction.
type batch struct {
	asked   uint64
	entries []taken
	keeps   map[string][]byte
	rows    []row
}

// write is the writer's goroutine: it alone changes the file.
func (j *Journal) write() {
	defer close(j.ended)
	for {
		switch j.await() {
		case toSave:
			j.save()
		case toTestify:
			j.testify(false)
		case toEnd:
			return
		}
	}
}

type task int

const (
	toSave task = iota
	toTestify
	toEnd
)

func (j *Journal) await() task {
	j.mu.Lock()
	defer j.mu.Unlock()
	for {
		switch {
		case j.asked > j.done && (j.err == nil || j.again):
			j.again = false
			return toSave
		case j.closing:
			return toEnd
		case j.due:
			j.due = false
			return toTestify
		}
		j.stir.Wait()
	}
}

// save makes one transaction of all that waits.
func (j *Journal) save() {
	var err error
	if j.db == nil {
		err = j.reopen()
	}
	b := j.gather()
	if err == nil {
		err = j.commit(b)
	}
	if err != nil && j.db != nil {
		err = errors.Join(err, j.mend())
	}
	j.settle(b, err)
	if err == nil {
		j.witnessSoon()
	}
}

// gather takes all that waits. Entries stay queued until they are durable.
func (j *Journal) gather() *batch {
	j.mu.Lock()
	defer j.mu.Unlock()
	b := &batch{asked: j.asked, entries: j.queue[:len(j.queue):len(j.queue)], keeps: j.keeps, rows: j.rows}
	j.keeps = map[string][]byte{}
	return b
}

// settle tells what came of a batch.
func (j *Journal) settle(b *batch, err error) {
	j.mu.Lock()
	j.tries, j.tried, j.err = j.tries+1, b.asked, err
	if err == nil {
		j.succeed(b)
	} else {
		j.fail(b)
	}
	s, watch := j.saving(), j.watch
	j.stir.Broadcast()
	j.mu.Unlock()
	if watch != nil {
		watch(s)
	}
}

func (j *Journal) succeed(b *batch) {
	j.done, j.delay = b.asked, firstDelay
	j.rows = j.rows[len(b.rows):]
	j.queue = j.queue[len(b.entries):]
	if n := len(b.entries); n > 0 {
		j.saved = b.entries[n-1].tip
	}
	if len(j.queue) == 0 {
		j.queue = nil // or its array would hold every entry of the session
	}
}

// fail puts the batch back. What was kept anew meanwhile stands.
func (j *Journal) fail(b *batch) {
	maps.Copy(b.keeps, j.keeps)
	j.keeps = b.keeps
	if j.timer == nil {
		j.timer = time.AfterFunc(j.delay, j.Retry)
	} else {
		j.timer.Reset(j.delay)
	}
	j.delay = min(2*j.delay, longestDelay)
}

// commit is the one transaction of a batch. To put again what is there already
// is harmless.
func (j *Journal) commit(b *batch) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged("%v", p)
		}
	}()
	j.commits++
	return j.db.Update(func(tx *bolt.Tx) error { return j.put(tx, b) })
}

func (j *Journal) put(tx *bolt.Tx, b *batch) error {
	for _, r := range b.rows {
		if err := r.put(tx); err != nil {
			return err
		}
	}
	for name, value := range b.keeps {
		if err := j.localRow(name, value).put(tx); err != nil {
			return err
		}
	}
	journal := tx.Bucket([]byte(bucketJournal))
	journal.FillPercent = fill
	for i := range b.entries {
		e := &b.entries[i]
		key := spot{j.own.index, e.seq}.key()
		if err := journal.Put(key, wrapHashed(bucketJournal, key, e.canonical, e.head)); err != nil {
			return fmt.Errorf("entry %d: %w", e.seq, err)
		}
	}
	return nil
}

func (r row) put(tx *bolt.Tx) error {
	b := tx.Bucket([]byte(r.bucket))
	if r.value == nil {
		return b.Delete(r.key)
	}
	return b.Put(r.key, wrap(r.bucket, r.key, r.value))
}
