//go:build unix

package main

import (
	"strings"
	"testing"
)

// At a terminal a wrong line is told at once, and what differs between the
// passes is asked for again until both say the same.
func TestTypedAtTheTerminal(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	if out, err := inTerminal(t, home, "init", "--author", "张三").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	c := startConsole(t, 120, 50, inTerminal(t, home, "record", "--paper", "--round", "1", "--school", "S001"))
	c.sees("第一遍", "空行结束").keys("1-3 2-1 900-1", "enter").sees("“900-1”超出了清单", "重打这一行")
	c.keys("1-3 2-1 1", "enter").keys("enter").sees("第二遍")
	c.keys("1-2 2-1 5-4", "enter").keys("enter").sees("两遍有 3 项不一样", "1 号", "3 号", "5 号", "再录一次")
	c.keys("2-1", "enter").sees("2 号两遍录得一样", "重打这一行")
	c.keys("1-3 3-0", "enter").keys("enter").sees("两遍有 1 项不一样", "5 号")
	c.keys("5-4", "enter").keys("enter").sees("已存：3 项（新评定 3，改 0）")
	c.ended()

	c = startConsole(t, 120, 50, inTerminal(t, home, "record", "--paper", "--round", "1", "--school", "S001", "--once"))
	c.sees("第一遍").keys("1-1", "enter").keys("enter").sees("不符合 改为 符合", "输入 y")
	c.keys("n", "enter").sees("已放弃，什么也没有记录")
	c.ended()
	c = startConsole(t, 120, 50, inTerminal(t, home, "record", "--paper", "--round", "1", "--school", "S001", "--once"))
	c.sees("第一遍").keys("1-1", "enter").keys("enter").sees("输入 y").keys("y", "enter").sees("已存：1 项（新评定 0，改 1）")
	c.ended()
	out, err := inTerminal(t, home, "log", "--school", "S001").CombinedOutput()
	if err != nil || strings.Count(string(out), "由“不符合”改为“符合”") != 1 {
		t.Errorf("%v\n%s", err, out)
	}
}
