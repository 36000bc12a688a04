package table

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const (
	relsPart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	bookPart = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`
)

// part is a part of a made-up workbook, as it is written.
type madePart struct {
	name  string
	write func(io.Writer) error
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// madeBook is a workbook of one sheet and shared strings, written as given.
func madeBook(t testing.TB, sheet, shared func(io.Writer) error) []byte {
	t.Helper()
	return packed(t, madePart{"xl/workbook.xml", text(bookPart)}, madePart{"xl/_rels/workbook.xml.rels", text(relsPart)},
		madePart{"xl/worksheets/sheet1.xml", sheet}, madePart{"xl/sharedStrings.xml", shared})
}

func packed(t testing.TB, parts ...madePart) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	press, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { press.Reset(w); return press, nil }) // one part after another
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			err = p.write(w)
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

// liar is a workbook of which one part says that it unpacks to so many bytes,
// and unpacks to 2 MB.
func liar(t testing.TB, name string, says uint64) []byte {
	t.Helper()
	var packedPart, b bytes.Buffer
	fw, err := flate.NewWriter(&packedPart, flate.BestSpeed)
	if err == nil {
		err = errors.Join(times(100_000, "<sst>", "<si><t>a</t></si>    ", "</sst>")(fw), fw.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&b)
	for _, p := range []madePart{{"xl/workbook.xml", text(bookPart)}, {"xl/_rels/workbook.xml.rels", text(relsPart)}, {"xl/worksheets/sheet1.xml", text("<worksheet/>")}, {"xl/sharedStrings.xml", text("<sst/>")}} {
		var w io.Writer
		if p.name == name {
			p.write = func(w io.Writer) error { _, err := w.Write(packedPart.Bytes()); return err }
			w, err = z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: says, CompressedSize64: uint64(packedPart.Len())})
		} else {
			w, err = z.Create(p.name)
		}
		if err == nil {
			err = p.write(w)
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

// times writes a text again and again between two others.
func times(n int, before, again, after string) func(io.Writer) error {
	return func(w io.Writer) error {
		block := strings.Repeat(again, 1000)
		if _, err := io.WriteString(w, before); err != nil {
			return err
		}
		for i := 0; i < n; i += 1000 {
			if _, err := io.WriteString(w, block); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, after)
		return err
	}
}

// held is how much memory is held. To ask for it stops nobody, as ReadMemStats
// would.
func held() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// measured runs f and gives how long it took and how much it held at most.
func measured(f func()) (took time.Duration, peak uint64) {
	runtime.GC()
	before := held()
	var most atomic.Uint64
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				most.Store(max(most.Load(), held()))
			}
		}
	}()
	start := time.Now()
	f()
	took = time.Since(start)
	close(done)
	<-ended
	return took, most.Load() - min(most.Load(), before)
}

// notUnderRace leaves out what is large and done by one goroutine alone where
// -short is given, as it is under the race detector.
func notUnderRace(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine does it, which takes long under the race detector")
	}
}

// What is made to fill the memory is refused, or is read within it. The bounds
// are wide, since machines are not alike; go test -v tells the figures.
func TestBombs(t *testing.T) {
	notUnderRace(t)
	empty := text("<sst/>")
	for _, c := range []struct {
		name string
		raw  func() []byte
		says string
	}{
		{"one text without end", func() []byte {
			return madeBook(t, times(4_000_000, `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`, "aaaaaaaaaaaa", `</t></is></c></row></sheetData></worksheet>`), empty)
		}, "有一格的内容过长"},
		{"an attribute without end", func() []byte {
			return madeBook(t, times(4_000_000, `<worksheet><sheetData><row r="`, "aaaaaaaaaaaa", `"/></sheetData></worksheet>`), empty)
		}, "有一格的内容过长"},
		{"a sheet of 600 MB", func() []byte { return liar(t, "xl/worksheets/sheet1.xml", 600<<20) }, "sheet1.xml 解开后超过"},
		{"shared strings of 60 MB", func() []byte { return liar(t, "xl/sharedStrings.xml", 60<<20) }, "sharedStrings.xml 解开后超过"},
		{"strings that are more than they say", func() []byte { return liar(t, "xl/sharedStrings.xml", 100) }, "已损坏"},
		{"too many shared strings", func() []byte {
			return madeBook(t, text("<worksheet/>"), times(600_000, `<sst>`, "<si><t/></si>", `</sst>`))
		}, "文字超过 50 万条"},
		{"a column far out", func() []byte {
			return madeBook(t, text(`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`), empty)
		}, "名册!XFD1有内容，列太多了"},
		{"too many cells", func() []byte {
			return madeBook(t, times(600_000, `<worksheet><sheetData>`, `<row><c><v>1</v></c></row>`, `</sheetData></worksheet>`), empty)
		}, "有内容的格子超过 50 万个"},
		{"merged over each other", func() []byte {
			return madeBook(t, times(100_000, `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="AAA1"><v>1</v></c></row></sheetData><mergeCells>`,
				`<mergeCell ref="A1:XFD1048576"/>`, `</mergeCells></worksheet>`), empty)
		}, "合并的格子太多"},
		{"a zip of zips", func() []byte {
			parts := []madePart{{"xl/workbook.xml", text(bookPart)}}
			for i := range 10_001 {
				parts = append(parts, madePart{fmt.Sprint(i), text("")})
			}
			return packed(t, parts...)
		}, "压缩包里的文件太多"},
		{"csv of too many cells", func() []byte { return bytes.Repeat([]byte("1,1,1,1,\n"), 300_000) }, "有内容的格子超过 50 万个"},
		{"csv of one line", func() []byte { return bytes.Repeat([]byte("1,"), 5_000_000) }, "第1行有 5000001 列"},
		{"csv of one cell", func() []byte { return bytes.Repeat([]byte("a"), 15_000_000) }, ""},
		{"csv of quotes", func() []byte { return bytes.Repeat([]byte(`"`), 15_000_001) }, "引号没有成对"},
	} {
		raw := c.raw()
		var err error
		took, peak := measured(func() { _, err = Read(context.Background(), "bomb", bytes.NewReader(raw), int64(len(raw))) })
		t.Logf("%s: %v, %d MB", c.name, took.Round(time.Millisecond), peak>>20)
		if c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) || c.says == "" && err != nil {
			t.Errorf("%s: %v, want …%s…", c.name, err, c.says)
		}
		if peak > 200<<20 {
			t.Errorf("%s took %d MB", c.name, peak>>20)
		}
	}
}

// A gigabyte is refused by its size; the file is sparse.
func TestGigabyteOfCSV(t *testing.T) {
	path := filepath.Join(t.TempDir(), "名册.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString(strings.Repeat("编号,名称\n", 1000))
	if err = errors.Join(err, f.Truncate(1<<30), f.Close()); err != nil {
		t.Skipf("no room for a sparse file: %v", err)
	}
	took, peak := measured(func() { _, err = ReadFile(context.Background(), path) })
	t.Logf("%v, %d KB", took, peak>>10)
	if err == nil || !strings.Contains(err.Error(), "文件有 1024 MB，不像是人做的表格") || peak > 16<<20 {
		t.Errorf("%v, %d MB", err, peak>>20)
	}
}

// hostileSheet is styled down to its last row, as columns formatted whole are
// saved: 200 MB of cells without content under a small table, merged cells after
// all of it.
func hostileSheet(t testing.TB) []byte {
	return madeBook(t, func(w io.Writer) error {
		_, err := io.WriteString(w, `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>名称</t></is></c><c r="C1" t="inlineStr"><is><t>片区</t></is></c></row>`+
			`<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>示例一小</t></is></c><c r="C2" t="inlineStr"><is><t>东片</t></is></c></row>`+
			`<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="inlineStr"><is><t>示例二小</t></is></c><c r="C3" s="1"/></row>`)
		var line []byte
		for n := 4; n <= 1<<20 && err == nil; n++ {
			line = strconv.AppendInt(append(line[:0], `<row r="`...), int64(n), 10)
			line = append(line, `" s="1" customFormat="1" ht="15">`...)
			for c := 'A'; c <= 'G'; c++ {
				line = strconv.AppendInt(append(append(line, `<c r="`...), byte(c)), int64(n), 10)
				line = append(line, `" s="1"/>`...)
			}
			_, err = w.Write(append(line, `</row>`...))
		}
		if err == nil {
			_, err = io.WriteString(w, `</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells></worksheet>`)
		}
		return err
	}, text("<sst/>"))
}

func TestStyledToTheLastRow(t *testing.T) {
	notUnderRace(t)
	raw := hostileSheet(t)
	var f *File
	var err error
	took, peak := measured(func() { f, err = Read(context.Background(), "a.xlsx", bytes.NewReader(raw), int64(len(raw))) })
	t.Logf("%d MB read in %v, %d MB held", len(raw)>>20, took.Round(time.Millisecond), peak>>20)
	if err != nil {
		t.Fatal(err)
	}
	_, got := found(t, &f.Sheets[0])
	if strings.Join(got, " ") != "1|示例一小|||||东片 2|示例二小|||||东片" || f.Sheets[0].Unread != 0 {
		t.Errorf("got %v, unread from %d", got, f.Sheets[0].Unread)
	}
	if peak > 50<<20 {
		t.Errorf("held %d MB", peak>>20)
	}
}

// What stands below a desert is not read, and that is told.
func TestFarBelow(t *testing.T) {
	raw := madeBook(t, func(w io.Writer) error {
		_, err := io.WriteString(w, `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`)
		for n := 2; n < 400 && err == nil; n++ {
			_, err = fmt.Fprintf(w, `<row r="%d"><c r="A%d" s="1"/></row>`, n, n)
		}
		if err == nil {
			_, err = io.WriteString(w, `<row r="400"><c r="A400"><v>2</v></c></row></sheetData></worksheet>`)
		}
		return err
	}, text("<sst/>"))
	s := read(t, "a.xlsx", raw).Sheets[0]
	if len(s.Rows) != 1 || s.Unread != 400 {
		t.Errorf("%d rows, unread from %d", len(s.Rows), s.Unread)
	}
}
