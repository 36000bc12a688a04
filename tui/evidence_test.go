package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// The shelf is a Cabinet too: it takes files in by their names alone.

func (s *shelf) TakeIn(ctx context.Context, path string, progress func(done, size int64)) (Taken, error) {
	s.tookIn = append(s.tookIn, path)
	name := filepath.Base(path)
	if strings.HasPrefix(name, "坏") {
		return Taken{}, errors.New("不能存入程序文件")
	}
	size := int64(len(name)) * 100_000
	progress(size/2, size)
	if s.halfway != nil {
		s.halfway()
	}
	if err := ctx.Err(); err != nil {
		return Taken{}, err
	}
	sort := inspection.Form
	if strings.HasSuffix(name, ".jpg") {
		sort = inspection.Photo
	}
	return Taken{idOf(name), name, size, sort}, nil
}

func (s *shelf) Show(id inspection.EvidenceID, name string) error {
	s.showed = append(s.showed, name)
	return s.showErr
}

// idOf is an ID made of a name.
func idOf(name string) inspection.EvidenceID {
	return inspection.EvidenceID(fmt.Sprintf("%064x", []byte(name))[:64])
}

// dropped takes files in by their paths, as if they were dropped on the page.
func dropped(d *driver, paths ...string) {
	d.t.Helper()
	for _, p := range paths {
		d.keys("f2").typed(p).keys("enter")
	}
}

func TestEvidenceIsTakenInAndDescribed(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f3").sees("还没有佐证").keys("p").typed("/tmp/会议记录.jpg").keys("enter")
	d.sees("已存入，请写说明", "2026-09-07", "[2 照片]").typed("第3页缺签名").keys("enter").typed("第3–5页").keys("esc")
	d.sees("1 件 · ", "第3页缺签名", "照片")
	one := d.book.EvidenceAt(v.id)[0]
	want := inspection.EvidenceNote{Caption: "第3页缺签名", Page: "第3–5页", Sort: inspection.Photo, When: d.today()}
	if one.EvidenceNote != want || one.Name != "会议记录.jpg" || len(one.Items) != 1 || one.Items[0] != "1.01" {
		t.Errorf("%+v", one)
	}
	if d.book.Visit(v.id).Begun == 0 {
		t.Error("the visit has not begun")
	}
	d.keys("esc").sees("证1", "第3页缺签名 第3–5页")
	d.keys("u").sees("已撤销").keys("u").lacks("证1").keys("ctrl+y", "ctrl+y").sees("证1")
}

func TestEvidenceOfAFinding(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	if !d.take(d.book.Raise("f1", v.id, "1.02", "应上会未上会", "事实")) {
		t.Fatal("not raised")
	}
	d.open(newEvidence(d.App, v.id, "", "f1"))
	dropped(d, "/tmp/付款凭证.pdf")
	d.keys("esc").sees("问题“应上会未上会”", "属于").keys("7").sees("已作为整改证明", "√证明")
	one := d.book.EvidenceOf("f1")[0]
	if len(one.Proves) != 1 || len(one.Findings) != 1 {
		t.Errorf("%+v", one)
	}
	d.keys("7").sees("不再作为整改证明").lacks("√证明").keys("7").sees("√证明")
	d.keys("8").sees("付款凭证.pdf")
	d.keys("esc", "x").sees("已取消关联", "还没有佐证")
}

// Several files come in one after the other; one that is refused does not keep
// the others out.
func TestEvidenceComesInMany(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f3", "f2").send(tea.PasteMsg{Content: "'/tmp/一.jpg' '/tmp/坏.exe' '/tmp/三.jpg'\n"})
	d.keys("enter").sees("存入 2 件，1 件没有存入：坏.exe：不能存入程序文件", "2 件 ·")
	if n := len(d.book.EvidenceAt(v.id)); n != 2 {
		t.Errorf("%d files", n)
	}
	dropped(d, "/tmp/一.jpg")
	d.sees("这个文件已经在这里了")
	if n := len(d.book.EvidenceAt(v.id)); n != 2 {
		t.Errorf("%d files", n)
	}
}

// A refused path is there again to be mended.
func TestEvidenceKeepsARefusedPath(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("f3")
	dropped(d, "/tmp/坏.exe")
	d.sees("没有存入 坏.exe：不能存入程序文件").keys("f2").sees("/tmp/坏.exe")
}

func TestEvidenceCanBeStopped(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f3")
	d.shelf.halfway = func() { d.sees("正在存入 长录音.mp4", "Esc 停止", "635 KB / 1.2 MB").keys("esc") }
	dropped(d, "/tmp/长录音.mp4")
	d.sees("已停止，没有存入", "还没有佐证")
	if n := len(d.book.EvidenceAt(v.id)); n != 0 {
		t.Errorf("%d files", n)
	}
	d.shelf.halfway = func() { d.keys("q") }
	dropped(d, "/tmp/长录音.mp4")
	if n := len(d.book.EvidenceAt(v.id)); n != 0 {
		t.Errorf("%d files after leaving", n)
	}
}

// The fact is taken only after the bytes are there.
func TestEvidenceWaitsForTheBytes(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("f3")
	d.shelf.halfway = func() {
		if len(d.book.EvidenceAt(v.id)) != 0 {
			t.Error("the book speaks of bytes that are not there")
		}
	}
	dropped(d, "/tmp/一.jpg")
	if len(d.book.EvidenceAt(v.id)) != 1 {
		t.Error("it is not in the book")
	}
}

func TestEvidenceIsShown(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	d.keys("esc", "f4").sees("正在用系统的程序打开副本：一.jpg")
	d.shelf.showErr = errors.New("这台电脑没有能打开它的程序")
	d.keys("o").sees("没有能打开它的程序")
	if len(d.shelf.showed) != 2 {
		t.Errorf("showed %v", d.shelf.showed)
	}
}

func TestEvidenceIsLinkedFurther(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.take(d.book.Raise("f1", v.id, "1.02", "应上会未上会", "事实"))
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	d.keys("esc", "6").sees("关联到", "[ ] 问题“应上会未上会”", "[x] 1.01").keys("enter").sees("已关联", "[x] 问题“应上会未上会”")
	d.typed("3.02").sees("[ ] 3.02").keys("enter").sees("[x] 3.02").keys("enter").sees("已取消关联", "[ ] 3.02").keys("esc")
	d.sees("属于", "1.01", "问题“应上会未上会”")
	one := d.book.EvidenceAt(v.id)[0]
	if len(one.Items) != 1 || len(one.Findings) != 1 {
		t.Errorf("%+v", one)
	}
	d.keys("7").sees("本校还没有已反馈的问题")
}

// Tab shows the whole visit's evidence, and the item's again.
func TestEvidenceOfTheWholeVisit(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	d.keys("esc", "esc", "down", "f3").sees("还没有佐证").keys("tab").sees("全部佐证", "1 件", "一.jpg").keys("6")
	d.sees("[x] 1.01").typed("1.02").keys("enter", "esc", "tab").sees("1.02", "一.jpg")
}

func TestEvidenceDays(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	for typed, want := range map[string]string{
		"2026-9-7": "2026-09-07", "2026年9月7日": "2026-09-07", "20260907": "2026-09-07", "9-7": "2026-09-07", "９．７": "2026-09-07", "": "",
		"昨天": "2026-09-06", "12-30": "2025-12-30", // the last one
	} {
		if day, ok := d.pastOrNone(typed); !ok || day.String() != want {
			t.Errorf("%q is %s %v", typed, day, ok)
		}
	}
	for _, typed := range []string{"前天晚上", "2026-13-01", "9", "1-2-3-4"} {
		if day, ok := d.pastOrNone(typed); ok {
			t.Errorf("%q is %s", typed, day)
		}
	}
	visiting(d, "S001")
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	d.keys("tab", "tab", "3", "tab", "ctrl+u").typed("前天晚上").keys("esc").sees("日期请写成", "前天晚上")
	d.keys("ctrl+u").typed("9-1").keys("esc").sees("2026-09-01", "录音录像")
}

// What was typed and not set down is there after a crash.
func TestEvidenceCaptionSurvives(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	d.typed("写了一半")
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	v := visiting(again, "S001")
	again.open(newEvidence(again.App, v.id, v.item, ""))
	again.keys("enter").sees("这是上次没有存入的草稿", "写了一半").keys("esc").sees("写了一半")
}

// folders makes a small tree to walk through.
func folders(t *testing.T) string {
	t.Helper()
	top := t.TempDir()
	for _, name := range []string{"照片/食堂.jpg", "照片/后门.jpg", "照片/.藏着.jpg", "材料/制度.pdf", "一览.txt", "坏程序.exe"} {
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Repeat("x", 2000)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, testStart, testStart.Add(-time.Duration(len(name))*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	return top
}

func TestPickerWalks(t *testing.T) {
	top := folders(t)
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.journal.Keep(folderKey, []byte(top))
	d.keys("f3", "f3").sees("选取文件", "4 项", "材料", "照片", "一览.txt", "2 KB").lacks("藏着")
	d.keys("down", "right").sees("后门.jpg", "食堂.jpg").keys("left").sees("› ", "照片")
	if p := d.top().(*picker); p.here != "照片" {
		t.Errorf("came back on %s", p.here)
	}
	d.keys("enter", "space", "space").sees("已选 2 件", "[x] ").keys("enter").sees("已存入 2 件")
	if n := len(d.book.EvidenceAt(v.id)); n != 2 {
		t.Errorf("%d files", n)
	}
	d.keys("a").sees("食堂.jpg").keys("/").typed("hm").sees("后门.jpg", "1 项").keys("esc", "backspace").sees("一览.txt")
	d.keys("/").typed("zd").sees("没有可选的文件").keys("esc").keys("tab").sees("最近的在前").keys("f2").sees("输入路径", filepath.Base(top))
}

func TestPickerTellsOfTrouble(t *testing.T) {
	top := folders(t)
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.journal.Keep(folderKey, []byte(filepath.Join(top, "没有了", "更深")))
	d.keys("f3", "f3").sees("一览.txt") // up to where there is something
	d.journal.Keep(folderKey, []byte(filepath.Join(top, "一览.txt")))
	d.keys("esc", "f3").sees("读不了这个文件夹").keys("left").sees("一览.txt")
}

func TestPathCompletes(t *testing.T) {
	top := folders(t)
	d := newDriver(t, 80, 24, inspection.Chinese)
	visiting(d, "S001")
	d.keys("f3", "f2").typed(top+"/照").keys("tab").sees("照片/").keys("tab").sees("后门.jpg", "食堂.jpg").lacks("藏着")
	d.typed("食").keys("tab").sees("食堂.jpg").typed("x").keys("tab").sees("没有以此开头的文件")
	d.keys("backspace", "enter").sees("已存入")
	if got := d.shelf.tookIn; len(got) != 1 || got[0] != filepath.Join(top, "照片", "食堂.jpg") {
		t.Errorf("took in %v", got)
	}
}

func TestPathsAsTheyAreDropped(t *testing.T) {
	for text, want := range map[string]string{
		"/a/b c.jpg":                       "/a/b c.jpg",
		" '/a/b c.jpg' ":                   "/a/b c.jpg",
		`'/a/b.jpg' "/c/d e.jpg"`:          "/a/b.jpg|/c/d e.jpg",
		`'/a/it'\''s.jpg'`:                 "/a/it's.jpg",
		`/a/b\ c\(1\).jpg`:                 "/a/b c(1).jpg",
		"file:///a/%E7%85%A7%E7%89%87.jpg": "/a/照片.jpg",
		"file:///a/1.jpg file:///a/2.jpg":  "/a/1.jpg|/a/2.jpg",
		"":                                 "",
		"~/x":                              filepath.Join(home(), "x"),
	} {
		if got := strings.Join(pathsIn(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzPaths(f *testing.F) {
	for _, s := range []string{"'a' 'b", `"a`, `a\ b\`, "file://%zz", "~", "file:///a b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range pathsIn(s) {
			if len(p) > len(s)+len(home())+8 {
				t.Errorf("%q became %q", s, p)
			}
		}
	})
}

func TestEvidenceScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		v := visiting(d, "S001")
		d.take(d.book.Raise("f1", v.id, "1.01", "应上会事项以传阅代替会议", "事实"))
		d.keys("f3").golden("evidence-none_" + name)
		d.shelf.halfway = func() { d.golden("evidence-coming_" + name) }
		dropped(d, "/tmp/党组织会议记录复印件第三页至第五页缺少签名.jpg")
		d.shelf.halfway = nil
		d.typed("第三页缺少签名").keys("tab").typed("第3–5页").golden("evidence-caption_" + name).keys("esc")
		dropped(d, "/tmp/付款凭证.xlsx")
		d.keys("esc").typed("6").keys("enter", "esc", "7", "esc", "up").golden("evidence_" + name)
		d.keys("6").golden("evidence-links_"+name).keys("esc", "esc").golden("visit-evidence_" + name)
	})
}

// The picker's pictures show a folder that is the same everywhere.
func TestPickerScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		visiting(d, "S001")
		p := &picker{folder: "/home/示例/巡察照片", query: newInput(""), marked: []string{"/home/示例/巡察照片/食堂后厨.jpg"}}
		p.files = []file{
			{"第一轮", true, 0, testStart}, {"第二轮", true, 0, testStart}, {"食堂后厨.jpg", false, 3_456_789, testStart},
			{"会议记录（2025年3月党组织会议，含附件）扫描件最终版.pdf", false, 12_345_678, testStart}, {"talk.mp3", false, 45 << 20, testStart},
		}
		p.order()
		d.open(p)
		d.keys("down", "down", "down").golden("picker_" + name)
		d.open(&path{text: newInput("/home/示例/巡察照片/"), names: []string{"第一轮/", "第二轮/", "食堂后厨.jpg"}, asked: true})
		d.golden("path_" + name)
	})
}

// Into a sealed visit evidence comes with a reason, and without one not at all.
func TestEvidenceOfASealedVisit(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := visiting(d, "S001")
	d.keys("1")
	if !d.take(d.book.Seal(v.id, d.shelf.device, "组长甲", "试封", d.today())) {
		t.Fatal("not sealed")
	}
	d.keys("f3")
	dropped(d, "/tmp/一.jpg")
	if n := len(d.book.EvidenceAt(v.id)); n != 0 {
		t.Errorf("%d files without a reason", n)
	}
	d.typed("补交的照片").keys("enter").sees("1 件", "一.jpg")
	d.keys("enter").typed("留样柜").keys("esc").keys("ctrl+u").typed("写说明").keys("enter").sees("留样柜")
	dropped(d, "/tmp/二.jpg")
	d.keys("esc").sees("1 件")
}
