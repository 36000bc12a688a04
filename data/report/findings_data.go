package report

import (
	"time"

	"xuncha/inspection"
)

// findingsListJSON is a list of findings as programs read it. Every list is
// there, empty where there is nothing; days are 2026-11-23 or empty.
type findingsListJSON struct {
	Rules     map[string]string `json:"rules"`
	Of        int               `json:"of"`       // findings of the round and the school, whatever their state
	Counted   int               `json:"counted"`  // of them those that stand in figures
	LeftOut   map[string]int    `json:"left_out"` // of them those that do not, by state
	Findings  []findingJSON     `json:"findings"`
	Conflicts []conflictJSON    `json:"conflicts"`
}

// findingJSON is one finding; its keys and choices are those that record takes.
type findingJSON struct {
	ID          string         `json:"id"`
	Number      string         `json:"number"`       // as printed; empty when it has none
	Unnumbered  bool           `json:"unnumbered"`   // adopted, and waits for its number
	Clash       bool           `json:"number_clash"` // another has this number with the better right
	Round       int            `json:"round"`
	School      string         `json:"school"`
	Name        string         `json:"name"`
	Kind        string         `json:"kind"`
	Item        string         `json:"item"` // empty: outside the checklist
	Title       string         `json:"title"`
	Facts       string         `json:"facts"`
	State       string         `json:"state"`
	Basis       string         `json:"basis"`
	Dimension   int            `json:"dimension"` // 四个落实, from 1; 0 for none
	Focus       int            `json:"focus"`     // 四个聚焦, from 1; 0 for none
	Level       string         `json:"level"`
	Nature      string         `json:"nature"`
	Duty        []string       `json:"duty"`
	Discoverer  string         `json:"discoverer"`
	Undertakers []string       `json:"undertakers"`
	Checked     []int          `json:"checked"` // [with the problem, looked at], or empty
	FixNow      bool           `json:"fix_now"`
	Linked      []string       `json:"linked"`
	Opinion     string         `json:"opinion"`
	Into        string         `json:"into"` // ID of the finding that it was merged into
	Evidence    []evidenceJSON `json:"evidence"`
	LookBacks   []relookJSON   `json:"look_backs"`
	Author      string         `json:"author"` // of the title
	At          time.Time      `json:"at"`     // of the title
}

type evidenceJSON struct {
	SHA256  string `json:"sha256"`
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Caption string `json:"caption"`
	Page    string `json:"page"`
	Proves  bool   `json:"proves"` // that the finding was put right
}

type relookJSON struct {
	Round  int    `json:"round"`
	Answer string `json:"answer"`
	Note   string `json:"note"`
	Author string `json:"author"`
}

// conflictJSON is a place to which laptops wrote different things. Its keys but
// claims, with device and seq of the claim that is to hold, are what record
// takes as a conflict.
type conflictJSON struct {
	Round  int         `json:"round,omitempty"`
	School string      `json:"school,omitempty"`
	Kind   string      `json:"kind,omitempty"`
	Field  string      `json:"field"`
	Item   string      `json:"item,omitempty"`
	ID     string      `json:"id,omitempty"`
	Claims []claimJSON `json:"claims"` // the one shown first
}

type claimJSON struct {
	Device string    `json:"device"`
	Seq    uint64    `json:"seq"`
	Author string    `json:"author"`
	At     time.Time `json:"at"`
	Says   string    `json:"says"`
}

func (g FindingList) json(l inspection.Language) findingsListJSON {
	out := findingsListJSON{
		Rules: map[string]string{ruleNames[inspection.FindingRule]: inspection.FindingRule.In(l)},
		Of:    g.Of, Counted: g.Counted, LeftOut: map[string]int{}, Findings: []findingJSON{}, Conflicts: []conflictJSON{},
	}
	for _, one := range g.LeftOut {
		out.LeftOut[one.State.Name()] = one.N
	}
	for i := range g.Rows {
		out.Findings = append(out.Findings, g.Rows[i].json())
	}
	for _, c := range g.Conflicts {
		out.Conflicts = append(out.Conflicts, conflictOf(g.book, c, l))
	}
	return out
}

func (r *FindingRow) json() findingJSON {
	out := findingJSON{
		ID: string(r.ID), Number: r.Number.Printed, Unnumbered: r.State == inspection.Adopted && r.Number.N == 0, Clash: r.Clashes,
		Round: int(r.Visit.Round), School: string(r.Visit.School), Name: r.school(), Kind: r.Visit.Kind.In(inspection.English),
		Item: string(r.Item), Title: r.Title, Facts: r.Facts, State: r.State.Name(), Basis: r.Basis,
		Dimension: int(r.Dimension), Focus: int(r.Focus), Level: r.Level.Name(), Nature: r.Nature.Name(), Duty: r.Duty.Names(),
		Discoverer: r.Discoverer, Undertakers: append([]string{}, r.Undertakers...), Checked: []int{}, FixNow: r.FixNow,
		Linked: []string{}, Opinion: r.Opinion, Into: string(r.Into), Evidence: []evidenceJSON{}, LookBacks: relooksOf(r.LookBacks),
		Author: r.Author, At: r.At,
	}
	if r.Checked.Of > 0 {
		out.Checked = []int{r.Checked.N, r.Checked.Of}
	}
	for _, code := range r.Linked {
		out.Linked = append(out.Linked, string(code))
	}
	for _, e := range r.Evidence {
		out.Evidence = append(out.Evidence, evidenceOf(&e, r.ID))
	}
	return out
}

func evidenceOf(e *inspection.Evidence, of inspection.FindingID) evidenceJSON {
	one := evidenceJSON{SHA256: string(e.ID), Name: e.Name, Size: e.Size, Caption: e.Caption, Page: e.Page}
	for _, id := range e.Proves {
		one.Proves = one.Proves || id == of
	}
	return one
}

func relooksOf(all []inspection.Relooked) []relookJSON {
	out := []relookJSON{}
	for _, r := range all {
		out = append(out, relookJSON{int(r.Visit.Round), r.Answer.Name(), r.Note, r.Author})
	}
	return out
}

func conflictOf(b *inspection.Book, c inspection.Conflict, l inspection.Language) conflictJSON {
	r := c.Register
	out := conflictJSON{
		Round: int(r.Visit.Round), School: string(r.Visit.School), Field: r.Field.Name(), Item: string(r.Item), ID: r.ID, Claims: []claimJSON{},
	}
	if r.Visit.Kind != 0 {
		out.Kind = r.Visit.Kind.In(inspection.English)
	}
	for _, one := range c.Claims {
		out.Claims = append(out.Claims, claimJSON{deviceHex(one.Dot.Device), one.Dot.Seq, one.Author, b.Moment(one.Stamp), b.SayValue(r, one.Value, l)})
	}
	return out
}
