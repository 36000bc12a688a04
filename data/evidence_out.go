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

	"xuncha/inspection"
)

// Open reads the bytes of evidence. What was changed since they were taken in
// is found at the end of reading: the last Read then answers ErrAltered. It
// answers ErrLost where there are none.
func (f *EvidenceFolder) Open(id inspection.EvidenceID) (io.ReadCloser, error) {
	r, err := f.open(id)
	if err != nil {
		return nil, fmt.Errorf("data: open evidence: %w", err)
	}
	return r, nil
}

func (f *EvidenceFolder) open(id inspection.EvidenceID) (io.ReadCloser, error) {
	path, err := f.path(id)
	if err != nil {
		return nil, err
	}
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrLost
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrAltered
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := unwrapStream(file)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &checkedReader{file: file, from: r, hash: sha256.New(), id: id}, nil
}

// wrapStream is the seam for encryption: what is written goes into the file in
// the newest suite. Close ends it and leaves the file open.
func wrapStream(to io.Writer) (io.WriteCloser, error) {
	_, err := to.Write([]byte{suitePlain})
	return plainly{to}, err
}

type plainly struct{ io.Writer }

func (plainly) Close() error { return nil }

// unwrapStream is its other side. It answers ErrNewer for a suite that this
// release does not know.
func unwrapStream(from io.Reader) (io.Reader, error) {
	var suite [1]byte
	if _, err := io.ReadFull(from, suite[:]); err != nil {
		return nil, fmt.Errorf("%w: it is empty", ErrAltered)
	}
	if suite[0] != suitePlain {
		return nil, fmt.Errorf("%w: evidence of suite %d", ErrNewer, suite[0])
	}
	return from, nil
}

// checkedReader hashes what it reads.
type checkedReader struct {
	file io.Closer
	from io.Reader
	hash hash.Hash
	id   inspection.EvidenceID
}

func (r *checkedReader) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	r.hash.Write(p[:n])
	if errors.Is(err, io.EOF) && hex.EncodeToString(r.hash.Sum(nil)) != string(r.id) {
		return n, ErrAltered
	}
	return n, err
}

func (r *checkedReader) Close() error { return r.file.Close() }

// CopyOut copies evidence into a new file, and leaves nothing there if its bytes
// were altered. Where something lies it answers ErrExists, unless it may replace
// it.
func (f *EvidenceFolder) CopyOut(id inspection.EvidenceID, path string, replace bool) error {
	if err := f.copyOut(id, path, replace); err != nil {
		return fmt.Errorf("data: copy out: %w", err)
	}
	return nil
}

func (f *EvidenceFolder) copyOut(id inspection.EvidenceID, path string, replace bool) error {
	from, err := f.open(id)
	if err != nil {
		return err
	}
	defer from.Close() // only read from
	return deliver(context.Background(), path, replace, func(to io.Writer) error {
		_, err := io.Copy(to, from)
		return err
	})
}
