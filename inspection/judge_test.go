package inspection

import (
	"testing"

	"pgregory.net/rapid"
)

// TestJudgeIsManyAnswers: verdicts given at once read as those given one by
// one, and are taken back as one.
func TestJudgeIsManyAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one, many := founded(t, 2), founded(t, 2)
		v := VisitID{Round: 1, Kind: Routine, School: "S002"}
		apply := func(all map[ItemCode]Verdict) (news int) {
			for code, verdict := range all {
				if one.AnswerAt(v, code).Verdict == verdict {
					continue
				}
				f, err := one.Answer(v, code, Change{Verdict: &verdict})
				one.must(t, f, err)
				news++
			}
			return news
		}
		for range rapid.IntRange(1, 3).Draw(t, "papers") {
			all, before := drawPaper(t, &many.Book, v), shown(&many.Book)
			news := apply(all)
			f, err := many.Judge(v, all)
			if news == 0 {
				if no, _ := Refused(err); no.Reason != NothingSaid {
					t.Fatalf("want that nothing is said, got %v", err)
				}
				continue
			}
			e := many.must(t, f, err)
			if len(e.Fact.Writes) != news {
				t.Fatalf("%d writes for %d new verdicts", len(e.Fact.Writes), news)
			}
			after := shown(&many.Book)
			if after != shown(&one.Book) || many.TallyOf(v).All != one.TallyOf(v).All {
				t.Fatal("at once is another thing than one by one")
			}
			undo(t, many, many.LastDone)
			if shown(&many.Book) != before {
				t.Fatal("undoing does not give what was before")
			}
			undo(t, many, many.LastUndone)
			if shown(&many.Book) != after {
				t.Fatal("redoing does not give what was after")
			}
		}
	})
}

// drawPaper draws verdicts for some of the items that apply.
func drawPaper(t *rapid.T, b *Book, v VisitID) map[ItemCode]Verdict {
	all := map[ItemCode]Verdict{}
	b.ChecklistOf(v.Round).Items(func(_ *Section, it *Item) {
		if verdict := rapid.SampledFrom(append(Verdicts(), None)).Draw(t, "verdict"); verdict != None && it.Applies.Of(b.School(v.School)) != No {
			all[it.Code] = verdict
		}
	})
	return all
}

func TestJudgeIsRefused(t *testing.T) {
	l := founded(t, 3)
	v := VisitID{Round: 1, Kind: Routine, School: "S001"}
	private := VisitID{Round: 1, Kind: Routine, School: "S003"}
	for _, c := range []struct {
		name  string
		visit VisitID
		all   map[ItemCode]Verdict
		why   Reason
	}{
		{"nothing", v, nil, NothingSaid},
		{"no such item", v, map[ItemCode]Verdict{"1.01": Met, "9.99": Met}, NoSuchItem},
		{"does not apply", private, map[ItemCode]Verdict{"2.03": Met}, NotApplicable},
		{"no verdict", v, map[ItemCode]Verdict{"1.01": None}, NoSuchVerdict},
		{"no such verdict", v, map[ItemCode]Verdict{"1.01": 6}, NoSuchVerdict},
		{"no such school", VisitID{Round: 1, Kind: Routine, School: "S009"}, map[ItemCode]Verdict{"1.01": Met}, NoSuchSchool},
		{"a look-back", VisitID{Round: 1, Kind: LookBack, School: "S001"}, map[ItemCode]Verdict{"1.01": Met}, NotPlanned},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := l.Judge(c.visit, c.all)
			if no, _ := Refused(err); no.Reason != c.why {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAt(t *testing.T) {
	c := testChecklist()
	place := 0
	c.Items(func(_ *Section, it *Item) {
		if place++; c.At(place) != it {
			t.Errorf("at %d is %v", place, c.At(place))
		}
	})
	if c.At(0) != nil || c.At(-1) != nil || c.At(place+1) != nil {
		t.Error("there is something outside the checklist")
	}
}
