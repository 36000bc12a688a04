package inspection

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// DeviceID names one book on one machine. A copied book gets another.
type DeviceID [8]byte

// Hash is the SHA-256 of an entry's canonical form.
type Hash [32]byte

// Mark is the beginning of an entry's hash: enough, with device and sequence,
// to tell the branches of a forked device apart.
type Mark [8]byte

// Dot names one entry.
type Dot struct {
	Device DeviceID
	Seq    uint64
	Mark   Mark
}

// IsZero reports whether d names no entry.
func (d Dot) IsZero() bool { return d == Dot{} }

// Stamp is a hybrid logical clock: UTC milliseconds, and a step that counts on
// where the clock stood still or ran backwards.
type Stamp struct {
	Millis int64
	Step   uint16
}

// Compare orders stamps in time.
func (s Stamp) Compare(t Stamp) int {
	return cmp.Or(cmp.Compare(s.Millis, t.Millis), cmp.Compare(s.Step, t.Step))
}

// Next is the stamp of something that happens at now, in UTC milliseconds,
// after s. It never runs backwards.
func (s Stamp) Next(now int64) Stamp {
	if now > s.Millis {
		return Stamp{Millis: now}
	}
	if s.Step == 1<<16-1 {
		return Stamp{Millis: s.Millis + 1}
	}
	return Stamp{Millis: s.Millis, Step: s.Step + 1}
}

// Entry is one fact as it was set down: one user action.
type Entry struct {
	Device DeviceID
	Seq    uint64 // from 1, without a hole on each device
	Stamp  Stamp
	Author string
	Prev   Hash // of the device's entry before this; zero for its first
	Fact   Fact
	Hash   Hash // of this entry's canonical form, which does not hold it
}

// Dot names the entry.
func (e *Entry) Dot() Dot {
	return Dot{Device: e.Device, Seq: e.Seq, Mark: Mark(e.Hash[:8])}
}

// compare settles which of two concurrent entries is shown.
func (e *Entry) compare(f *Entry) int {
	return cmp.Or(
		e.Stamp.Compare(f.Stamp),
		bytes.Compare(e.Device[:], f.Device[:]),
		cmp.Compare(e.Seq, f.Seq),
		bytes.Compare(e.Hash[:], f.Hash[:]),
	)
}

// Fact is what one user action says: registers written, counters added to.
type Fact struct {
	Kind   Kind
	Undoes Dot // the entry that this one takes back, for [Undone] alone
	Writes []Write
	Adds   []Add
}

// Write sets one register to a value. Its Base are the heads that the writer
// saw, and those alone are replaced.
type Write struct {
	Register Register
	Value    Value
	Base     []Dot
}

// Add counts something at a visit. Counters of several laptops add up.
type Add struct {
	Visit   VisitID
	Counter Counter
	N       int64
}

// Value is what a register holds: a number or two, or a text. The zero Value
// is a register that holds nothing, or no longer does.
type Value struct {
	N, Of int64
	Text  string
}

// IsZero reports whether v holds nothing.
func (v Value) IsZero() bool { return v == Value{} }

// Register is a place that holds one value: a field of a campaign, a round, a
// school, a visit, an item at a visit, a finding or a checklist. Parts that its
// field does not use are empty.
type Register struct {
	Field Field
	Visit VisitID
	Item  ItemCode
	ID    string // of a finding or a checklist
}

// item is the item that a register at a visit is about, if any.
func (r Register) item() ItemCode {
	if r.Field <= AnswerChecked || r.Field == EvidenceAtItem {
		return r.Item
	}
	return ""
}

// finding is the finding that a register is about, if any.
func (r Register) finding() FindingID {
	switch {
	case r.Field == EvidenceAtFinding || r.Field == EvidenceProves:
		return FindingID(r.Item)
	case r.Field >= FindingTitle && r.Field <= LookBackAnswer && r.Field != NumberHolder && r.Field != VisitTeam:
		return FindingID(r.ID)
	}
	return ""
}

// Compare gives registers the order in which an entry lists them.
func (r Register) Compare(q Register) int {
	return cmp.Or(
		cmp.Compare(r.Field, q.Field),
		r.Visit.Compare(q.Visit),
		strings.Compare(string(r.Item), string(q.Item)),
		strings.Compare(r.ID, q.ID),
	)
}

// sorted puts the fact's writes into the canonical order.
func (f Fact) sorted() Fact {
	slices.SortFunc(f.Writes, func(a, b Write) int { return a.Register.Compare(b.Register) })
	return f
}

// Kind says what the person did. Stored: add at the end.
type Kind uint16

// The kinds of fact.
const (
	_            Kind = iota
	Founded           // a campaign was opened
	Enrolled          // schools were entered or changed
	ListAdopted       // a checklist was taken over by rounds
	Scheduled         // rounds were set up or changed
	Planned           // schools were put into rounds, or taken out
	Begun             // a visit began
	Answered          // an item was answered
	Raised            // a finding was raised
	Revised           // a finding's words were changed
	Counted           // something was counted
	Undone            // an entry was taken back
	Chosen            // one of several concurrent values was chosen
	SentIn            // a finding was handed to the team (送审)
	Decided           // the lead decided on a finding
	Numbered          // a finding got its number, or the right to number moved
	FedBack           // a finding was fed back to the school
	Rectified         // its rectification was planned or went on
	Closed            // it was closed (销号)
	LookedBack        // a look-back visit answered it
	Kept              // evidence was attached, described or linked
	Worked            // a talk, paper or clue was listed
	Sealed            // a visit was sealed (封存)
	Reopened          // a sealed visit was opened again
	SetDeadlines      // a round's deadlines were set
	Staffed           // members were entered, or put into teams
	SetOffice         // the office set its own words and scale
	kindSentinel      // not stored
)

// Field says which place a register is. Stored: add at the end.
type Field uint16

// The fields of a campaign, then of a round, a school, a checklist, a visit, an
// answer and a finding.
const (
	_ Field = iota
	CampaignID
	CampaignTitle
	CampaignOrgan
	CampaignZone // N: minutes east of UTC
	RoundTitle
	RoundStart // N: Day
	RoundEnd   // N: Day
	RoundChecklist
	SchoolName
	SchoolOrder // N: place on the roster, from 1
	SchoolStage
	SchoolOwnership
	SchoolTraits // N: traits it has; Of: traits that are known
	SchoolArea
	SchoolNote
	ChecklistTitle
	SectionName  // N: 落实; Of: 聚焦
	ItemTitle    // N: place on the checklist, from 1; Of: section
	ItemLook     // what to look at
	ItemApplies  // N: Conditions
	ItemBasis    // N: 1 when confirmed (已核)
	ItemMethods  // N: Methods
	ItemPapers   // one a line
	ItemTypical  // typical problem
	VisitPlanned // N: 1 when planned
	VisitBegun   // N: Day
	VisitParent  // N: the round of the visit that is looked back on
	AnswerVerdict
	AnswerMethods
	AnswerNote
	AnswerChecked // N of Of looked at
	FindingTitle
	FindingFacts
	FindingItem
	FindingStanding // N: FindingState

	FindingBasis
	FindingFrame       // N: Dimension; Of: Focus
	FindingLevel       // N: Level
	FindingNature      // N: Nature
	FindingDuty        // N: Duty
	FindingDiscoverer  // by post or name, as the office has it
	FindingUndertakers // one a line
	FindingChecked     // N of Of looked at
	FindingFixNow      // N: 1 when it is to be put right at once (立行立改)
	FindingLinked      // further items, one a line
	FindingOpinion     // why it was decided so
	FindingInto        // the finding that it was merged into
	FindingNumber      // N: number; Of: team; Text: as printed
	NumberHolder       // of a round and a team (ID): the device that numbers, in hex
	VisitTeam          // N: team

	RectifyWords // N: Day of feeding back; Text: the words fed back
	RectifyGoal
	RectifyMeasures
	RectifyLeader
	RectifyDepartment
	RectifyPerson
	RectifyCause
	RectifyInference // 举一反三
	RectifyDeadline  // N: Day; Of: 1 when 长期坚持
	RectifyState     // N: RectifyStanding
	RectifyProgress  // Item: its name; N: Day
	RectifyClosed    // N: Day; Text: by whom
	RectifyReopened  // N: how often
	LookBackAnswer   // N: Relook; Text: note; ID: finding
	RoundDeadlines   // ID: which; N: days or months, see Deadlines

	EvidenceFile // ID: SHA-256 in hex; N: bytes; Text: the file's name
	EvidenceCaption
	EvidencePage
	EvidenceKind // N: EvidenceSort
	EvidenceWhen // N: Day
	EvidenceWhere
	EvidenceAtItem    // Item: item; N: 1
	EvidenceAtFinding // Item: finding; N: 1
	EvidenceProves    // Item: finding whose rectification it proves; N: 1

	TalkPost // N: TalkSort; Text: post
	TalkBy   // the inspectors, one a line
	TalkDay  // N: Day
	PaperName
	PaperState // N: PaperStanding; Of: Day
	ClueHanded // N: how many; Of: Day; Text: receiving organ

	SealBy      // N: Day; Text: who; ID: none
	SealWhy     // why it was sealed with gaps
	SealHead    // hash of the entry before the seal, in hex
	SealTips    // what the seal covers: device and sequence, one a line
	SealFigure  // Item: name of the figure; N
	AmendReason // ID: its name; Text: reason

	SchoolClosed // N: Day from which it is closed (停办、撤并)
	SchoolGroup  // Text: name of its 集团
	VisitBatch   // N: 批次
	VisitFrom    // N: Day that it is planned from
	VisitTo      // N: Day that it is planned to

	MemberName    // ID: member
	MemberPost    // ID: member
	MemberPresent // ID: member; where he works, one a line: a school by its code
	MemberFormer  // the same: where he worked
	MemberKin     // the same: where near relatives work
	MemberTeam    // of a round (ID: member); N: team; Of: Role

	ItemFrom      // items of an earlier version that it came from, one a line
	OfficeWords   // ID: which; Text
	OfficeScale   // ID: which; N of Of
	fieldSentinel // not stored
)
