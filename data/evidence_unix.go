//go:build unix

package data

import (
	"errors"
	"syscall"
)

// withoutWaiting opens a pipe at once instead of waiting for its other end.
const withoutWaiting = syscall.O_NONBLOCK

// inCircle reports whether a path could not be followed because of its links.
func inCircle(err error) bool { return errors.Is(err, syscall.ELOOP) }
