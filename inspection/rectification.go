package inspection

import (
	"cmp"
	"slices"
)

// Rectification (整改) is what became of a finding after it was fed back.
type Rectification struct {
	FedBack    Day    // zero: not yet
	Words      string // as fed back; frozen
	Goal       string
	Measures   string
	Leader     string // responsible leader, by post
	Department string
	Person     string
	Cause      string // root cause
	Inference  string // 举一反三
	Deadline   Day
	LongTerm   bool // 长期坚持
	State      RectifyStanding
	Progress   []Progress // the earliest first
	Closed     Day        // 销号
	ClosedBy   string
	Reopened   int
	Proof      []EvidenceID
}

// RectifyStanding is how far the rectification has come, in the published words
// of a district's ledger. Stored: add at the end.
type RectifyStanding uint8

// The standings.
const (
	_         RectifyStanding = iota
	NotDone                   // 未完成
	Basically                 // 基本完成并持续整改
	Done                      // 完成整改
	rectifyStandings
)

// Progress is one entry on the way.
type Progress struct {
	ID   string
	Day  Day
	Text string
}

// RectifyChange is what somebody wants to set; nil leaves a part alone.
type RectifyChange struct {
	Goal, Measures, Leader, Department, Person, Cause, Inference *string

	Deadline *Day
	LongTerm *bool
	State    *RectifyStanding
}

// FeedBack judges telling the school of an adopted finding. The words are
// frozen; empty ones are the finding's own. The deadline is the round's default
// until another is set. It says again that the finding is adopted: another
// laptop may be merging it away, and that must show as a conflict.
func (b *Book) FeedBack(id FindingID, words string, today Day) (Fact, error) {
	now, err := b.inState(id, Adopted)
	if err != nil {
		return Fact{}, err
	}
	switch {
	case b.fedBack(&now):
		return Fact{}, refuse(FindingFrozen, now.Title)
	case today == 0:
		return Fact{}, refuse(NoDay, now.Title)
	}
	if words, err = text(words, MaxText); err != nil {
		return Fact{}, err
	}
	if words == "" {
		words = now.Title + "\n" + now.Facts
	}
	f := Fact{Kind: FedBack}
	b.set(&f, b.rect(&now, FindingStanding), Value{N: int64(Adopted)})
	b.set(&f, b.rect(&now, RectifyWords), Value{N: int64(today), Text: words})
	b.change(&f, b.rect(&now, RectifyState), Value{N: int64(NotDone)})
	if d := b.Deadlines(now.Visit.Round); d.RectifyMonths > 0 {
		b.change(&f, b.rect(&now, RectifyDeadline), Value{N: int64(today.AddMonths(d.RectifyMonths))})
	}
	return f.sorted(), nil
}

func (b *Book) rect(f *Finding, field Field) Register {
	return Register{Field: field, Visit: f.Visit, ID: string(f.ID)}
}

func (b *Book) fedBack(f *Finding) bool {
	return !b.value(b.rect(f, RectifyWords)).IsZero()
}

func (b *Book) closed(f *Finding) bool {
	return !b.value(b.rect(f, RectifyClosed)).IsZero()
}

// open is a finding that was fed back and is not closed.
func (b *Book) open(id FindingID) (Finding, error) {
	now, ok := b.Finding(id)
	switch {
	case !ok:
		return now, refuse(NoSuchFinding, string(id))
	case !b.fedBack(&now):
		return now, refuse(NotFedBack, now.Title)
	case b.closed(&now):
		return now, refuse(AlreadyClosed, now.Title)
	}
	return now, nil
}

// Rectify judges a change to the rectification of one or several findings: one
// action, taken back as one.
func (b *Book) Rectify(c RectifyChange, ids ...FindingID) (Fact, error) {
	f := Fact{Kind: Rectified}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		now, err := b.open(id)
		if err != nil {
			return Fact{}, err
		}
		if err := b.rectify(&f, &now, c); err != nil {
			return Fact{}, err
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

func (b *Book) rectify(f *Fact, now *Finding, c RectifyChange) error {
	for _, w := range []struct {
		field Field
		words *string
	}{
		{RectifyGoal, c.Goal}, {RectifyMeasures, c.Measures}, {RectifyLeader, c.Leader}, {RectifyDepartment, c.Department},
		{RectifyPerson, c.Person}, {RectifyCause, c.Cause}, {RectifyInference, c.Inference},
	} {
		if w.words == nil {
			continue
		}
		words, err := text(*w.words, MaxText)
		if err != nil {
			return err
		}
		b.change(f, b.rect(now, w.field), Value{Text: words})
	}
	deadline := b.value(b.rect(now, RectifyDeadline))
	if c.Deadline != nil {
		deadline.N = int64(*c.Deadline)
	}
	if c.LongTerm != nil {
		deadline.Of = 0
		if *c.LongTerm {
			deadline.Of = 1
		}
	}
	b.change(f, b.rect(now, RectifyDeadline), deadline)
	if c.State != nil {
		if *c.State == 0 || *c.State >= rectifyStandings {
			return refuse(NoSuchChoice, "")
		}
		b.change(f, b.rect(now, RectifyState), Value{N: int64(*c.State)})
	}
	return nil
}

// Report judges an entry on the progress of a rectification. name is the
// entry's own, from Recorder.NewID or its like.
func (b *Book) Report(id FindingID, name string, day Day, words string) (Fact, error) {
	now, err := b.open(id)
	if err != nil {
		return Fact{}, err
	}
	words, err = text(words, MaxText)
	if err != nil {
		return Fact{}, err
	}
	if words == "" || name == "" {
		return Fact{}, refuse(EmptyText, now.Title)
	}
	f := Fact{Kind: Rectified}
	at := b.rect(&now, RectifyProgress)
	at.Item = ItemCode(name)
	b.set(&f, at, Value{N: int64(day), Text: words})
	return f, nil
}

// Close judges closing a finding (销号): it must be done, have proof, and
// somebody must answer for it by name. It says again that it is done: another
// laptop may be finding that it is not, and that must show as a conflict.
func (b *Book) Close(id FindingID, day Day, by string) (Fact, error) {
	now, err := b.open(id)
	if err != nil {
		return Fact{}, err
	}
	if by, err = line(by); err != nil {
		return Fact{}, err
	}
	r := b.Rectification(&now)
	switch {
	case day == 0:
		return Fact{}, refuse(NoDay, now.Title)
	case r.State != Done:
		return Fact{}, refuse(NotDoneYet, now.Title)
	case len(r.Proof) == 0:
		return Fact{}, refuse(NoProof, now.Title)
	}
	f := Fact{Kind: Closed}
	b.set(&f, b.rect(&now, RectifyState), Value{N: int64(Done)})
	b.set(&f, b.rect(&now, RectifyClosed), Value{N: int64(day), Text: by})
	return f, nil
}

// reopen takes a closing back because the problem is there again.
func (b *Book) reopen(f *Fact, now *Finding) {
	b.change(f, b.rect(now, RectifyClosed), Value{})
	b.change(f, b.rect(now, RectifyState), Value{N: int64(NotDone)})
	n := b.value(b.rect(now, RectifyReopened)).N
	b.change(f, b.rect(now, RectifyReopened), Value{N: n + 1})
}

// Rectification is what became of a finding.
func (b *Book) Rectification(f *Finding) Rectification {
	at := b.findings[f.ID].value
	words, deadline, closed := at(RectifyWords), at(RectifyDeadline), at(RectifyClosed)
	return Rectification{
		FedBack: Day(words.N), Words: words.Text,
		Goal: at(RectifyGoal).Text, Measures: at(RectifyMeasures).Text, Leader: at(RectifyLeader).Text,
		Department: at(RectifyDepartment).Text, Person: at(RectifyPerson).Text,
		Cause: at(RectifyCause).Text, Inference: at(RectifyInference).Text,
		Deadline: Day(deadline.N), LongTerm: deadline.Of == 1,
		State:    RectifyStanding(at(RectifyState).N),
		Progress: b.progress(f), Closed: Day(closed.N), ClosedBy: closed.Text,
		Reopened: int(at(RectifyReopened).N), Proof: b.proof(f),
	}
}

func (b *Book) progress(f *Finding) []Progress {
	var all []Progress
	for name := range b.findings[f.ID].progress {
		at := b.rect(f, RectifyProgress)
		at.Item = ItemCode(name)
		if v := b.value(at); !v.IsZero() {
			all = append(all, Progress{ID: name, Day: Day(v.N), Text: v.Text})
		}
	}
	slices.SortFunc(all, func(x, y Progress) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID))
	})
	return all
}

// Overdue (逾期) means that the deadline has passed with nothing done: it is
// derived from the day, never stored.
func (r *Rectification) Overdue(today Day) bool {
	return r.FedBack != 0 && r.Closed == 0 && r.State != Done && r.Deadline != 0 && r.Deadline < today
}

// DueThisWeek means that it is to be done in the week of today and is not.
func (r *Rectification) DueThisWeek(today Day) bool {
	return r.FedBack != 0 && r.Closed == 0 && r.State != Done && r.Deadline >= today && r.Deadline < today.Week()+7
}

// DaysOpen is how long it took from feeding back to closing, or has taken.
func (r *Rectification) DaysOpen(today Day) int {
	switch {
	case r.FedBack == 0:
		return 0
	case r.Closed != 0:
		return int(max(r.Closed-r.FedBack, 0))
	}
	return int(max(today-r.FedBack, 0))
}
