package report

import (
	"fmt"
	"strconv"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// common lists the problems that schools of a round have in common.
func (s *sheet) common() error {
	f := figures(s.Book, s.round, s.choice.Today)
	s.title(s.round.Title+"巡察发现", "共性问题清单")
	s.say(docx.Note, "本轮计划%d所，已进校%d所。按不符合的学校数排列，共%d个要点。n为评定不符合的学校数，N为对该要点作出符合、基本符合、不符合评定的学校数。", f.Planned, f.Begun, len(f.Common))
	s.commonTable(f.Common, len(f.Common))
	s.commonRules()
	s.proof()
	return nil
}

// commonTable lists the first of the problems.
func (s *sheet) commonTable(all []CommonFigures, most int) {
	if len(all) == 0 {
		s.say(docx.Body, "没有评定为不符合的要点。")
		return
	}
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"要点", 25, docx.InCell}, column{"n", 7, docx.InNumber}, column{"N", 7, docx.InNumber},
		column{"占比", 12, docx.InNumber}, column{"建议\n用语", 9, docx.InCentre}, column{"典型表述", 32, docx.InCell})
	office := s.Office()
	list := s.ChecklistOf(s.round.No)
	for i, it := range all[:min(most, len(all))] {
		rate, typical := it.Tally.Rate(), ""
		if list != nil {
			if item := list.Item(it.Tally.Code); item != nil {
				typical = item.Typical
			}
		}
		part, _ := rate.Share()
		g.add(0, strconv.Itoa(i+1), string(it.Tally.Code)+"　"+it.Title, strconv.Itoa(rate.N), strconv.Itoa(rate.Of),
			fmt.Sprintf("%.1f%%", 100*part), it.Tally.Extent(office).In(inspection.Chinese), typical)
	}
	s.put(g.Table)
}

// commonRules are the rule of the numbers and the scale of the words.
func (s *sheet) commonRules() {
	o := s.Office()
	s.rules(inspection.CommonRule)
	s.say(docx.Note, "建议用语：只有1所或不足%d/%d的为个别，不足%d/%d的为部分，其余为普遍。界限由本单位设定，没有统一规范；用语只供参考，以数字为准。",
		o.Some.N, o.Some.Of, o.General.N, o.General.Of)
}
