package inspection

import "errors"

// Refusal is the trade saying no: a reason, and what it is about. Nothing was
// changed. Its words are in terms.go.
type Refusal struct {
	Reason Reason
	About  string
}

// Error says the refusal in Chinese, as papers and logs do.
func (r Refusal) Error() string { return r.In(Chinese) }

func refuse(why Reason, about string) error { return Refusal{Reason: why, About: about} }

// Refused reports whether err says that the trade refused, and why.
func Refused(err error) (Refusal, bool) {
	var r Refusal
	ok := errors.As(err, &r)
	return r, ok
}

// Reason says why something is refused. It is not stored.
type Reason uint8

// The reasons.
const (
	_ Reason = iota
	NoCampaign
	AlreadyFounded
	NoSuchRound
	NoSuchSchool
	NotPlanned
	NoSuchKind
	NoChecklist
	EmptyChecklist
	SectionTwice
	ItemTwice
	SchoolTwice
	NoSuchItem
	NotApplicable
	NoSuchVerdict
	NoSuchMethod
	BadChecked
	NothingSaid
	TooLong
	EmptyText
	NoSuchFinding
	FindingWithdrawn
	FindingNotWithdrawn
	FindingExists
	MovedOn
	NothingToUndo
	NothingToRedo
	NotUndoable
	NoSuchEntry
	NoSuchCounter
	NoConflict
	AlreadyBegun
	VisitHasWork
	NothingToPlan
	NoSuchChoice
	NoFacts
	OneUndertaker
	WrongState
	FindingDecided
	FindingFrozen
	CannotMerge
	NoSuchTeam
	NotHolder
	HasNumber
	NotFedBack
	AlreadyClosed
	NotDoneYet
	NoProof
	NoSuchEvidence
	TooLarge
	OneInspector
	NoSuchPaper
	AlreadySealed
	NotSealed
	IsSealed
	HasGaps
	NoDay
	BadDeadline
	BadScale
	NoSuchMember
	MemberTwice
	NoSuchBatch
	DaysReversed
	AlreadyPlanned
	BeforeParent
	ListDiffers
	CodeReused
	ListInUse
	SchoolIsClosed
	reasons
)
