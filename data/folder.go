package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// DeliverFolder is [Deliver] for a folder: write fills one beside it, which gets
// its name only when it is whole and on the disk. Where something lies it
// answers ErrExists, unless it may replace it; and it replaces only a folder
// that has the file mark, which tells that it was made here.
func DeliverFolder(ctx context.Context, path string, replace bool, mark string, write func(folder string) error) error {
	path = filepath.Clean(path)
	if err := deliverFolder(ctx, path, replace, mark, write); err != nil {
		return fmt.Errorf("data: deliver: %w", err)
	}
	_ = sweepBeside(path) // see there
	return nil
}

func deliverFolder(ctx context.Context, path string, replace bool, mark string, write func(folder string) error) error {
	there, err := mayReplace(path, replace, mark)
	if err != nil {
		return err
	}
	aside, err := asideFolderOf(path)
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside) // gone already if all went well
	if err := write(aside); err != nil {
		return err
	}
	if err := syncTree(aside); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.Chmod(aside, 0o755); err != nil {
		return err
	}
	if !there {
		return os.Rename(aside, path)
	}
	old := aside + replaced
	if err := os.Rename(path, old); err != nil {
		return err
	}
	if err := os.Rename(aside, path); err != nil {
		return errors.Join(err, os.Rename(old, path))
	}
	return os.RemoveAll(old)
}

// mayReplace reports whether something lies at the path that is to be replaced.
func mayReplace(path string, replace bool, mark string) (bool, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !replace || !info.IsDir():
		return false, ErrExists
	}
	if _, err := os.Lstat(filepath.Join(path, mark)); err != nil {
		return false, ErrExists
	}
	return true, nil
}

// syncTree has every file of a folder reach the disk.
func syncTree(folder string) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
