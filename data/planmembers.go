package data

import (
	"fmt"
	"slices"
	"strings"

	"xuncha/data/table"
	"xuncha/inspection"
)

// person is somebody whom rows of a file speak of.
type person struct {
	inspection.Member
	at       table.Record
	column   string
	postings []*posted
}

type postedAt struct {
	who   *person
	round inspection.RoundNo
}

// posted is a place in a team, and where the file has it.
type posted struct {
	inspection.Posting
	at     table.Record
	column string
}

// member reads a row of a table of members.
func (c *planReader) member(s *table.Sheet, t *table.Table, r table.Record) {
	name := c.faults.checkWords(r.Line(), r.Column("姓名"), "姓名", r.Text("姓名"), inspection.MaxTitle)
	if name == "" {
		c.faults.at(r, "姓名", "“姓名”是空的")
		return
	}
	c.faults.checkFormAt(r, "人员编号")
	one := inspection.Member{
		ID: inspection.MemberID(r.Text("人员编号")), Name: name, Post: r.Text("职务"),
		Present: c.places(r, "现单位"), Former: c.places(r, "原单位"), Kin: c.places(r, "亲属单位"),
	}
	p := c.person(one, r, "姓名")
	role := inspection.Role(0)
	if r.Has("角色") {
		var err error
		if role, err = inspection.ParseRole(plainName(r.Text("角色"))); err != nil {
			c.faults.at(r, "角色", "“角色”不认识%s，可用：组长、副组长、联络员、组员", quote(r.Text("角色")))
		}
	}
	if team := c.small(r, "巡察组", inspection.MaxTeam); team != 0 {
		c.post(p, inspection.Posting{Round: c.round(s, t, r), Team: team, Role: role}, r, "巡察组")
	}
}

// places reads several places, parted by signs or lines; schools by their codes.
func (c *planReader) places(r table.Record, column string) []string {
	var all []string
	for _, p := range strings.FieldsFunc(r.Words(column), func(r rune) bool { return strings.ContainsRune("、，,；;\n", r) }) {
		p = strings.TrimSpace(inspection.Clean(p))
		switch named := c.names[nameKey(p)]; {
		case p == "", p == "无", p == "-", p == "—", p == "/":
			continue
		case c.book.School(inspection.SchoolCode(p)) != nil:
		case len(named) == 1:
			p = string(named[0])
		case len(named) == 0 && !slices.Contains(c.out.Outside, p):
			c.out.Outside = append(c.out.Outside, p)
		}
		if len([]rune(p)) > inspection.MaxTitle {
			c.faults.at(r, column, "单位名称太长，几个单位请用顿号分开")
			continue
		}
		all = append(all, p)
	}
	return all
}

// person is the one whom the file has had already under this name, or another.
// Two of one name are two where they work at different places.
func (c *planReader) person(m inspection.Member, r table.Record, column string) *person {
	for _, p := range c.people {
		if p.Name != m.Name || p.ID != m.ID || len(p.Present) > 0 && len(m.Present) > 0 && !overlap(p.Present, m.Present) {
			continue
		}
		if p.Post == "" {
			p.Post = m.Post
		}
		for _, w := range []struct{ to, from *[]string }{{&p.Present, &m.Present}, {&p.Former, &m.Former}, {&p.Kin, &m.Kin}} {
			for _, place := range *w.from {
				if !slices.Contains(*w.to, place) {
					*w.to = append(*w.to, place)
				}
			}
		}
		return p
	}
	p := &person{Member: m, at: r, column: column}
	c.people = append(c.people, p)
	return p
}

func overlap(x, y []string) bool {
	return slices.ContainsFunc(x, func(s string) bool { return slices.Contains(y, s) })
}

// post puts somebody into a team, once a round.
func (c *planReader) post(p *person, to inspection.Posting, r table.Record, column string) {
	if to.Round == 0 {
		return
	}
	at := postedAt{p, to.Round}
	before, twice := c.posted[at]
	switch {
	case !twice:
		one := posted{to, r, column}
		c.posted[at] = one
		p.postings = append(p.postings, &one)
	case before.Team != to.Team:
		c.faults.at(r, column, "%s在第%d轮既在%d组（%s）又在%d组；一人一轮只在一个组", quote(p.Name), to.Round, before.Team, before.at.Place(before.column), to.Team)
	case before.Role != to.Role && before.Role != 0 && to.Role != 0:
		c.faults.at(r, column, "%s在第%d轮%d组既是%s（%s）又是%s", quote(p.Name), to.Round, to.Team,
			both(before.Role), before.at.Place(before.column), both(to.Role))
	}
}

// leads reads the people whom a row of a visit names with its team.
func (c *planReader) leads(t *table.Table, r table.Record, v inspection.Visit) {
	for _, role := range inspection.Roles() {
		column := role.In(inspection.Chinese)
		if !r.Has(column) {
			continue
		}
		if v.Team == 0 {
			c.faults.at(r, column, "写了%s，没有写是第几组", column)
			continue
		}
		for _, name := range strings.FieldsFunc(r.Words(column), func(r rune) bool { return strings.ContainsRune("、，,；;\n/ 　", r) }) {
			if name = strings.TrimSpace(inspection.Clean(name)); name != "" {
				p := c.person(inspection.Member{Name: name}, r, column)
				c.post(p, inspection.Posting{Round: v.ID.Round, Team: v.Team, Role: role}, r, column)
			}
		}
	}
}

// identify finds the members of the book who are meant, and names the others.
func (c *planReader) identify() {
	named := map[string][]inspection.Member{}
	for _, m := range c.book.Members() {
		named[m.Name] = append(named[m.Name], m)
	}
	taken := map[inspection.MemberID]bool{}
	for _, p := range c.people {
		if p.ID != "" && taken[p.ID] {
			c.faults.at(p.at, p.column, "人员编号%s用了两次", quote(string(p.ID)))
		}
		taken[p.ID] = p.ID != ""
	}
	for _, surely := range []bool{true, false} {
		for _, p := range c.people {
			for _, m := range named[p.Name] {
				if p.ID == "" && !taken[m.ID] && (!surely || overlap(p.Present, m.Present)) {
					p.ID, taken[m.ID] = m.ID, true
				}
			}
		}
	}
	for _, p := range c.people {
		for n := 1; p.ID == ""; n++ {
			id := c.book.MemberNamed(p.Name)
			if n > 1 {
				id = inspection.MemberID(fmt.Sprintf("%s-%d", p.Name, n))
			}
			if _, there := c.book.Member(id); !there && !taken[id] {
				p.ID, taken[id] = id, true
			}
		}
		c.out.Members = append(c.out.Members, p.Member)
		for _, to := range p.postings {
			to.Member = p.ID
			c.out.Postings = append(c.out.Postings, to.Posting)
		}
	}
}
