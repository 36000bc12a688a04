package tui

import (
	"fmt"
	"strings"
	"testing"

	"xuncha/inspection"
)

// threads brings made-up findings of the first round as far as the ledger: some
// not fed back, some overdue, due this week, done, closed, for good. The same
// every time.
func (d *driver) threads() *driver {
	d.t.Helper()
	must := func(f inspection.Fact, err error) {
		d.t.Helper()
		if err != nil {
			d.t.Fatal(err)
		}
		d.take(f, nil)
	}
	titles := []string{"大额资金使用未经党组织会议研究", "食堂陪餐记录不完整", "党费收缴未按月公示", "教辅征订未告知家长"}
	today := d.today()
	for i, v := range d.book.VisitsIn(1)[:6] {
		must(d.book.Begin(v.ID, today))
		for j, title := range titles[:2+i%3] {
			id := inspection.FindingID(fmt.Sprintf("t%d-%d", i, j))
			must(d.book.Raise(id, v.ID, "7.01", title, "抽看近三年记录，其中3次没有记录。"))
			must(d.book.Detail(id, inspection.Details{Undertakers: []string{"承办人甲", "承办人乙"}, FixNow: (i+j)%5 == 0}))
			must(d.book.Submit(id))
			must(d.book.AdoptFinding(id, d.journal.Device(), ""))
			if i == 5 && j > 0 {
				continue // not fed back
			}
			must(d.book.FeedBack(id, "", today-60))
			d.plan(must, id, i*4+j)
		}
	}
	d.saving.Saved = uint64(len(d.shelf.entries))
	return d
}

// plan sets what the school would do, and how far it has come.
func (d *driver) plan(must func(inspection.Fact, error), id inspection.FindingID, n int) {
	d.t.Helper()
	words := func(s string) *string { return &s }
	deadline := d.today() + inspection.Day([]int{-3, 2, 12, 45, 0, 90}[n%6])
	long, state := n%7 == 3, inspection.RectifyStanding(1+n%3)
	must(d.book.Rectify(inspection.RectifyChange{
		Goal: words("制度健全、执行到位"), Measures: words("重新学习议事规则，逐笔补充研究记录，每月自查一次。"),
		Leader: words("副校长"), Department: words([]string{"总务处", "教务处", "党务办"}[n%3]), Person: words("示例责任人"),
		Deadline: &deadline, LongTerm: &long, State: &state,
	}, id))
	if n%2 == 0 {
		must(d.book.Report(id, fmt.Sprint("p", n), d.today()-7, "已召开专题会议，补充记录6份。"))
	}
	if state == inspection.Done && n%4 != 0 {
		f, _ := d.book.Finding(id)
		file := inspection.EvidenceID(strings.Repeat(fmt.Sprintf("%x", n%16), 64))
		must(d.book.Attach(f.Visit, file, fmt.Sprintf("会议记录%d.pdf", n), 1000, "", id))
		must(d.book.Prove(f.Visit, file, id))
		must(d.book.Close(id, d.today()-1, "组长甲"))
	}
}

func TestLedgerScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.keys("f6").golden("ledger_none_" + name).keys("esc")
		d.threads().keys("f6").golden("ledger_" + name)
		d.keys("4").golden("ledger_late_" + name)
		d.keys("1", "/").typed("pcjl zwc").golden("ledger_found_" + name)
		d.keys("esc", "tab", "space", "space", "f2").golden("ledger_bulk_" + name)
		d.keys("1").typed("年底，长期坚持").keys("enter").golden("ledger_preview_" + name)
		d.keys("esc", "esc", "esc", "esc", "0").golden("ledger_rate_" + name)
	})
}

func TestManyRowsAreChangedAtOnce(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.keys("f6", "end", "space").sees("已选 1 条").keys("esc").lacks("已选")
	d.keys("3", "a").sees("已选 12 条").keys("1", "end", "space").sees("已选 13 条")
	entries := len(d.shelf.entries)
	d.keys("f2").sees("对选中的 13 条修改").keys("1").typed("2027-01-15").keys("enter")
	d.sees("整改时限 · 将修改 12 条", "另有 1 条未反馈或已销号，不动", "→ 2027-01-15")
	d.keys("enter").sees("已修改 12 条").lacks("已选")
	if n := len(d.shelf.entries) - entries; n != 1 {
		t.Fatalf("%d entries", n)
	}
	for _, r := range d.book.Ledger() {
		if c := r.Rectification; c.FedBack != 0 && c.Closed == 0 && c.Deadline.String() != "2027-01-15" {
			t.Errorf("%s: %s", r.ID, c.Deadline)
		}
	}
	d.keys("u").sees("已撤销", "逾期4").keys("ctrl+y").sees("逾期0")
	d.keys("3", "a", "b", "4").typed("校长").keys("enter").sees("将修改 12 条", "副校长 → 校长")
	d.keys("esc", "ctrl+u").typed("副校长").keys("enter").sees("没有需要修改的", "另有 12 条本来如此").keys("enter").sees("没有需要修改的")
	d.keys("esc", "esc", "3", "3").sees("● 完成整改", "将修改").keys("enter").sees("待销号")
}

func TestSavedViews(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.keys("f6", "4", "tab", "/").typed("slhq").keys("enter").sees("找到 1 条")
	d.keys("f4").sees("还没有存下的看法").keys("enter").sees("逾期 · 查找“slhq” · 按学校").typed("红旗逾期").keys("enter")
	d.sees("已存下“红旗逾期”", "1 条").keys("esc", "esc", "1").sees("[全部18]")
	d.keys("f4", "enter").sees("slhq", "[逾期1]").keys("f4", "up", "enter").typed("第二个").keys("enter").sees("第二个")
	d.keys("x").sees("删去存下的看法“第二个”").keys("1").sees("已删去").lacks("第二个  ")
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.keys("f6", "f4").sees("红旗逾期", "1 条").keys("enter").sees("[逾期1]")
}

func TestLedgerByText(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.keys("f6", "/")
	for typed, want := range map[string]string{
		"大额": "找到 6 条", "dezj": "找到 6 条", "shitang": "找到 6 条", "hqxx": "找到 3 条", "逐笔 总务处": "找到 5 条", "S003": "找到 4 条",
		"红旗 dangfei": "找到 1 条", "zrr": "找到 15 条", "没有的": "没有找到", "第1轮-1组-07": "找到 1 条", "食tang": "找到 6 条",
	} {
		d.keys("ctrl+u").typed(typed).sees(want)
	}
	d.keys("esc").sees("18 条")
}

func TestLedgerIsOnEverywhere(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese).threads()
	d.keys("f6", "end", "f6").sees("问题").keys("f6").sees("整改台账", "[全部18]")
	if len(d.stack) != 2 {
		t.Errorf("%d screens lie upon each other", len(d.stack))
	}
	d.keys("f3").sees("示例九年一贯制学校整改台账", "[全部3]").keys("s").sees("[全部18]")
	d.keys("0").sees("整改完成率＝", "5 ÷ 已反馈 15").keys("enter").sees("● 完成整改").keys("end", "enter").sees("整改目标")
	d.keys("f6").sees("整改台账")
	d.keys("9").sees("历史")
}

func TestPublishedRate(t *testing.T) {
	var rows []*inspection.LedgerRow
	for i := range 697 {
		state := inspection.Done
		if i >= 688 {
			state = inspection.Basically
		}
		if i >= 692 {
			state = inspection.NotDone
		}
		rows = append(rows, &inspection.LedgerRow{Thread: inspection.Thread{Rectification: inspection.Rectification{FedBack: 1, State: state}}})
	}
	d := newDriver(t, 80, 24, inspection.Chinese)
	if got := d.finely(inspection.TallyLedger(rows, 1).Rate()); got != "98.71%" {
		t.Errorf("the rate is %s", got)
	}
}

func TestSavedScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		d.threads().keys("f6", "4", "f4", "enter").typed("每周看逾期").keys("enter", "esc", "1", "/").typed("zwc").keys("enter", "f4", "up", "enter")
		d.golden("saved_name_" + name).typed("总务处").keys("enter").golden("saved_" + name)
	})
}
