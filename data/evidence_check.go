package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"xuncha/inspection"
)

// EvidenceReport is what [EvidenceFolder.Check] found.
type EvidenceReport struct {
	Files  int                   // that the book speaks of, each once
	Bytes  int64                 // of them, as the book says
	Spare  int                   // files of which the book does not speak
	Faults []inspection.Evidence // those with an error, once a visit
	Why    map[inspection.EvidenceID]error
}

// Check reads all evidence that a book speaks of, without changing anything:
// bytes that are missing answer ErrLost, others ErrAltered. The error is for a
// folder that cannot be read at all.
func (f *EvidenceFolder) Check(b *inspection.Book) (EvidenceReport, error) {
	r := EvidenceReport{Why: map[inspection.EvidenceID]error{}}
	b.AllEvidence(func(e inspection.Evidence) {
		err, seen := r.Why[e.ID]
		if !seen {
			err = f.check(e.ID)
			r.Why[e.ID] = err
			r.Files++
			r.Bytes += e.Size
		}
		if err != nil {
			r.Faults = append(r.Faults, e)
		}
	})
	err := f.each(func(id inspection.EvidenceID) {
		if _, known := r.Why[id]; !known {
			r.Spare++
		}
	})
	if err != nil {
		return r, fmt.Errorf("data: check evidence: %w", err)
	}
	return r, nil
}

// check reads the bytes of one.
func (f *EvidenceFolder) check(id inspection.EvidenceID) error {
	r, err := f.open(id)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return errors.Join(err, r.Close())
}

// each goes through the files that are there.
func (f *EvidenceFolder) each(do func(inspection.EvidenceID)) error {
	shelves, err := os.ReadDir(f.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, s := range shelves {
		if !s.IsDir() {
			continue
		}
		files, err := os.ReadDir(filepath.Join(f.folder, s.Name()))
		if err != nil {
			return err
		}
		for _, file := range files {
			do(inspection.EvidenceID(file.Name()))
		}
	}
	return nil
}

// Sweep removes what a crash left half taken in. Only whoever has the book open
// for writing may call it: nobody else takes files in then.
func (f *EvidenceFolder) Sweep() error {
	entries, err := os.ReadDir(f.folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("data: sweep: %w", err)
	}
	var failed error
	for _, e := range entries {
		if filepath.Ext(e.Name()) == unfinished && e.Type().IsRegular() {
			failed = errors.Join(failed, os.Remove(filepath.Join(f.folder, e.Name())))
		}
	}
	if failed != nil {
		return fmt.Errorf("data: sweep: %w", failed)
	}
	return nil
}
