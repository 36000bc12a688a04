//go:build !unix

package tui

// hangUp: Windows reports a closed console as SIGTERM, which Bubble Tea heeds.
func hangUp(func()) (stop func()) { return func() {} }
