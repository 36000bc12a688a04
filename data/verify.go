package data

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// Report is what [Verify] found.
type Report struct {
	Entries int            // all, those of a newer release too
	Newer   int            // entries of a newer release: chained, but not read
	Devices []DeviceReport // in the order in which they came into the book
	Faults  []Fault        // none: the book is whole
}

// DeviceReport is one device's chain. A device that forked has several.
type DeviceReport struct {
	Device  inspection.DeviceID
	Entries int
	Head    inspection.Hash // of its last entry; printed on papers
}

// Fault is one thing that is wrong, and where.
type Fault struct {
	Place string
	Err   error
}

func (f Fault) Error() string { return f.Place + ": " + f.Err.Error() }

// Unwrap is what is wrong.
func (f Fault) Unwrap() error { return f.Err }

// mostTold bounds a report: the rest is the same fault over and over.
const mostTold = 1000

func (r *Report) fault(place string, err error) {
	if err != nil && len(r.Faults) < mostTold {
		r.Faults = append(r.Faults, Fault{place, err})
	}
}

// Verify reads a whole book without changing it: its pages, and of each value
// the check, the canonical form and the place in its chain. What is wrong with
// a book stands in the report; the error is for what cannot be read as one.
func Verify(path string) (Report, error) {
	var r Report
	err := r.verify(path)
	if errors.Is(err, ErrDamaged) {
		r.fault("file", err)
		err = nil
	}
	if err != nil {
		return r, fmt.Errorf("data: verify: %w", err)
	}
	return r, nil
}

// errLame says that one of the two pages that tell where everything lies is
// broken. A power cut may leave it so, and then nothing saved is missing; a
// failing disk may, and then the last transaction is. Nobody can tell which, so
// a book is opened with it and Verify says so.
var errLame = errors.New("one of two head pages is broken: what was saved last may be missing")

func (r *Report) verify(path string) error {
	seen, err := look(path)
	if err != nil {
		return err
	}
	if seen.lame {
		r.fault("file", errLame)
	}
	if err := (Options{}).check(path); err != nil { // bbolt could not bear the rest
		return err
	}
	db, err := openBolt(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	err = reading(db, func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			r.fault("pages", err)
		}
		return r.readAll(tx)
	})
	return errors.Join(err, db.Close())
}

func (r *Report) readAll(tx *bolt.Tx) error {
	for _, name := range buckets {
		if tx.Bucket([]byte(name)) == nil {
			return damaged("there is no bucket %s", name)
		}
	}
	r.readValues(tx, bucketMeta)
	r.readValues(tx, bucketBranch)
	r.readValues(tx, bucketLocal)
	if _, err := readContents(tx); err != nil {
		if len(r.Faults) == 0 {
			r.fault("contents", err)
		}
		return nil
	}
	return r.readJournal(tx)
}

// readValues checks each value of a bucket by itself, so that all faults are
// told.
func (r *Report) readValues(tx *bolt.Tx, bucket string) {
	c := tx.Bucket([]byte(bucket)).Cursor()
	for k, raw := c.First(); k != nil; k, raw = c.Next() {
		_, _, err := unwrap(bucket, k, raw)
		r.fault(fmt.Sprintf("%s %x", bucket, k), err)
	}
}

func (r *Report) readJournal(tx *bolt.Tx) error {
	chain, err := newChainReader(tx)
	if err != nil {
		return err
	}
	for _, b := range chain.branches {
		r.Devices = append(r.Devices, DeviceReport{Device: b.device})
	}
	c := tx.Bucket([]byte(bucketJournal)).Cursor()
	for k, raw := c.First(); k != nil; k, raw = c.Next() {
		_, err := chain.next(k, raw)
		r.fault("journal "+chain.at.String(), err)
		r.Entries++
		if i := int(chain.at.branch); i < len(r.Devices) {
			r.Devices[i].Entries++
			r.Devices[i].Head = chain.head
		}
	}
	r.Newer = chain.newer
	return nil
}
