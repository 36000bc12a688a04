package data

import (
	"errors"
	"fmt"
)

// Saving is how far the journal is on disk.
type Saving struct {
	Saved   uint64 // the last sequence of this device that is durable
	Waiting int    // entries that are not
	Err     error  // why not, if the last try failed
}

// Saving is how far the journal is on disk, now.
func (j *Journal) Saving() Saving {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.saving()
}

func (j *Journal) saving() Saving {
	return Saving{Saved: j.saved.seq, Waiting: len(j.queue), Err: j.err}
}

// Watch has f called from the writer's goroutine after each try. f must not
// wait for the journal.
func (j *Journal) Watch(f func(Saving)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.watch = f
}

// Flush waits until what was taken and kept before is durable. If the last try
// failed it has one more made at once, and answers its error.
func (j *Journal) Flush() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	target, tries := j.asked, j.tries
	j.hurry()
	for j.done < target {
		switch {
		case j.tries > tries && j.err != nil && j.tried >= target:
			return fmt.Errorf("data: flush: %w", j.err)
		case j.over():
			return fmt.Errorf("data: flush: %w", errors.Join(ErrClosed, j.err))
		case j.tries > tries && j.err != nil:
			tries = j.tries // it failed without what is waited for
			j.hurry()
		}
		j.stir.Wait()
	}
	return nil
}

// Retry tries again now what failed.
func (j *Journal) Retry() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.hurry()
}

func (j *Journal) hurry() {
	if j.err != nil {
		j.again = true
		j.stir.Broadcast()
	}
}

// over reports whether the writer has ended.
func (j *Journal) over() bool {
	select {
	case <-j.ended:
		return true
	default:
		return false
	}
}

// Close writes what waits and closes the book. What cannot be written after one
// more try is lost with the program; the error says how much it is and why, and
// Saving goes on saying so.
func (j *Journal) Close() error {
	j.shut.Do(func() { j.left = j.close() })
	return j.left
}

func (j *Journal) close() error {
	if !j.o.ReadOnly {
		j.mu.Lock()
		j.closing = true
		j.hurry()
		j.stir.Broadcast()
		j.mu.Unlock()
		<-j.ended
	}
	j.mu.Lock()
	db, cause, entries, kept := j.db, j.err, len(j.queue), len(j.keeps)
	j.db = nil
	j.stir.Broadcast() // a Flush that came too late
	j.mu.Unlock()
	var err error
	if db != nil {
		err = db.Close()
	}
	if err == nil && db != nil && cause == nil && !j.o.ReadOnly {
		j.testify(true)
	}
	if cause != nil {
		return fmt.Errorf("data: close: %d entries and %d local values are not saved: %w", entries, kept, cause)
	}
	if err != nil {
		return fmt.Errorf("data: close: %w", err)
	}
	return nil
}
