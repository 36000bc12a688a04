package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestCountersByKeysAndNumbers(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f10").sees("工作量", "个别谈话（人次）", "只记岗位，不记姓名")
	d.keys("down", "down", "+", "right", "=", "-").sees("受理信访（件） -1，共 2")
	if got := d.book.Counted(v.id, inspection.Letters); got != 2 {
		t.Errorf("%d letters", got)
	}
	d.keys("5").sees("登记总数", "现在是 2").keys("7", "enter").sees("+55，共 57")
	d.keys("down", "enter").sees("总数：").keys("ctrl+u").typed("１２").keys("enter").sees("座谈和列席会议（次） +12，共 12")
	d.keys("enter").typed("x").keys("enter").sees("请输入 0 到 1000000 的整数").keys("esc")
	d.keys("home", "-").sees("数目不对")
	d.keys("u").sees("已撤销")
	if got := d.book.Counted(v.id, inspection.Meetings); got != 0 {
		t.Errorf("%d meetings after undo", got)
	}
	if d.book.Visit(v.id).Begun == 0 {
		t.Error("counting does not begin the visit")
	}
}

// TestCountersOfTwoLaptopsAddUp: a total typed here sets down only the
// difference, so what another laptop counted meanwhile is not lost.
func TestCountersOfTwoLaptopsAddUp(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("w", "9", "enter").sees("+9，共 9").keys("9", "0", "enter").sees("+81，共 90")
	f, err := d.book.Count(v.id, inspection.Talks, 10)
	if err != nil {
		t.Fatal(err)
	}
	other := newShelf()
	other.device = inspection.DeviceID{2}
	d.book.Apply(other.Take("记录人乙", f))
	d.sees("100")
}

func TestTalksAreListedByPost(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("w", "tab", "enter").sees("登记谈话", "不记姓名").typed("校长").keys("enter", "2", "1", "enter")
	d.sees("记录人甲").keys("ctrl+s").sees("两名以上")
	d.typed("、记录人乙").keys("enter", "ctrl+u").typed("9-31").keys("enter").sees("日期：请写如 2026-03-02 或 3-2，看不懂“9-31”")
	d.keys("ctrl+u").typed("9-6").keys("enter").sees("已登记谈话", "2026-09-06  必谈  校长", "记录人甲、记录人乙", "必谈 1 · 选谈 0")
	d.keys("f2").typed("教师代表").keys("tab", "space", "tab").sees("记录人甲、记录人乙").keys("ctrl+s").sees("选谈  教师代表")
	d.keys("enter").sees("教师代表").keys("ctrl+u").typed("食堂管理员").keys("ctrl+s").sees("选谈  食堂管理员", "必谈 1 · 选谈 1").lacks("教师代表")
	if s := d.book.StatisticsOf(v.id); s.Counts[inspection.Talks] != 2 {
		t.Errorf("%d talks counted", s.Counts[inspection.Talks])
	}
	d.keys("x").sees("删去这一条", "食堂管理员").keys("enter").sees("已删去", "必谈 1 · 选谈 0").keys("u").sees("选谈 1")
}

func TestPapersAskedForTogether(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("w", "tab", "tab", "enter").sees("选调阅资料", "党组织会议记录（近三年）", "议题单和签到表", "1.01")
	d.keys("/").typed("ytd").keys("tab").sees("[x] 议题单和签到表").keys("ctrl+u").sees("党组织").keys("esc", "a", "enter").sees("已登记调阅 2 份", "[ ] 已调阅")
	d.keys("end").keys("up", "up").sees("›")
	d.keys("tab", "tab", "tab", "tab").keys("enter").sees("党组织会议记录（近三年）：已移交", "[-] 已移交").keys("enter").sees("[x] 已归还").keys("enter").sees("资料已归还")
	d.keys("left").sees("[-] 已移交").keys("-").sees("[ ] 已调阅").keys("-").sees("这是第一步").keys("+")
	if s := d.book.StatisticsOf(v.id); s.PapersAsked != 2 || s.PapersOut != 2 || s.Counts[inspection.Papers] != 1 {
		t.Errorf("%+v", s)
	}
	d.keys("f2").sees("都已登记").keys("enter").typed("食堂留样记录").keys("enter").sees("已登记调阅 1 份", "食堂留样记录")
	d.keys("u").sees("已撤销")
	if n := len(d.book.WorksAt(v.id).Papers); n != 2 {
		t.Errorf("%d papers after undo", n)
	}
}

func TestCluesHaveNoContent(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("w", "tab", "tab", "tab").sees("只记件数、日期和接收单位").keys("enter").sees("问题线索的内容、被反映人和举报人不得录入")
	d.keys("ctrl+u").typed("两件").keys("ctrl+s").sees("件数：请写 1 到 1000000 的整数，看不懂“两件”", "› 件数").keys("ctrl+u").typed("2").keys("enter", "enter").typed("示例区纪委监委").keys("enter")
	d.sees("已登记移交", "2026-09-07    2  示例区纪委监委", "移交 1 次 · 2 件")
	if c := d.book.WorksAt(v.id).Clues; len(c) != 1 || c[0].Count != 2 {
		t.Errorf("%+v", c)
	}
}

// TestSlipsAreKept: what was typed into a slip is there again after a crash, and
// after Esc.
func TestSlipsAreKept(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("w", "tab", "enter").typed("副校长").keys("tab", "2")
	if !strings.Contains(string(d.shelf.kept["draft/talk/1/1/S001/new"]), "副校长") {
		t.Fatalf("kept %q", d.shelf.kept)
	}
	d.keys("esc", "enter").sees("已恢复上次没有登记完的内容", "副校长", "(x) 2 选谈")
	d.send(tea.PasteMsg{Content: "（分管）"})
	d.keys("tab", "tab").typed("、记录人丙").keys("ctrl+s").sees("副校长（分管）")
	if d.shelf.kept["draft/talk/1/1/S001/new"] != nil {
		t.Error("the draft stays")
	}
}

func TestPastDays(t *testing.T) {
	today, _ := inspection.ParseDay("2026-03-02")
	for typed, want := range map[string]string{
		"": "2026-03-02", "今天": "2026-03-02", "昨天": "2026-03-01", "3-1": "2026-03-01", "12-30": "2025-12-30",
		"２０２６－０２－１１": "2026-02-11", "2026年2月3日": "2026-02-03", "2月3日": "2026-02-03",
	} {
		if day, ok := pastDay(typed, today); !ok || day.String() != want {
			t.Errorf("%q is %v, not %s", typed, day, want)
		}
	}
	for _, typed := range []string{"2-30", "明天", "x", "2026"} {
		if day, ok := pastDay(typed, today); ok {
			t.Errorf("%q is %v", typed, day)
		}
	}
}

func TestWorksScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		v := visiting(d, "S001")
		does := func(f inspection.Fact, err error) {
			if !d.take(f, err) {
				t.Fatal(err)
			}
		}
		pair := []string{"记录人甲", "记录人乙"}
		does(d.book.HoldTalk(v.id, "t1", inspection.Talk{Post: "校长", Sort: inspection.Must, By: pair, Day: d.today()}))
		does(d.book.HoldTalk(v.id, "t2", inspection.Talk{Post: "教师代表", Sort: inspection.Elective, By: pair, Day: d.today()}))
		does(d.book.Count(v.id, inspection.QuestionnairesOut, 60))
		does(d.book.Count(v.id, inspection.Questionnaires, 57))
		does(d.book.AskPapers(v.id, map[string]string{"p1": "党组织会议记录（近三年）", "p2": "记账凭证（抽查月份）"}, d.today()))
		does(d.book.MovePaper(v.id, "p1", inspection.Handed, d.today()))
		does(d.book.HandOver(v.id, "c1", inspection.Clue{Count: 2, Day: d.today(), Organ: "示例区纪委监委"}))
		d.keys("w").golden("works_" + name)
		d.keys("5").golden("works-number_" + name)
		d.keys("esc", "tab", "f2").golden("works-talk_" + name)
		d.keys("esc", "tab", "f2").golden("works-papers_" + name)
		d.keys("esc", "tab", "f2").golden("works-clue_" + name)
		d.open(newFigure(ask{rule: inspection.WorkRule, round: 1}))
		d.golden("figure_work_" + name)
	})
}

// TestALookBackHasItsWorkToo: talks are held at a look-back as well.
func TestALookBackHasItsWorkToo(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	l := d.lookedBack("S003")
	d.keys("f10", "+").sees("工作量", "回头看", "个别谈话（人次） +1，共 1").keys("esc").sees("已改")
	if got := d.book.Counted(l.id, inspection.Talks); got != 1 {
		t.Errorf("%d talks", got)
	}
}
