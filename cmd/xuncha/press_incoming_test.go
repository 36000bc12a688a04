package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/data/docx"
	"xuncha/inspection"
	"xuncha/tui"
)

// incomingIn reads a file as what it is offered as.
func incomingIn(t *testing.T, r *pressroom, at tui.Standing, kind, path string) (tui.Incoming, error) {
	t.Helper()
	for _, o := range r.Offers(at) {
		if o.Kind == kind {
			return r.Read(context.Background(), o, path)
		}
	}
	t.Fatalf("%s is not offered", kind)
	return nil, nil
}

// Papers take the header of the office's own document, as they say when it is
// named; one that is gone when it is needed leaves no file.
func TestPressTakesStyles(t *testing.T) {
	r, at := demoPressroom(t)
	folder := t.TempDir()
	path, out := filepath.Join(folder, "本单位格式.docx"), filepath.Join(folder, "底稿.docx")
	var own bytes.Buffer
	if err := (&docx.Document{Header: "示例单位的页眉"}).Write(&own); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(path, own.Bytes(), 0o600), os.WriteFile(out, []byte("%PDF-1.4"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := r.CheckDonor(path); err != nil {
		t.Error(err)
	}
	for name, says := range map[string]string{out: "格式文件不能用", filepath.Join(folder, "没有.docx"): "打不开格式文件", folder: "格式文件"} {
		if err := r.CheckDonor(name); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	headed := func(donor string) bool {
		t.Helper()
		piece, err := r.Set(tui.Offer{Kind: "paper/finding", At: at, Donor: donor}, 0)
		if err == nil {
			err = piece.Write(context.Background(), out, true, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(strings.Join(piece.Preview(), "\n"), "工作秘密"); n != 1 {
			t.Errorf("the preview warns %d times", n)
		}
		checkMade(t, out)
		raw, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range unzipped(t, raw) {
			if bytes.Contains(part, []byte("示例单位的页眉")) {
				return true
			}
		}
		return false
	}
	if !headed(path) || headed("") {
		t.Error("the header is not that of the document that was named")
	}
	piece, err := r.Set(tui.Offer{Kind: "paper/finding", At: at, Donor: path}, 0)
	if err = errors.Join(err, os.Remove(path), os.Remove(out)); err != nil {
		t.Fatal(err)
	}
	if err := piece.Write(context.Background(), out, false, nil); err == nil || !strings.Contains(err.Error(), "打不开格式文件") {
		t.Errorf("without it: %v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Errorf("%v %v", left, err)
	}
}

// What comes in is laid beside the book, changes it as one entry, and says the
// second time that nothing would change; a file that is no such thing says what
// it is.
func TestPressTakesFilesIn(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	list := *r.book.ChecklistOf(at.Visit.Round)
	list.ID = "示例-2"
	list.Sections = append([]inspection.Section{}, list.Sections...)
	list.Sections[0].Items = append([]inspection.Item{}, list.Sections[0].Items...)
	list.Sections[0].Items[0].Title = "换了说法的要点"
	var yaml bytes.Buffer
	if err := data.WriteChecklist(&yaml, &list); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ kind, path, says string }{
		{"roster", write("名册.csv", "编号,学校名称,学段,办学性质\nD001,示例新名小学,小学,公办\nD900,示例新校,小学,公办\n"), "示例新名小学"},
		{"plan", write("计划.csv", "编号,学校名称,轮次\nD001,示例新名小学,1\nD900,示例新校,3\n"), "示例新校"},
		{"checklist", write("清单.yaml", yaml.String()), "换了说法的要点"},
	} {
		in, err := incomingIn(t, r, at, c.kind, c.path)
		if err != nil {
			t.Errorf("%s: %v", c.kind, err)
			continue
		}
		p, err := compared(in)
		if err != nil || len(p.Facts) != 1 || !strings.Contains(strings.Join(p.Lines, "\n"), c.says) {
			t.Errorf("%s: %v\n%s", c.kind, err, strings.Join(p.Lines, "\n"))
			continue
		}
		r.take("张三", p.Facts[0])
		if again, err := compared(in); err != nil || len(again.Facts) != 0 {
			t.Errorf("%s a second time: %v %+v", c.kind, err, again.Facts)
		}
		for _, path := range []string{write("坏.xlsx", "%PDF-1.4 not a table"), filepath.Join(folder, "没有.xlsx"), folder} {
			if _, err := incomingIn(t, r, at, c.kind, path); err == nil || strings.Contains(err.Error(), "没有做成") {
				t.Errorf("%s from %s: %v", c.kind, path, err)
			}
		}
	}
}

// A ledger that went out from the screens comes in again; unchanged, it changes
// nothing.
func TestPressLedgerOutAndIn(t *testing.T) {
	t.Parallel()
	r, at := demoPressroom(t)
	piece, err := r.Set(tui.Offer{Kind: "ledger", At: at}, 0)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), piece.Name)
	if err := piece.Write(context.Background(), path, false, nil); err != nil {
		t.Fatal(err)
	}
	in, err := incomingIn(t, r, at, "progress", path)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := compared(in); err != nil || len(p.Facts) != 0 || !strings.Contains(p.Lines[0], piece.Name) {
		t.Errorf("%v %+v", err, p)
	}
}
