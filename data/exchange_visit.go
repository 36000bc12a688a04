package data

import (
	"strconv"

	"xuncha/inspection"
)

func visitThing() *thing {
	counters := inspection.CounterNames()
	return &thing{
		name: "visit", title: "进校", place: atVisit(),
		keys: []key{
			{"planned", inspection.VisitPlanned, truth(partN), 0, false}, {"begun", inspection.VisitBegun, day(partN), 0, false},
			{"parent", inspection.VisitParent, number(partN, 1, 1<<16-1), 0, false}, {"team", inspection.VisitTeam, number(partN, 1, 99), 0, false},
			{"batch", inspection.VisitBatch, number(partN, 1, 1<<16), 0, false},
			{"from", inspection.VisitFrom, day(partN), 0, false}, {"to", inspection.VisitTo, day(partN), 0, false},
		},
		maps: []mapKey{{"counts", asCount, atID, counters, number(partN, -1<<40, 1<<40)}},
		holds: []child{
			{"answers", answerThing(), false}, {"findings", findingThing(), false}, {"look_backs", lookBackThing(), false},
			{"evidence", evidenceThing(), false}, {"talks", talkThing(), false}, {"papers", paperThing(), false}, {"clues", clueThing(), false},
		},
	}
}

func answerThing() *thing {
	var verdicts []string
	for _, v := range inspection.Verdicts() {
		verdicts = append(verdicts, v.Name())
	}
	return &thing{
		name: "answer", title: "作答", place: []placeKey{code(atItem, "item", "要点编号", 0, refItem)}, signs: inspection.AnswerVerdict,
		keys: []key{
			{"verdict", inspection.AnswerVerdict, choice(partN, verdicts), 0, false},
			{"methods", inspection.AnswerMethods, set(partN, bits(inspection.ByCompare)), 0, false},
			{"note", inspection.AnswerNote, anyWords(), 0, false}, {"checked", inspection.AnswerChecked, pair(1_000_000), 0, false},
		},
	}
}

func findingThing() *thing {
	keys := []key{
		{"title", inspection.FindingTitle, oneLine(), 0, true}, {"facts", inspection.FindingFacts, anyWords(), 0, false},
		{"item", inspection.FindingItem, oneLine(), refItem, false},
		{"state", inspection.FindingStanding, choice(partN, inspection.FindingStateNames()), 0, false},
		{"basis", inspection.FindingBasis, anyWords(), 0, false}, {"dimension", inspection.FindingFrame, number(partN, 1, 4), 0, false},
		{"focus", inspection.FindingFrame, number(partOf, 1, 4), 0, false},
		{"level", inspection.FindingLevel, choice(partN, inspection.LevelNames()), 0, false},
		{"nature", inspection.FindingNature, choice(partN, inspection.NatureNames()), 0, false},
		{"duty", inspection.FindingDuty, set(partN, inspection.DutyNames()), 0, false},
		{"discoverer", inspection.FindingDiscoverer, fewWords(), 0, false}, {"undertakers", inspection.FindingUndertakers, perLine(), 0, false},
		{"checked", inspection.FindingChecked, pair(1_000_000), 0, false}, {"fix_now", inspection.FindingFixNow, truth(partN), 0, false},
		{"linked", inspection.FindingLinked, perLine(), refItem, false}, {"opinion", inspection.FindingOpinion, anyWords(), 0, false},
		{"into", inspection.FindingInto, oneLine(), refFinding, false},
		{"number", inspection.FindingNumber, oneLine(), 0, false}, {"number_n", inspection.FindingNumber, number(partN, 1, 1<<30), 0, false},
		{"number_team", inspection.FindingNumber, number(partOf, 1, 99), 0, false}, {"number_clash", asClash, truth(partN), 0, false},
	}
	return &thing{
		name: "finding", title: "问题", place: []placeKey{code(atID, "id", "问题编号", refFinding, 0)},
		keys: append(keys, rectifyKeys()...), signs: inspection.FindingTitle,
		holds: []child{{"progress", &thing{
			name: "progress", title: "整改进展", place: []placeKey{code(atItem, "id", "进展编号", 0, 0)},
			keys: []key{{"day", inspection.RectifyProgress, day(partN), 0, false}, {"text", inspection.RectifyProgress, anyWords(), 0, false}},
		}, false}},
	}
}

func rectifyKeys() []key {
	return []key{
		{"fed_back", inspection.RectifyWords, day(partN), 0, false}, {"words", inspection.RectifyWords, anyWords(), 0, false},
		{"goal", inspection.RectifyGoal, anyWords(), 0, false}, {"measures", inspection.RectifyMeasures, anyWords(), 0, false},
		{"leader", inspection.RectifyLeader, anyWords(), 0, false}, {"department", inspection.RectifyDepartment, anyWords(), 0, false},
		{"person", inspection.RectifyPerson, anyWords(), 0, false}, {"cause", inspection.RectifyCause, anyWords(), 0, false},
		{"inference", inspection.RectifyInference, anyWords(), 0, false}, {"deadline", inspection.RectifyDeadline, day(partN), 0, false},
		{"long_term", inspection.RectifyDeadline, truth(partOf), 0, false},
		{"standing", inspection.RectifyState, choice(partN, inspection.StandingNames()), 0, false},
		{"closed", inspection.RectifyClosed, day(partN), 0, false}, {"closed_by", inspection.RectifyClosed, oneLine(), 0, false},
		{"reopened", inspection.RectifyReopened, number(partN, 1, 1<<30), 0, false},
	}
}

func lookBackThing() *thing {
	return &thing{
		name: "look_back", title: "回头看", place: []placeKey{code(atID, "finding", "问题编号", 0, refFinding)}, signs: inspection.LookBackAnswer,
		keys: []key{
			{"answer", inspection.LookBackAnswer, choice(partN, inspection.RelookNames()), 0, false},
			{"note", inspection.LookBackAnswer, anyWords(), 0, false},
		},
	}
}

func evidenceThing() *thing {
	return &thing{
		name: "evidence", title: "佐证", place: []placeKey{{name: "sha256", part: atID, as: sha256Way(), says: "SHA-256", needs: true}},
		keys: []key{
			{"name", inspection.EvidenceFile, oneLine(), 0, false}, {"size", inspection.EvidenceFile, number(partN, 0, inspection.MaxEvidence), 0, false},
			{"caption", inspection.EvidenceCaption, fewWords(), 0, false}, {"page", inspection.EvidencePage, fewWords(), 0, false},
			{"sort", inspection.EvidenceKind, choice(partN, inspection.EvidenceSortNames()), 0, false},
			{"when", inspection.EvidenceWhen, day(partN), 0, false}, {"where", inspection.EvidenceWhere, fewWords(), 0, false},
		},
		links: []linkKey{
			{"items", inspection.EvidenceAtItem, refItem}, {"findings", inspection.EvidenceAtFinding, refFinding}, {"proves", inspection.EvidenceProves, refFinding},
		},
	}
}

// sha256Way is a hash in hex.
func sha256Way() way {
	w := words(64, 64)
	w.schema = map[string]any{"type": "string", "pattern": "^[0-9a-f]{64}$"}
	read := w.read
	w.read = func(n *node, v *inspection.Value) error {
		if wrong := read(n, v); wrong != nil || !isHex(v.Text) {
			return say("应是64位小写十六进制的 SHA-256")
		}
		return nil
	}
	return w
}

func isHex(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(s) == 64
}

func talkThing() *thing {
	return &thing{name: "talk", title: "谈话", place: []placeKey{code(atID, "id", "谈话编号", 0, 0)}, keys: []key{
		{"post", inspection.TalkPost, oneLine(), 0, true}, {"sort", inspection.TalkPost, choice(partN, inspection.TalkSortNames()), 0, false},
		{"by", inspection.TalkBy, perLine(), 0, false}, {"day", inspection.TalkDay, day(partN), 0, false},
	}}
}

func paperThing() *thing {
	return &thing{name: "paper", title: "资料", place: []placeKey{code(atID, "id", "资料编号", 0, 0)}, keys: []key{
		{"name", inspection.PaperName, oneLine(), 0, true}, {"state", inspection.PaperState, choice(partN, inspection.PaperStandingNames()), 0, false},
		{"day", inspection.PaperState, day(partOf), 0, false},
	}}
}

func clueThing() *thing {
	return &thing{name: "clue", title: "问题线索移交", place: []placeKey{code(atID, "id", "移交编号", 0, 0)}, keys: []key{
		{"count", inspection.ClueHanded, number(partN, 1, 1_000_000), 0, true}, {"day", inspection.ClueHanded, day(partOf), 0, false},
		{"organ", inspection.ClueHanded, oneLine(), 0, true},
	}}
}

func sealThing() *thing {
	return &thing{
		name: "seal", title: "封存", place: atVisit(),
		keys: []key{
			{"by", inspection.SealBy, oneLine(), 0, false}, {"day", inspection.SealBy, day(partN), 0, false},
			{"why", inspection.SealWhy, anyWords(), 0, false}, {"head", inspection.SealHead, oneLine(), 0, false},
		},
		maps: []mapKey{{"figures", inspection.SealFigure, atItem, nil, number(partN, -1<<40, 1<<40)}},
	}
}

// countedValue and countedText turn a number that a register's place has as text.
func countedValue(s string) inspection.Value {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil {
		return inspection.Value{Text: s} // no number: as it is, and refused when it is read
	}
	return inspection.Value{N: n}
}

func countedText(v inspection.Value) string { return strconv.FormatInt(v.N, 10) }
