package inspection

import "testing"

// TestWorksAreCounted sets down a visit's work, and finds it in the numbers of
// the statistics form of the visit and of its round.
func TestWorksAreCounted(t *testing.T) {
	l := founded(t, 3)
	one, two := VisitID{Round: 1, Kind: Routine, School: l.Codes()[0]}, VisitID{Round: 1, Kind: Routine, School: l.Codes()[1]}
	does := func(f Fact, err error) *Entry { t.Helper(); return l.must(t, f, err) }
	pair := []string{"甲", "乙"}
	does(l.HoldTalk(one, "t1", Talk{Post: "校长", Sort: Must, By: pair, Day: 20000}))
	does(l.HoldTalk(one, "t2", Talk{Post: "教师代表", Sort: Elective, By: pair, Day: 20000}))
	does(l.HoldTalk(two, "t3", Talk{Post: "书记", Sort: Must, By: pair, Day: 20000}))
	does(l.AskPapers(one, map[string]string{"p1": "会议记录", "p2": "凭证", "p3": "合同"}, 20000))
	does(l.MovePaper(one, "p1", Handed, 20001))
	does(l.MovePaper(one, "p1", Back, 20002))
	does(l.MovePaper(one, "p2", Handed, 20001))
	does(l.Count(one, QuestionnairesOut, 60))
	does(l.Count(one, Questionnaires, 57))
	does(l.Count(two, Letters, 2))
	does(l.HandOver(one, "c1", Clue{Count: 2, Day: 20003, Organ: "示例纪委"}))
	for i, d := range []Details{{Dimension: 1, FixNow: true}, {Dimension: 3}, {}} {
		id := FindingID(rune('a' + i))
		does(l.Raise(id, one, "", "问题", "事实"))
		d.Undertakers = pair
		does(l.Detail(id, d))
	}
	does(l.Submit("a"))
	does(l.AdoptFinding("a", l.device, ""))
	does(l.FeedBack("a", "", 20010))
	done := Done
	does(l.Rectify(RectifyChange{State: &done}, "a"))
	does(l.Withdraw("c"))

	s := l.StatisticsOf(one)
	if s.MustTalks != 1 || s.Electives != 1 || s.Counts[Talks] != 2 || s.PapersAsked != 3 || s.PapersOut != 2 || s.Counts[Papers] != 2 {
		t.Errorf("talks and papers: %+v", s)
	}
	if s.HandOvers != 1 || s.Clues != 2 || s.Counts[QuestionnairesOut] != 60 || s.Counts[Questionnaires] != 57 {
		t.Errorf("clues and questionnaires: %+v", s)
	}
	if s.Findings != 2 || s.Dimensions != [5]int{1: 1, 3: 1} || s.FixNow != 1 || s.FedBack != 1 || s.Done != 1 || s.FixNowDone != 1 {
		t.Errorf("findings: %+v", s)
	}
	if r := l.StatisticsIn(1); r.MustTalks != 2 || r.Counts[Talks] != 3 || r.Counts[Letters] != 2 || r.Findings != 2 || r.Rectified().N != 1 {
		t.Errorf("the round: %+v", r)
	}
	if l.StatisticsIn(2) != (Statistics{}) {
		t.Error("another round has numbers")
	}
}

// TestStrikeTakesOffWhatWasCounted: what was listed by mistake leaves no trace
// in the numbers, and comes back whole.
func TestStrikeTakesOffWhatWasCounted(t *testing.T) {
	l := founded(t, 1)
	v := VisitID{Round: 1, Kind: Routine, School: l.Codes()[0]}
	does := func(f Fact, err error) *Entry { t.Helper(); return l.must(t, f, err) }
	does(l.HoldTalk(v, "t", Talk{Post: "校长", Sort: Must, By: []string{"甲", "乙"}, Day: 20000}))
	does(l.AskPaper(v, "p", "凭证", 20000))
	does(l.MovePaper(v, "p", Handed, 20000))
	does(l.HandOver(v, "c", Clue{Count: 1, Day: 20000, Organ: "示例纪委"}))
	before := l.StatisticsOf(v)
	var strikes []*Entry
	for _, id := range []string{"t", "p", "c"} {
		strikes = append(strikes, does(l.Strike(v, id)))
	}
	if l.StatisticsOf(v) != (Statistics{}) {
		t.Errorf("left: %+v", l.StatisticsOf(v))
	}
	if _, err := l.Strike(v, "t"); err == nil {
		t.Error("what is gone is struck again")
	}
	for _, e := range strikes {
		does(l.Undo(e.Dot()))
	}
	if l.StatisticsOf(v) != before {
		t.Errorf("back: %+v, was %+v", l.StatisticsOf(v), before)
	}
}
