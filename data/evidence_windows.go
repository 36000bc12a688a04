package data

import (
	"errors"

	"golang.org/x/sys/windows"
)

// withoutWaiting: pipes have names of their own here, and are told by them.
const withoutWaiting = 0

// inCircle reports whether a path could not be followed because of its links.
func inCircle(err error) bool { return errors.Is(err, windows.ERROR_CANT_RESOLVE_FILENAME) }
