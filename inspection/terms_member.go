package inspection

import "fmt"

// The words of members, their teams and what ties them to schools.

var roleTerms = []term{{"", ""}, {"组长", "lead"}, {"副组长", "deputy lead"}, {"联络员", "liaison"}, {"组员", "member"}}

// In names the role.
func (r Role) In(l Language) string { return named(roleTerms, r, l) }

var roleNames = []string{"", "lead", "deputy", "liaison", "member"}

// Name is the role's name in data that programs read.
func (r Role) Name() string { return nameOf(roleNames, r) }

// RoleNames are the names of all roles.
func RoleNames() []string { return chosen(roleNames) }

// ParseRole reads a role, by its name in data or on paper.
func ParseRole(name string) (Role, error) { return parseName[Role](name, roleNames, roleTerms) }

var tieTerms = []term{
	{"", ""}, {"现任职", "works there"}, {"曾任职", "worked there"}, {"亲属任职", "a relative works there"},
	{"同集团", "same group"}, {"同单位同组", "same school, same team"},
}

// In names the tie.
func (t Tie) In(l Language) string { return named(tieTerms, t, l) }

var tieNames = []string{"", "works", "worked", "kin", "group", "colleagues"}

// Name is the tie's name in data that programs read.
func (t Tie) Name() string { return nameOf(tieNames, t) }

var teamHintTerms = []term{
	{"", ""}, {"有进校安排，没有成员", "has visits and no members"}, {"没有组长", "nobody leads it"},
	{"组长不止一名", "more than one leads it"}, {"不足两人，不能谈话和承办问题", "fewer than two: neither talks nor findings can be had"},
	{"人数一般为 5 至 8 人", "teams usually have 5 to 8 members"}, {"没有进校安排", "has no visits"},
}

// In says the hint.
func (h TeamHint) In(l Language) string { return named(teamHintTerms, h, l) }

// memberName is a member's name, also of one that was dismissed.
func (b *Book) memberName(id MemberID) string {
	if name := b.lastWord(Register{Field: MemberName, ID: string(id)}); name != "" {
		return name
	}
	return string(id)
}

// SayRecusal tells a recusal in a sentence.
func (b *Book) SayRecusal(r Recusal, l Language) string {
	school, name := b.NameOfPlace(string(r.School)), b.memberName(r.Member)
	switch r.Why {
	case SameGroup:
		return fmt.Sprintf(term{"%d组去%s：%s所在的%s与它同属一个集团", "team %d visits %s: %s works at %s, of the same group"}.in(l),
			r.Team, school, name, b.NameOfPlace(string(r.Own)))
	case SameUnit:
		return fmt.Sprintf(term{"%d组：%s与%s同在%s任职", "team %d: %s and %s both work at %s"}.in(l),
			r.Team, name, b.memberName(r.With), school)
	}
	sentences := [...]term{
		WorksThere:  {"%d组去%s：%s现在那里任职", "team %d visits %s: %s works there"},
		WorkedThere: {"%d组去%s：%s曾在那里任职", "team %d visits %s: %s worked there"},
		KinThere:    {"%d组去%s：%s有亲属在那里任职", "team %d visits %s: a relative of %s works there"},
	}
	return fmt.Sprintf(sentences[min(r.Why, KinThere)].in(l), r.Team, school, name)
}
