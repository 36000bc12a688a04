package inspection

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// all is an incoming roster that speaks of everything.
func all(r Roster) Incoming {
	return Incoming{Roster: r, Traits: AllTraits,
		Says: []Field{SchoolStage, SchoolOwnership, SchoolTraits, SchoolArea, SchoolNote, SchoolGroup, SchoolClosed}}
}

const someDay = Day(20_800)

// compared compares, and fails when that is refused.
func (l *laptop) compared(t tester, in Incoming, removeGone bool) *RosterChange {
	t.Helper()
	c, err := l.CompareRoster(in, someDay, removeGone)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// taken applies a comparison.
func (l *laptop) taken(t tester, in Incoming, removeGone bool) *Entry {
	t.Helper()
	f, err := l.compared(t, in, removeGone).Fact()
	return l.must(t, f, err)
}

func TestRosterChange(t *testing.T) {
	l := founded(t, 5)
	do := l.doing(t)
	do(l.Answer(VisitID{1, Routine, "S003"}, "1.01", Change{Verdict: point(Met)}))
	in := Incoming{Says: []Field{SchoolArea}, Roster: Roster{
		{Code: "S002", Name: "示例2小", Area: "东片"},
		{Code: "S001", Name: "示例第一小学"},
		{Name: "示例5小"},
		{Name: "示例新园", Stage: Kindergarten},
	}}
	c := l.compared(t, in, true)
	if len(c.New) != 1 || c.New[0].Code != "S006" || c.New[0].Stage != StageUnknown {
		t.Errorf("new: %+v; a column that the file lacks was taken over, or the code is not the next", c.New)
	}
	if len(c.Changed) != 2 || c.Changed[0].Is.Area != "东片" || c.Changed[0].Is.Stage != l.School("S002").Stage || !c.Changed[1].Renamed() {
		t.Errorf("changed: %+v", c.Changed)
	}
	if fmt.Sprint(c.Moved) != "[S001]" && fmt.Sprint(c.Moved) != "[S002]" {
		t.Errorf("moved: %v", c.Moved)
	}
	if len(c.Gone) != 2 || c.Gone[0].Fate != Closes || !c.Gone[0].Work || c.Gone[1].Fate != TakenOff {
		t.Errorf("gone: %+v", c.Gone)
	}
	was := l.Roster()
	plans := len(l.VisitsIn(2))
	e := do(c.Fact())
	if got := fmt.Sprint(l.Codes()); got != "[S002 S003 S001 S005 S006]" {
		t.Errorf("now %s", got)
	}
	if s := l.School("S003"); s.Closed != someDay || l.TallyOf(VisitID{1, Routine, "S003"}).All.Answered() != 1 {
		t.Errorf("the closed one: %+v", s)
	}
	if l.School("S004") != nil || len(l.VisitsIn(2)) != plans-1 {
		t.Error("the one without work is still on the roster, or on the plan")
	}
	if _, err := l.Plan(VisitID{1, Routine, "S004"}, true); err != (Refusal{NoSuchSchool, "S004"}) {
		t.Errorf("planning one that was taken off: %v", err)
	}
	do(l.Undo(e.Dot()))
	if !slices.Equal(l.Roster(), was) || len(l.VisitsIn(2)) != plans {
		t.Errorf("after undoing: %+v", l.Roster())
	}
}

func TestGoneStaysUnlessAsked(t *testing.T) {
	l := founded(t, 4)
	r := l.Roster()
	r[2].Note = "改"
	c := l.compared(t, all(r[2:3]), false)
	if len(c.Gone) != 3 || c.Gone[0].Fate != StaysOn || len(c.Moved) != 0 || len(c.fact.Writes) != 1 {
		t.Errorf("%+v, %d writes", c.Gone, len(c.fact.Writes))
	}
}

func TestClosedSchoolKeepsItsWorkAndIsNotPlanned(t *testing.T) {
	l := founded(t, 3)
	do := l.doing(t)
	do(l.Answer(VisitID{1, Routine, "S001"}, "1.01", Change{Verdict: point(Met)}))
	do(l.Plan(VisitID{3, Routine, "S001"}, false))
	r := l.Roster()
	r[0].Closed = ClosedSomeday
	l.taken(t, all(r), false)
	closed := Refusal{SchoolIsClosed, "示例1小"}
	if s := l.School("S001"); s.Closed != someDay {
		t.Errorf("closed on %v", s.Closed)
	}
	if _, err := l.Plan(VisitID{3, Routine, "S001"}, true); err != closed {
		t.Errorf("planned: %v", err)
	}
	if _, err := l.Move(3, VisitID{2, Routine, "S001"}); err != closed {
		t.Errorf("moved: %v", err)
	}
	if _, err := l.Replan([]VisitID{{3, Routine, "S001"}}); err != closed {
		t.Errorf("replanned: %v", err)
	}
	for _, v := range append(EveryRound(l.Roster(), 3), OneRoundEach(l.Roster(), 3)...) {
		if v.School == "S001" {
			t.Error("a plan of all schools has it")
		}
	}
	do(l.Answer(VisitID{1, Routine, "S001"}, "1.02", Change{Verdict: point(Met)})) // what was begun goes on
	again := l.Roster()
	again[0].Closed = ClosedSomeday
	if c, err := l.CompareRoster(all(again), someDay+9, false); err != nil || !c.IsEmpty() {
		t.Errorf("said again that it is closed: %v %+v", err, c.Changed)
	}
	again[0].Closed = 0
	l.taken(t, all(again), false)
	do(l.Plan(VisitID{3, Routine, "S001"}, true))
}

func TestCodesOfFiles(t *testing.T) {
	l := founded(t, 3)
	names := Roster{{Name: "示例 ３小"}, {Name: "示例1小"}, {Name: "新一"}, {Name: "新二"}}
	c := l.compared(t, Incoming{Roster: names}, false)
	if len(c.New) != 2 || c.New[0].Code != "S004" || c.New[1].Code != "S005" || len(c.Recoded) != 0 || len(c.Gone) != 1 {
		t.Errorf("by name: %+v", c)
	}
	numbered := slices.Clone(names)
	for i := range numbered {
		numbered[i].Code = SchoolCode(fmt.Sprint(i + 1))
	}
	c = l.compared(t, Incoming{Roster: numbered, Numbered: true}, false)
	if len(c.New) != 2 || c.New[0].Code != "S004" || len(c.Recoded) != 0 {
		t.Errorf("numbered: %+v", c.New)
	}
	official := Roster{{Code: "2151000001", Name: "示例1小"}, {Code: "2151000009", Name: "新三"}}
	c = l.compared(t, Incoming{Roster: official}, false)
	if len(c.New) != 1 || c.New[0].Code != "2151000009" || len(c.Recoded) != 1 || c.Recoded[0].Was.Code != "S001" {
		t.Errorf("official codes: %+v", c)
	}
	if _, err := l.CompareRoster(Incoming{Roster: Roster{{Code: "A", Name: "甲"}, {Code: "A", Name: "乙"}}}, someDay, false); err != (Refusal{SchoolTwice, "A"}) {
		t.Errorf("a code twice: %v", err)
	}
}

func TestCodesAreNotUsedAgain(t *testing.T) {
	l := founded(t, 3)
	l.taken(t, all(l.Roster()[:2]), true)
	c := l.compared(t, Incoming{Roster: Roster{{Name: "新一"}}}, false)
	if len(c.New) != 1 || c.New[0].Code != "S004" {
		t.Errorf("%+v: S003 was somebody else's", c.New)
	}
}

func TestSameSchoolByAnotherName(t *testing.T) {
	for _, pair := range [][2]string{
		{"示例一小", "示例第一小学"}, {"示例一小", "示例区第1小学校"}, {"示例二中", "示例第二初级中学"}, {"花园幼儿园", "花园幼"}, {"示例小学（北）", "示例小学(北)"},
	} {
		if likeName(pair[0]) != likeName(pair[1]) {
			t.Errorf("%v: %s and %s", pair, likeName(pair[0]), likeName(pair[1]))
		}
	}
	if likeName("示例一小") == likeName("示例二小") || likeName("示例小学") == likeName("示例中学") {
		t.Error("two schools are one")
	}
	l := founded(t, 2)
	c := l.compared(t, Incoming{Roster: Roster{{Code: "S002", Name: "示例2小"}, {Code: "N1", Name: "示例第一小学"}}}, false)
	if len(c.Alike) != 1 || !c.Alike[0].Renamed || c.Alike[0].Other.Code != "S001" {
		t.Errorf("a likely new name: %+v", c.Alike)
	}
}

// Spreadsheets drop the zeros in front of a code.
func TestCodesWithoutTheirZeros(t *testing.T) {
	l := founded(t, 0)
	l.taken(t, Incoming{Roster: Roster{{Code: "001", Name: "示例一小"}, {Code: "002", Name: "示例二小"}}}, false)
	c := l.compared(t, Incoming{Roster: Roster{{Code: "1", Name: "完全另一所"}, {Code: "002", Name: "示例二小"}, {Code: "10", Name: "再一所"}}}, false)
	if len(c.Alike) != 1 || c.Alike[0].One.Code != "1" || c.Alike[0].Other.Code != "001" || !c.Alike[0].Renamed {
		t.Errorf("%+v", c.Alike)
	}
	c = l.compared(t, Incoming{Roster: Roster{{Code: "1", Name: "示例 一小"}, {Code: "2", Name: "示例第二小学"}}}, false)
	if len(c.Recoded) != 1 || c.Recoded[0].Was.Code != "001" || len(c.Alike) != 1 || c.Alike[0].One.Code != "2" {
		t.Errorf("by name: %+v, alike: %+v", c.Recoded, c.Alike)
	}
}

// A school that one laptop takes off while another works there comes back with
// the work.
func TestWorkBringsASchoolBack(t *testing.T) {
	l := founded(t, 3)
	other := newLaptop(2)
	for _, e := range l.branches[l.device].run {
		other.Apply(e)
	}
	v := VisitID{2, Routine, "S003"}
	begun := other.doing(t)(other.Begin(v, 20_700))
	work := other.doing(t)(other.Answer(v, "1.01", Change{Verdict: point(Unmet)}))
	off := l.taken(t, all(l.Roster()[:2]), true)
	if l.School("S003") != nil || len(l.Codes()) != 2 {
		t.Fatal("not taken off")
	}
	l.Apply(begun)
	l.Apply(work)
	other.Apply(off)
	for name, b := range map[string]*Book{"one": &l.Book, "other": &other.Book} {
		if b.School("S003") == nil || len(b.Codes()) != 3 || b.TallyRound(2).Begun != 1 {
			t.Errorf("%s has lost the school with its work", name)
		}
	}
	if dump(&l.Book) != dump(&other.Book) {
		t.Error("the order of entries matters")
	}
}

func TestEnteringIsNotUndoneUnderAPlan(t *testing.T) {
	l := founded(t, 2)
	e := l.taken(t, Incoming{Roster: append(l.Roster(), School{Code: "N", Name: "新小"})}, false)
	plan := l.doing(t)(l.Plan(VisitID{1, Routine, "N"}, true))
	if _, err := l.Undo(e.Dot()); err != (Refusal{VisitHasWork, "新小"}) {
		t.Errorf("undone: %v", err)
	}
	l.doing(t)(l.Undo(plan.Dot()))
	l.doing(t)(l.Undo(e.Dot()))
	if l.School("N") != nil {
		t.Error("still there")
	}
}

// drawRoster draws an incoming roster: schools of the book in any order, with
// anything changed, and new ones.
func drawRoster(t *rapid.T, l *laptop) Roster {
	var r Roster
	for _, s := range rapid.Permutation(l.Roster()).Draw(t, "order") {
		if rapid.IntRange(0, 4).Draw(t, "goes") == 0 {
			continue
		}
		r = append(r, s)
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "new") {
		n := fmt.Sprintf("%d-%d", l.Len(), i) // never the same again
		r = append(r, School{Code: SchoolCode("N" + n), Name: "新" + n + "小"})
	}
	for i := range r {
		s := &r[i]
		s.Order = i + 1
		if rapid.Bool().Draw(t, "changes") {
			s.Name += rapid.SampledFrom([]string{"", "（北）", "分校"}).Draw(t, "name")
			s.Area = rapid.SampledFrom([]string{"", "东片", "西片"}).Draw(t, "area")
			s.Group = rapid.SampledFrom([]string{"", "示例集团"}).Draw(t, "group")
			s.Stage = Stage(rapid.IntRange(0, int(stages)-1).Draw(t, "stage"))
			s.Known = Traits(rapid.IntRange(0, int(AllTraits)).Draw(t, "known"))
			s.Traits = s.Known & Traits(rapid.IntRange(0, int(AllTraits)).Draw(t, "traits"))
			s.Closed = Day(rapid.SampledFrom([]int{0, 20_000}).Draw(t, "closed"))
		}
	}
	return r
}

// Applying a comparison gives the incoming roster and what was kept; comparing
// again finds nothing; undoing brings everything back.
func TestRosterChangeIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := founded(t, rapid.IntRange(1, 9).Draw(t, "schools"))
		for _, code := range l.Codes() {
			if rapid.IntRange(0, 3).Draw(t, "work") == 0 {
				l.doing(t)(l.Answer(VisitID{1, Routine, code}, "1.01", Change{Verdict: point(Met)}))
			}
		}
		for range rapid.IntRange(1, 3).Draw(t, "times") {
			checkRosterChange(t, l, drawRoster(t, l), rapid.Bool().Draw(t, "remove"))
		}
	})
}

func checkRosterChange(t *rapid.T, l *laptop, r Roster, remove bool) {
	before, plans := l.Roster(), planned3(l)
	c := l.compared(t, all(r), remove)
	f, err := c.Fact()
	if err == nil {
		e := l.must(t, f, nil)
		l.doing(t)(l.Undo(e.Dot()))
		if !slices.Equal(l.Roster(), before) || planned3(l) != plans {
			t.Fatalf("undoing left\n%v\nof\n%v", l.Roster(), before)
		}
		l.must(t, changeOf(t, l, r, remove), nil)
	}
	kept := map[SchoolCode]bool{}
	for _, g := range c.Gone {
		kept[g.Code] = g.Fate != TakenOff
		if g.Work && g.Fate == TakenOff || remove && g.Work && l.School(g.Code).Closed == 0 || !remove && g.Fate != StaysOn {
			t.Fatalf("%+v when asked %v", g, remove)
		}
	}
	var got Roster
	for _, s := range l.Roster() {
		if !kept[s.Code] {
			got = append(got, s)
		}
	}
	for i := range got {
		got[i].Order = i + 1
	}
	if !slices.Equal(got, r) {
		t.Fatalf("got\n%v\nwant\n%v", got, r)
	}
	if again := l.compared(t, all(r), remove); !again.IsEmpty() || len(again.New)+len(again.Changed)+len(again.Moved) > 0 {
		t.Fatalf("again: %+v", again)
	}
}

// changeOf is the change once more, from the book as it is after undoing.
func changeOf(t *rapid.T, l *laptop, r Roster, remove bool) Fact {
	f, err := l.compared(t, all(r), remove).Fact()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func planned3(l *laptop) string {
	var s strings.Builder
	for n := RoundNo(1); n <= 3; n++ {
		fmt.Fprintln(&s, l.VisitsIn(n))
	}
	return s.String()
}

// The fewest that stand out of order are told, and no others.
func TestStrays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "places")
		out := strays(places)
		rest := slices.DeleteFunc(slices.Clone(places), func(p int) bool { return slices.Contains(out, p) })
		if !slices.IsSorted(rest) {
			t.Fatalf("%v without %v is out of order", places, out)
		}
		for mask := range 1 << len(places) { // no larger rest is in order
			var some []int
			for i, p := range places {
				if mask>>i&1 == 1 {
					some = append(some, p)
				}
			}
			if len(some) > len(rest) && slices.IsSorted(some) {
				t.Fatalf("%v: %v could stay, not only %v", places, some, rest)
			}
		}
	})
}
