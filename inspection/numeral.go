package inspection

import "strings"

var digits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// Numeral writes 1 to 9999 as papers number their parts: 一, 十二, 一百零三.
// Anything else has none.
func Numeral(n int) string {
	if n < 1 || n > 9999 {
		return ""
	}
	var b strings.Builder
	gap := false
	for i, unit := range []struct {
		of   int
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		digit := n / unit.of % 10
		switch {
		case digit == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteString("零")
			gap = false
		}
		if !(i == 2 && digit == 1 && b.Len() == 0) { // 十二, not 一十二
			b.WriteString(digits[digit])
		}
		b.WriteString(unit.name)
	}
	return b.String()
}
