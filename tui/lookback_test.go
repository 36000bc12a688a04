package tui

import (
	"testing"

	"xuncha/inspection"
)

func TestLookBackScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.threads().keys("f8", "right", "f7").golden("lookback_plan_" + name)
		d.keys("2", "esc").golden("lookback_rounds_" + name)
		d.keys("2").golden("lookback_schools_" + name)
		d.keys("/").typed("s001").keys("enter").golden("lookback_" + name)
		d.keys("4", "enter").typed("示例说明：又有两笔没有研究记录。").golden("lookback_note_" + name)
		d.keys("esc", "space").golden("lookback_whole_" + name)
		d.keys("space", "f7").golden("lookback_gaps_" + name)
	})
}

// lookedBack plans look-backs in the second round and opens that of a school.
func (d *driver) lookedBack(school inspection.SchoolCode) *lookBack {
	d.t.Helper()
	d.keys("f6", "f7").sees("安排回头看", "列入第二轮，6 所学校").keys("3").sees("已在第二轮安排回头看 6 所").keys("esc")
	d.open(d.visitAt(place{Round: 2, Kind: inspection.LookBack, School: school}))
	return d.top().(*lookBack)
}

func TestLookBackByKeys(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	l := d.lookedBack("S003")
	closed := inspection.FindingID("t2-3")
	if r := d.book.Row(closed).Rectification; r.Closed == 0 {
		t.Fatal("the story has no closed finding")
	}
	d.sees("0/4", "时限", "措施", "进展").keys("1").sees("1/4", "√1")
	d.keys("2").sees("2/4").keys("5").sees("3/4")
	if l.here != closed {
		t.Fatalf("at %s, not at the closed one", l.here)
	}
	d.keys("4").sees("4/4", "全部问题都已作答")
	if r := d.book.Row(closed).Rectification; r.Closed != 0 || r.Reopened != 1 || r.State != inspection.NotDone {
		t.Errorf("not open again: %+v", r)
	}
	d.keys("enter").typed("又出现两次").keys("esc").sees("又出现两次", "反弹 1 次")
	d.keys("up", "0").sees("3/4").keys("u").sees("4/4", "已撤销")
	d.keys("end", "u", "u").sees("3/4")
	if r := d.book.Row(closed).Rectification; r.Closed == 0 || r.Reopened != 0 {
		t.Errorf("undone, and not closed: %+v", r)
	}
	d.keys("ctrl+y").sees("4/4").keys("f4").sees("回头看", "↺ 反弹").keys("esc", "8").sees("反弹").keys("esc")
	d.keys("f6").sees("S", "反弹1").keys("6").sees("未完成")
}

func TestLookBackGoesOnWhereItWas(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	l := d.lookedBack("S003")
	d.keys("down", "down")
	here := l.here
	for len(d.stack) > 1 {
		d.keys("esc")
	}
	d.sees("继续上次", d.book.Row(here).Title, "回头看 6 所 · 已开始 0")
	d.keys("enter")
	if got, ok := d.top().(*lookBack); !ok || got.here != here {
		t.Fatalf("work does not go on at %s", here)
	}
	d.keys("1", "f7").sees("离校检查", "没有评定 3").keys("enter")
	if _, ok := d.top().(*lookBack); !ok {
		t.Error("a line of the check does not lead to the finding")
	}
	if s := d.book.TallyRound(2); s.Begun != 0 || s.Planned != 20 {
		t.Errorf("a look-back stands in the round's figures: %+v", s)
	}
	d.keys("f5").sees("0 / 20", "未进校 20").keys("4").lacks("示例长城中学·回头看  ").keys("esc")
	d.keys("esc").sees("1/4", "进行中")
}

func TestLookBacksAreTakenBackAtOnce(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.keys("f6", "f7", "3", "u").sees("已撤销")
	if n := d.book.TallyLookBacks(2).Planned; n != 0 {
		t.Errorf("%d are left", n)
	}
	d.keys("ctrl+y")
	if n := d.book.TallyLookBacks(2).Planned; n != 6 {
		t.Errorf("%d are there again", n)
	}
	d.keys("f7").lacks("列入第二轮")
}
