package tui

import (
	"os"
	"os/exec"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"xuncha/inspection"
)

// On a terminal that draws ambiguous characters (—— “ ” √ ①) two cells wide,
// every screen still fits. Widths are settled when a program starts, so the
// test starts itself again.
func TestScreensFitAWideTerminal(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run", "^TestWideWalk$", "-test.v")
	cmd.Env = append(os.Environ(), "RUNEWIDTH_EASTASIAN=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestWideWalk(t *testing.T) {
	if ansi.StringWidth("①") != 2 {
		t.Skip("started by TestScreensFitAWideTerminal")
	}
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := newDriver(t, size[0], size[1], inspection.Chinese)
		d.look = newLook(true)
		for _, key := range []string{
			"1", "enter", "1", "3", "up", "enter", "esc", "f2", "esc", "f4", "esc", "6", "esc", "f7", "esc", "8", "esc", "space", "esc", "/", "esc",
			"f5", "tab", "tab", "tab", "tab", "enter", "esc", "esc", "f6", "f6", "esc", "esc", "f8", "esc", "f1", "esc", "ctrl+p", "esc", "esc", "esc",
		} {
			d.keys(key)
			d.screen()
			if t.Failed() {
				t.Fatalf("after %s", key)
			}
		}
	}
}
