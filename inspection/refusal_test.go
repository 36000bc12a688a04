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

// TestRefusalsOfFindings has each reason that a finding's life can be refused
// for; a new one has to be added here.
func TestRefusalsOfFindings(t *testing.T) {
	l := told(t) // f1 and f2 are fed back
	do := l.doing(t)
	do(l.Raise("draft", routine, "", "草稿", ""))
	l.submitted(t, "sent")
	l.submitted(t, "away")
	do(l.Merge("away", "sent"))
	l.submitted(t, "adopted")
	do(l.AdoptFinding("adopted", l.device, ""))
	l.submitted(t, "undone")
	do(l.AdoptFinding("undone", l.device, ""))
	do(l.FeedBack("undone", "", 20_600))
	l.proved(t, "f2")
	do(l.Close("f2", 20_650, "组长甲"))
	do(l.Rectify(RectifyChange{State: point(Done)}, "f1"))
	do(l.AskPaper(routine, "p", "合同", 20_600))
	sealed := VisitID{Round: 3, Kind: Routine, School: "S001"}
	do(l.Seal(sealed, l.device, "组长甲", "试", 20_600))
	pair, stranger := []string{"甲", "乙"}, DeviceID{9}
	met := map[Reason]bool{}
	for name, c := range map[string]struct {
		try  func() (Fact, error)
		want Reason
	}{
		"a level that is not":       {func() (Fact, error) { return l.Detail("draft", Details{Level: 9}) }, NoSuchChoice},
		"a state that is not":       {func() (Fact, error) { return l.Rectify(RectifyChange{State: point(RectifyStanding(9))}, "f1") }, NoSuchChoice},
		"an answer that is not":     {func() (Fact, error) { return l.Relook(lookBack, "f1", 9, "") }, NoSuchChoice},
		"a sort that is not":        {func() (Fact, error) { return l.Describe(routine, testEvidence(1), EvidenceNote{Sort: 9}) }, NoSuchChoice},
		"a talk of no sort":         {func() (Fact, error) { return l.HoldTalk(routine, "t", Talk{Post: "校长", By: pair}) }, NoSuchChoice},
		"sent without facts":        {func() (Fact, error) { return l.Submit("draft") }, NoFacts},
		"adopted with one":          {func() (Fact, error) { return oneUndertaker(t).AdoptFinding("f1", DeviceID{1}, "") }, OneUndertaker},
		"adopted as a draft":        {func() (Fact, error) { return l.AdoptFinding("draft", l.device, "") }, WrongState},
		"merged away and revised":   {func() (Fact, error) { return l.Revise("away", "新题", "新事") }, FindingDecided},
		"fed back and revised":      {func() (Fact, error) { return l.Revise("f1", "新题", "新事") }, FindingFrozen},
		"merged into itself":        {func() (Fact, error) { return l.Merge("sent", "sent") }, CannotMerge},
		"merged into what is away":  {func() (Fact, error) { return l.Merge("draft", "away") }, CannotMerge},
		"team 0":                    {func() (Fact, error) { return l.AssignTeam(routine, 0) }, NoSuchTeam},
		"team 100":                  {func() (Fact, error) { return l.AssignTeam(routine, 100) }, NoSuchTeam},
		"the same team":             {func() (Fact, error) { do(l.AssignTeam(lookBack, 2)); return l.AssignTeam(lookBack, 2) }, NothingToPlan},
		"numbered by a stranger":    {func() (Fact, error) { return l.GiveNumber("adopted", stranger) }, NotHolder},
		"numbered twice":            {func() (Fact, error) { return l.GiveNumber("adopted", l.device) }, HasNumber},
		"rectified before feedback": {func() (Fact, error) { return l.Rectify(RectifyChange{State: point(Done)}, "adopted") }, NotFedBack},
		"looked back at too early":  {func() (Fact, error) { return l.Relook(lookBack, "adopted", Fixed, "") }, NotFedBack},
		"looked back at elsewhere":  {func() (Fact, error) { return l.Relook(routine, "f1", Fixed, "") }, NoSuchKind},
		"closed twice":              {func() (Fact, error) { return l.Close("f2", 20_650, "组长甲") }, AlreadyClosed},
		"closed without proof":      {func() (Fact, error) { return l.Close("f1", 20_650, "组长甲") }, NoProof},
		"closed without a name":     {func() (Fact, error) { return l.Close("f1", 20_650, "") }, EmptyText},
		"closed on no day":          {func() (Fact, error) { return l.Close("f1", 0, "组长甲") }, NoDay},
		"fed back on no day":        {func() (Fact, error) { return l.FeedBack("adopted", "", 0) }, NoDay},
		"progress without words":    {func() (Fact, error) { return l.Report("f1", "p", 20_650, " ") }, EmptyText},
		"closed and not done":       {func() (Fact, error) { return l.Close("undone", 20_650, "组长甲") }, NotDoneYet},
		"evidence of no hash":       {func() (Fact, error) { return l.Attach(routine, "abc", "证.pdf", 1, "", "f1") }, NoSuchEvidence},
		"a caption to nothing":      {func() (Fact, error) { return l.Describe(routine, testEvidence(7), EvidenceNote{Caption: "x"}) }, NoSuchEvidence},
		"proof by nothing":          {func() (Fact, error) { return l.Prove(routine, testEvidence(7), "f1") }, NoSuchEvidence},
		"unlinked twice":            {func() (Fact, error) { return l.Unlink(routine, testEvidence(7), "1.01", "f1") }, NoSuchEvidence},
		"too large a file":          {func() (Fact, error) { return l.Attach(routine, testEvidence(7), "大.mp4", MaxEvidence+1, "", "f1") }, TooLarge},
		"a talk held by one":        {func() (Fact, error) { return l.HoldTalk(routine, "t", Talk{Post: "校长", Sort: Must, By: pair[:1]}) }, OneInspector},
		"a talk held by one twice": {func() (Fact, error) {
			return l.HoldTalk(routine, "t", Talk{Post: "校长", Sort: Must, By: []string{"甲", " 甲 ", ""}})
		}, OneInspector},
		"a paper not asked for": {func() (Fact, error) { return l.MovePaper(routine, "none", Back, 20_600) }, NoSuchPaper},
		"a paper where it is":   {func() (Fact, error) { return l.MovePaper(routine, "p", Asked, 20_600) }, NothingSaid},
		"no clue handed over":   {func() (Fact, error) { return l.HandOver(routine, "c", Clue{Count: 0, Organ: "示例机关"}) }, BadChecked},
		"a clue to nobody":      {func() (Fact, error) { return l.HandOver(routine, "c", Clue{Count: 1}) }, EmptyText},
		"sealed twice":          {func() (Fact, error) { return l.Seal(sealed, l.device, "组长甲", "试", 20_600) }, AlreadySealed},
		"opened and not sealed": {func() (Fact, error) { return l.Unseal(routine, "理由") }, NotSealed},
		"sealed with gaps":      {func() (Fact, error) { return l.Seal(routine, l.device, "组长甲", "", 20_600) }, HasGaps},
		"amended for no reason": {func() (Fact, error) {
			f, err := l.Answer(sealed, "1.01", Change{Verdict: point(Met)})
			if err != nil {
				return f, err
			}
			return l.Permit(f, "", "r")
		}, IsSealed},
		"a deadline of no days":   {func() (Fact, error) { return l.SetDeadlines(1, Deadlines{0, 3, 3, 3}) }, BadDeadline},
		"a scale of no share":     {func() (Fact, error) { return l.withOffice(Office{Some: Share{2, 1}}) }, BadScale},
		"the same deadlines":      {func() (Fact, error) { return l.SetDeadlines(1, l.Deadlines(1)) }, NothingSaid},
		"deadlines of no round":   {func() (Fact, error) { return l.SetDeadlines(9, Deadlines{1, 3, 3, 3}) }, NoSuchRound},
		"numbering held already":  {func() (Fact, error) { return l.HoldNumbers(1, 1, l.device) }, NothingSaid},
		"a look-back of no round": {func() (Fact, error) { return l.PlanLookBack(9) }, NoSuchRound},
		"a member unknown":        {func() (Fact, error) { return l.Dismiss("m") }, NoSuchMember},
		"posting nobody":          {func() (Fact, error) { return l.Staff(nil, []Posting{{"m", 1, 1, Lead}}) }, NoSuchMember},
		"a member twice":          {func() (Fact, error) { return l.Staff([]Member{{ID: "m", Name: "甲"}, {ID: "m", Name: "乙"}}, nil) }, MemberTwice},
		"in two teams at once": {func() (Fact, error) {
			return l.Staff([]Member{{ID: "m", Name: "甲"}}, []Posting{{"m", 1, 1, Lead}, {"m", 1, 2, Lead}})
		}, MemberTwice},
		"a member in team 100": {func() (Fact, error) { return l.Staff([]Member{{ID: "m", Name: "甲"}}, []Posting{{"m", 1, 100, Lead}}) }, NoSuchTeam},
		"a role that is not":   {func() (Fact, error) { return l.Staff([]Member{{ID: "m", Name: "甲"}}, []Posting{{"m", 1, 1, 9}}) }, NoSuchChoice},
		"batch 100":            {func() (Fact, error) { return l.Arrange(Arrangement{Batch: point(100)}, routine) }, NoSuchBatch},
		"gone before it came":  {func() (Fact, error) { return l.Arrange(Arrangement{From: point(Day(9)), To: point(Day(8))}, routine) }, DaysReversed},
		"closed, and planned": {func() (Fact, error) {
			s := School{Code: "S777", Name: "停办", Closed: 9}
			f, err := l.Enrol(Roster{s})
			do(f, err)
			return l.Plan(VisitID{1, Routine, "S777"}, true)
		}, SchoolIsClosed},
		"moved to where it is": {func() (Fact, error) { return l.Move(3, VisitID{2, Routine, "S001"}) }, AlreadyPlanned},
		"looked back before": {func() (Fact, error) {
			v := VisitID{3, LookBack, "S001"}
			f := Fact{Kind: Planned}
			l.plan(&f, v, 1)
			l.set(&f, Register{Field: VisitParent, Visit: v}, Value{N: 3})
			do(f.sorted(), nil)
			return l.Move(2, v)
		}, BeforeParent},
		"a link to an item unknown":          {func() (Fact, error) { return l.Detail("draft", Details{Linked: []ItemCode{"9.99"}}) }, NoSuchItem},
		"another checklist of the same name": {func() (Fact, error) { c := testChecklist(); c.Title = "另一份"; return l.Adopt(c, 1) }, ListDiffers},
		"a code for another thing":           {func() (Fact, error) { return l.Adopt(otherChecklist(), 1) }, CodeReused},
		"a checklist that another round has": {func() (Fact, error) { return l.Undo(adoptedFirst(t, l)) }, ListInUse},
	} {
		_, err := c.try()
		r, ok := Refused(err)
		if !ok || r.Reason != c.want {
			t.Errorf("%s: %v", name, err)
		}
		met[r.Reason] = true
	}
	for r := NoSuchChoice; r < reasons; r++ {
		if !met[r] {
			t.Errorf("nothing was refused because %s", refusalTerms[r][Chinese])
		}
	}
}

// otherChecklist has the codes of the test's checklist for other things.
func otherChecklist() *Checklist {
	c := testChecklist()
	c.ID = "t2"
	c.Items(func(_ *Section, it *Item) { it.Title = "别的事" + string(it.Code) })
	return c
}

// adoptedFirst has a first and then a second round adopt a checklist, and gives
// the entry of the first.
func adoptedFirst(t tester, l *laptop) Dot {
	c := testChecklist()
	c.ID = "t3"
	first := l.doing(t)(l.Adopt(c, 1))
	l.doing(t)(l.Adopt(c, 2))
	return first.Dot()
}

// oneUndertaker is a book with a finding handed in that has only one.
func oneUndertaker(t tester) *laptop {
	l := oneSchoolYard(t, 0)
	l.doing(t)(l.Detail("f1", Details{Undertakers: []string{"甲"}}))
	return l
}
