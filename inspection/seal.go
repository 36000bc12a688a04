package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// SealOf (封存) is what the lead fixed: a visit's figures as they were.
type SealOf struct {
	Day     Day
	By      string
	Why     string // why it was sealed with gaps
	Head    string // hash of the last entry of the sealing device, in hex
	Figures []Figure
}

// Figure is one sealed number.
type Figure struct {
	Name string
	N    int
}

// figures are a visit's numbers in the order in which a seal lists them.
func (b *Book) figures(v VisitID) []Figure {
	t := b.TallyOf(v)
	return []Figure{
		{"applicable", t.All.Applicable}, {"answered", t.All.Answered()},
		{"met", t.All.Verdicts[Met]}, {"partly", t.All.Verdicts[Partly]}, {"unmet", t.All.Verdicts[Unmet]},
		{"na", t.All.Verdicts[NA]}, {"unclear", t.All.Verdicts[Unclear]}, {"findings", t.Findings},
	}
}

// Figures are a visit's numbers now, to stand beside those of its seal.
func (b *Book) Figures(v VisitID) []Figure { return b.figures(v) }

// Seal judges sealing a visit. With gaps left it needs a reason.
func (b *Book) Seal(v VisitID, by DeviceID, name, why string, today Day) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	if _, sealed := b.SealAt(v); sealed {
		return Fact{}, refuse(AlreadySealed, b.School(v.School).Name)
	}
	name, err := line(name)
	if err != nil {
		return Fact{}, err
	}
	if why, err = text(why, MaxText); err != nil {
		return Fact{}, err
	}
	if n := len(b.Gaps(v)); n > 0 && why == "" {
		return Fact{}, refuse(HasGaps, fmt.Sprint(n))
	}
	f := Fact{Kind: Sealed}
	at := func(field Field) Register { return Register{Field: field, Visit: v} }
	b.set(&f, at(SealBy), Value{N: int64(today), Text: name})
	b.change(&f, at(SealWhy), Value{Text: why})
	b.change(&f, at(SealHead), Value{Text: b.head(by)})
	b.change(&f, at(SealTips), Value{Text: b.tips()})
	for _, figure := range b.figures(v) {
		r := at(SealFigure)
		r.Item = ItemCode(figure.Name)
		b.change(&f, r, Value{N: int64(figure.N)})
	}
	return f.sorted(), nil
}

// Unseal judges opening a sealed visit again, with a reason.
func (b *Book) Unseal(v VisitID, why string) (Fact, error) {
	if _, sealed := b.SealAt(v); !sealed {
		return Fact{}, refuse(NotSealed, string(v.School))
	}
	why, err := line(why)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Reopened}
	b.set(&f, Register{Field: SealBy, Visit: v}, Value{})
	b.change(&f, Register{Field: SealWhy, Visit: v}, Value{Text: why})
	return f.sorted(), nil
}

// SealAt is a visit's seal, if it has one.
func (b *Book) SealAt(v VisitID) (SealOf, bool) {
	at := func(field Field) Value { return b.value(Register{Field: field, Visit: v}) }
	by := at(SealBy)
	s := SealOf{Day: Day(by.N), By: by.Text, Why: at(SealWhy).Text, Head: at(SealHead).Text}
	for _, figure := range b.figures(v) {
		n := b.value(Register{Field: SealFigure, Visit: v, Item: ItemCode(figure.Name)}).N
		s.Figures = append(s.Figures, Figure{figure.Name, int(n)})
	}
	return s, !by.IsZero()
}

func (b *Book) head(by DeviceID) string {
	if e := b.Last(by); e != nil {
		return fmt.Sprintf("%x", e.Hash[:])
	}
	return ""
}

// tips are how far each device's entries have arrived, one a line.
func (b *Book) tips() string {
	var all []string
	for _, d := range b.Devices() {
		all = append(all, fmt.Sprintf("%s %d", d.Hex(), len(b.branches[d].run)))
	}
	return strings.Join(all, "\n")
}

func (b *Book) under(v VisitID) map[string]uint64 {
	seen := map[string]uint64{}
	for _, tip := range lines(b.value(Register{Field: SealTips, Visit: v}).Text) {
		var device string
		var seq uint64
		if n, _ := fmt.Sscan(tip, &device, &seq); n == 2 {
			seen[device] = seq
		}
	}
	return seen
}

// sealable are the fields that a seal fixes: what was seen at the school.
// Decisions on findings and their rectification come after it by nature.
func (f Field) sealable() bool {
	switch {
	case f >= AnswerVerdict && f <= FindingItem, f >= FindingBasis && f <= FindingLinked:
		return true
	case f >= EvidenceFile && f <= EvidenceAtFinding, f >= TalkPost && f <= PaperName:
		return true
	}
	return false
}

// Permit is the last word on a fact before it is taken: what concerns a sealed
// visit is an amendment (更正) and has a reason, which becomes part of the fact
// under a name of its own; anything else passes as it is.
func (b *Book) Permit(f Fact, reason, name string) (Fact, error) {
	var sealed []VisitID
	add := func(v VisitID) {
		if _, is := b.SealAt(v); is && !slices.Contains(sealed, v) {
			sealed = append(sealed, v)
		}
	}
	for _, w := range f.Writes {
		if w.Register.Field.sealable() {
			add(w.Register.Visit)
		}
	}
	for _, a := range f.Adds {
		add(a.Visit)
	}
	if len(sealed) == 0 {
		return f, nil
	}
	reason, err := text(reason, MaxText)
	if err != nil {
		return Fact{}, err
	}
	if reason == "" {
		return Fact{}, refuse(IsSealed, b.School(sealed[0].School).Name)
	}
	f.Writes = slices.Clone(f.Writes)
	for _, v := range sealed {
		b.set(&f, Register{Field: AmendReason, Visit: v, ID: name}, Value{Text: reason})
	}
	return f.sorted(), nil
}

// Difference is a register that is not as it was sealed.
type Difference struct {
	Step
	Reasons []string
}

// Differences list what of a visit is not as it was sealed (更正), with the
// reasons given. It includes what arrived late from other laptops.
func (b *Book) Differences(v VisitID) []Difference {
	s, seen := b.visits[v], b.under(v)
	if s == nil || len(seen) == 0 {
		return nil
	}
	var then Book
	reasons := map[Register][]string{}
	for _, e := range b.LogOf(v, "") {
		if e.Seq <= seen[e.Device.Hex()] {
			then.Apply(e)
			continue
		}
		for i := range e.Fact.Writes {
			r := e.Fact.Writes[i].Register
			if r.Visit == v && r.Field.sealable() {
				reasons[r] = append(reasons[r], e.reason(v))
			}
		}
	}
	var all []Difference
	for r, why := range reasons {
		if from, to := then.value(r), b.value(r); from != to {
			why = slices.DeleteFunc(why, func(s string) bool { return s == "" })
			all = append(all, Difference{Step{r, from, to}, slices.Compact(why)})
		}
	}
	slices.SortFunc(all, func(x, y Difference) int {
		return cmp.Or(CompareCodes(x.Register.Item, y.Register.Item), x.Register.Compare(y.Register))
	})
	return all
}

func (e *Entry) reason(v VisitID) string {
	for i := range e.Fact.Writes {
		if w := &e.Fact.Writes[i]; w.Register.Field == AmendReason && w.Register.Visit == v {
			return w.Value.Text
		}
	}
	return ""
}
