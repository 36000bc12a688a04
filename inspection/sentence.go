package inspection

import (
	"fmt"
	"strings"
	"time"
)

// Say tells what an entry did in sentences: 把 … 由 … 改为 …. Who and when
// stand in the entry. An entry that sets many things down at once is told in
// one sentence.
func (b *Book) Say(e *Entry, l Language) []string {
	var told []string
	if e.Fact.Kind == Undone {
		told = append(told, b.sayUndone(e, l))
	}
	switch {
	case len(e.Fact.Writes) > 12 && e.Fact.Kind != Sealed:
		return append(told, Sentence(term{"%s（%d 处）", "%s (%d place{s})"}.in(l), e.Fact.Kind.In(l), len(e.Fact.Writes)))
	case e.Fact.Kind == Begun:
		v := e.Fact.Writes[0].Register.Visit
		return append(told, fmt.Sprintf(term{"开始巡察%s", "began the visit of %s"}.in(l), b.placeOf(v, l)))
	case e.Fact.Kind == Raised:
		told = append(told, b.sayRaised(e, l))
	}
	kind := b.undoes(e)
	for _, s := range b.Steps(e) {
		if s.Register.Field.told(kind) && (s.From != s.To || len(e.Fact.Writes) == 1) {
			told = append(told, b.sayStep(s, l))
		}
	}
	for _, a := range e.Fact.Adds {
		told = append(told, fmt.Sprintf(term{"%s %s %+d", "%s: %s %+d"}.in(l), b.placeOf(a.Visit, l), a.Counter.In(l), a.N))
	}
	return told
}

// undoes is what an entry did, or what the one did that it took back or did
// again.
func (b *Book) undoes(e *Entry) Kind {
	for e.Fact.Kind == Undone {
		target := b.Entry(e.Fact.Undoes)
		if target == nil {
			return Undone
		}
		e = target
	}
	return e.Fact.Kind
}

// told reports whether a field has a sentence of its own. What a seal rests on
// and what came along from a finding's item have none.
func (f Field) told(k Kind) bool {
	switch {
	case f == SealHead || f == SealTips || f == SealFigure:
		return false
	case k == Raised:
		return f > FindingFrame && f != FindingChecked
	}
	return true
}

// sayRaised tells of a new finding without what came along from its item.
func (b *Book) sayRaised(e *Entry, l Language) string {
	var title, facts, item string
	r := e.Fact.Writes[0].Register
	for _, w := range e.Fact.Writes {
		switch w.Register.Field {
		case FindingTitle:
			title, r = w.Value.Text, w.Register
		case FindingFacts:
			facts = w.Value.Text
		case FindingItem:
			item = w.Value.Text
		}
	}
	told := fmt.Sprintf(term{"在%s提出问题“%s”", "raised a finding at %s: “%s”"}.in(l), b.placeOf(r.Visit, l), title)
	if item != "" {
		told += fmt.Sprintf(term{"（要点 %s）", " (item %s)"}.in(l), item)
	}
	if facts != "" {
		told += fmt.Sprintf(term{"，事实：%s", ", facts: %s"}.in(l), facts)
	}
	return told
}

// sayUndone names what was taken back, or done again where that had been an
// undo itself.
func (b *Book) sayUndone(e *Entry, l Language) string {
	if b.TakesBack(e) {
		return term{"撤销：", "undid: "}.in(l) + b.Gist(e, l)
	}
	return term{"重做：", "redid: "}.in(l) + b.Gist(e, l)
}

// TakesBack reports whether an entry is an undo; the undo of an undo does again
// what that took back.
func (b *Book) TakesBack(e *Entry) bool {
	back := false
	for ; e != nil && e.Fact.Kind == Undone; e = b.Entry(e.Fact.Undoes) {
		back = !back
	}
	return back
}

// Gist is an entry in few words, to name it by; of an undo, what it took back.
func (b *Book) Gist(e *Entry, l Language) string {
	for e != nil && e.Fact.Kind == Undone {
		e = b.Entry(e.Fact.Undoes)
	}
	if e == nil {
		return term{"尚未收到的一条", "an entry that has not arrived"}.in(l)
	}
	words := e.Fact.Kind.In(l)
	if len(e.Fact.Writes) == 0 {
		return words
	}
	r := e.Fact.Writes[0].Register
	if r.Visit.School == "" {
		return strings.TrimRight(words+" "+strings.TrimSpace(b.subject(r, l)), " ")
	}
	words += " " + b.placeOf(r.Visit, l)
	return strings.TrimRight(words+b.subject(r, l), " ")
}

func (b *Book) sayStep(s Step, l Language) string {
	where := b.Where(s.Register, l)
	from, to := b.SayValue(s.Register, s.From, l), b.SayValue(s.Register, s.To, l)
	return fmt.Sprintf(term{"把%s由%s改为%s", "%s: from %s to %s"}.in(l), where, from, to)
}

// Where names a register.
func (b *Book) Where(r Register, l Language) string {
	if r.Field == OfficeWords {
		return officeTerms[r.ID].in(l)
	}
	words := ""
	if r.Visit.School != "" || r.Visit.Round != 0 {
		words = b.placeOf(r.Visit, l)
	}
	words += b.subject(r, l)
	if words == "" {
		return r.Field.In(l)
	}
	return words + fmt.Sprintf(term{"的%s", " %s"}.in(l), r.Field.In(l))
}

// placeOf names a school and a round, or one of them.
func (b *Book) placeOf(v VisitID, l Language) string {
	name := string(v.School)
	if s := b.School(v.School); s != nil {
		name = s.Name
	}
	if v.Round == 0 {
		return "“" + name + "”"
	}
	round := fmt.Sprintf(term{"第%d轮", "round %d"}.in(l), v.Round)
	if v.School == "" {
		return round
	}
	if v.Kind != Routine && v.Kind != 0 {
		round += " " + v.Kind.In(l)
	}
	return "“" + name + "”" + term{"（", " ("}.in(l) + round + term{"）", ")"}.in(l)
}

// Moment is the stamp as a moment in the campaign's zone.
func (b *Book) Moment(s Stamp) time.Time {
	zone := BeijingZone
	if c, ok := b.Campaign(); ok {
		zone = c.Zone
	}
	return time.UnixMilli(s.Millis).In(time.FixedZone("", zone*60))
}
