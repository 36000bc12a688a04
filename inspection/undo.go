package inspection

import "slices"

// Undo judges taking back what an entry did. Each of its registers gets again
// what the entry replaced; a register that has moved on since (后来已改) refuses
// the whole. Taking back an Undone entry is redoing.
func (b *Book) Undo(target Dot) (Fact, error) {
	e := b.Entry(target)
	if e == nil {
		return Fact{}, refuse(NoSuchEntry, "")
	}
	if !undoable(e) {
		return Fact{}, refuse(NotUndoable, "")
	}
	f := Fact{Kind: Undone, Undoes: target}
	for i := range e.Fact.Writes {
		w := &e.Fact.Writes[i]
		if !b.stands(e, w.Register) {
			return Fact{}, refuse(MovedOn, "")
		}
		v := b.replaced(w)
		if b.wouldHide(w.Register, v) {
			return Fact{}, refuse(VisitHasWork, b.School(w.Register.Visit.School).Name)
		}
		if b.wouldEmpty(e, w.Register, v) {
			return Fact{}, refuse(ListInUse, w.Register.ID)
		}
		b.set(&f, w.Register, v)
	}
	for _, a := range e.Fact.Adds {
		f.Adds = append(f.Adds, Add{Visit: a.Visit, Counter: a.Counter, N: -a.N})
	}
	if len(f.Writes) == 0 && b.taken(e) {
		return Fact{}, refuse(MovedOn, "")
	}
	return f, nil
}

// wouldHide reports whether taking a plan or a beginning back would take a
// visit with work in it out of every figure.
func (b *Book) wouldHide(r Register, v Value) bool {
	now := b.Visit(r.Visit)
	switch {
	case !v.IsZero() || b.School(r.Visit.School) == nil:
		return false
	case r.Field == SchoolName: // the entering of a school that is planned by now
		return len(b.VisitsTo(r.Visit.School)) > 0
	case r.Field == VisitPlanned && now.Begun == 0, r.Field == VisitBegun && !now.Planned:
		return b.TallyOf(r.Visit).worked()
	}
	return false
}

// wouldEmpty reports whether taking a checklist back would take it from a round
// that adopted it later.
func (b *Book) wouldEmpty(e *Entry, r Register, v Value) bool {
	if r.Field != ChecklistTitle || !v.IsZero() {
		return false
	}
	for n := range b.rounds {
		at := Register{Field: RoundChecklist, Visit: VisitID{Round: n}}
		if b.value(at).Text == r.ID && e.write(at) == nil {
			return true
		}
	}
	return false
}

// undoable: a campaign cannot be unfounded, and what has no effect here (a kind
// of a newer release) is left alone.
func undoable(e *Entry) bool {
	return e.Fact.Kind != Founded && len(e.Fact.Writes)+len(e.Fact.Adds) > 0
}

// stands reports whether a register still shows what e wrote, or shows it again
// since all that was done after it was undone.
func (b *Book) stands(e *Entry, r Register) bool {
	c := b.cells[r]
	return c != nil && c.top.entry != nil && len(c.rest) == 0 &&
		b.origin(c.top.entry, r) == b.origin(e, r)
}

// origin is the entry whose word a register has had since e: e itself, or where
// e took something back, the entry that it brought back; nil for none.
func (b *Book) origin(e *Entry, r Register) *Entry {
	for e != nil && e.Fact.Kind == Undone {
		undone := b.Entry(e.Fact.Undoes)
		if undone == nil {
			return e
		}
		e = b.before(undone.write(r))
	}
	return e
}

// before is the entry whose word a write took the place of: of its base, the
// one that was shown; nil for none.
func (b *Book) before(w *Write) *Entry {
	var shown *Entry
	if w == nil {
		return nil
	}
	for _, d := range w.Base {
		if e := b.Entry(d); e != nil && (shown == nil || e.compare(shown) > 0) {
			shown = e
		}
	}
	return shown
}

// replaced is the value that a write took the place of.
func (b *Book) replaced(w *Write) Value {
	if e := b.before(w); e != nil {
		if x := e.write(w.Register); x != nil {
			return x.Value
		}
	}
	return Value{}
}

// write is what the entry wrote to a register, or nil.
func (e *Entry) write(r Register) *Write {
	i, ok := slices.BinarySearchFunc(e.Fact.Writes, r, func(x Write, r Register) int {
		return x.Register.Compare(r)
	})
	if !ok {
		return nil
	}
	return &e.Fact.Writes[i]
}

// taken reports whether an entry of counters alone was taken back already; they
// leave no heads to tell by.
func (b *Book) taken(e *Entry) bool {
	target, taken := e.Dot(), false
	for _, br := range b.branches {
		br.each(func(x *Entry) {
			taken = taken || x.Fact.Kind == Undone && x.Fact.Undoes == target
		})
	}
	return taken
}

func (br *branch) each(f func(*Entry)) {
	for _, e := range br.run {
		f(e)
	}
	for _, waiting := range br.ahead {
		for _, e := range waiting {
			f(e)
		}
	}
}

// LastDone is the last action of a device that can be taken back.
func (b *Book) LastDone(by DeviceID) (Dot, error) {
	done, _ := b.actions(by)
	if len(done) == 0 {
		return Dot{}, refuse(NothingToUndo, "")
	}
	return done[len(done)-1], nil
}

// LastUndone is the last undo of a device that nothing has followed yet.
func (b *Book) LastUndone(by DeviceID) (Dot, error) {
	_, undone := b.actions(by)
	if len(undone) == 0 {
		return Dot{}, refuse(NothingToRedo, "")
	}
	return undone[len(undone)-1], nil
}

// actions replays a device's entries into what can be undone and redone. It
// rests on the journal alone, so it is the same after a restart.
func (b *Book) actions(by DeviceID) (done, undone []Dot) {
	br := b.branches[by]
	if br == nil {
		return nil, nil
	}
	for _, e := range br.run {
		switch {
		case e.Fact.Kind == Undone:
			if i := slices.Index(done, e.Fact.Undoes); i >= 0 {
				done = slices.Delete(done, i, i+1)
				undone = append(undone, e.Dot())
			} else if i := slices.Index(undone, e.Fact.Undoes); i >= 0 {
				undone = slices.Delete(undone, i, i+1)
				done = append(done, e.Dot())
			} else { // another's, taken back here
				done, undone = append(done, e.Dot()), nil
			}
		case undoable(e):
			done = append(done, e.Dot())
			undone = nil
		}
	}
	return done, undone
}
