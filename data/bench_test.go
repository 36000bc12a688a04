package data

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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
			var floor, whole times
			for b.Loop() {
				runtime.GC() // each opening is a program's first
				floor.clock(b, func() error { return hashFile(path) })
				whole.clock(b, func() error { return foldFile(path, witness, n) })
			}
			b.ReportMetric(whole.median()/floor.median(), "x-floor")
			b.ReportMetric(floor.median()/1e6, "floor-ms")
			b.ReportMetric(whole.median()/1e6, "open-ms")
			b.ReportMetric(whole.median()/float64(n), "ns/entry")
			if info, err := os.Stat(path); err == nil {
				b.ReportMetric(float64(info.Size())/float64(n), "bytes/entry")
			}
		})
	}
}

// times are how long something took, each time. Their median stands through
// what else the machine is doing.
type times []time.Duration

func (t *times) clock(b *testing.B, f func() error) {
	start := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	*t = append(*t, time.Since(start))
}

func (t times) median() float64 {
	slices.Sort(t)
	return float64(t[len(t)/2])
}

func hashFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() // only read from
	h := sha256.New()
	_, err = io.CopyBuffer(h, f, make([]byte, 1<<20))
	h.Sum(nil)
	return err
}

func foldFile(path, witness string, n int) error {
	j, err := Open(path, Options{Witness: witness})
	if err != nil {
		return err
	}
	var book inspection.Book
	err = j.Fold(&book)
	if err == nil && book.Len() != n {
		err = fmt.Errorf("%d entries of %d", book.Len(), n)
	}
	return errors.Join(err, j.Close())
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
	var ours, theirs, disk times
	for i := uint64(0); b.Loop(); i++ {
		ours.clock(b, func() error { w.answer(at, int(i)%workItems); return j.Flush() })
		theirs.clock(b, func() error {
			return bare.Update(func(tx *bolt.Tx) error {
				bucket := tx.Bucket([]byte(bucketJournal))
				bucket.FillPercent = fill
				return bucket.Put(spot{0, 30_001 + i}.key(), value)
			})
		})
		disk.clock(b, func() error { return twoSyncs(plain, block) })
	}
	b.ReportMetric(ours.median()/theirs.median(), "x-bbolt")
	b.ReportMetric(ours.median()/disk.median(), "x-two-syncs")
	b.ReportMetric(ours.median()/1e3, "µs/answer")
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
	var one, hundred times
	commits := 0
	for b.Loop() {
		one.clock(b, give(1))
		before := j.committed()
		hundred.clock(b, give(100))
		commits += j.committed() - before
	}
	b.ReportMetric(hundred.median()/one.median(), "x-one")
	b.ReportMetric(2*float64(commits)/float64(b.N), "syncs")
}

func (j *Journal) committed() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.commits
}
