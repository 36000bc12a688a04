package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestNoteIsSetDownOnEsc(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("n").sees("1.01 办学方向与特色发展制度是否健全", "看什么").typed("抽看4次").keys("enter").typed("缺1次")
	if d.shelf.kept[noteDraft(v.id, "1.01")] == nil {
		t.Error("no draft was kept")
	}
	d.keys("esc").sees("抽看4次", "缺1次", "记")
	if got := d.book.AnswerAt(v.id, "1.01").Note; got != "抽看4次\n缺1次" {
		t.Errorf("the note is %q", got)
	}
	if d.shelf.kept[noteDraft(v.id, "1.01")] != nil {
		t.Error("the draft stayed")
	}
	before := len(d.shelf.entries)
	d.keys("n", "esc", "enter").typed("x").keys("backspace", "esc")
	if len(d.shelf.entries) != before {
		t.Error("a note that did not change was written")
	}
}

func TestNoteStaysOpenOnSave(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("n").typed("一").keys("ctrl+s").sees("记录已存入").typed("二")
	if got := d.book.AnswerAt(v.id, "1.01").Note; got != "一" {
		t.Errorf("the note is %q", got)
	}
	d.keys("ctrl+c")
	if got := d.book.AnswerAt(v.id, "1.01").Note; got != "一二" || !d.quit {
		t.Errorf("after leaving, the note is %q", got)
	}
	driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese).keys("enter").typed("三").sees("一二三")
}

// A crash is a notebook that nobody closed, opened again.
func TestNoteDraftSurvivesACrash(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	var ticks []int
	d.after = func(delay time.Duration, id int) tea.Cmd {
		if delay != time.Second {
			t.Errorf("a delay of %v", delay)
		}
		ticks = append(ticks, id)
		return nil
	}
	v := visiting(d, "S001")
	d.keys("n").typed("写到一半")
	if len(ticks) != 1 {
		t.Fatalf("%d delays under way for four keys", len(ticks))
	}
	if d.shelf.kept[noteDraft(v.id, "1.01")] != nil {
		t.Fatal("kept before its time")
	}
	d.send(tickMsg{ticks[0]})
	d.typed("又")
	d.send(tickMsg{ticks[0]}) // late: not the one under way
	if len(ticks) != 2 || string(d.shelf.kept[noteDraft(v.id, "1.01")]) != "写到一半" {
		t.Fatalf("%d delays, kept %q", len(ticks), d.shelf.kept[noteDraft(v.id, "1.01")])
	}

	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.keys("enter").sees("写到一半", "没有存入的草稿").keys("esc").sees("写到一半").lacks("未存入的记录草稿")
	if got := again.book.AnswerAt(v.id, "1.01").Note; got != "写到一半" {
		t.Errorf("the note is %q", got)
	}
}

func TestVisitTellsOfADraft(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.shelf.kept[noteDraft(v.id, "1.01")] = []byte("草稿")
	d.sees("! 有未存入的记录草稿").keys("f7").sees("未存入的草稿 1")
}

func TestNoteTakesWhatIsPasted(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("n")
	d.send(tea.PasteMsg{Content: "第一行\r\n\t第二行\u202e\x07"})
	if string(d.shelf.kept[noteDraft(v.id, "1.01")]) != "第一行\n    第二行" {
		t.Errorf("kept %q", d.shelf.kept[noteDraft(v.id, "1.01")])
	}
	d.keys("esc")
	if got := d.book.AnswerAt(v.id, "1.01").Note; got != "第一行\n    第二行" {
		t.Errorf("the note is %q", got)
	}
}

func TestNoteTooLongLosesNothing(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("n")
	d.send(tea.PasteMsg{Content: strings.Repeat("字", inspection.MaxText)})
	d.typed("多了").sees("超过 20000 字，请删去 2 字", "20002 / 20000 字")
	d.keys("esc").sees("超过 20000 字", "20002 / 20000 字")
	if len([]rune(string(d.shelf.kept[noteDraft(v.id, "1.01")]))) != inspection.MaxText+2 {
		t.Error("the draft is not whole")
	}
	d.keys("backspace", "backspace", "esc")
	if got := len([]rune(d.book.AnswerAt(v.id, "1.01").Note)); got != inspection.MaxText {
		t.Errorf("the note has %d characters", got)
	}
	d.sees("…+").keys("space").sees("字字字").keys("end").sees("字字字")
}

func TestNoteCursor(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("n").typed("检查abc").keys("left")
	cur := d.View().Cursor
	line := strings.Split(d.screen(), "\n")[cur.Y]
	if cur.X != 1+2*2+2 || !strings.Contains(line, "检查abc") {
		t.Errorf("the cursor is at %d on %q", cur.X, line)
	}
}

func TestNoteScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		d.keys("3", "up", "n").typed("抽看近三年会议记录12次，其中2022年、2023年共3次大额支出（维修、采购）未见上会记录，付款凭证后附校长签批单，无会议纪要。")
		d.keys("enter").typed("访谈总务岗位人员，称当时“来不及开会”。").golden("note_" + name)
	})
}
