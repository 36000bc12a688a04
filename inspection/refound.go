package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Refound sets up in an empty book what another one held. take records each
// fact and applies it before the next is judged; author is whose words it
// holds, empty where that is not known. As with [Founding], nothing of it is
// taken back by u. What was sealed is set down as it was sealed, then sealed,
// and then amended with the reasons given, so that the differences of a seal
// are again what they were.
func Refound(take func(author string, f Fact) error, b *Book, s *State) error {
	if b.Len() > 0 {
		return refuse(AlreadyFounded, "")
	}
	r := refounding{Book: b, s: s, record: take, base: map[Register]Value{}, authors: map[Register]string{}, homes: map[FindingID]VisitID{}}
	if err := r.read(); err != nil {
		return err
	}
	for _, step := range []func() error{r.frame, r.answers, r.findings, r.works, r.numbers, r.seals, r.amend} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// refounding is a book that is being set up.
type refounding struct {
	*Book
	s       *State
	record  func(author string, f Fact) error
	base    map[Register]Value // as it was before what was amended later
	authors map[Register]string
	order   []Register // of base
	homes   map[FindingID]VisitID
}

// read checks every value, and finds what each register held before it was
// amended.
func (r *refounding) read() error {
	put := func(at Register, v Value) error {
		fit, err := at.Field.Fit(v)
		if err == nil && !fit.IsZero() {
			r.base[at] = fit
		}
		return err
	}
	for _, h := range r.s.Holds {
		if err := put(h.Register, h.Value); err != nil {
			return err
		}
		if h.Register.Field == FindingTitle {
			r.homes[FindingID(h.Register.ID)] = h.Register.Visit
		}
		if h.Author != "" {
			r.authors[h.Register] = h.Author
		}
	}
	for _, one := range r.s.Seals {
		for _, d := range one.Amended {
			if d.Register.Field == SealFigure || d.Register.Visit != one.Visit {
				continue
			}
			delete(r.base, d.Register)
			if err := put(d.Register, d.From); err != nil {
				return err
			}
		}
	}
	for at := range r.base {
		r.order = append(r.order, at)
	}
	slices.SortFunc(r.order, Register.Compare)
	return nil
}

// take records a fact, unless there is nothing in it.
func (r *refounding) take(author string, f Fact) error {
	if len(f.Writes)+len(f.Adds) == 0 {
		return nil
	}
	f.Kind = Founded
	return r.record(author, f.sorted())
}

// those are the registers that are wanted, as one fact.
func (r *refounding) those(want func(Register) bool) Fact {
	var f Fact
	for _, at := range r.order {
		if want(at) {
			r.set(&f, at, r.base[at])
		}
	}
	return f
}

// frame sets up the campaign, its lists, schools, members and plan.
func (r *refounding) frame() error {
	within := func(ranges ...[2]Field) func(Register) bool {
		return func(at Register) bool {
			return slices.ContainsFunc(ranges, func(x [2]Field) bool { return at.Field >= x[0] && at.Field <= x[1] })
		}
	}
	for _, want := range []func(Register) bool{
		within([2]Field{CampaignID, RoundChecklist}, [2]Field{RoundDeadlines, RoundDeadlines}, [2]Field{OfficeWords, OfficeScale}),
		within([2]Field{ChecklistTitle, ItemTypical}, [2]Field{ItemFrom, ItemFrom}),
		within([2]Field{SchoolName, SchoolNote}, [2]Field{SchoolClosed, SchoolGroup}),
		within([2]Field{MemberName, MemberTeam}),
		within([2]Field{VisitPlanned, VisitParent}, [2]Field{VisitTeam, VisitTeam}, [2]Field{VisitBatch, VisitTo}),
	} {
		if err := r.take("", r.those(want)); err != nil {
			return err
		}
	}
	return r.emptyPlan()
}

// emptyPlan says of some school that it is not planned where no visit is, so
// that the book is founded all the same, see [Book.IsFounded].
func (r *refounding) emptyPlan() error {
	var f Fact
	if schools := r.Roster(); len(r.visits) == 0 && len(schools) > 0 {
		r.set(&f, Register{Field: VisitPlanned, Visit: VisitID{Round: 1, Kind: Routine, School: schools[0].Code}}, Value{})
	}
	return r.take("", f)
}

// hand is whose words a fact holds, and at which visit.
type hand struct {
	visit  VisitID
	author string
}

// byHand takes registers of visits, one fact for each visit and author.
func (r *refounding) byHand(want func(Register) bool, author func(Register) string, adds []Add) error {
	all := map[hand]*Fact{}
	var order []hand
	of := func(h hand) *Fact {
		if all[h] == nil {
			all[h] = &Fact{}
			order = append(order, h)
		}
		return all[h]
	}
	for _, at := range r.order {
		if want(at) {
			r.set(of(hand{at.Visit, author(at)}), at, r.base[at])
		}
	}
	for _, a := range adds {
		f := of(hand{visit: a.Visit})
		f.Adds = append(f.Adds, a)
	}
	slices.SortFunc(order, func(x, y hand) int { return cmp.Or(x.visit.Compare(y.visit), strings.Compare(x.author, y.author)) })
	for _, h := range order {
		if err := r.take(h.author, *all[h]); err != nil {
			return err
		}
	}
	return nil
}

// answers are by whoever gave the verdict.
func (r *refounding) answers() error {
	isAnswer := func(at Register) bool { return at.Field >= AnswerVerdict && at.Field <= AnswerChecked }
	return r.byHand(isAnswer, func(at Register) string {
		at.Field = AnswerVerdict
		return r.authors[at]
	}, nil)
}

func (f Field) ofFinding() bool {
	return f >= FindingTitle && f <= FindingNumber || f >= RectifyWords && f <= RectifyReopened
}

// findings are raised one by one, so that their order is known again. A number
// that another has with the better right comes after that.
func (r *refounding) findings() error {
	all, clashing := map[FindingID]*Fact{}, map[FindingID]bool{}
	order := slices.Clone(r.s.Raised)
	for _, id := range order {
		all[id] = &Fact{}
	}
	for _, id := range r.s.Clashing {
		clashing[id] = true
	}
	var later Fact
	for _, at := range r.order {
		if !at.Field.ofFinding() {
			continue
		}
		id := FindingID(at.ID)
		if all[id] == nil { // it was there when its visit was sealed, and is gone
			all[id] = &Fact{}
			order = append(order, id)
		}
		if at.Field == FindingNumber && clashing[id] {
			r.set(&later, at, r.base[at])
			continue
		}
		r.set(all[id], at, r.base[at])
	}
	for _, id := range order {
		f := all[id]
		if len(f.Writes) == 0 { // raised after its visit was sealed; this keeps its place
			r.set(f, Register{Field: FindingOpinion, Visit: r.homes[id], ID: string(id)}, Value{})
		}
		title := Register{Field: FindingTitle, Visit: f.Writes[0].Register.Visit, ID: string(id)}
		if err := r.take(r.authors[title], *f); err != nil {
			return err
		}
	}
	return r.take("", later)
}

// works are evidence, lists and counters, and what look-backs answered.
func (r *refounding) works() error {
	isWork := func(at Register) bool {
		return at.Field == LookBackAnswer || at.Field >= EvidenceFile && at.Field <= ClueHanded ||
			at.Field == SealWhy && r.base[Register{Field: SealBy, Visit: at.Visit}].IsZero()
	}
	was := map[Register]int64{}
	for _, one := range r.s.Seals {
		for _, d := range one.Amended {
			if d.Register.Field == SealFigure {
				was[d.Register] = d.From.N - d.To.N
			}
		}
	}
	adds := slices.Clone(r.s.Counts)
	for i := range adds {
		at := counted(adds[i].Visit, adds[i].Counter)
		adds[i].N += was[at]
		delete(was, at)
	}
	for at, n := range was { // counted when it was sealed, and since taken off again
		c, err := ParseCounter(string(at.Item))
		if err != nil {
			return err
		}
		adds = append(adds, Add{Visit: at.Visit, Counter: c, N: n})
	}
	adds = slices.DeleteFunc(adds, func(a Add) bool { return a.N == 0 })
	slices.SortFunc(adds, func(x, y Add) int { return cmp.Or(x.Visit.Compare(y.Visit), cmp.Compare(x.Counter, y.Counter)) })
	return r.byHand(isWork, func(at Register) string { return r.authors[at] }, adds)
}

// numbers sees that a number which was given and taken back is not given again,
// and who numbers.
func (r *refounding) numbers() error {
	holders := r.those(func(at Register) bool { return at.Field == NumberHolder })
	for _, last := range r.s.Numbers {
		n := numbering{last.Round, last.Team}
		if last.N <= r.Book.numbers[n] {
			continue
		}
		at := Register{Field: FindingNumber, Visit: r.someVisit(last.Round), ID: fmt.Sprintf("burnt-%d-%d", n.round, n.team)}
		var give, takeBack Fact
		r.set(&give, at, Value{N: int64(last.N), Of: int64(last.Team), Text: r.printed(n, last.N)})
		if err := r.take("", give); err != nil {
			return err
		}
		r.set(&takeBack, at, Value{})
		if err := r.take("", takeBack); err != nil {
			return err
		}
	}
	return r.take("", holders)
}

// someVisit is a visit of a round, to say something of the round at.
func (r *refounding) someVisit(n RoundNo) VisitID {
	for _, at := range r.order {
		if at.Visit.Round == n && at.Visit.Kind != 0 {
			return at.Visit
		}
	}
	return VisitID{Round: n}
}
