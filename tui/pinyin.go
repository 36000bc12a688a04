package tui

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// polyphones are the characters of places, schools and families that are read
// in more than one way, or in another way than dictionaries put first. All
// other characters have their first reading only: with every reading allowed,
// a query of initials finds far too much.
var polyphones = map[rune]string{
	'长': "chang zhang", '重': "chong zhong", '行': "xing hang", '乐': "le yue", '单': "dan shan",
	'朝': "chao zhao", '厦': "xia sha", '曾': "zeng ceng", '都': "du dou", '六': "liu lu",
	'番': "fan pan", '尉': "wei yu", '仇': "qiu chou", '解': "jie xie", '区': "qu ou",
	'查': "cha zha", '覃': "qin tan", '翟': "zhai di", '盖': "gai ge", '柏': "bai bo",
	'薄': "bo bao", '卜': "bu bo", '繁': "fan po", '缪': "miao mou", '朴': "pu piao",
	'洗': "xi xian", '员': "yuan yun", '召': "zhao shao", '种': "zhong chong", '佛': "fo fu",
	'会': "hui kuai", '蔚': "wei yu", '浒': "hu xu", '涡': "wo guo", '泊': "bo po",
	'堡': "bao pu bu", '埔': "pu bu", '铅': "qian yan", '歙': "she xi", '浚': "jun xun",
	'大': "da dai", '莞': "guan wan", '阿': "a e", '校': "xiao jiao", '省': "sheng xing",
	'藏': "cang zang", '荥': "xing ying", '牟': "mou mu", '贾': "jia gu", '沈': "shen chen",
	'圩': "wei xu", '洞': "dong tong", '弄': "nong long", '合': "he ge", '万': "wan mo",
}

// What a name's characters that no part of the query stands for cost: few in
// front and least behind, so that the shortest name comes first.
const (
	costBehind = 1
	costFront  = 4
	costGap    = 10
	costNone   = math.MaxInt32 - 1 // no match
)

// finder finds names by what somebody who types Chinese would type: the
// characters, their pinyin, its initials, or a mixture.
type finder struct {
	names []spelled
	query []rune
	memo  []int32 // of cost, for one name at a time
	n     int     // characters of that name
}

// spelled is a name, character by character, and which letters can occur in
// a query for it.
type spelled struct {
	signs   []hanzi
	letters uint64
}

// hanzi is a character of a name and how it is read.
type hanzi struct {
	r        rune
	readings []string
}

// newFinder reads all names, which takes a while for many: callers wait with
// it until somebody searches.
func newFinder(names []string) *finder {
	f := &finder{names: make([]spelled, len(names))}
	known := make(map[rune][]string)
	for i, name := range names {
		f.names[i] = spell(name, known)
	}
	return f
}

// spell reads a name. What was read before is known.
func spell(name string, known map[rune][]string) spelled {
	var s spelled
	for _, r := range folded(name) {
		readings, ok := known[r]
		if !ok {
			readings = readingsOf(r)
			known[r] = readings
		}
		s.signs = append(s.signs, hanzi{r, readings})
		s.letters |= letterBit(r)
		for _, py := range readings {
			for _, c := range py {
				s.letters |= letterBit(c)
			}
		}
	}
	return s
}

// readingsOf returns how a character is read, nothing for one without pinyin.
func readingsOf(r rune) []string {
	if own, ok := polyphones[r]; ok {
		return strings.Fields(own)
	}
	return pinyin.SinglePinyin(r, pinyin.NewArgs())
}

// folded is text as it is compared: without blanks, in small letters of
// ordinary width, ü as v.
func folded(s string) []rune {
	var out []rune
	for _, r := range s {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFEE0
		}
		if r = unicode.ToLower(r); r == 'ü' {
			r = 'v'
		}
		if !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return out
}

// letterBit puts letters and digits apart and all else together by chance.
func letterBit(r rune) uint64 { return 1 << (uint32(r) % 64) }

// find returns the positions of the names that q stands for, best first and
// else in their order; all of them when q is empty.
func (f *finder) find(q string) []int {
	f.query = folded(q)
	var want uint64
	for _, r := range f.query {
		want |= letterBit(r)
	}
	type hit struct {
		i    int
		cost int32
	}
	var hits []hit
	for i := range f.names {
		if f.names[i].letters&want != want {
			continue
		}
		if c := f.match(f.names[i].signs); c < costNone {
			hits = append(hits, hit{i, c})
		}
	}
	if len(f.query) > 0 {
		slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.cost, b.cost) })
	}
	found := make([]int, len(hits))
	for k, h := range hits {
		found[k] = h.i
	}
	return found
}

// match returns what the best way costs to read the query in a name.
func (f *finder) match(signs []hanzi) int32 {
	if len(f.query) == 0 {
		return 0
	}
	f.n = len(signs)
	size := (len(f.query) + 1) * (f.n + 1)
	f.memo = slices.Grow(f.memo[:0], size)[:size]
	clear(f.memo)
	return f.cost(signs, 0, 0)
}

// cost returns what it costs to read the query from q on in the signs from i
// on, when sign i-1 was the last one read.
func (f *finder) cost(signs []hanzi, q, i int) int32 {
	if q == len(f.query) {
		return int32(f.n-i) * costBehind
	}
	kept := &f.memo[q*(f.n+1)+i]
	if *kept != 0 {
		return *kept - 1
	}
	best, skip := int32(costNone), int32(costGap)
	if q == 0 {
		skip = costFront
	}
	for j := i; j < f.n; j++ {
		// A code is found whole: letters and digits of a name have no gaps.
		if q > 0 && j > i && plain(signs[i-1].r) && plain(signs[j].r) {
			continue
		}
		for take := reach(signs[j], f.query[q:]); take > 0; take-- {
			if c := f.cost(signs, q+take, j+1); c < costNone {
				best = min(best, c+int32(j-i)*skip)
			}
		}
	}
	*kept = best + 1 // 0 is not known yet
	return best
}

// plain tells the characters that stand only for themselves.
func plain(r rune) bool { return r < unicode.MaxASCII }

// reach returns how many letters of the query a sign can stand for at most;
// it can then stand for any fewer. The sign itself stands for one.
func reach(s hanzi, query []rune) int {
	most := 0
	if query[0] == s.r {
		most = 1
	}
	for _, py := range s.readings {
		n := 0
		for n < len(py) && n < len(query) && query[n] == rune(py[n]) {
			n++
		}
		most = max(most, n)
	}
	return most
}
