package inspection

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func asIs(s string) string { return s }

// asFirst has nothing in the office's cells.
func asFirst(Column) string { return "" }

// sent are the lines of the ledger as a school gets them, ready to be filled in.
func (l *laptop) sent() []Reply {
	campaign, _ := l.Campaign()
	var all []Reply
	for _, row := range l.Ledger() {
		r := Reply{
			Finding: row.ID, Number: row.Number.Printed, Sent: row.Rectification.Trace(campaign.ID, asIs, row.word), Cells: map[Column]string{},
			Place: func(c Column) Place {
				return Place{fmt.Sprintf("%s/%s", row.ID, c.In(Chinese)), fmt.Sprintf("%s/%s", row.ID, c.In(English))}
			},
		}
		for _, c := range filled() {
			r.Cells[c] = row.Rectification.Cell(c)
		}
		for _, c := range offices() {
			r.Cells[c] = row.word(c)
		}
		all = append(all, r)
	}
	return all
}

// said is what the comparison found, in short: + taken, ! against the book,
// - left, ? faulty, 0 missing.
func (r *Replies) said() string {
	var all []string
	say := func(sign string, s Said) {
		all = append(all, fmt.Sprintf("%s%s %s %s→%s", sign, s.Finding, s.Column.In(Chinese), s.Book, s.School))
	}
	for _, s := range r.Changes {
		say("+", s)
	}
	for _, s := range r.Conflicts {
		say("!", s)
	}
	for _, s := range r.Left {
		say(fmt.Sprintf("-%d ", s.Why), s.Said)
	}
	for _, s := range r.Faults {
		s.Book += s.First.In(Chinese)
		say(fmt.Sprintf("?%d ", s.Why), s.Said)
	}
	for _, f := range r.Missing {
		all = append(all, "0"+string(f.ID))
	}
	return strings.Join(all, "; ")
}

func TestReplies(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(l *laptop, all []Reply) []Reply // by the school; may change the book as well
		says string
	}{
		{"as it was", func(_ *laptop, all []Reply) []Reply { return all }, ""},
		{"filled in", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnGoal], all[0].Cells[ColumnDeadline], all[0].Cells[ColumnState] = "整改到位", "2026-09-01", "完成整改"
			return all
		}, "+f1 整改目标 →整改到位; +f1 完成时限 2026-08-27→2026-09-01; +f1 整改状态 未完成→完成整改"},
		{"blanks and width are not words", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnMeasures] = " 三项 措施（１）\n"
			return all
		}, ""},
		{"the book moved on, the school did not", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Rectify(RectifyChange{Leader: point("书记")}, "f1"))
			return all
		}, ""},
		{"both moved on", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Rectify(RectifyChange{Leader: point("书记"), Person: point("主任")}, "f1"))
			all[0].Cells[ColumnLeader], all[0].Cells[ColumnDepartment] = "副校长", "总务处"
			return all
		}, "+f1 责任部门 →总务处; !f1 责任领导 书记→副校长"},
		{"both to the same", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Rectify(RectifyChange{Leader: point("书记")}, "f1"))
			all[0].Cells[ColumnLeader] = "书记"
			return all
		}, ""},
		{"marks lost", func(_ *laptop, all []Reply) []Reply {
			for i := range all {
				all[i].Finding, all[i].Sent = "", ""
			}
			all[0].Cells[ColumnGoal], all[0].Cells[ColumnMeasures], all[0].Cells[ColumnState] = "到位", "四项措施", "完成整改"
			return all
		}, "+f1 整改目标 →到位; +f1 整改状态 未完成→完成整改; !f1 整改措施 三项措施(1)→四项措施"},
		{"progress added to", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnProgress] += "；已建台账"
			return all
		}, "+f1 进展情况 已开会→已建台账"},
		{"progress anew, on a day", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnProgress], all[0].Cells[ColumnProgressDay] = "另起一段", "2026-06-30"
			return all
		}, "+f1 进展情况 已开会→另起一段; +f1 进展日期 →2026-06-30"},
		{"progress that the book has meanwhile", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Report("f1", "p9", 20_620, "已公示"))
			all[0].Cells[ColumnProgress] = "已公示"
			return all
		}, ""},
		{"progress added to, and taken over already", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Report("f1", "p9", 20_620, "已建台账"))
			all[0].Cells[ColumnProgress], all[0].Cells[ColumnProgressDay] = "已开会；已建台账", Day(20_620).String()
			return all
		}, ""},
		{"progress on both sides", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Report("f1", "p9", 20_620, "已公示"))
			all[0].Cells[ColumnProgress] = "已开会。已培训"
			return all
		}, "+f1 进展情况 已公示→已培训"},
		{"another day for nothing new", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnProgressDay] = "2026-07-01"
			return all
		}, "-3 f1 进展日期 2026-05-31→2026-07-01"},
		{"closed by the school", func(_ *laptop, all []Reply) []Reply {
			all[0].Closed, all[0].Cells[ColumnClosed] = ColumnClosed, "2026-06-30"
			return all
		}, "-2 f1 整改状态 未完成→销号"},
		{"closed by the school, elsewhere", func(_ *laptop, all []Reply) []Reply {
			all[0].Closed = ColumnState
			delete(all[0].Cells, ColumnState)
			return all
		}, "-2 f1 整改状态 未完成→销号"},
		{"the office's cells", func(_ *laptop, all []Reply) []Reply {
			all[0].Number = "改了"
			for i, c := range offices() {
				all[0].Cells[c] = fmt.Sprint("改", i)
			}
			all[1].Cells[ColumnFedBack] = ""
			return all
		}, "-4 f1 编号 〔0〕第1轮-1组-01→改0; -4 f1 学校 示例1小→改1; -4 f1 反馈问题 题f1\n事实→改2; -4 f1 落实 第一个落实→改3; -4 f1 剩余时间 →改4; " +
			"-4 f1 佐证 0→改5; -4 f1 销号 →改6; -4 f1 历次进展 2026-05-31 已开会→改7; -4 f1 反馈日期 2026-05-27→改8; -4 f2 反馈日期 2026-05-27→"},
		{"the office's cells, and the book moved on", func(l *laptop, all []Reply) []Reply {
			l.doing(t)(l.Report("f1", "p9", 20_620, "已公示"))
			l.proved(t, "f2")
			l.doing(t)(l.Close("f2", 20_640, "主任"))
			all[1].Cells[ColumnClosed] = "2026-06-30"
			return all
		}, "-4 f2 销号 " + Day(20_640).String() + "→2026-06-30"},
		{"the office's cells, with marks lost", func(_ *laptop, all []Reply) []Reply {
			all[0].Finding, all[0].Sent, all[1].Sent = "", "", ""
			all[0].Cells[ColumnWords], all[0].Cells[ColumnLeft], all[0].Cells[ColumnSchool] = "换了说法", "剩 3 天", ""
			all[1].Number, all[1].Cells[ColumnNumber] = "2号", "2号"
			return all
		}, "-4 f1 反馈问题 题f1\n事实→换了说法; -4 f2 编号 〔0〕第1轮-1组-02→2号"},
		{"the first traces, without the office's cells", func(_ *laptop, all []Reply) []Reply {
			for i := range all {
				parts := strings.Fields(string(all[i].Sent))
				all[i].Sent = Trace("1 " + strings.Join(parts[1:2+len(filled())], " "))
			}
			all[0].Cells[ColumnGoal], all[0].Cells[ColumnWords] = "到位", "换了说法"
			return all
		}, "+f1 整改目标 →到位; -4 f1 反馈问题 题f1\n事实→换了说法"},
		{"closed by the office", func(l *laptop, all []Reply) []Reply {
			l.proved(t, "f1")
			l.doing(t)(l.Close("f1", 20_640, "主任"))
			all[0].Cells[ColumnGoal], all[0].Cells[ColumnProgress] = "再改", "又一段"
			return all
		}, "-1 f1 整改目标 →再改; -1 f1 进展情况 已开会→又一段"},
		{"a line deleted", func(_ *laptop, all []Reply) []Reply { return all[1:] }, "0f1"},
		{"a line twice", func(_ *laptop, all []Reply) []Reply { return append(all, all[0]) }, "?7 f1 编号 f1/编号→〔0〕第1轮-1组-01"},
		{"a line of the school's own", func(_ *laptop, all []Reply) []Reply {
			return append(all, Reply{Number: "新增", Place: all[0].Place})
		}, "?5  编号 →新增"},
		{"sorted in part", func(_ *laptop, all []Reply) []Reply {
			all[0].Number, all[1].Number = all[1].Number, all[0].Number
			return all
		}, "?8 f1 编号 →〔0〕第1轮-1组-02; ?8 f2 编号 →〔0〕第1轮-1组-01; "},
		{"another campaign", func(_ *laptop, all []Reply) []Reply {
			all[1].Sent = (&Rectification{}).Trace("other", asIs, asFirst)
			return all
		}, "?9 f2 编号 →〔0〕第1轮-1组-02; 0f2"},
		{"wrong words", func(_ *laptop, all []Reply) []Reply {
			all[0].Cells[ColumnDeadline], all[0].Cells[ColumnState], all[0].Cells[ColumnLongTerm] = "年底前", "差不多", "长期"
			all[1].Cells[ColumnState], all[1].Cells[ColumnGoal] = "", strings.Repeat("长", MaxText+1)
			return all
		}, "?10 f1 完成时限 2026-08-27→年底前; ?12 f1 长期坚持 否→长期; ?11 f1 整改状态 未完成→差不多; " +
			"?13 f2 整改目标 →" + strings.Repeat("长", MaxText+1) + "; ?14 f2 整改状态 未完成→"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := told(t)
			l.doing(t)(l.Rectify(RectifyChange{Measures: point("三项措施(1)")}, "f1"))
			l.doing(t)(l.Report("f1", "p1", 20_604, "已开会"))
			back := c.edit(l, l.sent())
			r := l.Compare(back, asIs)
			if got := r.said(); got != strings.TrimSuffix(c.says, "; ") {
				t.Errorf("it says\n%s, not\n%s", got, c.says)
			}
		})
	}
}

// Taking a reply over is one action, and taken back as one.
func TestTakeReplies(t *testing.T) {
	l := told(t)
	do := l.doing(t)
	all := l.sent()
	do(l.Rectify(RectifyChange{Leader: point("书记")}, "f1"))
	all[0].Cells[ColumnLeader], all[0].Cells[ColumnGoal] = "副校长", "到位"
	all[1].Cells[ColumnProgress], all[1].Cells[ColumnLongTerm] = "已公示", "是"
	before, names := l.Len(), 0
	name := func() string { names++; return fmt.Sprint("n", names) }
	r := l.Compare(all, asIs)
	e := do(l.TakeReplies(r, false, 20_650, name))
	x, y := l.Row("f1").Rectification, l.Row("f2").Rectification
	if l.Len() != before+1 || x.Leader != "书记" || x.Goal != "到位" || !y.LongTerm || y.Progress[0] != (Progress{"n1", 20_650, "已公示"}) {
		t.Errorf("%d entries: %+v %+v", l.Len()-before, x, y)
	}
	if due := l.Row("f2").Rectification.Deadline; due == 0 {
		t.Error("the deadline went with 长期坚持")
	}
	do(l.Undo(e.Dot()))
	if x, y := l.Row("f1").Rectification, l.Row("f2").Rectification; x.Goal != "" || y.LongTerm || len(y.Progress) != 0 {
		t.Errorf("taken back: %+v %+v", x, y)
	}
	do(l.TakeReplies(l.Compare(all, asIs), true, 20_650, name))
	if x := l.Row("f1").Rectification; x.Leader != "副校长" {
		t.Errorf("theirs: %s", x.Leader)
	}
	if _, err := l.TakeReplies(l.Compare(all, asIs), false, 20_650, name); reason(err) != NothingSaid {
		t.Errorf("again: %v", err)
	}
	all[0].Cells[ColumnState] = "?"
	if _, err := l.TakeReplies(l.Compare(all, asIs), false, 20_650, name); err == nil {
		t.Error("a faulty file was taken in part")
	}
}

func reason(err error) Reason {
	r, _ := Refused(err)
	return r.Reason
}

// Whatever a school writes into cells that are its own, exactly that is taken;
// sent out and back again, there is nothing more to do.
func TestRepliesAreTakenExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := told(t)
		all := l.sent()
		want := map[Column]string{}
		words := rapid.StringOfN(rapid.RuneFrom([]rune("整改到位，。；（）１a1 \n=+-@'")), 0, 12, -1)
		for _, c := range filled() {
			if !rapid.Bool().Draw(t, c.In(English)) {
				continue
			}
			switch c {
			case ColumnDeadline, ColumnProgressDay:
				want[c] = Day(rapid.IntRange(20_000, 21_000).Draw(t, "day")).String()
			case ColumnLongTerm:
				want[c] = InWords(rapid.Bool().Draw(t, "long"))
			case ColumnState:
				want[c] = RectifyStanding(rapid.IntRange(1, 3).Draw(t, "state")).In(Chinese)
			default:
				want[c] = words.Draw(t, "words")
			}
			all[0].Cells[c] = want[c]
		}
		other := l.Row("f2").Rectification
		r := l.Compare(all, asIs)
		if len(r.Faults)+len(r.Conflicts)+len(r.Missing) != 0 {
			t.Fatalf("%s", r.said())
		}
		if f, err := l.TakeReplies(r, false, 20_650, func() string { return "n" }); err == nil {
			l.take(f, testEpoch)
		} else if reason(err) != NothingSaid {
			t.Fatal(err)
		}
		now := l.Row("f1").Rectification
		for c, s := range want {
			if c == ColumnProgressDay && Spelling(asIs).loose(want[ColumnProgress]) == "" {
				continue
			}
			if Spelling(asIs).loose(now.Cell(c)) != Spelling(asIs).loose(s) && c != ColumnProgress {
				t.Errorf("%s is %q, not %q", c.In(Chinese), now.Cell(c), s)
			}
		}
		if fmt.Sprint(l.Row("f2").Rectification) != fmt.Sprint(other) {
			t.Error("a line that was left alone changed")
		}
		if again := l.Compare(l.sent(), asIs); again.said() != "" {
			t.Errorf("sent out again, it says %s", again.said())
		}
		if again := l.Compare(all, asIs); len(again.Changes)+len(again.Conflicts) != 0 {
			t.Errorf("read a second time, it says %s", again.said())
		}
	})
}

func TestTraceIsForPrograms(t *testing.T) {
	r := &Rectification{Goal: "到位"}
	trace := r.Trace("c1", asIs, func(c Column) string { return c.In(English) })
	if trace.foreign("c1") || !trace.foreign("c2") {
		t.Error("it does not tell its campaign")
	}
	for _, broken := range []Trace{"", "1", "1 " + trace[2:], "3 " + trace[2:], trace[:len(trace)-9], trace + " 0"} {
		if broken.prints() != nil || broken.foreign("c2") {
			t.Errorf("%q reads as a trace", broken)
		}
	}
}
