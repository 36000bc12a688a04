package data

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

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

// TestFlippedPages flips bits anywhere, most of them where pages say what is in
// them. Each is found, or changes nothing; none ends the process.
func TestFlippedPages(t *testing.T) {
	whole := snapshot(t, smallBook(t, 100)).bytes
	p, err := readPages(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	path := filepath.Join(t.TempDir(), "a")
	for range 300 {
		at := (2+r.Int64N(int64(p.high)-2))*p.size + r.Int64N(pageHeader+20*elementSize)
		b := bytes.Clone(whole)
		b[at] ^= 1 << r.IntN(8)
		write(t, path, b)
		if err := CheckFile(path); err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotBook) { // with the name of a bucket gone
				t.Errorf("byte %d: %v", at, err)
			}
			continue
		}
		d := &desk{t: t}
		j, err := Open(path, Options{NoSync: true})
		if err != nil {
			t.Fatalf("byte %d: %v", at, err)
		}
		if n := len(d.fold(j)); n != 100 {
			t.Errorf("byte %d: %d entries", at, n)
		}
		d.close(j)
		d.verify(path)
	}
}

// TestBrokenHead breaks the newer of the two pages that tell where all lies.
func TestBrokenHead(t *testing.T) {
	path := smallBook(t, 20)
	broken := filepath.Join(t.TempDir(), "a")
	for page := range 2 {
		b := snapshot(t, path).bytes
		b[page*os.Getpagesize()+pageHeader+40] ^= 1
		write(t, broken, b)
		r, err := Verify(broken)
		if err != nil || len(r.Faults) != 1 || !errors.Is(r.Faults[0], errLame) {
			t.Errorf("page %d: report %+v, %v", page, r, err)
		}
		if err := CheckFile(broken); err != nil {
			t.Errorf("page %d: check: %v", page, err)
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
