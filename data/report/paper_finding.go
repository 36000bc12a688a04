package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// findings are finding sheets, one a page. They are where findings are decided
// on, so drafts are there too, and say what they are.
func (s *sheet) findings() error {
	all := s.choice.findings(s.Book)
	if len(all) == 0 {
		return NoneRaised
	}
	for i, f := range all {
		if i > 0 {
			s.put(docx.Break{})
		}
		s.visit, s.school = f.Visit, s.School(f.Visit.School)
		s.round, _ = s.Round(f.Visit.Round)
		s.finding(&f)
	}
	return nil
}

func (s *sheet) finding(f *inspection.Finding) {
	s.say(docx.FormTitle, "问题底稿")
	s.say(docx.InNumber, "编号：%s", s.numberOf(f))
	t := newForm()
	t.pair("被巡察单位", schoolName(s.Book, f.Visit.School), "轮次和方式", s.round.Title+"　"+f.Visit.Kind.In(inspection.Chinese))
	t.pair("巡察组", s.team(), "查看数", checkedWords(f.Checked))
	t.wide("问题标题", f.Title, 0)
	t.wide("问题表现", f.Facts, 34)
	t.wide("检查要点", s.itemOf(f), 0)
	t.wide("定性依据", s.basisOf(f), 12)
	t.wide("佐证材料", s.evidenceOf(f), 10)
	t.wide("所属方面", f.Dimension.In(inspection.Chinese), 0)
	t.pair("问题归属", boxes([]inspection.Level{inspection.OfTeam, inspection.OfDepartment}, chinesely[inspection.Level], func(l inspection.Level) bool { return l == f.Level }),
		"立行立改", boxes([]bool{true, false}, yesNo, func(is bool) bool { return is == f.FixNow }))
	t.wide("问题性质", boxes([]inspection.Nature{inspection.Risk, inspection.Problem, inspection.Bleed}, chinesely[inspection.Nature], func(n inspection.Nature) bool { return n == f.Nature }), 0)
	t.wide("责任分析", boxes(inspection.Duties(), dutyWords, func(d inspection.Duty) bool { return f.Duty&d != 0 }), 0)
	t.pair("发现人", f.Discoverer, "提出时间", s.raisedOn(f.ID))
	undertakers := max(2, len(f.Undertakers))
	for i := range undertakers {
		name := ""
		if i < len(f.Undertakers) {
			name = f.Undertakers[i]
		}
		t.pair("承办人", name, "签字", "")
	}
	t.wide("组务会\n审核意见", s.decisionOf(f), 16)
	t.signed("副组长签字", "组长签字")
	t.together(undertakers + 2)
	s.put(t.Table)
	s.proof()
}

// chinesely names a choice on paper.
func chinesely[K interface {
	In(inspection.Language) string
}](k K) string {
	return k.In(inspection.Chinese)
}

// dutyWords are short enough for all steps of the ladder to stand on a line.
func dutyWords(d inspection.Duty) string {
	return strings.TrimSuffix(d.In(inspection.Chinese), "责任")
}

func yesNo(is bool) string {
	if is {
		return "是"
	}
	return "否"
}

// numberOf is the number on paper, or what stands in its place.
func (s *sheet) numberOf(f *inspection.Finding) string {
	switch {
	case s.Clashes(f):
		return f.Number.Printed + "（重号待改）"
	case f.Number.N != 0:
		return f.Number.Printed
	case f.State == inspection.Adopted:
		return "待编号"
	}
	return blank + "（" + f.State.In(inspection.Chinese) + "，未经审定）"
}

func (s *sheet) itemOf(f *inspection.Finding) string {
	if f.Item == "" {
		return "清单之外"
	}
	if it := s.item(f.Item); it != nil {
		return string(f.Item) + "　" + it.Title
	}
	return string(f.Item)
}

// item is an item of the round's checklist; nil when it has none of the code.
func (s *sheet) item(code inspection.ItemCode) *inspection.Item {
	list := s.ChecklistOf(s.visit.Round)
	if list == nil || code == "" {
		return nil
	}
	return list.Item(code)
}

// checkedWords is how many of those looked at had the problem; empty where
// nobody counted.
func checkedWords(c inspection.Checked) string {
	if c.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d（有问题/查看）", c.N, c.Of)
}

// basisOf is the rule that a finding rests on. One that came from the checklist
// unchanged, and that no office has confirmed yet, says so.
func (s *sheet) basisOf(f *inspection.Finding) string {
	if it := s.item(f.Item); f.Basis != "" && it != nil && it.Basis == f.Basis && !it.Confirmed {
		return f.Basis + "（依据待核）"
	}
	return f.Basis
}

func (s *sheet) evidenceOf(f *inspection.Finding) string {
	var all []string
	for _, e := range s.EvidenceOf(f.ID) {
		if evidenceOf(&e, f.ID).Proves {
			continue // that it was put right
		}
		number := ""
		if f.Number.N != 0 {
			number = fmt.Sprintf("%d-", f.Number.N)
		}
		all = append(all, fmt.Sprintf("%s%02d　%s", number, len(all)+1, saidOf(e.Name, e.Caption, e.Page)))
	}
	return strings.Join(all, "\n")
}

// evidenceWords are a file's name, and in brackets what is said of it.
func evidenceWords(e *inspection.Evidence) string {
	return saidOf(e.Name, e.Sort.In(inspection.Chinese), e.Caption, e.Page, e.When.In(inspection.Chinese), e.Where)
}

// saidOf is a name with what is said of it in brackets.
func saidOf(name string, says ...string) string {
	says = slices.DeleteFunc(says, func(words string) bool { return words == "" })
	if len(says) == 0 {
		return name
	}
	return name + "（" + strings.Join(says, "；") + "）"
}

// raisedOn is the day of the first entry about a finding.
func (s *sheet) raisedOn(id inspection.FindingID) string {
	log := s.LogOfFinding(id)
	if len(log) == 0 {
		return ""
	}
	return s.Moment(log[0].Stamp).Format("2006年1月2日")
}

// decisionOf is what was decided and why, as it was set down; who decided signs.
func (s *sheet) decisionOf(f *inspection.Finding) string {
	switch f.State {
	case inspection.Adopted, inspection.Returned:
		return f.State.In(inspection.Chinese) + "。" + cmp.Or(f.Opinion, "")
	}
	return ""
}
