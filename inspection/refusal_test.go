package inspection

import (
	"strings"
	"testing"
)

func point[T any](v T) *T { return &v }

func TestRefusals(t *testing.T) {
	l := founded(t, 3)
	public := *l.School("S002")
	public.Ownership, public.Known, public.Traits, public.Stage = Private, AllTraits, 0, Primary
	f, err := l.Enrol(Roster{public})
	l.must(t, f, err)
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	private := VisitID{Round: 1, Kind: Routine, School: "S002"}
	unplanned := VisitID{Round: 1, Kind: MakeUp, School: "S001"}
	f, err = l.Raise("f1", v, "1.01", "标题", "事实")
	l.must(t, f, err)
	for name, c := range map[string]struct {
		try  func() (Fact, error)
		want Reason
	}{
		"a second campaign":   {func() (Fact, error) { return l.Found(Campaign{Title: "x"}) }, AlreadyFounded},
		"an unknown round":    {func() (Fact, error) { return l.Begin(VisitID{Round: 9, Kind: Routine, School: "S001"}, 1) }, NoSuchRound},
		"an unknown school":   {func() (Fact, error) { return l.Begin(VisitID{Round: 1, Kind: Routine, School: "S999"}, 1) }, NoSuchSchool},
		"an unknown kind":     {func() (Fact, error) { return l.Begin(VisitID{Round: 1, Kind: 77, School: "S001"}, 1) }, NoSuchKind},
		"a visit not planned": {func() (Fact, error) { return l.Answer(unplanned, "1.01", Change{Verdict: point(Met)}) }, NotPlanned},
		"an unknown item":     {func() (Fact, error) { return l.Answer(v, "9.99", Change{Verdict: point(Met)}) }, NoSuchItem},
		"an item not for it":  {func() (Fact, error) { return l.Answer(private, "2.03", Change{Verdict: point(Met)}) }, NotApplicable},
		"an unknown verdict":  {func() (Fact, error) { return l.Answer(v, "1.01", Change{Verdict: point(Verdict(9))}) }, NoSuchVerdict},
		"an unknown method":   {func() (Fact, error) { return l.Answer(v, "1.01", Change{Methods: point(Methods(128))}) }, NoSuchMethod},
		"11 of 10":            {func() (Fact, error) { return l.Answer(v, "1.01", Change{Checked: &Checked{11, 10}}) }, BadChecked},
		"1 of 0":              {func() (Fact, error) { return l.Answer(v, "1.01", Change{Checked: &Checked{1, 0}}) }, BadChecked},
		"an empty change":     {func() (Fact, error) { return l.Answer(v, "1.01", Change{}) }, NothingSaid},
		"a note too long": {func() (Fact, error) {
			return l.Answer(v, "1.01", Change{Note: point(strings.Repeat("长", MaxText+1))})
		}, TooLong},
		"a finding untitled":   {func() (Fact, error) { return l.Raise("f2", v, "1.01", " \u202e ", "") }, EmptyText},
		"a finding twice":      {func() (Fact, error) { return l.Raise("f1", v, "", "x", "") }, FindingExists},
		"no such finding":      {func() (Fact, error) { return l.Withdraw("f9") }, NoSuchFinding},
		"restoring a draft":    {func() (Fact, error) { return l.Restore("f1") }, FindingNotWithdrawn},
		"revising nothing":     {func() (Fact, error) { return l.Revise("f1", "标题", "事实") }, NothingSaid},
		"counting below zero":  {func() (Fact, error) { return l.Count(v, Talks, -1) }, BadChecked},
		"an unknown counter":   {func() (Fact, error) { return l.Count(v, 99, 1) }, NoSuchCounter},
		"the same plan":        {func() (Fact, error) { return l.Plan(v, true) }, NothingToPlan},
		"an empty checklist":   {func() (Fact, error) { return l.Adopt(&Checklist{ID: "x"}) }, EmptyChecklist},
		"a checklist nowhere":  {func() (Fact, error) { c := testChecklist(); c.ID = "t2"; return l.Adopt(c, 9) }, NoSuchRound},
		"a school twice":       {func() (Fact, error) { return l.Enrol(Roster{public, public}) }, SchoolTwice},
		"choosing no conflict": {func() (Fact, error) { return l.Choose(Register{Field: AnswerVerdict, Visit: v, Item: "1.01"}, Dot{}) }, NoConflict},
		"redoing nothing":      {func() (Fact, error) { d, err := l.LastUndone(l.device); _ = d; return Fact{}, err }, NothingToRedo},
	} {
		_, err := c.try()
		r, ok := Refused(err)
		if !ok || r.Reason != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if r.In(Chinese) == "" || r.In(English) == "" {
			t.Errorf("%s: no words for it", name)
		}
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	for r := NoCampaign; r < reasons; r++ {
		if refusalTerms[r][Chinese] == "" || refusalTerms[r][English] == "" {
			t.Errorf("reason %d has no words", r)
		}
	}
}

func TestDefaultPlan(t *testing.T) {
	count := map[RoundNo]int{}
	var last RoundNo
	for _, v := range OneRoundEach(testRoster(61), DefaultRounds) {
		count[v.Round]++
		if v.Round < last {
			t.Error("not in the order of the roster")
		}
		last = v.Round
	}
	if count[1] != 21 || count[2] != 20 || count[3] != 20 {
		t.Errorf("61 schools in three rounds: %v", count)
	}
	if n := len(EveryRound(testRoster(61), DefaultRounds)); n != 183 {
		t.Errorf("every school in every round: %d visits", n)
	}
}

func TestBegunVisitStaysPlanned(t *testing.T) {
	l := founded(t, 3)
	v := VisitID{Round: 3, Kind: Routine, School: "S001"}
	f, err := l.Begin(v, 20000)
	l.must(t, f, err)
	f, err = l.Replan(OneRoundEach(l.Roster(), DefaultRounds))
	l.must(t, f, err)
	if !l.Visit(v).Planned {
		t.Error("a visit that had begun was planned away")
	}
	if n := len(l.VisitsIn(3)); n != 2 {
		t.Errorf("round 3 has %d visits, not its own and the begun one", n)
	}
	if _, err := l.Plan(v, false); err == nil {
		t.Error("a visit that had begun was taken out")
	}
}

func TestConditions(t *testing.T) {
	for _, c := range []struct {
		when Conditions
		s    School
		want Holds
	}{
		{0, School{}, Yes},
		{IfPublic, School{}, Unknown},
		{IfPublic, School{Ownership: Public}, Yes},
		{IfPublic, School{Ownership: Private}, No},
		{IfKindergarten | IfPrivate, School{Stage: Kindergarten}, Unknown},
		{IfKindergarten | IfPrivate, School{Stage: Primary}, No},
		{IfCompulsory, School{Stage: NineYear}, Yes},
		{IfCompulsory, School{Stage: Senior}, No},
		{IfCanteen, School{Known: Canteen}, No},
		{IfCanteen, School{Known: Canteen, Traits: Canteen}, Yes},
		{IfBus, School{Known: Canteen, Traits: Canteen}, Unknown},
		{1 << 15, School{}, Yes}, // a condition of a newer release hides nothing
	} {
		if got := c.when.Of(&c.s); got != c.want {
			t.Errorf("%s of %+v: %d, want %d", c.when.In(Chinese), c.s, got, c.want)
		}
	}
}

func TestCleanKeepsWordsOnly(t *testing.T) {
	for in, want := range map[string]string{
		"好\u202e坏\u2066x\u2069": "好坏x",
		"一\r\n二\r三\t四":          "一\n二\n三 四",
		"a\x00b\x1b[31mc":       "ab[31mc",
		"\xff坏":                 "坏",
		"e\u0301 👨\u200d👩":      "e\u0301 👨\u200d👩",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	d, ok := ParseDay("2026-11-22") // a Sunday
	if !ok || d.String() != "2026-11-22" || d.Week().String() != "2026-11-16" || d.Year() != 2026 {
		t.Errorf("%v %v %v", d, d.Week(), d.Year())
	}
	if _, ok := ParseDay("2026-13-01"); ok {
		t.Error("a thirteenth month")
	}
	if Day(0).String() != "" {
		t.Error("no day has a name")
	}
}

func TestCodesSortAsPeopleCount(t *testing.T) {
	order := []ItemCode{"1.01", "1.2", "1.10", "2.01", "10.01", "附1"}
	for i := 1; i < len(order); i++ {
		if CompareCodes(order[i-1], order[i]) >= 0 || CompareCodes(order[i], order[i-1]) <= 0 {
			t.Errorf("%s and %s", order[i-1], order[i])
		}
	}
}
