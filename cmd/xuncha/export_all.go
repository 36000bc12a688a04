package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/report"
	"xuncha/inspection"
)

// wholeFormats are those in which everything goes out, the usual one first.
var wholeFormats = []string{"json", "csv", "xlsx"}

// exportAll gives out everything that a book holds.
func (d *door) exportAll() *cobra.Command {
	var to delivery
	var format string
	var schema bool
	c := d.command("all", d.t.exchange.exportAll, nil)
	c.Flags().StringVar(&format, "format", "", d.t.exchange.flagFormat)
	offer(c, "format", wholeFormats)
	c.Flags().BoolVar(&schema, "schema", false, d.t.exchange.flagSchema)
	d.deliveryFlags(c, &to)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if schema {
			return d.printStateSchema()
		}
		if err := to.needs(d, c); err != nil {
			return err
		}
		if format == "" {
			format = wholeFormatOf(to.path)
		}
		for _, known := range wholeFormats {
			if format == known {
				return d.reading(func(b *inspection.Book) error { return d.giveAll(b, to, format) })
			}
		}
		return misuse{c, sentence(d.t.badChoice, "format", strings.Join(wholeFormats, " "), shown(format, 40))}
	}
	return c
}

// wholeFormatOf is what the name of a file says of its format.
func wholeFormatOf(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		return "xlsx"
	case ".zip", ".csv":
		return "csv"
	}
	return "json"
}

func (d *door) printStateSchema() error {
	e := json.NewEncoder(d.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(data.StateSchema())
}

// giveAll writes everything in a format. As csv it is a folder of files, or all
// of them in one zip.
func (d *door) giveAll(b *inspection.Book, to delivery, format string) error {
	if n := len(b.Conflicts()); n > 0 {
		fmt.Fprintln(d.err, sentence(d.t.exchange.conflicts, n))
	}
	s := b.State()
	switch {
	case format == "json":
		return d.deliver(to, func(out io.Writer) error { return data.WriteState(out, s) })
	case format == "xlsx":
		return d.deliver(to, func(out io.Writer) error { return report.WorkbookOf(context.Background(), out, sheetsOf(s)) })
	case to.path == "-" || strings.EqualFold(filepath.Ext(to.path), ".zip"):
		return d.deliver(to, func(out io.Writer) error { return report.ZipSheets(out, sheetsOf(s)) })
	}
	return d.deliverFolder(to, report.ContentsName, func(ctx context.Context, folder string) error {
		return report.WriteSheets(ctx, folder, sheetsOf(s))
	})
}

// sheetsOf has the tables of a state as papers know them.
func sheetsOf(s *inspection.State) []report.Sheet {
	var all []report.Sheet
	for _, one := range data.StateSheets(s) {
		all = append(all, report.Sheet(one))
	}
	return all
}

// deliverFolder has a folder written whole or not at all, also when the person
// stops it, and says where it is. mark is a file that it has.
func (d *door) deliverFolder(to delivery, mark string, write func(context.Context, string) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := data.DeliverFolder(ctx, to.path, to.force, mark, func(folder string) error { return write(ctx, folder) })
	switch {
	case errors.Is(err, data.ErrExists):
		return refusal{sentence(d.t.exchange.folderThere, shown(to.path, 200))}
	case errors.Is(err, context.Canceled):
		return refusal{sentence(d.t.deliver.stopped, shown(to.path, 200))}
	case errors.Is(err, os.ErrNotExist):
		return refusal{sentence(d.t.deliver.noFolder, shown(to.path, 200))}
	case err != nil:
		return atBook{to.path, err}
	}
	d.println(d.t.deliver.written, to.path)
	return nil
}
