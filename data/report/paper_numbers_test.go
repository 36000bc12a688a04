package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xuncha/data/docx"
	"xuncha/inspection"
)

// summaryOf is `xuncha summary --format json` of a book, as a program reads it.
func summaryOf(t *testing.T, b *inspection.Book) summaryJSON {
	t.Helper()
	var w bytes.Buffer
	if err := Summarize(b, paperToday).Write(&w, JSON, inspection.Chinese); err != nil {
		t.Fatal(err)
	}
	var s summaryJSON
	if err := json.Unmarshal(w.Bytes(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// numbersBook is a book in which no two numbers are the same by accident: every
// school in every round, verdicts of all kinds, findings in all states.
func numbersBook(t *testing.T) *inspection.Book {
	t.Helper()
	b := paperBook(t)
	d := &desk{t: t, book: *b, seq: uint64(b.Len())}
	b = &d.book
	var plan []inspection.VisitID
	for n := inspection.RoundNo(1); n <= 3; n++ {
		for _, s := range []inspection.SchoolCode{"S1", "S2", "S3", "S4"} {
			plan = append(plan, visit(n, s))
		}
	}
	d.must(b.Replan(plan))
	d.answer(1, "S3", "1.01", inspection.Unmet)
	d.answer(1, "S3", "1.02", inspection.Unmet)
	d.answer(1, "S4", "1.01", inspection.Partly)
	d.answer(1, "S4", "1.02", inspection.NA)
	d.answer(1, "S4", "2.01", inspection.Met)
	d.answer(2, "S2", "1.01", inspection.Unmet)
	d.answer(3, "S1", "1.02", inspection.Unmet)
	for i, id := range []inspection.FindingID{"k1", "k2", "k3", "k4", "k5"} {
		d.must(b.RaiseWith(id, visit(2, "S3"), "1.02", "第"+strconv.Itoa(i+1)+"项不规范", "事实。", func(x *inspection.Details) {
			x.Undertakers, x.FixNow = []string{"甲", "乙"}, i < 2
		}))
		d.must(b.Submit(id))
		if i == 4 {
			d.must(b.Reject(id, "重复"))
			continue
		}
		d.must(b.AdoptFinding(id, inspection.DeviceID{0xab}, ""))
	}
	d.must(b.FeedBack("k1", "", 20770))
	done := inspection.Done
	d.must(b.Rectify(inspection.RectifyChange{State: &done}, "k1"))
	d.must(b.Count(visit(2, "S3"), inspection.SitesWalked, 13))
	return b
}

// rows are the lines of a paper that begin with a name, parted into cells.
type rows [][]string

func rowsOf(t *testing.T, d *docx.Document) rows {
	t.Helper()
	var all rows
	for _, line := range readBack(t, written(t, d)) {
		all = append(all, strings.Split(line, between))
	}
	return all
}

// of are the cells after a name in the n-th row that begins with it.
func (r rows) of(t *testing.T, name string, n int) []string {
	t.Helper()
	for _, cells := range r {
		if cells[0] == name && len(cells) > 1 {
			if n == 0 {
				return cells[1:]
			}
			n--
		}
	}
	t.Fatalf("no row %q", name)
	return nil
}

// text finds numbers in the paper's sentences by a pattern.
func (r rows) text(t *testing.T, pattern string) []int {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for _, cells := range r {
		if found := re.FindStringSubmatch(strings.Join(cells, between)); found != nil {
			var all []int
			for _, s := range found[1:] {
				n, err := strconv.Atoi(s)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, n)
			}
			return all
		}
	}
	t.Fatalf("nothing says %s", pattern)
	return nil
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v on paper, %v in the summary", what, got, want)
	}
}

func shareOf(r rateJSON, format string) string {
	if r.Share == nil {
		return "—"
	}
	return fmt.Sprintf(format, 100*float64(r.N)/float64(r.Of))
}

// parts say a rate as narrow cells do.
func parts(r rateJSON, format string) string {
	if r.Share == nil {
		return "—"
	}
	return shareOf(r, format) + fmt.Sprintf(" %d/%d", r.N, r.Of)
}

func verdictNumbers(v tallyJSON, findings int) []string {
	n := []int{v.Applicable, v.Met, v.Partly, v.Unmet, v.NA, v.Unclear, v.None}
	var all []string
	for _, x := range n {
		all = append(all, strconv.Itoa(x))
	}
	return append(all, shareOf(v.MetRate, "%.1f%%"), strconv.Itoa(findings))
}

func TestRoundReportNumbers(t *testing.T) {
	b := numbersBook(t)
	for _, want := range summaryOf(t, b).Rounds {
		no := inspection.RoundNo(want.Round)
		got := rowsOf(t, compose(t, b, RoundPaper, PaperChoice{Round: no}))
		c := want.Coverage
		equal(t, "coverage", got.text(t, `计划巡察(\d+)所学校，已进校(\d+)所，完成(\d+)所，覆盖`), []int{c.Planned, c.Begun, c.Finished})
		for _, sec := range want.Sections {
			if sec.Verdicts.Applicable > 0 {
				equal(t, sec.Name, got.of(t, sec.Name, 0), verdictNumbers(sec.Verdicts, sec.Findings))
			}
		}
		equal(t, "all", got.of(t, "合计", 0), verdictNumbers(want.Verdicts, want.Findings.Total))
		for i, it := range want.Common {
			row := got.of(t, strconv.Itoa(i+1), 0)
			equal(t, it.Item, row[:4], []string{it.Item + "　" + it.Title, strconv.Itoa(it.Rate.N), strconv.Itoa(it.Rate.Of), shareOf(it.Rate, "%.1f%%")})
		}
		roundLedger(t, got, want)
		roundSchools(t, got, want)
		form := b.StatisticsIn(no)
		equal(t, "findings", got.text(t, `共提出问题(\d+)条，其中审定采用(\d+)条；.*撤回(\d+)条，不采用(\d+)条，并入其他问题(\d+)条`),
			[]int{want.Findings.Total, form.Adopted, want.Findings.Withdrawn, want.Findings.Rejected, want.Findings.Merged})
		roundDimensions(t, got, b.FindingsIn(no))
		equal(t, "fix now", got.text(t, `标为立行立改的问题(\d+)条，其中已反馈(\d+)条、完成整改(\d+)条`), []int{form.FixNow, form.FixNowFed, form.FixNowDone})
		equal(t, "work", got.text(t, `个别谈话(\d+)人次、查阅资料(\d+)份、受理信访(\d+)件、座谈和列席会议(\d+)次、实地查看(\d+)处、收回问卷(\d+)份、发出问卷(\d+)份`), form.Counts[1:])
	}
}

// roundDimensions counts the findings by 落实 anew, those raised and those of
// them adopted.
func roundDimensions(t *testing.T, got rows, findings []inspection.Finding) {
	t.Helper()
	raised, adopted := map[string]int{}, map[string]int{}
	for _, f := range findings {
		if f.Visit.Kind == inspection.LookBack || !f.State.Counts() {
			continue
		}
		for _, name := range []string{dimensionName(f.Dimension), "合计"} {
			raised[name]++
			if f.State == inspection.Adopted {
				adopted[name]++
			}
		}
	}
	at := slices.IndexFunc(got, func(cells []string) bool { return cells[0] == "方面" })
	for _, cells := range got[at+1 : at+7] {
		equal(t, "findings of "+cells[0], cells[1:], []string{strconv.Itoa(raised[cells[0]]), strconv.Itoa(adopted[cells[0]])})
	}
}

func roundLedger(t *testing.T, got rows, want figuresJSON) {
	t.Helper()
	r := want.Rectified
	equal(t, "rectified", got.text(t, `已反馈问题(\d+)条，完成整改(\d+)条，基本完成并持续整改(\d+)条，未完成(\d+)条，.*逾期(\d+)条，已销号(\d+)条，曾反弹(\d+)条。.*尚未反馈的(\d+)条`),
		[]int{r.FedBack, r.Done, r.Basically, r.Open, r.Overdue, r.Closed, r.Relapsed, r.Rate.LeftOut})
	if l := want.LookBacks; l.Planned > 0 {
		n := []int{l.Planned, l.Begun, l.Finished, l.Of}
		for _, answer := range inspection.Relooks() {
			n = append(n, l.Answers[answer.Name()])
		}
		equal(t, "look-backs", got.text(t, `计划(\d+)所，已进校(\d+)所，完成(\d+)所；应答复已反馈问题(\d+)条，已改(\d+)条，仍存在(\d+)条，加重(\d+)条，反弹(\d+)条，无法判断(\d+)条，未答复(\d+)条`), append(n, l.Unanswered))
	}
	was, now := map[string]int{}, map[string]int{}
	for _, s := range want.Sealed {
		for _, f := range s.Figures {
			was[f.Name] += f.Sealed
			now[f.Name] += f.Now
		}
	}
	for name := range was {
		label := inspection.Figure{Name: name}.In(inspection.Chinese)
		for _, cells := range got {
			if cells[0] == label && len(cells) == 3 {
				equal(t, "sealed "+name, cells[1:], []string{strconv.Itoa(was[name]), strconv.Itoa(now[name])})
			}
		}
	}
}

func roundSchools(t *testing.T, got rows, want figuresJSON) {
	t.Helper()
	at := slices.IndexFunc(got, func(cells []string) bool { return cells[0] == "序号" && len(cells) == 13 })
	for i, s := range want.Schools {
		v := s.Verdicts
		n := []string{strconv.Itoa(i + 1), s.Name, parts(v.Progress, "%.1f%%")}
		for _, x := range []int{v.Met, v.Partly, v.Unmet, v.NA, v.Unclear} {
			n = append(n, strconv.Itoa(x))
		}
		n = append(n, parts(v.MetRate, "%.1f%%"), strconv.Itoa(s.Findings), strconv.Itoa(s.Rectified.FedBack), parts(s.Rectified.Rate, "%.2f%%"), strconv.Itoa(s.Rectified.Overdue))
		equal(t, s.Name, got[at+1+i], n)
	}
}

func TestOverviewNumbers(t *testing.T) {
	b := numbersBook(t)
	sum := summaryOf(t, b)
	got := rowsOf(t, compose(t, b, OverviewPaper, PaperChoice{}))
	all := append(slices.Clone(sum.Rounds), *sum.Total)
	number := func(of func(figuresJSON) int) func(figuresJSON) string {
		return func(f figuresJSON) string { return strconv.Itoa(of(f)) }
	}
	for name, of := range map[string]func(figuresJSON) string{
		"计划（所）":     number(func(f figuresJSON) int { return f.Coverage.Planned }),
		"已进校（所）":    number(func(f figuresJSON) int { return f.Coverage.Begun }),
		"完成（所）":     number(func(f figuresJSON) int { return f.Coverage.Finished }),
		"覆盖":        func(f figuresJSON) string { return parts(f.Coverage.Rate, "%.1f%%") },
		"适用要点":      number(func(f figuresJSON) int { return f.Verdicts.Applicable }),
		"符合":        number(func(f figuresJSON) int { return f.Verdicts.Met }),
		"基本符合":      number(func(f figuresJSON) int { return f.Verdicts.Partly }),
		"不符合":       number(func(f figuresJSON) int { return f.Verdicts.Unmet }),
		"不适用":       number(func(f figuresJSON) int { return f.Verdicts.NA }),
		"未查清":       number(func(f figuresJSON) int { return f.Verdicts.Unclear }),
		"未评定":       number(func(f figuresJSON) int { return f.Verdicts.None }),
		"进度":        func(f figuresJSON) string { return parts(f.Verdicts.Progress, "%.1f%%") },
		"符合率":       func(f figuresJSON) string { return parts(f.Verdicts.MetRate, "%.1f%%") },
		"问题（条）":     number(func(f figuresJSON) int { return f.Findings.Total }),
		"已反馈（条）":    number(func(f figuresJSON) int { return f.Rectified.FedBack }),
		"完成整改":      number(func(f figuresJSON) int { return f.Rectified.Done }),
		"基本完成并持续整改": number(func(f figuresJSON) int { return f.Rectified.Basically }),
		"未完成":       number(func(f figuresJSON) int { return f.Rectified.Open }),
		"整改完成率":     func(f figuresJSON) string { return parts(f.Rectified.Rate, "%.2f%%") },
		"逾期（条）":     number(func(f figuresJSON) int { return f.Rectified.Overdue }),
		"已销号（条）":    number(func(f figuresJSON) int { return f.Rectified.Closed }),
		"曾反弹（条）":    number(func(f figuresJSON) int { return f.Rectified.Relapsed }),
		"回头看应答（条）":  number(func(f figuresJSON) int { return f.LookBacks.Of }),
		"回头看已答（条）":  number(func(f figuresJSON) int { return f.LookBacks.Of - f.LookBacks.Unanswered }),
	} {
		var want []string
		for _, f := range all {
			want = append(want, of(f))
		}
		equal(t, name, got.of(t, name, 0), want)
	}
	if len(measures()) != 24 {
		t.Errorf("%d measures, of which 24 are compared", len(measures()))
	}
	for _, it := range sum.Total.Common {
		row := got.of(t, it.Item+"　"+it.Title, 0)
		equal(t, it.Item, row[len(row)-1], parts(it.Rate, "%.1f%%"))
	}
}

func TestSchoolNumbers(t *testing.T) {
	b := numbersBook(t)
	for _, r := range summaryOf(t, b).Rounds {
		for _, s := range r.Schools {
			choice := PaperChoice{Round: inspection.RoundNo(r.Round), School: inspection.SchoolCode(s.School), Kind: inspection.Routine}
			v := s.Verdicts
			seal := slices.IndexFunc(r.Sealed, func(x sealJSON) bool { return x.School == s.School })
			for _, kind := range []PaperKind{SchoolPaper, HandOverPaper} {
				got := rowsOf(t, compose(t, b, kind, choice))
				for name, n := range map[string]int{
					"适用": v.Applicable, "符合": v.Met, "基本符合": v.Partly, "不符合": v.Unmet, "不适用": v.NA, "未查清": v.Unclear, "问题": s.Findings, "已评定": v.Progress.N,
				} {
					row := got.of(t, name, 0)
					if seal >= 0 {
						row = row[1:]
					}
					equal(t, kind.Name()+" "+s.Name+" "+name, row[0], strconv.Itoa(n))
				}
				if seal >= 0 {
					for _, f := range r.Sealed[seal].Figures[:7] {
						row := got.of(t, inspection.Figure{Name: f.Name}.In(inspection.Chinese), 0)
						equal(t, "sealed "+f.Name, row[:2], []string{strconv.Itoa(f.Sealed), strconv.Itoa(f.Now)})
					}
				}
			}
			got := rowsOf(t, compose(t, b, SchoolPaper, choice))
			equal(t, s.Name, got.of(t, "合计", 0), verdictNumbers(v, s.Findings))
			roundLedger(t, got, figuresJSON{Rectified: s.Rectified})
		}
	}
}

func TestCommonNumbers(t *testing.T) {
	b := numbersBook(t)
	for _, r := range summaryOf(t, b).Rounds {
		got := rowsOf(t, compose(t, b, CommonPaper, PaperChoice{Round: inspection.RoundNo(r.Round)}))
		equal(t, "schools", got.text(t, `本轮计划(\d+)所，已进校(\d+)所。.*共(\d+)个要点`), []int{r.Coverage.Planned, r.Coverage.Begun, len(r.Common)})
		for i, it := range r.Common {
			equal(t, it.Item, got.of(t, strconv.Itoa(i+1), 0)[:4], []string{it.Item + "　" + it.Title, strconv.Itoa(it.Rate.N), strconv.Itoa(it.Rate.Of), shareOf(it.Rate, "%.1f%%")})
		}
	}
}

// Charts hold the numbers of the summary.
func TestChartNumbers(t *testing.T) {
	b := numbersBook(t)
	sum := summaryOf(t, b)
	seen := 0
	for _, block := range compose(t, b, OverviewPaper, PaperChoice{}).Body {
		c, is := block.(docx.Chart)
		if !is {
			continue
		}
		for i, r := range sum.Rounds {
			want := map[string]float64{
				"计划": float64(r.Coverage.Planned), "已进校": float64(r.Coverage.Begun), "完成": float64(r.Coverage.Finished),
				"完成整改": float64(r.Rectified.Done), "基本完成并持续整改": float64(r.Rectified.Basically), "未完成": float64(r.Rectified.Open),
			}
			for _, s := range c.Series {
				if n, known := want[s.Name]; known {
					seen++
					equal(t, c.Title+" "+s.Name, s.Values[i], n)
				}
			}
		}
	}
	if seen != 18 {
		t.Errorf("%d numbers of charts were compared", seen)
	}
}

// Drafts, and what was withdrawn, rejected or merged, never enter a report.
func TestOnlyAdoptedFindingsAreReported(t *testing.T) {
	b := numbersBook(t)
	never := map[string]bool{"清单之外的问题": true, "=SUM(A1) 会议记录缺页": true, "后来撤回": true, "记录不全": true, "第5项不规范": true}
	for _, kind := range []PaperKind{FeedbackPaper, SchoolPaper, RoundPaper, FixNowPaper} {
		for _, one := range (PaperChoice{Today: paperToday}).Each(b, kind) {
			d, err := Compose(b, kind, one)
			if err != nil {
				continue
			}
			for _, line := range Preview(d) {
				for title := range never {
					if strings.Contains(line, title) {
						t.Errorf("%s of %s says %q", kind.Name(), one.School, line)
					}
				}
			}
		}
	}
}

func TestFileNamesStayInTheirFolder(t *testing.T) {
	b := paperBook(t)
	d := &desk{t: t, book: *b, seq: uint64(b.Len())}
	b = &d.book
	for i, name := range []string{"../../x", `..\..\x`, "<script>.docx", "=cmd|' /c'!A1", "\u202e倒", "a\x00b", strings.Repeat("长", 200), "NUL", "..."} {
		code := inspection.SchoolCode(fmt.Sprintf("H%d", i))
		d.must(b.Enrol(inspection.Roster{{Code: code, Name: name, Order: 50 + i}}))
		file := PaperChoice{Round: 1, School: code}.FileName(b, FeedbackPaper)
		if strings.ContainsAny(file, "/\\:*?\"<>|\x00\u202e\n") || !strings.HasPrefix(file, "反馈意见_第1轮_") || len(file) > 200 {
			t.Errorf("%q becomes %q", name, file)
		}
	}
}
