package tui

import (
	"math"
	"slices"
	"strings"
)

// bar draws n of max in w cells, in eighths of a cell or in # and dots. Zero
// is empty, anything above it is not, and only the whole looks whole.
func bar(n, max float64, w int, ascii bool) string {
	if w <= 0 {
		return ""
	}
	steps := 8
	if ascii {
		steps = 1
	}
	k := barSteps(n, max, w*steps)
	if ascii {
		return strings.Repeat("#", k) + strings.Repeat(".", w-k)
	}
	s := strings.Repeat("█", k/8)
	if k%8 > 0 {
		s += string([]rune("▏▎▍▌▋▊▉")[k%8-1])
	}
	return s + blanks(w-(k+7)/8)
}

// barSteps returns how many of the steps stand for n of max. What is not a number
// counts as nothing.
func barSteps(n, max float64, steps int) int {
	share := n / max
	switch {
	case !(n > 0) || !(max > 0) || math.IsNaN(share):
		return 0
	case share >= 1:
		return steps
	}
	k := int(math.Round(share * float64(steps)))
	if k == steps && steps > 1 {
		k--
	}
	if k == 0 {
		k = 1
	}
	return k
}

// stacked shares w cells among the parts by largest remainder. The cells sum
// to w when there is anything to share, and a part above zero gets one at
// least while there are as many cells as such parts. Both modes count alike:
// ascii says what the caller fills the cells with.
func stacked(parts []int, w int, ascii bool) []int {
	cells := make([]int, len(parts))
	rest := make([]int, len(parts))
	total, some := addUp(parts)
	if total == 0 || w <= 0 {
		return cells
	}
	left := w
	for i, p := range parts {
		p = max(p, 0)
		cells[i], rest[i] = w*p/total, w*p%total
		left -= cells[i]
	}
	for ; left > 0; left-- {
		i := slices.Index(rest, slices.Max(rest))
		cells[i]++
		rest[i] = -1
	}
	if some <= w {
		lend(cells, parts)
	}
	return cells
}

// addUp adds up the parts above zero and counts them.
func addUp(parts []int) (total, some int) {
	for _, p := range parts {
		if p > 0 {
			total += p
			some++
		}
	}
	return total, some
}

// lend gives a cell of the longest to each part that has something to show
// and no cell to show it in.
func lend(cells, parts []int) {
	for i, p := range parts {
		if p > 0 && cells[i] == 0 {
			cells[slices.Index(cells, slices.Max(cells))]--
			cells[i]++
		}
	}
}

// spark draws one cell for each value, from nothing to the greatest of them.
// A gap stands where a value is not a number.
func spark(v []float64, ascii bool) string {
	steps := []rune("▁▂▃▄▅▆▇█")
	if ascii {
		steps = []rune("_.-:=+*#")
	}
	top := 0.0
	for _, x := range v {
		if x > top {
			top = x
		}
	}
	var b strings.Builder
	for _, x := range v {
		if math.IsNaN(x) {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(steps[barSteps(x, top, len(steps)-1)])
	}
	return b.String()
}

// shade returns the class of a share for a heat cell: 0 for nothing, and 1 to
// 4 for each quarter of the whole.
func shade(share float64) int {
	if !(share > 0) {
		return 0
	}
	return int(math.Ceil(math.Min(share, 1) * 4))
}
