package inspection

// The names of the trade's choices in data that programs read. They are kept
// for good: scripts are written with them.

// nameOf is the name of k, or ? for one of a newer release.
func nameOf[K ~uint8 | ~uint16](names []string, k K) string {
	if int(k) >= len(names) {
		return "?"
	}
	return names[k]
}

// parseName reads a name in data, or the word on paper.
func parseName[K ~uint8 | ~uint16](name string, names []string, terms []term) (K, error) {
	for i := range names {
		if name != "" && (name == names[i] || name == terms[i].in(Chinese)) {
			return K(i), nil
		}
	}
	return 0, refuse(NoSuchChoice, name)
}

// chosen are the names that can be chosen: all but the empty ones.
func chosen(names []string) []string {
	var all []string
	for _, n := range names {
		if n != "" {
			all = append(all, n)
		}
	}
	return all
}

var stateNames = []string{"", "draft", "withdrawn", "submitted", "adopted", "returned", "rejected", "merged"}

// Name is the state's name in data that programs read.
func (s FindingState) Name() string { return nameOf(stateNames, s) }

// FindingStateNames are the names of all states.
func FindingStateNames() []string { return chosen(stateNames) }

// ParseFindingState reads a finding's state, by its name in data or on paper.
func ParseFindingState(name string) (FindingState, error) {
	return parseName[FindingState](name, stateNames, findingTerms)
}

var levelNames = []string{"", "team", "department"}

// Name is the level's name in data that programs read; empty for none.
func (l Level) Name() string { return nameOf(levelNames, l) }

// LevelNames are the names of all levels.
func LevelNames() []string { return chosen(levelNames) }

// ParseLevel reads a level, by its name in data or on paper.
func ParseLevel(name string) (Level, error) { return parseName[Level](name, levelNames, levelTerms) }

var natureNames = []string{"", "risk", "problem", "bleed"}

// Name is the nature's name in data that programs read; empty for none.
func (n Nature) Name() string { return nameOf(natureNames, n) }

// NatureNames are the names of all natures.
func NatureNames() []string { return chosen(natureNames) }

// ParseNature reads a nature, by its name in data or on paper.
func ParseNature(name string) (Nature, error) {
	return parseName[Nature](name, natureNames, natureTerms)
}

var dutyNames = []string{"main", "first_person", "leading", "direct", "supervision"}

// Names are the steps' names in data that programs read.
func (d Duty) Names() []string {
	names := []string{}
	for i, n := range dutyNames {
		if d&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return names
}

// DutyNames are the names of all steps of the ladder.
func DutyNames() []string { return chosen(dutyNames) }

// ParseDuty reads one step of the ladder, by its name in data or on paper.
func ParseDuty(name string) (Duty, error) {
	n, err := parseName[uint8](name, dutyNames, dutyTerms)
	if err != nil {
		return 0, err
	}
	return 1 << n, nil
}

// StandingNames are the names of all standings of a rectification.
func StandingNames() []string { return chosen(standingNames) }

// RelookNames are the names of all answers of a look-back.
func RelookNames() []string { return chosen(relookNames) }

var counterNames = []string{"", "talks", "papers", "letters", "meetings", "sites", "questionnaires", "questionnaires_out"}

// Name is the counter's name in data that programs read.
func (c Counter) Name() string { return nameOf(counterNames, c) }

// CounterNames are the names of all counters.
func CounterNames() []string { return chosen(counterNames) }

// ParseCounter reads a counter, by its name in data or on paper.
func ParseCounter(name string) (Counter, error) {
	return parseName[Counter](name, counterNames, counterTerms)
}

var talkNames = []string{"", "required", "elective"}

// Name is the sort's name in data that programs read.
func (s TalkSort) Name() string { return nameOf(talkNames, s) }

// TalkSortNames are the names of all sorts of talks.
func TalkSortNames() []string { return chosen(talkNames) }

// ParseTalkSort reads a sort of talk, by its name in data or on paper.
func ParseTalkSort(name string) (TalkSort, error) {
	return parseName[TalkSort](name, talkNames, talkTerms)
}

var paperNames = []string{"", "asked", "handed", "back"}

// Name is the standing's name in data that programs read.
func (s PaperStanding) Name() string { return nameOf(paperNames, s) }

// PaperStandingNames are the names of all standings of a paper.
func PaperStandingNames() []string { return chosen(paperNames) }

// ParsePaperStanding reads a paper's standing, by its name in data or on paper.
func ParsePaperStanding(name string) (PaperStanding, error) {
	return parseName[PaperStanding](name, paperNames, paperTerms)
}

var fieldNames = []string{
	CampaignID: "campaign.id", CampaignTitle: "campaign.title", CampaignOrgan: "campaign.organ", CampaignZone: "campaign.zone",
	RoundTitle: "round.title", RoundStart: "round.start", RoundEnd: "round.end", RoundChecklist: "round.checklist",
	SchoolName: "school.name", SchoolOrder: "school.order", SchoolStage: "school.stage", SchoolOwnership: "school.ownership",
	SchoolTraits: "school.traits", SchoolArea: "school.area", SchoolNote: "school.note",
	ChecklistTitle: "checklist.title", SectionName: "section.name",
	ItemTitle: "item.title", ItemLook: "item.look", ItemApplies: "item.applies", ItemBasis: "item.basis",
	ItemMethods: "item.methods", ItemPapers: "item.papers", ItemTypical: "item.typical",
	VisitPlanned: "visit.planned", VisitBegun: "visit.begun", VisitParent: "visit.parent",
	AnswerVerdict: "answer.verdict", AnswerMethods: "answer.methods", AnswerNote: "answer.note", AnswerChecked: "answer.checked",
	FindingTitle: "finding.title", FindingFacts: "finding.facts", FindingItem: "finding.item", FindingStanding: "finding.state",
	FindingBasis: "finding.basis", FindingFrame: "finding.frame", FindingLevel: "finding.level", FindingNature: "finding.nature",
	FindingDuty: "finding.duty", FindingDiscoverer: "finding.discoverer", FindingUndertakers: "finding.undertakers",
	FindingChecked: "finding.checked", FindingFixNow: "finding.fix_now", FindingLinked: "finding.linked",
	FindingOpinion: "finding.opinion", FindingInto: "finding.into", FindingNumber: "finding.number",
	NumberHolder: "round.number_holder", VisitTeam: "visit.team",
	RectifyWords: "rectify.words", RectifyGoal: "rectify.goal", RectifyMeasures: "rectify.measures", RectifyLeader: "rectify.leader",
	RectifyDepartment: "rectify.department", RectifyPerson: "rectify.person", RectifyCause: "rectify.cause",
	RectifyInference: "rectify.inference", RectifyDeadline: "rectify.deadline", RectifyState: "rectify.state",
	RectifyProgress: "rectify.progress", RectifyClosed: "rectify.closed", RectifyReopened: "rectify.reopened",
	LookBackAnswer: "look_back.answer", RoundDeadlines: "round.deadlines",
	EvidenceFile: "evidence.file", EvidenceCaption: "evidence.caption", EvidencePage: "evidence.page", EvidenceKind: "evidence.sort",
	EvidenceWhen: "evidence.when", EvidenceWhere: "evidence.where", EvidenceAtItem: "evidence.item",
	EvidenceAtFinding: "evidence.finding", EvidenceProves: "evidence.proves",
	TalkPost: "talk.post", TalkBy: "talk.by", TalkDay: "talk.day", PaperName: "paper.name", PaperState: "paper.state",
	ClueHanded: "clue.handed",
	SealBy:     "seal.by", SealWhy: "seal.why", SealHead: "seal.head", SealTips: "seal.tips", SealFigure: "seal.figure",
	AmendReason:  "seal.reason",
	SchoolClosed: "school.closed", SchoolGroup: "school.group",
	VisitBatch: "visit.batch", VisitFrom: "visit.from", VisitTo: "visit.to",
	MemberName: "member.name", MemberPost: "member.post", MemberPresent: "member.present", MemberFormer: "member.former",
	MemberKin: "member.kin", MemberTeam: "member.team",
	ItemFrom: "item.from", OfficeWords: "office.words", OfficeScale: "office.scale",
}

// Name is the field's name in data that programs read.
func (f Field) Name() string { return nameOf(fieldNames, f) }

// FieldNames are the names of all fields.
func FieldNames() []string { return chosen(fieldNames) }

// ParseField reads a field's name in data.
func ParseField(name string) (Field, error) {
	for i, n := range fieldNames {
		if n == name && name != "" {
			return Field(i), nil
		}
	}
	return 0, refuse(NoSuchChoice, name)
}

var sortNames = []string{"", "copy", "photo", "recording", "document", "talk"}

// Name is the sort's name in data that programs read.
func (s EvidenceSort) Name() string { return nameOf(sortNames, s) }

// ParseEvidenceSort reads a sort of evidence, by its name in data or on paper.
func ParseEvidenceSort(name string) (EvidenceSort, error) {
	return parseName[EvidenceSort](name, sortNames, sortTerms)
}

// EvidenceSortNames are the names of all sorts.
func EvidenceSortNames() []string { return chosen(sortNames) }

var fateNames = []string{"reused", "renumbered", "removed", "split", "joined", "added", "reworded", "confirmed", "moved", "unchanged"}

// Name is the fate's name in data that programs read.
func (f Fate) Name() string { return nameOf(fateNames, f) }

var partNames = []string{"title", "look", "applies", "basis", "state", "methods", "papers", "typical", "from"}

// Name is the part's name in data that programs read.
func (p Part) Name() string { return nameOf(partNames, p) }

// ConditionNames are all conditions as a checklist names them.
func ConditionNames() []string {
	names := make([]string, len(conditionTerms))
	for i, t := range conditionTerms {
		names[i] = t[Chinese]
	}
	return names
}

// MethodNames are all methods as a checklist names them.
func MethodNames() []string {
	names := make([]string, len(methodTerms))
	for i, t := range methodTerms {
		names[i] = t[Chinese]
	}
	return names
}
