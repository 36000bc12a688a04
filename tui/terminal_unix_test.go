//go:build !windows

package tui

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// openPTY returns the two ends of a terminal.
func openPTY(t *testing.T) (keyboard, screen *os.File) {
	t.Helper()
	keyboard, screen, err := pty.Open()
	if err != nil {
		t.Skip("no terminal to be had: ", err)
	}
	t.Cleanup(func() { _, _ = keyboard.Close(), screen.Close() })
	return keyboard, screen
}

func TestRefuse(t *testing.T) {
	_, tty := openPTY(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	for _, c := range []struct {
		name     string
		in, out  *os.File
		termName string
		want     error
	}{
		{"terminal", tty, tty, "xterm", nil},
		{"input from a pipe", r, tty, "xterm", errNoTerminal},
		{"output to a pipe", tty, w, "xterm", errNoTerminal},
		{"dumb", tty, tty, "dumb", errDumb},
		{"no TERM", tty, tty, "", errDumb},
	} {
		if got := refuse(c.in, c.out, c.termName); !errors.Is(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A terminal that answers is not waited for longer; one that says nothing of
// use is given up.
func TestProbeWide(t *testing.T) {
	for _, c := range []struct {
		name     string
		answers  []string
		want     bool
		patience time.Duration
	}{
		{"narrow", []string{"\x1b[5;2R"}, false, time.Minute},
		{"wide", []string{"\x1b[5;3R"}, true, time.Minute},
		{"wide, in pieces", []string{"\x1b", "[12;", "3R"}, true, time.Minute},
		{"keys typed before", []string{"ab检\x1b[A", "\x1b[1;3R"}, true, time.Minute},
		{"keys and nothing else", []string{"a", "\x1b[A", "\x1b[3~"}, false, probeTime},
		{"nonsense", []string{"\x1b[R", "\x1b[;R", "\x1b[99999999999999999999;R"}, false, probeTime},
		{"silence", nil, false, probeTime},
	} {
		t.Run(c.name, func(t *testing.T) {
			keyboard, tty := openPTY(t)
			was, err := term.GetState(int(tty.Fd()))
			if err != nil {
				t.Fatal(err)
			}
			go answerProbe(keyboard, c.answers)
			begun := time.Now()
			if got := probeWide(tty, tty, c.patience); got != c.want {
				t.Errorf("got %v", got)
			}
			if took := time.Since(begun); took >= time.Minute {
				t.Errorf("took %v", took)
			}
			if is, err := term.GetState(int(tty.Fd())); err != nil || !reflect.DeepEqual(is, was) {
				t.Errorf("the terminal was not put back: %v", err)
			}
		})
	}
}

// answerProbe waits for the question and then says what a terminal would.
func answerProbe(keyboard *os.File, answers []string) {
	var seen []byte
	buf := make([]byte, 64)
	for !bytes.Contains(seen, []byte("\x1b[6n")) {
		n, err := keyboard.Read(buf)
		if err != nil {
			return
		}
		seen = append(seen, buf[:n]...)
	}
	for _, a := range answers {
		_, _ = keyboard.WriteString(a) // the test sees what did not arrive
		time.Sleep(5 * time.Millisecond)
	}
	_, _ = keyboard.Read(buf)
}

func TestProbeWideWithoutATerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	if probeWide(r, w, time.Minute) {
		t.Error("a pipe is wide")
	}
}
