package inspection

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ClosedSomeday is a school's Closed in an [Incoming] that says 停办 and not
// since when: the day that the book has, or else the day of taking it over.
const ClosedSomeday Day = -1

// offRoster stands in SchoolClosed of a school that was taken off the roster.
// Its name and the rest stay, for what is still said of it.
var offRoster = Value{Of: 1}

// Incoming is a roster as a file gives it, in the file's order.
type Incoming struct {
	Roster   Roster  // a school without a code is known by its name
	Says     []Field // that the file speaks of; the others stay as they are
	Traits   Traits  // of which it speaks
	Numbered bool    // codes are running numbers, unless the book has them
}

// RosterChange is what an incoming roster would change, before it has.
type RosterChange struct {
	New     []School
	Changed []SchoolChange // in the incoming order; a new name is one of the fields
	Moved   []SchoolCode   // stand in another order among the others
	Gone    []GoneSchool
	Recoded []SchoolChange // known by name, since the book does not have the code that the file gives; Is.Code is the file's
	Alike   []AlikeSchools

	roster Roster // of the incoming schools, each with its code
	says   []Field
	order  map[SchoolCode]int
	fact   Fact
}

// SchoolChange is a school as it is in the book and as it would be.
type SchoolChange struct {
	Was, Is School
	Fields  []Field // that differ, order left out
}

// GoneSchool is a school of the book that the file does not have.
type GoneSchool struct {
	School
	Work bool // somebody was there, or set something down about it
	Fate SchoolFate
}

// SchoolFate is what becomes of a school that is gone from the file.
type SchoolFate uint8

// The fates.
const (
	StaysOn  SchoolFate = iota // nothing, it was not asked for
	TakenOff                   // it leaves the roster, with its plans
	Closes                     // it has work: it is closed, and all of it stays
)

// AlikeSchools are two names that may mean one school. It is a hint.
type AlikeSchools struct {
	One, Other School
	Renamed    bool // One is new and Other is gone: perhaps a new name
}

// IsEmpty reports whether nothing would change.
func (c *RosterChange) IsEmpty() bool { return len(c.fact.Writes) == 0 }

// Fact is the whole change as one fact, or a refusal when there is nothing in it.
func (c *RosterChange) Fact() (Fact, error) {
	if c.IsEmpty() {
		return Fact{}, refuse(NothingSaid, "")
	}
	return c.fact, nil
}

// CompareRoster compares an incoming roster with the book's. Schools that are
// gone stay unless removeGone says otherwise; then those without work are taken
// off and those with work are closed, today. Nothing is changed yet.
func (b *Book) CompareRoster(in Incoming, today Day, removeGone bool) (*RosterChange, error) {
	if _, ok := b.Campaign(); !ok {
		return nil, refuse(NoCampaign, "")
	}
	c := &RosterChange{says: in.Says, fact: Fact{Kind: Enrolled}}
	if err := c.match(b, in); err != nil {
		return nil, err
	}
	c.leave(b, today, removeGone)
	c.sort(b)
	for i := range c.roster {
		if err := c.school(b, &c.roster[i], in, today); err != nil {
			return nil, err
		}
	}
	c.hint()
	c.fact = c.fact.sorted()
	return c, nil
}

// match gives each incoming school its code: its own where the book has it, else
// that of the one school of its name, else its own or the next that is free.
func (c *RosterChange) match(b *Book, in Incoming) error {
	c.roster = slices.Clone(in.Roster)
	if in.Numbered && !slices.ContainsFunc(c.roster, func(s School) bool { return b.School(s.Code) != nil }) {
		for i := range c.roster {
			c.roster[i].Code = ""
		}
	}
	taken := map[SchoolCode]bool{}
	for _, s := range c.roster {
		if s.Code != "" && taken[s.Code] {
			return refuse(SchoolTwice, string(s.Code))
		}
		taken[s.Code] = true
	}
	named := b.codesByName()
	for i := range c.roster {
		s := &c.roster[i]
		if b.School(s.Code) != nil {
			continue
		}
		codes := named[bareName(s.Name)]
		if len(codes) != 1 || taken[codes[0]] {
			continue
		}
		if s.Code != "" {
			c.Recoded = append(c.Recoded, SchoolChange{Was: *b.School(codes[0]), Is: *s})
		}
		s.Code = codes[0]
		taken[s.Code] = true
	}
	c.number(b, taken)
	return nil
}

// number gives codes to those that have none, after the book's pattern.
func (c *RosterChange) number(b *Book, taken map[SchoolCode]bool) {
	next := b.nextCode()
	for i := range c.roster {
		for c.roster[i].Code == "" {
			if code := next(); !taken[code] {
				c.roster[i].Code = code
			}
		}
	}
}

// nextCode gives free codes in the manner of most codes of the book: S062 after
// S061. Codes that were ever used are not used again.
func (b *Book) nextCode() func() SchoolCode {
	type pattern struct {
		prefix string
		width  int
	}
	count, highest := map[pattern]int{}, map[pattern]int{}
	best := pattern{"S", 3}
	for code := range b.schools {
		prefix := strings.TrimRight(string(code), "0123456789")
		digits := string(code)[len(prefix):]
		if digits == "" || len(digits) > 9 {
			continue
		}
		p := pattern{prefix, len(digits)}
		n, err := strconv.Atoi(digits)
		if err != nil {
			continue
		}
		count[p]++
		highest[p] = max(highest[p], n)
		if count[p] > count[best] || count[p] == count[best] && prefix < best.prefix {
			best = p
		}
	}
	n := highest[best]
	return func() SchoolCode {
		for {
			n++
			code := SchoolCode(fmt.Sprintf("%s%0*d", best.prefix, best.width, n))
			if b.schools[code] == nil {
				return code
			}
		}
	}
}

func (b *Book) codesByName() map[string][]SchoolCode {
	named := map[string][]SchoolCode{}
	for _, code := range b.Codes() {
		key := bareName(b.School(code).Name)
		named[key] = append(named[key], code)
	}
	return named
}

// leave decides about the schools that are gone from the file.
func (c *RosterChange) leave(b *Book, today Day, removeGone bool) {
	stays := map[SchoolCode]bool{}
	for _, s := range c.roster {
		stays[s.Code] = true
	}
	for _, code := range b.Codes() {
		if stays[code] {
			continue
		}
		gone := GoneSchool{School: *b.School(code), Work: b.hasWork(code)}
		at := Register{Field: SchoolClosed, Visit: VisitID{School: code}}
		switch {
		case !removeGone || gone.Work && gone.Closed != 0:
		case gone.Work:
			gone.Fate = Closes
			b.change(&c.fact, at, Value{N: int64(today)})
		default:
			gone.Fate = TakenOff
			b.change(&c.fact, at, offRoster)
			for _, v := range b.VisitsTo(code) {
				b.plan(&c.fact, v.ID, 0)
			}
		}
		c.Gone = append(c.Gone, gone)
	}
}

// hasWork reports whether anybody was at a school or set something down there.
func (b *Book) hasWork(code SchoolCode) bool {
	for n := range b.rounds {
		for kind := Routine; kind < visitKinds; kind++ {
			v := VisitID{Round: n, Kind: kind, School: code}
			s := b.visits[v]
			switch {
			case s == nil:
			case b.TallyOf(v).Begun, len(s.findings)+len(s.works)+len(s.evidence) > 0:
				return true
			case kind == LookBack && b.TallyLookBack(v).Begun > 0:
				return true
			}
		}
	}
	return false
}

// school compares one school and writes what differs.
func (c *RosterChange) school(b *Book, s *School, in Incoming, today Day) error {
	was := b.School(s.Code)
	is := School{Code: s.Code}
	if was != nil {
		is = *was
	}
	is.take(s, in, today)
	if order, ok := c.order[s.Code]; ok {
		is.Order = order
	}
	before := len(c.fact.Writes)
	if err := b.enrol(&c.fact, is); err != nil {
		return err
	}
	if was == nil {
		c.New = append(c.New, is)
		return nil
	}
	change := SchoolChange{Was: *was, Is: is}
	for _, w := range c.fact.Writes[before:] {
		if w.Register.Field != SchoolOrder {
			change.Fields = append(change.Fields, w.Register.Field)
		}
	}
	if len(change.Fields) > 0 {
		slices.Sort(change.Fields)
		c.Changed = append(c.Changed, change)
	}
	return nil
}

// take takes over what a file says of a school.
func (s *School) take(from *School, in Incoming, today Day) {
	s.Name = from.Name
	for _, f := range in.Says {
		switch f {
		case SchoolStage:
			s.Stage = from.Stage
		case SchoolOwnership:
			s.Ownership = from.Ownership
		case SchoolTraits:
			s.Known = s.Known&^in.Traits | from.Known&in.Traits
			s.Traits = s.Known & (s.Traits&^in.Traits | from.Traits&in.Traits)
		case SchoolArea:
			s.Area = from.Area
		case SchoolNote:
			s.Note = from.Note
		case SchoolGroup:
			s.Group = from.Group
		case SchoolClosed:
			if from.Closed != ClosedSomeday {
				s.Closed = from.Closed
			} else if s.Closed == 0 {
				s.Closed = today
			}
		}
	}
}

// sort puts the incoming schools in the file's order, and each that is gone and
// stays behind the one that it stood behind. Places are numbered anew where the
// order is not the book's.
func (c *RosterChange) sort(b *Book) {
	comes := map[SchoolCode]int{}
	for i, s := range c.roster {
		comes[s.Code] = i
	}
	leaves := map[SchoolCode]bool{}
	for _, g := range c.Gone {
		leaves[g.Code] = g.Fate == TakenOff
	}
	behind := make([][]SchoolCode, len(c.roster)+1) // [0] in front of all
	var now []SchoolCode
	var places []int
	last := 0
	for _, code := range b.Codes() {
		i, ok := comes[code]
		switch {
		case ok:
			last = i + 1
			places = append(places, i)
		case leaves[code]:
			continue
		default:
			behind[last] = append(behind[last], code)
		}
		now = append(now, code)
	}
	then := slices.Clone(behind[0])
	for i, s := range c.roster {
		then = append(append(then, s.Code), behind[i+1]...)
	}
	if slices.Equal(now, then) {
		return
	}
	c.order = map[SchoolCode]int{}
	for i, code := range then {
		c.order[code] = i + 1
		if _, ok := comes[code]; !ok {
			b.change(&c.fact, Register{Field: SchoolOrder, Visit: VisitID{School: code}}, Value{N: int64(i + 1)})
		}
	}
	for _, i := range strays(places) {
		c.Moved = append(c.Moved, c.roster[i].Code)
	}
}
