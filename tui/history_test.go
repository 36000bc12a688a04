package tui

import (
	"strings"
	"testing"
	"time"

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
	d.keys("tab", "tab", "tab").sees("1.01 历史").keys("esc").sees("看什么")
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

// TestHistoryGrowsWider: from an item to its visit, its school and the whole
// book, and back.
func TestHistoryGrowsWider(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("1", "2", "home", "8").sees("1.01 历史", "这一个要点", "共 1 条").keys("tab").sees("本次巡察", "1.02")
	d.keys("tab").sees("示例一小 历史", "这所学校").keys("tab").sees("流水", "整个账本", "共 ").keys("tab").sees("1.01 历史")
	d.keys("esc", "esc", "1", "home", "h").sees("示例一小 历史", "1.01")
	d.keys("esc", "ctrl+p").typed("liushui").keys("enter").sees("流水", "1.02", "1.01")
}

// TestHistoryOfTheSchoolHasItsRoster: what was set down of a school itself
// belongs to its history too.
func TestHistoryOfTheSchoolHasItsRoster(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := *d.book.School("S001")
	s.Name = "示例一小东校区"
	d.take(d.book.Enrol(inspection.Roster{s}))
	d.keys("1", "home", "8").sees("示例一小东校区", "的名称由“示例一小”改为“示例一小东校区”")
}

func TestHistoryIsFiltered(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "3", "n").typed("缺会议记录").keys("esc")
	other := newShelf()
	other.device = inspection.DeviceID{0xab, 0xcd}
	note := "陪餐记录齐全"
	f, err := d.book.Answer(v.id, "2.01", inspection.Change{Note: &note})
	if err != nil {
		t.Fatal(err)
	}
	d.book.Apply(other.Take("记录人乙", f))
	d.keys("8", "tab").sees("记录人乙（另一台电脑 abcd）", "记录人甲（本机）")
	d.keys("/").typed("会议 1.03").sees("找到 1 /", "缺会议记录").lacks("陪餐").keys("esc").sees("陪餐")
	d.keys("f4").sees("记录人：记录人乙", "陪餐").keys("a").sees("记录人：记录人甲").lacks("记录人甲 · 找到 0").keys("a").sees("共 ").lacks("记录人：")
	d.keys("/").typed("乙").sees("陪餐").keys("enter", "enter").sees("撤销这一条", "陪餐").keys("enter")
	if d.book.AnswerAt(v.id, "2.01").Note != "" {
		t.Error("what another laptop wrote was not taken back")
	}
	d.keys("esc").keys("/").typed("没有这些字").sees("没有找到")
}

// TestHistoryRedoes: an undo among the entries is taken back as a redo, and what
// stands undone is told apart.
func TestHistoryRedoes(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("3", "home", "8", "enter", "enter").sees("〔已撤销〕")
	if d.book.AnswerAt(v.id, "1.01").Verdict != inspection.None {
		t.Fatal("not undone")
	}
	d.keys("home", "enter").sees("重做这一条", "恢复被撤销的内容").keys("enter").sees("已重做")
	if d.book.AnswerAt(v.id, "1.01").Verdict != inspection.Unmet {
		t.Error("not redone")
	}
	d.keys("u", "ctrl+y").sees("已重做")
}

// TestHistoryGoesInSlices: of a filter over thousands of entries the first part
// is there at once, and only entries in sight are wrapped.
func TestHistoryGoesInSlices(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	for i := range 1500 {
		verdict := inspection.Met + inspection.Verdict(i%2)
		d.take(d.book.Answer(v.id, "1.01", inspection.Change{Verdict: &verdict}))
	}
	d.keys("8", "tab")
	s := d.top().(*history)
	if d.screen(); len(s.drawn) > 24 {
		t.Errorf("%d entries wrapped for one screen", len(s.drawn))
	}
	later := d.after
	d.after = func(time.Duration, int) tea.Cmd { return nil }
	d.keys("/").typed("基").sees("正在查找", "已看 150 条")
	d.after, s.armed = later, false
	d.typed("本").sees("找到 1499 / 1501")
}

func TestJournalScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		d.keys("1", "2", "home", "f2").typed("大额支出未经集体研究").keys("ctrl+s", "u")
		d.open(newJournal(d.App))
		d.golden("journal_" + name)
		d.keys("/").typed("1.02").golden("journal-search_" + name)
	})
}

// BenchmarkJournal opens the history of a book of 61 schools in three rounds,
// and looks for a word in it.
func BenchmarkJournal(b *testing.B) {
	a := searchable(b, 61, 1000)
	a.after = func(time.Duration, int) tea.Cmd { return nil }
	var opened, all, frame time.Duration
	for range b.N {
		start := time.Now()
		a.open(newJournal(a))
		_ = a.View()
		opened = max(opened, time.Since(start))
		start = time.Now()
		s := a.top().(*history)
		s.asking = true
		for a.Update(press("验")); !s.whole(); s.armed = true {
			one := time.Now()
			a.Update(tickMsg{s.no})
			_ = a.View()
			frame = max(frame, time.Since(one))
		}
		all = max(all, time.Since(start))
		a.back()
	}
	b.ReportMetric(float64(a.book.Len()), "entries")
	b.ReportMetric(float64(opened.Microseconds())/1000, "ms/open")
	b.ReportMetric(float64(all.Microseconds())/1000, "ms/filter")
	b.ReportMetric(float64(frame.Microseconds())/1000, "ms/frame")
}
