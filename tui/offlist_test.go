package tui

import (
	"testing"

	"xuncha/inspection"
)

// An item that another version of the checklist has not is nowhere in the way:
// its answer and its finding are listed, and every page opens.
func TestItemsThatAreGone(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "3", "f2").typed("应上会未上会").keys("ctrl+s")
	list := *d.book.ChecklistOf(1)
	list.ID, list.Sections = "另一版", append([]inspection.Section{}, list.Sections...)
	list.Sections[0].Items = list.Sections[0].Items[2:]
	d.take(d.book.Adopt(&list, 1))
	if off := d.book.OffList(v.id); len(off) != 2 {
		t.Fatalf("%v are off the list", off)
	}
	d.keys("down", "up", "tab").sees("0/40", "问题 1")
	d.keys("f7").sees("没有评定")
	d.keys("end").sees("作答的要点已不在清单", "1.02 ")
	d.keys("esc", "f5", "down", "enter", "esc", "esc", "f6", "esc", "f8", "esc")
	d.keys("/").typed("上会").keys("enter").View()
	if f := d.book.FindingsAt(v.id); len(f) != 1 || f[0].Item != "1.02" {
		t.Errorf("the finding is %v", f)
	}
}
