package report

import (
	"fmt"
	"strconv"
	"strings"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// blankList is the checklist to be filled in by hand, for one school or, where
// none is named, for any. The number of an item is its place on the whole
// checklist, so that it is the same at every school and can be typed back.
func (s *sheet) blankList() error {
	list := s.ChecklistOf(s.round.No)
	if list == nil || s.visit.Kind == inspection.LookBack {
		return inspection.Refusal{Reason: inspection.NoChecklist}
	}
	s.say(docx.FormTitle, "巡察清单（纸质）")
	t := newForm()
	name, team := blank, blank
	if s.school != nil {
		name, team = s.school.Name, s.team()
	}
	t.pair("被巡察单位", name, "轮次和方式", s.round.Title+"　"+max(s.visit.Kind, inspection.Routine).In(inspection.Chinese))
	t.pair("巡察组", team, "日期", signDay)
	s.put(t.Table)
	s.say(docx.Note, "每个要点在评定栏圈一个数：%s。不填的不录入。注“待定”的，名册上还看不出是否适用于本校。序号是要点在整张清单上的位置，各校相同。", blankKey())
	s.put(s.blankTable(list, name))
	t = newForm()
	t.signed("填写人签字", "复核人签字")
	t.signed("录入人签字\n（第一遍）", "录入人签字\n（第二遍）")
	s.put(t.Table)
	s.say(docx.Note, "录入：%s，每项写 序号-评定，如 12-3 13-1，录两遍核对。", s.typeBack())
	s.proof()
	return nil
}

func blankKey() string {
	var words []string
	for i, v := range inspection.Verdicts() {
		words = append(words, fmt.Sprintf("%d %s", i+1, v.In(inspection.Chinese)))
	}
	return strings.Join(words, "　")
}

// typeBack is the command that takes this paper.
func (s *sheet) typeBack() string {
	command := fmt.Sprintf("xuncha record --paper --round %d", s.round.No)
	if s.school == nil {
		return command + " --school 学校编号"
	}
	command += " --school " + string(s.school.Code)
	if s.visit.Kind > inspection.Routine {
		command += " --kind " + s.visit.Kind.In(inspection.Chinese)
	}
	return command
}

// blankTable stands under two lines that every page has: what the paper is, and
// the columns.
func (s *sheet) blankTable(list *inspection.Checklist, school string) docx.Table {
	verdicts := len(inspection.Verdicts())
	head := docx.Row{Cells: []docx.Cell{label("序号"), label("要点"), label("看什么、要什么资料")}}
	t := docx.Table{Widths: []int{108, 236, 686}, Head: 2}
	for i := range verdicts {
		t.Widths = append(t.Widths, 55)
		head.Cells = append(head.Cells, label(strconv.Itoa(i+1)))
	}
	t.Widths = append(t.Widths, 260)
	head.Cells = append(head.Cells, label("记录"))
	top := docx.Cell{Span: len(t.Widths), Paragraphs: []docx.Paragraph{
		docx.Text(docx.Fine, fmt.Sprintf("%s　%s　清单版本：%s　%s", school, s.round.Title, list.ID, blankKey())),
	}}
	t.Rows = []docx.Row{{Cells: []docx.Cell{top}}, head}
	place := 0
	for i := range list.Sections {
		sec := &list.Sections[i]
		t.Rows = append(t.Rows, sectionRow(sec, len(t.Widths)))
		var away []int
		for j := range sec.Items {
			place++
			holds := inspection.Yes
			if s.school != nil {
				holds = sec.Items[j].Applies.Of(s.school)
			}
			if holds == inspection.No {
				away = append(away, place)
				continue
			}
			t.Rows = append(t.Rows, blankRow(place, &sec.Items[j], s.school == nil, holds))
		}
		if len(away) > 0 {
			t.Rows = append(t.Rows, awayRow(away, len(t.Widths)))
		}
	}
	return t
}

func sectionRow(sec *inspection.Section, columns int) docx.Row {
	text := docx.Run{Text: inspection.Numeral(sec.Number) + "、" + sec.Name, Bold: true}
	return docx.Row{Cells: []docx.Cell{{Span: columns, Shaded: true, Paragraphs: []docx.Paragraph{{Style: docx.InCell, Runs: []docx.Run{text}, Next: true}}}}}
}

// awayRow tells which numbers are missing, and that they are meant to be.
func awayRow(away []int, columns int) docx.Row {
	text := docx.Run{Text: "不适用于本校，未列：" + ranges(away) + "号", Grey: true}
	return docx.Row{Cells: []docx.Cell{{Span: columns, Paragraphs: []docx.Paragraph{{Style: docx.Fine, Runs: []docx.Run{text}}}}}}
}

// ranges are numbers in order, those that follow each other joined: 3–5、9.
func ranges(all []int) string {
	var words []string
	for i := 0; i < len(all); {
		last := i
		for last+1 < len(all) && all[last+1] == all[last]+1 {
			last++
		}
		word := strconv.Itoa(all[i])
		if last > i {
			word += "–" + strconv.Itoa(all[last])
		}
		words, i = append(words, word), last+1
	}
	return strings.Join(words, "、")
}

// blankRow is one item. A paper for any school says to which the item applies.
func blankRow(place int, it *inspection.Item, anySchool bool, holds inspection.Holds) docx.Row {
	title := docx.Text(docx.InCell, it.Title)
	small := string(it.Code)
	switch {
	case anySchool && it.Applies != 0:
		small += "　限" + it.Applies.In(inspection.Chinese)
	case holds == inspection.Unknown:
		small += "　待定"
	}
	look := it.Look
	if len(it.Papers) > 0 {
		look += "资料：" + strings.Join(it.Papers, "、")
	}
	code := docx.Paragraph{Style: docx.Fine, Runs: []docx.Run{{Text: small, Grey: true}}}
	row := docx.Row{Height: 12, Cells: []docx.Cell{
		{Paragraphs: []docx.Paragraph{docx.Text(docx.InCentre, strconv.Itoa(place))}},
		{Paragraphs: []docx.Paragraph{title, code}},
		{Paragraphs: []docx.Paragraph{docx.Text(docx.Fine, look)}},
	}}
	for i := range inspection.Verdicts() {
		row.Cells = append(row.Cells, docx.Cell{Paragraphs: []docx.Paragraph{docx.Text(docx.InCentre, strconv.Itoa(i+1))}})
	}
	row.Cells = append(row.Cells, docx.Cell{})
	return row
}
