package inspection

import (
	"strings"
)

// wording is what the text of a register may be.
type wording uint8

const (
	wordless wording = iota
	oneName          // one line, not empty
	fewWords         // up to MaxTitle, may be empty
	anyWords         // up to MaxText, may be empty
	perLine          // names or codes, one a line, each once
)

// shape is what a register may hold: how its text is, and how far its numbers go.
type shape struct {
	text   wording
	n, of  int64
	signed bool // n may be below zero
	atmost bool // n is at most of
}

// lastDay is the last day of the year 9999.
const lastDay = 2_932_896

// shapes are those that the judges keep to, for what comes from another book.
var shapes = [fieldSentinel]shape{
	CampaignID: {text: oneName}, CampaignTitle: {text: oneName}, CampaignOrgan: {text: fewWords}, CampaignZone: {n: 14 * 60, signed: true},
	RoundTitle: {text: oneName}, RoundStart: {n: lastDay}, RoundEnd: {n: lastDay}, RoundChecklist: {text: oneName},
	SchoolName: {text: oneName}, SchoolOrder: {n: 1 << 30}, SchoolStage: {n: int64(stages) - 1}, SchoolOwnership: {n: int64(ownerships) - 1},
	SchoolTraits: {n: int64(AllTraits), of: int64(AllTraits)}, SchoolArea: {text: fewWords}, SchoolNote: {text: anyWords},
	ChecklistTitle: {text: anyWords}, SectionName: {text: anyWords, n: 4, of: 4}, ItemTitle: {text: anyWords, n: 1 << 30, of: 1 << 30},
	ItemLook: {text: anyWords}, ItemApplies: {n: int64(conditionsSentinel) - 1}, ItemBasis: {text: anyWords, n: 1}, ItemMethods: {n: allMethods},
	ItemPapers: {text: anyWords}, ItemTypical: {text: anyWords},
	VisitPlanned: {n: 1}, VisitBegun: {n: lastDay}, VisitParent: {n: 1<<16 - 1},
	AnswerVerdict: {n: int64(verdicts) - 1}, AnswerMethods: {n: allMethods}, AnswerNote: {text: anyWords},
	AnswerChecked: {n: maxChecked, of: maxChecked, atmost: true},
	FindingTitle:  {text: oneName}, FindingFacts: {text: anyWords}, FindingItem: {text: oneName}, FindingStanding: {n: int64(findingStates) - 1},
	FindingBasis: {text: anyWords}, FindingFrame: {n: 4, of: 4}, FindingLevel: {n: int64(levels) - 1}, FindingNature: {n: int64(natures) - 1},
	FindingDuty: {n: allDuties}, FindingDiscoverer: {text: fewWords}, FindingUndertakers: {text: perLine},
	FindingChecked: {n: maxChecked, of: maxChecked, atmost: true}, FindingFixNow: {n: 1}, FindingLinked: {text: perLine},
	FindingOpinion: {text: anyWords}, FindingInto: {text: oneName}, FindingNumber: {text: oneName, n: 1 << 30, of: mostTeams},
	NumberHolder: {text: oneName}, VisitTeam: {n: mostTeams},
	RectifyWords: {text: anyWords, n: lastDay}, RectifyGoal: {text: anyWords}, RectifyMeasures: {text: anyWords}, RectifyLeader: {text: anyWords},
	RectifyDepartment: {text: anyWords}, RectifyPerson: {text: anyWords}, RectifyCause: {text: anyWords}, RectifyInference: {text: anyWords},
	RectifyDeadline: {n: lastDay, of: 1}, RectifyState: {n: int64(rectifyStandings) - 1}, RectifyProgress: {text: anyWords, n: lastDay},
	RectifyClosed: {text: oneName, n: lastDay}, RectifyReopened: {n: 1 << 30}, LookBackAnswer: {text: anyWords, n: int64(relooks) - 1},
	RoundDeadlines: {n: 366},
	EvidenceFile:   {text: oneName, n: MaxEvidence}, EvidenceCaption: {text: fewWords}, EvidencePage: {text: fewWords},
	EvidenceKind: {n: int64(evidenceSorts) - 1}, EvidenceWhen: {n: lastDay}, EvidenceWhere: {text: fewWords},
	EvidenceAtItem: {n: 1}, EvidenceAtFinding: {n: 1}, EvidenceProves: {n: 1},
	TalkPost: {text: oneName, n: int64(talkSorts) - 1}, TalkBy: {text: perLine}, TalkDay: {n: lastDay},
	PaperName: {text: oneName}, PaperState: {n: int64(paperStandings) - 1, of: lastDay}, ClueHanded: {text: oneName, n: maxChecked, of: lastDay},
	SealBy: {text: oneName, n: lastDay}, SealWhy: {text: anyWords}, SealHead: {text: oneName}, SealFigure: {n: 1 << 40, signed: true},
	SchoolClosed: {n: lastDay}, SchoolGroup: {text: fewWords}, VisitBatch: {n: 1 << 16}, VisitFrom: {n: lastDay}, VisitTo: {n: lastDay},
	MemberName: {text: oneName}, MemberPost: {text: fewWords}, MemberPresent: {text: perLine}, MemberFormer: {text: perLine}, MemberKin: {text: perLine},
	MemberTeam: {n: mostTeams, of: 16}, ItemFrom: {text: perLine},
	OfficeWords: {text: fewWords}, OfficeScale: {n: maxChecked, of: maxChecked},
}

// mostTeams is how many teams a round can have.
const mostTeams = 99

// Fit judges a value that is to be put into a register as it is, as the judges
// of the single steps do: it is cleaned, and refused where it does not fit.
func (f Field) Fit(v Value) (Value, error) {
	if f == 0 || f >= fieldSentinel {
		return Value{}, refuse(NoSuchChoice, "")
	}
	if v.IsZero() {
		return v, nil // it holds nothing
	}
	s := shapes[f]
	words, err := s.text.fit(v.Text)
	if err != nil {
		return Value{}, err
	}
	least := int64(0)
	if s.signed {
		least = -s.n
	}
	switch {
	case s.text == wordless && v.Text != "", v.N < least, v.N > s.n, v.Of < 0, v.Of > s.of, s.atmost && v.N > v.Of:
		return Value{}, refuse(BadChecked, "")
	}
	v.Text = words
	return v, nil
}

func (w wording) fit(s string) (string, error) {
	switch w {
	case wordless:
		return s, nil
	case oneName:
		return line(s)
	case fewWords:
		return text(s, MaxTitle)
	case perLine:
		names, err := people(strings.Split(s, "\n"))
		if err != nil {
			return "", err
		}
		return text(strings.Join(names, "\n"), MaxText)
	}
	return text(s, MaxText)
}
