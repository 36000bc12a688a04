package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/inspection"
	"xuncha/tui"
)

func (d *door) demoCommand() *cobra.Command {
	var seed uint64
	var noOpen bool
	c := d.command("demo", d.t.demo, nil)
	c.Flags().Uint64Var(&seed, "seed", 1, d.t.flagSeed)
	c.Flags().BoolVar(&noOpen, "no-open", false, d.t.flagNoOpen)
	c.RunE = func(c *cobra.Command, _ []string) error {
		switch {
		case noOpen && d.bookFlag == "":
			return misuse{c, d.t.demoNeedsBook}
		case noOpen:
			return d.keepDemo(d.bookFlag, seed)
		}
		return d.openDemo(seed)
	}
	return c
}

// openDemo writes a made-up book and opens it. XUNCHA_BOOK names somebody's own
// book and is left alone: only --book keeps the made-up one.
func (d *door) openDemo(seed uint64) error {
	if err := tui.Refuse(d.lang); err != nil {
		return refusal{err.Error()}
	}
	if d.wide() {
		return d.again(append(os.Environ(), wideVariable+"=1"))
	}
	if d.bookFlag != "" {
		return d.writeAndShow(d.bookFlag, seed, d.options())
	}
	folder, err := os.MkdirTemp("", "xuncha-demo-")
	if err != nil {
		return err
	}
	err = d.writeAndShow(filepath.Join(folder, "demo.xuncha"), seed, data.Options{Now: d.now})
	return errors.Join(err, os.RemoveAll(folder))
}

func (d *door) writeAndShow(path string, seed uint64, o data.Options) error {
	if _, err := writeDemo(path, seed, o); err != nil {
		return err
	}
	b, err := d.open(path, o)
	if err != nil {
		return err
	}
	return d.show(b)
}

// keepDemo writes a made-up book and says what came of it.
func (d *door) keepDemo(path string, seed uint64) error {
	b, err := writeDemo(path, seed, d.options())
	if err != nil {
		return err
	}
	last := b.book.Last(b.journal.Device())
	d.println(d.t.demoWritten, path, len(b.book.Roster()), b.book.Len(), hex.EncodeToString(last.Hash[:]))
	return nil
}

// writeDemo makes up a book and closes it. Its clock and its randomness come
// from the seed, so the same seed gives the same entries, down to the hash of
// the last.
func writeDemo(path string, seed uint64, o data.Options) (*opened, error) {
	clock := newSchoolClock()
	o.Now = clock.now
	o.Rand = rand.NewChaCha8(sha256.Sum256(binary.BigEndian.AppendUint64([]byte("demo"), seed)))
	list, err := data.BuiltinChecklist()
	if err != nil {
		return nil, err
	}
	j, err := data.Create(path, o)
	if err != nil {
		return nil, atBook{path, err}
	}
	b, err := read(j)
	if err != nil {
		return nil, err
	}
	err = invent(b, rand.New(rand.NewPCG(seed, 61)), clock, list)
	j.Keep("author", []byte(teams[0][0]))
	return b, b.close(err)
}

// invent fills an empty book with a made-up campaign: the first round done, the
// second mostly, the third just begun.
func invent(b *opened, rng *rand.Rand, clock *schoolClock, list *inspection.Checklist) error {
	v := &inventor{opened: b, rng: rng, clock: clock, troubled: map[inspection.ItemCode]bool{}}
	list.Items(func(_ *inspection.Section, it *inspection.Item) {
		v.troubled[it.Code] = rng.IntN(10) == 0
	})
	campaign := inspection.Campaign{ID: b.journal.NewID(), Title: "示例区" + inspection.DefaultTitle + "（演示）", Zone: inspection.BeijingZone}
	if err := b.found(teams[0][0], campaign, inventRoster(rng), list, false); err != nil {
		return err
	}
	for _, r := range b.book.Rounds() {
		if err := v.round(r); err != nil {
			return err
		}
	}
	return nil
}
