package inspection

// Settings are all that an office sets for its campaign: what it is called, the
// words and the scale of its papers, its rounds and their deadlines.
type Settings struct {
	Title  string // of the campaign
	Organ  string
	Office Office
	Rounds []RoundSettings
}

// RoundSettings are those of one round.
type RoundSettings struct {
	No         RoundNo
	Title      string
	Start, End Day // zero: not set
	Deadlines  Deadlines
}

// DefaultSettings hold where nothing was set: no organ, the usual scale and
// three rounds with the usual deadlines.
func DefaultSettings() Settings {
	s := Settings{Title: DefaultTitle, Office: defaultOffice}
	for i, title := range roundTitles {
		s.Rounds = append(s.Rounds, RoundSettings{No: RoundNo(i + 1), Title: title, Deadlines: defaultDeadlines})
	}
	return s
}

// NewRound is a round that was not set up yet, with the usual deadlines.
func NewRound(n RoundNo) RoundSettings {
	return RoundSettings{No: n, Deadlines: defaultDeadlines}
}

// Round finds the settings of a round; nil where there are none.
func (s *Settings) Round(n RoundNo) *RoundSettings {
	for i := range s.Rounds {
		if s.Rounds[i].No == n {
			return &s.Rounds[i]
		}
	}
	return nil
}

// Settings are those of the book.
func (b *Book) Settings() Settings {
	c, _ := b.Campaign()
	s := Settings{Title: c.Title, Organ: c.Organ, Office: b.Office()}
	for _, r := range b.Rounds() {
		s.Rounds = append(s.Rounds, RoundSettings{r.No, r.Title, r.Start, r.End, b.Deadlines(r.No)})
	}
	return s
}

// Set judges other settings in one action: all of them as they are to be. A
// round that was not set up is; one that is left out stays as it is.
func (b *Book) Set(s Settings) (Fact, error) {
	if _, ok := b.Campaign(); !ok {
		return Fact{}, refuse(NoCampaign, "")
	}
	f := Fact{Kind: SetOffice}
	if err := b.rename(&f, s.Title, s.Organ); err != nil {
		return Fact{}, err
	}
	if err := b.setOffice(&f, s.Office); err != nil {
		return Fact{}, err
	}
	for _, r := range s.Rounds {
		one, err := b.Schedule(Round{No: r.No, Title: r.Title, Start: r.Start, End: r.End})
		if no, ok := Refused(err); err != nil && (!ok || no.Reason != NothingSaid) {
			return Fact{}, err
		}
		f.Writes = append(f.Writes, one.Writes...)
		if err := b.setDeadlines(&f, r.No, r.Deadlines); err != nil {
			return Fact{}, err
		}
	}
	if len(f.Writes) == 0 {
		return Fact{}, refuse(NothingSaid, "")
	}
	return f.sorted(), nil
}

// Preview tells what a fact that is not set down yet would change, a sentence
// for each register.
func (b *Book) Preview(f Fact, l Language) []string {
	var told []string
	for _, w := range f.Writes {
		told = append(told, b.sayStep(Step{Register: w.Register, From: b.value(w.Register), To: w.Value}, l))
	}
	return told
}
