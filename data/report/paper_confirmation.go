package report

import (
	"fmt"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// confirmation puts facts, and nothing but facts, to the school: no title, basis
// or duty, which are judgement. One sheet is for several findings.
func (s *sheet) confirmation() error {
	all := s.confirmable()
	if len(all) == 0 {
		return NoneConfirmed
	}
	s.say(docx.FormTitle, "事实确认单")
	s.say(docx.InNumber, "编号：%s", blank)
	t := newForm()
	t.pair("被巡察单位", s.school.Name, "轮次和方式", s.round.Title+"　"+s.visit.Kind.In(inspection.Chinese))
	t.pair("巡察组", s.teamAndLead(), "进校日期", s.Visit(s.visit).Begun.In(inspection.Chinese))
	s.put(t.Table)
	s.say(docx.Note, "巡察组经查阅资料、个别谈话、实地查看等了解到下列事实，现送请核对。本单只列事实，不作定性。")
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"事项", 18, docx.InCell}, column{"事实", 56, docx.InCell}, column{"底稿编号", 18, docx.InCell})
	for i, f := range all {
		g.add(0, fmt.Sprint(i+1), s.subjectOf(&f), factsOf(&f), s.shortNumber(&f))
	}
	s.put(g.Table)
	s.answerOfSchool()
	if out := s.StatisticsOf(s.visit).Findings - len(all); out > 0 && s.choice.Finding == "" {
		s.say(docx.Note, "（供核对，送出前删去）另有%d条尚未送审或没有写明事实，没有列入。", out)
	}
	s.proof()
	return nil
}

// confirmable are the findings that were handed in or adopted, with facts; or
// the one that is asked for.
func (s *sheet) confirmable() []inspection.Finding {
	var all []inspection.Finding
	for _, f := range s.FindingsAt(s.visit) {
		ready := f.State == inspection.Submitted || f.State == inspection.Adopted
		if f.Facts != "" && (s.choice.Finding == "" && ready || s.choice.Finding == f.ID) {
			all = append(all, f)
		}
	}
	return all
}

// subjectOf says what a finding is about without judging: its item.
func (s *sheet) subjectOf(f *inspection.Finding) string {
	if it := s.item(f.Item); it != nil {
		return it.Title
	}
	return "其他"
}

func factsOf(f *inspection.Finding) string {
	if words := checkedWords(f.Checked); words != "" {
		return f.Facts + "\n查看数：" + words + "。"
	}
	return f.Facts
}

func (s *sheet) shortNumber(f *inspection.Finding) string {
	if f.Number.N == 0 {
		return ""
	}
	return s.numberOf(f)
}

// answerOfSchool is where the school says whether the facts are so, and both
// sides sign.
func (s *sheet) answerOfSchool() {
	t := newForm()
	t.wide("学校意见", "□情况属实\n□有异议（逐条写明序号、理由，可附材料）：\n\n\n", 42)
	t.wide("主要负责人\n签字", "\n（盖章）　　　　　　　　　　　　"+signDay, 20)
	t.signed("承办人签字", "承办人签字")
	t.together(3)
	s.put(t.Table)
}
