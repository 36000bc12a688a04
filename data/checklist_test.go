package data

import (
	"strings"
	"testing"

	"xuncha/inspection"
)

func TestBuiltinChecklist(t *testing.T) {
	list, err := BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	if list.Len() != 195 || len(list.Sections) != 16 || list.ID != "内置-1" {
		t.Fatalf("%d items in %d sections, %s", list.Len(), len(list.Sections), list.ID)
	}
	list.Items(func(s *inspection.Section, it *inspection.Item) {
		if it.Look == "" || it.Methods == 0 || it.Typical == "" || it.Section != s.Number {
			t.Errorf("%s is not whole: %+v", it.Code, it)
		}
	})
	it := list.Item("1.05")
	if it == nil || it.Applies != inspection.IfPublic || !it.Confirmed || len(it.Papers) != 3 ||
		it.Methods != inspection.ByDocuments|inspection.BySite {
		t.Errorf("1.05 is %+v", it)
	}
}

const goodChecklist = `清单: "试用清单"
版本: "试-1"
板块:
  - 编号: 1
    名称: 食堂
    落实: 2
    聚焦: 2
    要点:
      - 编号: 1.10
        要点: 陪餐
        适用: [食堂]
        依据状态: 已核
        方式: [查阅资料, 比对]
        资料: ["记录，近三年"]
`

func TestReadChecklist(t *testing.T) {
	for name, text := range map[string]string{
		"plain": goodChecklist,
		"BOM":   "\ufeff" + goodChecklist,
		"CRLF":  strings.ReplaceAll(goodChecklist, "\n", "\r\n"),
		"wide":  strings.Replace(goodChecklist, "编号: 1.10", "编号: １．１０", 1),
	} {
		list, err := ReadChecklist("试.yaml", strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		it := list.Item("1.10")
		if it == nil || it.Title != "陪餐" || it.Applies != inspection.IfCanteen || len(it.Papers) != 1 || !it.Confirmed {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

// Each case changes the good checklist and gives what must be said of it.
func TestChecklistFaults(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"unknown key", "依据状态", "依据情况", "c.yaml 第12行第9列：要点没有字段“依据情况”"},
		{"repeated key", "要点: 陪餐", "编号: 1.11", "第10行第9列：字段“编号”与第9行重复"},
		{"missing", "要点: 陪餐", "看什么: 陪餐", "第9行第9列：要点缺少“要点”"},
		{"empty", "要点: 陪餐", "要点: ''", "第9行第9列：要点缺少“要点”"},
		{"condition", "[食堂]", "[食唐]", "第11行第14列：“适用”不认识“食唐”，可用：公办、"},
		{"method", "[查阅资料, 比对]", "[查阅资料，比对]", "几项之间用半角逗号"},
		{"paper", `["记录，近三年"]`, `[记录，近三年]`, "第14行第14列：“记录，近三年”里有全角逗号"},
		{"state", "已核", "核过", "第12行第15列：“依据状态”不认识“核过”，可用：已核、待核"},
		{"number", "落实: 2", "落实: 5", "第6行第9列：“落实”应是1到4的整数，不是“5”"},
		{"wide colon", "要点: 陪餐", "要点：陪餐", "第10行第11列：字段名后用了全角冒号"},
		{"no blank", "要点: 陪餐", "要点:陪餐", "第10行第11列：冒号“:”后面缺一个空格"},
		{"tab", "        要点: 陪餐", "\t要点: 陪餐", "第10行第1列：行首的空白用了 TAB"},
		{"wide indent", "        要点: 陪餐", "　　要点: 陪餐", "第10行第1列：行首的空白用了 TAB 或全角空格"},
		{"quote", `"记录，近三年"]`, `"记录，近三年]`, "引号没有成对"},
		{"bracket", "[食堂]", "[食堂", "方括号没有成对"},
		{"not a list", "[食堂]", "食堂", "第11行第13列：“适用”应是列表"},
		{"alias", "要点: 陪餐", "要点: *a", "别名"},
		{"merge", "要点: 陪餐", "<<: {要点: 陪餐}", "要点没有字段“<<”"},
		{"two documents", "清单:", "--- 1\n---\n清单:", "有且只有一份清单"},
		{"not a mapping", goodChecklist, "- 1", "第1行第1列：清单应由“字段: 内容”组成"},
		{"nothing", goodChecklist, "", "文件里没有清单"},
		{"GBK", "食堂\n", "\xca\xb3\xcc\xc3\n", "第5行：不是 UTF-8 编码"},
		{"code", "1.10", "'1 10'", "第9行第13列：编号“1 10”不能用"},
		{"long", "陪餐", strings.Repeat("陪", 201), "“要点”有201字，最多200字"},
		{"depth", "陪餐", strings.Repeat("[", 20_000), "层次太深"},
		{"big", "陪餐", strings.Repeat("陪", 1<<19), "文件超过1024 KB"},
	} {
		text := strings.Replace(goodChecklist, c.old, c.new, 1)
		if text == goodChecklist {
			t.Fatalf("%s changes nothing", c.name)
		}
		_, err := ReadChecklist("c.yaml", strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got\n%v\nwant …%s…", c.name, err, c.says)
		}
	}
}

func TestChecklistRepeats(t *testing.T) {
	item := goodChecklist[strings.Index(goodChecklist, "      - 编号"):]
	section := goodChecklist[strings.Index(goodChecklist, "  - 编号"):]
	_, err := ReadChecklist("c.yaml", strings.NewReader(goodChecklist+item+section))
	if err == nil {
		t.Fatal("repeats were taken")
	}
	for _, says := range []string{
		"第15行第13列：要点编号“1.10”与第9行重复",
		"第16行第13列：要点“陪餐”与第10行重复",
		"板块编号“1”与第4行重复",
		"板块名称“食堂”与第5行重复",
	} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("got\n%v\nwant …%s…", err, says)
		}
	}
}

// A checklist that is read can be adopted, whatever it was made of.
func FuzzChecklist(f *testing.F) {
	f.Add(goodChecklist)
	f.Add("清单: 甲\n版本: 乙\n板块: [{编号: 1, 名称: 丙, 落实: 1, 聚焦: 1, 要点: [{编号: 1, 要点: 丁}]}]")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadChecklist("f", strings.NewReader(text))
		if err != nil {
			return
		}
		var b inspection.Book
		if _, err := b.Adopt(list); err != nil {
			t.Errorf("read, but not to be adopted: %v", err)
		}
	})
}

// No two of 195 real items are so alike that one would be taken for the other
// where it got the other's code.
func TestNoItemIsTakenForAnother(t *testing.T) {
	was, err := BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	var all []inspection.Item
	was.Items(func(_ *inspection.Section, it *inspection.Item) { all = append(all, *it) })
	one := func(it inspection.Item) *inspection.Checklist {
		it.Code, it.Section = "1.01", 1
		return &inspection.Checklist{ID: "x", Title: "x", Sections: []inspection.Section{{Number: 1, Name: "x", Items: []inspection.Item{it}}}}
	}
	wrong := 0
	for i := range all {
		for j := range all[:i] {
			if inspection.Compare(one(all[i]), one(all[j])).Count(inspection.Reused) == 0 {
				wrong++
				t.Logf("%s %s is taken for %s %s", all[i].Code, all[i].Title, all[j].Code, all[j].Title)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d", wrong, len(all)*(len(all)-1)/2)
	}
}
