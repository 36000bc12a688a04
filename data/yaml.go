package data

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"xuncha/data/bilingual"
	"xuncha/inspection"
)

// fields takes a mapping apart, which is called what: a word of the file, or a
// text. It finds fault with keys that are unknown, repeated or missing, and with
// values left empty that must not be.
func (c *yamlReader) fields(n *yaml.Node, what any, set fieldSet) map[string]*yaml.Node {
	if n.Kind != yaml.MappingNode {
		c.wrong(n, "%s应由“字段: 内容”组成，可用的字段：%s", what, bilingual.List(set.names))
		return nil
	}
	at := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch first := at[key.Value]; {
		case !slices.Contains(set.names, key.Value) || key.Kind != yaml.ScalarNode:
			c.wrong(key, "%s没有字段%s，可用的字段：%s", what, quote(key.Value), bilingual.List(set.names))
		case first != nil:
			c.wrong(key, "字段%s与第%d行重复", quote(key.Value), first.Line)
		default:
			at[key.Value] = value
		}
	}
	for _, name := range set.names[:set.required] {
		if at[name] == nil || isEmpty(at[name]) {
			c.wrong(n, "%s缺少“%s”", what, name)
			delete(at, name)
		}
	}
	return at
}

func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.ShortTag() == "!!null" || strings.TrimSpace(inspection.Clean(n.Value)) == "")
}

// list gives the members of a list; nothing at all is an empty one.
func (c *yamlReader) list(n *yaml.Node, what string) []*yaml.Node {
	switch {
	case n == nil || isEmpty(n):
		return nil
	case n.Kind != yaml.SequenceNode:
		c.wrong(n, "“%s”应是列表：写成 [甲, 乙]，或者每项一行、以“- ”开头", what)
		return nil
	}
	return n.Content
}

// plain is a single value as it was written. Numbers stay text: 1.10 is not 1.1.
func (c *yamlReader) plain(n *yaml.Node) string {
	switch {
	case n == nil || isEmpty(n):
		return ""
	case n.Kind != yaml.ScalarNode:
		c.wrong(n, "这里应是一段文字或一个数")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// Slips that people make when they write by hand, and that YAML's own messages
// do not explain.
var (
	wideColon = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^ *(?:- +)?("?[\p{Han}]{2,6}"?)：`)
	})
	tightColon = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^ *(?:- +)?("?(?:清单|版本|板块|编号|名称|落实|聚焦|要点|看什么|适用|依据|依据状态|方式|资料|典型问题|原编号|单位|词语尺度|巡察工作|落款|组名|报送|联系人|发文字号|问题编号前缀|部分|普遍|轮次|开始|结束|期限|整改方案|集中整改|整改报告|回头看)"?):[^ \r]`)
	})
	oddIndent = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^ *([\t　\x{a0}])`)
	})
)

// commonSlips looks for them in a file that could not be parsed.
func (c *yamlReader) commonSlips(text string) {
	for i, line := range strings.Split(text, "\n") {
		if m := oddIndent().FindStringSubmatchIndex(line); m != nil && strings.TrimSpace(line) != "" {
			c.faults.add(i+1, column(line, m[2]), "行首的空白用了 TAB 或全角空格，应用半角空格")
		}
		if m := wideColon().FindStringSubmatchIndex(line); m != nil {
			c.faults.add(i+1, column(line, m[3]), "字段名后用了全角冒号“：”，应为半角冒号“:”加一个空格")
		}
		if m := tightColon().FindStringSubmatchIndex(line); m != nil {
			c.faults.add(i+1, column(line, m[3]), "冒号“:”后面缺一个空格")
		}
	}
}

// column counts the characters before a byte of the line, from 1.
func column(line string, at int) int { return utf8.RuneCountInString(line[:at]) + 1 }

// syntax says where the parser stopped, unless a slip on that line or the one
// before says it better.
func (c *yamlReader) syntax(e *yaml.LoadError, text string) {
	mark := e.Mark
	for _, f := range c.faults.List {
		if f.Line >= mark.Line-2 && f.Line <= mark.Line || f.Line == e.ContextMark.Line {
			return
		}
	}
	excerpt := ""
	if lines := strings.Split(text, "\n"); mark.Line >= 1 && mark.Line <= len(lines) {
		excerpt = strings.TrimSpace(lines[mark.Line-1])
	}
	says := syntaxSays(e.Message + " " + e.ContextMsg)
	if excerpt != "" {
		says = say("%s：%s", says, quote(excerpt))
	}
	c.faults.add(mark.Line, mark.Column, "%s", says)
}

// syntaxFault is how the parser calls a slip, and what it is.
type syntaxFault struct {
	english string
	says    bilingual.Text
}

func syntaxFaults() []syntaxFault {
	return []syntaxFault{
		{"tab", say("行首的空白用了 TAB，应用半角空格")},
		{"max depth", say("层次太深，不像是清单")},
		{"quoted scalar", say("引号没有成对")},
		{"flow sequence", say("方括号没有成对，或者几项之间缺半角逗号")},
		{"flow mapping", say("花括号没有成对，或者几项之间缺半角逗号")},
		{"could not find expected ':'", say("这一行或上一行应写成“字段: 内容”，没有找到半角冒号")},
		{"mapping values are not allowed", say("冒号的位置不对；内容里有“: ”时请给内容加引号")},
		{"indicator", say("缩进不对：同一级的行首应对齐")},
		{"expected key", say("缩进不对：同一级的行首应对齐")},
		{"alias", say("不能用别名“*”")},
		{"anchor", say("不能用别名“*”")},
		{"control characters", say("有看不见的控制字符")},
		{"cannot start any token", say("行首的符号不能直接用，请给内容加引号")},
	}
}

func syntaxSays(message string) bilingual.Text {
	for _, w := range syntaxFaults() {
		if strings.Contains(message, w.english) {
			return w.says
		}
	}
	return say("写法不对，读不懂这一行")
}
