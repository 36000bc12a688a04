// Package bilingual says one thing in Chinese and in English. Who says it writes
// the Chinese, where it is said; a table beside it has the English.
//
//	var english = bilingual.Table{
//		{"第%d行的“%s”是空的", "line %d: “%s” is empty"},
//	}
//	says := english.Say("第%d行的“%s”是空的", 4, "名称")
//
// What stands in a file, such as the name of a column, is shown as it stands
// there in both.
package bilingual

import (
	"fmt"
	"slices"
	"strings"
)

// Text is something said in Chinese and, after it, in English. Empty, it says
// nothing. As an error it is Chinese.
type Text [2]string

// String is the Chinese.
func (t Text) String() string { return t[0] }

func (t Text) Error() string { return t[0] }

// IsZero reports whether nothing is said.
func (t Text) IsZero() bool { return t == Text{} }

// Same is what is said alike in both languages.
func Same(s string) Text { return Text{s, s} }

// List is several words after each other.
func List(words []string) Text { return Text{strings.Join(words, "、"), strings.Join(words, ", ")} }

// Table has the English format of each Chinese one, in the order of the latter.
// Arguments keep their order unless the English numbers them, as in %[2]s.
type Table [][2]string

// Say is a Chinese format with its arguments, in both languages. An argument
// that is a Text is in the language around it. What the table does not have is
// said alike in both.
func (t Table) Say(format string, args ...any) Text {
	there := slices.Clone(args)
	for i, arg := range args {
		if text, ok := arg.(Text); ok {
			there[i] = text[1]
		}
	}
	return Text{fmt.Sprintf(format, args...), fmt.Sprintf(t.english(format), there...)}
}

func (t Table) english(format string) string {
	i, ok := slices.BinarySearchFunc(t, format, func(e [2]string, format string) int { return strings.Compare(e[0], format) })
	if !ok {
		return format
	}
	return t[i][1]
}
