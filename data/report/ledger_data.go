package report

import "xuncha/inspection"

// ledgerJSON is the ledger as programs read it. total is of the round and the
// school, whatever the view; rows are those of the view.
type ledgerJSON struct {
	Today string            `json:"today"`
	View  string            `json:"view"`
	Rules map[string]string `json:"rules"`
	Total rectifiedJSON     `json:"total"`
	Rows  []ledgerRowJSON   `json:"rows"`
}

// rectifiedJSON counts findings that were fed back; unfed are those that were
// adopted and not fed back, which are left out.
type rectifiedJSON struct {
	FedBack   int      `json:"fed_back"`
	Done      int      `json:"done"`
	Basically int      `json:"basically"`
	Open      int      `json:"open"`
	Overdue   int      `json:"overdue"`
	Closed    int      `json:"closed"`
	Relapsed  int      `json:"relapsed"`
	Unfed     int      `json:"unfed"`
	Rate      rateJSON `json:"rate"`
}

type ledgerRowJSON struct {
	findingJSON
	FedBack    string         `json:"fed_back"` // a day, or empty
	Words      string         `json:"words"`    // as fed back
	Goal       string         `json:"goal"`
	Measures   string         `json:"measures"`
	Leader     string         `json:"leader"`
	Department string         `json:"department"`
	Person     string         `json:"person"`
	Cause      string         `json:"cause"`
	Inference  string         `json:"inference"`
	Deadline   string         `json:"deadline"` // a day, or empty
	LongTerm   bool           `json:"long_term"`
	Standing   string         `json:"standing"` // open, basically or done; empty before feeding back
	Overdue    bool           `json:"overdue"`
	DaysLeft   *int           `json:"days_left"` // null where there is no deadline, or nothing more to do
	DaysOpen   int            `json:"days_open"`
	Progress   []progressJSON `json:"progress"`
	Closed     string         `json:"closed"` // a day, or empty
	ClosedBy   string         `json:"closed_by"`
	Reopened   int            `json:"reopened"`
	Proof      []string       `json:"proof"` // SHA-256
}

type progressJSON struct {
	ID   string `json:"id"`
	Day  string `json:"day"`
	Text string `json:"text"`
}

func (g Ledger) json(l inspection.Language) ledgerJSON {
	out := ledgerJSON{
		Today: g.Choice.Today.String(), View: g.Choice.View.Name(), Rules: map[string]string{},
		Total: g.LedgerFigures.json(), Rows: []ledgerRowJSON{},
	}
	for _, r := range ledgerRules {
		out.Rules[ruleNames[r]] = r.In(l)
	}
	for i := range g.Rows {
		out.Rows = append(out.Rows, g.Rows[i].json(g.Choice.Today))
	}
	return out
}

func (f *LedgerFigures) json() rectifiedJSON {
	n := f.Ledger
	return rectifiedJSON{
		FedBack: n.All, Done: n.Standing[inspection.Done], Basically: n.Standing[inspection.Basically], Open: n.Standing[inspection.NotDone],
		Overdue: n.Overdue, Closed: n.Closed, Relapsed: n.Relapsed, Unfed: f.NotFed, Rate: rateOf(f.rate()),
	}
}

func (r *LedgerLine) json(today inspection.Day) ledgerRowJSON {
	x := &r.Rectification
	out := ledgerRowJSON{
		findingJSON: r.FindingRow.json(), FedBack: x.FedBack.String(), Words: x.Words, Goal: x.Goal, Measures: x.Measures, Leader: x.Leader,
		Department: x.Department, Person: x.Person, Cause: x.Cause, Inference: x.Inference, Deadline: x.Deadline.String(), LongTerm: x.LongTerm,
		Standing: x.State.Name(), Overdue: x.Overdue(today), DaysOpen: x.DaysOpen(today), Progress: []progressJSON{},
		Closed: x.Closed.String(), ClosedBy: x.ClosedBy, Reopened: x.Reopened, Proof: []string{},
	}
	one := inspection.LedgerRow{Thread: inspection.Thread{Finding: r.Finding, Rectification: *x}}
	if days, ok := one.DaysLeft(today); ok && x.State != inspection.Done {
		out.DaysLeft = &days
	}
	for _, p := range x.Progress {
		out.Progress = append(out.Progress, progressJSON{p.ID, p.Day.String(), p.Text})
	}
	for _, id := range x.Proof {
		out.Proof = append(out.Proof, string(id))
	}
	return out
}
