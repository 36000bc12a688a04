package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestInput(t *testing.T) {
	for _, c := range []struct {
		name, start string
		keys        []string
		want        string
		x           int
	}{
		{"type", "", []string{"实", "验", "a"}, "实验a", 5},
		{"middle", "实学", []string{"left", "小"}, "实小学", 4},
		{"backspace", "实验" + accent, []string{"backspace", "backspace"}, "实", 2},
		{"delete", "实验", []string{"home", "delete"}, "验", 0},
		{"family", family, []string{"backspace"}, "", 0},
		{"word", "S001 红旗", []string{"ctrl+w", "ctrl+w", "alt+backspace"}, "", 0},
		{"one character", "红旗小学", []string{"ctrl+w"}, "红旗小", 6},
		{"to start", "红旗小学", []string{"left", "ctrl+u"}, "学", 0},
		{"to end", "红旗小学", []string{"ctrl+a", "right", "ctrl+k"}, "红", 2},
		{"end", "红旗", []string{"home", "ctrl+e", "!"}, "红旗!", 5},
		{"edges", "", []string{"left", "right", "backspace", "delete", "ctrl+w"}, "", 0},
		{"joins", "\u0301", []string{"home", "e"}, accent, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := newInput(c.start)
			for _, k := range c.keys {
				if !in.press(keyNamed(k)) {
					t.Errorf("%s was not used", k)
				}
			}
			_, cur := in.draw(40)
			if in.text() != c.want || cur.X != c.x {
				t.Errorf("got %q at %d, want %q at %d", in.text(), cur.X, c.want, c.x)
			}
		})
	}
}

func TestInputPaste(t *testing.T) {
	in := newInput("甲丁")
	in.press(keyNamed("left"))
	in.paste("\n乙\r\n丙\u202e\n")
	if in.text() != "甲乙 丙丁" {
		t.Errorf("got %q", in.text())
	}
	for _, k := range []string{"enter", "tab", "esc", "f1", "up", "ctrl+s"} {
		if in.press(keyNamed(k)) {
			t.Errorf("%s was used", k)
		}
	}
}

func TestInputScrolls(t *testing.T) {
	in := newInput("一二三四五六七八")
	line, cur := in.draw(7)
	if line != "六七八 " || cur.X != 6 {
		t.Errorf("at the end %q and %d", line, cur.X)
	}
	in.press(keyNamed("home"))
	if line, cur = in.draw(7); line != "一二三 " || cur.X != 0 {
		t.Errorf("at the start %q and %d", line, cur.X)
	}
	if line, cur = in.draw(40); line != pad("一二三四五六七八", 40) || cur.X != 0 {
		t.Errorf("with room %q and %d", line, cur.X)
	}
}

func TestInputShowsItsCursor(t *testing.T) {
	keys := append([]string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "left", "left"}, scraps...)
	rapid.Check(t, func(t *rapid.T) {
		in := newInput(prose().Draw(t, "start"))
		for range 30 {
			k := rapid.SampledFrom(keys).Draw(t, "key")
			if in.press(keyNamed(k)); !utf8.ValidString(in.text()) {
				t.Fatalf("%s left %q", k, in.text())
			}
			w := rapid.IntRange(1, 20).Draw(t, "w")
			line, cur := in.draw(w)
			if width(line) != w || cur.X < 0 || cur.X >= w {
				t.Fatalf("%q is not %d wide, or the cursor is out at %d", line, w, cur.X)
			}
			if in.at != snap(in.s, in.at) || in.left != snap(in.s, in.left) {
				t.Fatalf("the cursor splits a character of %q", in.s)
			}
			if !strings.HasPrefix(line, in.s[in.left:in.at]) || cur.X != width(in.s[in.left:in.at]) {
				t.Fatalf("the cursor is at %d of %q after %q", cur.X, line, in.s[:in.at])
			}
		}
	})
}
