package inspection

// SchoolCode names a school (校园) for good, whatever it is called.
type SchoolCode string

// School is who is inspected.
type School struct {
	Code      SchoolCode
	Name      string
	Stage     Stage
	Ownership Ownership
	Traits    Traits // those it has
	Known     Traits // those of which it is known whether it has them
	Area      string
	Note      string
	Order     int    // place on the roster, from 1
	Group     string // the education group (教育集团) that it belongs to
	Closed    Day    // since when there is no such school any more (停办); zero: it is open
}

// Roster (名册) is the schools of a campaign, in their order.
type Roster []School

// Stage (学段) is which years a school teaches. Stored: add at the end.
type Stage uint8

// The stages; zero is unknown.
const (
	StageUnknown Stage = iota
	Kindergarten
	Primary
	Junior
	NineYear // 九年一贯
	Complete // 完全中学
	Senior
	TwelveYear // 十二年一贯
	Special    // 特殊教育
	Vocational // 职业
	stages
)

// Ownership (办学) is who runs a school. Stored: add at the end.
type Ownership uint8

// The ownerships; zero is unknown.
const (
	OwnershipUnknown Ownership = iota
	Public
	Private
	ownerships
)

// Traits (特征) is a set of things a school has. Stored: add at the end.
type Traits uint16

// The traits.
const (
	Canteen   Traits = 1 << iota // 食堂
	Boarding                     // 寄宿
	Bus                          // 校车
	Group                        // 集团 / 分校
	AllTraits = Canteen | Boarding | Bus | Group
)

// Conditions (适用) say which schools an item applies to: all must hold.
// Stored: add at the end.
type Conditions uint16

// The conditions.
const (
	IfPublic Conditions = 1 << iota
	IfPrivate
	IfKindergarten
	IfCompulsory // 义务教育阶段
	IfCanteen
	IfBoarding
	IfBus
	IfGroup
	IfSchool // 中小学: not a kindergarten
	conditionsSentinel
)

// Holds is whether something holds, where not everything is known.
type Holds uint8

// The three answers.
const (
	No Holds = iota
	Unknown
	Yes
)

// Of reports whether all conditions hold for s. What is unknown about a school
// never hides an item: the answer is then Unknown, unless another condition
// fails outright.
func (c Conditions) Of(s *School) Holds {
	least := Yes
	for bit := IfPublic; bit < conditionsSentinel; bit <<= 1 {
		if c&bit != 0 {
			least = min(least, bit.holds(s))
		}
	}
	return least
}

func (c Conditions) holds(s *School) Holds {
	switch c {
	case IfPublic:
		return known(s.Ownership != OwnershipUnknown, s.Ownership == Public)
	case IfPrivate:
		return known(s.Ownership != OwnershipUnknown, s.Ownership == Private)
	case IfKindergarten:
		return known(s.Stage != StageUnknown, s.Stage == Kindergarten)
	case IfSchool:
		return known(s.Stage != StageUnknown, s.Stage != Kindergarten)
	case IfCompulsory:
		return known(s.Stage != StageUnknown, s.Stage.compulsory())
	case IfCanteen:
		return s.has(Canteen)
	case IfBoarding:
		return s.has(Boarding)
	case IfBus:
		return s.has(Bus)
	case IfGroup:
		return s.has(Group)
	}
	return Unknown // a condition of a newer release hides nothing
}

// compulsory follows 义务教育法 §2: the nine years; schools that also teach
// other years hold some of them.
func (s Stage) compulsory() bool {
	switch s {
	case Primary, Junior, NineYear, Complete, TwelveYear, Special:
		return true
	}
	return false
}

func (s *School) has(t Traits) Holds {
	return known(s.Known&t != 0, s.Traits&t != 0)
}

func known(is, holds bool) Holds {
	switch {
	case !is:
		return Unknown
	case holds:
		return Yes
	}
	return No
}
