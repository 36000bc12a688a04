package tui

import (
	"testing"

	"xuncha/inspection"
)

func TestMethodsAreChosen(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f4", "1", "3", "down", "space", "space", "1", "enter").sees("已用 实地查看")
	if got := d.book.AnswerAt(v.id, "1.01").Methods; got != inspection.BySite {
		t.Errorf("methods are %v", got.Names())
	}
	before := len(d.shelf.entries)
	d.keys("m", "enter", "m", "5", "esc")
	if len(d.shelf.entries) != before {
		t.Error("methods as they were, or left with Esc, were written")
	}
}

func TestParseChecked(t *testing.T) {
	for _, c := range []struct {
		text string
		want inspection.Checked
		ok   bool
	}{
		{"3/10", inspection.Checked{N: 3, Of: 10}, true},
		{"３／１０", inspection.Checked{N: 3, Of: 10}, true},
		{"3 10", inspection.Checked{N: 3, Of: 10}, true},
		{"3　10", inspection.Checked{N: 3, Of: 10}, true},
		{" 0 / 7 ", inspection.Checked{Of: 7}, true},
		{"", inspection.Checked{}, true},
		{"  ", inspection.Checked{}, true},
		{"3", inspection.Checked{}, false},
		{"/", inspection.Checked{}, false},
		{"11/10", inspection.Checked{}, false},
		{"0/0", inspection.Checked{}, false},
		{"-1/10", inspection.Checked{}, false},
		{"3//10", inspection.Checked{}, false},
		{"1/2/3", inspection.Checked{}, false},
		{"三/10", inspection.Checked{}, false},
		{"1/99999999999999999999", inspection.Checked{}, false},
	} {
		got, ok := parseChecked(c.text)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q is %v, %v", c.text, got, ok)
		}
	}
}

func TestCheckedIsAsked(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("6").typed("10/3").keys("enter").sees("请写成 3/10")
	d.keys("ctrl+u").typed("3／10").keys("enter").sees("查 10 有 3")
	if got := d.book.AnswerAt(v.id, "1.01").Checked; got != (inspection.Checked{N: 3, Of: 10}) {
		t.Errorf("checked is %v", got)
	}
	d.keys("s").sees("3/10").keys("ctrl+u", "enter").lacks("查 10 有 3")
	d.keys("s").typed("1/2000000").keys("enter").sees("数目不对")
}

func TestChooseScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		d.keys("m", "1", "3").golden("methods_"+name).keys("enter", "s").typed("3/10").golden("checked_" + name)
	})
}
