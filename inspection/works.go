package inspection

import (
	"cmp"
	"slices"
	"strings"
)

// TalkSort says why somebody was talked to. Stored: add at the end.
type TalkSort uint8

// The sorts.
const (
	_        TalkSort = iota
	Must              // 必谈
	Elective          // 选谈
	talkSorts
)

// Talk (个别谈话) is one talk held. The person is named by post.
type Talk struct {
	ID   string
	Post string
	Sort TalkSort
	By   []string // the inspectors, at least two
	Day  Day
}

// PaperStanding says where a paper is that was asked for. Stored: add at the
// end.
type PaperStanding uint8

// The standings.
const (
	_      PaperStanding = iota
	Asked                // 已调阅
	Handed               // 已移交巡察组
	Back                 // 已归还
	paperStandings
)

// Paper (调阅资料) is one paper asked for.
type Paper struct {
	ID    string
	Name  string
	State PaperStanding
	Day   Day // of the state
}

// Clue (问题线索) is the hand-over of clues, never their content: how many, when,
// to which organ.
type Clue struct {
	ID    string
	Count int
	Day   Day
	Organ string
}

// HoldTalk judges listing a talk, or putting right what is listed under its ID;
// a new one counts one in Talks. Two inspectors hold a talk.
func (b *Book) HoldTalk(v VisitID, id string, t Talk) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	post, err := line(t.Post)
	if err != nil {
		return Fact{}, err
	}
	by, err := people(t.By)
	if err != nil {
		return Fact{}, err
	}
	if len(by) < 2 {
		return Fact{}, refuse(OneInspector, post)
	}
	if id == "" || t.Sort == 0 || t.Sort >= talkSorts {
		return Fact{}, refuse(NoSuchChoice, "")
	}
	f, at := Fact{Kind: Worked}, Register{Field: TalkPost, Visit: v, ID: id}
	if b.value(at).IsZero() {
		f.Adds = []Add{{Visit: v, Counter: Talks, N: 1}}
	}
	b.change(&f, at, Value{N: int64(t.Sort), Text: post})
	at.Field = TalkBy
	b.change(&f, at, Value{Text: strings.Join(by, "\n")})
	at.Field = TalkDay
	b.change(&f, at, Value{N: int64(t.Day)})
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, post)
	}
	return f.sorted(), nil
}

// AskPaper judges asking for a paper, or putting right the name of one.
func (b *Book) AskPaper(v VisitID, id, name string, day Day) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	name, err := line(name)
	if err != nil {
		return Fact{}, err
	}
	if id == "" {
		return Fact{}, refuse(NoSuchPaper, name)
	}
	f, at := Fact{Kind: Worked}, Register{Field: PaperState, Visit: v, ID: id}
	if b.value(at).IsZero() {
		b.set(&f, at, Value{N: int64(Asked), Of: int64(day)})
	}
	at.Field = PaperName
	b.change(&f, at, Value{Text: name})
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, name)
	}
	return f.sorted(), nil
}

// AskPapers judges asking for several papers at once, taken back as one. names
// are theirs by ID.
func (b *Book) AskPapers(v VisitID, names map[string]string, day Day) (Fact, error) {
	all := Fact{Kind: Worked}
	for id, name := range names {
		f, err := b.AskPaper(v, id, name, day)
		if err != nil {
			return Fact{}, err
		}
		all.Writes = append(all.Writes, f.Writes...)
	}
	if len(all.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return all.sorted(), nil
}

// MovePaper judges that a paper was handed over or given back; handing over
// counts one in Papers.
func (b *Book) MovePaper(v VisitID, id string, to PaperStanding, day Day) (Fact, error) {
	at := Register{Field: PaperState, Visit: v, ID: id}
	now := PaperStanding(b.value(at).N)
	if now == 0 || to == 0 || to >= paperStandings {
		return Fact{}, refuse(NoSuchPaper, id)
	}
	if now == to {
		return Fact{}, refuse(NothingSaid, id)
	}
	f := Fact{Kind: Worked}
	b.set(&f, at, Value{N: int64(to), Of: int64(day)})
	switch {
	case now == Asked: // also when it went back at once
		f.Adds = []Add{{Visit: v, Counter: Papers, N: 1}}
	case to == Asked:
		f.Adds = []Add{{Visit: v, Counter: Papers, N: -1}}
	}
	return f, nil
}

// MaxClues is the most that one hand-over can hold.
const MaxClues = maxChecked

// HandOver judges recording that clues were handed to an organ.
func (b *Book) HandOver(v VisitID, id string, c Clue) (Fact, error) {
	if err := b.visitable(v); err != nil {
		return Fact{}, err
	}
	organ, err := line(c.Organ)
	if err != nil {
		return Fact{}, err
	}
	if id == "" || c.Count < 1 || c.Count > MaxClues {
		return Fact{}, refuse(BadChecked, "")
	}
	f := Fact{Kind: Worked}
	b.set(&f, Register{Field: ClueHanded, Visit: v, ID: id}, Value{N: int64(c.Count), Of: int64(c.Day), Text: organ})
	return f, nil
}

// Strike judges taking a talk, a paper or a hand-over off the lists, where it
// was set down by mistake; what it counted is taken off too.
func (b *Book) Strike(v VisitID, id string) (Fact, error) {
	f := Fact{Kind: Worked}
	for _, field := range []Field{TalkPost, TalkBy, TalkDay, PaperName, PaperState, ClueHanded} {
		at := Register{Field: field, Visit: v, ID: id}
		now := b.value(at)
		switch {
		case now.IsZero():
			continue
		case field == TalkPost:
			f.Adds = append(f.Adds, Add{Visit: v, Counter: Talks, N: -1})
		case field == PaperState && PaperStanding(now.N) != Asked:
			f.Adds = append(f.Adds, Add{Visit: v, Counter: Papers, N: -1})
		}
		b.set(&f, at, Value{})
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// Works are the lists of a visit's work.
type Works struct {
	Talks  []Talk
	Papers []Paper
	Clues  []Clue
}

// WorksAt are the lists of a visit's work, each by day.
func (b *Book) WorksAt(v VisitID) Works {
	var w Works
	s := b.visits[v]
	if s == nil {
		return w
	}
	for r := range s.works {
		b.readWork(&w, r)
	}
	slices.SortFunc(w.Talks, func(x, y Talk) int { return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID)) })
	slices.SortFunc(w.Papers, func(x, y Paper) int { return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID)) })
	slices.SortFunc(w.Clues, func(x, y Clue) int { return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID)) })
	return w
}

func (b *Book) readWork(w *Works, r Register) {
	value := b.value(r)
	if value.IsZero() {
		return
	}
	at := func(field Field) Value { return b.value(Register{Field: field, Visit: r.Visit, ID: r.ID}) }
	switch r.Field {
	case TalkPost:
		w.Talks = append(w.Talks, Talk{
			ID: r.ID, Post: value.Text, Sort: TalkSort(value.N), By: lines(at(TalkBy).Text), Day: Day(at(TalkDay).N),
		})
	case PaperName:
		state := at(PaperState)
		w.Papers = append(w.Papers, Paper{ID: r.ID, Name: value.Text, State: PaperStanding(state.N), Day: Day(state.Of)})
	case ClueHanded:
		w.Clues = append(w.Clues, Clue{ID: r.ID, Count: int(value.N), Day: Day(value.Of), Organ: value.Text})
	}
}
