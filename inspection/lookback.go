package inspection

import (
	"cmp"
	"slices"
)

// Relook is what a look-back visit (回头看) found of an earlier finding. Stored:
// add at the end.
type Relook uint8

// The answers.
const (
	_          Relook = iota
	Fixed             // 已改
	Persists          // 仍存在
	Worse             // 加重
	Relapsed          // 反弹
	CannotTell        // 无法判断
	relooks           // not stored
)

// Relooks are all answers in the order of their keys.
func Relooks() []Relook { return []Relook{Fixed, Persists, Worse, Relapsed, CannotTell} }

// Relooked is the answer of one look-back visit to one finding.
type Relooked struct {
	Visit  VisitID
	Answer Relook
	Note   string
	Author string
	Stamp  Stamp
}

// PlanLookBack judges look-back visits in a round to every school that has a
// finding which was fed back and is not closed: one action. Their parent is the
// latest round with such a finding.
func (b *Book) PlanLookBack(in RoundNo) (Fact, error) {
	if _, ok := b.Round(in); !ok {
		return Fact{}, refuse(NoSuchRound, in.String())
	}
	f := Fact{Kind: Planned}
	for _, s := range b.Roster().open() {
		parent := RoundNo(0)
		for _, row := range b.ThreadsOf(s.Code, in) {
			if row.Rectification.Closed == 0 {
				parent = max(parent, row.Visit.Round)
			}
		}
		v := VisitID{Round: in, Kind: LookBack, School: s.Code}
		if parent == 0 || b.Visit(v).Planned {
			continue
		}
		b.plan(&f, v, 1)
		b.change(&f, Register{Field: VisitParent, Visit: v}, Value{N: int64(parent)})
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingToPlan, "")
	}
	return f.sorted(), nil
}

// Thread is a finding with what became of it.
type Thread struct {
	Finding
	Rectification Rectification
}

// ThreadsOf are a school's findings that were fed back in rounds up to one,
// the open ones first.
func (b *Book) ThreadsOf(code SchoolCode, upTo RoundNo) []Thread {
	var all []Thread
	for _, v := range b.VisitsTo(code) {
		if v.ID.Round > upTo {
			continue
		}
		for _, f := range b.FindingsAt(v.ID) {
			if r := b.Rectification(&f); r.FedBack != 0 && f.State.Counts() {
				all = append(all, Thread{f, r})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Thread) int {
		return cmp.Compare(min(x.Rectification.Closed, 1), min(y.Rectification.Closed, 1))
	})
	return all
}

// LookBackThreads are the findings that a look-back visit answers: those of
// earlier visits, the open ones first.
func (b *Book) LookBackThreads(v VisitID) []Thread {
	all := b.ThreadsOf(v.School, v.Round)
	return slices.DeleteFunc(all, func(t Thread) bool { return t.Visit == v })
}

// LookBackTally counts the look-back visits of a round and the findings that
// they answer. They stand in no figure of the checklist.
type LookBackTally struct {
	Planned, Begun, Finished int // visits; finished ones have answered all
	Answered, Of             int // findings
}

// Done reports whether every finding has an answer, and there is one.
func (t LookBackTally) Done() bool { return t.Of > 0 && t.Answered == t.Of }

// TallyLookBack counts one look-back visit.
func (b *Book) TallyLookBack(v VisitID) LookBackTally {
	t := LookBackTally{Planned: 1}
	for _, thread := range b.LookBackThreads(v) {
		t.Of++
		if b.RelookAt(v, thread.ID).Answer != 0 {
			t.Answered++
		}
	}
	if b.Visit(v).Begun != 0 || t.Answered > 0 {
		t.Begun = 1
	}
	if t.Done() {
		t.Finished = 1
	}
	return t
}

// TallyLookBacks counts the look-back visits of a round.
func (b *Book) TallyLookBacks(n RoundNo) LookBackTally {
	var all LookBackTally
	for _, v := range b.VisitsIn(n) {
		if v.ID.Kind != LookBack {
			continue
		}
		one := b.TallyLookBack(v.ID)
		all.Planned++
		all.Begun += one.Begun
		all.Finished += one.Finished
		all.Answered += one.Answered
		all.Of += one.Of
	}
	return all
}

// Relook judges the answer of a look-back visit to a finding. A problem that is
// there again after its closing, or after it was said to be done, is open again.
func (b *Book) Relook(v VisitID, id FindingID, answer Relook, note string) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	now, ok := b.Finding(id)
	switch {
	case !ok:
		return Fact{}, refuse(NoSuchFinding, string(id))
	case v.Kind != LookBack || now.Visit.School != v.School:
		return Fact{}, refuse(NoSuchKind, now.Title)
	case !b.fedBack(&now):
		return Fact{}, refuse(NotFedBack, now.Title)
	case answer >= relooks:
		return Fact{}, refuse(NoSuchChoice, "")
	}
	note, err := text(note, MaxText)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: LookedBack}
	b.set(&f, Register{Field: LookBackAnswer, Visit: v, ID: string(id)}, Value{N: int64(answer), Text: note})
	if b.putRight(&now) && (answer == Persists || answer == Worse || answer == Relapsed) {
		b.reopen(&f, &now)
	}
	return f.sorted(), nil
}

// putRight reports whether a finding is closed, or is said to be done.
func (b *Book) putRight(f *Finding) bool {
	return !b.value(b.rect(f, RectifyClosed)).IsZero() || RectifyStanding(b.value(b.rect(f, RectifyState)).N) == Done
}

// RelookAt is what a look-back visit says of a finding; zero when nothing.
func (b *Book) RelookAt(v VisitID, id FindingID) Relooked {
	c := b.cells[Register{Field: LookBackAnswer, Visit: v, ID: string(id)}]
	if c == nil || c.top.write == nil {
		return Relooked{Visit: v}
	}
	w := c.top.write.Value
	return Relooked{Visit: v, Answer: Relook(w.N), Note: w.Text, Author: c.top.entry.Author, Stamp: c.top.entry.Stamp}
}

// RelooksOf are what look-back visits have said of a finding, the earliest
// first.
func (b *Book) RelooksOf(id FindingID) []Relooked {
	f, ok := b.Finding(id)
	if !ok {
		return nil
	}
	var all []Relooked
	for _, v := range b.VisitsTo(f.Visit.School) {
		if r := b.RelookAt(v.ID, id); r.Answer != 0 {
			all = append(all, r)
		}
	}
	return all
}
