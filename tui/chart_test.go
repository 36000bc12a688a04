package tui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		n, max float64
		w      int
		ascii  bool
		want   string
	}{
		{0, 10, 4, false, "    "},
		{10, 10, 4, false, "████"},
		{5, 10, 4, false, "██  "},
		{1, 32, 4, false, "▏   "},
		{1, 9999, 4, false, "▏   "},
		{9999, 10000, 4, false, "███▉"},
		{15, 10, 4, false, "████"},
		{-1, 10, 4, false, "    "},
		{1, 0, 4, false, "    "},
		{0, 10, 4, true, "...."},
		{1, 9999, 4, true, "#..."},
		{9999, 10000, 4, true, "###."},
		{10, 10, 4, true, "####"},
		{1, 1, 0, true, ""},
		{math.NaN(), 1, 2, true, ".."},
	} {
		if got := bar(c.n, c.max, c.w, c.ascii); got != c.want {
			t.Errorf("bar(%v, %v, %d, %v) = %q, want %q", c.n, c.max, c.w, c.ascii, got, c.want)
		}
	}
}

func TestBarHoldsItsWidthAndGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 40).Draw(t, "w")
		n, top := rapid.Float64().Draw(t, "n"), rapid.Float64().Draw(t, "max")
		for _, ascii := range []bool{false, true} {
			s := bar(n, top, w, ascii)
			if width(s) != w {
				t.Fatalf("%q is not %d wide", s, w)
			}
			empty := strings.Trim(s, " .") == ""
			if empty != (n <= 0 || top <= 0) {
				t.Fatalf("bar of %v in %v is %q", n, top, s)
			}
		}
		if barSteps(n, 100, w) > barSteps(n+1, 100, w) {
			t.Fatalf("more is shorter at %v", n)
		}
	})
}

func TestStacked(t *testing.T) {
	for _, c := range []struct {
		parts []int
		w     int
		want  []int
	}{
		{[]int{1, 1, 1}, 10, []int{4, 3, 3}},
		{[]int{999, 1, 0}, 10, []int{9, 1, 0}},
		{[]int{0, 0}, 10, []int{0, 0}},
		{[]int{5, 5, 5}, 2, []int{1, 1, 0}},
		{nil, 10, []int{}},
		{[]int{3}, 0, []int{0}},
		{[]int{-4, 4}, 3, []int{0, 3}},
	} {
		if got := stacked(c.parts, c.w, false); !slices.Equal(got, c.want) {
			t.Errorf("stacked(%v, %d) = %v, want %v", c.parts, c.w, got, c.want)
		}
	}
}

func TestStackedSharesAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 100000)), 0, 8).Draw(t, "parts")
		w := rapid.IntRange(0, 60).Draw(t, "w")
		cells, total, some := stacked(parts, w, true), 0, 0
		for i, c := range cells {
			total += c
			if parts[i] > 0 {
				some++
			}
			if c < 0 || parts[i] == 0 && c > 0 {
				t.Fatalf("%v became %v", parts, cells)
			}
		}
		if some > 0 && total != w || some == 0 && total != 0 {
			t.Fatalf("%v became %v, not %d in all", parts, cells, w)
		}
		for i, c := range cells {
			if some <= w && parts[i] > 0 && c == 0 {
				t.Fatalf("%v became %v: a part is gone", parts, cells)
			}
		}
	})
}

func TestSpark(t *testing.T) {
	for _, c := range []struct {
		v     []float64
		ascii bool
		want  string
	}{
		{[]float64{0, 1, 2, 3, 4, 5, 6, 7}, false, "▁▂▃▄▅▆▇█"},
		{[]float64{0, 1, 2, 3, 4, 5, 6, 7}, true, "_.-:=+*#"},
		{[]float64{0, 0}, false, "▁▁"},
		{[]float64{0, 1, 9999}, false, "▁▂█"},
		{[]float64{math.NaN(), 5}, false, " █"},
		{nil, false, ""},
	} {
		if got := spark(c.v, c.ascii); got != c.want {
			t.Errorf("spark(%v) = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestShade(t *testing.T) {
	for share, want := range map[float64]int{
		-1: 0, 0: 0, 0.001: 1, 0.25: 1, 0.26: 2, 0.5: 2, 0.75: 3, 0.76: 4, 1: 4, 7: 4, math.Inf(1): 4,
	} {
		if got := shade(share); got != want {
			t.Errorf("shade(%v) = %d, want %d", share, got, want)
		}
	}
	if got := shade(math.NaN()); got != 0 {
		t.Errorf("shade of no number is %d", got)
	}
}
