package data

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// What a killed program left beside a file goes when the file is made after all;
// what somebody may still be at work on, and what only looks alike, stays.
func TestLeftBesideIsSwept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "[台账].xlsx")
	long := time.Now().Add(-2 * leftAlone)
	for name, left := range map[string]bool{ // whether it is left after
		".[台账].xlsx.123.new":      false,
		".[台账].xlsx.123.new.old":  false,
		".[台账].xlsx.mine.new":     true,
		".[台账].xlsx.new":          true,
		".[台账].xlsx.7.new.folder": true,
		".台.xlsx.123.new":         true,
		"[台账].xlsx.123.new":       true,
	} {
		at := filepath.Join(folder, name)
		write(t, at, []byte("half"))
		if err := os.Chtimes(at, long, long); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if _, err := os.Lstat(at); (err == nil) != left {
				t.Errorf("%s: %v", name, err)
			}
		}()
	}
	write(t, filepath.Join(folder, ".[台账].xlsx.456.new"), []byte("at work"))
	if err := Deliver(t.Context(), path, false, func(w io.Writer) error { _, err := io.WriteString(w, "whole"); return err }); err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadDir(folder)
	if err != nil || !slices.ContainsFunc(all, func(e os.DirEntry) bool { return e.Name() == ".[台账].xlsx.456.new" }) {
		t.Error("what is being written was swept", all, err)
	}
}

// A folder that a killed program left half made goes likewise.
func TestFolderLeftBesideIsSwept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "卷宗")
	aside, err := asideFolderOf(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(aside, "01.docx"), []byte("half"))
	long := time.Now().Add(-2 * leftAlone)
	if err := os.Chtimes(aside, long, long); err != nil {
		t.Fatal(err)
	}
	err = DeliverFolder(t.Context(), path, false, "mark", func(folder string) error {
		return os.WriteFile(filepath.Join(folder, "mark"), nil, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(aside); !os.IsNotExist(err) {
		t.Error("left:", err)
	}
}
