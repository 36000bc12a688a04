package main

import (
	"encoding/hex"
	"encoding/json"

	"xuncha/inspection"
)

func (r *recorder) today() inspection.Day {
	c, _ := r.book.Campaign()
	return inspection.DayAt(r.now(), c.Zone)
}

// day is the day that a line gives, or today.
func (r *recorder) day(s *said) inspection.Day {
	if d := maybe[inspection.Day](s, "day"); d != nil {
		return *d
	}
	return r.today()
}

// newID names what a line makes, the same name however often it is judged.
func (r *recorder) newID(s *said) string {
	if s.id == "" {
		s.id = r.journal.NewID()
	}
	return s.id
}

func (r *recorder) judgeAnswer(s *said) (inspection.Fact, error) {
	return r.book.Answer(s.visit, inspection.ItemCode(given[string](s, "item")), inspection.Change{
		Verdict: maybe[inspection.Verdict](s, "verdict"),
		Methods: maybe[inspection.Methods](s, "methods"),
		Note:    maybe[string](s, "note"),
		Checked: maybe[inspection.Checked](s, "checked"),
	})
}

func (r *recorder) judgeRaise(s *said) (inspection.Fact, error) {
	id := inspection.FindingID(r.newID(s))
	item := inspection.ItemCode(given[string](s, "item"))
	return r.book.RaiseWith(id, s.visit, item, given[string](s, "title"), given[string](s, "facts"), s.fill)
}

// fill sets those details that the line gives.
func (s *said) fill(d *inspection.Details) {
	put(s, "basis", &d.Basis)
	if n := maybe[int](s, "dimension"); n != nil {
		d.Dimension = inspection.Dimension(*n)
	}
	if n := maybe[int](s, "focus"); n != nil {
		d.Focus = inspection.Focus(*n)
	}
	put(s, "level", &d.Level)
	put(s, "nature", &d.Nature)
	put(s, "duty", &d.Duty)
	put(s, "discoverer", &d.Discoverer)
	put(s, "undertakers", &d.Undertakers)
	put(s, "checked", &d.Checked)
	put(s, "fix_now", &d.FixNow)
	if linked := maybe[[]string](s, "linked"); linked != nil {
		d.Linked = nil
		for _, code := range *linked {
			d.Linked = append(d.Linked, inspection.ItemCode(code))
		}
	}
}

func put[T any](s *said, field string, to *T) {
	if v := maybe[T](s, field); v != nil {
		*to = *v
	}
}

// finding is the finding that a line is about, which has to be one of the
// line's visit.
func (r *recorder) finding(s *said) (inspection.Finding, error) {
	f, ok := r.book.Finding(inspection.FindingID(s.id))
	switch {
	case !ok:
		return f, inspection.Refusal{Reason: inspection.NoSuchFinding, About: s.id}
	case f.Visit == s.visit || s.verb == "look_back":
		return f, nil
	}
	return f, wrongly{s.path("id"), refusal{sentence(r.t.otherVisit, s.id, f.Visit.Round, f.Visit.School)}}
}

func (r *recorder) judgeRewrite(s *said) (inspection.Fact, error) {
	f, err := r.finding(s)
	if err != nil {
		return inspection.Fact{}, err
	}
	put(s, "title", &f.Title)
	put(s, "facts", &f.Facts)
	s.fill(&f.Details)
	return r.book.Rewrite(f.ID, f.Title, f.Facts, f.Details)
}

func (r *recorder) judgeCount(s *said) (inspection.Fact, error) {
	return r.book.Count(s.visit, given[inspection.Counter](s, "counter"), int64(given[int](s, "n")))
}

func (r *recorder) judgeTalk(s *said) (inspection.Fact, error) {
	return r.book.HoldTalk(s.visit, r.newID(s), inspection.Talk{
		Post: given[string](s, "post"), Sort: given[inspection.TalkSort](s, "sort"), By: given[[]string](s, "by"), Day: r.day(s),
	})
}

func (r *recorder) judgeAsk(s *said) (inspection.Fact, error) {
	return r.book.AskPaper(s.visit, r.newID(s), given[string](s, "name"), r.day(s))
}

func (r *recorder) judgeMove(s *said) (inspection.Fact, error) {
	return r.book.MovePaper(s.visit, s.id, given[inspection.PaperStanding](s, "to"), r.day(s))
}

func (r *recorder) judgeClue(s *said) (inspection.Fact, error) {
	return r.book.HandOver(s.visit, r.newID(s), inspection.Clue{Count: given[int](s, "count"), Organ: given[string](s, "organ"), Day: r.day(s)})
}

func (r *recorder) judgeStrike(s *said) (inspection.Fact, error) {
	return r.book.Strike(s.visit, s.id)
}

func (r *recorder) judgeSeal(s *said) (inspection.Fact, error) {
	return r.book.Seal(s.visit, r.journal.Device(), given[string](s, "by"), given[string](s, "why"), r.day(s))
}

func (r *recorder) judgeUnseal(s *said) (inspection.Fact, error) {
	return r.book.Unseal(s.visit, given[string](s, "why"))
}

func (r *recorder) judgePlan(s *said) (inspection.Fact, error) {
	return r.book.Plan(s.visit, given[bool](s, "in"))
}

func (r *recorder) judgePlanLookBack(s *said) (inspection.Fact, error) {
	return r.book.PlanLookBack(s.visit.Round)
}

func (r *recorder) judgeTeam(s *said) (inspection.Fact, error) {
	return r.book.AssignTeam(s.visit, given[int](s, "team"))
}

func (r *recorder) judgeNumbering(s *said) (inspection.Fact, error) {
	return r.book.HoldNumbers(s.visit.Round, given[int](s, "team"), r.journal.Device())
}

func (r *recorder) judgeDeadlines(s *said) (inspection.Fact, error) {
	d := r.book.Deadlines(s.visit.Round)
	put(s, "plan", &d.PlanDays)
	put(s, "rectify", &d.RectifyMonths)
	put(s, "report", &d.ReportMonths)
	put(s, "look_back", &d.LookBackMonths)
	return r.book.SetDeadlines(s.visit.Round, d)
}

func (r *recorder) judgeConflict(s *said) (inspection.Fact, error) {
	at := inspection.Register{
		Field: given[inspection.Field](s, "field"), Visit: s.visit,
		Item: inspection.ItemCode(given[string](s, "item")), ID: s.id,
	}
	for _, c := range r.book.Conflicts() {
		if c.Register != at {
			continue
		}
		for _, claim := range c.Claims {
			if claim.Dot.Device == given[inspection.DeviceID](s, "device") && claim.Dot.Seq == uint64(given[int](s, "seq")) {
				return r.book.Choose(at, claim.Dot)
			}
		}
		return inspection.Fact{}, inspection.Refusal{Reason: inspection.NoSuchEntry}
	}
	return inspection.Fact{}, inspection.Refusal{Reason: inspection.NoConflict}
}

func (r *recorder) judgeUndoLast(*said) (inspection.Fact, error) {
	d, err := r.book.LastDone(r.journal.Device())
	if err != nil {
		return inspection.Fact{}, err
	}
	return r.book.Undo(d)
}

func (r *recorder) judgeUndo(s *said) (inspection.Fact, error) {
	by, seq := r.journal.Device(), uint64(given[int](s, "seq"))
	if d := maybe[inspection.DeviceID](s, "device"); d != nil {
		by = *d
	}
	for _, e := range r.book.Log() {
		if e.Device == by && e.Seq == seq {
			return r.book.Undo(e.Dot())
		}
	}
	return inspection.Fact{}, inspection.Refusal{Reason: inspection.NoSuchEntry}
}

func (r *recorder) judgeRedo(*said) (inspection.Fact, error) {
	d, err := r.book.LastUndone(r.journal.Device())
	if err != nil {
		return inspection.Fact{}, err
	}
	return r.book.Undo(d)
}

// hexDevice is a device in hex, as the journal prints it.
func hexDevice() kind {
	return kind{map[string]any{"type": "string", "pattern": "^[0-9a-f]{16}$"}, func(_ *words, raw json.RawMessage) (any, error) {
		v, _ := exactly[string](raw)
		var d inspection.DeviceID
		if n, err := hex.Decode(d[:], []byte(v[:min(len(v), 16)])); err != nil || n != len(d) || len(v) != 16 || hex.EncodeToString(d[:]) != v {
			return nil, nil
		}
		return d, nil
	}}
}
