package tui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, in string
		w        int
		want     []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "红旗小学", 8, []string{"红旗小学"}},
		{"newlines", "甲\n\n乙\n", 8, []string{"甲", "", "乙", ""}},
		{"no comma first", "食堂留样不足，台账缺页", 12, []string{"食堂留样不", "足，台账缺页"}},
		{"no bracket last", "食堂台账（二月）缺页", 10, []string{"食堂台账", "（二月）缺", "页"}},
		{"words whole", "装了Windows Server 2012的", 12, []string{"装了Windows", "Server 2012", "的"}},
		{"numbers whole", "共一千元3141592.65元", 12, []string{"共一千元", "3141592.65元"}},
		{"blank dropped", "ab cd", 2, []string{"ab", "cd"}},
		{"leading blanks kept", "　　查", 6, []string{"　　查"}},
		{"last blanks fit", "ab  ", 3, []string{"ab "}},
		{"long word", "abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"long word and comma", "abcdef，", 6, []string{"abcde", "f，"}},
		{"comma after a blank", "甲乙丙 ；丁", 7, []string{"甲乙", "丙 ；丁"}},
		{"quoted names", "“甲甲”“乙乙”“丙丙”", 7, []string{"“甲甲”", "“乙乙”", "“丙丙”"}},
		{"combining", strings.Repeat(accent, 4), 2, []string{accent + accent, accent + accent}},
		{"narrow", "甲乙", 0, []string{"甲", "乙"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrap(c.in, c.w); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapKeepsItsRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkWrap(t, pages().Draw(t, "text"), rapid.IntRange(2, 30).Draw(t, "w"))
	})
}

func FuzzWrap(f *testing.F) {
	f.Add("食堂留样不足，台账（二月）缺页 Windows Server 2012 R2", 10)
	f.Add("“甲”“乙”\n"+family+accent, 4)
	f.Fuzz(func(t *testing.T, s string, w int) { checkWrap(t, clean(s), min(max(w, 2), 200)) })
}

// checkWrap takes the wrapped lines apart again by the text alone.
func checkWrap(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string, w int) {
	t.Helper()
	lines := wrap(s, w)
	spans := spansOf(s, lines)
	if spans == nil {
		t.Fatalf("%q is not the text of %q", lines, s)
	}
	for k, line := range lines {
		if width(line) > w {
			t.Fatalf("line %d is %d cells of %d: %q", k, width(line), w, line)
		}
		rest := s[spans[k].to:]
		if spans[k].soft && unlucky(line, rest) && !unavoidable(line, rest) {
			t.Fatalf("break between %q and %q", line, rest)
		}
	}
}

// lineSpan is where the text of a line stands, with the blanks dropped after
// it, and whether the line was broken off there.
type lineSpan struct {
	from, to int
	soft     bool
}

// spansOf finds lines again in the text they were wrapped from, nil when they
// are not all there is.
func spansOf(s string, lines []string) []lineSpan {
	var spans []lineSpan
	at := 0
	for k, line := range lines {
		if !strings.HasPrefix(s[at:], line) {
			return nil
		}
		from := at
		at += len(line)
		gap := len(s[at:]) - len(strings.TrimLeft(s[at:], hanging))
		last, newline := k+1 == len(lines), strings.HasPrefix(s[at+gap:], "\n")
		for gap > 0 && !last && !newline && !strings.HasPrefix(s[at+gap:], lines[k+1]) {
			_, n := utf8.DecodeLastRuneInString(s[at : at+gap])
			gap -= n // a blank that carries a mark is not dropped
		}
		at += gap
		spans = append(spans, lineSpan{from, at, !last && !newline})
		if newline {
			at++
		}
	}
	if at != len(s) {
		return nil
	}
	return spans
}

// unlucky tells whether 避头尾 forbids a break between the two.
func unlucky(line, rest string) bool {
	line = strings.TrimRight(line, hanging)
	last, _ := utf8.DecodeRuneInString(line[before(line, len(line)):])
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, hanging))
	return strings.ContainsRune(neverLast, last) || strings.ContainsRune(neverFirst, next)
}

// unavoidable tells whether no earlier place in the line was any better.
func unavoidable(line, rest string) bool {
	g, _ := glyph(line)
	for at := len(g); at < len(line); at += len(g) {
		g, _ = glyph(line[at:])
		if !strings.Contains(hanging, g) && !unlucky(line[:at], line[at:]) {
			return false
		}
	}
	return true
}

// Rows that begin anew at each break must not make the whole quadratic: that
// would not end before the tests are stopped, and takes no second.
func TestWrapTakesLongText(t *testing.T) {
	for _, s := range []string{
		strings.Repeat(" ", 800_000), strings.Repeat("，", 400_000), strings.Repeat("a", 800_000),
		strings.Repeat("“甲”", 200_000), strings.Repeat("\u0301", 400_000), strings.Repeat("（ ", 400_000),
	} {
		checkWrap(t, s, 40)
	}
}

func BenchmarkWrap(b *testing.B) {
	s := strings.Repeat("食堂留样不足，台账（二月）缺页，系统为Windows Server 2012 R2，应于2026年12月前整改。", 180)
	b.ReportMetric(float64(utf8.RuneCountInString(s)), "runes")
	for b.Loop() {
		wrap(s, 60)
	}
}
