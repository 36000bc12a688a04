package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

// way is how a value, or a part of one, stands in what is handed over: written,
// read and described in one place, so that none can change alone. What is zero
// is left out.
type way struct {
	schema map[string]any
	write  func(b []byte, v inspection.Value) []byte // JSON; nothing for a part that is zero
	read   func(n *node, v *inspection.Value) error  // what is wrong with it
	cell   func(v inspection.Value) string           // for a table
}

// part is one of a value's two numbers.
type part func(v *inspection.Value) *int64

func partN(v *inspection.Value) *int64  { return &v.N }
func partOf(v *inspection.Value) *int64 { return &v.Of }

// appendText is s as JSON has it, with nothing escaped that need not be.
func appendText(b []byte, s string) []byte {
	from := 0
	b = append(b, '"')
	for i := range len(s) {
		if c := s[i]; c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(append(b, s[from:i]...), fmt.Sprintf(`\u%04x`, s[i])...)
		if short := strings.IndexByte("\n\"\\", s[i]); short >= 0 {
			b = append(b[:len(b)-6], '\\', `n"\`[short])
		}
		from = i + 1
	}
	return append(append(b, s[from:]...), '"')
}

// words is a text of so many characters at most; least is 1 where it cannot be
// empty.
func words(least, most int) way {
	schema := map[string]any{"type": "string", "maxLength": most}
	if least > 0 {
		schema["minLength"] = least
	}
	return way{
		schema: schema,
		write: func(b []byte, v inspection.Value) []byte {
			if v.Text == "" {
				return b
			}
			return appendText(b, v.Text)
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != 's' {
				return say("应是文字")
			}
			v.Text = n.text
			return ofLength(n.text, least, most)
		},
		cell: func(v inspection.Value) string { return v.Text },
	}
}

func ofLength(s string, least, most int) error {
	switch length := utf8.RuneCountInString(strings.TrimSpace(inspection.Clean(s))); {
	case length < least:
		return say("不能是空的")
	case length > most:
		return say("有%d字，最多%d字", length, most)
	}
	return nil
}

func oneLine() way  { return words(1, inspection.MaxTitle) }
func fewWords() way { return words(0, inspection.MaxTitle) }
func anyWords() way { return words(0, inspection.MaxText) }

// number is a whole number.
func number(of part, least, most int64) way {
	return way{
		schema: map[string]any{"type": "integer", "minimum": least, "maximum": most},
		write: func(b []byte, v inspection.Value) []byte {
			if n := *of(&v); n != 0 {
				b = strconv.AppendInt(b, n, 10)
			}
			return b
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != 'n' || !n.whole || n.number < least || n.number > most {
				return say("应是%d到%d之间的整数", least, most)
			}
			*of(v) = n.number
			return nil
		},
		cell: func(v inspection.Value) string { return strconv.FormatInt(*of(&v), 10) },
	}
}

// day is 2026-11-23.
func day(of part) way {
	return way{
		schema: map[string]any{"type": "string", "format": "date"},
		write: func(b []byte, v inspection.Value) []byte {
			if *of(&v) == 0 {
				return b
			}
			return appendText(b, inspection.Day(*of(&v)).String())
		},
		read: func(n *node, v *inspection.Value) error {
			d, ok := inspection.ParseDay(n.text)
			if n.is != 's' || !ok || d <= 0 || d.String() != n.text {
				return say("日期应写成 2026-11-23")
			}
			*of(v) = int64(d)
			return nil
		},
		cell: func(v inspection.Value) string { return inspection.Day(*of(&v)).String() },
	}
}

// truth is true, or is left out.
func truth(of part) way {
	return way{
		schema: map[string]any{"type": "boolean"},
		write: func(b []byte, v inspection.Value) []byte {
			if *of(&v) == 1 {
				b = append(b, "true"...)
			}
			return b
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != 't' && n.is != 'f' {
				return say("应是 true 或 false")
			}
			*of(v) = int64(bit(n.is == 't', 1))
			return nil
		},
		cell: func(v inspection.Value) string {
			if *of(&v) == 1 {
				return "true"
			}
			return ""
		},
	}
}

// choice is one of several names, by their numbers from 1.
func choice(of part, names []string) way {
	return way{
		schema: map[string]any{"enum": names},
		write: func(b []byte, v inspection.Value) []byte {
			if n := *of(&v); n > 0 && n <= int64(len(names)) {
				b = appendText(b, names[n-1])
			}
			return b
		},
		read: func(n *node, v *inspection.Value) error {
			i := slices.Index(names, n.text)
			if n.is != 's' || i < 0 {
				return say("应是这些之一：%s", strings.Join(names, " "))
			}
			*of(v) = int64(i) + 1
			return nil
		},
		cell: func(v inspection.Value) string {
			if n := *of(&v); n > 0 && n <= int64(len(names)) {
				return names[n-1]
			}
			return ""
		},
	}
}

// set is a list of names, each a bit.
func set(of part, names []string) way {
	each := func(v inspection.Value, f func(string)) {
		for i, name := range names {
			if *of(&v)&(1<<i) != 0 {
				f(name)
			}
		}
	}
	return way{
		schema: map[string]any{"type": "array", "items": map[string]any{"enum": names}, "uniqueItems": true},
		write: func(b []byte, v inspection.Value) []byte {
			var all []string
			each(v, func(name string) { all = append(all, name) })
			return appendList(b, all)
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != '[' {
				return say("应是一列名称")
			}
			for _, one := range n.list {
				i := slices.Index(names, one.text)
				if one.is != 's' || i < 0 || *of(v)&(1<<i) != 0 {
					return say("每项应是这些之一，不重复：%s", strings.Join(names, " "))
				}
				*of(v) |= 1 << i
			}
			return nil
		},
		cell: func(v inspection.Value) string {
			var all []string
			each(v, func(name string) { all = append(all, name) })
			return strings.Join(all, " ")
		},
	}
}

func appendList(b []byte, all []string) []byte {
	if len(all) == 0 {
		return b
	}
	for i, s := range all {
		b = appendText(append(b, "[,"[min(i, 1)]), s)
	}
	return append(b, ']')
}

// perLine is a list of names or codes.
func perLine() way {
	return way{
		schema: map[string]any{"type": "array", "items": map[string]any{"type": "string", "minLength": 1, "maxLength": inspection.MaxTitle}},
		write: func(b []byte, v inspection.Value) []byte {
			if v.Text == "" {
				return b
			}
			return appendList(b, strings.Split(v.Text, "\n"))
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != '[' {
				return say("应是一列文字")
			}
			var all []string
			for _, one := range n.list {
				if one.is != 's' {
					return say("每项应是文字")
				}
				if wrong := ofLength(one.text, 1, inspection.MaxTitle); wrong != nil {
					return say("其中一项%s", wrong)
				}
				all = append(all, strings.ReplaceAll(one.text, "\n", " "))
			}
			v.Text = strings.Join(all, "\n")
			return nil
		},
		cell: func(v inspection.Value) string { return v.Text },
	}
}

// pair is [n, N]: n of N looked at.
func pair(most int64) way {
	one := map[string]any{"type": "integer", "minimum": 0, "maximum": most}
	return way{
		schema: map[string]any{"type": "array", "items": one, "minItems": 2, "maxItems": 2},
		write: func(b []byte, v inspection.Value) []byte {
			if v.N == 0 && v.Of == 0 {
				return b
			}
			return fmt.Appendf(b, "[%d,%d]", v.N, v.Of)
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != '[' || len(n.list) != 2 {
				return say("应是两个整数：[其中几个, 共几个]")
			}
			for i, to := range []part{partN, partOf} {
				x := &n.list[i]
				if x.is != 'n' || !x.whole || x.number < 0 || x.number > most {
					return say("应是两个0到%d之间的整数：[其中几个, 共几个]", most)
				}
				*to(v) = x.number
			}
			return nil
		},
		cell: func(v inspection.Value) string {
			if v.Of == 0 {
				return ""
			}
			return fmt.Sprintf("%d/%d", v.N, v.Of)
		},
	}
}

// known is what something is known to have or not to have, by name.
func known(names []string) way {
	properties := map[string]any{}
	for _, name := range names {
		properties[name] = map[string]any{"type": "boolean"}
	}
	return way{
		schema: map[string]any{"type": "object", "properties": properties, "additionalProperties": false},
		write: func(b []byte, v inspection.Value) []byte {
			sep := byte('{')
			for i, name := range names {
				if v.Of&(1<<i) != 0 {
					b = append(appendText(append(b, sep), name), ':')
					b, sep = strconv.AppendBool(b, v.N&(1<<i) != 0), ','
				}
			}
			if sep == ',' {
				b = append(b, '}')
			}
			return b
		},
		read: func(n *node, v *inspection.Value) error {
			if n.is != '{' {
				return say("应是 {\"名称\": true} 这样")
			}
			for j, one := range n.list {
				i := slices.Index(names, n.names[j])
				if i < 0 || one.is != 't' && one.is != 'f' || v.Of&(1<<i) != 0 {
					return say("每项应是这些之一，不重复，写 true 或 false：%s", strings.Join(names, " "))
				}
				v.Of |= 1 << i
				v.N |= int64(bit(one.is == 't', 1)) << i
			}
			return nil
		},
		cell: func(v inspection.Value) string {
			var all []string
			for i, name := range names {
				if v.Of&(1<<i) != 0 {
					all = append(all, name+"="+strconv.FormatBool(v.N&(1<<i) != 0))
				}
			}
			return strings.Join(all, " ")
		},
	}
}
