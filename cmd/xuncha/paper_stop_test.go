package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/data/docx"
)

// Ctrl-C in the middle of many papers: those that are there are whole, nothing
// else lies beside them, and the person is told.
func TestPapersStopWhole(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("no such signal can be sent")
	}
	home := t.TempDir()
	book, out := filepath.Join(home, "demo"), filepath.Join(home, strings.Repeat("out", 60))
	if _, err := writeDemo(book, 1, data.Options{NoSync: true}); err != nil {
		t.Fatal(err)
	}
	heard, said, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer heard.Close()
	var says bytes.Buffer
	cmd := exec.Command(program(t), "paper", "finding", "--book", book, "-o", out+"/")
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home)
	cmd.Stdout, cmd.Stderr = said, &says
	if err := errors.Join(cmd.Start(), said.Close()); err != nil {
		t.Fatal(err)
	}
	// Each paper is told with its long path, and a pipe nobody reads holds few.
	told := bufio.NewScanner(heard)
	for range 5 {
		told.Scan()
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for told.Scan() {
		// let it end
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
