package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
)

// delivery is where a command puts what it makes: a file, or - for standard
// output.
type delivery struct {
	path  string
	force bool
}

// deliveryFlags add -o and --force to a command.
func (d *door) deliveryFlags(c *cobra.Command, to *delivery) {
	c.Flags().StringVarP(&to.path, "output", "o", "", d.t.deliver.flagOut)
	c.Flags().BoolVar(&to.force, "force", false, d.t.evidence.flagForce)
}

// needs refuses a command that was not told where to write.
func (to *delivery) needs(d *door, c *cobra.Command) error {
	if to.path == "" {
		return misuse{c, d.t.evidence.needOut}
	}
	return nil
}

// intoFolder reports whether the path is a folder, or is written as one.
func (to *delivery) intoFolder() bool {
	if to.path == "-" {
		return false
	}
	info, err := os.Stat(to.path)
	return err == nil && info.IsDir() || os.IsPathSeparator(to.path[len(to.path)-1])
}

// deliver has the file written whole or not at all, also when the person stops
// it, and says where it is. On standard output nothing is said besides.
func (d *door) deliver(to delivery, write func(io.Writer) error) error {
	if to.path == "-" {
		return write(d.out)
	}
	if info, err := os.Stat(to.path); err == nil && info.IsDir() {
		return refusal{sentence(d.t.evidence.outFolder, shown(to.path, 200))}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := data.Deliver(ctx, to.path, to.force, write)
	switch {
	case errors.Is(err, data.ErrExists):
		return refusal{sentence(d.t.evidence.outThere, shown(to.path, 200))}
	case errors.Is(err, context.Canceled):
		return refusal{sentence(d.t.deliver.stopped, shown(to.path, 200))}
	case errors.Is(err, fs.ErrNotExist):
		return refusal{sentence(d.t.deliver.noFolder, shown(to.path, 200))}
	case err != nil:
		return atBook{to.path, err}
	}
	d.println(d.t.deliver.written, to.path)
	return nil
}
