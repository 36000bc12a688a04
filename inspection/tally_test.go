package inspection

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// given answers items of one visit, by their codes.
func (l *laptop) given(t tester, v VisitID, answers map[ItemCode]Verdict) {
	t.Helper()
	for _, code := range slices.Sorted(maps.Keys(answers)) {
		verdict := answers[code]
		f, err := l.Answer(v, code, Change{Verdict: &verdict})
		l.must(t, f, err)
	}
}

// oneSchool is a laptop with one school as it is wanted, in three rounds.
func oneSchool(t tester, s School) (*laptop, VisitID) {
	t.Helper()
	l := founded(t, 1)
	s.Code, s.Name, s.Order = "S001", "示例一小", 1
	f, err := l.Enrol(Roster{s})
	if _, refused := Refused(err); !refused {
		l.must(t, f, err)
	}
	return l, VisitID{Round: 1, Kind: Routine, School: "S001"}
}

// canteenSchool is known to have a canteen and no more, and to be public.
var canteenSchool = School{Stage: Primary, Ownership: Public, Known: AllTraits, Traits: Canteen}

func TestTallyRules(t *testing.T) {
	for _, c := range []struct {
		name     string
		school   School
		answers  map[ItemCode]Verdict
		progress Rate
		met      Rate
		finished bool
		tally    Tally // Applicable, Undecided and Hidden alone
	}{
		{
			name: "nothing said has nothing to divide by", school: canteenSchool,
			progress: Rate{ProgressRule, 0, 8, 0}, met: Rate{MetRule, 0, 0, 0}, tally: Tally{Applicable: 8},
		},
		{
			name: "未查清 is no answer, and is left out of the rate", school: canteenSchool,
			answers:  map[ItemCode]Verdict{"1.01": Met, "1.02": Unclear},
			progress: Rate{ProgressRule, 1, 8, 0}, met: Rate{MetRule, 1, 1, 1}, tally: Tally{Applicable: 8},
		},
		{
			name: "不适用 is an answer, and is left out of the rate", school: canteenSchool,
			answers:  map[ItemCode]Verdict{"1.01": Met, "1.02": NA, "1.03": Unmet},
			progress: Rate{ProgressRule, 3, 8, 0}, met: Rate{MetRule, 1, 2, 1}, tally: Tally{Applicable: 8},
		},
		{
			name: "only 不适用 has nothing to divide by", school: canteenSchool,
			answers:  map[ItemCode]Verdict{"1.01": NA, "1.02": NA},
			progress: Rate{ProgressRule, 2, 8, 0}, met: Rate{MetRule, 0, 0, 2}, tally: Tally{Applicable: 8},
		},
		{
			name: "finished with 未查清 among it", school: canteenSchool,
			answers: map[ItemCode]Verdict{"1.01": Met, "1.02": Met, "1.03": Met, "2.01": Met, "2.02": Met,
				"2.03": Partly, "3.01": Unmet, "3.02": Unclear},
			progress: Rate{ProgressRule, 7, 8, 0}, met: Rate{MetRule, 5, 7, 1}, finished: true, tally: Tally{Applicable: 8},
		},
		{
			name: "what is unknown of a school hides nothing", school: School{Stage: Primary, Ownership: Public},
			answers:  map[ItemCode]Verdict{"1.03": Unmet},
			progress: Rate{ProgressRule, 1, 8, 0}, met: Rate{MetRule, 0, 1, 0}, tally: Tally{Applicable: 8, Undecided: 1},
		},
		{
			name: "nothing known at all", school: School{},
			progress: Rate{ProgressRule, 0, 9, 0}, met: Rate{MetRule, 0, 0, 0}, tally: Tally{Applicable: 9, Undecided: 3},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, v := oneSchool(t, c.school)
			l.given(t, v, c.answers)
			got := l.TallyOf(v).All
			if got.Progress() != c.progress || got.Met() != c.met || got.Finished() != c.finished {
				t.Errorf("progress %v, met %v, finished %v", got.Progress(), got.Met(), got.Finished())
			}
			if got.Applicable != c.tally.Applicable || got.Undecided != c.tally.Undecided || got.Hidden != c.tally.Hidden {
				t.Errorf("counted %+v, want %+v", got, c.tally)
			}
		})
	}
}

func TestTallyHidesWhatNoLongerApplies(t *testing.T) {
	l, v := oneSchool(t, canteenSchool)
	l.given(t, v, map[ItemCode]Verdict{"1.01": Met, "1.03": Unmet})
	bare := canteenSchool
	bare.Code, bare.Name, bare.Order, bare.Traits = "S001", "示例一小", 1, 0
	f, err := l.Enrol(Roster{bare})
	l.must(t, f, err)
	if got := l.TallyOf(v).All; got.Hidden != 1 || got.Applicable != 7 || got.Met() != (Rate{MetRule, 1, 1, 0}) {
		t.Errorf("an answer that does not apply any more is counted: %+v", got)
	}
	if got := l.Uncounted(v); !slices.Equal(got, []ItemCode{"1.03"}) {
		t.Errorf("it is not listed: %v", got)
	}
	if len(l.TallyRound(1).Common()) != 0 {
		t.Error("it is a common problem")
	}
	bare.Traits = Canteen
	f, err = l.Enrol(Roster{bare})
	l.must(t, f, err)
	if got := l.TallyOf(v).All; got.Hidden != 0 || got.Verdicts[Unmet] != 1 {
		t.Errorf("it did not come back: %+v", got)
	}
}

func TestRates(t *testing.T) {
	tally := Tally{Applicable: 1000}
	tally.Verdicts = [verdicts]int{None: 100, Met: 688, Partly: 80, Unmet: 32, NA: 60, Unclear: 40}
	for _, c := range []struct {
		name string
		got  Rate
		want Rate
		pct  string
	}{
		{"met", tally.Met(), Rate{MetRule, 688, 800, 100}, "86.0"},
		{"half", tally.MetHalf(), Rate{MetHalfRule, 1456, 1600, 100}, "91.0"},
		{"progress", tally.Progress(), Rate{ProgressRule, 860, 1000, 0}, "86.0"},
		{"a verdict", tally.Of(Unmet), Rate{VerdictRule, 32, 1000, 0}, "3.2"},
		{"common", ItemTally{Verdicts: tally.Verdicts}.Rate(), Rate{CommonRule, 32, 800, 100}, "4.0"},
		{"688 of 688", Tally{Verdicts: [verdicts]int{Met: 688}}.Met(), Rate{MetRule, 688, 688, 0}, "100.0"},
	} {
		share, ok := c.got.Share()
		if c.got != c.want || !ok || fmt.Sprintf("%.1f", 100*share) != c.pct {
			t.Errorf("%s: %v is %.1f%%, want %v and %s", c.name, c.got, 100*share, c.want, c.pct)
		}
	}
	for _, r := range []Rate{Tally{}.Met(), Tally{}.Progress(), Tally{}.MetHalf(), (&RoundTally{}).Coverage(), ItemTally{}.Rate()} {
		if share, ok := r.Share(); ok || share != 0 || r.Rule.In(Chinese) == "" {
			t.Errorf("%v has a share of %v though there is nothing to divide by", r, share)
		}
	}
}

func TestExtent(t *testing.T) {
	for _, c := range []struct {
		unmet, met int
		want       Extent
	}{{0, 9, Nowhere}, {1, 0, Single}, {1, 1, Single}, {2, 20, Single}, {2, 3, Some}, {4, 16, Some}, {5, 5, General}, {9, 0, General}} {
		it := ItemTally{Verdicts: [verdicts]int{Unmet: c.unmet, Met: c.met}}
		if it.Extent(defaultOffice) != c.want {
			t.Errorf("%d of %d is %s", c.unmet, c.unmet+c.met, it.Extent(defaultOffice).In(Chinese))
		}
	}
}

func TestRoundCountsOnlyWhereSomebodyWas(t *testing.T) {
	l := founded(t, 3)
	v := VisitID{Round: 1, Kind: Routine, School: "S002"}
	got := l.TallyRound(1)
	if got.Planned != 3 || got.Begun != 0 || got.All.Applicable != 0 {
		t.Fatalf("nobody was anywhere, and yet %+v", got)
	}
	f, err := l.Raise("f1", v, "2.01", "示例问题", "示例事实")
	l.must(t, f, err)
	f, err = l.Raise("f2", v, "", "清单外的问题", "示例事实")
	l.must(t, f, err)
	got = l.TallyRound(1)
	if got.Begun != 1 || got.Findings != 2 || got.Found[2] != 1 || got.Found[0] != 1 || got.Troubled != 1 {
		t.Errorf("a visit with a finding and no verdict is not counted: %+v", got)
	}
	f, err = l.Withdraw("f1")
	l.must(t, f, err)
	got = l.TallyRound(1)
	if got.Begun != 1 || got.Findings != 1 || got.Withdrawn != 1 || got.Found[2] != 0 {
		t.Errorf("a withdrawn finding is counted: %+v", got)
	}
	f, err = l.Count(v, Talks, 5)
	l.must(t, f, err)
	if got := l.TallyRound(1).Work[Talks]; got != 5 {
		t.Errorf("%d talks, want 5", got)
	}
}

func TestCommonOrder(t *testing.T) {
	l := founded(t, 3)
	for i, answers := range []map[ItemCode]Verdict{
		{"1.01": Unmet, "1.02": Unmet, "2.01": Unmet, "2.02": Met},
		{"1.01": Unmet, "1.02": Met, "2.01": Unclear},
		{"1.01": Unmet, "1.02": Unmet, "2.01": NA},
	} {
		l.given(t, VisitID{Round: 1, Kind: Routine, School: SchoolCode(fmt.Sprintf("S%03d", i+1))}, answers)
	}
	var got []string
	for _, it := range l.TallyRound(1).Common() {
		got = append(got, fmt.Sprint(it.Code, " ", it.Rate().N, "/", it.Rate().Of, " ", it.Rate().Out))
	}
	if want := []string{"1.01 3/3 0", "1.02 2/3 0", "2.01 1/1 2"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// naive counts a round as one would on paper, from what the book shows of each
// item and nothing else.
func naive(b *Book, n RoundNo) *RoundTally {
	t := &RoundTally{Sections: map[int]*Tally{}, Items: map[ItemCode]*ItemTally{}, Found: map[int]int{}}
	for _, v := range b.VisitsIn(n) {
		var all Tally
		sections, wanting, said := map[int]Tally{}, 0, 0
		for _, sec := range b.ChecklistOf(n).Sections {
			one := sections[sec.Number]
			for _, it := range sec.Items {
				verdict := b.AnswerAt(v.ID, it.Code).Verdict
				switch it.Applies.Of(b.School(v.ID.School)) {
				case No:
					if verdict != None {
						one.Hidden++
					}
					continue
				case Unknown:
					one.Undecided++
				}
				one.Applicable++
				one.Verdicts[verdict]++
				if verdict == None {
					wanting++
				} else {
					said++
				}
			}
			sections[sec.Number] = one
		}
		findings := 0
		for _, f := range b.FindingsAt(v.ID) {
			if f.State.Counts() {
				findings++
			}
		}
		t.Planned++
		w := b.WorksAt(v.ID)
		work := len(w.Talks)+len(w.Papers)+len(w.Clues) > 0
		for _, c := range Counters() {
			work = work || b.Counted(v.ID, c) != 0
		}
		if v.Begun == 0 && said == 0 && len(b.FindingsAt(v.ID)) == 0 && !work {
			continue
		}
		t.Begun++
		for number, one := range sections {
			all.Add(one)
			if one != (Tally{}) {
				if t.Sections[number] == nil {
					t.Sections[number] = &Tally{}
				}
				t.Sections[number].Add(one)
			}
		}
		if wanting == 0 && said > 0 {
			t.Finished++
		}
		t.All.Add(all)
		t.naiveFindings(b, v.ID, findings)
		t.naiveItems(b, v.ID)
	}
	return t
}

func (t *RoundTally) naiveFindings(b *Book, v VisitID, findings int) {
	t.Findings += findings
	if findings > 0 {
		t.Troubled++
	}
	form := b.statistics(v)
	for _, f := range b.FindingsAt(v) {
		section := 0
		for _, sec := range b.ChecklistOf(v.Round).Sections {
			for _, it := range sec.Items {
				if it.Code == f.Item {
					section = sec.Number
				}
			}
		}
		if !f.State.Counts() {
			t.Withdrawn++
		} else {
			t.Found[section]++
			form.count(b, &f)
		}
	}
	t.Form.put(&form, 1)
	for _, c := range Counters() {
		t.Work[c] += b.Counted(v, c)
	}
}

func (t *RoundTally) naiveItems(b *Book, v VisitID) {
	b.ChecklistOf(v.Round).Items(func(_ *Section, it *Item) {
		verdict := b.AnswerAt(v, it.Code).Verdict
		if verdict == None || it.Applies.Of(b.School(v.School)) == No {
			return
		}
		if t.Items[it.Code] == nil {
			t.Items[it.Code] = &ItemTally{Code: it.Code}
		}
		t.Items[it.Code].Verdicts[verdict]++
	})
}

// TestTalliesEqualARecount lets two laptops do anything at all, learn from each
// other, change what schools are like and who is planned, and undo it; at any
// moment the tallies must be what a recount by hand gives.
func TestTalliesEqualARecount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 7))
		l := founded(t, 4)
		other := newLaptop(2)
		for _, e := range l.Log() {
			other.Apply(e)
		}
		for i := range rapid.IntRange(1, 120).Draw(t, "steps") {
			now := testEpoch + int64(i)*1000
			l.anything(rnd, now)
			if e := other.act(rnd, now); e != nil && rnd.IntN(2) == 0 {
				l.Apply(e)
			}
			if i%7 == 0 {
				sameTallies(t, &l.Book)
			}
		}
		sameTallies(t, &l.Book)
	})
}

// anything is act, and besides it what the office does.
func (l *laptop) anything(rnd *rand.Rand, now int64) {
	code := SchoolCode(fmt.Sprintf("S%03d", 1+rnd.IntN(4)))
	var f Fact
	var err error
	switch rnd.IntN(8) {
	case 0:
		s := *l.School(code)
		s.Known, s.Traits = Traits(rnd.IntN(16)), Traits(rnd.IntN(16))
		s.Ownership, s.Stage = Ownership(rnd.IntN(int(ownerships))), Stage(rnd.IntN(int(stages)))
		f, err = l.Enrol(Roster{s})
	case 1:
		f, err = l.Plan(VisitID{Round: RoundNo(1 + rnd.IntN(3)), Kind: Routine, School: code}, rnd.IntN(2) == 0)
	case 2:
		d, none := l.LastDone(l.device)
		if none != nil {
			return
		}
		f, err = l.Undo(d)
	default:
		l.act(rnd, now)
		return
	}
	if err == nil {
		l.take(f, now)
	}
}

func sameTallies(t tester, b *Book) {
	t.Helper()
	for _, r := range b.Rounds() {
		if b.ChecklistOf(r.No) == nil {
			continue
		}
		got, want := b.TallyRound(r.No), naive(b, r.No)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d\n got %+v\nwant %+v", r.No, got, want)
		}
	}
}

// fullRound is a round in which every item of every school has a verdict.
func fullRound(t tester, schools, sections, items int) *laptop {
	l := newLaptop(1)
	list := &Checklist{ID: "b1", Title: "示例清单"}
	for i := 1; i <= sections; i++ {
		s := Section{Number: i, Name: fmt.Sprintf("板块%d", i), Dimension: 1, Focus: 1}
		for j := 1; j <= items; j++ {
			s.Items = append(s.Items, Item{Code: ItemCode(fmt.Sprintf("%d.%02d", i, j)), Title: "要点", Section: i})
		}
		list.Sections = append(list.Sections, s)
	}
	take := func(f Fact) error { l.take(f, testEpoch); return nil }
	err := Founding(take, &l.Book, Campaign{ID: "c", Title: DefaultTitle, Zone: BeijingZone}, testRoster(schools), list, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range l.VisitsIn(1) {
		f := Fact{Kind: Answered}
		list.Items(func(_ *Section, it *Item) {
			at := Register{Field: AnswerVerdict, Visit: v.ID, Item: it.Code}
			l.set(&f, at, Value{N: int64(1 + (len(it.Code)+int(v.ID.School[3]))%5)})
		})
		l.take(f.sorted(), testEpoch)
	}
	return l
}

// BenchmarkCountRound counts 61 schools × 195 items from scratch: at most 10 ms.
func BenchmarkCountRound(b *testing.B) {
	l := fullRound(b, 61, 15, 13)
	b.ResetTimer()
	for b.Loop() {
		l.epoch++
		if t := l.TallyRound(1); t.Finished != 61 || t.All.Applicable != 61*195 {
			b.Fatalf("counted %+v", t.All)
		}
	}
}

// BenchmarkRecountRound counts a round again after one answer. It must cost the
// same for any number of schools.
func BenchmarkRecountRound(b *testing.B) {
	for _, schools := range []int{61, 10_000} {
		b.Run(fmt.Sprint(schools), func(b *testing.B) {
			l := fullRound(b, schools, 15, 13)
			v := VisitID{Round: 1, Kind: Routine, School: "S001"}
			l.TallyRound(1)
			b.ResetTimer()
			for b.Loop() {
				l.trace(v, l.last)
				l.TallyRound(1)
			}
		})
	}
}

// TestPlanKeepsWhatWasSetDown: an answer at a visit that nobody began formally
// would else vanish from all figures.
func TestPlanKeepsWhatWasSetDown(t *testing.T) {
	l := founded(t, 3)
	v := VisitID{Round: 1, Kind: Routine, School: "S002"}
	l.given(t, v, map[ItemCode]Verdict{"1.01": Met})
	_, err := l.Plan(v, false)
	if r, ok := Refused(err); !ok || r.Reason != VisitHasWork {
		t.Errorf("taken out of the plan with an answer: %v", err)
	}
	f, err := l.Replan(nil)
	l.must(t, f, err)
	if got := l.VisitsIn(1); len(got) != 1 || got[0].ID != v {
		t.Errorf("left in the round are %v", got)
	}
}
