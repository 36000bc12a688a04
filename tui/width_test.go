package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

const (
	accent = "e\u0301"
	keycap = "1\ufe0f\u20e3"
	family = "\U0001F468\u200d\U0001F469\u200d\U0001F467"
)

// scraps are what texts under test are made of: Chinese with its marks,
// English, numbers, full-width forms, combining marks and emoji.
var scraps = []string{
	"检", "查", "红旗小学", "食堂", "财务公开", "𠮷", "，", "。", "；", "：", "、", "！", "？", "）", "》", "”",
	"（", "《", "“", "——", "……", "①", "％", "Ｓ", "００１", "　", " ", " ", "  ", "a", "Windows", "Server", "2012",
	"R2", "3.14", "12%", "don’t", "-", "/", "https://example.cn/a/b?c=1", "abcdefghijklmnopqrstuvwxyz0123456789",
	accent, "\u0301", "한", "ｱﾞ", "\U0001F600", family, keycap, "\U0001F1E8\U0001F1F3", "\u200d", "，，，", "（（",
}

// prose draws text without newlines.
func prose() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 60).Draw(t, "scraps"), "")
	})
}

// pages draws text with newlines.
func pages() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(prose(), 0, 4).Draw(t, "paragraphs"), "\n")
	})
}

// painted draws prose with colour sequences strewn in.
func painted() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		bits := append([]string{"\x1b[31m", "\x1b[0m", "\x1b[1;38;2;9;9;9m"}, scraps...)
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 40).Draw(t, "bits"), "")
	})
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "abc": 3, "检查": 4, "ＡＢ": 4, accent: 1, "\x1b[31m红\x1b[0m": 2, "①": 1, "　": 2, "𠮷": 2,
	} {
		if got := width(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{
		{"红旗小学", 8, "红旗小学"},
		{"红旗小学", 7, "红旗小…"},
		{"红旗小学", 6, "红旗…"},
		{"红旗", 1, "…"},
		{"红旗", 0, ""},
		{"红旗", -3, ""},
		{"abc", 2, "a…"},
		{accent + accent + accent, 2, accent + "…"},
		{keycap + keycap + keycap, 4, keycap + "…"},
		{family + family, 3, family + "…"},
		{"\x1b[31m红旗小学\x1b[0m", 5, "\x1b[31m红旗…\x1b[0m"},
		{"", 0, ""},
	} {
		if got := cut(c.s, c.w); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestPad(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{pad("红旗", 6), "红旗  "},
		{pad("红旗", 3), "红…"},
		{pad("红旗小学", 6), "红旗… "},
		{padLeft("12", 4), "  12"},
		{padLeft("红旗", 5), " 红旗"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestCutAndPadHoldTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := painted().Draw(t, "s")
		w := rapid.IntRange(-1, 50).Draw(t, "w")
		if got := cut(s, w); width(got) > max(w, 0) {
			t.Fatalf("cut to %d is %d wide: %q", w, width(got), got)
		} else if width(s) > w && w > 0 && !strings.Contains(got, "…") {
			t.Fatalf("cut to %d without a sign: %q", w, got)
		}
		if got := width(pad(s, w)); got != max(w, 0) {
			t.Fatalf("pad to %d is %d wide", w, got)
		}
		if got := width(padLeft(s, w)); got != max(w, 0) {
			t.Fatalf("padLeft to %d is %d wide", w, got)
		}
		if cut(s, w) != s && strings.Count(cut(s, w), "\x1b") != strings.Count(s, "\x1b") && w > 0 {
			t.Fatal("cut lost a sequence")
		}
	})
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"甲\r\n乙\r丙\v丁":          "甲\n乙\n丙\n丁",
		"甲\t乙":                  "甲    乙",
		"\x1b[31m红\x00\x7f":     "[31m红",
		"\u202e反\u2066了\u200f吗": "反了吗",
		"\ufeff隐\u200b身":        "隐身",
		"坏\xff\xfe了":            "坏\ufffd了",
		family:                  family,
		accent:                  accent,
		"a\u2028b\u0085c":       "a\nb\nc",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanIsDoneOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "s"))
		if !utf8.ValidString(s) || clean(s) != s {
			t.Fatalf("clean again changes %q to %q", s, clean(s))
		}
	})
}

func TestSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := pages().Draw(t, "s")
		for at := 0; at < len(s); {
			next := snap(s, at+1)
			if g, _ := glyph(s[at:]); next != at+len(g) {
				t.Fatalf("after %d comes %d, want %d", at, next, at+len(g))
			}
			if got := before(s, next); got != at {
				t.Fatalf("before %d comes %d, want %d", next, got, at)
			}
			at = next
		}
	})
}
