package data

import (
	"bytes"
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xuncha/inspection"
)

var update = flag.Bool("update", false, "make the golden files anew")

// oneAnswer is what most entries are.
func oneAnswer() *inspection.Entry {
	d := inspection.DeviceID{1, 2, 3}
	return &inspection.Entry{
		Device: d, Seq: 30000, Stamp: inspection.Stamp{Millis: 1_795_000_000_000}, Author: "张三",
		Fact: inspection.Fact{Kind: inspection.Answered, Writes: []inspection.Write{{
			Register: inspection.Register{
				Field: inspection.AnswerVerdict,
				Visit: inspection.VisitID{Round: 2, Kind: inspection.Routine, School: "S031"},
				Item:  "3.07",
			},
			Value: inspection.Value{N: 3},
			Base:  []inspection.Dot{{Device: d, Seq: 29000, Mark: inspection.Mark{4}}},
		}}},
	}
}

// oddEntry has everything that an entry can have.
func oddEntry() *inspection.Entry {
	e := oneAnswer()
	other := inspection.Dot{Device: inspection.DeviceID{9}, Seq: 1 << 63, Mark: inspection.Mark{5}}
	e.Stamp.Step, e.Prev = 65535, inspection.Hash{1, 31: 2}
	e.Fact.Kind, e.Fact.Undoes = 65535, other
	e.Fact.Writes[0].Base = append(e.Fact.Writes[0].Base, other)
	e.Fact.Writes = append(e.Fact.Writes, inspection.Write{
		Register: inspection.Register{Field: 65535, ID: "7jwyu47n62zryw6u"},
		Value:    inspection.Value{N: -1 << 63, Of: 1<<63 - 1, Text: "缺签名\n"},
	})
	e.Fact.Adds = []inspection.Add{{Visit: inspection.VisitID{Round: 65535, Kind: 255}, Counter: 255, N: -2}, {}}
	return e
}

// goldenForms are never to change: hashes rest on them.
var goldenForms = []struct {
	name  string
	entry *inspection.Entry
}{
	{"nothing", &inspection.Entry{}},
	{"one answer", oneAnswer()},
	{"everything", oddEntry()},
}

func TestGoldenForms(t *testing.T) {
	path := filepath.Join("testdata", "format1.hex")
	var got []byte
	for _, g := range goldenForms {
		b, err := encode(nil, g.entry)
		if err != nil {
			t.Fatal(err)
		}
		got = append(hex.AppendEncode(append(got, g.name+"\n"...), b), '\n')
		back, err := new(decoder).entry(b)
		if err != nil || show(back) != show(g.entry) {
			t.Errorf("%s came back as %v, %v", g.name, back, err)
		}
	}
	golden(t, path, got)
}

// golden compares with a file, or makes it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		write(t, path, got)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", path, got, want)
	}
}

// drawEntry makes entries that look like ours, and some that do not.
func drawEntry(t *rapid.T) *inspection.Entry {
	text := rapid.OneOf(rapid.SampledFrom([]string{"", "S001", "1.07", "张三"}), rapid.String())
	device := rapid.SampledFrom([]inspection.DeviceID{{}, {1}, {2}})
	visit := rapid.Custom(func(t *rapid.T) inspection.VisitID {
		return inspection.VisitID{
			Round:  inspection.RoundNo(rapid.Uint16().Draw(t, "round")),
			Kind:   inspection.VisitKind(rapid.Uint8().Draw(t, "kind")),
			School: inspection.SchoolCode(text.Draw(t, "school")),
		}
	})
	dot := rapid.Custom(func(t *rapid.T) inspection.Dot {
		seq := rapid.OneOf(rapid.Uint64Range(0, 5), rapid.Uint64())
		return inspection.Dot{Device: device.Draw(t, "device"), Seq: seq.Draw(t, "seq"), Mark: inspection.Mark{rapid.Byte().Draw(t, "mark")}}
	})
	write := rapid.Custom(func(t *rapid.T) inspection.Write {
		return inspection.Write{
			Register: inspection.Register{
				Field: inspection.Field(rapid.Uint16().Draw(t, "field")), Visit: visit.Draw(t, "visit"),
				Item: inspection.ItemCode(text.Draw(t, "item")), ID: text.Draw(t, "id"),
			},
			Value: inspection.Value{N: rapid.Int64().Draw(t, "n"), Of: rapid.Int64Range(0, 1).Draw(t, "of"), Text: text.Draw(t, "text")},
			Base:  rapid.SliceOfN(dot, 0, 3).Draw(t, "base"),
		}
	})
	add := rapid.Custom(func(t *rapid.T) inspection.Add {
		return inspection.Add{Visit: visit.Draw(t, "at"), Counter: inspection.Counter(rapid.Uint8().Draw(t, "counter")), N: rapid.Int64().Draw(t, "n")}
	})
	e := &inspection.Entry{
		Device: device.Draw(t, "device"), Seq: rapid.Uint64Range(0, 10).Draw(t, "seq"),
		Stamp:  inspection.Stamp{Millis: rapid.Int64().Draw(t, "millis"), Step: rapid.Uint16().Draw(t, "step")},
		Author: text.Draw(t, "author"), Prev: inspection.Hash{rapid.Byte().Draw(t, "prev")},
		Fact: inspection.Fact{
			Kind: inspection.Kind(rapid.Uint16().Draw(t, "kind")), Undoes: dot.Draw(t, "undoes"),
			Writes: rapid.SliceOfN(write, 0, 4).Draw(t, "writes"), Adds: rapid.SliceOfN(add, 0, 3).Draw(t, "adds"),
		},
	}
	return ordered(e)
}

func ordered(e *inspection.Entry) *inspection.Entry {
	slices.SortFunc(e.Fact.Writes, func(a, b inspection.Write) int { return a.Register.Compare(b.Register) })
	e.Fact.Writes = slices.CompactFunc(e.Fact.Writes, func(a, b inspection.Write) bool { return a.Register == b.Register })
	return e
}

func TestRoundTrip(t *testing.T) {
	var d decoder // one for all, as when a book is folded
	rapid.Check(t, func(t *rapid.T) {
		e := drawEntry(t)
		b, err := encode(nil, e)
		if err != nil {
			t.Fatal(err)
		}
		back, err := d.entry(b)
		if err != nil {
			t.Fatalf("%x: %v", b, err)
		}
		if show(back) != show(e) {
			t.Fatalf("%v came back as %v", e, back)
		}
		if _, err := d.entry(append(b, 0)); !errors.Is(err, errForm) {
			t.Fatalf("something after it: %v", err)
		}
	})
}

// TestOneForm changes bytes of good forms: what is still accepted must be the
// form of what was read.
func TestOneForm(t *testing.T) {
	var d decoder
	rapid.Check(t, func(t *rapid.T) {
		b, err := encode(nil, drawEntry(t))
		if err != nil {
			t.Fatal(err)
		}
		at := rapid.IntRange(0, len(b)-1).Draw(t, "at")
		b = slices.Replace(b, at, at+rapid.IntRange(0, 1).Draw(t, "old"), rapid.SliceOfN(rapid.Byte(), 0, 2).Draw(t, "new")...)
		canonical(t, &d, b)
	})
}

func canonical(t interface{ Fatalf(string, ...any) }, d *decoder, b []byte) {
	e, err := d.entry(b)
	if err != nil {
		return
	}
	again, err := encode(nil, e)
	if err != nil || !bytes.Equal(again, b) {
		t.Fatalf("%x was read, but its form is %x, %v", b, again, err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, g := range goldenForms {
		b, err := encode(nil, g.entry)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) { canonical(t, new(decoder), b) })
}

func TestRefusedForms(t *testing.T) {
	good, err := encode(nil, oneAnswer())
	if err != nil {
		t.Fatal(err)
	}
	const seqAt = 9
	long := slices.Insert(slices.Clone(good), seqAt+2, 0x80) // the sequence written longer
	long[seqAt+2], long[seqAt+3] = long[seqAt+3]|0x80, 0
	// A count of writes that would need more memory than there is.
	huge := append(slices.Clone(good[:bytes.IndexByte(good, partWrites)]), partWrites, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)
	for name, b := range map[string][]byte{
		"nothing":   {},
		"version 0": {0},
		"over-long": long,
		"huge":      huge,
		"after it":  append(slices.Clone(good), 1),
	} {
		if _, err := new(decoder).entry(b); !errors.Is(err, errForm) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := range good {
		if _, err := new(decoder).entry(good[:n]); !errors.Is(err, errForm) {
			t.Errorf("%d bytes of %d: %v", n, len(good), err)
		}
	}
	if _, err := new(decoder).entry([]byte{entryVersion + 1}); !errors.Is(err, errNewerEntry) {
		t.Errorf("newer: %v", err)
	}
}

func TestNoFormOutOfOrder(t *testing.T) {
	e := oddEntry()
	slices.Reverse(e.Fact.Writes)
	if _, err := encode(nil, e); !errors.Is(err, errOrder) {
		t.Errorf("out of order: %v", err)
	}
	e.Fact.Writes[0] = e.Fact.Writes[1]
	if _, err := encode(nil, e); !errors.Is(err, errOrder) {
		t.Errorf("twice: %v", err)
	}
}

// TestDecodedKeepsNothing: what was read must not change with the bytes.
func TestDecodedKeepsNothing(t *testing.T) {
	b, err := encode(nil, oddEntry())
	if err != nil {
		t.Fatal(err)
	}
	e, err := new(decoder).entry(b)
	if err != nil {
		t.Fatal(err)
	}
	clear(b)
	if show(e) != show(oddEntry()) {
		t.Error("the entry changed with its bytes")
	}
}

func BenchmarkDecode(b *testing.B) {
	form, err := encode(nil, oneAnswer())
	if err != nil {
		b.Fatal(err)
	}
	var d decoder
	for b.Loop() {
		if _, err := d.entry(form); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(form)), "bytes")
}
