package inspection

import "testing"

// Each choice has a name in data, which reads back as itself, in data and on
// paper alike.
func TestNamesInData(t *testing.T) {
	check := func(what string, names []string, most int, parse func(string) (int, error)) {
		t.Helper()
		if len(names) != most-1 {
			t.Errorf("%s: %d names for %d choices: %q", what, len(names), most-1, names)
		}
		seen := map[string]bool{}
		for i, n := range names {
			got, err := parse(n)
			if err != nil || got != i+1 || seen[n] {
				t.Errorf("%s: %q reads as %d, %v", what, n, got, err)
			}
			seen[n] = true
		}
	}
	check("state", FindingStateNames(), int(findingStates), func(s string) (int, error) { v, err := ParseFindingState(s); return int(v), err })
	check("level", LevelNames(), int(levels), func(s string) (int, error) { v, err := ParseLevel(s); return int(v), err })
	check("nature", NatureNames(), int(natures), func(s string) (int, error) { v, err := ParseNature(s); return int(v), err })
	check("counter", CounterNames(), int(counters), func(s string) (int, error) { v, err := ParseCounter(s); return int(v), err })
	check("talk", TalkSortNames(), int(talkSorts), func(s string) (int, error) { v, err := ParseTalkSort(s); return int(v), err })
	check("paper", PaperStandingNames(), int(paperStandings), func(s string) (int, error) { v, err := ParsePaperStanding(s); return int(v), err })
	check("standing", StandingNames(), int(rectifyStandings), func(s string) (int, error) { v, err := ParseStanding(s); return int(v), err })
	check("relook", RelookNames(), int(relooks), func(s string) (int, error) { v, err := ParseRelook(s); return int(v), err })
	check("field", FieldNames(), int(fieldSentinel), func(s string) (int, error) { v, err := ParseField(s); return int(v), err })
	for _, d := range Duties() {
		if got, err := ParseDuty(d.Names()[0]); got != d || err != nil {
			t.Errorf("duty %v reads as %v, %v", d.Names(), got, err)
		}
	}
	if s, err := ParseFindingState("采用"); s != Adopted || err != nil {
		t.Errorf("采用 reads as %v, %v", s, err)
	}
	for _, none := range []string{"", "nothing"} {
		if _, err := ParseLevel(none); err == nil {
			t.Errorf("%q is a level", none)
		}
	}
}
