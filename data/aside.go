package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// unnamed ends the name of what is in the making beside its place, and replaced
// that of what had to give way.
const (
	unnamed  = ".new"
	replaced = ".old"
)

// leftAlone is how long nobody has touched what a crashed program left.
const leftAlone = time.Hour

// asideOf makes an empty file beside path, that nobody else uses.
func asideOf(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+unnamed)
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// asideFolderOf is asideOf for a folder.
func asideFolderOf(path string) (string, error) {
	return os.MkdirTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+unnamed)
}

// sweepBeside removes what programs that crashed or were killed left beside path
// while they made it. It is for when path is there, whole: nothing of what was
// left is wanted any more. Whether it could be removed matters to nobody.
func sweepBeside(path string) error {
	folder, begins := filepath.Dir(path), "."+filepath.Base(path)+"."
	all, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var failed error
	for _, e := range all {
		middle, ok := strings.CutPrefix(e.Name(), begins)
		middle = strings.TrimSuffix(middle, replaced)
		middle, made := strings.CutSuffix(middle, unnamed)
		if !ok || !made || strings.Trim(middle, "0123456789") != "" {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > leftAlone {
			failed = errors.Join(failed, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	return failed
}
