package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/data/docx"
	"xuncha/inspection"
	"xuncha/tui"
)

// demoPressroom stands over a made-up book.
func demoPressroom(t testing.TB) (*pressroom, tui.Standing) {
	t.Helper()
	b, err := writeDemo(filepath.Join(t.TempDir(), "demo"), 1, data.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.journal.Close() })
	d := &door{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: func(string) string { return "" }, t: &chinese,
		now: func() time.Time { return time.Date(2026, 6, 30, 9, 0, 0, 0, time.UTC) }}
	r := d.newPressroom(b)
	for _, row := range b.book.Ledger() {
		if row.FixNow {
			return r, tui.Standing{Visit: row.Visit, Finding: row.ID}
		}
	}
	t.Fatal("no finding is to be put right at once")
	return nil, tui.Standing{}
}

// Everything that is offered can be set, says something, and is a file that its
// program opens.
func TestPressMakesWhatItOffers(t *testing.T) {
	t.Parallel()
	notUnderRace(t)
	r, at := demoPressroom(t)
	offers := r.Offers(at)
	seen := map[string]bool{}
	folder := t.TempDir()
	for _, o := range offers {
		if seen[o.Kind] {
			t.Errorf("%s is offered twice", o.Kind)
		}
		seen[o.Kind] = true
		if o.About == "" || o.Name == "" || o.Use == "" || o.Pieces > 0 && o.File == "" {
			t.Errorf("%+v has no words", o)
		}
		if strings.HasPrefix(o.Kind, "archive") {
			continue // a folder; see below
		}
		for n := range min(o.Pieces, 3) {
			piece, err := r.Set(o, n)
			if errors.Is(err, tui.ErrNothing) {
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", o.Kind, err)
				continue
			}
			if o.Pieces == 1 && piece.Name != o.File {
				t.Errorf("%s is offered as %s and made as %s", o.Kind, o.File, piece.Name)
			}
			if told := strings.Join(piece.Preview(), "\n"); len(told) < 200 || told != strings.Join(piece.Preview(), "\n") {
				t.Errorf("%s shows %q", o.Kind, told)
			}
			path := filepath.Join(folder, o.Kind, piece.Name)
			if err := piece.Write(context.Background(), path, false, func(int64, int64) {}); err != nil {
				t.Errorf("%s: %v", o.Kind, err)
				continue
			}
			checkMade(t, path)
			if err := piece.Write(context.Background(), path, false, nil); !errors.Is(err, tui.ErrThere) {
				t.Errorf("%s was written over: %v", o.Kind, err)
			}
			if err := piece.Write(context.Background(), path, true, nil); err != nil {
				t.Errorf("%s: %v", o.Kind, err)
			}
		}
	}
	for _, kind := range []string{"paper/finding", "paper/confirmation", "paper/feedback", "paper/feedback/each", "ledger", "ledger/each", "statistics/round", "page/round", "page/all", "paper/overview", "everything/xlsx", "everything/json", "checklist/round", "archive", "archive/each", "roster", "plan", "progress", "checklist"} {
		if !seen[kind] {
			t.Errorf("%s is not offered: %v", kind, seen)
		}
	}
}

// checkMade looks whether a file is what its name says.
func checkMade(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	switch filepath.Ext(path) {
	case ".docx":
		for _, wrong := range docx.Check(bytes.NewReader(raw), int64(len(raw))) {
			t.Errorf("%s: %s", path, wrong)
		}
	case ".xlsx":
		if !bytes.HasPrefix(raw, []byte("PK")) {
			t.Errorf("%s is no workbook", path)
		}
	case ".json":
		if !json.Valid(raw) {
			t.Errorf("%s is no JSON", path)
		}
	case ".html":
		if !bytes.HasPrefix(raw, []byte("<!DOCTYPE html>")) || !bytes.HasSuffix(bytes.TrimSpace(raw), []byte("</html>")) {
			t.Errorf("%s is no page", path)
		}
	default:
		t.Errorf("what is %s?", path)
	}
}

// What is stopped, or cannot be written, leaves no file.
func TestPressLeavesNothingHalf(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	folder := t.TempDir()
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, o := range r.Offers(at) {
		if o.Pieces != 1 {
			continue
		}
		piece, err := r.Set(o, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := piece.Write(stopped, filepath.Join(folder, piece.Name), false, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", o.Kind, err)
		}
		break
	}
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	piece, err := r.Set(r.Offers(at)[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := piece.Write(context.Background(), filepath.Join(folder, "file", piece.Name), false, nil); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("into a file: %v", err)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("%v %v", left, err)
	}
}

// A piece that is set does not read the book any more: the book may change while
// it is written. Run with -race.
func TestPressDoesNotReadTheBookWhileWriting(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	visit := at.Visit
	for _, o := range r.Offers(at) {
		if o.Pieces != 1 {
			continue
		}
		piece, err := r.Set(o, 0)
		if err != nil {
			t.Fatal(err)
		}
		var before, after bytes.Buffer
		for _, line := range piece.Preview() {
			before.WriteString(line + "\n")
		}
		done := make(chan error, 1)
		path := filepath.Join(t.TempDir(), piece.Name)
		go func() { done <- piece.Write(context.Background(), path, false, func(int64, int64) {}) }()
		for i := range 50 {
			f, err := r.book.Count(visit, inspection.Talks, int64(i+1))
			if err != nil {
				t.Fatal(err)
			}
			r.take("张三", f)
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
		for _, line := range piece.Preview() {
			after.WriteString(line + "\n")
		}
		if before.String() != after.String() {
			t.Errorf("%s changed with the book", o.Kind)
		}
	}
}

// compared lays what was read beside the book.
func compared(in tui.Incoming) (tui.Proposal, error) {
	return in()(context.Background(), func(int64, int64) {})
}

// What comes in is compared with what the book held, beside the book, which goes
// on. Run with -race.
func TestPressComparesBesideTheBook(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	path := filepath.Join(t.TempDir(), "名册.csv")
	if err := os.WriteFile(path, []byte("编号,学校名称,学段,办学性质\nD001,示例新名小学,小学,公办\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := incomingIn(t, r, at, "roster", path)
	if err != nil {
		t.Fatal(err)
	}
	compare, was, told := in(), r.book.School("D001").Name, int64(0)
	done := make(chan error, 1)
	go func() {
		p, err := compare(context.Background(), func(n, of int64) { told = n })
		if err == nil && !strings.Contains(strings.Join(p.Lines, "\n"), was+" → 示例新名小学") {
			err = errors.New(strings.Join(p.Lines, "\n"))
		}
		done <- err
	}()
	entries := int64(r.book.Len())
	school := *r.book.School("D001")
	for _, name := range []string{"示例甲校", "示例乙校"} {
		school.Name = name
		f, err := r.book.Enrol(inspection.Roster{school})
		if err != nil {
			t.Fatal(err)
		}
		r.take("张三", f)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if told != entries {
		t.Errorf("told of %d entries, not of %d", told, entries)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := in()(stopped, func(int64, int64) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// A school's archive is filed from the screens as by xuncha archive, tells how far
// it is, and is not there when it is stopped.
func TestPressFilesASchool(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	piece, err := r.Set(tui.Offer{Kind: "archive", At: at}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if told := strings.Join(piece.Preview(), "\n"); !strings.Contains(told, "反馈意见") {
		t.Errorf("%s", told)
	}
	path := filepath.Join(t.TempDir(), piece.Name)
	ctx, stop := context.WithCancel(context.Background())
	if err := piece.Write(ctx, path, false, func(done, of int64) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 0 {
		t.Errorf("stopped, it left %v %v", left, err)
	}
	last, all := int64(0), int64(0)
	if err := piece.Write(context.Background(), path, false, func(done, of int64) { last, all = done, of }); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"目录.docx", "目录.csv", "SHA256SUMS"} {
		if _, err := os.Stat(filepath.Join(path, name)); err != nil {
			t.Error(err)
		}
	}
	if last != all || all < 10 {
		t.Errorf("%d of %d", last, all)
	}
	if err := piece.Write(context.Background(), path, false, func(int64, int64) {}); !errors.Is(err, tui.ErrThere) {
		t.Errorf("a second time: %v", err)
	}
}

// BenchmarkPressSet is how long a frame waits while one piece of each product is
// set, and while the offers are listed.
func BenchmarkPressSet(b *testing.B) {
	r, at := demoPressroom(b)
	offers := r.Offers(at)
	b.Run("offers", func(b *testing.B) {
		for b.Loop() {
			r.Offers(at)
		}
	})
	for _, o := range offers {
		if o.Pieces == 0 {
			continue
		}
		b.Run(o.Kind, func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Set(o, 0); err != nil && !errors.Is(err, tui.ErrNothing) {
					b.Fatal(err)
				}
			}
		})
	}
}
