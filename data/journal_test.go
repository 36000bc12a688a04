package data

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

func TestSavedIsThereAgain(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	e := j.Take("张三", note(1, "缺签名"))
	if e.Seq != 1 || e.Device != j.Device() || e.Author != "张三" || e.Stamp.Millis != d.now.UnixMilli() {
		t.Fatalf("took %+v", e)
	}
	d.flush(j)
	if s := j.Saving(); s != (Saving{Saved: 1}) {
		t.Fatalf("saving %+v", s)
	}
	d.close(j)
	all := d.fold(d.reopen("a"))
	if len(all) != 1 || show(all[0]) != show(e) {
		t.Fatalf("%v is not %v", all, e)
	}
}

func show(e *inspection.Entry) string { return fmt.Sprintf("%+v", *e) }

func TestTakenIsNotTheCallers(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	f := note(1, "before")
	f.Writes[0].Base = []inspection.Dot{{Seq: 7}}
	e := j.Take("a", f)
	before := show(e)
	f.Writes[0].Value.Text, f.Writes[0].Base[0].Seq = "after", 8
	if show(e) != before {
		t.Error("the entry changed with the caller's fact")
	}
}

func TestTakeSortsAndRefusesTwice(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	f := note(2, "x")
	f.Writes = append(f.Writes, note(1, "y").Writes...)
	if e := j.Take("a", f); e.Fact.Writes[0].Register.Item != "1.01" {
		t.Error("registers are not in order")
	}
	defer func() {
		if recover() == nil {
			t.Error("a register written twice was taken")
		}
	}()
	f.Writes[0] = f.Writes[1]
	j.Take("a", f)
}

// TestRandomRun does what comes to mind, beside a slice and a map that do the
// same.
func TestRandomRun(t *testing.T) {
	d := newDesk(t)
	r := rand.New(rand.NewPCG(3, 4))
	j := d.create("a")
	var want []string
	kept := map[string]string{}
	for range 300 {
		switch n := r.IntN(20); {
		case n < 12:
			d.now = d.now.Add(time.Duration(r.IntN(5000)-1000) * time.Millisecond)
			want = append(want, show(j.Take("张三", note(r.IntN(99), fmt.Sprint(n)))))
		case n < 15:
			name := fmt.Sprint(r.IntN(5))
			kept[name] = fmt.Sprint(n)
			j.Keep(name, []byte(kept[name]))
		case n < 16:
			name := fmt.Sprint(r.IntN(5))
			delete(kept, name)
			j.Keep(name, nil)
		case n < 18:
			d.flush(j)
		default:
			d.close(j)
			j = d.reopen("a")
			d.compare(j, want, kept)
		}
	}
	d.close(j)
	d.compare(d.reopen("a"), want, kept)
}

func (d *desk) compare(j *Journal, want []string, kept map[string]string) {
	d.t.Helper()
	var got []string
	for _, e := range d.fold(j) {
		got = append(got, show(e))
	}
	if !slices.Equal(got, want) {
		d.t.Fatalf("%d entries, want %d, or others", len(got), len(want))
	}
	for i := range 5 {
		name := fmt.Sprint(i)
		if got := string(j.Kept(name)); got != kept[name] {
			d.t.Fatalf("kept %s is %q, want %q", name, got, kept[name])
		}
	}
}

func TestKeepIsSeenAtOnce(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	v := []byte("draft")
	j.Keep("n", v)
	v[0] = 'x'
	if got := j.Kept("n"); string(got) != "draft" {
		t.Errorf("kept %q", got)
	}
	j.Keep("empty", []byte{})
	d.close(j)
	j = d.reopen("a")
	if got := j.Kept("empty"); got == nil || len(got) > 0 {
		t.Errorf("an empty value came back as %v", got)
	}
	if j.Kept("no") != nil {
		t.Error("something is kept that was not")
	}
}

// TestManyHands takes from several goroutines; the chain must hold.
func TestManyHands(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	var last Saving
	var mu sync.Mutex
	j.Watch(func(s Saving) {
		mu.Lock()
		defer mu.Unlock()
		if s.Saved < last.Saved || s.Err != nil {
			t.Errorf("saved %d after %d: %v", s.Saved, last.Saved, s.Err)
		}
		last = s
	})
	var all sync.WaitGroup
	for hand := range 4 {
		all.Go(func() {
			for i := range 100 {
				j.Take(fmt.Sprint(hand), note(i, "x"))
				j.Keep(fmt.Sprint(hand), []byte{byte(i)})
				if i%25 == 0 {
					if err := j.Flush(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	d.flush(j)
	if j.committed() > 400 {
		t.Errorf("%d transactions for 400 entries", j.committed())
	}
	if r := j.Saving(); r.Saved != 400 || r.Waiting != 0 {
		t.Errorf("saving %+v", r)
	}
	d.close(j)
	mu.Lock()
	defer mu.Unlock()
	if last.Saved != 400 {
		t.Errorf("the watch last saw %d", last.Saved)
	}
}

func TestClockBackwards(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	first := j.Take("a", note(1, "x"))
	d.now = d.now.AddDate(-20, 0, 0) // a battery that lost the time
	second := j.Take("a", note(2, "x"))
	d.close(j)
	j = d.reopen("a")
	d.fold(j)
	third := j.Take("a", note(3, "x"))
	if first.Stamp.Compare(second.Stamp) >= 0 || second.Stamp.Compare(third.Stamp) >= 0 {
		t.Errorf("stamps %v %v %v", first.Stamp, second.Stamp, third.Stamp)
	}
}

func TestStampsStepPastThoseRead(t *testing.T) {
	for name, test := range map[string]struct {
		ahead  time.Duration
		follow bool
	}{
		"an hour ahead":  {time.Hour, true},
		"two days ahead": {48 * time.Hour, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			j := d.create("a")
			d.now = d.now.Add(test.ahead)
			theirs := j.Take("a", note(1, "x"))
			d.close(j)
			d.now = d.now.Add(-test.ahead)
			d.copy("a", "b") // to be another device
			j = d.reopen("b")
			d.fold(j)
			if ours := j.Take("b", note(2, "x")); ours.Stamp.Compare(theirs.Stamp) > 0 != test.follow {
				t.Errorf("%v after %v", ours.Stamp, theirs.Stamp)
			}
		})
	}
}

func TestUnknownIsKept(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	f := note(1, "x")
	f.Kind = 60_000
	f.Writes[0].Register.Field = 60_001
	f.Adds = []inspection.Add{{Counter: 250, N: -3, Visit: inspection.VisitID{Kind: 240}}}
	f.Undoes = inspection.Dot{Device: inspection.DeviceID{9}, Seq: 4}
	e := j.Take("a", f)
	d.close(j)
	if all := d.fold(d.reopen("a")); len(all) != 1 || show(all[0]) != show(e) {
		t.Errorf("came back as %v", all)
	}
}

// TestNewerEntry puts an entry of a later form among ours.
func TestNewerEntry(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.close(j)
	newer := append([]byte{entryVersion + 1}, "what nobody knows yet"...)
	d.inBolt("a", func(tx *bolt.Tx) error {
		key := spot{0, 2}.key()
		return tx.Bucket([]byte(bucketJournal)).Put(key, wrap(bucketJournal, key, newer))
	})
	if err := os.RemoveAll(d.witness); err != nil {
		t.Fatal(err)
	}
	o := d.options()
	o.Witness = ""
	j, err := Open(d.path("a"), o)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(d.fold(j)); n != 1 {
		t.Errorf("%d entries were read", n)
	}
	if e := j.Take("a", note(2, "x")); e.Seq != 3 {
		t.Errorf("went on with %d", e.Seq)
	}
	d.close(j)
	if r := d.verify(d.path("a")); r.Newer != 1 || r.Entries != 3 {
		t.Errorf("report %+v", r)
	}
}

func TestReadOnlyChangesNothing(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	j.Keep("k", []byte("v"))
	d.close(j)
	before := snapshot(t, d.path("a"))
	o := d.options()
	o.ReadOnly = true
	j, err := Open(d.path("a"), o)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.fold(j)) != 1 || string(j.Kept("k")) != "v" || j.Saving().Saved != 1 {
		t.Error("not all was read")
	}
	if _, err := Open(d.path("a"), o); err != nil {
		t.Errorf("a second reader: %v", err)
	}
	d.close(j)
	before.same(t)
}

func TestFlushAfterClose(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	d.close(j)
	if err := j.Flush(); err != nil {
		t.Errorf("nothing waits, but %v", err)
	}
	j.Take("a", note(1, "too late"))
	if err := j.Flush(); !errors.Is(err, ErrClosed) {
		t.Errorf("flush: %v", err)
	}
}

func TestNewID(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	seen := map[string]bool{}
	for range 1000 {
		id := j.NewID()
		if len(id) != 16 || seen[id] || bytes.ContainsFunc([]byte(id), notIDRune) {
			t.Fatalf("id %q", id)
		}
		seen[id] = true
	}
}

func notIDRune(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
