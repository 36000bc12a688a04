package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"xuncha/inspection"
)

// manyLines is more than a province has, and what a book of them may take.
const manyLines = 300_000

// TestMain lets the test binary be the process whose memory is measured.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "write-many" {
		if err := writeMany(os.Args[2], os.Stdout); err != nil {
			panic(err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// lines are made as they are asked for, so that nothing but the writer is
// measured.
func lines(n int) iter.Seq[*LedgerLine] {
	school := &inspection.School{Code: "S1", Name: "示例第一小学"}
	return func(yield func(*LedgerLine) bool) {
		for i := range n {
			id := strconv.Itoa(i)
			r := &LedgerLine{FindingRow{Finding: inspection.Finding{ID: inspection.FindingID(id), Title: "题"}, School: school}, inspection.Rectification{
				FedBack: 20_700, Words: "会议记录缺页 " + id + "\n抽看10次会议，其中3次没有记录。", Goal: "按规定整改到位", Measures: "一、对照要求逐项补齐；二、明确专人负责并建立台账 " + id,
				Leader: "分管副校长", Department: "总务处", Person: "总务主任", Deadline: 20_790, State: inspection.NotDone,
				Progress: []inspection.Progress{{ID: "p", Day: 20_710, Text: "已制定措施，正在补齐 " + id}},
			}}
			r.Number.N, r.Number.Printed = i+1, "〔2026〕第1轮-1组-"+id
			if !yield(r) {
				return
			}
		}
	}
}

func writeMany(how string, to io.Writer) error {
	g := &Ledger{Choice: LedgerChoice{Today: 20_800}, Campaign: inspection.Campaign{ID: "c1", Title: "甲"}}
	if how == "xlsx" {
		return g.xlsx(to, lines(manyLines))
	}
	w := csv.NewWriter(to)
	for r := range lines(manyLines) {
		var cells []string
		for _, c := range inspection.Columns() {
			cells = append(cells, fmt.Sprint(g.cell(r, c)))
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// BenchmarkManyLines writes 300,000 lines of the ledger in a process of its own
// and reports the most memory that it took; encoding/csv beside it writes the
// same cells.
func BenchmarkManyLines(b *testing.B) {
	for _, how := range []string{"xlsx", "csv"} {
		b.Run(how, func(b *testing.B) {
			var size counter
			most := 0.0
			for b.Loop() {
				c := exec.Command(os.Args[0], "write-many", how)
				c.Stdout, c.Stderr = &size, os.Stderr
				if err := c.Run(); err != nil {
					b.Fatal(err)
				}
				most = max(most, peak(c.ProcessState))
			}
			b.ReportMetric(most, "peak-MB")
			b.ReportMetric(float64(size)/float64(b.N)/(1<<20), "file-MB")
		})
	}
}

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// peak is the most memory that a process took, in MB, by what the system says
// of it; 0 where it does not say.
func peak(s *os.ProcessState) float64 {
	text := fmt.Sprintf("%+v", s.SysUsage())
	_, rest, ok := strings.Cut(text, "Maxrss:")
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, " ")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return float64(n) / (1 << 10) // Linux counts KB
}
