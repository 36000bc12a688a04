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
	shelf, err := newShelf(path)
	if err == nil {
		err = shelf.close(invent(b, rand.New(rand.NewPCG(seed, 61)), clock, list, shelf))
	}
	j.Keep("author", []byte(teams[0][0]))
	return b, b.close(err)
}

// invent fills an empty book with a made-up campaign: the first round done, fed
// back, put right for the most part and looked at again; the second mostly done
// and fed back; the third just begun.
func invent(b *opened, rng *rand.Rand, clock *schoolClock, list *inspection.Checklist, shelf *shelf) error {
	v := &inventor{opened: b, rng: rng, clock: clock, troubled: map[inspection.ItemCode]bool{}, shelf: shelf}
	list.Items(func(_ *inspection.Section, it *inspection.Item) {
		v.troubled[it.Code] = rng.IntN(10) == 0
	})
	campaign := inspection.Campaign{ID: b.journal.NewID(), Title: "示例区" + inspection.DefaultTitle + "（演示）", Zone: inspection.BeijingZone}
	if err := b.found(teams[0][0], campaign, inventRoster(rng), list, false); err != nil {
		return err
	}
	for _, step := range v.story(b.book.Rounds()) {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// story is what happens, in the order of days.
func (v *inventor) story(rounds []inspection.Round) []func() error {
	fixNow := func(t *inspection.Thread) bool { return t.FixNow }
	all := func(*inspection.Thread) bool { return true }
	return []func() error{
		func() error { return v.round(rounds[0]) },
		func() error { return v.amendSome(1, "2025-10-27") },
		func() error { return v.feedBack(1, "2025-11-20", 0) },
		func() error { return v.finish(1, "2025-12-01", 85, fixNow) },
		func() error { return v.plan(1, "2025-12-11") },
		func() error {
			return v.report(1, "2026-01-12", "已制定措施，正在逐项补齐。（演示）", 55)
		},
		func() error {
			return v.report(1, "2026-01-26", "已补齐材料，完善制度，待核查。（演示）", 45)
		},
		func() error { return v.finish(1, "2026-02-04", 90, all) },
		func() error { return v.round(rounds[1]) },
		func() error { return v.lookBack(2, "2026-03-31") },
		func() error { return v.finish(1, "2026-04-22", 55, all) },
		func() error { return v.feedBack(2, "2026-04-27", 8) },
		func() error { return v.plan(2, "2026-05-18") },
		func() error { return v.finish(2, "2026-05-25", 70, fixNow) },
		func() error {
			return v.report(2, "2026-06-01", "已制定措施，正在逐项补齐。（演示）", 50)
		},
		func() error { return v.finish(2, "2026-06-08", 30, all) },
		func() error { return v.round(rounds[2]) },
	}
}

// amendSome puts a few sealed visits of a round right.
func (v *inventor) amendSome(n inspection.RoundNo, from string) error {
	v.clock.morning(from)
	for i, visit := range v.book.VisitsIn(n) {
		if i%6 != 2 {
			continue
		}
		if err := v.amend(visit.ID); err != nil {
			return err
		}
	}
	return nil
}
