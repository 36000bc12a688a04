package report

import "xuncha/inspection"

// lookBacksJSON are the look-back visits of a round and what they found.
type lookBacksJSON struct {
	Rule       string         `json:"rule"`
	Planned    int            `json:"planned"`
	Begun      int            `json:"begun"`
	Finished   int            `json:"finished"`
	Of         int            `json:"of"` // findings to be answered
	Answers    map[string]int `json:"answers"`
	Unanswered int            `json:"unanswered"`
}

// sealJSON is a sealed visit: each figure then and now, and every place that
// was amended.
type sealJSON struct {
	School      string           `json:"school"`
	Name        string           `json:"name"`
	Kind        string           `json:"kind"`
	Rule        string           `json:"rule"`
	By          string           `json:"by"`
	Day         string           `json:"day"`
	Why         string           `json:"why"`  // sealed with gaps
	Head        string           `json:"head"` // hash of the entry before the seal
	Figures     []sealFigureJSON `json:"figures"`
	Differences []differenceJSON `json:"differences"`
}

type sealFigureJSON struct {
	Name   string `json:"name"`
	Sealed int    `json:"sealed"`
	Now    int    `json:"now"`
}

type differenceJSON struct {
	Field   string   `json:"field"`
	Item    string   `json:"item,omitempty"`
	ID      string   `json:"id,omitempty"`
	From    string   `json:"from"`
	To      string   `json:"to"`
	Reasons []string `json:"reasons"`
}

// weekJSON is what was fed back, done and closed in one week.
type weekJSON struct {
	Week    string `json:"week"` // its Monday
	FedBack int    `json:"fed_back"`
	Done    int    `json:"done"`
	Closed  int    `json:"closed"`
}

func (a *Afterwards) json(out *figuresJSON, b *inspection.Book, l inspection.Language) {
	out.Rectified = a.LedgerFigures.json()
	out.Weeks = []weekJSON{}
	for _, w := range a.Weeks {
		out.Weeks = append(out.Weeks, weekJSON{w.Monday.String(), w.FedBack, w.Done, w.Closed})
	}
	n := a.LookBacks
	out.LookBacks = lookBacksJSON{
		Rule: ruleNames[inspection.LookBackRule], Planned: n.Planned, Begun: n.Begun, Finished: n.Finished, Of: n.Of,
		Answers: map[string]int{}, Unanswered: n.Of - n.Answered,
	}
	for _, answer := range inspection.Relooks() {
		out.LookBacks.Answers[answer.Name()] = a.Answers[answer]
	}
	out.Sealed = []sealJSON{}
	for i := range a.Sealed {
		out.Sealed = append(out.Sealed, a.Sealed[i].json(b, l))
	}
}

func (s *SealFigures) json(b *inspection.Book, l inspection.Language) sealJSON {
	out := sealJSON{
		School: string(s.Visit.School), Name: s.School, Kind: s.Visit.Kind.In(inspection.English), Rule: ruleNames[inspection.SealedRule],
		By: s.Seal.By, Day: s.Seal.Day.String(), Why: s.Seal.Why, Head: s.Seal.Head,
		Figures: []sealFigureJSON{}, Differences: []differenceJSON{},
	}
	for i, f := range s.Seal.Figures {
		out.Figures = append(out.Figures, sealFigureJSON{f.Name, f.N, s.Now[i].N})
	}
	for _, d := range s.Differences {
		r := d.Register
		out.Differences = append(out.Differences, differenceJSON{
			r.Field.Name(), string(r.Item), r.ID, b.SayValue(r, d.From, l), b.SayValue(r, d.To, l), append([]string{}, d.Reasons...),
		})
	}
	return out
}
