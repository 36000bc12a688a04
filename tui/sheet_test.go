package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// raised stands at a school with one finding that has a title and facts, its
// sheet open on the basis.
func raised(d *driver) inspection.FindingID {
	d.t.Helper()
	v := visiting(d, "S001")
	d.keys("3", "up", "s").typed("3/12").keys("enter", "f2").typed("大额支出未经集体研究").keys("tab")
	d.typed("2023年3月、6月、11月，维修和采购共3笔大额支出未见会议记录，由校长岗位签批付款。").keys("f4")
	return d.book.FindingsAt(v.id)[0].ID
}

func (d *driver) finding(id inspection.FindingID) inspection.Finding {
	d.t.Helper()
	f, ok := d.book.Finding(id)
	if !ok {
		d.t.Fatalf("%s is gone", id)
	}
	return f
}

func TestSheetTakesAFindingThroughItsLife(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.sees("○ 草稿", "《示例规定》第三条", "落实党的理论", "3/12", "采用前要有两名承办人，还差 2 人", "还没有佐证")
	d.keys("1").sees("→ 送审", "已送审", "2/a 采用")
	d.keys("2").sees("承办人不足两人", "按 Enter 填写", "›!承办人").keys("enter").typed("组员甲、组员乙").keys("enter").sees("组员甲、组员乙")
	d.keys("2").sees("审核意见").typed("事实清楚").keys("enter").sees("已采用，编号 〔2026〕第1轮-1组-01", "√ 采用", "事实清楚")
	d.keys("6").sees("反馈给学校", "大额支出未经集体研究").keys("ctrl+s").sees("已反馈，文字已定", "2026-09-07 反馈 · 未完成")
	if r := d.book.Rectification(ptr(d.finding(id))); !strings.HasPrefix(r.Words, "大额支出") || r.Deadline == 0 {
		t.Errorf("fed back %+v", r)
	}
	d.keys("home", "enter").sees("内容不再改动")
	before := len(d.shelf.entries)
	for range 4 {
		d.keys("u")
	}
	if got := len(d.book.FindingsAt(d.finding(id).Visit)); got != 1 {
		t.Errorf("%d findings after four steps back", got)
	}
	d.sees("○ 草稿")
	for range 4 {
		d.keys("ctrl+y")
	}
	d.sees("√ 采用", "反馈")
	if len(d.shelf.entries) <= before {
		t.Error("taking back writes nothing")
	}
}

func ptr(f inspection.Finding) *inspection.Finding { return &f }

func TestSheetFieldsAreWrittenInPlace(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.keys("enter").typed("；《另一规定》第二条").keys("tab").sees("› 四个落实").keys("enter", "3")
	d.keys("down", "enter", "2").keys("down", "enter").sees("[ ] 1 班子问题").keys("1").sees("班子问题")
	d.keys("down", "enter", "down", "enter").sees("问题点").keys("down", "enter", "1", "3", "3", "5", "enter").sees("主体责任", "监督责任")
	d.keys("tab", "enter").typed("组员甲").keys("tab", "enter").typed("组员甲，组员乙").keys("enter")
	d.keys("down", "enter", "ctrl+u").typed("４/１２").keys("enter").sees("4/12").keys("down", "enter").sees("是（巡察期间整改）")
	d.keys("end", "up", "up", "enter").typed("1.02 2.01").keys("enter").sees("1.02 办学方向", "2.01 立德树人")
	d.keys("home", "enter", "home").typed("关于").keys("enter").keys("down", "enter").keys("enter").typed("第二段。").keys("esc").sees("第二段。")
	f := d.finding(id)
	want := inspection.Details{
		Basis: "《示例规定》第三条；《另一规定》第二条", Dimension: 3, Focus: 2, Level: inspection.OfTeam, Nature: inspection.Problem,
		Duty: inspection.MainBody | inspection.Supervision, Discoverer: "组员甲", Undertakers: []string{"组员甲", "组员乙"},
		Checked: inspection.Checked{N: 4, Of: 12}, FixNow: true, Linked: []inspection.ItemCode{"1.02", "2.01"},
	}
	if f.Title != "关于大额支出未经集体研究" || !strings.HasSuffix(f.Facts, "\n第二段。") || f.Basis != want.Basis || f.Dimension != want.Dimension ||
		f.Focus != want.Focus || f.Level != want.Level || f.Nature != want.Nature || f.Duty != want.Duty || f.Discoverer != want.Discoverer ||
		!slices.Equal(f.Undertakers, want.Undertakers) || f.Checked != want.Checked || f.FixNow != want.FixNow || !slices.Equal(f.Linked, want.Linked) {
		t.Errorf("the finding is %+v", f)
	}
	if d.keys("ctrl+z"); strings.HasSuffix(d.finding(id).Facts, "第二段。") {
		t.Error("a field is not taken back by itself")
	}
}

func TestSheetRefusesKindlyAndLosesNothing(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.keys("2").sees("当前的状态不能这样处理", "现在可以：1/s 送审").keys("6").sees("现在可以：1/s 送审").keys("f4").sees("还没有反馈", "现在可以：1/s 送审").keys("7").sees("现在可以：1/s 送审")
	d.keys("3").sees("现在可以：1/s 送审").keys("5").sees("没有别的问题可以并入")
	d.keys("end", "up", "up", "enter").typed("99.99").keys("enter").sees("没有这个要点", "99.99")
	d.keys("ctrl+c")
	again := driveOver(t, d.book, d.shelf, 80, 24, inspection.Chinese)
	again.open(newSheetAt(again.App, id, sheetLinked))
	again.keys("enter").sees("99.99", "没有存入的草稿").keys("ctrl+u", "enter").sees("› 相关要点")
	if left := again.shelf.drafts(); len(left) > 0 {
		t.Errorf("drafts stayed: %v", left)
	}
	again.keys("home", "enter", "ctrl+u", "enter").sees("不能是空的").typed("新标题").keys("enter").sees("新标题")
}

func TestSheetPastesAColumnOfNames(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.open(newSheetAt(d.App, id, sheetUndertakers))
	d.keys("enter")
	d.send(tea.PasteMsg{Content: "组员甲\r\n组员乙\n组员丙\n"})
	d.keys("enter").sees("组员甲、组员乙、组员丙")
}

// second raises another finding of the same visit, and opens the first again.
func second(d *driver, first inspection.FindingID) inspection.FindingID {
	d.t.Helper()
	f := d.finding(first)
	d.take(d.book.Raise("second", f.Visit, "1.02", "采购合同先签后议", "2024年2份合同。"))
	d.saving.Saved = d.last
	return "second"
}

func TestSheetMergesAndTakesOutAgain(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	other := second(d, id)
	d.keys("5").sees("并入哪个问题", "采购合同先签后议").keys("1").sees("已并入", "∈ 并入", "已并入 “采购合同先签后议”")
	if f := d.finding(id); f.State != inspection.Merged || f.Into != other || f.Facts == "" {
		t.Fatalf("merged: %+v", f)
	}
	d.keys("enter").sees("已经不采用或已并入").keys("end", "enter").sees("采购合同先签后议", "大额支出未经集体研究：2023年3月")
	d.keys("end", "enter").sees("∈ 并入").keys("5").sees("已拆出，重新送审", "→ 送审")
	if f := d.finding(id); f.State != inspection.Submitted || f.Into != "" {
		t.Fatalf("taken out: %+v", f)
	}
}

func TestSheetReturnsAndRejectsWithAReason(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.keys("1", "3", "enter").sees("请写明理由").typed("事实要补充时间").keys("enter").sees("已退回", "← 退回", "事实要补充时间")
	d.keys("1", "4").typed("不属巡察范围").keys("enter").sees("× 不采用", "不属巡察范围")
	if f := d.finding(id); f.State != inspection.Rejected || f.Opinion != "不属巡察范围" {
		t.Errorf("%+v", f)
	}
	d.keys("8").sees("历史").keys("esc", "space").sees("底稿全文").keys("space").sees("× 不采用")
}

func TestSheetNumbersOnlyWhereTheRightIs(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	d.take(d.book.HoldNumbers(1, 1, inspection.DeviceID{2}))
	det := d.finding(id).Details
	det.Undertakers = []string{"组员甲", "组员乙"}
	d.take(d.book.Detail(id, det))
	d.keys("1", "2", "enter").sees("待编号：编号由另一台电脑负责", "待编号  √ 采用")
	d.keys("7").sees("接管编号", "第1轮1组").keys("esc").sees("待编号").keys("n", "1").sees("编号 〔2026〕第1轮-1组-01")
	d.keys("7").sees("问题已有编号")
	if d.book.Holder(1, 1) != d.shelf.device.Hex() {
		t.Error("the numbering was not taken over")
	}
}

func TestSheetTellsOfTwoWithOneNumber(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	other := second(d, id)
	names := inspection.Details{Undertakers: []string{"组员甲", "组员乙"}}
	for _, one := range []inspection.FindingID{id, other} {
		d.take(d.book.Detail(one, names))
		d.take(d.book.Submit(one))
	}
	theirs := newShelf()
	theirs.device = inspection.DeviceID{2}
	f, err := d.book.AdoptFinding(other, theirs.device, "")
	if err != nil {
		t.Fatal(err)
	}
	d.keys("2", "enter").sees("已采用，编号 〔2026〕第1轮-1组-01")
	d.book.Apply(theirs.Take("组员乙", f)) // by an earlier clock
	d.sees("〔2026〕第1轮-1组-01 重号待改").keys("esc", "7").sees("重号待改").keys("right", "right").sees("‹待编号 1›", "大额支出")
	d.keys("enter", "7").sees("编号 〔2026〕第1轮-1组-02").lacks("重号待改")
}

func TestSheetFeedsBackChangedWords(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	det := d.finding(id).Details
	det.Undertakers = []string{"组员甲", "组员乙"}
	d.take(d.book.Detail(id, det))
	d.keys("1", "2", "enter", "6").typed("一、").keys("esc").sees("没有反馈").keys("6").sees("一、大额支出", "没有存入的草稿").keys("ctrl+s")
	if r := d.book.Rectification(ptr(d.finding(id))); !strings.HasPrefix(r.Words, "一、大额支出") {
		t.Errorf("fed back %q", r.Words)
	}
	d.keys("end").sees("2026-12-07", "还有 91 天", "F4/z 整改").keys("enter").sees("› 整改", "一、大额支出").keys("esc", "f4").sees("› 整改")
}

func TestSheetOfAFindingThatIsGone(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	raised(d)
	d.keys("u").sees("已被撤销").keys("2", "enter", "down").keys("ctrl+y").sees("○ 草稿").keys("u", "esc").sees("1.01")
}

func TestSheetTellsOfTwoHands(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	f := d.finding(id)
	mine, err := d.book.Revise(id, "我的标题", f.Facts)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := d.book.Revise(id, "别人的标题", f.Facts)
	if err != nil {
		t.Fatal(err)
	}
	other := newShelf()
	other.device = inspection.DeviceID{2}
	d.take(mine, nil)
	d.book.Apply(other.Take("组员乙", theirs))
	d.sees("!标题", "我的标题  冲突待选定").keys("home", "enter").sees("处理冲突", "别人的标题").keys("down", "enter").keys("esc").lacks("冲突待选定")
}

func TestSheetOpensItsEvidence(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	f := d.finding(id)
	d.keys("f3").sees("佐证").keys("esc")
	d.take(d.book.Attach(f.Visit, inspection.EvidenceID(strings.Repeat("a1", 32)), "凭证.pdf", 100, "", id))
	d.sees("凭证.pdf（无说明）").lacks("还没有佐证").keys("esc", "f7", "end", "enter").sees("凭证.pdf")
}

func TestFindingsAreSentAndAdoptedFromTheList(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	id := raised(d)
	det := d.finding(id).Details
	det.Undertakers = []string{"组员甲", "组员乙"}
	d.take(d.book.Detail(id, det))
	d.keys("esc", "7", "1").sees("已送审", "→ 送审").keys("2", "enter").sees("已采用", "1组-01", "√ 采用")
	d.keys("2").sees("现在可以：6/f 反馈").keys("enter").sees("问题底稿")
}

func TestSheetScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		id := raised(d)
		second(d, id)
		d.golden("sheet_" + name)
		d.keys("down", "enter").golden("sheet-choose_"+name).keys("esc", "up", "up", "enter").golden("sheet-facts_" + name).keys("esc")
		d.keys("1", "2").golden("sheet-refused_" + name)
		d.keys("enter").typed("组员甲、组员乙").keys("enter", "2").golden("sheet-adopt_" + name).keys("enter")
		d.keys("5").golden("sheet-merge_"+name).keys("esc", "6").golden("sheet-feedback_"+name).keys("ctrl+s", "end").golden("sheet-fed_" + name)
		d.keys("esc", "7", "home").golden("findings-life_" + name)
	})
}
