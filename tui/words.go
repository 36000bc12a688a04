package tui

import "xuncha/inspection"

// words is everything that screens say by themselves, one struct a language, so
// that a slip does not compile. The words of the trade are inspection's.
type words struct {
	acts [acts]string

	saved        string // own sequence
	saving       string
	unsaved      string // how many
	banner       string // how many, why
	retrying     string
	tooSmall     func(w, h int) string
	inputMethod  string
	undone       func(what string) string
	redone       func(what string) string
	leaveTitle   string
	leaveUnsaved func(n int) string
	yes, no      string
	secrecy      string
	search       string
	nothing      string // a list with no rows
	none         string // a figure with nothing to divide by
	dumb         string
	noTerminal   string

	rounds   roundsWords
	schools  schoolsWords
	first    firstWords
	help     helpWords
	visit    visitWords
	findings findingsWords
	sheet    sheetWords
	seal     sealWords
	summary  summaryWords
	ledger   ledgerWords
	rectify  rectifyWording
	lookBack lookBackWords
	plan     planWords
	office   officeWords
	teams    teamsWords
	history  historyWords
	hunt     huntWords
	works    worksWords
	slip     slipWords
	evidence evidenceWords
	press    pressWords
}

type roundsWords struct {
	title    string
	resume   string
	nowhere  string
	conflict func(n int) string
	cols     [6]string // round, days, planned, begun, finished, findings
	rate     string
}

type schoolsWords struct {
	kind     string // of a visit, behind the name of its school
	title    func(round string) string
	planned  string // not begun
	begun    string
	finished string
	count    func(shown, all int) string
	sorted   [3]string
	empty    string
	notIn    string
	findings string // over the column
}

type firstWords struct {
	title      string
	author     string
	ask        string
	hello      string
	plan       string
	oneRound   string
	every      string
	oneRoundIs func(schools int, each []int) string
	everyIs    func(schools, rounds int) string
	later      string
	copied     string
	failed     string
}

type helpWords struct {
	title   string
	here    string
	all     string
	scopes  [scopes]string
	promise []string
	palette string
}

func wordsIn(l inspection.Language) *words {
	if l == inspection.English {
		return &english
	}
	return &chinese
}
