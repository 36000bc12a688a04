package report

import (
	"fmt"
	"slices"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// request lists the papers asked for at the visit, or, where none is listed yet,
// those that the checklist asks such a school for.
func (s *sheet) request() error {
	s.say(docx.FormTitle, "调阅资料清单")
	t := newForm()
	t.pair("被巡察单位", s.school.Name, "轮次和方式", s.round.Title+"　"+s.visit.Kind.In(inspection.Chinese))
	t.pair("巡察组", s.team(), "资料期间", "近三年："+blank)
	s.put(t.Table)
	if papers := s.WorksAt(s.visit).Papers; len(papers) > 0 {
		s.askedPapers(papers)
	} else {
		s.papersToAsk()
	}
	s.handAndReturn()
	s.say(docx.Note, "资料逐份登记，移交和归还都由双方经手人签字。不调阅涉及国家秘密的资料；确需查看的，按保密规定在原处查阅。")
	s.proof()
	return nil
}

func (s *sheet) askedPapers(papers []inspection.Paper) {
	form := s.StatisticsOf(s.visit)
	s.say(docx.Note, "已调阅%d份，其中尚未归还%d份。", form.PapersAsked, form.PapersOut)
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"资料名称", 29, docx.InCell}, column{"现状", 27, docx.InCentre},
		column{"移交人\n签字", 12, docx.InCell}, column{"归还\n签收", 12, docx.InCell}, column{"备注", 12, docx.InCell})
	for i, p := range papers {
		g.add(9, fmt.Sprint(i+1), p.Name, strings.TrimSpace(p.State.In(inspection.Chinese)+"\n"+p.Day.In(inspection.Chinese)), "", "", "")
	}
	s.put(g.Table)
}

// toAsk is a paper of the checklist and the items that ask for it.
type toAsk struct {
	name  string
	items []string
}

func (s *sheet) papersToAsk() {
	all := s.checklistPapers()
	s.say(docx.Note, "尚未登记调阅。清单中适用于本校的要点要求调阅下列资料（共%d种），请按需要勾选。", len(all))
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"资料名称", 36, docx.InCell}, column{"用于要点", 18, docx.InCell},
		column{"调阅", 8, docx.InCentre}, column{"移交人\n签字", 15, docx.InCell}, column{"归还\n签收", 15, docx.InCell})
	for i, p := range all {
		g.add(8, fmt.Sprint(i+1), p.name, strings.Join(p.items, "、"), "□", "", "")
	}
	s.put(g.Table)
}

// checklistPapers are the papers of the items that apply to the school, each
// once, in the order of the checklist.
func (s *sheet) checklistPapers() []toAsk {
	var all []toAsk
	s.eachItem(func(_ *inspection.Section, it *inspection.Item) {
		for _, name := range it.Papers {
			i := slices.IndexFunc(all, func(p toAsk) bool { return p.name == name })
			if i < 0 {
				i = len(all)
				all = append(all, toAsk{name: name})
			}
			all[i].items = append(all[i].items, string(it.Code))
		}
	})
	return all
}

// eachItem calls f for every item that applies to the school, as far as is
// known.
func (s *sheet) eachItem(f func(*inspection.Section, *inspection.Item)) {
	list := s.ChecklistOf(s.visit.Round)
	if list == nil {
		return
	}
	list.Items(func(sec *inspection.Section, it *inspection.Item) {
		if it.Applies.Of(s.school) != inspection.No {
			f(sec, it)
		}
	})
}

func (s *sheet) handAndReturn() {
	t := newForm()
	t.signed("移交人\n（学校）", "接收人\n（巡察组）")
	t.signed("归还人\n（巡察组）", "签收人\n（学校）")
	t.together(2)
	s.put(t.Table)
}
