package inspection

import "testing"

func TestNumerals(t *testing.T) {
	for n, want := range map[int]string{
		0: "", -1: "", 10_000: "", 1: "一", 9: "九", 10: "十", 12: "十二", 20: "二十", 21: "二十一", 99: "九十九",
		100: "一百", 101: "一百零一", 103: "一百零三", 110: "一百一十", 111: "一百一十一", 1001: "一千零一", 1010: "一千零一十", 9999: "九千九百九十九",
	} {
		if got := Numeral(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestDaysOnPaper(t *testing.T) {
	d, _ := ParseDay("2026-11-07")
	if d.In(Chinese) != "2026年11月7日" || d.In(English) != "2026-11-07" || Day(0).In(Chinese) != "" {
		t.Errorf("%s and %s", d.In(Chinese), d.In(English))
	}
}
