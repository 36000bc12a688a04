package inspection

import (
	"fmt"
	"testing"
)

// printed is a finding's number on paper.
func (l *laptop) number(id FindingID) string {
	f, _ := l.Finding(id)
	return f.Number.Printed
}

func TestNumbersAreGivenOnAdoption(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.Schedule(Round{No: 1, Title: "第一轮", Start: 20_339})) // in 2025
	do(l.AssignTeam(routine, 3))
	if l.number("f1") != "" {
		t.Error("a number before adoption")
	}
	do(l.AdoptFinding("f2", l.device, ""))
	do(l.AdoptFinding("f1", l.device, ""))
	if l.number("f2") != "〔2025〕第1轮-3组-01" || l.number("f1") != "〔2025〕第1轮-3组-02" {
		t.Errorf("numbered %s and %s", l.number("f2"), l.number("f1"))
	}
	if l.Holder(1, 3) != l.device.Hex() || l.Holder(1, 1) != "" {
		t.Error("who numbers first holds the numbering of that team alone")
	}
}

func TestNumbersGrowPastTwoDigits(t *testing.T) {
	l := founded(t, 1)
	do := l.doing(t)
	do(l.Begin(routine, 20_600)) // in 2026
	for i := range 101 {
		id := FindingID(fmt.Sprint("n", i))
		l.submitted(t, id)
		do(l.AdoptFinding(id, l.device, ""))
	}
	if got := l.number("n100"); got != "〔2026〕第1轮-1组-101" {
		t.Errorf("the 101st is %s", got)
	}
}

// TestNoNumberTwice: taking an adoption back burns its number; bringing it back
// brings the same one back.
func TestNoNumberTwice(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	adoption := do(l.AdoptFinding("f1", l.device, ""))
	first := l.number("f1")
	undone := do(l.Undo(adoption.Dot()))
	if l.number("f1") != "" {
		t.Error("it still has its number")
	}
	redone := do(l.Undo(undone.Dot()))
	if l.number("f1") != first {
		t.Errorf("brought back it has %s, not %s", l.number("f1"), first)
	}
	do(l.Undo(redone.Dot()))
	do(l.AdoptFinding("f2", l.device, ""))
	do(l.AdoptFinding("f1", l.device, ""))
	for _, id := range []FindingID{"f1", "f2"} {
		if l.number(id) == first || l.number(id) == "" {
			t.Errorf("%s has %s, and %s was given before", id, l.number(id), first)
		}
	}
	if l.number("f1") == l.number("f2") {
		t.Error("both have the same")
	}
	if b := l.again(); b.numbers[numbering{1, 1}] != 3 {
		t.Errorf("after a restart the last number is %d", b.numbers[numbering{1, 1}])
	}
}

// TestMergedKeepsItsNumber: a number on a paper means one finding for ever.
func TestMergedKeepsItsNumber(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.AdoptFinding("f1", l.device, ""))
	was := l.number("f1")
	do(l.Merge("f1", "f2"))
	do(l.AdoptFinding("f2", l.device, ""))
	if l.number("f1") != was || l.number("f2") == was {
		t.Errorf("merged: %s, the other: %s", l.number("f1"), l.number("f2"))
	}
	do(l.Unmerge("f1"))
	do(l.AdoptFinding("f1", l.device, ""))
	if l.number("f1") != was {
		t.Errorf("standing by itself again it has %s", l.number("f1"))
	}
}

// TestOnlyTheHolderNumbers: elsewhere an adopted finding waits for its number.
func TestOnlyTheHolderNumbers(t *testing.T) {
	l := oneSchoolYard(t, 0)
	do := l.doing(t)
	do(l.HoldNumbers(1, 1, l.device))
	other := l.twin(2)
	theirs := other.doing(t)
	adoption := theirs(other.AdoptFinding("f1", other.device, ""))
	if f, _ := other.Finding("f1"); f.State != Adopted || f.Number.N != 0 {
		t.Errorf("adopted elsewhere it is %+v", f.Number)
	}
	if _, err := other.GiveNumber("f1", other.device); err == nil {
		t.Error("numbered without the right to")
	}
	l.Apply(adoption)
	do(l.GiveNumber("f1", l.device))
	if f, _ := l.Finding("f1"); f.Number.N != 1 || l.Clashes(&f) {
		t.Errorf("numbered %+v", f.Number)
	}
	theirs(other.HoldNumbers(1, 1, other.device)) // the laptop was lost
	theirs(other.GiveNumber("f1", other.device))
}

// TestNumbersThatMeet: two laptops that never saw each other give the same
// number; the one given later shows as a clash, on both, and gets another.
func TestNumbersThatMeet(t *testing.T) {
	a, b := apart(t, oneSchoolYard(t, 0),
		func(l *laptop) (Fact, error) { return l.AdoptFinding("f1", l.device, "") },
		func(l *laptop) (Fact, error) { return l.AdoptFinding("f2", l.device, "") })
	if a.number("f1") != a.number("f2") {
		t.Fatalf("they did not meet: %s %s", a.number("f1"), a.number("f2"))
	}
	printed := a.number("f2")
	for _, l := range []*laptop{a, b} {
		f1, _ := l.Finding("f1")
		f2, _ := l.Finding("f2")
		if l.Clashes(&f1) || !l.Clashes(&f2) {
			t.Errorf("f1 clashes %v, f2 %v", l.Clashes(&f1), l.Clashes(&f2))
		}
	}
	if _, err := a.GiveNumber("f1", a.device); err == nil {
		t.Error("the earlier one was numbered anew")
	}
	if a.Holder(1, 1) != b.device.Hex() {
		t.Fatal("the later hold is not the one shown")
	}
	if _, err := a.GiveNumber("f2", a.device); err == nil {
		t.Error("numbered by who does not hold it")
	}
	a.Apply(b.doing(t)(b.GiveNumber("f2", b.device)))
	f2, _ := a.Finding("f2")
	if a.Clashes(&f2) || f2.Number.N != 2 {
		t.Errorf("cured it has %+v", f2.Number)
	}
	told := ""
	for _, e := range a.LogOfFinding("f2") {
		told += fmt.Sprint(a.Say(e, Chinese))
	}
	if !contains(told, "编号由“"+printed+"”改为“"+f2.Number.Printed+"”") {
		t.Errorf("its history does not tell of the printed number: %s", told)
	}
}

// A number that another finding once had, and has no longer, clashes with none:
// it has the same one of another team by now.
func TestNumberOfAnotherTeamDoesNotClash(t *testing.T) {
	a := oneSchoolYard(t, 0)
	a.doing(t)(a.AssignTeam(routine, 2))
	b := a.twin(2)
	do := a.doing(t)
	adoption := do(a.AdoptFinding("f1", a.device, "")) // team 2, number 1
	do(a.Undo(adoption.Dot()))
	do(a.AssignTeam(routine, 1))
	do(a.AdoptFinding("f1", a.device, "")) // team 1, number 1
	f, err := b.AdoptFinding("f2", b.device, "")
	if err != nil {
		t.Fatal(err)
	}
	a.Apply(b.take(f, testEpoch+1_000_000_000)) // later, so that f1 would have the better right
	f2, _ := a.Finding("f2")
	if f2.Number.Team != 2 || f2.Number.N != 1 || a.number("f1") == f2.Number.Printed {
		t.Fatalf("the case is another: %+v beside %s", f2.Number, a.number("f1"))
	}
	if a.Clashes(&f2) {
		t.Errorf("%s is said to clash with %s", f2.Number.Printed, a.number("f1"))
	}
}

// The number of a finding whose raising was taken back elsewhere, before its
// adoption was known there, clashes with none: nobody sees that finding.
func TestNumberOfWhatIsGoneDoesNotClash(t *testing.T) {
	a := oneSchoolYard(t, 0)
	raised := a.doing(t)(a.RaiseWith("f3", routine, "1.01", "题", "事", func(d *Details) { d.Undertakers = []string{"甲", "乙"} }))
	b, c := a.twin(2), a.twin(3)
	do := b.doing(t)
	news := []*Entry{do(b.Submit("f3")), do(b.AdoptFinding("f3", b.device, ""))}
	a.doing(t)(a.Undo(raised.Dot()))
	f, err := c.AdoptFinding("f1", c.device, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range append(news, c.take(f, testEpoch+1_000_000_000)) { // later, so that f3 would have the better right
		a.Apply(e)
	}
	f1, _ := a.Finding("f1")
	if _, there := a.Finding("f3"); there || f1.Number.Printed != b.number("f3") {
		t.Fatalf("the case is another: f3 is there %v, %+v", there, f1.Number)
	}
	if a.Clashes(&f1) {
		t.Errorf("%s is said to clash with what is gone", f1.Number.Printed)
	}
	sameState(t, a.State(), refounded(t, a.State()).State())
}
