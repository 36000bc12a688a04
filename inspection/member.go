package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// MemberID names a member of the inspecting teams for good.
type MemberID string

// Member (成员) is somebody who inspects. A place where somebody works is a
// school's code, or the name of what is not on the roster.
type Member struct {
	ID      MemberID
	Name    string
	Post    string
	Present []string // where he works
	Former  []string // where he worked before
	Kin     []string // where near relatives work
}

// Role (角色) is what a member is in a team. Stored: add at the end.
type Role uint8

// The roles.
const (
	_         Role = iota
	Lead           // 组长
	Deputy         // 副组长
	Liaison        // 联络员
	Inspector      // 组员
	roles          // not stored
)

// Roles are all roles in the order in which a team is listed.
func Roles() []Role { return []Role{Lead, Deputy, Liaison, Inspector} }

// Posting (编组) is a member's place in a round: one team, one role. A posting
// to no team takes him out of the one where he is.
type Posting struct {
	Member MemberID
	Round  RoundNo
	Team   int
	Role   Role
}

// MemberNamed is an ID for somebody who is entered under a name: the name, or
// the name with a number when a member has that already. Laptops that enter the
// same person so enter one.
func (b *Book) MemberNamed(name string) MemberID {
	id := MemberID(name)
	for n := 2; b.members[id] && b.hasMember(id); n++ {
		id = MemberID(fmt.Sprintf("%s-%d", name, n))
	}
	return id
}

func (b *Book) hasMember(id MemberID) bool {
	return !b.value(Register{Field: MemberName, ID: string(id)}).IsZero()
}

// Member is the member of an ID, if there is one.
func (b *Book) Member(id MemberID) (Member, bool) {
	at := func(f Field) string { return b.value(Register{Field: f, ID: string(id)}).Text }
	m := Member{
		ID: id, Name: at(MemberName), Post: at(MemberPost),
		Present: lines(at(MemberPresent)), Former: lines(at(MemberFormer)), Kin: lines(at(MemberKin)),
	}
	return m, m.Name != ""
}

// Members are all members, by their IDs.
func (b *Book) Members() []Member {
	all := make([]Member, 0, len(b.members))
	for id := range b.members {
		if m, ok := b.Member(id); ok {
			all = append(all, m)
		}
	}
	slices.SortFunc(all, func(x, y Member) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return all
}

// PostingOf is a member's place in a round; its team is zero when he has none.
func (b *Book) PostingOf(id MemberID, n RoundNo) Posting {
	v := b.value(postingAt(id, n))
	return Posting{Member: id, Round: n, Team: int(v.N), Role: Role(v.Of)}
}

func postingAt(id MemberID, n RoundNo) Register {
	return Register{Field: MemberTeam, Visit: VisitID{Round: n}, ID: string(id)}
}

// Staff judges entering members or changing them, and putting them into teams:
// any number of both as one action. Fields that are as they were are not
// written.
func (b *Book) Staff(members []Member, postings []Posting) (Fact, error) {
	f := Fact{Kind: Staffed}
	if err := b.staff(&f, members, postings); err != nil {
		return Fact{}, err
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

func (b *Book) staff(f *Fact, members []Member, postings []Posting) error {
	if _, ok := b.Campaign(); !ok {
		return refuse(NoCampaign, "")
	}
	entered, unit := map[MemberID]bool{}, b.units()
	for _, m := range members {
		if entered[m.ID] || m.ID == "" {
			return refuse(MemberTwice, m.Name)
		}
		entered[m.ID] = true
		if err := b.enterMember(f, m, unit); err != nil {
			return err
		}
	}
	posted := map[Register]bool{}
	for _, p := range postings {
		at := postingAt(p.Member, p.Round)
		switch {
		case posted[at]:
			return refuse(MemberTwice, string(p.Member))
		case !entered[p.Member] && !b.hasMember(p.Member):
			return refuse(NoSuchMember, string(p.Member))
		}
		posted[at] = true
		if err := b.post(f, p); err != nil {
			return err
		}
	}
	return nil
}

func (b *Book) enterMember(f *Fact, m Member, unit func(string) string) error {
	name, err := line(m.Name)
	if err != nil {
		return err
	}
	post, err := text(strings.ReplaceAll(m.Post, "\n", " "), MaxTitle)
	if err != nil {
		return err
	}
	at := func(field Field, words string) {
		b.change(f, Register{Field: field, ID: string(m.ID)}, Value{Text: words})
	}
	at(MemberName, name)
	at(MemberPost, post)
	for _, p := range []struct {
		field  Field
		places []string
	}{{MemberPresent, m.Present}, {MemberFormer, m.Former}, {MemberKin, m.Kin}} {
		places, err := placesOf(p.places, unit)
		if err != nil {
			return err
		}
		at(p.field, places)
	}
	return nil
}

// placesOf are places as they are stored: one a line, each once, schools by
// their codes.
func placesOf(places []string, unit func(string) string) (string, error) {
	var all []string
	for _, p := range places {
		p, err := text(strings.ReplaceAll(Clean(p), "\n", " "), MaxTitle)
		if err != nil {
			return "", err
		}
		if p = unit(p); p != "" && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return strings.Join(all, "\n"), nil
}

// units tells of a school's name its code, when just one school has that name.
func (b *Book) units() func(string) string {
	var named map[string][]SchoolCode
	return func(place string) string {
		if place == "" || b.School(SchoolCode(place)) != nil {
			return place
		}
		if named == nil {
			named = b.named()
		}
		if codes := named[place]; len(codes) == 1 {
			return string(codes[0])
		}
		return place
	}
}

// named are the codes of the schools of each name.
func (b *Book) named() map[string][]SchoolCode {
	all := make(map[string][]SchoolCode, len(b.Codes()))
	for _, code := range b.Codes() {
		name := b.School(code).Name
		all[name] = append(all[name], code)
	}
	return all
}

func (b *Book) post(f *Fact, p Posting) error {
	if _, ok := b.Round(p.Round); !ok {
		return refuse(NoSuchRound, p.Round.String())
	}
	v := Value{N: int64(p.Team), Of: int64(cmp.Or(p.Role, Inspector))}
	switch {
	case p.Team == 0:
		v = Value{}
	case p.Team < 0 || p.Team > MaxTeam:
		return refuse(NoSuchTeam, fmt.Sprint(p.Team))
	case p.Role >= roles:
		return refuse(NoSuchChoice, "")
	}
	b.change(f, postingAt(p.Member, p.Round), v)
	return nil
}

// Dismiss judges taking members off the list, and out of their teams in all
// rounds.
func (b *Book) Dismiss(ids ...MemberID) (Fact, error) {
	f := Fact{Kind: Staffed}
	seen := map[MemberID]bool{}
	for _, id := range ids {
		if !b.hasMember(id) || seen[id] {
			return Fact{}, refuse(NoSuchMember, string(id))
		}
		seen[id] = true
		for field := MemberName; field <= MemberKin; field++ {
			b.change(&f, Register{Field: field, ID: string(id)}, Value{})
		}
		for n := range b.rounds {
			b.change(&f, postingAt(id, n), Value{})
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// NameOfPlace is what a place where somebody works is called.
func (b *Book) NameOfPlace(place string) string {
	if s := b.School(SchoolCode(place)); s != nil {
		return s.Name
	}
	return place
}

// NamesOfPlaces is that for several.
func (b *Book) NamesOfPlaces(places []string) []string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = b.NameOfPlace(p)
	}
	return names
}
