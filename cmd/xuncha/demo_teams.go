package main

import (
	"fmt"

	"xuncha/inspection"
)

// second is the other team of the third round. Its visits have not begun, so
// that all numbers are the first team's.
var second = []string{"示例组员庚", "示例组员辛", "示例组员壬"}

// staff plans a round as an office would: who inspects, in which team, which
// school in which batch and on which days. One member of the second team worked
// at a school that it is to visit.
func (v *inventor) staff(r inspection.Round) error {
	visits := v.book.VisitsIn(r.No)
	in := inspection.IncomingPlan{
		Says:       []inspection.Field{inspection.VisitTeam, inspection.VisitBatch, inspection.VisitFrom, inspection.VisitTo},
		MemberSays: []inspection.Field{inspection.MemberPost, inspection.MemberPresent, inspection.MemberFormer, inspection.MemberKin},
	}
	for i, visit := range visits {
		visit.Team, visit.Batch = 1, 1+2*i/len(visits)
		if r.No == 3 && i >= len(visits)/2 {
			visit.Team = 2
		}
		visit.From = r.Start.AddWorkdays(i)
		visit.To = visit.From.AddWorkdays(1)
		in.Visits = append(in.Visits, visit)
	}
	v.post(&in, r.No, 1, v.team)
	if r.No == 3 {
		v.post(&in, r.No, 2, second)
		last := &in.Members[len(in.Members)-1]
		last.Former = []string{string(visits[len(visits)-1].ID.School)}
	}
	c, err := v.book.ComparePlan(in, false)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	f, err := c.Fact()
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	v.take(office, f) // without a step of the clock, whose dice make up all the rest
	return nil
}

// post puts people into a team: the first leads it, the second is its liaison.
// They work at schools of another round, no two at one.
func (v *inventor) post(in *inspection.IncomingPlan, n inspection.RoundNo, team int, names []string) {
	elsewhere := v.book.VisitsIn(n%3 + 1) // look-backs go to schools of the round before
	roles := []inspection.Role{inspection.Lead, inspection.Liaison, inspection.Inspector}
	for i, name := range names {
		m, there := v.book.Member(inspection.MemberID(name))
		if !there {
			m = inspection.Member{ID: inspection.MemberID(name), Name: name, Post: "教师（演示）"}
			m.Present = []string{string(elsewhere[len(elsewhere)-1-3*team-i].ID.School)}
			if i == 0 {
				m.Post, m.Present = "科长（演示）", []string{"示例区教育局"}
			}
		}
		in.Members = append(in.Members, m)
		in.Postings = append(in.Postings, inspection.Posting{Member: m.ID, Round: n, Team: team, Role: roles[i]})
	}
}
