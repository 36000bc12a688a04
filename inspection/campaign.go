package inspection

import (
	"cmp"
	"slices"
)

// Campaign (巡察工作) is the whole: its name, the organ that does it, the zone
// of its days.
type Campaign struct {
	ID    string
	Title string
	Organ string // as it is to stand on papers; nothing is printed by itself
	Zone  int    // minutes east of UTC
}

// Round (轮次) is one authorised step of the campaign.
type Round struct {
	No         RoundNo
	Title      string
	Start, End Day
	Checklist  ChecklistID
}

type roundState struct {
	visits []VisitID // ever planned or begun
	sorted bool
	there  []Visit // of them those planned or begun; nil when they have to be read again
	tally  *RoundTally
	epoch  uint64
	stale  []VisitID // to be counted again

	recusals []Recusal
	tied     bool // recusals are as the book is

	codes map[ItemCode]bool // ever answered
	list  *Checklist        // that stray and known rest on
	known int               // how many codes stray rests on
	stray []ItemCode        // codes that are not on the list
}

// Found judges opening a campaign. A book has one for ever.
func (b *Book) Found(c Campaign) (Fact, error) {
	if _, ok := b.Campaign(); ok {
		return Fact{}, refuse(AlreadyFounded, "")
	}
	title, err := line(c.Title)
	if err != nil {
		return Fact{}, err
	}
	organ, err := text(c.Organ, MaxTitle)
	if err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: Founded}
	b.set(&f, Register{Field: CampaignID}, Value{Text: c.ID})
	b.set(&f, Register{Field: CampaignTitle}, Value{Text: title})
	b.set(&f, Register{Field: CampaignOrgan}, Value{Text: organ})
	b.set(&f, Register{Field: CampaignZone}, Value{N: int64(c.Zone)})
	return f.sorted(), nil
}

// Campaign is the book's campaign, if it has one.
func (b *Book) Campaign() (Campaign, bool) {
	id := b.value(Register{Field: CampaignID})
	return Campaign{
		ID:    id.Text,
		Title: b.value(Register{Field: CampaignTitle}).Text,
		Organ: b.value(Register{Field: CampaignOrgan}).Text,
		Zone:  int(b.value(Register{Field: CampaignZone}).N),
	}, !id.IsZero()
}

// Schedule judges what a round is called and when it is.
func (b *Book) Schedule(r Round) (Fact, error) {
	if _, ok := b.Campaign(); !ok {
		return Fact{}, refuse(NoCampaign, "")
	}
	if r.No == 0 {
		return Fact{}, refuse(NoSuchRound, "0")
	}
	title, err := line(r.Title)
	if err != nil {
		return Fact{}, err
	}
	if r.Start != 0 && r.End != 0 && r.End < r.Start {
		return Fact{}, refuse(DaysReversed, title)
	}
	f := Fact{Kind: Scheduled}
	at := VisitID{Round: r.No}
	b.change(&f, Register{Field: RoundTitle, Visit: at}, Value{Text: title})
	b.change(&f, Register{Field: RoundStart, Visit: at}, Value{N: int64(r.Start)})
	b.change(&f, Register{Field: RoundEnd, Visit: at}, Value{N: int64(r.End)})
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, title)
	}
	return f.sorted(), nil
}

// Rounds are the campaign's rounds in their order.
func (b *Book) Rounds() []Round {
	all := make([]Round, 0, len(b.rounds))
	for n := range b.rounds {
		if r, ok := b.Round(n); ok {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(x, y Round) int { return cmp.Compare(x.No, y.No) })
	return all
}

// Round is the round of a number, if it was set up.
func (b *Book) Round(n RoundNo) (Round, bool) {
	at := VisitID{Round: n}
	r := Round{
		No:        n,
		Title:     b.value(Register{Field: RoundTitle, Visit: at}).Text,
		Start:     Day(b.value(Register{Field: RoundStart, Visit: at}).N),
		End:       Day(b.value(Register{Field: RoundEnd, Visit: at}).N),
		Checklist: ChecklistID(b.value(Register{Field: RoundChecklist, Visit: at}).Text),
	}
	return r, r.Title != ""
}

// Enrol judges entering schools on the roster, or changing them. Fields that
// are as they were are not written.
func (b *Book) Enrol(r Roster) (Fact, error) {
	if _, ok := b.Campaign(); !ok {
		return Fact{}, refuse(NoCampaign, "")
	}
	f := Fact{Kind: Enrolled}
	seen := map[SchoolCode]bool{}
	for _, s := range r {
		if seen[s.Code] || s.Code == "" {
			return Fact{}, refuse(SchoolTwice, string(s.Code))
		}
		seen[s.Code] = true
		if err := b.enrol(&f, s); err != nil {
			return Fact{}, err
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

func (b *Book) enrol(f *Fact, s School) error {
	name, err := line(s.Name)
	if err != nil {
		return err
	}
	area, err := text(s.Area, MaxTitle)
	if err != nil {
		return err
	}
	note, err := text(s.Note, MaxText)
	if err != nil {
		return err
	}
	group, err := text(s.Group, MaxTitle)
	if err != nil {
		return err
	}
	at := func(field Field, v Value) {
		b.change(f, Register{Field: field, Visit: VisitID{School: s.Code}}, v)
	}
	at(SchoolName, Value{Text: name})
	at(SchoolOrder, Value{N: int64(s.Order)})
	at(SchoolStage, Value{N: int64(s.Stage)})
	at(SchoolOwnership, Value{N: int64(s.Ownership)})
	at(SchoolTraits, Value{N: int64(s.Traits & s.Known), Of: int64(s.Known)})
	at(SchoolArea, Value{Text: area})
	at(SchoolNote, Value{Text: note})
	at(SchoolGroup, Value{Text: group})
	at(SchoolClosed, Value{N: int64(s.Closed)})
	return nil
}

// Adopt judges a checklist taken over for rounds. Its items and sections are
// set down with it, so that a book needs no other file to be read. A version is
// one for ever: another content under its ID is refused. Answers stay with the
// codes of their items; a code that now stands for something else is refused
// where anything rests on it.
func (b *Book) Adopt(c *Checklist, rounds ...RoundNo) (Fact, error) {
	if err := c.check(); err != nil {
		return Fact{}, err
	}
	f := Fact{Kind: ListAdopted}
	if now := b.Checklist(c.ID); now != nil && (now.Title != c.Title || !Compare(now, c).Same()) {
		return Fact{}, refuse(ListDiffers, string(c.ID))
	}
	if err := b.enter(&f, c); err != nil {
		return Fact{}, err
	}
	for _, n := range rounds {
		if _, ok := b.Round(n); !ok {
			return Fact{}, refuse(NoSuchRound, n.String())
		}
		if code, ok := b.reused(c, n); ok {
			return Fact{}, refuse(CodeReused, string(code))
		}
		b.change(&f, Register{Field: RoundChecklist, Visit: VisitID{Round: n}}, Value{Text: string(c.ID)})
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, c.Title)
	}
	return f.sorted(), nil
}

func (b *Book) enter(f *Fact, c *Checklist) error {
	at := func(field Field, name string, v Value) error {
		words, err := text(v.Text, MaxText)
		v.Text = words
		b.change(f, Register{Field: field, Item: ItemCode(name), ID: string(c.ID)}, v)
		return err
	}
	if err := at(ChecklistTitle, "", Value{Text: c.Title}); err != nil {
		return err
	}
	place := int64(0)
	for _, s := range c.Sections {
		if err := at(SectionName, sectionKey(s.Number), Value{N: int64(s.Dimension), Of: int64(s.Focus), Text: s.Name}); err != nil {
			return err
		}
		for i := range s.Items {
			place++
			if err := s.Items[i].enter(at, place, s.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

func (it *Item) enter(at func(Field, string, Value) error, place int64, section int) error {
	confirmed := int64(0)
	if it.Confirmed {
		confirmed = 1
	}
	for _, w := range []struct {
		field Field
		value Value
	}{
		{ItemTitle, Value{N: place, Of: int64(section), Text: it.Title}},
		{ItemLook, Value{Text: it.Look}},
		{ItemApplies, Value{N: int64(it.Applies)}},
		{ItemBasis, Value{N: confirmed, Text: it.Basis}},
		{ItemMethods, Value{N: int64(it.Methods)}},
		{ItemPapers, Value{Text: papersText(it.Papers)}},
		{ItemTypical, Value{Text: it.Typical}},
		{ItemFrom, Value{Text: fromText(it.From)}},
	} {
		if err := at(w.field, string(it.Code), w.value); err != nil {
			return err
		}
	}
	return nil
}
