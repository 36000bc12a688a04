package data

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// shot is a file as it was.
type shot struct {
	path  string
	bytes []byte
	mtime time.Time
}

func snapshot(t testing.TB, path string) shot {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return shot{path, b, info.ModTime()}
}

func (s shot) same(t testing.TB) {
	t.Helper()
	now := snapshot(t, s.path)
	if !bytes.Equal(now.bytes, s.bytes) || !now.mtime.Equal(s.mtime) {
		t.Errorf("%s was changed: %d bytes, were %d", s.path, len(now.bytes), len(s.bytes))
	}
}

func TestMissingCreatesNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "sub", "a.xuncha")
	for _, o := range []Options{{}, {ReadOnly: true}, {Witness: filepath.Join(folder, "w")}} {
		if _, err := Open(path, o); !errors.Is(err, ErrMissing) {
			t.Errorf("open: %v", err)
		}
	}
	if _, err := Verify(path); !errors.Is(err, ErrMissing) {
		t.Errorf("verify: %v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestCreateOverNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.xuncha")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, Options{}); !errors.Is(err, ErrExists) {
		t.Errorf("create: %v", err)
	}
	if err := publish(path, path); !errors.Is(err, ErrExists) {
		t.Errorf("publish: %v", err)
	}
	if all, err := os.ReadDir(folder); err != nil || len(all) != 1 {
		t.Errorf("left %v, %v", all, err)
	}
}

func TestLocked(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	for _, readOnly := range []bool{false, true} {
		o := d.options()
		o.ReadOnly = readOnly
		if _, err := Open(d.path("a"), o); !errors.Is(err, ErrLocked) {
			t.Errorf("open: %v", err)
		}
	}
	if err := checkInChild(t)(d.path("a")); !errors.Is(err, ErrLocked) {
		t.Errorf("child: %v", err)
	}
	j.Take("a", note(1, "x"))
	d.flush(j)
}

// foreign makes files that are no books of this release.
var foreign = map[string]struct {
	make func(t *testing.T, path string)
	want error
}{
	"empty": {func(t *testing.T, path string) { write(t, path, nil) }, ErrNotBook},
	"text":  {func(t *testing.T, path string) { write(t, path, []byte("巡察工作方案\n")) }, ErrNotBook},
	"long text": {func(t *testing.T, path string) {
		write(t, path, bytes.Repeat([]byte("PK\x03\x04 not a book"), 5000))
	}, ErrNotBook},
	"another bbolt file": {func(t *testing.T, path string) {
		db, err := bolt.Open(path, 0o600, nil)
		if err == nil {
			err = db.Update(func(tx *bolt.Tx) error {
				b, err := tx.CreateBucket([]byte("stars"))
				return errors.Join(err, b.Put([]byte("format"), []byte("x")))
			})
		}
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
	}, ErrNotBook},
	"an empty bbolt file": {func(t *testing.T, path string) {
		db, err := bolt.Open(path, 0o600, nil)
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
	}, ErrNotBook},
	"newer format": {func(t *testing.T, path string) {
		raw := append([]byte{suitePlain}, formatVersion+1)
		tag := tagOf(formatVersion+1, bucketMeta, []byte(keyFormat), sha256.Sum256([]byte{formatVersion + 1}))
		changed(t, path, keyFormat, append(raw, tag[:]...))
	}, ErrNewer},
	"for a newer generation": {func(t *testing.T, path string) {
		changed(t, path, keyMinApp, wrap(bucketMeta, []byte(keyMinApp), []byte{generation + 1}))
	}, ErrNewer},
	"newer suite": {func(t *testing.T, path string) {
		changed(t, path, keyStore, append([]byte{9}, make([]byte, 40)...))
	}, ErrNewer},
	"format with a flipped bit": {func(t *testing.T, path string) {
		raw := wrap(bucketMeta, []byte(keyFormat), []byte{formatVersion})
		raw[1] ^= 2
		changed(t, path, keyFormat, raw)
	}, ErrDamaged},
}

func write(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// changed makes a book and puts something else under one of its meta keys.
func changed(t *testing.T, path, key string, raw []byte) {
	t.Helper()
	d := newDesk(t)
	d.close(d.create("a"))
	d.inBolt("a", func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucketMeta)).Put([]byte(key), raw) })
	if err := os.Rename(d.path("a"), path); err != nil {
		t.Fatal(err)
	}
}

func TestForeignIsRefusedUnchanged(t *testing.T) {
	for name, test := range foreign {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "b")
			test.make(t, path)
			refused(t, path, test.want)
		})
	}
	t.Run("folder", func(t *testing.T) {
		if _, err := Open(t.TempDir(), Options{}); !errors.Is(err, ErrNotBook) {
			t.Errorf("open: %v", err)
		}
	})
}

// refused opens a file in every way.
func refused(t *testing.T, path string, want error) {
	t.Helper()
	before := snapshot(t, path)
	for name, o := range map[string]Options{
		"plainly":         {},
		"for reading":     {ReadOnly: true},
		"with a child":    {Check: checkInChild(t)},
		"with a witness":  {Witness: t.TempDir(), Check: checkInChild(t)},
		"never to change": {Witness: t.TempDir(), ReadOnly: true},
	} {
		j, err := Open(path, o)
		if !errors.Is(err, want) {
			t.Errorf("opened %s: %v, want %v", name, err, want)
		}
		if err == nil {
			j.Close()
		}
	}
	if err := checkInChild(t)(path); !errors.Is(err, want) {
		t.Errorf("child: %v, want %v", err, want)
	}
	before.same(t)
}
