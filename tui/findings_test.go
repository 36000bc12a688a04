package tui

import (
	"testing"

	"xuncha/inspection"
)

func TestFindingsScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.keys("f6", "f6").golden("findings_none_"+name).keys("esc", "esc")
		d.worked().keys("f5", "left", "f6", "f6", "down").golden("findings_" + name)
		d.keys("/").typed("dezj").golden("findings_search_" + name)
	})
}

func TestPlanScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.worked().keys("f8", "end", "pgup", "right").golden("plan_" + name)
		d.keys("2").golden("plan_confirm_" + name)
	})
}

func TestWithdrawAndRestore(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	d.keys("f5", "left", "f6", "f6").sees("计数 9 条", "撤回 1", "大额资金使用未经党组织会议研究")
	d.keys("x").sees("已撤回，不再计数").keys("left").sees("计数 8 条", "撤回 2")
	if got := d.book.TallyRound(1).Findings; got != 8 {
		t.Errorf("%d findings are counted, want 8", got)
	}
	d.keys("x").sees("已恢复")
	d.keys("x", "ctrl+z").sees("已撤销").keys("home").sees("计数 9 条", "撤回 1")
}

func TestFindingsByText(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	d.keys("f5", "left", "f6", "f6", "/").typed("gsl").sees("找到 4 条", "会议室门口公示栏").lacks("大额")
	d.keys("enter").sees("找到 4 条")
	d.keys("esc").sees("计数 9 条")
	d.keys("tab").sees("按要点").keys("tab").sees("最近的在前")
	d.keys("/").typed("没有的东西").sees("没有找到")
}

func TestPlanBySchool(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.keys("f8", "/").typed("s061").keys("enter").sees("S061")
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S061"}
	d.keys("0").sees("已列入第一轮")
	if !d.book.Visit(v).Planned {
		t.Fatal("not planned")
	}
	d.keys("space").sees("已移出第一轮")
	if d.book.Visit(v).Planned {
		t.Fatal("still planned")
	}
	d.keys("ctrl+z").sees("已撤销")
	if !d.book.Visit(v).Planned {
		t.Fatal("the undo did nothing")
	}
	d.keys("right", "enter").sees("没有安排")
}

func TestPlanKeepsWhatHasBegun(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	d.keys("f8", "left", "home", "0").sees("巡察已经开始，不能移出计划")
	d.keys("2").sees("将列入 122 次、移出 0 次", "已经开始的 24 次不动").keys("2").sees("61 所 ▸3 √15")
	if got := len(d.book.VisitsIn(3)); got != 61 {
		t.Errorf("%d schools in the third round, want 61", got)
	}
	d.keys("1").sees("将列入 0 次、移出").keys("esc")
	d.keys("1", "enter")
	if got := len(d.book.VisitsIn(3)); got != 61 {
		t.Error("the first answer is not the safe one")
	}
	d.keys("1", "2")
	if got := len(d.book.VisitsIn(3)); got != 20 {
		t.Errorf("%d schools in the third round, want 20", got)
	}
	d.keys("1").sees("计划没有变化")
}

func TestFindingsOfOneSchool(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S004"}
	d.open(newFindingsAt(d.App, v))
	d.sees("计数 1 条 · 按学校", "示例实验幼儿园", "大额资金").lacks("会议室门口公示栏")
}

func TestSeveralFindingsAreDecidedTogether(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	names := inspection.Details{Undertakers: []string{"组员甲", "组员乙"}}
	d.take(d.book.Detail("f1-0", names))
	d.take(d.book.Detail("g1-0", names))
	d.keys("f5", "left")
	d.open(newFindings(d.App, 1))
	d.keys("space", "0", "space").sees("已选 3", "√ 示例一小").keys("1").sees("已处理 3 条", "送审 3").lacks("已选")
	d.keys("right", "right").sees("‹送审 3›").keys("home", "space", "space", "space", "2").sees("已选 3").typed("同意").keys("enter")
	d.sees("已处理 2 条；另 1 条", "承办人不足两人", "已选 1")
	d.keys("esc").lacks("已选").keys("right").sees("‹采用 2›", "1组-01", "1组-02")
}
