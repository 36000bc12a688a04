//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// watching is a program's environment with a viewer that notes what it is asked
// to open, and a folder of its own for temporary files.
func watching(t *testing.T, cmd *exec.Cmd) (temp, seen string) {
	t.Helper()
	bin := t.TempDir()
	temp, seen = t.TempDir(), filepath.Join(bin, "seen")
	script := "#!/bin/sh\necho \"$1\" >> '" + seen + "'\n"
	for _, name := range []string{"xdg-open", "open"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd.Env = append(cmd.Env, "PATH="+bin+":"+os.Getenv("PATH"), "DISPLAY=:0", "TMPDIR="+temp)
	return temp, seen
}

// A file is picked, described, looked at and gone from the temporary folder, by
// keys alone.
func TestStoryOfEvidence(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	content := append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte("照片"), 1000)...)
	if err := os.WriteFile(filepath.Join(home, "留样柜.jpg"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := inTerminal(t, home, "--book", book)
	temp, seen := watching(t, cmd)
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("1").sees("Enter 打开").keys("enter").sees("1 √符合", "F3 佐证")
	c.keys("f3").sees("还没有佐证").keys("f3").sees("选取文件", "留样柜.jpg").keys("/", "留样").sees("1 项").keys("enter")
	c.sees("已存入，请写说明").keys("留样柜未上锁", "esc").sees("留样柜未上锁", "照片", "F4 查看文件")
	c.keys("f4").sees("正在用系统的程序打开副本")
	path := strings.TrimSpace(string(readWhenThere(t, seen)))
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, content) {
		t.Errorf("the viewer got %s: %d bytes, %v", path, len(got), err)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 || !strings.HasPrefix(path, temp) {
		t.Errorf("%s: %v %v", path, info, err)
	}
	c.keys("esc").sees("证1").home().keys("q").ended()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the copy is still there: %v", err)
	}
	checkEvidenceKept(t, book, nil)
}

// A copy that a crash left is gone at the next start, and one that another
// window shows is not.
func TestCopiesGoAfterACrash(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	file := filepath.Join(home, "a.txt")
	if err := os.WriteFile(file, []byte("会议记录"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := inTerminal(t, home, "--book", book)
	temp, seen := watching(t, cmd)
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("1").sees("Enter 打开").keys("enter").sees("1 √符合")
	c.keys("f3", "f2").sees("输入路径").keys(file, "enter").sees("已存入").keys("esc").sees("F4 查看文件").keys("f4").sees("正在用系统的程序打开副本")
	path := strings.TrimSpace(string(readWhenThere(t, seen)))
	again := func() *console {
		cmd := inTerminal(t, home, "demo")
		cmd.Env = append(cmd.Env, "TMPDIR="+temp)
		return startConsole(t, 80, 24, cmd).sees("第一轮", "q 离开")
	}
	again().keys("q").ended()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("another window's start took the copy away: %v", err)
	}
	_ = c.cmd.Process.Signal(syscall.SIGKILL)
	<-c.gone
	again().keys("q").ended()
	if left, err := filepath.Glob(filepath.Join(temp, "xuncha-view-*")); err != nil || len(left) > 0 {
		t.Errorf("left: %v %v", left, err)
	}
}

func readWhenThere(t *testing.T, path string) []byte {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if b, err := os.ReadFile(path); err == nil && bytes.HasSuffix(b, []byte("\n")) {
			return b
		}
	}
	t.Fatalf("%s was never written", path)
	return nil
}

// Killed at the screen while a file comes in: what the book speaks of is there.
func TestKilledAtTheScreenWhileTakingIn(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for i := range deaths() {
		file := bigPicture(t, t.TempDir(), i)
		c := startConsole(t, 80, 24, inTerminal(t, home, "--book", book))
		c.sees("第一轮", "q 离开").keys(map[bool]string{true: "1", false: "enter"}[i == 0])
		if i == 0 {
			c.sees("Enter 打开").keys("enter")
		}
		c.sees("1 √符合").keys("f3", "f2").sees("输入路径").keys("\x1b[200~"+file+"\x1b[201~", "enter")
		time.Sleep(time.Duration(i%20) * 4 * time.Millisecond)
		_ = c.cmd.Process.Signal(syscall.SIGKILL)
		<-c.gone
		checkEvidenceKept(t, book, nil)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
}
