package report

import "xuncha/inspection"

// statisticsJSON is the form as programs read it. A number that a book has not
// is null, and unknown says why.
type statisticsJSON struct {
	Campaign string                `json:"campaign"`
	Today    string                `json:"today"`
	Rules    map[string]string     `json:"rules"`
	Unknown  map[string]string     `json:"unknown"`
	Rounds   []roundStatisticsJSON `json:"rounds"`
}

type roundStatisticsJSON struct {
	Round   int                    `json:"round"`
	Title   string                 `json:"title"`
	Schools []schoolStatisticsJSON `json:"schools"`
	Total   *formJSON              `json:"total"` // of the round; null where one school is chosen
}

type schoolStatisticsJSON struct {
	School string   `json:"school"`
	Name   string   `json:"name"`
	Kind   string   `json:"kind"`
	Form   formJSON `json:"form"`
}

type formJSON struct {
	Numbers map[string]*int64   `json:"numbers"`
	Rates   map[string]rateJSON `json:"rates"`
}

var statisticsRules = []inspection.Rule{inspection.FindingRule, inspection.WorkRule, inspection.RectifiedRule}

func (s *Statistics) json(l inspection.Language) statisticsJSON {
	out := statisticsJSON{
		Campaign: s.Campaign.Title, Today: s.Choice.Today.String(), Rules: map[string]string{}, Unknown: map[string]string{},
		Rounds: []roundStatisticsJSON{},
	}
	for _, r := range statisticsRules {
		out.Rules[ruleNames[r]] = r.In(l)
	}
	for _, f := range append(statisticsForm(), rectifiedForm()...) {
		if f.of == nil {
			out.Unknown[f.key] = unknowns[f.unknown][l]
		}
	}
	for i := range s.Rounds {
		r := &s.Rounds[i]
		one := roundStatisticsJSON{Round: int(r.Round.No), Title: r.Round.Title, Schools: []schoolStatisticsJSON{}}
		for j := range r.Schools {
			v := &r.Schools[j]
			one.Schools = append(one.Schools, schoolStatisticsJSON{
				string(v.Visit.School), v.Name, v.Visit.Kind.In(inspection.English), formOf(&v.Statistics),
			})
		}
		if r.Total != nil {
			form := formOf(r.Total)
			one.Total = &form
		}
		out.Rounds = append(out.Rounds, one)
	}
	return out
}

func formOf(s *inspection.Statistics) formJSON {
	out := formJSON{Numbers: map[string]*int64{}, Rates: map[string]rateJSON{}}
	for _, f := range append(statisticsForm(), rectifiedForm()...) {
		out.Numbers[f.key] = nil
		if f.of != nil {
			n := f.of(s)
			out.Numbers[f.key] = &n
		}
		if rate, _, ok := rateAfter(f.key, s); ok {
			out.Rates[f.key] = rateOf(rate)
		}
	}
	return out
}
