//go:build unix

package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/inspection"
)

var update = flag.Bool("update", false, "draw the README's pictures anew; look at them before committing")

// inTerminal is xuncha as a person starts it: a home of its own, a terminal.
func inTerminal(t testing.TB, home string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program(t), args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home,
		"TERM=xterm-256color", "LANG=zh_CN.UTF-8", "LC_ALL=", "XUNCHA_BOOK=", "XUNCHA_AUTHOR=", "NO_COLOR=", "COLORTERM=")
	return cmd
}

var (
	progress = regexp.MustCompile(`(\d+)/(\d+) `)
	savedNo  = regexp.MustCompile(`已存 #(\d+)`)
)

// From the first start to the round's summary, with keys that the screen shows.
func TestStoryFromFirstStartToSummary(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	c := startConsole(t, 80, 24, inTerminal(t, home))
	c.sees("您的姓名").keys("组员甲", "enter").sees("每校一轮", "1  ").keys("1")
	c.sees("第一轮", "非涉密设备，禁止录入国家秘密").keys("1").sees("红旗小学").keys("enter")
	visit := c.sees("1 √符合").screen()
	p := progress.FindStringSubmatch(visit)
	if p == nil {
		t.Fatalf("no progress on the screen:\n%s", visit)
	}
	n, _ := strconv.Atoi(p[2])
	for i := range n {
		c.keys([]string{"1", "1", "1", "2", "1", "3"}[i%6])
	}
	c.sees("全部要点已有评定")
	c.keys("home").sees(p[2]+"/"+p[2], "提出问题")
	for _, title := range []string{"应上会事项未上会", "会议记录补记"} {
		c.keys("f2").sees("Ctrl+S 存入").keys(title, "ctrl+s").sees("问题已存入")
	}
	c.keys("f5").sees("总览", "问题                   2")
	c.keys("f6").sees("整改完成率").keys("f6").sees("应上会事项未上会", "会议记录补记")
	c.home().keys("q").ended()
	book := filepath.Join(home, "xuncha", "book.xuncha")
	if r, err := data.Verify(book); err != nil || len(r.Faults) > 0 {
		t.Errorf("verify: %v %v", r.Faults, err)
	}
}

// Whatever showed as saved is there after kill -9, and work goes on where it was.
func TestKillAtTheScreen(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for i := range deaths() {
		killOnce(t, home, book, i)
	}
}

func killOnce(t *testing.T, home, book string, i int) {
	t.Helper()
	c := startConsole(t, 80, 24, inTerminal(t, home, "--book", book))
	c.sees("第一轮", "q 离开")
	if i == 0 {
		c.keys("1").sees("Enter 打开").keys("enter")
	} else {
		c.keys("enter") // 继续上次: in the note, if that was what the kill broke off
		const inNote = "Ctrl+S 存入"
		if strings.Contains(c.wait("the visit or the note", func(s string) bool {
			return strings.Contains(s, "1 √符合") || strings.Contains(s, inNote)
		}), inNote) {
			c.keys("esc")
		}
	}
	c.sees("1 √符合")
	for k := range 5 + i%20 {
		c.keys(strconv.Itoa(1 + (i+k)%5))
	}
	c.keys("enter").sees("Esc 返回").keys("记录" + strconv.Itoa(i))
	time.Sleep(time.Duration(i%7) * 3 * time.Millisecond)
	c.keys("esc")
	time.Sleep(time.Duration(i%5) * 2 * time.Millisecond)
	_ = c.cmd.Process.Signal(syscall.SIGKILL)
	<-c.gone
	seen := uint64(0)
	if m := savedNo.FindStringSubmatch(c.screen()); m != nil {
		seen, _ = strconv.ParseUint(m[1], 10, 64)
	}
	r, err := data.Verify(book)
	if err != nil || len(r.Faults) > 0 {
		t.Fatalf("kill %d: verify: %v %v", i, r.Faults, err)
	}
	if uint64(r.Entries) < seen {
		t.Fatalf("kill %d: %d entries are there, 已存 #%d was shown", i, r.Entries, seen)
	}
}

// A hang-up and a SIGTERM end the program in order, with everything saved.
func TestSignalsEndInOrder(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM} {
		home := t.TempDir()
		book := filepath.Join(home, "b.xuncha")
		if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		c := startConsole(t, 80, 24, inTerminal(t, home, "--book", book))
		c.sees("第一轮", "q 离开").keys("1").sees("Enter 打开").keys("enter").sees("1 √符合").keys("1", "2", "3", "enter").sees("Esc 返回").keys("没有按返回的记录")
		c.sees("没有按返回的记录")
		_ = c.cmd.Process.Signal(sig)
		c.ended()
		if got := noteIn(t, book); got != "没有按返回的记录" {
			t.Errorf("%v: the note is %q", sig, got)
		}
		if strings.Contains(c.screen(), "goroutine") {
			t.Errorf("%v: it died:\n%s", sig, c.screen())
		}
	}
}

// noteIn is the one note in a book, or its draft.
func noteIn(t *testing.T, book string) string {
	t.Helper()
	note := ""
	for _, e := range unharmed(t, book).Log() {
		for _, w := range e.Fact.Writes {
			if w.Register.Field == inspection.AnswerNote {
				note = w.Value.Text
			}
		}
	}
	return note
}

// Idle, the program writes nothing to its terminal.
func TestIdleIsSilent(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	c := startConsole(t, 120, 36, inTerminal(t, home, "demo"))
	c.sees("第一轮", "q 离开")
	before, quiet := 0, false
	for range 20 { // a busy machine may still be drawing
		now := c.bytes()
		if quiet = now == before; quiet {
			break
		}
		before = now
		time.Sleep(2 * time.Second)
	}
	if !quiet {
		t.Error("it goes on writing while nothing happens")
	}
	c.keys("q").ended()
}

// The README's pictures are the program's own screens over the demo book.
func TestPictures(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	c := startConsole(t, 100, 28, inTerminal(t, home, "demo"))
	c.sees("第一轮", "q 离开").keys("enter")
	c.sees("1 √符合")
	drawn(t, c, "visit.svg")
	c.keys("f5").sees("总览").keys("left").sees("第二轮")
	drawn(t, c, "summary.svg")
	c.home().keys("q").ended()
}

func drawn(t *testing.T, c *console, name string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		time.Sleep(300 * time.Millisecond)
		if err := os.WriteFile(file, []byte(c.picture()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c.wait("the screen of "+name+"; if it has changed, look and draw it anew with -update", func(string) bool {
		return c.picture() == string(was)
	})
}
