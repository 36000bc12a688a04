package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"xuncha/inspection"
)

// CreateFrom makes a book that holds what another one held: whole or not at all.
// author is who does it. Where a book lies it answers ErrExists, unless that is
// an empty one, in which nothing was ever set down. It tells what entries were
// made.
func CreateFrom(ctx context.Context, path string, s *inspection.State, author string, o Options) (entries int, err error) {
	o = o.orDefaults()
	o.ReadOnly = false
	entries, err = createFrom(ctx, path, s, author, o)
	if err != nil {
		return 0, fmt.Errorf("data: create: %w", err)
	}
	return entries, nil
}

func createFrom(ctx context.Context, path string, s *inspection.State, author string, o Options) (int, error) {
	empty, err := isEmptyBook(path, o)
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return 0, err
	}
	aside, err := asideOf(path)
	if err != nil {
		return 0, err
	}
	defer os.Remove(aside) // gone already if all went well
	if err := os.Remove(aside); err != nil {
		return 0, err
	}
	apart := o
	apart.Witness, apart.Check = "", func(string) error { return nil }
	j, err := Create(aside, apart)
	if err != nil {
		return 0, err
	}
	entries, err := j.refound(ctx, s, author)
	j.Keep("author", []byte(author))
	if err = errors.Join(err, j.Close(), ctx.Err()); err != nil {
		return 0, err
	}
	if empty {
		err = os.Rename(aside, path)
	} else {
		err = publish(aside, path)
	}
	if err != nil {
		return 0, err
	}
	j.path, j.witness = path, witnessOf(o.Witness, j.store, path)
	t := testimonyOf(j.own.device, j.tip)
	t.see(path)
	_ = j.witness.write(t) // see witness
	_ = sweepBeside(path)  // see there
	return entries, nil
}

// refound sets down what another book held.
func (j *Journal) refound(ctx context.Context, s *inspection.State, author string) (int, error) {
	var b inspection.Book
	take := func(by string, f inspection.Fact) error {
		if by == "" {
			by = author
		}
		b.Apply(j.Take(by, f))
		return ctx.Err()
	}
	err := inspection.Refound(take, &b, s)
	return b.Len(), errors.Join(err, j.Flush())
}

// isEmptyBook reports whether a book lies at the path that has no entries.
func isEmptyBook(path string, o Options) (bool, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	o.ReadOnly = true
	j, err := Open(path, o)
	if err != nil {
		return false, err
	}
	var b inspection.Book
	err = errors.Join(j.Fold(&b), j.Close())
	if err == nil && b.Len() > 0 {
		err = ErrExists
	}
	return err == nil, err
}
