package inspection

import "strconv"

// The words of the trade, said alike by screen, paper and command line. The
// stored numbers of journal.go are their keys; words may be mended, numbers not.

// Language is a language that the trade is spoken in.
type Language uint8

// The languages.
const (
	Chinese Language = iota
	English
)

type term [2]string

func (t term) in(l Language) string { return t[l%2] }

func named[K ~uint8 | ~uint16](terms []term, k K, l Language) string {
	if int(k) >= len(terms) {
		return "?" + strconv.Itoa(int(k))
	}
	return terms[k].in(l)
}

var verdictTerms = []term{
	{"未评定", "no verdict"}, {"符合", "met"}, {"基本符合", "partly met"}, {"不符合", "not met"},
	{"不适用", "not applicable"}, {"未查清", "unclear"},
}

// In names the verdict.
func (v Verdict) In(l Language) string { return named(verdictTerms, v, l) }

// Sign is the verdict as one character, so that it reads without colour.
func (v Verdict) Sign() string {
	return [...]string{"·", "√", "△", "×", "－", "？"}[min(v, verdicts-1)]
}

var verdictNames = []string{"", "met", "partly", "unmet", "na", "unclear"}

// Name is the verdict's name in data that programs read.
func (v Verdict) Name() string { return verdictNames[min(v, verdicts-1)] }

// ParseVerdict reads a verdict's name. Empty is no verdict.
func ParseVerdict(name string) (Verdict, error) {
	for i, n := range verdictNames {
		if n == name {
			return Verdict(i), nil
		}
	}
	return None, refuse(NoSuchVerdict, name)
}

var methodTerms = []term{
	{"查阅资料", "documents"}, {"个别谈话", "talk"}, {"实地查看", "site"}, {"问卷", "survey"}, {"比对", "compare"},
}

// In names the methods of the set, parted by 、.
func (m Methods) In(l Language) string {
	words := ""
	for i, t := range methodTerms {
		if m&(1<<i) != 0 {
			words = and(words, t.in(l), l)
		}
	}
	return words
}

func and(words, word string, l Language) string {
	switch {
	case words == "":
		return word
	case l == English:
		return words + ", " + word
	}
	return words + "、" + word
}

// Names are the methods' names in data that programs read.
func (m Methods) Names() []string {
	var names []string
	for i, t := range methodTerms {
		if m&(1<<i) != 0 {
			names = append(names, t[English])
		}
	}
	return names
}

// ParseMethod reads one method, by its name in data or on paper.
func ParseMethod(name string) (Methods, error) {
	for i, t := range methodTerms {
		if name == t[English] || name == t[Chinese] {
			return 1 << i, nil
		}
	}
	return 0, refuse(NoSuchMethod, name)
}

var conditionTerms = []term{
	{"公办", "public"}, {"民办", "private"}, {"幼儿园", "kindergarten"}, {"义务教育", "compulsory stage"},
	{"食堂", "canteen"}, {"寄宿", "boarding"}, {"校车", "school bus"}, {"集团", "group"},
	{"中小学", "not a kindergarten"},
}

// In names the conditions; none is 全部学校.
func (c Conditions) In(l Language) string {
	words := ""
	for i, t := range conditionTerms {
		if c&(1<<i) != 0 {
			words = and(words, t.in(l), l)
		}
	}
	if words == "" {
		return term{"全部学校", "all schools"}.in(l)
	}
	return words
}

// ParseCondition reads one condition as a checklist names it.
func ParseCondition(name string) (Conditions, bool) {
	for i, t := range conditionTerms {
		if name == t[Chinese] {
			return 1 << i, true
		}
	}
	return 0, false
}

var stageTerms = []term{
	{"待定", "unknown"}, {"幼儿园", "kindergarten"}, {"小学", "primary"}, {"初中", "junior"},
	{"九年一贯", "nine-year"}, {"完全中学", "complete secondary"}, {"高中", "senior"},
	{"十二年一贯", "twelve-year"}, {"特殊教育", "special"}, {"职业", "vocational"},
}

// In names the stage.
func (s Stage) In(l Language) string { return named(stageTerms, s, l) }

// ParseStage reads a stage as a roster names it; empty is unknown.
func ParseStage(name string) (Stage, bool) {
	for i, t := range stageTerms {
		if name == t[Chinese] {
			return Stage(i), true
		}
	}
	return StageUnknown, name == ""
}

var ownershipTerms = []term{{"待定", "unknown"}, {"公办", "public"}, {"民办", "private"}}

// In names the ownership.
func (o Ownership) In(l Language) string { return named(ownershipTerms, o, l) }

// ParseOwnership reads an ownership as a roster names it; empty is unknown.
func ParseOwnership(name string) (Ownership, bool) {
	for i, t := range ownershipTerms {
		if name == t[Chinese] {
			return Ownership(i), true
		}
	}
	return OwnershipUnknown, name == ""
}

var traitTerms = []term{{"食堂", "canteen"}, {"寄宿", "boarding"}, {"校车", "school bus"}, {"集团", "group"}}

// Each are the traits of the set, one by one.
func (t Traits) Each() []Traits {
	var each []Traits
	for bit := Canteen; bit <= Group; bit <<= 1 {
		if t&bit != 0 {
			each = append(each, bit)
		}
	}
	return each
}

// In names the traits of the set, parted by 、.
func (t Traits) In(l Language) string {
	words := ""
	for i, w := range traitTerms {
		if t&(1<<i) != 0 {
			words = and(words, w.in(l), l)
		}
	}
	return words
}

// ParseTrait reads one trait as a roster names it.
func ParseTrait(name string) (Traits, bool) {
	for i, t := range traitTerms {
		if name == t[Chinese] {
			return 1 << i, true
		}
	}
	return 0, false
}

var kindTerms = []term{
	{"", ""}, {"常规", "routine"}, {"回头看", "look-back"}, {"专项", "themed"}, {"提级", "upgraded"}, {"补巡", "make-up"},
}

// In names the kind of visit.
func (k VisitKind) In(l Language) string { return named(kindTerms, k, l) }

// ParseVisitKind reads a kind of visit, by its Chinese or English name. Empty
// is 常规.
func ParseVisitKind(name string) (VisitKind, error) {
	if name == "" {
		return Routine, nil
	}
	for i, t := range kindTerms {
		if i > 0 && (name == t[Chinese] || name == t[English]) {
			return VisitKind(i), nil
		}
	}
	return 0, refuse(NoSuchKind, name)
}

var dimensionTerms = []term{
	{"", ""},
	{"落实党的理论和路线方针政策、党中央决策部署", "the Party's theory, line, policies and decisions"},
	{"落实全面从严治党战略部署", "full and strict governance of the Party"},
	{"落实新时代党的组织路线", "the Party's organisational line"},
	{"落实巡视巡察、审计等整改", "rectification after inspection and audit"},
}

// In names the 落实.
func (d Dimension) In(l Language) string { return named(dimensionTerms, d, l) }

// Ordinal names the 落实 in few words.
func (d Dimension) Ordinal() string {
	return []string{"", "第一个落实", "第二个落实", "第三个落实", "第四个落实"}[min(d, 4)]
}

var focusTerms = []term{
	{"", ""},
	{"聚焦贯彻党的路线方针政策和党中央决策部署", "carrying out the Party's line and decisions"},
	{"聚焦群众身边腐败问题和不正之风", "corruption and misconduct close to the people"},
	{"聚焦基层党组织领导班子和干部队伍建设", "leadership teams and cadres"},
	{"聚焦巡察整改落实", "rectification after inspection"},
}

// In names the 聚焦.
func (f Focus) In(l Language) string { return named(focusTerms, f, l) }

var counterTerms = []term{
	{"", ""}, {"个别谈话（人次）", "talks held"}, {"查阅资料（份）", "papers read"}, {"受理信访（件）", "letters taken"},
	{"座谈和列席会议（次）", "meetings"}, {"实地查看（处）", "sites walked"}, {"收回问卷（份）", "questionnaires back"}, {"发出问卷（份）", "questionnaires out"},
}

// In names what is counted.
func (c Counter) In(l Language) string { return named(counterTerms, c, l) }

var findingTerms = []term{
	{"", ""}, {"草稿", "draft"}, {"撤回", "withdrawn"}, {"送审", "handed in"}, {"采用", "adopted"},
	{"退回", "returned"}, {"不采用", "rejected"}, {"并入", "merged"},
}

// In names the finding's state.
func (s FindingState) In(l Language) string { return named(findingTerms, s, l) }

var ruleTerms = []term{
	{"", ""},
	{"进度＝已评定要点÷适用要点。未查清不算已评定；不适用于本校的要点不计。",
		"Progress = answered / applicable items. Unclear is not answered; items that do not apply to the school are not counted."},
	{"符合率＝符合÷（符合＋基本符合＋不符合）。不适用、未查清不计入，另列其数。",
		"Met rate = met / (met + partly + not met). Not applicable and unclear are left out and counted beside it."},
	{"折半符合率＝（符合＋½×基本符合）÷（符合＋基本符合＋不符合）。不与符合率混用。",
		"Half rate = (met + ½ partly) / (met + partly + not met). Never mixed with the met rate."},
	{"覆盖＝已完成学校÷计划学校。适用要点全部有评定（含未查清）即为完成。",
		"Coverage = finished / planned visits. A visit is finished when every applicable item has a verdict, unclear included."},
	{"共性问题＝同一要点评定为不符合的学校数÷对该要点作出符合、基本符合或不符合评定的学校数。",
		"Common problem = visits where the item was not met / visits where it was met, partly or not met."},
	{"问题数＝未撤回、未并入、未不采用的问题条数，按提出问题的学校和要点所在板块归集。",
		"Findings = those not withdrawn, merged or rejected, by the school and the section of the item they were raised from."},
	{"评定数＝评定为该项的要点数；占比＝评定数÷适用要点。只计已进校的学校。",
		"A verdict's count = items with that verdict; its share is of the applicable items. Only schools where somebody was are counted."},
	{"已进校＝已经开始巡察，或已经记下评定、问题、工作量的学校÷计划学校。",
		"Begun = visits that were begun or in which something was set down / planned visits."},
	{"工作量＝各校登记之和，多台电脑登记的相加。",
		"Work = the sum of what was counted at the schools, on all laptops together."},
	{"整改完成率＝完成整改÷已反馈问题总数。基本完成并持续整改、未完成均不算完成。",
		"Rate of rectification = done / all findings fed back. Basically done and not done are not done."},
	{"逾期＝已反馈、未完成整改、未销号，且完成时限早于所看之日。没有时限的不计。",
		"Overdue = fed back, not done, not closed, and the deadline is before the day looked at. Those without a deadline are not counted."},
	{"回头看＝本轮回头看各校应答的已反馈问题，按答复归集；未答复的另列。",
		"Look-back = findings fed back that the look-back visits of the round answer, by answer; those without an answer stand apart."},
	{"封存时＝组长封存进校时的数；更正后＝现在的数。封存后的改动逐条列为更正，各有理由。",
		"Sealed = the figure when the lead sealed the visit; amended = the figure now. Each change since is an amendment with its reason."},
	{"整改进程＝现有台账各条按反馈、完成整改、销号所在的周（周一起）累加。反弹的，再次完成、再次销号后才计入。",
		"Rectification by week = the ledger's lines added up by the week in which each was fed back, done, closed. One that relapsed counts as done, and as closed, once it is again."},
}

var extentTerms = []term{{"无", "none"}, {"个别", "single"}, {"部分", "some"}, {"普遍", "general"}}

// In names the extent.
func (e Extent) In(l Language) string { return named(extentTerms, e, l) }

// In says the rule in a sentence.
func (r Rule) In(l Language) string { return named(ruleTerms, r, l) }

var kindOfFactTerms = []term{
	{"", ""}, {"建立账本", "set up the book"}, {"登记名册", "entered schools"}, {"采用清单", "adopted a checklist"},
	{"设定轮次", "set up rounds"}, {"调整计划", "changed the plan"}, {"开始巡察", "began the visit"}, {"作答", "answered"},
	{"提出问题", "raised a finding"}, {"修改问题", "changed a finding"}, {"登记工作量", "counted"}, {"撤销", "undid"}, {"选定", "chose"},
	{"送审问题", "handed in a finding"}, {"审定问题", "decided on a finding"}, {"问题编号", "numbered a finding"}, {"反馈问题", "fed a finding back"},
	{"登记整改", "recorded rectification"}, {"销号", "closed a finding"}, {"回头看", "looked back"}, {"登记佐证", "kept evidence"},
	{"登记工作", "listed work"}, {"封存", "sealed the visit"}, {"启封", "opened the seal"}, {"设定期限", "set deadlines"},
	{"安排人员", "staffed teams"}, {"设定单位用语", "set the office's words"},
}

// In names the kind of fact.
func (k Kind) In(l Language) string { return named(kindOfFactTerms, k, l) }

var refusalTerms = [reasons]term{
	NoCampaign:          {"账本还没有建立巡察工作", "the book has no campaign yet"},
	AlreadyFounded:      {"账本已经建立了巡察工作", "the book already has a campaign"},
	NoSuchRound:         {"没有这个轮次", "there is no such round"},
	NoSuchSchool:        {"名册中没有这所学校", "there is no such school on the roster"},
	NotPlanned:          {"本轮没有安排这所学校，请先在计划中安排", "the school is not planned in this round; plan it first"},
	NoSuchKind:          {"没有这种巡察方式", "there is no such kind of visit"},
	NoChecklist:         {"本轮还没有采用清单", "the round has no checklist yet"},
	EmptyChecklist:      {"清单没有编号或没有要点", "the checklist has no name or no items"},
	SectionTwice:        {"板块编号重复或缺少", "a section's number is missing or stands twice"},
	ItemTwice:           {"要点编号重复或缺少", "an item's code is missing or stands twice"},
	SchoolTwice:         {"学校编号重复或缺少", "a school's code is missing or stands twice"},
	NoSuchItem:          {"清单中没有这个要点", "there is no such item on the checklist"},
	NotApplicable:       {"这个要点不适用于本校", "the item does not apply to this school"},
	NoSuchVerdict:       {"评定只能是 met partly unmet na unclear", "a verdict is one of met partly unmet na unclear"},
	NoSuchMethod:        {"方式只能是 documents talk site survey compare", "a method is one of documents talk site survey compare"},
	BadChecked:          {"数目不对：应为 0 到总数之间的整数，总数大于 0", "the numbers do not fit: n from 0 to N, N above 0"},
	NothingSaid:         {"没有要记的内容", "there is nothing to set down"},
	TooLong:             {"文字太长：标题最多 200 字，正文最多 20000 字", "the text is too long: 200 characters for a title, 20,000 for a text"},
	EmptyText:           {"不能是空的", "it must not be empty"},
	NoSuchFinding:       {"没有这个问题", "there is no such finding"},
	FindingWithdrawn:    {"问题已经撤回，恢复后才能修改", "the finding was withdrawn; restore it first"},
	FindingNotWithdrawn: {"问题没有撤回", "the finding was not withdrawn"},
	FindingExists:       {"这个问题编号已经用过", "this finding's name is taken"},
	MovedOn:             {"后来已改，不能撤销；可在历史中查看", "it was changed since and cannot be undone; see its history"},
	NothingToUndo:       {"没有可以撤销的操作", "there is nothing to undo"},
	NothingToRedo:       {"没有可以重做的操作", "there is nothing to redo"},
	NotUndoable:         {"这个操作不能撤销", "this cannot be undone"},
	NoSuchEntry:         {"流水中没有这一条", "there is no such entry in the journal"},
	NoSuchCounter:       {"没有这个计数", "there is no such counter"},
	NoConflict:          {"这里没有冲突", "there is no conflict here"},
	AlreadyBegun:        {"巡察已经开始", "the visit has begun already"},
	VisitHasWork:        {"巡察已经开始，不能移出计划", "the visit has begun and stays planned"},
	NothingToPlan:       {"计划没有变化", "the plan is the same"},
	NoSuchChoice:        {"没有这个选项", "there is no such choice"},
	NoFacts:             {"没有写明事实，不能送审", "the facts are missing; it cannot be handed in"},
	OneUndertaker:       {"承办人不足两人，不能采用", "it has fewer than two undertakers and cannot be adopted"},
	WrongState:          {"问题当前的状态不能这样处理", "this cannot be done to a finding in this state"},
	FindingDecided:      {"问题已经不采用或已并入，不能修改", "the finding was rejected or merged and cannot be changed"},
	FindingFrozen:       {"问题已经反馈，内容不再改动", "the finding was fed back; its words are frozen"},
	CannotMerge:         {"不能并入这个问题", "it cannot be merged into this finding"},
	NoSuchTeam:          {"组号应为 1 到 99", "a team is a number from 1 to 99"},
	NotHolder:           {"编号由另一台电脑负责，可先接管编号", "another laptop holds the numbering; take it over first"},
	HasNumber:           {"问题已有编号", "the finding has a number"},
	NotFedBack:          {"问题还没有反馈", "the finding has not been fed back"},
	AlreadyClosed:       {"问题已经销号", "the finding is closed"},
	NotDoneYet:          {"整改还没有完成，不能销号", "the rectification is not done; it cannot be closed"},
	NoProof:             {"没有整改佐证，不能销号", "there is no proof of the rectification; it cannot be closed"},
	NoSuchEvidence:      {"没有这份佐证", "there is no such evidence"},
	TooLarge:            {"文件太大，每份佐证最大 50 MB", "the file is too large; evidence is 50 MB at most"},
	OneInspector:        {"谈话应由两名以上巡察人员进行", "a talk is held by two inspectors or more"},
	NoSuchPaper:         {"没有调阅这份资料", "this paper was not asked for"},
	AlreadySealed:       {"巡察已经封存", "the visit is sealed"},
	NotSealed:           {"巡察没有封存", "the visit is not sealed"},
	IsSealed:            {"巡察已经封存，更正须说明理由", "the visit is sealed; an amendment needs a reason"},
	HasGaps:             {"离校检查还有缺项，封存须说明理由", "the leave-site check has gaps; sealing needs a reason"},
	NoDay:               {"没有写明日期", "the day is missing"},
	BadDeadline:         {"期限应为 1 到 366", "a deadline is a number from 1 to 366"},
	ListDiffers:         {"账本里同一版本的清单内容不同，请给改过的清单换一个版本号", "the book has other content under this version; give the changed checklist another version"},
	CodeReused:          {"这个编号原来是另一个要点，已有作答、问题或佐证；请给新的要点换一个编号", "this code stood for another item that has answers, findings or evidence; give the new item another code"},
	ListInUse:           {"别的轮次也在用这份清单，不能撤销", "another round uses this checklist; its adoption cannot be undone"},
	BadScale:            {"词语尺度不对：应为几分之几，“部分”不高于“普遍”", "the scale does not fit: n of N, “some” not above “general”"},
	NoSuchMember:        {"没有这名成员", "there is no such member"},
	MemberTwice:         {"成员重复，或没有编号；一名成员一轮只在一个组", "a member stands twice or has no ID; a member is in one team a round"},
	NoSuchBatch:         {"批次应为 1 到 99", "a batch is a number from 1 to 99"},
	DaysReversed:        {"最后一天早于第一天", "the last day is before the first"},
	AlreadyPlanned:      {"那一轮已经安排了这所学校", "the school is planned in that round already"},
	SchoolIsClosed:      {"学校已停办，不能再排入轮次", "the school is closed and cannot be planned"},
	BeforeParent:        {"回头看不能早于原来的轮次", "a look-back cannot be before the round that it looks back on"},
}

// In says the refusal in a sentence, with what it is about.
func (r Refusal) In(l Language) string {
	words := named(refusalTerms[:], r.Reason, l)
	if r.About == "" {
		return words
	}
	if l == English {
		return words + ": " + r.About
	}
	return words + "：" + r.About
}
