package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/inspection"
)

var evidenceID = regexp.MustCompile(`编号 ([0-9a-f]{64})$`)

// Killed at any moment while evidence is taken in, the book is whole, has all
// that was answered, and speaks of no bytes that are not there.
func TestKilledWhileTakingIn(t *testing.T) {
	t.Parallel()
	env, halfway, no := alone(t), 0, 0
	takingIn := func(path string) *exec.Cmd {
		files := t.TempDir()
		args := []string{"evidence", "add", "--book", path, "--round", "1", "--school", "S001", "--item", "1.01", "--caption", "说明"}
		for range 3 {
			no++
			args = append(args, bigPicture(t, files, no))
		}
		cmd := exec.Command(program(t), args...)
		cmd.Env = env
		return cmd
	}
	last, took, heard := "", time.Duration(0), 0
	begin := func(path string) {
		last = path
		_, took = killedAt(t, takingIn(path), path, 0, time.Minute) // nobody kills it
	}
	killing(t, begin, func(path string, rng *rand.Rand) int {
		heard = (heard + 1) % 3
		ids, _ := killedAt(t, takingIn(path), path, heard, time.Duration(rng.Int64N(int64(took/3))))
		if left, _ := filepath.Glob(filepath.Join(path+".evidence", "*.new")); len(left) > 0 {
			halfway++
		}
		checkEvidenceKept(t, path, ids)
		return len(ids)
	})
	if err := data.EvidenceOf(last).Sweep(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(last+".evidence", "*.new")); len(left) > 0 {
		t.Errorf("a sweep left %v", left)
	}
	t.Logf("%d times one was half copied", halfway)
}

// bigPicture makes a file of its own of 4 MB.
func bigPicture(t *testing.T, folder string, no int) string {
	t.Helper()
	content := bytes.Repeat([]byte(fmt.Sprintf("%09d", no)), 4<<20/9)
	copy(content, "\xff\xd8\xff\xe0")
	path := filepath.Join(folder, fmt.Sprintf("%d.jpg", no))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// killedAt kills a program that long after it began to copy and has answered for
// so many files, so that the moment is one of its work however slow the machine
// is. It gives the IDs that the program answered with, and how long it worked.
func killedAt(t *testing.T, cmd *exec.Cmd, book string, heard int, wait time.Duration) (ids []inspection.EvidenceID, took time.Duration) {
	t.Helper()
	before := copied(book)
	p := talkTo(t, cmd)
	answers := make(chan inspection.EvidenceID, 3)
	go func() {
		defer close(answers)
		for p.answers.Scan() {
			if m := evidenceID.FindStringSubmatch(p.answers.Text()); m != nil {
				answers <- inspection.EvidenceID(m[1])
			}
		}
	}()
	for len(ids) < heard || heard == 0 && !hasNew(copied(book), before) {
		select {
		case id, more := <-answers:
			if !more {
				cmd.Wait()
				t.Fatalf("it ended too soon: %s", p.said.Bytes())
			}
			ids = append(ids, id)
		case <-time.After(time.Millisecond):
		}
	}
	began := time.Now()
	defer time.AfterFunc(wait, func() { cmd.Process.Kill() }).Stop()
	for id := range answers {
		ids = append(ids, id)
	}
	cmd.Wait() // killed, or done before
	return ids, time.Since(began)
}

// copied are the files beside a book, half copied ones and whole ones.
func copied(book string) []string {
	half, _ := filepath.Glob(filepath.Join(book+".evidence", "*.new"))
	done, _ := filepath.Glob(filepath.Join(book+".evidence", "??", "*"))
	return append(half, done...)
}

func hasNew(now, before []string) bool {
	return slices.ContainsFunc(now, func(path string) bool { return !slices.Contains(before, path) })
}

// checkEvidenceKept opens the book and looks for each file that was answered;
// none that it speaks of may be missing or altered.
func checkEvidenceKept(t *testing.T, path string, answered []inspection.EvidenceID) {
	t.Helper()
	b := unharmed(t, path)
	checked, err := data.EvidenceOf(path).Check(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range checked.Faults {
		t.Errorf("the book speaks of %s: %v", e.Name, checked.Why[e.ID])
	}
	for _, id := range answered {
		if _, known := checked.Why[id]; !known {
			t.Errorf("%s was answered and is gone", id)
		}
	}
}
