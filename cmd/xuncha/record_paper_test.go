package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"xuncha/inspection"
)

// paperOfTwelve is a checklist of twelve items, of which 3, 4 and 12 do not
// apply to a public school.
func paperOfTwelve() *paperReader {
	list := &inspection.Checklist{ID: "t"}
	for i := range 3 {
		s := inspection.Section{Number: i + 1}
		for j := range 4 {
			it := inspection.Item{Code: inspection.ItemCode(fmt.Sprintf("%d.%02d", i+1, j+1)), Title: fmt.Sprintf("要点%d", 4*i+j+1)}
			if n := 4*i + j + 1; n == 3 || n == 4 || n == 12 {
				it.Applies = inspection.IfPrivate
			}
			s.Items = append(s.Items, it)
		}
		list.Sections = append(list.Sections, s)
	}
	return newPaperReader(&chineseTyping, list, &inspection.School{Ownership: inspection.Public})
}

func (r *paperReader) read(text string) (*pass, []string) {
	p := &pass{all: map[int]typed{}}
	var says []string
	for i, line := range strings.Split(text, "\n") {
		for _, f := range r.typedLine(p, i+1, line) {
			says = append(says, f.In(inspection.Chinese))
		}
	}
	return p, says
}

// plain is a pass as it would be typed plainly.
func (p *pass) plain() string {
	var all []string
	for n := range 1000 {
		if what, ok := p.all[n]; ok {
			all = append(all, fmt.Sprintf("%d-%d", n, what.verdict))
		}
	}
	return strings.Join(all, " ")
}

func TestTypedBack(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"one by one", "12-3 11-1", "11-1"},
		{"commas and lines", "1-1,2-2\n5-3；6-4、7-5", "1-1 2-2 5-3 6-4 7-5"},
		{"full width", "１－３，２—１　５–２ 6——4", "1-3 2-1 5-2 6-4"},
		{"verdicts alone", "1-1 2 3 1\n4", "1-1 2-2 5-3 6-1 7-4"}, // 3 and 4 do not apply
		{"noughts before", "01-1 002-2", "1-1 2-2"},
		{"nothing", " ，、 ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := paperOfTwelve().read(c.in)
			if got := p.plain(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTypedWrongly(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"no such number", "1-1 13-1", "第1行第5列：“13-1”超出了清单，序号只有 1 到 12"},
		{"number nought", "0-1", "第1行第1列：“0-1”超出了清单，序号只有 1 到 12"},
		{"a very long number", "99999999999999999999-1", "第1行第1列：“99999999999999999999…”超出了清单，序号只有 1 到 12"},
		{"does not apply", "\n 3-1", "第2行第2列：3 号“要点3”不适用于这所学校"},
		{"twice", "1-1 2-1\n1-1", "第2行第1列：1 号前面已经录过（第1行第1列）"},
		{"no such verdict", "1-6", "第1行第1列：评定应是 1 到 5（1 符合 2 基本符合 3 不符合 4 不适用 5 未查清），不能是“6”"},
		{"verdict nought", "1-0", "第1行第1列：评定应是 1 到 5（1 符合 2 基本符合 3 不符合 4 不适用 5 未查清），不能是“0”"},
		{"two verdicts", "1-12", "第1行第1列：评定应是 1 到 5（1 符合 2 基本符合 3 不符合 4 不适用 5 未查清），不能是“12”"},
		{"no number before", "3", "第1行第1列：只写了评定，但前面还没有序号；请先写 序号-评定，如 1-1"},
		{"beyond the end", "11-1 1", "第1行第6列：“1”超出了清单，序号只有 1 到 12"},
		{"not understood", "１-1 甲 2- -3 12", "第1行第5列：看不懂“甲”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定 | " +
			"第1行第7列：看不懂“2-”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定 | " +
			"第1行第10列：看不懂“-3”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定 | " +
			"第1行第13列：看不懂“12”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定"},
		{"one fault and no more", "1-1 x 1 2 3 1-2", "第1行第5列：看不懂“x”，应写成 序号-评定，如 12-3；接着上一项的下一项可以只写评定 | 第1行第13列：1 号前面已经录过（第1行第1列）"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, says := paperOfTwelve().read(c.in)
			if got := strings.Join(says, " | "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// asTyped writes a pass as some hand would.
func asTyped(p *pass, r *paperReader, rnd *rand.Rand) string {
	var b strings.Builder
	last := -9
	for n := range r.applies {
		what, ok := p.all[n]
		if !ok {
			continue
		}
		verdict := string([]rune("12345１２３４５")[int(what.verdict)-1+5*rnd.IntN(2)])
		if next := r.next(&pass{last: max(last, 1)}); last > 0 && next == n && rnd.IntN(2) == 0 {
			b.WriteString(verdict)
		} else {
			fmt.Fprintf(&b, "%d%c%s", n, []rune("-－—–−")[rnd.IntN(5)], verdict)
		}
		b.WriteString([]string{" ", "\n", "，", ",", "、", "  ", "\t", "；", "　"}[rnd.IntN(9)])
		last = n
	}
	return b.String()
}

// TestTypedBackInAnyHand: whatever notation is taken, what is read is what was
// on the paper; and of two passes the difference is where they differ.
func TestTypedBackInAnyHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := paperOfTwelve()
		paper := &pass{all: map[int]typed{}}
		for n, applies := range r.applies {
			if applies && rapid.Bool().Draw(t, "filled in") {
				paper.all[n] = typed{verdict: inspection.Verdicts()[rapid.IntRange(0, 4).Draw(t, "verdict")]}
			}
		}
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		one, says := r.read(asTyped(paper, r, rnd))
		if len(says) > 0 || one.plain() != paper.plain() {
			t.Fatalf("read %q, want %q; %q", one.plain(), paper.plain(), says)
		}
		two, _ := r.read(asTyped(paper, r, rnd))
		if d := differences(one, two); len(d) > 0 {
			t.Fatalf("they differ at %v", d)
		}
		n := rapid.SampledFrom([]int{1, 2, 5, 6, 7}).Draw(t, "slip")
		verdict := inspection.Verdicts()[rapid.IntRange(0, 4).Draw(t, "wrong")]
		same := two.all[n].verdict == verdict
		two.all[n] = typed{verdict: verdict}
		if d := differences(one, two); same != (len(d) == 0) || !same && (len(d) != 1 || d[0] != n) {
			t.Fatalf("a slip at %d gives %v", n, d)
		}
	})
}

// FuzzTypedBack: every word is read or told, with a place inside the line.
func FuzzTypedBack(f *testing.F) {
	f.Add("1-1 2-2，５－３ 4 x 1-1 13-1")
	f.Add("12—3\x00\xff𠮷-1 99999999999999999999-99999999999999999999")
	f.Fuzz(func(t *testing.T, text string) {
		r := paperOfTwelve()
		all := 0
		for _, lines := range blocks(text) {
			p := &pass{all: map[int]typed{}}
			for _, line := range lines {
				faults := r.typedLine(p, line.number, string(line.text))
				for _, fault := range faults {
					if fault.Line != line.number || fault.Column < 1 || fault.Column > utf8.RuneCount(line.text) || fault.Says.IsZero() {
						t.Errorf("fault %+v in %q", fault, line.text)
					}
				}
			}
			for n, what := range p.all {
				if n < 1 || n >= len(r.applies) || !r.applies[n] || what.verdict < inspection.Met || what.verdict > inspection.Unclear {
					t.Errorf("%d became %v", n, what)
				}
			}
			all += len(p.all)
		}
		if all > utf8.RuneCountInString(text) {
			t.Errorf("%d verdicts from %q", all, text)
		}
	})
}

// BenchmarkKeysPerVerdict counts the keys for a whole checklist, and times
// reading it.
func BenchmarkKeysPerVerdict(b *testing.B) {
	_, list, err := builtin()
	if err != nil {
		b.Fatal(err)
	}
	r := newPaperReader(&chineseTyping, list, &inspection.School{})
	numbered, alone, n := "", "", 0
	for i, applies := range r.applies {
		if !applies {
			continue
		}
		numbered += fmt.Sprintf("%d-%d ", i, i%5+1)
		if n++; n == 1 {
			alone = numbered
		} else {
			alone += fmt.Sprintf("%d ", i%5+1)
		}
	}
	for _, how := range []struct{ name, keys string }{{"numbered", numbered}, {"in order", alone}} {
		b.Run(how.name, func(b *testing.B) {
			for b.Loop() {
				if p, says := r.read(how.keys); len(p.all) != n || len(says) > 0 {
					b.Fatal(len(p.all), says)
				}
			}
			b.ReportMetric(float64(len(how.keys))/float64(n), "keys/verdict")
		})
	}
}
