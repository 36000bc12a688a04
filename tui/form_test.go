package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestFormRaisesAFinding(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("3", "up", "f2").sees("《示例规定》第三条（已核）", "×不符合", "（按 → 采用）应上会未上会")
	d.typed("大额支出未上会").keys("tab").typed("2023年3次。").keys("enter").typed("未见纪要。").keys("esc").sees("问题已存入")
	d.sees("问题   大额支出未上会", "问题 1", "问1")
	all := d.book.FindingsAt(v.id)
	if len(all) != 1 || all[0].Title != "大额支出未上会" || all[0].Facts != "2023年3次。\n未见纪要。" || all[0].Item != "1.01" {
		t.Fatalf("findings are %+v", all)
	}
	d.keys("f").sees("问题   大额支出未上会").typed("第二个问题").keys("ctrl+s").sees("问题 2", "问2")
	if left := d.shelf.drafts(); len(left) > 0 {
		t.Errorf("drafts stayed: %v", left)
	}
}

func TestFormTakesTheTypicalProblemOver(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2", "right", "backspace").typed("。").keys("ctrl+s")
	if got := d.book.FindingsAt(v.id)[0].Title; got != "应上会未上会，只有结论，没有讨论过。" {
		t.Errorf("the title is %q", got)
	}
}

func TestFormWithoutWordsIsDropped(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2").typed("错").keys("backspace", "esc").sees("未提出问题")
	if len(d.book.FindingsAt(v.id)) != 0 || d.shelf.kept[formDraft(v.id, "1.01")] != nil {
		t.Error("something stayed")
	}
}

func TestFormNeedsATitle(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2", "tab").typed("只有事实").keys("ctrl+s").sees("还没有标题", "只有事实").keys("esc").sees("已留作草稿")
	// Killed here, and opened again.
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.keys("enter").sees("! 有未存入的问题草稿").keys("f2").sees("只有事实", "没有存入的草稿")
	again.typed("标题有了").keys("esc")
	if got := again.book.FindingsAt(v.id); len(got) != 1 || got[0].Facts != "只有事实" {
		t.Errorf("findings are %+v", got)
	}
	again.lacks("问题草稿")
}

func TestFormLeftOpenIsSetDown(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2").typed("甲").keys("ctrl+c")
	if got := d.book.FindingsAt(v.id); len(got) != 1 || !d.quit {
		t.Fatalf("findings are %+v", got)
	}
	// The end was put off: what follows changes the same finding.
	d.typed("乙").keys("ctrl+s")
	if got := d.book.FindingsAt(v.id); len(got) != 1 || got[0].Title != "甲乙" {
		t.Errorf("findings are %+v", got)
	}
}

func TestFormTooLongLosesNothing(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2")
	d.send(tea.PasteMsg{Content: strings.Repeat("题", inspection.MaxTitle+1) + "\n"})
	d.sees("标题超过 200 字，请删去 1 字").keys("esc").sees("标题超过 200 字").keys("backspace", "esc")
	if got := d.book.FindingsAt(v.id); len(got) != 1 || len([]rune(got[0].Title)) != inspection.MaxTitle {
		t.Errorf("findings are %+v", got)
	}
}

func TestFormLeadsOnToTheSheet(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f2", "f4").sees("还没有标题").typed("大额支出未上会").keys("f4").sees("问题底稿", "○ 草稿", "大额支出未上会", "《示例规定》第三条")
	if len(d.book.FindingsAt(v.id)) != 1 {
		t.Error("the finding was not set down")
	}
	d.keys("esc").sees("1.01", "问1")
}

func TestFormScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		d.keys("3", "up", "m", "1", "2", "enter", "s").typed("3/12").keys("enter", "f2").golden("form-new_" + name)
		d.typed("大额支出未经集体研究").keys("tab")
		d.typed("2023年3月、6月、11月，维修和采购共3笔大额支出未见会议记录，由校长岗位签批付款。").golden("form_" + name)
	})
}

// TestFormGoesOnAfterACrash: who was writing a finding when the program was
// killed is back in it, at the same field and cursor; who had left it is not.
func TestFormGoesOnAfterACrash(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("down", "f2").typed("大额支出未上会").keys("tab").typed("三笔").keys("left").typed("共")
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.keys("enter").sees("大额支出未上会", "三共笔").typed("计").sees("三共计笔")
	again.keys("ctrl+s").sees("看什么", "大额支出未上会")
	after := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	after.keys("enter").sees("看什么").keys("f2").typed("只有事实").keys("ctrl+u", "tab").typed("没有标题").keys("esc")
	later := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	later.keys("enter").sees("看什么").lacks("没有标题").keys("f2").sees("没有标题")
}
