package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

var (
	// ErrNoFile is returned when there is nothing at the path of a file that is
	// to be taken in.
	ErrNoFile = errors.New("there is no such file")
	// ErrFolder is returned when a folder is to be taken in.
	ErrFolder = errors.New("this is a folder")
	// ErrDevice is returned when a device, a pipe or a socket is to be taken in.
	ErrDevice = errors.New("this is a device, a pipe or a socket")
	// ErrLoop is returned when links lead in a circle.
	ErrLoop = errors.New("the links lead in a circle")
	// ErrUnreadable is returned when a file cannot be read.
	ErrUnreadable = errors.New("the file cannot be read")
	// ErrTooLarge is returned for more than [inspection.MaxEvidence] bytes.
	ErrTooLarge = errors.New("the file is too large")
	// ErrEmptyFile is returned for a file of no bytes.
	ErrEmptyFile = errors.New("the file is empty")
	// ErrChanging is returned when a file changes while it is read.
	ErrChanging = errors.New("the file is being changed")
	// ErrOwnBook is returned when the book itself is to be taken in.
	ErrOwnBook = errors.New("this is the book itself")
	// ErrProgram is returned for what a double click would run.
	ErrProgram = errors.New("this is a program")
	// ErrKind is returned for what is neither image, PDF, Office, text nor sound.
	ErrKind = errors.New("this kind of file is not taken in")
	// ErrLost is returned when the bytes of evidence are not there.
	ErrLost = errors.New("the bytes of the evidence are missing")
	// ErrAltered is returned when they are not those that were taken in.
	ErrAltered = errors.New("the bytes of the evidence were changed")
)

// EvidenceFolder keeps the files of a book's evidence, each once under the
// SHA-256 of its bytes:
//
//	book.xuncha.evidence/ab/ab34…  suite 0 ‖ the bytes
//
// They lie beside the book and not in it. bbolt never gives space back, writes
// a value of 50 MB as one run of pages that must be found, mapped and synced
// with whatever answer waits behind it, and has no check over its pages. A file
// of its own is written once, checked by its name, copied by any backup, and a
// hundred photos cost a book not one page more to open.
//
// The bytes are on the disk before [EvidenceFolder.TakeIn] comes back, so an
// entry that is made after it never speaks of what a power cut can take. A kill
// in between leaves bytes of which nothing speaks; they stay, for undone
// evidence may be redone, and a bundle may bring the entry later.
//
// The first byte is a suite, as in the journal's values: encryption is a further
// one, and passes sealing and unsealing below.
type EvidenceFolder struct {
	book, folder string
}

// EvidenceOf is the evidence of the book at a path. It makes nothing.
func EvidenceOf(book string) *EvidenceFolder {
	book = absolute(book)
	return &EvidenceFolder{book, book + ".evidence"}
}

// Taken is a file that was taken in.
type Taken struct {
	ID   inspection.EvidenceID
	Name string // without what no paper can carry
	Size int64
	Sort inspection.EvidenceSort // what it looks like
}

// unfinished ends the names of files that are being taken in.
const unfinished = ".new"

// TakeIn copies a file in: read once, hashed on the way, and on the disk when it
// returns. progress, which may be nil, is told how much of how much is done. An
// end of ctx leaves nothing behind.
//
// It answers the errors above for what cannot be taken in.
func (f *EvidenceFolder) TakeIn(ctx context.Context, path string, progress func(done, size int64)) (Taken, error) {
	t, err := f.takeIn(ctx, path, progress)
	if err != nil {
		return Taken{}, fmt.Errorf("data: take in: %w", err)
	}
	return t, nil
}

func (f *EvidenceFolder) takeIn(ctx context.Context, path string, progress func(done, size int64)) (t Taken, err error) {
	from, info, err := openSource(path)
	if err != nil {
		return t, err
	}
	defer from.Close() // only read from
	if own, err := os.Stat(f.book); err == nil && os.SameFile(own, info) {
		return t, ErrOwnBook
	}
	kind, err := kindOf(from, info.Size(), filepath.Base(path))
	if err != nil {
		return t, err
	}
	c := copying{ctx: ctx, from: from, was: info, progress: progress, hash: sha256.New()}
	aside, err := f.aside(&c)
	if err != nil {
		return t, err
	}
	t = Taken{inspection.EvidenceID(hex.EncodeToString(c.hash.Sum(nil))), nameOf(path), c.done, kind.sort}
	if err := f.shelve(aside, t.ID); err != nil {
		return t, errors.Join(err, os.Remove(aside))
	}
	return t, nil
}

// openSource opens what is to be taken in, if it is a file.
func openSource(path string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, ofSource(err)
	}
	if err := isFile(info); err != nil {
		return nil, nil, err
	}
	// It may be a pipe by now, which must not be waited for.
	from, err := os.OpenFile(path, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, nil, ofSource(err)
	}
	if info, err = from.Stat(); err == nil {
		err = isFile(info)
	}
	if err != nil {
		return nil, nil, errors.Join(err, from.Close())
	}
	return from, info, nil
}

func isFile(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return ErrFolder
	case !info.Mode().IsRegular():
		return ErrDevice
	case info.Size() > inspection.MaxEvidence:
		return ErrTooLarge
	case info.Size() == 0:
		return ErrEmptyFile
	}
	return nil
}

func ofSource(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrNoFile, err)
	case inCircle(err):
		return fmt.Errorf("%w: %w", ErrLoop, err)
	}
	return fmt.Errorf("%w: %w", ErrUnreadable, err)
}

// copying is one file on its way in.
type copying struct {
	ctx      context.Context
	from     *os.File
	was      fs.FileInfo // when it was opened
	progress func(done, size int64)
	hash     hash.Hash
	done     int64
}

// run copies all of it, and makes sure that it stayed as it was.
func (c *copying) run(to io.Writer) error {
	block := make([]byte, 1<<18)
	for {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		n, err := c.from.Read(block)
		if c.done += int64(n); c.done > inspection.MaxEvidence {
			return ErrTooLarge
		}
		c.hash.Write(block[:n])
		if _, err := to.Write(block[:n]); err != nil {
			return err
		}
		if c.progress != nil {
			c.progress(c.done, c.was.Size())
		}
		if errors.Is(err, io.EOF) {
			return c.unchanged()
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
	}
}

func (c *copying) unchanged() error {
	now, err := c.from.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if c.done != c.was.Size() || now.Size() != c.was.Size() || !now.ModTime().Equal(c.was.ModTime()) {
		return ErrChanging
	}
	return nil
}

// aside copies into a file beside those that are finished, and syncs it.
func (f *EvidenceFolder) aside(c *copying) (path string, err error) {
	if err := f.makeFolder(f.folder); err != nil {
		return "", err
	}
	to, err := os.CreateTemp(f.folder, "*"+unfinished)
	if err != nil {
		return "", err
	}
	sealed, err := wrapStream(to)
	if err == nil {
		err = c.run(sealed)
	}
	if err == nil {
		err = sealed.Close()
	}
	if err == nil {
		err = to.Sync()
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return "", errors.Join(err, os.Remove(to.Name()))
	}
	return to.Name(), nil
}

// makeFolder makes a folder of ours that lasts.
func (f *EvidenceFolder) makeFolder(folder string) error {
	err := os.Mkdir(folder, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(folder))
}

// shelve gives a finished file its name. Bytes that are there under that name
// already are replaced by the same: they may have been damaged meanwhile.
func (f *EvidenceFolder) shelve(aside string, id inspection.EvidenceID) error {
	path, err := f.path(id)
	if err != nil {
		return err
	}
	if err := f.makeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	if err := os.Rename(aside, path); err != nil {
		// Windows keeps the name of a file that somebody reads just now.
		if runtime.GOOS != "windows" || f.check(id) != nil {
			return err
		}
		return os.Remove(aside)
	}
	return syncFolder(filepath.Dir(path))
}

// path is where the bytes lie. An ID comes out of the journal, perhaps out of
// somebody else's; no ID leads out of the folder.
func (f *EvidenceFolder) path(id inspection.EvidenceID) (string, error) {
	if raw, err := hex.DecodeString(string(id)); err != nil || len(raw) != sha256.Size || strings.ToLower(string(id)) != string(id) {
		return "", ErrLost
	}
	return filepath.Join(f.folder, string(id[:2]), string(id)), nil
}

// nameOf is a file's name as the book keeps it: one line, short enough, with
// its ending.
func nameOf(path string) string {
	name := strings.TrimSpace(strings.ReplaceAll(inspection.Clean(filepath.Base(path)), "\n", " "))
	if name == filepath.Ext(name) { // of its bytes none were text, or there were none
		name = "佐证" + name
	}
	if over := utf8.RuneCountInString(name) - inspection.MaxTitle; over > 0 {
		end := filepath.Ext(name)
		if utf8.RuneCountInString(end) > 10 {
			end = ""
		}
		stem := []rune(strings.TrimSuffix(name, end))
		name = string(stem[:len(stem)-over]) + end
	}
	return name
}
