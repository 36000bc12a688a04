package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/data/docx"
)

// Ctrl-C in the middle of many papers: those that are there are whole, nothing
// else lies beside them, and the person is told.
func TestPapersStopWhole(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such signal can be sent")
	}
	home := t.TempDir()
	book, out := filepath.Join(home, "demo"), filepath.Join(home, "out")
	if _, err := writeDemo(book, 1, data.Options{NoSync: true}); err != nil {
		t.Fatal(err)
	}
	var says bytes.Buffer
	cmd := exec.Command(program(t), "paper", "finding", "--book", book, "-o", out+"/")
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home)
	cmd.Stderr = &says
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for len(filesIn(t, out)) < 5 {
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitRefused || !strings.Contains(says.String(), "已停止") {
		t.Errorf("ended with %v: %s", err, &says)
	}
	all := filesIn(t, out)
	for _, name := range all {
		file, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if faults := docx.Check(bytes.NewReader(file), int64(len(file))); !strings.HasSuffix(name, ".docx") || len(faults) > 0 {
			t.Errorf("%s was left: %v", name, faults)
		}
	}
	if len(all) > 600 {
		t.Errorf("%d papers: it was not stopped in the middle", len(all))
	}
}

func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
