package data

import (
	"slices"
	"strings"

	"xuncha/data/bilingual"
	"xuncha/inspection"
)

func (r *stateReader) readPlace(p *placeKey, is byte, at *inspection.Register) {
	n := r.node(is, 2)
	var v inspection.Value
	if wrong := p.as.read(&n, &v); wrong != nil {
		r.say(&n, wrong)
		return
	}
	if clean := strings.TrimSpace(inspection.Clean(v.Text)); clean != v.Text || strings.Contains(clean, "\n") {
		r.say(&n, say("不能有换行、首尾空格或看不见的字符"))
	}
	p.part.set(at, v)
	word := v.Text
	if p.as.schema["type"] == "integer" {
		word = countedText(v)
	}
	if p.names != 0 {
		if r.named[reference{p.names, word}] && p.names != refItem { // an item may stand on several checklists
			r.say(&n, say("%s重复了", quote(word)))
		}
		r.named[reference{p.names, word}] = true
	}
	r.ask(p.also, word, &n)
}

// ask remembers that something is spoken of, which has to be there in the end.
func (r *stateReader) ask(kind refKind, name string, n *node) {
	at := reference{kind, name}
	if _, asked := r.asked[at]; kind != 0 && !asked {
		r.asked[at] = whence{place32{int32(n.line), int32(n.column)}, r.where()}
	}
}

func (r *stateReader) add(field inspection.Field, n *node) *inspection.Held {
	r.more()
	r.held = append(r.held, inspection.Held{Register: inspection.Register{Field: field}})
	r.places = append(r.places, place32{int32(n.line), int32(n.column)})
	return &r.held[len(r.held)-1]
}

// readKey reads one key; several may make up a register's value.
func (r *stateReader) readKey(k *key, is byte, own *ownRegisters) {
	n := r.node(is, 2)
	if r.err != nil {
		return
	}
	i, there := own.of(k.field)
	if !there {
		i = len(r.held)
		*own = append(*own, ownRegister{k.field, i})
		r.add(k.field, &n)
	}
	v := &r.held[i].Value
	if wrong := k.as.read(&n, v); wrong != nil {
		r.say(&n, wrong)
		return
	}
	for _, name := range strings.Split(v.Text, "\n") {
		if k.also != 0 && name != "" {
			r.ask(k.also, name, &n)
		}
	}
}

func (r *stateReader) readMap(m mapKey, is byte) {
	n := r.node(is, 3)
	if n.is != '{' {
		r.say(&n, say("应是 {\"名称\": 值} 这样"))
		return
	}
	for i := range n.list {
		name, one := n.names[i], &n.list[i]
		switch {
		case m.names != nil && !slices.Contains(m.names, name):
			r.say(one, say("%s不是其中之一：%s", quote(name), strings.Join(m.names, " ")))
			continue
		case ofLength(name, 1, 64) != nil || slices.Contains(n.names[:i], name):
			r.say(one, say("名称%s重复、是空的或太长", quote(name)))
			continue
		}
		h := r.add(m.field, one)
		m.part.set(&h.Register, inspection.Value{Text: name})
		r.say(one, m.as.read(one, &h.Value))
	}
}

func (r *stateReader) readLinks(l linkKey, is byte) {
	n := r.node(is, 2)
	if n.is != '[' {
		r.say(&n, say("应是一列编号"))
		return
	}
	seen := map[string]bool{}
	for i := range n.list {
		one := &n.list[i]
		if one.is != 's' || ofLength(one.text, 1, inspection.MaxTitle) != nil || seen[one.text] {
			r.say(one, say("应是编号，不重复"))
			continue
		}
		seen[one.text] = true
		h := r.add(l.field, one)
		h.Register.Item, h.Value.N = inspection.ItemCode(one.text), 1
		r.ask(l.also, one.text, one)
		switch l.field {
		case asUnlisted:
			r.named[reference{refItem, one.text}] = true
		case asGone:
			r.named[reference{refFinding, one.text}] = true
		}
	}
}

func (r *stateReader) readChild(c child, is byte) {
	if c.one {
		if is != '{' {
			r.wrongShape(is, say("应是 { } 括起的一项"))
			return
		}
		r.object(c.thing)
		return
	}
	if is != '[' {
		r.wrongShape(is, say("应是 [ ] 括起的一列"))
		return
	}
	r.each(func(i int, is byte) {
		r.path = append(r.path, segment{at: i})
		if is == '{' {
			r.object(c.thing)
		} else {
			r.wrongShape(is, say("应是 { } 括起的一项"))
		}
		r.path = r.path[:len(r.path)-1]
	})
}

// each reads a list whose [ was read, up to its ]; f reads one of it, which
// begins with a byte.
func (r *stateReader) each(f func(i int, is byte)) {
	for i := 0; r.err == nil; i++ {
		is := r.next()
		switch {
		case is == ']':
			return
		case i > 0 && is != ',':
			r.unexpected(is)
			return
		case i > 0:
			is = r.next()
		}
		f(i, is)
	}
}

func (r *stateReader) wrongShape(is byte, says bilingual.Text) {
	r.faultAt(r.line, r.column, "%s", says)
	r.skip(is)
}
