package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"xuncha/inspection"
)

// Viewing holds the copies of evidence that are being looked at: in a folder of
// the system's for temporary files that nobody else may enter, gone when it is
// closed. The zero Viewing is ready. It may be used by several goroutines.
//
// A viewer gets a copy because it may write into what it shows, and because it
// goes by endings, which the files of the store have none of. A crash leaves
// the folder; the next start finds it unlocked and removes it.
type Viewing struct {
	mu     sync.Mutex
	folder string
	lock   *os.File
}

const (
	viewingName = "xuncha-view-"
	viewingLock = "lock"
)

// viewEndings are those that a viewer may be given. None of them is run by a
// double click; what else a name ended with is not believed.
var viewEndings = []string{
	".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".pdf", ".ofd",
	".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".pptm", ".wps", ".et", ".dps", ".rtf", ".odt", ".ods", ".odp",
	".txt", ".csv", ".mp3", ".wav", ".flac", ".ogg", ".m4a", ".aac", ".amr", ".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".flv", ".mpg", ".3gp",
}

// Copy makes a copy of evidence to look at, under a name that says nothing and
// keeps a harmless ending of the name given, and gives its path.
func (v *Viewing) Copy(f *EvidenceFolder, id inspection.EvidenceID, name string) (string, error) {
	path, err := v.copy(f, id, name)
	if err != nil {
		return "", fmt.Errorf("data: copy to view: %w", err)
	}
	return path, nil
}

func (v *Viewing) copy(f *EvidenceFolder, id inspection.EvidenceID, name string) (string, error) {
	from, err := f.open(id)
	if err != nil {
		return "", err
	}
	defer from.Close() // only read from
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.begin(); err != nil {
		return "", err
	}
	to, err := os.CreateTemp(v.folder, "*"+unfinished)
	if err != nil {
		return "", err
	}
	size, err := io.Copy(to, from)
	var k kind
	if err == nil {
		k, err = kindOf(to, size, "")
		if errors.Is(err, ErrKind) || errors.Is(err, ErrProgram) {
			k, err = kind{ending: ".txt"}, nil // it came from another release: shown as what it is, run by nobody
		}
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return "", errors.Join(err, os.Remove(to.Name()))
	}
	path := filepath.Join(v.folder, "evidence-"+string(id[:8])+viewEnding(name, k))
	if _, err := os.Lstat(path); err == nil { // it is being looked at already
		return path, os.Remove(to.Name())
	}
	return path, errors.Join(os.Chmod(to.Name(), 0o400), os.Rename(to.Name(), path))
}

func viewEnding(name string, k kind) string {
	ending := strings.ToLower(filepath.Ext(name))
	if k.ending == ".txt" && ending != ".csv" || !slices.Contains(viewEndings, ending) {
		return k.ending
	}
	return ending
}

// begin makes the folder and locks it.
func (v *Viewing) begin() error {
	if v.folder != "" {
		return nil
	}
	folder, err := os.MkdirTemp("", viewingName) // 0700
	if err != nil {
		return err
	}
	lock, err := os.OpenFile(filepath.Join(folder, viewingLock), os.O_CREATE|os.O_RDWR|os.O_EXCL, 0o600)
	if err != nil {
		return errors.Join(err, os.RemoveAll(folder))
	}
	if _, err := tryLockAlone(lock); err != nil {
		return errors.Join(err, lock.Close(), os.RemoveAll(folder))
	}
	v.folder, v.lock = folder, lock
	return nil
}

// Close removes the copies. What a viewer holds fast, as on Windows, stays for
// the next start.
func (v *Viewing) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.folder == "" {
		return nil
	}
	err := errors.Join(v.lock.Close(), os.RemoveAll(v.folder))
	v.folder, v.lock = "", nil
	if err != nil {
		return fmt.Errorf("data: end viewing: %w", err)
	}
	return nil
}

// SweepViewings removes what crashed programs left of their viewing. Those of
// programs that run are locked and stay.
func SweepViewings() error {
	left, err := os.ReadDir(os.TempDir())
	if err != nil {
		return fmt.Errorf("data: sweep viewings: %w", err)
	}
	var failed error
	for _, e := range left {
		if e.IsDir() && strings.HasPrefix(e.Name(), viewingName) {
			failed = errors.Join(failed, sweepViewing(filepath.Join(os.TempDir(), e.Name())))
		}
	}
	if failed != nil {
		return fmt.Errorf("data: sweep viewings: %w", failed)
	}
	return nil
}

func sweepViewing(folder string) error {
	lock, err := os.OpenFile(filepath.Join(folder, viewingLock), os.O_RDWR|withoutWaiting, 0)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil // another person's
	case errors.Is(err, fs.ErrNotExist):
		return sweepUnlocked(folder)
	case err != nil:
		return err
	}
	free, err := tryLockAlone(lock)
	if err != nil || !free {
		return errors.Join(err, lock.Close())
	}
	return errors.Join(lock.Close(), os.RemoveAll(folder))
}

// sweepUnlocked leaves a folder alone that may just be made.
func sweepUnlocked(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil || time.Since(info.ModTime()) < time.Minute {
		return nil // gone already, or new
	}
	return os.RemoveAll(folder)
}
