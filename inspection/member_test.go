package inspection

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func dumpTeams(s *strings.Builder, b *Book) {
	fmt.Fprintln(s, b.Members())
	for _, r := range b.Rounds() {
		for _, t := range b.TeamsIn(r.No) {
			fmt.Fprintf(s, "%+v %v\n", t, t.Hints())
		}
		for _, x := range b.Recusals(r.No) {
			fmt.Fprintln(s, x, b.SayRecusal(x, Chinese))
		}
	}
}

func TestStaff(t *testing.T) {
	l := founded(t, 4)
	do := l.doing(t)
	e := do(l.Staff([]Member{
		{ID: "甲", Name: " 组员甲\u202e ", Post: "教研员", Present: []string{"示例1小", "S001", ""}, Former: []string{"示例2小", "某某局"}},
		{ID: "乙", Name: "组员乙", Kin: []string{"S003"}},
	}, []Posting{{"甲", 1, 2, Lead}, {"乙", 1, 2, 0}}))
	want := Member{ID: "甲", Name: "组员甲", Post: "教研员", Present: []string{"S001"}, Former: []string{"S002", "某某局"}}
	if m, ok := l.Member("甲"); !ok || fmt.Sprint(m) != fmt.Sprint(want) {
		t.Errorf("entered as %+v, want %+v", m, want)
	}
	team := l.Team(1, 2)
	if team.Lead.Name != "组员甲" || len(team.Members) != 2 || team.Members[1].Role != Inspector || len(l.TeamsIn(2)) != 0 {
		t.Errorf("the team is %+v", team)
	}
	if says := l.Say(e, Chinese); !slices.Contains(says, "把第1轮成员“组员甲”的编组由（空）改为“2组 组长”") ||
		!slices.Contains(says, "把成员“组员甲”的原单位由（空）改为“示例2小、某某局”") {
		t.Error(strings.Join(says, "\n"))
	}
	if got := l.Gist(e, Chinese) + l.Gist(e, English); !strings.Contains(got, "安排人员 成员“") || !strings.Contains(got, " member “") || strings.Contains(got, "  ") {
		t.Errorf("in few words %q", got)
	}
	do(l.Undo(e.Dot()))
	if len(l.Members()) != 0 || len(l.TeamsIn(1)) != 0 {
		t.Error("the whole is not taken back as one")
	}
}

// A member is in one team a round: another posting takes him there.
func TestOneTeamARound(t *testing.T) {
	l := founded(t, 2)
	do := l.doing(t)
	do(l.Staff([]Member{{ID: "甲", Name: "组员甲"}}, []Posting{{"甲", 1, 1, Lead}, {"甲", 2, 3, Deputy}}))
	do(l.Staff(nil, []Posting{{"甲", 1, 2, Liaison}}))
	if n := len(l.Team(1, 1).Members); n != 0 {
		t.Errorf("%d in the team that he left", n)
	}
	if got := l.Team(1, 2).Liaison.Name + l.Team(2, 3).Deputies[0].Name; got != "组员甲组员甲" {
		t.Error(got)
	}
	do(l.Dismiss("甲"))
	if len(l.Members()) != 0 || len(l.TeamsIn(1)) != 0 || len(l.TeamsIn(2)) != 0 {
		t.Error("a dismissed member is still there")
	}
}

func TestMemberNamed(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Staff([]Member{{ID: l.MemberNamed("甲"), Name: "甲"}}, nil))
	if id := l.MemberNamed("甲"); id != "甲-2" {
		t.Errorf("the second of a name is %s", id)
	}
	do(l.Dismiss("甲"))
	if id := l.MemberNamed("甲"); id != "甲" {
		t.Errorf("nobody has the name, and the ID is %s", id)
	}
}

func TestTeamHints(t *testing.T) {
	l := founded(t, 3)
	do := l.doing(t)
	put := func(team int, roles ...Role) {
		for i, r := range roles {
			id := MemberID(fmt.Sprint(team, "-", i))
			do(l.Staff([]Member{{ID: id, Name: "组员" + string(id)}}, []Posting{{id, 1, team, r}}))
		}
	}
	put(1, Lead, Deputy, Liaison, Inspector, Inspector)
	put(2, Inspector)
	put(3, Lead, Lead, Inspector, Inspector, Inspector)
	put(4, Lead, Deputy)
	for i, team := range []int{1, 4, 5} {
		do(l.AssignTeam(VisitID{1, Routine, SchoolCode(fmt.Sprintf("S%03d", i+1))}, team))
	}
	want := map[int][]TeamHint{2: {NoLead, TooFew, NoVisits}, 3: {SeveralLeads, NoVisits}, 4: {UnusualSize}, 5: {NoMembers}}
	for _, team := range l.TeamsIn(1) {
		if got := team.Hints(); !slices.Equal(got, want[team.No]) {
			t.Errorf("team %d: %v, want %v", team.No, got, want[team.No])
		}
	}
}

// officework lets laptops plan and staff, each on its own, and now and then read
// what another has done.
func officework(rnd *rand.Rand, laptops []*laptop, n int) []*Entry {
	var all []*Entry
	for i := range n {
		l := laptops[rnd.IntN(len(laptops))]
		if rnd.IntN(8) == 0 {
			l.read(laptops[rnd.IntN(len(laptops))], rnd)
		}
		if f, err := l.office(rnd); err == nil {
			all = append(all, l.take(f, testEpoch+int64(i)*1000))
		}
	}
	return all
}

// office lets a laptop do one random thing about members, teams and the plan.
func (l *laptop) office(rnd *rand.Rand) (Fact, error) {
	school := func() SchoolCode { return SchoolCode(fmt.Sprintf("S%03d", 1+rnd.IntN(4))) }
	v := VisitID{Round: RoundNo(1 + rnd.IntN(3)), Kind: Routine, School: school()}
	id := MemberID(fmt.Sprint("m", rnd.IntN(6)))
	switch rnd.IntN(12) {
	case 0, 1, 2:
		p := Posting{id, v.Round, rnd.IntN(3), Role(rnd.IntN(int(roles)))}
		return l.Staff([]Member{randomMember(rnd, id)}, []Posting{p})
	case 3:
		return l.Dismiss(id)
	case 4, 5:
		team, batch, from := rnd.IntN(4), rnd.IntN(3), Day(rnd.IntN(3))*20_000
		return l.Arrange(Arrangement{Team: &team, Batch: &batch, From: &from}, v, VisitID{v.Round, Routine, school()})
	case 6:
		return l.Move(RoundNo(1+rnd.IntN(3)), v)
	case 7:
		return l.Swap(v, VisitID{RoundNo(1 + rnd.IntN(3)), Routine, school()})
	case 8:
		s := *l.School(v.School)
		s.Name = fmt.Sprintf("示例%d小", 1+rnd.IntN(4)) // also one that another has
		return l.Enrol(Roster{s})
	case 9:
		return l.Plan(v, rnd.IntN(2) == 0)
	case 10:
		f := Fact{Kind: Enrolled}
		l.set(&f, Register{Field: SchoolGroup, Visit: VisitID{School: v.School}}, Value{Text: []string{"", "东集团", "西集团"}[rnd.IntN(3)]})
		return f, nil
	}
	return l.randomUndo(rnd)
}

func randomMember(rnd *rand.Rand, id MemberID) Member {
	places := func(most int) (all []string) {
		for range rnd.IntN(most + 1) {
			all = append(all, []string{"S001", "S002", "示例3小", "示例4小", "某某局"}[rnd.IntN(5)])
		}
		return all
	}
	return Member{ID: id, Name: "组员" + string(id), Post: fmt.Sprint("职务", rnd.IntN(3)), Present: places(2), Former: places(2), Kin: places(1)}
}

// What laptops plan and staff adds up to one book in any order, and the ties in
// it are those that a plain search finds.
func TestOfficeInAnyOrder(t *testing.T) {
	found := map[Tie]int{}
	check := func(t tester, seed uint64, n int) {
		rnd := rand.New(rand.NewPCG(seed, 17))
		first := founded(t, 4)
		laptops := []*laptop{first, first.twin(2), first.twin(3)}
		start := first.Log()
		all := officework(rnd, laptops, n)
		checkAnyOrder(t, start, all, rnd, 3)
		for _, l := range laptops {
			for _, r := range l.Rounds() {
				checkRecusals(t, &l.Book, r.No, found)
			}
		}
	}
	for seed := range uint64(20) {
		check(t, seed, 80)
	}
	for tie := WorksThere; tie < ties; tie++ {
		if found[tie] == 0 {
			t.Errorf("%s never came about, so this shows little", tie.In(Chinese))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.Uint64().Draw(t, "seed"), rapid.IntRange(1, 60).Draw(t, "n"))
	})
}

// checkRecusals looks for ties as somebody with the papers before him would:
// each member against each school and each other member.
func checkRecusals(t tester, b *Book, n RoundNo, found map[Tie]int) {
	t.Helper()
	want := map[Recusal]bool{}
	for _, m := range b.Members() {
		p := b.PostingOf(m.ID, n)
		if p.Team == 0 {
			continue
		}
		for _, s := range b.Roster() {
			tieOfSchool(b, p, &m, &s, want)
		}
	}
	got := b.Recusals(n)
	for _, r := range got {
		if !want[r] {
			t.Fatalf("%s: there is no such tie", b.SayRecusal(r, Chinese))
		}
		found[r.Why]++
		delete(want, r)
	}
	for r := range want {
		t.Fatalf("%s: this tie was not found", b.SayRecusal(r, Chinese))
	}
}

func tieOfSchool(b *Book, p Posting, m *Member, s *School, want map[Recusal]bool) {
	means := func(places []string, s *School) bool {
		return slices.Contains(places, string(s.Code)) || slices.Contains(places, s.Name)
	}
	tie := func(why Tie, own SchoolCode, with MemberID) {
		want[Recusal{p.Round, p.Team, m.ID, s.Code, why, own, with}] = true
	}
	for _, other := range b.Members() {
		if q := b.PostingOf(other.ID, p.Round); q.Team == p.Team && m.ID < other.ID && means(m.Present, s) && means(other.Present, s) {
			tie(SameUnit, "", other.ID)
		}
	}
	goes := false
	for kind := Routine; kind < visitKinds; kind++ {
		v := VisitID{p.Round, kind, s.Code}
		goes = goes || (b.Visit(v).Planned || b.Visit(v).Begun != 0) && b.TeamOf(v) == p.Team
	}
	if !goes {
		return
	}
	for why, places := range map[Tie][]string{WorksThere: m.Present, WorkedThere: m.Former, KinThere: m.Kin} {
		if means(places, s) {
			tie(why, "", "")
		}
	}
	for _, own := range b.Roster() {
		if g := b.groupOf(s.Code); g != "" && g == b.groupOf(own.Code) && own.Code != s.Code && means(m.Present, &own) {
			tie(SameGroup, own.Code, "")
		}
	}
}
