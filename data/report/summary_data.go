package report

import (
	"fmt"
	"math"
	"strconv"

	"xuncha/inspection"
)

// summaryJSON is a summary as programs read it. rules holds the sentence of
// each rule under the name that the rates carry.
type summaryJSON struct {
	Campaign string            `json:"campaign"`
	Organ    string            `json:"organ"`
	Today    string            `json:"today"` // that overdue is counted by
	Rules    map[string]string `json:"rules"`
	Rounds   []figuresJSON     `json:"rounds"`
	Total    *figuresJSON      `json:"total,omitempty"`
}

type figuresJSON struct {
	Round     int           `json:"round,omitempty"` // none for the total
	Title     string        `json:"title,omitempty"`
	Checklist string        `json:"checklist,omitempty"`
	Coverage  coverageJSON  `json:"coverage"`
	Verdicts  tallyJSON     `json:"verdicts"`
	Sections  []sectionJSON `json:"sections"`
	Schools   []visitJSON   `json:"schools,omitempty"`
	Findings  findingsJSON  `json:"findings"`
	Common    []commonJSON  `json:"common"`
	Rectified rectifiedJSON `json:"rectified"`
	Weeks     []weekJSON    `json:"weeks"`
	LookBacks lookBacksJSON `json:"look_backs"`
	Sealed    []sealJSON    `json:"sealed"`
}

type coverageJSON struct {
	Planned  int      `json:"planned"`
	Begun    int      `json:"begun"`
	Finished int      `json:"finished"`
	Rate     rateJSON `json:"rate"`
}

// rateJSON is n of of; share is null where of is 0.
type rateJSON struct {
	Rule    string   `json:"rule"`
	N       int      `json:"n"`
	Of      int      `json:"of"`
	LeftOut int      `json:"left_out"`
	Share   *float64 `json:"share"`
}

// tallyJSON counts applicable items by verdict; hidden counts answers on items
// that do not apply any more, off_list those on items that the checklist has not
// any more, undecided those that apply only as far as known.
type tallyJSON struct {
	Applicable int      `json:"applicable"`
	Met        int      `json:"met"`
	Partly     int      `json:"partly"`
	Unmet      int      `json:"unmet"`
	NA         int      `json:"na"`
	Unclear    int      `json:"unclear"`
	None       int      `json:"none"`
	Hidden     int      `json:"hidden"`
	OffList    int      `json:"off_list,omitempty"` // of whole visits and rounds
	Undecided  int      `json:"undecided"`
	Progress   rateJSON `json:"progress"`
	MetRate    rateJSON `json:"met_rate"`
}

type sectionJSON struct {
	Section  int       `json:"section"`
	Name     string    `json:"name"`
	Verdicts tallyJSON `json:"verdicts"`
	Findings int       `json:"findings"`
}

type visitJSON struct {
	School    string        `json:"school"`
	Name      string        `json:"name"`
	Kind      string        `json:"kind"`
	Begun     string        `json:"begun"` // a day, or empty
	Finished  bool          `json:"finished"`
	Verdicts  tallyJSON     `json:"verdicts"`
	Findings  int           `json:"findings"`
	Rectified rectifiedJSON `json:"rectified"`
	Sections  []cellJSON    `json:"sections"`
}

// cellJSON is a section at one school: not met of those judged.
type cellJSON struct {
	Section  int `json:"section"`
	Unmet    int `json:"unmet"`
	Judged   int `json:"judged"`
	Findings int `json:"findings"`
}

type findingsJSON struct {
	Rule      string `json:"rule"`
	Total     int    `json:"total"`
	Withdrawn int    `json:"withdrawn"`
	Elsewhere int    `json:"outside_checklist"`
	Rejected  int    `json:"rejected"`
	Merged    int    `json:"merged"`
}

type commonJSON struct {
	Item  string   `json:"item"`
	Title string   `json:"title"`
	Rate  rateJSON `json:"rate"`
}

var ruleNames = map[inspection.Rule]string{
	inspection.ProgressRule:  "progress",
	inspection.MetRule:       "met_rate",
	inspection.CoverageRule:  "coverage",
	inspection.CommonRule:    "common",
	inspection.FindingRule:   "findings",
	inspection.RectifiedRule: "rectified",
	inspection.OverdueRule:   "overdue",
	inspection.WorkRule:      "work",
	inspection.LookBackRule:  "look_back",
	inspection.SealedRule:    "sealed",
	inspection.WeekRule:      "by_week",
	inspection.BegunRule:     "begun",
	inspection.VerdictRule:   "verdict",
}

func (s Summary) json(l inspection.Language) summaryJSON {
	out := summaryJSON{
		Campaign: s.Campaign.Title, Organ: s.Campaign.Organ, Today: s.Today.String(),
		Rules: map[string]string{}, Rounds: []figuresJSON{},
	}
	for _, r := range rulesUsed {
		out.Rules[ruleNames[r]] = r.In(l)
	}
	for i := range s.Rounds {
		out.Rounds = append(out.Rounds, s.Rounds[i].json(s.book, l))
	}
	if s.Total != nil {
		all := s.Total.json(s.book, l)
		out.Total = &all
	}
	return out
}

func (f *Figures) json(b *inspection.Book, l inspection.Language) figuresJSON {
	out := figuresJSON{
		Round: int(f.Round.No), Title: f.Round.Title, Checklist: string(f.Round.Checklist),
		Coverage: coverageJSON{f.Planned, f.Begun, f.Finished, rateOf(f.coverage())},
		Verdicts: tallyOf(f.All),
		Sections: []sectionJSON{},
		Findings: findingsJSON{ruleNames[inspection.FindingRule], f.Findings, f.Withdrawn, f.Elsewhere, f.Rejected, f.Merged},
		Common:   []commonJSON{},
	}
	for _, sec := range f.Sections {
		out.Sections = append(out.Sections, sectionJSON{sec.Number, sec.Name, tallyOf(sec.Tally), sec.Findings})
	}
	for _, v := range f.Visits {
		out.Schools = append(out.Schools, visitJSON{
			string(v.Visit.ID.School), v.School, v.Visit.ID.Kind.In(inspection.English),
			v.Visit.Begun.String(), v.Tally.Finished(), tallyOf(v.Tally), v.Findings, v.LedgerFigures.json(), cellsOf(v.Sections),
		})
	}
	for _, it := range f.Common {
		out.Common = append(out.Common, commonJSON{string(it.Tally.Code), it.Title, rateOf(it.Tally.Rate())})
	}
	f.Afterwards.json(&out, b, l)
	return out
}

func cellsOf(sections []SectionFigures) []cellJSON {
	all := []cellJSON{}
	for _, sec := range sections {
		all = append(all, cellJSON{sec.Number, sec.Tally.Verdicts[inspection.Unmet], sec.Tally.Judged(), sec.Findings})
	}
	return all
}

func tallyOf(t inspection.Tally) tallyJSON {
	return tallyJSON{
		Applicable: t.Applicable,
		Met:        t.Verdicts[inspection.Met],
		Partly:     t.Verdicts[inspection.Partly],
		Unmet:      t.Verdicts[inspection.Unmet],
		NA:         t.Verdicts[inspection.NA],
		Unclear:    t.Verdicts[inspection.Unclear],
		None:       t.Verdicts[inspection.None],
		Hidden:     t.Hidden,
		OffList:    t.OffList,
		Undecided:  t.Undecided,
		Progress:   rateOf(t.Progress()),
		MetRate:    rateOf(t.Met()),
	}
}

func rateOf(r inspection.Rate) rateJSON {
	out := rateJSON{Rule: ruleNames[r.Rule], N: r.N, Of: r.Of, LeftOut: r.Out}
	if part, ok := r.Share(); ok {
		part = math.Round(part*1e4) / 1e4
		out.Share = &part
	}
	return out
}

// table puts every figure on a row of its own, so that a spreadsheet can filter
// and add up. The rule stands in full beside the first figure made by it.
func (s Summary) table(l inspection.Language) *table {
	t := wordsIn(l)
	rows := figureRows{words: t, language: l, said: map[inspection.Rule]bool{}}
	rows.head = []string{t.round, t.kind, t.key, t.label, t.measure, t.value, t.of, t.leftOutHead, t.share, t.rule}
	for i := range s.Rounds {
		rows.figures(&s.Rounds[i])
	}
	if s.Total != nil {
		rows.figures(s.Total)
	}
	return &rows.table
}

type figureRows struct {
	table
	words    *words
	language inspection.Language
	said     map[inspection.Rule]bool

	round, kind, key, label string // of the rows being written
}

func (r *figureRows) figures(f *Figures) {
	t := r.words
	r.round = f.title(t)
	r.about(t.coverage, "", "")
	r.count(t.planned, f.Planned)
	r.count(t.begun, f.Begun)
	r.rate(t.finished, f.coverage())
	r.about(t.all, "", "")
	r.tally(f.All, f.Findings)
	r.about(t.findings, "", t.elsewhere)
	r.count(t.count, f.Elsewhere)
	for _, out := range []StateCount{{inspection.Withdrawn, f.Withdrawn}, {inspection.Rejected, f.Rejected}, {inspection.Merged, f.Merged}} {
		r.about(t.findings, "", out.State.In(r.language))
		r.count(t.count, out.N)
	}
	for _, sec := range f.Sections {
		r.about(t.section, strconv.Itoa(sec.Number), sec.Name)
		r.tally(sec.Tally, sec.Findings)
	}
	for _, v := range f.Visits {
		r.about(t.school, string(v.Visit.ID.School), v.School)
		r.tally(v.Tally, v.Findings)
		r.ledger(&v.LedgerFigures)
	}
	r.afterwards(&f.Afterwards)
	for _, it := range f.Common {
		r.about(t.common, string(it.Tally.Code), it.Title)
		r.rate(t.ofN, it.Tally.Rate())
	}
}

func (r *figureRows) about(kind, key, label string) { r.kind, r.key, r.label = kind, key, label }

func (r *figureRows) tally(t inspection.Tally, findings int) {
	r.count(r.words.applicable, t.Applicable)
	for _, v := range append(inspection.Verdicts(), inspection.None) {
		r.count(v.In(r.language), t.Verdicts[v])
	}
	r.rate(r.words.progress, t.Progress())
	r.rate(r.words.rate, t.Met())
	r.add(r.round, r.kind, r.key, r.label, r.words.count, strconv.Itoa(findings), "", "", "", r.rule(inspection.FindingRule))
}

func (r *figureRows) count(measure string, n int) {
	r.add(r.round, r.kind, r.key, r.label, measure, strconv.Itoa(n), "", "", "", "")
}

func (r *figureRows) rate(measure string, one inspection.Rate) {
	part := ""
	if v, ok := one.Share(); ok {
		part = fmt.Sprintf("%.4f", v)
	}
	r.add(r.round, r.kind, r.key, r.label, measure, strconv.Itoa(one.N), strconv.Itoa(one.Of), strconv.Itoa(one.Out), part, r.rule(one.Rule))
}

func (r *figureRows) rule(rule inspection.Rule) string {
	if r.said[rule] {
		return ""
	}
	r.said[rule] = true
	return rule.In(r.language)
}
