package main

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"xuncha/inspection"
)

// Killed at any moment during bulk changes, mergings and seals, what was
// answered is there, the book is whole, and nothing is half done: a bulk change
// is in all its findings or in none, what is merged says into what, a seal has
// all its figures.
func TestKilledDuringBulkMergeAndSeal(t *testing.T) {
	t.Parallel()
	env, n := alone(t), 0
	var now lives
	line := func() string {
		n++
		return now.line(n)
	}
	filled := func(path string) {
		fedBack(t, path)
		now = lives{}
	}
	killing(t, filled, func(path string, rng *rand.Rand) int {
		cmd := exec.Command(program(t), "record", "--book", path)
		cmd.Env = env
		// So few lines are under way at once that the kill falls among them.
		saved := killedAmid(t, cmd, time.Duration(rng.IntN(40_000))*time.Microsecond, 32, line)
		now = checkLives(t, unharmed(t, path), saved)
		return len(saved)
	})
}

// bulk is how many findings one change is about.
const bulk = 20

var lifeVisit = inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}

func lifeID(i int) inspection.FindingID { return inspection.FindingID(fmt.Sprintf("F-%02d", i)) }

// fedBack fills a book with findings that are fed back, and two to be merged.
func fedBack(t *testing.T, path string) {
	t.Helper()
	var lines strings.Builder
	say := func(id inspection.FindingID, what string) {
		fmt.Fprintf(&lines, `{"round":1,"school":"S001","finding":{"id":%q,%s}}`+"\n", id, what)
	}
	for i := range bulk + 2 {
		say(lifeID(i), `"raise":true,"title":"题","facts":"事","undertakers":["甲","乙"]`)
		say(lifeID(i), `"submit":true`)
		if i < bulk {
			say(lifeID(i), `"adopt":true`)
			say(lifeID(i), `"feed_back":true`)
		}
	}
	cmd := exec.Command(program(t), "record", "--book", path)
	cmd.Env, cmd.Stdin = alone(t), strings.NewReader(lines.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// lives is what the next line has to begin from.
type lives struct{ merged, sealed bool }

// line is the n-th line: bulk changes, and between them merging and its undoing,
// sealing and its undoing.
func (s *lives) line(n int) string {
	switch n % 4 {
	case 1:
		s.merged = !s.merged
		if s.merged {
			return `{"round":1,"school":"S001","finding":{"id":"F-20","merge":"F-21"}}`
		}
		return `{"round":1,"school":"S001","finding":{"id":"F-20","unmerge":true}}`
	case 3:
		s.sealed = !s.sealed
		if s.sealed {
			return fmt.Sprintf(`{"round":1,"school":"S001","seal":{"by":"组长","why":"第%d"}}`, n)
		}
		return fmt.Sprintf(`{"round":1,"school":"S001","unseal":{"why":"第%d"}}`, n)
	}
	ids := make([]string, bulk)
	for i := range ids {
		ids[i] = fmt.Sprintf("%q", lifeID(i))
	}
	return fmt.Sprintf(`{"findings":{"ids":[%s],"rectify":true,"leader":"第%d","measures":"措施第%d"}}`, strings.Join(ids, ","), n, n)
}

// checkLives looks for each line that was answered, and for anything half done.
func checkLives(t *testing.T, b *inspection.Book, saved map[uint64]string) lives {
	t.Helper()
	kept := map[uint64]*inspection.Entry{}
	for _, e := range b.Log() {
		kept[e.Seq] = e
	}
	for seq, line := range saved {
		if e := kept[seq]; e == nil || !holds(e, line) {
			t.Errorf("saved %d (%s) is gone or another", seq, line)
		}
	}
	return lives{merged: checkMerged(t, b), sealed: checkSealed(t, b)} // after checkBulk
}

// holds reports whether an entry is the one that a line made.
func holds(e *inspection.Entry, line string) bool {
	switch {
	case strings.Contains(line, `"merge"`), strings.Contains(line, `"unmerge"`):
		return e.Fact.Kind == inspection.Decided
	case strings.Contains(line, `"seal"`):
		return e.Fact.Kind == inspection.Sealed
	case strings.Contains(line, `"unseal"`):
		return e.Fact.Kind == inspection.Reopened
	}
	for _, w := range e.Fact.Writes {
		if w.Register.Field == inspection.RectifyLeader && !strings.Contains(line, `"`+w.Value.Text+`"`) {
			return false
		}
	}
	return e.Fact.Kind == inspection.Rectified && len(e.Fact.Writes) == 2*bulk
}

func checkMerged(t *testing.T, b *inspection.Book) bool {
	t.Helper()
	first, _ := b.Finding(lifeID(0))
	leader := b.Rectification(&first).Leader
	for i := range bulk {
		f, ok := b.Finding(lifeID(i))
		r := b.Rectification(&f)
		if !ok || r.Leader != leader || leader != "" && r.Measures != "措施"+leader {
			t.Errorf("a bulk change is half done: %s has %q and %q, the first %q", f.ID, r.Leader, r.Measures, leader)
		}
	}
	f, _ := b.Finding(lifeID(bulk))
	if (f.State == inspection.Merged) != (f.Into == lifeID(bulk+1)) {
		t.Errorf("a merging is half done: %s into %q", f.State.In(inspection.Chinese), f.Into)
	}
	return f.State == inspection.Merged
}

func checkSealed(t *testing.T, b *inspection.Book) bool {
	t.Helper()
	seal, sealed := b.SealAt(lifeVisit)
	if !sealed {
		return false
	}
	want := bulk + 2
	if f, _ := b.Finding(lifeID(bulk)); f.State == inspection.Merged {
		want--
	}
	for _, f := range seal.Figures {
		if f.Name == "findings" && f.N != want && f.N != bulk+1 && f.N != bulk+2 {
			t.Errorf("a seal is half done: %d findings of %d", f.N, want)
		}
	}
	if seal.By != "组长" || seal.Head == "" || seal.Why == "" || seal.Day == 0 {
		t.Errorf("a seal is half done: %+v", seal)
	}
	return true
}
