package inspection

import (
	"fmt"
	"time"
)

// Say tells what an entry did in sentences: 把 … 由 … 改为 …. Who and when
// stand in the entry. An entry that sets many things down at once is told in
// one sentence.
func (b *Book) Say(e *Entry, l Language) []string {
	var told []string
	if e.Fact.Kind == Undone {
		told = append(told, term{"撤销：", "undid: "}.in(l)+b.Gist(b.Entry(e.Fact.Undoes), l))
	}
	switch {
	case len(e.Fact.Writes) > 12:
		return append(told, fmt.Sprintf(term{"%s（%d 处）", "%s (%d places)"}.in(l), e.Fact.Kind.In(l), len(e.Fact.Writes)))
	case e.Fact.Kind == Begun:
		v := e.Fact.Writes[0].Register.Visit
		return append(told, fmt.Sprintf(term{"开始巡察%s", "began the visit of %s"}.in(l), b.placeOf(v, l)))
	}
	for _, s := range b.Steps(e) {
		told = append(told, b.sayStep(s, l))
	}
	for _, a := range e.Fact.Adds {
		told = append(told, fmt.Sprintf(term{"%s %s %+d", "%s: %s %+d"}.in(l), b.placeOf(a.Visit, l), a.Counter.In(l), a.N))
	}
	return told
}

// Gist is an entry in few words, to name it by.
func (b *Book) Gist(e *Entry, l Language) string {
	if e == nil {
		return term{"尚未收到的一条", "an entry that has not arrived"}.in(l)
	}
	words := e.Fact.Kind.In(l)
	if len(e.Fact.Writes) == 0 {
		return words
	}
	r := e.Fact.Writes[0].Register
	if r.Visit.School != "" {
		words += " " + b.placeOf(r.Visit, l)
	}
	if r.Item != "" {
		words += " " + string(r.Item)
	}
	return words
}

func (b *Book) sayStep(s Step, l Language) string {
	where := b.Where(s.Register, l)
	from, to := b.SayValue(s.Register, s.From, l), b.SayValue(s.Register, s.To, l)
	return fmt.Sprintf(term{"把%s由%s改为%s", "%s: from %s to %s"}.in(l), where, from, to)
}

// Where names a register.
func (b *Book) Where(r Register, l Language) string {
	words := ""
	if r.Visit.School != "" || r.Visit.Round != 0 {
		words = b.placeOf(r.Visit, l)
	}
	switch {
	case r.ID != "" && r.Visit.School != "":
		if f, ok := b.Finding(FindingID(r.ID)); ok {
			words += fmt.Sprintf(term{"问题“%s”", " finding “%s”"}.in(l), f.Title)
		} else {
			words += term{"问题", " finding"}.in(l)
		}
	case r.Item != "":
		words += " " + string(r.Item) + " "
	}
	if words == "" {
		return r.Field.In(l)
	}
	return words + fmt.Sprintf(term{"的%s", " %s"}.in(l), r.Field.In(l))
}

// placeOf names a school and a round, or one of them.
func (b *Book) placeOf(v VisitID, l Language) string {
	name := string(v.School)
	if s := b.School(v.School); s != nil {
		name = s.Name
	}
	if v.Round == 0 {
		return "“" + name + "”"
	}
	round := fmt.Sprintf(term{"第%d轮", "round %d"}.in(l), v.Round)
	if v.School == "" {
		return round
	}
	if v.Kind != Routine && v.Kind != 0 {
		round += " " + v.Kind.In(l)
	}
	return "“" + name + "”" + term{"（", " ("}.in(l) + round + term{"）", ")"}.in(l)
}

// SayValue says what a register holds.
func (b *Book) SayValue(r Register, v Value, l Language) string {
	if v.IsZero() && r.Field != AnswerVerdict {
		return term{"（空）", "(nothing)"}.in(l)
	}
	switch r.Field {
	case AnswerVerdict:
		return "“" + verdictOf(v).In(l) + "”"
	case AnswerMethods:
		return "“" + Methods(v.N).In(l) + "”"
	case AnswerChecked:
		return fmt.Sprintf(term{"“查 %d 有 %d”", "“%[2]d of %[1]d”"}.in(l), v.Of, v.N)
	case FindingStanding:
		return "“" + FindingState(v.N).In(l) + "”"
	case SchoolStage:
		return "“" + Stage(v.N).In(l) + "”"
	case SchoolOwnership:
		return "“" + Ownership(v.N).In(l) + "”"
	case SchoolTraits:
		return "“" + Traits(v.N).In(l) + "”"
	case RoundStart, RoundEnd, VisitBegun:
		return Day(v.N).String()
	case VisitPlanned:
		return term{"“安排”", "“planned”"}.in(l)
	case SchoolOrder, CampaignZone, VisitParent:
		return fmt.Sprint(v.N)
	}
	return "“" + v.Text + "”"
}

// Moment is the stamp as a moment in the campaign's zone.
func (b *Book) Moment(s Stamp) time.Time {
	zone := BeijingZone
	if c, ok := b.Campaign(); ok {
		zone = c.Zone
	}
	return time.UnixMilli(s.Millis).In(time.FixedZone("", zone*60))
}

var fieldTerms = []term{
	CampaignID: {"巡察工作编号", "campaign id"}, CampaignTitle: {"巡察工作名称", "campaign title"},
	CampaignOrgan: {"组织单位", "organ"}, CampaignZone: {"时区", "zone"},
	RoundTitle: {"名称", "title"}, RoundStart: {"开始日期", "start"}, RoundEnd: {"结束日期", "end"}, RoundChecklist: {"清单", "checklist"},
	SchoolName: {"名称", "name"}, SchoolOrder: {"次序", "order"}, SchoolStage: {"学段", "stage"}, SchoolOwnership: {"办学", "ownership"},
	SchoolTraits: {"特征", "traits"}, SchoolArea: {"片区", "area"}, SchoolNote: {"备注", "remark"},
	ChecklistTitle: {"清单名称", "checklist title"}, SectionName: {"板块", "section"}, ItemTitle: {"要点", "title"}, ItemLook: {"看什么", "what to look at"},
	ItemApplies: {"适用", "applies to"}, ItemBasis: {"依据", "basis"}, ItemMethods: {"方式", "methods"}, ItemPapers: {"资料", "papers"}, ItemTypical: {"典型问题", "typical problem"},
	VisitPlanned: {"计划", "plan"}, VisitBegun: {"开始", "beginning"}, VisitParent: {"原轮次", "parent round"},
	AnswerVerdict: {"评定", "verdict"}, AnswerMethods: {"方式", "methods"}, AnswerNote: {"记录", "note"}, AnswerChecked: {"查看数", "n of N"},
	FindingTitle: {"标题", "title"}, FindingFacts: {"事实", "facts"}, FindingItem: {"要点", "item"}, FindingStanding: {"状态", "state"},
}

// In names the field.
func (f Field) In(l Language) string { return named(fieldTerms, f, l) }
