package report

import (
	"cmp"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// feedback tells a school what was found. Only adopted findings are in it, in
// the words in which they were fed back; judgement and advice are people's.
func (s *sheet) feedback() error {
	all := s.adopted()
	again := s.visit.Kind == inspection.LookBack && len(s.LookBackThreads(s.visit)) > 0
	if len(all) == 0 && !again {
		return NoneAdopted
	}
	s.title("关于对"+s.school.Name, "开展巡察的反馈意见")
	s.say(docx.Address, "%s：", s.school.Name)
	s.say(docx.Body, "根据%s安排，%s对%s开展了%s巡察%s。现将有关情况反馈如下。", s.campaign(), s.team(), s.you(), s.visit.Kind.In(inspection.Chinese), s.beginning())
	s.head(docx.Heading1, "总体评价")
	s.toWrite("由巡察组集体研究后填写", 3)
	s.reference()
	if again {
		s.lookBacks()
	}
	if len(all) > 0 {
		s.head(docx.Heading1, "巡察发现的主要问题")
		s.problems(all, s.fedBackWords)
	}
	s.head(docx.Heading1, "意见建议")
	s.toWrite("由巡察组集体研究后填写", 3)
	day := s.fedBackOn(all)
	s.deadlines(day)
	s.signature(day)
	s.leftOut(len(all))
	s.proof()
	return nil
}

// beginning tells since when the team was there, where that is known.
func (s *sheet) beginning() string {
	if day := s.Visit(s.visit).Begun; day != 0 {
		return "，" + day.In(inspection.Chinese) + "进校"
	}
	return ""
}

// longestHeading is how many characters of a finding's words can be its heading
// where they are all in one line.
const longestHeading = 40

// problems lists findings under the 落实 that they belong to; words writes what
// stands under the title of each.
func (s *sheet) problems(all []inspection.Finding, words func(*inspection.Finding) (title, text string)) {
	under := inspection.Dimension(255)
	for i := range all {
		f := &all[i]
		if f.Dimension != under {
			under = f.Dimension
			s.head(docx.Heading2, dimensionName(under)+"方面")
		}
		title, text := words(f)
		if len([]rune(title)) > longestHeading && text == "" {
			s.third++
			s.say(docx.Body, "%d.%s", s.third, title)
			continue
		}
		s.head(docx.Heading3, strings.TrimSuffix(title, "。")+"。")
		s.sayLines(text)
	}
}

// fedBackWords are the words in which a finding was fed back; those of one that
// was not are its own.
func (s *sheet) fedBackWords(f *inspection.Finding) (title, text string) {
	if r := s.Rectification(f); r.FedBack != 0 {
		title, text, _ = strings.Cut(r.Words, "\n")
		return title, text
	}
	return f.Title, f.Facts
}

// fedBackOn is the day of feeding back, the latest where there are several; the
// paper's own day before that.
func (s *sheet) fedBackOn(all []inspection.Finding) inspection.Day {
	var day inspection.Day
	for i := range all {
		day = max(day, s.Rectification(&all[i]).FedBack)
	}
	return cmp.Or(day, s.choice.Today)
}

// deadlines are those of the round, counted from the day of feeding back.
func (s *sheet) deadlines(from inspection.Day) {
	d := s.Deadlines(s.visit.Round)
	zh := func(day inspection.Day) string { return day.In(inspection.Chinese) }
	s.say(docx.Body, "请自收到反馈意见之日起%d个工作日内（%s前）报送整改方案，集中整改%d个月（至%s），%d个月内（%s前）报送整改情况报告。",
		d.PlanDays, zh(from.AddWorkdays(d.PlanDays)), d.RectifyMonths, zh(from.AddMonths(d.RectifyMonths)), d.ReportMonths, zh(from.AddMonths(d.ReportMonths)))
	if contact := s.Office().Contact; contact != "" {
		s.say(docx.Body, "联系方式：%s。", contact)
	}
	s.say(docx.Note, "日期自%s起算，只扣除周末，没有扣除法定节假日。", zh(from))
}

// reference is the visit's figures, beside the place where people judge.
func (s *sheet) reference() {
	s.aside("以下数字供研究时参考，成文时删去：")
	s.visitFigures()
}

// leftOut tells of the findings that may not enter the paper.
func (s *sheet) leftOut(in int) {
	switch n := s.StatisticsOf(s.visit).Findings - in; {
	case n > 0:
		s.say(docx.Note, "（供核对，送出前删去）列入审定采用的问题%d条；另有%d条未经审定，没有列入。", in, n)
	case in > 0:
		s.say(docx.Note, "（供核对，送出前删去）列入审定采用的问题%d条。", in)
	}
}
