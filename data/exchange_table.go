package data

import (
	"xuncha/inspection"
)

// The table of what is handed over: every thing with its keys, each key with the
// register that holds it. Writer, reader, schema and tables all go by it. Names
// are kept for good, and are those that record and the lists have.

// thing is one kind of object.
type thing struct {
	name  string // in the schema
	title string // in Chinese
	place []placeKey
	keys  []key
	maps  []mapKey
	links []linkKey
	holds []child
	signs inspection.Field // whose author stands under the key author; 0: none
}

// placeKey is a key that tells which object of its kind it is: a part of the
// registers of its own keys and of all that it holds.
type placeKey struct {
	name  string
	part  placePart
	own   bool // of its own keys alone
	as    way
	says  string // in Chinese
	names refKind
	also  refKind // what it speaks of
	needs bool
}

// placePart is one part of a register's place, as a value.
type placePart struct {
	get func(r *inspection.Register) inspection.Value
	set func(r *inspection.Register, v inspection.Value)
}

// refKind is what codes and IDs name; 0 is nothing that there has to be.
type refKind uint8

const (
	_ refKind = iota
	refRound
	refSchool
	refChecklist
	refItem
	refFinding
	refMember
)

// key is a value of the object.
type key struct {
	name  string
	field inspection.Field
	as    way
	also  refKind // what its text, or each line of it, names
	needs bool
}

// mapKey is an object of values by name, each in its own register.
type mapKey struct {
	name  string
	field inspection.Field
	part  placePart // that the name is
	names []string  // nil: any
	as    way
}

// linkKey is a list of what the object belongs to, each in its own register.
type linkKey struct {
	name  string
	field inspection.Field
	also  refKind
}

// child is a list of objects, or a single one.
type child struct {
	name  string
	thing *thing
	one   bool
}

// Some of what is handed over is in no register of its own. It is read and
// written as if it were.
const (
	asClash    = 1<<15 + iota // of a finding: another has its number with the better right
	asLast                    // of a team: the highest number that it ever gave
	asCount                   // of a visit: a counter
	asUnlisted                // an item that no checklist has any more
	asGone                    // a finding whose raising was undone
)

var (
	atRound = placePart{
		func(r *inspection.Register) inspection.Value { return inspection.Value{N: int64(r.Visit.Round)} },
		func(r *inspection.Register, v inspection.Value) { r.Visit.Round = inspection.RoundNo(v.N) },
	}
	atKind = placePart{
		func(r *inspection.Register) inspection.Value { return inspection.Value{N: int64(r.Visit.Kind)} },
		func(r *inspection.Register, v inspection.Value) { r.Visit.Kind = inspection.VisitKind(v.N) },
	}
	atSchool = placePart{
		func(r *inspection.Register) inspection.Value { return inspection.Value{Text: string(r.Visit.School)} },
		func(r *inspection.Register, v inspection.Value) { r.Visit.School = inspection.SchoolCode(v.Text) },
	}
	atItem = placePart{
		func(r *inspection.Register) inspection.Value { return inspection.Value{Text: string(r.Item)} },
		func(r *inspection.Register, v inspection.Value) { r.Item = inspection.ItemCode(v.Text) },
	}
	atID = placePart{
		func(r *inspection.Register) inspection.Value { return inspection.Value{Text: r.ID} },
		func(r *inspection.Register, v inspection.Value) { r.ID = v.Text },
	}
	atNumberedID   = placePart{func(r *inspection.Register) inspection.Value { return countedValue(r.ID) }, func(r *inspection.Register, v inspection.Value) { r.ID = countedText(v) }}
	atNumberedItem = placePart{
		func(r *inspection.Register) inspection.Value { return countedValue(string(r.Item)) },
		func(r *inspection.Register, v inspection.Value) { r.Item = inspection.ItemCode(countedText(v)) },
	}
)

// names are those of the choices 1, 2, 3 … of a kind.
func names[K ~uint8](last K, name func(K) string) []string {
	var all []string
	for k := K(1); k <= last; k++ {
		all = append(all, name(k))
	}
	return all
}

func english[K interface {
	~uint8 | ~uint16
	In(inspection.Language) string
}](k K) string {
	return k.In(inspection.English)
}

// bits are the names of the members of a set, from the lowest.
func bits[K interface {
	~uint8 | ~uint16
	In(inspection.Language) string
}](last K) []string {
	var all []string
	for bit := K(1); bit <= last && bit != 0; bit <<= 1 {
		all = append(all, bit.In(inspection.English))
	}
	return all
}

func code(part placePart, name, says string, defines, speaks refKind) placeKey {
	return placeKey{name: name, part: part, as: words(1, 200), says: says, names: defines, also: speaks, needs: true}
}

// The places that several things have.
func inRound(speaks refKind) placeKey {
	return placeKey{name: "round", part: atRound, as: number(partN, 1, 1<<16-1), says: "轮次", also: speaks, needs: true}
}

func atVisit() []placeKey {
	return []placeKey{
		inRound(refRound), code(atSchool, "school", "学校", 0, refSchool),
		{name: "kind", part: atKind, as: choice(partN, names(inspection.MakeUp, english[inspection.VisitKind])), says: "巡察方式", needs: true},
	}
}

// handedOver is the whole of it. It is built anew for each use, so that nothing
// can change it.
func handedOver() *thing {
	return &thing{
		name: "book", title: "账本",
		holds: []child{
			{"campaign", campaignThing(), true}, {"office", officeThing(), true}, {"checklists", checklistThing(), false},
			{"rounds", roundThing(), false}, {"schools", schoolThing(), false}, {"members", memberThing(), false},
			{"visits", visitThing(), false}, {"seals", sealThing(), false},
		},
		links: []linkKey{{"unlisted_items", asUnlisted, 0}, {"gone_findings", asGone, 0}},
	}
}

func campaignThing() *thing {
	return &thing{name: "campaign", title: "巡察工作", keys: []key{
		{"id", inspection.CampaignID, oneLine(), 0, true}, {"title", inspection.CampaignTitle, oneLine(), 0, true},
		{"organ", inspection.CampaignOrgan, fewWords(), 0, false}, {"zone", inspection.CampaignZone, number(partN, -840, 840), 0, false},
	}}
}

func officeThing() *thing {
	return &thing{name: "office", title: "单位设置", maps: []mapKey{
		{"words", inspection.OfficeWords, atID, nil, oneLine()}, {"scale", inspection.OfficeScale, atID, nil, pair(1000)},
	}}
}

func checklistThing() *thing {
	item := &thing{name: "item", title: "要点", place: []placeKey{code(atItem, "item", "要点编号", refItem, 0)}, keys: []key{
		{"title", inspection.ItemTitle, words(1, inspection.MaxText), 0, true}, {"look", inspection.ItemLook, anyWords(), 0, false},
		{"applies", inspection.ItemApplies, set(partN, bits(inspection.IfSchool)), 0, false},
		{"basis", inspection.ItemBasis, anyWords(), 0, false}, {"confirmed", inspection.ItemBasis, truth(partN), 0, false},
		{"methods", inspection.ItemMethods, set(partN, bits(inspection.ByCompare)), 0, false},
		{"papers", inspection.ItemPapers, perLine(), 0, false}, {"typical", inspection.ItemTypical, anyWords(), 0, false},
		{"from", inspection.ItemFrom, perLine(), 0, false},
	}}
	section := &thing{
		name: "section", title: "板块",
		place: []placeKey{{name: "section", part: atNumberedItem, own: true, as: number(partN, 1, 10_000), says: "板块序号", needs: true}},
		keys: []key{
			{"name", inspection.SectionName, anyWords(), 0, false}, {"dimension", inspection.SectionName, number(partN, 1, 4), 0, false},
			{"focus", inspection.SectionName, number(partOf, 1, 4), 0, false},
		},
		holds: []child{{"items", item, false}},
	}
	return &thing{
		name: "checklist", title: "清单", place: []placeKey{code(atID, "id", "清单编号", refChecklist, 0)},
		keys:  []key{{"title", inspection.ChecklistTitle, anyWords(), 0, false}},
		holds: []child{{"sections", section, false}},
	}
}

func roundThing() *thing {
	team := &thing{
		name: "numbering", title: "编号",
		place: []placeKey{{name: "team", part: atNumberedID, as: number(partN, 1, 99), says: "巡察组", needs: true}},
		keys:  []key{{"holder", inspection.NumberHolder, oneLine(), 0, false}, {"last", asLast, number(partN, 1, 1<<30), 0, false}},
	}
	round := inRound(0)
	round.names = refRound
	return &thing{
		name: "round", title: "轮次", place: []placeKey{round},
		keys: []key{
			{"title", inspection.RoundTitle, oneLine(), 0, true}, {"start", inspection.RoundStart, day(partN), 0, false},
			{"end", inspection.RoundEnd, day(partN), 0, false}, {"checklist", inspection.RoundChecklist, oneLine(), refChecklist, false},
		},
		maps:  []mapKey{{"deadlines", inspection.RoundDeadlines, atID, []string{"plan", "rectify", "report", "lookback"}, number(partN, 1, 366)}},
		holds: []child{{"numbering", team, false}},
	}
}

func schoolThing() *thing {
	return &thing{
		name: "school", title: "学校", place: []placeKey{code(atSchool, "school", "学校编号", refSchool, 0)},
		keys: []key{
			{"name", inspection.SchoolName, oneLine(), 0, true}, {"order", inspection.SchoolOrder, number(partN, 1, 1<<30), 0, false},
			{"stage", inspection.SchoolStage, choice(partN, names(inspection.Vocational, english[inspection.Stage])), 0, false},
			{"ownership", inspection.SchoolOwnership, choice(partN, names(inspection.Private, english[inspection.Ownership])), 0, false},
			{"traits", inspection.SchoolTraits, known(bits(inspection.Group)), 0, false},
			{"area", inspection.SchoolArea, fewWords(), 0, false}, {"note", inspection.SchoolNote, anyWords(), 0, false},
			{"closed", inspection.SchoolClosed, day(partN), 0, false}, {"group", inspection.SchoolGroup, fewWords(), 0, false},
		},
	}
}

func memberThing() *thing {
	team := &thing{name: "posting", title: "编组", place: []placeKey{inRound(refRound)}, keys: []key{
		{"team", inspection.MemberTeam, number(partN, 1, 99), 0, false},
		{"role", inspection.MemberTeam, choice(partOf, inspection.RoleNames()), 0, false},
	}}
	return &thing{
		name: "member", title: "成员", place: []placeKey{code(atID, "id", "成员编号", refMember, 0)},
		keys: []key{
			{"name", inspection.MemberName, oneLine(), 0, true}, {"post", inspection.MemberPost, fewWords(), 0, false},
			{"present", inspection.MemberPresent, perLine(), 0, false}, {"former", inspection.MemberFormer, perLine(), 0, false},
			{"kin", inspection.MemberKin, perLine(), 0, false},
		},
		holds: []child{{"teams", team, false}},
	}
}
