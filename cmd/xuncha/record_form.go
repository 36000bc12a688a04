package main

import (
	"sync"

	"xuncha/inspection"
)

// form is one thing that a line can say. The decoder, the schema and the help
// all go by the table of forms.
type form struct {
	object string // the key under which its fields stand; empty: at the top of the line
	verb   string // the field that tells it from other forms of the object, itself included
	place  place
	begins bool     // a visit that has not begun begins with it
	needs  []string // fields that have to be there, besides the verb
	may    []string
	named  bool // the answer gives the ID of what was made
	says   [2]string
	shows  string // an example
	judge  func(*recorder, *said) (inspection.Fact, error)
}

// place says what of round, school and kind a form goes with.
type place uint8

const (
	atVisit place = iota // round and school, and kind where it is not routine
	inRound              // round alone
	nowhere
	anyPlace // each of them may be there
)

// keys are the keys of the place that a line of this form needs and may have.
func (p place) keys() (needs, may []string) {
	switch p {
	case atVisit:
		return []string{"round", "school"}, []string{"kind", "reason"}
	case inRound:
		return []string{"round"}, []string{"reason"}
	case anyPlace:
		return nil, []string{"round", "school", "kind", "reason"}
	}
	return nil, []string{"reason"}
}

var placeFields = fields{
	"round":  whole(1, 1<<16-1),
	"school": code(),
	"kind":   choice(visitKindNames(), inspection.ParseVisitKind),
	"reason": someText(),
}

// The kinds of visits and the methods may also be named as on paper: the first
// release took those words.

func visitKindNames() (names []string) {
	for k := inspection.Routine; k <= inspection.MakeUp; k++ {
		names = append(names, k.In(inspection.English), k.In(inspection.Chinese))
	}
	return names
}

func methodNames() (names []string) {
	for _, m := range inspection.Methods(1<<5 - 1).Each() {
		names = append(names, m.In(inspection.English), m.In(inspection.Chinese))
	}
	return names
}

var rectifyFields = []string{"goal", "measures", "leader", "department", "person", "cause", "inference", "deadline", "long_term", "state"}

var detailFields = []string{
	"basis", "dimension", "focus", "level", "nature", "duty", "discoverer", "undertakers", "checked", "fix_now", "linked",
}

// objects are the fields of each object; those of the answer stand at the top.
// They are made when the first line is read, not at every start.
var objects = sync.OnceValue(func() map[string]fields {
	return map[string]fields{
		"": {
			"item":    code(),
			"verdict": choice([]string{"", "met", "partly", "unmet", "na", "unclear"}, inspection.ParseVerdict),
			"methods": choices(methodNames(), inspection.ParseMethod),
			"note":    longText(),
			"checked": pair(),
		},
		"finding":  findingFields(),
		"findings": bulkFields(),
		"count":    {"counter": choice(inspection.CounterNames(), inspection.ParseCounter), "n": whole(-1_000_000, 1_000_000)},
		"talk": {
			"post": oneLine(), "sort": choice(inspection.TalkSortNames(), inspection.ParseTalkSort),
			"by": several(oneLine(), 2), "day": day(), "id": id(),
		},
		"paper": {
			"name": oneLine(), "day": day(), "id": id(),
			"to": choice(inspection.PaperStandingNames(), inspection.ParsePaperStanding),
		},
		"clue":    {"count": whole(1, 1_000_000), "organ": oneLine(), "day": day()},
		"strike":  {"id": id()},
		"seal":    {"by": oneLine(), "why": someText(), "day": day()},
		"unseal":  {"why": oneLine()},
		"plan":    {"in": either(), "look_back": yes(), "to": whole(1, 1<<16-1), "swap": code(), "swap_round": whole(1, 1<<16-1)},
		"arrange": {"team": whole(0, inspection.MaxTeam), "batch": whole(0, inspection.MaxBatch), "from": dayOrNone(), "to": dayOrNone()},
		"member": {
			"id": oneLine(), "name": oneLine(), "post": worded(0, inspection.MaxTitle), "dismiss": yes(),
			"present": several(oneLine(), 0), "former": several(oneLine(), 0), "kin": several(oneLine(), 0),
		},
		"posting":   {"member": oneLine(), "team": whole(0, inspection.MaxTeam), "role": choice(inspection.RoleNames(), inspection.ParseRole)},
		"team":      {"team": whole(1, 99)},
		"numbering": {"team": whole(1, 99)},
		"deadlines": {"plan": whole(1, 366), "rectify": whole(1, 366), "report": whole(1, 366), "look_back": whole(1, 366)},
		"conflict": {
			"field": choice(inspection.FieldNames(), inspection.ParseField), "item": code(), "id": oneLine(),
			"device": hexDevice(), "seq": whole(1, 1<<31-1),
		},
		"undo": {"last": yes(), "seq": whole(1, 1<<31-1), "device": hexDevice()},
		"redo": {"last": yes()},
	}
})

func findingFields() fields {
	f := fields{
		"id": id(), "item": code(), "title": oneLine(), "facts": longText(),
		"basis": longText(), "dimension": whole(0, 4), "focus": whole(0, 4),
		"level":      orNone(inspection.LevelNames(), inspection.ParseLevel),
		"nature":     orNone(inspection.NatureNames(), inspection.ParseNature),
		"duty":       choices(inspection.DutyNames(), inspection.ParseDuty),
		"discoverer": worded(0, inspection.MaxTitle), "undertakers": several(oneLine(), 0),
		"checked": pair(), "fix_now": either(), "linked": several(code(), 0),
		"opinion": oneLine(), "merge": id(), "words": someText(), "day": day(),
		"progress": someText(), "by": oneLine(), "note": longText(),
		"look_back": orNone(inspection.RelookNames(), inspection.ParseRelook),
	}
	for _, verb := range []string{"raise", "submit", "withdraw", "restore", "adopt", "return", "reject", "unmerge", "number", "feed_back", "rectify", "close"} {
		f[verb] = yes()
	}
	addRectify(f)
	return f
}

func bulkFields() fields {
	f := fields{"ids": several(id(), 1), "rectify": yes()}
	addRectify(f)
	return f
}

func addRectify(f fields) {
	for _, name := range rectifyFields {
		f[name] = longText()
	}
	f["deadline"], f["long_term"] = dayOrNone(), either()
	f["state"] = choice(inspection.StandingNames(), inspection.ParseStanding)
}
