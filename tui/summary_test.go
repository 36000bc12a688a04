package tui

import (
	"fmt"
	"strings"
	"testing"

	"xuncha/inspection"
)

// worked sets down made-up work: most of the first round, some of the second.
// The same every time.
func (d *driver) worked() *driver {
	d.t.Helper()
	must := func(f inspection.Fact, err error) {
		d.t.Helper()
		if err != nil {
			d.t.Fatal(err)
		}
		d.take(f, nil)
	}
	for i, schools := range []int{18, 6} {
		n := inspection.RoundNo(i + 1)
		for i, v := range d.book.VisitsIn(n)[:schools] {
			must(d.book.Begin(v.ID, d.today()))
			d.answers(v.ID, i, n, i < schools-3)
			must(d.book.Count(v.ID, inspection.Talks, int64(6+i%5)))
			must(d.book.Count(v.ID, inspection.Papers, int64(40+7*i)))
			if i%3 == 0 {
				must(d.book.Raise(inspection.FindingID(fmt.Sprintf("f%d-%d", n, i)), v.ID, "7.01", "大额资金使用未经党组织会议研究",
					"抽看近三年会议记录和付款凭证，其中3笔大额支出未见党组织会议研究记录，由分管负责同志签批后即付款。\n相关合同先于会议签订。"))
			}
			if i%5 == 0 {
				must(d.book.Raise(inspection.FindingID(fmt.Sprintf("g%d-%d", n, i)), v.ID, "", "会议室门口公示栏长期未更新", "公示内容停留在上一学年。"))
			}
		}
	}
	must(d.book.Withdraw("g1-5"))
	d.saving.Saved = uint64(len(d.shelf.entries))
	return d
}

// answers gives a visit verdicts of every kind; part of them if it is not whole.
func (d *driver) answers(v inspection.VisitID, i int, n inspection.RoundNo, whole bool) {
	d.t.Helper()
	list, school := d.book.ChecklistOf(n), d.book.School(v.School)
	k := 0
	list.Items(func(sec *inspection.Section, it *inspection.Item) {
		k++
		if it.Applies.Of(school) == inspection.No || !whole && k%3 == 0 {
			return
		}
		verdict := inspection.Met
		switch x := (k*7 + i*11 + int(n)*5) % 23; {
		case sec.Number == 7 && i%2 == 0 || x < 3:
			verdict = inspection.Unmet
		case x < 7:
			verdict = inspection.Partly
		case x == 7:
			verdict = inspection.NA
		case x == 8:
			verdict = inspection.Unclear
		}
		c := inspection.Change{Verdict: &verdict}
		if verdict == inspection.Unmet {
			note := "抽看凭证10份，3份没有会议记录"
			c.Note = &note
		}
		f, err := d.book.Answer(v, it.Code, c)
		if err != nil {
			d.t.Fatal(err)
		}
		d.take(f, nil)
	})
}

func TestSummaryScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.keys("f5").golden("summary_nobody_" + name).keys("esc")
		d.worked().keys("f5", "left").golden("summary_" + name)
		d.keys("2").golden("summary_sections_" + name)
		d.keys("3", "down").golden("summary_common_" + name)
		d.keys("4", "down", "right", "right").golden("summary_heat_" + name)
		d.keys("0").golden("summary_heat_rate_" + name)
		d.keys("5").golden("summary_rounds_" + name)
		d.keys("1", "down", "down", "down", "enter").golden("figure_met_" + name)
		d.keys("esc", "3", "enter").golden("figure_common_" + name)
		d.keys("esc", "4", "enter").golden("figure_cell_" + name)
	})
}

// TestFiguresOpenToTheirRows goes from a round's rate down to one item at one
// school, and back.
func TestFiguresOpenToTheirRows(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked().keys("f5", "left")
	d.sees("15 / 21", "71.4%", "432 / 669", "64.6%")
	d.keys("down", "down", "down", "enter").sees("规则", "符合 432 ÷", "不适用 29", "未查清 31", "未进校 3 所", "明细 18 行")
	d.keys("down", "down", "enter").sees("× 不符合 116 ÷ 适用要点 771", "明细 18 行")
	d.keys("enter").sees("示例").keys("esc", "esc")
	d.keys("end", "enter").sees("÷ 符合＋基本符合＋不符合", "1.02")
	d.keys("end", "enter")
	if v, ok := d.top().(*visit); !ok || v.item == "" {
		t.Fatalf("the last row does not open the visit but\n%s", d.screen())
	}
	d.keys("esc", "esc", "esc").sees("1 总览").lacks("规则")
}

func TestSummaryTurnsRounds(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked().keys("f5")
	d.sees("‹ 第二轮 › 20 所").keys("right").sees("‹ 第三轮 ›", "本轮还没有进校").keys("right").sees("‹ 第三轮 ›")
	d.keys("[", "【").sees("‹ 第一轮 ›")
	d.keys("tab").sees("清单以外", "合计").keys("tab").sees("建议用语").keys("tab").sees("不符合数").keys("tab").sees("各板块符合率")
	d.keys("end", "pgdown").sees("16 幼儿园").keys("tab").sees("不符合最多的要点")
}

// TestEveryFigureOpens opens every row of every view, so that none leads to
// nowhere.
func TestEveryFigureOpens(t *testing.T) {
	d := newDriver(t, 120, 36, inspection.Chinese).worked().keys("f5", "left")
	depth := len(d.stack)
	for _, view := range []string{"1", "2", "3", "5"} {
		d.keys(view, "home")
		last := -1
		for s := d.top().(*summary); s.pages[s.view].at != last; d.keys("down") {
			s.draw(d.App, d.w, d.h-2)
			last = s.pages[s.view].at
			d.keys("enter")
			f, ok := d.top().(*figure)
			if !ok || len(d.stack) != depth+1 {
				t.Fatalf("row %d of view %s opens nothing:\n%s", last, view, d.screen())
			}
			if rate := f.ask.rate(d.App); rate.N > 0 && strings.Contains(d.screen(), "没有明细") {
				t.Errorf("%s %s has no rows:\n%s", f.ask.subject(d.App), f.ask.name(d.App), d.screen())
			}
			d.sees("规则").keys("esc")
		}
	}
}

// TestPartsAddUp compares a figure with the rows under it.
func TestPartsAddUp(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	for _, v := range inspection.Verdicts() {
		for _, section := range []int{0, 7, 9, 15} {
			q := ask{rule: inspection.VerdictRule, round: 1, verdict: v, section: section}
			n := 0
			for _, s := range q.spots(d.App) {
				if s.item != "" {
					n++
				} else {
					n += len(q.at(s.visit).spots(d.App))
				}
			}
			if want := q.rate(d.App).N; n != want {
				t.Errorf("%s in section %d: %d rows under %d", v.In(inspection.Chinese), section, n, want)
			}
		}
	}
	q := ask{rule: inspection.FindingRule, round: 1}
	if n, want := len(q.spots(d.App)), q.rate(d.App).N; n != want {
		t.Errorf("%d rows under %d findings", n, want)
	}
}

func TestHeatMap(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked().keys("f5", "left", "4")
	d.sees("示例一小 · 1 办学方向与特色发展", "›1", "不符合占比")
	for range 20 {
		d.keys("right")
	}
	d.sees("示例一小 · 16 幼儿园", "没有适用的要点", "›16")
	d.keys("0").sees("符合率 %", "‹ 3 列  0 列 ›").keys("end").sees("未开始", "示例一小第5校区 · 16 幼儿园")
	d.keys("home", "left", "enter").sees("第一轮 · 示例一小 · 15 民办学校")
	d.keys("esc").sees("示例一小 · 15 民办学校")
}

func TestSummaryInASCII(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked()
	d.look = newLook(true)
	for _, view := range []string{"1", "2", "3", "4", "5"} {
		d.keys("f5", "left", view).lacks("█", "▓", "─", "▁", "▏")
		if view != "4" {
			d.keys("enter").lacks("█", "▓", "─", "▁", "▏").keys("esc")
		}
		d.keys("esc")
	}
	d.keys("f6").lacks("─", "○").keys("f6").lacks("─", "○").keys("esc", "esc", "f8").lacks("─", "█")
}

// BenchmarkSummaryKey is a key and the screen that follows, at the size of a
// district and at one beyond any.
func BenchmarkSummaryKey(b *testing.B) {
	for _, schools := range []int{61, 10_000} {
		a := crowded(b, schools)
		for _, c := range []struct {
			name string
			s    screen
			key  string
		}{
			{"overview", &summary{no: 1}, "down"},
			{"sections", &summary{no: 1, view: viewSections}, "down"},
			{"common", &summary{no: 1, view: viewCommon}, "down"},
			{"heat", &summary{no: 1, view: viewHeat}, "down"},
			{"rounds", &summary{no: 1, view: viewRounds}, "down"},
			{"figure", newFigure(ask{rule: inspection.MetRule, round: 1}), "down"},
			{"findings", newFindings(a, 1), "down"},
			{"plan", newPlan(a), "down"},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, schools), func(b *testing.B) {
				a.open(c.s)
				a.View()
				b.ResetTimer()
				for b.Loop() {
					a.Update(press(c.key))
					a.View()
				}
				a.back()
			})
		}
	}
}

// BenchmarkSummaryOpen is the key that opens a summary, and the one that opens
// its rate, after an answer.
func BenchmarkSummaryOpen(b *testing.B) {
	for _, schools := range []int{61, 10_000} {
		a := crowded(b, schools)
		visits, verdict := a.book.VisitsIn(1), inspection.Unmet
		for _, view := range []string{"1", "4"} {
			b.Run(fmt.Sprintf("%s/%d", view, schools), func(b *testing.B) {
				for b.Loop() {
					a.take(a.book.Answer(visits[0].ID, "1.01", inspection.Change{Verdict: &verdict}))
					a.Update(press("f5"))
					a.Update(press(view))
					a.View()
					a.back()
				}
			})
		}
		for name, key := range map[string]string{"rate": "down", "findings": "f6", "plan": "f8"} {
			b.Run(fmt.Sprintf("%s/%d", name, schools), func(b *testing.B) {
				for b.Loop() {
					a.Update(press("f5"))
					a.Update(press(key))
					if name == "rate" {
						a.Update(press("down"))
						a.Update(press("down"))
						a.Update(press("enter"))
					}
					a.View()
					a.back()
					a.back()
				}
			})
		}
	}
}

// crowded is the notebook over many schools, each with a few answers, all in
// the first round.
func crowded(b *testing.B, schools int) *App {
	b.Helper()
	s, book := newShelf(), &inspection.Book{}
	take := func(f inspection.Fact) error { book.Apply(s.Take("记录人甲", f)); return nil }
	c := inspection.Campaign{ID: "test", Title: "示例", Zone: inspection.BeijingZone}
	if err := inspection.Founding(take, book, c, testRoster(schools), testChecklist(), true); err != nil {
		b.Fatal(err)
	}
	for i, v := range book.VisitsIn(1) {
		verdict := inspection.Verdicts()[i%3]
		f, err := book.Answer(v.ID, "1.01", inspection.Change{Verdict: &verdict})
		if err != nil {
			b.Fatal(err)
		}
		take(f)
		if i%10 == 0 {
			f, err = book.Raise(inspection.FindingID(fmt.Sprint("f", i)), v.ID, "1.01", "示例问题", "示例事实")
			if err != nil {
				b.Fatal(err)
			}
			take(f)
		}
	}
	a := newApp(Options{Book: book, Journal: s, Author: "记录人甲"})
	a.w, a.h = 120, 36
	for _, r := range book.Rounds() {
		book.TallyRound(r.No)
	}
	return a
}

// TestFindingsOfASectionSayWhatTheyLeaveOut counts withdrawn findings where they
// were, and not elsewhere.
func TestFindingsOfASectionSayWhatTheyLeaveOut(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).worked().keys("f5", "left", "2", "end")
	d.keys("enter").sees("清单以外", "撤回 1 条", "明细 3 行").keys("esc")
	d.open(newFigure(ask{rule: inspection.FindingRule, round: 1, section: 7}))
	d.sees("撤回 0 条", "明细 6 行")
}
