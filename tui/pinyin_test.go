package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	names := []string{
		"红旗中心小学", "红旗小学", "长城中学", "朝阳育才中学", "重庆路小学", "厦门路幼儿园", "育才胜利小学",
		"S001 实验学校", "S0201 单县第二中学", "绿园幼儿园", "𠮷野学校", "海安小学", "Ｂ１２号教学点", "长城中心小学",
	}
	for q, want := range map[string][]string{
		"hqxx":          {"红旗小学", "红旗中心小学"},
		"ccz":           {"长城中学", "长城中心小学", "朝阳育才中学"},
		"zcz":           {"长城中学", "长城中心小学", "朝阳育才中学"},
		"hqi小学":         {"红旗小学", "红旗中心小学"},
		"hongqixiaoxue": {"红旗小学", "红旗中心小学"},
		"HongQi XX":     {"红旗小学", "红旗中心小学"},
		"红旗":            {"红旗小学", "红旗中心小学"},
		"长cz":           {"长城中学", "长城中心小学"},
		"cqlxx":         {"重庆路小学"},
		"zqlxx":         {"重庆路小学"},
		"xmlyey":        {"厦门路幼儿园"},
		"s001":          {"S001 实验学校"},
		"Ｓ００１":          {"S001 实验学校"},
		"s21":           {},
		"020":           {"S0201 单县第二中学"},
		"s0201 sx":      {"S0201 单县第二中学"},
		"dxdezx":        {"S0201 单县第二中学"},
		"lvyuan":        {"绿园幼儿园"},
		"lüyuan":        {"绿园幼儿园"},
		"𠮷":             {"𠮷野学校"},
		"b12":           {"Ｂ１２号教学点"},
		"hanxx":         {"海安小学"},
		"yuc":           {"育才胜利小学", "朝阳育才中学"},
		"zzzz":          {},
		"学小":            {},
		"hqxxx":         {"红旗中心小学"},
		"hqxxy":         {},
		" ":             names,
		"":              names,
	} {
		got := []string{}
		for _, i := range newFinder(names).find(q) {
			got = append(got, names[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", q, got, want)
		}
	}
}

// Whatever spelling of a name's characters is typed, the name is found.
func TestFindTakesAnySpelling(t *testing.T) {
	names := manyNames(300)
	f := newFinder(names)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(names)-1).Draw(t, "name")
		var q strings.Builder
		for _, s := range f.names[i].signs {
			forms := append([]string{string(s.r)}, s.readings...)
			form := rapid.SampledFrom(forms).Draw(t, "form")
			if len(s.readings) > 0 && form != string(s.r) {
				form = form[:rapid.IntRange(1, len(form)).Draw(t, "letters")]
			}
			q.WriteString(form)
		}
		found := f.find(q.String())
		if !slices.Contains(found, i) {
			t.Fatalf("%q does not find %q", q.String(), names[i])
		}
	})
}

func TestFindNothingAmongNothing(t *testing.T) {
	if got := newFinder(nil).find("a"); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

// manyNames makes names as a district has them.
func manyNames(n int) []string {
	places := []string{"红旗", "长城", "育才", "胜利", "重庆路", "朝阳", "厦门路", "实验", "第一", "第二", "乐安", "单县"}
	kinds := []string{"小学", "中学", "中心小学", "幼儿园", "九年一贯制学校", "职业学校"}
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("S%05d %s%s%s", i, places[i%12], places[i/12%12], kinds[i/144%6])
	}
	return names
}

func BenchmarkFinder(b *testing.B) {
	names := manyNames(10_000)
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			newFinder(names)
		}
	})
	f := newFinder(names)
	for _, q := range []string{"h", "hqxx", "ccz", "hongqixiaoxue", "s0999", "红旗小学", "zzzz", "xx", "s00000", "xxxxxx"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				f.find(q)
			}
		})
	}
}
