package data

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Open opens a book. It answers ErrMissing, ErrNotBook, ErrNewer, ErrDamaged or
// ErrLocked, and has then left the file as it was.
func Open(path string, o Options) (*Journal, error) {
	j, err := open(path, o.orDefaults())
	if err != nil {
		return nil, fmt.Errorf("data: open: %w", err)
	}
	return j, nil
}

func open(path string, o Options) (*Journal, error) {
	seen, err := look(path)
	if err != nil {
		return nil, err
	}
	w := witnessOf(o.Witness, seen.store, path)
	told, known := w.read()
	if !known || !told.fits(seen) {
		if err := o.check(path); err != nil {
			return nil, err
		}
	}
	j := newJournal(path, o)
	j.witness = w
	if err := j.load(); err != nil {
		return nil, err
	}
	if !o.ReadOnly {
		j.begin(told, known)
	}
	return j, nil
}

// check looks at a file that may be torn before it is mapped.
func (o Options) check(path string) error {
	if o.Check != nil {
		return o.Check(path)
	}
	f, p, err := openPages(path)
	if err != nil {
		return err
	}
	defer f.Close() // only read from
	return p.walk()
}

// sight is what can be seen of a book without opening it.
type sight struct {
	store storeID
	size  int64
	mtime int64 // in nanoseconds
	lame  bool
}

// look makes sure that a file is a book of this release, by reading alone:
// bbolt opens nothing for writing without growing it on Windows, and cannot
// tell a newer book at all.
func look(path string) (sight, error) {
	f, p, err := openPages(path)
	if err != nil {
		return sight{}, err
	}
	defer f.Close() // only read from
	s := sight{lame: p.lame}
	if s.store, err = p.identify(); err != nil {
		return s, err
	}
	info, err := f.Stat()
	if err != nil {
		return s, err
	}
	s.size, s.mtime = info.Size(), info.ModTime().UnixNano()
	return s, nil
}

// identify reads the format, and the store id if the format is ours.
func (p *pages) identify() (store storeID, err error) {
	raw, err := p.get(bucketMeta, keyFormat)
	if err != nil {
		return store, err
	}
	if err := checkFormat(raw); err != nil {
		return store, err
	}
	lowest, err := p.meta(keyMinApp)
	if err != nil {
		return store, err
	}
	if len(lowest) != 1 {
		return store, damaged("%s has %d bytes", keyMinApp, len(lowest))
	}
	if lowest[0] > generation {
		return store, fmt.Errorf("%w: it asks for generation %d", ErrNewer, lowest[0])
	}
	value, err := p.meta(keyStore)
	if err == nil && copy(store[:], value) != len(store) {
		err = damaged("a store id of %d bytes", len(value))
	}
	return store, err
}

// checkFormat reads the one value whose envelope no release may change: it is
// checked under the format that it names.
func checkFormat(raw []byte) error {
	if raw == nil {
		return fmt.Errorf("%w: it has no format", ErrNotBook)
	}
	value, _, err := unwrapAs(claimed(raw), bucketMeta, []byte(keyFormat), raw)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", keyFormat, err)
	case len(value) != 1 || value[0] == 0:
		return damaged("%s has %d bytes", keyFormat, len(value))
	case value[0] > formatVersion:
		return fmt.Errorf("%w: format %d", ErrNewer, value[0])
	}
	return nil
}

func claimed(raw []byte) byte {
	if len(raw) < 2 {
		return 0
	}
	return raw[1]
}

func (p *pages) meta(key string) ([]byte, error) {
	raw, err := p.get(bucketMeta, key)
	if err != nil {
		return nil, err
	}
	value, _, err := unwrap(bucketMeta, []byte(key), raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return value, nil
}

// boltOptions are the same wherever a book is opened.
func (o Options) boltOptions() *bolt.Options {
	options := &bolt.Options{
		Timeout:  patience,
		ReadOnly: o.ReadOnly,
		MaxSize:  o.MaxSize,
		NoSync:   o.NoSync,
		// The map type is only fast without a list of free pages in the file: with
		// one it was sorted at each commit, 22 times the cost of the disk at 30,000
		// free pages. Finding free pages when opening takes 4 ms for a laptop's
		// book, and looks at every page on the way.
		FreelistType:   bolt.FreelistMapType,
		NoFreelistSync: true,
	}
	if !o.ReadOnly {
		options.InitialMmapSize = firstMap()
	}
	return options
}

// firstMap is how much is mapped from the start. Mapping anew waits for every
// reader, so a book should hardly ever need it; but Windows makes the file as
// long as the map.
func firstMap() int {
	if runtime.GOOS == "windows" {
		return 16 << 20
	}
	return 64 << 20
}

// growStep is by how much the file grows. bbolt's own 16 MiB would make the
// smallest book that long.
const growStep = 256 << 10

// openBolt opens the file, turning bbolt's panics into ErrDamaged.
func openBolt(path string, o Options) (db *bolt.DB, err error) {
	options := o.boltOptions()
	var file *os.File
	options.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		// Without O_CREATE: a book that was moved away must not come back empty.
		file, err = os.OpenFile(name, flag&^os.O_CREATE, mode)
		return file, err
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			file.Close() // or its lock would stay for as long as the program runs
			db, err = nil, damaged("%v", p)
		}
	}()
	db, err = bolt.Open(path, 0o600, options)
	if err != nil {
		return nil, ofBolt(err)
	}
	db.AllocSize = growStep
	return db, nil
}

// ofBolt names bbolt's errors as ours.
func ofBolt(err error) error {
	for theirs, ours := range map[error]error{
		os.ErrNotExist:             ErrMissing,
		berrors.ErrTimeout:         ErrLocked,
		berrors.ErrInvalid:         ErrDamaged,
		berrors.ErrChecksum:        ErrDamaged,
		berrors.ErrVersionMismatch: ErrNotBook,
	} {
		if errors.Is(err, theirs) {
			return fmt.Errorf("%w: %v", ours, err)
		}
	}
	return err
}

// reading runs f in a read transaction, and answers ErrDamaged where the file
// ends under the map or bbolt gives up.
func reading(db *bolt.DB, f func(*bolt.Tx) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged("%v", p)
		}
	}()
	return db.View(f)
}

// load opens the file and reads what is not an entry.
func (j *Journal) load() error {
	db, err := openBolt(j.path, j.o)
	if err != nil {
		return err
	}
	err = reading(db, func(tx *bolt.Tx) (err error) {
		c, err := readContents(tx)
		if err != nil {
			return err
		}
		j.store, j.local, j.branches = c.store, c.local, c.branches
		j.own = c.branches[c.own]
		j.seq, j.head, j.stamp, err = last(tx, c.own)
		j.saved = tip{j.seq, j.head}
		return err
	})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	j.db = db
	return nil
}

// begin starts the writer; a book that this machine has not written before, or
// not in this state, gets a new device.
func (j *Journal) begin(told testimony, known bool) {
	if j.witness.path != "" && (!known || !j.follows(told)) || j.own.fork != (digest{}) {
		j.mint()
	}
	j.testify(false)
	go j.write()
}

func (o Options) orDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = randomReader
	}
	return o
}
