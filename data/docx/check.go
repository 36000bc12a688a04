package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"xuncha/data/bilingual"
)

// Check reads a Word document and says in Chinese what would keep Word from
// opening it as it is meant: parts that are not well-formed, missing, not
// declared or led to by nothing, elements that stand where the schema has no
// place for them, styles that there are not, tables whose rows do not fill
// their columns. A sound document gives nothing.
func Check(r io.ReaderAt, size int64) (says []string) {
	p, err := unpack(r, size)
	if err != nil {
		return []string{err.Error()}
	}
	for _, one := range (&check{pack: p, orders: orders()}).all() {
		says = append(says, one.String())
	}
	return says
}

// check gathers what is wrong. Without orders it minds only what holds the
// package together.
type check struct {
	*pack
	orders map[string]places
	says   []bilingual.Text
	styles map[string]bool
	uses   []use
}

// use is a style that is named somewhere.
type use struct{ part, style string }

func (c *check) all() []bilingual.Text {
	c.parts()
	c.types()
	c.reach()
	return c.says
}

func (c *check) wrong(format string, args ...any) {
	const most = 100
	if len(c.says) < most {
		c.says = append(c.says, say(format, args...))
	}
}

// unread is a part that cannot be read.
func (c *check) unread(err error) {
	var no *Strange
	if errors.As(err, &no) {
		c.wrong("%s", no.Says)
	} else {
		c.wrong("%v", err)
	}
}

func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// parts reads every part that is XML from end to end.
func (c *check) parts() {
	c.styles = map[string]bool{}
	for _, name := range c.names {
		if !isXML(name) {
			continue
		}
		body, err := c.part(name)
		if err != nil {
			c.unread(err)
			continue
		}
		w := watch{check: c, name: name, ids: map[string]bool{}}
		if _, err := walk(body, w.visit); err != nil {
			c.wrong("%s 不是规范的 XML：%v", name, err)
		}
		c.relationsOf(name, w.ids)
	}
	for _, u := range c.uses {
		if c.orders != nil && !c.styles[path.Dir(u.part)+" "+u.style] {
			c.wrong("%s 用到的样式“%s”没有定义", u.part, u.style)
		}
	}
}

// relationsOf checks that what a part refers to is there.
func (c *check) relationsOf(name string, ids map[string]bool) {
	if strings.HasSuffix(name, ".rels") {
		return
	}
	relations, err := c.relations(name)
	if err != nil {
		c.unread(err)
	}
	known := map[string]bool{}
	for _, r := range relations {
		if known[r.ID] {
			c.wrong("%s 的关系编号“%s”有两个", name, r.ID)
		}
		known[r.ID] = true
		if !r.external() && c.files[r.Target] == nil {
			c.wrong("%s 指向的 %s 不存在", name, r.Target)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if !known[id] {
			c.wrong("%s 用到的关系编号“%s”没有定义", name, id)
		}
	}
}

// types checks that each part is declared, and nothing that is not there.
func (c *check) types() {
	const at = "[Content_Types].xml"
	body, err := c.part(at)
	if err != nil {
		c.unread(err)
		return
	}
	var list struct {
		Default []struct {
			Extension string `xml:"Extension,attr"`
		}
		Override []struct {
			PartName string `xml:"PartName,attr"`
		}
	}
	if xml.Unmarshal(body, &list) != nil {
		return // told already
	}
	declared := map[string]bool{at: true}
	for _, o := range list.Override {
		name := strings.TrimPrefix(o.PartName, "/")
		if c.files[name] == nil {
			c.wrong("%s 声明的 %s 不存在", at, name)
		}
		if declared[name] {
			c.wrong("%s 声明了两次 %s", at, name)
		}
		declared[name] = true
	}
	extensions := map[string]bool{}
	for _, d := range list.Default {
		extensions[strings.ToLower(d.Extension)] = true
	}
	for _, name := range c.names {
		if !declared[name] && !extensions[strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))] {
			c.wrong("%s 没有声明 %s 是什么", at, name)
		}
	}
}

// reach follows the relations from the package and tells what nothing leads to.
func (c *check) reach() {
	reached := map[string]bool{"[Content_Types].xml": true}
	open := []string{""}
	for len(open) > 0 {
		name := open[0]
		open = open[1:]
		reached[name], reached[relationsOf(name)] = true, true
		relations, err := c.relations(name)
		if err != nil {
			continue // told already
		}
		for _, r := range relations {
			if !r.external() && c.files[r.Target] != nil && !reached[r.Target] && !slices.Contains(open, r.Target) {
				open = append(open, r.Target)
			}
		}
	}
	for _, name := range c.names {
		if !reached[name] {
			c.wrong("没有关系通向 %s", name)
		}
	}
	root, _ := c.relations("")
	if !slices.ContainsFunc(root, func(r relation) bool { return r.kind() == kindDocument }) {
		c.wrong("没有关系通向正文")
	}
}
