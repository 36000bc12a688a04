package data

import (
	"os"
	"time"
)

// patience is how long a lock is waited for: another xuncha may just be
// closing the book. Without an end bbolt would wait for ever.
const patience = time.Second

func lockShared(f *os.File) error {
	for end := time.Now().Add(patience); ; time.Sleep(patience / 20) {
		ok, err := tryLockShared(f)
		if ok || err != nil {
			return err
		}
		if time.Now().After(end) {
			return ErrLocked
		}
	}
}
