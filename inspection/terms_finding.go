package inspection

// The words of findings and what becomes of them.

var levelTerms = []term{{"", ""}, {"班子问题", "team's"}, {"部门问题", "department's"}}

// In names the level.
func (l Level) In(lang Language) string { return named(levelTerms, l, lang) }

var natureTerms = []term{{"", ""}, {"风险点", "risk: no rule"}, {"问题点", "problem: rule not followed"}, {"出血点", "bleeding: integrity at risk"}}

// In names the nature.
func (n Nature) In(l Language) string { return named(natureTerms, n, l) }

var dutyTerms = []term{
	{"主体责任", "main body"}, {"第一责任人责任", "first person"}, {"主要领导责任", "leading"}, {"直接责任", "direct"}, {"监督责任", "supervision"},
}

// In names the steps of the ladder, parted by 、.
func (d Duty) In(l Language) string {
	words := ""
	for i, t := range dutyTerms {
		if d&(1<<i) != 0 {
			words = and(words, t.in(l), l)
		}
	}
	return words
}

// Duties are the steps of the ladder in their order.
func Duties() []Duty { return []Duty{MainBody, FirstPerson, Leading, Direct, Supervision} }

var standingTerms = []term{{"", ""}, {"未完成", "not done"}, {"基本完成并持续整改", "basically done, going on"}, {"完成整改", "done"}}

// In names the standing.
func (s RectifyStanding) In(l Language) string { return named(standingTerms, s, l) }

var standingNames = []string{"", "open", "basically", "done"}

// Name is the standing's name in data that programs read.
func (s RectifyStanding) Name() string { return standingNames[min(int(s), len(standingNames)-1)] }

// ParseStanding reads a standing, by its name in data or on paper.
func ParseStanding(name string) (RectifyStanding, error) {
	for i := NotDone; i < rectifyStandings; i++ {
		if name == i.Name() || name == i.In(Chinese) {
			return i, nil
		}
	}
	return 0, refuse(NoSuchChoice, name)
}

var relookTerms = []term{
	{"", ""}, {"已改", "put right"}, {"仍存在", "still there"}, {"加重", "worse"}, {"反弹", "relapsed"}, {"无法判断", "cannot tell"},
}

// In names the answer.
func (r Relook) In(l Language) string { return named(relookTerms, r, l) }

var relookNames = []string{"", "fixed", "persists", "worse", "relapsed", "unknown"}

// Name is the answer's name in data that programs read.
func (r Relook) Name() string { return relookNames[min(int(r), len(relookNames)-1)] }

// ParseRelook reads an answer, by its name in data or on paper.
func ParseRelook(name string) (Relook, error) {
	for _, r := range Relooks() {
		if name == r.Name() || name == r.In(Chinese) {
			return r, nil
		}
	}
	return 0, refuse(NoSuchChoice, name)
}

// Sign is the answer as one character.
func (r Relook) Sign() string {
	return []string{"·", "√", "×", "▲", "↺", "？"}[min(r, relooks-1)]
}

var sortTerms = []term{{"", ""}, {"复印件", "copy"}, {"照片", "photo"}, {"录音录像", "recording"}, {"电子文档", "document"}, {"谈话记录", "record of a talk"}}

// In names the sort of evidence.
func (s EvidenceSort) In(l Language) string { return named(sortTerms, s, l) }

// EvidenceSorts are all sorts in their order.
func EvidenceSorts() []EvidenceSort { return []EvidenceSort{CopyOf, Photo, Recording, Form, TalkSheet} }

var talkTerms = []term{{"", ""}, {"必谈", "required"}, {"选谈", "elective"}}

// In names the sort of talk.
func (s TalkSort) In(l Language) string { return named(talkTerms, s, l) }

var paperTerms = []term{{"", ""}, {"已调阅", "asked for"}, {"已移交", "handed over"}, {"已归还", "given back"}}

// In names the standing of a paper.
func (s PaperStanding) In(l Language) string { return named(paperTerms, s, l) }

var gapTerms = []term{
	{"没有评定", "no verdict"}, {"未查清", "unclear"}, {"有问题而没有记录或底稿", "a problem without note or finding"},
	{"不适用而没有理由", "not applicable without a reason"}, {"与上一轮矛盾而没有说明", "contradicts the round before, without a word"},
	{"问题没有佐证", "finding without evidence"}, {"承办人不足两人", "fewer than two undertakers"}, {"调阅资料没有归还", "paper not given back"},
	{"佐证没有说明", "evidence without a caption"}, {"适用情况待定", "not known whether it applies"}, {"作答后不再适用", "answered, no longer applies"},
	{"作答的要点已不在清单", "answered, no longer on the checklist"},
	{"两台电脑记录不同", "two laptops differ"},
}

// In names the kind of gap.
func (k GapKind) In(l Language) string { return named(gapTerms, k, l) }

var viewTerms = []term{
	{"全部", "all"}, {"采用未反馈", "not fed back"}, {"未销号", "open"}, {"逾期", "overdue"}, {"本周到期", "due this week"},
	{"反弹", "relapsed"}, {"立行立改", "fix now"}, {"已销号", "closed"},
}

// In names the view.
func (v View) In(l Language) string { return named(viewTerms, v, l) }

var viewNames = []string{"all", "unfed", "open", "overdue", "week", "relapsed", "fixnow", "closed"}

// Name is the view's name on the command line.
func (v View) Name() string { return viewNames[min(int(v), len(viewNames)-1)] }

// ParseView reads a view's name.
func ParseView(name string) (View, error) {
	for _, v := range Views() {
		if name == v.Name() || name == v.In(Chinese) {
			return v, nil
		}
	}
	return 0, refuse(NoSuchChoice, name)
}

var figureTerms = map[string]term{
	"applicable": {"适用", "applicable"}, "answered": {"已评定", "answered"}, "met": {"符合", "met"}, "partly": {"基本符合", "partly met"},
	"unmet": {"不符合", "not met"}, "na": {"不适用", "not applicable"}, "unclear": {"未查清", "unclear"}, "findings": {"问题", "findings"},
}

// In names the figure: of the checklist, of a look-back's answers, or a counter.
func (f Figure) In(l Language) string {
	if t, ok := figureTerms[f.Name]; ok {
		return t.in(l)
	}
	if answer, err := ParseRelook(f.Name); err == nil {
		return answer.In(l)
	}
	c, _ := ParseCounter(f.Name)
	return c.In(l)
}
