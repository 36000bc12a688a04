package data

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLockShared takes the lock that bbolt's readers take, and reports whether
// no writer had it. Closing f gives it back.
func tryLockShared(f *os.File) (bool, error) {
	// bbolt locks the one byte that no file reaches (etcd-io/bbolt#121).
	const past = 1<<32 - 1
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
		&windows.Overlapped{Offset: past, OffsetHigh: past})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// tryLockAlone takes a lock beside which there is no other, and reports whether
// nobody had any. Closing f gives it back.
func tryLockAlone(f *os.File) (bool, error) {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_FAIL_IMMEDIATELY|windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0,
		&windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// syncFolder has nothing to do: Windows writes a rename through, and cannot
// open a folder to sync it.
func syncFolder(string) error { return nil }
