package main

import (
	"fmt"
	"math/rand/v2"

	"xuncha/inspection"
)

// The made-up district. Nothing in it is the name of a real school.
var inventedSchools = []struct {
	count   int
	name    string // %s is the number in Chinese
	from    int
	stage   inspection.Stage
	private int // of the count, these are private
}{
	{28, "示例%s小", 1, inspection.Primary, 3},
	{9, "示例%s中", 1, inspection.Junior, 1},
	{6, "示例第%s学校", 1, inspection.NineYear, 2},
	{3, "示例%s中", 10, inspection.Complete, 0},
	{2, "示例%s中", 13, inspection.Senior, 0},
	{1, "示例第%s实验学校", 1, inspection.TwelveYear, 1},
	{10, "示例第%s幼儿园", 1, inspection.Kindergarten, 4},
	{1, "示例特殊教育学校", 0, inspection.Special, 0},
	{1, "示例职业学校", 0, inspection.Vocational, 0},
}

var inventedAreas = []string{"示例东片", "示例西片", "示例南片", "示例北片"}

// inventRoster makes up 61 schools, mixed so that each round has some of every
// kind.
func inventRoster(rng *rand.Rand) inspection.Roster {
	var r inspection.Roster
	for _, kind := range inventedSchools {
		for i := range kind.count {
			s := inspection.School{Name: kind.name, Stage: kind.stage, Ownership: inspection.Public}
			if kind.from > 0 {
				s.Name = fmt.Sprintf(kind.name, chineseNumber(kind.from+i))
			}
			if i < kind.private {
				s.Ownership = inspection.Private
			}
			inventTraits(rng, &s)
			s.Area = inventedAreas[rng.IntN(len(inventedAreas))]
			r = append(r, s)
		}
	}
	rng.Shuffle(len(r), func(i, j int) { r[i], r[j] = r[j], r[i] })
	for i := range r {
		r[i].Order = i + 1
		r[i].Code = inspection.SchoolCode(fmt.Sprintf("D%03d", i+1))
	}
	return r
}

// inventTraits: in a hundred schools of a stage, so many have the trait. Of some
// it is not known, as on a real roster.
func inventTraits(rng *rand.Rand, s *inspection.School) {
	boarding, bus := 5, 5
	switch s.Stage {
	case inspection.Senior, inspection.TwelveYear, inspection.Vocational:
		boarding = 90
	case inspection.Junior, inspection.Complete, inspection.NineYear:
		boarding = 25
	}
	if s.Ownership == inspection.Private {
		bus = 50
	}
	for _, t := range []struct {
		trait  inspection.Traits
		chance int
	}{{inspection.Canteen, 75}, {inspection.Boarding, boarding}, {inspection.Bus, bus}, {inspection.Group, 25}} {
		if rng.IntN(100) < t.chance {
			s.Traits |= t.trait
		}
		if rng.IntN(100) < 96 {
			s.Known |= t.trait
		}
	}
	s.Traits &= s.Known
}

// chineseNumber writes 1 to 99 as 一 to 九十九.
func chineseNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n%10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
