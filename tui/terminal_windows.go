package tui

import (
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// probeWide tells whether the console draws characters of ambiguous width in
// two cells: it draws one, looks where the cursor is, and wipes it. The
// console can be asked directly, so no key is lost and nothing is waited for.
func probeWide(_, out *os.File, _ time.Duration) bool {
	console := windows.Handle(out.Fd())
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(console, &info); err != nil {
		return false
	}
	text, err := windows.UTF16FromString("\r①")
	if err != nil {
		return false
	}
	var n uint32
	if err := windows.WriteConsole(console, &text[0], 2, &n, nil); err != nil {
		return false
	}
	err = windows.GetConsoleScreenBufferInfo(console, &info)
	wipe, _ := windows.UTF16FromString("\r  \r")
	_ = windows.WriteConsole(console, &wipe[0], 4, &n, nil) // the screens wipe it too
	return err == nil && info.CursorPosition.X == 2
}
