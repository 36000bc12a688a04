package inspection

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// tester is a *testing.T or a *rapid.T.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// laptop is a book with a device: it stamps facts as a journal would, by a
// clock that may be wrong.
type laptop struct {
	Book
	device DeviceID
	last   *Entry
	stamp  Stamp
	skew   int64 // of its clock, in milliseconds
}

func newLaptop(n byte) *laptop { return &laptop{device: DeviceID{n}} }

var testEpoch = time.Date(2026, 9, 7, 9, 0, 0, 0, time.UTC).UnixMilli()

// take stamps and applies a fact at a true time.
func (l *laptop) take(f Fact, now int64) *Entry {
	l.stamp = l.stamp.Next(now + l.skew)
	e := &Entry{Device: l.device, Seq: 1, Stamp: l.stamp, Author: fmt.Sprintf("组员%d", l.device[0]), Fact: f}
	if l.last != nil {
		e.Seq, e.Prev = l.last.Seq+1, l.last.Hash
	}
	e.Hash = sha256.Sum256(fmt.Appendf(nil, "%v %v %v %v %v", e.Device, e.Seq, e.Stamp, e.Prev, e.Fact))
	l.last = e
	l.Apply(e)
	return e
}

// must takes a fact that has to be allowed.
func (l *laptop) must(t tester, f Fact, err error) *Entry {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return l.take(f, testEpoch)
}

func testChecklist() *Checklist {
	c := &Checklist{ID: "t1", Title: "示例清单"}
	for i := 1; i <= 3; i++ {
		s := Section{Number: i, Name: fmt.Sprintf("板块%d", i), Dimension: Dimension(i), Focus: Focus(i)}
		for j := 1; j <= 3; j++ {
			it := Item{Code: ItemCode(fmt.Sprintf("%d.%02d", i, j)), Title: "要点", Section: i}
			if j == 3 {
				it.Applies = []Conditions{IfCanteen, IfPublic, IfKindergarten | IfBus}[i-1]
			}
			s.Items = append(s.Items, it)
		}
		c.Sections = append(c.Sections, s)
	}
	return c
}

func testRoster(n int) Roster {
	r := make(Roster, n)
	for i := range r {
		r[i] = School{Code: SchoolCode(fmt.Sprintf("S%03d", i+1)), Name: fmt.Sprintf("示例%d小", i+1), Order: i + 1,
			Stage: Stage(i % int(stages)), Ownership: Ownership(i % int(ownerships)), Known: Traits(i) & AllTraits, Traits: Canteen}
	}
	return r
}

// founded is a laptop with a campaign in three rounds, every school in each.
func founded(t tester, schools int) *laptop {
	t.Helper()
	l := newLaptop(1)
	take := func(f Fact) error { l.take(f, testEpoch); return nil }
	err := Founding(take, &l.Book, Campaign{ID: "c", Title: DefaultTitle, Zone: BeijingZone}, testRoster(schools), testChecklist(), true)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// dump is everything that a book shows, in one order.
func dump(b *Book) string {
	var s strings.Builder
	for _, r := range slices.SortedFunc(maps.Keys(b.cells), Register.Compare) {
		if c := b.cells[r]; c.top.entry != nil {
			fmt.Fprintln(&s, r, b.heads(r), b.value(r), b.conflicts[r])
		}
	}
	for _, r := range b.Rounds() {
		t := b.TallyRound(r.No)
		fmt.Fprintln(&s, r, t.Planned, t.Begun, t.Finished, t.All, t.Findings, t.Common())
		for _, v := range b.VisitsIn(r.No) {
			fmt.Fprintln(&s, v, b.TallyOf(v.ID).All, b.FindingsAt(v.ID))
			for _, c := range Counters() {
				fmt.Fprint(&s, b.Counted(v.ID, c), " ")
			}
		}
	}
	dumpLife(&s, b)
	dumpTeams(&s, b)
	for _, e := range b.Log() {
		fmt.Fprintln(&s, e.Dot(), b.Say(e, Chinese))
	}
	return s.String()
}

// act lets a laptop do one random thing that is allowed.
func (l *laptop) act(rnd *rand.Rand, now int64) *Entry {
	v := VisitID{Round: RoundNo(1 + rnd.IntN(3)), Kind: Routine, School: SchoolCode(fmt.Sprintf("S%03d", 1+rnd.IntN(4)))}
	item := ItemCode(fmt.Sprintf("%d.%02d", 1+rnd.IntN(3), 1+rnd.IntN(3)))
	f, err := l.random(rnd, v, item)
	if err != nil {
		return nil
	}
	return l.take(f, now)
}

func (l *laptop) random(rnd *rand.Rand, v VisitID, item ItemCode) (Fact, error) {
	verdict, note := Verdict(rnd.IntN(int(verdicts))), fmt.Sprint("记录", rnd.IntN(9))
	switch rnd.IntN(12) {
	case 0:
		return l.Raise(FindingID(fmt.Sprint(l.device[0], "-", l.Len())), v, item, "标题"+note, note)
	case 1, 2:
		if all := l.FindingsAt(v); len(all) > 0 && rnd.IntN(2) == 0 {
			return l.life(rnd, v)
		} else if len(all) > 0 {
			return l.rework(rnd, all[rnd.IntN(len(all))].ID, note)
		}
		return l.Begin(v, 20000)
	case 3:
		return l.Count(v, Counter(1+rnd.IntN(6)), int64(rnd.IntN(5)))
	case 4, 5:
		return l.randomUndo(rnd)
	case 6:
		if all := l.Conflicts(); len(all) > 0 {
			c := all[rnd.IntN(len(all))]
			return l.Choose(c.Register, c.Claims[rnd.IntN(len(c.Claims))].Dot)
		}
		return l.Plan(v, rnd.IntN(2) == 0)
	case 7:
		s := *l.School(v.School)
		s.Traits, s.Known = Traits(rnd.IntN(16)), Traits(rnd.IntN(16))
		return l.Enrol(Roster{s})
	case 8:
		return l.Answer(v, item, Change{Note: &note, Checked: &Checked{N: rnd.IntN(3), Of: 3}})
	}
	return l.Answer(v, item, Change{Verdict: &verdict})
}

func (l *laptop) rework(rnd *rand.Rand, id FindingID, note string) (Fact, error) {
	switch rnd.IntN(3) {
	case 0:
		return l.Withdraw(id)
	case 1:
		return l.Restore(id)
	}
	return l.Revise(id, "标题"+note, note)
}

func (l *laptop) randomUndo(rnd *rand.Rand) (Fact, error) {
	last, err := l.LastDone(l.device)
	if rnd.IntN(2) == 0 {
		last, err = l.LastUndone(l.device)
	}
	if err != nil {
		return Fact{}, err
	}
	return l.Undo(last)
}

// work has laptops act, and now and then read some of another's entries.
func work(seed uint64, laptops []*laptop, n int, forks bool) []*Entry {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var all []*Entry
	for i := range n {
		now := testEpoch + int64(i)*1000
		l := laptops[rnd.IntN(len(laptops))]
		if forks && rnd.IntN(500) == 0 {
			l.last = l.back(rnd.IntN(5)) // an old copy of the book goes on writing
		}
		if rnd.IntN(10) == 0 {
			l.read(laptops[rnd.IntN(len(laptops))], rnd)
		}
		if e := l.act(rnd, now); e != nil {
			all = append(all, e)
		}
	}
	return all
}

func (l *laptop) back(n int) *Entry {
	br := l.branches[l.device]
	if br == nil || len(br.run) == 0 {
		return l.last
	}
	return br.run[max(0, len(br.run)-1-n)]
}

// read applies another's entries that are new here, all or a part, in any order.
func (l *laptop) read(from *laptop, rnd *rand.Rand) {
	var all []*Entry
	for _, br := range from.branches {
		br.each(func(e *Entry) {
			if l.Entry(e.Dot()) == nil {
				all = append(all, e)
			}
		})
	}
	sortEntries(all)
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if rnd.IntN(2) == 0 {
		all = all[:len(all)/2]
	}
	for _, e := range all {
		l.Apply(e)
		if e.Stamp.Compare(l.stamp) > 0 && e.Stamp.Millis < testEpoch+1e9 {
			l.stamp = e.Stamp
		}
	}
}

// crew is n laptops that share a founding.
func crew(t testing.TB, n int) []*laptop {
	first := founded(t, 4)
	all := []*laptop{first}
	for i := 2; i <= n; i++ {
		l := newLaptop(byte(i))
		l.skew = int64(i-3) * 400 * 24 * 3600 * 1000
		for _, e := range first.Log() {
			l.Apply(e)
		}
		all = append(all, l)
	}
	return all
}

func checkAnyOrder(t tester, start, all []*Entry, rnd *rand.Rand, shuffles int) {
	t.Helper()
	all = append(slices.Clone(start), all...)
	var want string
	for i := range shuffles {
		var b Book
		for _, e := range all {
			b.Apply(e)
		}
		for range len(all) / 10 {
			b.Apply(all[rnd.IntN(len(all))])
		}
		switch got := dump(&b); {
		case i == 0:
			want = got
		case got != want:
			t.Fatalf("another order, another book:\n%s", firstDifference(want, got))
		}
		if b.Len() != len(all) {
			t.Fatalf("%d entries, %d in the book", len(all), b.Len())
		}
		checkHeads(t, &b)
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
}

// checkHeads counts every register's heads again without an order: those of its
// writes that no other names in its base.
func checkHeads(t tester, b *Book) {
	t.Helper()
	written := map[Register][]Dot{}
	replaced := map[Register]map[Dot]bool{}
	for _, e := range b.Log() {
		for _, w := range e.Fact.Writes {
			written[w.Register] = append(written[w.Register], e.Dot())
			if replaced[w.Register] == nil {
				replaced[w.Register] = map[Dot]bool{}
			}
			for _, d := range w.Base {
				replaced[w.Register][d] = true
			}
		}
	}
	for r, dots := range written {
		dots = slices.DeleteFunc(dots, func(d Dot) bool { return replaced[r][d] })
		slices.SortFunc(dots, Dot.compare)
		if !slices.Equal(dots, b.heads(r)) {
			t.Fatalf("heads of %v: %v, counted again %v", r, b.heads(r), dots)
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "one is longer"
}

func TestAnyOrderAnyRepetition(t *testing.T) {
	laptops := crew(t, 5)
	start := laptops[0].Log()
	all := work(7, laptops, 16_000, true)
	if len(all) < 10_000 {
		t.Fatalf("only %d entries", len(all))
	}
	var b Book
	for _, e := range append(start, all...) {
		b.Apply(e)
	}
	if len(b.Conflicts()) == 0 {
		t.Fatal("no conflict arose, so this shows little")
	}
	checkAnyOrder(t, start, all, rand.New(rand.NewPCG(7, 7)), 3)
}

func TestAnyOrderOfFewEntries(t *testing.T) {
	laptops := crew(t, 1)
	start := laptops[0].Log()
	rapid.Check(t, func(t *rapid.T) {
		laptops := []*laptop{newLaptop(1), newLaptop(2), newLaptop(3)}
		for i, l := range laptops {
			l.device[1] = 9 // not the founder's
			l.skew = int64(rapid.IntRange(-400, 400).Draw(t, "skew")) * 24 * 3600 * 1000
			for _, e := range start {
				l.Apply(e)
			}
			l.device[0] = byte(i + 1)
		}
		seed := rapid.Uint64().Draw(t, "seed")
		n := rapid.IntRange(1, 80).Draw(t, "n")
		all := work(seed, laptops, n, rapid.Bool().Draw(t, "forks"))
		checkAnyOrder(t, start, all, rand.New(rand.NewPCG(seed, 2)), 3)
	})
}

func TestOwnWriteIsShownWhateverTheClocksSay(t *testing.T) {
	laptops := crew(t, 2)
	slow, fast := laptops[0], laptops[1]
	slow.skew, fast.skew = -1e10, 1e10
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	met, unmet := Met, Unmet
	f, err := fast.Answer(v, "1.01", Change{Verdict: &met})
	slow.Apply(fast.must(t, f, err))
	f, err = slow.Answer(v, "1.01", Change{Verdict: &unmet})
	e := slow.must(t, f, err)
	if got := slow.AnswerAt(v, "1.01").Verdict; got != Unmet {
		t.Errorf("the slow clock undid its own later write: %v", got)
	}
	fast.Apply(e)
	if got := fast.AnswerAt(v, "1.01").Verdict; got != Unmet {
		t.Errorf("the other laptop shows %v", got)
	}
	if len(fast.Conflicts()) != 0 {
		t.Error("a write that saw the other is no conflict")
	}
}

func TestConflictIsSeenAndSettled(t *testing.T) {
	laptops := crew(t, 2)
	a, b := laptops[0], laptops[1]
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	met, unmet := Met, Unmet
	f, err := a.Answer(v, "1.01", Change{Verdict: &met})
	x := a.must(t, f, err)
	f, err = b.Answer(v, "1.01", Change{Verdict: &unmet})
	y := b.must(t, f, err)
	a.Apply(y)
	b.Apply(x)
	if got := a.Conflicts(); len(got) != 1 || len(got[0].Claims) != 2 {
		t.Fatalf("conflicts: %v", got)
	}
	if dump(&a.Book) != dump(&b.Book) {
		t.Fatal("the laptops differ")
	}
	c := a.Conflicts()[0]
	f, err = a.Choose(c.Register, c.Claims[1].Dot)
	b.Apply(a.must(t, f, err))
	if len(a.Conflicts())+len(b.Conflicts()) != 0 {
		t.Error("still a conflict after choosing")
	}
	if a.AnswerAt(v, "1.01").Verdict != verdictOf(c.Claims[1].Value) {
		t.Error("the other claim is shown")
	}
}
