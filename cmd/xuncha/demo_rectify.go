package main

import (
	"xuncha/inspection"
)

// adopted are the lines of a round's ledger, school by school.
func (v *inventor) adopted(n inspection.RoundNo) (all []inspection.Thread) {
	for _, row := range v.book.Ledger() {
		if row.Visit.Round == n {
			all = append(all, row.Thread)
		}
	}
	return all
}

// feedBack tells the schools of a round what was adopted, from a day on. few of
// a hundred are still to be told.
func (v *inventor) feedBack(n inspection.RoundNo, from string, few int) error {
	v.clock.morning(from)
	for _, t := range v.adopted(n) {
		if v.rng.IntN(100) < few {
			continue
		}
		v.clock.rest()
		if err := v.do(office, func() (inspection.Fact, error) { return v.book.FeedBack(t.ID, "", v.clock.day()) }); err != nil {
			return err
		}
	}
	return nil
}

var (
	leaders     = []string{"党组织书记", "校（园）长", "分管副校长", "总务副校长", "德育副校长"}
	departments = []string{"办公室", "教务处", "总务处", "德育处", "财务室"}
	causes      = []string{"制度不健全，没有明确责任岗位。", "有制度但执行不严，日常检查不到位。", "人员变动后没有交接，要求不清楚。"}
)

// plan has the schools say how they put their findings right, by whom and until
// when.
func (v *inventor) plan(n inspection.RoundNo, from string) error {
	v.clock.morning(from)
	for _, t := range v.adopted(n) {
		if t.Rectification.FedBack == 0 || t.Rectification.State == inspection.Done || v.rng.IntN(100) < 4 {
			continue
		}
		v.clock.rest()
		change := v.measures(&t)
		if err := v.do(office, func() (inspection.Fact, error) { return v.book.Rectify(change, t.ID) }); err != nil {
			return err
		}
	}
	return nil
}

func (v *inventor) measures(t *inspection.Thread) inspection.RectifyChange {
	i := v.rng.IntN(len(leaders))
	goal := "按规定落实到位，同类问题不再发生。"
	measures := "一、对照要求逐项补齐；二、明确专人负责并建立台账；三、分管领导每月抽查一次。"
	inference := "对照检查其他年级和部门，一并整改。"
	cause, person := causes[v.rng.IntN(len(causes))], departments[i]+"主任"
	deadline, long := t.Rectification.Deadline, v.rng.IntN(100) < 15
	switch {
	case t.FixNow:
		deadline = t.Rectification.FedBack + 15
	case v.rng.IntN(10) < 3:
		deadline -= inspection.Day(7 + v.rng.IntN(29))
	}
	return inspection.RectifyChange{
		Goal: &goal, Measures: &measures, Leader: &leaders[i], Department: &departments[i], Person: &person,
		Cause: &cause, Inference: &inference, Deadline: &deadline, LongTerm: &long,
	}
}

// report has the schools tell of their progress.
func (v *inventor) report(n inspection.RoundNo, from, words string, share int) error {
	v.clock.morning(from)
	for _, t := range v.adopted(n) {
		if t.Rectification.FedBack == 0 || t.Rectification.Closed != 0 || v.rng.IntN(100) >= share {
			continue
		}
		v.clock.rest()
		err := v.do(office, func() (inspection.Fact, error) {
			return v.book.Report(t.ID, v.journal.NewID(), v.clock.day(), words)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// finish has share of a hundred findings done, and those of them closed whose
// schools sent proof; few are basically done, and the rest stays open.
func (v *inventor) finish(n inspection.RoundNo, from string, share int, wanted func(*inspection.Thread) bool) error {
	v.clock.morning(from)
	byVisit := map[inspection.VisitID][]inspection.Finding{}
	var visits []inspection.VisitID
	for _, t := range v.adopted(n) {
		if t.Rectification.FedBack == 0 || t.Rectification.State == inspection.Done || !wanted(&t) {
			continue
		}
		state := inspection.Done
		if n := v.rng.IntN(100); n >= share+3 {
			continue
		} else if n >= share {
			state = inspection.Basically
		}
		if state == t.Rectification.State {
			continue
		}
		v.clock.rest()
		if err := v.do(office, func() (inspection.Fact, error) {
			return v.book.Rectify(inspection.RectifyChange{State: &state}, t.ID)
		}); err != nil {
			return err
		}
		if state == inspection.Done {
			if byVisit[t.Visit] == nil {
				visits = append(visits, t.Visit)
			}
			byVisit[t.Visit] = append(byVisit[t.Visit], t.Finding)
		}
	}
	for _, id := range visits {
		if err := v.closeAll(id, byVisit[id]); err != nil {
			return err
		}
	}
	return nil
}

// closeAll closes what is done at a school with one file of proof.
func (v *inventor) closeAll(id inspection.VisitID, done []inspection.Finding) error {
	v.clock.rest()
	if err := v.attach(office, id, "整改情况说明", done, true); err != nil {
		return err
	}
	for _, f := range done {
		if v.rng.IntN(100) < 3 {
			continue // done, and not closed yet
		}
		if err := v.do(office, func() (inspection.Fact, error) { return v.book.Close(f.ID, v.clock.day(), office) }); err != nil {
			return err
		}
	}
	return nil
}
