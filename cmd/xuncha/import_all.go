package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/inspection"
)

// importAll makes a book out of what another one gave out.
func (d *door) importAll() *cobra.Command {
	c := d.command("all FILE", d.t.exchange.importAll, nil)
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return misuse{c, d.t.evidence.needFile}
		case len(args) > 1:
			return misuse{c, sentence(d.t.tooMany, shown(args[1], 40))}
		}
		return d.takeAll(args[0])
	}
	return c
}

func (d *door) takeAll(file string) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := d.readState(ctx, file)
	if err == nil {
		d.warn()
		err = d.foundOn(ctx, path, s)
	}
	if errors.Is(err, context.Canceled) {
		return refusal{sentence(d.t.exchange.stopped, shown(path, 200))}
	}
	return err
}

// readState reads a file of everything, or says what is wrong with it.
func (d *door) readState(ctx context.Context, file string) (*inspection.State, error) {
	if file == "-" {
		return data.ReadState(ctx, d.t.exchange.stdin, d.in)
	}
	f, err := os.Open(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refusal{d.t.evidence.noFile + d.t.colon + shown(file, 200)}
	case err != nil:
		return nil, atBook{file, err}
	}
	defer f.Close() // only read from
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, refusal{sentence(d.t.exchange.isFolder, shown(file, 200))}
	}
	return data.ReadState(ctx, filepath.Base(file), f)
}

func (d *door) foundOn(ctx context.Context, path string, s *inspection.State) error {
	author := d.givenAuthor()
	if author == "" {
		author = d.t.unnamed
	}
	entries, err := data.CreateFrom(ctx, path, s, author, d.options())
	switch {
	case errors.Is(err, data.ErrExists):
		return refusal{sentence(d.t.exchange.founded, shown(path, 200))}
	case err != nil:
		return atBook{path, err}
	}
	d.println(d.t.exchange.taken, path, entries)
	if n := s.Files(); n > 0 {
		fmt.Fprintln(d.err, sentence(d.t.exchange.files, n))
	}
	return nil
}
