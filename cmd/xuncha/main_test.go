package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"

	"xuncha/data"
)

// TestMain lets the test binary be xuncha itself, as a process of its own: a
// script's words, a child that checks a file, a program to be killed. A test that
// opens a book itself, where there is no home with a witness, has the file checked
// by its own binary under its own name, which must not begin all tests anew.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == checkFileName {
		main()
	}
	testscript.Main(m, map[string]func(){
		"xuncha":       main,
		"xuncha-blank": runBlank,
		"xuncha-loose": func() {
			d := &door{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, now: time.Now, loose: true}
			os.Exit(d.run(os.Args[1:]))
		},
	})
}

// program is the path of xuncha as a process.
func program(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("xuncha")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Files: scripts(t),
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			e.Setenv("LocalAppData", filepath.Join(e.WorkDir, "data"))
			e.Setenv("AppData", filepath.Join(e.WorkDir, "config"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    scriptExits,
			"long":     scriptLong,
			"truncate": scriptTruncate,
			"flip":     scriptFlip,
			"newer":    scriptNewer,
			"hold":     scriptHold,
			"printf":   scriptPrintf,
			"spoil":    scriptSpoil,
			"lose":     scriptLose,
			"fill":     scriptFill,
			"workbook": scriptWorkbook,
		},
	})
}

// scripts are all scripts. With -short, as under the race detector, where each
// run of the program takes a second, they are those in which several goroutines
// write, or several programs.
func scripts(t *testing.T) []string {
	t.Helper()
	wanted := []string{"*"}
	if testing.Short() {
		wanted = []string{"record", "record_refused", "evidence*", "locked", "import_all", "paper"}
	}
	var files []string
	for _, name := range wanted {
		found, err := filepath.Glob(filepath.Join("testdata", "script", name+".txtar"))
		if err != nil || len(found) == 0 {
			t.Fatalf("there are no scripts %s: %v", name, err)
		}
		files = append(files, found...)
	}
	return files
}

// notUnderRace leaves out what is large and done by one goroutine alone where
// -short is given, as it is under the race detector.
func notUnderRace(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine does it, which takes long under the race detector")
	}
}

// exits CODE ARGS…: xuncha ends with this very code.
func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("xuncha", args[1:]...); err != nil {
		ended, ok := err.(*exec.ExitError)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = ended.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// long FILE BYTES: a line of record whose note is so long, and a good one.
func scriptLong(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := `{"round":1,"school":"S001","item":"1.01","note":"` + strings.Repeat("a", n) + `"}` + "\n" +
		`{"round":1,"school":"S001","item":"1.01","verdict":"met"}` + "\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(line), 0o600))
}

func scriptTruncate(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// flip FILE TEXT: turns a bit wherever the text stands; the page in use is one
// of those.
func scriptFlip(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	raw, err := os.ReadFile(path)
	ts.Check(err)
	changed := []byte(args[1])
	changed[0] ^= 1
	turned := bytes.ReplaceAll(raw, []byte(args[1]), changed)
	if bytes.Equal(turned, raw) {
		ts.Fatalf("%s is not in the file", args[1])
	}
	ts.Check(os.WriteFile(path, turned, 0o600))
}

// newer FILE: makes a book one of the next format.
func scriptNewer(ts *testscript.TestScript, neg bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		const next = 2
		value := sha256.Sum256([]byte{next})
		tag := sha256.Sum256(append([]byte{next, 4}, append([]byte("metaformat"), value[:]...)...))
		return tx.Bucket([]byte("meta")).Put([]byte("format"), append([]byte{0, next}, tag[:16]...))
	}))
	ts.Check(db.Close())
}

// hold FILE: has the book open until the script ends.
func scriptHold(ts *testscript.TestScript, neg bool, args []string) {
	j, err := data.Open(ts.MkAbs(args[0]), data.Options{})
	ts.Check(err)
	ts.Defer(func() { j.Close() }) // nothing was taken
}

// printf FILE TEXT: writes a Go string literal's text into a file.
func scriptPrintf(ts *testscript.TestScript, neg bool, args []string) {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// newBook makes a book with the built-in content and gives its path.
func newBook(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "b")
	d := &door{in: strings.NewReader(""), out: new(bytes.Buffer), err: new(bytes.Buffer), getenv: func(string) string { return "" }}
	d.speak(0)
	roster, list, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	j, err := data.Create(path, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := read(j)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.close(b.found("测试", sampleCampaign, roster, list, false)); err != nil {
		t.Fatal(err)
	}
	return path
}

func line(school, item, verdict string) string {
	return fmt.Sprintf(`{"round":1,"school":%q,"item":%q,"verdict":%q}`, school, item, verdict)
}

// kept is where a file's bytes lie in a folder of evidence.
func kept(ts *testscript.TestScript, args []string) string {
	raw, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	name := fmt.Sprintf("%x", sha256.Sum256(raw))
	return filepath.Join(ts.MkAbs(args[0]), name[:2], name)
}

// spoil FOLDER FILE: turns a bit of the evidence that FILE became.
func scriptSpoil(ts *testscript.TestScript, neg bool, args []string) {
	path := kept(ts, args)
	raw, err := os.ReadFile(path)
	ts.Check(err)
	raw[len(raw)-1] ^= 1
	ts.Check(os.WriteFile(path, raw, 0o600))
}

// lose FOLDER FILE: takes the evidence that FILE became away.
func scriptLose(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.Remove(kept(ts, args)))
}
