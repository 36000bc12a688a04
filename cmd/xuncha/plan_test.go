package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// planner plans and staffs a book of twelve made-up schools, in memory.
type planner struct {
	book inspection.Book
	seq  uint64
}

func (p *planner) take(f inspection.Fact) error {
	p.seq++
	p.book.Apply(&inspection.Entry{
		Device: inspection.DeviceID{1}, Seq: p.seq, Stamp: inspection.Stamp{Millis: int64(p.seq)}, Fact: f, Hash: inspection.Hash{byte(p.seq), byte(p.seq >> 8)},
	})
	return nil
}

func newPlanner(t *rapid.T, everyRound bool) *planner {
	p := &planner{}
	list, err := data.BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	roster := inspection.Roster{}
	for i := range 12 {
		name := fmt.Sprintf("示例%d小", i%10) // two names stand twice
		roster = append(roster, inspection.School{Code: inspection.SchoolCode(fmt.Sprintf("S%03d", i+1)), Name: name, Order: i + 1})
	}
	if err := inspection.Founding(p.take, &p.book, inspection.Campaign{ID: "c", Title: "示例", Zone: inspection.BeijingZone}, roster, list, everyRound); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *planner) anything(rnd *rand.Rand) {
	b := &p.book
	at := func() inspection.VisitID {
		return inspection.VisitID{Round: inspection.RoundNo(1 + rnd.IntN(3)), Kind: inspection.VisitKind(1 + rnd.IntN(5)), School: inspection.SchoolCode(fmt.Sprintf("S%03d", 1+rnd.IntN(12)))}
	}
	places := func() (all []string) {
		for range rnd.IntN(3) {
			all = append(all, []string{"S001", "示例2小", "示例1小", "某某局", "=1+1", "'引号'", "a\"b"}[rnd.IntN(7)])
		}
		return all
	}
	var f inspection.Fact
	var err error
	switch rnd.IntN(5) {
	case 0:
		f, err = b.Plan(at(), rnd.IntN(3) > 0)
	case 1, 2:
		team, batch, from := rnd.IntN(4), rnd.IntN(3), inspection.Day(20_500+rnd.IntN(9))
		to := from + inspection.Day(rnd.IntN(5))
		f, err = b.Arrange(inspection.Arrangement{Team: &team, Batch: &batch, From: &from, To: &to}, at())
	default:
		id := inspection.MemberID(fmt.Sprint("m", rnd.IntN(6)))
		m := inspection.Member{ID: id, Name: []string{"甲", "乙", "-丙"}[rnd.IntN(3)], Post: []string{"", "校长", "@会计"}[rnd.IntN(3)], Present: places(), Former: places(), Kin: places()}
		f, err = b.Staff([]inspection.Member{m}, []inspection.Posting{{Member: id, Round: at().Round, Team: rnd.IntN(4), Role: inspection.Role(1 + rnd.IntN(4))}})
	}
	if err == nil {
		p.take(f)
	}
}

// writing is how a plan or its teams are written.
type writing func(io.Writer, report.Format, inspection.Language, *inspection.Book, ...inspection.RoundNo) error

// planRead is what another book's csv would change.
func (p *planner) planRead(t *rapid.T, from *inspection.Book, write writing) *inspection.PlanChange {
	var out bytes.Buffer
	if err := write(&out, report.CSV, inspection.English, from); err != nil {
		t.Fatal(err)
	}
	f, err := table.Read(context.Background(), "计划.csv", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	r, err := data.ReadPlan(f, &p.book, "")
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	c, err := p.book.ComparePlan(r.IncomingPlan, true)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A plan and its teams go out as csv and come back: into their own book without
// a change, into another one with all that there was.
func TestPlanThereAndBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 23))
		p, other := newPlanner(t, false), newPlanner(t, true)
		if f, err := p.book.Staff([]inspection.Member{{ID: "m", Name: "丁"}}, nil); err == nil {
			p.take(f) // a list of nobody is no list
		}
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			p.anything(rnd)
		}
		for _, write := range []writing{report.WritePlan, report.WriteTeams} {
			if c := p.planRead(t, &p.book, write); !c.IsEmpty() {
				t.Fatalf("its own book would change: %+v", c)
			}
			if f, err := other.planRead(t, &p.book, write).Fact(); err == nil {
				other.take(f)
			}
		}
		if x, y := planOf(&p.book), planOf(&other.book); x != y {
			t.Fatalf("there:\n%s\nand back:\n%s", x, y)
		}
	})
}

// planOf is all that a plan is made of.
func planOf(b *inspection.Book) string {
	s := fmt.Sprintln(b.Members())
	for _, r := range b.Rounds() {
		for _, v := range b.VisitsIn(r.No) {
			s += fmt.Sprintln(v)
		}
		for _, team := range b.TeamsIn(r.No) {
			s += fmt.Sprintln(team.No, team.Members)
		}
		s += fmt.Sprintln(b.Recusals(r.No))
	}
	return s
}
