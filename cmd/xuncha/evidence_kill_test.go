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

var evidenceID = regexp.MustCompile(`编号 ([0-9a-f]{64})\n`)

// Killed at any moment while evidence is taken in, the book is whole, has all
// that was answered, and speaks of no bytes that are not there.
func TestKilledWhileTakingIn(t *testing.T) {
	path, home := "", t.TempDir()
	env := append(bare(), "HOME="+home, "XDG_CONFIG_HOME="+home, "AppData="+home, "PATH="+t.TempDir())
	rng := rand.New(rand.NewPCG(2, uint64(*kills)))
	answered, halfway, no := 0, 0, 0
	takingIn := func() *exec.Cmd {
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
	path = newBook(t)
	_, whole := killedAt(t, takingIn(), path, time.Minute) // how long it works when nobody kills it
	for round := range *kills {
		if round%25 == 0 {
			path = newBook(t)
		}
		ids, _ := killedAt(t, takingIn(), path, time.Duration(rng.Int64N(int64(whole))))
		answered += len(ids)
		if left, _ := filepath.Glob(filepath.Join(path+".evidence", "*.new")); len(left) > 0 {
			halfway++
		}
		checkEvidenceKept(t, path, ids)
		if t.Failed() {
			t.Fatalf("after kill %d", round+1)
		}
	}
	if err := data.EvidenceOf(path).Sweep(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(path+".evidence", "*.new")); len(left) > 0 {
		t.Errorf("a sweep left %v", left)
	}
	if answered == 0 {
		t.Error("nothing was ever answered: it was killed before it worked")
	}
	t.Logf("%d kills, %d files answered, %d times one was half copied", *kills, answered, halfway)
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

// killedAt kills a program that long after it began to copy, so that the moment
// is one of its work however slow the machine is. It gives the IDs that the
// program answered with, and how long it worked.
func killedAt(t *testing.T, cmd *exec.Cmd, book string, wait time.Duration) ([]inspection.EvidenceID, time.Duration) {
	t.Helper()
	before := copied(book)
	var said bytes.Buffer
	cmd.Stdout = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Wait() // killed, or done before
		close(ended)
	}()
	for !hasNew(copied(book), before) {
		select {
		case <-ended:
			t.Fatalf("it ended without copying anything: %s", said.Bytes())
		case <-time.After(time.Millisecond):
		}
	}
	began := time.Now()
	timer := time.AfterFunc(wait, func() { cmd.Process.Kill() })
	<-ended
	timer.Stop()
	var ids []inspection.EvidenceID
	for _, m := range evidenceID.FindAllSubmatch(said.Bytes(), -1) {
		ids = append(ids, inspection.EvidenceID(m[1]))
	}
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
	r, err := data.Verify(path)
	if err != nil || len(r.Faults) > 0 {
		t.Fatalf("verify: %v %v", err, r.Faults)
	}
	j, err := data.Open(path, data.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	var b inspection.Book
	if err := j.Fold(&b); err != nil {
		t.Fatal(err)
	}
	checked, err := data.EvidenceOf(path).Check(&b)
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
