package data

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestDeliver(t *testing.T) {
	words := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	stopped, stop := context.WithCancel(t.Context())
	fails := errors.New("half way")
	for name, c := range map[string]struct {
		ctx     context.Context
		there   string // what lies there before; empty: nothing
		replace bool
		write   func(io.Writer) error
		wants   error
		left    string
	}{
		"new":           {t.Context(), "", false, words("new"), nil, "new"},
		"kept":          {t.Context(), "old", false, words("new"), ErrExists, "old"},
		"replaced":      {t.Context(), "old", true, words("new"), nil, "new"},
		"failed":        {t.Context(), "old", true, func(w io.Writer) error { _, _ = io.WriteString(w, "ne"); return fails }, fails, "old"},
		"stopped":       {stopped, "", false, func(io.Writer) error { stop(); return nil }, context.Canceled, ""},
		"stopped midst": {stopped, "old", true, words("new"), context.Canceled, "old"},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "stopped midst" {
				stop()
			}
			folder := t.TempDir()
			path := filepath.Join(folder, "底稿.docx")
			if c.there != "" {
				write(t, path, []byte(c.there))
			}
			if err := Deliver(c.ctx, path, c.replace, c.write); !errors.Is(err, c.wants) {
				t.Errorf("got %v, want %v", err, c.wants)
			}
			got, err := os.ReadFile(path)
			if string(got) != c.left || (c.left == "") != errors.Is(err, os.ErrNotExist) {
				t.Errorf("left %q (%v), want %q", got, err, c.left)
			}
			if all, _ := os.ReadDir(folder); len(all) > 1 || c.left == "" && len(all) > 0 {
				t.Errorf("something else was left: %v", all)
			}
		})
	}
	if err := Deliver(t.Context(), t.TempDir(), true, words("new")); !errors.Is(err, ErrExists) {
		t.Errorf("over a folder: %v", err)
	}
}
