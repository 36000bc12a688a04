package tui

import (
	"strings"
	"testing"

	"xuncha/inspection"
)

func TestRectifyScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.threads()
		d.open(newRectify(d.App, "t5-1"))
		d.golden("rectify_unfed_" + name).keys("esc")
		d.open(newRectify(d.App, "t0-0"))
		d.golden("rectify_" + name)
		d.keys("down", "enter").typed("。开展一次自查").golden("rectify_writing_" + name)
		d.keys("esc")
		for range 4 {
			d.keys("down")
		}
		d.keys("enter", "ctrl+u").typed("12月31日，长期坚持").golden("rectify_deadline_" + name)
		d.keys("enter", "4").typed("示例进展：已补齐会议记录。").golden("rectify_progress_" + name)
		d.keys("esc", "3", "5").golden("rectify_noproof_" + name)
		d.keys("6").golden("proofs_none_" + name)
	})
}

// The whole thread by keys: fed back, planned, on its way, done, closed.
func TestRectifiedFromTheLedger(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	id := inspection.FindingID("t0-0")
	d.open(newLedger(d.App, "S001"))
	d.sees("示例一小整改台账").keys("home", "enter").sees("大额资金使用未经党组织会议研究", "! 逾期 3 天")
	d.keys("enter", "ctrl+a", "backspace").typed("制度执行到位").keys("tab").sees("重新学习议事规则")
	for range 4 {
		d.keys("down")
	}
	d.sees("› 整改时限").keys("enter", "ctrl+u").typed("32-1").sees("长期坚持").keys("enter").sees("看不懂这个日期")
	d.keys("ctrl+u").typed("+30天").sees("→ 2026-10-07 星期三 · 剩 30 天").keys("enter").sees("2026-10-07 星期三", "剩 30 天")
	d.keys("0").sees("· 长期坚持", "剩 30 天·长期")
	d.keys("4").typed("示例进展").keys("esc").sees("进展已记下")
	d.keys("5").sees("整改还没有完成，不能销号")
	d.keys("3", "5").sees("没有整改佐证，不能销号")
	row := func() inspection.Rectification { return d.book.Row(id).Rectification }
	if r := row(); r.Goal == "制度健全、执行到位" || len(r.Progress) != 2 || r.State != inspection.Done || !r.LongTerm {
		t.Fatalf("%+v", r)
	}
	f, _ := d.book.Finding(id)
	d.App.take(d.book.Attach(f.Visit, inspection.EvidenceID(strings.Repeat("a", 64)), "示例照片.jpg", 9, "", id))
	d.keys("6").sees("[ ] 示例照片.jpg").keys("space").sees("[x] 示例照片.jpg").keys("enter").sees("[ ]").keys("space", "esc")
	d.keys("5").sees("销号人：记录人甲").keys("enter").sees("已销号")
	if r := row(); r.Closed == 0 || r.ClosedBy != "记录人甲" {
		t.Fatalf("%+v", r)
	}
	d.keys("1").sees("问题已经销号").keys("8").sees("大额资金使用未经党组织会议研究").keys("esc")
	for range 20 {
		d.keys("u")
		if row().Closed == 0 && row().LongTerm == false && row().State == inspection.NotDone {
			break
		}
	}
	if r := row(); r.Closed != 0 || len(r.Proof) != 0 || r.State != inspection.NotDone {
		t.Errorf("not undone: %+v", r)
	}
	d.keys("ctrl+y").sees("已重做")
}

func TestAFieldBeingWrittenIsNotLost(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.open(newRectify(d.App, "t0-0"))
	d.keys("enter").typed("，并公示")
	if d.shelf.kept["draft/rectify/t0-0/1"] == nil {
		t.Fatal("a second after the last key there is no draft")
	}
	d.keys("ctrl+c") // leaving sets it down
	if got := d.book.Row("t0-0").Rectification.Goal; !strings.HasSuffix(got, "，并公示") {
		t.Errorf("the goal is %q", got)
	}
}

// Progress has been made on a day that was: one without its year is the last.
func TestProgressIsOfADayThatWas(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.open(newRectify(d.App, "t0-0"))
	was := len(d.book.Row("t0-0").Rectification.Progress)
	d.keys("4").typed("示例进展").keys("tab", "ctrl+u").typed("12-30").sees("12-30         2025-12-30 星期二").keys("ctrl+s").sees("进展已记下")
	all := d.book.Row("t0-0").Rectification.Progress
	if len(all) != was+1 || all[0].Day != testDay(2025, 12, 30) {
		t.Errorf("%+v", all)
	}
}
