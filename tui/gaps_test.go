package tui

import (
	"testing"

	"xuncha/inspection"
)

// inFront sets up a visit with one gap of each kind but conflicts.
func inFront(d *driver) *visit {
	d.t.Helper()
	v := visiting(d, "S001")
	d.keys("1", "2", "3", "3", "4", "4", "5")
	d.keys("/").typed("2.01").keys("enter", "f2").typed("有问题").keys("ctrl+s")
	d.keys("/").typed("2.02").keys("enter", "n").typed("本校没有这项业务").keys("esc")
	d.keys("/").typed("9.01").keys("enter", "1")
	s := *d.book.School("S001")
	s.Traits = 0
	s.Known = inspection.Canteen | inspection.Boarding
	d.take(d.book.Enrol(inspection.Roster{s}))
	d.keys("home")
	return v
}

func TestGapsAreGrouped(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inFront(d)
	g := newGaps(d.App, v)
	g.refresh(d.App)
	want := map[inspection.GapKind]int{
		inspection.NoVerdict: 32, inspection.NotCleared: 1, inspection.NoWords: 2, inspection.NoReason: 1,
		inspection.NoEvidence: 1, inspection.OneName: 1, inspection.NotCounted: 1,
	}
	for kind := range draftKind + 1 {
		if got := g.count(kind); got != want[kind] {
			t.Errorf("%s: %d, want %d", d.App.gapKind(kind), got, want[kind])
		}
	}
	for _, one := range g.all {
		if one.Kind == inspection.NoWords && one.Item != "1.02" && one.Item != "1.03" {
			t.Errorf("%s has a finding", one.Item)
		}
		if one.Kind == inspection.NoReason && one.Item != "2.03" {
			t.Errorf("%s has a reason", one.Item)
		}
	}
	if got := len(d.book.Gaps(v.id)); got != len(g.all) {
		t.Errorf("%d are shown, the trade knows of %d", len(g.all), got)
	}
}

func TestGapsJump(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inFront(d)
	d.keys("f7").sees("没有评定 32 · 未查清 1").keys("right", "enter")
	if v.item != "3.01" {
		t.Errorf("went to %s", v.item)
	}
	d.keys("g", "right", "right", "down", "enter")
	if v.item != "1.03" {
		t.Errorf("went to %s", v.item)
	}
	d.keys("g", "end", "enter").sees("9.01 历史", "“符合”").keys("esc").sees("离校前还有").keys("esc")
	if v.item != "1.03" {
		t.Errorf("went to %s", v.item)
	}
}

func TestGapsTellOfTraits(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S011")
	d.keys("/").typed("9.01").keys("enter", "1", "f7").sees("适用情况待定 1").keys("end").sees("9.01").keys("enter").sees("› √  9.01")
}

func TestGapsTellOfConflicts(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "home")
	f, err := d.book.Answer(v.id, "1.01", verdict(inspection.Unmet))
	if err != nil {
		t.Fatal(err)
	}
	g, err := d.book.Answer(v.id, "1.01", verdict(inspection.Partly))
	if err != nil {
		t.Fatal(err)
	}
	d.take(f, nil)
	other := newShelf()
	other.device = inspection.DeviceID{2}
	d.book.Apply(other.Take("记录人乙", g))
	d.sees("冲突待选定", "冲").keys("f7").sees("两台电脑记录不同 1").keys("right", "right").sees("记录人乙 “基本符合”")
	d.keys("enter").sees("处理冲突")
}

func verdict(v inspection.Verdict) inspection.Change { return inspection.Change{Verdict: &v} }

func TestGapsNone(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	for range v.points {
		d.keys("1")
	}
	d.keys("f7").sees("没有发现缺项")
}

func TestGapsScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		inFront(d)
		d.keys("f7").golden("gaps_"+name).keys("right", "right", "right").golden("gaps-reason_" + name)
	})
}
