package inspection

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// without is the test's checklist under another version, some items left out.
func without(id ChecklistID, codes ...ItemCode) *Checklist {
	c := testChecklist()
	c.ID = id
	for i := range c.Sections {
		c.Sections[i].Items = slices.DeleteFunc(c.Sections[i].Items, func(it Item) bool { return slices.Contains(codes, it.Code) })
	}
	return c
}

// listOf makes a checklist of lines: 1.01 title | look | from.
func listOf(id ChecklistID, lines ...string) *Checklist {
	c := &Checklist{ID: id, Title: "示例"}
	for _, l := range lines {
		if name, ok := strings.CutPrefix(l, "# "); ok {
			n, name, _ := strings.Cut(name, " ")
			c.Sections = append(c.Sections, Section{Number: sectionNumber(n), Name: name, Dimension: 1, Focus: 1})
			continue
		}
		parts := strings.Split(l, "|")
		code, title, _ := strings.Cut(strings.TrimSpace(parts[0]), " ")
		s := &c.Sections[len(c.Sections)-1]
		it := Item{Code: ItemCode(code), Title: title, Section: s.Number}
		if len(parts) > 1 {
			it.Look = strings.TrimSpace(parts[1])
		}
		if len(parts) > 2 {
			it.From = codesOf(strings.Join(strings.Fields(parts[2]), "\n"))
		}
		s.Items = append(s.Items, it)
	}
	return c
}

// told is a change in a line: its fate, the codes and what differs.
func (c *ItemChange) line() string {
	codes := func(all []*Item) (s string) {
		for _, it := range all {
			s += " " + string(it.Code)
		}
		return s
	}
	s := c.Fate.Name() + codes(c.Was) + " →" + codes(c.Now)
	if c.Moved {
		s += " moved"
	}
	for _, p := range c.Parts {
		s += " " + p.Name()
	}
	return s
}

func TestCompare(t *testing.T) {
	base := []string{"# 1 食堂", "1.01 食堂招标采购程序 | 看招标文件和合同", "1.02 陪餐制度落实 | 看陪餐记录", "1.03 食材验收与台账 | 看验收单", "# 2 财务", "2.01 收费公示 | 看公示栏", "2.02 大额资金集体决策 | 看会议记录"}
	with := func(at int, lines ...string) []string {
		return slices.Concat(base[:at], lines, base[at+1:])
	}
	for _, c := range []struct {
		name string
		now  []string
		want []string // of what is not unchanged
	}{
		{"the same", base, nil},
		{"added", append(slices.Clone(base), "2.03 食堂财务单独核算 | 看账套"), []string{"added → 2.03"}},
		{"removed", with(2), []string{"removed 1.02 →"}},
		{"reworded", with(2, "1.02 校领导陪餐制度落实情况 | 看陪餐记录"), []string{"reworded 1.02 → 1.02 title"}},
		{"another place", slices.Concat(base[:1], base[2:4], base[1:2], base[4:]), []string{"moved 1.01 → 1.01 moved"}},
		{"another section", slices.Concat(base[:2], base[3:5], base[2:3], base[5:]), []string{"moved 1.02 → 1.02 moved"}},
		{"renumbered by its words", with(3, "1.07 食材验收与台账 | 看验收单"), []string{"renumbered 1.03 → 1.07"}},
		{"renumbered by what it says", with(3, "1.07 验收环节把关 | 看另一处 | 1.03"), []string{"renumbered 1.03 → 1.07 title look from"}},
		{"split by code", with(1, "1.01a 招标公告 | 看公告", "1.01b 合同签订 | 看合同"), []string{"split 1.01 → 1.01a 1.01b"}},
		{"split by dots", with(1, "1.01.1 招标公告 | 看公告", "1.01.2 合同签订 | 看合同"), []string{"split 1.01 → 1.01.1 1.01.2"}},
		{"1.1 goes not on as 1.10", []string{"# 1 食堂", "1.010 会计档案 | 看档案"}, []string{"added → 1.010", "removed 1.01 →", "removed 1.02 →", "removed 1.03 →", "removed 2.01 →", "removed 2.02 →"}},
		{"split in two, one keeps the code", with(1, base[1], "1.04 合同履约 | 看履约记录 | 1.01"), []string{"split 1.01 → 1.01 1.04"}},
		{"joined", with(2, "1.02 陪餐制度落实和收费公示 | 看陪餐记录 | 1.02 2.01")[:5], []string{"joined 1.02 2.01 → 1.02", "removed 2.02 →"}},
		{"a code reused", with(2, "1.02 教师编制核定 | 看编办文件"), []string{"reused → 1.02", "removed 1.02 →"}},
		{"a code kept on purpose", with(2, "1.02 教师编制核定 | 看编办文件 | 1.02"), []string{"reworded 1.02 → 1.02 title look from"}},
		{"one put in front", []string{"# 1 食堂", "1.01 教师编制核定 | 看编办文件", "1.02 食堂招标采购程序 | 看招标文件和合同", "1.03 陪餐制度落实 | 看陪餐记录", "1.04 食材验收与台账 | 看验收单", "# 2 财务", "2.01 收费公示 | 看公示栏", "2.02 大额资金集体决策 | 看会议记录"},
			[]string{"reused → 1.01", "reused 1.01 → 1.02", "reused 1.02 → 1.03", "renumbered 1.03 → 1.04"}},
		{"two changed places", slices.Concat(base[:1], []string{"1.02 食堂招标采购程序 | 看招标文件和合同", "1.01 陪餐制度落实 | 看陪餐记录"}, base[3:]),
			[]string{"reused 1.01 → 1.02", "reused 1.02 → 1.01"}},
	} {
		change := Compare(listOf("a", base...), listOf("b", c.now...))
		var got []string
		for i := range change.Items {
			if one := &change.Items[i]; one.Fate != Unchanged {
				got = append(got, one.line())
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if len(change.Sections) != 0 && c.name != "1.1 goes not on as 1.10" {
			t.Errorf("%s: sections changed: %v", c.name, change.Sections)
		}
	}
}

// What an item came from stays written in every later version; it counts once.
func TestOldOriginsAreHistory(t *testing.T) {
	v2 := listOf("b", "# 1 食堂", "1.01 招标 | 看招标", "1.04 履约 | 看履约 | 1.01")
	if c := Compare(v2, v2); !c.Same() {
		t.Errorf("with itself: %s", c.Items[1].line())
	}
	v3 := listOf("c", "# 1 食堂", "1.01 招标 | 看招标", "1.05 履约 | 看履约 | 1.01 1.04")
	c := Compare(v2, v3)
	if got := c.Count(Joined) + c.Count(SplitUp); got == 0 {
		t.Error("a new origin is not seen")
	}
}

func TestCompareConfirmed(t *testing.T) {
	was, now := testChecklist(), testChecklist()
	now.Sections[0].Items[0].Confirmed = true
	c := Compare(was, now)
	if c.Count(Confirmed) != 1 || c.Count(Unchanged) != 8 || c.Same() {
		t.Errorf("%d confirmed", c.Count(Confirmed))
	}
	if back := Compare(now, was); back.Count(Reworded) != 1 {
		t.Error("a basis that is to be confirmed again is no confirmation")
	}
}

func TestCompareSections(t *testing.T) {
	was := listOf("a", "# 1 食堂", "1.01 甲事", "# 2 财务", "2.01 乙事", "# 3 安全", "3.01 丙事")
	now := listOf("b", "# 1 基建", "9.01 丁事", "# 2 食堂", "1.01 甲事", "# 3 财务与资产", "2.01 乙事")
	c := Compare(was, now)
	var got []string
	for _, s := range c.Sections {
		one := func(s *Section) string {
			if s == nil {
				return "none"
			}
			return fmt.Sprint(s.Number, s.Name)
		}
		got = append(got, one(s.Was)+" → "+one(s.Now))
	}
	want := []string{"none → 1基建", "1食堂 → 2食堂", "3安全 → 3财务与资产", "2财务 → none"}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for i := range c.Items {
		if one := &c.Items[i]; one.one() && one.Was[0].Code == "1.01" && one.Moved {
			t.Error("an item moved though its section only got another number")
		}
	}
}

// anyList draws a checklist whose items are about different things.
func anyList(t *rapid.T, label string) *Checklist {
	words := []rune("党组织会议学习财务收支食堂采购验收教师师德招生考试安全后勤基建档案公示合同资产工会家长课后服务图书信息")
	c := &Checklist{ID: ChecklistID(label), Title: label}
	seen := map[ItemCode]bool{}
	for s := range rapid.IntRange(1, 4).Draw(t, label+" sections") {
		sec := Section{Number: s + 1, Name: fmt.Sprint("板块", s), Dimension: 1, Focus: 1}
		for range rapid.IntRange(0, 8).Draw(t, label+" items") {
			code := ItemCode(fmt.Sprintf("%d.%02d%s", rapid.IntRange(1, 3).Draw(t, "chapter"), rapid.IntRange(1, 9).Draw(t, "code"), rapid.SampledFrom([]string{"", "", "a", ".1"}).Draw(t, "suffix")))
			if seen[code] {
				continue
			}
			seen[code] = true
			it := Item{Code: code, Section: s + 1, Confirmed: rapid.Bool().Draw(t, "confirmed")}
			for range 4 {
				it.Title += string(words[rapid.IntRange(0, len(words)-1).Draw(t, "word")])
			}
			for range rapid.IntRange(0, 2).Draw(t, "origins") {
				it.From = append(it.From, ItemCode(fmt.Sprintf("%d.%02d", rapid.IntRange(1, 3).Draw(t, "chapter"), rapid.IntRange(1, 9).Draw(t, "from"))))
			}
			sec.Items = append(sec.Items, it)
		}
		c.Sections = append(c.Sections, sec)
	}
	return c
}

// Every item of either version has one fate, and no more; a checklist is the
// same as itself; a code that is not called reused stands for what it stood for.
func TestEveryItemHasOneFate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was, now := anyList(t, "was"), anyList(t, "now")
		change := Compare(was, now)
		var old, later []ItemCode
		for i := range change.Items {
			one := &change.Items[i]
			for _, it := range one.Was {
				old = append(old, it.Code)
			}
			for _, it := range one.Now {
				later = append(later, it.Code)
				if was.Item(it.Code) != nil && !slices.Contains(one.Was, was.Item(it.Code)) && one.Fate != Reused {
					t.Errorf("%s stands for something else and is called %s", it.Code, one.Fate.Name())
				}
			}
		}
		checkOnce(t, was, old)
		checkOnce(t, now, later)
		if c := Compare(was, was); !c.Same() || c.Count(Unchanged) != was.Len() {
			t.Error("a checklist differs from itself")
		}
	})
}

func checkOnce(t *rapid.T, c *Checklist, codes []ItemCode) {
	if len(codes) != c.Len() {
		t.Errorf("%d fates of %d items", len(codes), c.Len())
	}
	c.Items(func(_ *Section, it *Item) {
		if !slices.Contains(codes, it.Code) {
			t.Errorf("%s has no fate", it.Code)
		}
	})
}

// Taking another version over changes no answer; what is gone from the list is
// listed, and not counted.
func TestAnswersStayWithTheirCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := founded(t, 1)
		do := l.doing(t)
		was := anyList(t, "was")
		if was.Len() == 0 {
			t.Skip()
		}
		do(l.Adopt(was, 1))
		said := map[ItemCode]Answer{}
		was.Items(func(_ *Section, it *Item) {
			if rapid.Bool().Draw(t, "answered") {
				do(l.Answer(routine, it.Code, Change{Verdict: point(Met), Note: point("记" + string(it.Code))}))
				said[it.Code] = l.AnswerAt(routine, it.Code)
			}
		})
		now := anyList(t, "now")
		f, err := l.Adopt(now, 1)
		if err != nil {
			return // empty, or a code stands for something else
		}
		do(f, err)
		off := 0
		for code, a := range said {
			if l.AnswerAt(routine, code) != a {
				t.Errorf("the answer of %s was %v", code, a)
			}
			if now.Item(code) == nil {
				off++
			}
		}
		if got := l.OffList(routine); len(got) != off || l.TallyOf(routine).All.OffList != off {
			t.Errorf("%v are off the list, not %d", got, off)
		}
	})
}

func TestAdoptIsTakenBackInOne(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Answer(routine, "1.02", Change{Verdict: point(Met)}))
	do(l.Adopt(without("t2", "1.02"), 1))
	if got := l.TallyRound(1).All; got.OffList != 1 || got.Applicable == 0 || l.TallyRound(1).Begun != 1 {
		t.Errorf("the round counts %+v", got)
	}
	if n, first := l.gapsOf(routine, NotListed); n != 1 || first.Words != "要点" {
		t.Errorf("the leave-site check lists %d, %+v", n, first)
	}
	d, err := l.LastDone(l.device)
	if err != nil {
		t.Fatal(err)
	}
	do(l.Undo(d))
	if l.ChecklistOf(1).ID != "t1" || l.Checklist("t2") != nil || l.TallyRound(1).All.OffList != 0 {
		t.Error("it was not taken back whole")
	}
	do(l.Adopt(without("t2", "1.01"), 1)) // the version is free again
}

func TestAdoptingWhatIsThere(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Adopt(without("t2", "1.02"), 1))
	e := do(l.Adopt(without("t2", "1.02"), 3))
	if len(e.Fact.Writes) != 1 || l.ChecklistOf(3).ID != "t2" || l.ChecklistOf(2).ID != "t1" {
		t.Errorf("%d writes", len(e.Fact.Writes))
	}
}

// A code that an earlier version of the round had for something else is as
// dangerous as one of the last.
func TestReusedAfterAWhile(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Answer(routine, "1.02", Change{Note: point("记")}))
	do(l.Adopt(without("t2", "1.02"), 1))
	again := testChecklist()
	again.ID = "t3"
	again.Sections[0].Items[1].Title = "教师编制核定"
	if _, err := l.Adopt(again, 1); !refusedFor(err, CodeReused) {
		t.Errorf("%v", err)
	}
	again.Sections[0].Items[1].From = []ItemCode{"1.02"} // the same, says the office
	do(l.Adopt(again, 1))
	if l.AnswerAt(routine, "1.02").Note != "记" || len(l.OffList(routine)) != 0 {
		t.Error("the answer does not show again")
	}
}

func TestUses(t *testing.T) {
	l := founded(t, 2)
	do := l.doing(t)
	other := VisitID{Round: 2, Kind: Routine, School: "S002"}
	do(l.Answer(routine, "1.01", Change{Verdict: point(Met), Note: point("记")}))
	do(l.Answer(other, "1.01", Change{Verdict: point(Met)}))
	do(l.Raise("f", routine, "1.01", "题", "事"))
	do(l.Detail("f", Details{Linked: []ItemCode{"1.02"}}))
	do(l.Attach(routine, testEvidence(1), "证.pdf", 1, "1.02", ""))
	if got := l.Uses().Of([]ItemCode{"1.01", "1.02"}); got != (Use{2, 2, 1}) {
		t.Errorf("in all %+v", got)
	}
	if got := l.Uses(2)["1.01"]; got != (Use{Answers: 1}) || l.Uses(3)["1.01"].Any() {
		t.Errorf("in the second round %+v", got)
	}
	do(l.Answer(other, "1.01", Change{Verdict: point(None)}))
	if l.Uses(2)["1.01"].Any() {
		t.Error("an answer that was cleared is none")
	}
}
