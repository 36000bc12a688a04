package data

import (
	"path/filepath"
	"testing"

	"xuncha/inspection"
)

func TestSmoke(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xuncha")
	w := t.TempDir()
	j, err := Create(path, Options{Witness: w})
	if err != nil {
		t.Fatal(err)
	}
	var b inspection.Book
	if err := j.Fold(&b); err != nil {
		t.Fatal(err)
	}
	f, err := b.Found(inspection.Campaign{ID: j.NewID(), Title: "x", Zone: 480})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(j.Take("张三", f))
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
	t.Log(j.Saving(), j.NewID())
	d := j.Device()
	j.Keep("a", []byte("b"))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j, err = Open(path, Options{Witness: w})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if string(j.Kept("a")) != "b" || j.Device() != d {
		t.Fatal("kept", string(j.Kept("a")))
	}
	b = inspection.Book{}
	if err := j.Fold(&b); err != nil {
		t.Fatal(err)
	}
	if b.Len() != 1 {
		t.Fatal(b.Len())
	}
	if j.Take("x", f); j.Flush() != nil {
		t.Fatal("flush")
	}
}
