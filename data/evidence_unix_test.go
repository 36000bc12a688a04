//go:build unix

package data

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestEvidenceRefusesWhatIsNoFile(t *testing.T) {
	f, folder := shelfOf(t)
	at := func(name string) string { return filepath.Join(folder, name) }
	pipe, socket := at("pipe"), at("s")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for from, to := range map[string]string{"loop": "loop", "one": "two", "two": "one", "gone": "nowhere", "pic": "real.jpg", "door": "/"} {
		if err := os.Symlink(to, at(from)); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]error{
		pipe: ErrDevice, socket: ErrDevice, "/dev/zero": ErrDevice, at("loop"): ErrLoop, at("one"): ErrLoop,
		at("gone"): ErrNoFile, at("door"): ErrFolder, "/proc/self/maps": ErrEmptyFile,
	} {
		if _, err := f.TakeIn(t.Context(), path, nil); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	written(t, folder, "real.jpg", picture(100, 1))
	if one, err := f.TakeIn(t.Context(), at("pic"), nil); err != nil || one.Name != "pic" {
		t.Errorf("a link to a picture: %+v %v", one, err)
	}
	if os.Getuid() != 0 {
		shut := written(t, folder, "shut.jpg", picture(100, 2))
		if err := os.Chmod(shut, 0); err != nil {
			t.Fatal(err)
		}
		if _, err := f.TakeIn(t.Context(), shut, nil); !errors.Is(err, ErrUnreadable) {
			t.Error(err)
		}
	}
}

// Bytes that were replaced by a link are not read through it.
func TestEvidenceIsNoLink(t *testing.T) {
	f, folder := shelfOf(t)
	one, err := f.TakeIn(t.Context(), written(t, folder, "a.jpg", picture(100, 1)), nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(f.folder, string(one.ID[:2]), string(one.ID))
	if err := errors.Join(os.Remove(path), os.Symlink("/dev/zero", path)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Open(one.ID); !errors.Is(err, ErrAltered) {
		t.Error(err)
	}
}
