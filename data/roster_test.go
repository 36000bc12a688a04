package data

import (
	"strings"
	"testing"

	"xuncha/inspection"
)

// readRoster reads a roster from text.
func readRoster(name, text string) (inspection.Roster, error) {
	r, err := readRosterFile(name, text)
	if err != nil {
		return nil, err
	}
	return r.Roster, nil
}

func readRosterFile(name, text string) (*RosterFile, error) {
	f, err := builtinTable(name, []byte(text))
	if err != nil {
		return nil, err
	}
	return ReadRoster(f, "")
}

func TestBuiltinRoster(t *testing.T) {
	r, err := BuiltinRoster()
	if err != nil {
		t.Fatal(err)
	}
	if len(r) != 61 || r[0].Name != "红旗小学" || r[0].Stage != inspection.Primary || r[60].Name != "待录入 61" || r[60].Code != "S061" {
		t.Fatalf("%d schools: %+v … %+v", len(r), r[0], r[len(r)-1])
	}
	for i, s := range r {
		if s.Order != i+1 || s.Ownership != inspection.OwnershipUnknown || s.Known != 0 {
			t.Errorf("%s claims more than is known: %+v", s.Code, s)
		}
	}
}

func TestReadRoster(t *testing.T) {
	text := "\ufeff名称,编号,特征,学段,办学,备注\r\n" +
		"\"示例,一小\",Ａ１,食堂、无寄宿,小学,民办,'=1\r\n,,,\r\n示例二小 , A2\r\n"
	r, err := readRoster("r.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	want := inspection.Roster{
		{Code: "A1", Name: "示例,一小", Stage: inspection.Primary, Ownership: inspection.Private,
			Traits: inspection.Canteen, Known: inspection.Canteen | inspection.Boarding, Note: "=1", Order: 1},
		{Code: "A2", Name: "示例二小", Order: 2},
	}
	if len(r) != 2 || r[0] != want[0] || r[1] != want[1] {
		t.Errorf("got %+v", r)
	}
}

func TestRosterFaults(t *testing.T) {
	const head = "编号,名称,学段,办学,特征\n"
	for _, c := range []struct{ name, text, says string }{
		{"nothing", "", "文件是空的"},
		{"blanks", " \n\n", "文件里没有内容"},
		{"no school", head, "名册里没有学校"},
		{"no heads", "S1,甲\nS2,乙\n", "没有找到表头"},
		{"missing column", "编号,学段\nS1,小学", "第1行：缺少列“名称”"},
		{"repeated column", "编号,名称,校名\n", "第1行第3列：列“名称”出现了两次"},
		{"stage", head + "S1,甲,中学,公办,", "第2行第3列：“学段”不认识“中学”，可用：幼儿园、"},
		{"ownership", head + "S1,甲,小学,混办,", "第2行第4列：“办学”不认识“混办”"},
		{"trait", head + "S1,甲,,,泳池", "第2行第5列：“特征”不认识“泳池”"},
		{"both", head + "S1,甲,,,食堂、无食堂", "第2行第5列：“特征”里“食堂”和“无食堂”只能写一个"},
		{"trait column", "名称,食堂\n甲,外包", "第2行第2列：“食堂”不认识“外包”，可用：有、无"},
		{"traits at odds", "名称,特征,是否有食堂\n甲,食堂,无", "第2行第3列：“食堂”里“食堂”和“无食堂”只能写一个"},
		{"groups at odds", "名称,集团,集团名称\n甲,红集团,蓝集团", "第2行第2列：“集团”是“红集团”，“教育集团”却是“蓝集团”"},
		{"closed", "名称,状态\n甲,待定", "第2行第2列：“停办”不认识“待定”"},
		{"code twice", head + "S1,甲,,,\nS1,乙,,,", "第3行第1列：编号“S1”与第2行重复"},
		{"name twice", head + "S1,甲,,,\n\nS2,甲 ,,,", "第4行第2列：名称“甲”与第2行重复"},
		{"no name", head + "S1,,,,", "第2行第2列：“名称”是空的"},
		{"code", head + "\"S 1\",甲,,,", "第2行第1列：编号“S 1”不能用"},
		{"too many", head + "S1,甲,,,,,多", "第2行第7列：这一行比表头多出“多”"},
		{"quote", head + "S1,\"甲,,,\nS2,乙,,,", "第2行第2列：引号没有成对"},
		{"neither", head + "S1,\xff\xff,,,", "第2行：文字既不是 UTF-8 也不是 GBK"},
		{"all at once", head + "S1,甲,中学,,\nS1,,,,", "第3行第2列"},
	} {
		_, err := readRoster("r.csv", c.text)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
}

// A roster that is read can be enrolled.
func FuzzRoster(f *testing.F) {
	f.Add("编号,名称,学段,办学,特征,片区,备注\nS1,甲,小学,公办,食堂、无寄宿,东,\"好\"")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := readRoster("f", text)
		if err != nil {
			return
		}
		b := founded(t)
		if _, err := b.Enrol(r); err != nil {
			t.Errorf("read, but not to be enrolled: %v", err)
		}
	})
}

// founded is a book with a campaign and nothing else.
func founded(t *testing.T) *inspection.Book {
	t.Helper()
	var b inspection.Book
	f, err := b.Found(inspection.Campaign{ID: "c", Title: "试", Zone: inspection.BeijingZone})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: 1, Fact: f})
	return &b
}
