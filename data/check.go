package data

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
)

// The exit codes by which a child that checks a book says what it found. Any
// other but 0, and any death, means that the book cannot be trusted.
var checkCodes = []struct {
	code int
	err  error
}{
	{40, ErrDamaged},
	{41, ErrNewer},
	{42, ErrNotBook},
	{43, ErrLocked},
	{44, ErrMissing},
}

// CheckFile is what a child does for [CheckInChild]: it reads a book through,
// whatever that may do to the process, and changes nothing. The child ends with
// [CheckCode] of the error.
func CheckFile(path string) error {
	r, err := Verify(path)
	if err != nil {
		return err
	}
	for _, f := range r.Faults {
		if !errors.Is(f, errLame) {
			return fmt.Errorf("data: check: %w: %w, one of %d", ErrDamaged, f, len(r.Faults))
		}
	}
	return nil
}

// CheckCode is the exit code that tells the parent what CheckFile answered.
func CheckCode(err error) int {
	for _, c := range checkCodes {
		if errors.Is(err, c.err) {
			return c.code
		}
	}
	if err != nil {
		return checkCodes[0].code
	}
	return 0
}

// CheckInChild makes an [Options.Check] that runs a program on the file: this
// one, with arguments that lead to [CheckFile]. The path is added as the last.
// Damaged pages can end a process from within bbolt; then only the child ends.
// A child that cannot be started is no sign of damage, and is an error of its
// own.
func CheckInChild(ctx context.Context, exe string, args ...string) func(path string) error {
	return func(path string) error {
		out, err := exec.CommandContext(ctx, exe, append(args[:len(args):len(args)], path)...).CombinedOutput()
		var ended *exec.ExitError
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return fmt.Errorf("data: check: %w", ctx.Err())
		case !errors.As(err, &ended):
			return fmt.Errorf("data: check: %w", err)
		}
		return fmt.Errorf("%w: %s", ofCode(ended.ExitCode()), firstLine(out))
	}
}

func ofCode(code int) error {
	for _, c := range checkCodes {
		if c.code == code {
			return c.err
		}
	}
	return ErrDamaged
}

// firstLine is enough of what a dying child says.
func firstLine(out []byte) []byte {
	const longest = 200
	for i, b := range out {
		if b == '\n' || i == longest {
			return out[:i]
		}
	}
	return out
}
