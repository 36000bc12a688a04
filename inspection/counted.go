package inspection

import (
	"fmt"
	"reflect"
	"strings"
)

// Sentence fills in a sentence as fmt.Sprintf does; one without arguments stays
// as it is. What stands in it as {one|many} goes by the number before it, as in
// %d entr{y|ies} {is|are} left; {s} is short for {|s}.
func Sentence(format string, args ...any) string {
	if len(args) == 0 {
		return format
	}
	var b strings.Builder
	one, next := false, 0
	for rest := format; rest != ""; {
		i := strings.IndexAny(rest[1:], "%{") + 1
		if i == 0 {
			i = len(rest)
		}
		part := rest[:i]
		rest = rest[i:]
		switch part[0] {
		case '%':
			if strings.HasPrefix(rest, "%") && part == "%" { // %% is a sign
				part, rest = "%%", rest[1:]
				break
			}
			if n := 0; strings.HasPrefix(part, "%[") {
				if _, err := fmt.Sscanf(part[2:], "%d]", &n); err == nil {
					next = n - 1
				}
			}
			one, next = isOne(args, next, one), next+1
		case '{':
			part = oneOrMany(part, one)
		}
		b.WriteString(part)
	}
	return fmt.Sprintf(b.String(), args...)
}

// isOne reports whether an argument is the number 1; one that is no number
// leaves it as it was.
func isOne(args []any, at int, was bool) bool {
	if at < 0 || at >= len(args) {
		return was
	}
	switch v := reflect.ValueOf(args[at]); {
	case v.CanInt():
		return v.Int() == 1
	case v.CanUint():
		return v.Uint() == 1
	}
	return was
}

// oneOrMany is what stands for {one|many} at the beginning of a text; other braces
// stay.
func oneOrMany(s string, one bool) string {
	choice, rest, ok := strings.Cut(s[1:], "}")
	if !ok || strings.ContainsFunc(choice, func(r rune) bool { return r != '|' && r != ' ' && (r < 'a' || r > 'z') }) {
		return s
	}
	first, other, two := strings.Cut(choice, "|")
	switch {
	case !two && one:
		return rest
	case !two || one:
		return first + rest
	}
	return other + rest
}
