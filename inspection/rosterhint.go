package inspection

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// strays are the fewest numbers that stand out of order: those that are not in
// a longest rising run.
func strays(places []int) []int {
	var tails []int // index of the last of each length's lowest run
	before := make([]int, len(places))
	for i, p := range places {
		n, _ := slices.BinarySearchFunc(tails, p, func(t, p int) int { return cmp.Compare(places[t], p) })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	in := make([]bool, len(places))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	var out []int
	for i, p := range places {
		if !in[i] {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// hint finds names that may mean one school, and codes that differ by the zeros
// in front alone, which spreadsheets drop, where one of the two is new, has a new
// name or is gone.
func (c *RosterChange) hint() {
	gone := map[SchoolCode]bool{}
	groups := map[string][]School{}
	var keys []string
	add := func(s School) {
		for _, key := range []string{likeName(s.Name), "0" + strings.TrimLeft(string(s.Code), "0")} {
			if len(groups[key]) == 0 {
				keys = append(keys, key)
			}
			groups[key] = append(groups[key], s)
		}
	}
	touched := map[SchoolCode]bool{}
	fresh := map[SchoolCode]bool{}
	for _, s := range c.New {
		touched[s.Code], fresh[s.Code] = true, true
	}
	for _, s := range c.Changed {
		touched[s.Is.Code] = s.Was.Name != s.Is.Name
	}
	for _, s := range c.roster {
		add(s)
	}
	for _, g := range c.Gone {
		gone[g.Code] = true
		add(g.School)
	}
	for _, key := range keys {
		c.pair(key, groups[key], touched, fresh, gone)
	}
}

// mostAlike bounds the hints about one name.
const mostAlike = 5

func (c *RosterChange) pair(key string, group []School, touched, fresh, gone map[SchoolCode]bool) {
	for i, one := range group[:min(len(group), mostAlike)] {
		for _, other := range group[i+1 : min(len(group), mostAlike)] {
			said := key != likeName(one.Name) && likeName(one.Name) == likeName(other.Name)
			if (touched[one.Code] || touched[other.Code]) && !said {
				c.Alike = append(c.Alike, AlikeSchools{one, other, fresh[one.Code] && gone[other.Code]})
			}
		}
	}
}

// bareName is a name without blanks and differences of width.
func bareName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, name)
}

var shortened = strings.NewReplacer("初级中学", "中", "高级中学", "高中", "小学校", "小", "小学", "小", "中学校", "中", "中学", "中", "幼儿园", "幼", "学校", "校", "第", "",
	"市", "", "区", "", "县", "", "镇", "", "乡", "", "(", "", ")", "", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五",
	"6", "六", "7", "七", "8", "八", "9", "九", "中心", "")

// likeName is the same for the short and the full form of a name: 示例一小 and
// 示例区第一小学.
func likeName(name string) string { return shortened.Replace(bareName(name)) }
