package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"xuncha/data/table"
	"xuncha/inspection"
)

// ReadChecklistFile reads a checklist from a workbook, a csv or a YAML file;
// which of them it is, its bytes tell and not its name. Faults are answered as
// by [ReadChecklist]. What is no checklist at all is a [*table.Strange].
func ReadChecklistFile(ctx context.Context, path string) (*inspection.Checklist, error) {
	head, err := headOf(path)
	if err != nil {
		return nil, err
	}
	if !looksLikeYAML(path, head) {
		f, err := table.ReadFile(ctx, path)
		if err != nil {
			return nil, InFile(filepath.Base(path), err)
		}
		return ReadChecklistTable(f)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("data: read checklist: %w", err)
	}
	list, err := ReadChecklist(filepath.Base(path), file)
	return list, errors.Join(err, file.Close())
}

// InFile has the faults of a table, if that is what an error is, say which file
// they are in: as [Faults].
func InFile(name string, err error) error {
	var faults table.Faults
	if errors.As(err, &faults) {
		f := &Faults{File: name}
		f.take(faults)
		return f
	}
	return err
}

const headBytes = 64 << 10

// headOf is the beginning of a file; none of what is no ordinary file, which
// the reader of tables gives its name.
func headOf(path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("data: read checklist: %w", err)
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(file, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], errors.Join(err, file.Close())
}

var yamlKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t　]*(?:- +)?["']?(?:清单|版本|板块|编号|要点|单位|轮次)["']?[ ]*[:：]`)
})

// looksLikeYAML finds one of our fields with a colon behind it at the beginning
// of a line, also where an editor saved the text as GBK. Text in which there is
// none goes by its name.
func looksLikeYAML(path string, head []byte) bool {
	ext := filepath.Ext(path)
	named := ext == ".yaml" || ext == ".yml"
	if named && isUTF16(head) {
		return true
	}
	if bytes.HasPrefix(head, []byte("PK")) || bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if !utf8.Valid(trimRune(head)) {
		if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(head); err == nil {
			head = text
		}
	}
	if yamlKey().Match(head) {
		return true
	}
	return named && len(bytes.TrimSpace(head)) > 0
}

// trimRune takes off what was cut in the middle of a character.
func trimRune(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}
