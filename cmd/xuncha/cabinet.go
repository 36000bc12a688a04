package main

import (
	"context"
	"errors"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
	"xuncha/tui"
)

// cabinet hands a book's evidence to the screens, which have not heard of the
// store, with what is wrong with a file in the reader's words.
type cabinet struct {
	*door
	files   *data.EvidenceFolder
	viewing data.Viewing
}

var _ tui.Cabinet = (*cabinet)(nil)

// newCabinet is that of a book that is open for writing. What a crash left half
// taken in, lying about to be viewed or half of a workbook, goes now; where it cannot, it is in
// nobody's way and the next start tries again.
func (d *door) newCabinet(book string) *cabinet {
	c := &cabinet{door: d, files: data.EvidenceOf(book)}
	_ = c.files.Sweep()
	_ = data.SweepViewings()
	_ = report.SweepWorkbooks()
	return c
}

// close removes the copies that were viewed; one that a viewer holds fast goes
// at the next start.
func (c *cabinet) close() { _ = c.viewing.Close() }

// TakeIn is the store's, for screens.
func (c *cabinet) TakeIn(ctx context.Context, path string, progress func(done, size int64)) (tui.Taken, error) {
	t, err := c.files.TakeIn(ctx, path, progress)
	return tui.Taken(t), c.inWords(err)
}

// Show opens a private copy.
func (c *cabinet) Show(id inspection.EvidenceID, name string) error {
	path, err := c.viewing.Copy(c.files, id, name)
	if err != nil {
		return c.inWords(err)
	}
	if err := c.view(path); err != nil {
		return refusal{err.Error() + c.t.evidence.getInstead}
	}
	return nil
}

// inWords says an error in one line; a stop stays one.
func (c *cabinet) inWords(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	if says, ok := c.ofEvidence(err); ok {
		return errors.New(says)
	}
	_, says := c.sortFailure(err)
	return errors.New(shown(says, 200))
}

// ofEvidence says what is wrong with a file of evidence.
func (d *door) ofEvidence(err error) (says string, ok bool) {
	t := &d.t.evidence
	for _, known := range []struct {
		is   error
		says string
	}{
		{data.ErrNoFile, t.noFile}, {data.ErrFolder, t.folder}, {data.ErrDevice, t.device}, {data.ErrLoop, t.loop},
		{data.ErrUnreadable, t.unreadable}, {data.ErrTooLarge, t.tooLarge}, {data.ErrEmptyFile, t.empty},
		{data.ErrChanging, t.changing}, {data.ErrOwnBook, t.ownBook}, {data.ErrProgram, t.program}, {data.ErrKind, t.kind},
		{data.ErrLost, t.lost}, {data.ErrAltered, t.altered},
	} {
		if errors.Is(err, known.is) {
			return known.says, true
		}
	}
	return "", false
}
