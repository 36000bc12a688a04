package data

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xuncha/inspection"
)

// shelfOf is an evidence folder beside a book that is just a name.
func shelfOf(t testing.TB) (*EvidenceFolder, string) {
	folder := t.TempDir()
	return EvidenceOf(filepath.Join(folder, "b.xuncha")), folder
}

func written(t testing.TB, folder, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// picture begins as a JPEG and goes on as anything.
func picture(size int, seed uint64) []byte {
	b := make([]byte, size)
	rng := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16)})
	rng.Read(b)
	copy(b, "\xff\xd8\xff\xe0")
	return b
}

func read1(t testing.TB, f *EvidenceFolder, id inspection.EvidenceID) ([]byte, error) {
	t.Helper()
	r, err := f.Open(id)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	return b, errors.Join(err, r.Close())
}

// files are all that is in a folder, from it.
func files(t testing.TB, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			path, err = filepath.Rel(folder, path)
			all = append(all, filepath.ToSlash(path))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func TestEvidenceIsKeptOnce(t *testing.T) {
	f, folder := shelfOf(t)
	content := picture(600_000, 1)
	first := written(t, folder, "会议记录 第3页.jpg", content)
	second := written(t, folder, "copy.jpg", content)
	var told []int64
	one, err := f.TakeIn(t.Context(), first, func(done, size int64) { told = append(told, done) })
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(content)
	want := Taken{inspection.EvidenceID(hex.EncodeToString(sum[:])), "会议记录 第3页.jpg", 600_000, inspection.Photo}
	if one != want {
		t.Errorf("%+v, want %+v", one, want)
	}
	if len(told) < 3 || told[len(told)-1] != 600_000 {
		t.Errorf("progress was told as %v", told)
	}
	two, err := f.TakeIn(t.Context(), second, nil)
	if err != nil || two.ID != one.ID {
		t.Errorf("%+v %v", two, err)
	}
	if all := files(t, f.folder); len(all) != 1 || all[0] != string(one.ID[:2])+"/"+string(one.ID) {
		t.Errorf("there are %v", all)
	}
	if got, err := read1(t, f, one.ID); err != nil || !bytes.Equal(got, content) {
		t.Errorf("%d bytes came back: %v", len(got), err)
	}
	if info, err := os.Stat(f.folder); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may enter: %v %v", info.Mode(), err)
	}
}

// Taking a file in again heals the bytes of it that a disk has spoilt.
func TestEvidenceIsHealed(t *testing.T) {
	f, folder := shelfOf(t)
	path := written(t, folder, "a.jpg", picture(1000, 1))
	one, err := f.TakeIn(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.folder, string(one.ID[:2]), string(one.ID)), []byte("\x00spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := read1(t, f, one.ID); !errors.Is(err, ErrAltered) {
		t.Errorf("spoilt bytes: %v", err)
	}
	if _, err := f.TakeIn(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := read1(t, f, one.ID); err != nil {
		t.Errorf("healed bytes: %v", err)
	}
}

func TestEvidenceRefuses(t *testing.T) {
	f, folder := shelfOf(t)
	book := written(t, folder, "b.xuncha", []byte("as good as a book"))
	huge := written(t, folder, "huge.jpg", picture(10, 1))
	if err := os.Truncate(huge, inspection.MaxEvidence+1); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path string
		want error
	}{
		"a folder":        {folder, ErrFolder},
		"nothing":         {filepath.Join(folder, "none"), ErrNoFile},
		"a huge file":     {huge, ErrTooLarge},
		"an empty file":   {written(t, folder, "empty.txt", nil), ErrEmptyFile},
		"the book":        {book, ErrOwnBook},
		"a program":       {written(t, folder, "notes.pdf", []byte("MZ\x90\x00\x03\x00\x00\x00")), ErrProgram},
		"an ELF":          {written(t, folder, "picture.jpg", []byte("\x7fELF\x02\x01\x01\x00")), ErrProgram},
		"a script":        {written(t, folder, "list.txt", []byte("#!/bin/sh\necho\n")), ErrProgram},
		"a batch file":    {written(t, folder, "list.BAT", []byte("echo off\r\n")), ErrProgram},
		"an archive":      {written(t, folder, "all.zip", zipped(t, "a.jpg", "b.jpg")), ErrKind},
		"a broken ZIP":    {written(t, folder, "x.docx", []byte("PK\x03\x04 and no more")), ErrKind},
		"unknown bytes":   {written(t, folder, "x.dat", []byte{1, 2, 3, 4, 5, 0, 7}), ErrKind},
		"a path with \\0": {"a\x00b", ErrUnreadable},
	} {
		if _, err := f.TakeIn(t.Context(), c.path, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if left := files(t, f.folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestEvidenceKnowsKinds(t *testing.T) {
	gb := []byte{0xbb, 0xe1, 0xd2, 0xe9, '\r', '\n'} // 会议 as GB18030 has it
	for _, c := range []struct {
		name    string
		content []byte
		ending  string
		sort    inspection.EvidenceSort
	}{
		{"a.jpg", picture(100, 1), ".jpg", inspection.Photo},
		{"a", []byte("\x89PNG\r\n\x1a\n\x00"), ".png", inspection.Photo},
		{"a.heic", []byte("\x00\x00\x00\x18ftypheic\x00"), ".heic", inspection.Photo},
		{"a.pdf", []byte("%PDF-1.7\n\x01\x02"), ".pdf", inspection.CopyOf},
		{"a.pdf", []byte("\x00\x01junk before %PDF-1.4"), ".pdf", inspection.CopyOf},
		{"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"), ".doc", inspection.Form},
		{"a.docx", zipped(t, "[Content_Types].xml", "word/document.xml"), ".docx", inspection.Form},
		{"a.xlsm", zipped(t, "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), ".xlsm", inspection.Form},
		{"a.pptx", zipped(t, "docProps/app.xml", "ppt/presentation.xml", "[Content_Types].xml"), ".pptx", inspection.Form},
		{"a.odt", zipped(t, "mimetype", "content.xml"), ".odt", inspection.Form},
		{"a.ofd", zipped(t, "OFD.xml", "Doc_0/Document.xml"), ".ofd", inspection.Form},
		{"a.txt", []byte("会议记录\n"), ".txt", inspection.Form},
		{"a.txt", gb, ".txt", inspection.Form},
		{"a.txt", []byte("\xff\xfe\x1a\x4f\x00\x00"), ".txt", inspection.Form},
		{"a.txt", []byte("MZ 是两个字母"), ".txt", inspection.Form},
		{"a.mp3", []byte("ID3\x04\x00"), ".mp3", inspection.Recording},
		{"a.amr", []byte("#!AMR\n\x00"), ".amr", inspection.Recording},
		{"a.mp4", []byte("\x00\x00\x00\x20ftypisom\x00"), ".mp4", inspection.Recording},
		{"a.wav", []byte("RIFF\x24\x00\x00\x00WAVEfmt "), ".wav", inspection.Recording},
	} {
		k, err := kindOf(bytes.NewReader(c.content), int64(len(c.content)), c.name)
		if err != nil || k.ending != c.ending || k.sort != c.sort {
			t.Errorf("%s %q: %+v %v", c.name, c.content[:min(8, len(c.content))], k, err)
		}
	}
}

func zipped(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, "x")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Stopped on the way, nothing is left.
func TestEvidenceStops(t *testing.T) {
	f, folder := shelfOf(t)
	path := written(t, folder, "a.jpg", picture(5<<20, 1))
	ctx, stop := context.WithCancel(t.Context())
	_, err := f.TakeIn(ctx, path, func(done, size int64) {
		if done > 1<<20 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if left := files(t, f.folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A file that changes under the reader is not taken in, whether it grows, loses
// its end or is written over.
func TestEvidenceNoticesChange(t *testing.T) {
	f, folder := shelfOf(t)
	for name, change := range map[string]func(*os.File) error{
		"grows":   func(w *os.File) error { _, err := w.WriteAt([]byte("more"), 3<<20); return err },
		"shrinks": func(w *os.File) error { return w.Truncate(2 << 20) },
		"endless": func(w *os.File) error { return w.Truncate(inspection.MaxEvidence + 1<<20) },
	} {
		path := written(t, folder, name+".jpg", picture(3<<20, 1))
		w, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		changed := false
		_, err = f.TakeIn(t.Context(), path, func(done, size int64) {
			if !changed {
				changed = true
				if err := change(w); err != nil {
					t.Error(err)
				}
			}
		})
		if !errors.Is(err, ErrChanging) && !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if left := files(t, f.folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// No ID leads out of the folder.
func TestEvidenceStaysInItsFolder(t *testing.T) {
	f, folder := shelfOf(t)
	written(t, folder, "secret", []byte("x"))
	for _, id := range []inspection.EvidenceID{
		"", "..", "../secret", "../../etc/passwd", inspection.EvidenceID("../" + strings.Repeat("a", 61)),
		inspection.EvidenceID(strings.Repeat("A", 64)), inspection.EvidenceID(strings.Repeat("a", 62) + "/."), inspection.EvidenceID(strings.Repeat("a", 64)),
	} {
		if _, err := f.Open(id); !errors.Is(err, ErrLost) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestEvidenceNames(t *testing.T) {
	long := strings.Repeat("长", 300) + ".pdf"
	for path, want := range map[string]string{
		"/tmp/a\u202eb\x1bc.pdf": "abc.pdf",
		"x/一 二.jpg":              "一 二.jpg",
		"a\nb.txt":               "a b.txt",
		"\xbb\xe1.pdf":           "佐证.pdf",
		"\u200b":                 "佐证",
		long:                     strings.Repeat("长", inspection.MaxTitle-4) + ".pdf",
	} {
		if got := nameOf(path); got != want {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
}

// Leftovers of a crash go, whatever else lies there stays.
func TestEvidenceSweeps(t *testing.T) {
	f, folder := shelfOf(t)
	if err := f.Sweep(); err != nil {
		t.Errorf("nothing to sweep: %v", err)
	}
	one, err := f.TakeIn(t.Context(), written(t, folder, "a.jpg", picture(1000, 1)), nil)
	if err != nil {
		t.Fatal(err)
	}
	written(t, f.folder, "123.new", []byte("half"))
	written(t, f.folder, "readme.txt", []byte("somebody's"))
	if err := f.Sweep(); err != nil {
		t.Fatal(err)
	}
	if left := files(t, f.folder); len(left) != 2 {
		t.Errorf("there are %v", left)
	}
	if _, err := read1(t, f, one.ID); err != nil {
		t.Error(err)
	}
}

// A newer release's evidence is told from damage.
func TestEvidenceOfNewerRelease(t *testing.T) {
	f, folder := shelfOf(t)
	one, err := f.TakeIn(t.Context(), written(t, folder, "a.jpg", picture(1000, 1)), nil)
	if err != nil {
		t.Fatal(err)
	}
	written(t, filepath.Join(f.folder, string(one.ID[:2])), string(one.ID), []byte("\x01sealed"))
	if _, err := f.Open(one.ID); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
}

func TestEvidenceIsChecked(t *testing.T) {
	d := newDesk(t)
	j := d.create("b")
	var b inspection.Book
	f := EvidenceOf(j.Path())
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	take := func(fact inspection.Fact, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(j.Take("张三", fact))
	}
	roster := inspection.Roster{{Code: "S001", Name: "示例一小", Order: 1}}
	list := &inspection.Checklist{ID: "c", Title: "清单", Sections: []inspection.Section{{Number: 1, Name: "板块", Items: []inspection.Item{{Code: "1.01", Title: "要点", Section: 1}}}}}
	if err := inspection.Founding(func(fact inspection.Fact) error { take(fact, nil); return nil }, &b, inspection.Campaign{ID: "x", Title: "示例"}, roster, list, true); err != nil {
		t.Fatal(err)
	}
	var ids []inspection.EvidenceID
	for i := range 4 {
		one, err := f.TakeIn(t.Context(), written(t, d.folder, "a.jpg", picture(1000+i, uint64(i))), nil)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, one.ID)
		if i < 3 {
			take(b.Attach(v, one.ID, one.Name, one.Size, "1.01", ""))
		}
	}
	r, err := f.Check(&b)
	if err != nil || r.Files != 3 || r.Bytes != 3003 || r.Spare != 1 || len(r.Faults) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	if err := os.Remove(filepath.Join(f.folder, string(ids[0][:2]), string(ids[0]))); err != nil {
		t.Fatal(err)
	}
	written(t, filepath.Join(f.folder, string(ids[1][:2])), string(ids[1]), []byte("\x00other bytes"))
	r, err = f.Check(&b)
	if err != nil || len(r.Faults) != 2 || !errors.Is(r.Why[ids[0]], ErrLost) || !errors.Is(r.Why[ids[1]], ErrAltered) || r.Why[ids[2]] != nil {
		t.Errorf("%+v %v", r, err)
	}
}

// Whatever the bytes are, telling their kind ends, and no program passes.
func FuzzKind(f *testing.F) {
	f.Add("a.docx", zipped(f, "[Content_Types].xml", "word/document.xml"))
	f.Add("a.jpg", picture(20, 1))
	f.Add("a", []byte("PK\x03\x04PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00"))
	f.Add("a.txt", []byte("会议"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		k, err := kindOf(bytes.NewReader(content), int64(len(content)), name)
		if err != nil {
			if k != (kind{}) {
				t.Errorf("%+v with %v", k, err)
			}
			return
		}
		if k.ending == "" || k.sort == 0 || k.sort > inspection.TalkSheet {
			t.Errorf("%+v", k)
		}
		for _, p := range programs[:len(programs)-1] {
			if bytes.HasPrefix(content, []byte(p)) && k.ending != ".amr" {
				t.Errorf("%q passes as %s", p, k.ending)
			}
		}
	})
}

func TestEvidenceIsCopiedOut(t *testing.T) {
	f, folder := shelfOf(t)
	content := picture(1000, 1)
	one, err := f.TakeIn(t.Context(), written(t, folder, "a.jpg", content), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "out.jpg")
	if err := f.CopyOut(one.ID, out, false); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, content) {
		t.Errorf("%d bytes: %v", len(got), err)
	}
	if err := f.CopyOut(one.ID, out, false); !errors.Is(err, ErrExists) {
		t.Errorf("over another: %v", err)
	}
	written(t, filepath.Join(f.folder, string(one.ID[:2])), string(one.ID), []byte("\x00altered"))
	if err := f.CopyOut(one.ID, out, true); !errors.Is(err, ErrAltered) {
		t.Errorf("altered: %v", err)
	}
	if err := f.CopyOut(one.ID, folder, true); !errors.Is(err, ErrExists) {
		t.Errorf("over a folder: %v", err)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, content) {
		t.Errorf("the file that was there has %d bytes: %v", len(got), err)
	}
	if left, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left: %v %v", left, err)
	}
}
