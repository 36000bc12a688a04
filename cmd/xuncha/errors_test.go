package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"xuncha/data"
	"xuncha/data/bilingual"
	"xuncha/inspection"
)

func testDoor(l inspection.Language) (d *door, out, said *bytes.Buffer) {
	out, said = new(bytes.Buffer), new(bytes.Buffer)
	d = &door{in: strings.NewReader(""), out: out, err: said, getenv: func(string) string { return "" }}
	d.speak(l)
	return d, out, said
}

// How to get evidence out is told of evidence, not of a paper that is written
// already.
func TestWithoutAViewer(t *testing.T) {
	if !slices.Contains([]string{"linux", "freebsd"}, runtime.GOOS) {
		t.Skip("here there is a window for it")
	}
	d, _, _ := testDoor(inspection.Chinese)
	err := (&pressroom{door: d}).Open("反馈意见.docx")
	if err == nil || !strings.Contains(err.Error(), "没有能打开它的程序") || strings.Contains(err.Error(), "evidence get") {
		t.Errorf("a paper: %v", err)
	}
}

// Each kind of error has its code, and a sentence that says what is safe.
func TestErrorsAreSorted(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{nil, 0, ""},
		{data.ErrMissing, 1, "没有新建任何文件"},
		{data.ErrExists, 1, "没有改动它"},
		{data.ErrLocked, 3, "请在那边退出后再试"},
		{data.ErrNewer, 3, "请换用新版本打开"},
		{data.ErrDamaged, 3, "请先把文件另存一份"},
		{data.ErrNotBook, 3, "文件没有改动"},
		{fs.ErrPermission, 3, "没有读写权限"},
		{syscall.ENOSPC, 3, "磁盘已满"},
		{errors.New("odd\x1b[2J\nthing"), 3, "odd[2J thing)"},
		{refusal{"不"}, 1, "不行：不"},
		{told(3), 3, ""},
		{inspection.Refusal{Reason: inspection.NoSuchRound, About: "9"}, 1, "没有这个轮次：9"},
		{&data.Faults{File: "f.csv", List: []data.FaultAt{{Line: 2, Says: bilingual.Same("错")}}}, 1, "f.csv 第2行：错"},
		{misuse{&cobra.Command{Use: "xuncha"}, "错"}, 2, "用法不对：错"},
	} {
		d, _, said := testDoor(inspection.Chinese)
		err := c.err
		if err != nil {
			err = atBook{"某.book", fmt.Errorf("data: open: %w", err)}
		}
		if code := d.end(err); code != c.code || !strings.Contains(said.String(), c.says) || (c.says == "") != (said.Len() == 0) {
			t.Errorf("%v: exit %d, %q", c.err, code, said)
		}
	}
}

// No word was left out of a language.
func TestWordsAreWhole(t *testing.T) {
	for _, w := range []*words{&chinese, &english} {
		v := reflect.ValueOf(*w)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			switch f := v.Field(i); f.Kind() {
			case reflect.String:
				if f.String() == "" {
					t.Errorf("%s is empty", name)
				}
			case reflect.Struct:
				if one := f.Field(0).String(); one == "" || f.Field(1).String() == "" {
					t.Errorf("%s is not explained", name)
				}
			}
		}
	}
	zh, en := reflect.ValueOf(chinese), reflect.ValueOf(english)
	for i := range zh.NumField() {
		if zh.Field(i).Kind() == reflect.String && verbs(zh.Field(i).String()) != verbs(en.Field(i).String()) {
			t.Errorf("%s takes other values in English", zh.Type().Field(i).Name)
		}
	}
}

// verbs are the places for values in a sentence.
func verbs(s string) string {
	var all []byte
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '%' {
			all = append(all, s[i+1])
		}
	}
	return string(all)
}

// Help is in one language, whole, and fits a terminal of 120 cells.
func TestHelpSpeaksOneLanguage(t *testing.T) {
	for _, l := range []inspection.Language{inspection.Chinese, inspection.English} {
		d, out, _ := testDoor(l)
		for _, c := range append(d.root().Commands(), d.root()) {
			out.Reset()
			d.help(c)
			text := out.String()
			for _, foreign := range []string{"Usage", "Flags:", "Commands", "default", "help for"} {
				if l == inspection.Chinese && strings.Contains(text, foreign) {
					t.Errorf("%s says %q in Chinese", c.Name(), foreign)
				}
			}
			if l == inspection.English && strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s speaks Chinese in English:\n%s", c.Name(), text)
			}
		}
	}
}

func TestLanguageOf(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		args []string
		env  func(string) string
		want inspection.Language
	}{
		{nil, env(), inspection.Chinese},
		{nil, env("LANG", "C.UTF-8"), inspection.Chinese},
		{nil, env("LANG", "en_US.UTF-8"), inspection.English},
		{nil, env("LANG", "en_US.UTF-8", "LC_ALL", "zh_CN.UTF-8"), inspection.Chinese},
		{[]string{"--lang", "zh"}, env("LANG", "en_US.UTF-8"), inspection.Chinese},
		{[]string{"log", "--lang=en"}, env(), inspection.English},
		{[]string{"log", "--lang"}, env(), inspection.Chinese},
		{[]string{"--", "--lang=en"}, env(), inspection.Chinese},
	} {
		if got := languageOf(c.args, c.env); got != c.want {
			t.Errorf("%v: %d", c.args, got)
		}
	}
}
