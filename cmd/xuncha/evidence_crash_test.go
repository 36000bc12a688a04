//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The bytes of evidence reach the disk, then their name, then the entry that
// speaks of them: a power cut between any two of these leaves nothing half done.
func TestCrashOrderOfEvidence(t *testing.T) {
	if !*deep {
		t.Skip("runs with -deep")
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed here")
	}
	home := t.TempDir()
	book, log := filepath.Join(home, "b.xuncha"), filepath.Join(home, "strace")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cmd := exec.Command(strace, "-f", "-y", "-o", log, "-e", "trace=fsync,fdatasync,renameat,rename,renameat2,pwrite64",
		program(t), "evidence", "add", bigPicture(t, home, 1), "--book", book, "--round", "1", "--school", "S001")
	cmd.Env = inTerminal(t, home).Env
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	raw, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	for _, line := range strings.Split(string(raw), "\n") {
		for _, step := range evidenceSteps {
			if step.call.MatchString(line) && (len(seen) == 0 || seen[len(seen)-1] != step.name) {
				seen = append(seen, step.name)
			}
		}
	}
	if order := strings.Join(seen, " "); order != "bytes name shelf book" {
		t.Errorf("the order was %s", order)
	}
}

var evidenceSteps = []struct {
	name string
	call *regexp.Regexp
}{
	{"bytes", regexp.MustCompile(`fsync\(\d+<[^>]*\.evidence/[^/>]*\.new>`)},
	{"name", regexp.MustCompile(`rename(at2?)?\(.*\.evidence/[^/"]*\.new"`)},
	{"shelf", regexp.MustCompile(`fsync\(\d+<[^>]*\.evidence/[0-9a-f]{2}>`)},
	{"book", regexp.MustCompile(`(pwrite64|fdatasync)\(\d+<[^>]*b\.xuncha>`)},
}
