package data

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xuncha/inspection"
)

// smallState is a document with one of most things, each on its line.
const smallState = `{"format":"xuncha-state","version":1,"campaign":{"id":"c","title":"示例巡察","zone":480},
"checklists":[{"id":"l","sections":[{"section":1,"items":[{"item":"1.01","title":"要点"}]}]}],
"rounds":[{"round":1,"title":"第一轮","checklist":"l"}],
"schools":[{"school":"S1","name":"示例一小"}],
"visits":[
 {"round":1,"school":"S1","kind":"routine","planned":true,"answers":[
  {"item":"1.01","verdict":"met","checked":[1,3]}],
 "findings":[
  {"id":"f1","title":"题","state":"draft"}]}]}
`

// Each fault is told with its line, column and path, all at once, and nothing is
// taken.
func TestStateFaults(t *testing.T) {
	for _, c := range []struct{ was, is, says string }{
		{`"verdict":"met"`, `"verdict":"好"`, "第7行第28列：$.visits[0].answers[0].verdict：应是这些之一：met partly unmet na unclear"},
		{`"checked":[1,3]`, `"checked":[4,3]`, "第7行第44列：answer.checked “”：数目不对"},
		{`"checked":[1,3]`, `"checked":[1,3.0]`, "$.visits[0].answers[0].checked：应是两个0到"},
		{`"checked":[1,3]`, `"checked":[1,99999999999999999999]`, "应是两个0到"},
		{`"item":"1.01","verdict"`, `"item":"9.99","verdict"`, "第7行第11列：$.visits[0].answers[0].item：checklists 中没有要点“9.99”"},
		{`"school":"S1","kind"`, `"school":"S9","kind"`, "第6行第22列：$.visits[0].school：schools 中没有学校“S9”"},
		{`{"round":1,"school"`, `{"round":7,"school"`, "第6行第11列：$.visits[0].round：rounds 中没有第“7”轮"},
		{`"checklist":"l"`, `"checklist":"x"`, "$.rounds[0].checklist：checklists 中没有清单“x”"},
		{`"title":"题"`, `"title":" "`, "第9行第22列：$.visits[0].findings[0].title：不能是空的"},
		{`"title":"题",`, ``, "第9行第3列：$.visits[0].findings[0]：少了 title"},
		{`"state":"draft"`, `"分数":1`, "$.visits[0].findings[0].分数：不认识这个键；可用的键：id title facts"},
		{`"state":"draft"`, `"id":"f2"`, "$.visits[0].findings[0].id：这个键重复了"},
		{`"state":"draft"`, `"closed":"2026-02-30","closed_by":"甲"`, "closed：日期应写成 2026-11-23"},
		{`"state":"draft"`, `"closed":"2026-02-20"`, "写了 closed，少了 closed_by"},
		{`"state":"draft"`, `"into":"f9"`, "没有问题“f9”"},
		{`"state":"draft"}`, `"state":"draft"},{"id":"f1","title":"又"}`, "“f1”重复了"},
		{`"name":"示例一小"}`, `"name":"示例一小"},{"school":"S1","name":"又"}`, "第4行第52列：$.schools[1].school：“S1”重复了"},
		{`{"format"`, "PK\x03\x04", "第1行第1列：这是 Excel、WPS 或 Word 的文件；这里读的是 export all 写出的 .json"},
		{`"name":"示例一小"`, "\"name\":\"\xc1\xf7\"", "不是 UTF-8 编码（可能是 GBK）"},
		{`"name":"示例一小"`, `"name":"` + strings.Repeat("长", 201) + `"`, "有201字，最多200字"},
		{`"name":"示例一小"`, `"name":["甲"]`, "$.schools[0].name：应是文字"},
		{`"name":"示例一小"`, `"name":null`, "应是文字"},
		{`"name":"示例一小"`, `"name":"甲` + "\n" + `乙"`, "文字里有换行或控制字符"},
		{`"name":"示例一小"`, `"name":"\ud800"`, "成对的要成对"},
		{`"name":"示例一小"`, `"name":"示例一小`, "文字里有换行"},
		{`"school":"S1","name"`, "\"school\":\"S1\u202e\",\"name\"", "看不见的字符"},
		{`"planned":true`, `"planned":1`, "应是 true 或 false"},
		{`"planned":true`, `"planned":true,"planned":true`, "planned：这个键重复了"},
		{`"planned":true`, `"counts":{"小时":3}`, "“小时”不是其中之一"},
		{`"planned":true`, `"evidence":[{"sha256":"abc"}]`, "应是64位小写十六进制"},
		{`"planned":true`, `"evidence":{}`, "应是 [ ] 括起的一列"},
		{`"planned":true`, `"x":` + strings.Repeat("[", 10_000), "嵌套超过 64 层"},
		{`"planned":true`, `"answers":` + strings.Repeat("[", 10_000), "应是 { } 括起的一项"},
		{`"version":1`, `"version":2`, "这是新版程序导出的"},
		{`"format":"xuncha-state"`, `"format":"其他"`, "不是本程序导出的全量数据"},
		{`"campaign":{"id":"c","title":"示例巡察","zone":480},`, ``, "少了 campaign"},
		{`"zone":480`, `"zone":4800`, "应是-840到840之间的整数"},
		{`"state":"draft"}]}]}`, `"state":"draft"}]}]`, "文件在这里断了，没有写完"},
		{`"state":"draft"}]}]}`, `"state":"draft"}]}]}{}`, "结尾的 } 后面还有内容"},
		{`"state":"draft"}]}]}`, `"state":"draft"}]}],}`, "标点不对"},
	} {
		if !strings.Contains(smallState, c.was) {
			t.Fatalf("the document has no %s", c.was)
		}
		doc := strings.Replace(smallState, c.was, c.is, 1)
		_, err := ReadState(context.Background(), "a.json", strings.NewReader(doc))
		var f *Faults
		if !errors.As(err, &f) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.60s: %v\nwant %s", c.is, err, c.says)
		}
	}
	doc := strings.NewReplacer(`"met"`, `"好"`, `"题"`, `""`, `"S1","kind"`, `"S9","kind"`).Replace(smallState)
	_, err := ReadState(context.Background(), "a.json", strings.NewReader(doc))
	if n := strings.Count(err.Error(), "\n") + 1; n != 2 { // what is spoken of is looked for once the rest is right
		t.Errorf("%d faults: %v", n, err)
	}
}

func TestSmallStateIsTaken(t *testing.T) {
	for _, doc := range []string{smallState, "\ufeff" + smallState, strings.ReplaceAll(smallState, "\n", "\r\n")} {
		s := readBack(t, []byte(doc))
		b := foundedOn(t, s)
		if c, _ := b.Campaign(); c.Title != "示例巡察" || b.School("S1").Name != "示例一小" || !b.IsFounded() {
			t.Errorf("%+v %+v", c, b.Roster())
		}
		if _, ok := b.Finding("f1"); !ok {
			t.Error("the finding is not there")
		}
	}
}

// repeated is a text over and over: a hostile file of any size.
type repeated struct {
	head, body string
	left       int
	rest       string
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.rest == "" {
		r.rest, r.head = r.head, ""
	}
	if r.rest == "" {
		if r.left <= 0 {
			return 0, io.EOF
		}
		r.rest = r.body
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	r.left -= n
	return n, nil
}

// A file of a gigabyte is refused, whatever is in it, before much of it is read.
func TestHostileState(t *testing.T) {
	notUnderRace(t)
	head := smallState[:strings.Index(smallState, `"visits"`)]
	for name, r := range map[string]*repeated{
		"blanks":    {body: strings.Repeat(" ", 1<<16)},
		"one text":  {head: `{"format":"`, body: strings.Repeat("长", 1<<14)},
		"digits":    {head: `{"version":`, body: strings.Repeat("9", 1<<14)},
		"brackets":  {head: `{"x":`, body: strings.Repeat("[", 1<<14)},
		"unknown":   {head: head + `"甲":1`, body: `,"乙":2`},
		"answers":   {head: head + `"visits":[{"round":1,"school":"S1","kind":"routine","answers":[{"item":"1.01"}`, body: `,{"item":"1.01","verdict":"met"}`},
		"empty":     {head: head + `"visits":[{"round":1,"school":"S1","kind":"routine"}`, body: `,{"round":1,"school":"S1","kind":"routine"}`},
		"in a list": {head: head + `"visits":[{"evidence":[{"items":["1.01"`, body: `,"1.01"`},
		"a map":     {head: head + `"office":{"words":{"a":"b"`, body: `,"c":"d"`},
	} {
		r.left = 1 << 30
		_, err := ReadState(context.Background(), "a.json", r)
		var f *Faults
		if !errors.As(err, &f) {
			t.Errorf("%s: %v", name, err)
		}
		if read := 1<<30 - r.left; read > largestState+1<<17 { // what is buffered ahead
			t.Errorf("%s: %d MB were read", name, read>>20)
		}
	}
}

// FuzzReadState: whatever somebody hands over is read without harm; what is
// taken founds a book, and its state is written and read the same.
func FuzzReadState(f *testing.F) {
	f.Add([]byte(smallState))
	f.Add([]byte(`{"format":"xuncha-state","version":1,"campaign":{"id":"c","title":"t"}}`))
	f.Add([]byte(strings.Replace(smallState, `]}]}`, `]}],"seals":[{"round":1,"school":"S1","kind":"routine","by":"甲","figures":{"met":0},`+
		`"amendments":[{"field":"answer.verdict","item":"1.01","from":{"verdict":"unmet"},"to":{"verdict":"met"},"reasons":["因"]}]}]}`, 1)))
	f.Fuzz(func(t *testing.T, doc []byte) {
		s, err := ReadState(context.Background(), "a.json", bytes.NewReader(doc))
		if err != nil {
			var faults *Faults
			if !errors.As(err, &faults) || len(faults.List) == 0 {
				t.Fatal(err)
			}
			return
		}
		b := foundedOn(t, s)
		once := stateText(t, b.State())
		if !json.Valid(once) {
			t.Fatal(string(once))
		}
		if again := stateText(t, foundedOn(t, readBack(t, once)).State()); !bytes.Equal(once, again) {
			t.Fatalf("%s\n%s", once, again)
		}
	})
}

func TestCreateFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "neu", "b.xuncha")
	s := readBack(t, []byte(smallState))
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := CreateFrom(stopped, path, s, "甲", Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
		t.Errorf("stopped, it left %v", left)
	}
	o := Options{Witness: filepath.Join(t.TempDir(), "witness")}
	entries, err := CreateFrom(context.Background(), path, s, "甲", o)
	if err != nil || entries == 0 {
		t.Fatal(entries, err)
	}
	device, b := inspection.DeviceID{}, inspection.Book{}
	for range 2 { // the witness knows it, so it goes on with the same device
		j, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		b = inspection.Book{}
		if err := errors.Join(j.Fold(&b), j.Close()); err != nil {
			t.Fatal(err)
		}
		if device != (inspection.DeviceID{}) && device != j.Device() || b.Last(j.Device()) == nil {
			t.Errorf("device %x became %x", device, j.Device())
		}
		device = j.Device()
	}
	of := []byte(`,"author":"甲"`) // who took it over is the author of what had none
	if !bytes.Equal(bytes.ReplaceAll(stateText(t, b.State()), of, nil), stateText(t, foundedOn(t, s).State())) {
		t.Error("the book holds something else")
	}
	if _, err := CreateFrom(context.Background(), path, s, "甲", o); !errors.Is(err, ErrExists) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the book lies %v", left)
	}
	empty := filepath.Join(t.TempDir(), "leer.xuncha")
	j, err := Create(empty, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := CreateFrom(context.Background(), empty, s, "甲", o); err != nil {
		t.Error("into an empty book: ", err)
	}
}
