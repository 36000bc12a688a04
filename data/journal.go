package data

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// Options say how a book is opened. The zero Options are those of a book that
// keeps no witness.
type Options struct {
	ReadOnly bool
	Now      func() time.Time // nil: time.Now
	Rand     io.Reader        // nil: crypto/rand

	// Witness is the folder of the witness files. Empty: no witness is kept, and
	// the book's device is believed; for tests and books to throw away.
	Witness string

	// Check checks a book that was not closed cleanly, or that this machine has
	// not seen so, before it is opened; see [CheckInChild]. Nil: its pages are
	// read through here, and nothing else.
	Check func(path string) error

	MaxSize int  // bytes that the file may grow to; 0: no bound
	NoSync  bool // loses what was saved at a power cut; for the control of tests
}

var randomReader = rand.Reader

// Journal (流水) is an open book's file. It may be used by several goroutines.
type Journal struct {
	path    string
	o       Options
	witness witness
	store   storeID

	mu   sync.Mutex
	stir *sync.Cond // something was asked of the writer, or done by it
	db   *bolt.DB   // nil while the writer cannot open it again

	own   branch
	tip   // of what was taken
	stamp inspection.Stamp
	local map[string][]byte

	// What waits for the writer.
	queue []taken
	keeps map[string][]byte
	rows  []row
	asked uint64 // counts what was asked to be saved
	again bool   // try now what failed
	due   bool   // the witness is to be written
	told  bool   // the writer will be told when it is

	// What came of it.
	saved   tip
	done    uint64 // of asked, what is durable
	tries   uint64
	tried   uint64 // of asked, what the last try was about
	err     error  // of the last try
	delay   time.Duration
	timer   *time.Timer // of the next try
	watch   func(Saving)
	closing bool
	ended   chan struct{} // closed when the writer has ended
	shut    sync.Once
	left    error // of Close

	// The writer's own.
	branches  []branch
	testified time.Time
	commits   int
}

// tip is an end of a chain.
type tip struct {
	seq  uint64
	head inspection.Hash
}

// taken is an entry on its way to the disk.
type taken struct {
	tip
	prev      inspection.Hash
	canonical []byte
}

func newJournal(path string, o Options) *Journal {
	j := &Journal{path: path, o: o, keeps: map[string][]byte{}, ended: make(chan struct{}), delay: firstDelay}
	j.stir = sync.NewCond(&j.mu)
	return j
}

// Path is where the book lies.
func (j *Journal) Path() string { return j.path }

// Device is who writes into this book on this machine.
func (j *Journal) Device() inspection.DeviceID {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.own.device
}

// NewID makes an ID that no other device makes: 16 lower-case letters and
// digits, 80 random bits.
func (j *Journal) NewID() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	var b [10]byte
	j.random(b[:])
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// random fills b. The system's randomness does not fail; a test's that does is
// a bug.
func (j *Journal) random(b []byte) {
	if _, err := io.ReadFull(j.o.Rand, b); err != nil {
		panic(fmt.Sprintf("data: no randomness: %v", err))
	}
}

// mint begins a branch of a new device. It reaches the disk like an entry, so
// that a book can be opened when the disk is full.
func (j *Journal) mint() {
	b := branch{index: uint32(len(j.branches))}
	j.random(b.device[:])
	j.startBranch(b)
	j.tip, j.saved = tip{}, tip{}
	if j.stamp.Millis > j.horizon() {
		j.stamp = inspection.Stamp{} // it was the other device's clock
	}
}

// startBranch makes b the branch that is written to.
func (j *Journal) startBranch(b branch) {
	j.own = b
	j.branches = append(j.branches, b)
	j.rows = append(j.rows, b.row(), ownRow(b.index))
	j.asked++
}

// Take stamps a fact, makes it the next entry of this device and queues it. It
// never waits and never touches the disk. The fact must come from the book: one
// that writes a register twice is a bug, and so is taking in a read-only book.
func (j *Journal) Take(author string, f inspection.Fact) *inspection.Entry {
	if j.o.ReadOnly {
		panic("data: take: the book is open for reading only")
	}
	now := j.o.Now().UnixMilli()
	e := &inspection.Entry{Author: author, Fact: own(f)}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.stamp = j.stamp.Next(now)
	e.Device, e.Seq, e.Prev, e.Stamp = j.own.device, j.seq+1, j.head, j.stamp
	canonical, err := encode(nil, e)
	if err != nil {
		panic(fmt.Sprintf("data: take: %v", err))
	}
	e.Hash = sha256.Sum256(canonical)
	j.tip = tip{e.Seq, e.Hash}
	j.queue = append(j.queue, taken{tip: j.tip, prev: e.Prev, canonical: canonical})
	j.asked++
	j.stir.Broadcast()
	return e
}

// own copies a fact, with its registers in the canonical order: entries must
// not change, and what the caller does with its slices is its own affair.
func own(f inspection.Fact) inspection.Fact {
	f.Writes, f.Adds = slices.Clone(f.Writes), slices.Clone(f.Adds)
	for i := range f.Writes {
		f.Writes[i].Base = slices.Clone(f.Writes[i].Base)
	}
	slices.SortStableFunc(f.Writes, func(a, b inspection.Write) int {
		return a.Register.Compare(b.Register)
	})
	return f
}
