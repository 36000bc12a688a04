package report

import (
	"fmt"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// talk is what to ask, by the items that are looked at by talking and apply to
// the school, and a page to write on.
func (s *sheet) talk() error {
	s.say(docx.FormTitle, "个别谈话提纲")
	s.say(docx.Centre, "%s　%s　%s", s.school.Name, s.round.Title, s.team())
	s.say(docx.Note, "谈话由两名以上巡察人员进行。下列为参考，按谈话对象的职务选问；只了解事实，不作表态，不谈线索内容。")
	g := newGrid(column{"序号", 8, docx.InCentre}, column{"要点", 18, docx.InCell}, column{"了解什么", 58, docx.InCell}, column{"记要", 16, docx.InCell})
	section, asked := 0, 0
	s.eachItem(func(sec *inspection.Section, it *inspection.Item) {
		if it.Methods&inspection.ByTalk == 0 {
			return
		}
		if sec.Number != section {
			section = sec.Number
			g.across(sec.Name)
		}
		asked++
		g.add(0, fmt.Sprint(asked), string(it.Code)+"　"+it.Title, it.Look, "")
	})
	if asked == 0 {
		s.say(docx.Body, "清单中没有以谈话了解、适用于本校的要点。")
	} else {
		s.put(g.Table)
	}
	s.proof()
	s.put(docx.Break{})
	s.talkRecord()
	return nil
}

// linesToWriteOn are how many ruled lines fill the rest of the record's page.
const linesToWriteOn = 11

func (s *sheet) talkRecord() {
	s.say(docx.FormTitle, "谈话记录")
	t := newForm()
	t.pair("被巡察单位", s.school.Name, "谈话类别", "□必谈　□选谈")
	t.pair("谈话对象", "", "职务", "")
	t.pair("谈话时间", "　　年　　月　　日\n　时　分至　时　分", "谈话地点", "")
	t.pair("谈话人", "1.\n2.", "记录人", "")
	for range linesToWriteOn {
		t.whole(9, docx.Text(docx.InCell, ""))
	}
	t.whole(14, docx.Text(docx.InCell, "本记录共　　页，我已看过（已向我宣读），与我所说一致。"), docx.Text(docx.InCell, fmt.Sprintf("谈话对象签字：%s　　　%s", blank, signDay)))
	t.signed("谈话人签字", "谈话人签字")
	t.wide("记录人签字", "", 10)
	s.put(t.Table)
	s.say(docx.Note, "不记录问题线索的内容；谈话中反映的线索按规定另行移交。")
}
