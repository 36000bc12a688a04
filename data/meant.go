package data

import (
	"slices"

	"xuncha/data/bilingual"
)

// meant asks whether somebody meant one of the names that are known, when what
// was written is close to one; otherwise it says nothing.
func meant(word string, names []string) (asks bilingual.Text) {
	best, least := "", 1000
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d < least {
			best, least = name, d
		}
	}
	if n := len([]rune(word)); best == "" || least == 0 || least > max(1, max(n, len([]rune(best)))/2) || least >= max(n, len([]rune(best))) {
		return asks
	}
	return say("，是不是想写%s？", quote(best))
}

// distance is how many characters have to be put in, taken out or changed.
func distance(x, y []rune) int {
	if len(x) > 64 || len(y) > 64 {
		return 1000
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		last := row[0]
		row[0] = i + 1
		for j, s := range y {
			change := last
			if r != s {
				change++
			}
			last = row[j+1]
			row[j+1] = slices.Min([]int{change, row[j] + 1, row[j+1] + 1})
		}
	}
	return row[len(y)]
}
