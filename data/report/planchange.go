package report

import (
	"fmt"
	"strings"

	"xuncha/inspection"
)

// mostLines bounds the lines under one heading.
const mostLines = 100

// SayPlanChange tells people what an incoming plan would change, each change on
// a line, and the ties that it would bring about. then is the book as it would
// be, nil where nothing changes.
func SayPlanChange(c *inspection.PlanChange, b, then *inspection.Book, l inspection.Language) string {
	var s strings.Builder
	t := wordsIn(l)
	part := func(head string, n int, line func(i int) string) {
		if n == 0 {
			return
		}
		s.WriteString(inspection.Sentence(head+"\n", n))
		for i := range min(n, mostLines) {
			s.WriteString("  " + oneLine(line(i)) + "\n")
		}
		if n > mostLines {
			fmt.Fprintf(&s, "  "+t.moreLines+"\n", n-mostLines)
		}
	}
	visit := func(v inspection.Visit) string {
		return inspection.Sentence(t.visitAt, b.NameOfPlace(string(v.ID.School)), v.ID.Round, v.ID.Kind.In(l))
	}
	part(t.planNew, len(c.New), func(i int) string { return visit(c.New[i]) + arrangement(c.New[i], t) })
	part(t.planMoved, len(c.Moved), func(i int) string {
		return inspection.Sentence(t.movedTo, visit(c.Moved[i].Was), c.Moved[i].Is.ID.Round) + arrangement(c.Moved[i].Is, t)
	})
	part(t.planChanged, len(c.Changed), func(i int) string {
		return visit(c.Changed[i].Is) + t.colon + arranged(c.Changed[i].Was, t) + " → " + arranged(c.Changed[i].Is, t)
	})
	part(t.planGone, len(c.Gone), func(i int) string { return visit(c.Gone[i].Visit) + t.colon + fate(c.Gone[i], t) })
	part(t.memberNew, len(c.Members), func(i int) string { return memberChange(b, c.Members[i], t) })
	part(t.postingNew, len(c.Postings), func(i int) string { return postingChange(c, b, c.Postings[i], l) })
	if then != nil {
		ties := newTies(b, then)
		part(t.tiesNew, len(ties), func(i int) string { return then.SayRecusal(ties[i], l) })
	}
	return s.String()
}

// arranged is a visit's team, batch and days.
func arranged(v inspection.Visit, t *words) string {
	var all []string
	if v.Team != 0 {
		all = append(all, inspection.Sentence(t.teamNo, v.Team))
	}
	if v.Batch != 0 {
		all = append(all, inspection.Sentence(t.batchNo, v.Batch))
	}
	if v.From != 0 || v.To != 0 {
		all = append(all, strings.TrimSpace(v.From.String()+" – "+v.To.String()))
	}
	if len(all) == 0 {
		return t.notArranged
	}
	return strings.Join(all, " ")
}

func arrangement(v inspection.Visit, t *words) string {
	if v.Team == 0 && v.Batch == 0 && v.From == 0 && v.To == 0 {
		return ""
	}
	return t.colon + arranged(v, t)
}

func fate(g inspection.GoneVisit, t *words) string {
	switch {
	case g.Work:
		return t.staysWorked
	case g.Taken:
		return t.takenOut
	}
	return t.stays
}

// memberChange tells a new member, or what differs of one.
func memberChange(b *inspection.Book, c inspection.MemberChange, t *words) string {
	if c.Was.Name == "" {
		words := c.Is.Name + " " + c.Is.Post
		if len(c.Is.Present) > 0 {
			words += " " + places(b, c.Is.Present, t)
		}
		return strings.TrimSpace(words)
	}
	var all []string
	for _, d := range []struct{ label, was, is string }{
		{t.memberName, c.Was.Name, c.Is.Name}, {t.post, c.Was.Post, c.Is.Post}, {t.present, places(b, c.Was.Present, t), places(b, c.Is.Present, t)},
		{t.former, places(b, c.Was.Former, t), places(b, c.Is.Former, t)}, {t.kin, places(b, c.Was.Kin, t), places(b, c.Is.Kin, t)},
	} {
		if d.was != d.is {
			all = append(all, fmt.Sprintf("%s “%s” → “%s”", d.label, d.was, d.is))
		}
	}
	return c.Is.Name + t.colon + strings.Join(all, t.semicolon)
}

func postingChange(c *inspection.PlanChange, b *inspection.Book, p inspection.PostingChange, l inspection.Language) string {
	t, name := wordsIn(l), nameOf(b, p.Is.Member)
	for _, m := range c.Members {
		if m.Is.ID == p.Is.Member {
			name = m.Is.Name
		}
	}
	now := inspection.Sentence(t.postedIn, p.Is.Round, p.Is.Team, p.Is.Role.In(l))
	if p.Was.Team == 0 {
		return name + " " + now
	}
	return name + " " + inspection.Sentence(t.postedIn, p.Was.Round, p.Was.Team, p.Was.Role.In(l)) + " → " + now
}

// newTies are the strong ties of one book that another does not have.
func newTies(b, then *inspection.Book) []inspection.Recusal {
	var all []inspection.Recusal
	for _, r := range then.Rounds() {
		was := map[inspection.Recusal]bool{}
		for _, tie := range b.Recusals(r.No) {
			was[tie] = true
		}
		for _, tie := range then.Recusals(r.No) {
			if !was[tie] && !tie.Why.Weak() {
				all = append(all, tie)
			}
		}
	}
	return all
}

// PlanChangeData is what an incoming plan would change, for programs.
type PlanChangeData struct {
	New      []plannedJSON    `json:"new"`
	Moved    []plannedMove    `json:"moved"`
	Changed  []plannedMove    `json:"changed"`
	Gone     []plannedGone    `json:"gone"`
	Members  []memberJSON     `json:"members"`
	Postings []planPostedJSON `json:"postings"`
	Recusals []recusalJSON    `json:"recusals"`
	Outside  []string         `json:"outside_roster"`
}

type plannedMove struct {
	Was plannedJSON `json:"was"`
	Is  plannedJSON `json:"is"`
}

type plannedGone struct {
	plannedJSON
	Work  bool `json:"work"`
	Taken bool `json:"taken_out"`
}

type planPostedJSON struct {
	Round  int    `json:"round"`
	Team   int    `json:"team"`
	Member string `json:"member"`
	Role   string `json:"role"`
}

// ReadPlanChange is that for programs; then as for [SayPlanChange].
func ReadPlanChange(c *inspection.PlanChange, b, then *inspection.Book, outside []string) PlanChangeData {
	d := PlanChangeData{
		New: []plannedJSON{}, Moved: []plannedMove{}, Changed: []plannedMove{}, Gone: []plannedGone{},
		Members: []memberJSON{}, Postings: []planPostedJSON{}, Recusals: []recusalJSON{}, Outside: orNone(outside),
	}
	for _, v := range c.New {
		d.New = append(d.New, plannedOf(b, v))
	}
	for _, m := range c.Moved {
		d.Moved = append(d.Moved, plannedMove{plannedOf(b, m.Was), plannedOf(b, m.Is)})
	}
	for _, m := range c.Changed {
		d.Changed = append(d.Changed, plannedMove{plannedOf(b, m.Was), plannedOf(b, m.Is)})
	}
	for _, g := range c.Gone {
		d.Gone = append(d.Gone, plannedGone{plannedOf(b, g.Visit), g.Work, g.Taken})
	}
	for _, m := range c.Members {
		d.Members = append(d.Members, memberOf(&m.Is))
	}
	for _, p := range c.Postings {
		d.Postings = append(d.Postings, planPostedJSON{int(p.Is.Round), p.Is.Team, string(p.Is.Member), p.Is.Role.Name()})
	}
	if then != nil {
		d.Recusals = recusalsOf(then, newTies(b, then))
	}
	return d
}
