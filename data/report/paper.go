package report

import (
	"xuncha/data/docx"
	"xuncha/inspection"
)

// PaperKind is a kind of paper (文书).
type PaperKind uint8

// The kinds, in the order of the work.
const (
	_                 PaperKind = iota
	RequestPaper                // 调阅资料清单
	TalkPaper                   // 谈话提纲与记录页
	FindingPaper                // 问题底稿
	ConfirmationPaper           // 事实确认单
	FixNowPaper                 // 立行立改通知书
	HandOverPaper               // 离校交接单
	FeedbackPaper               // 反馈意见
	SchoolPaper                 // 单校巡察情况报告
	CommonPaper                 // 共性问题清单
	RoundPaper                  // 轮次综合情况报告
	OverviewPaper               // 三轮总览
	BlankPaper                  // 纸质清单，空白
	paperKinds
)

// Scope says what one paper of a kind is about.
type Scope uint8

// The scopes.
const (
	OfSchool   Scope = iota // one visit to a school
	OfFinding               // one finding
	OfRound                 // one round
	OfCampaign              // all rounds
)

// PaperChoice says which paper is wanted. Where only one round, school or kind
// of visit can be meant, it may be left out.
type PaperChoice struct {
	Round   inspection.RoundNo
	School  inspection.SchoolCode
	Kind    inspection.VisitKind
	Finding inspection.FindingID
	Today   inspection.Day // that deadlines and overdue are counted from
	Donor   *docx.Donor    // of the office's own styles; nil for ours
	Head    string         // hash of this laptop's last entry, in hex
}

// Unmade is returned when a paper cannot be made; it is the reason.
type Unmade uint8

// The reasons.
const (
	_              Unmade = iota
	NoneAdopted           // no finding was adopted
	NoneFixNow            // none of the adopted is to be put right at once
	NoneConfirmed         // no finding with facts was handed in
	WhichVisit            // one visit has to be named
	WhichRound            // one round has to be named
	NotListed             // the finding was withdrawn, rejected or merged
	NothingPlanned        // there is no visit that it could be about
	NoPaperKind           // there is no such kind of paper
	WholeVisit            // the paper cannot be about one finding of a visit
	WholeRound            // the paper cannot be about one school or finding of a round
	AllRounds             // the paper cannot be about one round
	NoneRaised            // no finding stands that a sheet could be about
)

// Error is the reason in Chinese.
func (u Unmade) Error() string { return u.In(inspection.Chinese) }

// composers write the papers.
var composers = [paperKinds]func(*sheet) error{
	RequestPaper:      (*sheet).request,
	TalkPaper:         (*sheet).talk,
	FindingPaper:      (*sheet).findings,
	ConfirmationPaper: (*sheet).confirmation,
	FixNowPaper:       (*sheet).fixNow,
	HandOverPaper:     (*sheet).handOver,
	FeedbackPaper:     (*sheet).feedback,
	SchoolPaper:       (*sheet).schoolReport,
	CommonPaper:       (*sheet).common,
	RoundPaper:        (*sheet).roundReport,
	OverviewPaper:     (*sheet).overview,
	BlankPaper:        (*sheet).blankList,
}

// Compose writes a paper from a book. It is refused with an [Unmade] or an
// [inspection.Refusal]. What people judge and sign is left blank.
func Compose(b *inspection.Book, kind PaperKind, c PaperChoice) (*docx.Document, error) {
	if kind == 0 || kind >= paperKinds {
		return nil, NoPaperKind
	}
	s := &sheet{Book: b, choice: c}
	if c.Donor != nil { // whose header stands at the top instead of ours
		s.say(docx.Note, secrecy)
	}
	if err := s.resolve(kind); err != nil {
		return nil, err
	}
	if err := composers[kind](s); err != nil {
		return nil, err
	}
	return &docx.Document{Title: kind.In(inspection.Chinese), Header: secrecy, Body: s.body, Donor: c.Donor}, nil
}

// secrecy stands at the top of every page: papers of this work are 工作秘密, and
// what makes them must hold nothing more secret.
const secrecy = "工作秘密　注意保管　　（非涉密设备制作，不得载有国家秘密）"
