package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/inspection"
)

var kills = flag.Int("kills", 20, "how many times the program is killed while it records")

// What was answered with saved is there after kill -9 at any moment, and the
// book is whole.
func TestKilledWhileRecording(t *testing.T) {
	path, home := "", t.TempDir()
	env := append(bare(), "HOME="+home, "XDG_CONFIG_HOME="+home, "AppData="+home, "PATH="+t.TempDir())
	rng := rand.New(rand.NewPCG(1, uint64(*kills)))
	answered, note := 0, 0
	for round := range *kills {
		if round%25 == 0 {
			path = newBook(t) // or checking would take longer and longer
		}
		cmd := exec.Command(program(t), "record", "--book", path)
		cmd.Env = env
		saved := killedAfter(t, cmd, time.Duration(rng.IntN(60_000))*time.Microsecond, &note)
		answered += len(saved)
		checkKept(t, path, saved)
		if t.Failed() {
			t.Fatalf("after kill %d", round+1)
		}
	}
	if answered < *kills {
		t.Errorf("only %d answers in %d runs: it was killed before it worked", answered, *kills)
	}
	t.Logf("%d kills, %d answers, all kept", *kills, answered)
}

// killedAfter feeds the program lines, kills it that long after its first
// answer, and gives the notes that were answered as saved, by sequence.
func killedAfter(t *testing.T, cmd *exec.Cmd, wait time.Duration, note *int) map[uint64]string {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	first := *note
	sent := make(chan int)
	go func() { sent <- feed(in, first) }()
	saved := map[uint64]string{}
	answers := bufio.NewScanner(out)
	for n := first; answers.Scan(); n++ {
		if n == first {
			time.AfterFunc(wait, func() { cmd.Process.Kill() })
		}
		var a struct{ Saved uint64 }
		if err := json.Unmarshal(answers.Bytes(), &a); err != nil || a.Saved == 0 {
			break // torn by the kill, or refused
		}
		saved[a.Saved] = fmt.Sprint("第", n)
	}
	cmd.Wait() // killed
	*note = <-sent
	if len(saved) == 0 {
		t.Fatalf("no line was saved: %s", said.Bytes())
	}
	return saved
}

// feed writes lines until nobody reads them, and gives the number of the next.
func feed(in io.WriteCloser, n int) int {
	for ; ; n++ {
		school := fmt.Sprintf("S%03d", 1+n%21)
		_, err := fmt.Fprintf(in, `{"round":1,"school":%q,"item":"1.01","verdict":"met","note":"第%d"}`+"\n", school, n)
		if err != nil {
			return n + 1
		}
	}
}

// checkKept opens the book and looks for each note that was answered.
func checkKept(t *testing.T, path string, saved map[uint64]string) {
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
	kept := map[string]bool{}
	for _, e := range b.Log() {
		for _, w := range e.Fact.Writes {
			if w.Register.Field == inspection.AnswerNote {
				kept[fmt.Sprint(e.Seq, w.Value.Text)] = true
			}
		}
	}
	for seq, note := range saved {
		if !kept[fmt.Sprint(seq, note)] {
			t.Errorf("saved %d (%s) is gone", seq, note)
		}
	}
}

// bare is an environment without anything that leads to somebody's own book.
func bare() []string { return []string{"TMPDIR=/tmp", "SystemRoot=C:\\Windows"} }
