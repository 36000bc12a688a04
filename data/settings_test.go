package data

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xuncha/inspection"
)

func TestSettingsBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.Custom(func(t *rapid.T) string {
			return oneBlank(inspection.Clean(rapid.StringOfN(rapid.RuneFrom([]rune("区教育局N第1组\"'\\#:：-[]{}，& *%!|>@`=é𠮷〔")), 0, 20, -1).Draw(t, "words")))
		})
		share := rapid.Custom(func(t *rapid.T) inspection.Share {
			of := rapid.IntRange(2, 1000).Draw(t, "of")
			return inspection.Share{N: rapid.IntRange(1, of).Draw(t, "n"), Of: of}
		})
		s := inspection.DefaultSettings()
		s.Title, s.Organ = "题"+words.Draw(t, "title"), words.Draw(t, "organ")
		o := &s.Office
		for _, to := range []*string{&o.Signed, &o.Leaders, &o.Contact, &o.Series, &o.Prefix} {
			*to = words.Draw(t, "words")
		}
		o.Team = "组" + words.Draw(t, "team")
		o.Some, o.General = share.Draw(t, "some"), share.Draw(t, "general")
		if o.Some.N*o.General.Of > o.General.N*o.Some.Of {
			o.Some, o.General = o.General, o.Some
		}
		s.Rounds = nil
		for n := range rapid.IntRange(0, 4).Draw(t, "rounds") {
			r := inspection.NewRound(inspection.RoundNo(n + 1))
			r.Title = "轮" + words.Draw(t, "round")
			r.Start = inspection.Day(rapid.IntRange(0, 30_000).Draw(t, "start"))
			if rapid.Bool().Draw(t, "ends") {
				r.End = r.Start + inspection.Day(rapid.IntRange(0, 300).Draw(t, "days"))
			}
			r.Deadlines.PlanDays = rapid.IntRange(1, 366).Draw(t, "deadline")
			s.Rounds = append(s.Rounds, r)
		}
		var b bytes.Buffer
		if err := WriteSettings(&b, s); err != nil {
			t.Fatal(err)
		}
		got, err := ReadSettings("s.yaml", bytes.NewReader(b.Bytes()), inspection.Settings{})
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if len(s.Rounds) == 0 {
			s.Rounds = []inspection.RoundSettings{}
		}
		if !reflect.DeepEqual(got, s) {
			t.Fatalf("read\n%+v\nwrote\n%+v\n%s", got, s, b.String())
		}
	})
}

const goodSettings = `单位:
  名称: 示例局
  组名: 第N巡察组
词语尺度: {部分: 20%, 普遍: 2/3}
轮次:
  - 编号: 2
    开始: 2026-09-01
    结束: 2026-10-30
    期限: {整改方案: 20}
`

func TestReadSettings(t *testing.T) {
	was := inspection.DefaultSettings()
	got, err := ReadSettings("s.yaml", strings.NewReader(goodSettings), was)
	if err != nil {
		t.Fatal(err)
	}
	r := got.Round(2)
	if got.Organ != "示例局" || got.Title != was.Title || got.Office.Some != (inspection.Share{N: 20, Of: 100}) || r.Title != "第二轮" ||
		r.Start.String() != "2026-09-01" || r.Deadlines.PlanDays != 20 || r.Deadlines.RectifyMonths != 3 || len(got.Rounds) != 3 {
		t.Errorf("read %+v", got)
	}
	if !reflect.DeepEqual(was, inspection.DefaultSettings()) {
		t.Error("what it was was changed")
	}
}

// Each case changes the good settings and gives what must be said of it.
func TestSettingsFaults(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"unknown key", "名称: 示例局", "单位名: 示例局", "s.yaml 第2行第3列：单位没有字段“单位名”，可用的字段：名称、巡察工作、"},
		{"unknown part", "词语尺度:", "尺度:", "第4行第1列：设置没有字段“尺度”，可用的字段：单位、词语尺度、轮次"},
		{"no share", "20%", "两成", "第4行第12列：“部分”应写成几分之几，如 1/5 或 20%，不是“两成”"},
		{"too large a share", "2/3", "4/3", "“普遍”应写成几分之几"},
		{"some above general", "20%", "9/10", "“部分”的尺度不能高于“普遍”"},
		{"no number", "编号: 2", "名称: 二", "第6行第5列：轮次缺少“编号”"},
		{"no round", "编号: 2", "编号: 二", "第6行第9列：“编号”应是1到99的整数，不是“二”"},
		{"a round untitled", "编号: 2", "编号: 4", "第6行第5列：第4轮没有“名称”"},
		{"no day", "2026-09-01", "九月一日", "第7行第9列：“开始”应写成 2026-11-23，不是“九月一日”"},
		{"ended too early", "2026-10-30", "2026-08-30", "第6行第5列：第2轮的结束日期2026-08-30早于开始日期2026-09-01"},
		{"no deadline", "整改方案: 20", "整改方案: 0", "“整改方案”应是1到366的整数，不是“0”"},
		{"an unknown deadline", "整改方案: 20", "整改: 20", "期限没有字段“整改”"},
		{"an empty title", "名称: 示例局", "巡察工作: ''", "第2行第9列：“巡察工作”不能是空的"},
		{"two lines", "名称: 示例局", `名称: "示例\n局"`, "“名称”应是一行文字"},
		{"long", "示例局", strings.Repeat("长", 201), "“名称”有201字，最多200字"},
		{"wide colon", "名称: 示例局", "名称：示例局", "全角冒号"},
		{"not a list", "轮次:\n  - ", "轮次:\n    ", "“轮次”应是列表"},
		{"twice", "轮次:\n", "轮次:\n  - {编号: 2}\n", "轮次编号“2”与第6行重复"},
		{"nothing", goodSettings, "", "文件里没有设置"},
		{"depth", "示例局", strings.Repeat("[", 20_000), "层次太深"},
	} {
		text := strings.Replace(goodSettings, c.old, c.new, 1)
		if text == goodSettings {
			t.Fatalf("%s changes nothing", c.name)
		}
		_, err := ReadSettings("s.yaml", strings.NewReader(text), inspection.DefaultSettings())
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
}

// Settings that are read can be set, whatever they were made of.
func FuzzSettings(f *testing.F) {
	f.Add(goodSettings)
	f.Add("单位: {巡察工作: 甲}\n轮次: [{编号: 9, 名称: 乙}]")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ReadSettings("f", strings.NewReader(text), inspection.DefaultSettings())
		if err != nil {
			return
		}
		var b inspection.Book
		found, err := b.Found(inspection.Campaign{ID: "c", Title: "题"})
		if err != nil {
			t.Fatal(err)
		}
		b.Apply(&inspection.Entry{Seq: 1, Fact: found})
		if _, err := b.Set(s); err != nil {
			t.Errorf("read, but not to be set: %v", err)
		}
	})
}
