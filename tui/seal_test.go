package tui

import (
	"testing"

	"xuncha/inspection"
)

// closing seals the visit in front with its gaps.
func closing(d *driver) *visit {
	d.t.Helper()
	v := inFront(d)
	d.keys("f7", "1").sees("组长姓名", "记录人甲").keys("ctrl+u").typed("组长乙").keys("enter").sees("处缺项").keys("enter").sees("请写明理由")
	d.typed("学校临时停课").keys("enter").sees("已封存，数字已固定", "已封存 2026-09-07 组长乙").keys("esc")
	return v
}

func TestSealAndAmend(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := closing(d)
	d.keys("f7", "s").sees("已经封存").keys("esc").sees("已封存 2026-09-07 组长乙 · 改动须写更正理由")
	was := v.item
	d.keys("3").sees("更正理由", "已封存 2026-09-07 组长乙", "由“符合”改为“不符合”")
	d.keys("enter").sees("请写明更正理由").keys("esc").sees("没有更正，封存的内容没有变")
	if v.item != was || d.book.AnswerAt(v.id, was).Verdict != inspection.Met {
		t.Fatal("a dropped amendment changed something")
	}
	d.keys("3").typed("复核原件").keys("enter")
	if d.book.AnswerAt(v.id, was).Verdict != inspection.Unmet || v.item == was {
		t.Fatal("the amendment was not taken, or did not go on to the next item")
	}
	d.keys("1").sees("复核原件").keys("enter").sees("已作为更正记下")
	d.keys("ctrl+d").sees("封存时", "更正后", "更正 2 处", "理由：复核原件", "“不符合”", "+1")
	d.keys("enter").sees("1.01 历史").keys("esc", "esc")
	seal, _ := d.book.SealAt(v.id)
	if got := seal.Figures[2].N; got != 1 {
		t.Errorf("%d were met when it was sealed", got)
	}
}

func TestAmendmentsOfWordsAreNotLost(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := closing(d)
	d.keys("n").typed("补记一句").keys("esc").sees("更正理由", "补记一句").keys("esc").sees("没有更正", "有未存入的记录草稿")
	d.keys("n").sees("补记一句").keys("esc").typed("补充").keys("enter")
	if got := d.book.AnswerAt(v.id, v.item).Note; got != "补记一句" {
		t.Errorf("the note is %q", got)
	}
	d.sees("1.01").keys("f2").typed("漏记的问题").keys("ctrl+s").sees("更正理由").keys("enter").sees("问题已存入")
	if got := len(d.book.FindingsAt(v.id)); got != 2 {
		t.Errorf("%d findings", got)
	}
	d.keys("u").sees("更正理由").keys("enter").sees("已撤销").keys("ctrl+y", "enter").sees("已重做")
	if got := len(d.book.FindingsAt(v.id)); got != 2 {
		t.Errorf("%d findings after undo and redo", got)
	}
	for _, diff := range d.book.Differences(v.id) {
		if len(diff.Reasons) == 0 || diff.Reasons[len(diff.Reasons)-1] != "补充" {
			t.Errorf("%v was changed because of %q", diff.Register, diff.Reasons)
		}
	}
	// Through a question that closes itself before it asks the book.
	d.keys("8", "enter", "1").sees("更正理由").keys("enter").sees("已撤销")
	// A note that is open when the program ends stays as a draft.
	d.keys("esc", "n").typed("又一句").keys("ctrl+c")
	if !d.quit || d.shelf.kept[noteDraft(v.id, v.item)] == nil {
		t.Error("the words are gone, or the program stays")
	}
}

func TestDecisionsNeedNoAmendment(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := closing(d)
	id := d.book.FindingsAt(v.id)[0].ID
	d.open(newSheet(d.App, id))
	d.keys("down", "enter").typed("补充事实。").keys("esc").sees("更正理由").typed("补充").keys("enter").sees("补充事实。")
	d.keys("1").sees("→ 送审", "已送审")
	d.keys("x").sees("更正理由").keys("esc").sees("→ 送审")
}

func TestUnseal(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := closing(d)
	d.keys("f7", "2", "enter").sees("请写明理由").typed("重新进校").keys("enter").sees("已启封").keys("esc").lacks("已封存").keys("3")
	if _, sealed := d.book.SealAt(v.id); sealed {
		t.Error("still sealed")
	}
	d.keys("f7", "x").sees("没有封存").keys("3").sees("已启封", "重新进校", "更正 1 处").keys("esc", "esc")
	d.open(newVisit(d.App, place{Round: 1, Kind: inspection.Routine, School: "S002"}))
	d.keys("ctrl+d").sees("还没有封存")
}

func TestSealedVisitsOfARound(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	closing(d)
	d.keys("3").typed("复核").keys("enter", "f5").sees("已封存 1 / 21 所", "Ctrl+D").keys("ctrl+d").sees("示例一小", "更正 1 处").keys("enter").sees("封存时")
}

// A change that no key asked for is held up and taken all the same.
func TestAmendmentWithoutAKey(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := closing(d)
	if d.take(d.book.Answer(v.id, "3.01", verdict(inspection.Partly))) {
		t.Fatal("taken without a reason")
	}
	d.send(tickMsg{})
	d.sees("更正理由").typed("补录").keys("enter")
	if d.book.AnswerAt(v.id, "3.01").Verdict != inspection.Partly {
		t.Error("not taken")
	}
}

func TestSealScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		v := inFront(d)
		d.keys("f7", "1").golden("seal_" + name).keys("enter").golden("seal-gaps_" + name)
		d.typed("学校临时停课").keys("enter").golden("gaps-sealed_" + name)
		d.keys("esc").golden("visit-sealed_" + name).keys("3").golden("amend_" + name)
		d.typed("复核原件").keys("enter", "n").typed("原件显示未上会").keys("esc", "enter")
		f := d.book.FindingsAt(v.id)[0]
		d.open(newSheetAt(d.App, f.ID, sheetFacts))
		d.keys("enter").typed("2024年5月。").keys("esc", "enter", "esc", "ctrl+d", "down").golden("sealed_" + name)
	})
}

func TestSealOfALookBackVisit(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	l := d.lookedBack("S003")
	d.keys("1", "f7", "1", "enter").typed("其余下次再看").keys("enter").sees("已封存 2026-").keys("esc").sees("改动须写更正理由")
	here := l.here
	d.keys("2").sees("更正理由").keys("esc").sees("没有更正")
	if d.book.RelookAt(l.id, here).Answer != 0 {
		t.Fatal("answered without a reason")
	}
	d.keys("enter").typed("没有整改").keys("esc").sees("更正理由").keys("esc").sees("1/4").keys("f7").sees("回头看草稿").keys("end", "enter")
	d.keys("enter").sees("没有整改").keys("esc").typed("漏记").keys("enter").sees("没有整改")
	d.keys("2", "enter", "ctrl+d").sees("封存对照", "仍存在", "+1", "漏记")
}
