package inspection

import "fmt"

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

// Figures are a visit's numbers now, in the order in which a seal lists them, to
// stand beside those of its seal.
func (b *Book) Figures(v VisitID) []Figure {
	t, all := b.TallyOf(v), []Figure(nil)
	if v.Kind == LookBack {
		all = b.lookBackFigures(v)
	} else {
		all = []Figure{
			{"applicable", t.All.Applicable}, {"answered", t.All.Answered()},
			{"met", t.All.Verdicts[Met]}, {"partly", t.All.Verdicts[Partly]}, {"unmet", t.All.Verdicts[Unmet]},
			{"na", t.All.Verdicts[NA]}, {"unclear", t.All.Verdicts[Unclear]},
		}
	}
	all = append(all, Figure{"findings", t.Findings})
	for _, c := range Counters() {
		all = append(all, Figure{c.Name(), int(t.Work[c])})
	}
	return all
}

// lookBackFigures are how often a look-back visit gave each answer.
func (b *Book) lookBackFigures(v VisitID) []Figure {
	var n [relooks]int
	for _, t := range b.LookBackThreads(v) {
		if answer := b.RelookAt(v, t.ID).Answer; answer < relooks {
			n[answer]++
		}
	}
	var all []Figure
	for _, answer := range Relooks() {
		all = append(all, Figure{answer.Name(), n[answer]})
	}
	return all
}

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
	for _, figure := range b.Figures(v) {
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
	for _, figure := range b.Figures(v) {
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
