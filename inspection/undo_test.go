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
