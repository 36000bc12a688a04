package data

import (
	"errors"
	"fmt"
)

var (
	// ErrMissing is returned when there is no file at the path. None is made.
	ErrMissing = errors.New("there is no book")
	// ErrExists is returned when a book is to be made where something lies
	// already. It is left alone.
	ErrExists = errors.New("there is a file already")
	// ErrLocked is returned when another window or program has the book open.
	ErrLocked = errors.New("the book is open elsewhere")
	// ErrNewer is returned when the book was written by a newer release. It is
	// left unchanged.
	ErrNewer = errors.New("the book is of a newer release")
	// ErrDamaged is returned when the file is a book whose content cannot be
	// trusted: cut short, or changed without this program. It is left unchanged.
	ErrDamaged = errors.New("the book is damaged")
	// ErrNotBook is returned when what lies at the path is no book: a folder, an
	// empty file, a text, a bbolt file of another program. It is left unchanged.
	ErrNotBook = errors.New("this is not a book")
	// ErrClosed is returned when something is to be saved after Close.
	ErrClosed = errors.New("the book is closed")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}
