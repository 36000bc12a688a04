package data

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// work makes the facts of a campaign: 61 schools in three rounds, 195 items
// each, which are gone through again and again, each time with every seventh
// answer getting a note.
type work struct {
	j     *Journal
	heads map[inspection.Register]inspection.Dot
	rand  *rand.Rand
	taken int
}

const (
	workSchools = 61
	workRounds  = 3
	workItems   = 195
)

func (w *work) answers(n int) {
	w.heads = map[inspection.Register]inspection.Dot{}
	w.rand = rand.New(rand.NewPCG(1, 2))
	passes := max(1, (n+workSchools*workRounds*workItems-1)/(workSchools*workRounds*workItems))
	for v := 0; w.taken < n; v++ {
		visit := inspection.VisitID{
			Round: inspection.RoundNo(v/workSchools%workRounds + 1), Kind: inspection.Routine,
			School: inspection.SchoolCode(fmt.Sprintf("S%03d", v%workSchools+1)),
		}
		for i := 0; i < passes*workItems && w.taken < n; i++ {
			w.answer(visit, i%workItems)
		}
	}
}

func (w *work) answer(v inspection.VisitID, item int) {
	at := inspection.Register{Field: inspection.AnswerVerdict, Visit: v,
		Item: inspection.ItemCode(fmt.Sprintf("%d.%02d", item/13+1, item%13+1))}
	f := inspection.Fact{Kind: inspection.Answered}
	w.set(&f, at, inspection.Value{N: int64(w.rand.IntN(5) + 1)})
	if w.rand.IntN(100) < 15 {
		at.Field = inspection.AnswerNote
		w.set(&f, at, inspection.Value{Text: "会议记录第三页缺少签名，已请学校补交说明，下周复核。"[:3*(4+w.rand.IntN(20))]})
	}
	e := w.j.Take([]string{"张三", "李四", "王五"}[int(v.School[3])%3], f)
	for i := range f.Writes {
		w.heads[f.Writes[i].Register] = e.Dot()
	}
	w.taken++
}

func (w *work) set(f *inspection.Fact, r inspection.Register, v inspection.Value) {
	write := inspection.Write{Register: r, Value: v}
	if d, ok := w.heads[r]; ok {
		write.Base = []inspection.Dot{d}
	}
	f.Writes = append(f.Writes, write)
}

// bookOf makes a book of n entries, in few transactions.
func bookOf(tb testing.TB, folder string, n int) (path, witness string) {
	tb.Helper()
	path, witness = filepath.Join(folder, fmt.Sprintf("%d.xuncha", n)), filepath.Join(folder, "witness")
	j, err := Create(path, Options{Witness: witness, NoSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	(&work{j: j}).answers(n)
	if err := j.Close(); err != nil {
		tb.Fatal(err)
	}
	return path, witness
}

// BenchmarkOpen opens a book and folds it, beside reading and hashing the file.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{50_000, 500_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path, witness := bookOf(b, b.TempDir(), n)
			var floor, whole time.Duration
			for b.Loop() {
				runtime.GC() // each opening is a program's first
				start := time.Now()
				hashFile(b, path)
				floor += time.Since(start)
				start = time.Now()
				foldFile(b, path, witness, n)
				whole += time.Since(start)
			}
			b.ReportMetric(float64(whole)/float64(floor), "x-floor")
			b.ReportMetric(float64(floor.Milliseconds())/float64(b.N), "floor-ms")
			b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "open-ms")
			b.ReportMetric(float64(whole.Nanoseconds())/float64(b.N*n), "ns/entry")
			if info, err := os.Stat(path); err == nil {
				b.ReportMetric(float64(info.Size())/float64(n), "bytes/entry")
			}
		})
	}
}

func hashFile(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.CopyBuffer(h, f, make([]byte, 1<<20)); err != nil {
		b.Fatal(err)
	}
	h.Sum(nil)
}

func foldFile(b *testing.B, path, witness string, n int) {
	j, err := Open(path, Options{Witness: witness})
	if err != nil {
		b.Fatal(err)
	}
	var book inspection.Book
	if err := j.Fold(&book); err != nil {
		b.Fatal(err)
	}
	if book.Len() != n {
		b.Fatalf("%d entries of %d", book.Len(), n)
	}
	if err := j.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkAnswer saves one answer at a time, beside bbolt alone with the same
// bytes and options, and beside two writes that are each synced.
func BenchmarkAnswer(b *testing.B) {
	folder := b.TempDir()
	path, witness := bookOf(b, folder, 30_000)
	j, err := Open(path, Options{Witness: witness})
	if err != nil {
		b.Fatal(err)
	}
	defer j.Close()
	barePath, _ := bookOf(b, filepath.Join(folder, "bare"), 30_000)
	bare, err := openBolt(barePath, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	plain, err := os.Create(filepath.Join(folder, "plain"))
	if err != nil {
		b.Fatal(err)
	}
	defer plain.Close()
	w := &work{j: j, heads: map[inspection.Register]inspection.Dot{}, rand: rand.New(rand.NewPCG(1, 2))}
	at := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	block, value := make([]byte, 4096), bytes.Repeat([]byte{7}, 110)
	var ours, theirs, disk time.Duration
	for i := uint64(0); b.Loop(); i++ {
		ours += clock(func() error { w.answer(at, int(i)%workItems); return j.Flush() }, b)
		theirs += clock(func() error {
			return bare.Update(func(tx *bolt.Tx) error {
				bucket := tx.Bucket([]byte(bucketJournal))
				bucket.FillPercent = fill
				return bucket.Put(spot{0, 30_001 + i}.key(), value)
			})
		}, b)
		disk += clock(func() error { return twoSyncs(plain, block) }, b)
	}
	b.ReportMetric(float64(ours)/float64(theirs), "x-bbolt")
	b.ReportMetric(float64(ours)/float64(disk), "x-two-syncs")
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/answer")
}

func clock(f func() error, b *testing.B) time.Duration {
	start := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func twoSyncs(f *os.File, block []byte) error {
	for i := range int64(2) {
		if _, err := f.WriteAt(block, i*4096); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkHundred gives a hundred answers at once, beside giving one.
func BenchmarkHundred(b *testing.B) {
	path, witness := bookOf(b, b.TempDir(), 30_000)
	j, err := Open(path, Options{Witness: witness})
	if err != nil {
		b.Fatal(err)
	}
	defer j.Close()
	w := &work{j: j, heads: map[inspection.Register]inspection.Dot{}, rand: rand.New(rand.NewPCG(1, 2))}
	at := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	give := func(n int) func() error {
		return func() error {
			for i := range n {
				w.answer(at, i)
			}
			return j.Flush()
		}
	}
	var one, hundred time.Duration
	commits := 0
	for b.Loop() {
		one += clock(give(1), b)
		before := j.committed()
		hundred += clock(give(100), b)
		commits += j.committed() - before
	}
	b.ReportMetric(float64(hundred)/float64(one), "x-one")
	b.ReportMetric(2*float64(commits)/float64(b.N), "syncs")
}

func (j *Journal) committed() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.commits
}
