package inspection

import (
	"fmt"
	"testing"
)

// desk takes facts as a journal does, without a disk.
type desk struct {
	book Book
	seq  uint64
	stop uint64 // refuses to take more than this many, when above zero
}

func (d *desk) take(f Fact) error {
	if d.stop > 0 && d.seq == d.stop {
		return fmt.Errorf("the disk is full")
	}
	d.seq++
	e := &Entry{Device: DeviceID{7}, Seq: d.seq, Stamp: Stamp{Millis: int64(d.seq)}, Fact: f}
	e.Hash[0], e.Hash[1] = byte(d.seq>>8), byte(d.seq)
	d.book.Apply(e)
	return nil
}

func foundingContent(schools int) (Campaign, Roster, *Checklist) {
	var r Roster
	for i := range schools {
		r = append(r, School{Code: SchoolCode(fmt.Sprintf("S%03d", i+1)), Name: fmt.Sprintf("示例%d小", i+1), Order: i + 1})
	}
	l := &Checklist{ID: "试-1", Title: "试", Sections: []Section{
		{Number: 1, Name: "甲", Dimension: 1, Focus: 1, Items: []Item{{Code: "1.01", Title: "乙", Section: 1}}},
	}}
	return Campaign{ID: "c1", Title: DefaultTitle, Zone: BeijingZone}, r, l
}

func TestFounding(t *testing.T) {
	for every, want := range map[bool][3]int{false: {21, 20, 20}, true: {61, 61, 61}} {
		var d desk
		c, r, l := foundingContent(61)
		if err := Founding(d.take, &d.book, c, r, l, every); err != nil {
			t.Fatal(err)
		}
		for i, n := range want {
			if got := len(d.book.VisitsIn(RoundNo(i + 1))); got != n {
				t.Errorf("every=%v: round %d has %d schools, want %d", every, i+1, got, n)
			}
			if d.book.ChecklistOf(RoundNo(i+1)) == nil {
				t.Errorf("round %d has no checklist", i+1)
			}
		}
		if !d.book.IsFounded() {
			t.Error("not founded")
		}
		before := d.seq
		if err := Founding(d.take, &d.book, c, r, l, every); err != nil || d.seq != before {
			t.Errorf("founding twice wrote %d entries: %v", d.seq-before, err)
		}
	}
}

func TestFoundingBrokenOff(t *testing.T) {
	for stop := uint64(1); stop < 7; stop++ {
		d := desk{stop: stop}
		c, r, l := foundingContent(5)
		if err := Founding(d.take, &d.book, c, r, l, false); err == nil {
			t.Fatal("a full disk was not told")
		}
		if d.book.IsFounded() {
			t.Errorf("founded after %d entries", stop)
		}
		d.stop = 0
		if err := Founding(d.take, &d.book, c, r, l, false); err != nil || !d.book.IsFounded() {
			t.Errorf("after %d entries it does not go on: %v", stop, err)
		}
	}
}

// A book stays founded when its office brings a roster of other schools.
func TestEmptiedPlanIsFounded(t *testing.T) {
	var d desk
	c, r, l := foundingContent(5)
	if err := Founding(d.take, &d.book, c, r, l, false); err != nil {
		t.Fatal(err)
	}
	f, err := d.book.Replan(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.take(f); err != nil {
		t.Fatal(err)
	}
	if n := len(d.book.VisitsIn(1)); n != 0 || !d.book.IsFounded() {
		t.Errorf("%d visits, founded %v", n, d.book.IsFounded())
	}
	var again desk
	s := d.book.State()
	if err := Refound(func(_ string, f Fact) error { return again.take(f) }, &again.book, s); err != nil || !again.book.IsFounded() {
		t.Errorf("set up again: %v, founded %v", err, again.book.IsFounded())
	}
}
