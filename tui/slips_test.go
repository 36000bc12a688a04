package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// What the hand does by habit must land where the eye is.

func TestFindingAfterAVerdictIsOfThatItem(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1", "3").sees("1.02 ×不符合。按 F2 为它提出问题")
	d.keys("f2").typed("应上会未上会").keys("ctrl+s")
	if all := d.book.FindingsAt(v.id); len(all) != 1 || all[0].Item != "1.02" {
		t.Fatalf("the finding is at %v", all)
	}
	d.keys("tab", "f2").typed("另一处").keys("ctrl+s") // moved on: the item in sight
	if all := d.book.FindingsAt(v.id); len(all) != 2 || all[1].Item != "1.03" {
		t.Fatalf("the second finding is at %v", all)
	}
}

func TestFindingOutsideTheChecklist(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("ctrl+n").typed("会议室公示栏长期未更新").keys("ctrl+s")
	if all := d.book.FindingsAt(v.id); len(all) != 1 || all[0].Item != "" {
		t.Fatalf("findings are %v", all)
	}
}

func TestKeysDoNothingInAWindowTooSmallToSee(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	before := len(d.shelf.entries)
	d.send(tea.WindowSizeMsg{Width: 50, Height: 15})
	d.keys("3", "3", "u")
	if n := len(d.shelf.entries); n != before {
		t.Errorf("%d entries by keys that nobody saw the effect of", n-before)
	}
	d.keys("ctrl+c")
	if !d.quit {
		t.Error("it cannot be left")
	}
}

func TestCapsLockIsUnderstood(t *testing.T) {
	for _, key := range []string{"U", "Ｕ", "ｕ"} {
		if got := keyName(press(key)); got != "u" {
			t.Errorf("%s is understood as %s", key, got)
		}
	}
}

func TestPagesDoNotPileUp(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("1", "f5", "f5", "f8", "f5", "f1", "f1")
	if n := len(d.stack); n != 4 {
		t.Errorf("%d screens lie open", n) // rounds, schools, summary, help
	}
}

func TestEachSchoolIsResumedAtItsItem(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.keys("1", "home", "enter", "1", "1", "down", "esc", "down", "enter", "1", "esc", "up", "enter").sees("2.01 立德树人")
}

// A look from a figure leaves the place where work goes on; working there does not.
func TestAGlanceDoesNotMoveThePlace(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("1", "1")
	was, _ := d.lastPlace()
	d.open(&whole{}) // any page that is not the rounds' or the schools'
	d.open(newVisit(d.App, place{Round: 1, Kind: inspection.Routine, School: "S003"}))
	d.keys("down", "down")
	if now, _ := d.lastPlace(); now != was {
		t.Errorf("work would go on at %v, not at %v", now, was)
	}
	d.keys("1")
	if now, _ := d.lastPlace(); now.School != "S003" {
		t.Errorf("after working there it would go on at %v", now)
	}
}

// Two ways to one note: no word that was set down is written over.
func TestOneNoteIsNotOpenTwice(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("enter").typed("第一处")
	d.keys("f5")
	d.open(newVisit(d.App, place{Round: 1, Kind: inspection.Routine, School: "S001", Item: "1.01"}))
	d.keys("enter").typed("第二处").keys("esc")
	for len(d.stack) > 1 {
		d.keys("esc")
	}
	if got := d.book.AnswerAt(v.id, "1.01").Note; got != "第一处第二处" {
		t.Errorf("the note is %q", got)
	}
}
