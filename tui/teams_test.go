package tui

import (
	"testing"

	"xuncha/inspection"
)

// staffed has three teams in the third round, and one member with each tie.
func (d *driver) staffed() *driver {
	d.t.Helper()
	members := []inspection.Member{
		{ID: "甲", Name: "组员甲", Post: "某科科长", Present: []string{"某某局"}},
		{ID: "乙", Name: "组员乙", Post: "教研员", Present: []string{"S001"}, Former: []string{"S044"}},
		{ID: "丙", Name: "组员丙", Post: "会计", Present: []string{"S001"}, Kin: []string{"S045"}},
		{ID: "丁", Name: "组员丁", Post: "校长", Present: []string{"S046"}},
		{ID: "戊", Name: "组员戊"},
	}
	put := func(id inspection.MemberID, team int, role inspection.Role) inspection.Posting {
		return inspection.Posting{Member: id, Round: 3, Team: team, Role: role}
	}
	if !d.take(d.book.Staff(members, []inspection.Posting{
		put("甲", 1, inspection.Lead), put("乙", 1, inspection.Liaison), put("丙", 1, inspection.Inspector), put("丁", 2, inspection.Inspector),
	})) {
		d.t.Fatal(d.notice.words)
	}
	batch, from, to := 1, testDay(2027, 3, 1), testDay(2027, 3, 5)
	for i, v := range d.book.VisitsIn(3) {
		team := 1 + i%3
		if !d.take(d.book.Arrange(inspection.Arrangement{Team: &team, Batch: &batch, From: &from, To: &to}, v.ID)) {
			d.t.Fatal(d.notice.words)
		}
	}
	return d
}

func testDay(y, m, day int) inspection.Day {
	d, _ := realDay(y, m, day)
	return d
}

func TestTeamScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.worked().staffed().keys("f8", "right", "end", "up", "up").golden("plan-teams_" + name)
		d.keys("f2").golden("plan-arrange_" + name).keys("esc")
		d.keys("f4").golden("plan-round_" + name).keys("esc")
		d.keys("tab", "tab", "3").golden("plan-move_"+name).keys("esc", "esc")
		d.keys("5", "down", "down").golden("plan-school_" + name).keys("esc")
		d.keys("6").golden("recusals_"+name).keys("f3", "down").golden("teams_" + name)
		d.keys("enter").golden("member_" + name)
	})
}

func TestArrangeOneVisit(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "left", "left")
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	d.keys("f2").typed("2").keys("enter").typed("1").keys("enter").typed("9月21日").keys("enter").typed("+4").keys("enter")
	d.sees("示例一小 · 常规 · 2组 · 第1批 · 2026-09-21 至 09-25")
	want := inspection.Visit{ID: v, Planned: true, Team: 2, Batch: 1, From: testDay(2026, 9, 21), To: testDay(2026, 9, 25)}
	if got := d.book.Visit(v); got != want {
		t.Errorf("arranged as %+v, want %+v", got, want)
	}
	d.keys("f2", "backspace").typed("3").keys("ctrl+s").sees("3组 · 第1批")
	d.keys("f2").typed("x").keys("ctrl+s").sees("巡察组：请写 1 到 99 的整数，看不懂“3x”", "› 巡察组").keys("esc", "u")
	if got := d.book.Visit(v); got != want {
		t.Errorf("after the undo %+v, want %+v", got, want)
	}
}

// Only what is changed on the slip of many is changed; it is one entry.
func TestArrangeMany(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home")
	d.keys("f2").typed("9").keys("ctrl+s", "tab", "tab", "tab").sees("已选 3 格")
	n := len(d.shelf.entries)
	d.keys("f2").sees("等 3 次进校", "各不相同").keys("down").typed("2").keys("ctrl+s").sees("已安排 3 次进校").lacks("已选")
	if len(d.shelf.entries) != n+1 {
		t.Errorf("%d entries", len(d.shelf.entries)-n)
	}
	for i, team := range []int{9, 0, 0} {
		if v := d.book.VisitsIn(1)[i]; v.Team != team || v.Batch != 2 {
			t.Errorf("%+v, want team %d and batch 2", v, team)
		}
	}
}

func TestMoveToAnotherRound(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "tab", "tab", "3").sees("等 2 次进校换到").keys("2")
	d.sees("已把 2 次进校换到第二轮", "19 所", "22 所")
	if !d.book.Visit(visitOf(2, "S001")).Planned || d.book.Visit(visitOf(1, "S001")).Planned {
		t.Error("it was not moved")
	}
	d.keys("u").sees("21 所", "20 所")
}

func TestMoveLeavesWorkWhereItIs(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked().keys("f8", "home", "left", "left", "3", "2")
	d.sees("巡察已经开始，不能移出计划")
	if !d.book.Visit(visitOf(1, "S001")).Planned {
		t.Error("work was moved")
	}
}

func TestSwapTwoSchools(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "4").sees("等待互换", "~ ·")
	d.keys("right", "end", "up").keys("4").sees("没有安排").keys("left")
	d.keys("/").typed("s030").keys("enter", "right", "4").sees("已互换轮次")
	for _, v := range []inspection.VisitID{visitOf(2, "S001"), visitOf(1, "S030")} {
		if !d.book.Visit(v).Planned {
			t.Errorf("%v is not planned", v)
		}
	}
	d.keys("4", "4").lacks("等待互换").keys("4", "esc", "esc").lacks("等待互换")
}

// A tie is told when it comes about, by plan or by team, and stops nothing.
func TestTiesAreTold(t *testing.T) {
	d := newDriver(t, 120, 36, inspection.Chinese).staffed().keys("f8", "right", "right", "/").typed("s045").keys("enter", "esc")
	d.sees("! 1组去示例九年一贯制学校第9校区：组员丙有亲属在那里任职").keys("up").lacks("任职")
	d.keys("f2", "backspace").typed("1").keys("ctrl+s").sees("! 回避 1 条：1组去示例实验幼儿园第9校区：组员乙曾在那里任职")
	d.keys("down").sees("· 1组!").keys("f2", "ctrl+a").typed("7").keys("ctrl+s")
	if v := d.book.Visit(visitOf(3, "S044")); v.Team != 1 {
		t.Errorf("a tie has stopped the plan: %+v", v)
	}
}

func TestTeamsByKeys(t *testing.T) {
	d := newDriver(t, 120, 36, inspection.Chinese).keys("f8", "f3").sees("新增成员").keys("enter")
	d.typed("组员甲").keys("enter").typed("校长").keys("enter").typed("2").keys("enter", "1", "enter").typed("示例一小、某某局").keys("ctrl+s")
	d.sees("组员甲 编入2组，组长", "2组 · 1 人 · 0 次进校 · 不足两人", "示例一小、某某局")
	m := d.book.Members()[0]
	if m.Post != "校长" || len(m.Present) != 2 || m.Present[0] != "S001" {
		t.Errorf("entered as %+v", m)
	}
	d.keys("tab").sees("组员甲 编入2组，副组长")
	d.keys("1").sees("! 回避 1 条：1组去示例一小：组员甲现在那里任职", "1组 · 1 人")
	d.keys("f4").sees("1组去示例一小：组员甲现在那里任职", "1组 · 没有组长").keys("enter").sees("计划", "第一轮 · 常规")
	d.keys("f3", "0").sees("组员甲 本轮不在任何组", "本轮未编组")
	d.keys("x").sees("把组员甲从人员中删去").keys("1").sees("已删去组员甲")
	if n := len(d.book.Members()); n != 0 {
		t.Errorf("%d members", n)
	}
	d.keys("u").sees("组员甲")
}

func TestRoundSlip(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "f4", "down").typed("2026-10-12").keys("down").typed("11-20").keys("down", "down", "backspace").typed("2")
	n := len(d.shelf.entries)
	d.keys("ctrl+s").sees("已设定 第一轮 2026-10-12 至 11-20")
	r, _ := d.book.Round(1)
	if got := d.book.Deadlines(1).RectifyMonths; r.Start != testDay(2026, 10, 12) || r.End != testDay(2026, 11, 20) || got != 2 {
		t.Errorf("%+v, %d months", r, got)
	}
	if len(d.shelf.entries) != n+1 {
		t.Errorf("%d entries for one slip", len(d.shelf.entries)-n)
	}
	d.keys("f4", "down", "down", "ctrl+u").typed("2026-01-01").keys("ctrl+s").sees("最后一天早于第一天")
}

func TestSchoolSlip(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("f8", "home", "5", "down").typed("（本部）").keys("down", "left", "down", "3")
	d.keys("down", "3", "down", "2", "down", "down", "down").typed("示例集团").keys("ctrl+s").sees("已登记 示例一小（本部）")
	s := d.book.School("S001")
	if s.Name != "示例一小（本部）" || s.Stage != inspection.Kindergarten || s.Ownership != inspection.Private || s.Group != "示例集团" {
		t.Errorf("%+v", s)
	}
	if s.Known != inspection.AllTraits || s.Traits != inspection.Boarding {
		t.Errorf("traits %v of %v", s.Traits, s.Known)
	}
	d.keys("5").typed("X").keys("ctrl+s").sees("编号不能改").keys("esc")
	d.keys("f10").typed("S062").keys("down").typed("示例新校").keys("ctrl+s").sees("已登记 示例新校", "62 所，1 所未安排", "S062")
	if s := d.book.School("S062"); s == nil || s.Order != 62 || s.Known != 0 {
		t.Errorf("%+v", s)
	}
	d.keys("f10").typed("S001").keys("down").typed("又一所").keys("ctrl+s").sees("这个编号已是示例一小（本部）")
}

// A closed school says so on the plan, and cannot be planned anew.
func TestClosedSchoolOnThePlan(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.keys("f8", "home").sees("示例一小").lacks("停办")
	closed := *d.book.School("S001")
	closed.Closed = d.today()
	d.take(d.book.Enrol(inspection.Roster{closed}))
	d.keys("f8", "home").sees("〔停办〕 示例一小")
	d.keys("right", "0").sees("学校已停办")
}

// Where a school is visited several times in a round, the plan asks with which
// visit something is to be done.
func TestPlanAsksWhichVisit(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	routine, makeUp := visitOf(1, "S001"), inspection.VisitID{Round: 1, Kind: inspection.MakeUp, School: "S001"}
	if !d.take(d.book.Plan(makeUp, true)) {
		t.Fatal(d.notice.words)
	}
	d.keys("f8", "home", "f2").golden("plan-which")
	d.keys("esc", "enter", "2").sees("示例一小 第一轮 补巡").keys("esc")
	d.keys("f2", "2").typed("7").keys("ctrl+s").sees("示例一小·补巡 · 补巡 · 7组")
	if a, b := d.book.Visit(routine).Team, d.book.Visit(makeUp).Team; a != 0 || b != 7 {
		t.Errorf("teams %d and %d", a, b)
	}
	d.keys("f2", "3").sees("等 2 次进校", "各不相同").typed("5").keys("ctrl+s")
	if a, b := d.book.Visit(routine).Team, d.book.Visit(makeUp).Team; a != 5 || b != 5 {
		t.Errorf("teams %d and %d", a, b)
	}
	d.keys("3", "2").sees("示例一小·补巡 换到").keys("2")
	moved := makeUp
	moved.Round = 2
	if !d.book.Visit(routine).Planned || d.book.Visit(makeUp).Planned || !d.book.Visit(moved).Planned {
		t.Error("it was not the make-up visit that moved")
	}
	d.keys("u", "left", "4", "2").sees("示例一小·补巡 等待互换").keys("4").lacks("等待互换")
	d.keys("4", "2", "/").typed("s030").keys("enter", "right", "4").sees("已互换轮次")
	for _, v := range []inspection.VisitID{routine, moved, visitOf(1, "S030")} {
		if !d.book.Visit(v).Planned {
			t.Errorf("%v is not planned", v)
		}
	}
}

// A school that is only looked back at in a round is opened from the plan.
func TestPlanOpensALookBack(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	if !d.take(d.book.Plan(inspection.VisitID{Round: 2, Kind: inspection.LookBack, School: "S001"}, true)) {
		t.Fatal(d.notice.words)
	}
	d.keys("f8", "home", "right", "enter").sees("示例一小·回头看").lacks("没有安排")
}
