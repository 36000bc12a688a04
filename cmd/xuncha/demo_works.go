package main

import (
	"fmt"

	"xuncha/inspection"
)

// works makes up what a team did at a school besides its checklist: talks with
// posts, papers asked for and given back, sometimes a hand-over of clues.
func (v *inventor) works(id inspection.VisitID) error {
	day := v.clock.day()
	for _, t := range []inspection.Talk{
		{Post: "党组织书记", Sort: inspection.Must}, {Post: "校（园）长", Sort: inspection.Must},
		{Post: "总务部门负责人", Sort: inspection.Must}, {Post: "教师代表", Sort: inspection.Elective},
	} {
		t.By, t.Day = []string{v.team[0], v.another(v.team[0])}, day
		if err := v.do(v.team[0], func() (inspection.Fact, error) { return v.book.HoldTalk(id, v.journal.NewID(), t) }); err != nil {
			return err
		}
	}
	for i, name := range []string{"近三年会议记录", "近三年财务凭证（抽取）", "食堂台账", "教职工名册"} {
		if err := v.paper(id, name, i); err != nil {
			return err
		}
	}
	if v.rng.IntN(4) > 0 {
		return nil
	}
	clue := inspection.Clue{Count: 1 + v.rng.IntN(2), Day: day, Organ: "示例纪检机关"}
	return v.do(lead, func() (inspection.Fact, error) { return v.book.HandOver(id, v.journal.NewID(), clue) })
}

// paper is asked for, handed over, and mostly given back.
func (v *inventor) paper(id inspection.VisitID, name string, i int) error {
	who, paper, day := v.team[i%len(v.team)], v.journal.NewID(), v.clock.day()
	steps := []func() (inspection.Fact, error){
		func() (inspection.Fact, error) { return v.book.AskPaper(id, paper, name, day) },
		func() (inspection.Fact, error) { return v.book.MovePaper(id, paper, inspection.Handed, day) },
		func() (inspection.Fact, error) { return v.book.MovePaper(id, paper, inspection.Back, day) },
	}
	if v.rng.IntN(12) == 0 {
		steps = steps[:2]
	}
	for _, step := range steps {
		if err := v.do(who, step); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// prove hangs some of a visit's findings on a made-up file.
func (v *inventor) prove(id inspection.VisitID) error {
	var some []inspection.Finding
	for _, f := range v.counted(id) {
		if v.rng.IntN(10) < 7 {
			some = append(some, f)
		}
	}
	if len(some) == 0 {
		return nil
	}
	return v.attach(v.team[1], id, "查阅和实地查看记录", some, false)
}
