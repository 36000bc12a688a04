package inspection

import (
	"strings"
	"testing"
)

func TestOfficeUntilItSetsAnything(t *testing.T) {
	l := founded(t, 3)
	if got := l.Office(); got != defaultOffice || got.TeamName(2) != "第2组" {
		t.Errorf("an office that set nothing is %+v", got)
	}
	if c, _ := l.Campaign(); l.Office().Signature(c) != c.Organ {
		t.Error("papers are not signed with the organ")
	}
}

// withOffice has other words and another scale set, all else as it is.
func (l *laptop) withOffice(o Office) (Fact, error) {
	s := l.Settings()
	s.Office = o
	return l.Set(s)
}

// called has another title and organ set, all else as it is.
func (l *laptop) called(title, organ string) (Fact, error) {
	s := l.Settings()
	s.Title, s.Organ = title, organ
	return l.Set(s)
}

func TestSetOffice(t *testing.T) {
	l := founded(t, 3)
	do := l.doing(t)
	want := Office{Signed: "示例教育局\n党组", Team: "示例第N巡察组", Leaders: "示例领导小组", Contact: "示例科 0000", Series: "示教巡", Prefix: "示巡", Some: Share{1, 3}, General: Share{2, 3}}
	do(l.withOffice(want))
	want.Signed = "示例教育局 党组"
	if got := l.Office(); got != want || got.TeamName(12) != "示例第12巡察组" {
		t.Errorf("the office is %+v", got)
	}
	if c, _ := l.Campaign(); l.Office().Signature(c) != want.Signed {
		t.Error("papers are not signed as the office says")
	}
	if _, err := l.withOffice(want); !refusedFor(err, NothingSaid) {
		t.Errorf("the same again: %v", err)
	}
	do(l.withOffice(Office{}))
	if got := l.Office(); got != defaultOffice {
		t.Errorf("with all taken back it is %+v", got)
	}
	done, err := l.LastDone(l.device)
	if err != nil {
		t.Fatal(err)
	}
	do(l.Undo(done))
	if got := l.Office(); got != want {
		t.Errorf("after undoing that it is %+v", got)
	}
}

func refusedFor(err error, why Reason) bool {
	r, ok := Refused(err)
	return ok && r.Reason == why
}

func TestOfficeRefusals(t *testing.T) {
	l := founded(t, 3)
	long := strings.Repeat("长", MaxTitle+1)
	for name, c := range map[string]struct {
		try  func() (Fact, error)
		want Reason
	}{
		"no campaign":           {func() (Fact, error) { return new(Book).Set(Settings{Title: "甲"}) }, NoCampaign},
		"nothing":               {func() (Fact, error) { return l.withOffice(Office{}) }, NothingSaid},
		"a long signature":      {func() (Fact, error) { return l.withOffice(Office{Signed: long}) }, TooLong},
		"2 of 1":                {func() (Fact, error) { return l.withOffice(Office{Some: Share{2, 1}}) }, BadScale},
		"1 of 0":                {func() (Fact, error) { return l.withOffice(Office{General: Share{1, 0}}) }, BadScale},
		"a share below nothing": {func() (Fact, error) { return l.withOffice(Office{General: Share{-1, 2}}) }, BadScale},
		"too fine a share":      {func() (Fact, error) { return l.withOffice(Office{General: Share{1, mostShare + 1}}) }, BadScale},
		"some above general":    {func() (Fact, error) { return l.withOffice(Office{Some: Share{3, 4}}) }, BadScale},
		"an empty title":        {func() (Fact, error) { return l.called(" ", "甲") }, EmptyText},
		"a long title":          {func() (Fact, error) { return l.called(long, "甲") }, TooLong},
		"a long organ":          {func() (Fact, error) { return l.called("甲", long) }, TooLong},
	} {
		if _, err := c.try(); !refusedFor(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRename(t *testing.T) {
	l := founded(t, 3)
	was, _ := l.Campaign()
	do := l.doing(t)
	do(l.called("示例巡察", "示例局"))
	got, _ := l.Campaign()
	if got != (Campaign{ID: was.ID, Title: "示例巡察", Organ: "示例局", Zone: was.Zone}) {
		t.Errorf("renamed to %+v", got)
	}
	if _, err := l.called("示例巡察", "示例局"); !refusedFor(err, NothingSaid) {
		t.Errorf("the same again: %v", err)
	}
}

// A finding that has a number keeps it, whatever the office says later.
func TestPrefixIsForNewNumbers(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.Begin(routine, 20_600))
	do(l.AdoptFinding("f2", l.device, ""))
	do(l.withOffice(Office{Prefix: "示巡"}))
	do(l.AdoptFinding("f1", l.device, ""))
	if l.number("f2") != "〔2026〕第1轮-1组-01" || l.number("f1") != "示巡〔2026〕第1轮-1组-02" {
		t.Errorf("numbered %s and %s", l.number("f2"), l.number("f1"))
	}
}

func TestExtentOnAnotherScale(t *testing.T) {
	o := defaultOffice
	o.Some, o.General = Share{1, 3}, Share{2, 3}
	for _, c := range []struct {
		unmet, met int
		want       Extent
	}{{0, 9, Nowhere}, {1, 0, Single}, {2, 5, Single}, {2, 4, Some}, {5, 4, Some}, {6, 3, General}} {
		it := ItemTally{Verdicts: [verdicts]int{Unmet: c.unmet, Met: c.met}}
		if got := it.Extent(o); got != c.want {
			t.Errorf("%d of %d is %s", c.unmet, c.unmet+c.met, got.In(Chinese))
		}
	}
}

func TestOfficeIsSaid(t *testing.T) {
	l := founded(t, 3)
	l.doing(t)(l.withOffice(Office{Signed: "示例局", General: Share{2, 3}}))
	d, _ := l.LastDone(l.device)
	got := strings.Join(l.Say(l.Entry(d), Chinese), "\n")
	if got != "把落款由（空）改为“示例局”\n把“普遍”的词语尺度由（空）改为“2/3”" {
		t.Error(got)
	}
}
