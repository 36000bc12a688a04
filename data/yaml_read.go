package data

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"xuncha/data/bilingual"
	"xuncha/data/table"
)

// yamlReader walks the nodes of a YAML file of one kind or another.
type yamlReader struct {
	what   bilingual.Text // what the file is to hold
	faults Faults
}

// root is the one value of a file; the error is [Faults] where there is none.
func (c *yamlReader) root(r io.Reader, most int) (*yaml.Node, error) {
	text, err := c.faults.readText(r, most)
	if err != nil {
		return nil, err
	}
	root := c.parse(text)
	if root == nil {
		return nil, c.faults.err()
	}
	if root.Kind == yaml.ScalarNode { // with no colon that counts, all is one text
		c.commonSlips(text)
	}
	return root, nil
}

// parse gives the one value of the file, or nil with the faults found.
func (c *yamlReader) parse(text string) *yaml.Node {
	var doc, more yaml.Node
	d := yaml.NewDecoder(strings.NewReader(text))
	err := d.Decode(&doc)
	if err == nil {
		err = d.Decode(&more)
	}
	var le *yaml.LoadError
	switch {
	case errors.As(err, &le):
		c.commonSlips(text)
		c.syntax(le, text)
		return nil
	case !errors.Is(err, io.EOF):
		c.faults.add(more.Line, 0, "文件里应有且只有一份%s", c.what)
		return nil
	case len(doc.Content) != 1:
		c.faults.add(0, 0, "文件里没有%s", c.what)
		return nil
	}
	return doc.Content[0]
}

func (c *yamlReader) number(n *yaml.Node, what string, least, most int) int {
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(halfWidth(c.plain(n)))
	if err != nil || v < least || v > most {
		c.wrong(n, "“%s”应是%d到%d的整数，不是%s", what, least, most, quote(n.Value))
		return 0
	}
	return v
}

func (c *yamlReader) words(n *yaml.Node, what string, most int) string {
	if n == nil {
		return ""
	}
	return c.faults.checkWords(n.Line, n.Column, "“"+what+"”", table.Words(c.plain(n)), most)
}

func (c *yamlReader) code(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return c.faults.checkCode(n.Line, n.Column, c.plain(n))
}

// once finds fault with a value that stood before.
func (c *yamlReader) once(seen map[string]int, n *yaml.Node, what string) {
	if n == nil || n.Kind != yaml.ScalarNode || n.Value == "" {
		return
	}
	key := what + strings.TrimSpace(halfWidth(n.Value))
	if line, ok := seen[key]; ok {
		c.wrong(n, "%s%s与第%d行重复", what, quote(n.Value), line)
		return
	}
	seen[key] = n.Line
}

// wrong adds a fault at a node.
func (c *yamlReader) wrong(n *yaml.Node, format string, args ...any) {
	line, column := 0, 0
	if n != nil {
		line, column = n.Line, n.Column
	}
	c.faults.List = append(c.faults.List, FaultAt{Line: line, Column: column, Says: say(format, args...)})
}
