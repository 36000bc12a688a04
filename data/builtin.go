package data

import (
	"bytes"
	_ "embed"

	"xuncha/inspection"
)

//go:embed builtin/checklist.yaml
var builtinChecklist []byte

//go:embed builtin/roster.csv
var builtinRoster []byte

// BuiltinChecklist is the checklist that comes with the program. It is an
// ordinary file, read by [ReadChecklist].
func BuiltinChecklist() (*inspection.Checklist, error) {
	return ReadChecklist("内置清单", bytes.NewReader(builtinChecklist))
}

// BuiltinRoster is the roster that comes with the program: the six schools that
// the source of the project names, with no more than it says of them, and 55
// rows for the office to fill in.
func BuiltinRoster() (inspection.Roster, error) {
	f, err := builtinTable("内置名册", builtinRoster)
	if err != nil {
		return nil, err
	}
	r, err := ReadRoster(f, "")
	if err != nil {
		return nil, err
	}
	return r.Roster, nil
}
