package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/data/table"
	"xuncha/inspection"
)

// The exit codes.
const (
	exitDone = iota
	exitRefused
	exitMisused
	exitFailed
)

// misuse is returned when the command line itself is wrong.
type misuse struct {
	command *cobra.Command
	says    string
}

func (m misuse) Error() string { return m.says }

// refusal is returned when the program says no, with a whole sentence.
type refusal struct{ says string }

func (r refusal) Error() string { return r.says }

// told is returned when everything was said already; it is the exit code.
type told int

func (t told) Error() string { return fmt.Sprintf("exit %d", int(t)) }

// atBook says which file an error is about.
type atBook struct {
	path string
	err  error
}

func (e atBook) Error() string { return e.path + ": " + e.err.Error() }
func (e atBook) Unwrap() error { return e.err }

func sentence(format string, args ...any) string { return inspection.Sentence(format, args...) }

// end says what came of the run, and gives the exit code. All errors are sorted
// here and nowhere else.
func (d *door) end(err error) int {
	code, says := d.sort(err)
	if says != "" {
		fmt.Fprintln(d.err, says) // where this fails there is nobody to tell
	}
	return code
}

func (d *door) sort(err error) (code int, says string) {
	var misused misuse
	var said told
	var no refusal
	var faults *data.Faults
	var strange *table.Strange
	var unmade report.Unmade
	switch {
	case err == nil:
		return exitDone, ""
	case errors.As(err, &said):
		return int(said), ""
	case errors.As(err, &misused):
		return exitMisused, d.t.misused + misused.says + "\n" + sentence(d.t.see, misused.command.CommandPath())
	case errors.As(err, &no):
		return exitRefused, d.t.refused + no.says
	case errors.As(err, &unmade):
		return exitRefused, d.t.refused + unmade.In(d.lang)
	case errors.As(err, &faults):
		return exitRefused, faults.In(d.lang)
	case errors.As(err, &strange):
		return exitRefused, d.t.refused + strange.Text()[d.lang]
	}
	if r, ok := inspection.Refused(err); ok {
		return exitRefused, d.t.refused + r.In(d.lang)
	}
	return d.sortFailure(err)
}

// sortFailure says of a failure what happened, what is safe and what to do.
func (d *door) sortFailure(err error) (code int, says string) {
	var at atBook
	path := ""
	if errors.As(err, &at) {
		path, err = at.path, at.err
	}
	if path == "" {
		path = "?"
	}
	for _, known := range []struct {
		is     error
		code   int
		format string
		detail bool // the error says more: which page, which entry
	}{
		{data.ErrMissing, exitRefused, d.t.missing, false},
		{data.ErrExists, exitRefused, d.t.exists, false},
		{data.ErrLocked, exitFailed, d.t.locked, false},
		{data.ErrNewer, exitFailed, d.t.newer, false},
		{data.ErrDamaged, exitFailed, d.t.damaged, true},
		{data.ErrNotBook, exitFailed, d.t.notBook, false},
		{fs.ErrPermission, exitFailed, d.t.noRight, false},
		{syscall.ENOSPC, exitFailed, d.t.diskFull, true},
		{syscall.ENOTDIR, exitFailed, d.t.wrongPath, false},
	} {
		if !errors.Is(err, known.is) {
			continue
		}
		says = known.format
		if strings.Contains(says, "%s") {
			says = sentence(says, path)
		}
		if known.detail {
			says += "\n" + d.detail(err)
		}
		return known.code, d.prefix(known.code) + says
	}
	return exitFailed, d.t.failed + d.t.failure + "\n" + d.detail(err)
}

func (d *door) prefix(code int) string {
	if code == exitRefused {
		return d.t.refused
	}
	return d.t.failed
}

// detail is what the program itself says, for whoever helps: in brackets, on
// one line, without anything that moves the cursor.
func (d *door) detail(err error) string {
	return "(" + shown(err.Error(), 300) + ")"
}

// shown is s made fit to be put into a sentence.
func shown(s string, most int) string {
	s = strings.ReplaceAll(inspection.Clean(s), "\n", " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return s
}

// misusedFlag says in our words what pflag found.
func (d *door) misusedFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var lacks *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return misuse{c, sentence(d.t.noFlag, dashed(unknown.GetSpecifiedName()))}
	case errors.As(err, &lacks):
		return misuse{c, sentence(d.t.noValue, dashed(lacks.GetSpecifiedName()))}
	case errors.As(err, &wrong):
		return misuse{c, sentence(d.t.badValue, wrong.GetFlag().Name, shown(wrong.GetValue(), 40))}
	case errors.As(err, &syntax):
		return misuse{c, sentence(d.t.badSyntax, shown(syntax.GetSpecifiedFlag(), 40))}
	}
	return misuse{c, sentence(d.t.badSyntax, shown(err.Error(), 80))}
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + shown(name, 40)
}

// nothing refuses arguments of a command that takes none.
func (d *door) nothing(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse{c, sentence(d.t.tooMany, shown(args[0], 40))}
	}
	return nil
}

// knownCommand refuses a word that is no command, and suggests one.
func (d *door) knownCommand(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return d.noCommand(c, args[0])
	}
	return nil
}

func (d *door) noCommand(root *cobra.Command, name string) error {
	says := sentence(d.t.noCommand, shown(name, 40))
	if like := root.SuggestionsFor(name); len(like) > 0 {
		says += sentence(d.t.didYouMean, strings.Join(like, " "))
	}
	return misuse{root, says}
}
