package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

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

// No word was left out of a language, and none takes other values in English.
func TestWordsAreWhole(t *testing.T) {
	sameWords(t, "words", reflect.ValueOf(chinese), reflect.ValueOf(english))
}

// fileWord is a word as it stands in files: of a column, a sheet or a file.
var fileWord = regexp.MustCompile(`[(“][\p{Han}、]+[)”]|\p{Han}+\.(?:xlsx|csv|yaml)`)

func sameWords(t *testing.T, name string, zh, en reflect.Value) {
	t.Helper()
	switch zh.Kind() {
	case reflect.String:
		if zh.String() == "" && !strings.HasSuffix(name, ".example") || (zh.String() == "") != (en.String() == "") {
			t.Errorf("%s is empty", name)
		}
		if verbs(zh.String()) != verbs(en.String()) {
			t.Errorf("%s takes other values in English", name)
		}
		if text := fileWord.ReplaceAllString(en.String(), ""); spoken.MatchString(text) && name != "words.unnamed" { // written into the book
			t.Errorf("%s speaks Chinese in English: %s", name, text)
		}
	case reflect.Struct:
		for i := range zh.NumField() {
			sameWords(t, name+"."+zh.Type().Field(i).Name, zh.Field(i), en.Field(i))
		}
	case reflect.Array, reflect.Slice:
		for i := range zh.Len() {
			sameWords(t, fmt.Sprintf("%s.%d", name, i), zh.Index(i), en.Index(i))
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
		for _, c := range commandsUnder(d.root()) {
			out.Reset()
			d.help(c)
			text := out.String()
			for _, foreign := range []string{"Usage", "Flags:", "Commands", "default", "help for"} {
				if l == inspection.Chinese && strings.Contains(text, foreign) {
					t.Errorf("%s says %q in Chinese", c.Name(), foreign)
				}
			}
			if l == inspection.English && spoken.MatchString(fileWord.ReplaceAllString(text, "")) {
				t.Errorf("%s speaks Chinese in English:\n%s", c.Name(), text)
			}
		}
	}
}

// commandsUnder are a command and all below it.
func commandsUnder(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, one := range c.Commands() {
		all = append(all, commandsUnder(one)...)
	}
	return all
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
