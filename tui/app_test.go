package tui

import (
	"errors"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

func TestFirstPages(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S002"}
		d.take(d.book.Begin(v, d.today()))
		for i, code := range []inspection.ItemCode{"1.01", "1.02", "1.03", "2.01"} {
			verdict := inspection.Verdicts()[i%3]
			d.take(d.book.Answer(v, code, inspection.Change{Verdict: &verdict}))
		}
		d.last, d.saving.Saved = uint64(len(d.shelf.entries)), uint64(len(d.shelf.entries))
		d.golden("rounds_" + name)
		d.keys("1").golden("schools_" + name)
		d.keys("/").typed("hqxx").golden("found_" + name)
		d.keys("esc", "f1").golden("help_" + name)
		d.keys("esc", "ctrl+p").golden("palette_" + name)
	})
}

func TestFirstRun(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		s := newShelf()
		d.shelf = s
		d.App = newApp(Options{
			Book: new(inspection.Book), Journal: s, Language: d.lang, Path: "test.xuncha",
			Roster: testRoster(61), Checklist: testChecklist(), Now: d.now,
		})
		size := strings.Split(name, "_")[1]
		w, h, _ := strings.Cut(size, "x")
		d.send(tea.WindowSizeMsg{Width: number(w), Height: number(h)})
		d.golden("first_name_" + name)
		d.keys("enter")
		if len(s.entries) != 0 {
			t.Fatal("no name, and yet something was set down")
		}
		d.typed("记录人乙").keys("enter").golden("first_plan_" + name)
		d.keys("down", "enter").sees("61")
		if !d.book.IsFounded() {
			t.Fatal("the book is not founded")
		}
		if n := len(d.book.VisitsIn(3)); n != 61 {
			t.Errorf("every school in every round: %d in the third", n)
		}
		if s.entries[0].Author != "记录人乙" || string(s.kept["author"]) != "记录人乙" {
			t.Error("the author's name is not in the entries")
		}
	})
}

func number(s string) (n int) {
	for _, r := range s {
		n = 10*n + int(r-'0')
	}
	return n
}

func TestSchoolsAreFoundByPinyin(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("1", "/")
	for query, want := range map[string]string{
		"slcczx": "示例长城中学", "hqxx": "示例红旗小学", "S003": "示例长城中学", "幼儿": "示例实验幼儿园", "hongqixiao": "示例红旗小学",
	} {
		d.typed(query).sees(want)
		d.keys("esc", "/")
	}
	d.typed("zzzz").sees("没有找到")
}

func TestEscLeavesTheSearchFirst(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).keys("1", "/").typed("hq")
	if len(d.stack) != 2 {
		t.Fatal("not on the schools' page")
	}
	d.keys("esc").sees("21 / 21")
	d.keys("esc")
	if len(d.stack) != 1 {
		t.Error("the second Esc does not go back")
	}
}

func TestMarkPromisesOnlyWhatTheDiskHas(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	d.App.take(d.book.Begin(v, d.today()))
	d.sees("保存中")
	d.Update(savedMsg{Saved: d.App.last - 1, Waiting: 1})
	d.sees("保存中")
	d.Update(savedMsg{Saved: d.App.last})
	d.sees("已存 #")
	d.Update(savedMsg{Saved: d.App.last - 1, Waiting: 1, Err: errors.New("磁盘已满")})
	d.sees("未保存 1 条", "磁盘已满", "Ctrl+R")
	d.keys("ctrl+r")
	if d.shelf.retries != 1 {
		t.Error("Ctrl+R does not try again")
	}
}

func TestLeavingUnsavedAsksFirst(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.Update(savedMsg{Waiting: 3, Err: errors.New("磁盘已满")})
	d.keys("q").sees("还有内容没有保存", "3 条")
	if d.quit {
		t.Fatal("left without asking")
	}
	d.keys("2")
	if d.quit || len(d.stack) != 1 {
		t.Error("going back leaves")
	}
	d.keys("ctrl+c", "1")
	if !d.quit {
		t.Error("a confirmed leaving does not leave")
	}
}

func TestUndoAndRedoByKeys(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	unmet := inspection.Unmet
	d.App.take(d.book.Answer(v, "1.01", inspection.Change{Verdict: &unmet}))
	d.keys("u").sees("已撤销", "1.01")
	if got := d.book.AnswerAt(v, "1.01").Verdict; got != inspection.None {
		t.Errorf("after undo: %s", got.In(inspection.Chinese))
	}
	d.keys("ctrl+y").sees("已重做")
	if got := d.book.AnswerAt(v, "1.01").Verdict; got != inspection.Unmet {
		t.Errorf("after redo: %s", got.In(inspection.Chinese))
	}
	d.keys("ctrl+z", "u").sees("没有可以撤销")
}

func TestConflictsAreSettledByTheLead(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	met, unmet := inspection.Met, inspection.Unmet
	mine, _ := d.book.Answer(v, "1.01", inspection.Change{Verdict: &met})
	theirs, _ := d.book.Answer(v, "1.01", inspection.Change{Verdict: &unmet})
	d.App.take(mine, nil)
	other := newShelf()
	other.device = inspection.DeviceID{2}
	d.book.Apply(other.Take("组员乙", theirs))
	d.keys("up").sees("有 1 处冲突").keys("end", "enter").golden("conflicts_zh_80x24")
	d.keys("down", "enter").sees("没有内容")
	d.keys("esc").lacks("冲突")
}

func TestEveryWordIsThereInBothLanguages(t *testing.T) {
	for name, w := range map[string]*words{"chinese": &chinese, "english": &english} {
		walkWords(t, name, reflect.ValueOf(w).Elem())
	}
}

// English sentences have English signs, and say 1 school and 2 schools. Those that
// are made are made of ones.
func TestEnglishIsEnglish(t *testing.T) {
	signs, many := regexp.MustCompile(`[、，。：；（）！？「」【】]`), regexp.MustCompile(`\b1 ([a-z]+ )?[a-z-]+[^su1]s\b`)
	all := 0
	sayWords(reflect.ValueOf(&english).Elem(), func(path, says string) {
		all++
		if signs.MatchString(says) {
			t.Errorf("%s has a Chinese sign: %s", path, says)
		}
		if many.MatchString(says) {
			t.Errorf("%s has one of many: %s", path, says)
		}
	})
	if all < 800 {
		t.Errorf("only %d sentences were seen", all)
	}
}

// sayWords hands over every sentence of a table, those that are made of ones too.
func sayWords(v reflect.Value, say func(path, says string)) {
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			say(path, v.String())
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				walk(path, v.Index(i))
			}
		case reflect.Func:
			f := reflect.NewAt(v.Type(), v.Addr().UnsafePointer()).Elem() // the fields are not exported
			for _, rest := range []int64{1, 0} {
				for _, made := range f.Call(ones(v.Type(), rest)) {
					walk(path, made)
				}
			}
		}
	}
	walk("", v)
}

// ones are arguments for a function: 1 for the first number and rest for the
// others, x for words.
func ones(f reflect.Type, rest int64) []reflect.Value {
	all, n := make([]reflect.Value, f.NumIn()), int64(1)
	for i := range all {
		v := reflect.New(f.In(i)).Elem()
		switch v.Kind() {
		case reflect.Int, reflect.Int64:
			v.SetInt(n)
			n = rest
		case reflect.String:
			v.SetString("x")
		case reflect.Slice:
			v = reflect.Append(v, reflect.Zero(v.Type().Elem()), reflect.Zero(v.Type().Elem()))
		case reflect.Interface:
			v.Set(reflect.ValueOf(errors.New("x")))
		}
		all[i] = v
	}
	return all
}

func walkWords(t *testing.T, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			walkWords(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s is empty", path)
		}
		for i := range v.Len() {
			walkWords(t, path, v.Index(i))
		}
	default:
		if v.IsZero() {
			t.Errorf("%s is empty", path)
		}
		if v.Kind() == reflect.String && strings.HasPrefix(path, "english") && strings.ContainsFunc(quoted.ReplaceAllString(v.String(), ""), isHan) {
			t.Errorf("%s is Chinese in English: %s", path, v)
		}
	}
}

var quoted = regexp.MustCompile(`“[^”]*”`) // what is typed

func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。：；？！、（）", r)
}

// With an input method on, a letter never arrives; a sign does, full-width.
func TestEveryLetterKeyHasATwin(t *testing.T) {
	for _, b := range bindings {
		letters, others := 0, 0
		for _, k := range b.keys {
			if len(k) == 1 && k[0] >= 'a' && k[0] <= 'z' {
				letters++
			} else {
				others++
			}
		}
		if letters > 0 && others == 0 {
			t.Errorf("%s %s has no twin", english.help.scopes[b.scope], english.acts[b.act])
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	seen := map[scope]map[string]act{}
	for _, b := range bindings {
		if seen[b.scope] == nil {
			seen[b.scope] = map[string]act{}
		}
		for _, k := range b.keys {
			if was, ok := seen[b.scope][k]; ok {
				t.Errorf("%s: %s means %s and %s", english.help.scopes[b.scope], k, english.acts[was], english.acts[b.act])
			}
			seen[b.scope][k] = b.act
		}
	}
}

func TestHelpNamesEveryKey(t *testing.T) {
	for s := everywhere + 1; s < scopes; s++ {
		d := newDriver(t, 120, 36, inspection.Chinese)
		page := strings.Join((&help{of: s}).lines(d.App, 120), "\n")
		for _, b := range append(bindingsIn(s), bindingsIn(everywhere)...) {
			if b.keys != nil && (!strings.Contains(page, b.show) || !strings.Contains(page, chinese.acts[b.act])) {
				t.Errorf("help of %s lacks %s", chinese.help.scopes[s], b.show)
			}
		}
	}
}

func TestFullWidthKeysAreUnderstood(t *testing.T) {
	for typed, want := range map[string]string{
		"？": "?", "／": "/", "、": "/", "１": "1", "０": "0", "【": "[", "】": "]", "　": "space", "ｕ": "u", "：": ":", "，": ",", "。": ".",
	} {
		if got := keyName(press(typed)); got != want {
			t.Errorf("%s is understood as %q, not %q", typed, got, want)
		}
	}
}

func TestChineseTypedOnAPageOfKeysIsAnswered(t *testing.T) {
	newDriver(t, 80, 24, inspection.Chinese).typed("检").sees("请切换到英文输入")
}

func TestSmallWindow(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	d.send(tea.WindowSizeMsg{Width: 40, Height: 10})
	if s := d.View().Content; !strings.Contains(s, "窗口太小") {
		t.Error(s)
	}
	d.send(tea.WindowSizeMsg{Width: 1, Height: 1})
	d.View()
}

// broken is a screen with a bug.
type broken struct{ rounds }

func (*broken) press(*App, tea.KeyPressMsg) tea.Cmd { panic("a bug") }

// A bug ends the program with an error; what was taken stays taken.
// Bubble Tea gives the terminal back and prints the bug.
func TestPanicKeepsWhatWasTaken(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	v := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S001"}
	d.App.take(d.book.Begin(v, d.today()))
	taken := len(d.shelf.entries)
	d.open(&broken{})
	err := run(d.App, nil, tea.WithInput(strings.NewReader("x")), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24))
	if !errors.Is(err, tea.ErrProgramPanic) {
		t.Fatalf("it ended with %v", err)
	}
	if len(d.shelf.entries) != taken {
		t.Error("what was taken is gone")
	}
}
