package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// What is read is bounded, so that a hostile file costs neither time nor memory:
// a campaign of 61 schools in every round needs a third of it.
const (
	largestState = 64 << 20 // bytes
	mostHeld     = 400_000  // objects and registers
)

// ReadState reads what WriteState wrote, or another program. Everything that is
// wrong with it comes back as one [Faults], each with its line and its path;
// nothing is taken from a file with a fault.
func ReadState(ctx context.Context, name string, from io.Reader) (*inspection.State, error) {
	r := &stateReader{
		faults: &Faults{File: name}, ctx: ctx,
		named: map[reference]bool{}, asked: map[reference]whence{}, state: &inspection.State{},
		things: map[*thing]*prepared{},
	}
	r.scan = newScan(io.LimitReader(from, largestState+1))
	r.document()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if b := (bilingual.Text{}); errors.As(r.err, &b) {
		r.faultAt(r.scan.line, r.scan.column, "%s", b)
	} else if r.err != nil && !errors.Is(r.err, errEnough) {
		return nil, r.err
	}
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return r.finish()
}

// errEnough ends the reading of a hopeless file.
var errEnough = errors.New("enough")

// stateReader reads a document into registers.
type stateReader struct {
	*scan
	ctx    context.Context
	faults *Faults
	path   []segment
	things map[*thing]*prepared
	count  int // of objects and registers

	held    []inspection.Held
	places  []place32 // of held
	amended []amendment
	seals   []inspection.VisitID // in their order
	place   int                  // of the item just read on its checklist

	named map[reference]bool   // codes and IDs that things have
	asked map[reference]whence // those that are spoken of, and where first
	state *inspection.State
}

// segment is a key or, below it, a place in a list.
type segment struct {
	name string
	at   int
}

// prepared is what is asked of a thing over and over.
type prepared struct {
	needed    []string
	dependent map[string][]string
}

func (r *stateReader) prepare(t *thing) *prepared {
	p := r.things[t]
	if p == nil {
		p = &prepared{t.needed(), t.dependent()}
		r.things[t] = p
	}
	return p
}

// more counts what is kept, and stops where it is too much.
func (r *stateReader) more() {
	if r.count++; r.count > mostHeld && r.err == nil {
		r.broken("内容超过%d项，不像是一个账本", mostHeld)
	}
}

// place32 is a line and a column.
type place32 struct{ line, column int32 }

type reference struct {
	kind refKind
	name string
}

type whence struct {
	place32
	path string
}

type amendment struct {
	place32

	inspection.Difference
	visit inspection.VisitID
}

func (r *stateReader) faultAt(line, column int, format string, args ...any) {
	says := say(format, args...)
	if len(r.path) > 0 {
		says = say("%s：%s", r.where(), says)
	}
	r.faults.List = append(r.faults.List, FaultAt{Line: line, Column: column, Says: says})
	if len(r.faults.List) > mostFaults && r.err == nil {
		r.err = errEnough
	}
}

// where is the path of what is being read: $.visits[3].answers[0].
func (r *stateReader) where() string {
	var b strings.Builder
	for i, s := range r.path {
		switch {
		case s.name == "":
			fmt.Fprintf(&b, "[%d]", s.at)
		case i == 0:
			b.WriteString(s.name)
		default:
			b.WriteString("." + pathName(s.name))
		}
	}
	return b.String()
}

func (r *stateReader) document() {
	if head, _ := r.in.Peek(4); string(head) == "PK\x03\x04" || string(head) == "\xd0\xcf\x11\xe0" { // what cannot be peeked at is told below
		r.line, r.column = 1, 1
		r.broken("这是 Excel、WPS 或 Word 的文件；这里读的是 export all 写出的 .json")
		return
	}
	if is := r.next(); is != '{' {
		if r.err == nil {
			r.broken("不是本程序导出的全量数据：开头应是 {")
		}
		return
	}
	r.path = append(r.path, segment{name: "$"})
	r.object(handedOver())
	r.path = r.path[:0]
	if is := r.next(); is != endOfText && r.err == nil {
		r.broken("结尾的 } 后面还有内容")
	}
}

// object reads the keys of a thing, whose opening bracket was read. What it and
// all that it holds write gets its place when all of it was read, whatever the
// order of keys.
func (r *stateReader) object(t *thing) {
	if err := r.ctx.Err(); err != nil && r.err == nil {
		r.err = err
	}
	r.more()
	line, column, from, amended := r.line, r.column, len(r.held), len(r.amended)
	var own ownRegisters
	read := make([]string, 0, 8)
	var at inspection.Register
	var author string
	for first := true; r.err == nil; first = false {
		is := r.next()
		if is == '}' {
			break
		}
		if !first {
			if is != ',' {
				r.unexpected(is)
				return
			}
			is = r.next()
		}
		name, ok := r.key(is)
		if !ok {
			return
		}
		r.path = append(r.path, segment{name: name})
		if slices.Contains(read, name) {
			r.faultAt(r.line, r.column, "这个键重复了")
		}
		read = append(read, name)
		is = r.next()
		if !r.known(t, name, is, &own, &at, &author) {
			r.faultAt(r.line, r.column, "不认识这个键；可用的键：%s", strings.Join(t.allKeys(), " "))
			r.skip(is)
		}
		r.path = r.path[:len(r.path)-1]
	}
	if r.err != nil {
		return
	}
	r.checkKeys(t, read, line, column)
	r.settle(t, from, amended, own, at, author)
}

// checkKeys finds fault with an object that lacks a key.
func (r *stateReader) checkKeys(t *thing, read []string, line, column int) {
	p := r.prepare(t)
	for _, name := range p.needed {
		if !slices.Contains(read, name) {
			r.faultAt(line, column, "少了 %s", name)
		}
	}
	if len(p.dependent) == 0 {
		return
	}
	for _, name := range read {
		for _, other := range p.dependent[name] {
			if !slices.Contains(read, other) {
				r.faultAt(line, column, "写了 %s，少了 %s", name, other)
			}
		}
	}
}

// ownRegisters are those of an object's own keys, by where they are in held.
type ownRegisters []ownRegister

type ownRegister struct {
	field inspection.Field
	at    int
}

func (o ownRegisters) of(f inspection.Field) (at int, ok bool) {
	for _, one := range o {
		if one.field == f {
			return one.at, true
		}
	}
	return 0, false
}

// pathName keeps a path on one line, whatever stands in the file.
func pathName(name string) string {
	if r := []rune(inspection.Clean(name)); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return strings.ReplaceAll(inspection.Clean(name), "\n", " ")
}

// settle gives all registers of an object their place.
func (r *stateReader) settle(t *thing, from, amended int, own ownRegisters, at inspection.Register, author string) {
	put := func(to *inspection.Register, mine bool) {
		for _, p := range t.place {
			if mine || !p.own {
				p.part.set(to, p.part.get(&at))
			}
		}
	}
	for i := from; i < len(r.held); i++ {
		f := r.held[i].Register.Field
		n, is := own.of(f)
		put(&r.held[i].Register, is && n == i)
		if is && n == i && f == t.signs {
			r.held[i].Author = author
		}
	}
	switch t.name {
	case "section":
		n, _ := strconv.ParseInt(string(at.Item), 10, 32)
		for i := from; i < len(r.held); i++ {
			if r.held[i].Register.Field == inspection.ItemTitle {
				r.place++
				r.held[i].Value.N, r.held[i].Value.Of = int64(r.place), n
			}
		}
	case "checklist":
		r.place = 0
	case "finding":
		r.state.Raised = append(r.state.Raised, inspection.FindingID(at.ID))
	case "seal":
		r.seals = append(r.seals, at.Visit)
		for i := amended; i < len(r.amended); i++ {
			r.amended[i].visit = at.Visit
		}
	}
}

// known reads the value of a key of t; it reports whether t has such a key.
func (r *stateReader) known(t *thing, name string, is byte, own *ownRegisters, at *inspection.Register, author *string) bool {
	for i := range t.place {
		if p := &t.place[i]; p.name == name {
			r.readPlace(p, is, at)
			return true
		}
	}
	for i := range t.keys {
		if k := &t.keys[i]; k.name == name {
			r.readKey(k, is, own)
			return true
		}
	}
	for _, m := range t.maps {
		if m.name == name {
			r.readMap(m, is)
			return true
		}
	}
	for _, l := range t.links {
		if l.name == name {
			r.readLinks(l, is)
			return true
		}
	}
	for _, c := range t.holds {
		if c.name == name {
			r.readChild(c, is)
			return true
		}
	}
	switch {
	case name == "author" && t.signs != 0:
		n := r.node(is, 1)
		var v inspection.Value
		r.say(&n, authorWay().read(&n, &v))
		*author = strings.TrimSpace(inspection.Clean(v.Text))
	case name == "amendments" && t.name == "seal":
		r.readAmendments(is)
	case (name == "format" || name == "version") && t.name == "book":
		r.readHead(name, is)
	default:
		return false
	}
	return true
}

// longestAuthor is the longest name that somebody writes under, in characters.
const longestAuthor = 40

func authorWay() way { return words(1, longestAuthor) }

// say finds fault with a value, unless nothing is wrong with it.
func (r *stateReader) say(n *node, wrong error) {
	if wrong != nil && r.err == nil {
		r.faultAt(n.line, n.column, "%s", wrong)
	}
}

func (r *stateReader) readHead(name string, is byte) {
	n := r.node(is, 1)
	switch {
	case name == "format" && n.text != StateFormat:
		r.say(&n, say("不是本程序导出的全量数据，应是 %s", StateFormat))
		r.stop()
	case name == "version" && n.number > StateVersion && n.whole:
		r.say(&n, say("这是新版程序导出的，请升级程序后再导入"))
		r.stop()
	case name == "version" && (n.number != StateVersion || !n.whole):
		r.say(&n, say("版本不对"))
		r.stop()
	}
}

// stop ends the reading where the rest can only mislead.
func (r *stateReader) stop() {
	if r.err == nil {
		r.err = errEnough
	}
}
