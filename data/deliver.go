package data

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// Deliver writes a file that somebody asked for: write puts it into a file
// beside, which gets its name only when it is whole and on the disk. Where
// something lies it answers ErrExists, unless it may replace it; it never
// replaces a folder or a device. A failure, or an end of ctx, leaves nothing of
// the file and what lay there before.
func Deliver(ctx context.Context, path string, replace bool, write func(io.Writer) error) error {
	if err := deliver(ctx, path, replace, write); err != nil {
		return fmt.Errorf("data: deliver: %w", err)
	}
	_ = sweepBeside(path) // see there
	return nil
}

func deliver(ctx context.Context, path string, replace bool, write func(io.Writer) error) error {
	if info, err := os.Lstat(path); err == nil && (!replace || !info.Mode().IsRegular()) {
		return ErrExists
	}
	aside, err := asideOf(path)
	if err != nil {
		return err
	}
	defer os.Remove(aside) // gone already if all went well
	to, err := os.OpenFile(aside, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(stoppable{ctx, to}, 1<<16)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = to.Sync()
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if replace {
		return os.Rename(aside, path)
	}
	return publish(aside, path)
}

// stoppable writes until ctx ends.
type stoppable struct {
	ctx context.Context
	to  io.Writer
}

func (s stoppable) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(p)
}
