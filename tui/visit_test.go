package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// visiting opens the visit of a school that nobody has been to.
func visiting(d *driver, school inspection.SchoolCode) *visit {
	d.t.Helper()
	v := newVisit(d.App, place{Round: roundOfSchool(d, school), Kind: inspection.Routine, School: school})
	d.open(v)
	return v
}

func roundOfSchool(d *driver, school inspection.SchoolCode) inspection.RoundNo {
	d.t.Helper()
	visits := d.book.VisitsTo(school)
	if len(visits) == 0 {
		d.t.Fatalf("%s is not planned", school)
	}
	return visits[0].ID.Round
}

func TestVisitTakesOneKeyAVerdict(t *testing.T) {
	for _, school := range []inspection.SchoolCode{"S001", "S004", "S007", "S011"} {
		d := newDriver(t, 80, 24, inspection.Chinese)
		v := visiting(d, school)
		n := len(v.points)
		for i := range n {
			if got := d.book.TallyOf(v.id).All.Answered(); got != i {
				t.Fatalf("%s: after %d keys %d items have a verdict", school, i, got)
			}
			d.keys([]string{"1", "2", "3", "4"}[i%4])
		}
		all := d.book.TallyOf(v.id).All
		if !all.Finished() || all.Answered() != n || all.Applicable != n {
			t.Errorf("%s: %d keys left %+v of %d items", school, n, all, n)
		}
		d.sees("全部要点已有评定")
	}
}

func TestVisitBeginsWithItsFirstFact(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	if d.book.Visit(v.id).Begun != 0 {
		t.Fatal("looking begins nothing")
	}
	before := len(d.shelf.entries)
	d.keys("1", "1")
	if day := d.book.Visit(v.id).Begun; day != d.today() {
		t.Errorf("began %v, want %v", day, d.today())
	}
	if n := len(d.shelf.entries) - before; n != 3 {
		t.Errorf("%d entries, want the beginning and two answers", n)
	}
}

func TestVisitSameVerdictWritesNothing(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "up")
	before := len(d.shelf.entries)
	d.keys("1")
	if len(d.shelf.entries) != before || v.item != "1.02" {
		t.Errorf("wrote %d entries and went to %s", len(d.shelf.entries)-before, v.item)
	}
	d.keys("up", "0")
	if got := d.book.AnswerAt(v.id, "1.01").Verdict; got != inspection.None || v.item != "1.01" {
		t.Errorf("after 0: %v at %s", got, v.item)
	}
}

func TestVisitUnclearComesLast(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	n := len(v.points)
	d.keys("5", "1", "5")
	for range n - 3 {
		d.keys("1")
	}
	if v.item != "1.01" {
		t.Fatalf("went to %s, not to the first unclear one", v.item)
	}
	d.sees("转到未查清")
	d.keys("1")
	if v.item != "1.03" {
		t.Fatalf("went to %s, not to the next unclear one", v.item)
	}
	d.keys("1").sees("全部要点已有评定")
	if v.item != "1.03" {
		t.Errorf("did not stay, but went to %s", v.item)
	}
}

func TestVisitGoesRoundToTheBeginning(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("end", "1")
	if v.item != "1.01" {
		t.Errorf("after the last item came %s", v.item)
	}
	d.keys("tab")
	if v.item != "1.02" {
		t.Errorf("Tab went to %s", v.item)
	}
}

func TestVisitSections(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	for _, step := range []struct {
		key  string
		item inspection.ItemCode
	}{
		{"right", "2.01"}, {"]", "3.01"}, {"】", "4.01"}, {"down", "4.02"}, {"left", "4.01"}, {"【", "3.01"}, {"[", "2.01"},
		{"home", "1.01"}, {"left", "1.01"}, {"end", "14.03"}, {"right", "14.03"}, {"pgup", "11.01"}, {"up", "10.03"},
	} {
		d.keys(step.key)
		if v.item != step.item {
			t.Fatalf("%s went to %s, want %s", step.key, v.item, step.item)
		}
	}
}

func TestVisitComesBackToTheSameItem(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S002")
	d.keys("1", "1", "right", "down", "esc")
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.keys("enter").sees("› ·  2.02", "示例红旗小学")
	again.keys("n").typed("先记一笔").keys("left", "left")
	// As after kill -9: nothing was closed.
	third := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	third.keys("enter").sees("先记一笔", "2.02")
	third.typed("再").sees("先记再一笔")
}

func TestVisitFindsAnItem(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("/").typed("caigou").sees("8.01", "采购与基建").keys("down", "enter")
	if v.item != "8.02" {
		t.Errorf("went to %s", v.item)
	}
	d.keys("/").typed("10.03").keys("enter")
	if v.item != "10.03" {
		t.Errorf("went to %s", v.item)
	}
	d.keys("/").typed("没有这个").sees("没有找到").keys("enter", "esc")
	if v.item != "10.03" {
		t.Errorf("went to %s", v.item)
	}
}

func TestVisitShowsEarlierRounds(t *testing.T) {
	d := newDriver(t, 120, 36, inspection.Chinese)
	v := visiting(d, "S001")
	d.sees("首次巡察本校")
	d.keys("3", "up", "n").typed("缺两次会议记录").keys("esc", "f2").typed("会议记录不全").keys("ctrl+s", "esc")
	later := inspection.VisitID{Round: 2, Kind: inspection.Routine, School: v.id.School}
	if !d.take(d.book.Plan(later, true)) {
		t.Fatal(d.notice.words)
	}
	d.open(newVisit(d.App, place{Round: 2, Kind: inspection.Routine, School: "S001"}))
	d.sees("第一轮 ×不符合 · 问题 1；会议记录不全；缺两次会议记录")
	d.keys("down").sees("往轮没有评定")
}

func TestVisitHidesWhatDoesNotApply(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	if v.index("15.01") >= 0 || v.index("9.01") < 0 {
		t.Fatal("a public school with a canteen has items of private schools, or none of canteens")
	}
	d.keys("/").typed("9.01").keys("enter", "3")
	s := *d.book.School("S001")
	s.Traits = 0
	if !d.take(d.book.Enrol(inspection.Roster{s})) {
		t.Fatal(d.notice.words)
	}
	d.lacks("食堂与膳食").keys("f7").sees("作答后不再适用 1").keys("right").sees("9.01 食堂与膳食制度是否健全")
}

func TestVisitScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		s := *d.book.School("S001")
		s.Known = inspection.AllTraits &^ inspection.Canteen
		d.take(d.book.Enrol(inspection.Roster{s}))
		visiting(d, "S001")
		d.saving.Saved = d.last
		d.golden("visit-new_" + name)
		d.keys("1", "1", "2", "3", "up", "n").typed("2024年全年仅见1次学习记录，签到表代签。").keys("esc")
		d.keys("f2").typed("理论学习流于形式").keys("tab").typed("记录与签到不符。").keys("ctrl+s")
		d.keys("m", "1", "2", "enter", "s").typed("3/10").keys("enter")
		d.golden("visit_" + name)
		d.keys("/").typed("9.01").keys("enter", "5", "4").golden("visit-canteen_" + name)
		d.keys("space").golden("visit-whole_"+name).keys("space", "n")
		d.send(tea.PasteMsg{Content: strings.Repeat("抽看食堂留样记录和消毒记录，逐日核对留样时间、重量和经手人。", 12)})
		d.keys("esc").golden("visit-cut_" + name)
	})
}

func TestVisitFollowsUndo(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "3", "u").sees("› ·  1.02")
	if v.item != "1.02" || d.book.AnswerAt(v.id, "1.02").Verdict != inspection.None {
		t.Errorf("undo left the visit at %s", v.item)
	}
	d.keys("2", "ctrl+z", "ctrl+y").sees("› △  1.02")
	if v.item != "1.02" || d.book.AnswerAt(v.id, "1.02").Verdict != inspection.Partly {
		t.Errorf("redo left the visit at %s", v.item)
	}
}

func TestVisitInPlainCharacters(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.look = newLook(true)
	visiting(d, "S001")
	d.keys("1", "1").lacks("│", "─", "█", "▎").sees(" | ")
}
