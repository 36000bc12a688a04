package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"xuncha/inspection"
)

// writtenDown sets up two schools with a note, a finding, its measures and a file.
func writtenDown(d *driver) {
	d.t.Helper()
	one := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S002"}
	two := inspection.VisitID{Round: 1, Kind: inspection.Routine, School: "S004"}
	verdict, note := inspection.Unmet, "食堂米面油采购没有两人验收，留样记录缺三天。"
	other := "家长委员会没有参加食堂陪餐。"
	pair := []string{"甲", "乙"}
	does := func(f inspection.Fact, err error) {
		d.t.Helper()
		if !d.take(f, err) {
			d.t.Fatal(err)
		}
	}
	does(d.book.Answer(one, "9.01", inspection.Change{Verdict: &verdict, Note: &note}))
	does(d.book.Answer(two, "9.02", inspection.Change{Verdict: &verdict, Note: &other}))
	does(d.book.Raise("f1", one, "9.01", "食材验收制度没有执行", "2026年9月7日查9月的验收单，12张中5张只有一人签字。"))
	does(d.book.Detail("f1", inspection.Details{Undertakers: pair, Discoverer: "甲"}))
	does(d.book.Submit("f1"))
	does(d.book.AdoptFinding("f1", d.shelf.device, ""))
	does(d.book.FeedBack("f1", "", d.today()))
	measures := "重新培训验收人员，双人签字，学校每周抽查。"
	does(d.book.Rectify(inspection.RectifyChange{Measures: &measures}, "f1"))
	id := inspection.EvidenceID(fmt.Sprintf("%064x", 7))
	does(d.book.Attach(one, id, "验收单.jpg", 100, "9.01", ""))
	does(d.book.Describe(one, id, inspection.EvidenceNote{Caption: "9月验收单，缺一人签字"}))
}

func TestSearchGoesThere(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	writtenDown(d)
	d.keys("/").sees("全部查找", "几个词用空格隔开").typed("验收").sees("共 4 处", "问题 1", "整改 1", "记录 1", "佐证 1", "【验收】")
	d.keys("enter").sees("食材验收制度没有执行").keys("esc").sees("共 4 处")
	d.keys("down", "enter").sees("重新培训验收人员").keys("esc")
	d.keys("down", "enter").sees("示例红旗小学", "9.01", "食堂米面油采购").keys("esc")
	d.keys("ctrl+u").typed("9.02").keys("enter").sees("9.02 食堂与膳食执行是否到位").keys("esc")
	d.keys("ctrl+u").typed("hqxx").sees("学校 12", "【红旗小学】").keys("enter").sees("示例红旗小学", "第一轮").keys("esc")
}

func TestSearchTakesSeveralWords(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	writtenDown(d)
	d.keys("/").typed("食堂 采购").sees("共 1 处", "米面油【采购】").lacks("陪餐")
	d.keys("ctrl+u").typed("yey 食堂").sees("共 1 处", "陪餐")
	d.keys("ctrl+u").typed("hqxx 食堂").sees("采购").lacks("陪餐", "学校 ")
	d.keys("ctrl+u").typed("zddw").sees("没有找到").keys("ctrl+u").typed("ｓ００２").sees("示例红旗小学")
}

// TestSearchGoesOnFromAList: one key takes the words of a list's own search to
// the search over everything.
func TestSearchGoesOnFromAList(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	writtenDown(d)
	d.keys("1", "/").typed("验收").sees("没有找到", "Ctrl+F").keys("ctrl+f").sees("全部查找", "共 4 处")
	d.keys("esc").sees("没有找到").keys("esc")
	visiting(d, "S002")
	d.keys("/").typed("验收").keys("ctrl+f").sees("共 4 处").keys("esc", "esc")
	d.keys("n").typed("正在写").keys("ctrl+f").sees("全部查找", "共 0 处").keys("esc").sees("正在写")
	d.keys("esc", "ctrl+p").typed("全部查找").keys("enter").sees("全部查找", "共 0 处")
}

// TestSearchReadsWhatHasChanged: what is written after the first search is
// found, what was taken back is not.
func TestSearchReadsWhatHasChanged(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	writtenDown(d)
	d.keys("/").typed("陪餐").sees("共 1 处").keys("enter", "n").typed("再查陪餐记录。").keys("esc")
	d.keys("down", "n").typed("陪餐费").keys("esc", "esc").sees("共 2 处", "再查")
	d.keys("enter", "u", "esc").sees("共 1 处")
	s := *d.book.School("S009")
	s.Name = "示例陪餐小学"
	d.take(d.book.Enrol(inspection.Roster{s}))
	d.sees("共 2 处", "学校 1")
}

// TestSearchGoesInSlices: of a book that is larger than a slice the first part
// is shown, and the rest comes without a key.
func TestSearchGoesInSlices(t *testing.T) {
	d := newDriver(t, 80, 24, inspection.Chinese)
	writtenDown(d)
	c := &corpus{}
	h := newHunt(c, d.book, "验收")
	whole := func() [findKinds]int {
		h := newHunt(c, d.book, "验收")
		for !h.whole() {
			h.slice(d.book)
		}
		return h.counts
	}()
	for i := range c.visits {
		c.visits[i].seen, c.visits[i].read = 0, 0
	}
	slices := 0
	for ; !h.whole(); slices++ {
		h.slice(d.book)
	}
	if h.counts != whole {
		t.Errorf("in slices %v, at once %v", h.counts, whole)
	}
	held := 0
	d.after = func(time.Duration, int) tea.Cmd { held++; return nil }
	s := newSearch("验收")
	d.open(s)
	s.read, s.hunt = d.book.Len()+1, newHunt(&corpus{}, d.book, "验收")
	s.work(d.App)
	if s.work(d.App); held != 1 {
		t.Errorf("asked %d times for the next slice", held)
	}
	if s.tick(d.App, tickMsg{s.no - 1}); s.hunt.next != 0 {
		t.Error("another delay goes on")
	}
	if s.tick(d.App, tickMsg{s.no}); !s.hunt.whole() {
		t.Error("the slice does not come")
	}
}

func TestSearchScreens(t *testing.T) {
	everySize(t, func(t *testing.T, d *driver, name string) {
		writtenDown(d)
		d.keys("/").golden("search-empty_" + name)
		d.typed("验收").golden("search_" + name)
		d.keys("ctrl+u").typed("hqxx").golden("search-pinyin_" + name)
		d.keys("ctrl+u").typed("没有这些字").golden("search-none_" + name)
	})
}

// hunted is how long a query takes until all is looked through, and the longest
// that a frame waits for it.
func hunted(a *App, query string) (all, slice time.Duration) {
	s := newSearch(query)
	start := time.Now()
	a.stack = append(a.stack, s)
	s.begin(a)
	_ = a.View()
	slice = time.Since(start)
	for !s.hunt.whole() {
		one := time.Now()
		s.work(a)
		s.tick(a, tickMsg{s.no})
		_ = a.View()
		slice = max(slice, time.Since(one))
	}
	all = time.Since(start)
	a.stack = a.stack[:len(a.stack)-1]
	return all, slice
}

// BenchmarkSearch looks for words in the whole text of 61 schools in three
// rounds: 195 items answered at each, notes at every seventh, 1,000 findings.
func BenchmarkSearch(b *testing.B) {
	a := searchable(b, 61, 1000)
	first, _ := hunted(a, "食堂")
	benchHunts(b, a)
	b.ReportMetric(float64(first.Microseconds())/1000, "ms/first")
}

// BenchmarkSearchMany is the same in a district of 10,000 schools: there the
// frame is what counts.
func BenchmarkSearchMany(b *testing.B) {
	a := searchable(b, 10_000, 10_000)
	first, slice := hunted(a, "食堂")
	benchHunts(b, a)
	b.ReportMetric(float64(first.Milliseconds()), "ms/first")
	b.ReportMetric(float64(slice.Microseconds())/1000, "ms/frame-first")
}

func benchHunts(b *testing.B, a *App) {
	queries := []string{"食堂", "hq", "大额支出未经集体研究", "hqxx 验收", "a", "没有这句话"}
	var most, frame, sum time.Duration
	n := 0
	b.ResetTimer()
	for range b.N {
		for _, q := range queries {
			all, slice := hunted(a, q)
			most, frame, sum = max(most, all), max(frame, slice), sum+all
			n++
		}
	}
	b.ReportMetric(float64(sum.Microseconds())/1000/float64(n), "ms/query")
	b.ReportMetric(float64(most.Microseconds())/1000, "ms/slowest")
	b.ReportMetric(float64(frame.Microseconds())/1000, "ms/frame")
}

// searchable is a book of n schools, all in each of three rounds.
func searchable(b *testing.B, n, findings int) *App {
	b.Helper()
	s, book := newShelf(), &inspection.Book{}
	take := func(f inspection.Fact) error { book.Apply(s.Take("记录人甲", f)); return nil }
	campaign := inspection.Campaign{ID: "bench", Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}
	if err := inspection.Founding(take, book, campaign, testRoster(n), longChecklist(), true); err != nil {
		b.Fatal(err)
	}
	does := func(f inspection.Fact, err error) {
		if err != nil {
			b.Fatal(err)
		}
		take(f)
	}
	met, k, every := inspection.Met, 0, 7
	if n > 1000 {
		every = 40
	}
	for _, r := range book.Rounds() {
		for _, v := range book.VisitsIn(r.No) {
			book.ChecklistOf(r.No).Items(func(_ *inspection.Section, it *inspection.Item) {
				if it.Applies.Of(book.School(v.ID.School)) == inspection.No {
					return
				}
				k++
				c := inspection.Change{Verdict: &met}
				if k%every == 0 {
					note := fmt.Sprintf("第%d次查看：抽查近三年会议记录和付款凭证，逐笔核对，食堂采购由两人验收，台账与实物相符；%s。", k, it.Title)
					c.Note = &note
				} else if n > 1000 {
					return
				}
				does(book.Answer(v.ID, it.Code, c))
			})
		}
	}
	for i := range findings {
		visits := book.VisitsIn(inspection.RoundNo(1 + i%3))
		v := visits[i%len(visits)]
		id := inspection.FindingID(fmt.Sprint("f", i))
		does(book.Raise(id, v.ID, "1.01", fmt.Sprintf("第%d笔大额支出未经集体研究", i), "三年内的付款凭证中有若干笔没有会议记录，经核对属实，经办人和审批人均已确认。"))
	}
	a := newApp(Options{Book: book, Journal: s, Author: "记录人甲", Now: func() time.Time { return testStart }})
	a.after = func(time.Duration, int) tea.Cmd { return nil }
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	return a
}
