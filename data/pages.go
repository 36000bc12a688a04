package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// bbolt maps the file and believes what it finds there: a page that is cut off
// or torn kills the process, from a goroutine that nobody can recover. So the
// structure is read here first, by plain reads with every number checked.
//
// The layout is bbolt's data format 2, unchanged since 2013, in the byte order
// of the machine:
//
//	page    id u64 ‖ flags u16 ‖ count u16 ‖ overflow u32 ‖ elements
//	branch  position u32 ‖ key size u32 ‖ page u64
//	leaf    flags u32 ‖ position u32 ‖ key size u32 ‖ value size u32
//	meta    magic ‖ version ‖ page size ‖ flags ‖ root u64 ‖ sequence u64 ‖
//	        freelist u64 ‖ high water u64 ‖ transaction u64 ‖ FNV-1a u64
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2

	pageHeader  = 16
	metaSize    = 64
	elementSize = 16
	bucketSize  = 16 // root page and sequence, before an inline page

	flagBranch = 1
	flagLeaf   = 2
	flagBucket = 1 // of a leaf's element

	leastPage = 512
	mostPage  = 1 << 24
	deepest   = 64 // a tree of two keys a page could not be deeper
)

var order = binary.NativeEndian

// pages reads a bbolt file without mapping it.
type pages struct {
	r    io.ReaderAt
	size int64  // of a page
	high uint64 // pages from here on are not in use
	root uint64
	lame bool            // one of the two meta pages is not whole
	seen map[uint64]bool // by a walk
}

// readPages finds the newest whole meta page, as bbolt does. Its errors are
// ErrNotBook and ErrDamaged.
func readPages(r io.ReaderAt, size int64) (*pages, error) {
	if size == 0 {
		return nil, fmt.Errorf("%w: the file is empty", ErrNotBook)
	}
	first, err := readMeta(r, 0)
	second := readSecond(r, first, size)
	if first == nil && second == nil {
		return nil, err
	}
	best := first
	if first == nil || second != nil && second.tx > first.tx {
		best = second
	}
	p := best.pages
	p.lame = first == nil || second == nil
	if p.high > uint64(size/p.size) {
		return nil, damaged("%d bytes of %d are there", size, p.high*uint64(p.size))
	}
	return &p, nil
}

type meta struct {
	pages pages
	tx    uint64
}

// readSecond finds the second meta page, one page into the file. Without the
// first nobody has said how long a page is.
func readSecond(r io.ReaderAt, first *meta, size int64) *meta {
	for at := int64(leastPage); at <= mostPage && at < size; at *= 2 {
		if first != nil && at != first.pages.size {
			continue
		}
		if m, _ := readMeta(r, at); m != nil && m.pages.size == at {
			return m
		}
	}
	return nil
}

func readMeta(r io.ReaderAt, at int64) (*meta, error) {
	b := make([]byte, pageHeader+metaSize)
	n, err := r.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if n < pageHeader+4 || order.Uint32(b[pageHeader:]) != boltMagic {
		return nil, ErrNotBook
	}
	if n < len(b) {
		return nil, damaged("the file is cut short")
	}
	b = b[pageHeader:]
	sum := fnv.New64a()
	sum.Write(b[:56])
	if order.Uint64(b[56:]) != sum.Sum64() {
		return nil, damaged("the first page does not fit its check")
	}
	m := &meta{tx: order.Uint64(b[48:]), pages: pages{
		r: r, size: int64(order.Uint32(b[8:])), root: order.Uint64(b[16:]), high: order.Uint64(b[40:]),
	}}
	if order.Uint32(b[4:]) != boltVersion {
		return nil, ErrNotBook
	}
	if s := m.pages.size; s < leastPage || s > mostPage || s&(s-1) != 0 || m.pages.root >= m.pages.high {
		return nil, damaged("a page size of %d", s)
	}
	return m, nil
}

// page reads a page with what flows over from it, or an inline page.
func (p *pages) page(id uint64) (page, error) {
	if id < 2 || id >= p.high {
		return nil, damaged("page %d of %d", id, p.high)
	}
	b := make([]byte, p.size)
	if _, err := p.r.ReadAt(b, int64(id)*p.size); err != nil {
		return nil, damaged("page %d: %v", id, err)
	}
	if order.Uint64(b) != id {
		return nil, damaged("page %d calls itself %d", id, order.Uint64(b))
	}
	over := uint64(order.Uint32(b[12:]))
	if over >= p.high-id {
		return nil, damaged("page %d flows over the end", id)
	}
	if over > 0 {
		b = make([]byte, p.size*int64(over+1))
		if _, err := p.r.ReadAt(b, int64(id)*p.size); err != nil {
			return nil, damaged("page %d: %v", id, err)
		}
	}
	return page(b), page(b).check()
}

// page is the bytes of one page; a leaf or a branch once checked.
type page []byte

func (b page) leaf() bool { return order.Uint16(b[8:]) == flagLeaf }

func (b page) count() int { return int(order.Uint16(b[10:])) }

func (b page) check() error {
	if len(b) < pageHeader {
		return damaged("a page of %d bytes", len(b))
	}
	if f := order.Uint16(b[8:]); f != flagLeaf && f != flagBranch {
		return damaged("page %d is of kind %d", order.Uint64(b), f)
	}
	if b.count()*elementSize > len(b)-pageHeader || !b.leaf() && b.count() == 0 {
		return damaged("page %d holds %d elements", order.Uint64(b), b.count())
	}
	var before []byte
	for i := range b.count() {
		e, ok := b.element(i)
		if !ok {
			return damaged("page %d: element %d lies outside", order.Uint64(b), i)
		}
		if i > 0 && bytes.Compare(before, e.key) >= 0 {
			return damaged("page %d: key %d is out of order", order.Uint64(b), i)
		}
		before = e.key
	}
	return nil
}

type element struct {
	key, value []byte
	bucket     bool
	child      uint64
}

func (b page) element(i int) (e element, ok bool) {
	at := pageHeader + i*elementSize
	head, rest := b[at:], uint64(len(b)-at)
	if !b.leaf() {
		from, size := uint64(order.Uint32(head)), uint64(order.Uint32(head[4:]))
		if from < elementSize || from+size > rest {
			return e, false
		}
		return element{key: head[from : from+size], child: order.Uint64(head[8:])}, true
	}
	from := uint64(order.Uint32(head[4:]))
	mid := from + uint64(order.Uint32(head[8:]))
	end := mid + uint64(order.Uint32(head[12:]))
	if from < elementSize || end > rest {
		return e, false
	}
	e = element{key: head[from:mid], value: head[mid:end], bucket: order.Uint32(head)&flagBucket != 0}
	return e, !e.bucket || len(e.value) >= bucketSize
}

// inline is the page within a small bucket's value, if it has no page of its own.
func (e element) inline() (page, bool) {
	return page(e.value[bucketSize:]), order.Uint64(e.value) == 0
}

// walk reads every page in use, and checks that each is used once and that its
// keys lie where its parent says.
func (p *pages) walk() error {
	p.seen = map[uint64]bool{}
	return p.walkPage(p.root, nil, nil, deepest)
}

func (p *pages) walkPage(id uint64, from, to []byte, depth int) error {
	b, err := p.page(id)
	if err != nil {
		return err
	}
	for i := range uint64(order.Uint32(b[12:])) + 1 {
		if p.seen[id+i] {
			return damaged("page %d is used twice", id+i)
		}
		p.seen[id+i] = true
	}
	return p.walkElements(b, from, to, depth)
}

func (p *pages) walkElements(b page, from, to []byte, depth int) error {
	if depth == 0 {
		return damaged("page %d lies too deep", order.Uint64(b))
	}
	for i := range b.count() {
		e, _ := b.element(i)
		if bytes.Compare(e.key, from) < 0 || to != nil && bytes.Compare(e.key, to) >= 0 {
			return damaged("page %d: key %d belongs elsewhere", order.Uint64(b), i)
		}
		if err := p.walkElement(b, i, e, to, depth); err != nil {
			return err
		}
	}
	return nil
}

func (p *pages) walkElement(b page, i int, e element, to []byte, depth int) error {
	if !b.leaf() {
		if next, ok := b.elementAfter(i); ok {
			to = next.key
		}
		return p.walkPage(e.child, e.key, to, depth-1)
	}
	if !e.bucket {
		return nil
	}
	inline, ok := e.inline()
	if !ok {
		return p.walkPage(order.Uint64(e.value), nil, nil, depth-1)
	}
	if err := inline.check(); err != nil {
		return err
	}
	return p.walkElements(inline, nil, nil, depth-1)
}

func (b page) elementAfter(i int) (element, bool) {
	if i+1 >= b.count() {
		return element{}, false
	}
	return b.element(i + 1)
}

// get looks a key up in a bucket. A nil value is one that is not there.
func (p *pages) get(bucket, key string) ([]byte, error) {
	e, err := p.find(p.root, []byte(bucket))
	if err != nil || !e.bucket {
		return nil, err
	}
	if inline, ok := e.inline(); ok {
		if err := inline.check(); err != nil {
			return nil, err
		}
		e, err = p.findIn(inline, []byte(key), deepest)
		return e.value, err
	}
	e, err = p.find(order.Uint64(e.value), []byte(key))
	return e.value, err
}

func (p *pages) find(root uint64, key []byte) (element, error) {
	b, err := p.page(root)
	if err != nil {
		return element{}, err
	}
	return p.findIn(b, key, deepest)
}

func (p *pages) findIn(b page, key []byte, depth int) (element, error) {
	at, found := -1, element{}
	for i := range b.count() {
		e, _ := b.element(i)
		if c := bytes.Compare(e.key, key); c == 0 || c < 0 && !b.leaf() {
			at, found = i, e
		}
	}
	if b.leaf() || at < 0 {
		return found, nil
	}
	if depth == 0 {
		return element{}, damaged("page %d lies too deep", order.Uint64(b))
	}
	child, err := p.page(found.child)
	if err != nil {
		return element{}, err
	}
	return p.findIn(child, key, depth-1)
}

// openPages opens the file for plain reading, locked against writers for as
// long as it is open.
func openPages(path string) (*os.File, *pages, error) {
	info, err := os.Stat(path) // opening a pipe would wait for its other end
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil, ErrMissing
	}
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%w: it is no file", ErrNotBook)
	}
	if err != nil {
		return nil, nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	p, err := lockPages(f)
	if err != nil {
		f.Close() // only read from
		return nil, nil, err
	}
	return f, p, nil
}

func lockPages(f *os.File) (*pages, error) {
	if err := lockShared(f); err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return readPages(f, info.Size())
}
