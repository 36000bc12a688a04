package data

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"xuncha/inspection"
)

// A copied or restored book looks just like the one that was left behind, and
// writing on in both would make one device say two things under one number. So
// a small file outside the book tells how far this machine wrote it. If it is
// missing, ahead of the book or tells of another end, the book gets a new
// device. It may lag behind; a fork that this misses is found at joining.
//
// It is written without waiting for the disk and its errors are passed over:
// without it the next opening is slower and starts a new device, which is
// harmless, while a full disk must not keep anybody from their book.
type witness struct {
	path string // empty: none is kept
}

// testimony is what the witness tells.
type testimony struct {
	Device string `json:"device"`
	Seq    uint64 `json:"seq"` // the last that is durable
	Head   string `json:"head"`
	Clean  bool   `json:"clean"` // closed, with the size and time below
	Size   int64  `json:"size"`
	MTime  int64  `json:"mtime"`
}

// witnessEvery is how often the witness is written at most.
const witnessEvery = time.Second

// witnessOf names the witness of a book at a path; the name tells neither.
func witnessOf(folder string, store storeID, path string) witness {
	if folder == "" {
		return witness{}
	}
	sum := sha256.Sum256(append(store[:], absolute(path)...))
	return witness{filepath.Join(folder, hex.EncodeToString(sum[:16])+".json")}
}

// absolute is one name for a file, however it is reached.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

func (w witness) read() (t testimony, known bool) {
	if w.path == "" {
		return t, false
	}
	b, err := os.ReadFile(w.path)
	if err != nil || json.Unmarshal(b, &t) != nil {
		return testimony{}, false
	}
	return t, true
}

// write replaces the testimony whole.
func (w witness) write(t testimony) error {
	if w.path == "" {
		return nil
	}
	b, err := json.Marshal(t)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(w.path), 0o700); err != nil {
		return err
	}
	aside := w.path + ".new"
	if err := os.WriteFile(aside, b, 0o600); err != nil {
		return err
	}
	return os.Rename(aside, w.path)
}

// fits reports whether the file is as it was left.
func (t testimony) fits(s sight) bool {
	return t.Clean && t.Size == s.size && t.MTime == s.mtime
}

// follows reports whether the book goes on from what the witness tells.
func (j *Journal) follows(t testimony) bool {
	if t.Device != hex.EncodeToString(j.own.device[:]) || t.Seq > j.seq {
		return false
	}
	if t.Seq == 0 {
		return true
	}
	head := ""
	err := reading(j.db, func(tx *bolt.Tx) error {
		if h, ok := hashAt(tx, spot{j.own.index, t.Seq}); ok {
			head = hex.EncodeToString(h[:])
		}
		return nil
	})
	return err == nil && head == t.Head
}

// testify writes the witness. It is called before the writer starts, by the
// writer, and after it has ended.
func (j *Journal) testify(clean bool) {
	j.mu.Lock()
	t := testimonyOf(j.own.device, j.saved)
	j.mu.Unlock()
	if clean {
		t.see(j.path)
	}
	j.testified = time.Now()
	_ = j.witness.write(t) // see witness
}

func testimonyOf(device inspection.DeviceID, end tip) testimony {
	return testimony{
		Device: hex.EncodeToString(device[:]),
		Seq:    end.seq,
		Head:   hex.EncodeToString(end.head[:]),
	}
}

// see adds that the file was closed, and how it was left.
func (t *testimony) see(path string) {
	if info, err := os.Stat(path); err == nil {
		t.Clean, t.Size, t.MTime = true, info.Size(), info.ModTime().UnixNano()
	}
}

// witnessSoon writes the witness, or has it written once it may be again.
func (j *Journal) witnessSoon() {
	since := time.Since(j.testified)
	if since >= witnessEvery {
		j.testify(false)
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.told && j.witness.path != "" {
		j.told = true
		time.AfterFunc(witnessEvery-since, j.remind)
	}
}

func (j *Journal) remind() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.told, j.due = false, true
	j.stir.Broadcast()
}
