//go:build linux

package main

import (
	"bufio"
	"encoding/hex"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"xuncha/data"
)

var deep = flag.Bool("deep", false, "also the crash tests that need strace or a small disk of their own")

// A power cut leaves on the disk all that was synced, and of what was written
// since then any part, torn anywhere between two sectors. The real program's
// writes are recorded, every such state is built (of the parts, a few at
// random), and the book must open with everything that was answered as saved.
func TestCrashStates(t *testing.T) {
	r := recorded(t, "xuncha")
	if n := r.check(t, func(what string) { t.Error(what) }); n < 300 {
		t.Errorf("only %d states were tried", n)
	}
}

// The control: without syncing the same states must lose what was answered, or
// the test above would show nothing.
func TestCrashStatesWithoutSyncing(t *testing.T) {
	r := recorded(t, "xuncha-loose")
	lost := 0
	n := r.check(t, func(string) { lost++ })
	if lost == 0 {
		t.Errorf("of %d states without syncing none lost anything", n)
	}
	t.Logf("without syncing %d of %d states lost what was answered", lost, n)
}

// recording is what a program did to a book: what was there, then its writes,
// syncs and answers in their order.
type recording struct {
	base []byte
	ops  []diskOp
}

// diskOp is one of them: a write, a cut or growth to size, a sync, or an answer.
type diskOp struct {
	at     int64
	bytes  []byte
	size   int64
	sync   bool
	answer int // entries that the book must hold from now on
}

const crashCommits = 60

// recorded has a program record answers under strace, one commit each.
func recorded(t *testing.T, name string) *recording {
	t.Helper()
	if !*deep {
		t.Skip("runs with -deep")
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed here")
	}
	home := t.TempDir()
	book, log := filepath.Join(home, "b.xuncha"), filepath.Join(home, "strace")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	base, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	inner := inTerminal(t, home)
	cmd := exec.Command(strace, "-f", "-xx", "-s", "100000000", "-o", log,
		"-e", "trace=openat,pwrite64,write,fdatasync,fsync,ftruncate,fallocate", path, "record", "--book", book)
	cmd.Env = inner.Env
	recordOneByOne(t, cmd)
	return &recording{base: base, ops: readStrace(t, log, book)}
}

// recordOneByOne feeds a line only when the one before it was answered.
func recordOneByOne(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	p := talkTo(t, cmd)
	for i := range crashCommits {
		fmt.Fprintf(p.in, `{"round":1,"school":"S%03d","item":"1.%02d","verdict":"unmet","note":"第%d条"}`+"\n", 1+i%20, 1+i%4, i)
		if !p.answers.Scan() || !strings.Contains(p.answers.Text(), "saved") {
			t.Fatalf("line %d: %s", i, p.answers.Text())
		}
	}
	if err := p.in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

var (
	straceCall = regexp.MustCompile(`^(\d+) +(\w+)\((.*)\) += (-?\d+)`)
	straceHalf = regexp.MustCompile(`^(\d+) +(.*) <unfinished \.\.\.>$`)
	straceRest = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>(.*)$`)
)

// readStrace gives what happened to the book, each call when it returned.
func readStrace(t *testing.T, log, book string) []diskOp {
	t.Helper()
	f, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 256<<20)
	half := map[string]string{}
	books := map[string]bool{}
	var ops []diskOp
	for lines.Scan() {
		line := lines.Text()
		if m := straceHalf.FindStringSubmatch(line); m != nil {
			half[m[1]] = m[1] + " " + m[2]
			continue
		}
		if m := straceRest.FindStringSubmatch(line); m != nil {
			line = half[m[1]] + m[2]
		}
		if m := straceCall.FindStringSubmatch(line); m != nil {
			ops = append(ops, diskCall(t, m[2], m[3], m[4], book, books)...)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return ops
}

func diskCall(t *testing.T, call, args, result, book string, books map[string]bool) []diskOp {
	t.Helper()
	fd, rest, _ := strings.Cut(args, ", ")
	switch {
	case call == "openat":
		path, _, _ := strings.Cut(rest, ", ")
		books[result] = string(unhex(t, path)) == book
	case call == "write" && fd == "1":
		text, _, _ := strings.Cut(rest, ", ")
		var answers []diskOp
		for _, m := range regexp.MustCompile(`"saved":(\d+)`).FindAllSubmatch(unhex(t, text), -1) {
			n, _ := strconv.Atoi(string(m[1]))
			answers = append(answers, diskOp{answer: n})
		}
		return answers
	case !books[fd]:
	case call == "pwrite64":
		p := strings.Split(rest, ", ")
		at, err := strconv.ParseInt(p[2], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return []diskOp{{at: at, bytes: unhex(t, p[0])}}
	case call == "ftruncate":
		size, err := strconv.ParseInt(rest, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return []diskOp{{size: size}}
	case call == "fdatasync" || call == "fsync":
		return []diskOp{{sync: true}}
	default:
		t.Fatalf("the book was changed by %s(%s…", call, args[:min(len(args), 60)])
	}
	return nil
}

func unhex(t *testing.T, quoted string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(strings.Trim(quoted, `"`), `\x`, ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// check builds the states of the disk at each moment and tells what is wrong.
func (r *recording) check(t *testing.T, wrong func(string)) (states int) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	file := filepath.Join(t.TempDir(), "b.xuncha")
	durable := slices.Clone(r.base)
	var pending []diskOp
	answered := 0
	for i, op := range r.ops {
		switch {
		case op.sync:
			for _, p := range pending {
				durable = p.onto(durable, nil)
			}
			pending = nil
		case op.answer > 0:
			answered = max(answered, op.answer)
		default:
			pending = append(pending, op)
		}
		for range 1 + min(3, len(pending)) {
			states++
			state := slices.Clone(durable)
			for _, p := range pending {
				if states%4 > 0 && rnd.IntN(2) == 0 {
					state = p.onto(state, rnd)
				}
			}
			if what := opens(t, file, state, answered); what != "" {
				wrong(fmt.Sprintf("a crash after step %d: %s", i, what))
			}
		}
	}
	t.Logf("%d steps, %d states, %d answers", len(r.ops), states, answered)
	return states
}

// onto applies a write; with rnd only some of its sectors reach the disk.
func (p diskOp) onto(disk []byte, rnd *rand.Rand) []byte {
	if p.bytes == nil {
		return resized(disk, p.size)
	}
	disk = resized(disk, max(int64(len(disk)), p.at+int64(len(p.bytes))))
	const sector = 512
	torn := rnd != nil && rnd.IntN(2) == 0
	for i := 0; i < len(p.bytes); i += sector {
		if !torn || rnd.IntN(2) == 0 {
			copy(disk[p.at+int64(i):], p.bytes[i:min(i+sector, len(p.bytes))])
		}
	}
	return disk
}

func resized(disk []byte, size int64) []byte {
	if n := size - int64(len(disk)); n > 0 {
		return append(disk, make([]byte, n)...)
	}
	return disk[:size]
}

// opens tells what is wrong with a state of the disk; nothing if it is a whole
// book with all that was answered.
func opens(t *testing.T, file string, state []byte, answered int) string {
	t.Helper()
	if err := os.WriteFile(file, state, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := data.Verify(file)
	if err != nil {
		return err.Error()
	}
	if len(r.Faults) > 0 {
		return r.Faults[0].Error()
	}
	if r.Entries < answered {
		return fmt.Sprintf("%d entries, %d were answered as saved", r.Entries, answered)
	}
	return ""
}

// A full disk is told on the screen, loses nothing, and once there is room the
// same process saves it all.
func TestFullDiskIsToldAndRecovers(t *testing.T) {
	if !*deep || os.Getuid() != 0 {
		t.Skip("needs -deep, and root to mount a small disk")
	}
	disk, home := t.TempDir(), t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, syscall.MNT_DETACH) })
	book, ballast := filepath.Join(disk, "b.xuncha"), filepath.Join(disk, "ballast")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	c := startConsole(t, 100, 30, inTerminal(t, home, "--book", book))
	c.sees("第一轮", "q 离开").keys("1").sees("Enter 打开").keys("enter").sees("1 √符合")
	fill(t, ballast)
	note := strings.Repeat("磁盘满时写下的记录，一个字也不能少。", 40)
	for i := 0; !strings.Contains(c.screen(), "未保存"); i++ {
		if i == 400 {
			t.Fatalf("a full disk was not told:\n%s", c.screen())
		}
		c.keys("3", "enter").sees("Esc 返回").keys("\x1b[200~"+note+"\x1b[201~", "esc").sees("1 √符合")
	}
	c.sees("未保存", "请勿关机", "磁盘已满")
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	c.keys("ctrl+r")
	last := c.wait("已存", func(s string) bool { return savedNo.MatchString(s) && !strings.Contains(s, "未保存") })
	n, _ := strconv.Atoi(savedNo.FindStringSubmatch(last)[1])
	_ = c.cmd.Process.Signal(syscall.SIGKILL)
	<-c.gone
	r, err := data.Verify(book)
	if err != nil || len(r.Faults) > 0 || r.Entries < n {
		t.Errorf("已存 #%d, verify: %v %+v", n, err, r)
	}
}

// fill leaves the disk no room.
func fill(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
}
