package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestPressScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		s := printing(d)
		v := visiting(d, "S001")
		if !d.take(d.book.Raise("f1", v.id, "1.02", "大额支出未上会", "事实")) {
			t.Fatal("not raised")
		}
		d.open(newSheet(d.App, "f1"))
		d.keys("f9", "down").golden("press_" + name)
		s.lines = 40
		d.keys("enter", "down", "down").golden("press_proof_" + name)
		d.keys("esc", "end")
		d.send(tea.PasteMsg{Content: "x"})
		d.run(d.top().(*pressroom).takeIn(d.App, Offer{Name: "名册"}, []string{"/tmp/名册.xlsx"}))
		d.golden("press_in_" + name)
	})
}

// From where one stands to a file that lies where one was told.
func TestPressWritesAFile(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	visiting(d, "S001")
	d.keys("f9").sees("这次进校：示例一小", "反馈意见", "写到", "/home/示例/文书/反馈意见_示例一小.docx")
	d.keys("o").sees("还没有写过文件")
	d.keys("enter").sees("第1条 经查").keys("s").sees("已写好：/home/示例/文书/反馈意见_示例一小.docx", "刚写好")
	if got := s.files["/home/示例/文书/反馈意见_示例一小.docx"]; got != "反馈意见0" {
		t.Errorf("wrote %q", got)
	}
	d.keys("f4")
	if len(s.opened) != 1 || s.opened[0] != "/home/示例/文书/反馈意见_示例一小.docx" {
		t.Errorf("opened %q", s.opened)
	}
	d.keys("down", "f2").sees("没有写成：采用的问题里没有立行立改的").keys("enter").sees("采用的问题里没有立行立改的").keys("f2").sees("没有立行立改的")
	d.keys("esc", "esc").lacks("文书与交换 ›")
}

// What lies where a file is to go is left alone until somebody has said so.
func TestPressAsksBeforeItReplaces(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	path := "/home/示例/文书/反馈意见_示例一小.docx"
	s.files[path] = "手写的"
	visiting(d, "S001")
	d.keys("f9", "f2").sees("已经有同名文件", "没有改动它").keys("esc").sees("已停止，没有写成文件")
	d.keys("f2", "3").sees("已停止，没有写成文件")
	if s.files[path] != "手写的" || len(s.files) != 1 {
		t.Errorf("%q", s.files)
	}
	d.keys("f2", "1").sees("已写好：/home/示例/文书/反馈意见_示例一小-2.docx").keys("f2", "1").sees("-3.docx")
	d.keys("f2", "2").sees("已写好：" + path)
	if s.files[path] != "反馈意见0" || len(s.files) != 3 {
		t.Errorf("%q", s.files)
	}
	s.failures[path] = ErrThere
	d.keys("f2", "2").sees("那里的东西不能覆盖")
	s.failures[path] = errors.New("磁盘已满")
	d.keys("f2").sees("没有写成：磁盘已满")
}

// Several pieces go into a folder of their own, one after the other, and none of
// them takes another's name.
func TestPressWritesSeveral(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	d.keys("f9").sees("3 份，放进同一个文件夹").keys("enter").sees("第 1 份，共 3 份").keys("right", "]").sees("第 3 份").keys("right", "left").sees("第 2 份")
	s.halfway = func() {
		d.sees(fmt.Sprintf("%d / 3  Esc 停止", len(d.top().(*pressroom).job.paths)))
	}
	d.keys("f2").sees("已写好 3 份：/home/示例/文书/第一轮_反馈意见")
	for _, name := range []string{"反馈意见_1.docx", "反馈意见_2.docx", "反馈意见_2-2.docx"} {
		if _, there := s.files["/home/示例/文书/第一轮_反馈意见/"+name]; !there {
			t.Errorf("no %s: %q", name, s.files)
		}
	}
	s.halfway = nil
	d.keys("f2").sees("各份也照此办理").keys("2").sees("已写好 3 份")
	if len(s.files) != 4 { // the third is beside the second, which was replaced
		t.Errorf("%d files: %q", len(s.files), s.files)
	}
}

// Of several, those that have nothing to say are passed over.
func TestPressPassesOverNothing(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	s.nothing = []int{0, 2}
	d.keys("f9", "f2").sees("已写好 1 份，另有 2 份没有内容，不写：")
	if len(s.files) != 1 {
		t.Errorf("%q", s.files)
	}
	s.nothing = []int{0, 1, 2}
	d.keys("f2").sees("各份都没有内容，没有写文件")
}

// What is stopped leaves whole files or none.
func TestPressCanBeStopped(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	n := 0
	s.halfway = func() {
		if n++; n == 2 {
			d.sees("正在写 反馈意见_2.docx").keys("down", "esc")
		}
	}
	d.keys("f9", "f2").sees("已停止；写好的 1 份都完整，其余没有写")
	if len(s.files) != 1 {
		t.Errorf("%q", s.files)
	}
	n = 1
	s.halfway = func() { d.keys("q") }
	d.keys("f2")
	if len(s.files) != 1 || !d.quit {
		t.Errorf("after leaving: %q", s.files)
	}
}

// Where files go is chosen once, and remembered.
func TestPressGoesWhereItIsTold(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "交办公室"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "别的.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	d.shelf.kept[pressFolderKey] = []byte(folder)
	visiting(d, "S001")
	d.keys("f9", "f3").sees("选定文件夹", "就放在这个文件夹", "交办公室").lacks("别的.txt")
	d.keys("down", "enter", "enter").sees("以后写到：")
	want := filepath.Join(folder, "交办公室")
	if got := string(d.shelf.kept[pressFolderKey]); got != want {
		t.Errorf("kept %q", got)
	}
	d.keys("f2").sees("已写好")
	if _, there := s.files[filepath.Join(want, "反馈意见_示例一小.docx")]; !there {
		t.Errorf("%q", s.files)
	}
	d.keys("f3", "f2").typed("/旧").keys("enter") // a typed path goes on from where one is
	d.sees("以后写到：")

	// A whole path that is dropped on the folder offered takes its place; one
	// dropped on what was typed goes where the cursor is.
	d.keys("f3", "f2").send(tea.PasteMsg{Content: want + "\n"})
	d.keys("enter")
	if got := string(d.shelf.kept[pressFolderKey]); got != want {
		t.Errorf("kept %q", got)
	}
	d.keys("f3", "f2").typed("新").send(tea.PasteMsg{Content: "/旧"})
	d.keys("enter")
	if got := filepath.Clean(string(d.shelf.kept[pressFolderKey])); got != filepath.Join(want, "新", "旧") {
		t.Errorf("kept %q", got)
	}
}

// A file is looked at before it is taken in, and can be taken back.
func TestPressTakesIn(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	printing(d)
	folder := t.TempDir()
	for _, name := range []string{"名册.xlsx", "一坏.xlsx"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.shelf.kept[folderKey] = []byte(folder)
	was := d.book.School("S001").Name
	d.keys("f9", "end").sees("回车选取文件").keys("enter").sees("名册.xlsx").keys("enter")
	d.sees("这个文件不能导入", "名册!C4：“公立”不是办学性质", "名册!A9").keys("f2").sees("要先改好")
	d.keys("esc", "enter", "down", "enter").sees("以下是将要改动的内容", "改名 1 所", was+" → 示例新名小学")
	if d.book.School("S001").Name != was {
		t.Error("it was changed before anybody agreed")
	}
	d.keys("s").sees("已导入：名册.xlsx")
	if d.book.School("S001").Name != "示例新名小学" {
		t.Error("it was not changed")
	}
	d.keys("enter", "down", "enter").sees("没有要改动的").keys("f2").sees("没有要改动的").keys("esc")
	d.keys("u").sees("已撤销")
	if d.book.School("S001").Name != was {
		t.Error("it was not taken back")
	}
}

// What is read and compared may take its time: it says how far it is, and what is
// stopped leaves nothing.
func TestPressTakingInCanBeStopped(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	d.keys("f9", "end")
	p := d.top().(*pressroom)
	take := func() { d.run(p.takeIn(d.App, Offer{Name: "名册"}, []string{"/tmp/名册.xlsx"})) }
	s.reading = func() { d.sees("名册.xlsx", "正在读文件……", "Esc 停止").keys("f2").sees("还在比较") }
	s.comparing = func() { d.sees("正在与账本比较……", "50 / 100  Esc 停止").keys("f2").sees("还在比较") }
	was := len(d.shelf.entries)
	take()
	d.sees("以下是将要改动的内容").keys("esc").lacks("已停止")
	for name, at := range map[string]*func(){"reading": &s.reading, "comparing": &s.comparing} {
		s.reading, s.comparing = nil, nil
		*at = func() { d.keys("esc") }
		take()
		if d.sees("已停止，没有导入，账本没有改动"); d.top() != screen(p) || len(d.shelf.entries) != was {
			t.Errorf("stopped while %s: %T, %d entries", name, d.top(), len(d.shelf.entries)-was)
		}
	}
}

// The book may move on while a file is compared with it, and after: then it is
// compared again, and nothing is taken in that was judged by an older book.
func TestPressComparesAgain(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	rename := func(name string) {
		school := *d.book.School("S001")
		school.Name = name
		if !d.take(d.book.Enrol(inspection.Roster{school})) {
			t.Fatal("not renamed")
		}
	}
	rename("示例甲校")
	d.keys("f9", "end")
	compared := 0
	s.comparing = func() {
		if compared++; compared == 1 {
			rename("示例乙校")
		}
	}
	d.run(d.top().(*pressroom).takeIn(d.App, Offer{Name: "名册"}, []string{"/tmp/名册.xlsx"}))
	d.sees("示例乙校 → 示例新名小学").lacks("示例甲校 →")
	d.keys("u").sees("示例甲校 → 示例新名小学")
	if compared != 3 {
		t.Errorf("compared %d times", compared)
	}
	if d.keys("f2").sees("已导入"); d.book.School("S001").Name != "示例新名小学" {
		t.Error("it was not taken in")
	}
}

// The office's own document is named once and remembered, looked at when it is
// named, and taken away again.
func TestPressTakesStyles(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	s := printing(d)
	folder := t.TempDir()
	for _, name := range []string{"本单位格式.docx", "一坏.docx"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.shelf.kept[folderKey] = []byte(folder)
	visiting(d, "S001")
	d.keys("f9").sees("F7 格式").keys("f7").sees("一坏.docx").keys("enter").sees("格式文件不能用", "不是 .docx").lacks("格式：")
	if d.shelf.kept[pressDonorKey] != nil {
		t.Error("it was remembered all the same")
	}
	path := filepath.Join(folder, "本单位格式.docx")
	d.keys("t", "down", "enter").sees("以后的文书用“本单位格式.docx”的样式", "格式：本单位格式.docx")
	d.keys("esc", "f9").sees("格式：本单位格式.docx").keys("f2").sees("已写好")
	if got := s.files["/home/示例/文书/反馈意见_示例一小.docx"]; got != "反馈意见"+path+"0" {
		t.Errorf("wrote %q", got)
	}
	d.keys("f7").sees("文书现在用这个文件")
	if said := strings.Join(strings.Fields(d.screen()), ""); !strings.Contains(said, "/本单位格式.docx›") {
		t.Errorf("the path is not told to its end:\n%s", d.screen())
	}
	d.keys("3").sees("格式：本单位格式.docx").keys("f7", "1").sees("选取文件").keys("esc")
	d.keys("f7", "2").sees("以后的文书用自带的公文格式").lacks("格式：").keys("f2", "2")
	if got := s.files["/home/示例/文书/反馈意见_示例一小.docx"]; got != "反馈意见0" || d.shelf.kept[pressDonorKey] != nil {
		t.Errorf("wrote %q", got)
	}
}

// Where one stands is what the screens say of it.
func TestStanding(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	printing(d)
	if at := d.App.stands(); at.Visit.School != "" || at.Visit.Round != 1 {
		t.Errorf("%+v", at)
	}
	v := visiting(d, "S030")
	if at := d.App.stands(); at.Visit != v.id || at.Finding != "" {
		t.Errorf("%+v", at)
	}
	if !d.take(d.book.Raise("f1", v.id, "1.02", "题", "事实")) {
		t.Fatal("not raised")
	}
	d.keys("7")
	if at := d.App.stands(); at.Visit != v.id || at.Finding != "f1" {
		t.Errorf("among findings: %+v", at)
	}
	d.keys("enter", "f9", "f1", "esc")
	if p := d.top().(*pressroom); p.at.Finding != "f1" || p.at.Visit != v.id {
		t.Errorf("from a sheet: %+v", p.at)
	}
	d.keys("f9")
	if p := d.top().(*pressroom); p.at.Finding != "f1" {
		t.Errorf("F9 on its own page: %+v", p.at)
	}
}
