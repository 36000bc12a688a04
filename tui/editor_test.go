package tui

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestEditor(t *testing.T) {
	long := "食堂留样不足台账缺页应当整改" // three rows of 5 characters at 11 cells
	for _, c := range []struct {
		name, start string
		keys        []string
		want        string // with | for the cursor
	}{
		{"type", "", []string{"检", "查", "enter", "a"}, "检查\na|"},
		{"backspace", "检" + accent + family, []string{"backspace", "backspace"}, "检|"},
		{"backspace joins lines", "甲\n乙", []string{"home", "backspace"}, "甲|乙"},
		{"delete", "甲\n乙", []string{"ctrl+home", "delete", "delete"}, "|乙"},
		{"delete at the end", "甲", []string{"delete"}, "甲|"},
		{"left and right", "甲\n" + keycap, []string{"left", "left", "left", "right"}, "甲|\n" + keycap},
		{"home of the row", long, []string{"home"}, "食堂留样不足台账缺页|应当整改"},
		{"end of the row", long, []string{"ctrl+home", "end", "！"}, "食堂留样不！|足台账缺页应当整改"},
		{"home again", long, []string{"ctrl+home", "ctrl+e", "ctrl+a"}, "|食堂留样不足台账缺页应当整改"},
		{"up", long, []string{"up"}, "食堂留样不足台账缺|页应当整改"},
		{"up keeps the column", "一二三四\na\n甲乙丙丁", []string{"up", "up"}, "一二三四|\na\n甲乙丙丁"},
		{"up in half a character", "一二\nabc", []string{"up"}, "一|二\nabc"},
		{"up at the top", "一二", []string{"up"}, "一二|"},
		{"down", "a\n一二三", []string{"ctrl+home", "right", "down", "down"}, "a\n|一二三"},
		{"page", "1\n2\n3\n4\n5\n6", []string{"pgup"}, "1\n2\n3|\n4\n5\n6"},
		{"page down", "1\n2\n3\n4\n5\n6", []string{"ctrl+home", "pgdown"}, "1\n2\n3\n|4\n5\n6"},
		{"word", "看了 Windows Server", []string{"ctrl+w", "alt+backspace"}, "看了 |"},
		{"word is one character", "红旗小学", []string{"ctrl+w"}, "红旗小|"},
		{"word across lines", "甲\n乙", []string{"home", "ctrl+w"}, "甲|乙"},
		{"to the row's start", long, []string{"ctrl+u"}, "食堂留样不足台账缺页|"},
		{"to the row's end", long, []string{"ctrl+home", "right", "ctrl+k"}, "食|足台账缺页应当整改"},
		{"undo a run", "甲", []string{"a", "b", "c", "ctrl+z"}, "甲|"},
		{"undo by clauses", "", []string{"甲", "。", "乙", "丙", "ctrl+z"}, "甲。|"},
		{"undo erasing", "甲乙丙", []string{"backspace", "backspace", "ctrl+z"}, "甲乙丙|"},
		{"undo after moving", "", []string{"甲", "left", "乙", "ctrl+z"}, "|甲"},
		{"redo", "", []string{"甲", "乙", "ctrl+z", "ctrl+y"}, "甲乙|"},
		{"no redo after typing", "", []string{"甲", "ctrl+z", "乙", "ctrl+y"}, "乙|"},
		{"undo nothing", "甲", []string{"ctrl+z", "ctrl+y"}, "甲|"},
		{"combining joins", "\u0301", []string{"home", "e"}, accent + "|"},
		{"undo after joining", "\u0301", []string{"home", "e", "x", "ctrl+z"}, accent + "|"},
		{"bidi goes", "", []string{"a", "\u202e甲"}, "a甲|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEditor(c.start)
			e.draw(11, 4)
			for _, k := range c.keys {
				if !e.press(keyNamed(k)) {
					t.Errorf("%s was not used", k)
				}
			}
			if got := e.text()[:e.place()] + "|" + e.text()[e.place():]; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEditorLeavesOtherKeys(t *testing.T) {
	e := newEditor("甲")
	for _, k := range []string{"tab", "esc", "f1", "ctrl+s", "ctrl+c", "ctrl+p"} {
		if e.press(keyNamed(k)) || e.text() != "甲" {
			t.Errorf("%s was used", k)
		}
	}
}

func TestEditorPaste(t *testing.T) {
	e := newEditor("甲丁")
	e.press(keyNamed("left"))
	e.paste("乙\r\n\x1b丙\t\u202e")
	if e.text() != "甲乙\n丙    丁" || e.text()[e.place():] != "丁" {
		t.Errorf("got %q at %d", e.text(), e.place())
	}
	if e.press(keyNamed("ctrl+z")); e.text() != "甲丁" {
		t.Errorf("undone to %q", e.text())
	}
}

func TestEditorPlace(t *testing.T) {
	e := newEditor("甲\n" + accent + "乙")
	for at, want := range map[int]int{-5: 0, 0: 0, 1: 3, 3: 3, 4: 4, 5: 7, 7: 7, 99: 10} {
		if e.setPlace(at); e.place() != want {
			t.Errorf("place %d became %d, want %d", at, e.place(), want)
		}
	}
}

// A place between two rows belongs to both: End shows the first.
func TestEditorBetweenRows(t *testing.T) {
	e := newEditor("食堂留样不足台账")
	for _, c := range []struct {
		key  string
		x, y int
	}{{"ctrl+home", 0, 0}, {"end", 10, 0}, {"down", 6, 1}, {"up", 10, 0}, {"left", 8, 0}, {"right", 0, 1}, {"up", 0, 0}} {
		e.press(keyNamed(c.key))
		if _, cur := e.draw(11, 4); cur.X != c.x || cur.Y != c.y {
			t.Errorf("%s goes to %d,%d, want %d,%d", c.key, cur.X, cur.Y, c.x, c.y)
		}
	}
}

func TestEditorScrolls(t *testing.T) {
	e := newEditor("1\n2\n3\n4\n5")
	for _, c := range []struct {
		key  string
		h    int
		want string
		y    int
	}{
		{"f1", 3, "3|4|5", 2}, {"up", 3, "3|4|5", 1}, {"ctrl+home", 3, "1|2|3", 0}, {"down", 3, "1|2|3", 1},
		{"end", 1, "2", 0}, {"ctrl+end", 8, "1|2|3|4|5|||", 4}, {"f1", 0, "", 0},
	} {
		e.press(keyNamed(c.key))
		lines, cur := e.draw(10, c.h)
		if got := strings.Join(lines, "|"); got != c.want || c.h > 0 && cur.Y != c.y {
			t.Errorf("after %s: %q", c.key, got)
		}
	}
}

// editorKeys is what a random hand presses; typed text is drawn from scraps.
var editorKeys = []string{
	"left", "right", "up", "down", "home", "end", "pgup", "pgdown", "ctrl+home", "ctrl+end", "enter",
	"backspace", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+z", "ctrl+z", "ctrl+y",
}

// meddle makes one random edit. A text grown long is cut down, so that many
// edits stay cheap to check.
func meddle(e *editor, pick func(n int) int) {
	n := pick(10)
	switch {
	case e.size() > 900:
		e.press(keyNamed([]string{"ctrl+u", "ctrl+k", "backspace", "up"}[pick(4)]))
	case n < 5:
		e.press(keyNamed(scraps[pick(len(scraps))]))
	case n == 9 && pick(3) == 0:
		e.paste(scraps[pick(len(scraps))] + []string{"\n", "\r\n", "\t", "\x1b"}[pick(4)] + scraps[pick(len(scraps))])
	case n == 9 && pick(3) == 0:
		e.setPlace(pick(e.size()+9) - 4)
	default:
		e.press(keyNamed(editorKeys[pick(len(editorKeys))]))
	}
}

// checkEditor finds the cursor again from text and place by plain wrapping.
func checkEditor(t interface{ Fatalf(string, ...any) }, e *editor, w, h int) {
	text, at := e.text(), e.place()
	lines, cur := e.draw(w, h)
	if !utf8.ValidString(text) || len(lines) != h || at < 0 || at > len(text) || snap(text, at) != at {
		t.Fatalf("%d lines, place %d in %q", len(lines), at, text)
	}
	all := wrap(text, w-1)
	y, x := 0, 0
	for k, span := range spansOf(text, all) {
		if span.from <= at && at <= span.to && (at < span.to || !span.soft || e.tail) {
			y, x = k, min(width(text[span.from:at]), w-1)
			break
		}
	}
	top := y - cur.Y
	if cur.X != x || cur.Y < 0 || cur.Y >= h || top < 0 {
		t.Fatalf("cursor at %d,%d for %d,%d in %q at %d, %d wide", cur.X, cur.Y, x, y, text, at, w)
	}
	for k, line := range lines {
		want := ""
		if top+k < len(all) {
			want = strings.TrimRight(all[top+k], hanging)
		}
		if width(line) > w || strings.TrimRight(line, hanging) != want {
			t.Fatalf("line %d is %q, want %q", k, line, want)
		}
	}
}

func TestEditorSurvivesTenThousandEdits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	const start = "食堂留样（二月）不足。\nWindows 2012"
	e := newEditor(start)
	for range 10_000 {
		meddle(e, rnd.IntN)
		checkEditor(t, e, 3+rnd.IntN(2)*20, 1+rnd.IntN(8))
	}
	end := e.text()
	for len(e.done) > 0 {
		e.undo()
		checkEditor(t, e, 20, 5)
	}
	if e.text() != start {
		t.Fatalf("all undone leaves %q", e.text())
	}
	for len(e.undone) > 0 {
		e.redo()
	}
	if e.text() != end {
		t.Fatalf("all done again leaves %q, want %q", e.text(), end)
	}
}

func TestEditorUndoesAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := pages().Draw(t, "start")
		e := newEditor(start)
		for range rapid.IntRange(1, 40).Draw(t, "edits") {
			meddle(e, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") })
			checkEditor(t, e, rapid.IntRange(3, 30).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h"))
		}
		for len(e.done) > 0 {
			e.undo()
		}
		if e.text() != start {
			t.Fatalf("all undone leaves %q, want %q", e.text(), start)
		}
	})
}

// A deletion of a word must never take more than that.
func TestEditorDeletesOneWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "s")
		from := wordBefore(s, len(s))
		word := strings.TrimRight(s[from:], hanging)
		if s != "" && from >= len(s) || snap(s, from) != from {
			t.Fatalf("%q is left of %q", s[:from], s)
		}
		if strings.ContainsRune(word, '检') && utf8.RuneCountInString(strings.Trim(word, "\u0301\u200d")) > 1 {
			t.Fatalf("%q is more than a word", word)
		}
	})
}

func FuzzEditor(f *testing.F) {
	f.Add("食堂\n"+accent+family, []byte{0, 1, 2, 9, 3, 200, 7, 19, 5})
	f.Fuzz(func(t *testing.T, start string, hand []byte) {
		if len(start) > 2000 || len(hand) > 400 {
			t.Skip("long inputs only make it slow")
		}
		e := newEditor(start)
		start = e.text()
		pick := func(n int) int {
			if len(hand) == 0 {
				return 0
			}
			b := hand[0]
			hand = hand[1:]
			return int(b) % n
		}
		for len(hand) > 0 {
			meddle(e, pick)
			checkEditor(t, e, 3+pick(20), 1+pick(5))
		}
		for len(e.done) > 0 {
			e.undo()
		}
		if e.text() != start {
			t.Fatalf("all undone leaves %q, want %q", e.text(), start)
		}
	})
}

func BenchmarkEditorKey(b *testing.B) {
	par := strings.Repeat("食堂留样不足，台账（二月）缺页，应于2026年12月前整改。", 6)
	e := newEditor(strings.Repeat(par+"\n", 200))
	e.setPlace(e.size() / 2)
	e.draw(80, 24)
	for i := 0; b.Loop(); i++ {
		e.press(keyNamed([]string{"检", "backspace"}[i%2]))
		e.draw(80, 24)
	}
}
