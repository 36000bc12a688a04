package tui

import (
	"testing"

	"xuncha/inspection"
)

// What cannot be set down names its field and what it should look like, and the
// cursor goes there: also where it is the book that refuses, and the first of
// several.
func TestSlipsGoToTheFieldThatIsWrong(t *testing.T) {
	long := "很长的名称"
	for len([]rune(long)) <= inspection.MaxTitle {
		long += long
	}
	plan := func(d *driver) { d.keys("f8", "home") }
	work := func(tabs ...string) func(d *driver) {
		return func(d *driver) {
			visiting(d, "S001")
			d.keys("w").keys(tabs...).keys("enter")
		}
	}
	for name, c := range map[string]struct {
		open  func(d *driver)
		typed []string // field by field; empty: left as it is
		sees  string
		here  string // the label under the cursor
	}{
		"day of a visit":      {func(d *driver) { plan(d); d.keys("f2") }, []string{"1", "1", "9-31", "x"}, "进校日期：请写如 2026-03-02 或 3-2，看不懂“9-31”", "进校日期"},
		"team too high":       {func(d *driver) { plan(d); d.keys("f2") }, []string{"100", "", "9-21"}, "巡察组：请写 1 到 99 的整数，看不懂“100”", "巡察组"},
		"days reversed":       {func(d *driver) { plan(d); d.keys("f2") }, []string{"", "", "2026-09-21", "2026-09-20"}, "离校日期：最后一天早于第一天", "离校日期"},
		"no title":            {func(d *driver) { plan(d); d.keys("f4") }, []string{" "}, "名称：不能是空的", "名称"},
		"deadline of nothing": {func(d *driver) { plan(d); d.keys("f4") }, []string{"", "", "", "", "0"}, "集中整改：请写 1 到 366 的整数，看不懂“0”", "集中整改"},
		"deadline missing":    {func(d *driver) { plan(d); d.keys("f4") }, []string{"", "", "", " "}, "整改方案：请写 1 到 366 的整数", "整改方案"},
		"no code":             {func(d *driver) { plan(d); d.keys("f10") }, []string{"", "新校"}, "编号：请写编号", "编号"},
		"no name of a school": {func(d *driver) { plan(d); d.keys("f10") }, []string{"S900"}, "名称：不能是空的", "名称"},
		"no name of a member": {func(d *driver) { plan(d); d.keys("f3", "f2") }, []string{"", "科长"}, "姓名：不能是空的", "姓名"},
		"one inspector":       {work("tab"), []string{"校长"}, "谈话人：谈话应由两名以上巡察人员进行", "谈话人"},
		"no post":             {work("tab"), []string{"", "", "甲、乙"}, "岗位：不能是空的", "岗位"},
		"too long":            {work("tab"), []string{long, "", "甲、乙"}, "岗位：文字太长", "岗位"},
		"no organ":            {work("tab", "tab", "tab"), []string{"2", " "}, "接收单位：不能是空的", "接收单位"},
		"share":               {func(d *driver) { toOffice(d) }, []string{"", "", "", "", "", "三成"}, "部分：尺度应写成几分之几", "部分"},
		"scale":               {func(d *driver) { toOffice(d) }, []string{"", "", "", "", "", "3/5"}, "部分：词语尺度不对", "部分"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDriver(t, 120, 36, inspection.Chinese)
			c.open(d)
			s := d.top().(*slip)
			n := len(d.shelf.entries)
			for i, words := range c.typed {
				if words != "" {
					s.slots[i].set(words)
				}
			}
			s.here = len(s.slots) - 1
			d.keys("ctrl+s").sees(c.sees, "› "+c.here)
			if d.top() != screen(s) || len(d.shelf.entries) != n {
				t.Error("it was set down")
			}
		})
	}
}

// A day without its year is shown whole, and remarked on where it falls outside
// the round; it can be set down all the same.
func TestSlipsShowDaysWhole(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "left", "left")
	d.keys("f4", "down").typed("9-1").sees("9-1           2026-09-01 星期二").lacks("!")
	d.keys("down").typed("11月30日").sees("11月30日      2026-11-30 星期一").keys("ctrl+s").sees("已设定")
	d.keys("f2", "down", "down").typed("11-3").sees("2026-11-03 星期二").lacks("!")
	d.keys("ctrl+u").typed("8-1").sees("8-1           ! 2026-08-01 星期六", "! 不在").keys("ctrl+u").typed("7-31")
	d.sees("7-31          ! 2027-07-31 星期六", "! 不在第一轮的日期内（2026-09-01 至 11-30），请核对")
	d.keys("ctrl+u").typed("2026-10-09").sees("2026-10-09    星期五").lacks("!")
	d.keys("down").typed("+3").sees("+3            2026-10-12 星期一").keys("ctrl+s").sees("2026-10-09 至 10-12")

	d = newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "f2", "down", "down") // the round has no days
	d.typed("3-1").sees("2027-03-01 星期一").lacks("!").keys("ctrl+u").typed("8月31日").sees("! 2027-08-31 星期二", "! 离今天半年以上，请核对")
}
