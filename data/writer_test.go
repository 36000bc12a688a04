package data

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	berrors "go.etcd.io/bbolt/errors"

	"xuncha/inspection"
)

// fullBook is a book that may grow no more, with entries that do not fit.
func (d *desk) fullBook() (j *Journal, taken []*inspection.Entry) {
	d.t.Helper()
	o := d.options()
	o.MaxSize = 512 << 10
	j, err := Create(d.path("a"), o)
	if err != nil {
		d.t.Fatal(err)
	}
	d.open = append(d.open, j)
	j.mu.Lock()
	j.delay = time.Hour // tries are the test's own
	j.mu.Unlock()
	big := strings.Repeat("记", 10_000)
	for i := range 40 {
		taken = append(taken, j.Take("张三", note(i, big)))
		if err = j.Flush(); err != nil {
			break
		}
	}
	if !errors.Is(err, berrors.ErrMaxSizeReached) {
		d.t.Fatalf("flush: %v", err)
	}
	return j, taken
}

// makeRoom lets a full book grow again.
func (j *Journal) makeRoom() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.o.MaxSize, j.db.MaxSize = 0, 0
}

func TestFullDisk(t *testing.T) {
	d := newDesk(t)
	j, taken := d.fullBook()
	s := j.Saving()
	if s.Err == nil || s.Waiting != 1 || s.Saved != uint64(len(taken)-1) {
		t.Fatalf("saving %+v of %d", s, len(taken))
	}
	for i := range 5 {
		taken = append(taken, j.Take("张三", note(i, "afterwards")))
	}
	j.Keep("draft", []byte("not lost"))
	if err := j.Flush(); !errors.Is(err, berrors.ErrMaxSizeReached) {
		t.Fatalf("flush: %v", err)
	}
	if s := j.Saving(); s.Waiting != 6 {
		t.Fatalf("saving %+v", s)
	}
	j.makeRoom()
	j.Retry()
	d.flush(j)
	if s := j.Saving(); s != (Saving{Saved: uint64(len(taken))}) {
		t.Fatalf("saving %+v", s)
	}
	d.close(j)
	d.sameEntries(d.reopen("a"), taken)
}

func (d *desk) sameEntries(j *Journal, want []*inspection.Entry) {
	d.t.Helper()
	all := d.fold(j)
	if len(all) != len(want) {
		d.t.Fatalf("%d entries of %d", len(all), len(want))
	}
	for i := range all {
		if show(all[i]) != show(want[i]) {
			d.t.Fatalf("entry %d is another", i+1)
		}
	}
}

func TestFullDiskTriesByItself(t *testing.T) {
	d := newDesk(t)
	j, _ := d.fullBook()
	saved := make(chan Saving, 10)
	j.Watch(func(s Saving) { saved <- s })
	j.mu.Lock()
	j.delay = time.Millisecond
	j.mu.Unlock()
	j.Retry()
	if s := <-saved; s.Err == nil {
		t.Fatal("there is no room yet")
	}
	j.mu.Lock()
	j.o.MaxSize = 0
	j.mu.Unlock()
	for s := range saved {
		if s.Err == nil {
			break
		}
	}
}

func TestCloseOnFullDisk(t *testing.T) {
	d := newDesk(t)
	j, taken := d.fullBook()
	d.open = nil
	err := j.Close()
	if !errors.Is(err, berrors.ErrMaxSizeReached) || !strings.Contains(fmt.Sprint(err), "1 entries") {
		t.Errorf("close: %v", err)
	}
	if s := j.Saving(); s.Waiting != 1 || s.Err == nil {
		t.Errorf("saving %+v", s)
	}
	if again := j.Close(); again != err {
		t.Errorf("closed again: %v", again)
	}
	d.sameEntries(d.reopen("a"), taken[:len(taken)-1])
}

// TestMintOnFullDisk opens a copy that has no room for its new device.
func TestMintOnFullDisk(t *testing.T) {
	d := newDesk(t)
	j, _ := d.fullBook()
	d.open = nil
	_ = j.Close() // it says that it is full
	d.copy("a", "b")
	o := d.options()
	o.MaxSize = 512 << 10
	j, err := Open(d.path("b"), o)
	if err != nil {
		t.Fatal(err)
	}
	d.open = append(d.open, j)
	d.fold(j)
	e := j.Take("b", note(1, "x"))
	_ = j.Flush() // whether it fits or not
	j.makeRoomFor(t)
	d.flush(j)
	if e.Device != j.Device() || e.Seq != 1 {
		t.Errorf("took %d", e.Seq)
	}
}

// makeRoomFor waits for the writer to hold still.
func (j *Journal) makeRoomFor(t *testing.T) {
	for range 1000 {
		j.mu.Lock()
		ok := j.db != nil
		if ok {
			j.o.MaxSize, j.db.MaxSize = 0, 0
		}
		j.mu.Unlock()
		if ok {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("the book was not opened again")
}

// broken makes the writer find its file closed, as after an error that left
// nothing else to do.
func (j *Journal) broken() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.db.Close()
}

func TestBrokenFileIsOpenedAgain(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	first := j.Take("a", note(1, "x"))
	d.flush(j)
	if err := j.broken(); err != nil {
		t.Fatal(err)
	}
	second := j.Take("a", note(2, "x"))
	_ = j.Flush() // the file is closed, unless it was opened again already
	d.flush(j)
	d.close(j)
	d.sameEntries(d.reopen("a"), []*inspection.Entry{first, second})
}

func TestBookTakenAway(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	first := j.Take("a", note(1, "x"))
	d.flush(j)
	if err := errors.Join(j.broken(), os.Rename(d.path("a"), d.path("b"))); err != nil {
		t.Fatal(err)
	}
	second := j.Take("a", note(2, "x"))
	for range 2 {
		if err := j.Flush(); !errors.Is(err, ErrMissing) {
			t.Fatalf("flush: %v", err)
		}
	}
	if err := os.Rename(d.path("b"), d.path("a")); err != nil {
		t.Fatal(err)
	}
	d.flush(j)
	d.close(j)
	d.sameEntries(d.reopen("a"), []*inspection.Entry{first, second})
}

// TestOlderCopyPutBack: while the file was closed after an error, a backup was
// put in its place. What waits becomes a branch of its own.
func TestOlderCopyPutBack(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.flush(j)
	j.Take("a", note(2, "x"))
	d.close(j)
	d.copy("a", "old")
	j = d.reopen("a")
	j.Take("a", note(3, "lost with the file"))
	d.flush(j)
	if err := j.broken(); err != nil {
		t.Fatal(err)
	}
	d.copy("old", "a")
	j.Take("a", note(4, "kept"))
	_ = j.Flush() // the file is closed, unless it was opened again already
	d.flush(j)
	j.Take("a", note(5, "kept"))
	d.close(j)
	r := d.verify(d.path("a"))
	if len(r.Devices) != 2 || r.Devices[0].Entries != 2 || r.Devices[1].Entries != 2 || r.Devices[1].Device != j.Device() {
		t.Errorf("report %+v", r)
	}
	again := d.reopen("a")
	if n := len(d.fold(again)); n != 4 {
		t.Errorf("%d entries", n)
	}
	if again.Device() == j.Device() {
		t.Error("a fork is written on")
	}
}

// TestAnotherWroteMeanwhile: while the file was closed after an error, another
// program wrote as the same device.
func TestAnotherWroteMeanwhile(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.flush(j)
	if err := j.broken(); err != nil {
		t.Fatal(err)
	}
	o := d.options()
	o.Witness = ""
	other, err := Open(d.path("a"), o)
	if err != nil {
		t.Fatal(err)
	}
	other.Take("b", note(2, "theirs"))
	d.close(other)
	j.Take("a", note(2, "ours"))
	_ = j.Flush() // the file is closed, unless it was opened again already
	d.flush(j)
	d.close(j)
	r := d.verify(d.path("a"))
	if len(r.Devices) != 2 || r.Entries != 3 {
		t.Errorf("report %+v", r)
	}
}
