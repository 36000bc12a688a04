package inspection

import (
	"slices"
	"strings"
)

// Details are what a finding sheet (问题底稿) holds besides title and facts.
type Details struct {
	Basis       string // rule and article
	Dimension   Dimension
	Focus       Focus
	Level       Level
	Nature      Nature
	Duty        Duty
	Discoverer  string
	Undertakers []string // 承办人: at least two, or it is not adopted
	Checked     Checked
	FixNow      bool // 立行立改
	Linked      []ItemCode
}

// Level says whose problem it is. Stored: add at the end.
type Level uint8

// The levels.
const (
	_            Level = iota
	OfTeam             // 班子问题
	OfDepartment       // 部门问题
	levels
)

// Nature says how deep it goes: no rule (风险点), a rule not followed (问题点), a
// rule not followed with integrity at risk (出血点). Stored: add at the end.
type Nature uint8

// The natures.
const (
	_       Nature = iota
	Risk           // 风险点
	Problem        // 问题点
	Bleed          // 出血点
	natures
)

// Duty is a set of steps on the ladder of responsibility. Stored: add at the
// end.
type Duty uint8

// The ladder.
const (
	MainBody    Duty = 1 << iota // 主体责任
	FirstPerson                  // 第一责任人责任
	Leading                      // 主要领导责任
	Direct                       // 直接责任
	Supervision                  // 监督责任
	allDuties   = 1<<iota - 1
)

// bring has a new finding take along what its item and answer say already, so
// that nothing is typed twice.
func (b *Book) bring(f *Fact, id FindingID, v VisitID, code ItemCode) {
	b.detail(f, id, v, b.brought(v, code))
}

func (b *Book) brought(v VisitID, code ItemCode) Details {
	list := b.ChecklistOf(v.Round)
	if code == "" || list == nil {
		return Details{}
	}
	it := list.Item(code)
	sec := list.Section(it.Section)
	return Details{Basis: it.Basis, Dimension: sec.Dimension, Focus: sec.Focus, Checked: b.AnswerAt(v, code).Checked}
}

// detail writes those details that differ from the ones shown.
func (b *Book) detail(f *Fact, id FindingID, v VisitID, d Details) {
	fixNow := int64(0)
	if d.FixNow {
		fixNow = 1
	}
	linked := make([]string, len(d.Linked))
	for i, code := range d.Linked {
		linked[i] = string(code)
	}
	for _, w := range []struct {
		field Field
		value Value
	}{
		{FindingBasis, Value{Text: d.Basis}},
		{FindingFrame, Value{N: int64(d.Dimension), Of: int64(d.Focus)}},
		{FindingLevel, Value{N: int64(d.Level)}},
		{FindingNature, Value{N: int64(d.Nature)}},
		{FindingDuty, Value{N: int64(d.Duty)}},
		{FindingDiscoverer, Value{Text: d.Discoverer}},
		{FindingUndertakers, Value{Text: strings.Join(d.Undertakers, "\n")}},
		{FindingChecked, Value{N: int64(d.Checked.N), Of: int64(d.Checked.Of)}},
		{FindingFixNow, Value{N: fixNow}},
		{FindingLinked, Value{Text: strings.Join(linked, "\n")}},
	} {
		b.change(f, Register{Field: w.field, Visit: v, ID: string(id)}, w.value)
	}
}

func (s *findingState) details() Details {
	at := s.value
	frame, n := at(FindingFrame), at(FindingChecked)
	d := Details{
		Basis: at(FindingBasis).Text, Dimension: Dimension(frame.N), Focus: Focus(frame.Of),
		Level: Level(at(FindingLevel).N), Nature: Nature(at(FindingNature).N), Duty: Duty(at(FindingDuty).N),
		Discoverer: at(FindingDiscoverer).Text, Undertakers: lines(at(FindingUndertakers).Text),
		Checked: Checked{N: int(n.N), Of: int(n.Of)}, FixNow: at(FindingFixNow).N != 0,
	}
	for _, code := range lines(at(FindingLinked).Text) {
		d.Linked = append(d.Linked, ItemCode(code))
	}
	return d
}

func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Detail judges new details for a finding: all of them as they are to be.
func (b *Book) Detail(id FindingID, d Details) (Fact, error) {
	now, err := b.draft(id)
	if err != nil {
		return Fact{}, err
	}
	if err := b.checkDetails(now.Visit, &d); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Revised}
	b.detail(&f, id, now.Visit, d)
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, now.Title)
	}
	return f.sorted(), nil
}

// RaiseWith judges a new finding with its details in one action. fill is given
// those that the item and its answer bring, and changes them; nil leaves them.
func (b *Book) RaiseWith(id FindingID, v VisitID, item ItemCode, title, facts string, fill func(*Details)) (Fact, error) {
	f, err := b.Raise(id, v, item, title, facts)
	if err != nil || fill == nil {
		return f, err
	}
	d := b.brought(v, item)
	fill(&d)
	if err := b.checkDetails(v, &d); err != nil {
		return Fact{}, err
	}
	f.Writes = slices.DeleteFunc(f.Writes, func(w Write) bool { return w.Register.Field.isDetail() })
	b.detail(&f, id, v, d)
	return f.sorted(), nil
}

func (f Field) isDetail() bool { return f >= FindingBasis && f <= FindingLinked }

// Rewrite judges new words and details of a finding in one action: all of them
// as they are to be.
func (b *Book) Rewrite(id FindingID, title, facts string, d Details) (Fact, error) {
	now, err := b.draft(id)
	if err != nil {
		return Fact{}, err
	}
	if err := b.checkDetails(now.Visit, &d); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Revised}
	if err := b.word(&f, id, now.Visit, title, facts); err != nil {
		return Fact{}, err
	}
	b.detail(&f, id, now.Visit, d)
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, now.Title)
	}
	return f.sorted(), nil
}

func (b *Book) checkDetails(v VisitID, d *Details) (err error) {
	if d.Basis, err = text(d.Basis, MaxText); err != nil {
		return err
	}
	if d.Discoverer, err = text(d.Discoverer, MaxTitle); err != nil {
		return err
	}
	if d.Undertakers, err = people(d.Undertakers); err != nil {
		return err
	}
	if d.Level >= levels || d.Nature >= natures || d.Duty&^allDuties != 0 || d.Dimension > 4 || d.Focus > 4 {
		return refuse(NoSuchChoice, "")
	}
	if !d.Checked.valid() {
		return refuse(BadChecked, "")
	}
	list := b.ChecklistOf(v.Round)
	for _, code := range d.Linked {
		if list == nil || list.Item(code) == nil {
			return refuse(NoSuchItem, string(code))
		}
	}
	return nil
}

// people cleans a list of names, leaving out empty ones and those that stand
// twice.
func people(names []string) ([]string, error) {
	var clean []string
	seen := map[string]bool{}
	for _, n := range names {
		name, err := text(strings.ReplaceAll(Clean(n), "\n", " "), MaxTitle)
		if err != nil {
			return nil, err
		}
		if name != "" && !seen[name] {
			seen[name] = true
			clean = append(clean, name)
		}
	}
	return clean, nil
}
