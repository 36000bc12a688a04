package data

import (
	"bytes"
	"strings"
	"testing"
)

// The built-in checklist is written as it stands in its file, so that a version
// is compared line by line.
func TestChecklistIsWrittenAsBuiltIn(t *testing.T) {
	list, err := BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteChecklist(&b, list); err != nil {
		t.Fatal(err)
	}
	_, want, _ := strings.Cut(string(builtinChecklist), "\n") // its first line is a remark
	if got := b.String(); got != want {
		g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d:\n%s\nwant\n%s", i+2, g[i], w[i])
			}
		}
		t.Errorf("%d lines, want %d", len(g), len(w))
	}
}
