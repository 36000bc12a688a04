//go:build unix

package data

import (
	"errors"
	"os"
	"syscall"
)

// tryLockShared takes the lock that bbolt's readers take, and reports whether
// no writer had it. Closing f gives it back.
func tryLockShared(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// syncFolder makes a new name in a folder last through a power cut.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close() // only read from
	return f.Sync()
}

// tryLockAlone takes a lock beside which there is no other, and reports whether
// nobody had any. Closing f gives it back.
func tryLockAlone(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}
