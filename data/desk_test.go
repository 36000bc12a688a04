package data

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// TestMain lets the test binary be the child that checks a book.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "check-file" {
		os.Exit(CheckCode(CheckFile(os.Args[2])))
	}
	if len(os.Args) == 3 && os.Args[1] == "die" {
		panic("as bbolt does on a torn page")
	}
	os.Exit(m.Run())
}

func checkInChild(t testing.TB) func(string) error {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return CheckInChild(t.Context(), exe, "check-file")
}

// desk is where a test works: a folder for books, one for witnesses, a clock.
// Every book of it is verified whole when the test ends.
type desk struct {
	t       testing.TB
	folder  string
	witness string
	now     time.Time
	open    []*Journal
}

func newDesk(t testing.TB) *desk {
	d := &desk{t: t, folder: t.TempDir(), witness: t.TempDir(), now: time.UnixMilli(1_795_000_000_000)}
	t.Cleanup(d.tidy)
	return d
}

func (d *desk) tidy() {
	for _, j := range d.open {
		if err := j.Close(); err != nil {
			d.t.Errorf("close: %v", err)
		}
	}
	books, err := filepath.Glob(filepath.Join(d.folder, "*.xuncha"))
	if err != nil {
		d.t.Error(err)
	}
	for _, path := range books {
		d.verify(path)
	}
}

func (d *desk) verify(path string) Report {
	d.t.Helper()
	r, err := Verify(path)
	if err != nil {
		d.t.Errorf("verify %s: %v", path, err)
	}
	for _, f := range r.Faults {
		d.t.Errorf("verify %s: %v", path, f)
	}
	return r
}

func (d *desk) path(name string) string { return filepath.Join(d.folder, name+".xuncha") }

func (d *desk) options() Options {
	return Options{Now: func() time.Time { return d.now }, Witness: d.witness}
}

func (d *desk) create(name string) *Journal {
	d.t.Helper()
	j, err := Create(d.path(name), d.options())
	if err != nil {
		d.t.Fatal(err)
	}
	d.open = append(d.open, j)
	return j
}

func (d *desk) reopen(name string) *Journal {
	d.t.Helper()
	j, err := Open(d.path(name), d.options())
	if err != nil {
		d.t.Fatal(err)
	}
	d.open = append(d.open, j)
	return j
}

func (d *desk) close(j *Journal) {
	d.t.Helper()
	if err := j.Close(); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) flush(j *Journal) {
	d.t.Helper()
	if err := j.Flush(); err != nil {
		d.t.Fatal(err)
	}
}

// fold is the entries of a book, as they came.
func (d *desk) fold(j *Journal) []*inspection.Entry {
	d.t.Helper()
	var b inspection.Book
	if err := j.Fold(&b); err != nil {
		d.t.Fatal(err)
	}
	return b.Log()
}

func (d *desk) copy(from, to string) {
	d.t.Helper()
	b, err := os.ReadFile(d.path(from))
	if err == nil {
		err = os.WriteFile(d.path(to), b, 0o600)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// note is a fact that says one text.
func note(item int, text string) inspection.Fact {
	return inspection.Fact{Kind: inspection.Answered, Writes: []inspection.Write{{
		Register: inspection.Register{
			Field: inspection.AnswerNote,
			Visit: inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"},
			Item:  inspection.ItemCode(fmt.Sprintf("1.%02d", item)),
		},
		Value: inspection.Value{Text: text},
	}}}
}

func (d *desk) inBolt(name string, f func(tx *bolt.Tx) error) {
	d.t.Helper()
	db, err := bolt.Open(d.path(name), 0o600, &bolt.Options{Timeout: time.Second, NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(db.Update(f), db.Close()); err != nil {
		d.t.Fatal(err)
	}
}

// fixedRandom gives the same bytes each time.
func fixedRandom(seed byte) io.Reader { return rand.NewChaCha8([32]byte{seed}) }

// notUnderRace leaves out what is large and done by one goroutine alone where
// -short is given, as it is under the race detector.
func notUnderRace(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine does it, which takes long under the race detector")
	}
}
