package inspection

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// refounded is a new laptop's book, set up from a state.
func refounded(t tester, s *State) *laptop {
	t.Helper()
	l := newLaptop(9)
	take := func(author string, f Fact) error {
		if len(f.Writes)+len(f.Adds) == 0 {
			t.Fatal("a fact that says nothing")
		}
		l.take(f, testEpoch)
		l.last.Author = author
		return nil
	}
	if err := Refound(take, &l.Book, s); err != nil {
		t.Fatal(err)
	}
	return l
}

// sameState compares states, and says in which register they part.
func sameState(t tester, want, got *State) {
	t.Helper()
	show := func(s *State) []string {
		var all []string
		for _, h := range s.Holds {
			all = append(all, fmt.Sprintf("%s %+v", h.Register.Field.Name(), h))
		}
		for _, one := range s.Seals {
			for _, d := range one.Amended {
				all = append(all, fmt.Sprintf("%v amended %s %+v", one.Visit, d.Register.Field.Name(), d))
			}
			all = append(all, fmt.Sprint("sealed ", one.Visit))
		}
		return append(all, fmt.Sprint(s.Counts), fmt.Sprint(s.Raised), fmt.Sprint(s.Clashing), fmt.Sprint(s.Numbers))
	}
	a, b := show(want), show(got)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("was\n%s\nis\n%s", a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%d lines became %d: %v", len(a), len(b), (append(a, b...))[min(len(a), len(b))])
	}
	if !reflect.DeepEqual(want, got) {
		t.Fatal("they differ elsewhere")
	}
}

// Whatever laptops did, a book founded on what theirs holds holds the same, and
// shows the same figures and ledger.
func TestRefoundHoldsTheSame(t *testing.T) {
	checks(t, 200)
	met := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		first := oneSchoolYard(t, rapid.IntRange(0, 8).Draw(t, "steps"))
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 12))
		laptops := []*laptop{first.twin(2), first.twin(3)}
		schoolwork(rnd, laptops, rapid.IntRange(1, 120).Draw(t, "n"))
		b := laptops[0]
		b.read(laptops[1], rnd)
		want := b.State()
		again := refounded(t, want)
		sameState(t, want, again.State())
		sameFigures(t, &b.Book, &again.Book)
		b.meet(met)
		if len(want.Clashing) > 0 {
			met["clashing"]++
		}
		if len(want.Numbers) > 0 {
			met["numbers"]++
		}
	})
	for _, what := range []string{"merged", "closed", "amended", "sealed", "talk", "paper", "numbers"} {
		if met[what] == 0 {
			t.Errorf("%s never came about, so this shows little: %v", what, met)
		}
	}
}

// The same over several schools and rounds, with plans, rosters and answers.
func TestRefoundManySchools(t *testing.T) {
	checks(t, 100)
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		laptops := []*laptop{founded(t, 4)}
		laptops = append(laptops, laptops[0].twin(2))
		work(seed, laptops, rapid.IntRange(1, 200).Draw(t, "n"), false)
		b := laptops[1]
		b.read(laptops[0], rand.New(rand.NewPCG(seed, 2)))
		want := b.State()
		again := refounded(t, want)
		sameState(t, want, again.State())
		sameFigures(t, &b.Book, &again.Book)
	})
}

// sameFigures compares what papers print.
func sameFigures(t tester, a, b *Book) {
	t.Helper()
	show := func(b *Book) string {
		var s strings.Builder
		for _, r := range b.Rounds() {
			tally := b.TallyRound(r.No)
			fmt.Fprintln(&s, r, b.Deadlines(r.No), tally.Planned, tally.Begun, tally.Finished, tally.All, tally.Findings, tally.Common(), b.TallyLookBacks(r.No))
			for _, v := range b.VisitsIn(r.No) {
				fmt.Fprintln(&s, v, b.TallyOf(v.ID).All, b.TallyOf(v.ID).Form, b.Figures(v.ID), b.WorksAt(v.ID), b.EvidenceAt(v.ID), b.TeamOf(v.ID))
				for _, f := range b.FindingsAt(v.ID) {
					f.Stamp = Stamp{}
					fmt.Fprintf(&s, "%+v %v %+v\n", f, b.Clashes(&f), b.Rectification(&f))
				}
			}
		}
		fmt.Fprintln(&s, TallyLedger(b.Ledger(), testDay), b.Roster())
		return s.String()
	}
	x, y := strings.Split(show(a), "\n"), strings.Split(show(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			t.Fatalf("was\n%s\nis\n%s", x[i], y[i])
		}
	}
	if len(x) != len(y) {
		t.Fatalf("%d lines became %d", len(x), len(y))
	}
}

// A number that was given and taken back stays burnt.
func TestRefoundKeepsBurntNumbers(t *testing.T) {
	l := oneSchoolYard(t, 0)
	f, err := l.AdoptFinding("f1", l.device, "")
	adopted := l.must(t, f, err)
	f, err = l.Undo(adopted.Dot())
	l.must(t, f, err)
	again := refounded(t, l.State())
	f, err = again.AdoptFinding("f2", l.device, "")
	if err == nil && again.Holder(1, 1) != "" {
		t.Fatalf("the undone right to number came along: %s", again.Holder(1, 1))
	}
	again.must(t, f, err)
	if g, _ := again.Finding("f2"); g.Number.N != 2 {
		t.Errorf("number %d; 1 was given before", g.Number.N)
	}
}

// Every register that a book can have is restored or known to be made anew.
func TestEveryFieldHasAShape(t *testing.T) {
	for f := CampaignID; f < fieldSentinel; f++ {
		anew := slices.Contains([]Field{SealTips, AmendReason}, f)
		if s := shapes[f]; (s == shape{}) != anew {
			t.Errorf("%s: shape %+v", f.Name(), s)
		}
	}
}

func TestFitRefuses(t *testing.T) {
	for _, c := range []struct {
		field Field
		value Value
	}{
		{AnswerVerdict, Value{N: int64(verdicts)}}, {AnswerVerdict, Value{N: -1}}, {AnswerVerdict, Value{Text: "met"}},
		{AnswerNote, Value{Text: strings.Repeat("长", MaxText+1)}}, {FindingTitle, Value{Text: " \n"}}, {FindingTitle, Value{Text: "题", N: 1}},
		{AnswerChecked, Value{N: 4, Of: 3}}, {AnswerChecked, Value{N: 1, Of: -3}}, {VisitBegun, Value{N: lastDay + 1}}, {CampaignZone, Value{N: -2000}},
		{0, Value{}}, {fieldSentinel, Value{}},
	} {
		if v, err := c.field.Fit(c.value); err == nil {
			t.Errorf("%s took %+v as %+v", c.field.Name(), c.value, v)
		}
	}
	if v, err := FindingTitle.Fit(Value{Text: " 标\u202e题\n二 "}); err != nil || v.Text != "标题 二" {
		t.Errorf("%q, %v", v.Text, err)
	}
}

func TestRefoundOnlyOnAnEmptyBook(t *testing.T) {
	l := founded(t, 1)
	err := Refound(func(string, Fact) error { t.Fatal("it wrote"); return nil }, &l.Book, l.State())
	if no, ok := Refused(err); !ok || no.Reason != AlreadyFounded {
		t.Error(err)
	}
}
