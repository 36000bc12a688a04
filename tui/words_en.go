package tui

import (
	"fmt"

	"xuncha/inspection"
)

var english = words{
	acts: [acts]string{
		actNone: "-", actHelp: "help", actPalette: "commands", actUndo: "undo", actRedo: "redo", actLeave: "leave", actBack: "back",
		actSummary: "summary", actFindings: "findings", actPlan: "plan", actRetry: "save again", actOpen: "open", actSearch: "find",
		actMet: "met", actPartly: "partly met", actUnmet: "not met", actNA: "not applicable", actUnclear: "unclear", actClear: "clear verdict",
		actNote: "note", actFinding: "finding", actFree: "finding outside the list", actMethod: "methods", actChecked: "n of N", actNext: "next",
		actSectionBack: "section back", actSectionOn: "section on", actGaps: "leave check", actHistory: "history", actMore: "whole text",
		actToggle: "toggle", actOneRound: "one round each", actEveryRound: "every round", actLeft: "left", actRight: "right",
		actWithdraw: "withdraw/restore", actTake: "undo this", actSave: "set down", actConflicts: "settle conflicts", actAuthor: "change author", actOffice: "office settings",
		actSuspend: "suspend", actSort: "sort", actView: "next view", actRoundBack: "round back", actRoundOn: "round on",
		actOK: "OK", actFindingsHere: "findings here", actWorks: "work done", actSearchAll: "find in all", actJournal: "journal",
		actOneMore: "one more", actOneLess: "one less", actStrike: "strike out", actAdd: "add", actAll: "tick all", actWho: "by whom",
		actEdit: "change", actSubmit: "send in", actAdopt: "adopt", actReturn: "send back", actReject: "not adopt", actMerge: "merge/take out", actFeedBack: "feed back",
		actNumber: "number", actSheet: "finding sheet", actSeal: "seal", actUnseal: "open the seal", actSealed: "sealed/amended",
		actLedger: "ledger", actSelect: "select", actBulk: "change many", actSaved: "saved views", actLookBack: "plan look-backs", actRate: "rate", actOneSchool: "one school/all",
		actProgress: "progress", actClose: "close", actProof: "proof", actLongTerm: "for good", actRectify: "rectification", actNotDone: "not done",
		actBasically: "basically done", actDone: "done", actFixed: "put right", actPersists: "still there", actWorse: "worse", actRelapsed: "relapsed", actCannotTell: "cannot tell",
		actEvidence: "evidence", actPath: "type a path", actDescribe: "caption", actShow: "view", actLink: "link", actUnlink: "unlink",
		actProve: "proof", actComplete: "complete", actMark: "mark", actUp: "up",
		actArrange: "team and days", actMove: "other round", actSwap: "swap", actTeams: "teams", actRecusals: "recusals", actRound: "the round",
		actRole: "next role", actSchool: "the school", actNewSchool: "a new school", actPost: "into a team",
		actPress: "papers", actMake: "write it", actFolder: "folder", actDonor: "styles", actApply: "take in",
	},
	saved: "saved #%d", saving: "saving", unsaved: "%d not saved", banner: "%d not saved. Nothing is lost; leave the machine on. Tried again by itself, or with Ctrl+R: %v",
	retrying: "trying to save again",
	tooSmall: func(w, h int) string {
		return fmt.Sprintf("The window is too small (%d×%d).\nPlease make it at least %d×%d.", w, h, minWidth, minHeight)
	},
	inputMethod: "Switch the input method to English, or use digits, arrows, Enter and the F-keys",
	undone:      func(what string) string { return "Undone: " + what },
	redone:      func(what string) string { return "Redone: " + what },
	leaveTitle:  "Not everything is saved",
	leaveUnsaved: func(n int) string {
		return inspection.Sentence("%d entr{y|ies} {is|are} not on the disk yet and {is|are} lost if you leave now. Make room on the disk, go back with Esc and try again with Ctrl+R.", n)
	},
	yes: "yes", no: "go back", secrecy: "Not a classified device: no state secrets here", search: "Find: ", nothing: "nothing here", none: "—",
	dumb:       "This terminal (TERM=dumb or unset) cannot show the notebook. Use another one, or commands such as xuncha record and summary.",
	noTerminal: "The notebook opens in a terminal, and input or output is none. Commands such as xuncha record and summary work without.",
	rounds: roundsWords{
		title: "Rounds", resume: "Go on where you were", nowhere: "Nothing begun yet: choose a round",
		conflict: func(n int) string { return inspection.Sentence("%d conflict{s} for the lead to settle", n) },
		cols:     [6]string{"Round", "Days", "Planned", "Begun", "Finished", "Findings"}, rate: "Met rate",
	},
	schools: schoolsWords{
		kind:    " (%s)",
		title:   func(round string) string { return round },
		planned: "not begun", begun: "under way", finished: "finished",
		count:  func(shown, all int) string { return inspection.Sentence("%d / %d school{s}", shown, all) },
		sorted: [3]string{"by roster", "by progress", "by not met"}, empty: "No school is planned in this round; press F8 to plan",
		findings: "F",
		notIn:    "Nothing found. Type a name, a code, pinyin or its initials, such as hqxx. Ctrl+F finds in all",
	},
	first: firstWords{
		title: "New book", author: "Author", ask: "Your name (it stands in every entry): ", hello: "Nothing is set up yet. Choose a plan first",
		plan: "Plan", oneRound: "One round a school", every: "Every school in every round",
		oneRoundIs: func(schools int, each []int) string {
			return inspection.Sentence("%d school{s} in roster order, %s to a round, each visited once. A placeholder: change it to your own plan.", schools, join(each, ", "))
		},
		everyIs: func(schools, rounds int) string {
			return inspection.Sentence("%d school{s} in each of %d round{s}, %d visit{s} in all.", schools, rounds, schools*rounds)
		},
		later: "You can change it later under F8.", copied: "If the office gave you a book, leave and open it with: xuncha --book FILE", failed: "The book could not be set up",
	},
	help: helpWords{
		title: "Help", here: "Keys on this page", all: "Keys everywhere",
		scopes: [scopes]string{
			"everywhere", "rounds", "schools", "visit", "note", "form", "findings", "summary", "figure", "heat map", "plan", "history", "choice", "input", "page",
			"Finding sheet", "Field", "Feed back", "Leave-site check", "Sealed and amended",
			"Ledger", "Rectification", "Proof", "Saved views", "Look-back",
			inSearch: "find in all", inWorks: "work done", inSlip: "slip", inPick: "papers",
			inEvidence: "evidence", inPicker: "picking files", inPath: "path",
			inTeams: "teams", inRecusals: "recusals",
			inPress: "papers and exchange", inProof: "a paper before it is written", inIncoming: "a file before it is taken in",
		},
		promise: []string{
			"Only “saved #n” is a promise: it survives a crash and a power cut. “saving” is not on the disk yet.",
			"Undo erases nothing; it adds an entry. Every change is in the history.",
			"With an input method on, digits, arrows, Enter and the F-keys do everything.",
		},
		palette: "Commands",
	},
	visit:    enVisit,
	findings: enFindings,
	sheet:    enSheet,
	seal:     enSeal,
	summary:  enSummary,
	ledger:   enLedger,
	rectify:  enRectify,
	lookBack: enLookBack,
	plan:     enPlan,
	office:   enOffice,
	teams:    enTeams,
	history:  enHistory,
	hunt:     enHunt,
	works:    enWorks,
	slip:     enSlip,
	evidence: enEvidence,
	press:    enPress,
}
