package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestDeliverFolder(t *testing.T) {
	in := t.TempDir()
	path := filepath.Join(in, "归档")
	fill := func(content string, err error) func(string) error {
		return func(folder string) error {
			return errors.Join(os.WriteFile(filepath.Join(folder, "目录"), []byte(content), 0o644), err)
		}
	}
	holds := func(want string) {
		t.Helper()
		got, err := os.ReadFile(filepath.Join(path, "目录"))
		if string(got) != want || (err != nil) != (want == "") {
			t.Errorf("it holds %q, %v; want %q", got, err, want)
		}
		left, err := os.ReadDir(in)
		if n := len(left); err != nil || want == "" && n != 0 || want != "" && n != 1 {
			t.Errorf("%v beside it, %v", left, err)
		}
	}
	ctx := context.Background()
	failed := errors.New("disk")
	if err := DeliverFolder(ctx, path, false, "目录", fill("一", failed)); !errors.Is(err, failed) {
		t.Error(err)
	}
	holds("")
	stopped, stop := context.WithCancel(ctx)
	err := DeliverFolder(stopped, path, false, "目录", func(folder string) error { stop(); return fill("一", nil)(folder) })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	holds("")
	if err := DeliverFolder(ctx, path+"/", false, "目录", fill("一", nil)); err != nil {
		t.Error(err)
	}
	holds("一")
	if err := DeliverFolder(ctx, path, false, "目录", fill("二", nil)); !errors.Is(err, ErrExists) {
		t.Error(err)
	}
	holds("一")
	if err := DeliverFolder(ctx, path, true, "别的", fill("二", nil)); !errors.Is(err, ErrExists) {
		t.Error("a folder that was not made here was replaced: ", err)
	}
	holds("一")
	if err := DeliverFolder(ctx, path, true, "目录", fill("二", failed)); !errors.Is(err, failed) {
		t.Error(err)
	}
	holds("一")
	if err := DeliverFolder(ctx, path, true, "目录", fill("三", nil)); err != nil {
		t.Error(err)
	}
	holds("三")
	if err := DeliverFolder(ctx, filepath.Join(in, "none", "x"), false, "目录", fill("", nil)); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
