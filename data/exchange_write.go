package data

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"xuncha/inspection"
)

// StateFormat and StateVersion stand at the head of a document that hands over
// what a book holds. The version grows when a reader of the one before could
// misunderstand what is written.
const (
	StateFormat  = "xuncha-state"
	StateVersion = 1
)

// WriteState writes what a book holds as one JSON document, in the order of its
// schema; see [StateSchema]. What is empty is left out.
func WriteState(w io.Writer, s *inspection.State) error {
	t := newTree(s)
	out := &stateWriter{to: bufio.NewWriterSize(w, 1<<16), tree: t}
	out.line = append(out.line, fmt.Sprintf("{\"format\":%q,\"version\":%d", StateFormat, StateVersion)...)
	out.inside(t.root, 1, true)
	out.line = append(out.line, "}\n"...)
	if _, err := out.to.Write(out.line); err != nil {
		return fmt.Errorf("data: write: %w", err)
	}
	if err := out.to.Flush(); err != nil {
		return fmt.Errorf("data: write: %w", err)
	}
	return nil
}

// stateWriter writes objects, each on a line of its own. An error of the buffer
// comes back when it is flushed.
type stateWriter struct {
	to   *bufio.Writer
	tree *tree
	line []byte
}

// name writes a key and the comma before it.
func (w *stateWriter) name(name string, more bool) {
	if more {
		w.line = append(w.line, ',')
	}
	w.line = append(appendText(w.line, name), ':')
}

// try writes a key with what write makes of it, unless that is nothing.
func (w *stateWriter) try(name string, more bool, write func([]byte) []byte) bool {
	before := len(w.line)
	w.name(name, more)
	named := len(w.line)
	if w.line = write(w.line); len(w.line) == named {
		w.line = w.line[:before]
		return more
	}
	return true
}

func (w *stateWriter) object(o *object, depth int) {
	w.line = append(w.line, '{')
	w.inside(o, depth, false)
	w.line = append(w.line, '}')
}

// inside writes all keys of an object. more: something stands before them.
func (w *stateWriter) inside(o *object, depth int, more bool) {
	for _, p := range o.place {
		more = w.try(p.name, more, func(b []byte) []byte { return p.as.write(b, p.part.get(&o.at)) })
	}
	for _, k := range o.keys {
		more = w.try(k.name, more, func(b []byte) []byte { return k.as.write(b, o.value(k.field)) })
	}
	more = w.try("author", more, func(b []byte) []byte {
		if name := o.author(); name != "" {
			b = appendText(b, name)
		}
		return b
	})
	for _, m := range o.maps {
		more = w.try(m.name, more, func(b []byte) []byte { return o.writeMap(b, m) })
	}
	for _, l := range o.links {
		more = w.try(l.name, more, func(b []byte) []byte { return appendList(b, o.linked(l)) })
	}
	if o.thing.name == "seal" {
		more = w.try("amendments", more, func(b []byte) []byte { return w.amendments(b, o.at.Visit, depth) })
	}
	for i, c := range o.holds {
		if i < len(o.lists) && len(o.lists[i]) > 0 {
			w.name(c.name, more)
			more = true
			w.list(c, o.lists[i], depth)
		}
	}
}

func (w *stateWriter) list(c child, all []*object, depth int) {
	if c.one {
		w.object(all[0], depth+1)
		return
	}
	for i, o := range all {
		w.line = append(append(w.line, "[,"[min(i, 1)], '\n'), strings.Repeat(" ", depth)...)
		w.object(o, depth+1)
		if len(w.line) > 1<<15 {
			_, _ = w.to.Write(w.line) // told by Flush
			w.line = w.line[:0]
		}
	}
	w.line = append(w.line, ']')
}

// named are the values of a map by name: those of a fixed order in it.
func (o *object) named(m mapKey) (all []string, values map[string]inspection.Value) {
	values = map[string]inspection.Value{}
	for i := range o.held {
		if h := &o.held[i]; h.Register.Field == m.field {
			name := m.part.get(&h.Register).Text
			all, values[name] = append(all, name), h.Value
		}
	}
	slices.SortFunc(all, func(x, y string) int {
		if m.names != nil {
			return slices.Index(m.names, x) - slices.Index(m.names, y)
		}
		return strings.Compare(x, y)
	})
	return all, values
}

func (o *object) writeMap(b []byte, m mapKey) []byte {
	all, values := o.named(m)
	for i, name := range all {
		b = append(appendText(append(b, "{,"[min(i, 1)]), name), ':')
		b = m.as.write(b, values[name])
	}
	if len(all) > 0 {
		b = append(b, '}')
	}
	return b
}

// linked is what an object belongs to.
func (o *object) linked(l linkKey) []string {
	var all []string
	for i := range o.held {
		if r := o.held[i].Register; r.Field == l.field {
			all = append(all, string(r.Item))
		}
	}
	slices.SortFunc(all, func(x, y string) int { return inspection.CompareCodes(inspection.ItemCode(x), inspection.ItemCode(y)) })
	return all
}

// amendments are what of a sealed visit is not as it was sealed.
func (w *stateWriter) amendments(b []byte, v inspection.VisitID, depth int) []byte {
	all := w.tree.amended[v]
	for i, d := range all {
		b = append(append(b, "[,"[min(i, 1)], '\n'), strings.Repeat(" ", depth)...)
		b = appendText(append(b, `{"field":`...), d.Register.Field.Name())
		if d.Register.Item != "" {
			b = appendText(append(b, `,"item":`...), string(d.Register.Item))
		}
		if d.Register.ID != "" {
			b = appendText(append(b, `,"id":`...), d.Register.ID)
		}
		b = w.valueOf(append(b, `,"from":`...), d.Register.Field, d.From)
		b = w.valueOf(append(b, `,"to":`...), d.Register.Field, d.To)
		if len(d.Reasons) > 0 {
			b = appendList(append(b, `,"reasons":`...), d.Reasons)
		}
		b = append(b, '}')
	}
	if len(all) > 0 {
		b = append(b, ']')
	}
	return b
}

// valueOf is what a register holds, under the keys that it has elsewhere.
func (w *stateWriter) valueOf(b []byte, f inspection.Field, v inspection.Value) []byte {
	b = append(b, '{')
	more := false
	for _, k := range valueKeys(f) {
		before := len(b)
		if more {
			b = append(b, ',')
		}
		b = append(appendText(b, k.name), ':')
		named := len(b)
		if b = k.as.write(b, v); len(b) == named {
			b = b[:before]
		} else {
			more = true
		}
	}
	return append(b, '}')
}
