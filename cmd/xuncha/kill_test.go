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

var kills = flag.Int("kills", 20, "how many times the program is killed while it works")

// deaths is how often a test kills the program. Under the race detector, where
// -short is given, the program takes a second to start and nothing is shown that
// a kill of the program as it is would not show.
func deaths() int {
	if testing.Short() {
		return min(3, *kills)
	}
	return *kills
}

// killing has the program killed again and again while it works on a book: once
// kills it and looks at the book, and gives how much was answered. A new book is
// made and filled every so often, or looking would take longer and longer.
func killing(t *testing.T, fill func(path string), once func(path string, rng *rand.Rand) (answered int)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, uint64(*kills)))
	path, answered := "", 0
	for n := range deaths() {
		if n%25 == 0 {
			path = newBook(t)
			fill(path)
		}
		answered += once(path, rng)
		if t.Failed() {
			t.Fatalf("after kill %d", n+1)
		}
	}
	if answered < deaths() {
		t.Errorf("only %d answers in %d runs: it was killed before it worked", answered, deaths())
	}
	t.Logf("%d kills, %d answers, all kept", deaths(), answered)
}

// alone gives an environment without anything that leads to somebody's own book.
func alone(t *testing.T) []string {
	t.Helper()
	home := t.TempDir()
	return []string{"TMPDIR=" + home, "SystemRoot=C:\\Windows", "HOME=" + home, "XDG_CONFIG_HOME=" + home, "AppData=" + home, "PATH=" + t.TempDir()}
}

// talk is a program that is spoken to line by line.
type talk struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	answers *bufio.Scanner
	said    bytes.Buffer // of what went wrong
}

func talkTo(t *testing.T, cmd *exec.Cmd) *talk {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p := &talk{cmd: cmd, in: in, answers: bufio.NewScanner(out)}
	cmd.Stderr = &p.said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// killedAmid feeds the program lines, kills it that long after its first answer,
// and gives the lines that were answered as saved, by sequence. So many lines
// may be under way at once.
func killedAmid(t *testing.T, cmd *exec.Cmd, wait time.Duration, ahead int, next func() string) map[uint64]string {
	t.Helper()
	p := talkTo(t, cmd)
	lines := make(chan string, ahead)
	go feed(p.in, lines, next)
	saved, refused := map[uint64]string{}, ""
	for p.answers.Scan() {
		if len(saved) == 0 {
			time.AfterFunc(wait, func() { cmd.Process.Kill() })
		}
		var a struct{ Saved uint64 }
		if json.Unmarshal(p.answers.Bytes(), &a) != nil {
			break // torn by the kill
		}
		line := <-lines
		if a.Saved == 0 {
			refused = p.answers.Text() + " to " + line
			cmd.Process.Kill()
			break
		}
		saved[a.Saved] = line
	}
	cmd.Wait() // killed
	for range lines {
		// let the feeder end
	}
	if refused != "" || len(saved) == 0 {
		t.Fatalf("refused %q; it said %s", refused, p.said.Bytes())
	}
	return saved
}

// feed writes lines until nobody reads them.
func feed(in io.Writer, lines chan<- string, next func() string) {
	defer close(lines)
	for {
		line := next()
		lines <- line
		if _, err := fmt.Fprintln(in, line); err != nil {
			return
		}
	}
}

// unharmed opens a book, which must be without a fault.
func unharmed(t *testing.T, path string) *inspection.Book {
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
	return &b
}

// What was answered with saved is there after kill -9 at any moment, and the
// book is whole.
func TestKilledWhileRecording(t *testing.T) {
	t.Parallel()
	env, n := alone(t), 0
	note := func() string {
		n++
		return fmt.Sprintf(`{"round":1,"school":"S%03d","item":"1.01","verdict":"met","note":"第%d"}`, 1+n%21, n)
	}
	killing(t, func(string) {}, func(path string, rng *rand.Rand) int {
		cmd := exec.Command(program(t), "record", "--book", path)
		cmd.Env = env
		saved := killedAmid(t, cmd, time.Duration(rng.IntN(60_000))*time.Microsecond, 1000, note)
		checkKept(t, unharmed(t, path), saved)
		return len(saved)
	})
}

// checkKept looks for each line that was answered.
func checkKept(t *testing.T, b *inspection.Book, saved map[uint64]string) {
	t.Helper()
	kept := map[uint64]string{}
	for _, e := range b.Log() {
		for _, w := range e.Fact.Writes {
			if w.Register.Field == inspection.AnswerNote {
				kept[e.Seq] = fmt.Sprintf(`"note":"%s"}`, w.Value.Text)
			}
		}
	}
	for seq, line := range saved {
		if kept[seq] == "" || line[len(line)-len(kept[seq]):] != kept[seq] {
			t.Errorf("saved %d (%s) is gone", seq, line)
		}
	}
}
