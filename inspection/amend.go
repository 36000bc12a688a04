package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// tips are how far each device's entries have arrived, one a line: device,
// sequence and mark of what nothing follows. A forked device has several.
func (b *Book) tips() string {
	var all []string
	for _, device := range b.Devices() {
		br, followed := b.branches[device], map[Mark]bool{}
		if len(br.ahead) == 0 {
			all = append(all, br.run[len(br.run)-1].tip())
			continue
		}
		br.each(func(e *Entry) { followed[Mark(e.Prev[:8])] = true })
		br.each(func(e *Entry) {
			if !followed[Mark(e.Hash[:8])] {
				all = append(all, e.tip())
			}
		})
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

func (e *Entry) tip() string {
	return fmt.Sprintf("%s %d %x", e.Device.Hex(), e.Seq, e.Hash[:8])
}

// sealedUpTo reads the tips that a visit's seal holds.
func (b *Book) sealedUpTo(v VisitID) []Dot {
	var all []Dot
	for _, tip := range lines(b.value(Register{Field: SealTips, Visit: v}).Text) {
		var device, mark []byte
		var d Dot
		if n, _ := fmt.Sscanf(tip, "%x %d %x", &device, &d.Seq, &mark); n == 3 {
			copy(d.Device[:], device)
			copy(d.Mark[:], mark)
			all = append(all, d)
		}
	}
	return all
}

// covers reports whether one of the tips is an entry, or leads back to it.
func (b *Book) covers(tips []Dot, e *Entry) bool {
	return slices.ContainsFunc(tips, func(d Dot) bool {
		return d.Device == e.Device && d.Seq >= e.Seq && b.leadsBack(d, e)
	})
}

func (b *Book) leadsBack(d Dot, e *Entry) bool {
	if br := b.branches[d.Device]; len(br.ahead) == 0 {
		return true // a device that never forked: its numbers tell
	}
	for x := b.Entry(d); x != nil; x = b.Entry(Dot{Device: d.Device, Seq: x.Seq - 1, Mark: Mark(x.Prev[:8])}) {
		if x.Seq == e.Seq {
			return x == e
		}
	}
	return false
}

// sealable are the fields that a seal fixes: what was seen at the school.
// Decisions on findings and their rectification come after it by nature.
func (f Field) sealable() bool {
	switch {
	case f >= AnswerVerdict && f <= FindingItem, f.isDetail(), f == LookBackAnswer:
		return true
	case f >= EvidenceFile && f <= EvidenceAtFinding, f >= TalkPost && f <= PaperName:
		return true
	}
	return false
}

// Fixed reports whether a field can be among the [Book.Differences] of a seal.
func (f Field) Fixed() bool {
	return f.sealable() || f == FindingStanding || f == FindingInto || f == SealFigure || f >= SchoolStage && f <= SchoolTraits
}

// amends reports whether a write changes what a seal fixes. Withdrawing a
// finding does, and restoring it: neither is a decision of the lead. A file that
// only proves that something was put right does not: it comes later by nature.
func (b *Book) amends(w *Write) bool {
	switch r := w.Register; {
	case r.ofFile():
		return b.seen(r)
	case r.Field != FindingStanding:
		return r.Field.sealable()
	}
	was := FindingState(b.value(w.Register).N)
	return was == Withdrawn || FindingState(w.Value.N) == Withdrawn
}

// ofFile reports whether a register is about a file itself, and not about what
// it belongs to.
func (r Register) ofFile() bool { return r.Field >= EvidenceFile && r.Field <= EvidenceWhere }

// seen reports whether the file of a register belongs to an item or a finding.
func (b *Book) seen(file Register) bool {
	s := b.visits[file.Visit]
	if s == nil {
		return false
	}
	for r := range s.evidence[EvidenceID(file.ID)] {
		if r.Field != EvidenceProves && b.value(r).N != 0 {
			return true
		}
	}
	return false
}

// Permit is the last word on a fact before it is taken: what concerns a sealed
// visit is an amendment (更正) and has a reason, which becomes part of the fact
// under a name of its own; anything else passes as it is.
func (b *Book) Permit(f Fact, reason, name string) (Fact, error) {
	sealed := b.amended(f)
	if len(sealed) == 0 {
		return f, nil
	}
	reason, err := text(reason, MaxText)
	if err != nil {
		return Fact{}, err
	}
	if reason == "" {
		return Fact{}, refuse(IsSealed, b.placeOf(sealed[0], Chinese))
	}
	f.Writes = slices.Clone(f.Writes)
	for _, v := range sealed {
		b.set(&f, Register{Field: AmendReason, Visit: v, ID: name}, Value{Text: reason})
	}
	return f.sorted(), nil
}

// sealed reports whether a visit is sealed, without counting it: this is asked
// of every fact.
func (b *Book) sealed(v VisitID) bool {
	return !b.value(Register{Field: SealBy, Visit: v}).IsZero()
}

// amended are the sealed visits that a fact amends.
func (b *Book) amended(f Fact) []VisitID {
	var all []VisitID
	add := func(v VisitID) {
		if b.sealed(v) && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	for i := range f.Writes {
		if b.amends(&f.Writes[i]) {
			add(f.Writes[i].Register.Visit)
		}
	}
	for _, a := range f.Adds {
		add(a.Visit)
	}
	return all
}

// Difference is a register that is not as it was sealed; for a counter it is the
// sealed figure of that counter.
type Difference struct {
	Step
	Reasons []string
}

// Differences list what of a visit is not as it was sealed (更正), with the
// reasons given, so that each figure that moved is explained. It includes what
// arrived late from other laptops, decisions that took a finding out of the
// figures, and what was changed about the school itself.
func (b *Book) Differences(v VisitID) []Difference {
	tips := b.sealedUpTo(v)
	if len(tips) == 0 {
		return nil
	}
	var then Book
	reasons := map[Register][]string{}
	for _, e := range b.logFor(v) {
		if b.covers(tips, e) {
			then.Apply(e)
		} else {
			e.explain(v, reasons)
		}
	}
	var all []Difference
	for r, why := range reasons {
		from, to := then.fixed(r), b.fixed(r)
		if from == to || r.ofFile() && !then.seen(r) && !b.seen(r) || r.Field == FindingStanding && FindingState(from.N).Counts() == FindingState(to.N).Counts() {
			continue
		}
		why = slices.DeleteFunc(why, func(s string) bool { return s == "" })
		all = append(all, Difference{Step{r, from, to}, slices.Compact(why)})
	}
	slices.SortFunc(all, func(x, y Difference) int {
		return cmp.Or(CompareCodes(x.Register.Item, y.Register.Item), x.Register.Compare(y.Register))
	})
	return all
}

// logFor are the entries about a visit and about its school, the oldest first.
func (b *Book) logFor(v VisitID) []*Entry {
	all := b.LogOf(v, "")
	if s := b.schools[v.School]; s != nil {
		all = append(all, s.entries...)
		sortEntries(all)
	}
	return all
}

// explain adds the reason of an entry to each register that it amends.
func (e *Entry) explain(v VisitID, reasons map[Register][]string) {
	why := e.reason(v)
	for i := range e.Fact.Writes {
		r := e.Fact.Writes[i].Register
		if r.Visit == v && (r.Field.sealable() || r.Field == FindingStanding || r.Field == FindingInto) || r.ofSchool(v.School) {
			reasons[r] = append(reasons[r], why)
		}
	}
	for _, a := range e.Fact.Adds {
		if a.Visit == v {
			r := counted(v, a.Counter)
			reasons[r] = append(reasons[r], why)
		}
	}
}

// ofSchool reports whether a register says which items apply to a school.
func (r Register) ofSchool(code SchoolCode) bool {
	return r.Visit == VisitID{School: code} && r.Field >= SchoolStage && r.Field <= SchoolTraits
}

// counted is the sealed figure of a counter.
func counted(v VisitID, c Counter) Register {
	return Register{Field: SealFigure, Visit: v, Item: ItemCode(c.Name())}
}

// fixed is what a register holds, or for a sealed figure what its counter does.
func (b *Book) fixed(r Register) Value {
	if r.Field != SealFigure {
		return b.value(r)
	}
	c, _ := ParseCounter(string(r.Item))
	return Value{N: b.Counted(r.Visit, c)}
}

// reason is why an entry amends a visit: as it was asked for, or what the lead
// wrote with a decision.
func (e *Entry) reason(v VisitID) string {
	opinion := ""
	for i := range e.Fact.Writes {
		switch w := &e.Fact.Writes[i]; {
		case w.Register.Visit != v:
		case w.Register.Field == AmendReason && w.Value.Text != "": // an empty one takes another entry's back
			return w.Value.Text
		case w.Register.Field == FindingOpinion:
			opinion = w.Value.Text
		}
	}
	return opinion
}
