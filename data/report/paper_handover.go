package report

import (
	"cmp"
	"fmt"
	"strconv"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// handOver is what both sides check when the team leaves: papers, work done,
// evidence taken, what is missing, and whether the visit is sealed.
func (s *sheet) handOver() error {
	s.say(docx.FormTitle, "离校交接单")
	t := newForm()
	t.pair("被巡察单位", s.school.Name, "轮次和方式", s.round.Title+"　"+s.visit.Kind.In(inspection.Chinese))
	t.pair("巡察组", s.teamAndLead(), "进校日期", s.Visit(s.visit).Begun.In(inspection.Chinese))
	t.wide("封存", s.sealWords(), 9)
	s.put(t.Table)
	s.part("调阅资料")
	s.papersBack()
	s.part("工作量和数字")
	s.visitFigures()
	s.part("佐证目录")
	s.evidenceList()
	s.part("离校检查缺项")
	s.gapList()
	s.part("双方确认")
	t = newForm()
	t.wide("学校意见", "□调阅资料已全部归还　□尚未归还的见上表\n其他：", 16)
	t.signed("主要负责人\n（盖章）", "组长\n（巡察组）")
	t.signed("经手人\n（学校）", "经手人\n（巡察组）")
	t.together(3)
	s.put(t.Table)
	s.proof()
	return nil
}

// part is a heading of a form, which is smaller than that of a report.
func (s *sheet) part(words string) {
	s.first++
	text := inspection.Numeral(s.first) + "、" + words
	s.put(docx.Paragraph{Style: docx.Note, Runs: []docx.Run{{Text: text, Bold: true}}, Next: true})
}

func (s *sheet) sealWords() string {
	seal, sealed := s.SealAt(s.visit)
	if !sealed {
		return "尚未封存"
	}
	words := fmt.Sprintf("%s由%s封存", seal.Day.In(inspection.Chinese), seal.By)
	if seal.Why != "" {
		words += "，说明：" + seal.Why
	}
	if seal.Head != "" {
		words += "\n封存前末条校验值" + seal.Head
	}
	return words
}

func (s *sheet) papersBack() {
	papers := s.WorksAt(s.visit).Papers
	form := s.StatisticsOf(s.visit)
	s.aside(fmt.Sprintf("共调阅%d份，尚未归还%d份。", form.PapersAsked, form.PapersOut))
	if len(papers) == 0 {
		return
	}
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"资料名称", 36, docx.InCell}, column{"现状", 14, docx.InCentre}, column{"日期", 27, docx.InCentre}, column{"备注", 15, docx.InCell})
	for i, p := range papers {
		g.add(0, fmt.Sprint(i+1), p.Name, p.State.In(inspection.Chinese), p.Day.In(inspection.Chinese), "")
	}
	s.put(g.Table)
}

func (s *sheet) evidenceList() {
	all := s.EvidenceAt(s.visit)
	if len(all) == 0 {
		s.say(docx.Note, "没有登记佐证。")
		return
	}
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"文件和说明", 53, docx.InCell}, column{"字节", 15, docx.InNumber}, column{"校验值\n前12位", 24, docx.InCentre})
	for i := range all {
		e := &all[i]
		g.add(0, fmt.Sprint(i+1), evidenceWords(e), strconv.FormatInt(e.Size, 10), string(e.ID[:min(ShortID, len(e.ID))]))
	}
	s.put(g.Table)
}

// mostGaps is how many gaps of a kind the form names; the rest is counted.
const mostGaps = 8

func (s *sheet) gapList() {
	var kinds []inspection.GapKind
	byKind := map[inspection.GapKind][]inspection.Gap{}
	for _, gap := range s.Gaps(s.visit) {
		if byKind[gap.Kind] == nil {
			kinds = append(kinds, gap.Kind)
		}
		byKind[gap.Kind] = append(byKind[gap.Kind], gap)
	}
	if len(kinds) == 0 {
		s.say(docx.Note, "没有缺项。")
		return
	}
	g := newGrid(column{"缺项", 28, docx.InCell}, column{"数", 8, docx.InNumber}, column{"哪些", 64, docx.InCell})
	for _, k := range kinds {
		words := ""
		for i, gap := range byKind[k] {
			if i == mostGaps {
				words += fmt.Sprintf("；另有%d处", len(byKind[k])-mostGaps)
				break
			}
			if i > 0 {
				words += "；"
			}
			words += cmp.Or(gapWords(gap), "—")
		}
		g.add(0, k.In(inspection.Chinese), strconv.Itoa(len(byKind[k])), words)
	}
	s.put(g.Table)
}

func gapWords(g inspection.Gap) string {
	if g.Item != "" {
		return string(g.Item) + " " + g.Words
	}
	return g.Words
}
