package inspection

import "slices"

// Verdict (评定) is what was found at an item. Stored: add at the end.
type Verdict uint8

// The verdicts. None is an item without one.
const (
	None     Verdict = iota
	Met              // 符合
	Partly           // 基本符合
	Unmet            // 不符合
	NA               // 不适用
	Unclear          // 未查清
	verdicts         // not stored
)

// Verdicts are all verdicts in the order of their keys.
func Verdicts() []Verdict { return []Verdict{Met, Partly, Unmet, NA, Unclear} }

// Methods (方式) is a set of ways of looking. Stored: add at the end.
type Methods uint8

// The methods.
const (
	ByDocuments Methods = 1 << iota // 查阅资料
	ByTalk                          // 个别谈话
	BySite                          // 实地查看
	BySurvey                        // 问卷
	ByCompare                       // 比对
	allMethods  = 1<<iota - 1
)

// Each are the methods of the set, one by one.
func (m Methods) Each() []Methods {
	var each []Methods
	for bit := ByDocuments; bit <= ByCompare; bit <<= 1 {
		if m&bit != 0 {
			each = append(each, bit)
		}
	}
	return each
}

// Checked is how many were looked at and how many of them had the problem:
// 3 of 10 vouchers. The zero Checked says nothing.
type Checked struct{ N, Of int }

// maxChecked bounds what somebody can have looked at.
const maxChecked = 1_000_000

func (c Checked) valid() bool {
	return c == Checked{} || (c.Of > 0 && c.Of <= maxChecked && 0 <= c.N && c.N <= c.Of)
}

// Answer (作答) is what one visit says of one item.
type Answer struct {
	Verdict Verdict
	Methods Methods
	Note    string
	Checked Checked
	Stamp   Stamp  // of the shown verdict; zero when there is none
	Author  string // of the shown verdict
}

// Change is what somebody wants to set in an answer; nil leaves a part alone.
type Change struct {
	Verdict *Verdict
	Methods *Methods
	Note    *string
	Checked *Checked
}

// Answer judges a change to the answer of one item at a visit.
func (b *Book) Answer(v VisitID, code ItemCode, c Change) (Fact, error) {
	if err := b.answerable(v, code); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Answered}
	at := func(field Field, value Value) {
		r := Register{Field: field, Visit: v, Item: code}
		if !value.IsZero() || !b.value(r).IsZero() { // clearing what is clear says nothing
			b.set(&f, r, value)
		}
	}
	if c.Verdict != nil {
		if *c.Verdict >= verdicts {
			return Fact{}, refuse(NoSuchVerdict, "")
		}
		at(AnswerVerdict, Value{N: int64(*c.Verdict)})
	}
	if c.Methods != nil {
		if *c.Methods&^allMethods != 0 {
			return Fact{}, refuse(NoSuchMethod, "")
		}
		at(AnswerMethods, Value{N: int64(*c.Methods)})
	}
	if c.Note != nil {
		note, err := text(*c.Note, MaxText)
		if err != nil {
			return Fact{}, err
		}
		at(AnswerNote, Value{Text: note})
	}
	if c.Checked != nil {
		if !c.Checked.valid() {
			return Fact{}, refuse(BadChecked, "")
		}
		at(AnswerChecked, Value{N: int64(c.Checked.N), Of: int64(c.Checked.Of)})
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, string(code))
	}
	return f.sorted(), nil
}

// answerable refuses an item that this visit cannot answer.
func (b *Book) answerable(v VisitID, code ItemCode) error {
	if err := b.visitable(v); err != nil {
		return err
	}
	list := b.ChecklistOf(v.Round)
	if list == nil || v.Kind == LookBack {
		return refuse(NoChecklist, "")
	}
	item := list.Item(code)
	if item == nil {
		return refuse(NoSuchItem, string(code))
	}
	if s := b.School(v.School); item.Applies.Of(s) == No {
		return refuse(NotApplicable, string(code))
	}
	return nil
}

// AnswerAt is the answer of an item at a visit.
func (b *Book) AnswerAt(v VisitID, code ItemCode) Answer {
	at := Register{Field: AnswerVerdict, Visit: v, Item: code}
	var a Answer
	if c := b.cells[at]; c != nil && c.top.write != nil {
		a.Verdict = verdictOf(c.top.write.Value)
		a.Stamp, a.Author = c.top.entry.Stamp, c.top.entry.Author
	}
	at.Field = AnswerMethods
	a.Methods = Methods(b.value(at).N)
	at.Field = AnswerNote
	a.Note = b.value(at).Text
	at.Field = AnswerChecked
	n := b.value(at)
	a.Checked = Checked{N: int(n.N), Of: int(n.Of)}
	return a
}

// verdictOf reads a stored verdict; one of a newer release counts as not yet
// found out, so that no figure calls it answered.
func verdictOf(v Value) Verdict {
	if v.N < 0 || v.N >= int64(verdicts) {
		return Unclear
	}
	return Verdict(v.N)
}

// Noted is the note of one item at a visit.
type Noted struct {
	Item ItemCode
	Note string
}

// NotesAt are the notes of a visit, by item. It looks at what was written, not
// at the checklist, and so costs little where there are few.
func (b *Book) NotesAt(v VisitID) []Noted {
	s := b.visits[v]
	if s == nil {
		return nil
	}
	seen := map[ItemCode]bool{}
	var all []Noted
	for _, e := range s.entries {
		for _, w := range e.writesTo(AnswerNote, v) {
			r := w.Register
			if seen[r.Item] {
				continue
			}
			seen[r.Item] = true
			if note := b.value(r).Text; note != "" {
				all = append(all, Noted{r.Item, note})
			}
		}
	}
	slices.SortFunc(all, func(x, y Noted) int { return CompareCodes(x.Item, y.Item) })
	return all
}

// writesTo are an entry's writes to one field of a visit.
func (e *Entry) writesTo(f Field, v VisitID) []Write {
	all := e.Fact.Writes
	from, _ := slices.BinarySearchFunc(all, Register{Field: f, Visit: v}, func(w Write, r Register) int { return w.Register.Compare(r) })
	to := from
	for to < len(all) && all[to].Register.Field == f && all[to].Register.Visit == v {
		to++
	}
	return all[from:to]
}
