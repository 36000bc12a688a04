//go:build unix

package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// With NO_COLOR the screens say the same without a colour.
func TestNoColour(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	cmd := inTerminal(t, home, "demo")
	cmd.Env = append(cmd.Env, "NO_COLOR=1")
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("enter").sees("√符合").keys("f5").sees("总览")
	c.mu.Lock()
	defer c.mu.Unlock()
	for y, row := range c.grid {
		for _, g := range row {
			if g.pen.fg != "" || g.pen.bg != "" {
				t.Fatalf("line %d has a colour: %q %+v", y+1, g.text, g.pen)
			}
		}
	}
}

// A terminal of sixteen colours gets those alone.
func TestSixteenColours(t *testing.T) {
	t.Parallel()
	cmd := inTerminal(t, t.TempDir(), "demo")
	cmd.Env = append(cmd.Env, "TERM=xterm")
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("f5").sees("总览")
	if c.fail != "" {
		t.Error(c.fail)
	}
}

// A terminal that cannot show the notebook is refused in a sentence, before
// anything is made.
func TestDumbTerminalIsRefused(t *testing.T) {
	home := t.TempDir()
	cmd := inTerminal(t, home)
	cmd.Env = append(cmd.Env, "TERM=dumb")
	c := startConsole(t, 80, 24, cmd)
	c.ended()
	if s := c.screen(); !strings.Contains(s, "不能显示") {
		t.Errorf("it says:\n%s", s)
	}
	if files, _ := os.ReadDir(home); len(files) > 0 {
		t.Errorf("it made %v", files)
	}
}

// A window that changes its size is drawn anew, too small a one says so.
func TestResize(t *testing.T) {
	t.Parallel()
	c := startConsole(t, 80, 24, inTerminal(t, t.TempDir(), "demo"))
	c.sees("第一轮", "q 离开")
	resize(t, c, 40, 10)
	c.sees("窗口太小")
	resize(t, c, 120, 36)
	c.sees("第一轮", "q 离开")
	if lines := strings.Count(c.screen(), "\n"); lines != 36 {
		t.Errorf("%d lines", lines)
	}
}

func resize(t *testing.T, c *console, w, h int) {
	t.Helper()
	c.mu.Lock()
	c.w, c.h = w, h
	c.clear()
	c.mu.Unlock()
	if err := pty.Setsize(c.tty, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		t.Fatal(err)
	}
}

// Suspended from the palette it gives the terminal back to the shell, and when
// it is called again draws all anew.
func TestSuspend(t *testing.T) {
	t.Parallel()
	cmd := inTerminal(t, t.TempDir())
	cmd.Args = []string{"sh", "-mc", `"$0" demo; fg`, cmd.Path}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	cmd.Path = shell
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("ctrl+p").sees("查找").keys("挂起", "enter")
	c.wait("the screen to be opened a second time", func(s string) bool {
		return c.openings() == 2 && strings.Contains(s, "q 离开")
	})
	c.keys("q").ended()
}
