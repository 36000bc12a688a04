package report

import (
	"cmp"
	"fmt"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// schoolReport is what a team reports of one school: what was done, the
// figures, and each adopted finding in three steps, fact, basis, responsibility.
// Judgement and advice are people's.
func (s *sheet) schoolReport() error {
	all := s.adopted()
	s.title("关于巡察"+s.school.Name, "情况的报告")
	s.head(docx.Heading1, "基本情况")
	s.head(docx.Heading2, "学校概况")
	s.say(docx.Body, "%s", s.schoolWords())
	s.toWrite("班子和党组织、师生规模等由巡察组填写", 2)
	s.head(docx.Heading2, "工作开展")
	s.say(docx.Body, "%s", s.workOf())
	s.head(docx.Heading2, "检查数字")
	s.visitFigures()
	s.visitSections()
	s.head(docx.Heading1, "总体评价")
	s.toWrite("由巡察组集体研究后填写", 3)
	s.head(docx.Heading1, "发现的主要问题")
	if len(all) == 0 {
		s.say(docx.Body, "没有审定采用的问题。")
	}
	s.problems(all, s.threeSteps)
	s.leftOut(len(all))
	if s.visit.Kind != inspection.LookBack {
		s.head(docx.Heading1, "立行立改和整改")
		s.putRight()
	}
	s.lookBacks()
	s.amended()
	s.head(docx.Heading1, "意见建议")
	s.toWrite("由巡察组集体研究后填写", 3)
	s.signature(0)
	s.proof()
	return nil
}

func (s *sheet) schoolWords() string {
	x := s.school
	words := []string{x.Name, "学段：" + x.Stage.In(inspection.Chinese), "办学：" + x.Ownership.In(inspection.Chinese)}
	if x.Traits != 0 {
		words = append(words, "特征："+x.Traits.In(inspection.Chinese))
	}
	if unknown := inspection.AllTraits &^ x.Known; unknown != 0 {
		words = append(words, "待定："+unknown.In(inspection.Chinese))
	}
	if x.Area != "" {
		words = append(words, "片区："+x.Area)
	}
	return strings.Join(words, "；") + "。"
}

// workOf is what was done at the visit, in numbers.
func (s *sheet) workOf() string {
	f := s.StatisticsOf(s.visit)
	words := fmt.Sprintf("%s开展%s巡察%s。%s。", s.team(), s.visit.Kind.In(inspection.Chinese), s.beginning(), workWords(&f))
	words += fmt.Sprintf("登记的谈话中必谈%d人次、选谈%d人次；调阅资料%d份，尚未归还%d份。", f.MustTalks, f.Electives, f.PapersAsked, f.PapersOut)
	if f.HandOvers > 0 {
		words += fmt.Sprintf("移交问题线索%d次、%d件（内容另行移交）。", f.HandOvers, f.Clues)
	}
	return words
}

func (s *sheet) visitSections() {
	list, t := s.ChecklistOf(s.visit.Round), s.TallyOf(s.visit)
	if list == nil || s.visit.Kind == inspection.LookBack {
		return
	}
	var all []SectionFigures
	for _, sec := range list.Sections {
		if counted := t.Sections[sec.Number]; counted != nil {
			all = append(all, SectionFigures{sec.Number, sec.Name, *counted, t.Found[sec.Number]})
		}
	}
	s.sections(all, t.All, t.Findings, t.Found[0])
}

// threeSteps is a finding as a report tells it.
func (s *sheet) threeSteps(f *inspection.Finding) (title, text string) {
	lines := []string{"事实：" + factsOf(f)}
	lines = append(lines, "依据："+cmp.Or(s.basisOf(f), blank))
	duty := []string{}
	for _, words := range []string{f.Level.In(inspection.Chinese), f.Nature.In(inspection.Chinese), f.Duty.In(inspection.Chinese)} {
		if words != "" {
			duty = append(duty, words)
		}
	}
	lines = append(lines, "责任："+cmp.Or(strings.Join(duty, "；"), blank)+"（初步分析）")
	return f.Title, strings.Join(append(lines, "底稿："+s.numberOf(f)), "\n")
}

func (s *sheet) putRight() {
	f := s.StatisticsOf(s.visit)
	s.say(docx.Body, "标为立行立改的问题%d条，其中已反馈%d条、完成整改%d条。", f.FixNow, f.FixNowFed, f.FixNowDone)
	var rows []*inspection.LedgerRow
	for _, row := range s.Ledger() {
		if row.Visit == s.visit {
			rows = append(rows, row)
		}
	}
	figures := ledgerFigures(rows, s.choice.Today)
	s.rectified(&figures)
	s.rules(inspection.RectifiedRule, inspection.OverdueRule)
}

// lookBacks are what the look-back visits to the school found, or this visit
// where it is one.
func (s *sheet) lookBacks() {
	for _, v := range s.VisitsTo(s.school.Code) {
		mine := v.ID == s.visit || s.visit.Kind != inspection.LookBack && v.ID.Round >= s.visit.Round
		if v.ID.Kind != inspection.LookBack || !mine {
			continue
		}
		round, _ := s.Round(v.ID.Round)
		s.head(docx.Heading1, "回头看情况（"+round.Title+"）")
		s.lookBack(v.ID)
	}
}

func (s *sheet) lookBack(v inspection.VisitID) {
	t := s.TallyLookBack(v)
	s.say(docx.Body, "应答复已反馈问题%d条，已答复%d条。", t.Of, t.Answered)
	g := newGrid(column{"底稿编号", 22, docx.InCell}, column{"问题", 34, docx.InCell}, column{"整改", 14, docx.InCentre}, column{"回头看", 12, docx.InCentre}, column{"说明", 18, docx.InCell})
	for _, thread := range s.LookBackThreads(v) {
		f := &thread.Finding
		found := s.RelookAt(v, f.ID)
		g.add(0, s.shortNumber(f), f.Title, thread.Rectification.State.In(inspection.Chinese), cmp.Or(found.Answer.In(inspection.Chinese), "未答复"), found.Note)
	}
	s.put(g.Table)
	s.rules(inspection.LookBackRule)
}

// amended lists what was changed after the seal.
func (s *sheet) amended() {
	if all := s.Differences(s.visit); len(all) > 0 {
		s.head(docx.Heading1, "封存后的更正")
		s.differences(all)
		s.rules(inspection.SealedRule)
	}
}
