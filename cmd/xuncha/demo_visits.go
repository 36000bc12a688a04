package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"xuncha/inspection"
)

// inventor makes up what inspectors do at schools.
type inventor struct {
	*opened
	rng      *rand.Rand
	clock    *schoolClock
	troubled map[inspection.ItemCode]bool // items that many schools have trouble with
	team     []string
	weak     int // the school's own bent, in percent: above zero for the worse
	shelf    *shelf
	reason   string // of amendments, while they are made
}

// The teams of the three rounds, by made-up names that say so.
var teams = [][]string{
	{"示例组员甲", "示例组员乙", "示例组员丙"},
	{"示例组员甲", "示例组员丁", "示例组员戊"},
	{"示例组员乙", "示例组员丁", "示例组员己"},
}

// plans say when the rounds are and how far they have come: so many schools are
// finished, so many half done, and the rest is not begun.
var plans = []struct {
	start, end     string
	finished, half int
}{
	{"2025-09-08", "2025-10-24", 21, 0},
	{"2026-03-02", "2026-04-17", 14, 3},
	{"2026-06-15", "2026-07-31", 1, 2},
}

func (v *inventor) round(r inspection.Round) error {
	plan := plans[r.No-1]
	v.team = teams[r.No-1]
	r.Start, _ = inspection.ParseDay(plan.start)
	r.End, _ = inspection.ParseDay(plan.end)
	v.clock.morning(plan.start)
	if err := v.do(office, func() (inspection.Fact, error) { return v.book.Schedule(r) }); err != nil {
		return err
	}
	if err := v.staff(r); err != nil {
		return err
	}
	for i, visit := range v.book.VisitsIn(r.No) {
		if i >= plan.finished+plan.half {
			break
		}
		share := 100
		if i >= plan.finished {
			share = 30 + v.rng.IntN(40)
		}
		if err := v.visit(visit.ID, share); err != nil {
			return err
		}
		leave := v.leave
		if share < 100 {
			leave = v.submitSome
		}
		if err := leave(visit.ID); err != nil {
			return err
		}
		v.clock.nextMorning()
	}
	return nil
}

// leave is the end of a finished visit: what was found is proved and decided,
// what was done is listed. Of the first round the figures are sealed.
func (v *inventor) leave(id inspection.VisitID) error {
	steps := []func(inspection.VisitID) error{v.prove, v.works, v.decide}
	if id.Round == 1 {
		steps = append(steps, v.seal)
	}
	for _, step := range steps {
		if err := step(id); err != nil {
			return err
		}
	}
	return nil
}

// visit makes up a day at a school, of whose items share percent get done.
func (v *inventor) visit(id inspection.VisitID, share int) error {
	v.weak = v.rng.IntN(9) - 4
	if err := v.do(v.team[0], func() (inspection.Fact, error) { return v.book.Begin(id, v.clock.day()) }); err != nil {
		return err
	}
	items := v.applicable(id)
	items = items[:len(items)*share/100]
	for _, it := range items {
		if err := v.answer(id, it); err != nil {
			return err
		}
	}
	if v.rng.IntN(12) == 0 {
		if err := v.raise(v.team[0], id, nil, freeFinding(v.rng)); err != nil {
			return err
		}
	}
	return v.counters(id)
}

func (v *inventor) applicable(id inspection.VisitID) (items []*inspection.Item) {
	school := v.book.School(id.School)
	v.book.ChecklistOf(id.Round).Items(func(_ *inspection.Section, it *inspection.Item) {
		if it.Applies.Of(school) != inspection.No {
			items = append(items, it)
		}
	})
	return items
}

// verdict: about 75 met, 14 partly, 6 unmet, 2 not applicable and 3 unclear in a
// hundred; a troubled item fares much worse.
func (v *inventor) verdict(it *inspection.Item) inspection.Verdict {
	unmet, partly := 4+v.weak/2, 12+v.weak
	if v.troubled[it.Code] {
		unmet, partly = 26+v.weak, 30
	}
	switch n := v.rng.IntN(100); {
	case n < unmet:
		return inspection.Unmet
	case n < unmet+partly:
		return inspection.Partly
	case n < unmet+partly+2:
		return inspection.NA
	case n < unmet+partly+5:
		return inspection.Unclear
	}
	return inspection.Met
}

func (v *inventor) answer(id inspection.VisitID, it *inspection.Item) error {
	who := v.team[it.Section%len(v.team)]
	verdict := v.verdict(it)
	looked := v.looked(verdict)
	note := v.note(it, verdict, looked)
	change := inspection.Change{Verdict: &verdict, Methods: &it.Methods}
	if note != "" {
		change.Note = &note
	}
	if looked.Of > 0 {
		change.Checked = &looked
	}
	if err := v.do(who, func() (inspection.Fact, error) { return v.book.Answer(id, it.Code, change) }); err != nil {
		return err
	}
	if verdict == inspection.Unmet || verdict == inspection.Partly && v.rng.IntN(100) < 40 {
		return v.raise(who, id, it, v.finding(id, it, looked))
	}
	if verdict == inspection.Unclear && v.rng.IntN(3) == 0 {
		return v.clearUp(who, id, it)
	}
	return nil
}

// looked makes up how many were looked at and how many had the problem.
func (v *inventor) looked(verdict inspection.Verdict) inspection.Checked {
	of := 5 + v.rng.IntN(16)
	switch verdict {
	case inspection.Unmet:
		return inspection.Checked{N: of/3 + 1 + v.rng.IntN(of/2), Of: of}
	case inspection.Partly:
		return inspection.Checked{N: 1 + v.rng.IntN(of/4+1), Of: of}
	case inspection.Met:
		if v.rng.IntN(4) == 0 {
			return inspection.Checked{Of: of}
		}
	}
	return inspection.Checked{}
}

func (v *inventor) note(it *inspection.Item, verdict inspection.Verdict, c inspection.Checked) string {
	switch verdict {
	case inspection.Unmet:
		return fmt.Sprintf("抽看%d份，%d份有问题。%s", c.Of, c.N, it.Typical)
	case inspection.Partly:
		return fmt.Sprintf("总体落实，抽看%d份，有%d份不规范，已当面指出。", c.Of, c.N)
	case inspection.NA:
		return "经核对，本校没有这项工作。"
	case inspection.Unclear:
		return "材料尚未提供，已请学校" + []string{"明日", "本周内", "两日内"}[v.rng.IntN(3)] + "补交，待补看。"
	case inspection.Met:
		if v.rng.IntN(10) == 0 && len(it.Papers) > 0 {
			return "已看“" + it.Papers[v.rng.IntN(len(it.Papers))] + "”，未发现问题。"
		}
	}
	return ""
}

// clearUp finds out later in the day what was unclear.
func (v *inventor) clearUp(who string, id inspection.VisitID, it *inspection.Item) error {
	met, note := inspection.Met, "材料已补交，未发现问题。"
	return v.do(who, func() (inspection.Fact, error) {
		return v.book.Answer(id, it.Code, inspection.Change{Verdict: &met, Note: &note})
	})
}

// madeUp is the words of a finding.
type madeUp struct{ title, facts string }

// finding puts a finding together from the item's own typical problem and from
// what it says is to be looked at.
func (v *inventor) finding(id inspection.VisitID, it *inspection.Item, c inspection.Checked) madeUp {
	papers := "有关资料"
	if len(it.Papers) > 0 {
		papers = "“" + it.Papers[v.rng.IntN(len(it.Papers))] + "”"
	}
	look, _, _ := strings.Cut(it.Look, "。")
	return madeUp{
		title: strings.TrimSuffix(it.Typical, "。"),
		facts: fmt.Sprintf("%s，在%s以%s方式查看%s共%d份，其中%d份存在上述情形。\n查看内容：%s。\n（演示内容，纯属虚构。）",
			v.clock.at.Format("2006年1月2日"), v.book.School(id.School).Name, it.Methods.In(inspection.Chinese), papers, c.Of, c.N, look),
	}
}

// freeFinding is one seen outside the checklist.
func freeFinding(rng *rand.Rand) madeUp {
	all := []madeUp{
		{"公示栏内容长期未更新", "实地查看时，公示栏仍张贴上一学年的内容。\n（演示内容，纯属虚构。）"},
		{"值班记录与监控时间不一致", "抽看值班记录5份，2份与监控显示的时间不一致。\n（演示内容，纯属虚构。）"},
		{"闲置设备存放不规范", "实地查看时，库房内有闲置设备未登记去向。\n（演示内容，纯属虚构。）"},
	}
	return all[rng.IntN(len(all))]
}

func (v *inventor) raise(who string, id inspection.VisitID, it *inspection.Item, words madeUp) error {
	name, item := inspection.FindingID(v.journal.NewID()), inspection.ItemCode("")
	if it != nil {
		item = it.Code
	}
	err := v.do(who, func() (inspection.Fact, error) {
		return v.book.RaiseWith(name, id, item, words.title, words.facts, v.fill(who, it))
	})
	if err == nil && v.rng.IntN(50) == 0 {
		err = v.do(who, func() (inspection.Fact, error) { return v.book.Withdraw(name) })
	}
	return err
}

func (v *inventor) counters(id inspection.VisitID) error {
	most := map[inspection.Counter]int{
		inspection.Talks: 35, inspection.Papers: 180, inspection.Letters: 4,
		inspection.Meetings: 6, inspection.SitesWalked: 12, inspection.Questionnaires: 400,
	}
	for _, c := range inspection.Counters() {
		if most[c] == 0 {
			continue
		}
		n := int64(most[c]/3 + v.rng.IntN(most[c]))
		if n == 0 {
			continue
		}
		if err := v.count(id, c, n); err != nil {
			return err
		}
		if c == inspection.Questionnaires {
			if err := v.count(id, inspection.QuestionnairesOut, n+n/20); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *inventor) count(id inspection.VisitID, c inspection.Counter, n int64) error {
	return v.do(v.team[0], func() (inspection.Fact, error) { return v.book.Count(id, c, n) })
}

// do has somebody do something, some time after the last.
func (v *inventor) do(who string, judge func() (inspection.Fact, error)) error {
	f, err := judge()
	if err == nil && v.reason != "" {
		f, err = v.book.Permit(f, v.reason, v.journal.NewID())
	}
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	v.clock.step(v.rng)
	v.take(who, f)
	return nil
}
