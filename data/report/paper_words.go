package report

import "xuncha/inspection"

// paperWords are what a kind of paper is called, by commands and by people, and
// what it is for.
type paperWords struct {
	name  string
	scope Scope
	in    [2]string
	use   [2]string
}

var papers = [paperKinds]paperWords{
	RequestPaper: {"request", OfSchool, [2]string{"调阅资料清单", "papers to ask for"},
		[2]string{"请学校提供资料，逐份登记移交和归还；还没有登记的，列出清单要求调阅的资料", "what the school is asked for, with columns for handing over and giving back"}},
	TalkPaper: {"talk", OfSchool, [2]string{"谈话提纲与记录页", "outline and record of a talk"},
		[2]string{"按本校适用、以谈话了解的要点列出提纲，附空白记录页", "questions from the items that are looked at by talking, and a page to write on"}},
	FindingPaper: {"finding", OfFinding, [2]string{"问题底稿", "finding sheet"},
		[2]string{"一事一稿，一页一份，留承办人、副组长、组长签字处", "one sheet a finding, with room for the signatures"}},
	ConfirmationPaper: {"confirmation", OfSchool, [2]string{"事实确认单", "confirmation of facts"},
		[2]string{"把送审和采用的问题的事实送学校确认，只列事实、不作定性", "the facts alone, for the school to confirm"}},
	FixNowPaper: {"fix-now", OfSchool, [2]string{"立行立改通知书", "notice to put right at once"},
		[2]string{"把审定采用、标为立行立改的问题通知学校，留签收处", "adopted findings to be put right at once, to be signed for"}},
	HandOverPaper: {"handover", OfSchool, [2]string{"离校交接单", "hand-over on leaving"},
		[2]string{"离校时双方核对资料归还、工作量、佐证和缺项", "papers given back, work done, evidence and gaps, signed by both sides"}},
	FeedbackPaper: {"feedback", OfSchool, [2]string{"反馈意见", "feedback"},
		[2]string{"总体评价和意见建议留给人写，列审定采用的问题和报告期限", "adopted findings and deadlines; judgement and advice are left to people"}},
	SchoolPaper: {"school-report", OfSchool, [2]string{"单校巡察情况报告", "report on a school"},
		[2]string{"基本情况、工作开展和数字，问题按事实、依据、责任三步写", "what was done, the figures, and each finding as fact, basis and responsibility"}},
	CommonPaper: {"common", OfRound, [2]string{"共性问题清单", "common problems"},
		[2]string{"每个要点在多少所学校不符合，建议用个别、部分还是普遍", "at how many schools each item was not met, with a word proposed"}},
	RoundPaper: {"round-report", OfRound, [2]string{"轮次综合情况报告", "report on a round"},
		[2]string{"一轮的数字、图表和报告框架，评价和建议留给人写", "figures, charts and the frame of a round's report"}},
	OverviewPaper: {"overview", OfCampaign, [2]string{"各轮总览", "overview of all rounds"},
		[2]string{"各轮并列：覆盖、评定、问题、整改和变化", "all rounds side by side"}},
	BlankPaper: {"blank", OfSchool, [2]string{"纸质清单", "checklist on paper"},
		[2]string{"空白清单，带到学校圈填，再用 xuncha record --paper 录回来；不写学校为各校通用", "the checklist to fill in by hand and type back with xuncha record --paper; for any school where none is named"}},
}

// PaperKinds are all kinds of paper, in the order of the work.
func PaperKinds() []PaperKind {
	var all []PaperKind
	for k := PaperKind(1); k < paperKinds; k++ {
		all = append(all, k)
	}
	return all
}

func (k PaperKind) words() *paperWords {
	if k >= paperKinds {
		k = 0
	}
	return &papers[k]
}

// Name is the kind's name on the command line.
func (k PaperKind) Name() string { return k.words().name }

// In names the kind.
func (k PaperKind) In(l inspection.Language) string { return k.words().in[l%2] }

// Use says what the paper is for.
func (k PaperKind) Use(l inspection.Language) string { return k.words().use[l%2] }

// Scope is what one paper of the kind is about.
func (k PaperKind) Scope() Scope { return k.words().scope }

// ParsePaperKind reads a kind's name, of the command line or in Chinese.
func ParsePaperKind(name string) (PaperKind, bool) {
	for _, k := range PaperKinds() {
		if name == k.Name() || name == k.In(inspection.Chinese) {
			return k, true
		}
	}
	return 0, false
}

var unmadeWords = [...][2]string{
	NoneAdopted:    {"还没有审定采用的问题，这份文件没有可写的内容", "no finding is adopted yet, so there is nothing for this paper to say"},
	NoneFixNow:     {"没有审定采用、标为立行立改的问题", "no adopted finding is marked to be put right at once"},
	NoneConfirmed:  {"没有送审或采用、写明事实的问题可送学校确认", "no finding with facts was handed in or adopted, so there is nothing to confirm"},
	WhichVisit:     {"这份文件只写一次进校，请指明学校；同一学校进校不止一次的，还要指明轮次或巡察方式", "this paper is about one visit: name the school, and where it was visited more than once the round or the kind"},
	WhichRound:     {"这份文件只写一轮，请指明轮次", "this paper is about one round: name it"},
	NotListed:      {"问题已经撤回、不采用或并入，不再出具文件", "the finding was withdrawn, rejected or merged, and no paper is made of it"},
	NothingPlanned: {"没有安排这样的进校", "no such visit is planned"},
	NoPaperKind:    {"没有这种文件", "there is no such kind of paper"},
	WholeVisit:     {"这份文件写整次进校，不能只写一个问题", "this paper is about a whole visit and cannot be about one finding"},
	WholeRound:     {"这份文件写整轮，不能只写一所学校、一种方式或一个问题", "this paper is about a whole round and cannot be about one school, kind of visit or finding"},
	NoneRaised:     {"没有提出的问题可写（撤回、不采用和并入的不写）", "no finding was raised that a sheet could be about; those withdrawn, rejected or merged have none"},
	AllRounds:      {"这份文件写各轮，不能只写一轮、一所学校或一个问题", "this paper is about all rounds and cannot be about one round, school or finding"},
}

// In says the reason in a sentence.
func (u Unmade) In(l inspection.Language) string {
	if int(u) >= len(unmadeWords) {
		u = NoPaperKind
	}
	return unmadeWords[u][l%2]
}
