package tui

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// keyNamed makes the key press that s names, or that types s.
func keyNamed(s string) tea.KeyPressMsg {
	named := map[string]tea.Key{
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "esc": {Code: tea.KeyEscape}, "f1": {Code: tea.KeyF1},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
		"alt+backspace": {Code: tea.KeyBackspace, Mod: tea.ModAlt}, "space": {Code: tea.KeySpace, Text: " "},
		"ctrl+home": {Code: tea.KeyHome, Mod: tea.ModCtrl}, "ctrl+end": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
	}
	if k, ok := named[s]; ok {
		return tea.KeyPressMsg(k)
	}
	if len(s) == 6 && s[:5] == "ctrl+" {
		return tea.KeyPressMsg{Code: rune(s[5]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(s)[0], Text: s}
}

func drawn(l *list, n, h int) []string {
	return l.draw(n, h, func(i int, here bool) string {
		if here {
			return fmt.Sprintf(">%d", i)
		}
		return fmt.Sprint(i)
	})
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		n, h int
		want []string
	}{
		{"start", nil, 5, 3, []string{">0", "1", "2"}},
		{"down", []string{"down", "j"}, 5, 3, []string{"0", "1", ">2"}},
		{"scroll", []string{"down", "down", "down"}, 5, 3, []string{"1", "2", ">3"}},
		{"back up", []string{"end", "k", "up"}, 5, 3, []string{">2", "3", "4"}},
		{"page", []string{"pgdown"}, 9, 3, []string{"0", "1", ">2"}},
		{"end", []string{"end"}, 9, 3, []string{"6", "7", ">8"}},
		{"past the end", []string{"end", "pgdown", "down"}, 9, 3, []string{"6", "7", ">8"}},
		{"home", []string{"end", "home", "pgup"}, 9, 3, []string{">0", "1", "2"}},
		{"short", []string{"end"}, 2, 5, []string{"0", ">1"}},
		{"none", []string{"down", "end"}, 0, 5, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l list
			for _, k := range c.keys {
				if !l.press(keyNamed(k), c.n, c.h) {
					t.Errorf("%s was not used", k)
				}
			}
			if got := drawn(&l, c.n, c.h); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestListLeavesOtherKeys(t *testing.T) {
	var l list
	for _, k := range []string{"enter", "esc", "f1", "x", "检", "left"} {
		if l.press(keyNamed(k), 9, 3) || l.at != 0 {
			t.Errorf("%s was used", k)
		}
	}
}

func TestListFollowsItsRows(t *testing.T) {
	l := list{at: 9000, top: 8990}
	drawn(&l, 10, 4)
	if l.at != 9 || l.top != 6 {
		t.Errorf("after rows went, at %d and top %d", l.at, l.top)
	}
}

func TestListDrawsOnlyWhatIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := list{at: rapid.IntRange(-5, 20000).Draw(t, "at"), top: rapid.IntRange(-5, 20000).Draw(t, "top")}
		for range 20 {
			n, h := rapid.SampledFrom([]int{10_000, 10_001, 50, 3, 0}).Draw(t, "n"), rapid.IntRange(0, 40).Draw(t, "h")
			k := rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "home", "end"}).Draw(t, "key")
			l.press(keyNamed(k), n, h)
			calls, here := 0, 0
			lines := l.draw(n, h, func(i int, cursor bool) string {
				calls++
				if cursor {
					here++
				}
				if i < 0 || i >= n {
					t.Fatalf("row %d of %d", i, n)
				}
				return ""
			})
			if calls > h || len(lines) != min(n, h) || here != min(n, h, 1) {
				t.Fatalf("%d rows in %d lines: %d calls, %d lines, %d cursors", n, h, calls, len(lines), here)
			}
		}
	})
}

func BenchmarkList(b *testing.B) {
	var l list
	for b.Loop() {
		l.press(keyNamed("down"), 100_000, 24)
		l.draw(100_000, 24, func(int, bool) string { return "" })
	}
}
