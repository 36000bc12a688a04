package tui

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The README's keys are the key table's.
func TestReadmeNamesTheKeys(t *testing.T) {
	const file, open, shut = "../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(raw), open)
	was, after, ok := strings.Cut(rest, shut)
	if !ok {
		t.Fatal("the README has no place for the keys")
	}
	now := readmeKeys()
	if *update {
		if err := os.WriteFile(file, []byte(before+open+now+shut+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if now != was {
		t.Errorf("the README's keys are not the table's; renew with -update:\n%s", now)
	}
}

func readmeKeys() string {
	var s strings.Builder
	s.WriteString("| 在哪里 | 按键 |\n| --- | --- |\n")
	for sc := range scopes {
		var keys []string
		for _, b := range bindingsIn(sc) {
			if b.keys != nil {
				keys = append(keys, fmt.Sprintf("`%s` %s", b.show, chinese.acts[b.act]))
			}
		}
		if len(keys) > 0 {
			fmt.Fprintf(&s, "| %s | %s |\n", chinese.help.scopes[sc], strings.Join(keys, " · "))
		}
	}
	return s.String()
}
