package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestHistoryUndoesAnEntry(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "home", "3", "home", "n").typed("记").keys("esc", "8")
	d.sees("› 2026-09-07 09:00:10  记录人甲（本机）", "由“符合”改为“不符合”")
	before := len(d.shelf.entries)
	d.keys("end", "enter").sees("后来已改，不能撤销")
	if len(d.shelf.entries) != before {
		t.Error("it was undone all the same")
	}
	d.keys("home", "down", "enter").sees("不会抹去原来的记录").keys("enter").sees("由“不符合”改为“符合”")
	if got := d.book.AnswerAt(v.id, "1.01"); got.Verdict != inspection.Met || got.Note != "记" {
		t.Errorf("the answer is %+v", got)
	}
}

func TestHistoryOfAVisitAndItsFindings(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("1", "up", "f2").typed("一个问题").keys("ctrl+s", "down", "3", "up", "up")
	d.keys("h").sees("一个问题", "1.01 的评定").lacks("开始巡察", "1.02").keys("tab").sees("1.02").keys("end").sees("61 处")
	d.keys("tab").sees("1.01 历史").keys("esc").sees("看什么")
}

func TestHistoryScrollsOverLongEntries(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	for range 6 {
		d.keys("n").typed("逐笔核对付款凭证和会议记录，缺少集体研究的过程；").typed("再核对一次。").keys("esc")
	}
	d.keys("8")
	for range 5 {
		d.keys("down")
		d.sees("› 2026")
	}
	d.keys("home").sees("› 2026")
}

func TestHistoryScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		d.keys("1", "home", "3", "home", "n").typed("2023年3笔大额支出未见会议记录。").keys("esc", "s").typed("3/12").keys("enter")
		d.keys("f2").typed("大额支出未经集体研究").keys("ctrl+s", "8", "down").golden("history_" + name).keys("enter").golden("history-undo_" + name)
	})
}

func TestHistoryScrollsInsideALongEntry(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("n")
	d.send(tea.PasteMsg{Content: strings.Repeat("逐笔核对付款凭证和会议记录，缺少集体研究的过程；", 60) + "最后一句。"})
	d.keys("esc", "1", "home", "8").lacks("最后一句").keys("down").lacks("最后一句")
	d.keys("down", "down", "down").sees("最后一句", "› 2026")
	d.keys("up", "up", "up", "up", "up", "up", "up").sees("“符合”")
}
