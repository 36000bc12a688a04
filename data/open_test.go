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

// smallBook is a book of n entries and some local values, closed.
func smallBook(t testing.TB, n int) string {
	d := newDesk(t)
	j := d.create("a")
	for i := range n {
		j.Take("张三", note(i%99, "会议记录缺少签名"))
		if i%10 == 0 {
			d.flush(j)
		}
	}
	j.Keep("place", []byte("1.07"))
	d.close(j)
	return d.path("a")
}

// TestTruncated cuts a book at each page, and at some odd places.
func TestTruncated(t *testing.T) {
	whole := snapshot(t, smallBook(t, 200))
	p, err := readPages(bytes.NewReader(whole.bytes), int64(len(whole.bytes)))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cut")
	for _, size := range cuts(p) {
		write(t, path, whole.bytes[:size])
		want := ErrDamaged
		if size < pageHeader+4 {
			want = ErrNotBook // nothing says what it was
		}
		before := snapshot(t, path)
		for _, o := range []Options{{}, {ReadOnly: true}, {Check: checkInChild(t)}} {
			if _, err := Open(path, o); !errors.Is(err, want) {
				t.Errorf("%d bytes: %v", size, err)
			}
		}
		before.same(t)
	}
}

func cuts(p *pages) []int64 {
	all := []int64{1, 19, 20, 79, 80, 1000}
	for id := int64(1); id < int64(p.high); id++ {
		all = append(all, id*p.size)
		if id%7 == 0 {
			all = append(all, id*p.size+1, id*p.size-513)
		}
	}
	return all
}

// TestFlippedBits flips each bit of each stored value of a book.
func TestFlippedBits(t *testing.T) {
	path := smallBook(t, 3)
	type place struct {
		bucket string
		key    []byte
		raw    []byte
	}
	var all []place
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoFreelistSync: true, NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			err := tx.Bucket([]byte(name)).ForEach(func(k, v []byte) error {
				all = append(all, place{name, bytes.Clone(k), bytes.Clone(v)})
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		for bit := range 8 * len(p.raw) {
			raw := bytes.Clone(p.raw)
			raw[bit/8] ^= 1 << (bit % 8)
			tx, err := db.Begin(true)
			if err != nil {
				t.Fatal(err)
			}
			if err := tx.Bucket([]byte(p.bucket)).Put(p.key, raw); err != nil {
				t.Fatal(err)
			}
			var r Report
			if err := r.readAll(tx); err == nil && len(r.Faults) == 0 {
				t.Errorf("%s %x: flipped bit %d goes unseen", p.bucket, p.key, bit)
			}
			if err := tx.Rollback(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestMovedValues finds a value that stands at another's key.
func TestMovedValues(t *testing.T) {
	path := smallBook(t, 3)
	copied := filepath.Join(t.TempDir(), "moved")
	write(t, copied, snapshot(t, path).bytes)
	db, err := bolt.Open(copied, 0o600, &bolt.Options{NoFreelistSync: true})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucketJournal))
		return b.Put(spot{0, 2}.key(), bytes.Clone(b.Get(spot{0, 1}.key())))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if r, err := Verify(copied); err != nil || len(r.Faults) == 0 || r.Entries != 3 {
		t.Errorf("report %+v, %v", r, err)
	}
	refused := CheckFile(copied)
	if !errors.Is(refused, ErrDamaged) || CheckCode(refused) != CheckCode(ErrDamaged) {
		t.Errorf("check: %v", refused)
	}
}

// FuzzOpen opens books with bytes changed. Whatever stands in a file, the
// process that checks it in a child lives on, and the file stays as it is.
func FuzzOpen(f *testing.F) {
	whole := snapshot(f, smallBook(f, 60)).bytes
	f.Add(uint32(0), []byte{1}, uint32(0))
	f.Add(uint32(4096*3+8), []byte{0xff, 0xff}, uint32(0))
	f.Add(uint32(4096+16), []byte{0}, uint32(5000))
	f.Fuzz(func(t *testing.T, at uint32, change []byte, cut uint32) {
		b := bytes.Clone(whole)
		copy(b[int(at)%len(b):], change)
		b = b[:len(b)-int(cut)%len(b)]
		path := filepath.Join(t.TempDir(), "a")
		write(t, path, b)
		before := snapshot(t, path)
		j, err := Open(path, Options{Check: checkInChild(t), ReadOnly: true})
		if err == nil {
			d := &desk{t: t}
			d.fold(j)
			d.close(j)
		} else if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotBook) && !errors.Is(err, ErrNewer) {
			t.Errorf("open: %v", err)
		}
		before.same(t)
	})
}
