package main

import (
	"slices"

	"xuncha/inspection"
)

// judgement judges what a line says.
type judgement func(*recorder, *said) (inspection.Fact, error)

// ofFinding judges what a line says of a finding that is there.
func ofFinding(judge func(*recorder, *said, inspection.FindingID) (inspection.Fact, error)) judgement {
	return func(r *recorder, s *said) (inspection.Fact, error) {
		f, err := r.finding(s)
		if err != nil {
			return inspection.Fact{}, err
		}
		return judge(r, s, f.ID)
	}
}

func submit(r *recorder, _ *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Submit(id)
}

func withdraw(r *recorder, _ *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Withdraw(id)
}

func restore(r *recorder, _ *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Restore(id)
}

func adopt(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.AdoptFinding(id, r.journal.Device(), given[string](s, "opinion"))
}

func giveBack(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Return(id, given[string](s, "opinion"))
}

func reject(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Reject(id, given[string](s, "opinion"))
}

func merge(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	into := inspection.FindingID(given[string](s, "merge"))
	if _, ok := r.book.Finding(into); !ok {
		return inspection.Fact{}, wrongly{s.path("merge"), inspection.Refusal{Reason: inspection.NoSuchFinding, About: string(into)}}
	}
	return r.book.Merge(id, into)
}

func unmerge(r *recorder, _ *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Unmerge(id)
}

func giveNumber(r *recorder, _ *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.GiveNumber(id, r.journal.Device())
}

func feedBack(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.FeedBack(id, given[string](s, "words"), r.day(s))
}

func rectifyOne(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Rectify(s.rectification(), id)
}

func (r *recorder) judgeBulk(s *said) (inspection.Fact, error) {
	var ids []inspection.FindingID
	for _, id := range given[[]string](s, "ids") {
		if slices.Contains(ids, inspection.FindingID(id)) {
			return inspection.Fact{}, wrongly{s.path("ids"), refusal{sentence(r.t.idTwice, id)}}
		}
		ids = append(ids, inspection.FindingID(id))
	}
	return r.book.Rectify(s.rectification(), ids...)
}

// rectification is the change that a line gives.
func (s *said) rectification() inspection.RectifyChange {
	return inspection.RectifyChange{
		Goal: maybe[string](s, "goal"), Measures: maybe[string](s, "measures"), Leader: maybe[string](s, "leader"),
		Department: maybe[string](s, "department"), Person: maybe[string](s, "person"), Cause: maybe[string](s, "cause"),
		Inference: maybe[string](s, "inference"), Deadline: maybe[inspection.Day](s, "deadline"), LongTerm: maybe[bool](s, "long_term"),
		State: maybe[inspection.RectifyStanding](s, "state"),
	}
}

// judgeProgress names the entry on progress itself, so that its answer can give
// that name.
func (r *recorder) judgeProgress(s *said) (inspection.Fact, error) {
	f, err := r.finding(s)
	if err != nil {
		return inspection.Fact{}, err
	}
	name := r.journal.NewID()
	fact, err := r.book.Report(f.ID, name, r.day(s), given[string](s, "progress"))
	if err == nil {
		s.id = name
	}
	return fact, err
}

func closeOne(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Close(id, r.day(s), given[string](s, "by"))
}

func relook(r *recorder, s *said, id inspection.FindingID) (inspection.Fact, error) {
	return r.book.Relook(s.visit, id, given[inspection.Relook](s, "look_back"), given[string](s, "note"))
}

// fieldOf is the field that a refusal of the trade is about: the one of the
// place or the object that the reason speaks of, or else what the line does.
func (s *said) fieldOf(no inspection.Refusal) string {
	switch no.Reason {
	case inspection.NoSuchRound, inspection.NoChecklist:
		return "round"
	case inspection.NoSuchSchool, inspection.NotPlanned:
		return "school"
	case inspection.NoSuchKind:
		return "kind"
	case inspection.IsSealed:
		return "reason"
	}
	if no.Reason == inspection.NoSuchItem && slices.Contains(given[[]string](s, "linked"), no.About) && given[string](s, "item") != no.About {
		return s.path("linked")
	}
	for _, field := range reasonFields[no.Reason] {
		if s.goesWith(field) {
			return s.path(field)
		}
	}
	return s.about()
}

func (s *said) goesWith(field string) bool {
	return field == s.verb || slices.Contains(s.needs, field) || slices.Contains(s.may, field)
}

// reasonFields are the fields that a reason speaks of, the first that the form
// has.
var reasonFields = map[inspection.Reason][]string{
	inspection.NoSuchItem:     {"item", "linked"},
	inspection.NotApplicable:  {"item"},
	inspection.BadChecked:     {"checked", "n", "count"},
	inspection.NoSuchFinding:  {"id", "ids"},
	inspection.FindingExists:  {"id"},
	inspection.NotFedBack:     {"id", "ids"},
	inspection.AlreadyClosed:  {"id", "ids"},
	inspection.FindingFrozen:  {"id"},
	inspection.FindingDecided: {"id"}, inspection.FindingWithdrawn: {"id"},
	inspection.CannotMerge:  {"merge"},
	inspection.HasGaps:      {"why"},
	inspection.OneInspector: {"by"},
	inspection.NoSuchPaper:  {"id"},
	inspection.NoSuchTeam:   {"team"},
	inspection.NoSuchEntry:  {"seq"},
	inspection.NoSuchMember: {"member", "id"},
	inspection.NoSuchBatch:  {"batch"}, inspection.DaysReversed: {"to"},
	inspection.AlreadyPlanned: {"to", "swap"}, inspection.BeforeParent: {"to", "swap"},
}
