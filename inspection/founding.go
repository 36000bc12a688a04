package inspection

// DefaultTitle is what a campaign is called until its office says otherwise.
const DefaultTitle = "校园领导班子和领导干部思想政治巡察"

// Founding sets up a whole campaign in an empty book: the campaign, its rounds,
// its schools, the checklist for all rounds, and the plan: every school once in
// some round, or every school in every round. take records each fact and
// applies it before the next is judged. It stops at the first refusal or error;
// started again, it goes on where it stopped.
func Founding(take func(Fact) error, b *Book, c Campaign, r Roster, l *Checklist, everyRound bool) error {
	rounds := make([]RoundNo, DefaultRounds)
	steps := []func() (Fact, error){func() (Fact, error) { return b.Found(c) }}
	for i := range rounds {
		rounds[i] = RoundNo(i + 1)
		steps = append(steps, func() (Fact, error) {
			return b.Schedule(Round{No: rounds[i], Title: roundTitles[i]})
		})
	}
	steps = append(steps,
		func() (Fact, error) { return b.Enrol(r) },
		func() (Fact, error) { return b.Adopt(l, rounds...) },
		func() (Fact, error) { return b.Replan(planOf(r, everyRound)) },
	)
	for _, step := range steps {
		if err := takeNew(take, step); err != nil {
			return err
		}
	}
	return nil
}

var roundTitles = [DefaultRounds]string{"第一轮", "第二轮", "第三轮"}

func planOf(r Roster, everyRound bool) []VisitID {
	if everyRound {
		return EveryRound(r, DefaultRounds)
	}
	return OneRoundEach(r, DefaultRounds)
}

// takeNew takes what a step judges, and passes over what a founding that was
// broken off has set down already.
func takeNew(take func(Fact) error, step func() (Fact, error)) error {
	f, err := step()
	if r, ok := Refused(err); ok {
		switch r.Reason {
		case AlreadyFounded, NothingSaid, NothingToPlan:
			return nil
		}
	}
	if err != nil {
		return err
	}
	f.Kind = Founded // what a book is founded on, u does not take back
	return take(f)
}

// IsFounded reports whether the book is set up as far as [Founding] goes: a
// campaign with a plan. One broken off before its plan is not; one whose plan
// was emptied later, by a roster of other schools, still is.
func (b *Book) IsFounded() bool {
	_, ok := b.Campaign()
	return ok && len(b.visits) > 0
}
