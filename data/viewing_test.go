package data

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestViewingIsPrivateAndGoes(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	f, folder := shelfOf(t)
	content := picture(1000, 1)
	one, err := f.TakeIn(t.Context(), written(t, folder, "a.jpg", content), nil)
	if err != nil {
		t.Fatal(err)
	}
	var v Viewing
	path, err := v.Copy(f, one.ID, "照片 ../../甲.JPG")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, content) {
		t.Errorf("%d bytes: %v", len(got), err)
	}
	if name := filepath.Base(path); name != "evidence-"+string(one.ID[:8])+".jpg" {
		t.Errorf("it is called %s", name)
	}
	info, err := os.Stat(filepath.Dir(path))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if again, err := v.Copy(f, one.ID, "甲.jpg"); again != path || err != nil {
		t.Errorf("the second time %s %v", again, err)
	}
	if err := SweepViewings(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("somebody else's start took it away: %v", err)
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
	if left := files(t, temp); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// What a crash left goes at the next start.
func TestViewingsAreSwept(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	for _, name := range []string{"xuncha-view-1", "xuncha-view-2", "xuncha-view-3", "another"} {
		if err := os.Mkdir(filepath.Join(temp, name), 0o700); err != nil {
			t.Fatal(err)
		}
		written(t, filepath.Join(temp, name), "evidence-x.jpg", picture(10, 1))
	}
	written(t, filepath.Join(temp, "xuncha-view-1"), viewingLock, nil)
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(temp, "xuncha-view-2"), old, old); err != nil {
		t.Fatal(err)
	}
	if err := SweepViewings(); err != nil {
		t.Error(err)
	}
	if left := strings.Join(files(t, temp), " "); left != "another/evidence-x.jpg xuncha-view-3/evidence-x.jpg" {
		t.Errorf("left: %s", left)
	}
}

// Nothing that a double click would run gets such an ending, and altered bytes
// are not shown.
func TestViewingIsHarmless(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	f, folder := shelfOf(t)
	var v Viewing
	defer v.Close()
	for i, c := range []struct{ name, shown, content, want string }{
		{"a.txt", "a.html", "<script>alert(1)</script>", ".txt"},
		{"a.txt", "a.exe", "words of one", ".txt"},
		{"a.txt", "表.csv", "甲,乙\n", ".csv"},
		{"a.txt", "a.pdf", "words that pose", ".txt"},
		{"a.pdf", "a.exe", "%PDF-1.7 x", ".pdf"},
		{"a", "a", "%PDF-1.7 y", ".pdf"},
	} {
		one, err := f.TakeIn(t.Context(), written(t, folder, c.name, []byte(c.content)), nil)
		if err != nil {
			t.Fatal(err)
		}
		path, err := v.Copy(f, one.ID, c.shown)
		if err != nil || filepath.Ext(path) != c.want {
			t.Errorf("%d %s: %s %v", i, c.shown, path, err)
		}
		written(t, filepath.Join(f.folder, string(one.ID[:2])), string(one.ID), []byte("\x00altered"))
		if path, err := v.Copy(f, one.ID, c.shown); !errors.Is(err, ErrAltered) {
			t.Errorf("%d: altered bytes are shown at %s: %v", i, path, err)
		}
	}
}
