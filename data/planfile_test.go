package data

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/data/table"
	"xuncha/inspection"
)

// planBook is a book of five schools, two of one name, and three rounds of which
// the first begins in March 2026.
func planBook(t testing.TB) *inspection.Book {
	var b inspection.Book
	seq := uint64(0)
	take := func(f inspection.Fact) error {
		seq++
		b.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: seq, Stamp: inspection.Stamp{Millis: int64(seq)}, Fact: f, Hash: inspection.Hash{byte(seq)}})
		return nil
	}
	list, err := BuiltinChecklist()
	if err != nil {
		t.Fatal(err)
	}
	roster := inspection.Roster{
		{Code: "S001", Name: "示例一小", Order: 1}, {Code: "S002", Name: "示例二小", Order: 2}, {Code: "S003", Name: "示例三小", Order: 3},
		{Code: "S004", Name: "同名小学", Order: 4}, {Code: "S005", Name: "同名小学", Order: 5},
	}
	if err := inspection.Founding(take, &b, inspection.Campaign{ID: "c", Title: "示例", Zone: inspection.BeijingZone}, roster, list, false); err != nil {
		t.Fatal(err)
	}
	start, _ := inspection.ParseDay("2026-03-02")
	f, err := b.Schedule(inspection.Round{No: 1, Title: "第一轮", Start: start})
	if err != nil {
		t.Fatal(err)
	}
	take(f)
	return &b
}

func readPlan(t testing.TB, b *inspection.Book, text string) (*PlanFile, error) {
	t.Helper()
	f, err := table.Read(context.Background(), "计划.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, err
	}
	return ReadPlan(f, b, "")
}

func TestReadPlan(t *testing.T) {
	b := planBook(t)
	r, err := readPlan(t, b, "2026年巡察安排表,,,,,,\n轮次,学校编号,校名,组别,批次,进驻时间,离校日期,类别\n"+
		"第一轮,S001,示例一小,第一组,第1批,2026年3月2日,3月6日,\n一,,示例 二小,２组,,2026/3/9,2026.3.13,常规巡察\n"+
		"3,S004,,1,2,2026-11-2,,回头看\n合计,3,,,,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"{{1 1 S001} true  0 1 1 2026-03-02 2026-03-06}", "{{1 1 S002} true  0 2 0 2026-03-09 2026-03-13}", "{{3 2 S004} true  0 1 2 2026-11-02 }",
	}
	for i, v := range r.Visits {
		if got := fmt.Sprint(v); got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}
	if len(r.Visits) != 3 || fmt.Sprint(r.Says) != fmt.Sprint([]inspection.Field{inspection.VisitTeam, inspection.VisitBatch, inspection.VisitFrom, inspection.VisitTo}) {
		t.Errorf("%d visits, says %v", len(r.Visits), r.Says)
	}
}

func TestReadPlanDays(t *testing.T) {
	b := planBook(t)
	for _, c := range []struct{ days, from, to string }{
		{"2026-03-02至2026-03-06", "2026-03-02", "2026-03-06"},
		{"2026/3/16 0:00:00", "2026-03-16", ""}, {"2026-03-16 00:00", "2026-03-16", ""},
		{"3月2日—6日", "2026-03-02", "2026-03-06"},
		{"3月2日－3月6日", "2026-03-02", "2026-03-06"},
		{"2026年12月28日至1月8日", "2026-12-28", "2027-01-08"},
		{"3.2-3.6", "2026-03-02", "2026-03-06"},
		{"２０２６．３．２～６", "2026-03-02", "2026-03-06"},
		{"20260302", "2026-03-02", ""},
		{"3月30日到4月3日止", "2026-03-30", "2026-04-03"},
	} {
		r, err := readPlan(t, b, "轮次,学校名称,日期\n1,示例一小,"+c.days+"\n")
		if err != nil {
			t.Errorf("%s: %v", c.days, err)
			continue
		}
		if v := r.Visits[0]; v.From.String() != c.from || v.To.String() != c.to {
			t.Errorf("%s is read as %s and %s", c.days, v.From, v.To)
		}
	}
}

func TestReadMembers(t *testing.T) {
	b := planBook(t)
	r, err := readPlan(t, b, "姓名,职务,角色,组,轮次,现单位,原单位,亲属单位\n"+
		"组员甲,校长,组长,第1组,第一轮,示例一小,示例二小、某某局,无\n组员甲,,组员,2,第二轮,,,\n组员乙,会计,,1,1,同名小学,,S003\n组员乙,教师,联络员,2,1,某某局,,\n组员丙,,,,,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"{组员甲 组员甲 校长 [S001] [S002 某某局] []}", "{组员乙 组员乙 会计 [同名小学] [] [S003]}", "{组员乙-2 组员乙 教师 [某某局] [] []}", "{组员丙 组员丙  [] [] []}",
	}
	for i, m := range r.Members {
		if got := fmt.Sprint(m); got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}
	if got := fmt.Sprint(r.Postings); got != "[{组员甲 1 1 1} {组员甲 2 2 4} {组员乙 1 1 0} {组员乙-2 1 2 3}]" {
		t.Error(got)
	}
	if fmt.Sprint(r.Outside) != "[某某局]" {
		t.Errorf("outside the roster: %v", r.Outside)
	}
}

func TestPlanFaults(t *testing.T) {
	const head = "轮次,学校编号,学校名称,组,日期,类别\n"
	b := planBook(t)
	for _, c := range []struct{ name, text, says string }{
		{"unknown school", head + "1,,某某小学,1,,", "第2行第3列：名册里没有“某某小学”"},
		{"unknown code", "轮次,学校编号\n1,S999", "第2行第2列：名册里没有编号“S999”"},
		{"two of a name", head + "1,,同名小学,,,", "名册里有2所学校叫“同名小学”，请写编号"},
		{"code and name at odds", head + "1,S001,示例二小,,,", "编号S001是“示例一小”，不是“示例二小”"},
		{"no school", head + "1,,,2,,", "没有写是哪所学校"},
		{"twice", head + "1,S001,,,,\n一,,示例一小,,,", "第3行第3列：“示例一小”在第1轮出现了两次，前一次在 第2行第3列"},
		{"round", head + "7,S001,,,,", "第2行第1列：没有“7”这个轮次"},
		{"no round", head + ",S001,,,,", "没有写轮次"},
		{"no column for the round", "学校编号,组\nS001,1", "没有“轮次”一列"},
		{"team", head + "1,S001,,甲,,", "第2行第4列：“巡察组”不认识“甲”，应为 1 到 99"},
		{"team too high", head + "1,S001,,100,,", "应为 1 到 99"},
		{"kind", head + "1,S001,,,,飞行", "“类别”不认识“飞行”"},
		{"day", head + "1,S001,,,明天,", "第2行第5列：“日期”看不懂"},
		{"no such day", head + "1,S001,,,2026-02-30,", "没有这一天"},
		{"no year", head + "2,S003,,,3月2日,", "没有写年份，本轮也没有开始日期"},
		{"backwards", head + "1,S001,,,2026-03-06至2026-03-02,", "离校 2026-03-02 早于进校 2026-03-06"},
		{"two teams", "姓名,组,轮次\n甲,1,1\n甲,2,1", "第3行第2列：“甲”在第1轮既在1组（第2行第2列）又在2组"},
		{"role", "姓名,角色\n甲,班长", "“角色”不认识“班长”"},
		{"leads without a team", "轮次,校名,组长\n1,示例一小,甲", "写了组长，没有写是第几组"},
		{"nothing", head, "文件里没有学校，也没有人员"},
		{"no heads", "甲,乙\n丙,丁", "没有找到表头"},
	} {
		if _, err := readPlan(t, b, c.text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	_, err := readPlan(t, b, head+"7,,某某小学,甲,明天,飞行")
	if n := strings.Count(fmt.Sprint(err), "\n"); n != 4 {
		t.Errorf("not all faults at once: %v", err)
	}
}

// Offices have a sheet a round, a title over merged cells, a group that is
// merged over its schools, and a sheet of people.
func TestReadPlanWorkbook(t *testing.T) {
	b := planBook(t)
	x := excelize.NewFile()
	rows := func(sheet string, rows ...[]any) {
		if i, _ := x.GetSheetIndex(sheet); i < 0 {
			x.NewSheet(sheet)
		}
		for i, row := range rows {
			if err := x.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	x.SetSheetName("Sheet1", "第一轮")
	rows("第一轮", []any{"第一轮巡察安排"}, []any{"组别", "组长", "成员", "被巡察学校", "时间安排"},
		[]any{"第一组", "组员甲", "组员乙、组员丙", "示例一小", "3月2日—6日"}, []any{"", "", "", "示例二小", "3月9日—13日"})
	for _, m := range []string{"A3:A4", "B3:B4", "C3:C4"} {
		x.MergeCell("第一轮", m[:2], m[3:])
	}
	x.MergeCell("第一轮", "A1", "E1")
	rows("人员", []any{"姓名", "单位", "职务"}, []any{"组员甲", "某某局", "科长"}, []any{"组员乙", "示例三小", "教师"})
	rows("说明", []any{"填表说明"})
	var raw bytes.Buffer
	if err := x.Write(&raw); err != nil {
		t.Fatal(err)
	}
	f, err := table.Read(context.Background(), "计划.xlsx", bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadPlan(f, b, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Visits) != 2 || r.Visits[1].Team != 1 || r.Visits[1].To.String() != "2026-03-13" {
		t.Errorf("visits: %+v", r.Visits)
	}
	if got := fmt.Sprint(r.Postings); got != "[{组员甲 1 1 1} {组员乙 1 1 4} {组员丙 1 1 4}]" {
		t.Error(got)
	}
	if r.Members[0].Post != "科长" || r.Members[1].Present[0] != "S003" {
		t.Errorf("members: %+v", r.Members)
	}
	x.SetCellValue("第一轮", "D4", "某某小学")
	raw.Reset()
	if err := x.Write(&raw); err != nil {
		t.Fatal(err)
	}
	f, err = table.Read(context.Background(), "计划.xlsx", bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = ReadPlan(f, b, ""); err == nil || !strings.Contains(err.Error(), "计划.xlsx 第一轮!D4：名册里没有“某某小学”") {
		t.Errorf("the fault's place: %v", err)
	}
}

// FuzzReadPlan: no file makes it panic, and what is read can be compared.
func FuzzReadPlan(f *testing.F) {
	f.Add("轮次,学校编号,校名,组别,批次,日期,类别\n第一轮,S001,,第一组,1,3月2日—6日,常规\n")
	f.Add("姓名,职务,角色,组,轮次,现单位,原单位,亲属单位\n甲,校长,组长,1,1,示例一小,示例二小、某某局,无\n")
	f.Add("轮次,校名,组,组长,组员\n1,示例一小,2,甲,乙 丙\n1,示例二小,2,甲,乙/丙\n")
	b := planBook(f)
	f.Fuzz(func(t *testing.T, text string) {
		r, err := readPlan(t, b, text)
		if err != nil {
			return
		}
		if _, err := b.ComparePlan(r.IncomingPlan, true); err != nil {
			t.Errorf("read without a fault, and yet: %v", err)
		}
	})
}
