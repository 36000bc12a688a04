//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Whoever leaves the first question unanswered has made no book.
func TestLeavingWithoutPlanMakesNothing(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	startConsole(t, 80, 24, inTerminal(t, home)).sees("您的姓名").keys("esc").ended()
	startConsole(t, 80, 24, inTerminal(t, home)).sees("您的姓名").keys("甲", "enter").sees("每校一轮").keys("esc").ended()
	if _, err := os.Stat(filepath.Join(home, "xuncha", "book.xuncha")); !os.IsNotExist(err) {
		t.Errorf("there is a book: %v", err)
	}
}

// The made-up book is opened like any other and is gone afterwards; that of
// XUNCHA_BOOK is not touched.
func TestDemoIsThrownAway(t *testing.T) {
	t.Parallel()
	home, temp := t.TempDir(), t.TempDir()
	cmd := inTerminal(t, home, "demo")
	cmd.Env = append(cmd.Env, "TMPDIR="+temp, "XUNCHA_BOOK="+filepath.Join(home, "own"))
	c := startConsole(t, 80, 24, cmd).sees("示例区", "第一轮")
	if made, err := filepath.Glob(filepath.Join(temp, "xuncha-demo-*", "demo.xuncha")); len(made) != 1 {
		t.Errorf("it lies at %v %v", made, err)
	}
	c.sees("q 离开").keys("q").ended()
	for _, folder := range []string{temp, filepath.Join(home, "own")} {
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("%s still holds %v", folder, left)
		}
	}
}
