package main

import (
	"xuncha/inspection"
)

// lookBack visits schools with open findings again, in a round: most of those
// planned are seen, one is left half done, and the last are not begun.
func (v *inventor) lookBack(in inspection.RoundNo, from string) error {
	v.clock.morning(from)
	if err := v.do(office, func() (inspection.Fact, error) { return v.book.PlanLookBack(in) }); err != nil {
		return err
	}
	var planned []inspection.VisitID
	for _, visit := range v.book.VisitsIn(in) {
		if visit.ID.Kind == inspection.LookBack {
			planned = append(planned, visit.ID)
		}
	}
	for i, id := range planned {
		share := 100
		if i >= len(planned)*2/3 {
			share = 50
		}
		if i > len(planned)*2/3 {
			break
		}
		v.clock.nextMorning()
		if err := v.lookAgain(id, share); err != nil {
			return err
		}
	}
	return nil
}

// lookAgain answers share percent of what a school was told.
func (v *inventor) lookAgain(id inspection.VisitID, share int) error {
	if err := v.do(v.team[0], func() (inspection.Fact, error) { return v.book.Begin(id, v.clock.day()) }); err != nil {
		return err
	}
	threads := v.book.LookBackThreads(id)
	for _, t := range threads[:len(threads)*share/100] {
		answer, note := v.relook(&t)
		who := v.team[v.rng.IntN(len(v.team))]
		if err := v.do(who, func() (inspection.Fact, error) { return v.book.Relook(id, t.ID, answer, note) }); err != nil {
			return err
		}
	}
	return nil
}

// relook: what was closed is mostly still right; of what is open much is not.
func (v *inventor) relook(t *inspection.Thread) (inspection.Relook, string) {
	n := v.rng.IntN(100)
	if t.Rectification.Closed != 0 {
		switch {
		case n < 8:
			return inspection.Relapsed, "整改后一段时间内规范，近两月又出现同样情形。（演示）"
		case n < 11:
			return inspection.CannotTell, "本学期尚未发生此类事项，无法判断。（演示）"
		}
		return inspection.Fixed, ""
	}
	switch {
	case n < 45:
		return inspection.Fixed, "现场查看已改，材料待补交。（演示）"
	case n < 90:
		return inspection.Persists, "仍未按要求整改。（演示）"
	}
	return inspection.Worse, "抽看份数中有问题的比上次更多。（演示）"
}
