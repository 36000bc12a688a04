package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
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

// needs refuses a command that was not told where to write, or told to write
// under a name that promises another kind of file than those it makes.
func (to *delivery) needs(d *door, c *cobra.Command, kinds ...string) error {
	if to.path == "" {
		return misuse{c, d.t.evidence.needOut}
	}
	ext := strings.ToLower(filepath.Ext(to.path))
	if len(kinds) > 0 && promises(ext) && !slices.Contains(kinds, ext) {
		return misuse{c, sentence(d.t.deliver.otherKind, shown(to.path, 200), kinds[0])}
	}
	return nil
}

// promises reports whether the end of a name says which program opens the file.
func promises(ext string) bool {
	return slices.Contains([]string{".doc", ".docx", ".wps", ".odt", ".rtf", ".pdf", ".xls", ".xlsx", ".et", ".ods", ".csv", ".json", ".yaml", ".yml", ".htm", ".html", ".txt"}, ext)
}

// makeFolder makes the folder that files are to be written into.
func (d *door) makeFolder(path string) error {
	err := os.MkdirAll(path, 0o755)
	switch {
	case errors.Is(err, fs.ErrExist), errors.Is(err, syscall.ENOTDIR):
		return refusal{sentence(d.t.deliver.fileThere, shown(path, 200))}
	case errors.Is(err, fs.ErrNotExist):
		return refusal{sentence(d.t.deliver.noFolder, shown(path, 200))}
	case err != nil:
		return atBook{path, err}
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
