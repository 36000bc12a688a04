package tui

import (
	"errors"
	"os"
	"runtime"
	"time"

	"golang.org/x/term"
)

var (
	// errNoTerminal is returned when input or output is not a terminal.
	errNoTerminal = errors.New("tui: not a terminal")

	// errDumb is returned when the terminal says it cannot place text.
	errDumb = errors.New("tui: terminal cannot place text")
)

// probeTime is how long a terminal may take to say where its cursor is.
const probeTime = 200 * time.Millisecond

// refuse tells why screens cannot be drawn on these files with this TERM, nil
// when they can. Windows has no TERM, so none is asked for there.
func refuse(in, out *os.File, termName string) error {
	if !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		return errNoTerminal
	}
	if termName == "dumb" || termName == "" && runtime.GOOS != "windows" {
		return errDumb
	}
	return nil
}
