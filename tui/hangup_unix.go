//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"
)

// hangUp ends the program in order when its terminal goes away. Bubble Tea
// leaves SIGHUP alone, and the process would die with the queue unwritten.
func hangUp(quit func()) (stop func()) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGHUP)
	go func() {
		for range ch {
			quit()
		}
	}()
	return func() {
		signal.Stop(ch)
		close(ch)
	}
}
