//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xuncha/data"
	"xuncha/inspection"
)

// counted presses keys and counts them; what is typed does not count.
type counted struct {
	*console
	keysPressed int
}

func (c *counted) press(names ...string) *counted {
	c.keysPressed += len(names)
	c.keys(names...)
	return c
}

func (c *counted) typed(text string) *counted { c.keys(text); return c }

func (c *counted) see(words ...string) *counted {
	c.t.Helper()
	c.sees(words...)
	return c
}

// One problem from the item at which it is seen to its relapse, by keys alone;
// after a restart all of it undone, and redone.
func TestStoryOfAThread(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	book := filepath.Join(home, "b.xuncha")
	if out, err := inTerminal(t, home, "init", "--author", "组员甲", "--book", book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := os.WriteFile(filepath.Join(home, "纪要.txt"), []byte("示例会议纪要"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := inTerminal(t, home, "--book", book)
	cmd.Dir = home
	c := &counted{console: startConsole(t, 120, 36, cmd)}
	c.see("第一轮", "q 离开")
	threadRaised(c)
	threadRectified(c)
	threadRelapsed(c)
	if c.keysPressed > 60 {
		t.Errorf("it took %d keys", c.keysPressed)
	}
	t.Logf("%d keys besides typed text", c.keysPressed)
	c.home().keys("q").ended()
	relapsed := threadIn(t, book)
	if r := relapsed.Rectification; r.Closed != 0 || r.Reopened != 1 || len(r.Progress) != 1 || r.Deadline == 0 {
		t.Errorf("the thread ends as %+v", relapsed)
	}

	for _, c := range []struct{ key, words string }{{"u", "没有可以撤销"}, {"ctrl+y", "没有可以重做"}} {
		again := startConsole(t, 120, 36, inTerminal(t, home, "--book", book))
		again.sees("第一轮", "q 离开")
		until(again, c.key, c.words)
		again.home().keys("q").ended()
		if f := threadIn(t, book); c.key == "u" && f.Title != "" {
			t.Errorf("after undoing all of it there is %+v", f)
		}
	}
	if f := threadIn(t, book); f.Number != relapsed.Number || f.State != relapsed.State ||
		f.Rectification.Reopened != 1 || len(f.Rectification.Proof) != 1 {
		t.Errorf("redone it is %+v", f)
	}
}

func threadRaised(c *counted) {
	c.press("1").see("Enter 打开").press("enter").see("1 √符合").press("3").see("按 F2")
	c.press("f2").typed("大额支出未经集体研究").press("tab").typed("抽看10笔，3笔没有纪要。").press("f4").see("1/s 送审")
	c.press("1").see("已送审").press("2").see("承办人不足两人").press("enter").typed("组员甲、组员乙").press("enter").see("组员甲、组员乙")
	c.press("2").see("审核意见").typed("事实清楚").press("enter").see("已采用，编号")
	c.press("f3").see("还没有佐证").press("f3").see("纪要.txt").press("/").typed("纪要").see("1 项").press("enter")
	c.see("已存入").typed("党组织会议纪要").press("esc").see("F3/a", "党组织会议纪要").press("esc")
	c.see("采用").press("6").see("反馈给学校").press("ctrl+s").see("已反馈")
}

func threadRectified(c *counted) {
	c.press("f4").see("整改时限").press("down", "down", "down", "down", "down").see("› 整改时限")
	c.press("enter", "ctrl+u").typed("+30天").press("enter").see("剩 30 天")
	c.press("4").typed("已补开会议").press("esc").see("进展已记下")
	c.press("f6").see("整改完成率").press("f7").see("回头看").press("2").see("整改台账").press("esc").see("整改时限")
	c.press("3").see("完成整改").press("6").see("[ ] 党组织会议纪要").press("space").see("[x]").press("esc")
	c.press("5").see("销号人").press("enter").see("已销号")
}

func threadRelapsed(c *counted) {
	c.home()
	c.press("1").see("回头看").press("down", "enter").see("大额支出未经集体研究").press("4").see("反弹")
}

// until presses a key until the screen says that there is nothing more to do.
func until(c *console, key, words string) {
	c.t.Helper()
	for range 60 {
		c.keys(key)
		last := c.wait("an answer to "+key, func(s string) bool {
			return strings.Contains(s, "已撤销") || strings.Contains(s, "已重做") || strings.Contains(s, words)
		})
		if strings.Contains(last, words) {
			return
		}
		c.keys("up") // clears what was said
		c.wait("the answer to go", func(s string) bool { return !strings.Contains(s, "已撤销") && !strings.Contains(s, "已重做") })
	}
	c.t.Fatalf("it never says %s", words)
}

// threadIn is the one finding in a book, or none.
func threadIn(t *testing.T, book string) inspection.Thread {
	t.Helper()
	j, err := data.Open(book, data.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	var b inspection.Book
	if err := j.Fold(&b); err != nil {
		t.Fatal(err)
	}
	for _, f := range b.FindingsIn(1) {
		return inspection.Thread{Finding: f, Rectification: b.Rectification(&f)}
	}
	return inspection.Thread{}
}
