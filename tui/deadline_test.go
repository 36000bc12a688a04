package tui

import "testing"

func TestDeadlinesAsPeopleTypeThem(t *testing.T) {
	today, _ := dayOf("2026-11-23", 0)
	for typed, want := range map[string]string{
		"2026-12-31": "2026-12-31", "2026/12/31": "2026-12-31", "2026年12月31日": "2026-12-31", "20261231": "2026-12-31",
		"12-31": "2026-12-31", "12月5日": "2026-12-05", "3-1": "2027-03-01", "２０２６－１２－３１": "2026-12-31", "11.23": "2026-11-23",
		"+30": "2026-12-23", "+30 天": "2026-12-23", "30天": "2026-12-23", "+1月": "2026-12-23", "3个月": "2027-02-23", "2周": "2026-12-07",
		"月底": "2026-11-30", "下月底": "2026-12-31", "年底": "2026-12-31", "2027年底前，并长期坚持": "2027-12-31 long",
		"长期坚持": " long", "": "", "本周": "2026-11-29", "+2m": "2027-01-23", "今天": "2026-11-23", "10 days": "2026-12-03",
	} {
		d, ok := parseDeadline(typed, today)
		got := d.day.String()
		if d.long {
			got += " long"
		}
		if !ok || got != want {
			t.Errorf("%q is %q, %t; want %q", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"2026-02-30", "13-1", "明天吧", "30", "x", "2026", "6月31日", "+", "天"} {
		if d, ok := parseDeadline(typed, today); ok {
			t.Errorf("%q is taken for %s", typed, d.day)
		}
	}
}
