//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xuncha/data/docx"
)

// From F9 to a paper on the disk, looked at first and opened after, then another
// beside it, then a roster that is taken in and taken back, by keys alone.
func TestStoryOfThePress(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	folder := filepath.Join(home, "文书")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "新名册.csv"), []byte("编号,学校名称\nS001,红旗实验小学\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := inTerminal(t, home, "--book", book)
	_, seen := watching(t, cmd)
	c := startConsole(t, 80, 24, cmd)
	c.sees("第一轮", "q 离开").keys("1").sees("Enter 打开").keys("enter").sees("1 √符合")
	c.keys("f9").sees("这次进校：红旗小学", "调阅资料清单", "写到 ")
	c.keys("f3").sees("选定文件夹", "就放在这个文件夹", "文书").keys("/", "文书").sees("1 项").keys("enter").sees("/文书 ").keys("enter").sees("以后写到")
	c.keys("enter").sees("调阅资料清单", "红旗小学", "F2/s 写出文件").keys("f2").sees("已写好")
	papers, err := filepath.Glob(filepath.Join(folder, "*.docx"))
	if err != nil || len(papers) != 1 || !strings.Contains(papers[0], "调阅资料清单") {
		t.Fatalf("%v %v", papers, err)
	}
	raw, err := os.ReadFile(papers[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range docx.Check(bytes.NewReader(raw), int64(len(raw))) {
		t.Error(wrong)
	}
	c.keys("f4")
	if got := strings.TrimSpace(string(readWhenThere(t, seen))); got != papers[0] {
		t.Errorf("the viewer got %s", got)
	}
	c.keys("f2").sees("已经有同名文件").keys("1").sees("已写好")
	if papers, _ = filepath.Glob(filepath.Join(folder, "*")); len(papers) != 2 {
		t.Errorf("%v", papers)
	}
	c.keys("end", "up", "up", "up").sees("读学校名册", "回车选取文件").keys("enter").sees("选取文件", "新名册.csv").keys("/", "新名册").sees("1 项").keys("enter")
	c.sees("将要改动", "红旗实验小学").keys("f2").sees("已导入：新名册.csv").keys("u").sees("已撤销")
	c.home().keys("q").ended()
}
