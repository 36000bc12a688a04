package data

import (
	"os"
	"testing"
)

func TestSameBookSameDevice(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	device := j.Device()
	j.Take("a", note(1, "x"))
	d.close(j)
	for range 3 {
		j = d.reopen("a")
		if j.Device() != device {
			t.Fatal("it got a new device")
		}
		j.Take("a", note(1, "x"))
		d.close(j)
	}
	r := d.verify(d.path("a"))
	if len(r.Devices) != 1 || r.Devices[0].Entries != 4 || r.Devices[0].Device != device {
		t.Errorf("report %+v", r)
	}
}

// twoDevices writes on in a book that must have got a new device.
func (d *desk) twoDevices(name string, old *Journal) {
	d.t.Helper()
	j := d.reopen(name)
	if j.Device() == old.Device() {
		d.t.Fatalf("%s goes on as the same device", name)
	}
	n := len(d.fold(j))
	if e := j.Take("b", note(2, "y")); e.Seq != 1 || e.Device != j.Device() {
		d.t.Errorf("took entry %d", e.Seq)
	}
	device := j.Device()
	d.close(j)
	r := d.verify(d.path(name))
	if r.Entries != n+1 || len(r.Devices) != 2 || r.Devices[1].Entries != 1 {
		d.t.Errorf("%s: report %+v", name, r)
	}
	if again := d.reopen(name); again.Device() != device {
		d.t.Errorf("%s got a third device", name)
	} else {
		d.close(again)
	}
}

func TestCopyGetsNewDevice(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.close(j)
	d.copy("a", "b")
	d.twoDevices("b", j)
	if d.reopen("a").Device() != j.Device() {
		t.Error("the original got a new device")
	}
}

func TestRestoredGetsNewDevice(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.close(j)
	d.copy("a", "backup")
	j = d.reopen("a")
	j.Take("a", note(2, "y"))
	d.close(j)
	d.copy("backup", "a")
	d.twoDevices("a", j)
}

// TestRestoredWithAnotherEnd restores a copy that is no shorter than the
// witness remembers, but went on differently.
func TestRestoredWithAnotherEnd(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.close(j)
	d.copy("a", "b")
	o := d.options()
	o.Witness = ""
	other, err := Open(d.path("b"), o)
	if err != nil {
		t.Fatal(err)
	}
	other.Take("a", note(2, "here"))
	d.close(other)
	j = d.reopen("a")
	j.Take("a", note(2, "there"))
	d.close(j)
	d.copy("b", "a")
	d.twoDevices("a", j)
}

func TestLostWitness(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.close(j)
	if err := os.RemoveAll(d.witness); err != nil {
		t.Fatal(err)
	}
	d.twoDevices("a", j)
}

func TestWithoutWitnessSameDevice(t *testing.T) {
	d := newDesk(t)
	d.witness = ""
	j := d.create("a")
	d.close(j)
	if d.reopen("a").Device() != j.Device() {
		t.Error("it got a new device")
	}
}

// TestLaggingWitness is a program that was killed: the book is ahead of the
// witness.
func TestLaggingWitness(t *testing.T) {
	d := newDesk(t)
	j := d.create("a")
	j.Take("a", note(1, "x"))
	d.flush(j)
	j.mu.Lock()
	old := testimonyOf(j.own.device, j.saved)
	j.mu.Unlock()
	j.Take("a", note(2, "x"))
	d.close(j)
	if err := j.witness.write(old); err != nil {
		t.Fatal(err)
	}
	again := d.reopen("a")
	if again.Device() != j.Device() {
		t.Error("it got a new device")
	}
	if e := again.Take("a", note(3, "x")); e.Seq != 3 {
		t.Errorf("went on with %d", e.Seq)
	}
}

// TestSuspectIsChecked counts when the check is asked for.
func TestSuspectIsChecked(t *testing.T) {
	d := newDesk(t)
	d.close(d.create("a"))
	checked := 0
	o := d.options()
	o.Check = func(string) error { checked++; return nil }
	open := func(want int) {
		t.Helper()
		j, err := Open(d.path("a"), o)
		if err != nil {
			t.Fatal(err)
		}
		dirty, err := os.ReadFile(j.witness.path)
		if err != nil {
			t.Fatal(err)
		}
		d.close(j)
		if checked != want {
			t.Errorf("checked %d times, want %d", checked, want)
		}
		if want == 0 {
			write(t, j.witness.path, dirty) // as if it had been killed
		}
	}
	open(0)
	open(1)
	open(1)
	d.copy("a", "a") // another time
	open(2)
}

// TestWitnessCannotBeWritten: a book opens and saves where its witness cannot
// be kept.
func TestWitnessCannotBeWritten(t *testing.T) {
	d := newDesk(t)
	d.close(d.create("a"))
	write(t, d.path("no folder"), nil)
	o := d.options()
	o.Witness = d.path("no folder")
	j, err := Open(d.path("a"), o)
	if err != nil {
		t.Fatal(err)
	}
	j.Take("a", note(1, "x"))
	d.close(j)
	if err := os.Remove(d.path("no folder")); err != nil {
		t.Fatal(err)
	}
}
