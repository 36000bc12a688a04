package inspection

import (
	"fmt"
	"strings"
)

// The words of registers: what each is called, whose it is, and what it holds.

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
	FindingBasis: {"依据", "basis"}, FindingFrame: {"落实和聚焦", "frame"}, FindingLevel: {"班子或部门", "level"}, FindingNature: {"性质", "nature"},
	FindingDuty: {"责任", "duty"}, FindingDiscoverer: {"发现人", "discoverer"}, FindingUndertakers: {"承办人", "undertakers"},
	FindingChecked: {"查看数", "n of N"}, FindingFixNow: {"立行立改", "fix now"}, FindingLinked: {"关联要点", "linked items"},
	FindingOpinion: {"审核意见", "opinion"}, FindingInto: {"并入", "merged into"}, FindingNumber: {"编号", "number"},
	NumberHolder: {"编号权", "numbering"}, VisitTeam: {"巡察组", "team"},
	RectifyWords: {"反馈内容", "words fed back"}, RectifyGoal: {"整改目标", "goal"}, RectifyMeasures: {"整改措施", "measures"},
	RectifyLeader: {"责任领导", "leader"}, RectifyDepartment: {"责任部门", "department"}, RectifyPerson: {"责任人", "person"},
	RectifyCause: {"根本原因", "cause"}, RectifyInference: {"举一反三", "inference"}, RectifyDeadline: {"完成时限", "deadline"},
	RectifyState: {"整改状态", "state of rectification"}, RectifyProgress: {"整改进展", "progress"}, RectifyClosed: {"销号", "closing"},
	RectifyReopened: {"反弹次数", "times reopened"}, LookBackAnswer: {"回头看结论", "look-back answer"}, RoundDeadlines: {"期限", "deadline"},
	EvidenceFile: {"文件", "file"}, EvidenceCaption: {"说明", "caption"}, EvidencePage: {"页码", "page"}, EvidenceKind: {"种类", "kind"},
	EvidenceWhen: {"取得日期", "day"}, EvidenceWhere: {"取得地点", "place"}, EvidenceAtItem: {"所属要点", "item"},
	EvidenceAtFinding: {"所属问题", "finding"}, EvidenceProves: {"整改证明", "proof"},
	TalkPost: {"对象", "post"}, TalkBy: {"谈话人", "inspectors"}, TalkDay: {"日期", "day"}, PaperName: {"名称", "name"}, PaperState: {"状态", "state"},
	ClueHanded: {"移交", "hand-over"},
	SealBy:     {"封存", "seal"}, SealWhy: {"封存说明", "reason for sealing"}, SealHead: {"封存校验", "sealed head"}, SealTips: {"封存范围", "what is sealed"},
	SealFigure: {"封存数字", "sealed figure"}, AmendReason: {"更正理由", "reason for amending"},
	SchoolClosed: {"停办日期", "closed from"}, SchoolGroup: {"集团", "group"},
	VisitBatch: {"批次", "batch"}, VisitFrom: {"进校日期", "from"}, VisitTo: {"离校日期", "to"},
	MemberName: {"姓名", "name"}, MemberPost: {"职务", "post"}, MemberPresent: {"现单位", "present school"}, MemberFormer: {"原单位", "former schools"},
	MemberKin: {"亲属单位", "relatives' schools"}, MemberTeam: {"编组", "team"},
	ItemFrom: {"原要点", "came from"}, OfficeWords: {"单位用语", "office's words"}, OfficeScale: {"词语尺度", "scale of words"},
}

// In names the field.
func (f Field) In(l Language) string { return named(fieldTerms, f, l) }

// subject names the item, finding, file, talk or paper whose register it is.
func (b *Book) subject(r Register, l Language) string {
	quoted := func(t term, words string) string { return fmt.Sprintf(t.in(l), words) }
	at := func(f Field) string { return b.lastWord(Register{Field: f, Visit: r.Visit, ID: r.ID}) }
	switch {
	case r.Field >= EvidenceFile && r.Field <= EvidenceProves:
		return quoted(term{"佐证“%s”", " evidence “%s”"}, at(EvidenceFile))
	case r.Field >= TalkPost && r.Field <= TalkDay:
		return quoted(term{"谈话“%s”", " talk with “%s”"}, at(TalkPost))
	case r.Field == PaperName || r.Field == PaperState:
		return quoted(term{"资料“%s”", " paper “%s”"}, at(PaperName))
	case r.Field == ClueHanded:
		return term{"问题线索", " clues"}.in(l)
	case r.Field >= MemberName && r.Field <= MemberTeam:
		return quoted(term{"成员“%s”", " member “%s”"}, b.memberName(MemberID(r.ID)))
	case r.Field == NumberHolder:
		return quoted(term{"%s组", " team %s"}, r.ID)
	case r.Field >= FindingTitle && r.Field <= LookBackAnswer && r.ID != "":
		return quoted(term{"问题“%s”", " finding “%s”"}, b.titleOf(FindingID(r.ID)))
	case r.Field == SealFigure:
		return quoted(term{"“%s”", " “%s”"}, Figure{Name: string(r.Item)}.In(l))
	case r.Field == OfficeWords || r.Field == OfficeScale:
		return quoted(term{"“%s”", "“%s”"}, officeTerms[r.ID].in(l))
	case r.Field == RoundDeadlines:
		return " " + deadlineTerms[r.ID].in(l) + " "
	case r.Item != "" && (r.Field < FindingTitle || r.Field > LookBackAnswer):
		return " " + string(r.Item) + " "
	}
	return ""
}

// titleOf is a finding's title, also of one whose raising was undone.
func (b *Book) titleOf(id FindingID) string {
	s := b.findings[id]
	if s == nil || !s.home {
		return ""
	}
	return b.lastWord(Register{Field: FindingTitle, Visit: s.visit, ID: string(id)})
}

// lastWord is the text that a register shows, or showed before it was emptied.
func (b *Book) lastWord(r Register) string {
	c := b.cells[r]
	if c == nil || c.top.write == nil {
		return ""
	}
	if v := c.top.write.Value; !v.IsZero() {
		return v.Text
	}
	return b.replaced(c.top.write).Text
}

// SayValue says what a register holds.
func (b *Book) SayValue(r Register, v Value, l Language) string {
	quoted := func(words string) string { return "“" + words + "”" }
	switch {
	case r.Field == SealFigure:
		return quoted(fmt.Sprint(v.N))
	case v.IsZero() && r.Field != AnswerVerdict:
		return term{"（空）", "(nothing)"}.in(l)
	}
	if words, ok := sayChoice(r.Field, v, l); ok {
		return quoted(words)
	}
	if words, ok := sayNumbers(r, v, l); ok {
		return quoted(words)
	}
	switch r.Field {
	case SchoolClosed:
		if v == offRoster {
			return term{"（移出名册）", "(off the roster)"}.in(l)
		}
		return Day(v.N).String()
	case RoundStart, RoundEnd, VisitBegun, EvidenceWhen, TalkDay, VisitFrom, VisitTo:
		return Day(v.N).String()
	case SchoolOrder, CampaignZone, VisitParent, VisitBatch:
		return fmt.Sprint(v.N)
	case FindingInto:
		return quoted(b.titleOf(FindingID(v.Text)))
	case EvidenceAtItem:
		return quoted(string(r.Item))
	case EvidenceAtFinding, EvidenceProves:
		return quoted(b.titleOf(FindingID(r.Item)))
	case MemberPresent, MemberFormer, MemberKin:
		return quoted(l.List(b.NamesOfPlaces(lines(v.Text))))
	case FindingUndertakers, FindingLinked, TalkBy, ItemFrom:
		return quoted(l.List(lines(v.Text)))
	}
	return quoted(v.Text)
}

// sayNumbers says what a register holds besides or instead of words.
func sayNumbers(r Register, v Value, l Language) (string, bool) {
	switch r.Field {
	case AnswerChecked, FindingChecked:
		return fmt.Sprintf(term{"查 %d 有 %d", "%[2]d of %[1]d"}.in(l), v.Of, v.N), true
	case MemberTeam:
		return sayWith(fmt.Sprintf(term{"%d组", "team %d"}.in(l), v.N), Role(v.Of).In(l)), true
	case VisitTeam:
		return fmt.Sprintf(term{"%d组", "team %d"}.in(l), v.N), true
	case OfficeScale:
		return fmt.Sprintf("%d/%d", v.N, v.Of), true
	case RectifyReopened:
		return Sentence(term{"%d 次", "%d time{s}"}.in(l), v.N), true
	case RoundDeadlines:
		return Sentence(deadlineUnits[r.ID].in(l), v.N), true
	case RectifyWords, RectifyClosed, RectifyProgress, SealBy:
		return strings.TrimSpace(Day(v.N).String() + " " + v.Text), true
	case RectifyDeadline:
		return sayDeadline(Day(v.N), v.Of == 1, l), true
	case EvidenceFile:
		return Sentence(term{"%s（%d 字节）", "%s (%d byte{s})"}.in(l), v.Text, v.N), true
	case ClueHanded:
		return fmt.Sprintf(term{"%s 向%s移交 %d 件", "%[1]s %[3]d to %[2]s"}.in(l), Day(v.Of), v.Text, v.N), true
	}
	return "", false
}

// sayDeadline is a deadline as ledgers have it.
func sayDeadline(d Day, longTerm bool, l Language) string {
	if !longTerm {
		return d.String()
	}
	return and(d.String(), term{"长期坚持", "kept up"}.in(l), l)
}

var deadlineTerms = map[string]term{
	"plan": {"整改方案", "plan"}, "rectify": {"集中整改", "rectification"}, "report": {"整改报告", "report"}, "lookback": {"回头看", "look-back"},
}

var officeTerms = map[string]term{
	"signed": {"落款", "signature"}, "team": {"组名", "name of a team"}, "leaders": {"报送", "reports to"}, "contact": {"联系人", "contact"},
	"series": {"发文字号", "series of papers"}, "prefix": {"问题编号前缀", "prefix of numbers"}, "some": {"部分", "some"}, "general": {"普遍", "general"},
}

var deadlineUnits = map[string]term{
	"plan": {"%d 个工作日", "%d working day{s}"}, "rectify": {"%d 个月", "%d month{s}"}, "report": {"%d 个月", "%d month{s}"}, "lookback": {"%d 个月", "%d month{s}"},
}

// sayChoice is the word of a value that is one of a few, or a set of them.
func sayChoice(f Field, v Value, l Language) (string, bool) {
	switch f {
	case AnswerVerdict:
		return verdictOf(v).In(l), true
	case AnswerMethods:
		return Methods(v.N).In(l), true
	case FindingStanding:
		return FindingState(v.N).In(l), true
	case SchoolStage:
		return Stage(v.N).In(l), true
	case SchoolOwnership:
		return Ownership(v.N).In(l), true
	case SchoolTraits:
		return Traits(v.N).In(l), true
	case FindingFrame:
		return and(Dimension(v.N).In(l), Focus(v.Of).In(l), l), true
	case FindingLevel:
		return Level(v.N).In(l), true
	case FindingNature:
		return Nature(v.N).In(l), true
	case FindingDuty:
		return Duty(v.N).In(l), true
	case RectifyState:
		return RectifyStanding(v.N).In(l), true
	case LookBackAnswer:
		return sayWith(Relook(v.N).In(l), v.Text), true
	case EvidenceKind:
		return EvidenceSort(v.N).In(l), true
	case TalkPost:
		return sayWith(TalkSort(v.N).In(l), v.Text), true
	case PaperState:
		return sayWith(PaperStanding(v.N).In(l), Day(v.Of).String()), true
	case VisitPlanned:
		return term{"安排", "planned"}.in(l), true
	case FindingFixNow:
		return term{"是", "yes"}.in(l), true
	}
	return "", false
}

func sayWith(words, more string) string {
	if more == "" {
		return words
	}
	return words + " " + more
}
