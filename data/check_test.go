package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestChildThatDies(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckInChild(t.Context(), exe, "die")("a"); !errors.Is(err, ErrDamaged) {
		t.Errorf("dead: %v", err)
	}
	if err := CheckInChild(t.Context(), filepath.Join(t.TempDir(), "none"))("a"); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("not started: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := CheckInChild(ctx, exe, "die")("a"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestChildSaysWhat(t *testing.T) {
	check := checkInChild(t)
	if err := check(smallBook(t, 5)); err != nil {
		t.Errorf("a whole book: %v", err)
	}
	if err := check(filepath.Join(t.TempDir(), "a")); !errors.Is(err, ErrMissing) {
		t.Errorf("no book: %v", err)
	}
}

func TestDefaultPath(t *testing.T) {
	for _, name := range []string{"HOME", "LocalAppData", "AppData"} {
		t.Setenv(name, t.TempDir()) // somebody may have none
	}
	path, err := DefaultPath()
	if err != nil || !filepath.IsAbs(path) {
		t.Errorf("path %q, %v", path, err)
	}
	folder, err := DefaultWitness()
	if err != nil || !filepath.IsAbs(folder) {
		t.Errorf("witness %q, %v", folder, err)
	}
}
