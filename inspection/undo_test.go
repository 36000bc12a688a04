package inspection

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// shown is what a book shows, leaving out the journal itself.
func shown(b *Book) string {
	var c Book
	for _, e := range b.Log() {
		c.Apply(e)
	}
	s := ""
	for _, r := range c.Rounds() {
		for _, v := range c.VisitsIn(r.No) {
			s += v.ID.Round.String() + string(v.ID.School)
			c.ChecklistOf(r.No).Items(func(_ *Section, it *Item) {
				a := c.AnswerAt(v.ID, it.Code)
				s += a.Verdict.Sign() + a.Note + a.Methods.In(Chinese)
			})
			for _, f := range c.FindingsAt(v.ID) {
				s += f.Title + f.Facts + f.State.In(Chinese)
			}
			for _, n := range Counters() {
				s += string(rune('0' + c.Counted(v.ID, n)))
			}
		}
	}
	return s
}

// Undoing everything brings back the start, redoing everything the end, also
// when each step is judged by a book read anew, as after a restart.
func TestUndoAllRedoAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := founded(t, 4)
		start := shown(&l.Book)
		begin := l.Len()
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 3))
		for range rapid.IntRange(1, 30).Draw(t, "n") {
			l.act(rnd, testEpoch)
		}
		redoAll(t, l)
		end := shown(&l.Book)
		steps := 0
		for ; l.canUndo(begin); steps++ {
			undo(t, l, l.LastDone)
		}
		if shown(&l.Book) != start {
			t.Fatal("undoing everything does not give the start")
		}
		for range steps {
			undo(t, l, l.LastUndone)
		}
		if shown(&l.Book) != end {
			t.Fatal("redoing everything does not give the end")
		}
	})
}

func (l *laptop) canUndo(begin int) bool {
	d, err := l.LastDone(l.device)
	return err == nil && d.Seq > uint64(begin)
}

func undo(t *rapid.T, l *laptop, which func(DeviceID) (Dot, error)) {
	var again Book
	for _, e := range l.Log() {
		again.Apply(e)
	}
	d, err := which(l.device)
	if err != nil {
		t.Fatal(err)
	}
	f, err := again.Undo(d)
	if err != nil {
		t.Fatal(err)
	}
	l.take(f, testEpoch)
}

// redoAll leaves nothing undone, so that what is done can be told from it.
func redoAll(t *rapid.T, l *laptop) {
	for {
		if _, err := l.LastUndone(l.device); err != nil {
			return
		}
		undo(t, l, l.LastUndone)
	}
}

func TestUndoIsRefusedWhenMovedOn(t *testing.T) {
	l := founded(t, 1)
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	met, unmet := Met, Unmet
	f, err := l.Answer(v, "1.01", Change{Verdict: &met})
	first := l.must(t, f, err)
	f, err = l.Answer(v, "1.01", Change{Verdict: &unmet})
	l.must(t, f, err)
	if _, err := l.Undo(first.Dot()); err != (Refusal{Reason: MovedOn}) {
		t.Errorf("undoing what has moved on: %v", err)
	}
}

func TestFoundingCannotBeUndone(t *testing.T) {
	l := founded(t, 1)
	if _, err := l.Undo(l.Log()[0].Dot()); err != (Refusal{Reason: NotUndoable}) {
		t.Errorf("undoing the founding: %v", err)
	}
}

// A visit with work in it cannot be undone out of plan and beginning both.
func TestUndoHidesNoWork(t *testing.T) {
	l := founded(t, 1)
	v := VisitID{Round: 1, Kind: MakeUp, School: "S001"}
	f, err := l.Plan(v, true)
	planned := l.must(t, f, err)
	f, err = l.Begin(v, 20000)
	begun := l.must(t, f, err)
	f, err = l.Answer(v, "1.01", Change{Verdict: point(Met)})
	l.must(t, f, err)
	f, err = l.Undo(planned.Dot())
	l.must(t, f, err)
	if _, err := l.Undo(begun.Dot()); err != (Refusal{VisitHasWork, "示例1小"}) {
		t.Errorf("undoing the beginning of a visit no longer planned: %v", err)
	}
	if n := l.TallyRound(1).Begun; n != 1 {
		t.Errorf("%d visits begun", n)
	}
}

// u takes back the last own action, also when that was to take back another's.
func TestUndoOfUndoingAnothers(t *testing.T) {
	laptops := crew(t, 2)
	a, b := laptops[0], laptops[1]
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	f, err := b.Answer(v, "1.01", Change{Verdict: point(Unmet)})
	theirs := b.must(t, f, err)
	a.Apply(theirs)
	f, err = a.Undo(theirs.Dot())
	mine := a.must(t, f, err)
	if d, err := a.LastDone(a.device); err != nil || d != mine.Dot() {
		t.Fatalf("the last action is %v, %v", d, err)
	}
	f, err = a.Undo(mine.Dot())
	e := a.must(t, f, err)
	if a.AnswerAt(v, "1.01").Verdict != Unmet {
		t.Error("the other's verdict is not back")
	}
	if says := a.Say(e, Chinese)[0]; says != "重做："+a.Gist(theirs, Chinese) {
		t.Error(says)
	}
}

func TestClearingNothingSaysNothing(t *testing.T) {
	l := founded(t, 1)
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	for name, c := range map[string]Change{
		"verdict": {Verdict: point(None)}, "note": {Note: point("  ")}, "checked": {Checked: &Checked{}}, "methods": {Methods: point(Methods(0))},
	} {
		if _, err := l.Answer(v, "1.01", c); err != (Refusal{NothingSaid, "1.01"}) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
