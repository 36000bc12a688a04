package inspection

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestComparePlan(t *testing.T) {
	l := founded(t, 4)
	do := l.doing(t)
	do(l.Replan([]VisitID{{1, Routine, "S001"}, {1, Routine, "S002"}, {2, Routine, "S003"}, {2, Routine, "S004"}}))
	do(l.Answer(VisitID{1, Routine, "S002"}, "1.01", Change{Verdict: point(Met)}))
	in := IncomingPlan{
		Visits: []Visit{
			{ID: VisitID{1, Routine, "S003"}, Team: 2, From: 20_500}, // moves
			{ID: VisitID{2, Routine, "S002"}},                        // cannot move: work
			{ID: VisitID{2, Routine, "S004"}, Team: 1},               // other team
		},
		Says:       []Field{VisitTeam, VisitFrom},
		Members:    []Member{{ID: "甲", Name: "组员甲", Post: "会计", Present: []string{"S003"}}},
		MemberSays: []Field{MemberPost, MemberPresent},
		Postings:   []Posting{{Member: "甲", Round: 1, Team: 2, Role: Lead}},
	}
	c, err := l.ComparePlan(in, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Moved) != 1 || len(c.New) != 1 || len(c.Changed) != 1 || len(c.Members) != 1 || len(c.Postings) != 1 {
		t.Fatalf("%+v", c)
	}
	if len(c.Gone) != 2 || c.Gone[0].ID.School != "S001" || !c.Gone[0].Taken || !c.Gone[1].Work || c.Gone[1].Taken {
		t.Errorf("gone: %+v", c.Gone)
	}
	f, err := c.Fact()
	if ties := l.After(f).Recusals(1); len(ties) != 1 || ties[0].Why != WorksThere || len(l.Recusals(1)) != 0 {
		t.Errorf("ties that would be: %v", ties)
	}
	e := do(f, err)
	if again, err := l.ComparePlan(in, true); err != nil || !again.IsEmpty() {
		t.Errorf("taken over, and there is still something to change: %+v, %v", again, err)
	}
	if !l.Visit(VisitID{1, Routine, "S002"}).Planned || l.Visit(VisitID{1, Routine, "S001"}).Planned || l.Visit(VisitID{2, Routine, "S003"}).Planned {
		t.Error("the plan is not the file's")
	}
	do(l.Undo(e.Dot()))
	if len(l.Members()) != 0 || !l.Visit(VisitID{1, Routine, "S001"}).Planned {
		t.Error("it is not undone as one")
	}
}

// Whatever a file says: once it is taken over there is nothing left to change,
// no visit with work has left the plan, and undoing it gives back what was.
func TestPlanIsTakenOverWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 19))
		l := founded(t, 4)
		officework(rnd, []*laptop{l}, 30)
		for range 5 {
			l.act(rnd, testEpoch)
		}
		in := randomPlan(rnd)
		c, err := l.ComparePlan(in, rnd.IntN(2) == 0)
		if err != nil {
			t.Fatal(err)
		}
		was := shownPlan(&l.Book)
		f, err := c.Fact()
		if err != nil {
			return
		}
		e := l.take(f, testEpoch)
		if again, err := l.ComparePlan(in, false); err != nil || !again.IsEmpty() {
			t.Fatalf("there is still something to change: %+v, %v", again, err)
		}
		for id := range l.visits {
			if l.worked(id) && !l.Visit(id).Planned && l.Visit(id).Begun == 0 {
				t.Fatalf("%v has work and left the plan", id)
			}
		}
		undone, err := l.Undo(e.Dot())
		l.must(t, undone, err)
		if now := shownPlan(&l.Book); now != was {
			t.Fatalf("undone it is another: %s", firstDifference(was, now))
		}
	})
}

func randomPlan(rnd *rand.Rand) IncomingPlan {
	in := IncomingPlan{MemberSays: []Field{MemberPost, MemberPresent, MemberFormer, MemberKin}}
	for _, f := range []Field{VisitTeam, VisitBatch, VisitFrom} {
		if rnd.IntN(3) > 0 {
			in.Says = append(in.Says, f)
		}
	}
	for n := RoundNo(1); n <= 3; n++ {
		for _, code := range []SchoolCode{"S001", "S002", "S003", "S004"} {
			if rnd.IntN(3) == 0 {
				in.Visits = append(in.Visits, Visit{ID: VisitID{n, Routine, code}, Team: rnd.IntN(3), Batch: rnd.IntN(3)})
			}
		}
	}
	for _, id := range []MemberID{"m1", "m2", "m9"} {
		if rnd.IntN(2) == 0 {
			in.Members = append(in.Members, randomMember(rnd, id))
			in.Postings = append(in.Postings, Posting{id, RoundNo(1 + rnd.IntN(3)), 1 + rnd.IntN(3), Role(rnd.IntN(int(roles)))})
		}
	}
	return in
}

func shownPlan(b *Book) string {
	var s strings.Builder
	dumpTeams(&s, b)
	for _, r := range b.Rounds() {
		for _, v := range b.VisitsIn(r.No) {
			fmt.Fprintln(&s, v)
		}
	}
	return s.String()
}
