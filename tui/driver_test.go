package tui

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"flag"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"xuncha/inspection"
)

var update = flag.Bool("update", false, "renew the golden screens; look at them before committing")

// shelf is a Recorder with no disk: entries in a slice, stamped by a clock that
// goes on one second an entry.
type shelf struct {
	device  inspection.DeviceID
	entries []*inspection.Entry
	kept    map[string][]byte
	ids     int
	retries int

	// As a Cabinet; see evidence_test.go.
	tookIn, showed []string
	halfway        func() // called with half a file in
	showErr        error
}

var testStart = time.Date(2026, 9, 7, 9, 0, 0, 0, time.FixedZone("", 8*3600))

func newShelf() *shelf {
	return &shelf{device: inspection.DeviceID{1}, kept: map[string][]byte{}}
}

func (s *shelf) Take(author string, f inspection.Fact) *inspection.Entry {
	e := &inspection.Entry{
		Device: s.device, Seq: uint64(len(s.entries) + 1), Author: author, Fact: f,
		Stamp: inspection.Stamp{Millis: testStart.Add(time.Duration(len(s.entries)) * time.Second).UnixMilli()},
	}
	if n := len(s.entries); n > 0 {
		e.Prev = s.entries[n-1].Hash
	}
	e.Hash = sha256.Sum256(fmt.Append(nil, e.Device, e.Seq, e.Prev, e.Stamp))
	s.entries = append(s.entries, e)
	return e
}

func (s *shelf) Keep(name string, value []byte) {
	if value == nil {
		delete(s.kept, name)
		return
	}
	s.kept[name] = value
}

// drafts are the names of what was typed and not set down.
func (s *shelf) drafts() []string {
	var names []string
	for name := range s.kept {
		if strings.HasPrefix(name, "draft/") {
			names = append(names, name)
		}
	}
	return names
}

func (s *shelf) Kept(name string) []byte     { return s.kept[name] }
func (s *shelf) NewID() string               { s.ids++; return fmt.Sprintf("id%d", s.ids) }
func (s *shelf) Device() inspection.DeviceID { return s.device }
func (s *shelf) Retry()                      { s.retries++ }

// driver types into an App and runs its commands on the spot.
type driver struct {
	t *testing.T
	*App
	shelf *shelf
	quit  bool
}

// newDriver opens the notebook over a founded book of 61 made-up schools.
func newDriver(t *testing.T, w, h int, l inspection.Language) *driver {
	t.Helper()
	s := newShelf()
	var b inspection.Book
	found(t, &b, s)
	return driveOver(t, &b, s, w, h, l)
}

func driveOver(t *testing.T, b *inspection.Book, s *shelf, w, h int, l inspection.Language) *driver {
	t.Helper()
	d := &driver{t: t, shelf: s}
	d.App = newApp(Options{
		Book: b, Journal: s, Author: "记录人甲", Language: l, Path: "test.xuncha",
		Now:    func() time.Time { return testStart.Add(time.Duration(len(s.entries)) * time.Second) },
		Saving: Saving{Saved: uint64(len(s.entries))}, Roster: testRoster(61), Checklist: testChecklist(), Cabinet: s,
	})
	d.after = func(_ time.Duration, id int) tea.Cmd { return func() tea.Msg { return tickMsg{id} } }
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// found sets up the campaign of the tests: 61 schools, one round each.
func found(t testing.TB, b *inspection.Book, s *shelf) {
	t.Helper()
	err := inspection.Founding(func(f inspection.Fact) error {
		b.Apply(s.Take("记录人甲", f))
		return nil
	}, b, inspection.Campaign{ID: "test", Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}, testRoster(61), testChecklist(), false)
	if err != nil {
		t.Fatal(err)
	}
}

// testRoster is n made-up schools of mixed kinds.
func testRoster(n int) inspection.Roster {
	names := []string{"示例一小", "示例红旗小学", "示例长城中学", "示例实验幼儿园", "示例九年一贯制学校"}
	stages := []inspection.Stage{inspection.Primary, inspection.Primary, inspection.Junior, inspection.Kindergarten, inspection.NineYear}
	r := make(inspection.Roster, n)
	for i := range r {
		r[i] = inspection.School{
			Code: inspection.SchoolCode(fmt.Sprintf("S%03d", i+1)), Name: names[i%5], Stage: stages[i%5], Order: i + 1,
			Ownership: inspection.Public, Known: inspection.AllTraits, Traits: inspection.Canteen, Area: "示例片区",
		}
		if i >= 5 {
			r[i].Name = fmt.Sprintf("%s第%d校区", names[i%5], i/5+1)
		}
		if i%7 == 6 {
			r[i].Ownership = inspection.Private
		}
		if i%11 == 10 {
			r[i].Known, r[i].Traits = 0, 0
		}
	}
	return r
}

// testChecklist is sixteen sections of three items.
func testChecklist() *inspection.Checklist {
	sections := []string{
		"办学方向与特色发展", "立德树人与课程育人", "教育教学与学生权益", "校园安全与健康", "管党治党与作风纪律", "意识形态与网络阵地",
		"财务与资产", "采购与基建", "食堂与膳食", "收费、教辅与校服", "议事决策与领导班子", "党组织与党员队伍", "干部与教师队伍",
		"巡视巡察审计整改", "民办学校", "幼儿园",
	}
	applies := map[int]inspection.Conditions{9: inspection.IfCanteen, 15: inspection.IfPrivate, 16: inspection.IfKindergarten}
	c := &inspection.Checklist{ID: "test-1", Title: "示例清单"}
	for i, name := range sections {
		s := inspection.Section{Number: i + 1, Name: name, Dimension: inspection.Dimension(1 + i/5), Focus: inspection.Focus(1 + i/5)}
		for j, what := range []string{"制度是否健全", "执行是否到位", "监督是否有效"} {
			s.Items = append(s.Items, inspection.Item{
				Code:  inspection.ItemCode(fmt.Sprintf("%d.%02d", i+1, j+1)),
				Title: name + what, Applies: applies[i+1], Section: i + 1,
				Look:  "看“三重一大”事项是否经党组织会议研究决定；抽看近三年会议记录，对照付款和合同，逐笔核对应上会的事项是否上会，有无先办后议、以传阅代替会议。",
				Basis: "《示例规定》第三条", Confirmed: j != 2, Methods: inspection.ByDocuments | inspection.ByTalk,
				Papers: []string{"党组织会议记录（近三年）", "议题单和签到表"}, Typical: "应上会未上会，只有结论，没有讨论过程。",
			})
		}
		c.Sections = append(c.Sections, s)
	}
	return c
}

// send gives the program a message and runs what comes of it. The disk is
// always quick here, unless a test says otherwise through savedMsg.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.Update(msg)
	d.run(cmd)
	if d.saving.Err == nil {
		d.saving.Saved = uint64(len(d.shelf.entries))
	}
}

func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	default:
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() {
				d.run(v.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		d.send(msg)
	}
}

// keys presses named keys one by one: "enter", "f5", "ctrl+z", "1", "检".
func (d *driver) keys(names ...string) *driver {
	d.t.Helper()
	for _, n := range names {
		d.send(press(n))
	}
	return d
}

// typed types a text character by character, as an input method commits it.
func (d *driver) typed(text string) *driver {
	d.t.Helper()
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

var namedKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
	"pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "space": tea.KeySpace,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
}

func press(name string) tea.KeyPressMsg {
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		k := press(rest)
		return tea.KeyPressMsg{Code: k.Code, Mod: tea.ModCtrl}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if code, ok := namedKeys[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	r := []rune(name)
	return tea.KeyPressMsg{Code: r[0], Text: name}
}

// screen is what the person sees, without colours.
func (d *driver) screen() string {
	d.t.Helper()
	text := ansi.Strip(d.View().Content)
	lines := strings.Split(text, "\n")
	if len(lines) != d.h {
		d.t.Errorf("the screen has %d lines, the window %d", len(lines), d.h)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > d.w {
			d.t.Errorf("line %d has %d cells, the window %d: %q", i+1, w, d.w, line)
		}
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// sees fails unless the words stand on the screen.
func (d *driver) sees(words ...string) *driver {
	d.t.Helper()
	now := d.screen()
	for _, w := range words {
		if !strings.Contains(now, w) {
			d.t.Fatalf("%q is not on the screen:\n%s", w, now)
		}
	}
	return d
}

// lacks fails if the words stand on the screen.
func (d *driver) lacks(words ...string) *driver {
	d.t.Helper()
	now := d.screen()
	for _, w := range words {
		if strings.Contains(now, w) {
			d.t.Fatalf("%q is on the screen:\n%s", w, now)
		}
	}
	return d
}

// golden compares the screen with testdata/NAME.golden.
func (d *driver) golden(name string) *driver {
	d.t.Helper()
	file := filepath.Join("testdata", name+".golden")
	now := d.screen()
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			d.t.Fatal(err)
		}
		return d
	}
	want, err := os.ReadFile(file)
	if err != nil {
		d.t.Fatal(err)
	}
	if now != string(want) {
		d.t.Errorf("%s differs; look, then renew with -update.\nnow:\n%s\nwas:\n%s", file, now, want)
	}
	return d
}

// everySize runs a story at both sizes in both languages.
func everySize(t *testing.T, story func(t *testing.T, d *driver, name string)) {
	for _, size := range []struct{ w, h int }{{80, 24}, {120, 36}} {
		for i, lang := range []string{"zh", "en"} {
			name := fmt.Sprintf("%s_%dx%d", lang, size.w, size.h)
			t.Run(name, func(t *testing.T) {
				story(t, newDriver(t, size.w, size.h, inspection.Language(i)), name)
			})
		}
	}
}
