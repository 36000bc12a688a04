package report

import (
	"strconv"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// visitFigures are the figures of a visit, those of its seal beside them.
func (s *sheet) visitFigures() {
	now := s.Figures(s.visit)
	seal, sealed := s.SealAt(s.visit)
	columns := []column{{"数字", 40, docx.InCell}, {"现在", 30, docx.InNumber}}
	if sealed {
		columns = []column{{"数字", 40, docx.InCell}, {"封存时", 30, docx.InNumber}, {"更正后", 30, docx.InNumber}}
	}
	g := newGrid(columns...)
	for i, f := range now {
		cells := []string{f.In(inspection.Chinese), strconv.Itoa(f.N)}
		if sealed {
			cells = []string{cells[0], strconv.Itoa(seal.Figures[i].N), cells[1]}
		}
		g.add(0, cells...)
	}
	s.put(g.Table)
	tally := s.TallyOf(s.visit)
	if s.visit.Kind != inspection.LookBack {
		s.say(docx.Note, "进度%s；符合率%s。", share(tally.All.Progress()), share(tally.All.Met()))
		s.rules(inspection.ProgressRule, inspection.MetRule, inspection.FindingRule)
	} else {
		s.rules(inspection.LookBackRule, inspection.FindingRule)
	}
	if sealed {
		s.say(docx.Note, "由%s于%s封存。", seal.By, seal.Day.In(inspection.Chinese))
		s.rules(inspection.SealedRule)
	}
}
