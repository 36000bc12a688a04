package inspection

import "strings"

// PapersIn takes a cell of papers apart: one a line, or parted by ；. One that
// holds a ； itself stands in quotes, with its own quotes doubled.
func PapersIn(s string) (all []string) {
	s = Clean(s)
	for s != "" {
		var one string
		s = strings.TrimLeft(s, " \n；;")
		if quoted, rest, ok := cutQuoted(s); ok {
			one, s = quoted, rest
		} else {
			end := strings.IndexAny(s, "\n；;")
			if end < 0 {
				end = len(s)
			}
			one, s = s[:end], s[end:]
		}
		if one = strings.TrimSpace(strings.ReplaceAll(one, "\n", " ")); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// cutQuoted takes a text in quotes off the front, if nothing but a separator
// follows it.
func cutQuoted(s string) (text, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '"':
		case i+1 < len(s) && s[i+1] == '"':
			i++
		default:
			rest = strings.TrimLeft(s[i+1:], " ")
			return strings.ReplaceAll(s[1:i], `""`, `"`), rest, rest == "" || strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, ";") || strings.HasPrefix(rest, "；")
		}
	}
	return "", s, false
}

// PapersCell writes papers so that [PapersIn] reads the same ones.
func PapersCell(papers []string, between string) string {
	all := make([]string, len(papers))
	for i, p := range papers {
		if strings.ContainsAny(p, ";；\"") {
			p = `"` + strings.ReplaceAll(p, `"`, `""`) + `"`
		}
		all[i] = p
	}
	return strings.Join(all, between)
}
