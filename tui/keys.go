package tui

import (
	"slices"
	"strings"
)

// binding is one line of the key table, which feeds dispatch, foot, help and
// README alike.
type binding struct {
	scope scope
	act   act
	show  string   // as the foot and help name it
	keys  []string // as the terminal names them; with an input method on letters never arrive, so each letter has a twin
	foot  bool     // among the hints of the foot
}

func (b binding) name() string { return b.show }

// short is the first of its names, for a foot that has little room.
func (b binding) short() string {
	if first, _, many := strings.Cut(b.show, "/"); many && first != "" {
		return first
	}
	return b.show
}

// bindings is the table. It never changes.
var bindings = []binding{
	{everywhere, actHelp, "F1/?", []string{"f1", "?"}, false},
	{everywhere, actPalette, "Ctrl+P", []string{"ctrl+p"}, false},
	{everywhere, actUndo, "u/Ctrl+Z", []string{"ctrl+z", "u"}, false},
	{everywhere, actRedo, "Ctrl+Y", []string{"ctrl+y"}, false},
	{everywhere, actSummary, "F5", []string{"f5"}, false},
	{everywhere, actLedger, "F6", []string{"f6"}, false},
	{everywhere, actPlan, "F8", []string{"f8"}, false},
	{everywhere, actPress, "F9", []string{"f9"}, false},
	{everywhere, actSearchAll, "Ctrl+F", []string{"ctrl+f"}, false},
	{everywhere, actRetry, "Ctrl+R", []string{"ctrl+r"}, false},
	{everywhere, actBack, "Esc", []string{"esc"}, false},
	{everywhere, actLeave, "q/Ctrl+C", []string{"ctrl+c", "q"}, false},

	{inRounds, actOpen, "Enter", []string{"enter"}, true},
	{inRounds, actSearch, "/", []string{"/"}, true},
	{inRounds, actSummary, "F5", nil, true},
	{inRounds, actPlan, "F8", nil, true},
	{inRounds, actPress, "F9", nil, true},
	{inRounds, actPalette, "Ctrl+P", nil, true},
	{inRounds, actLeave, "q", nil, true},

	{inSchools, actOpen, "Enter", []string{"enter"}, true},
	{inSchools, actSearch, "/", []string{"/"}, true},
	{inSchools, actSort, "Tab", []string{"tab"}, true},
	{inSchools, actHistory, "8/h", []string{"8", "h"}, false},
	{inSchools, actSummary, "F5", nil, true},
	{inSchools, actLedger, "F6", nil, true},
	{inSchools, actBack, "Esc", nil, true},

	{inVisit, actMet, "1", []string{"1"}, false},
	{inVisit, actPartly, "2", []string{"2"}, false},
	{inVisit, actUnmet, "3", []string{"3"}, false},
	{inVisit, actNA, "4", []string{"4"}, false},
	{inVisit, actUnclear, "5", []string{"5"}, false},
	{inVisit, actClear, "0", []string{"0"}, false},
	{inVisit, actNote, "Enter/n", []string{"enter", "n"}, true},
	{inVisit, actFinding, "F2/f", []string{"f2", "f"}, true},
	{inVisit, actFree, "Ctrl+N", []string{"ctrl+n"}, false},
	{inVisit, actGaps, "F7/g", []string{"f7", "g"}, true},
	{inVisit, actSummary, "F5", nil, true},
	{inVisit, actEvidence, "F3/e", []string{"f3", "e"}, true},
	{inVisit, actMethod, "F4/m", []string{"f4", "m"}, true},
	{inVisit, actChecked, "6/s", []string{"6", "s"}, true},
	{inVisit, actNext, "Tab", []string{"tab"}, true},
	{inVisit, actSectionBack, "←/[", []string{"left", "["}, false},
	{inVisit, actSectionOn, "→/]", []string{"right", "]"}, false},
	{inVisit, actFindingsHere, "7/l", []string{"7", "l"}, false},
	{inVisit, actHistory, "8/h", []string{"8", "h"}, false},
	{inVisit, actWorks, "F10/w", []string{"f10", "w"}, false},
	{inVisit, actSealed, "Ctrl+D", []string{"ctrl+d"}, false},
	{inVisit, actMore, "Space/9", []string{"space", "9"}, false},
	{inVisit, actSearch, "/", []string{"/"}, false},

	{inNote, actBack, "Esc", nil, true},
	{inNote, actSave, "Ctrl+S", []string{"ctrl+s"}, true},

	{inForm, actSave, "Ctrl+S", []string{"ctrl+s"}, true},
	{inForm, actNext, "Tab", []string{"tab"}, true},
	{inForm, actSheet, "F4", []string{"f4"}, true},
	{inForm, actBack, "Esc", nil, true},

	{inFindings, actOpen, "Enter", []string{"enter"}, true},
	{inFindings, actWithdraw, "x/Del", []string{"x", "delete"}, true},
	{inFindings, actHistory, "8/h", []string{"8", "h"}, true},
	{inFindings, actSubmit, "1/s", []string{"1", "s"}, true},
	{inFindings, actAdopt, "2/a", []string{"2", "a"}, true},
	{inFindings, actLeft, "←/[", []string{"left", "["}, false},
	{inFindings, actRight, "→/]", []string{"right", "]"}, false},
	{inFindings, actSearch, "/", []string{"/"}, true},
	{inFindings, actSort, "Tab", []string{"tab"}, false},
	{inFindings, actMark, "Space/0", []string{"space", "0"}, false},
	{inFindings, actMore, "9/v", []string{"9", "v"}, false},
	{inFindings, actLedger, "F6", nil, true},
	{inFindings, actBack, "Esc", nil, true},

	{inLedger, actOpen, "Enter", []string{"enter"}, true},
	{inLedger, actSearch, "/", []string{"/"}, true},
	{inLedger, actSelect, "Space", []string{"space"}, true},
	{inLedger, actBulk, "F2/b", []string{"f2", "b"}, true},
	{inLedger, actFindings, "F6", []string{"f6"}, true},
	{inLedger, actSaved, "F4/v", []string{"f4", "v"}, true},
	{inLedger, actSort, "Tab", []string{"tab"}, true},
	{inLedger, actLookBack, "F7/l", []string{"f7", "l"}, true},
	{inLedger, actView, "1…8", []string{"1…8"}, false}, // the digits are the page's own; this line is for the help
	{inLedger, actLeft, "←", []string{"left", "["}, false},
	{inLedger, actRight, "→", []string{"right", "]"}, false},
	{inLedger, actOneSchool, "F3/s", []string{"f3", "s"}, false},
	{inLedger, actAll, "a/Ctrl+A", []string{"a", "ctrl+a"}, false},
	{inLedger, actRate, "0/r", []string{"0", "r"}, false},
	{inLedger, actHistory, "9/h", []string{"9", "h"}, false},
	{inLedger, actBack, "Esc", nil, true},

	{inSaved, actOpen, "Enter", []string{"enter"}, true},
	{inSaved, actStrike, "x/Del", []string{"x", "delete"}, true},
	{inSaved, actBack, "Esc", nil, true},

	{inRectify, actEdit, "Enter", []string{"enter"}, true},
	{inRectify, actNotDone, "1", []string{"1"}, false},
	{inRectify, actBasically, "2", []string{"2"}, false},
	{inRectify, actDone, "3", []string{"3"}, false},
	{inRectify, actProgress, "4/p", []string{"4", "p"}, true},
	{inRectify, actClose, "5/c", []string{"5", "c"}, true},
	{inRectify, actProof, "6/v", []string{"6", "v"}, true},
	{inRectify, actEvidence, "F3/e", []string{"f3", "e"}, true},
	{inRectify, actSheet, "7/d", []string{"7", "d"}, true},
	{inRectify, actHistory, "8/h", []string{"8", "h"}, true},
	{inRectify, actLongTerm, "Space/0", []string{"space", "0"}, false},
	{inRectify, actNext, "Tab", []string{"tab"}, false},
	{inRectify, actBack, "Esc", nil, true},

	{inProofs, actToggle, "Space/Enter", []string{"space", "enter"}, true},
	{inProofs, actBack, "Esc", nil, true},

	{inLookBack, actFixed, "1", []string{"1"}, false},
	{inLookBack, actPersists, "2", []string{"2"}, false},
	{inLookBack, actWorse, "3", []string{"3"}, false},
	{inLookBack, actRelapsed, "4", []string{"4"}, false},
	{inLookBack, actCannotTell, "5", []string{"5"}, false},
	{inLookBack, actClear, "0", []string{"0"}, false},
	{inLookBack, actNote, "Enter/n", []string{"enter", "n"}, true},
	{inLookBack, actNext, "Tab", []string{"tab"}, true},
	{inLookBack, actGaps, "F7/g", []string{"f7", "g"}, true},
	{inLookBack, actEvidence, "F3/e", []string{"f3", "e"}, true},
	{inLookBack, actRectify, "F4/r", []string{"f4", "r"}, true},
	{inLookBack, actHistory, "8/h", []string{"8", "h"}, true},
	{inLookBack, actWorks, "F10/w", []string{"f10", "w"}, false},
	{inLookBack, actSealed, "Ctrl+D", []string{"ctrl+d"}, false},
	{inLookBack, actMore, "Space/9", []string{"space", "9"}, true},
	{inLookBack, actBack, "Esc", nil, true},

	{inSummary, actOpen, "Enter", []string{"enter"}, true},
	{inSummary, actView, "Tab", []string{"tab"}, true},
	{inSummary, actRoundBack, "←/[", []string{"left", "["}, true},
	{inSummary, actRoundOn, "→/]", []string{"right", "]"}, true},
	{inSummary, actLedger, "F6", nil, true},
	{inSummary, actSealed, "Ctrl+D", []string{"ctrl+d"}, false},
	{inSummary, actBack, "Esc", nil, true},

	{inFigure, actOpen, "Enter", []string{"enter"}, true},
	{inFigure, actBack, "Esc", nil, true},

	{inHeat, actOpen, "Enter", []string{"enter"}, true},
	{inHeat, actView, "Tab", []string{"tab"}, true},
	{inHeat, actToggle, "Space/0", []string{"space", "0"}, true},
	{inHeat, actLeft, "←", []string{"left"}, false},
	{inHeat, actRight, "→", []string{"right"}, false},
	{inHeat, actRoundBack, "[", []string{"["}, true},
	{inHeat, actRoundOn, "]", []string{"]"}, true},
	{inHeat, actBack, "Esc", nil, true},

	{inPlan, actToggle, "Space/0", []string{"space", "0"}, true},
	{inPlan, actArrange, "F2/b", []string{"f2", "b"}, true},
	{inPlan, actSelect, "Tab", []string{"tab"}, true},
	{inPlan, actMove, "3/m", []string{"3", "m"}, true},
	{inPlan, actSwap, "4/w", []string{"4", "w"}, true},
	{inPlan, actTeams, "F3/t", []string{"f3", "t"}, true},
	{inPlan, actRecusals, "6/r", []string{"6", "r"}, true},
	{inPlan, actSchool, "5/e", []string{"5", "e"}, true},
	{inPlan, actNewSchool, "F10/n", []string{"f10", "n"}, false},
	{inPlan, actRound, "F4/d", []string{"f4", "d"}, true},
	{inPlan, actLeft, "←", []string{"left", "["}, false},
	{inPlan, actRight, "→", []string{"right", "]"}, false},
	{inPlan, actAll, "a/Ctrl+A", []string{"a", "ctrl+a"}, false},
	{inPlan, actOneRound, "1", []string{"1"}, false},
	{inPlan, actEveryRound, "2", []string{"2"}, false},
	{inPlan, actSearch, "/", []string{"/"}, true},
	{inPlan, actLookBack, "F7/l", []string{"f7", "l"}, true},
	{inPlan, actOpen, "Enter", []string{"enter"}, true},
	{inPlan, actBack, "Esc", nil, true},

	{inTeams, actOpen, "Enter", []string{"enter"}, true},
	{inTeams, actAdd, "F2/a", []string{"f2", "a"}, true},
	{inTeams, actPost, "0…9", []string{"0…9"}, false}, // the digits are the page's own; this line is for the help
	{inTeams, actRole, "Tab", []string{"tab"}, true},
	{inTeams, actStrike, "x/Del", []string{"x", "delete"}, true},
	{inTeams, actRecusals, "F4/r", []string{"f4", "r"}, true},
	{inTeams, actRoundBack, "←/[", []string{"left", "["}, true},
	{inTeams, actRoundOn, "→/]", []string{"right", "]"}, true},
	{inTeams, actBack, "Esc", nil, true},

	{inRecusals, actOpen, "Enter", []string{"enter"}, true},
	{inRecusals, actTeams, "F3/t", []string{"f3", "t"}, true},
	{inRecusals, actRoundBack, "←/[", []string{"left", "["}, true},
	{inRecusals, actRoundOn, "→/]", []string{"right", "]"}, true},
	{inRecusals, actBack, "Esc", nil, true},

	{inHistory, actTake, "Enter", []string{"enter"}, true},
	{inHistory, actToggle, "Tab", []string{"tab"}, true},
	{inHistory, actSearch, "/", []string{"/"}, true},
	{inHistory, actWho, "F4/a", []string{"f4", "a"}, true},
	{inHistory, actRedo, "Ctrl+Y", nil, false},
	{inHistory, actBack, "Esc", nil, true},

	{inChoice, actOK, "Enter", []string{"enter"}, true},
	{inChoice, actToggle, "Space", []string{"space"}, false},
	{inChoice, actBack, "Esc", nil, true},

	{inText, actOK, "Enter", []string{"enter"}, true},
	{inText, actBack, "Esc", nil, true},

	{inPage, actBack, "Esc", nil, true},

	{inSearch, actOpen, "Enter", []string{"enter"}, true},
	{inSearch, actNext, "Tab", []string{"tab"}, true},
	{inSearch, actBack, "Esc", nil, true},

	{inWorks, actOpen, "Enter", []string{"enter"}, true},
	{inWorks, actOneMore, "+/→", []string{"+", "=", "right"}, true},
	{inWorks, actOneLess, "-/←", []string{"-", "left"}, true},
	{inWorks, actAdd, "F2/a", []string{"f2", "a"}, true},
	{inWorks, actStrike, "x/Del", []string{"x", "delete"}, true},
	{inWorks, actNext, "Tab", []string{"tab"}, true},
	{inWorks, actHistory, "F4/h", []string{"f4", "h"}, false},
	{inWorks, actBack, "Esc", nil, true},

	{inSlip, actOK, "Enter", []string{"enter"}, true},
	{inSlip, actSave, "Ctrl+S", []string{"ctrl+s"}, true},
	{inSlip, actNext, "Tab", []string{"tab"}, true},
	{inSlip, actBack, "Esc", nil, true},

	{inPick, actToggle, "Space/Tab/0", []string{"space", "tab", "0"}, true},
	{inPick, actOK, "Enter", []string{"enter"}, true},
	{inPick, actAll, "F2/a", []string{"f2", "a"}, true},
	{inPick, actSearch, "/", []string{"/"}, true},
	{inPick, actBack, "Esc", nil, true},

	{inSheet, actEdit, "Enter", []string{"enter"}, true},
	{inSheet, actEvidence, "F3/e", []string{"f3", "e"}, true},
	{inSheet, actRectify, "F4/z", []string{"f4", "z"}, false},
	{inSheet, actSubmit, "1/s", []string{"1", "s"}, false},
	{inSheet, actAdopt, "2/a", []string{"2", "a"}, false},
	{inSheet, actReturn, "3/b", []string{"3", "b"}, false},
	{inSheet, actReject, "4/r", []string{"4", "r"}, false},
	{inSheet, actMerge, "5/m", []string{"5", "m"}, false},
	{inSheet, actFeedBack, "6/f", []string{"6", "f"}, false},
	{inSheet, actNumber, "7/n", []string{"7", "n"}, false},
	{inSheet, actWithdraw, "x/Del", []string{"x", "delete"}, false},
	{inSheet, actNext, "Tab", []string{"tab"}, false},
	{inSheet, actHistory, "8/h", []string{"8", "h"}, true},
	{inSheet, actMore, "Space/9", []string{"space", "9"}, true},
	{inSheet, actBack, "Esc", nil, true},

	{inField, actSave, "Ctrl+S", []string{"ctrl+s"}, true},
	{inField, actNext, "Tab", []string{"tab"}, true},
	{inField, actBack, "Esc", nil, true},

	{inFeedBack, actFeedBack, "Ctrl+S", []string{"ctrl+s"}, true},
	{inFeedBack, actBack, "Esc", nil, true},

	{inGaps, actOpen, "Enter", []string{"enter"}, true},
	{inGaps, actSeal, "1/s", []string{"1", "s"}, true},
	{inGaps, actUnseal, "2/x", []string{"2", "x"}, true},
	{inGaps, actSealed, "3/d", []string{"3", "d"}, true},
	{inGaps, actBack, "Esc", nil, true},

	{inSealed, actOpen, "Enter", []string{"enter"}, true},
	{inSealed, actUnseal, "2/x", []string{"2", "x"}, true},
	{inSealed, actBack, "Esc", nil, true},
	{inEvidence, actAdd, "F3/a", []string{"f3", "a"}, true},
	{inEvidence, actPath, "F2/p", []string{"f2", "p"}, true},
	{inEvidence, actDescribe, "Enter", []string{"enter"}, true},
	{inEvidence, actShow, "F4/o", []string{"f4", "o"}, true},
	{inEvidence, actLink, "6/l", []string{"6", "l"}, true},
	{inEvidence, actUnlink, "x/Del", []string{"x", "delete"}, true},
	{inEvidence, actProve, "7/v", []string{"7", "v"}, true},
	{inEvidence, actView, "Tab", []string{"tab"}, false},
	{inEvidence, actHistory, "8/h", []string{"8", "h"}, false},
	{inEvidence, actBack, "Esc", nil, true},

	{inPicker, actOpen, "Enter", []string{"enter"}, true},
	{inPicker, actUp, "←", []string{"left"}, true},
	{inPicker, actRight, "→", []string{"right"}, false},
	{inPicker, actMark, "Space/0", []string{"space", "0"}, true},
	{inPicker, actSearch, "/", []string{"/"}, true},
	{inPicker, actSort, "Tab", []string{"tab"}, true},
	{inPicker, actPath, "F2/p", []string{"f2", "p"}, true},
	{inPicker, actBack, "Esc", nil, true},

	{inPath, actOK, "Enter", []string{"enter"}, true},
	{inPath, actComplete, "Tab", []string{"tab"}, true},
	{inPath, actBack, "Esc", nil, true},

	{inPress, actOpen, "Enter", []string{"enter"}, true},
	{inPress, actMake, "F2/s", []string{"f2", "s"}, true},
	{inPress, actFolder, "F3/d", []string{"f3", "d"}, true},
	{inPress, actShow, "F4/o", []string{"f4", "o"}, true},
	{inPress, actDonor, "F7/t", []string{"f7", "t"}, true},
	{inPress, actBack, "Esc", nil, true},

	{inProof, actMake, "F2/s", []string{"f2", "s"}, true},
	{inProof, actLeft, "←/[", []string{"left", "["}, true},
	{inProof, actRight, "→/]", []string{"right", "]"}, true},
	{inProof, actBack, "Esc", nil, true},

	{inIncoming, actApply, "F2/s", []string{"f2", "s"}, true},
	{inIncoming, actBack, "Esc", nil, true},
}

// bindingsIn are the table's lines for one scope.
func bindingsIn(s scope) []binding {
	var here []binding
	for _, b := range bindings {
		if b.scope == s {
			here = append(here, b)
		}
	}
	return here
}

func bindingOf(s scope, act act) binding {
	i := slices.IndexFunc(bindings, func(b binding) bool { return b.scope == s && b.act == act })
	return bindings[i]
}

// actFor is what a key asks for in a scope.
func actFor(s scope, key string) act {
	for _, b := range bindings {
		if b.scope == s && slices.Contains(b.keys, key) {
			return b.act
		}
	}
	return actNone
}
