package report

import (
	"cmp"
	"fmt"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// fixNow tells a school what is to be put right while the team is there. It
// rests on adopted findings alone.
func (s *sheet) fixNow() error {
	var all []inspection.Finding
	for _, f := range s.adopted() {
		if f.FixNow && (s.choice.Finding == "" || s.choice.Finding == f.ID) {
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		return NoneFixNow
	}
	s.title("立行立改通知书", "")
	s.say(docx.Centre, "%s〔%s〕%s号", cmp.Or(s.Office().Series, "＿＿＿"), s.yearOf(), "＿＿＿")
	s.say(docx.Address, "%s：", s.school.Name)
	s.say(docx.Body, "%s在对%s开展%s巡察中发现，下列问题事实清楚、能够立即改正。请立行立改，并举一反三。", s.team(), s.you(), s.visit.Kind.In(inspection.Chinese))
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"问题", 24, docx.InCell}, column{"事实", 30, docx.InCell}, column{"整改要求", 16, docx.InCell}, column{"完成时限", 22, docx.InCentre})
	for i := range all {
		f := &all[i]
		r := s.Rectification(f)
		g.add(18, fmt.Sprint(i+1), f.Title+"\n"+s.shortNumber(f), f.Facts, "", cmp.Or(r.Deadline.In(inspection.Chinese), "　　年　月　日"))
	}
	s.put(g.Table)
	s.say(docx.Body, "整改情况和证明材料请于%s前书面报送。", "＿＿＿＿年＿＿月＿＿日")
	s.signature(0)
	t := newForm()
	t.signed("主要负责人\n签收", "送达人签字")
	s.put(t.Table)
	if out := s.StatisticsOf(s.visit).FixNow - len(all); out > 0 && s.choice.Finding == "" {
		s.say(docx.Note, "（供核对，送出前删去）另有%d条标为立行立改而未经审定，没有列入。", out)
	}
	s.proof()
	return nil
}

// yearOf is the year that papers of the round are numbered in: that of its
// start, or a blank.
func (s *sheet) yearOf() string {
	if s.round.Start == 0 {
		return "＿＿＿＿"
	}
	return fmt.Sprint(s.round.Start.Year())
}
