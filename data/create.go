package data

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Create makes an empty book and opens it. It answers ErrExists if anything
// lies at the path.
//
// bbolt's own beginning does not survive a power cut, so the book is made aside
// and gets its name when it is whole and on the disk.
func Create(path string, o Options) (*Journal, error) {
	o = o.orDefaults()
	o.ReadOnly = false
	if err := create(path, o); err != nil {
		return nil, fmt.Errorf("data: create: %w", err)
	}
	return Open(path, o)
}

func create(path string, o Options) error {
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	aside, err := asideOf(path)
	if err != nil {
		return err
	}
	defer os.Remove(aside) // gone already if all went well
	var store storeID
	b := branch{}
	if err := fillRandom(o.Rand, store[:], b.device[:]); err != nil {
		return err
	}
	if err := found(aside, store, b, o); err != nil {
		return err
	}
	if err := publish(aside, path); err != nil {
		return err
	}
	w := witnessOf(o.Witness, store, path)
	t := testimonyOf(b.device, tip{})
	t.see(path)
	_ = w.write(t)        // see witness
	_ = sweepBeside(path) // see there
	return syncFolder(folder)
}

func fillRandom(r io.Reader, all ...[]byte) error {
	for _, b := range all {
		if _, err := io.ReadFull(r, b); err != nil {
			return err
		}
	}
	return nil
}

// found writes a book's first transaction.
func found(path string, store storeID, b branch, o Options) error {
	db, err := openBolt(path, Options{MaxSize: o.MaxSize, NoSync: o.NoSync})
	if err != nil {
		return err
	}
	rows := []row{
		{bucketMeta, []byte(keyFormat), []byte{formatVersion}},
		{bucketMeta, []byte(keyMinApp), []byte{1}},
		{bucketMeta, []byte(keyStore), store[:]},
		ownRow(b.index), b.row(),
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		for _, r := range rows {
			if err := r.put(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = db.Sync()
	}
	return errors.Join(err, db.Close())
}

// publish gives a finished book its name, never another's. A link does not
// replace; where the file system has none (FAT), there is a moment between
// looking and renaming.
func publish(aside, path string) error {
	err := os.Link(aside, path)
	if err == nil || errors.Is(err, os.ErrExist) {
		return exists(err)
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return os.Rename(aside, path)
}

func exists(err error) error {
	if err == nil {
		return nil
	}
	return ErrExists
}
